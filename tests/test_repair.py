"""What has only one right answer is mended in a copy; every change is told, and all else stays."""

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.copies import waiting_copies
from generator.files import Exists
from generator.model.mending import Reason
from generator.reading import find_workbooks
from generator.repair import repair
from generator.report import change_lines, visible
from tests.minibook import complete, draw
from tests.workbook.rich import parts_of

DRAWING = (
    complete(หน่วยนับ="'  คน", โทรศัพท์ผู้ประสานงาน="20000001")
    .replace("ชื่อหน่วยงาน/ส่วนราชการ", "ชื่อ")
    .replace("'8214 | H", "2014-02-08 | (H)")
    .replace("'8214 | นิยาม", "'๘๒๑๔ | นิยาม")
    + "== แนบ ๘๒๑๔\nชื่อตาราง | ก  ข\nเขต | กลุ่ม | เป้าหมาย\nดุสิต | กท.กลาง | ' ๑๐๐\n"
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return draw(DRAWING, tmp_path / "ก.xlsx")


def test_every_change_is_told_with_cell_before_after_and_reason(workbook: Path) -> None:
    before = workbook.read_bytes()
    repaired = repair(workbook)
    told = [
        (f"{change.place.sheet}!{change.place.cell}", change.before, change.after, change.reason)
        for change in repaired.changes
    ]
    assert told == [
        ("KR!J2", "  คน", "คน", Reason.TEXT),
        ("KR!Y2", 20000001, "020000001", Reason.ZERO),
        ("นิยาม!A2", "๘๒๑๔", "8214", Reason.CODE),
        ("หน่วยงาน!C1", "ชื่อ", "ชื่อหน่วยงาน/ส่วนราชการ", Reason.HEADER),
        ("หน่วยงาน!A2", datetime(2014, 2, 8), "8214", Reason.DATE),
        ("หน่วยงาน!B2", "(H)", "H", Reason.CHOICE),
        ("แนบ ๘๒๑๔!B1", "ก  ข", "ก ข", Reason.TEXT),
        ("แนบ ๘๒๑๔!C3", " ๑๐๐", "๑๐๐", Reason.TEXT),
    ]
    assert workbook.read_bytes() == before
    assert repaired.copy is not None
    book = openpyxl.load_workbook(repaired.copy)
    for place, _, after, _ in told:
        sheet, cell = place.split("!")
        assert book[sheet][cell].value == after


def test_mending_what_was_mended_changes_nothing(workbook: Path) -> None:
    copy = repair(workbook).copy
    assert copy is not None
    again = repair(copy)
    assert (again.copy, again.changes) == (None, ())
    assert repair(workbook).copy == copy, "the same copy is not written twice"


def test_only_the_sheets_with_changes_change(workbook: Path) -> None:
    copy = repair(workbook).copy
    assert copy is not None
    before, after = parts_of(workbook.read_bytes()), parts_of(copy.read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert list(before) == list(after)
    assert changed == {f"xl/worksheets/sheet{number}.xml" for number in (2, 3, 4, 7)}


def test_what_is_left_is_counted_by_the_copy(workbook: Path) -> None:
    assert {finding.rule.code for finding in repair(workbook).left} & {"C107", "C108"} == set()
    left = repair(draw(complete(สถานะ="พร้อมเซ็น", หน่วยนับ="' คน"), workbook.with_name("ข.xlsx"))).left
    assert [finding.rule.code for finding in left] == ["C103"]


def test_a_formula_and_a_rich_text_are_never_replaced(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["KR"]["B2"] = '=" ชื่อ "'
        book["KR"]["C2"] = openpyxl.cell.rich_text.CellRichText(
            "  ก ", openpyxl.cell.rich_text.TextBlock(openpyxl.cell.text.InlineFont(color="FF0000"), "แดง  ")
        )

    assert repair(draw(complete(), tmp_path / "ก.xlsx", change)).changes == ()


def test_a_header_that_a_table_of_excel_repeats_is_left_alone(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        from openpyxl.worksheet.table import Table

        book["หน่วยงาน"].add_table(Table(displayName="ต", ref="A1:E2"))

    drawing = complete().replace("ชื่อหน่วยงาน/ส่วนราชการ", "ชื่อ")
    assert repair(draw(drawing, tmp_path / "ก.xlsx", change)).changes == ()


def test_no_file_is_written_over(workbook: Path) -> None:
    before = workbook.read_bytes()
    with pytest.raises(Exists):
        repair(workbook, workbook)
    assert workbook.read_bytes() == before


def test_what_is_no_workbook_of_ours_is_left_alone(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "หน่วยงาน"
    book.active.append(["KR", "บทบาท", "ชื่อ", "ค่าเป้าหมาย"])
    book.save(tmp_path / "ก.xlsx")
    (tmp_path / "ข.xlsx").write_bytes(b"PK\x03\x04")
    for name in ("ก.xlsx", "ข.xlsx"):
        repaired = repair(tmp_path / name)
        assert repaired.copy is None and repaired.left


def test_the_copy_waits_beside_its_workbook(workbook: Path) -> None:
    copy = repair(workbook).copy
    assert copy is not None and copy.name == "ก.แก้แล้ว.xlsx"
    assert find_workbooks([workbook.parent]) == [workbook]
    assert [finding.values["name"] for finding in waiting_copies([workbook])] == [copy.name]


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("  ก \u200b ข\u00a0\n ค ") == "␣␣ก ‹U+200B› ข‹U+00A0›⏎ ค␣"
    assert visible("ก  ข") == "ก␣␣ข" and visible("ก ข") == "ก ข"


def test_changes_are_lines_with_both_values(workbook: Path) -> None:
    lines = change_lines(repair(workbook).changes, "th")
    assert lines[1] == "ก.xlsx"
    assert "  KR!J2 “␣␣คน” → “คน”  วรรค อักขระที่มองไม่เห็น หรือลำดับสระและวรรณยุกต์" in lines
    assert "  หน่วยงาน!A2 “8 กุมภาพันธ์ 2557” → “8214”  รหัสที่ Excel เปลี่ยนเป็นวันที่" in lines
