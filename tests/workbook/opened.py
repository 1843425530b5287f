"""A workbook just written, as openpyxl sees it, and the parts that it does not show. Knows nothing of our reader."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.cell import Cell, address
from generator.model.prose import Run

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def open_written(path: Path) -> Any:
    """Return the workbook with its formulas and with runs in its texts."""
    return openpyxl.load_workbook(path, rich_text=True)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell, counted from 1, as a reader has to see it."""
    cell: Any = sheet.cell(row, column)
    font = Run("", bool(cell.font.b), bool(cell.font.i), bool(cell.font.u))
    value, runs = cell.value, []
    if isinstance(value, CellRichText):
        for part in value:
            if isinstance(part, TextBlock):
                runs.append(Run(part.text, bool(part.font.b), bool(part.font.i), bool(part.font.u)))
            else:
                runs.append(font._replace(text=part))
        value = str(value)
    elif isinstance(value, str) and font != Run(""):
        runs = [font._replace(text=value)]
    return Cell(row, column, value, cell.number_format, tuple(runs))


def part(path: Path, name: str) -> Any:
    """Return the root of a part."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def sheet_part(path: Path, name: str) -> Any:
    """Return the root of the part of a sheet."""
    sheets = [sheet.get("name") for sheet in part(path, "xl/workbook.xml").iter(f"{MAIN}sheet")]
    return part(path, f"xl/worksheets/sheet{sheets.index(name) + 1}.xml")


def validation_at(sheet: Worksheet, row: int, column: int) -> Any:
    """Return the only validation of a cell."""
    place = address(row, column)
    (found,) = (rule for rule in sheet.data_validations.dataValidation if place in rule.sqref)
    return found


def conditions_at(sheet: Worksheet, row: int, column: int) -> list[str]:
    """Return the formulas of the conditional formats of a cell, as written for the first cell of their range."""
    place = address(row, column)
    return [
        rule.formula[0]
        for area, rules in sheet.conditional_formatting._cf_rules.items()
        if place in area.sqref
        for rule in rules
        if rule.formula
    ]
