"""Prints merged labels again at the top of a page that a table goes on to, as typists do by hand.

A cell that is joined downwards shows its text once, on the page where it begins. Where the pages of a document end is
known only when it is laid out; so its rows are marked, their pages counted, and the joined cells parted where a page
ends, with the label in both halves. Only the print copy is changed: in Word the pages may end elsewhere. Knows nothing
of how the pages are counted.
"""

import copy
from collections.abc import Collection, Iterator, Mapping
from itertools import count, pairwise
from typing import Final

from lxml import etree

from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    CELL,
    CELL_PROPERTIES,
    KEEP_NEXT,
    MERGE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    ROW,
    ROW_PROPERTIES,
    SPAN,
    TABLE,
    VALUE,
    WHOLE_ROW,
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

    A row is marked in the first of its cells that begins there, and, if it may go over pages, where each of them ends;
    one without such a cell is not marked.
    """
    marked: dict[Element, None] = {}
    for pair in continued_rows(body):
        marked |= dict.fromkeys(pair)
    identities = count(_FIRST_ID)
    for number, row in enumerate(marked):
        begun = [cell for cell in row.findall(CELL) if not _goes_on(cell) and cell.find(PARAGRAPH) is not None]
        if not begun:
            continue
        first = begun[0].find(PARAGRAPH)
        assert first is not None
        place = int(len(first) > 0 and first[0].tag == PARAGRAPH_PROPERTIES)
        first[place:place] = _bookmark(next(identities), f"{ROW_MARK}{number}")
        for index, cell in enumerate(begun if row.find(f"{ROW_PROPERTIES}/{WHOLE_ROW}") is None else ()):
            cell.findall(PARAGRAPH)[-1].extend(_bookmark(next(identities), f"{ROW_MARK}{number}-{index}"))


def broken_rows(body: Element, pages: Mapping[str, int]) -> frozenset[str]:
    """Return the marks of the rows that a page begins with though a cell of the row above goes on to them."""
    found = set()
    for above, row in continued_rows(body):
        name, ends = _mark(row), [pages[mark] for mark in _marks(above) if mark in pages]
        if name in pages and ends and pages[name] > max(ends):
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
    kept = cell.find(f"{PARAGRAPH}/{PARAGRAPH_PROPERTIES}/{KEEP_NEXT}") is not None
    for child in [child for child in cell if child.tag != CELL_PROPERTIES]:
        cell.remove(child)
    for child in label:
        if child.tag != CELL_PROPERTIES:
            cell.append(copy.deepcopy(child))
    for tag in (BOOKMARK_START, BOOKMARK_END):
        for mark in list(cell.iter(tag)):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
    for paragraph in cell.findall(PARAGRAPH) if kept else ():  # the row stays with the next one, as it did
        _keep_with_next(paragraph)


def _keep_with_next(paragraph: Element) -> None:
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = etree.Element(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    if properties.find(KEEP_NEXT) is None:
        properties.insert(int(properties.find(PARAGRAPH_STYLE) is not None), etree.Element(KEEP_NEXT))


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


def _marks(row: Element) -> list[str]:
    found = (mark.get(BOOKMARK_NAME, "") for mark in row.iter(BOOKMARK_START))
    return [name for name in found if name.startswith(ROW_MARK)]


def _mark(row: Element) -> str:
    return next(iter(_marks(row)), "")


def _bookmark(identity: int, name: str) -> list[Element]:
    number = str(identity)
    start = etree.Element(BOOKMARK_START, {BOOKMARK_ID: number, BOOKMARK_NAME: name})
    return [start, etree.Element(BOOKMARK_END, {BOOKMARK_ID: number})]
