"""The columns of a table whose number is known only when it is filled. All widths in twips."""

from collections.abc import Mapping, Sequence
from typing import Final

NARROWEST: Final = 850
"""A repeated column takes width from the others before it becomes narrower than this (1.5 cm) or than it was."""

SMALLEST_SHARE: Final = 0.5
"""How much of its own width a fixed column keeps at least."""


def spread(widths: Sequence[int], counts: Mapping[int, int]) -> list[list[int]]:
    """Return for each column of a template the widths of the columns it becomes; their sum stays what it was.

    `counts` says how often a column is repeated; the repetitions share its width. Without repetition it vanishes and
    the widest fixed column takes its width. Repetitions that would become too narrow take width from fixed columns.
    """
    total = sum(widths)
    fixed = [index for index in range(len(widths)) if index not in counts]
    wanted = {
        index: max(widths[index], count * min(widths[index], NARROWEST)) if count else 0
        for index, count in counts.items()
    }
    room = total - sum(wanted.values())
    own = sum(widths[index] for index in fixed)
    if room < own * SMALLEST_SHARE:
        room = int(own * SMALLEST_SHARE)
        scale = (total - room) / max(1, sum(wanted.values()))
        wanted = {index: int(width * scale) for index, width in wanted.items()}
    shares = {index: widths[index] for index in fixed}
    if fixed and room < own:
        shares = {index: widths[index] * room // own for index in fixed}
    if fixed:
        widest = max(fixed, key=lambda index: (widths[index], -index))
        shares[widest] += total - sum(wanted.values()) - sum(shares.values())
    return [_cut(wanted[index], counts[index]) if index in counts else [shares[index]] for index in range(len(widths))]


def _cut(width: int, count: int) -> list[int]:
    return [width * (step + 1) // count - width * step // count for step in range(count)]
