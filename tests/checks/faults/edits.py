"""Edits of a workbook by what its cells say, not by where they stand. Knows no fault."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Typed:
    """Something else is typed into one cell: in the row where `row` holds, under `header`; without a row, on a card."""

    sheet: str
    header: str
    text: object
    row: Mapping[str, object] | None = None


@dataclass(frozen=True)
class Added:
    """A row is typed below the last one, or into the row of a handle that was handed out."""

    sheet: str
    cells: Mapping[str, object]


Edit = Typed | Added


def edited(source: Path, edits: Iterable[Edit], target: Path) -> Path:
    """Write a copy of a workbook with these edits and return its path."""
    book = openpyxl.load_workbook(source)
    for edit in edits:
        sheet = book[edit.sheet]
        if isinstance(edit, Added):
            number = _free_row(sheet, edit)
            for header, text in edit.cells.items():
                _type(sheet, number, _column(sheet, header), text)
        elif edit.row is None:
            label = next(cell for row in sheet.iter_rows() for cell in row if cell.value == edit.header)
            _type(sheet, label.row, label.column + 1, edit.text)
        else:
            _type(sheet, _row(sheet, edit.row), _column(sheet, edit.header), edit.text)
    book.save(target)
    return target


def _type(sheet: Worksheet, row: int, column: int, text: object) -> None:
    sheet.cell(row, column).value = text
    if isinstance(text, str):
        sheet.cell(row, column).number_format = "@"


def _header_row(sheet: Worksheet, header: str) -> tuple[int, int]:
    """Return where a header stands: the lowest one in the rows of which one can be the header row."""
    cells = (cell for row in sheet.iter_rows(max_row=14) for cell in row if cell.value == header)
    return max((cell.row, cell.column) for cell in cells)


def _column(sheet: Worksheet, header: str) -> int:
    return _header_row(sheet, header)[1]


def _row(sheet: Worksheet, wanted: Mapping[str, object]) -> int:
    columns = {_column(sheet, header): text for header, text in wanted.items()}
    top = min(_header_row(sheet, header)[0] for header in wanted)
    rows = [
        number
        for number in range(top + 1, sheet.max_row + 1)
        if all(_says(sheet.cell(number, column).value, text) for column, text in columns.items())
    ]
    assert len(rows) == 1, f"{sheet.title}: {wanted} stands in {rows}"
    return rows[0]


def _says(value: object, text: object) -> bool:
    return value == text or (isinstance(value, str) and value.split(" ")[0] == text) or value == f"{text}"


def _free_row(sheet: Worksheet, edit: Added) -> int:
    key, text = next(iter(edit.cells.items()))
    top, column = _header_row(sheet, key)
    for number in range(top + 1, sheet.max_row + 2):
        value = sheet.cell(number, column).value
        if value is None or (edit.sheet == "โครงการ" and value == text):
            return number
    raise AssertionError("there is no room below the last row")
