"""Writes a sheet of a family: a card, and under it a grid whose number columns have headers that officers type.

Knows no form.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from generator.model.cell import address
from generator.model.codes import DistrictName
from generator.model.districts import DISTRICTS, GROUPS
from generator.model.form import Family, Page
from generator.model.kinds import Choice
from generator.model.prose import Prose
from generator.model.sheet import Column, Sheet
from generator.workbook import cardsheet
from generator.workbook.entries import enter, entry
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import TARGET_FIELD, Lists, letters
from generator.workbook.measure import count_lines, height_of
from generator.workbook.paper import set_paper, write_heading
from generator.workbook.styles import Styles
from generator.workbook.tablesheet import show_thousands, write_headers
from generator.workbook.validations import guard, guide, invite

READY: Final = 3
"""Number columns that are ready, at least."""
REACH: Final = 12
"""Number columns that colours and dropdowns reach, at least: officers go on typing at the right."""
SPARE: Final = 20
"""Rows below those that are ready that messages, dropdowns and sums reach."""
_FIRST: Final = cardsheet.LABEL
_BUTTON: Final = 3
_PRINTED_HELP: Final = 40
"""Characters that the help beside the card needs on paper."""


@dataclass(frozen=True)
class _Grid:
    """A grid and where it lies; rows and columns count from 0, and both ends belong to it."""

    table: type[Sheet]
    headers: Sequence[Prose]
    records: Sequence[Sheet]
    header_row: int

    @property
    def named(self) -> list[tuple[str, Column]]:
        """The columns that have a header of their own."""
        return [(name, column) for name, column in self.table.COLUMNS.items() if not column.rest]

    @property
    def rest(self) -> tuple[str, Column]:
        """The column that stands for all numbers."""
        return next((name, column) for name, column in self.table.COLUMNS.items() if column.rest)

    @property
    def numbers(self) -> range:
        """The number columns that are ready."""
        first = _FIRST + len(self.named)
        return range(first, first + max(READY, len(self.headers)))

    @property
    def reach(self) -> int:
        """The last column that may become a number column."""
        return self.numbers.start + max(REACH, len(self.headers)) - 1

    @property
    def rows(self) -> range:
        """The rows that are ready."""
        return range(self.header_row + 1, self.header_row + 1 + max(len(DISTRICTS), len(self.records)))

    @property
    def deepest(self) -> int:
        """The last row that may be filled."""
        return self.rows[-1] + SPARE


def write_family_sheet(sheet: GrowingSheet, family: Family, page: Page | None, styles: Styles, lists: Lists) -> None:
    """Write one sheet of a family, filled with `page` or blank with all districts."""
    card = next(iter(page.rows.of(family.card)), family.card()) if page else family.card()
    grid = _Grid(
        table=family.table,
        headers=page.headers if page else (),
        records=page.rows.of(family.table) if page else _districts(family.table),
        header_row=cardsheet.FIRST_ROW + len(card.COLUMNS) + 2,
    )
    wide = grid.rest[1].width
    widths = [cardsheet.LABEL_WIDTH, *(column.width for _, column in grid.named[1:]), *[wide] * len(grid.numbers)]
    sheet.set_column(0, 0, cardsheet.MARGIN_WIDTH)
    for index, width in enumerate(widths, _FIRST):
        sheet.set_column(index, index, width)
    sheet.set_column(grid.numbers.stop, grid.reach, wide)
    copies = f"รหัสอื่นให้สร้างสำเนาแผ่นงานนี้ แล้วตั้งชื่อ {family.prefix} ตามด้วยรหัส เช่น {family.prefix} {family.key.example}"
    write_heading(sheet, _FIRST, family.card.PURPOSE, f"{copies} · {cardsheet.HINT}", styles)
    first, last = letters(grid.numbers.start), letters(grid.reach)
    row = grid.header_row + 1
    # OFFSET ends the list at the last header, and takes in those that are added.
    sources = {TARGET_FIELD: f"=OFFSET(${first}${row},0,0,1,MAX(1,COUNTA(${first}${row}:${last}${row})))"}
    ends = grid.numbers[-1]
    cardsheet.write_lines(sheet, card, styles, lists, last=ends, width=sum(widths[1:]), sources=sources)
    write_headers(sheet, grid.header_row, _FIRST, [column for _, column in grid.named], styles)
    _write_number_headers(sheet, grid, styles)
    _write_rows(sheet, grid, styles, lists)
    _write_check(sheet, grid, styles)
    _colour(sheet, grid, styles)
    sheet.autofilter(grid.header_row, _FIRST, grid.rows[-1], ends)
    sheet.freeze_panes(0, _FIRST + 1)
    sheet.set_selection(cardsheet.FIRST_ROW, cardsheet.VALUE, cardsheet.FIRST_ROW, cardsheet.VALUE)
    set_paper(sheet, sum(widths) + _PRINTED_HELP)
    sheet.repeat_rows(grid.header_row)


def _districts(table: type[Sheet]) -> Sequence[Sheet]:
    """Return a record for each district, its name and group filled in."""
    names = [name for name, column in table.COLUMNS.items() if isinstance(column.kind, DistrictName)]
    groups = [name for name, column in table.COLUMNS.items() if column.kind == Choice(GROUPS)]
    records = []
    for district in DISTRICTS:
        values: dict[str, Any] = {**dict.fromkeys(names, district), **dict.fromkeys(groups, district.group)}
        records.append(table(**values))
    return records


def _write_number_headers(sheet: GrowingSheet, grid: _Grid, styles: Styles) -> None:
    lines = 2
    for step, index in enumerate(grid.numbers):
        if step < len(grid.headers):
            header = grid.headers[step].plain
            sheet.write_string(grid.header_row, index, header, styles.typed_header())
            lines = max(lines, count_lines(header, grid.rest[1].width - _BUTTON))
        else:
            sheet.write_blank(grid.header_row, index, None, styles.typed_header())
    sheet.set_row(grid.header_row, height_of(lines))
    message = "พิมพ์หัวคอลัมน์พร้อมหน่วยนับ เช่น จำนวนคน (คน)\nเพิ่มคอลัมน์ต่อทางขวาได้ ไม่เว้นคอลัมน์ว่างไว้ระหว่างกลาง"
    invite(sheet, (grid.header_row, grid.numbers.start, grid.header_row, grid.reach), "หัวคอลัมน์ตัวเลข", message)


def _write_rows(sheet: GrowingSheet, grid: _Grid, styles: Styles, lists: Lists) -> None:
    filled = [*grid.records, *[grid.table()] * (len(grid.rows) - len(grid.records))]
    for index, (name, column) in enumerate(grid.named, _FIRST):
        guide(sheet, (grid.rows.start, index, grid.deepest, index), column, lists.source(name, column))
        for row, record in zip(grid.rows, filled, strict=True):
            enter(sheet, row, index, column.kind, getattr(record, name), styles, framed=True)
    name, column = grid.rest
    guide(sheet, (grid.rows.start, grid.numbers.start, grid.deepest, grid.reach), column, lists.source(name, column))
    for row, record in zip(grid.rows, filled, strict=True):
        values = getattr(record, name)
        for step, index in enumerate(grid.numbers):
            value = values[step] if step < len(values) else column.kind.empty()
            enter(sheet, row, index, column.kind, value, styles, framed=True)
    sheet.ignore_errors(
        {
            "number_stored_as_text": f"{address(cardsheet.FIRST_ROW + 1, cardsheet.VALUE + 1)}:"
            f"{address(grid.deepest + 1, grid.reach + 1)}"
        }
    )


def _write_check(sheet: GrowingSheet, grid: _Grid, styles: Styles) -> None:
    """Write the sums above the header, where no reader takes them for data."""
    check_row = grid.header_row - 1
    label = "ยอดรวมไว้ตรวจ"
    message = "คำนวณจากตัวเลขในคอลัมน์นี้ให้เห็นขณะกรอก โปรแกรมไม่อ่านช่องนี้ และรวมยอดเองตอนพิมพ์"
    sheet.write_string(check_row, _FIRST, grid.table.PURPOSE, styles.section())
    sheet.write_string(check_row, grid.numbers.start - 1, label, styles.calculated())
    for step, index in enumerate(grid.numbers):
        area = f"{address(grid.rows.start + 1, index + 1)}:{address(grid.deepest + 1, index + 1)}"
        formula = f'=IF(COUNT({area})=0,"",SUM({area}))'
        sheet.write_formula(check_row, index, formula, styles.calculated(), _sum(grid, step))
        guard(sheet, check_row, index, label, message, "ช่องนี้คำนวณเอง ไม่ต้องพิมพ์ กด ยกเลิก (Cancel)")
        words = f'=SUMPRODUCT(--ISTEXT({area}))>COUNTIF({area},"-")'
        options = {"type": "formula", "criteria": words, "format": styles.missing()}
        sheet.conditional_format(check_row, index, check_row, index, options)
    show_thousands(sheet, (check_row, grid.numbers.start, check_row, grid.numbers[-1]), styles)
    note = "ยอดสีส้ม = มีตัวเลขที่พิมพ์เป็นข้อความ ยอดที่เห็นนี้ยังไม่นับ"
    sheet.write_string(check_row, grid.numbers.stop, note, styles.hint())


def _sum(grid: _Grid, step: int) -> int | float | str:
    """Return what the sum of a number column comes to: numbers only, as Excel adds; no number gives an empty text."""
    name, column = grid.rest
    rows = [getattr(record, name) for record in grid.records]
    typed = [entry(column.kind, values[step])[0] for values in rows if step < len(values)]
    numbers = [Decimal(repr(number)) for number in typed if isinstance(number, int | float)]
    total = sum(numbers, Decimal(0))
    if not numbers:
        return ""
    return int(total) if total == total.to_integral_value() else float(total)


def _colour(sheet: GrowingSheet, grid: _Grid, styles: Styles) -> None:
    """Frame the number columns that are added beside those ready, and show separators in all of them."""
    show_thousands(sheet, (grid.rows.start, grid.numbers.start, grid.deepest, grid.reach), styles)
    first, last = grid.numbers.stop, grid.reach
    if first > last:
        return
    used = f"=LEN({letters(first)}${grid.header_row + 1})>0"
    framed = {"type": "formula", "criteria": used, "format": styles.frame()}
    sheet.conditional_format(grid.rows.start, first, grid.rows[-1], last, framed)
    headed = {"type": "no_blanks", "format": styles.further_header()}
    sheet.conditional_format(grid.header_row, first, grid.header_row, last, headed)
