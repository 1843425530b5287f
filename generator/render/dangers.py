"""What a template may not hold: anything that would reach outside, run, or be brought in when its document is opened.

A filled form goes out under the name of an office, so what an unknown hand put into a template must not go with it.
Knows no tags.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.model.rules import template_rules as rules
from generator.render.oxml import (
    FIELD_CODE,
    FIELD_MARK,
    FIELD_MARK_TYPE,
    HYPERLINK,
    SIMPLE_FIELD,
    SIMPLE_FIELD_CODE,
    qn,
)
from generator.render.tags import OWN_NAMESPACE, Faults
from generator.words import Words

Element = Any

OUTSIDE_FIELDS: Final = frozenset(
    [
        *("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD"),
        *("EMBED", "CONTROL", "HTMLCONTROL", "MACROBUTTON", "PRINT"),
    ]
)
"""Fields that fetch, run or send something."""

_BROUGHT_IN: Final = frozenset(
    qn(f"w:{name}")
    for name in ("altChunk", "subDoc", "attachedTemplate", "mailMerge", "saveThroughXslt", "object", "control", "movie")
)
_OFFICE: Final = "urn:schemas-microsoft-com:office:office"
_ADDRESSES: Final = frozenset(
    ("src", "embeddedHtml", f"{{{_OFFICE}}}href", f"{{{_OFFICE}}}althref", qn("r:link"), qn("r:href"))
)
"""Attributes of pictures, sounds and films that are kept outside."""

_ACTIVE: Final = re.compile("macroenabled|vbaproject|vbadata|activex|oleobject|keymapcustomizations", re.IGNORECASE)
_KEYWORD: Final = re.compile(r"\s*\\?(=|[^\s\"=]*)")


def refuse_dangers(trees: Mapping[str, Element], types: str, faults: Faults) -> None:
    """Note every danger in the parts of a template; `types` names the part that lists the content types."""
    active = [kind for child in trees[types] for kind in [child.get("ContentType", "")] if _ACTIVE.search(kind)]
    if active:
        faults.add(rules.NOT_A_TEMPLATE, reason=Words("มีมาโครหรือวัตถุที่ทำงานได้", "it has macros or active objects"))
    for part, tree in trees.items():
        if part.endswith(".rels"):
            for target in _outside_links(tree):
                faults.add(rules.OUTSIDE_LINK, target=target)
            continue
        for target in _brought_in(tree) if part.startswith("word/") else ():
            faults.add(rules.OUTSIDE_LINK, target=target)
        for code in field_codes(tree):
            if _is_outside(code):
                faults.add(rules.OUTSIDE_LINK, target=code.replace("\0", "…").strip())
        if any(OWN_NAMESPACE in (name or "") for element in tree.iter("*") for name in (element.tag, *element.attrib)):
            faults.add(rules.NOT_A_TEMPLATE, reason=Words("มีข้อมูลแปลกปลอม", "it has marks of this program's own"))


def field_codes(tree: Element) -> Iterator[str]:
    """Yield the code of every field of a part, put together from its runs; a field within a code stands as \\0."""
    yield from (field.get(SIMPLE_FIELD_CODE, "") for field in tree.iter(SIMPLE_FIELD))
    codes: list[list[str]] = [[]]
    for element in tree.iter(FIELD_MARK, FIELD_CODE):
        if element.tag == FIELD_CODE:
            codes[-1].append(element.text or "")
        elif element.get(FIELD_MARK_TYPE) == "begin":
            codes[-1].append("\0")
            codes.append([])
        elif element.get(FIELD_MARK_TYPE) == "end" and len(codes) > 1:
            yield "".join(codes.pop())
    yield from ("".join(code).strip("\0") for code in codes)


def _is_outside(code: str) -> bool:
    """Return whether a field reaches outside, or hides what it does in a field within its keyword."""
    found = _KEYWORD.match(code)
    keyword, hidden, _ = (found[1] if found else "").upper().partition("\0")
    return keyword in OUTSIDE_FIELDS or (bool(hidden) and any(name.startswith(keyword) for name in OUTSIDE_FIELDS))


def _outside_links(relationships: Element) -> Iterator[str]:
    for link in relationships:
        kind, target = link.get("Type", ""), link.get("Target", "")
        if (link.get("TargetMode") == "External" and kind != HYPERLINK) or _ACTIVE.search(kind):
            yield target


def _brought_in(tree: Element) -> Iterator[str]:
    for element in tree.iter("*"):
        if element.tag in _BROUGHT_IN:
            yield element.tag.rpartition("}")[2]
        yield from (value for name, value in element.attrib.items() if name in _ADDRESSES and value)
