"""Writes a card: a label, a value and its help in each row. Knows no form."""

from collections.abc import Mapping
from typing import Final

from generator.model.cell import address
from generator.model.kinds import Long
from generator.model.sheet import Required, Sheet
from generator.workbook.entries import enter, lines_of, style_of
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import Lists
from generator.workbook.measure import count_lines, height_of
from generator.workbook.paper import set_paper, write_heading
from generator.workbook.styles import SMALL, Styles
from generator.workbook.validations import guard, guide

HINT: Final = "ช่องสีเข้ม = ต้องกรอก · ช่องสีส้ม = ยังไม่ได้กรอก · กด Alt+Enter เพื่อขึ้นบรรทัดใหม่"
LABEL: Final = 1
VALUE: Final = 2
FIRST_ROW: Final = 3
MARGIN_WIDTH: Final = 2.5
LABEL_WIDTH: Final = 28
_VALUE_WIDTH: Final = 48
_HELP_WIDTH: Final = 60
_ROOM: Final = 2
"""Lines of a merged cell for long text, at least: Excel does not fit its height while typing."""


def write_card(sheet: GrowingSheet, declared: type[Sheet], record: Sheet, styles: Styles, lists: Lists) -> None:
    """Write a sheet that is one card."""
    write_heading(sheet, LABEL, f"{declared.NAME} — {declared.PURPOSE}", HINT, styles)
    widths = (MARGIN_WIDTH, LABEL_WIDTH, _VALUE_WIDTH, _HELP_WIDTH)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    write_lines(sheet, record, styles, lists)
    values = f"{address(FIRST_ROW + 1, VALUE + 1)}:{address(FIRST_ROW + len(record.COLUMNS), VALUE + 1)}"
    sheet.ignore_errors({"number_stored_as_text": values})
    sheet.set_selection(FIRST_ROW, VALUE, FIRST_ROW, VALUE)
    set_paper(sheet, sum(widths))


def write_lines(
    sheet: GrowingSheet,
    record: Sheet,
    styles: Styles,
    lists: Lists,
    *,
    last: int = VALUE,
    width: float = _VALUE_WIDTH,
    sources: Mapping[str, str] | None = None,
) -> None:
    """Write the lines of a card from FIRST_ROW on.

    Values are merged up to the column `last`, together `width` characters wide; the help stands right of it.
    `sources` are formulas of lists for some of the fields.
    """
    for row, (name, column) in enumerate(record.COLUMNS.items(), FIRST_ROW):
        required = column.required is not Required.NEVER
        sheet.write_string(row, LABEL, column.header, styles.label(required))
        refusal = f"ห้ามแก้ชื่อช่อง “{column.header}” เพราะโปรแกรมหาช่องจากชื่อนี้ กด ยกเลิก (Cancel)"
        guard(sheet, row, LABEL, column.header, column.help, refusal)
        value = getattr(record, name)
        label = count_lines(column.header, LABEL_WIDTH, bold=True)
        lines = max(label, lines_of(column.kind, value, width))
        if last > VALUE:
            sheet.merge_range(row, VALUE, row, last, "", style_of(column.kind, styles, framed=True, align="left"))
            # Excel never fits merged cells: a height for good, with room for more.
            sheet.set_row(row, height_of(max(lines, _ROOM if isinstance(column.kind, Long) else 1)))
        else:
            help_height = height_of(count_lines(column.help, _HELP_WIDTH, SMALL), SMALL)
            sheet.start_row(row, max(height_of(lines), help_height))
        enter(sheet, row, VALUE, column.kind, value, styles, framed=True, align="left")
        area = (row, VALUE, row, VALUE)
        guide(sheet, area, column, (sources or {}).get(name) or lists.source(name, column))
        if required:
            empty = f"=LEN(TRIM(${address(row + 1, VALUE + 1)}))=0"
            options = {"type": "formula", "criteria": empty, "format": styles.missing()}
            sheet.conditional_format(row, VALUE, row, last, options)
        sheet.write_string(row, last + 1, column.help, styles.aside() if last > VALUE else styles.note())
