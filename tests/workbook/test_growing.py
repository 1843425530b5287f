"""Rows that Excel may go on fitting to their text."""

from pathlib import Path

import xlsxwriter

from generator.workbook.growing import GrowingSheet
from tests.workbook.opened import MAIN, sheet_part


def test_a_height_to_begin_with_is_not_one_set_by_hand(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(path := tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("ก", GrowingSheet)
        for row in range(3):
            sheet.write_string(row, 0, "ข้อความ")
        sheet.start_row(0, 48)
        sheet.set_row(1, 48)
    found = [(row.get("ht"), row.get("customHeight")) for row in sheet_part(path, "ก").iter(f"{MAIN}row")]
    assert found == [("48", None), ("48", "1"), (None, None)]
