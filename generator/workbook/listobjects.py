"""The tables of Excel itself (ListObjects), which grow by rows that are written right below them. Knows no forms."""

from collections.abc import Set

from generator.model.cell import address
from generator.workbook.markup import Markup
from generator.workbook.package import Package
from generator.workbook.parts import Parts
from generator.workbook.sheetpart import area_of


def grow_list_objects(parts: Parts, sheet: str, cells: Set[tuple[int, int]]) -> None:
    """Let the tables on the sheet in the part `sheet` take in rows below them that hold `cells`, as Excel does.

    One with a row of totals does not grow.
    """
    for link in parts.package.relations(sheet).values():
        if link.kind != "table" or link.target not in parts:
            continue
        table = Markup(link.target, parts.read(link.target))
        top, left, bottom, right = area_of(table.root.attributes.get("ref", ""))
        grown = bottom
        if table.root.attributes.get("totalsRowCount", "0") == "0":
            while any(row == grown + 1 and left <= column <= right for row, column in cells):
                grown += 1
        if grown > bottom:
            reference = f"{address(top, left)}:{address(grown, right)}"
            for element in (table.root, *table.root.all("autoFilter")):
                table.set(element, "ref", reference)
            parts.replace(link.target, table.to_bytes())


def headers_of_list_objects(package: Package, sheet: str) -> set[tuple[int, int]]:
    """Return the cells with the names of columns, which the table repeats: where the two differ, Excel repairs."""
    headers = set()
    for link in package.relations(sheet).values():
        if link.kind == "table" and link.target in package:
            table = Markup(link.target, package.read(link.target)).root.attributes
            top, left, _, right = area_of(table.get("ref", ""))
            if table.get("headerRowCount", "1") != "0":
                headers |= {(top, column) for column in range(left, right + 1)}
    return headers
