"""What a Word file prints, row by row, as python-docx reads it. Knows nothing of the program that wrote the file."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import docx
from docx.oxml.ns import qn
from docx.table import Table, _Row
from lxml.etree import _Element

from tests.plan2567.published import PARAGRAPH, Row

ABOVE: Final = "^"
LEFT: Final = "<"
ARROW: Final = "↔"

_ARABIC: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_QUOTES: Final = str.maketrans("“”‘’", "\"\"''")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DRAWING: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PROPERTIES: Final = frozenset(qn(f"w:{name}") for name in ("pPr", "rPr", "tcPr", "trPr", "tblPr"))
_BLANKS: Final = frozenset(qn(f"w:{name}") for name in ("p", "tab", "br"))


def plain(text: str) -> str:
    """Return a text with Arabic digits, straight quotes, single blanks, and nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).translate(_ARABIC).translate(_QUOTES).split())


def written(element: _Element) -> str:
    """Return all that stands in a paragraph or a cell, tables within it too, as it was written; ↔ for a drawing."""
    if element.tag == _DRAWING:
        return ARROW
    if element.tag in _PROPERTIES:
        return ""
    own = " " if element.tag in _BLANKS else (element.text or "") if element.tag == qn("w:t") else ""
    return own + "".join(written(child) for child in element)


def rows(table: Table) -> list[Row]:
    """Return the rows of a table; a cell merged with its neighbour says so."""
    return [tuple(_cells(row)) for row in table.rows]


def _cells(row: _Row) -> Iterator[str]:
    for cell in row._tr.tc_lst:
        yield ABOVE if cell.vMerge == "continue" else plain(written(cell))
        yield from [LEFT] * (cell.grid_span - 1)


class PrintedPlan:
    """The body of a Word file, row by row: paragraphs that have a text, and the rows of the tables."""

    def __init__(self, path: Path) -> None:
        self._document = docx.Document(str(path))
        self.rows: Final = list(self._rows())

    def _rows(self) -> Iterator[Row]:
        for block in self._document.iter_inner_content():
            if isinstance(block, Table):
                yield from rows(block)
            elif text := plain(written(block._p)):
                yield PARAGRAPH, text

    def sections(self, openings: Sequence[Row]) -> list[list[Row]]:
        """Return the rows from each opening paragraph to the next; they must stand in this order."""
        places, place = [], -1
        for opening in openings:
            place = self.rows.index(opening, place + 1)
            places.append(place)
        return [self.rows[first:end] for first, end in pairwise([*places, len(self.rows)])]

    def written_tables(self) -> Iterator[str]:
        """Yield the texts of the tables with the digits that they have."""
        return (written(table._tbl) for table in self._document.tables)
