"""The tags that the owner of a template types in Word: found, joined over split runs, each with its place."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from generator.model.finding import Finding, Rule
from generator.model.rules import template_rules as rules
from generator.render.oxml import NOISE, PARAGRAPH, ROW, RUN, RUN_PROPERTIES, TABLE, TEXT
from generator.thai.numerals import to_thai

Element = Any
MARKER: Final = "{tag}marker"
"""The element that stands in the tree where a tag was typed; its attribute `n` counts the tags of a part."""

_TAG: Final = re.compile(r"\{\{(?P<value>[^{}\0]*)\}\}|\{%(?P<word>[^{}\0]*)%\}")
_STRAIGHT: Final = str.maketrans("“”„‘’‚\u00a0", "\"\"\"''' ")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Tag:
    """One tag: `word` is its command (empty for a value), `rest` what follows, `run` the run that stands for it."""

    word: str
    rest: str
    source: str
    place: str
    run: Element

    @property
    def paragraph(self) -> Element:
        """The paragraph in which it was typed."""
        return next(self.run.iterancestors(PARAGRAPH))


class Faults:
    """Collects what is wrong with a template."""

    def __init__(self, template: str) -> None:
        self.template = template
        self.found: list[Finding] = []

    def add(self, rule: Rule, place: str = "", **values: object) -> None:
        """Note a fault at a place of the template."""
        self.found.append(Finding(rule, self.template, place, values=values, severity=rule.severity))

    @property
    def fatal(self) -> bool:
        """Whether the template cannot be used."""
        return any(finding.is_error for finding in self.found)


def find_tags(root: Element, part: str, faults: Faults) -> list[Tag]:
    """Replace each tag below `root` by a run of its own that holds a marker, and return the tags in their order."""
    for noise in [child for child in root.iter() if child.tag in NOISE]:
        noise.getparent().remove(noise)
    tags: list[Tag] = []
    for paragraph, place in _places(root, part):
        runs = [run for run in paragraph.iter(RUN) if next(run.iterancestors(PARAGRAPH)) is paragraph]
        pieces = [(run, child) for run in runs for child in run if child.tag != RUN_PROPERTIES]
        text = "".join((child.text or "") if child.tag == TEXT else "\0" for _, child in pieces)
        if "{" not in text and "}" not in text:
            continue
        found = list(_TAG.finditer(text))
        bare = _TAG.sub("", text)
        if broken := re.search(r".{0,12}(\{\{|\{%|%\}|\}\}).{0,12}", bare):
            faults.add(rules.LEFT_OPEN, place, text=broken[0].replace("\0", " "))
        _split(runs, found, tags, place)
    return tags


def _split(runs: list[Element], found: list[re.Match[str]], tags: list[Tag], place: str) -> None:
    """Cut the runs so that every match has a run of its own; text that a tag covers disappears."""
    position, index = 0, 0
    for run in runs:
        form = run.find(RUN_PROPERTIES)
        made: list[Element] = []

        def new(content: Element, form: Element | None = form, made: list[Element] = made) -> Element:
            fresh = etree.Element(RUN)
            if form is not None:
                fresh.append(copy.deepcopy(form))
            fresh.append(content)
            made.append(fresh)
            return fresh

        touched = False
        for child in [child for child in run if child.tag != RUN_PROPERTIES]:
            length = len(child.text or "") if child.tag == TEXT else 1
            start, end = position, position + length
            position = end
            if child.tag != TEXT:
                new(copy.deepcopy(child))
                continue
            cursor = start
            while index < len(found) and found[index].start() < end:
                match = found[index]
                touched = True
                if match.start() >= start:
                    _add_text(new, child.text, start, cursor, match.start())
                    tags.append(_tag(match, new, len(tags), place))
                cursor = min(match.end(), end)
                if match.end() > end:
                    break
                index += 1
            _add_text(new, child.text, start, cursor, end)
        if touched:
            parent = run.getparent()
            at = parent.index(run)
            parent[at : at + 1] = made


def _add_text(new: Any, text: str, offset: int, start: int, end: int) -> None:
    if end > start:
        content = etree.Element(TEXT)
        content.text = text[start - offset : end - offset]
        content.set(_SPACE, "preserve")
        new(content)


def _tag(match: re.Match[str], new: Any, number: int, place: str) -> Tag:
    run = new(etree.Element(MARKER, n=str(number)))
    if (value := match["value"]) is not None:
        return Tag("", value.translate(_STRAIGHT).strip(), match[0], place, run)
    word, _, rest = match["word"].translate(_STRAIGHT).strip().partition(" ")
    return Tag(word, rest.strip(), match[0], place, run)


def _places(root: Element, part: str) -> Iterator[tuple[Element, str]]:
    """Yield every paragraph with its place in Thai words: "ตาราง ๒ แถว ๓"."""
    tables = {table: number for number, table in enumerate(root.iter(TABLE), 1)}
    for number, paragraph in enumerate(root.iter(PARAGRAPH), 1):
        row = next(paragraph.iterancestors(ROW), None)
        if row is None:
            yield paragraph, to_thai(f"{part} ย่อหน้าที่ {number}")
            continue
        table = row.getparent()
        if table.tag != TABLE:
            table = next(row.iterancestors(TABLE))
        line = list(table.iterchildren(ROW)).index(row) + 1 if row.getparent() is table else 1
        yield paragraph, to_thai(f"{part} ตาราง {tables[table]} แถว {line}")


def only_tags(paragraph: Element, tags: list[Tag]) -> bool:
    """Return whether a paragraph shows nothing but tags that are no values."""
    shown = False
    for run in paragraph.iter(RUN):
        for child in run:
            if child.tag == MARKER:
                if not tags[int(child.get("n"))].word:
                    return False
                shown = True
            elif child.tag == TEXT:
                if (child.text or "").strip():
                    return False
            elif child.tag != RUN_PROPERTIES:
                return False
    return shown
