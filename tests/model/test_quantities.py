"""Numbers, percentages and amounts: what is typed for them, and how they are refused."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.cell import Cell, Scalar
from generator.model.kinds import Kind
from generator.model.quantities import Count, Money, Percent, Quantity, Value, value_of
from generator.words import Words
from tests.model.cells import read, refused


@pytest.mark.parametrize(
    ("kind", "meant", "typed"),
    [
        (Money(), Value.of(1200), 1200),
        (Money(), Value.of("1200.50"), 1200.5),
        (Money(), Value("รอโอน"), "รอโอน"),
        (Money(), Value(), None),
        (Percent(), Decimal(90), 90),
        (Percent(), Decimal("90.5"), 90.5),
        (Percent(), None, None),
        (Count(), 5, 5),
        (Count(), None, None),
        (Quantity(), Value.of(1200), 1200),
        (Quantity(), Value.of("0.5"), 0.5),
        (Quantity(), Value("1,200.0", Decimal("1200.0")), 1200),
        (Quantity(), Value("0.630", Decimal("0.63")), "0.630"),
        (Quantity(), Value.of(90, percent=True), "ร้อยละ 90"),
        (Quantity(), Value(), None),
    ],
)
def test_what_is_typed_is_a_number_where_it_can_be(kind: Kind[Any], meant: Any, typed: Scalar) -> None:
    found = kind.typed(meant)
    assert found == typed and type(found) is type(typed)


@pytest.mark.parametrize("kind", [Money(), Percent(), Count(), Quantity()])
def test_an_empty_cell_is_no_number(kind: Kind[Any]) -> None:
    assert not kind.empty() and kind.typed(kind.empty()) is None


@pytest.mark.parametrize(
    ("kind", "value", "code", "values"),
    [
        (Quantity(numeric=True), "มาก", "C102", {"text": "มาก"}),
        (Percent(), "ครึ่ง", "C102", {"text": "ครึ่ง"}),
        (Percent(), "๑๐๑", "C110", {
            "text": "101", "bounds": Words("ต้องอยู่ระหว่าง 0 ถึง 100", "it must be from 0 to 100")
        }),
        (Count(), "ห้า", "C102", {"text": "ห้า"}),
        (Count(), 2.5, "C118", {"text": "2.5"}),
        (Count(2, 4), 5, "C110", {"text": "5", "bounds": Words("ต้องอยู่ระหว่าง 2 ถึง 4", "it must be from 2 to 4")}),
        (Money(), "รอโอน", "C102", {"text": "รอโอน"}),
        (Money(), -1, "C110", {"text": "-1", "bounds": Words("ต้องไม่น้อยกว่า 0", "it must not be less than 0")}),
        (Money(), 1.005, "C120", {"text": "1.005"}),
    ],
)  # fmt: skip
def test_what_is_no_number_here_is_told_as_typed(
    kind: Kind[Any], value: Scalar, code: str, values: dict[str, object]
) -> None:
    assert refused(kind, value) == (code, values)


@pytest.mark.parametrize(
    ("kind", "value", "number_format", "meant"),
    [
        (Percent(), 0, "General", Decimal(0)),
        (Percent(), 100, "General", Decimal(100)),
        (Percent(), 0.9, "0%", Decimal(90)),
        (Percent(), "ร้อยละ ๙๐", "General", Decimal(90)),
        (Percent(), "90 %", "General", Decimal(90)),
        (Count(2, 4), 2, "General", 2),
        (Count(2, 4), "๔", "General", 4),
        (Money(), 0, "General", Value("0", Decimal(0))),
        (Money(), 1.000001, "General", Value("1", Decimal("1.00"))),
        (Money(), "1,200.50", "General", Value("1,200.50", Decimal("1200.5"))),
        (Quantity(), "มาก", "General", Value("มาก")),
        (Quantity(), 1.5, "0.00", Value("1.50", Decimal("1.5"))),
    ],
)
def test_numbers_are_read_as_they_are_typed(kind: Kind[Any], value: Scalar, number_format: str, meant: Any) -> None:
    assert read(kind, value, number_format) == (meant, [])


@pytest.mark.parametrize(
    ("typed", "remarked"), [("2O", True), ("12,00", True), ("ร้อยละ ๑.๒.๓", True), ("ประมาณ 5", False)]
)
def test_what_is_nearly_a_number_is_remarked(typed: str, remarked: bool) -> None:
    assert read(Quantity(), typed) == (Value(typed), [("C125", {"text": typed})] if remarked else [])


def test_a_percentage_says_so_however_it_was_typed() -> None:
    assert Value.of(90, percent=True) == Value("ร้อยละ 90", Decimal(90), True)
    assert value_of(Cell(1, 1, 0.9, "0%")) == Value("ร้อยละ 90", Decimal(90), True)
    assert value_of(Cell(1, 1, "ร้อยละ ๙๐")) == Value("ร้อยละ ๙๐", Decimal(90), True)
    assert value_of(Cell(1, 1, "90.5 %")) == Value("90.5 %", Decimal("90.5"), True)
