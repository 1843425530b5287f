"""Prints merged labels again at the top of a page that a table goes on to, as typists do by hand.

A cell that is joined downwards shows its text once, on the page where it begins. Where the pages of a document end is
known only when it is laid out; so its rows are marked, their pages counted, and the joined cells parted where a page
ends, with the label in both halves. Only the print copy is changed: in Word the pages may end elsewhere. Knows nothing
of how the pages are counted.
"""

import copy
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Final

from lxml import etree

from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    CELL,
    CELL_PROPERTIES,
    MERGE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    SPAN,
    TABLE,
    VALUE,
)

Element = etree._Element

ROW_MARK: Final = "_Row"
"""Begins the names of the bookmarks of rows that joined cells go on to; the number of the row among them follows."""

_FIRST_ID: Final = 2_000_000


def continued_rows(body: Element) -> Iterator[tuple[Element, Element]]:
    """Yield each row to which a cell of the row above goes on, with that row above."""
    for table in body.findall(TABLE):
        rows = table.findall(ROW)
        for above, row in pairwise(rows):
            if any(_goes_on(cell) for cell in row.findall(CELL)):
                yield above, row


def mark_rows(body: Element) -> None:
    """Put a bookmark into each row to which a cell goes on, and into the row above it.

    A row is marked in the first of its cells that begins there; one without such a cell is not marked.
    """
    marked: dict[Element, None] = {}
    for pair in continued_rows(body):
        marked |= dict.fromkeys(pair)
    for number, row in enumerate(marked):
        begun = next((cell for cell in row.findall(CELL) if not _goes_on(cell)), None)
        paragraph = begun.find(PARAGRAPH) if begun is not None else None
        if paragraph is None:
            continue
        identity = str(_FIRST_ID + number)
        place = int(len(paragraph) > 0 and paragraph[0].tag == PARAGRAPH_PROPERTIES)
        paragraph.insert(place, etree.Element(BOOKMARK_START, {BOOKMARK_ID: identity, BOOKMARK_NAME: _name(number)}))
        paragraph.insert(place + 1, etree.Element(BOOKMARK_END, {BOOKMARK_ID: identity}))


def broken_rows(body: Element, pages: Mapping[str, int]) -> frozenset[str]:
    """Return the marks of the rows that a page begins with though a cell of the row above goes on to them."""
    found = set()
    for above, row in continued_rows(body):
        name, before = _mark(row), _mark(above)
        if name in pages and before in pages and pages[name] > pages[before]:
            found.add(name)
    return frozenset(found)


def repeat_labels(body: Element, rows: Collection[str]) -> None:
    """Part the joined cells above the marked rows, and repeat there what they say."""
    for table in body.findall(TABLE):
        labels: dict[int, Element] = {}
        for row in table.findall(ROW):
            parted = _mark(row) in rows
            for column, cell in _columns(row):
                if not _goes_on(cell):
                    labels[column] = cell
                elif parted and column in labels:
                    _begin(cell, labels[column])


def _begin(cell: Element, label: Element) -> None:
    """Let a cell begin anew with what another says."""
    cell.find(f"{CELL_PROPERTIES}/{MERGE}").set(VALUE, "restart")  # type: ignore[union-attr]
    for child in [child for child in cell if child.tag != CELL_PROPERTIES]:
        cell.remove(child)
    for child in label:
        if child.tag != CELL_PROPERTIES:
            cell.append(copy.deepcopy(child))
    for tag in (BOOKMARK_START, BOOKMARK_END):
        for mark in list(cell.iter(tag)):
            mark.getparent().remove(mark)  # type: ignore[union-attr]


def _goes_on(cell: Element) -> bool:
    merge = cell.find(f"{CELL_PROPERTIES}/{MERGE}")
    return merge is not None and merge.get(VALUE, "continue") == "continue"


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    """Yield the cells of a row with the column of the grid in which each begins."""
    column = 0
    for cell in row.findall(CELL):
        yield column, cell
        span = cell.find(f"{CELL_PROPERTIES}/{SPAN}")
        column += int(span.get(VALUE, "1")) if span is not None else 1


def _mark(row: Element) -> str:
    found = (mark.get(BOOKMARK_NAME, "") for mark in row.iter(BOOKMARK_START))
    return next((name for name in found if name.startswith(ROW_MARK)), "")


def _name(number: int) -> str:
    return f"{ROW_MARK}{number}"
