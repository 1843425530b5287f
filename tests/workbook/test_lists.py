"""The lists that feed the dropdowns."""

from pathlib import Path
from typing import Annotated, Any

import openpyxl
import pytest

from generator.model.codes import Code, Ref
from generator.model.form import Form, Rows
from generator.model.kinds import Choice, Text
from generator.model.kr.book import KR_FORM
from generator.model.kr.key_result import KeyResult
from generator.model.sheet import Column, Sheet
from generator.workbook.blank import write_workbook
from tests.workbook.opened import MAIN, part

CODE = Code(r"[a-z]\d", example="a1")
SIZES = Choice(("เล็ก", "ใหญ่"))


class Thing(Sheet, sheet="ของ", purpose="ของทั้งหลาย"):
    """A thing; its key stands neither first nor beside its name."""

    size: Annotated[str, Column("ขนาด", SIZES, "ขนาด")]
    code: Annotated[str, Column("รหัส", CODE, "รหัส", key=True)]
    owner: Annotated[str, Column("เจ้าของ", Ref(CODE, "ของ"), "เจ้าของ")]
    name: Annotated[str, Column("ชื่อ", Text(), "ชื่อ")]


class Box(Sheet, sheet="กล่อง's", purpose="กล่องทั้งหลาย"):
    """A box."""

    size: Annotated[str, Column("ขนาด", Choice(("A", "B, C")), "ขนาด")]
    other: Annotated[str, Column("ขนาดอื่น", SIZES, "ขนาด")]
    holds: Annotated[str, Column("ใส่", Ref(CODE, "ของ"), "ของในกล่อง")]


FORM = Form(kind="thing", version=3, title="ของและกล่อง", sheets=(Thing, Box), main=Thing)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists") / "a.xlsx"
    things = [Thing(code="b2", name="ลูกบอล"), Thing(name="ไม่มีรหัส"), Thing(code="a1")]
    write_workbook(path, FORM, Rows({Thing: things}))
    return path


def names(path: Path) -> dict[str, str]:
    found = part(path, "xl/workbook.xml").iter(f"{MAIN}definedName")
    return {name.get("name"): name.text for name in found if not name.get("name").startswith("_xlnm")}


def column(path: Path, name: str) -> list[Any]:
    """Return the stored values of the list with this name."""
    sheet = openpyxl.load_workbook(path, data_only=True)["_รายการ"]
    (values,) = (values for values in sheet.iter_cols(values_only=True) if values[0] == name)
    return [value for value in values[1:] if value]


def test_the_lists_have_names_that_every_excel_takes(path: Path) -> None:
    assert all(name.isascii() for name in names(path))
    assert names(path).keys() == {"list_size", "list_size_2", "refs_Thing"}


def test_equal_lists_are_written_once_and_others_keep_apart(path: Path) -> None:
    assert column(path, "list_size") == ["เล็ก", "ใหญ่"]
    assert column(path, "list_size_2") == ["A", "B, C"]
    assert names(path)["list_size"] == "'_รายการ'!$A$2:$A$3"


def test_a_reference_is_offered_with_its_name(path: Path) -> None:
    assert column(path, "refs_Thing") == ["b2 ลูกบอล", "a1 "]


def test_references_are_found_by_row_whatever_is_inserted_deleted_or_sorted(path: Path) -> None:
    sheet = openpyxl.load_workbook(path)["_รายการ"]
    formulas = {cell.value for cell in sheet["C"][1:]}
    assert formulas == {
        "=IF(INDEX('ของ'!$B:$B,ROW('ของ'!$B$3)+ROW()-1)=\"\",\"\","
        "INDEX('ของ'!$B:$B,ROW('ของ'!$B$3)+ROW()-1)&\" \"&INDEX('ของ'!$D:$D,ROW('ของ'!$B$3)+ROW()-1))"
    }
    assert sheet.max_row == 501


def test_the_list_of_references_ends_at_the_last_one(path: Path) -> None:
    assert names(path)["refs_Thing"].startswith("'_รายการ'!$C$2:INDEX('_รายการ'!$C$2:$C$501,MAX(1,")


def test_a_long_sheet_is_offered_whole(tmp_path: Path) -> None:
    rows = Rows({KeyResult: [KeyResult(code=str(1000 + number), name="ชื่อ") for number in range(600)]})
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM, rows)
    offered = column(path, "refs_KeyResult")
    assert (len(offered), offered[-1]) == (600, "1599 ชื่อ")
    assert openpyxl.load_workbook(path)["_รายการ"].max_row == 801
