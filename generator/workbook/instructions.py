"""Writes the protected sheet of instructions, with a worked example of every sheet. Knows no form."""

from collections.abc import Iterable, Sequence
from typing import Final

from xlsxwriter.format import Format

from generator.model.cell import address
from generator.model.form import Form
from generator.model.sheet import Required, Sheet
from generator.workbook import guidance
from generator.workbook.growing import GrowingSheet
from generator.workbook.guidance import Line
from generator.workbook.measure import count_lines, height_of
from generator.workbook.paper import set_paper
from generator.workbook.styles import CALCULATED, GREY, MISSING, SMALL, TITLE_SIZE, Styles

NAME: Final = "คำแนะนำ"
_WIDTHS: Final = (1.5, 24, 11, 32, 42)
"""A margin; what a line is about, and three columns that its text is merged over."""
_ABOUT, _TEXT, _LAST = 1, 2, 4
_TEXT_WIDTH: Final = sum(_WIDTHS[_TEXT:])
_EXAMPLE_HEADERS: Final = ("ช่อง", "กรอกเมื่อ", "ตัวอย่าง", "คำอธิบาย")


def write_instructions(sheet: GrowingSheet, form: Form, styles: Styles) -> None:
    """Write what each sheet is for, what to do, and an example that is taken from the declarations."""
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    page = _Page(sheet, styles)
    page.write_title(form.title)
    page.write_section("ขั้นตอน", guidance.steps(form))
    page.write_section("แผ่นงานในสมุดงานนี้", guidance.sheets(form))
    page.write_section("สี", guidance.COLOURS, _swatches(styles))
    page.write_section("สถานะเอกสาร", guidance.STATUSES)
    page.write_section("การพิมพ์ลงช่อง", guidance.typing(form))
    page.write_section("ตารางแนบ", guidance.attachments(form))
    for declared in form.sheets:
        page.write_example(declared, declared.NAME)
    if form.family:
        name = f"{form.family.prefix} {form.family.key.example}"
        page.write_example(form.family.card, f"{name} (ส่วนบน)")
        page.write_example(form.family.table, f"{name} (ตาราง)")
    sheet.ignore_errors({"number_stored_as_text": f"A1:{address(page.row + 1, _LAST + 1)}"})
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    set_paper(sheet, sum(_WIDTHS), portrait=True)


def _swatches(styles: Styles) -> Sequence[Format]:
    return (
        styles.header(True),
        styles.header(False),
        styles.text(bg_color=MISSING),
        styles.text(bg_color=CALCULATED, font_color=GREY),
    )


class _Page:
    """The sheet as it grows from top to bottom; `row` is the next free one, counted from 0."""

    def __init__(self, sheet: GrowingSheet, styles: Styles) -> None:
        self._sheet = sheet
        self._styles = styles
        self.row = 0

    def write_title(self, title: str) -> None:
        self._sheet.set_row(self.row, height_of(1, TITLE_SIZE))
        self._sheet.write_string(self.row, _ABOUT, f"{guidance.SUBTITLE}: {title}", self._styles.title())
        self._sheet.write_string(self.row + 1, _ABOUT, guidance.SUBTITLE_NOTE, self._styles.hint())
        self.row += 3

    def write_section(self, title: str, lines: Iterable[Line], abouts: Sequence[Format] = ()) -> None:
        """Write a heading and its lines; `abouts` are formats of their first cells. Without lines, write nothing."""
        lines = list(lines)
        if not lines:
            return
        self._write_heading(title)
        for index, line in enumerate(lines):
            about = abouts[index] if abouts else self._styles.text(bold=True)
            self._sheet.write_string(self.row, _ABOUT, line.about, about)
            self._sheet.merge_range(self.row, _TEXT, self.row, _LAST, line.text, self._styles.text())
            most = max(count_lines(line.text, _TEXT_WIDTH), count_lines(line.about, _WIDTHS[_ABOUT], bold=True))
            self._sheet.set_row(self.row, height_of(most))
            self.row += 1
        self.row += 1

    def write_example(self, declared: type[Sheet], name: str) -> None:
        """Write each column of a sheet with its example and its help."""
        self._write_heading(f"ตัวอย่างการกรอก: {name}")
        for index, header in enumerate(_EXAMPLE_HEADERS, _ABOUT):
            self._sheet.write_string(self.row, index, header, self._styles.header(False))
        self.row += 1
        for column in declared.COLUMNS.values():
            required = column.required is not Required.NEVER
            self._sheet.write_string(self.row, _ABOUT, column.header, self._styles.text(bold=required))
            when = guidance.REQUIRED[column.required]
            self._sheet.write_string(self.row, _TEXT, when, self._styles.text(font_size=SMALL, align="center"))
            self._sheet.write_string(self.row, _TEXT + 1, column.example, self._styles.text())
            self._sheet.write_string(self.row, _LAST, column.help, self._styles.text(font_size=SMALL))
            heights = (
                height_of(count_lines(column.header, _WIDTHS[_ABOUT], bold=required)),
                height_of(count_lines(column.example, _WIDTHS[_TEXT + 1])),
                height_of(count_lines(column.help, _WIDTHS[_LAST], SMALL), SMALL),
            )
            self._sheet.set_row(self.row, max(heights))
            self.row += 1
        self.row += 1

    def _write_heading(self, title: str) -> None:
        self._sheet.set_row(self.row, height_of(1))
        for index in range(_ABOUT, _LAST + 1):
            self._sheet.write_blank(self.row, index, None, self._styles.section())
        self._sheet.write_string(self.row, _ABOUT, title, self._styles.section())
        self.row += 1
