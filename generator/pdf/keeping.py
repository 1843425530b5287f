"""Keeps what follows a table with its last row, as Word does and LibreOffice does not.

Where the last row of a table is to stay with the next paragraph (a signature with the last lines of a form), Word moves
both to the next page. LibreOffice keeps rows together only within one table, so in the print copy what follows becomes
one more row, without lines, of the same table. Knows nothing of fonts or of how LibreOffice is run.
"""

from typing import Final

from lxml import etree

from generator.pdf.styles import ParagraphStyles
from generator.render.oxml import (
    CELL,
    GRID,
    GRID_COLUMN,
    KEEP_NEXT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    TABLE,
    WIDTH,
    W,
    qn,
)

Element = etree._Element

_MARGINS: Final = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_LOWEST: Final = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


class Keeping:
    """Which paragraphs stay with the next one, by themselves or by their style."""

    def __init__(self, styles: ParagraphStyles) -> None:
        self._styles = styles

    def keeps(self, paragraph: Element) -> bool:
        """Return whether a paragraph is to stay with the next one."""
        return self._styles.has(paragraph, KEEP_NEXT)

    def bind(self, body: Element) -> None:
        """Make what follows a table whose last row asks for it a last row of that table."""
        for table in body.findall(TABLE):
            if self._last_row_keeps(table) and (followers := self._followers(table)):
                table.append(_row(table, followers))

    def _last_row_keeps(self, table: Element) -> bool:
        rows = table.findall(ROW)
        first = rows[-1].find(f"{CELL}/{PARAGRAPH}") if rows else None
        return first is not None and self.keeps(first)

    def _followers(self, table: Element) -> list[Element]:
        """Return what follows a table, up to and with the first block that does not itself ask for the next."""
        found: list[Element] = []
        for block in table.itersiblings():
            section = block.find(f"{PARAGRAPH_PROPERTIES}/{qn('w:sectPr')}")
            if block.tag not in (PARAGRAPH, TABLE) or section is not None:
                break
            found.append(block)
            last = block if block.tag == PARAGRAPH else block.findall(f".//{PARAGRAPH}")[-1]
            if not self.keeps(last):
                break
        return found


def _row(table: Element, blocks: list[Element]) -> Element:
    columns = table.findall(f"{GRID}/{GRID_COLUMN}")
    width = sum(int(column.get(WIDTH, "0")) for column in columns)
    borders = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
    row = etree.fromstring(
        f'<w:tr xmlns:w="{W}"><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(columns)}"/><w:tcBorders>{borders}</w:tcBorders>{_MARGINS}</w:tcPr></w:tc></w:tr>'
    )
    cell = row[-1]
    cell.extend(blocks)
    if blocks[-1].tag == TABLE:
        cell.append(etree.fromstring(_LOWEST))
    return row
