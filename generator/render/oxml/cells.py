"""Cells and rows of tables as WordprocessingML text, for tables whose grid is known only when they are filled."""

from collections.abc import Sequence
from typing import Final

TABLE_END: Final = "</w:tbl>"
PARAGRAPH_ENDS: Final = ("</w:p>", "<w:p/>")
LOWEST: Final = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
LOWEST_PARAGRAPH: Final = f"<w:p><w:pPr>{LOWEST}</w:pPr></w:p>"
"""An empty paragraph as low as Word allows, for where one has to stand between two tables."""


def grid(widths: Sequence[int]) -> str:
    """Return the columns of a table; widths in twips."""
    return "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])


def extent(widths: Sequence[int], first: int, count: int) -> str:
    """Return width and span of a cell that covers `count` columns of a grid from `first` on."""
    width = f'<w:tcW w:w="{sum(widths[first : first + count])}" w:type="dxa"/>'
    return f'{width}<w:gridSpan w:val="{count}"/>' if count > 1 else width


def downwards(joined: bool) -> str:
    """Return the property of a cell that is joined to the one above it, or that cells below may be joined to."""
    return "<w:vMerge/>" if joined else '<w:vMerge w:val="restart"/>'


def fit(covered: int, columns: int) -> None:
    """Raise ValueError unless the cells of a row cover the columns of its table: the context is wrong then."""
    if covered != columns:
        raise ValueError(f"a row covers {covered} columns of a table that has {columns}")
