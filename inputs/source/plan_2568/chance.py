"""Draws that come out the same for the same seed, on every machine and every Python. Knows no plan."""

import random
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """Draws for one matter; its parts name the seed, the district, and what is drawn.

    All draws go back to random(), the only one whose numbers Python promises to keep.
    """

    def __init__(self, *parts: object) -> None:
        self._random = random.Random("/".join(map(str, parts)))

    def happens(self, share: float) -> bool:
        """Return whether something happens that does so in `share` of all cases, 0 to 1."""
        return self._random.random() < share

    def whole(self, low: int, high: int, step: int = 1) -> int:
        """Return a whole number from `low` to `high`, both included, in steps from `low`."""
        return low + step * int(self._random.random() * ((high - low) // step + 1))

    def decimal(self, low: str, high: str) -> Decimal:
        """Return a number from `low` to `high`, with the decimals of `low`."""
        places = len(low.partition(".")[2])
        scale = 10**places
        return Decimal(self.whole(int(Decimal(low) * scale), int(Decimal(high) * scale))).scaleb(-places)

    def one(self, things: Sequence[T]) -> T:
        """Return one of several things."""
        return things[int(self._random.random() * len(things))]

    def mixed(self, things: Sequence[T]) -> list[T]:
        """Return all things in another order."""
        left = list(things)
        return [left.pop(int(self._random.random() * len(left))) for _ in things]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Return so many of the things, all different, in the order in which they stand; all if there are no more."""
        places = sorted(self.mixed(range(len(things)))[:count])
        return [things[place] for place in places]
