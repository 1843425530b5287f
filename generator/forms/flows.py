"""From typed prose to set paragraphs: tokens filled in, Thai digits, list marks hanging. Knows no workbook."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final

from generator.model.prose import Paragraph, Prose, Run
from generator.render.values import Flow, Fraction, Item, Kept
from generator.thai.text import list_mark, mark_kind

Setter = Callable[[str], str]

BLANK: Final = "……………"
"""What a draft prints where something required is still missing."""

# Advances of TH Sarabun New at 16 pt in twips (1/20 pt), read off the font.
_ADVANCES: Final = {".": 52, "(": 70, ")": 70, "-": 70, "•": 70, "–": 115} | dict.fromkeys("๐๑๒๓๔๕๖๗๘๙", 145)
_LETTER: Final = 120
_GAP: Final = 90
_WIDEST_LINE: Final = 5_650
_MARKS: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


class Typesetter:
    """Sets the texts of one document: `tokens` are filled in, then `setter` puts in Thai digits and hard blanks."""

    def __init__(self, setter: Setter, tokens: Mapping[str, str]) -> None:
        self.setter = setter
        self._tokens = {f"[{name}]": value for name, value in tokens.items()}
        self._known: Final[dict[str, str]] = {}  # no cache of the library, which would hold this object in a circle

    def text(self, text: str) -> str:
        """Return a line of text as it prints; a document says many things more than once."""
        if (known := self._known.get(text)) is None:
            filled = text
            if "[" in text:
                for token, value in self._tokens.items():
                    filled = filled.replace(token, value)
            known = self._known[text] = self.setter(filled)
        return known

    def prose(self, prose: Prose) -> Prose:
        """Return prose as it prints, list marks within the text."""
        return prose.map(self.text)

    def flow(self, prose: Prose, bold: bool = False, underline: bool = False) -> Flow:
        """Return prose as paragraphs and list items; what is `bold` or `underline` as a whole heads what follows it."""
        paragraphs = self.prose(prose).paragraphs
        if not bold and not underline:
            return Flow(tuple(_listed(paragraphs)))
        paragraphs = tuple(
            tuple(run._replace(bold=run.bold or bold, underline=run.underline or underline) for run in paragraph)
            for paragraph in paragraphs
        )
        return Flow(tuple(map(Kept, _listed(paragraphs))))

    def fraction(self, numerator: str, denominator: str, factor: str) -> Fraction:
        """Return a fraction wide enough for its longer line, within reason."""
        lines = [self.text(numerator), self.text(denominator)]
        width = max(map(_advance, lines)) + 2 * _GAP
        return Fraction(lines[0], lines[1], self.text(factor or "100"), min(width, _WIDEST_LINE))


def flow_of(lines: Iterable[str]) -> Flow:
    """Return lines that are set already as paragraphs and list items."""
    return Flow(tuple(_listed(tuple([(Run(line),) for line in lines]))))


def hung(mark: str, text: str, widest: str = "", left: int = 0) -> Flow:
    """Return a line that is set already, its mark hanging to the left, `left` twips in, as wide as the widest."""
    return Flow((Item(Run(mark), (Run(text),), left, indent_of(widest or mark)),))


def indent_of(mark: str) -> int:
    """Return how far the text of a line with such a mark is indented, in twips."""
    return _advance(mark) + _GAP


def plain(text: str) -> Flow:
    """Return a line that is set already as a paragraph, whatever it begins with."""
    return Flow(((Run(text),),))


def joined(flows: Iterable[Flow]) -> Flow:
    """Return the blocks of all flows, one after the other."""
    return Flow(tuple(chain.from_iterable(flow.blocks for flow in flows)))


@lru_cache(maxsize=1024)
def _advance(text: str) -> int:
    """Return how wide a line of text is; marks above and below the line have no width of their own."""
    return sum(_ADVANCES.get(character, _LETTER) for character in _MARKS.sub("", text))


def _listed(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph | Item]:
    """Give marked paragraphs a hanging indent; marks of another kind below an item go one level deeper."""
    marks = [list_mark(paragraph[0].text) if paragraph else ("", "") for paragraph in paragraphs]
    if not any(mark for mark, _ in marks):
        return list(paragraphs)
    blocks: list[Paragraph | Item] = []
    levels: dict[str, int] = {}
    for index, (paragraph, (mark, rest)) in enumerate(zip(paragraphs, marks, strict=True)):
        if not mark:
            levels.clear()
            blocks.append(paragraph)
            continue
        kind = mark_kind(mark)
        if kind not in levels:
            levels[kind] = _hanging(marks[index:], kind)
        while next(reversed(levels)) != kind:
            levels.popitem()
        _, bold, italic, underline = paragraph[0]
        text = (Run(rest, bold, italic, underline), *paragraph[1:]) if rest else paragraph[1:]
        left = sum(levels.values()) - levels[kind]
        blocks.append(Item(Run(mark, bold, italic, underline), text, left, levels[kind]))
    return blocks


def _hanging(marks: list[tuple[str, str]], kind: str) -> int:
    """Return the indent that the widest mark of this kind wants, up to the next paragraph without a mark."""
    widest = 0
    for mark, _ in marks:
        if not mark:
            break
        if mark_kind(mark) == kind:
            widest = max(widest, _advance(mark))
    return widest + _GAP
