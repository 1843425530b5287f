"""Writes a sheet of records, one a row, ready to be filled in. Knows no form."""

from collections.abc import Sequence
from typing import Any, Final

from generator.model.cell import address
from generator.model.codes import Ref, Served
from generator.model.quantities import Quantity
from generator.model.sheet import Column, Required, Sheet
from generator.workbook.entries import enter, lines_of, style_of
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import Lists, letters
from generator.workbook.measure import count_lines, height_of
from generator.workbook.paper import set_paper, write_heading
from generator.workbook.styles import Styles
from generator.workbook.validations import Area, guard, guide

HINT: Final = "หัวคอลัมน์สีเข้ม = ต้องกรอก · ช่องสีส้ม = ยังไม่ได้กรอก · กด Alt+Enter เพื่อขึ้นย่อหน้าใหม่ · แทรกแถวและเรียงลำดับได้"
HEADER_ROW: Final = 2
FIRST_ROW: Final = 3
REACH: Final = 1000
"""Rows that dropdowns, messages and colours reach, at least."""
SPARE: Final = 200
_BUTTON: Final = 3
"""Characters that the filter button takes from a header."""


def write_table(
    sheet: GrowingSheet, declared: type[Sheet], records: Sequence[Sheet], styles: Styles, lists: Lists
) -> None:
    """Write the headers and the records of a sheet."""
    columns = list(declared.COLUMNS.values())
    last = FIRST_ROW + max(REACH, len(records) + SPARE) - 1
    write_heading(sheet, 0, f"{declared.NAME} — {declared.PURPOSE}", HINT, styles)
    write_headers(sheet, HEADER_ROW, 0, columns, styles)
    for index, (name, column) in enumerate(declared.COLUMNS.items()):
        # The format of the whole column keeps codes text in rows far below and in rows inserted later.
        sheet.set_column(index, index, column.width, style_of(column.kind, styles))
        guide(sheet, (FIRST_ROW, index, last, index), column, lists.source(name, column))
    for row, record in enumerate(records, FIRST_ROW):
        lines = 1
        for index, (name, column) in enumerate(declared.COLUMNS.items()):
            value = getattr(record, name)
            enter(sheet, row, index, column.kind, value, styles)
            lines = max(lines, lines_of(column.kind, value, column.width))
        sheet.start_row(row, height_of(lines))
    area = (FIRST_ROW, 0, last, len(columns) - 1)
    _colour(sheet, area, columns, styles, _alone(declared))
    sheet.ignore_errors({"number_stored_as_text": _text(area)})
    sheet.autofilter(HEADER_ROW, 0, last, len(columns) - 1)
    frozen = _leading_keys(columns)
    sheet.freeze_panes(FIRST_ROW, frozen)
    sheet.set_selection(FIRST_ROW, 0, FIRST_ROW, 0)
    set_paper(sheet, sum(column.width for column in columns))
    sheet.repeat_rows(HEADER_ROW)
    if frozen:
        sheet.repeat_columns(0, frozen - 1)


def write_headers(sheet: GrowingSheet, row: int, first: int, columns: Sequence[Column], styles: Styles) -> None:
    """Write guarded column headers, high enough for their text beside the filter button."""
    lines = 1
    for index, column in enumerate(columns, first):
        sheet.write_string(row, index, column.header, styles.header(column.required is not Required.NEVER))
        refusal = f"ห้ามแก้หัวคอลัมน์ “{column.header}” เพราะโปรแกรมหาคอลัมน์จากชื่อนี้ กด ยกเลิก (Cancel)"
        guard(sheet, row, index, column.header, column.help, refusal)
        lines = max(lines, count_lines(column.header, column.width - _BUTTON, bold=True))
    sheet.set_row(row, height_of(lines))


def show_thousands(sheet: GrowingSheet, area: Area, styles: Styles) -> None:
    """Let whole numbers from 1,000 on show their separators, as they print, where the cell has no format of its own.

    A format with separators would round 0.63; General alone shows 1200. Cells formatted by hand are left alone.
    """
    cell = address(area[0] + 1, area[1] + 1)
    # General is G in Excel and F0 in LibreOffice.
    general = f'OR(CELL("format",{cell})="G",CELL("format",{cell})="F0")'
    large = f"=AND(ISNUMBER({cell}),ABS(N({cell}))>=1000,N({cell})=INT(N({cell})),{general})"
    _formula(sheet, area, large, styles.thousands())


def _alone(declared: type[Sheet]) -> str:
    """Return how many cells of the first row may be filled without the row being in use, as a formula."""
    if not declared.HANDED_OUT:
        return "0"
    return f"COUNTA(${letters(list(declared.COLUMNS).index(declared.key()))}{FIRST_ROW + 1})"


def _colour(sheet: GrowingSheet, area: Area, columns: Sequence[Column], styles: Styles, alone: str) -> None:
    """Draw frames round the rows in use, and colour the required cells that are empty in them.

    A row is in use if more than `alone` of its cells are filled.
    """
    first_row, first, last_row, last = area
    in_use = f"COUNTA(${letters(first)}{first_row + 1}:${letters(last)}{first_row + 1})>{alone}"
    for index, column in enumerate(columns, first):
        one = (first_row, index, last_row, index)
        if column.required is not Required.NEVER:
            empty = f"LEN(TRIM({address(first_row + 1, index + 1)}))=0"
            _formula(sheet, one, f"=AND({in_use},{empty})", styles.missing())
        if isinstance(column.kind, Quantity):
            show_thousands(sheet, one, styles)
    _formula(sheet, area, f"={in_use}", styles.frame())


def _formula(sheet: GrowingSheet, area: Area, formula: str, style: Any) -> None:
    sheet.conditional_format(*area, {"type": "formula", "criteria": formula, "format": style})


def _leading_keys(columns: Sequence[Column]) -> int:
    """Return how many columns at the left name the record."""
    return next(
        (index for index, column in enumerate(columns) if not column.key and not isinstance(column.kind, Ref | Served)),
        0,
    )


def _text(area: Area) -> str:
    first_row, first, last_row, last = area
    return f"{address(first_row + 1, first + 1)}:{address(last_row + 1, last + 1)}"
