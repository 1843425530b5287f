"""Whether two names mean the same thing although they are not typed alike. Knows no book.

Letters are compared by RapidFuzz; digits, Latin words and proper names must agree to the last letter.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from generator.thai.names import anatomy

R = TypeVar("R")

LEAST: Final = 92
"""So many per cent of the letters of both names must agree; see docs/decisions/0018-likeness.md for examples."""
MOST_CHANGES: Final = 3
"""So many letters differ at most, however long the names: more is another word (ชาย and หญิง)."""


def alike(one: str, other: str) -> bool:
    """Return whether two names mean the same: equal in all that must agree, and alike in the rest."""
    if not one or not other:
        return False
    (fixed, letters), (others_fixed, others_letters) = anatomy(one), anatomy(other)
    return fixed == others_fixed and _letters_alike(letters, others_letters)


def alike_pairs(
    rows: Iterable[R], name: Callable[[R], str], fits: Callable[[R, R], bool] = lambda earlier, row: True
) -> Iterator[tuple[R, R]]:
    """Yield each row whose name means the same as that of an earlier one that `fits`, behind the first such row.

    Each row comes once, so that a name filled down over thousands of rows does not make millions of pairs. No name is
    like none.
    """
    seen: dict[tuple[str, ...], list[tuple[R, str]]] = {}
    for row in rows:
        if not (own := name(row)):
            continue
        fixed, letters = anatomy(own)
        namesakes = seen.setdefault(fixed, [])
        for earlier, others in namesakes:
            if _of_like_length(others, letters) and fits(earlier, row) and _letters_alike(others, letters):
                yield earlier, row
                break
        namesakes.append((row, letters))


def _of_like_length(left: str, right: str) -> bool:
    """Return whether two names may be alike at all: most are not, and need no closer look."""
    return -MOST_CHANGES <= len(left) - len(right) <= MOST_CHANGES


def _letters_alike(left: str, right: str) -> bool:
    if left == right:
        return True
    if fuzz.ratio(left, right, score_cutoff=LEAST) < LEAST:
        return False
    return Levenshtein.distance(left, right, score_cutoff=MOST_CHANGES) <= MOST_CHANGES
