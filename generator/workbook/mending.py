"""Mends the cells of a workbook in a copy of it: goes through all that was read, and types what is right.

What is right is decided elsewhere. Knows where records were read and how headers are found, nothing of any form.
"""

from collections.abc import Iterator, Mapping

from generator.model.cell import Cell
from generator.model.codes import Code, Ref
from generator.model.finding import Place
from generator.model.form import Form, Rows
from generator.model.mending import Change, Mended, Reason, mended
from generator.model.sheet import Column, Layout, Sheet
from generator.workbook.editing import Edited
from generator.workbook.entries import Unwritable
from generator.workbook.grid import RawSheet, RawWorkbook
from generator.workbook.layout import DEEPEST_HEADER, find_card, find_table, folded
from generator.workbook.listobjects import headers_of_list_objects
from generator.workbook.package import Package
from generator.workbook.sheetpart import Untouchable

Cells = dict[tuple[int, int], Mended]
"""What is to stand in the cells of a sheet, by row and column."""


def mend(package: Package, name: str, form: Form, rows: Rows) -> tuple[bytes, list[Change]]:
    """Return a copy of a workbook in which what has only one right answer is mended, and what that changed.

    `name` is that of the file, `rows` are the records that were read from it as `form`. Raise Rejection if a part that
    has to change is faulty or too large.
    """
    typed = RawWorkbook(name, package, as_typed=True)
    read = {sheet.name: sheet for sheet in RawWorkbook(name, package).sheets}
    copy = Edited(package)
    known = _known(rows)
    wanted: dict[str, Cells] = {}
    cells = {sheet.name: sheet.cells for sheet in typed.sheets}
    for sheet, place, column, owner in _read_cells(rows):
        cell = cells[sheet].get(place)
        codes = known.get(column.kind.sheet if isinstance(column.kind, Ref) else owner, set())
        if cell is not None and (found := mended(column.kind, cell, codes)) is not None:
            wanted.setdefault(sheet, {})[place] = found
    for sheet, declared in _declared(form, rows, read):
        taken = headers_of_list_objects(package, read[sheet].part)
        for cell, header in _old_headers(declared, read[sheet]):
            place = (cell.row, cell.column)
            if place not in taken and not cells[sheet][place].runs:
                wanted.setdefault(sheet, {})[place] = Mended(header, Reason.HEADER)
    changes = []
    for sheet in (sheet for sheet in cells if sheet in wanted):
        for (row, column_number), (after, reason) in sorted(wanted[sheet].items()):
            try:
                copy.set_cell(sheet, row, column_number, after)
            except (Untouchable, Unwritable):
                continue
            cell = cells[sheet][row, column_number]
            changes.append(Change(Place(name, sheet, cell.address), cell.value, after, reason))
    return copy.to_bytes(), changes


def _records(rows: Rows) -> Iterator[Sheet]:
    for part in (rows, *(page.rows for page in rows.pages)):
        for records in part.by_sheet.values():
            yield from records


def _read_cells(rows: Rows) -> Iterator[tuple[str, tuple[int, int], Column, str]]:
    """Yield each cell that was read: sheet, row and column, what is declared of it, and the name of that sheet."""
    for record in _records(rows):
        for name, (offset, first) in record.origin.cells.items():
            column = record.COLUMNS[name]
            for step in range(len(getattr(record, name)) if column.rest else 1):
                yield record.origin.sheet, (record.origin.row + offset, first + step), column, record.NAME


def _known(rows: Rows) -> Mapping[str, set[str]]:
    """Return the codes by the sheet that owns what they name: those of its rows, and those that others refer to."""
    known: dict[str, set[str]] = {}
    for record in _records(rows):
        for name, column in record.COLUMNS.items():
            if isinstance(column.kind, Code | Ref) and (value := getattr(record, name)):
                owner = column.kind.sheet if isinstance(column.kind, Ref) else record.NAME
                known.setdefault(owner, set()).add(value)
    return known


def _declared(form: Form, rows: Rows, read: Mapping[str, RawSheet]) -> Iterator[tuple[str, type[Sheet]]]:
    """Yield the sheets of a workbook with what is declared of them; none if it is no workbook of this form."""
    if folded(form.main.NAME) not in map(folded, read):
        return
    names = {folded(declared.NAME): declared for declared in form.sheets}
    for sheet in read:
        if (declared := names.get(folded(sheet))) is not None:
            yield sheet, declared
    for page in rows.pages if form.family else ():
        assert form.family is not None  # whose pages they are
        yield page.header_place.sheet, form.family.card
        yield page.header_place.sheet, form.family.table


def _old_headers(declared: type[Sheet], sheet: RawSheet) -> Iterator[tuple[Cell, str]]:
    """Yield the cells with headers as older forms had them, and what they are now."""
    old = {folded(label): name for name, column in declared.COLUMNS.items() for label in column.was}
    if not old:
        return
    lines = sheet.lines
    is_card = declared.LAYOUT is Layout.CARD
    slots = find_card(declared, lines, sheet, "") if is_card else find_table(declared, lines, sheet, "")
    if slots is None:
        return
    for row in range(1, DEEPEST_HEADER + 1) if is_card else (slots.header_row,):
        for cell in lines.get(row, {}).values():
            name = old.get(folded(cell.value)) if isinstance(cell.value, str) and not cell.formula else None
            if name is not None and slots.cells.get(name) in ((row, cell.column + 1), (0, cell.column)):
                yield cell, declared.COLUMNS[name].header
