"""Everything that the template of a book may name: its contents and its separator sheets. A book holds many plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

TEMPLATE: Final = "book-form.docx"


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A district in the contents of a book: the page of the book on which it begins."""

    number: str
    office: str
    page: str


@dataclass(frozen=True, slots=True)
class BookGroup:
    """Districts in the contents of a book, below the name of their group if the book is ordered by groups."""

    heading: str
    page: str
    entries: Sequence[BookEntry]


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A separator sheet: whose plan, or whose plans, come behind it."""

    name: str
    above: str


@dataclass(frozen=True, slots=True)
class BookContext:
    """Everything that the template of a book may name; all texts as they print.

    It is filled twice for a volume: for its contents, without `sheets`, and for its separators, without `groups`.
    """

    document_title: str
    draft: bool
    title: str
    scope: str
    volume: str
    groups: Sequence[BookGroup]
    sheets: Sequence[BookSheet]
