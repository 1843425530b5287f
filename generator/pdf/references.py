"""Page numbers in the text become what they last showed: LibreOffice would fill them anew, in Arabic digits.

Each is given a bookmark of its own, so that the right page can be written in when it is known. Knows nothing of
contents or headings.
"""

from dataclasses import dataclass, field
from itertools import count
from typing import Final

from lxml import etree

from generator.pdf.uno_document import PAGE_OF
from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    FIELD_CODE,
    FIELD_MARK,
    FIELD_MARK_TYPE,
    RUN,
    RUN_PROPERTIES,
    SIMPLE_FIELD,
    SIMPLE_FIELD_CODE,
    TEXT,
)
from generator.render.oxml.contents import target

Element = etree._Element

_FIRST_ID: Final = 1_000_000


@dataclass(slots=True)
class _Field:
    """A field that has begun: what to take out to leave its result, and what is known of it so far."""

    marks: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    instruction: str = ""
    in_result: bool = False


def freeze_page_references(root: Element) -> None:
    """Turn each PAGEREF field into the text it shows; one that shows none stays a field."""
    for simple in list(root.iter(SIMPLE_FIELD)):
        if target(simple.get(SIMPLE_FIELD_CODE, "")) and any(text.text for text in simple.iter(TEXT)):
            parent = simple.getparent()
            if parent is not None:
                place = parent.index(simple)
                parent[place : place + 1] = list(simple)
    doomed: list[Element] = []
    begun: list[_Field] = []
    numbers = count(_FIRST_ID)
    for mark in [mark for run in root.iter(RUN) for mark in run if mark.tag != RUN_PROPERTIES]:
        kind = mark.get(FIELD_MARK_TYPE) if mark.tag == FIELD_MARK else None
        if kind == "begin":
            begun.append(_Field())
        for outer in begun:
            if not outer.in_result:
                outer.marks.append(mark)
            elif mark.tag == TEXT and mark.text:
                outer.result.append(mark)
        if not begun:
            continue
        inner = begun[-1]
        if mark.tag == FIELD_CODE and not inner.in_result:
            inner.instruction += mark.text or ""
        elif kind == "separate":
            inner.in_result = True
        elif kind == "end":
            begun.pop()
            if inner.result and (name := target(inner.instruction)):
                doomed += [*inner.marks, mark]
                _bookmark(inner.result, name, str(next(numbers)))
    for mark in doomed:
        _remove(mark)


def _bookmark(result: list[Element], name: str, number: str) -> None:
    """Put a bookmark of its own around the page that a frozen field shows, so that the right one can be written in."""
    runs = [text.getparent() for text in result]
    first, last = runs[0], runs[-1]
    if first is None or last is None or first.getparent() is not last.getparent():
        return
    start = etree.Element(BOOKMARK_START, {BOOKMARK_ID: number, BOOKMARK_NAME: f"{PAGE_OF}{name}"})
    first.addprevious(start)
    last.addnext(etree.Element(BOOKMARK_END, {BOOKMARK_ID: number}))


def _remove(mark: Element) -> None:
    run = mark.getparent()
    if run is None:
        return
    run.remove(mark)
    if all(child.tag == RUN_PROPERTIES for child in run):
        owner = run.getparent()
        if owner is not None:
            owner.remove(run)
