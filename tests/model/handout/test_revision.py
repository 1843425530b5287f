"""What of the city's changes may be written into a workbook."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.model.form import Rows
from generator.model.handout.marks import Marks, marks_of
from generator.model.handout.revision import Revision, Why, compare, replayed
from generator.model.plan.measures import Measure
from generator.model.quantities import Value
from generator.model.sheet import Origin

CELLS: Mapping[str, tuple[int, int]] = {name: (0, column) for column, name in enumerate(Measure.COLUMNS, 1)}


def measure(code: str = "8.2.14", cells: Mapping[str, tuple[int, int]] = CELLS, **values: Any) -> Any:
    values.setdefault("name", "จำนวนคน")
    refused = frozenset(values.pop("refused", ()))
    return Measure(origin=Origin("ก.xlsx", "ตัววัด", 4, cells, refused), code=code, **values)


def rows(*measures: Any) -> Rows:
    return Rows({Measure: measures})


def marks(*measures: Any) -> Marks:
    return {mark[:3]: mark.value for mark in marks_of(rows(*measures))}


def compared(officer: Any, handed: Any, given: Any) -> Revision:
    return compare(rows(*officer), marks(*handed), rows(*given), Rows())


OLD, NEW, OWN = (measure(district_target=Value.of(number)) for number in (40, 30, 45))


def test_an_untouched_cell_is_patched() -> None:
    revision = compared([OLD], [OLD], [NEW])
    (patch,) = revision.patches
    assert (patch.key, patch.name, patch.value) == ("8.2.14", "district_target", Value.of(30)) and not revision.kept


@pytest.mark.parametrize(
    ("officer", "handed", "given", "why"),
    [
        ([OWN], [OLD], [NEW], Why.TOUCHED),
        ([measure()], [OLD], [NEW], Why.TOUCHED),
        ([measure(refused=["district_target"])], [measure()], [NEW], Why.TOUCHED),
        ([OWN], [], [NEW], Why.OWN_ROW),
        ([], [OLD], [NEW], Why.REMOVED),
        ([OLD], [OLD], [], Why.WITHDRAWN),
        ([measure(cells={"name": (0, 1)})], [measure()], [NEW], Why.NO_COLUMN),
    ],
    ids=["changed", "emptied", "unreadable", "typed by themselves", "deleted", "withdrawn", "column gone"],
)
def test_what_is_the_officers_stays(officer: Any, handed: Any, given: Any, why: Why) -> None:
    revision = compared(officer, handed, given)
    assert not revision and [kept.why for kept in revision.kept] == [why]


@pytest.mark.parametrize(("officer", "handed"), [([OLD], [OLD]), ([OWN], [OLD]), ([], [OLD]), ([NEW], [OLD])])
def test_what_the_city_did_not_change_is_not_spoken_of(officer: Any, handed: Any) -> None:
    given = [NEW] if officer == [NEW] else [OLD]
    revision = compared(officer, handed, given)
    assert not revision and revision.kept == []
    assert [patch.value for patch in revision.renewed] == ([Value.of(30)] if officer == [NEW] else [])


def test_a_cell_that_the_city_empties_is_emptied() -> None:
    (patch,) = compared([OLD], [OLD], [measure()]).patches
    assert patch.value == Value()


def test_a_revision_can_be_told_again_from_what_it_made() -> None:
    """So a revised copy that nobody touched is known, and may give way to a newer one."""
    new = measure("1.1.01")
    revised = [NEW, new]
    again = replayed(rows(OLD), marks(OLD), rows(*revised), marks(*revised))
    assert [(patch.key, patch.value) for patch in again.patches] == [("8.2.14", Value.of(30))]
    assert [addition.key for addition in again.additions] == ["1.1.01"]
    own = [OWN, new, measure("1.1.02")]
    assert not replayed(rows(OLD), marks(OLD), rows(*own), marks(OLD))
