"""The boxes of notes: how large they are for Thai text, where they lie over a sheet, and how they are drawn (VML).

Knows rows, columns and text, nothing of what a note says.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from generator.workbook.markup import Element, Markup
from generator.workbook.measure import CHARACTER, count_lines, height_of

Place = tuple[int, int]
"""Row and column of a cell, counted from 1."""

FONT_SIZE: Final = 14
_WIDTH: Final = 270.0
"""Points of the width of a box."""
_TALLEST: Final = 420.0
_SLACK: Final = 1.2
"""Where TH Sarabun New is not installed, another typeface takes more room."""
_PADDING: Final = 8.0
_PIXELS: Final = 4 / 3
"""Pixels of a point."""
_DIGIT: Final = 7
"""Pixels of the digits by which Excel counts widths of columns, and of their padding below."""
_CELL_PADDING: Final = 5
_OFFSET: Final = 15
_FURTHEST: Final = 2_000
"""A box ends so many rows or columns after the last one measured at most, if they are hidden."""
_CLUSTER: Final = 1024
"""Shapes are numbered in clusters of so many; a drawing says which are its own."""

_HEAD: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{}"/></o:shapelayout></xml>'
)
_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE: Final = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:{left:.1f}pt;'
    "margin-top:{top:.1f}pt;width:{width:.1f}pt;height:{height:.1f}pt;z-index:{layer};visibility:hidden"
    '" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_SHAPES: Final = re.compile(rb"<(\w+:)?shape\b(?:[^>]*/>|.*?</\1shape>)", re.DOTALL)
_NUMBER: Final = re.compile(rb'\bid="_x0000_s(\d{1,9})"')
_CLUSTERS: Final = re.compile(rb'idmap\b[^>]*?\bdata="([\d,\s]+)"')
_END: Final = re.compile(rb"</(?:\w+:)?xml\s*>\s*$")
_ROW: Final = re.compile(rb"<(?:\w+:)?Row>\s*(\d+)\s*<")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?Column>\s*(\d+)\s*<")


class Floor:
    """The grid of a sheet in pixels, as far as its widths and heights are known."""

    def __init__(self, sheet: Markup) -> None:
        usual = sheet.root.find("sheetFormatPr")
        said: Mapping[str, str] = usual.attributes if usual else {}
        self._width = _pixels_of(float(said.get("defaultColWidth", "8.43")))
        self._height = float(said.get("defaultRowHeight", "15")) * _PIXELS
        columns = sheet.root.find("cols")
        self._columns = list(columns.all("col")) if columns else []
        content = sheet.root.find("sheetData")
        self._rows = {
            int(row.attributes["r"]): row
            for row in (content.all("row") if content else ())
            if "r" in row.attributes and ("ht" in row.attributes or "hidden" in row.attributes)
        }
        self._edges: dict[Callable[[int], float], list[float]] = {}

    def width(self, column: int) -> float:
        """Return the width of a column, counted from 1."""
        for known in self._columns:
            if int(known.attributes["min"]) <= column <= int(known.attributes["max"]):
                if _is_hidden(known):
                    return 0
                return _pixels_of(float(known.attributes["width"])) if "width" in known.attributes else self._width
        return self._width

    def height(self, row: int) -> float:
        """Return the height of a row, counted from 1."""
        if (known := self._rows.get(row)) is None:
            return self._height
        return 0 if _is_hidden(known) else float(known.attributes.get("ht", self._height / _PIXELS)) * _PIXELS

    def edge(self, size: Callable[[int], float], before: int) -> float:
        """Return where the column or row `before`, counted from 0, begins; `size` is `width` or `height`."""
        edges = self._edges.setdefault(size, [0])
        while len(edges) <= before:
            edges.append(edges[-1] + size(len(edges)))
        return edges[before]

    def at(self, size: Callable[[int], float], place: float) -> tuple[int, int]:
        """Return the column or row, counted from 0, in which a place lies, and how far it is from its beginning."""
        edges = self._edges.setdefault(size, [0])
        stop = len(edges) + _FURTHEST
        while edges[-1] <= place and len(edges) < stop:
            self.edge(size, len(edges))
        index = max(bisect_right(edges, place) - 1, 0)
        return index, int(place - edges[index])


def box(floor: Floor, place: Place, text: str, number: int, layer: int) -> str:
    """Return the shape of the note of a cell, large enough for its text, hidden until the pointer is over the cell."""
    row, column = place
    lines = count_lines(text, (_WIDTH - _PADDING) / CHARACTER, FONT_SIZE)
    height = min(height_of(lines, FONT_SIZE) * _SLACK + _PADDING, _TALLEST)
    left = floor.edge(floor.width, column) + _OFFSET
    top = max(floor.edge(floor.height, row - 1) - _OFFSET / 2, 0)
    right, bottom = left + _WIDTH * _PIXELS, top + height * _PIXELS
    corners = (
        *floor.at(floor.width, left), *floor.at(floor.height, top),
        *floor.at(floor.width, right), *floor.at(floor.height, bottom),
    )  # fmt: skip
    return _SHAPE.format(
        number=number,
        left=left / _PIXELS,
        top=top / _PIXELS,
        width=_WIDTH,
        height=height,
        layer=layer,
        anchor=", ".join(map(str, corners)),
        row=row - 1,
        column=column - 1,
    )


class Boxes:
    """A drawing of boxes as the bytes of its part."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @classmethod
    def empty(cls, others: Iterable[bytes]) -> "Boxes":
        """Return a drawing without boxes whose numbers are not those of other drawings."""
        taken = {int(number) for data in others for found in _CLUSTERS.findall(data) for number in found.split(b",")}
        return cls(_HEAD.format(max(taken, default=0) + 1).encode())

    @property
    def has_any(self) -> bool:
        """Whether any shape is left."""
        return _SHAPES.search(self._data) is not None

    @property
    def can_grow(self) -> bool:
        """Whether a shape can be put in."""
        return _END.search(self._data) is not None

    def drop(self, places: Sequence[Place]) -> None:
        """Take the boxes of cells away."""
        self._data = _SHAPES.sub(lambda found: b"" if _place_of(found[0]) in places else found[0], self._data)

    def add(self, floor: Floor, texts: Mapping[Place, str]) -> None:
        """Put in boxes for the texts of cells."""
        clusters = _CLUSTERS.search(self._data)
        cluster = int(clusters[1].split(b",")[0]) if clusters else 1
        numbers = [int(number) for number in _NUMBER.findall(self._data)]
        first = max([*numbers, cluster * _CLUSTER]) + 1
        known = b"_x0000_t202" in _SHAPES.sub(b"", self._data)
        shapes = [
            box(floor, place, text, first + index, len(numbers) + index + 1)
            for index, (place, text) in enumerate(texts.items())
        ]
        end = _END.search(self._data)
        assert end is not None  # can_grow was asked
        added = ("" if known else _TYPE) + "".join(shapes)
        self._data = self._data[: end.start()] + added.encode() + self._data[end.start() :]

    def to_bytes(self) -> bytes:
        """Return the part."""
        return self._data


def _place_of(shape: bytes) -> Place | None:
    """Return the cell of a note; None for a shape that is none."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    if row is None or column is None or b'ObjectType="Note"' not in shape:
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def _pixels_of(width: float) -> float:
    return int(width * _DIGIT + _CELL_PADDING)


def _is_hidden(element: Element) -> bool:
    return element.attributes.get("hidden") in ("1", "true")
