"""Refreshes the blocks of the pages that the program's own declarations make; --check tells whether all are fresh.

A block lies between `<!-- made: name argument -->` and `<!-- end -->`. Knows nothing of what stands around the blocks.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import blocks
import stories
import template_names

ROOT: Final = Path(__file__).resolve().parents[2]
PAGES: Final = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
BLOCK: Final = re.compile(r"(?P<head><!-- made: (?P<name>.+?) -->\n).*?(?P<foot><!-- end -->)", re.DOTALL)

MAKERS: Final[Mapping[str, Callable[..., Iterator[str]]]] = {
    maker.__name__: maker
    for maker in (
        blocks.sheets, blocks.columns, blocks.dimensions, blocks.districts, blocks.overview, blocks.rules,
        blocks.commands, blocks.findings, blocks.explained, blocks.closing, blocks.modules,
        template_names.names, template_names.filters, stories.story,
    )
}  # fmt: skip
"""What can stand in a block, by the name at its head."""


def refreshed(text: str) -> str:
    """Return a page with all its blocks made anew."""

    def made(block: re.Match[str]) -> str:
        name, *arguments = block["name"].split()
        return block["head"] + "".join(f"{line}\n" for line in MAKERS[name](*arguments)) + block["foot"]

    return BLOCK.sub(made, text)


def stale() -> Iterator[tuple[Path, str]]:
    """Yield the pages that should be different, and what they should say."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        if (fresh := refreshed(text)) != text:
            yield page, fresh


def main(arguments: Sequence[str] | None = None) -> int:
    """Refresh the pages, or with --check compare; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 if a page is stale")
    check = parser.parse_args(arguments).check
    pages = list(stale())
    for page, fresh in pages:
        print(page.relative_to(ROOT))
        if not check:
            page.write_text(fresh, encoding="utf-8", newline="\n")
    if check and pages:
        print("`make docs` refreshes them.")
    return int(check and bool(pages))


if __name__ == "__main__":
    sys.exit(main())
