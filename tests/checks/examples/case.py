"""A case that can be run: a workbook drawn in text, read and checked as a whole. Knows no rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

import openpyxl

from generator.model.finding import Finding
from generator.reading import read_and_check
from tests import minibook, planbook

Change = Callable[[openpyxl.Workbook], None]


@dataclass(frozen=True)
class Case:
    """What is there, as text that shows it, and what is found in it.

    `moved` finds the same in a workbook into which an officer has put an empty column at the left of each sheet.
    """

    said: str
    run: Callable[[Path], Sequence[Finding]]
    moved: Callable[[Path], Sequence[Finding]] | None = None


class Example(NamedTuple):
    """A case that breaks a rule, and the same one mended."""

    wrong: Case
    right: Case


def kr(drawing: str, change: Change | None = None) -> Case:
    """Return a KR workbook; `change` does to it what no drawing can show."""
    return _drawn(drawing, change)


def plan(*replacements: tuple[str, str], change: Change | None = None) -> Case:
    """Return the faultless plan workbook with parts of it replaced."""
    drawing = planbook.whole(planbook.changed(*replacements)) if replacements else _faultless_plan()

    if change is None:
        return _drawn(drawing, planbook.address)

    def changed(book: openpyxl.Workbook) -> None:
        planbook.address(book)
        change(book)

    return _drawn(drawing, changed)


def typed(sheet: str, cell: str, value: object) -> Case:
    """Return the faultless plan workbook with something else in one cell."""

    def change(book: openpyxl.Workbook) -> None:
        book[sheet][cell] = value
        if isinstance(value, str):
            book[sheet][cell].number_format = "@"

    return replace(plan(change=change), said=f"{_faultless_plan()} {value}")


def _drawn(drawing: str, change: Change | None) -> Case:
    def moved(folder: Path) -> Sequence[Finding]:
        if isinstance(change, minibook.Instead | None):
            # The same, drawn: openpyxl takes ten times as long.
            return checked(minibook.moved(drawing), folder, change and change.moved())

        def both(book: openpyxl.Workbook) -> None:
            change(book)
            _insert_column(book)

        return checked(drawing, folder, both)

    return Case(drawing, lambda folder: checked(drawing, folder, change), moved)


def _insert_column(book: openpyxl.Workbook) -> None:
    for sheet in book:
        if sheet.sheet_state == "visible":
            sheet.insert_cols(1)


@cache
def _faultless_plan() -> str:
    return planbook.whole(planbook.BOOK)


def checked(drawing: str, folder: Path, change: Change | None = None) -> Sequence[Finding]:
    """Return what is found in the workbook of a drawing."""
    return read_and_check(minibook.draw(drawing, folder / "สมุด.xlsx", change)).findings
