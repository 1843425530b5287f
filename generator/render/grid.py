"""The columns of a table whose number is known only when it is filled. All widths in twips."""

from collections.abc import Mapping, Sequence
from typing import Final

NARROWEST: Final = 1_000
"""A repeated column takes width from the others before it becomes narrower than this (1.8 cm) or than it was."""

SMALLEST_SHARE: Final = 0.5
"""How much of its own width a fixed column keeps at least."""


def spread(widths: Sequence[int], counts: Mapping[int, int]) -> list[list[int]]:
    """Return for each column of a template the widths of the columns it becomes; their sum stays what it was.

    `counts` says how often a column is repeated; the repetitions share its width. Without repetition it vanishes and
    the widest fixed column takes its width. Repetitions that would become too narrow take width from fixed columns.
    """
    total = sum(widths)
    wanted = {
        index: max(widths[index], count * min(widths[index], NARROWEST)) if count else 0
        for index, count in counts.items()
    }
    fixed = {index: width for index, width in enumerate(widths) if index not in counts}
    own = sum(fixed.values())
    room = max(total - sum(wanted.values()), int(own * SMALLEST_SHARE)) if fixed else 0
    if room > own:
        fixed[max(fixed, key=lambda index: (fixed[index], -index))] += room - own
    shares = _share(room, fixed) | _share(total - room, wanted)
    return [_cut(shares[index], counts.get(index, 1)) for index in range(len(widths))]


def _share(total: int, weights: Mapping[int, int]) -> dict[int, int]:
    """Return `total` parted by weight, in whole numbers that add up to it, unless all weights are 0."""
    whole = sum(weights.values()) or 1
    shares, before, given = {}, 0, 0
    for index, weight in weights.items():
        before += weight
        shares[index] = total * before // whole - given
        given += shares[index]
    return shares


def _cut(width: int, count: int) -> list[int]:
    return [width * (step + 1) // count - width * step // count for step in range(count)]
