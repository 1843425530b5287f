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
from generator.model.kinds import Source, Text
from generator.model.sheet import Column, Sheet
from generator.workbook.styles import Styles

NAME: Final = "_รายการ"
TARGET_FIELD: Final = "target_column"
"""By this name a card says which number column holds the targets: chosen from the headers on its sheet, not here."""
REFERENCES: Final = 500
"""Rows of a sheet that its dropdown offers, at least."""
SPARE: Final = 200


class ListSheet(Worksheet):  # type: ignore[misc]
    """A worksheet of thousands of formulas, none of which uses a function that came after Excel 2007."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        # XlsxWriter looks through each formula for thirty such functions, which took most of the time that a workbook
        # took. Should a later one ask elsewhere, nothing is lost but that time.
        return formula.removeprefix("=")


@dataclass(frozen=True)
class Target:
    """A sheet that others refer to: where its header stands and where its key and its name, columns counted from 0.

    A name of -1 is not offered. `only` is a column and what it must say for a row to be offered; `items` are what is
    offered of each row that is there, empty for rows that are not.
    """

    sheet: str
    header_row: int
    prefix: str
    key: int
    name: int
    only: tuple[int, str] | None
    items: Sequence[str]

    @property
    def rows(self) -> int:
        """How many rows below the header are offered."""
        return max(REFERENCES, len(self.items) + SPARE)

    def formula(self, above: int) -> str:
        """Return what stands in each row of the list, `above` rows below its head: what one row of the sheet offers.

        Rows are counted from the header and columns taken whole, so that inserted, deleted and sorted rows are right.
        """
        sheet = quoted(self.sheet)
        below = f"-{above}" if above else ""
        row = f"ROW({sheet}!${letters(self.key)}${self.header_row + 1})+ROW()-1{below}"

        def cell(column: int) -> str:
            return f"INDEX({sheet}!${letters(column)}:${letters(column)},{row})"

        empty = f'{cell(self.key)}=""'
        if self.only:
            empty = f'OR({empty},{cell(self.only[0])}<>"{self.only[1]}")'
        parts = [f'"{self.prefix} "'] if self.prefix else []
        parts += [cell(self.key)] + (['" "', cell(self.name)] if self.name >= 0 else [])
        return f'=IF({empty},"",{"&".join(parts)})'


@dataclass
class Lists:
    """The lists that the dropdowns of one workbook asked for, each written once."""

    form: Form
    records: Mapping[type[Sheet], Sequence[Sheet]]
    header_row: int
    choices: dict[tuple[str, ...], str] = field(default_factory=dict)
    targets: dict[tuple[Source, ...], str] = field(default_factory=dict)

    def source(self, name: str, column: Column) -> str:
        """Return the formula of the list for the field `name`; empty if its cells are not chosen from one."""
        validation = column.kind.validation()
        if validation is None:
            return ""
        if sources := validation.sources:
            if sources not in self.targets:
                sheets = dict.fromkeys(self._sheet(source.sheet).__name__ for source in sources)
                what = "refs" if sources[0].named else "names"
                self.targets[sources] = self._unused("_".join((what, *sheets)))
            return "=" + self.targets[sources]
        if not validation.choices:
            return ""
        if validation.choices not in self.choices:
            self.choices[validation.choices] = self._unused(f"list_{name}")
        return "=" + self.choices[validation.choices]

    def _unused(self, name: str) -> str:
        names = chain([name], (f"{name}_{number}" for number in count(2)))
        return next(free for free in names if free not in {*self.choices.values(), *self.targets.values()})

    def write(self, book: Workbook, styles: Styles) -> None:
        """Write the sheet, very hidden and protected, and name its lists."""
        sheet = book.add_worksheet(NAME, ListSheet)
        column = 0
        for choices, name in self.choices.items():
            sheet.write_string(0, column, name, styles.hint())
            sheet.write_column(1, column, choices)
            book.define_name(name, f"={_range(column, len(choices))}")
            column += 1
        for sources, name in self.targets.items():
            targets = [self._target(source) for source in sources]
            items = _write_references(sheet, column, targets)
            area = _range(column, len(items))
            # As far down as the last row in use, so that the dropdown does not end in hundreds of empty lines.
            last = f'MAX(1,SUMPRODUCT(MAX(({area}<>"")*ROW({area})))-1)'
            if len(targets) > 1 or targets[0].only:
                # One sheet begins below the empty rows of another: they are closed up.
                _close_up(sheet, column, items)
                last = f"MAX(1,{_cell(column + 1, len(items))})"
                column += 2
            sheet.write_string(0, column, name, styles.hint())
            book.define_name(name, f"={_range(column, 1)}:INDEX({_range(column, len(items))},{last})")
            column += 1
        sheet.very_hidden()
        sheet.protect()

    def _sheet(self, name: str) -> type[Sheet]:
        return next(sheet for sheet in self.form.sheets if name == sheet.NAME)

    def _target(self, source: Source) -> Target:
        sheet = self._sheet(source.sheet)
        fields = list(sheet.COLUMNS)
        key = fields.index(source.field or sheet.key())
        name = -1
        if source.named:
            kinds = [column.kind for column in sheet.COLUMNS.values()]
            name = next(index for index, kind in enumerate(kinds) if index > key and isinstance(kind, Text))
        only = (fields.index(source.only[0]), source.only[1]) if source.only[0] else None
        items = [_item(record, source, fields[key], fields[name] if name >= 0 else "") for record in self._of(sheet)]
        return Target(source.sheet, self.header_row, source.prefix, key, name, only, items)

    def _of(self, sheet: type[Sheet]) -> Sequence[Sheet]:
        return self.records.get(sheet, ())


def _write_references(sheet: Worksheet, column: int, targets: Sequence[Target]) -> list[str]:
    """Write what the rows of sheets offer, one sheet below the other; return it."""
    items: list[str] = []
    for target in targets:
        formula = target.formula(len(items))
        for item in [*target.items, *[""] * (target.rows - len(target.items))]:
            items.append(item)
            sheet.write_formula(len(items), column, formula, None, item)
    return items


def _close_up(sheet: Worksheet, column: int, items: Sequence[str]) -> None:
    """Write right of a list how many items it has down to each row, and right of that the list without gaps."""
    first, second = letters(column), letters(column + 1)
    end = len(items) + 1
    found = [item for item in items if item]
    sheet.write_number(0, column + 1, 0)
    so_far = 0
    closed = (
        f'=IF(ROW()-1>${second}${end},"",INDEX(${first}$2:${first}${end},MATCH(ROW()-2,${second}$1:${second}${end})))'
    )
    for row, item in enumerate(items, 1):
        so_far += item != ""
        sheet.write_formula(row, column + 1, f'={second}{row}+({first}{row + 1}<>"")', None, so_far)
        sheet.write_formula(row, column + 2, closed, None, found[row - 1] if row <= len(found) else "")


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


def _cell(column: int, row: int) -> str:
    return f"{quoted(NAME)}!${letters(column)}${row + 1}"


def _item(record: Any, source: Source, key: str, name: str) -> str:
    wanted, says = source.only
    if not getattr(record, key) or (wanted and getattr(record, wanted) != says):
        return ""
    before = f"{source.prefix} " if source.prefix else ""
    return f"{before}{getattr(record, key)}" + (f" {getattr(record, name)}" if name else "")
