"""Writes the cells of the roll-up: texts that stay texts, numbers, formulas with their values, links.

Texts come from untrusted workbooks: whatever they begin with, they are never formulas.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from generator.workbook.measure import count_lines, height_of
from generator.workbook.paper import A4
from generator.workbook.rollup.links import Links
from generator.workbook.styles import FONT, LINE, NAVY, PALE, SMALL, Styles

LONGEST_TEXT: Final = 2_000
"""Characters of a text that are shown; a cell of Excel holds 32,767, a row no more than a page."""
COUNT: Final = '#,##0;-#,##0;"–"'
SATANG: Final = '#,##0.00;-#,##0.00;"–"'
CODE: Final = "0"
_BLUE: Final = "#0563C1"
_WIDTH: Final = 770.0
_HEIGHT: Final = 487.0
"""Points between the margins of a page: across, and from top to bottom."""
_EXCEL_CHARACTER: Final = 6.0
"""Points of one character of column width in Excel, and of the padding of a column."""
_PADDING: Final = 4.0


def clipped(text: str) -> str:
    """Return a text no longer than a cell shows, without bytes that are none in UTF-8."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def baht(amount: Decimal) -> str:
    """Return the number format of an amount: satang only where there are any."""
    return COUNT if amount == amount.to_integral_value() else SATANG


class Pen:
    """What writes on one sheet. Rows and columns count from 0; a style is given as properties of XlsxWriter."""

    def __init__(self, sheet: Worksheet, styles: Styles, folder: Path, valign: str = "vcenter") -> None:
        self.sheet = sheet
        self.styles = styles
        self.links = Links(sheet, folder)
        self._valign = valign

    def style(self, **properties: object) -> Any:
        """Return the format of a framed cell in the small size of this workbook."""
        plain = {"font_size": SMALL, "valign": self._valign, "border": 1, "border_color": LINE}
        return self.styles.make(**(plain | properties))

    def total_style(self, **properties: object) -> Any:
        """Return the format of a cell in a row of totals."""
        return self.style(bold=True, bg_color=PALE, font_color=NAVY, **properties)

    def text(self, row: int, column: int, text: str, **properties: object) -> None:
        """Write a text, wrapped unless told else; without one the cell is empty, as filters understand it."""
        if not text:
            self.blank(row, column, **properties)
            return
        self.sheet.write_string(row, column, clipped(text), self.style(**({"text_wrap": True} | properties)))

    def number(self, row: int, column: int, number: Decimal | int, **properties: object) -> None:
        """Write a number."""
        self.sheet.write_number(row, column, float(number), self.style(**properties))

    def blank(self, row: int, column: int, **properties: object) -> None:
        """Write an empty cell with its frame."""
        self.sheet.write_blank(row, column, None, self.style(**properties))

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        value: Decimal | int | str,
        *,
        total: bool = False,
        **properties: object,
    ) -> None:
        """Write a formula with the value it has, which programs show that do not calculate."""
        style = self.total_style(**properties) if total else self.style(**properties)
        cached = value if isinstance(value, str) else float(value)
        self.sheet.write_formula(row, column, formula, style, cached)

    def header(self, row: int, column: int, text: str, *, last_column: int | None = None, dark: bool = True) -> None:
        """Write a header, over several columns if told."""
        style = self.styles.make(
            align="center", valign="vcenter", text_wrap=True, bold=True, border=1, border_color=LINE, font_size=SMALL,
            bg_color=NAVY if dark else PALE, font_color="#FFFFFF" if dark else NAVY,
        )  # fmt: skip
        if last_column is not None and last_column > column:
            self.sheet.merge_range(row, column, row, last_column, "", style)
        self.sheet.write_string(row, column, clipped(text), style)

    def link(self, row: int, column: int, path: Path, sheet: str = "", cell: str = "", **properties: object) -> bool:
        """Lay a link over a cell before its value is written; return whether there is one, which is then blue."""
        return self.links.put(row, column, self.style(**properties), path, sheet, cell)


BLUE: Final[dict[str, object]] = {"font_color": _BLUE, "underline": 1}
"""Properties of the text of a link."""
LINKED: Final[dict[str, object]] = {"font_color": _BLUE}
"""Properties of a number that is a link, where there are many."""


def lines_in(texts: list[tuple[str, float]]) -> int:
    """Return how many lines a row takes whose cells hold these texts in columns of so many characters."""
    return max((count_lines(clipped(text), width, SMALL) for text, width in texts if text), default=1)


def row_height(lines: int) -> float:
    """Return the height of a row in points; Excel takes no more than 409."""
    return min(height_of(lines, SMALL), 405.0)


def page_points(widths: Sequence[float]) -> float:
    """Return how many points of rows Excel prints on a page if columns of these widths are fitted to it.

    Where the typeface is missing, columns are wider, and more rows go on a page.
    """
    points = sum(width * _EXCEL_CHARACTER + _PADDING for width in widths)
    return _HEIGHT * max(1.0, points / _WIDTH)


def set_print(sheet: Worksheet, title: str, *, wide: int = 1, tall: int = 0) -> None:
    """Print on A4 landscape, `wide` pages side by side and at most `tall`, with title, date and page numbers."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(wide, tall)
    sheet.set_margins(0.5, 0.5, 0.75, 0.75)
    font = f'&"{FONT},Regular"&{SMALL}'
    sheet.set_header(f"&L{font}{title.replace('&', '&&')}&R{font}&A")
    sheet.set_footer(f"&L{font}พิมพ์เมื่อ &D&R{font}หน้า &P จาก &N")
