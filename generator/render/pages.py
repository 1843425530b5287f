"""The page numbers of the contents: which pages are asked for, how they are written, and putting them in.

What is known of a finished document is read from the document itself, so that anybody who has only that can do it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from lxml import etree

from generator.archive import assemble, entry
from generator.render.oxml import (
    ANCHOR,
    BOOKMARK_NAME,
    BOOKMARK_START,
    FIELD_CODE,
    FIELD_MARK,
    FIELD_MARK_TYPE,
    HYPERLINK_ELEMENT,
    NUMBER_FORMAT,
    NUMBER_START,
    PAGE_NUMBERS,
    SECTION,
    TEXT,
)
from generator.render.oxml.contents import target
from generator.render.package import read_parts
from generator.thai.numerals import to_thai

_MAIN: Final = "word/document.xml"
_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The letters that number pages, in the order of Word's thaiLetters, which leaves ฃ ฅ ฆ out."""


class Mark(NamedTuple):
    """The bookmark of a heading: the format of its page numbers, and the first mark of its run of numbers."""

    name: str
    number_format: str
    first: str
    start: int


def marks(document: bytes) -> list[Mark]:
    """Return the bookmarks that the contents of a document refer to, in their order; none without contents.

    A section that begins its numbers anew begins with a heading, whose page the numbers are counted from.
    """
    root = etree.fromstring(read_parts(document)[_MAIN])
    wanted = {link.get(ANCHOR) for link in root.iter(HYPERLINK_ELEMENT)}
    found: list[Mark] = []
    pending: list[str] = []
    run: tuple[str, str, int] = ("", "", 1)
    for element in root.iter(BOOKMARK_START, SECTION):
        if element.tag == BOOKMARK_START:
            if element.get(BOOKMARK_NAME) in wanted:
                pending.append(element.get(BOOKMARK_NAME, ""))
            continue
        numbers = element.find(PAGE_NUMBERS)
        if numbers is not None and pending and (numbers.get(NUMBER_START) or not run[0]):
            run = (numbers.get(NUMBER_FORMAT, "decimal"), pending[0], int(numbers.get(NUMBER_START) or 1))
        found += (Mark(name, *run) for name in pending)
        pending = []
    return found


def labels(marked: Iterable[Mark], pages: Mapping[str, int]) -> dict[str, str]:
    """Return the page of each mark as its document numbers it: (ก) in front, ๑ and on in the body.

    `pages` gives the pages of the bookmarks as they lie in the document, from 1.
    """
    return {
        mark.name: _label(mark.number_format, pages[mark.name] - pages[mark.first] + mark.start)
        for mark in marked
        if mark.name in pages and mark.first in pages
    }


def _label(number_format: str, number: int) -> str:
    if number_format == "thaiLetters":
        return f"({_LETTERS[(number - 1) % len(_LETTERS)]})"
    return to_thai(str(number))


def with_pages(document: bytes, pages: Mapping[str, str]) -> bytes:
    """Return a document whose contents show these pages, by bookmark; the others stay as they are."""
    parts = read_parts(document)
    root = etree.fromstring(parts[_MAIN])
    for link in root.iter(HYPERLINK_ELEMENT):
        label = pages.get(target("".join(code.text or "" for code in link.iter(FIELD_CODE))))
        if label is not None:
            shown = _result(link)
            if shown is not None:
                shown.text = label
    parts[_MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return assemble(entry(name, content) for name, content in parts.items())


def _result(link: Any) -> Any:
    """Return the text that a field shows."""
    separated = False
    for element in link.iter(FIELD_MARK, TEXT):
        if element.tag == FIELD_MARK:
            separated = element.get(FIELD_MARK_TYPE) == "separate"
        elif separated:
            return element
    return None
