"""Keeps what follows a table with its last row, as Word does and LibreOffice does not.

Where the last row of a table is to stay with the next paragraph (a signature with the last lines of a form), Word moves
both to the next page. LibreOffice keeps rows together only within one table, so in the print copy what follows becomes
one more row, without lines, of the same table. Knows nothing of fonts or of how LibreOffice is run.
"""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from generator.render.oxml import (
    CELL,
    GRID,
    GRID_COLUMN,
    KEEP_NEXT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    TABLE,
    VALUE,
    WIDTH,
    W,
    qn,
)

Element = etree._Element

STYLE: Final = qn("w:style")
_OFF: Final = ("0", "false", "off")
_MARGINS: Final = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_LOWEST: Final = (
    f'<w:p xmlns:w="{W}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


class Keeping:
    """Which paragraphs stay with the next one, by themselves or by their style."""

    def __init__(self, styles: Iterable[Element]) -> None:
        self._styles = {style.get(qn("w:styleId"), ""): style for root in styles for style in root.iter(STYLE)}

    def keeps(self, paragraph: Element) -> bool:
        """Return whether a paragraph is to stay with the next one."""
        owner, name = paragraph, _value(paragraph.find(PARAGRAPH_PROPERTIES), "w:pStyle")
        for _ in range(len(self._styles) + 1):
            properties = owner.find(PARAGRAPH_PROPERTIES)
            if properties is not None and (keep := properties.find(KEEP_NEXT)) is not None:
                return keep.get(VALUE, "1") not in _OFF
            if name not in self._styles:
                return False
            owner = self._styles[name]
            name = _value(owner, "w:basedOn")
        return False

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


def _value(properties: Element | None, name: str) -> str:
    found = properties.find(qn(name)) if properties is not None else None
    return found.get(VALUE, "") if found is not None else ""
