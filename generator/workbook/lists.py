"""The hidden sheet that feeds the dropdowns: closed lists, and the keys of other sheets with their names.

Knows declarations and records, but not how a sheet is laid out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any, Final

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.model.cell import address
from generator.model.form import Form
from generator.model.kinds import Text
from generator.model.sheet import Column, Sheet
from generator.workbook.styles import Styles

NAME: Final = "_รายการ"
TARGET_FIELD: Final = "target_column"
"""By this name a card says which number column holds the targets: chosen from the headers on its sheet, not here."""
REFERENCES: Final = 500
"""Rows of a sheet that its dropdown offers, at least."""
SPARE: Final = 200


@dataclass(frozen=True)
class Target:
    """A sheet that others refer to: where its header stands and where its key and its name, columns counted from 0."""

    sheet: str
    header_row: int
    key: int
    name: int
    items: Sequence[str]

    @property
    def rows(self) -> int:
        """How many rows below the header are offered."""
        return max(REFERENCES, len(self.items) + SPARE)

    @property
    def formula(self) -> str:
        """What stands in each row of the list: key, blank and name of one row of the sheet.

        Rows are counted from the header and columns taken whole, so that inserted, deleted and sorted rows are right.
        """
        sheet = quoted(self.sheet)
        key, name = (f"{sheet}!${letters(column)}:${letters(column)}" for column in (self.key, self.name))
        row = f"ROW({sheet}!${letters(self.key)}${self.header_row + 1})+ROW()-1"
        return f'=IF(INDEX({key},{row})="","",INDEX({key},{row})&" "&INDEX({name},{row}))'


@dataclass
class Lists:
    """The lists that the dropdowns of one workbook asked for, each written once."""

    form: Form
    records: Mapping[type[Sheet], Sequence[Sheet]]
    header_row: int
    choices: dict[tuple[str, ...], str] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)

    def source(self, name: str, column: Column) -> str:
        """Return the formula of the list for the field `name`; empty if its cells are not chosen from one."""
        validation = column.kind.validation()
        if validation is None:
            return ""
        if validation.source:
            sheet = self._sheet(validation.source)
            return "=" + self.targets.setdefault(validation.source, f"refs_{sheet.__name__}")
        if not validation.choices:
            return ""
        if validation.choices not in self.choices:
            names = chain([f"list_{name}"], (f"list_{name}_{number}" for number in count(2)))
            self.choices[validation.choices] = next(free for free in names if free not in self.choices.values())
        return "=" + self.choices[validation.choices]

    def write(self, book: Workbook, styles: Styles) -> None:
        """Write the sheet, very hidden and protected, and name its lists."""
        sheet = book.add_worksheet(NAME)
        column = 0
        for choices, name in self.choices.items():
            sheet.write_string(0, column, name, styles.hint())
            sheet.write_column(1, column, choices)
            book.define_name(name, f"={_range(column, len(choices))}")
            column += 1
        for source, name in self.targets.items():
            self._write_references(sheet, column, name, self._target(source), styles)
            # As far down as the last row in use, so that the dropdown does not end in hundreds of empty lines.
            area = _range(column, self._target(source).rows)
            last = f'MAX(1,SUMPRODUCT(MAX(({area}<>"")*ROW({area})))-1)'
            book.define_name(name, f"={_range(column, 1)}:INDEX({area},{last})")
            column += 1
        sheet.very_hidden()
        sheet.protect()

    def _write_references(self, sheet: Worksheet, column: int, name: str, target: Target, styles: Styles) -> None:
        sheet.write_string(0, column, name, styles.hint())
        items = [*target.items, *[""] * (target.rows - len(target.items))]
        for row, item in enumerate(items, 1):
            sheet.write_formula(row, column, target.formula, None, item)

    def _sheet(self, name: str) -> type[Sheet]:
        return next(sheet for sheet in self.form.sheets if name == sheet.NAME)

    def _target(self, source: str) -> Target:
        sheet = self._sheet(source)
        fields = list(sheet.COLUMNS)
        key = fields.index(sheet.key())
        name = next(
            index
            for index, column in enumerate(sheet.COLUMNS.values())
            if index > key and isinstance(column.kind, Text)
        )
        items = [_item(record, fields[key], fields[name]) for record in self.records.get(sheet, ())]
        return Target(source, self.header_row, key, name, items)


def quoted(sheet: str) -> str:
    """Return the name of a sheet as formulas write it."""
    return "'" + sheet.replace("'", "''") + "'"


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    return address(1, column + 1)[:-1]


def _range(column: int, rows: int) -> str:
    letter = letters(column)
    end = f":${letter}${rows + 1}" if rows > 1 else ""
    return f"{quoted(NAME)}!${letter}$2{end}"


def _item(record: Any, key: str, name: str) -> str:
    return f"{getattr(record, key)} {getattr(record, name)}" if getattr(record, key) else ""
