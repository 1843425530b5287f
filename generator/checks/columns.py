"""A column of a table as it was read, and which other column of its sheet its texts look like.

Knows the declarations of sheets, not which sheets a form has.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generator.model.cell import address
from generator.model.codes import Code, Codes, DistrictName, Ref, Served
from generator.model.finding import Finding
from generator.model.form import Rows
from generator.model.kinds import Choice, Kind, Long, Refusal, Source, Terms, Text, meant
from generator.model.quantities import Money, Quantity, Value
from generator.model.sheet import Sheet

SHARE: Final = 0.8
"""This share of the texts of a column must say the same of it."""


@dataclass(frozen=True)
class ReadColumn:
    """One column of a table as it was read. `refused` are the findings of texts that the sheet could not take."""

    sheet: type[Sheet]
    name: str
    records: Sequence[Sheet]
    refused: Mapping[str, Finding]

    @property
    def kind(self) -> Kind[Any]:
        """What its cells should hold."""
        return self.sheet.COLUMNS[self.name].kind

    @property
    def header(self) -> str:
        """Its header, as it is declared."""
        return self.sheet.COLUMNS[self.name].header

    @property
    def number(self) -> int:
        """Where it stands in its sheet, from 1."""
        return self.records[0].origin.cells[self.name][1]

    @property
    def letter(self) -> str:
        """Where it stands in its sheet, as Excel says it."""
        return address(1, self.number)[:-1]

    @property
    def source(self) -> Source | None:
        """The list of the workbook that its names stand in, if there is one."""
        return self.kind.source if isinstance(self.kind, Text) else None

    @property
    def filled(self) -> int:
        """How many cells hold something; all of them where an empty one has a meaning of its own."""
        empty = self.kind.empty()
        if empty:
            return len(self.records)
        return sum(self.name in row.origin.refused or getattr(row, self.name) != empty for row in self.records)

    @cached_property
    def texts(self) -> list[str]:
        """What was typed into each row, refused or not; empty for numbers and for what is no plain text."""
        return [self._text(row) for row in self.records]

    def _text(self, row: Sheet) -> str:
        if self.name in row.origin.refused:
            finding = self.refused.get(row.place(self.name).cell)
            return str(finding.values["text"]) if finding is not None else ""
        value = getattr(row, self.name)
        if isinstance(value, Value):
            return value.text if value.number is None else ""
        return value if isinstance(value, str) else ""


def like_refused(column: ReadColumn, others: Sequence[ReadColumn], rows: Rows) -> ReadColumn | None:
    """Return the column that texts which `column` refused belong to: one that says the same in the same rows, else the
    nearest one whose kind takes them, or whose list has them."""
    texts = [text for row, text in zip(column.records, column.texts, strict=True) if column.name in row.origin.refused]
    nearest = sorted(
        (one for one in others if one.name != column.name), key=lambda one: abs(one.number - column.number)
    )
    tests: tuple[Callable[[ReadColumn], bool], ...] = (
        lambda one: _repeats(column, one),
        lambda one: _all_taken(one, texts),
        lambda one: one.source is not None and _knows(one.source, texts, rows),
    )
    return next((one for test in tests for one in nearest if test(one)), None)


def like_taken(column: ReadColumn, others: Sequence[ReadColumn], rows: Rows) -> ReadColumn | None:
    """Return the column that the texts of `column` belong to although it takes them: a column of quantities repeats
    another one or holds what another one is for, or another one has in its list what its own list has not."""
    if not isinstance(column.kind, Quantity | Money) and column.source is None:
        return None
    texts = [text for text in column.texts if text]
    if len(texts) < SHARE * column.filled:
        return None
    if isinstance(column.kind, Quantity | Money):
        further = [one for one in others if one.name != column.name]
        closed = [one for one in further if isinstance(one.kind, Choice | Code | Codes | Ref | Served | DistrictName)]
        repeated = (one for one in further if _repeats(column, one))
        return next(repeated, None) or next((one for one in closed if _all_taken(one, texts)), None)
    if (
        (own := column.source) is None
        or not (known := _names(own, rows))
        or _share(texts, known.__contains__, 1 - SHARE)
    ):
        return None
    sourced = ((one, one.source) for one in others)
    return next((one for one, source in sourced if source not in (None, own) and _knows(source, texts, rows)), None)


def _repeats(column: ReadColumn, other: ReadColumn) -> bool:
    pairs = [pair for pair in zip(column.texts, other.texts, strict=True) if pair[0]]
    return bool(pairs) and sum(one == same for one, same in pairs) >= SHARE * len(pairs)


def _share(texts: Sequence[str], test: Callable[[str], bool], share: float = SHARE) -> bool:
    said = sum(map(test, texts))
    return said > 0 and said >= share * len(texts)


def _all_taken(column: ReadColumn, texts: Sequence[str]) -> bool:
    return _share(texts, lambda text: _takes(column.kind, text))


def _takes(kind: Kind[Any], text: str) -> bool:
    """Return whether a kind that does not take just any text takes this one."""
    if isinstance(kind, Text | Long | Terms):
        return False
    try:
        value = meant(kind, text)
    except Refusal:
        return False
    return not isinstance(value, Value) or value.number is not None


def _knows(source: Source, texts: Sequence[str], rows: Rows) -> bool:
    return _share(texts, _names(source, rows).__contains__)


def _names(source: Source, rows: Rows) -> set[str]:
    """Return the names that a list of the workbook has, other spellings of them too."""
    names: set[str] = set()
    for sheet, records in rows.by_sheet.items():
        if source.sheet == sheet.NAME:
            plain = [name for name, column in sheet.COLUMNS.items() if isinstance(column.kind, Text | Terms)]
            for row in records:
                for name in (source.field,) if source.field else plain:
                    value = getattr(row, name)
                    names |= {value} if isinstance(value, str) else set(value)
    return names - {""}
