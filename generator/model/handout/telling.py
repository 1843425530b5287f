"""How a value, and the difference of two, is said in one line of the screen: short, and from where they part.

Knows declarations, neither workbooks nor why something is said.
"""

from enum import Enum
from typing import Any, Final, NamedTuple

from generator.model.sheet import Column
from generator.thai.parting import around, common
from generator.words import Words

_LONGEST: Final = 60
"""So many letters of a value are shown."""
_BEFORE: Final = 20
"""Of them, so many stand before the place at which two values part."""
_NOTHING: Final = "-"


class Alike(Enum):
    """In what two values differ that read the same in one line."""

    FORMATS = Words("ต่างเฉพาะรูปแบบตัวอักษร", "only the formats of letters differ")
    BLANKS = Words("ต่างเฉพาะการเว้นวรรคหรือการขึ้นย่อหน้า", "only blanks or paragraphs differ")


class Apart(NamedTuple):
    """Two values as a line of the screen says them; `alike` if they read the same."""

    one: str
    other: str
    alike: Alike | None = None


def said(column: Column, value: object) -> str:
    """Return a value as a line of the screen says it, cut where it is long; a dash for nothing."""
    text = _line(column, value)
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") or _NOTHING


def apart(column: Column, one: object, other: object) -> Apart:
    """Return two values that are not the same, long ones from where they part."""
    first, second = _line(column, one), _line(column, other)
    if first == second and first:
        return Apart(first, second, Alike.FORMATS if _plain(column, one) == _plain(column, other) else Alike.BLANKS)
    place = common(first, second)
    if place < _LONGEST - _BEFORE:
        return Apart(said(column, one), said(column, other))
    shown = {"before": _BEFORE, "after": _LONGEST - _BEFORE}
    return Apart(around(first, place, **shown), around(second, place, **shown))


def _plain(column: Column, value: Any) -> str:
    typed = column.kind.typed(value)
    return "" if typed is None else str(typed)


def _line(column: Column, value: object) -> str:
    return " ".join(_plain(column, value).split())
