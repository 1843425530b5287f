"""What values mean in the columns of a sheet: remembered, and not mixed up."""

from typing import Annotated

import pytest

from generator.model.cell import Cell
from generator.model.kinds import Flag, Refusal, Text
from generator.model.quantities import Quantity
from generator.model.sheet import Column, Sheet
from generator.workbook.meanings import LONGEST, REMEMBERED, Remarked, is_nothing, meanings


class Thing(Sheet, sheet="สิ่งของ", purpose="ทดสอบ"):
    name: Annotated[str, Column("ชื่อ", Text(longest=5), "")]
    count: Annotated[object, Column("จำนวน", Quantity(), "")]
    ticked: Annotated[bool, Column("เลือก", Flag(), "")]


def test_a_number_means_what_its_format_shows() -> None:
    count = meanings(Thing)["count"]
    assert [count(0.5, code).text for code in ("0.00", "0%", "0.00")] == ["0.50", "ร้อยละ 50", "0.50"]


def test_equal_values_of_other_types_are_told_apart() -> None:
    ticked = meanings(Thing)["ticked"]
    assert ticked(True, "General") is True
    with pytest.raises(Refusal):
        ticked("2", "General")
    count = meanings(Thing)["count"]
    assert [str(count(value, "General").number) for value in (1, 1.0, 1)] == ["1", "1.0", "1"]


def test_what_is_remarked_or_refused_is_so_every_time() -> None:
    for _ in range(2):
        with pytest.raises(Remarked):
            meanings(Thing)["name"]("ยาวกว่าห้า", "@")
        with pytest.raises(Refusal):
            meanings(Thing)["ticked"]("อาจจะ", "@")


def test_the_same_value_is_parsed_once_but_neither_all_nor_long_ones_are_kept() -> None:
    count = meanings(Thing)["count"]
    first = count(7_777, "0")
    assert count(7_777, "0") is first
    for number in range(REMEMBERED):
        count(number, "0.0")
    assert count(7_777, "0") is not first
    long = "ก" * (LONGEST + 1)
    assert count(long, "@") is not count(long, "@")


@pytest.mark.parametrize("value", [None, "", "-", "–", "—"])
def test_blanks_and_dashes_mean_nothing(value: str | None) -> None:
    assert is_nothing(Cell(1, 1, value))
    assert not is_nothing(Cell(1, 1, 0))
