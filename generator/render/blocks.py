"""Which part of a template a loop or a condition repeats: the smallest whole thing that holds both its tags.

Both tags in one paragraph: what is between them. In two cells of one row: the row. In two rows: those rows. In
paragraphs of their own: all between, tables included. Rows and paragraphs that hold nothing but tags vanish.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

from generator.model.rules import template_rules as rules
from generator.render.oxml import BLOCK_PARENTS, CELL, PARAGRAPH, ROW, TABLE
from generator.render.tags import MARKER, Faults, Tag, only_tags
from generator.words import Words

Element = Any
OPERATION: Final = "{tag}operation"
"""The element that takes the place of a block tag: its attribute `n` is the number of the tag."""

CELL_LOOP: Final = "{tag}cell"
CELL_MERGE: Final = "{tag}merge"
CELL_SPAN: Final = "{tag}span"
"""Attributes of a table cell: the number of the tag that repeats it, joins it downwards or widens it."""

_CLOSES: Final = {"endfor": "for", "endif": "if", "endcell": "cell"}
_BETWEEN: Final = frozenset(("else", "elif"))
_ON_CELLS: Final = {"merge": CELL_MERGE, "span": CELL_SPAN}


@dataclass(slots=True)
class Block:
    """An opening tag, the tags between, and the closing tag."""

    tags: list[int] = field(default_factory=list)


def place_blocks(root: Element, tags: list[Tag], faults: Faults) -> None:
    """Put an operation where each block begins, turns and ends, and take the tags out of the text."""
    blocks = _pair(tags, faults)
    if faults.fatal:
        return
    vanishing = [
        paragraph
        for paragraph in root.iter(PARAGRAPH)
        if paragraph.find(f".//{MARKER}") is not None and only_tags(paragraph, tags)
    ]
    for block in blocks:
        if tags[block.tags[0]].word == "cell":
            _mark_cell(block, tags, faults)
        else:
            _place(block, tags, set(vanishing), faults)
    for number, tag in enumerate(tags):
        if tag.word in _ON_CELLS:
            cell = next(tag.run.iterancestors(CELL), None)
            if cell is None:
                reason = Words("ต้องอยู่ในเซลล์ของตาราง", "it belongs into a cell of a table")
                faults.add(rules.WRONG_PLACE, tag.place, tag=tag.source, reason=reason)
            else:
                cell.set(_ON_CELLS[tag.word], str(number))
    for tag in tags:
        if tag.word and tag.run.getparent() is not None:
            tag.run.getparent().remove(tag.run)
    for paragraph in vanishing:
        _remove(paragraph)


def _pair(tags: list[Tag], faults: Faults) -> list[Block]:
    blocks: list[Block] = []
    stack: list[Block] = []
    for number, tag in enumerate(tags):
        if tag.word in _CLOSES.values():
            stack.append(Block([number]))
            blocks.append(stack[-1])
        elif tag.word in _BETWEEN and stack and tags[stack[-1].tags[0]].word == "if":
            stack[-1].tags.append(number)
        elif tag.word in _CLOSES and stack and tags[stack[-1].tags[0]].word == _CLOSES[tag.word]:
            stack.pop().tags.append(number)
        elif tag.word in _CLOSES or tag.word in _BETWEEN:
            faults.add(rules.UNPAIRED, tag.place, tag=tag.source)
        elif tag.word and tag.word not in _ON_CELLS:
            reason = Words("ไม่มีคำสั่งนี้", "there is no such tag")
            faults.add(rules.BAD_TAG, tag.place, tag=tag.source, reason=reason)
    for block in stack:
        tag = tags[block.tags[0]]
        faults.add(rules.UNPAIRED, tag.place, tag=tag.source)
    return blocks


def _mark_cell(block: Block, tags: list[Tag], faults: Faults) -> None:
    cells = [next(tags[number].run.iterancestors(CELL), None) for number in block.tags]
    if cells[0] is None or len(set(cells)) != 1:
        tag = tags[block.tags[0]]
        reason = Words("คำสั่งคู่ cell ต้องอยู่ในเซลล์เดียวกัน", "both tags of a cell loop belong into one cell")
        faults.add(rules.WRONG_PLACE, tag.place, tag=tag.source, reason=reason)
    else:
        cells[0].set(CELL_LOOP, str(block.tags[0]))


def _place(block: Block, tags: list[Tag], vanishing: set[Element], faults: Faults) -> None:
    runs = [tags[number].run for number in block.tags]
    chains = [[run, *run.iterancestors()] for run in runs]
    others = [set(chain) for chain in chains[1:]]
    common = next(element for element in chains[0] if all(element in chain for chain in others))
    if common.tag == ROW:
        for number in block.tags[1:-1]:
            reason = Words("ต้องอยู่ในแถวของตัวเอง", "it needs a row of its own")
            faults.add(rules.WRONG_PLACE, tags[number].place, tag=tags[number].source, reason=reason)
        common.addprevious(_operation(block.tags[0]))
        common.addnext(_operation(block.tags[-1]))
        return
    points = [chain[chain.index(common) - 1] for chain in chains]
    if common.tag in BLOCK_PARENTS or common.tag == TABLE:
        for number, point in zip(block.tags[1:-1], points[1:-1], strict=True):
            if not _vanishes(point, vanishing):
                reason = Words("ต้องอยู่ในย่อหน้าหรือแถวของตัวเอง", "it needs a paragraph or a row of its own")
                faults.add(rules.WRONG_PLACE, tags[number].place, tag=tags[number].source, reason=reason)
    for number, point in zip(block.tags[:-1], points[:-1], strict=True):
        point.addprevious(_operation(number))
    points[-1].addnext(_operation(block.tags[-1]))


def _operation(number: int) -> Element:
    return etree.Element(OPERATION, n=str(number))


def _vanishes(point: Element, vanishing: set[Element]) -> bool:
    if point.tag == PARAGRAPH:
        return point in vanishing
    paragraphs = list(point.iter(PARAGRAPH))
    return point.tag == ROW and all(
        paragraph in vanishing or not "".join(paragraph.itertext()).strip() for paragraph in paragraphs
    )


def _remove(paragraph: Element) -> None:
    """Remove a paragraph that held only tags; with it the row that held nothing else."""
    row = next(paragraph.iterancestors(ROW), None)
    cell = next(paragraph.iterancestors(CELL), None)
    parent = paragraph.getparent()
    if row is not None and row.getparent() is not None and _bare(row):
        row.getparent().remove(row)
    elif cell is None or parent is not cell or _followed(paragraph):
        parent.remove(paragraph)


def _followed(paragraph: Element) -> bool:
    """Return whether the cell still ends with a paragraph once this one is gone."""
    others = [child for child in paragraph.getparent() if child is not paragraph and child.tag in (PARAGRAPH, TABLE)]
    return bool(others) and others[-1].tag == PARAGRAPH


def _bare(row: Element) -> bool:
    cells = row.findall(CELL)
    marked = any(cell.get(name) for cell in cells for name in (CELL_LOOP, CELL_MERGE, CELL_SPAN))
    empty = not any(True for name in (MARKER, "{*}t", "{*}drawing", OPERATION) for _ in row.iter(name))
    return empty and not marked
