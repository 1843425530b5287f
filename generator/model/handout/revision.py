"""What the city changed since a workbook was handed out, and which of it may be written into what its officer has now.

A cell may be written if it still holds what was filled in. Knows records and marks, no Excel.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from generator.model.form import Rows
from generator.model.handout.marks import Marks, fingerprint, given_columns, keyed
from generator.model.handout.telling import Alike, apart, said
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.sheet import Column, Sheet
from generator.words import Words


class Why(Enum):
    """Why something that the city changed was left alone."""

    TOUCHED = Words("เจ้าหน้าที่แก้ช่องนี้แล้ว", "the officer changed this cell")
    OWN_ROW = Words("เจ้าหน้าที่เพิ่มแถวนี้เอง", "the officer added this row")
    REMOVED = Words("เจ้าหน้าที่ลบแถวนี้แล้ว", "the officer deleted this row")
    WITHDRAWN = Words("เมืองไม่ได้ให้แถวนี้แล้ว คงไว้ตามเดิม", "the city does not give this row any more; it stays")
    OUTLINE = Words("แถวใหม่ในลำดับชั้น ต้องแทรกเองใต้แถวที่ถูกต้อง", "a new row of an outline has to be inserted by hand")
    NO_COLUMN = Words("ไม่พบหัวคอลัมน์", "its column is missing")
    LOCKED = Words("ช่องนี้เป็นส่วนหนึ่งของสูตรหรือช่องที่ผสาน", "it is part of a formula or of a merged cell")
    NO_SHEET = Words("ไม่พบแผ่นงาน", "its sheet is missing")


@dataclass(frozen=True)
class Patch:
    """A cell that holds what was filled in, and what the city says now. `row` is the officer's record."""

    sheet: type[Sheet]
    key: str
    name: str
    row: Any
    value: Any

    @property
    def column(self) -> Column:
        """The column of the cell."""
        return self.sheet.COLUMNS[self.name]


@dataclass(frozen=True)
class Addition:
    """A row that the city gives for the first time."""

    sheet: type[Sheet]
    key: str
    row: Any


@dataclass(frozen=True)
class Kept:
    """What the city changed and the workbook keeps: its place as people name it, theirs, the city's, and why."""

    sheet: str
    cell: str
    key: str
    header: str
    theirs: str
    city: str
    why: Why
    alike: Alike | None = None


@dataclass
class Revision:
    """What to write, and what not."""

    patches: list[Patch] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    renewed: list[Patch] = field(default_factory=list)
    """Cells that say what the city says now already; only their marks are to be renewed."""

    def __bool__(self) -> bool:
        return bool(self.patches or self.additions)


def compare(officer: Rows, marks: Marks, given: Rows, prefilled: Rows) -> Revision:
    """Return what to write into a workbook that says `officer` and was handed out with `marks`.

    `given` is what the city gives now, `prefilled` what every fresh workbook holds besides.
    """
    revision = Revision()
    handed = {(sheet, key) for sheet, key, _ in marks}
    for sheet, rows in given.by_sheet.items():
        theirs = keyed(sheet, officer.of(sheet))
        for key, new in keyed(sheet, rows).items():
            ours = (sheet.NAME, key) in handed
            if key in theirs:
                _compare_row(revision, sheet, key, theirs[key], new, marks, ours)
            elif ours:
                changed = [
                    column
                    for name, column in given_columns(sheet).items()
                    if fingerprint(column, getattr(new, name)) != marks.get((sheet.NAME, key, column.header), "")
                ]
                if changed:
                    headers = ", ".join(column.header for column in changed)
                    revision.kept.append(Kept(sheet.NAME, "", key, headers, "", "", Why.REMOVED))
            elif sheet is StrategyNode and theirs:
                revision.kept.append(
                    Kept(sheet.NAME, "", key, "", "", said(sheet.COLUMNS["name"], new.name), Why.OUTLINE)
                )
            else:
                revision.additions.append(Addition(sheet, key, new))
    revision.kept += _withdrawn(handed, officer, given, prefilled)
    return revision


def _compare_row(
    revision: Revision, sheet: type[Sheet], key: str, row: Any, new: Any, marks: Marks, ours: bool
) -> None:
    for name, column in given_columns(sheet).items():
        before = marks.get((sheet.NAME, key, column.header), "")
        now, wanted = (fingerprint(column, getattr(record, name)) for record in (row, new))
        if wanted == now and name not in row.origin.refused:
            if ours and wanted != before:
                revision.renewed.append(Patch(sheet, key, name, row, getattr(new, name)))
        elif (wanted == before and ours) or (sheet is PlanSettings and not wanted):
            continue  # the officer may type what they like; the city did not change it, or has nothing to say of it
        elif name not in row.origin.cells:
            revision.kept.append(_kept(sheet, key, name, row, new, Why.NO_COLUMN))
        elif ours and now == before and name not in row.origin.refused:
            revision.patches.append(Patch(sheet, key, name, row, getattr(new, name)))
        elif wanted or ours:
            revision.kept.append(_kept(sheet, key, name, row, new, Why.TOUCHED if ours else Why.OWN_ROW))


def replayed(officer: Rows, marks: Marks, revised: Rows, revised_marks: Marks) -> Revision:
    """Return the revision that made a revised workbook of an officer's one, if nobody changed either since."""
    revision = Revision()
    handed = {(name, key) for name, key, _ in marks}
    for sheet, rows in revised.by_sheet.items():
        theirs = keyed(sheet, officer.of(sheet))
        for key, row in keyed(sheet, rows).items():
            if (sheet.NAME, key, "") not in revised_marks:
                continue
            if (sheet.NAME, key) not in handed:
                revision.additions.append(Addition(sheet, key, row))
                continue
            for name, column in given_columns(sheet).items():
                place = (sheet.NAME, key, column.header)
                said_now = fingerprint(column, getattr(row, name))
                if revised_marks.get(place, "") == marks.get(place, "") or key not in theirs:
                    continue
                patch = Patch(sheet, key, name, theirs[key], getattr(row, name))
                same = fingerprint(column, getattr(theirs[key], name)) == said_now
                (revision.renewed if same else revision.patches).append(patch)
    return revision


def _kept(sheet: type[Sheet], key: str, name: str, row: Any, new: Any, why: Why) -> Kept:
    place, column = row.place(name), sheet.COLUMNS[name]
    theirs, city, alike = apart(column, getattr(row, name), getattr(new, name))
    return Kept(place.sheet, place.cell, key, column.header, theirs, city, why, alike)


def locked(patch: Patch) -> Kept:
    """Return that a cell could not be written because other cells hang on it."""
    place = patch.row.place(patch.name)
    theirs, city, alike = apart(patch.column, getattr(patch.row, patch.name), patch.value)
    return Kept(place.sheet, place.cell, patch.key, patch.column.header, theirs, city, Why.LOCKED, alike)


def kept_row(addition: Addition, why: Why) -> Kept:
    """Return that a row could not be added."""
    return Kept(addition.sheet.NAME, "", addition.key, "", "", "", why)


def _withdrawn(handed: Iterable[tuple[str, str]], officer: Rows, given: Rows, prefilled: Rows) -> Iterator[Kept]:
    """Yield the rows that the city gave once and does not give any more, if they are there still."""
    handed = set(handed)
    for sheet, records in officer.by_sheet.items():
        still = keyed(sheet, given.of(sheet)).keys() | keyed(sheet, prefilled.of(sheet)).keys()
        known = [key for name, key in handed if name == sheet.NAME]
        if known:
            for key, row in keyed(sheet, records).items():
                if key in known and key and key not in still:
                    place = row.place()
                    yield Kept(place.sheet, place.cell, key, "", "", "", Why.WITHDRAWN)
