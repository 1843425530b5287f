"""From typed prose to set paragraphs: tokens filled in, Thai digits, list marks hanging. Knows no workbook."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from generator.model.prose import Paragraph, Prose, Run
from generator.render.values import Flow, Fraction, Item
from generator.thai.text import list_mark, mark_kind

Setter = Callable[[str], str]

BLANK: Final = "……………"
"""What a draft prints where something required is still missing."""

# Advances of TH Sarabun New at 16 pt in twips (1/20 pt), read off the font.
_ADVANCES: Final = {".": 51, "(": 60, ")": 60, "-": 69, "•": 69, "–": 115}
_LETTER: Final = 120
_GAP: Final = 90
_WIDEST_LINE: Final = 5_650


class Typesetter:
    """Sets the texts of one document: `tokens` are filled in, then `setter` puts in Thai digits and hard blanks."""

    def __init__(self, setter: Setter, tokens: Mapping[str, str]) -> None:
        self.setter = setter
        self._tokens = {f"[{name}]": value for name, value in tokens.items()}

    def text(self, text: str) -> str:
        """Return a line of text as it prints."""
        if "[" in text:
            for token, value in self._tokens.items():
                text = text.replace(token, value)
        return self.setter(text)

    def prose(self, prose: Prose) -> Prose:
        """Return prose as it prints, list marks within the text."""
        return prose.map(self.text)

    def flow(self, prose: Prose, bold: bool = False, underline: bool = False) -> Flow:
        """Return prose as paragraphs and list items; `bold` and `underline` hold for all of it."""
        paragraphs = self.prose(prose).paragraphs
        if bold or underline:
            paragraphs = tuple(
                tuple(run._replace(bold=run.bold or bold, underline=run.underline or underline) for run in paragraph)
                for paragraph in paragraphs
            )
        return Flow(tuple(_listed(paragraphs)))

    def fraction(self, numerator: str, denominator: str, factor: str) -> Fraction:
        """Return a fraction wide enough for its longer line, within reason."""
        lines = [self.text(numerator), self.text(denominator)]
        width = max(sum(_advance(line)) for line in lines) + 2 * _GAP
        return Fraction(lines[0], lines[1], self.text(factor or "100"), min(width, _WIDEST_LINE))


def joined(flows: Iterable[Flow]) -> Flow:
    """Return the blocks of all flows, one after the other."""
    return Flow(tuple(block for flow in flows for block in flow.blocks))


def _advance(text: str) -> Iterable[int]:
    # Marks above and below the line have no advance of their own.
    return (_ADVANCES.get(character, _LETTER) for character in re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", text))


def _listed(paragraphs: tuple[Paragraph, ...]) -> list[Paragraph | Item]:
    """Give marked paragraphs a hanging indent; marks of another kind below an item go one level deeper."""
    marks = [list_mark(paragraph[0].text) if paragraph else ("", "") for paragraph in paragraphs]
    blocks: list[Paragraph | Item] = []
    levels: list[tuple[str, int]] = []
    for index, (paragraph, (mark, rest)) in enumerate(zip(paragraphs, marks, strict=True)):
        if not mark:
            levels.clear()
            blocks.append(paragraph)
            continue
        kind = mark_kind(mark)
        known = [name for name, _ in levels]
        if kind in known:
            del levels[known.index(kind) + 1 :]
        else:
            levels.append((kind, _hanging(marks[index:], kind)))
        left = sum(width for _, width in levels[:-1])
        text = (Run(rest, *paragraph[0][1:]), *paragraph[1:]) if rest else paragraph[1:]
        blocks.append(Item(mark, text, left, levels[-1][1]))
    return blocks


def _hanging(marks: list[tuple[str, str]], kind: str) -> int:
    """Return the indent that the widest mark of this kind wants, up to the next paragraph without a mark."""
    widest = 0
    for mark, _ in marks:
        if not mark:
            break
        if mark_kind(mark) == kind:
            widest = max(widest, sum(_advance(mark)))
    return widest + _GAP
