"""When what a plan says and what the city says is the same although it is not typed alike. Knows no workbook."""

from collections.abc import Sequence
from typing import Final

from generator.model.facts import folded
from generator.model.prose import Prose
from generator.model.quantities import Value, figure
from generator.thai.numerals import to_arabic
from generator.thai.parting import around, common
from generator.words import Words

PER_CENT: Final = "ร้อยละ"
_PER_CENTS: Final = (PER_CENT, "%", "เปอร์เซ็นต์")
ALIKE: Final = 12
"""Two paragraphs that begin with so many equal letters are taken for one another."""
SHOWN: Final = 40
"""So many letters are shown around the place at which two paragraphs part."""

_THERE: Final = Words("แต่ KR ว่า “{text}”", "there is “{text}”")
_NOWHERE: Final = Words("ซึ่งไม่มีใน KR", "is not there")


def unit_said(target: Value, unit: str) -> str:
    """Return the unit of a target, which may stand in the target itself: ร้อยละ 90."""
    return PER_CENT if target.percent or unit.strip() in _PER_CENTS else unit


def same_unit(one: str, other: str) -> bool:
    """Return whether two units are the same."""
    return folded(one) == folded(other)


def same_value(one: Value, other: Value) -> bool:
    """Return whether two targets are the same: as numbers if both are, else as typed."""
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return _words(one) == _words(other)


def _words(value: Value) -> str:
    return folded(value.text if value.number is None else figure(value.number))


def departure(own: Prose, city: Sequence[Prose], year: int) -> tuple[str, Words] | None:
    """Return the first place at which a definition says what no paragraph of the city says, and what the city says.

    None if each paragraph of it is one of the city's, whatever blanks, digits and tokens for the year.
    """
    known = {folded(line): line for prose in city for line in _lines(prose, year)}
    for line in _lines(own, year):
        text = folded(line)
        if not known or text in known:
            continue
        nearest = max(known, key=lambda other: common(text, other))
        shared = common(text, nearest)
        if shared < ALIKE:
            return _around(line, 0), _NOWHERE
        return _around(line, shared), _THERE.filled(text=_around(known[nearest], shared))
    return None


def _lines(prose: Prose, year: int) -> list[str]:
    """Return the paragraphs of a definition with the year filled in and Arabic digits."""
    text = prose.plain.replace("[ปีก่อน]", str(year - 1)).replace("[ปี]", str(year))
    return [line for line in to_arabic(text).split("\n") if line.strip()]


def _around(line: str, count: int) -> str:
    """Return what stands around the place behind so many letters of a line, blanks not counted."""
    places = [index for index, letter in enumerate(line) if not letter.isspace()]
    place = places[count] if count < len(places) else len(line)
    return around(line, place, before=SHOWN // 2, after=SHOWN // 2)
