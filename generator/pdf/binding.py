"""Binds PDFs into one: right-hand beginnings, bookmarks, links that still lead on, and the page numbers of the book.

Knows PDFs only; in which order they come, and what the pages between them say, others decide.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from generator.pdf.folio import Folio, opening
from generator.pdf.untrusted import Link, Source, View

A4: Final = (0, 0, 595.28, 841.89)
CREATOR: Final = "generate book"
"""What tells a book of ours from somebody's work."""


class Bookmark(NamedTuple):
    """A bookmark to the first page of a section, below the last one of a higher level; levels count from 1."""

    level: int
    title: str


@dataclass(frozen=True)
class Section:
    """Pages of a PDF that begin on a right-hand page: `count` of them from `first`, from 0; all if it is None.

    The bookmarks of the PDF itself join below the last one of `bookmarks`, or of the sections before, if `inner`.
    """

    source: Source
    bookmarks: Sequence[Bookmark] = ()
    first: int = 0
    count: int | None = None
    inner: bool = False

    @property
    def pages(self) -> range:
        """The pages of its PDF, from 0."""
        count = self.source.pages - self.first if self.count is None else self.count
        return range(self.first, self.first + count)


def right_hand(pages_before: int) -> int:
    """Return the number, from 1, of the next right-hand page after so many pages."""
    return pages_before + 1 + pages_before % 2


def begins(lengths: Sequence[int]) -> list[int]:
    """Return on which page of the book, from 1, each of its sections begins; `lengths` are their pages."""
    found, end = [], 0
    for length in lengths:
        found.append(right_hand(end))
        end = found[-1] + length - 1
    return found


def bind(sections: Sequence[Section], title: str, folio: Folio) -> bytes:
    """Return the PDF of a book of these sections; every page but the blank ones is numbered by `folio`.

    Equal sections give equal bytes.
    """
    with pikepdf.new() as book:
        firsts = [_add(book, section) for section in sections]
        _number(book, sections, firsts, folio)
        for section, first in zip(sections, firsts, strict=True):
            _join(book, section, first)
        _describe(book, title)
        _mark(book, sections, firsts)
        written = io.BytesIO()
        book.save(
            written,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return written.getvalue()


def is_book(path: Path) -> bool:
    """Return whether the file at `path` is a book that was bound here."""
    try:
        with pikepdf.open(path) as pdf:
            return str(pdf.docinfo.get("/Creator", "")) == CREATOR
    except (pikepdf.PikepdfError, OSError, ValueError):
        return False


def _add(book: pikepdf.Pdf, section: Section) -> int:
    """Add the pages of a section behind a blank one if needed; return the index of its first."""
    if len(book.pages) % 2:
        book.add_blank_page(page_size=A4[2:])
    first = len(book.pages)
    for index in section.pages:
        book.pages.append(section.source.pdf.pages[index])
    return first


def _number(book: pikepdf.Pdf, sections: Sequence[Section], firsts: Sequence[int], folio: Folio) -> None:
    font, before = folio.font(book), opening(book)
    pages = list(book.pages)
    for section, first in zip(sections, firsts, strict=True):
        for index in range(first, first + len(section.pages)):
            folio.stamp(pages[index], index + 1, font, before)
    # PDF knows no Thai digits here; Arabic ones can be typed, and are the same numbers.
    book.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _join(book: pikepdf.Pdf, section: Section, first: int) -> None:
    """Draw the links of a section anew, to where their goals lie in the book."""
    by_page: dict[int, list[Any]] = {}
    for link in section.source.links:
        if link.page in section.pages:
            drawn = _link(book, section, first, link)
            if drawn is not None:
                by_page.setdefault(first + link.page - section.first, []).append(drawn)
    for index, drawn in by_page.items():
        book.pages[index].obj.Annots = Array(drawn)


def _link(book: pikepdf.Pdf, section: Section, first: int, link: Link) -> Any:
    drawn = Dictionary(Type=Name.Annot, Subtype=Name.Link, Border=Array([0, 0, 0]), Rect=Array(link.area))
    if isinstance(link.goal, str):
        drawn.A = Dictionary(S=Name.URI, URI=String(link.goal))
    elif link.goal.page in section.pages:
        drawn.Dest = _destination(book, section, first, link.goal)
    else:
        return None
    return drawn


def _destination(book: pikepdf.Pdf, section: Section, first: int, view: View) -> Array:
    page = book.pages[first + view.page - section.first].obj
    return Array([page, Name.XYZ, view.left, view.top, None])


def _describe(book: pikepdf.Pdf, title: str) -> None:
    book.docinfo["/Title"] = String(title)
    book.docinfo["/Creator"] = String(CREATOR)
    book.Root.Lang = String("th-TH")
    book.Root.PageMode = Name.UseOutlines
    book.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge)


def _mark(book: pikepdf.Pdf, sections: Sequence[Section], firsts: Sequence[int]) -> None:
    """Write the bookmarks, all closed but what holds others than those of the bound PDFs themselves."""
    with book.open_outline() as outline:
        path: list[list[OutlineItem]] = [outline.root]
        for section, first in zip(sections, firsts, strict=True):
            for bookmark in section.bookmarks:
                path = _put(
                    path, bookmark.level, bookmark.title, _destination(book, section, first, View(section.first))
                )
            if not section.inner:
                continue
            depth = len(path) - 1
            if depth and path[depth - 1]:
                path[depth - 1][-1].is_closed = True
            inner = path
            for heading in section.source.headings:
                if heading.view.page in section.pages:
                    destination = _destination(book, section, first, heading.view)
                    inner = _put(inner, depth + heading.level, heading.title, destination)
                    inner[-2][-1].is_closed = True


def _put(path: list[list[OutlineItem]], level: int, title: str, destination: Array) -> list[list[OutlineItem]]:
    """Add a bookmark below the last one of the level above; return the lists that lead to it and to those below it."""
    path = path[:level]
    item = OutlineItem(title, destination)
    path[-1].append(item)
    return [*path, item.children]
