"""Formatted text as an officer typed it in a cell: paragraphs of runs. Knows neither Excel nor Word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Run(NamedTuple):
    """A stretch of text in one format."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of runs; false when it has no text."""

    paragraphs: tuple[Paragraph, ...] = ()

    @classmethod
    def of(cls, text: str) -> "Prose":
        """Return unformatted prose, a paragraph for each line of `text`; none for an empty text."""
        return cls(tuple((Run(line),) if line else () for line in text.split("\n"))) if text else cls()

    @classmethod
    def join(cls, parts: Iterable["Prose"]) -> "Prose":
        """Return the paragraphs of all parts, one after the other."""
        return cls(tuple(paragraph for part in parts for paragraph in part.paragraphs))

    @property
    def plain(self) -> str:
        """The text without formats, a line for each paragraph."""
        return "\n".join(["".join([run.text for run in paragraph]) for paragraph in self.paragraphs])

    def map(self, change: Callable[[str], str]) -> "Prose":
        """Return the same prose with `change` applied to the text of every run."""
        changed = (
            tuple([Run(change(text), bold, italic, underline) for text, bold, italic, underline in paragraph])
            for paragraph in self.paragraphs
        )
        return Prose(tuple(changed))

    def __bool__(self) -> bool:
        for paragraph in self.paragraphs:  # asked of every text; a generator would take three times as long
            for run in paragraph:
                if run.text:
                    return True
        return False

    def __str__(self) -> str:
        return self.plain
