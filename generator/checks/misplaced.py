"""Columns that hold what belongs into another one: one finding for the column in place of one for each of its cells.

Knows the declarations of sheets and what was read from them, not which sheets a form has.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.checks.columns import SHARE, ReadColumn, like_refused, like_taken
from generator.model.finding import Finding, Place
from generator.model.form import Rows
from generator.model.rules import book_rules, cell_rules, workbook_rules
from generator.model.sheet import Layout
from generator.words import Words

LEAST: Final = 5
"""So many cells of a column at least must hold something else; fewer are slips, told one by one."""
NO_SUCH_THING: Final = frozenset(
    rule.code
    for rule in (
        cell_rules.NOT_A_NUMBER,
        cell_rules.NOT_IN_LIST,
        cell_rules.BAD_CODE,
        cell_rules.BAD_FLAG,
        cell_rules.BAD_DATE,
        cell_rules.BAD_ADDRESS,
        book_rules.UNKNOWN_DISTRICT,
    )
)
"""Rules which say that a cell does not hold what its column is for. A lost zero is none: that cell holds a number."""

_REQUIRED: Final = cell_rules.REQUIRED.code
_LIKE: Final = Words(" ดูเป็นข้อมูลของ “{other}” (คอลัมน์ {letter})", "; they look like “{other}” (column {letter})")
_RETYPE: Final = Words("พิมพ์ “{header}” ใหม่ทุกช่อง", "type all of “{header}” again")


def is_comparable(findings: Iterable[Finding]) -> bool:
    """Return whether what was read can be compared: what is to be found in a misplaced column is not there."""
    return not any(finding.rule.code == workbook_rules.MISPLACED_COLUMN.code for finding in findings)


def gathered(rows: Rows, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings of reading with one for each misplaced column.

    It stands for those of its cells, and for what follows in the other columns of its sheet: cells that are only
    missing, and short columns that hold something else as well.
    """
    told: list[Finding] = []
    gone: set[int] = set()
    for columns in _tables(rows, findings):
        if not (misplaced := list(_misplaced(columns, rows))):
            continue
        told += misplaced
        sheet = misplaced[0].sheet
        beside = (finding for finding in findings if finding.sheet == sheet and finding.rule.code == _REQUIRED)
        gone |= {id(finding) for finding in (*beside, *(one for column in columns for one in _alien(column)))}
    return [*(finding for finding in findings if id(finding) not in gone), *told]


def _tables(rows: Rows, findings: Sequence[Finding]) -> Iterator[list[ReadColumn]]:
    """Yield the columns of each table that has rows enough."""
    refused: dict[str, dict[str, Finding]] = {}
    for finding in findings:
        if finding.rule.code in NO_SUCH_THING:
            refused.setdefault(finding.sheet, {})[finding.cell] = finding
    for by_sheet in (rows.by_sheet, *(page.rows.by_sheet for page in rows.pages)):
        for sheet, records in by_sheet.items():
            if sheet.LAYOUT is Layout.TABLE and len(records) >= LEAST:
                origin = records[0].origin
                names = [name for name in origin.cells if not sheet.COLUMNS[name].rest]
                yield [ReadColumn(sheet, name, records, refused.get(origin.sheet, {})) for name in names]


def _misplaced(columns: Sequence[ReadColumn], rows: Rows) -> Iterator[Finding]:
    """Yield a finding for each misplaced column."""
    for column in columns:
        refused = _alien(column)
        if len(refused) >= LEAST:
            like = like_refused(column, columns, rows)
            cells = [Place(finding.workbook, finding.sheet, finding.cell) for finding in refused]
            cure = refused[0].rule.cure.filled(**refused[0].values)
            text = refused[0].values["text"]
        elif (like := like_taken(column, columns, rows)) is not None:
            typed = [
                (row.place(column.name), text) for row, text in zip(column.records, column.texts, strict=True) if text
            ]
            if len(typed) < LEAST:
                continue
            cells, text = [place for place, _ in typed], typed[0][1]
            cure = _RETYPE.filled(header=column.header)
        else:
            continue
        values = {"header": column.header, "count": len(cells), "filled": column.filled, "text": text}
        values["guess"] = _LIKE.filled(other=like.header, letter=like.letter) if like else Words("", "")
        values |= {"cells": f"{cells[0].cell}–{cells[-1].cell}", "otherwise": cure}
        documents = {finding.document for finding in refused}
        finding = cells[0].finding(workbook_rules.MISPLACED_COLUMN, **values)
        yield finding.about(documents.pop() if len(documents) == 1 else "")


def _alien(column: ReadColumn) -> list[Finding]:
    """Return the findings which say that cells of a column hold something else, if they are most of its cells."""
    if not column.refused:
        return []
    cells = [row.place(column.name).cell for row in column.records if column.name in row.origin.refused]
    found = [column.refused[cell] for cell in cells if cell in column.refused]
    return found if len(found) >= SHARE * column.filled else []
