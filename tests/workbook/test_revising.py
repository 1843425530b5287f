"""Values and rows of a form, written into a copy of an officer's workbook."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.model.plan.book import PLAN_FORM
from generator.model.plan.measures import Measure
from generator.model.quantities import Quantity, Value
from generator.workbook.blank import workbook_bytes
from generator.workbook.reader import read_workbook
from generator.workbook.revising import NewCell, Reviser

pytestmark = pytest.mark.usefixtures("short_lists")


def revised(tmp_path: Path, change: Any, before: Any = None) -> Path:
    path = tmp_path / "ก.xlsx"
    path.write_bytes(workbook_bytes(PLAN_FORM))
    if before is not None:
        book = openpyxl.load_workbook(path)
        before(book)
        book.save(path)
    reviser = Reviser(path.read_bytes(), PLAN_FORM, read_workbook(path, PLAN_FORM).version)
    change(reviser)
    path.write_bytes(reviser.to_bytes())
    return path


@pytest.mark.parametrize(
    ("value", "stored"),
    [(Value.of(1200), 1200), (Value.of("0.630"), "0.630"), (Value.of("0.63"), 0.63), (Value("ร้อยละ 90"), "ร้อยละ 90")],
)
def test_a_number_is_written_so_that_it_prints_as_it_should(tmp_path: Path, value: Value, stored: object) -> None:
    path = revised(tmp_path, lambda reviser: reviser.write(NewCell("ตัววัด", 4, 5, Quantity(), value)))
    assert openpyxl.load_workbook(path)["ตัววัด"]["E4"].value == stored


def test_rows_are_added_below_all_that_is_there(tmp_path: Path) -> None:
    def add(reviser: Reviser) -> None:
        places = [reviser.append(Measure, Measure(code=f"1.1.0{number}", name="ก")) for number in (1, 2)]  # type: ignore[call-arg]
        assert [place.cell for place in places if place] == ["A10", "A11"]

    def note(book: Any) -> None:
        book["ตัววัด"]["C9"] = "จดไว้"

    path = revised(tmp_path, add, note)
    assert [measure.code for measure in read_workbook(path, PLAN_FORM).rows.of(Measure)] == ["", "1.1.01", "1.1.02"]


def test_a_row_needs_its_sheet_and_its_header(tmp_path: Path) -> None:
    def spoil(book: Any) -> None:
        book["ตัววัด"].delete_rows(3)

    def add(reviser: Reviser) -> None:
        assert reviser.append(Measure, Measure(code="1.1.01", name="ก")) is None  # type: ignore[call-arg]

    revised(tmp_path, add, spoil)


def test_marks_are_written_over_or_below(tmp_path: Path) -> None:
    path = revised(tmp_path, lambda reviser: reviser.remember([("ก", "1", "ข", "x"), ("ก", "2", "ข", "y")]))
    reviser = Reviser(path.read_bytes(), PLAN_FORM, read_workbook(path, PLAN_FORM).version)
    reviser.remember([("ก", "1", "ข", "z"), ("ก", "3", "ข", "w")])
    path.write_bytes(reviser.to_bytes())
    marks = read_workbook(path, PLAN_FORM).version.marks
    assert marks == {("ก", "1", "ข"): "z", ("ก", "2", "ข"): "y", ("ก", "3", "ข"): "w"}
