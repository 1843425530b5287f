"""How a book is cut into volumes, never within a district, and what its contents say. Knows page counts, no PDFs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from generator.bookmaking.plans import Plan
from generator.forms.book_form import BookContext, BookEntry, BookGroup, BookSheet
from generator.model.districts import DISTRICTS
from generator.pdf.binding import Bookmark, begins
from generator.pdf.folio import label
from generator.thai.numerals import to_thai
from generator.thai.typist import Typist
from generator.words import Halt, Words

Order = Literal["code", "group"]
Separators = Literal["district", "group"]

TOO_MANY: Final = Words(
    "แผนของ{office}มี {pages} หน้า รวมสารบัญแล้วเกิน --max-pages {limit}",
    "the plan of {office} has {pages} pages; with contents that is more than --max-pages {limit}",
)
TOO_MANY_CURE: Final = Words("ระบุ --max-pages อย่างน้อย {least}", "ask for --max-pages of at least {least}")

DRAFT_MARK: Final = " (ร่าง)"


@dataclass(frozen=True)
class Measured:
    """A plan and how many pages it has."""

    plan: Plan
    pages: int


@dataclass(frozen=True)
class Piece:
    """What begins on a right-hand page behind the contents: a separator sheet, or a plan."""

    pages: int
    bookmarks: tuple[Bookmark, ...]
    sheet: BookSheet | None = None
    measured: Measured | None = None


@dataclass(frozen=True)
class Volume:
    """The plans of one volume in their order; `group` is the name of the group it was cut for."""

    plans: tuple[Measured, ...]
    order: Order
    separators: Separators | None = None
    group: str = ""

    @property
    def draft(self) -> bool:
        """Whether any of its plans is a draft."""
        return any(measured.plan.draft for measured in self.plans)

    @property
    def grouped(self) -> bool:
        """Whether its districts stand below the names of their groups."""
        return self.order == "group" and not self.group

    @property
    def pieces(self) -> list[Piece]:
        """All that stands behind the contents."""
        found: list[Piece] = []
        above = _set(f"แผนปฏิบัติราชการประจำปี พ.ศ. {self.plans[0].plan.year}")
        group = ""
        for measured in self.plans:
            district = measured.plan.district
            marks: list[Bookmark] = []
            if district.group_name != group:
                group = district.group_name
                if self.grouped or self.separators == "group":
                    marks.append(Bookmark(1, group))
                if self.separators == "group":
                    found.append(Piece(1, tuple(marks), BookSheet(group, above)))
                    marks = []
            marks.append(Bookmark(2 if self.grouped else 1, district.office))
            if self.separators == "district":
                found.append(Piece(1, tuple(marks), BookSheet(district.office, above)))
                marks = []
            found.append(Piece(measured.pages, tuple(marks), measured=measured))
        return found

    def starts(self, front: int) -> list[int]:
        """Return the page of the volume, from 1, on which each piece begins behind so many pages of contents."""
        return begins([front, *(piece.pages for piece in self.pieces)])[1:]

    def length(self, front: int) -> int:
        """Return how many pages the volume has, blank ones included."""
        return self.starts(front)[-1] + self.pieces[-1].pages - 1


def in_order(plans: Iterable[Measured], order: Order) -> list[Measured]:
    """Return plans by the code of their district, or by group as official tables print them."""
    if order == "code":
        return sorted(plans, key=lambda measured: measured.plan.district.code)
    return sorted(plans, key=lambda measured: DISTRICTS.index(measured.plan.district))


def by_group(plans: Sequence[Measured], order: Order, separators: Separators | None) -> list[Volume]:
    """Return a volume for each group of districts."""
    official = groupby(in_order(plans, "group"), lambda measured: measured.plan.district.group_name)
    return [Volume(tuple(in_order(members, order)), order, separators, group) for group, members in official]


def by_size(
    plans: Sequence[Measured], order: Order, separators: Separators | None, limit: int | None, front: int
) -> list[Volume]:
    """Return volumes of at most `limit` pages, `front` of them contents; one volume if there is no limit.

    They are as few as can be, and then as even as their number allows. Raise Halt if a single plan has more pages.
    """
    ordered = in_order(plans, order)
    if limit is None:
        return [Volume(tuple(ordered), order, separators)]
    alone = [Volume((measured,), order, separators).length(front) for measured in ordered]
    longest = max(alone)
    if longest > limit:
        measured = ordered[alone.index(longest)]
        names = {"office": measured.plan.district.office, "pages": measured.pages, "limit": limit, "least": longest}
        raise Halt(TOO_MANY.filled(**names), TOO_MANY_CURE.filled(**names))

    # For every end the fewest volumes up to it, then the least sum of squared lengths, and where the last one begins.
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(ordered) + 1):
        lengths = ((begin, Volume(tuple(ordered[begin:end]), order, separators).length(front)) for begin in range(end))
        best.append(
            min((best[begin][0] + 1, best[begin][1] + length**2, begin) for begin, length in lengths if length <= limit)
        )
    volumes: list[Volume] = []
    end = len(ordered)
    while end:
        begin = best[end][2]
        volumes.insert(0, Volume(tuple(ordered[begin:end]), order, separators))
        end = begin
    return volumes


def contents(volume: Volume, number: int, total: int, front: int) -> BookContext:
    """Return what the contents of a volume say, itself the `number`th of `total`, if they take `front` pages."""
    pages: dict[str, str] = {}
    groups: dict[str, str] = {}
    sheet = ""
    for piece, start in zip(volume.pieces, volume.starts(front), strict=True):
        if piece.sheet is not None:
            sheet = label(start)
            if volume.separators == "group":
                groups[piece.sheet.name], sheet = sheet, ""
        elif piece.measured is not None:
            pages[piece.measured.plan.district.code] = sheet or label(start)
            sheet = ""
    entries = [
        (measured.plan.district.group_name, _entry(measured.plan, index, pages))
        for index, measured in enumerate(volume.plans, 1)
    ]
    listed = [("", [entry for _, entry in entries])]
    if volume.grouped:
        listed = [(name, [entry for _, entry in some]) for name, some in groupby(entries, lambda item: item[0])]
    return BookContext(
        **_heading(volume, number, total),
        draft=volume.draft,
        groups=tuple(BookGroup(name, groups.get(name, ""), tuple(members)) for name, members in listed),
        sheets=(),
    )


def sheets(volume: Volume, number: int, total: int) -> BookContext:
    """Return what the separator sheets of a volume say."""
    found = tuple(piece.sheet for piece in volume.pieces if piece.sheet is not None)
    return BookContext(**_heading(volume, number, total), draft=volume.draft, groups=(), sheets=found)


def title(volume: Volume, number: int, total: int) -> str:
    """Return the title of a volume as a whole."""
    heading = _heading(volume, number, total)
    return " ".join(filter(None, (heading["title"], heading["scope"], heading["volume"])))


def _heading(volume: Volume, number: int, total: int) -> dict[str, str]:
    count = len(volume.plans)
    texts = {
        "title": f"แผนปฏิบัติราชการประจำปี พ.ศ. {volume.plans[0].plan.year}",
        "scope": f"สำนักงานเขตใน{volume.group} {count} เขต" if volume.group else f"สำนักงานเขต {count} เขต",
        "volume": f"เล่มที่ {number} ใน {total} เล่ม" if total > 1 else "",
    }
    heading = {name: _set(text) for name, text in texts.items()}
    return {**heading, "document_title": f"{heading['title']} {heading['scope']}"}


def _entry(plan: Plan, number: int, pages: dict[str, str]) -> BookEntry:
    mark = DRAFT_MARK if plan.draft else ""
    return BookEntry(to_thai(str(number)), plan.district.office + mark, pages[plan.district.code])


_set: Final = Typist()
