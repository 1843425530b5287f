"""Native charts of the overview: stacked bars or columns, a colour for each part of the plan."""

from decimal import Decimal
from typing import Any, Final

from xlsxwriter.workbook import Workbook

from generator.model.plan.projects import PARTS
from generator.workbook.growing import GrowingSheet
from generator.workbook.styles import FONT, GREY, LINE, NAVY, SMALL

_COLOURS: Final = (NAVY, "#5B9BD5", "#F4B183")
_MILLIONS: Final = "#,##0,,"
_TENTHS: Final = "#,##0.0,,"
_MANY: Final = 20_000_000
"""From so many baht on an axis needs no tenths of a million."""
_WIDTH: Final = 530
"""Pixels: the columns beside the tables."""
_PIXELS: Final = 4 / 3
"""Of a point."""


def add_chart(
    book: Workbook,
    sheet: GrowingSheet,
    kind: str,
    title: str,
    name: str,
    rows: tuple[int, int],
    first_column: int,
    place: tuple[int, int],
    points: float,
    largest: Decimal,
) -> None:
    """Draw the table whose figures stand in `rows` of the sheet `name`, its labels in the first column.

    `kind` is bar or column; `place` the cell at its upper left, `points` its height; `largest` the largest of its
    totals, in baht.
    """
    chart = book.add_chart({"type": kind, "subtype": "stacked"})
    chart._write_a_latin = lambda attributes: _write_fonts(chart, attributes)
    first, last = rows
    for index in range(len(PARTS)):
        column = first_column + index
        chart.add_series(
            {
                "name": [name, first - 1, column],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "fill": {"color": _COLOURS[index]},
                "gap": 60,
            }
        )
    font = {"name": FONT, "size": SMALL - 3, "color": GREY}
    labels: dict[str, Any] = {"num_font": font, "line": {"color": LINE}, "interval_unit": 1}
    values: dict[str, Any] = {
        "num_font": font,
        "num_format": _MILLIONS if largest >= _MANY else _TENTHS,
        "major_gridlines": {"visible": True, "line": {"color": "#E5E5E5"}},
        "line": {"none": True},
    }
    if kind == "bar":  # from top to bottom, as in the table
        labels["reverse"] = True
        values["label_position"] = "high"
    # XlsxWriter calls the axis at the left y, whatever it shows.
    across, upward = (values, labels) if kind == "bar" else (labels, values)
    chart.set_x_axis(across)
    chart.set_y_axis(upward)
    # Room for every label: left to itself, LibreOffice leaves out every other one.
    left, top, width, height = (0.4, 0.12, 0.56, 0.7) if kind == "bar" else (0.1, 0.2, 0.86, 0.56)
    chart.set_plotarea({"layout": {"x": left, "y": top, "width": width, "height": height}})
    chart.set_title(
        {"name": f"{title} (ล้านบาท)", "name_font": {"name": FONT, "size": SMALL, "color": NAVY}, "overlay": False}
    )
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_chartarea({"border": {"color": LINE}})
    chart.set_size({"width": _WIDTH, "height": round(points * _PIXELS)})
    sheet.insert_chart(*place, chart, {"object_position": 2, "description": title, "y_offset": 3})


def _write_fonts(chart: Any, attributes: list[tuple[str, str]]) -> None:
    """Name the typeface for Thai as well: XlsxWriter names that of Latin letters only, and Excel would take another."""
    chart._xml_empty_tag("a:latin", attributes)
    chart._xml_empty_tag("a:cs", attributes)
