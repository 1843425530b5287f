"""Marked copies beside the workbooks of officers: never in the way of their work, and an input as good as any."""

import os
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.copies import MARKED, MENDED, REVISED, copies_of, waiting_copies
from generator.files import Exists
from generator.marked import Fate, write_marked
from generator.model.rules import workbook_rules
from generator.reading import find_faults, find_workbooks
from generator.words import Halt
from tests.minibook import complete, draw


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return draw(complete(หน่วยนับ="", สถานะ="พร้อมเซ็น"), tmp_path / "ก.xlsx")


def mark(workbook: Path, target: Path | None = None) -> Any:
    return write_marked(workbook, find_faults(workbook).findings, "th", target)


def save_as_excel_does(path: Path, **cells: Any) -> None:
    """Save a workbook anew, with other values in the sheet KR."""
    book = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book["KR"][cell] = value
    book.save(path)


def places(workbook: Path) -> list[tuple[str, str, str]]:
    return [(finding.rule.code, finding.sheet, finding.cell) for finding in find_faults(workbook).findings]


def test_the_copy_lies_beside_and_the_workbook_is_not_touched(workbook: Path) -> None:
    before = workbook.read_bytes()
    written = mark(workbook)
    assert (written.fate, written.copy) == (Fate.WRITTEN, workbook.with_name("ก.ตรวจแล้ว.xlsx"))
    assert workbook.read_bytes() == before and written.copy.is_file()


def test_the_copy_is_read_like_the_workbook(workbook: Path) -> None:
    assert places(mark(workbook).copy) == places(workbook) != []


def test_a_folder_passes_copies_over_as_long_as_their_workbook_is_there(workbook: Path) -> None:
    copy = mark(workbook).copy
    again = mark(copy).copy
    assert again.name == "ก.ตรวจแล้ว-2.xlsx"
    assert find_workbooks([workbook.parent]) == [workbook]
    assert find_workbooks([copy]) == [copy], "named, it is read"
    workbook.unlink()
    assert find_workbooks([copy.parent]) == [copy]
    copy.unlink()
    assert find_workbooks([copy.parent]) == [again]


def test_a_corrected_copy_is_an_input_as_it_is(workbook: Path) -> None:
    copy = mark(workbook).copy
    save_as_excel_does(copy, D2="ร่าง", J2="คน")
    assert places(copy) == []


def test_marking_again_writes_over_a_copy_that_nobody_has_saved(workbook: Path) -> None:
    first = mark(workbook).copy.read_bytes()
    assert mark(workbook).copy.read_bytes() == first
    save_as_excel_does(workbook, J2="คน")
    assert mark(workbook).copy.name == "ก.ตรวจแล้ว.xlsx"
    assert mark(workbook).copy.read_bytes() != first


def test_a_copy_in_which_somebody_worked_is_never_written_over(workbook: Path) -> None:
    copy = mark(workbook).copy
    save_as_excel_does(copy, J2="คน")
    theirs = copy.read_bytes()
    assert mark(workbook).copy.name == "ก.ตรวจแล้ว-2.xlsx"
    with pytest.raises(Exists):
        mark(workbook, copy)
    assert copy.read_bytes() == theirs


def test_a_copy_in_which_somebody_worked_is_spoken_of(workbook: Path) -> None:
    copy = mark(workbook).copy
    assert waiting_copies([workbook]) == []
    save_as_excel_does(copy, J2="คน")
    (finding,) = waiting_copies([workbook])
    assert (finding.rule, finding.workbook) == (workbook_rules.COPY_WAITING, "ก.xlsx")
    assert "ก.ตรวจแล้ว.xlsx" in finding.message("th")
    assert waiting_copies([workbook, copy]) == [] == waiting_copies([copy])


def test_a_workbook_without_faults_gets_no_copy_and_an_old_one_goes(workbook: Path) -> None:
    copy = mark(workbook).copy
    save_as_excel_does(workbook, D2="ร่าง", J2="คน")
    assert mark(workbook).fate is Fate.REMOVED and not copy.exists()
    assert mark(workbook).fate is Fate.CLEAN and not copy.exists()


def test_marks_of_a_corrected_copy_are_taken_out(workbook: Path, tmp_path: Path) -> None:
    copy = mark(workbook).copy
    save_as_excel_does(copy, D2="ร่าง", J2="คน")
    clean = mark(copy, tmp_path / "สะอาด").copy
    assert clean.name == "สะอาด.xlsx"
    sheet = openpyxl.load_workbook(clean)["KR"]
    assert sheet["D2"].comment is None and not sheet.conditional_formatting


@pytest.mark.parametrize("way", ["itself", "by a link", "through another folder"])
def test_the_workbook_itself_is_no_target(workbook: Path, tmp_path: Path, way: str) -> None:
    before = workbook.read_bytes()
    (tmp_path / "ข").mkdir()
    target = {
        "itself": workbook,
        "by a link": tmp_path / "ลิงก์.xlsx",
        "through another folder": tmp_path / "ข" / ".." / "ก.xlsx",
    }[way]
    if way == "by a link":
        os.link(workbook, target)
    with pytest.raises(Halt, match="is checked"):
        mark(workbook, target)
    assert workbook.read_bytes() == before


def test_no_other_file_is_written_over(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "ของเขา.xlsx").write_bytes(b"theirs")
    with pytest.raises(Exists):
        mark(workbook, tmp_path / "ของเขา.xlsx")
    assert (tmp_path / "ของเขา.xlsx").read_bytes() == b"theirs"


def test_a_file_that_is_no_workbook_cannot_be_marked(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    path.write_bytes(b"PK\x03\x04nothing")
    assert mark(path).fate is Fate.REFUSED
    assert list(tmp_path.iterdir()) == [path]


def test_names_of_copies_are_those_of_the_workbook(tmp_path: Path) -> None:
    def first(name: str, what: str) -> list[str]:
        names = copies_of(tmp_path / name, what)
        return [next(names).name, next(names).name]

    assert first("ก.xlsx", MARKED) == ["ก.ตรวจแล้ว.xlsx", "ก.ตรวจแล้ว-2.xlsx"]
    assert first("ก.ตรวจแล้ว.xlsx", MARKED) == ["ก.ตรวจแล้ว-2.xlsx", "ก.ตรวจแล้ว-3.xlsx"]
    assert first("ก.xlsx", REVISED)[0] == "ก.ปรับปรุง.xlsx"
    assert first("ก.แก้แล้ว.xlsx", MARKED) == ["ก.แก้แล้ว.ตรวจแล้ว.xlsx", "ก.แก้แล้ว.ตรวจแล้ว-2.xlsx"]
    assert first("ก.ตรวจแล้ว.xlsx", MENDED) == ["ก.ตรวจแล้ว.แก้แล้ว.xlsx", "ก.ตรวจแล้ว.แก้แล้ว-2.xlsx"]
