"""Writes into a copy of an officer's workbook what the city changed, and into its hidden sheet that it was written.

Knows declarations and how their sheets lie, not who may write what.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.model.cell import address
from generator.model.finding import Place
from generator.model.form import Form
from generator.model.kinds import Kind
from generator.model.numberformat import shown
from generator.model.quantities import Value
from generator.model.sheet import Sheet
from generator.workbook import version
from generator.workbook.editing import Edited, Typed
from generator.workbook.entries import entry, lines_of
from generator.workbook.grid import RawSheet
from generator.workbook.layout import Slots, find_table, folded
from generator.workbook.measure import height_of
from generator.workbook.sheetpart import Untouchable
from generator.workbook.version import Mark, Version


class NewCell(NamedTuple):
    """A cell that gets another value: where it is, what kind it is of, and the value."""

    sheet: str
    row: int
    column: int
    kind: Kind[Any]
    value: object


class Reviser:
    """A copy of a workbook into which values and rows are written."""

    def __init__(self, data: bytes, form: Form, known: Version) -> None:
        """Raise Rejection if the file is no workbook."""
        self._copy = Edited.of(data)
        self._form = form
        self._known = known
        self._free = known.free
        self._below: dict[str, int] = {}
        self._slots: dict[str, Slots | None] = {}

    def write(self, cell: NewCell) -> bool:
        """Write a value; return whether that was possible without changing other cells."""
        try:
            self._copy.set_cell(cell.sheet, cell.row, cell.column, self._typed(cell))
        except Untouchable:
            return False
        return True

    def _typed(self, cell: NewCell) -> Typed:
        """Return what to type so that a cell whose format stays shows the value: text if the format rounds it."""
        typed, _ = entry(cell.kind, cell.value)
        if isinstance(cell.value, Value) and isinstance(typed, int | float) and not isinstance(typed, bool):
            number_format = self._copy.number_format(cell.sheet, cell.row, cell.column)
            if shown(typed, number_format).digits != cell.value.text:
                return cell.value.text
        assert isinstance(typed, Typed)
        return typed

    def append(self, declared: type[Sheet], record: Sheet) -> Place | None:
        """Write a record below all that its sheet holds; return where, None if the sheet or its header is missing."""
        sheet = self._sheet(declared)
        if sheet is None or (slots := self._slots_of(declared, sheet)) is None:
            return None
        row = max(self._below.get(sheet.name, sheet.max_row), slots.header_row) + 1
        self._below[sheet.name] = row
        values: dict[int, Typed] = {}
        lines = 1
        for name, (_, column) in slots.cells.items():
            kind, value = declared.COLUMNS[name].kind, getattr(record, name)
            if kind.typed(value) is not None:
                values[column] = self._typed(NewCell(sheet.name, row, column, kind, value))
                lines = max(lines, lines_of(kind, value, declared.COLUMNS[name].width))
        self._copy.add_row(sheet.name, row, values, height_of(lines))
        return Place("", sheet.name, address(row, min(values)))

    def _sheet(self, declared: type[Sheet]) -> RawSheet | None:
        return next((sheet for sheet in self._copy.found if folded(sheet.name) == folded(declared.NAME)), None)

    def _slots_of(self, declared: type[Sheet], sheet: RawSheet) -> Slots | None:
        if sheet.name not in self._slots:
            self._slots[sheet.name] = find_table(declared, sheet.lines, sheet, "")
        return self._slots[sheet.name]

    def remember(self, marks: Iterable[Mark]) -> None:
        """Write marks into the hidden sheet: over those of the same cell, or below all others."""
        name = next(sheet.name for sheet in self._copy.found if folded(sheet.name) == folded(version.NAME))
        if not self._known.marks:
            self._row(name, self._free - 1, version.MARK_HEADERS)
        rows: Mapping[tuple[str, str, str], int] = self._known.rows
        for mark in marks:
            row = rows.get(mark[:3])
            if row is None:
                row, self._free = self._free, self._free + 1
            self._row(name, row, mark)

    def _row(self, sheet: str, row: int, texts: Iterable[str]) -> None:
        for column, text in enumerate(texts, 1):
            self._copy.set_cell(sheet, row, column, text)

    def to_bytes(self) -> bytes:
        """Return the file. To be asked for once."""
        return self._copy.to_bytes()
