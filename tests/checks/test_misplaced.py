"""A column that holds what belongs elsewhere is one finding, and nothing is compared with it."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.finding import Finding
from generator.reading import read_and_check
from tests import planbook
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
