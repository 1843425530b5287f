"""What of the city's changes may be written into a workbook."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.model.form import Rows
from generator.model.handout.marks import Marks, marks_of
from generator.model.handout.revision import (
    Addition,
    Kept,
    Patch,
    Revision,
    Why,
    compare,
    kept_row,
    locked,
    replayed,
)
from generator.model.handout.telling import Alike
from generator.model.plan.indicators import Scoring
from generator.model.plan.lists import AgencyName, Objective
from generator.model.plan.measures import Measure
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.prose import Prose, Run
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


# ------------------------------------------------------------------------------------------ how what stays is told


TARGET = Measure.COLUMNS["district_target"].header
CELL = f"{chr(64 + CELLS['district_target'][1])}4"


def test_a_cell_that_stays_is_told_with_its_place_and_both_values() -> None:
    (kept,) = compared([OWN], [OLD], [NEW]).kept
    assert kept == Kept("ตัววัด", CELL, "8.2.14", TARGET, "45", "30", Why.TOUCHED)
    (kept,) = compared([OWN], [], [NEW]).kept
    assert kept == Kept("ตัววัด", CELL, "8.2.14", TARGET, "45", "30", Why.OWN_ROW)


def test_a_cell_whose_column_is_gone_is_told_with_its_row() -> None:
    (kept,) = compared([measure(cells={})], [measure()], [NEW]).kept
    assert kept == Kept("ตัววัด", "A4", "8.2.14", TARGET, "-", "30", Why.NO_COLUMN)


def test_texts_that_read_the_same_are_told_apart_by_what_differs() -> None:
    mine, handed = (measure(definition=Prose.of(text)) for text in "กค")
    bold = measure(definition=Prose(((Run("ก", bold=True),),)))
    (kept,) = compared([mine], [handed], [bold]).kept
    assert (kept.theirs, kept.city, kept.alike) == ("ก", "ก", Alike.FORMATS)


def test_a_deleted_row_is_told_with_all_that_the_city_changed_in_it() -> None:
    changed = measure(district_target=Value.of(30), unit="ราย")
    (kept,) = compared([], [OLD], [changed]).kept
    unit = Measure.COLUMNS["unit"].header
    assert kept == Kept("ตัววัด", "", "8.2.14", f"{unit}, {TARGET}", "", "", Why.REMOVED)


def test_a_withdrawn_row_is_told_with_its_place() -> None:
    assert compared([OLD], [OLD], []).kept == [Kept("ตัววัด", "A4", "8.2.14", "", "", "", Why.WITHDRAWN)]


def test_rows_that_the_city_never_gave_or_that_every_workbook_holds_are_not_withdrawn() -> None:
    typed = measure("1.1.01")
    assert [kept.key for kept in compared([typed, OLD], [OLD], []).kept] == ["8.2.14"]
    assert compare(rows(OLD), marks(OLD), Rows(), rows(OLD)).kept == []
    settings = Rows({PlanSettings: [PlanSettings(weight=70)]})
    kept = compare(settings, {mark[:3]: mark.value for mark in marks_of(settings)}, Rows(), Rows()).kept
    assert kept == [], "a card is no row"


def test_withdrawn_rows_are_looked_for_in_every_sheet() -> None:
    agency = AgencyName(origin=Origin("ก.xlsx", "หน่วยงาน", 9), short="สพม.", name="สำนัก")
    officer = Rows({Objective: [Objective(code="1.1", name="ก")], AgencyName: [agency, AgencyName(short="ก.")]})
    handed = {mark[:3]: mark.value for mark in marks_of(Rows({AgencyName: [agency]}))}
    assert compare(officer, handed, Rows(), Rows()).kept == [Kept("หน่วยงาน", "A9", "สพม.", "", "", "", Why.WITHDRAWN)]


def test_a_new_row_is_added_whole() -> None:
    new = measure("1.1.01")
    revision = compared([OLD], [OLD], [OLD, new])
    assert revision.additions == [Addition(Measure, "1.1.01", new)] and revision and not revision.kept


def node(code: str, name: str = "ชื่อ") -> StrategyNode:
    return StrategyNode(level="ยุทธศาสตร์", code=code, name=name)


def test_a_new_row_of_an_outline_is_left_to_the_officer() -> None:
    officer, given = Rows({StrategyNode: [node("1")]}), Rows({StrategyNode: [node("1"), node("2", "ใหม่")]})
    handed = {mark[:3]: mark.value for mark in marks_of(officer)}
    revision = compare(officer, handed, given, Rows())
    assert revision.kept == [Kept("แผนเมือง", "", "ยุทธศาสตร์ 2", "", "", "ใหม่", Why.OUTLINE)]
    assert not revision.additions
    level = Rows({Scoring: [Scoring(indicator="1.1", level=5)]})
    more = Rows({Scoring: [*level.of(Scoring), Scoring(indicator="1.1", level=4)]})
    assert [addition.key for addition in compare(level, {}, more, Rows()).additions] == ["1.1 4"], "no outline"
    first = compare(Rows(), {}, given, Rows())
    assert [addition.key for addition in first.additions] == ["ยุทธศาสตร์ 1", "ยุทธศาสตร์ 2"] and not first.kept


def test_of_the_settings_the_city_speaks_only_of_what_it_gives() -> None:
    cells = {"weight": (5, 2), "exceptions": (6, 2)}
    mine = PlanSettings(origin=Origin("ก.xlsx", "ตั้งค่า", 1, cells), weight=60, exceptions=("PM 2.5",))
    city = PlanSettings(exceptions=("Net Zero",))
    found = compare(Rows({PlanSettings: [mine]}), {}, Rows({PlanSettings: [city]}), Rows())
    header = PlanSettings.COLUMNS["exceptions"].header
    assert found.kept == [Kept("ตั้งค่า", "B7", "", header, "PM 2.5", "Net Zero", Why.OWN_ROW)]


def test_a_cell_that_says_so_already_has_its_mark_renewed() -> None:
    assert compared([NEW], [OLD], [NEW]).renewed == [Patch(Measure, "8.2.14", "district_target", NEW, Value.of(30))]
    assert compared([NEW], [], [NEW]).renewed == [], "nobody handed that row out"


# ----------------------------------------------------------------------------------------- what could not be written


def test_a_locked_cell_is_told_with_its_place_and_both_values() -> None:
    assert locked(Patch(Measure, "8.2.14", "district_target", OLD, Value.of(30))) == Kept(
        "ตัววัด", CELL, "8.2.14", TARGET, "40", "30", Why.LOCKED
    )
    plain, bold = measure(definition=Prose.of("ก")), Prose(((Run("ก", bold=True),),))
    assert locked(Patch(Measure, "8.2.14", "definition", plain, bold)).alike is Alike.FORMATS


def test_a_row_without_a_sheet_is_told_by_its_key() -> None:
    assert kept_row(Addition(Measure, "8.2.14", OLD), Why.NO_SHEET) == Kept(
        "ตัววัด", "", "8.2.14", "", "", "", Why.NO_SHEET
    )


# ---------------------------------------------------------------------------------------------------- told once again


def test_what_is_told_again_is_what_was_written() -> None:
    other, new = measure("9.1.01", district_target=Value.of(1)), measure("1.1.01")
    revised = [new, NEW, measure("9.1.01", district_target=Value.of(2))]
    again = replayed(rows(OLD, other), marks(OLD, other), rows(*revised), marks(*revised))
    assert again.additions == [Addition(Measure, "1.1.01", new)]
    assert again.patches == [
        Patch(Measure, "8.2.14", "district_target", OLD, Value.of(30)),
        Patch(Measure, "9.1.01", "district_target", other, Value.of(2)),
    ]
    assert not again.renewed and not again.kept


def test_a_renewed_mark_is_told_again_as_one() -> None:
    again = replayed(rows(NEW), marks(OLD), rows(NEW), marks(NEW))
    assert again.renewed == [Patch(Measure, "8.2.14", "district_target", NEW, Value.of(30))] and not again.patches


def test_rows_without_a_mark_are_not_told_again() -> None:
    own = measure("1.1.01", district_target=Value.of(1))
    again = replayed(rows(own, OLD), marks(OLD), rows(own, NEW), marks(NEW))
    assert [patch.key for patch in again.patches] == ["8.2.14"] and not again.additions


def test_a_row_that_its_officer_deleted_is_not_told_again() -> None:
    last = measure("9.1.01", district_target=Value.of(1))
    revised = measure("9.1.01", district_target=Value.of(2))
    again = replayed(rows(last), marks(OLD, last), rows(NEW, revised), marks(NEW, revised))
    assert [patch.key for patch in again.patches] == ["9.1.01"]


def test_a_cell_that_was_filled_or_emptied_is_told_again() -> None:
    filled = replayed(rows(measure()), marks(measure()), rows(OLD), marks(OLD))
    assert [patch.value for patch in filled.patches] == [Value.of(40)]
    emptied = replayed(rows(OLD), marks(OLD), rows(measure()), marks(measure()))
    assert [patch.value for patch in emptied.patches] == [Value()]
