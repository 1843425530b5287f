"""The other side of the whole job: plan workbooks into Word files with openpyxl and docxtpl, two processes or more.

Each cell means what it means to us, and the tables are derived as ours are, from the very same code, so that only
reading, filling and writing differ. What helps this side is left to it: its template is translated beforehand, it reads
only the sheets of the form, and it checks nothing. Started as a program of its own, so that its memory is its own.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from _sides import Docxtpl, read_with_openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock

from generator.forms.plan_form import plan_context
from generator.model.cell import Cell
from generator.model.form import Rows
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.prose import Run
from generator.model.sheet import Layout, Sheet
from generator.thai.text import normal
from generator.workbook.layout import folded

Lines = Sequence[Sequence[tuple[Any, str]]]
_NOTHING: Final = (None, "", "-")
SHEETS: Final = frozenset(declared.NAME for declared in PLAN_FORM.sheets)


def make(workbook: Path, template: Path, target: Path) -> None:
    """Make the Word file of a workbook in the folder `target`."""
    book = PlanBook.of(rows_of(read_with_openpyxl(workbook, SHEETS)))
    assert book.settings.district is not None
    name = f"{book.settings.district.code}-{book.settings.year}.docx"
    (target / name).write_bytes(_filler(template).fill(plan_context(book)))


@cache
def _filler(template: Path) -> Docxtpl:
    return Docxtpl(template.read_bytes())


def rows_of(sheets: dict[str, list[list[Any]]]) -> Rows:
    """Return the records that the cells of the sheets mean."""
    read = {declared: list(_records(declared, sheets.get(declared.NAME, []))) for declared in PLAN_FORM.sheets}
    return Rows(read)


def _records(declared: type[Sheet], lines: Lines) -> Iterator[Sheet]:
    names = {folded(column.header): name for name, column in declared.COLUMNS.items()}
    if declared.LAYOUT is Layout.CARD:
        beside = ((folded(str(label)), cell) for line in lines for (label, _), cell in pairwise(line))
        yield _record(declared, {names[label]: cell for label, cell in beside if label in names})
        return
    places: dict[str, int] = {}
    for line in lines:
        if not places:
            found = {names.get(folded(str(value))): index for index, (value, _) in enumerate(line)}
            if len(found) > len(names) // 2:
                places = {name: index for name, index in found.items() if name}
            continue
        cells = {name: line[index] for name, index in places.items() if index < len(line)}
        handed_out = declared.key() if declared.HANDED_OUT else ""
        if any(value not in _NOTHING for name, (value, _) in cells.items() if name != handed_out):
            yield _record(declared, cells)


def _record(declared: type[Sheet], cells: dict[str, tuple[Any, str]]) -> Sheet:
    values = {}
    for name, (value, number_format) in cells.items():
        if value not in _NOTHING:
            kind = declared.COLUMNS[name].kind
            values[name] = kind.parse(_cell(value, number_format), lambda *_, **__: None)
    return declared(**values)


def _cell(value: Any, number_format: str) -> Cell:
    """Return a cell of openpyxl as one of ours; runs only where there is a format."""
    if not isinstance(value, CellRichText):
        return Cell(1, 1, normal(value) if isinstance(value, str) else value, number_format)
    runs = []
    for block in value:
        if isinstance(block, TextBlock):
            runs.append(Run(str(block.text), bool(block.font.b), bool(block.font.i), bool(block.font.u)))
        else:
            runs.append(Run(str(block)))
    return Cell(1, 1, normal("".join(run.text for run in runs)), number_format, tuple(runs))


def main() -> int:
    """Make the Word files of all workbooks below a folder: folder, template, target, number of processes."""
    folder, template, target, jobs = sys.argv[1:]
    workbooks = sorted(Path(folder).rglob("*.xlsx"))
    with ProcessPoolExecutor(int(jobs)) as pool:
        count = len(workbooks)
        list(pool.map(make, workbooks, [Path(template)] * count, [Path(target)] * count))
    return 0


if __name__ == "__main__":
    sys.exit(main())
