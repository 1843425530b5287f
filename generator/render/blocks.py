"""Which part of a template a loop or a condition repeats: the smallest whole thing that holds both its tags.

Both tags in one paragraph: what is between them. In two cells of one row: the row. In two rows: those rows. In
paragraphs of their own: all between, tables included. Rows and paragraphs that hold nothing but tags vanish.
"""

from typing import Any, Final

from lxml import etree

from generator.model.rules import template_rules as rules
from generator.render.oxml import (
    BEFORE_PAGE_BREAK,
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    CELL,
    CELL_PROPERTIES,
    CONTAINERS,
    LINE_BREAK,
    LINE_BREAK_TYPE,
    PAGE_BREAK_BEFORE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
)
from generator.render.tags import MARKER, OWN_NAMESPACE, Faults, Tag, shown, shows_nothing, shows_only_tags
from generator.words import Words

Element = Any
Block = list[int]
"""The numbers of an opening tag, of the tags that turn it (`else`), and of its closing tag."""

OPERATION: Final = f"{OWN_NAMESPACE}operation"
"""The element that takes the place of a block tag: its attribute `n` is the number of the tag."""

CELL_LOOP: Final = f"{OWN_NAMESPACE}cell"
CELL_MERGE: Final = f"{OWN_NAMESPACE}merge"
CELL_SPAN: Final = f"{OWN_NAMESPACE}span"
"""Attributes of a table cell: the number of the tag that repeats it, joins it downwards or widens it."""

_CLOSES: Final = {"endfor": "for", "endif": "if", "endcell": "cell"}
_TURNS: Final = ("else", "elif")
_ON_CELLS: Final = {"cell": CELL_LOOP, "merge": CELL_MERGE, "span": CELL_SPAN}
_BARE: Final = ("else", "endfor", "endif", "endcell")
_NO_BLOCKS: Final = (BOOKMARK_START, BOOKMARK_END, CELL_PROPERTIES)
_LAST_SEEN: Final = "_GoBack"
"""The bookmark in which Word keeps where its user last was."""


def place_blocks(root: Element, tags: list[Tag], faults: Faults) -> None:
    """Put an operation where each block begins, turns and ends, and take the tags out of the text.

    What is wrong with the blocks is noted in `faults`; the part is of no use then.
    """
    before = faults.fatal
    blocks = _pair(tags, faults)
    if faults.fatal > before:
        return
    _mark_cells(blocks, tags, faults)
    _lift_page_breaks(root, tags)
    vanishing = _vanishing(root, tags)
    blocks = [block for block in blocks if tags[block[0]].word != "cell"]
    _place(blocks, tags, vanishing, faults)
    for tag in tags:
        if tag.word:
            tag.run.getparent().remove(tag.run)
    for element in vanishing:
        _remove(element)
    _refuse_crossings(root, blocks, tags, faults)
    if faults.fatal == before:
        _drop_torn_bookmarks(root, tags)


def _pair(tags: list[Tag], faults: Faults) -> list[Block]:
    """Return the blocks in the order in which they open."""
    blocks: list[Block] = []
    stack: list[Block] = []
    for number, tag in enumerate(tags):
        if tag.rest and tag.word in _BARE:
            reason = Words(f"หลัง {tag.word} ต้องไม่มีอะไร", f"nothing follows {tag.word}")
            faults.add(rules.BAD_TAG, tag.place, tag=tag.source, reason=reason)
        opener = tags[stack[-1][0]].word if stack else ""
        if tag.word in _CLOSES.values():
            stack.append([number])
            blocks.append(stack[-1])
        elif tag.word in _TURNS and opener == "if" and tags[stack[-1][-1]].word != "else":
            stack[-1].append(number)
        elif tag.word in _CLOSES and opener == _CLOSES[tag.word]:
            stack.pop().append(number)
        elif tag.word in _CLOSES or tag.word in _TURNS:
            faults.add(rules.UNPAIRED, tag.place, tag=tag.source)
        elif tag.word and tag.word not in _ON_CELLS:
            reason = Words("ไม่มีคำสั่งนี้", "there is no such tag")
            faults.add(rules.BAD_TAG, tag.place, tag=tag.source, reason=reason)
    for block in stack:
        faults.add(rules.UNPAIRED, tags[block[0]].place, tag=tags[block[0]].source)
    return blocks


def _mark_cells(blocks: list[Block], tags: list[Tag], faults: Faults) -> None:
    """Note at each cell the tag that repeats it, joins it or widens it."""
    ends = {block[0]: block[-1] for block in blocks}
    for number, tag in enumerate(tags):
        if tag.word not in _ON_CELLS:
            continue
        cell, end = (next(tags[at].run.iterancestors(CELL), None) for at in (number, ends.get(number, number)))
        if cell is None or cell.getparent().tag != ROW:
            _misplaced(tag, "ต้องอยู่ในเซลล์ของตาราง", "it belongs into a cell of a table", faults)
        elif cell != end:
            _misplaced(tag, "คำสั่งคู่ cell ต้องอยู่ในเซลล์เดียวกัน", "both tags of a cell loop belong into one cell", faults)
        elif cell.get(_ON_CELLS[tag.word]):
            _misplaced(tag, "เซลล์หนึ่งมีคำสั่งแบบนี้ได้ครั้งเดียว", "a cell can have one such tag only", faults)
        else:
            cell.set(_ON_CELLS[tag.word], str(number))


def _misplaced(tag: Tag, th: str, en: str, faults: Faults) -> None:
    faults.add(rules.WRONG_PLACE, tag.place, tag=tag.source, reason=Words(th, en))


def _lift_page_breaks(root: Element, tags: list[Tag]) -> None:
    """Where a page break stands behind nothing but tags, let the next paragraph begin the page instead.

    LibreOffice writes so what began a page; the break would keep the paragraph of the tags from vanishing.
    """
    for paragraph in root.iter(PARAGRAPH):
        content = [element for element in shown(paragraph) if element.tag in (MARKER, LINE_BREAK)]
        following = paragraph.getnext()
        if len(content) < 2 or content[-1].get(LINE_BREAK_TYPE) != "page" or following is None:
            continue
        run = content[-1].getparent()
        run.remove(content[-1])
        lifted = following.tag == PARAGRAPH and not shows_only_tags(following, tags) and shows_nothing(paragraph, tags)
        if not lifted:
            run.append(content[-1])
            continue
        properties = following.find(PARAGRAPH_PROPERTIES)
        if properties is None:
            properties = etree.Element(PARAGRAPH_PROPERTIES)
            following.insert(0, properties)
        for old in properties.findall(PAGE_BREAK_BEFORE):
            properties.remove(old)
        first = sum(child.tag in BEFORE_PAGE_BREAK for child in properties)
        properties.insert(first, etree.Element(PAGE_BREAK_BEFORE))


def _vanishing(root: Element, tags: list[Tag]) -> dict[Element, None]:
    """Return the paragraphs that hold nothing but tags, and the rows that hold nothing but such paragraphs."""
    empty = {paragraph: None for paragraph in root.iter(PARAGRAPH) if shows_nothing(paragraph, tags)}
    found = {paragraph: None for paragraph in empty if shows_only_tags(paragraph, tags)}
    rows = dict.fromkeys(row for paragraph in found for row in paragraph.iterancestors(ROW))
    for row in rows:
        marked = any(cell.get(name) for cell in row.iter(CELL) for name in _ON_CELLS.values())
        if not marked and all(paragraph in empty for paragraph in row.iter(PARAGRAPH)):
            found[row] = None
    return found


def _place(blocks: list[Block], tags: list[Tag], vanishing: dict[Element, None], faults: Faults) -> None:
    """Put in the operations: before what opens a block, after what closes it, in place of what vanishes."""
    before: list[tuple[int, Element]] = []
    after: list[tuple[int, Element]] = []
    for block in blocks:
        chains = [[tags[number].run, *tags[number].run.iterancestors()] for number in block]
        others = [set(chain) for chain in chains[1:]]
        common = next(element for element in chains[0] if all(element in chain for chain in others))
        row = common.tag == ROW
        for number, chain in zip(block, chains, strict=True):
            point = common if row else chain[chain.index(common) - 1]
            replaced = not row and (point in vanishing or point is tags[number].run)
            if number == block[0] or replaced:
                before.append((number, point))
            elif number == block[-1]:
                after.append((number, point))
            else:
                words = ("ต้องอยู่ในย่อหน้าหรือแถวของตัวเอง", "it needs a paragraph or a row of its own")
                _misplaced(tags[number], *words, faults)
    for number, point in sorted(before, key=lambda placed: placed[0]):
        point.addprevious(etree.Element(OPERATION, n=str(number)))
    for number, point in sorted(after, key=lambda placed: -placed[0]):
        point.addnext(etree.Element(OPERATION, n=str(number)))


def _remove(element: Element) -> None:
    """Remove a row, or a paragraph unless what holds it would not end with a paragraph any more."""
    parent = element.getparent()
    if element.tag == PARAGRAPH and parent.tag in CONTAINERS:
        others = (child for child in parent.iterchildren(reversed=True) if child is not element)
        last = next((child.tag for child in others if child.tag not in _NO_BLOCKS), None)
        if last not in (PARAGRAPH, OPERATION):
            return
    parent.remove(element)


def _refuse_crossings(root: Element, blocks: list[Block], tags: list[Tag], faults: Faults) -> None:
    """Note a block that begins within another one and ends outside of it, where their tags were moved to."""
    block_of = {number: block for block in blocks for number in block}
    stack: list[Block] = []
    for operation in root.iter(OPERATION):
        number = int(operation.get("n"))
        block = block_of[number]
        if number == block[0]:
            stack.append(block)
        elif not stack or stack[-1] is not block:
            words = (
                "คาบเกี่ยวกับคำสั่งคู่อื่น ให้แยกเป็นย่อหน้าของตัวเอง",
                "it overlaps with another pair; give it a paragraph of its own",
            )
            _misplaced(tags[number], *words, faults)
            return
        elif number == block[-1]:
            stack.pop()


def _drop_torn_bookmarks(root: Element, tags: list[Tag]) -> None:
    """Remove the bookmarks of which a repetition or a condition would print one end without the other."""
    around: list[int] = []
    opened: dict[str, tuple[Element, list[object]]] = {}
    torn: list[Element] = []
    for element in root.iter(OPERATION, BOOKMARK_START, BOOKMARK_END):
        key = element.get(BOOKMARK_ID, "")
        if element.tag == OPERATION:
            word = tags[number := int(element.get("n"))].word
            if word not in ("for", "if"):
                around.pop()
            if word not in _CLOSES:
                around.append(number)
            continue
        cells = [cell for cell in element.iterancestors(CELL) if any(cell.get(name) for name in _ON_CELLS.values())]
        where = [*around, *cells]
        if element.tag == BOOKMARK_START and element.get(BOOKMARK_NAME) != _LAST_SEEN and key not in opened:
            opened[key] = (element, where)
        elif element.tag == BOOKMARK_END and key in opened and opened[key][1] == where:
            del opened[key]
        else:
            torn.append(element)
    torn += [start for start, _ in opened.values()]
    for element in torn:
        element.getparent().remove(element)
