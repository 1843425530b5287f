"""The tags that the owner of a template types in Word: found, joined over split runs, each with its place."""

import copy
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from generator.model.finding import Finding, Rule
from generator.model.rules import template_rules as rules
from generator.render.oxml import (
    NOISE,
    NOISE_ATTRIBUTES,
    PARAGRAPH,
    PROPERTIES,
    ROW,
    RUN,
    RUN_PROPERTIES,
    SECTION,
    TABLE,
    TEXT,
    WRAPPERS,
)
from generator.thai.numerals import to_thai

Element = Any
OWN_NAMESPACE: Final = "{tag}"
"""What this program puts into the tree of a template stands in a namespace of its own, as lxml spells it."""

MARKER: Final = f"{OWN_NAMESPACE}marker"
"""The element that stands in the tree where a tag was typed; its attribute `n` counts the tags of a part."""

TAG: Final = re.compile(r"\{\{(?P<value>[^{}\0]*)\}\}|\{%(?P<command>[^{}\0]*)%\}")
_BRACES: Final = re.compile(r".{0,12}(?:\{\{|\{%|\{#|%\}|\}\}|#\}).{0,12}")
# What Word makes of straight quotes, and what comes along invisibly when text is pasted.
_AS_TYPED: Final = str.maketrans("“”„‘’‚", "\"\"\"'''", "\u200b\u200c\u200d\u2060\ufeff")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(eq=False, slots=True)
class Tag:
    """One tag: `word` is its command (empty for a value), `rest` what follows, `run` the run that stands for it."""

    word: str
    rest: str
    source: str
    place: str
    run: Element = None


class Faults:
    """Collects what is wrong with a template, each fault once."""

    def __init__(self, template: str) -> None:
        self.template = template
        self._found: dict[tuple[str, str, str], Finding] = {}

    def add(self, rule: Rule, place: str = "", **values: object) -> None:
        """Note a fault at a place of the template."""
        key = (rule.code, place, repr(values))
        self._found.setdefault(key, Finding(rule, self.template, place, values=values, severity=rule.severity))

    @property
    def found(self) -> list[Finding]:
        """All faults, in the order in which they were noted."""
        return list(self._found.values())

    @property
    def fatal(self) -> int:
        """How many faults make the template unusable."""
        return sum(finding.is_error for finding in self._found.values())


def tidy(root: Element) -> None:
    """Take out of a part what only tells how it was made."""
    for element in list(root.iter("*")):
        if element.tag in NOISE:
            element.getparent().remove(element)
        for name in NOISE_ATTRIBUTES.intersection(element.attrib):
            del element.attrib[name]


def places(root: Element, part: str) -> list[tuple[Element, str]]:
    """Return every paragraph with its place in Thai words: "เนื้อหา ตาราง ๒ แถว ๓"; `part` names the part."""
    tables = {table: number for number, table in enumerate(root.iter(TABLE), 1)}
    rows: dict[Element, tuple[int, int]] = {}
    counts: Counter[int] = Counter()
    for row in root.iter(ROW):
        table = tables.get(next(row.iterancestors(TABLE), None), 0)
        counts[table] += 1
        rows[row] = (table, counts[table])
    found = []
    for number, paragraph in enumerate(root.iter(PARAGRAPH), 1):
        row = next(paragraph.iterancestors(ROW), None)
        where = f"ย่อหน้าที่ {number}" if row is None else "ตาราง {} แถว {}".format(*rows[row])
        found.append((paragraph, to_thai(f"{part} {where}")))
    return found


def find_tags(root: Element, part: str, faults: Faults) -> list[Tag]:
    """Replace each tag below `root` by a run of its own that holds a marker, and return the tags in their order."""
    tags: list[Tag] = []
    for paragraph, place in places(root, part):
        runs = [run for run in paragraph.iter(RUN) if next(run.iterancestors(PARAGRAPH, RUN)) is paragraph]
        text = "".join(_text(child) for run in runs for child in run if child.tag != RUN_PROPERTIES)
        if "{" in text or "}" in text:
            report_braces(text, place, faults)
            _split(runs, list(TAG.finditer(text)), tags, place)
    return tags


def report_braces(text: str, place: str, faults: Faults) -> None:
    """Note braces of a tag that has no end or no beginning."""
    for found in _BRACES.finditer(TAG.sub("\0", text)):
        faults.add(rules.LEFT_OPEN, place, text=found[0].replace("\0", " ").strip())


def read_tag(match: re.Match[str], place: str) -> Tag:
    """Return the tag that the pattern TAG found."""
    if (value := match["value"]) is not None:
        return Tag("", value.translate(_AS_TYPED).strip(), match[0], place)
    word, *rest = match["command"].translate(_AS_TYPED).split(None, 1) or [""]
    return Tag(word, "".join(rest).strip(), match[0], place)


def _text(child: Element) -> str:
    """Return the text of a child of a run; anything but text counts as one character, which no tag may hold."""
    return child.text or "" if child.tag == TEXT else "\0"


def _split(runs: list[Element], found: list[re.Match[str]], tags: list[Tag], place: str) -> None:
    """Cut the runs so that every match has a run of its own; text that a tag covers disappears."""
    position, first = 0, 0
    for run in runs:
        children = [child for child in run if child.tag != RUN_PROPERTIES]
        end = position + sum(len(_text(child)) for child in children)
        while first < len(found) and found[first].end() <= position:
            first += 1
        if first == len(found):
            return
        if found[first].start() < end:
            fresh = _cut(run, children, position, found[first:], tags, place)
            parent = run.getparent()
            at = parent.index(run)
            parent[at : at + 1] = fresh
        position = end


def _cut(
    run: Element, children: list[Element], position: int, found: list[re.Match[str]], tags: list[Tag], place: str
) -> list[Element]:
    """Return the runs that a run becomes: its text from `position` on, and one for each tag that begins in it."""
    form = run.find(RUN_PROPERTIES)
    fresh: list[Element] = []

    def put(content: Element) -> None:
        fresh.append(etree.Element(RUN))
        if form is not None:
            fresh[-1].append(copy.deepcopy(form))
        fresh[-1].append(content)

    def put_text(text: str) -> None:
        if text:
            content = etree.Element(TEXT, {_SPACE: "preserve"})
            content.text = text
            put(content)

    for child in children:
        text = _text(child)
        end = position + len(text)
        if child.tag != TEXT:
            put(child)
        else:
            cursor = position
            for match in found:
                if match.start() >= end:
                    break
                put_text(text[cursor - position : max(cursor, match.start()) - position])
                if match.start() >= position:
                    put(etree.Element(MARKER, n=str(len(tags))))
                    tags.append(read_tag(match, place))
                    tags[-1].run = fresh[-1]
                cursor = max(cursor, min(match.end(), end))
            put_text(text[cursor - position :])
        position = end
    return fresh


def shown(element: Element) -> Iterator[Element]:
    """Yield what is in an element, properties and what is in them left out."""
    for child in element:
        if child.tag not in PROPERTIES:
            yield child
            yield from shown(child)


def shows_nothing(paragraph: Element, tags: list[Tag]) -> bool:
    """Return whether a paragraph has neither text nor a value nor anything drawn, and does not end a section."""
    for element in shown(paragraph):
        if element.tag == MARKER:
            if not tags[int(element.get("n"))].word:
                return False
        elif element.tag not in WRAPPERS or (element.text or "").strip():
            return False
    return paragraph.find(f".//{SECTION}") is None


def shows_only_tags(paragraph: Element, tags: list[Tag]) -> bool:
    """Return whether a paragraph shows nothing, but has tags."""
    return paragraph.find(f".//{MARKER}") is not None and shows_nothing(paragraph, tags)
