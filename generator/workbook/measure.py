"""How much room text takes in TH Sarabun New: widths, lines and heights in points. Knows no workbook.

Heights are needed because LibreOffice does not fit the rows of a workbook it opens, and neither does Excel fit merged
cells.
"""

from math import ceil
from typing import Final

CHARACTER: Final = 5.8
"""Points of one character of column width: a digit of TH Sarabun New 16, as LibreOffice has it. Excel counts 6, whole
pixels."""

_HUNDREDTHS: Final = {
    0: "ัิีึืฺุู็่้๊๋์ํ๎", 12: "'", 14: "i", 15: "!I|", 16: ",.:;j·", 19: "()", 20: "[]`lเๅ", 21: '"f{}°', 22: " -r•",
    24: "tโใไ", 25: "‘’", 26: "J\\", 27: "/", 28: "*?s", 29: "ง", 31: "g", 32: "kxzราำ", 33: "cธว", 34: "avyฐ",
    35: "EFLS_", 36: "$0123456789ะ–", 37: "Yeจฮ“”", 38: "BKPRTขฃฉชซถผฝยฤลสแ", 39: "Vhnuกคฅดตศอฯ", 40: "#Abdopqมๆ",
    41: "+<=>C^ฆ฿×", 42: "&XZ~น", 43: "DGฎฏทบปภฦห", 44: "HNษ", 45: "พฟฬ๏๐๑๒๓๔๕๖๗๘๙", 46: "ฑ", 47: "U", 48: "…",
    49: "OQ", 51: "w", 52: "ฌญ๚", 53: "ฒ", 54: "@", 55: "M", 58: "%", 59: "W", 60: "m", 70: "๛", 72: "—",
}  # fmt: skip
"""Advances of the regular face in hundredths of its size, rounded."""
_ADVANCES: Final = {character: width / 100 for width, characters in _HUNDREDTHS.items() for character in characters}
_UNKNOWN: Final = 0.6
_BOLD: Final = 1.06
_CELL_PADDING: Final = 5.0
_DOUBT: Final = 1.03
"""Advances are rounded, and no two programs wrap alike."""
_RAGGED: Final = 24.0
"""Points that lines of several lose at their end, on the average, because they break between words."""
_LEADING: Final = 1.5
"""The height of a line by the size of its font, with room for a tone mark above an upper vowel."""


def text_width(text: str, size: float = 16, bold: bool = False) -> float:
    """Return the width of one line of text in points."""
    return sum(_ADVANCES.get(character, _UNKNOWN) for character in text) * size * (_BOLD if bold else 1)


def count_lines(text: str, columns: float, size: float = 16, bold: bool = False) -> int:
    """Return how many lines `text` takes in a cell of so many characters' width; each newline begins another."""
    room = columns * CHARACTER - _CELL_PADDING
    lines = 0
    for paragraph in text.split("\n"):
        width = text_width(paragraph, size, bold) * _DOUBT
        lines += 1 if width <= room else ceil(width / (room - min(_RAGGED, room / 3)))
    return lines


def height_of(lines: int, size: float = 16) -> float:
    """Return the height in points of a row with so many lines."""
    return lines * size * _LEADING
