"""One district: writes its workbook, or, if there is one, a revised copy beside it that only the city's changes are in.

What stands in the folder is never changed. Knows no command line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import Any

from generator.copies import REVISED, copy_of, is_copy
from generator.files import put
from generator.model.districts import District
from generator.model.finding import Finding, Place
from generator.model.form import Rows
from generator.model.handout.carrying import carried, merged
from generator.model.handout.given import Given
from generator.model.handout.marks import GIVEN_SETTINGS, Mark, fingerprint, marks_of, marks_of_row
from generator.model.handout.revision import Kept, Patch, Revision, Why, compare, kept_row, locked, replayed
from generator.model.handout.telling import Alike, apart, said
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.lists import Division
from generator.model.plan.prefilled import prefilled
from generator.model.plan.settings import PlanSettings
from generator.model.rules import handout_rules as rules
from generator.words import Halt
from generator.workbook.blank import workbook_bytes
from generator.workbook.reader import Reading, read_workbook
from generator.workbook.revising import NewCell, Reviser


class State(Enum):
    """What became of a district's workbook."""

    FRESH = "written for the first time"
    REVISED = "a revised copy was written beside it"
    CURRENT = "nothing to change"
    UNDECIDED = "nothing to write, but it differs from what the city says"
    WAITING = "the revised copy beside it is current"
    OBSOLETE = "the revised copy beside it is not needed any more"
    LEFT = "left alone because of an error"
    CRASHED = "the program failed"


@dataclass(frozen=True)
class Changed:
    """A cell that was changed, or a row that was added (without what was there before), as people name it."""

    sheet: str
    cell: str
    key: str
    header: str
    before: str
    after: str
    alike: Alike | None = None


@dataclass
class Served:
    """What was done for one district: `path` is the workbook that was written, or that stands there.

    `crash` is what the program met when it could not go on.
    """

    district: District
    path: Path
    state: State
    changed: list[Changed] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    halts: list[Halt] = field(default_factory=list)
    carried_from: Path | None = None
    crash: BaseException | None = None


@dataclass(frozen=True)
class Order:
    """What is to be handed out: what the city gives, the year, the folder, and last year's workbooks by district."""

    given: Given
    year: int
    folder: Path
    last: Mapping[str, Path] = field(default_factory=dict)


def workbook_name(district: District) -> str:
    """Return the name of a district's workbook: 1022-ภาษีเจริญ.xlsx."""
    return f"{district.code}-{district.name}.xlsx"


def serve(district: District, order: Order) -> Served:
    """Write or revise the workbook of a district; errors and what the operator has to see to are in what it returns."""
    path = order.folder / workbook_name(district)
    there = _standing(district, order.folder)
    served = Served(district, there[0] if there else path, State.LEFT)
    try:
        if len(there) > 1:
            values = {"district": district.name, "names": ", ".join(file.name for file in there)}
            served.findings.append(Place(there[0].name).finding(rules.TWO_WORKBOOKS, **values))
        elif there:
            _revise(served, order)
        else:
            _write(served, order)
    except Halt as halt:
        served.halts.append(halt)
    return served


def _standing(district: District, folder: Path) -> list[Path]:
    """Return the workbooks in a folder whose names begin with the code of a district, copies that wait left out."""
    found = [path for path in sorted(folder.glob("*.xlsx")) if re.match(rf"{district.code}(?!\d)", path.name)]
    return [path for path in found if not is_copy(path)]


def _write(served: Served, order: Order) -> None:
    district, given = served.district, order.given.rows_for(served.district)
    base = _with_given_settings(prefilled(district, order.year), given)
    handed = merged(base, given, Rows({PlanSettings: base.of(PlanSettings)}))
    rows = handed
    last = order.last.get(district.code)
    if last is not None:
        reading = read_workbook(last, PLAN_FORM)
        if (fault := _faults_of_last(reading, served.district, order.year, last)) is not None:
            served.findings += fault
            return
        left = carried(PlanBook.of(reading.rows), divisions_given=bool(order.given.city.of(Division)))
        rows = merged(handed, left)
        handed = Rows({sheet: records for sheet, records in handed.by_sheet.items() if sheet not in left.by_sheet})
        served.carried_from = last
    put(workbook_bytes(PLAN_FORM, rows, marks=marks_of(handed)), served.path)
    served.state = State.FRESH


def _with_given_settings(base: Rows, given: Rows) -> Rows:
    """Return the rows of a fresh workbook, its settings completed by those that the city gives."""
    settings = base.of(PlanSettings)[0]
    for row in given.of(PlanSettings):
        settings = replace(settings, **{name: getattr(row, name) for name in GIVEN_SETTINGS})
    return Rows({**base.by_sheet, PlanSettings: [settings]})


def _faults_of_last(reading: Reading, district: District, year: int, path: Path) -> list[Finding] | None:
    """Return why nothing can be carried over from a workbook of last year; None if it can."""
    if broken := [finding for finding in reading.findings if finding.is_error and not finding.sheet]:
        return broken
    settings = reading.rows.of(PlanSettings)[0]
    if settings.district == district and 0 < settings.year < year:
        return None
    values = {"found": _whose(settings), "wanted": district.name, "year": year}
    return [Place(path.name).finding(rules.OTHER_LAST_YEAR, **values)]


def _whose(settings: PlanSettings) -> str:
    return f"เขต{settings.district.name if settings.district else '?'} ปี {settings.year or '?'}"


def _revise(served: Served, order: Order) -> None:
    path, district = served.path, served.district
    data = _read(path)
    reading = read_workbook(path, PLAN_FORM)
    served.findings += [finding for finding in reading.findings if finding.is_error and not finding.sheet]
    if served.findings:
        return
    settings = reading.rows.of(PlanSettings)[0]
    if settings.district != district or settings.year != order.year:
        values = {"found": _whose(settings), "wanted": district.name, "year": order.year}
        served.findings.append(settings.place("district").finding(rules.OTHER_DISTRICT, **values))
        return
    if not reading.version.there:
        served.findings.append(Place(path.name).finding(rules.NOT_HANDED_OUT))
        return
    given, fresh = order.given.rows_for(district), prefilled(district, order.year)
    revision = compare(reading.rows, reading.version.marks, given, fresh)
    beside = copy_of(path, REVISED)
    if beside.exists():
        waiting = read_workbook(beside, PLAN_FORM)
        again = replayed(reading.rows, reading.version.marks, waiting.rows, waiting.version.marks)
        ours = _read(beside) == _revised(data, reading, again, Served(district, beside, State.LEFT))
        if not compare(waiting.rows, waiting.version.marks, given, fresh) and (revision or not ours):
            served.state, served.path = State.WAITING, beside
            return
        if not ours:
            served.findings.append(Place(path.name).finding(rules.REVISION_WAITS, name=beside.name, old=path.name))
            return
        if not revision:
            served.state, served.path, served.kept = State.OBSOLETE, beside, revision.kept
            return
    content = _revised(data, reading, revision, served)
    served.state = State.UNDECIDED if served.kept else State.CURRENT
    if served.changed:
        put(content, beside)
        served.state, served.path = State.REVISED, beside


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # which reading it as a workbook will say
        return b""


def _revised(data: bytes, reading: Reading, revision: Revision, served: Served) -> bytes:
    """Return a workbook with a revision in it, and note in `served` what was changed and what was not."""
    served.kept += revision.kept
    if not revision:
        return data
    reviser = Reviser(data, PLAN_FORM, reading.version)
    marks: list[Mark] = [_mark(patch) for patch in revision.renewed]
    for patch in revision.patches:
        origin, (offset, column) = patch.row.origin, patch.row.origin.cells[patch.name]
        if reviser.write(NewCell(origin.sheet, origin.row + offset, column, patch.column.kind, patch.value)):
            served.changed.append(_changed(patch))
            marks.append(_mark(patch))
        else:
            served.kept.append(locked(patch))
    for addition in revision.additions:
        place = reviser.append(addition.sheet, addition.row)
        if place is None:
            served.kept.append(kept_row(addition, Why.NO_SHEET))
            continue
        after = " · ".join(_filled(addition.row))
        served.changed.append(Changed(place.sheet, place.cell, addition.key, "", "", after))
        marks += marks_of_row(addition.sheet, addition.key, addition.row)
    reviser.remember(sorted(marks))
    return reviser.to_bytes()


def _mark(patch: Patch) -> Mark:
    return Mark(patch.sheet.NAME, patch.key, patch.column.header, fingerprint(patch.column, patch.value))


def _changed(patch: Patch) -> Changed:
    place = patch.row.place(patch.name)
    before, after, alike = apart(patch.column, getattr(patch.row, patch.name), patch.value)
    return Changed(place.sheet, place.cell, patch.key, patch.column.header, before, after, alike)


def _filled(row: Any) -> list[str]:
    """Return what stands in the first cells of a row."""
    texts = [said(column, getattr(row, name)) for name, column in row.COLUMNS.items()]
    return [text for text in texts if text != "-"][:3]
