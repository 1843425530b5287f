"""What the published plan says, transcribed by hand into tables/*.txt.

A line is a paragraph (after ¶) or a row of a table, its cells parted by " | "; after # stands a comment. All digits are
Arabic. Where the publication contradicts itself, the line says what the plan's own list of corrections decides, under a
comment. In a cell stand for
    _  nothing
    ^  nothing of its own under the cell above: merged with it, or left blank (a text without lines tells no more)
    <  merged with the cell to the left
    …  words without a figure
    ~  anything
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

Row = tuple[str, ...]
"""The cells of a row, or ¶ and the text of a paragraph."""

TABLES: Final = Path(__file__).parent / "tables"
PARAGRAPH: Final = "¶"
NOTHING: Final = "_"
SECTIONS: Final = sorted(path.stem for path in TABLES.glob("[0-9]*.txt"))
"""In the order of the document: each begins with its first paragraph and goes on to the first one of the next."""

_GAPS: Final = {"…": "[^0-9]*", "~": ".*", "^": r"\^?"}


def _lines(name: str) -> list[str]:
    text = (TABLES / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _row(line: str) -> Row:
    if line.startswith(PARAGRAPH):
        return PARAGRAPH, line.removeprefix(PARAGRAPH).strip()
    return tuple("" if cell == NOTHING else cell for cell in line.split(" | "))


@cache
def section(name: str) -> list[Row]:
    """Return the paragraphs and rows of one part of the plan."""
    return [_row(line) for line in _lines(name)]


@cache
def definitions() -> dict[str, list[str]]:
    """Return what each definition must hold, in order, by the code of its indicator."""
    found: dict[str, list[str]] = {}
    for line in _lines("definitions"):
        if line.startswith("= "):
            facts = found.setdefault(line.removeprefix("= "), [])
        else:
            facts.append(line)
    return found


@cache
def _pattern(cell: str) -> re.Pattern[str]:
    return re.compile("".join(_GAPS.get(piece, re.escape(piece)) for piece in re.split("([…~^])", cell)), re.DOTALL)


def is_printed_as(published: Row, printed: Row) -> bool:
    """Say whether a printed row has as many cells as the published one, each with what was published."""
    return len(published) == len(printed) and all(
        _pattern(cell).fullmatch(text) for cell, text in zip(published, printed, strict=True)
    )
