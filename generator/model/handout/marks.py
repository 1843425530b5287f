"""What a workbook remembers of the cells filled in for its officer: by sheet, key and column, never by address.

Knows declarations and records, no Excel.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from generator.model.form import Rows
from generator.model.plan.indicators import Condition, IndicatorDefinition, Scoring
from generator.model.plan.lists import Work
from generator.model.plan.projects import Project
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import KR, OBJECTIVE, RANKS, StrategyNode
from generator.model.plan.texts import Neighbour, PlanText
from generator.model.prose import Prose
from generator.model.sheet import Column, Sheet

_NAMED_BY: Final[Mapping[type[Sheet], Sequence[str]]] = {
    Work: ("division", "name"),
    IndicatorDefinition: ("owner", "part"),
    Scoring: ("indicator", "level"),
    Condition: ("indicator",),
}
"""What names a row of a sheet without a key; rows that share it are counted."""
_WITHIN: Final = (OBJECTIVE, KR)
"""Levels of the strategy whose codes are counted anew below the node above them."""
DISTRICTS_OWN: Final = (Project, PlanText, Neighbour)
"""Sheets that the city never fills in: what stands there belongs to the district from the beginning."""
GIVEN_SETTINGS: Final = ("weight", "exceptions")
"""Of the settings, the city gives only these."""


class Mark(NamedTuple):
    """One cell that was filled in: its sheet, the key of its row, the header of its column, the hash of its value."""

    sheet: str
    key: str
    column: str
    value: str


Marks = Mapping[tuple[str, str, str], str]
"""Fingerprints by sheet, key and column."""


def fingerprint(column: Column, value: object) -> str:
    """Return a short hash of what is typed in a cell, its formats included; empty for an empty cell."""
    typed = column.kind.typed(value)
    if isinstance(typed, Prose):
        text = "\n".join("".join(_styled(*run) for run in paragraph) for paragraph in typed.paragraphs)
    else:
        text = "" if typed is None else str(typed)
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""


def _styled(text: str, bold: bool, italic: bool, underline: bool) -> str:
    return f"\0{bold:d}{italic:d}{underline:d}{text}" if bold or italic or underline else text


def keyed(sheet: type[Sheet], rows: Iterable[Sheet]) -> dict[str, Any]:
    """Return the rows of a sheet by what names them; those that share a name are numbered from the second on.

    Rows that nothing names, which the city never gives, are left out.
    """
    found: dict[str, Any] = {}
    names = _outline(rows) if sheet is StrategyNode else ((_name(sheet, row), row) for row in rows)
    for name, row in names:
        if name is None:
            continue
        number, key = 1, name
        while key in found:
            number += 1
            key = f"{name} #{number}"
        found[key] = row
    return found


def _name(sheet: type[Sheet], row: Sheet) -> str | None:
    """Return what names a row: nothing on a card, None where the key could not be read or the sheet has none."""
    if sheet is PlanSettings:
        return ""
    fields = _NAMED_BY.get(sheet) or (sheet.key(),)
    if not all(fields):
        return None
    values = [sheet.COLUMNS[field].kind.typed(getattr(row, field)) for field in fields]
    return None if None in values else " ".join(str(value) for value in values)


def _outline(rows: Iterable[Any]) -> Iterator[tuple[str | None, Any]]:
    path: dict[int, str] = {}
    for node in rows:
        if node.level not in RANKS:
            yield None, node
            continue
        rank = RANKS[node.level]
        path = {above: name for above, name in path.items() if above < rank}
        own = f"{node.level} {node.code}".strip()
        if node.level in _WITHIN and path:
            own = f"{path[max(path)]} / {own}"
        path[rank] = own
        yield own, node


def given_columns(sheet: type[Sheet]) -> Mapping[str, Column]:
    """Return the columns that the city may fill in, by their fields, those that name the row left out."""
    if sheet is PlanSettings:
        return {name: sheet.COLUMNS[name] for name in GIVEN_SETTINGS}
    named = _NAMED_BY.get(sheet, ())
    return {name: column for name, column in sheet.COLUMNS.items() if not column.key and name not in named}


def marks_of(rows: Rows) -> Iterator[Mark]:
    """Yield the marks of a workbook that is handed out: each row has one for its key, and one for each filled cell."""
    for sheet, records in rows.by_sheet.items():
        if sheet not in DISTRICTS_OWN:
            for key, row in keyed(sheet, records).items():
                yield from marks_of_row(sheet, key, row)


def marks_of_row(sheet: type[Sheet], key: str, row: Sheet) -> Iterator[Mark]:
    """Yield the marks of one row."""
    yield Mark(sheet.NAME, key, "", "")
    for name, column in given_columns(sheet).items():
        if value := fingerprint(column, getattr(row, name)):
            yield Mark(sheet.NAME, key, column.header, value)
