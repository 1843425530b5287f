"""The hidden sheet _รุ่น: kind and version of the form, and which cells were filled in before the officer got it.

Knows how the sheet lies, not what a mark means.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from generator.model.form import Form
from generator.workbook.grid import RawSheet

if TYPE_CHECKING:  # reading a workbook needs nothing that writes one
    from xlsxwriter.workbook import Workbook

NAME: Final = "_รุ่น"
MARK_HEADERS: Final = ("sheet", "key", "column", "value")
_MARKS_BELOW: Final = 3
"""The row, counted from 0, of the headers of the marks."""

Mark = tuple[str, str, str, str]
"""Sheet, key of the row, header of the column, fingerprint of the value."""


@dataclass(frozen=True)
class Version:
    """What the sheet says. `marks` are fingerprints by sheet, key and column; `rows` where they stand, from 1."""

    there: bool = False
    number: int = 0
    marks: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    rows: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    free: int = _MARKS_BELOW + 2
    """The first row without a mark."""


def write_version(book: "Workbook", form: Form, marks: Iterable[Mark]) -> None:
    """Write the sheet, hidden and protected."""
    sheet = book.add_worksheet(NAME)
    sheet.write_row(0, 0, ("kind", form.kind))
    sheet.write_row(1, 0, ("version", form.version))
    listed = list(marks)
    if listed:
        sheet.write_row(_MARKS_BELOW, 0, MARK_HEADERS)
    for row, mark in enumerate(listed, _MARKS_BELOW + 1):
        for column, text in enumerate(mark):
            sheet.write_string(row, column, text)
    sheet.hide()
    sheet.protect()


def read_version(sheet: RawSheet) -> Version:
    """Return what the sheet says; what somebody typed into it by mistake is passed over."""
    number, marks, rows, last = 0, {}, {}, _MARKS_BELOW + 1
    below = False
    for row, cells in sheet.rows():
        texts = {cell.column: cell.value for cell in cells}
        last = max(last, row)
        if below:
            name, key, column, value = (str(texts.get(index) or "") for index in (1, 2, 3, 4))
            marks[name, key, column] = value
            rows[name, key, column] = row
        elif texts.get(1) == "version" and isinstance(found := texts.get(2), int):
            number = found
        below = below or tuple(texts.get(index) for index in (1, 2, 3, 4)) == MARK_HEADERS
    return Version(True, number, marks, rows, last + 1)
