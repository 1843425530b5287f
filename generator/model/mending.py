"""What can be mended in a cell because it has only one right answer, and what that is.

What is mended reads and prints as before, or could not be read at all. A formula is never mended, nor is a text of
several formats, whose looks would suffer. Knows no Excel library.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple

from generator.model.cell import Cell, Scalar
from generator.model.codes import Address, Code, Codes, Phone, Ref, Served
from generator.model.finding import Place
from generator.model.kinds import Choice, Kind, Refusal, meant
from generator.model.numberformat import shown
from generator.thai.numerals import to_arabic
from generator.thai.text import normal

_LANDLINE: Final = (8, frozenset("23457"))
_MOBILE: Final = (9, frozenset("689"))
"""How many digits a telephone number has without its leading zero, and with which it begins then."""


class Reason(StrEnum):
    """Why a cell is mended."""

    TEXT = "text"
    CODE = "code"
    CHOICE = "choice"
    DATE = "date"
    ZERO = "zero"
    DIGITS = "digits"
    HEADER = "header"


@dataclass(frozen=True)
class Change:
    """A cell that is mended: what stood there, and what is to stand there; None for nothing."""

    place: Place
    before: Scalar
    after: str | None
    reason: Reason


class Mended(NamedTuple):
    """What is to stand in a cell, and why; None empties it."""

    after: str | None
    reason: Reason


def mended(kind: Kind[Any], typed: Cell, known: Container[str]) -> Mended | None:
    """Return what is to stand in a cell of this kind; None if it is right, or if nobody but its writer can tell.

    `typed` is the cell as it was typed, not in normal form. `known` are the codes that others use for the same things.
    """
    if typed.formula or typed.fault is not None or typed.runs:
        return None
    match typed.value:
        case str() as text:
            after = normal(text)
            canonical = _canonical(kind, after) if after else None
            if canonical is not None and canonical.after != after:
                return canonical
            return Mended(after or None, Reason.TEXT) if after != text else None
        case datetime() as moment:
            code = _code(kind)
            return _one(code.dated(moment), known, Reason.DATE) if code else None
        case bool() | None:
            return None
        case number:
            return _with_zero(kind, shown(number, typed.format).digits.replace(",", ""), str(number), known)


def _code(kind: Kind[Any]) -> Code | None:
    return kind if isinstance(kind, Code) else kind.code if isinstance(kind, Ref) else None


def _canonical(kind: Kind[Any], text: str) -> Mended | None:
    """Return a text in normal form as its kind spells it, where that says neither more nor less."""
    if (code := _code(kind)) is not None:
        found = code.canon(text)
        return Mended(found, Reason.CODE) if found is not None else None
    if isinstance(kind, Served) and not _is_bare(kind, text):
        return None
    reason = _SPELLED.get(type(kind))
    if reason is None:
        return None
    try:
        # Nothing but separators, where codes are to stand, is an empty cell.
        typed = kind.typed(meant(kind, text))
        return Mended(None if typed is None else str(typed), reason)
    except Refusal:
        return None


_SPELLED: Final = {
    Served: Reason.CODE,
    Codes: Reason.CODE,
    Choice: Reason.CHOICE,
    Address: Reason.DIGITS,
}
"""Kinds whose texts have one spelling."""


def _is_bare(kind: Served, text: str) -> bool:
    """Return whether a reference is a code alone: what follows it is its name, as the dropdown offers it."""
    words = to_arabic(text).split()
    return len(words) == 1 or (len(words) == 2 and words[0] in {source.prefix for _, source in kind.targets})


def _with_zero(kind: Kind[Any], digits: str, number: str, known: Container[str]) -> Mended | None:
    """Return a number with the zeros that Excel dropped from it."""
    if isinstance(kind, Phone):
        whole = any(len(digits) == length and digits[0] in first for length, first in (_LANDLINE, _MOBILE))
        return Mended(f"0{digits}", Reason.ZERO) if whole and digits.isdecimal() else None
    code = _code(kind)
    if code is None or code.canon(number) is not None:
        return None
    found = [code.canon("0" * zeros + digits) for zeros in range(3)]
    return _one([one for one in found if one is not None and one in known], known, Reason.ZERO)


def _one(found: list[str], known: Container[str], reason: Reason) -> Mended | None:
    """Return the only answer: the only one there is, or the only one that others know."""
    answers = list(dict.fromkeys(found))
    if len(answers) > 1:
        answers = [one for one in answers if one in known]
    return Mended(answers[0], reason) if len(answers) == 1 else None
