"""Days, months and years: how they are read, and how they are refused."""

from datetime import date, datetime
from typing import Any

import pytest

from generator.model.cell import Scalar
from generator.model.kinds import Kind
from generator.model.moments import Day, Month, Year
from generator.thai.dates import FISCAL_MONTHS
from generator.words import Words
from tests.model.cells import read, refused


@pytest.mark.parametrize(
    ("kind", "value", "meant"),
    [
        (Day(), datetime(2024, 1, 15), date(2024, 1, 15)),
        (Day(), datetime(2567, 1, 15), date(2024, 1, 15)),
        (Day(), "๑๕ มกราคม ๒๕๖๗", date(2024, 1, 15)),
        (Month(), "ต.ค.", 10),
        (Month(), "มกราคม", 1),
        (Year(), 2500, 2500),
        (Year(), 2699, 2699),
        (Year(), " พ . ศ . 2568", 2568),
    ],
)
def test_times_are_read_in_thai_and_as_excel_holds_them(kind: Kind[Any], value: Scalar, meant: Any) -> None:
    assert read(kind, value) == (meant, [])


@pytest.mark.parametrize(
    ("kind", "meant", "typed"),
    [(Day(), date(2024, 1, 15), "15 มกราคม 2567"), (Month(), 10, "ต.ค."), (Month(), 1, "ม.ค."), (Year(), 2568, 2568)],
)
def test_times_are_typed_so_that_they_read_back(kind: Kind[Any], meant: Any, typed: Scalar) -> None:
    assert kind.typed(meant) == typed and read(kind, typed)[0] == meant


@pytest.mark.parametrize(("kind", "nothing"), [(Day(), None), (Month(), 0), (Year(), 0)])
def test_an_empty_cell_is_no_time(kind: Kind[Any], nothing: Any) -> None:
    assert kind.empty() == nothing and kind.typed(nothing) is None


COMMON_ERA = Words(" (ค.ศ. 2025 คือ พ.ศ. 2568)", " (2025 of the Common Era is 2568)")


@pytest.mark.parametrize(
    ("kind", "value", "code", "values"),
    [
        (Day(), "วันนี้", "C116", {"text": "วันนี้"}),
        (Month(), "เดือนหน้า", "C103", {"text": "เดือนหน้า", "guess": "", "choices": ", ".join(FISCAL_MONTHS)}),
        (Year(), "ปีนี้", "C109", {"text": "ปีนี้", "guess": Words("", "")}),
        (Year(), 2025, "C109", {"text": "2025", "guess": COMMON_ERA}),
        (Year(), 2499, "C109", {"text": "2499", "guess": Words("", "")}),
        (Year(), 2700, "C109", {"text": "2700", "guess": Words("", "")}),
        (Year(), 2157, "C109", {"text": "2157", "guess": Words("", "")}),
        (Year(), 1956, "C109", {"text": "1956", "guess": Words("", "")}),
        (Year(), 25680, "C109", {"text": "25680", "guess": Words("", "")}),
    ],
)
def test_what_is_no_time_is_told_as_typed(kind: Kind[Any], value: Scalar, code: str, values: dict[str, object]) -> None:
    assert refused(kind, value) == (code, values)


@pytest.mark.parametrize(("year", "near"), [(1957, 2500), (2156, 2699)])
def test_a_year_of_the_common_era_is_recognised(year: int, near: int) -> None:
    guess = refused(Year(), year)[1]["guess"]
    assert isinstance(guess, Words) and f"พ.ศ. {near}" in guess.th
