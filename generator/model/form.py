"""What a workbook is: the sheets that belong together, and the records read from them. Knows no Excel library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from generator.model.codes import Code
from generator.model.finding import Place
from generator.model.prose import Prose
from generator.model.sheet import Sheet

S = TypeVar("S", bound=Sheet)


@dataclass(frozen=True)
class Family:
    """Sheets of one shape, any number of them: `prefix` and a key make the name; a card lies above a table."""

    prefix: str
    key: Code
    card: type[Sheet]
    table: type[Sheet]


@dataclass(frozen=True)
class Form:
    """One kind of workbook. It is known by its sheet `main`, whose rows make documents if they have subjects.

    `order` is the order in which sheets are best filled in, where that is not the order in which they stand.
    """

    kind: str
    version: int
    title: str
    sheets: tuple[type[Sheet], ...]
    main: type[Sheet]
    family: Family | None = None
    order: tuple[type[Sheet], ...] = ()

    def has_document(self, rows: "Rows") -> bool:
        """Return whether records make a document: each main row one, or, without subjects, the workbook as it is."""
        return bool(rows.of(self.main if self.main.SUBJECT else self.sheets[0]))

    def shown(self, rows: "Rows") -> "Form":
        """Return the form with the sheets that a workbook of these records has: those in use and those always there."""
        sheets = tuple(sheet for sheet in self.sheets if rows.of(sheet) or not sheet.WHEN_USED)
        return replace(self, sheets=sheets, order=tuple(sheet for sheet in self.order if sheet in sheets))


@dataclass(frozen=True)
class Page:
    """What was read from one sheet of a family: its key, its records, and the headers of its further columns.

    `totals` are total rows as somebody typed them, with their figures alone; nothing is printed from them.
    """

    key: str
    rows: "Rows"
    headers: Sequence[Prose]
    header_place: Place
    totals: Sequence[Sheet] = ()


@dataclass(frozen=True)
class Rows:
    """Records by the sheet that declares them."""

    by_sheet: Mapping[type[Sheet], Sequence[Sheet]] = field(default_factory=dict)
    pages: Sequence[Page] = ()

    def of(self, sheet: type[S]) -> Sequence[S]:
        """Return the records of one sheet in their order; none if there are none."""
        return tuple(row for row in self.by_sheet.get(sheet, ()) if isinstance(row, sheet))
