"""How a sheet prints on A4, and the lines above its content. Knows no form."""

from math import ceil
from typing import Final

from xlsxwriter.worksheet import Worksheet

from generator.workbook.measure import CHARACTER, height_of
from generator.workbook.styles import FONT, SMALL, TITLE_SIZE, Styles

A4: Final = 9
_LANDSCAPE_WIDTH: Final = 770.0
"""Points between the margins."""
_LEGIBLE: Final = 0.6
"""Below this scale 16 points are smaller than 10: a wider table is spread over several pages side by side."""
_SIDE, _TOP, _BOTTOM = 0.5, 0.6, 0.75
"""Margins in inches."""


def set_paper(sheet: Worksheet, columns: float, *, portrait: bool = False) -> None:
    """Let a sheet of so many characters' width print on A4, as many pages wide as keep it legible."""
    sheet.set_paper(A4)
    if portrait:
        sheet.set_portrait()
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_landscape()
        sheet.fit_to_pages(ceil(columns * CHARACTER * _LEGIBLE / _LANDSCAPE_WIDTH), 0)
    sheet.set_margins(_SIDE, _SIDE, _TOP, _BOTTOM)
    font = f'&"{FONT},Regular"&{SMALL}'
    sheet.set_footer(f"&L{font}&A&R{font}หน้า &P/&N")


def write_heading(sheet: Worksheet, column: int, title: str, hint: str, styles: Styles) -> None:
    """Write the title and the line of help, rows 1 and 2; they run over the empty cells at their right.

    They are not merged: a merged cell would stand in the way of selecting and moving columns.
    """
    sheet.set_row(0, height_of(1, TITLE_SIZE))
    sheet.write_string(0, column, title, styles.title())
    sheet.write_string(1, column, hint, styles.hint())
