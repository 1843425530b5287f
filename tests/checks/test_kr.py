"""Every check of the KR workbook finds its fault, at its cell, and is silent without it."""

from pathlib import Path

import pytest

from generator.checks.kr import check
from generator.model.districts import DISTRICTS
from generator.model.finding import Finding
from generator.model.kr.book import KR_FORM, KrBook
from generator.workbook.reader import read_workbook
from tests.minibook import attachment, complete, draw, whole


def findings(drawing: str, folder: Path) -> list[Finding]:
    reading = read_workbook(draw(drawing, folder / "สมุด.xlsx"), KR_FORM)
    assert reading.findings == []
    return list(check(KrBook.of(reading.rows)))


def told(drawing: str, folder: Path) -> list[tuple[str, str, str]]:
    return [(f.sheet, f.cell, f.rule.code) for f in findings(drawing, folder)]


def test_a_book_without_fault_has_no_findings(tmp_path: Path) -> None:
    assert told(whole(), tmp_path) == []


def test_a_code_that_stands_twice_is_found_with_both_cells(tmp_path: Path) -> None:
    drawing = whole()
    row = next(line for line in drawing.splitlines() if line.startswith("'8214 | จำนวนคน"))
    (finding,) = findings(drawing.replace(row, f"{row}\n{row}"), tmp_path)
    assert (finding.cell, finding.rule.code, finding.values["other"]) == ("A3", "R201", "A2")


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("'8214 | นิยาม | | ความหมาย", ("นิยาม", "A3", "X301")),
        ("'8214 | H | | 100 | ติดตาม", ("หน่วยงาน", "A3", "X301")),
    ],
)
def test_a_row_of_an_unknown_key_result_is_found(tmp_path: Path, row: str, cell: tuple[str, str, str]) -> None:
    added = row.replace("8214", "8241")
    faults = findings(whole().replace(row, f"{row}\n{added}"), tmp_path)
    assert [(f.sheet, f.cell, f.rule.code) for f in faults] == [cell]
    assert "8214" in faults[0].message("th") and faults[0].document == ""


def test_an_attachment_of_an_unknown_key_result_is_found(tmp_path: Path) -> None:
    assert ("แนบ 8299", "C7", "X301") in told(whole() + attachment().replace("แนบ 8214", "แนบ 8299"), tmp_path)


def test_a_key_result_without_host_is_found(tmp_path: Path) -> None:
    drawing = whole().replace("'8214 | H | | 100 | ติดตาม\n", "")
    assert told(drawing, tmp_path) == [("KR", "A2", "X310")]


def test_a_key_result_without_method_is_found(tmp_path: Path) -> None:
    assert told(whole().replace("'8214 | วิธีคำนวณ | | นับจำนวน\n", ""), tmp_path) == [("KR", "A2", "X311")]


def test_a_promise_without_attachment_is_found_and_the_other_way_round(tmp_path: Path) -> None:
    assert told(complete(แนบรายละเอียดเป้าหมาย="✓", แนบมาตรฐาน="✓"), tmp_path) == [
        ("KR", "L2", "X308"),
        ("KR", "M2", "X308"),
    ]
    assert told(
        whole().replace("KR | หัวเรื่อง | ข้อความ\n== ตัวอย่าง", "KR | หัวเรื่อง | ข้อความ\n'8214 | | ก\n== ตัวอย่าง"), tmp_path
    ) == [("KR", "L2", "X309")]


def test_a_district_that_stands_twice_and_one_that_is_missing_are_found(tmp_path: Path) -> None:
    drawing = whole().replace("\nบางแค |", "\nบางบอน |")
    assert told(drawing, tmp_path) == [("แนบ 8214", "A46", "X303"), ("แนบ 8214", "C7", "X304")]


def test_a_district_in_another_group_is_found(tmp_path: Path) -> None:
    assert told(whole().replace("ภาษีเจริญ | |", "ภาษีเจริญ | กท.ใต้ |"), tmp_path) == [("แนบ 8214", "B47", "X305")]


def test_an_attachment_without_figures_is_found(tmp_path: Path) -> None:
    bare = attachment({d.name: "" for d in DISTRICTS}, headers="", target="-")
    faults = [f for f in _unchecked(complete(bare, แนบรายละเอียดเป้าหมาย="✓"), tmp_path) if f.rule.code == "X307"]
    assert [f.when_final for f in faults] == [True]


def _unchecked(drawing: str, folder: Path) -> list[Finding]:
    reading = read_workbook(draw(drawing, folder / "สมุด.xlsx"), KR_FORM)
    return list(check(KrBook.of(reading.rows)))


def test_a_target_column_that_is_not_there_is_found(tmp_path: Path) -> None:
    drawing = complete(attachment(target="เป้า"), แนบรายละเอียดเป้าหมาย="✓")
    assert told(drawing, tmp_path) == [("แนบ 8214", "B6", "X306")]


def test_empty_figures_are_one_warning_a_column(tmp_path: Path) -> None:
    drawing = complete(attachment({"ดุสิต": "| 2", "บางแค": "| 2"}), แนบรายละเอียดเป้าหมาย="✓")
    (finding,) = findings(drawing, tmp_path)
    assert (finding.cell, finding.rule.code, finding.is_error, finding.values["count"]) == ("C9", "B404", False, 2)


def test_districts_that_do_not_add_up_are_found_with_the_difference(tmp_path: Path) -> None:
    drawing = complete(attachment({"ดุสิต": "2 | 9"}), แนบรายละเอียดเป้าหมาย="✓")
    (finding,) = findings(drawing, tmp_path)
    assert (finding.rule.code, finding.values["total"], finding.values["difference"]) == ("B401", "107", "7")
    assert finding.values["other"] == "KR!I2"


def test_a_percentage_is_not_added_up(tmp_path: Path) -> None:
    drawing = complete(attachment({"ดุสิต": "2 | 9"}), แนบรายละเอียดเป้าหมาย="✓", หน่วยนับ="ร้อยละ")
    assert told(drawing, tmp_path) == []


def test_a_host_target_that_differs_from_the_total_is_found(tmp_path: Path) -> None:
    (finding,) = findings(whole().replace("| H | | 100 |", "| H | | 60 |"), tmp_path)
    assert (finding.sheet, finding.cell, finding.rule.code) == ("หน่วยงาน", "D2", "B402")


@pytest.mark.parametrize(("base", "right", "wrong"), [("45", "41", "40"), ("22", "20", "19"), ("15", "14", "13")])
def test_a_share_is_rounded_half_up(tmp_path: Path, base: str, right: str, wrong: str) -> None:
    def drawing(target: str) -> str:
        figures = {d.name: f"{base} | {right}" for d in DISTRICTS} | {"ดุสิต": f"{base} | {target}"}
        total = {"ค่าเป้าหมายรวม": "90", "หน่วยนับ": "ร้อยละ"}
        ready = complete(attachment(figures), แนบรายละเอียดเป้าหมาย="✓", ร้อยละต่อเขต="90", **total)
        return ready.replace("| H | | 100 |", "| H | | 90 |")

    assert told(drawing(right), tmp_path) == []
    (finding,) = findings(drawing(wrong), tmp_path)
    assert (finding.rule.code, finding.cell, finding.values["right"]) == ("B403", "D9", right)
