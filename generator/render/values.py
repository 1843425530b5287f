"""The values that turn into markup: flows of paragraphs, fractions, tick boxes, pictures. Knows no workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.model.prose import Paragraph, Run


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction with its rule line and a factor behind it; `width` is that of its wider line, in twips."""

    numerator: str
    denominator: str
    factor: str
    width: int


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a list: the mark as typed, its text, and how it is indented, in twips."""

    mark: Run
    text: Paragraph
    left: int
    hanging: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A paragraph or list item that stays on the page of what follows, as a heading does."""

    block: Paragraph | Item


@dataclass(frozen=True, slots=True)
class Flow:
    """Paragraphs, list items and fractions, one below the other."""

    blocks: Sequence[Paragraph | Item | Fraction | Kept] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick box; true when it is ticked."""

    ticked: bool

    def __bool__(self) -> bool:
        return self.ticked


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the line of text; `width` and `height` in EMU (360,000 a centimetre)."""

    data: bytes = field(repr=False)
    suffix: str
    width: int
    height: int
    description: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A double-headed arrow over the whole width of the cell it stands in."""

    description: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents: the headings of the document themselves, of the two highest levels, with their pages."""
