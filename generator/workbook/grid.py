"""The sheets and cells of a workbook as they were typed. Knows neither headers nor what a value is to mean."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from math import isfinite
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from lxml import etree

from generator.model.cell import Cell, Fault, Scalar
from generator.model.numberformat import BUILT_IN, is_date_format, moment
from generator.model.prose import Run
from generator.thai.text import normal
from generator.workbook.package import Package, Reason, Rejection, spreadsheet_namespace
from generator.workbook.strings import REGULAR, Font, SharedStrings, read_font, read_inline, read_plain

T = TypeVar("T")

MAX_ROW: Final = 1_048_576
MAX_COLUMN: Final = 16_384
MAX_CELLS: Final = 3_000_000
"""Cells of one workbook, those that are only formatted included."""

Area = tuple[int, int, int, int]
"""First row, first column, last row and last column of a range."""

Lines = Mapping[int, Mapping[int, Cell]]
"""Cells by row and column, from top to bottom and from left to right; no row without cells."""


class RawSheet:
    """One worksheet. Its cells are read when first asked for, which raises Rejection when its part is faulty.

    `part` is the name of the part in which it stands.
    """

    def __init__(self, name: str, hidden: bool, part: str, source: "_Source") -> None:
        self.name = name
        self.hidden = hidden
        self.part = part
        self._source = source

    @property
    def lines(self) -> Lines:
        """The cells that have a value or a fault, by their row and by their column.

        The value may be an empty text: blanks, or the result of a formula.
        """
        return self._content[0]

    @cached_property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """The same cells by both at once, in the same order."""
        return {(row, column): cell for row, line in self.lines.items() for column, cell in line.items()}

    @property
    def merges(self) -> list[Area]:
        """The ranges joined to one cell."""
        return self._content[1]

    @property
    def max_row(self) -> int:
        """The last row with a cell that has a value or a fault; 0 when there is none."""
        return max(self.lines, default=0)

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Yield the number and the cells of each row that has any, in order."""
        for number, line in self.lines.items():
            yield number, list(line.values())

    @cached_property
    def _content(self) -> tuple[Lines, list[Area]]:
        try:
            return _read_sheet(self.part, self._source)
        except (ValueError, LookupError) as error:  # numbers and references that are none, strings that do not exist
            raise Rejection(Reason.DAMAGED, f"{self.part}: {error}") from error


class RawWorkbook:
    """A workbook as it stands in its file: its worksheets in their order; sheets that are charts are left out.

    Texts are in normal form. With `as_typed` they are as they were typed, and have runs if they are rich, whatever
    these look like.
    """

    def __init__(self, name: str, package: Package, *, as_typed: bool = False) -> None:
        self.name = name
        part = package.workbook()
        root = package.root(part)
        main = spreadsheet_namespace(root, "workbook")
        if main is None:
            raise Rejection(Reason.NOT_EXCEL, f"the document is {root.tag!r}")
        relations = package.relations(part)
        properties = root.find(f"{main}workbookPr")
        self._source = source = _Source(
            package,
            {relation.kind: relation.target for relation in relations.values() if relation.target in package},
            properties is not None and _is_true(properties.get("date1904")),
            as_typed,
        )
        self.sheets: list[RawSheet] = []
        for sheet in root.iterfind(f"{main}sheets/{main}sheet"):
            name = sheet.get("name", "")
            relation = relations.get(next((value for key, value in sheet.items() if key.endswith("}id")), ""))
            if relation is None or relation.target not in package:
                raise Rejection(Reason.DAMAGED, f"the sheet {name} is missing")
            if relation.kind == "worksheet":
                self.sheets.append(RawSheet(name, sheet.get("state", "visible") != "visible", relation.target, source))
        if not self.sheets:
            raise Rejection(Reason.NO_SHEETS)

    def number_format(self, style: int) -> str:
        """Return the number format of the cells whose format has this number."""
        return self._source.styles.get(str(style), _DEFAULT).code


def open_workbook(path: Path) -> RawWorkbook:
    """Return the workbook at `path`; raise Rejection, now or when a sheet is read, when it cannot be read.

    The file is read once, whole, and closed; it may stay open in Excel, and it is never written.
    """
    return RawWorkbook(path.name, Package.open(path))


class _Style(NamedTuple):
    code: str = "General"
    dated: bool = False
    font: Font = Font()


_DEFAULT: Final = _Style()
_CORNERS: Final = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class _Columns(dict[str, int]):
    """Numbers of columns by their letters."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters[:4]:
            number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
        if not 1 <= number <= MAX_COLUMN:
            raise ValueError(f"no column {letters}")
        self[letters] = number
        return number


class _Source:
    """What the sheets of a workbook have in common."""

    def __init__(self, package: Package, parts: dict[str, str], from_1904: bool, as_typed: bool) -> None:
        self.package = package
        self.as_typed = as_typed
        self.from_1904 = from_1904
        self.columns = _Columns()
        self.cells = 0
        self._parts = parts

    @cached_property
    def strings(self) -> SharedStrings:
        if "sharedStrings" not in self._parts:
            return SharedStrings()
        return SharedStrings(self.package.pieces(self._parts["sharedStrings"], "sst", "si"), as_typed=self.as_typed)

    @cached_property
    def styles(self) -> dict[str, _Style]:
        if "styles" not in self._parts:
            return {}
        root = self.package.root(self._parts["styles"])
        main = spreadsheet_namespace(root, "styleSheet")
        if main is None:
            raise Rejection(Reason.DAMAGED, f"the styles are {root.tag!r}")
        codes = {str(key): code for key, code in BUILT_IN.items()}
        for declared in root.iterfind(f"{main}numFmts/{main}numFmt"):
            codes[declared.get("numFmtId", "")] = declared.get("formatCode", "General")
        fonts = [read_font(font, main) for font in root.iterfind(f"{main}fonts/{main}font")]
        styles = {}
        for index, style in enumerate(root.iterfind(f"{main}cellXfs/{main}xf")):
            code = codes.get(style.get("numFmtId", "0"), "General")
            font = int(style.get("fontId", "0"))
            styles[str(index)] = _Style(code, is_date_format(code), fonts[font] if font < len(fonts) else REGULAR)
        return styles


def _read_sheet(part: str, source: _Source) -> tuple[Lines, list[Area]]:
    lines: dict[int, dict[int, Cell]] = {}
    merges: list[Area] = []
    number = 0
    for piece in source.package.pieces(part, "worksheet", "row", "mergeCell"):
        if str(piece.tag).endswith("mergeCell"):
            if corners := _CORNERS.fullmatch(piece.get("ref", "")):  # a single cell is joined to nothing
                left, top, right, bottom = corners.groups()
                merges.append((int(top), source.columns[left], int(bottom), source.columns[right]))
            continue
        number = int(piece.get("r", number + 1))
        source.cells += len(piece)
        if not 1 <= number <= MAX_ROW or source.cells > MAX_CELLS:
            raise Rejection(Reason.TOO_LARGE, f"{part}: row {number}, {source.cells} cells")
        if line := _read_row(piece, number, source):
            lines[number] = lines[number] | line if number in lines else line
    return _in_order({number: _in_order(line) for number, line in lines.items()}), merges


def _in_order(numbered: dict[int, T]) -> dict[int, T]:
    ordered = sorted(numbered)
    return numbered if ordered == list(numbered) else {number: numbered[number] for number in ordered}


def _read_row(row: etree._Element, number: int, source: _Source) -> dict[int, Cell]:
    """Return the cells of a row that have a value or a fault, by column."""
    main = str(row.tag)[: -len("row")]
    value_tag, formula_tag, inline_tag = f"{main}v", f"{main}f", f"{main}is"
    columns, strings, styles, as_typed = source.columns, source.strings, source.styles, source.as_typed
    digits = len(str(number))
    column = 0
    cells: dict[int, Cell] = {}
    for element in row:
        get = element.get
        reference = get("r")
        column = columns[reference[:-digits]] if reference else column + 1
        stored = inline = None
        formula = False
        if len(element) == 1 and (only := element[0]).tag == value_tag:  # most of them
            stored = only.text or ""
        else:
            for child in element:
                tag = child.tag
                if tag == value_tag:
                    stored = child.text or ""
                elif tag == formula_tag:
                    formula = True
                elif tag == inline_tag:
                    inline = child
        if stored is None and inline is None and not formula:
            continue
        kind = get("t", "n")
        code, dated, font = styles.get(get("s", "0"), _DEFAULT)
        value: Scalar
        text = fault = None
        if kind == "s" and stored:
            text = strings[int(stored)]
        elif kind == "n" and stored:
            value = _number(stored)
            if dated:
                value = moment(value, source.from_1904) or value
        elif inline is not None:
            text = read_inline(inline, as_typed=as_typed)
        elif kind in ("str", "inlineStr") and stored is not None:
            text = read_plain(stored)
        elif stored:
            value, fault = _other(kind, stored)
        elif formula:
            value, fault = None, Fault.NOT_CALCULATED
        else:
            continue
        if text is None:
            cells[column] = Cell(number, column, value, code, (), formula, fault)
        elif as_typed:
            runs = tuple(Run(part) for part, _ in text.parts)
            cells[column] = Cell(number, column, text.value, code, runs, formula)
        elif text.parts or font != REGULAR:
            cells[column] = Cell(number, column, text.value, code, text.runs(font), formula)
        else:
            cells[column] = Cell(number, column, text.value, code, (), formula)
    return cells


def _number(stored: str) -> int | float:
    number = float(stored)
    if number.is_integer() and abs(number) < 1e21:
        return int(number) if abs(number) < 1e15 else int(Decimal(stored))
    if not isfinite(number):
        raise ValueError(f"{stored} is no number")
    return number


def _other(kind: str, stored: str) -> tuple[Scalar, Fault | None]:
    """Return the value and the fault of a cell that is neither number nor text."""
    match kind:
        case "b":
            return _is_true(stored), None
        case "e":
            return stored, Fault.ERROR_VALUE
        case "d":
            try:
                return datetime.fromisoformat(stored).replace(tzinfo=None), None
            except ValueError:  # a time of day without a date
                return normal(stored), None
    raise ValueError(f"cells of type {kind} are unknown")


def _is_true(stored: str | None) -> bool:
    return stored in ("1", "true", "on")
