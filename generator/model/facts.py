"""What workbooks say of each other: the facts that are compared across them, small enough to travel between processes.

Knows the books, not what has to hold between them.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Self

from generator.model.city import Allotment, allotments, okr_code
from generator.model.districts import District
from generator.model.finding import Finding, Place
from generator.model.kr.book import KrBook
from generator.model.kr.key_result import Status
from generator.model.plan.book import PlanBook
from generator.model.plan.measures import Measure
from generator.thai.numerals import to_arabic


def folded(text: str) -> str:
    """Return what is left of a name when it does not matter how it was typed: no blanks, Arabic digits."""
    return "".join(to_arabic(text).split())


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """What a plan says of what the city asks for.

    `workbook` is the name of its file, `agencies` the full names of agencies by the short ones.
    """

    workbook: str
    district: District | None
    year: int
    status: str
    measures: tuple[Measure, ...]
    agencies: Mapping[str, str]

    @classmethod
    def of(cls, book: PlanBook, workbook: str) -> Self:
        """Return the facts of a plan."""
        return cls(
            workbook=workbook,
            district=book.settings.district,
            year=book.settings.year,
            status=book.settings.status,
            measures=tuple(book.measures),
            agencies={folded(row.short): row.name for row in book.agencies if row.short and row.name},
        )

    @property
    def is_draft(self) -> bool:
        """Whether it is not yet ready for signature."""
        return self.status == Status.DRAFT

    @property
    def place(self) -> Place:
        """The sheet of its key results."""
        return Place(self.workbook, Measure.NAME)

    def agency(self, short: str) -> str:
        """Return the full name of an agency; empty if the plan does not say what the short one means."""
        return self.agencies.get(folded(short), "")


@dataclass(frozen=True, kw_only=True)
class KrFacts:
    """What a KR workbook gives to the districts.

    `settled` are the OKR that are no drafts any more and without errors: what plans are bound to.
    """

    workbook: str
    agency: str
    year: int
    allotments: tuple[Allotment, ...]
    settled: Set[str]

    @classmethod
    def of(cls, book: KrBook, workbook: str, findings: Sequence[Finding]) -> Self:
        """Return the facts of a KR workbook in which `findings` were found."""
        faulty = {finding.document for finding in findings if finding.is_error}
        settled = (kr.code for kr in book.key_results if kr.code and not kr.is_draft and not faulty & {"", kr.code})
        return cls(
            workbook=workbook,
            agency=book.settings.agency,
            year=book.settings.year,
            allotments=tuple(allotments([book])),
            settled=frozenset(map(okr_code, settled)),
        )


Facts = PlanFacts | KrFacts


@dataclass(frozen=True, kw_only=True)
class City:
    """What all KR workbooks of one year say: each OKR once, and the names of the workbooks of each agency."""

    year: int
    allotments: Mapping[str, Allotment] = field(default_factory=dict)
    books: Mapping[str, Sequence[str]] = field(default_factory=dict)
    settled: Set[str] = frozenset()

    @classmethod
    def of(cls, facts: Iterable[KrFacts], year: int) -> Self:
        """Return the city of a year. Of two workbooks that have the same OKR, the first one counts."""
        found: dict[str, Allotment] = {}
        books: dict[str, list[str]] = {}
        settled: set[str] = set()
        for book in facts:
            if not year or book.year != year:
                continue
            own = {one.okr: one for one in reversed(book.allotments) if one.okr not in found}
            found |= own
            settled |= book.settled & own.keys()
            books.setdefault(folded(book.agency), []).append(book.workbook)
        return cls(year=year, allotments=found, books=books, settled=settled)

    def books_of(self, agency: str) -> Sequence[str]:
        """Return the names of the KR workbooks of an agency."""
        return self.books.get(folded(agency), ()) if agency else ()
