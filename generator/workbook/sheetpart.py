"""One worksheet as the bytes of its part: new values for single cells, and all else as it was.

Knows rows, cells and what stands in them, not what a value means.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import Final

from generator.model.cell import address
from generator.model.prose import Run
from generator.workbook.entries import Unwritable
from generator.workbook.grid import Area
from generator.workbook.markup import Element, Markup, escaped
from generator.workbook.package import Reason, Rejection

Written = str | int | float | bool | tuple[Run, ...] | None
"""What may be written into a cell: a text, a number, a truth value, runs of text in several formats, or nothing."""

LONGEST: Final = 32_767
"""Characters that Excel takes in a cell."""
_ADDRESS: Final = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class Obstacle(Enum):
    """Why the value of a cell cannot be changed without changing others."""

    ARRAY = "part of an array formula or a data table"
    SHARED = "a formula that other cells share"
    MERGED = "hidden below a merged cell"


class Untouchable(Exception):
    """A cell whose value cannot be changed alone."""

    def __init__(self, cell: str, obstacle: Obstacle) -> None:
        super().__init__(f"{cell} is {obstacle.value}")
        self.cell = cell
        self.obstacle = obstacle


class SheetPart:
    """One worksheet, and the values that are to be written into it."""

    def __init__(self, part: str, data: bytes) -> None:
        """Raise Rejection if the part is no worksheet."""
        self.markup = Markup(part, data)
        content = self.markup.root.find("sheetData")
        if self.markup.root.name != "worksheet" or content is None:
            raise Rejection(Reason.DAMAGED, f"{part} is no worksheet")
        self._content = content
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}
        self._columns: dict[int, list[int]] = {}
        self._arrays: list[Area] = []
        try:
            self._index()
        except ValueError as error:
            raise Rejection(Reason.DAMAGED, f"{part}: {error}") from error
        self._new: dict[int, dict[int, tuple[Written, Callable[[Run, str], str]]]] = {}
        self._heights: dict[int, float] = {}

    def _index(self) -> None:
        number = 0
        for row in self._content.all("row"):
            number = int(row.attributes.get("r", number + 1))
            self._rows.setdefault(number, row)
            column = 0
            for cell in row.all("c"):
                column = place_of(cell.attributes["r"])[1] if "r" in cell.attributes else column + 1
                if self._cells.setdefault((number, column), cell) is cell:
                    self._columns.setdefault(number, []).append(column)
                formula = cell.find("f")
                if formula and formula.attributes.get("t") in ("array", "dataTable"):
                    self._arrays.append(area_of(formula.attributes.get("ref", address(number, column))))
        merges = self.markup.root.find("mergeCells")
        listed = merges.all("mergeCell") if merges else ()
        self._merges = [area_of(merge.attributes.get("ref", "")) for merge in listed]

    def obstacle(self, row: int, column: int) -> Obstacle | None:
        """Return why a cell cannot be changed alone; None if it can."""
        cell = self._cells.get((row, column))
        formula = cell.find("f") if cell else None
        if formula and formula.attributes.get("t") == "shared":
            return Obstacle.SHARED
        if any(_within(area, row, column) for area in self._arrays):
            return Obstacle.ARRAY
        if any(_within(area, row, column) and area[:2] != (row, column) for area in self._merges):
            return Obstacle.MERGED
        return None

    def has_formula(self, row: int, column: int) -> bool:
        """Return whether a formula stands in a cell."""
        cell = self._cells.get((row, column))
        return cell is not None and cell.find("f") is not None

    def style(self, row: int, column: int) -> int:
        """Return the number of the format of a cell; one that is not there has that of its row or its column."""
        if (cell := self._cells.get((row, column))) is not None:
            return int(cell.attributes.get("s", "0"))
        line = self._rows.get(row)
        if line is not None and line.attributes.get("customFormat") in ("1", "true"):
            return int(line.attributes.get("s", "0"))
        columns = self.markup.root.find("cols")
        for known in columns.all("col") if columns else ():
            if int(known.attributes["min"]) <= column <= int(known.attributes["max"]):
                return int(known.attributes.get("style", "0"))
        return 0

    def set(self, row: int, column: int, value: Written, font: Callable[[Run, str], str]) -> None:
        """Write a value into a cell, counted from 1; its format stays.

        `font` gives the properties of a run of it as XML with the prefix that it is told. Raise Untouchable if the cell
        cannot be changed alone, Unwritable if Excel does not take the value.
        """
        if (obstacle := self.obstacle(row, column)) is not None:
            raise Untouchable(address(row, column), obstacle)
        text = (
            value if isinstance(value, str) else "".join(run.text for run in value) if isinstance(value, tuple) else ""
        )
        if len(text) > LONGEST:
            raise Unwritable(f"{address(row, column)}: a text of {len(text)} characters")
        self._new.setdefault(row, {})[column] = (value, font)

    def set_height(self, row: int, points: float) -> None:
        """Give a row that is not there yet a height to begin with; Excel may change it when the text grows."""
        if row not in self._rows:
            self._heights[row] = points

    def to_bytes(self) -> bytes:
        """Return the part with its new values; to be asked for once."""
        numbers = sorted(self._rows)
        for row in sorted(self._new):
            if row in self._rows:
                self._change_row(row, self._rows[row])
                continue
            cells = "".join(self._cell(row, column) for column in sorted(self._new[row]))
            height = f' ht="{self._heights[row]:g}"' if row in self._heights else ""
            before = next((self._rows[number] for number in numbers if number > row), None)
            prefix = self.markup.prefix(self._content)
            line = f'<{prefix}row r="{row}"{height}>{cells}</{prefix}row>'
            self.markup.insert(self._content, line, before)
        self._fit_dimension()
        return self.markup.to_bytes()

    def _change_row(self, row: int, line: Element) -> None:
        columns = sorted(self._columns.get(row, ()))
        for column in sorted(self._new[row]):
            text = self._cell(row, column)
            if (row, column) in self._cells:
                self.markup.replace(self._cells[row, column], text)
            else:
                before = next((self._cells[row, known] for known in columns if known > column), None)
                self.markup.insert(line, text, before)
        if found := re.fullmatch(r"(\d+):(\d+)", line.attributes.get("spans", "")):
            first, last = min(int(found[1]), *self._new[row]), max(int(found[2]), *self._new[row])
            if (first, last) != (int(found[1]), int(found[2])):
                self.markup.set(line, "spans", f"{first}:{last}")

    def _cell(self, row: int, column: int) -> str:
        value, font = self._new[row][column]
        prefix = self.markup.prefix(self._content)
        style = self.style(row, column)
        head = f'<{prefix}c r="{address(row, column)}"' + (f' s="{style}"' if style else "")
        match value:
            case None | "" | ():
                return f"{head}/>" if (row, column) in self._cells or style else ""
            case bool():
                return f'{head} t="b"><{prefix}v>{int(value)}</{prefix}v></{prefix}c>'
            case int() | float():
                return f"{head}><{prefix}v>{value!r}</{prefix}v></{prefix}c>"
            case str():
                content = written_text(prefix, value)
            case runs:
                content = "".join(
                    f"<{prefix}r>{font(run, prefix)}{written_text(prefix, run.text)}</{prefix}r>" for run in runs
                )
        return f'{head} t="inlineStr"><{prefix}is>{content}</{prefix}is></{prefix}c>'

    def _fit_dimension(self) -> None:
        dimension = self.markup.root.find("dimension")
        if dimension is None or not self._new:
            return
        top, left, bottom, right = area_of(dimension.attributes.get("ref", ""))
        columns = [column for cells in self._new.values() for column in cells]
        grown = min(top, *self._new), min(left, *columns), max(bottom, *self._new), max(right, *columns)
        if grown != (top, left, bottom, right):
            ref = f"{address(grown[0], grown[1])}:{address(grown[2], grown[3])}"
            self.markup.set(dimension, "ref", ref)


def written_text(prefix: str, text: str) -> str:
    """Return the element of a text: what XML cannot hold, and what looks like it, is written _x000B_ as Excel does."""
    text = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPE.sub("_x005F_", text))
    return f'<{prefix}t xml:space="preserve">{escaped(text)}</{prefix}t>'


def place_of(reference: str) -> tuple[int, int]:
    """Return row and column of a cell such as C17; raise ValueError if it is none."""
    found = _ADDRESS.fullmatch(reference.replace("$", ""))
    if found is None:
        raise ValueError(f"{reference} is no cell")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def area_of(reference: str) -> Area:
    """Return the range such as A3:C17, or a single cell; raise ValueError if it is none."""
    first, _, last = reference.partition(":")
    return (*place_of(first), *place_of(last or first))


def _within(area: Area, row: int, column: int) -> bool:
    return area[0] <= row <= area[2] and area[1] <= column <= area[3]
