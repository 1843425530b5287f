"""Tables in Markdown. Knows nothing of what they say."""

from collections.abc import Iterator, Sequence


def cell(text: str) -> str:
    """Return a text as it may stand in a cell of a table in Markdown."""
    return text.replace("|", "\\|").replace("\n", "<br>")


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table in Markdown."""
    yield f"| {' | '.join(headers)} |"
    yield f"|{'---|' * len(headers)}"
    for row in rows:
        yield f"| {' | '.join(map(cell, row))} |"
