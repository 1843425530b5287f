"""Changes single cells in a copy of a workbook; its pictures, formulas, formats and all else stay as they are.

The parts of which nothing is changed keep their bytes, and so does all that is not changed in those of which something
is. Texts are written into their cells, so that the list of shared texts stays too. Knows cells and sheets, not what is
declared of them.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from generator.model.prose import Prose, Run
from generator.workbook.cellfonts import CellFonts
from generator.workbook.entries import joined
from generator.workbook.grid import RawSheet, RawWorkbook
from generator.workbook.listobjects import grow_list_objects
from generator.workbook.markup import Markup
from generator.workbook.package import Package
from generator.workbook.parts import Parts
from generator.workbook.sheetpart import SheetPart, Written, place_of

Typed = str | int | float | bool | Prose | None
"""What may be typed into a cell."""

_BEHIND_CALCULATION: Final = (
    "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr",
    "webPublishObjects", "extLst",
)  # fmt: skip
"""What stands behind the way of calculating in the part that lists the sheets."""


class Edited:
    """A copy of a workbook in which cells get new values. The file that it is a copy of is never written.

    `parts` are its parts, for whoever has to change more than values.
    """

    def __init__(self, package: Package) -> None:
        """Raise Rejection if the package is no workbook."""
        self.parts = Parts(package)
        self._book = package.workbook()
        self._linked = {link.kind: link.target for link in package.relations(self._book).values()}
        self._workbook = RawWorkbook("", package)
        self._raw = {sheet.name: sheet for sheet in self._workbook.sheets}
        self._sheets: dict[str, SheetPart] = {}
        self._replaced: dict[str, set[tuple[int, int]]] = {}
        self._added: dict[str, set[tuple[int, int]]] = {}

    @classmethod
    def of(cls, data: bytes) -> "Edited":
        """Return a copy of the workbook that a file holds; raise Rejection if it is none."""
        return cls(Package(data))

    @property
    def found(self) -> Sequence[RawSheet]:
        """The worksheets as they are in the file, in their order, without the changes."""
        return self._workbook.sheets

    def number_format(self, sheet: str, row: int, column: int) -> str:
        """Return the number format of a cell, such as #,##0."""
        return self._workbook.number_format(self.sheet(sheet).style(row, column))

    def sheet(self, name: str) -> SheetPart:
        """Return a worksheet as it is being changed; raise Rejection if its part is faulty."""
        if name not in self._sheets:
            part = self._raw[name].part
            self._sheets[name] = SheetPart(part, self.parts.read(part))
        return self._sheets[name]

    def set_cell(self, sheet: str, row: int, column: int, value: Typed) -> None:
        """Type a value into a cell; row and column count from 1. Its format stays; None empties it.

        A cell that is not there gets the format of its row or its column. Raise Untouchable if it cannot be changed
        without others, Unwritable if Excel does not take the value.
        """
        there = self.sheet(sheet)
        style = there.style(row, column)
        there.set(row, column, self._written(value, style), lambda run, at: self._fonts.properties(style, run, at))
        if there.has_formula(row, column):
            self._replaced.setdefault(sheet, set()).add((row, column))

    def add_row(self, sheet: str, row: int, values: Mapping[int, Typed], height: float = 0) -> None:
        """Type values, by their columns, into a row below a table; a table of Excel (ListObject) grows by it.

        `height`, in points, is that of a row that is not there yet.
        """
        for column, value in values.items():
            self.set_cell(sheet, row, column, value)
            self._added.setdefault(sheet, set()).add((row, column))
        if height:
            self.sheet(sheet).set_height(row, height)

    def to_bytes(self) -> bytes:
        """Return the file: equal copies with equal changes are equal bytes. To be asked for once."""
        for name, sheet in self._sheets.items():
            self.parts.replace(self._raw[name].part, sheet.to_bytes())
        if self._sheets:
            book = Markup(self._book, self.parts.read(self._book))
            if self._replaced and "calcChain" in self._linked:
                self._forget_formulas(book)
            self._calculate_on_opening(book)
        for name, cells in self._added.items():
            grow_list_objects(self.parts, self._raw[name].part, cells)
        return self.parts.to_bytes()

    @cached_property
    def _fonts(self) -> CellFonts:
        return CellFonts(self.parts.package, self._linked.get("styles"))

    def _written(self, value: Typed, style: int) -> Written:
        """Return what to write so that reading gives the value: runs only where the cell's own font is another."""
        if not isinstance(value, Prose):
            return value
        runs = tuple(joined(value))
        own = Run("", *self._fonts.font(style))
        return runs if any(run[1:] != own[1:] for run in runs) else "".join(run.text for run in runs)

    def _forget_formulas(self, book: Markup) -> None:
        """Take cells whose formula was replaced out of the order in which Excel calculates."""
        listed = book.root.find("sheets")
        known = listed.all("sheet") if listed else ()
        names = {sheet.attributes.get("sheetId", ""): sheet.attributes.get("name", "") for sheet in known}
        part = self._linked["calcChain"]
        chain = Markup(part, self.parts.read(part))
        number, said, kept = "", "", 0
        for cell in chain.root.all("c"):
            number = cell.attributes.get("i", number)
            place = place_of(cell.attributes.get("r", ""))
            if place in self._replaced.get(names.get(number, ""), ()):
                chain.replace(cell, "")
                continue
            if number != said and "i" not in cell.attributes:  # the one that said it was taken out
                chain.set(cell, "i", number)
            said, kept = number, kept + 1
        if kept:
            self.parts.replace(part, chain.to_bytes())
        else:
            self.parts.remove(part, self._book)

    def _calculate_on_opening(self, book: Markup) -> None:
        """Let Excel calculate anew when it opens the file: what dropdowns offer comes from cells by formulas."""
        calculation = book.root.find("calcPr")
        if calculation is None:
            behind = next(book.root.all(*_BEHIND_CALCULATION), None)
            book.insert(book.root, f'<{book.prefix(book.root)}calcPr fullCalcOnLoad="1"/>', behind)
        elif calculation.attributes.get("fullCalcOnLoad") in ("1", "true"):
            return
        else:
            book.set(calculation, "fullCalcOnLoad", "1")
        self.parts.replace(self._book, book.to_bytes())
