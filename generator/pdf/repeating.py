"""Has merged labels printed again at the top of a page that a table goes on to, as typists do by hand.

A cell that is joined downwards shows its text once, on the page where it begins. Where pages end is known only when the
document is laid out. So in the print copy every cell of a join holds the label, and the worker, told which cells these
are, parts the joins where pages begin (`uno_document`). Only the print copy is changed: in Word the pages may end
elsewhere. Knows nothing of how the pages are counted.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from generator.pdf.styles import ParagraphStyles
from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    CELL,
    CELL_PROPERTIES,
    KEEP_NEXT,
    MERGE,
    NOTE_REFERENCES,
    OUTLINE_LEVEL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    ROW,
    ROW_PROPERTIES,
    SPAN,
    TABLE,
    VALUE,
    WHOLE_ROW,
    qn,
)

Element = etree._Element

MARK: Final = "_Joined"
"""Begins the names of the bookmarks of tables with joined cells; the number of the table among them follows."""

_FIRST_ID: Final = 2_000_000
_NUMBERED: Final = qn("w:numPr")
_FLOATING: Final = qn("wp:anchor")
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """A row of joined cells: its number in the table, from 1, and cells that say on which page it lies.

    It begins where the cell `begins` does, and ends where the last of the cells `ends` does; a row that stays whole has
    none of these.
    """

    number: int
    begins: str
    ends: Sequence[str]


@dataclass(frozen=True, slots=True)
class Join:
    """Cells that are joined downwards, by their names: those of the rows from `first` on."""

    first: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class JoinedTable:
    """A table with joined cells, known by the bookmark `mark`. Cells are named as LibreOffice does: B3."""

    mark: str
    rows: Sequence[JoinedRow]
    joins: Sequence[Join]


def join_labels(body: Element, styles: ParagraphStyles) -> list[JoinedTable]:
    """Put the label of each joined cell into all cells of its join, and mark the tables where this was done."""
    found: list[JoinedTable] = []
    for table in body.findall(TABLE):
        if next(table.iter(MERGE), None) is None:
            continue
        rows = table.findall(ROW)
        groups = [group for group in _groups(rows) if _may_be_said_again(group, rows, styles)]
        numbers = {number for group in groups for number in range(group.first, group.first + len(group.cells))}
        begun = {number: _begun(number, rows[number - 1]) for number in sorted(numbers)}
        listed = [_described(number, rows[number - 1], begun[number]) for number in begun if begun[number]]
        if not listed:
            continue
        for group in groups:
            label, *others = group.cells.values()
            for cell in others:
                _fill(cell, label, styles)
        mark = f"{MARK}{len(found)}"
        _mark(begun[listed[0].number][listed[0].begins], mark, _FIRST_ID + len(found))
        found.append(JoinedTable(mark, listed, [Join(group.first, list(group.cells)) for group in groups]))
    return found


def cell_name(index: int, number: int) -> str:
    """Return how LibreOffice calls the cell `index`, from 0, of the row `number`, from 1."""
    letters = _LETTERS[index % len(_LETTERS)]
    while index := index // len(_LETTERS):
        index -= 1
        letters = _LETTERS[index % len(_LETTERS)] + letters
    return f"{letters}{number}"


@dataclass(frozen=True, slots=True)
class _Group:
    """Cells that are joined downwards from the row `first` on, each under its name."""

    first: int
    cells: dict[str, Element]


def _groups(rows: Sequence[Element]) -> Iterator[_Group]:
    """Yield what is joined in a table."""
    begun: dict[int, _Group] = {}
    for number, row in enumerate([*rows, etree.Element(ROW)], 1):
        going_on: dict[int, _Group] = {}
        for column, name, cell in _cells(number, row):
            if not _goes_on(cell):
                going_on[column] = _Group(number, {name: cell})
            elif column in begun:
                going_on[column] = begun.pop(column)
                going_on[column].cells[name] = cell
        yield from (group for group in begun.values() if len(group.cells) > 1)
        begun = going_on


def _cells(number: int, row: Element) -> Iterator[tuple[int, str, Element]]:
    """Yield the cells of a row, each with the column of the grid where it begins, and its name."""
    column = 0
    for index, cell in enumerate(row.findall(CELL)):
        yield column, cell_name(index, number), cell
        span = cell.find(f"{CELL_PROPERTIES}/{SPAN}")
        column += int(span.get(VALUE, "1")) if span is not None else 1


def _goes_on(cell: Element) -> bool:
    merge = cell.find(f"{CELL_PROPERTIES}/{MERGE}")
    return merge is not None and merge.get(VALUE, "continue") == "continue"


def _begun(number: int, row: Element) -> dict[str, Element]:
    """Return the cells with text that begin in a row, by their names."""
    cells = _cells(number, row)
    return {name: cell for _, name, cell in cells if not _goes_on(cell) and cell.find(PARAGRAPH) is not None}


def _described(number: int, row: Element, begun: Mapping[str, Element]) -> JoinedRow:
    whole = row.find(f"{ROW_PROPERTIES}/{WHOLE_ROW}") is not None
    return JoinedRow(number, next(iter(begun)), () if whole else list(begun))


def _may_be_said_again(group: _Group, rows: Sequence[Element], styles: ParagraphStyles) -> bool:
    """Return whether a page could begin within a group, and its label be there twice.

    It could not if it is counted or has a place of its own: a numbered paragraph, a heading, a note, a floating shape.
    """
    label = next(iter(group.cells.values()))
    paragraphs = label.iter(PARAGRAPH)
    if any(
        styles.given(paragraph, name) is not None for paragraph in paragraphs for name in (_NUMBERED, OUTLINE_LEVEL)
    ):
        return False
    above = rows[group.first - 1 : group.first + len(group.cells) - 2]
    return next(label.iter(*NOTE_REFERENCES, _FLOATING), None) is None and not all(_kept(row, styles) for row in above)


def _kept(row: Element, styles: ParagraphStyles) -> bool:
    """Return whether a row stays with the next one, as LibreOffice sees it."""
    first = row.find(f"{CELL}/{PARAGRAPH}")
    return first is not None and styles.has(first, KEEP_NEXT)


def _fill(cell: Element, label: Element, styles: ParagraphStyles) -> None:
    """Let a cell hold what another says; whether its row stays with the next one is left as it was."""
    kept = any(styles.has(paragraph, KEEP_NEXT) for paragraph in cell.findall(PARAGRAPH))
    for child in [child for child in cell if child.tag != CELL_PROPERTIES]:
        cell.remove(child)
    cell.extend(copy.deepcopy(child) for child in label if child.tag != CELL_PROPERTIES)
    for mark in [*cell.iter(BOOKMARK_START, BOOKMARK_END)]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for paragraph in cell.findall(PARAGRAPH):
        if styles.has(paragraph, KEEP_NEXT) is not kept:
            _keep_with_next(paragraph, kept)


def _keep_with_next(paragraph: Element, kept: bool) -> None:
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = etree.Element(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    keep = properties.find(KEEP_NEXT)
    if keep is None:
        keep = etree.Element(KEEP_NEXT)
        properties.insert(int(properties.find(PARAGRAPH_STYLE) is not None), keep)
    keep.set(VALUE, "1" if kept else "0")


def _mark(cell: Element, name: str, identity: int) -> None:
    """Put a bookmark at the beginning of a cell."""
    first = cell.find(PARAGRAPH)
    assert first is not None
    place = int(len(first) > 0 and first[0].tag == PARAGRAPH_PROPERTIES)
    first.insert(place, etree.Element(BOOKMARK_START, {BOOKMARK_ID: str(identity), BOOKMARK_NAME: name}))
    first.insert(place + 1, etree.Element(BOOKMARK_END, {BOOKMARK_ID: str(identity)}))
