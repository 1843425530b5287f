"""A column that holds what belongs elsewhere is one finding, and nothing is compared with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.checks.columns import ReadColumn
from generator.checks.misplaced import gathered
from generator.model.finding import Finding
from generator.model.form import Rows
from generator.model.plan.lists import Dimension
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project
from generator.model.quantities import Value
from generator.model.rules import cell_rules
from generator.model.sheet import Origin
from generator.reading import read_and_check
from generator.words import Words
from tests import planbook
from tests.checks.test_columns import columns
from tests.minibook import complete, draw

CODES = [f"ค{number:03}" for number in range(1, 9)]


def found(folder: Path, change: Callable[[openpyxl.Workbook], None]) -> list[Finding]:
    def changed(book: openpyxl.Workbook) -> None:
        planbook.address(book)
        change(book)

    return read_and_check(draw(planbook.whole(planbook.BOOK), folder / "สมุด.xlsx", changed)).findings


def column(sheet: Worksheet, header: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == header)


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.rule.code, finding.sheet, finding.cell) for finding in findings]


def type_all(book: openpyxl.Workbook, name: str, header: str, texts: list[str | int | None]) -> None:
    sheet = book[name]
    for row, text in enumerate(texts, 2):
        sheet.cell(row, column(sheet, header)).value = text


def test_texts_that_slipped_by_one_column_are_told_once_with_the_column_that_they_belong_to(tmp_path: Path) -> None:
    def slip(book: openpyxl.Workbook) -> None:
        sheet = book["สนับสนุน"]
        for row in range(2, 10):
            sheet.cell(row, 2).value, sheet.cell(row, 1).value = sheet.cell(row, 1).value, None

    (finding,) = found(tmp_path, slip)
    assert told([finding]) == [("W024", "สนับสนุน", "B2")] and finding.is_error
    message = finding.message("th")
    assert all(words in message for words in ("“สนับสนุน”", "8 ช่อง (B2–B9)", "“ค001”", "“โครงการ” (คอลัมน์ A)"))
    assert "OKR" in finding.cure("th"), "the cure of the cells, should the column be right"


def test_four_cells_are_slips_and_told_one_by_one_five_are_a_column(tmp_path: Path) -> None:
    def parts(count: int) -> Callable[[openpyxl.Workbook], None]:
        return lambda book: type_all(book, "ตัววัด", "ประเด็น", ["ขุดลอกคลอง"] * count)

    def more(book: openpyxl.Workbook) -> None:
        book["ตัววัด"].append(["4.1.03", "ขุดลอกคลอง", "อีกอย่าง"])
        parts(4)(book)

    assert [code for code, _, _ in told(found(tmp_path, parts(4)))] == ["C104"] * 4
    assert [code for code, _, _ in told(found(tmp_path, more))] == ["W024"]


def test_a_column_of_which_one_cell_in_four_is_right_is_told_cell_by_cell(tmp_path: Path) -> None:
    def change(right: int) -> Callable[[openpyxl.Workbook], None]:
        return lambda book: type_all(book, "โครงการ", "ส่วน", [*[2] * right, *["ฝ่ายโยธา"] * (8 - right)])

    assert {code for code, _, _ in told(found(tmp_path, change(2)))} >= {"C103"}
    assert told(found(tmp_path, change(1))) == [("W024", "โครงการ", "B3")]


def test_names_of_another_list_are_misplaced_although_any_text_is_taken(tmp_path: Path) -> None:
    def works(book: openpyxl.Workbook) -> None:
        type_all(book, "โครงการ", "งาน", ["โยธา", "ฝ่ายโยธา", *["ฝ่ายพัฒนาชุมชน"] * 6])

    (finding,) = [one for one in found(tmp_path, works) if one.rule.code == "W024"]
    assert "“ส่วนราชการ”" in finding.message("th")


def test_units_pasted_over_quantities_are_misplaced(tmp_path: Path) -> None:
    def units(book: openpyxl.Workbook) -> None:
        for _ in range(2):
            book["ตัววัด"].append([f"4.1.1{_}", None, f"ตัววัด {_}"])
        for header in ("ค่าเป้าหมาย", "หน่วยนับ"):
            type_all(book, "ตัววัด", header, ["กม.", "ต้น", "แห่ง", "คน", "จุด", "ราย"])

    (finding,) = found(tmp_path, units)
    assert "“ค่าเป้าหมาย”" in finding.message("th") and "“หน่วยนับ”" in finding.message("th")


def test_money_that_holds_kinds_of_budget_is_misplaced(tmp_path: Path) -> None:
    def funds(book: openpyxl.Workbook) -> None:
        type_all(book, "โครงการ", "งบประมาณ (บาท)", ["งบลงทุน"] * 8)

    (finding,) = found(tmp_path, funds)
    assert "“ประเภทงบ”" in finding.message("th")


def test_what_is_missing_beside_a_misplaced_column_is_not_told_but_elsewhere_it_is(tmp_path: Path) -> None:
    def slip(book: openpyxl.Workbook) -> None:
        type_all(book, "สนับสนุน", "สนับสนุน", [*CODES])
        type_all(book, "สนับสนุน", "โครงการ", [None] * 8)
        book["ขั้นตอน"].cell(2, 2).value = None

    assert told(found(tmp_path, slip)) == [("C101", "ขั้นตอน", "B2"), ("W024", "สนับสนุน", "B2")]


def test_a_whole_column_that_lost_its_zeros_is_no_misplaced_one(tmp_path: Path) -> None:
    def phones(book: openpyxl.Workbook) -> None:
        sheet = book["KR"]
        for row in range(3, 8):
            for cell in sheet[2]:
                sheet.cell(row, cell.column).value = cell.value
            sheet.cell(row, 1).value = f"821{row}"
            sheet.cell(row, column(sheet, "โทรศัพท์ผู้ประสานงาน")).value = 20000001

    findings = read_and_check(draw(complete(), tmp_path / "สมุด.xlsx", phones)).findings
    assert [finding.rule.code for finding in findings].count("C107") == 5
    assert "W024" not in {finding.rule.code for finding in findings}


@pytest.mark.parametrize("count", [5, 8])
def test_what_would_be_compared_is_checked_once_the_column_is_right(tmp_path: Path, count: int) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["ยอดควบคุม"].cell(2, 2).value = 1
        type_all(book, "โครงการ", "ส่วน", [None] * (8 - count) + ["ฝ่ายโยธา"] * count)

    assert {code for code, _, _ in told(found(tmp_path, change))} == {"W024"}


# ------------------------------------------------------------------------------------------ rows without a workbook


def told_of(*tables: dict[str, ReadColumn]) -> list[Finding]:
    """Return what is told of tables as they were read."""
    records = {column.sheet: column.records for table in tables for column in table.values()}
    refused = {id(column.refused): column.refused for table in tables for column in table.values()}
    return gathered(Rows(records), [finding for cells in refused.values() for finding in cells.values()])


def units(*texts: str) -> dict[str, ReadColumn]:
    return columns(
        Measure, *({"code": f"1.1.0{n}", "target": Value(text), "unit": text} for n, text in enumerate(texts))
    )


def test_a_misplaced_column_of_each_sheet_stands_for_its_cells() -> None:
    measures = columns(Measure, *({"objective": [f"ก{number}"]} for number in range(5)))
    projects = columns(Project, *({"part_of": [f"ข{number}"]} for number in range(5)))
    one, other = told_of(measures, projects)
    assert [(one.sheet, one.cell), (other.sheet, other.cell)] == [("ตัววัด", "B2"), ("โครงการ", "D2")]
    assert one.values | {"guess": ""} == {
        "header": "ประเด็น", "count": 5, "filled": 5, "text": "ก0", "cells": "B2–B6", "guess": "",
        "otherwise": cell_rules.BAD_CODE.cure.filled(example="ก0"),
    }  # fmt: skip


def test_nothing_is_guessed_where_no_column_takes_the_texts() -> None:
    bare = columns(Dimension, *({"number": [f"ก{number}"], "name": ""} for number in range(5)))
    (finding,) = told_of({"number": bare["number"]})
    assert (finding.values["guess"], finding.cell) == (Words("", ""), "A2")


def test_the_first_refused_cell_says_what_else_may_be_meant() -> None:
    table = columns(Measure, *({"objective": [f"ก{number}"]} for number in range(5)))
    first, *others = table["objective"].refused.values()
    mixed = [first, *(replace(finding, rule=cell_rules.BAD_FLAG) for finding in others)]
    (finding,) = gathered(Rows({Measure: table["code"].records}), mixed)
    assert finding.values["otherwise"] == cell_rules.BAD_CODE.cure.filled(example="ก0")


@pytest.mark.parametrize(("others", "document"), [("8214", "8214"), ("8215", "")])
def test_a_column_is_about_the_document_that_all_its_cells_are_about(others: str, document: str) -> None:
    table = columns(Measure, *({"objective": [f"ก{number}"]} for number in range(5)))
    first, *more = table["objective"].refused.values()
    findings = [first.about("8214"), *(finding.about(others) for finding in more)]
    (finding,) = gathered(Rows({Measure: table["code"].records}), findings)
    assert finding.document == document


def test_four_fifths_of_what_is_filled_in_are_enough() -> None:
    rows = [{"objective": [f"ก{number}"] if number < 8 else "1.1"} for number in range(10)]
    (finding,) = told_of(columns(Measure, *rows))
    assert (finding.values["count"], finding.values["filled"]) == (8, 10)


def test_five_texts_that_were_taken_are_told_with_their_cells_and_what_to_do_four_are_not() -> None:
    assert told_of(units("กม.", "ต้น", "แห่ง", "คน")) == []
    (finding,) = told_of(units("กม.", "ต้น", "แห่ง", "คน", "จุด"))
    assert (finding.cell, finding.document) == ("E2", "")
    assert (finding.values["cells"], finding.values["text"], finding.values["count"]) == ("E2–E6", "กม.", 5)
    assert finding.values["otherwise"] == Words("พิมพ์ “ค่าเป้าหมาย” ใหม่ทุกช่อง", "type all of “ค่าเป้าหมาย” again")


def test_a_column_of_four_texts_hides_none_behind_it() -> None:
    rows = [
        {"target": Value(text if number < 4 else ""), "unit": text, "second": Value(text), "second_unit": text}
        for number, text in enumerate(("กม.", "ต้น", "แห่ง", "คน", "จุด"))
    ]
    assert [finding.values["header"] for finding in told_of(columns(Measure, *rows))] == ["ค่าที่สอง"]


def test_a_number_that_was_refused_for_its_size_is_no_text_of_another_column() -> None:
    origin = Origin("ก.xlsx", "ตัววัด", 2, {name: (0, n) for n, name in enumerate(Measure.COLUMNS, 1)}, {"target"})
    rows = [Measure(origin=origin, code="1.1.01") for _ in range(5)]
    assert gathered(Rows({Measure: rows}), []) == []
