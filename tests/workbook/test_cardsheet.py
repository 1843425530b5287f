"""A card: what is asked for stands left, what is typed in the middle."""

from pathlib import Path
from typing import Any

import pytest

from generator.model.kr.book import KR_FORM
from generator.model.kr.settings import Settings
from generator.workbook.blank import write_workbook
from tests.workbook.opened import MAIN, conditions_at, open_written, sheet_part, validation_at


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("card") / "a.xlsx"
    write_workbook(path, KR_FORM)
    return path


@pytest.fixture(scope="module")
def sheet(path: Path) -> Any:
    return open_written(path)["ตั้งค่า"]


def test_label_value_and_help_stand_side_by_side(sheet: Any) -> None:
    found = list(sheet.iter_rows(min_row=4, min_col=2, max_col=4, values_only=True))
    assert found == [(column.header, None, column.help) for column in Settings.COLUMNS.values()]
    assert sheet["B1"].value.startswith("ตั้งค่า")


def test_a_required_value_is_coloured_while_it_is_empty(sheet: Any) -> None:
    assert [conditions_at(sheet, row, 3) for row in (4, 5, 6)] == [["LEN(TRIM($C4))=0"], ["LEN(TRIM($C5))=0"], []]


def test_a_label_cannot_be_typed_over(sheet: Any) -> None:
    assert validation_at(sheet, 4, 2).formula1 == "FALSE"
    assert "หน่วยงาน" in validation_at(sheet, 4, 2).error


def test_a_year_has_its_bounds(sheet: Any) -> None:
    rule = validation_at(sheet, 5, 3)
    assert (rule.type, rule.formula1, rule.formula2, rule.errorStyle) == ("decimal", "2500", "2699", None)


def test_its_rows_grow(path: Path) -> None:
    rows = [row for row in sheet_part(path, "ตั้งค่า").iter(f"{MAIN}row") if int(row.get("r")) > 3]
    assert rows
    assert {row.get("customHeight") for row in rows} == {None}
