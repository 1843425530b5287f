"""Lays published rows beside printed ones and names what is missing, what is changed and what nobody published."""

from collections.abc import Iterator, Sequence

from tests.plan2567.published import Row, is_printed_as


def _shared(published: Sequence[Row], printed: Sequence[Row]) -> list[list[int]]:
    """Return how many rows are the same, in the same order, from each pair of places to the ends."""
    length = [[0] * (len(printed) + 1) for _ in range(len(published) + 1)]
    for one in reversed(range(len(published))):
        for other in reversed(range(len(printed))):
            length[one][other] = (
                length[one + 1][other + 1] + 1
                if is_printed_as(published[one], printed[other])
                else max(length[one + 1][other], length[one][other + 1])
            )
    return length


def differences(published: Sequence[Row], printed: Sequence[Row]) -> Iterator[str]:
    """Yield a line for every row that was published and is not printed there, or the other way round."""
    length = _shared(published, printed)
    one = other = 0
    while one < len(published) or other < len(printed):
        here = length[one][other]
        if one < len(published) and length[one + 1][other] == here:
            yield f"published: {' | '.join(published[one])}"
            one += 1
        elif other < len(printed) and length[one][other + 1] == here:
            yield f"  printed: {' | '.join(printed[other])}"
            other += 1
        else:
            one, other = one + 1, other + 1
