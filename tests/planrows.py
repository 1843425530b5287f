"""A plan of single rows, each at a place of its own, without a workbook."""

from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.settings import PlanSettings
from generator.model.sheet import Origin, Sheet


def book(*rows: Sheet, before: int = 0, **settings: object) -> PlanBook:
    """Return a book of these rows: the first row of each sheet is row 1, and `before` columns stand before the first.

    What a row says to be refused stays so.
    """
    by_sheet: dict[type[Sheet], list[Sheet]] = {PlanSettings: [PlanSettings(**settings)]}  # type: ignore[arg-type]
    for row in rows:
        same = by_sheet.setdefault(type(row), [])
        cells = {name: (0, column) for column, name in enumerate(row.COLUMNS, 1 + before)}
        origin = Origin("สมุด.xlsx", row.NAME, len(same) + 1, cells, row.origin.refused)
        object.__setattr__(row, "origin", origin)
        same.append(row)
    return PlanBook.of(Rows(by_sheet))
