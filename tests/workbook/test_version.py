"""The hidden sheet that remembers which cells were filled in."""

from pathlib import Path

import openpyxl
import pytest

from generator.model.plan.book import PLAN_FORM
from generator.workbook.blank import workbook_bytes
from generator.workbook.reader import read_workbook

pytestmark = pytest.mark.usefixtures("short_lists")


def test_marks_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    marks = [("ตัววัด", "8.2.14", "", ""), ("ตัววัด", "8.2.14", "ชื่อ", "abc"), ("version", "version", "x", "y")]
    path.write_bytes(workbook_bytes(PLAN_FORM, marks=marks))
    version = read_workbook(path, PLAN_FORM).version
    assert (version.there, version.number) == (True, 1)
    assert [(*place, value) for place, value in version.marks.items()] == marks
    assert (list(version.rows.values()), version.free) == ([5, 6, 7], 8)


def test_a_workbook_without_marks_or_without_the_sheet_has_none(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    path.write_bytes(workbook_bytes(PLAN_FORM))
    version = read_workbook(path, PLAN_FORM).version
    assert version.there and version.marks == {}
    book = openpyxl.load_workbook(path)
    del book["_รุ่น"]
    book.save(path)
    assert not read_workbook(path, PLAN_FORM).version.there
