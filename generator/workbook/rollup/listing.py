"""Writes a list as a table of Excel: one record a row, filter buttons, frozen headers. Knows no record of any kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, Generic, TypeVar

from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import letters, quoted
from generator.workbook.measure import count_lines
from generator.workbook.paper import write_heading
from generator.workbook.rollup.pen import BLUE, CODE, COUNT, Pen, baht, lines_in, row_height, set_print
from generator.workbook.styles import SMALL

T = TypeVar("T")

HEADER_ROW: Final = 2
FIRST_ROW: Final = 3
_BUTTON: Final = 3
"""Characters that the filter button takes from a header."""


@dataclass(frozen=True)
class Target:
    """Where a link leads: a workbook, and a cell of one of its sheets."""

    path: Path
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True)
class ListColumn(Generic[T]):
    """One column: its header, its width in characters, what it says of a record, and where that leads.

    A number is an amount if `money`, a code or a count else. A `name` lets formulas of other sheets speak of the
    column. Columns that are not `printed` stand at the right.
    """

    header: str
    width: float
    value: Callable[[T], str | int | Decimal | None]
    target: Callable[[T], Target | None] = lambda record: None
    money: bool = False
    number_format: str = CODE
    name: str = ""
    printed: bool = True


def span(column: int, count: int, sheet: str) -> str:
    """Return all cells of a column of a list of `count` records, as formulas of other sheets name them."""
    letter = letters(column)
    return f"{quoted(sheet)}!${letter}${FIRST_ROW + 1}:${letter}${FIRST_ROW + max(count, 1)}"


def write_list(
    sheet: GrowingSheet,
    pen: Pen,
    columns: Sequence[ListColumn[T]],
    records: Sequence[T],
    *,
    table: str,
    title: str,
    hint: str,
    frozen: int,
) -> None:
    """Write title, headers and records; `frozen` columns stay in sight. Without records there is one empty row."""
    write_heading(sheet, 0, title, hint, pen.styles)
    last = FIRST_ROW + max(len(records), 1) - 1
    header_lines = 1
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        header_lines = max(header_lines, count_lines(column.header, column.width - _BUTTON, SMALL, bold=True))
    # The look is that of the cells: styles of tables are Excel's alone.
    headers = [{"header": column.header} for column in columns]
    sheet.add_table(HEADER_ROW, 0, last, len(columns) - 1, {"name": table, "columns": headers, "style": None})
    for index, column in enumerate(columns):
        pen.header(HEADER_ROW, index, column.header)
    sheet.set_row(HEADER_ROW, row_height(header_lines) + 4)
    for row, record in enumerate(records, FIRST_ROW):
        texts = []
        for index, column in enumerate(columns):
            value = _write_cell(pen, row, index, column, record)
            if isinstance(value, str):
                texts.append((value, column.width))
        sheet.start_row(row, row_height(lines_in(texts)))
    sheet.ignore_errors({"number_stored_as_text": f"A{FIRST_ROW + 1}:{letters(len(columns) - 1)}{last + 1}"})
    sheet.freeze_panes(FIRST_ROW, frozen)
    sheet.set_selection(FIRST_ROW, 0, FIRST_ROW, 0)
    printed = [column.width for column in columns if column.printed]
    set_print(sheet, title)
    sheet.print_area(0, 0, last, len(printed) - 1)
    sheet.repeat_rows(HEADER_ROW)


def _write_cell(pen: Pen, row: int, index: int, column: ListColumn[T], record: T) -> str | int | Decimal | None:
    value = column.value(record)
    target = column.target(record) if value not in (None, "") else None
    is_link = target is not None and pen.link(row, index, target.path, target.sheet, target.cell)
    look = BLUE if is_link else {}
    if value is None:
        pen.blank(row, index)
    elif isinstance(value, str):
        pen.text(row, index, value, **look)
    elif column.money:
        pen.number(row, index, value, num_format=baht(Decimal(value)), **look)
    else:
        pen.number(row, index, value, num_format=column.number_format or COUNT, align="center", **look)
    return value
