"""The stories of five officers: their workbooks, spoiled and mended cell by cell, and what the program says of them.

Every workbook is a sample with a few cells typed anew, as Excel would. Knows no page.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from generator import batch
from generator.cli import make_command
from generator.report import table_lines
from generator.workbook.editing import Edited, Typed

INPUTS: Final = Path(__file__).resolve().parents[2] / "inputs"
PLAN: Final = INPUTS / "plans" / "2568" / "1010-มีนบุรี.xlsx"
KR: Final = INPUTS / "kr" / "2568-สำนักพัฒนาสังคม.xlsx"
PAGES: Final = {"1010-2568": 87, "8214-2568": 7, "8207-2568": 4, "8308-2568": 7}
"""How many pages the documents of the two samples have; LibreOffice is not asked for it here."""

HEADER_ROW: Final = 3
"""The row of the headers of a table in a workbook that the program writes."""

Edit = tuple[str, int, int, Typed]
"""Sheet, row, column, and what is typed there."""


@dataclass(frozen=True)
class Story:
    """A sample, what the officer calls it, and what is typed into it, step by step: first the fault, then the cure."""

    sample: Path
    name: str
    steps: Sequence[Sequence[Edit]]


def moved(sheet: str, first: int, last: int, by: int) -> list[Edit]:
    """Return the edits that move the columns `first` to `last` of the sample plan so many columns to the right."""
    raw = next(one for one in Edited.of(PLAN.read_bytes()).found if one.name == sheet)
    lines = {row: {cell.column: cell.value for cell in line} for row, line in raw.rows() if row > HEADER_ROW}
    edits: list[Edit] = []
    for row, line in lines.items():
        edits += [(sheet, row, column, None) for column in range(first, first + by)]
        for column in range(first, last + 1):
            value = line.get(column)
            edits.append((sheet, row, column + by, value if isinstance(value, str | int | float) else None))
    return edits


def original(edits: Sequence[Edit], sample: Path = PLAN) -> list[Edit]:
    """Return the edits that bring back what the sample has in these cells."""
    sheets = {sheet.name: sheet for sheet in Edited.of(sample.read_bytes()).found}
    had: dict[tuple[str, int, int], Typed] = {}
    for name in {sheet for sheet, *_ in edits}:
        for _, line in sheets[name].rows():
            for cell in line:
                if isinstance(cell.value, str | int | float):
                    had[name, cell.row, cell.column] = cell.value
    return [(sheet, row, column, had.get((sheet, row, column))) for sheet, row, column, _ in edits]


_CODE: Final[list[Edit]] = [("สนับสนุน", 4, 2, "OKR 1.1.10")]
_PHONES: Final[list[Edit]] = [("KR", 4, 25, 20000001), ("KR", 6, 25, 20000001)]
_BUDGET: Final[list[Edit]] = [("โครงการ", 5, 7, 1_091_000)]
_SHIFTED: Final = moved("โครงการ", 5, 14, 1)
_ORDINANCE: Final = "ข้อบัญญัติกรุงเทพมหานคร เรื่อง งบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ."
_COUNTED: Final = "ที่ปลูกของแต่ละสำนักงานเขตภายในปีงบประมาณ [ปี] (1 ตุลาคม [ปีก่อน] - 30 กันยายน [ปี])"
_NEW_YEAR: Final[list[Edit]] = [
    ("ตั้งค่า", 9, 3, "1 ตุลาคม 2568"),
    ("ตั้งค่า", 10, 3, "https://example.go.th/1010/plan2569"),
    *(("ยอดควบคุม", row, 4, f"{_ORDINANCE} 2569") for row in range(4, 18)),
    ("นิยาม", 61, 6, f"จำนวนต้นไม้{_COUNTED}"),
    ("นิยาม", 62, 6, f"จำนวนไม้ยืนต้น{_COUNTED}"),
]

STORIES: Final = {
    "code": Story(PLAN, "1010-มีนบุรี.xlsx", (_CODE, original(_CODE))),
    "zero": Story(KR, "2568-สำนักพัฒนาสังคม.xlsx", (_PHONES, original(_PHONES, KR))),
    "budget": Story(PLAN, "1010-มีนบุรี.xlsx", (_BUDGET, original(_BUDGET))),
    "column": Story(PLAN, "1010-มีนบุรี.xlsx", (_SHIFTED, original(_SHIFTED))),
    "year": Story(PLAN, "1010-มีนบุรี-2569.xlsx", ((), [("ตั้งค่า", 5, 3, 2569)], _NEW_YEAR)),
}


def workbook(name: str, step: int, folder: Path) -> Path:
    """Write the workbook of a story as it is after a step, counted from 1, and return its path."""
    story = STORIES[name]
    copy = Edited.of(story.sample.read_bytes())
    for edits in story.steps[:step]:
        for edit in edits:
            copy.set_cell(*edit)
    path = folder / story.name
    path.write_bytes(copy.to_bytes())
    return path


def story(name: str, step: str, command: str, *options: str) -> Iterator[str]:
    """Yield what a command says of the workbook of a story after a step; `made` stands for making documents."""
    with tempfile.TemporaryDirectory() as folder, _inside(Path(folder)):
        path = Path(workbook(name, int(step), Path()).name)
        if command == "made":
            lines = made(path)
        else:
            said = CliRunner().invoke(make_command("th"), [command, str(path), *options])
            lines = said.output.strip("\n").split("\n")
    yield from ("```text", *lines, "```")


def made(path: Path) -> list[str]:
    """Return the closing table of a run that makes the documents of a workbook, and prints them."""
    outcome = batch.build([path], Path("outputs"), jobs=1)
    for index, document in enumerate(outcome.documents):
        if document.docx is not None:
            pages = PAGES.get(document.key, PAGES["1010-2568"])
            printed = replace(document, pages=pages, pdf=document.docx.with_suffix(".pdf"), has_contents=False)
            outcome.documents[index] = printed
    return table_lines(outcome, Path("outputs"), "th")


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    """Work in a folder, so that paths are printed as an officer sees them."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
