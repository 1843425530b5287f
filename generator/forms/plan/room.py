"""Which rows may be taller than a page: a row stays whole, but one that no page can hold has to be split."""

from math import ceil
from typing import Final

from generator.render.values import Flow, Fraction, Item, Kept
from generator.thai.text import display_width

FULL: Final = 17
"""So many lines of a cell surely find room on a lying page, below the head of its table."""


def is_tall(*cells: tuple[Flow, int]) -> bool:
    """Return whether one of these cells may find no room on a page; each with how many letters its lines hold."""
    return any(sum(_lines(block, letters) for block in flow.blocks) > FULL for flow, letters in cells)


def _lines(block: object, letters: int) -> int:
    """Return how many lines a block takes, rather too many than too few."""
    match block:
        case Kept(inner):
            return _lines(inner, letters)
        case Fraction():
            return 3
        case Item(mark, text):
            runs = (mark, *text)
        case runs:
            pass
    assert isinstance(runs, tuple)
    return max(1, ceil(sum(display_width(run.text) for run in runs) / letters))
