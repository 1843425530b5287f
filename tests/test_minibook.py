"""Drawings of workbooks are written in two ways, which mean the same."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests import minibook, miniplans, planbook
from tests.minibook import Instead, draw

ODD = """
== ก & "ข"'s
a | 'b | '0012 |  | <&>
1 | -2.50 | 0.9{0%} | 7{"ค"000} | TRUE | FALSE
#REF! | '#REF! | #ไม่มี | '#ไม่มี | =A1&"<" | '=A2 | =
'  สอง// บรรทัด  | 1.5 คน

| | เว้นไป
== ว่าง
"""


@pytest.mark.parametrize(
    ("drawing", "change"),
    [
        (ODD, None),
        (ODD, Instead('ก & "ข"\'s', "H1", "//")),
        (planbook.whole(planbook.BOOK), planbook.address),
        (miniplans.plan(), None),
        (minibook.whole(), None),
    ],
    ids=["odd", "with a change", "plan", "small plan", "kr"],
)
def test_what_is_written_plainly_reads_as_openpyxl_writes_it(
    tmp_path: Path, drawing: str, change: Instead | None, made: Callable[[Path], Path]
) -> None:
    plain = made(draw(drawing, tmp_path / "plain.xlsx", change))

    def by_openpyxl(book: openpyxl.Workbook) -> None:
        if change is not None:
            change(book)

    assert cells(plain) == cells(draw(drawing, tmp_path / "openpyxl.xlsx", by_openpyxl))


def cells(path: Path) -> dict[str, object]:
    return {
        sheet.title: (
            sheet.dimensions,
            [(cell.coordinate, cell.value, cell.data_type, cell.number_format) for row in sheet for cell in row],
        )
        for sheet in openpyxl.load_workbook(path)
    }
