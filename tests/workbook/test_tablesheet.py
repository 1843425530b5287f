"""A sheet of records, as the officer who types into it meets it."""

from pathlib import Path
from typing import Any

import pytest

from generator.model.form import Rows
from generator.model.kr.book import KR_FORM
from generator.model.kr.definition import Definition
from generator.model.kr.key_result import KeyResult
from generator.model.prose import Prose
from generator.model.sheet import Required
from generator.workbook.blank import write_workbook
from generator.workbook.tablesheet import HINT
from tests.workbook.opened import MAIN, conditions_at, open_written, sheet_part, validation_at

HEADERS = [column.header for column in KeyResult.COLUMNS.values()]
CODE = 1
STATUS = 4
SHARE = 11


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "a.xlsx"
    definitions = [Definition(kr="8214", text=Prose.of(text)) for text in ("สั้น", "ยาวมาก " * 200, "ก\nข\nค")]
    rows = Rows({KeyResult: [KeyResult(code="8214", name="ชื่อ")], Definition: definitions})
    write_workbook(path, KR_FORM, rows)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return open_written(path)


def test_the_headers_stand_in_row_three_under_title_and_help(book: Any) -> None:
    rows = list(book["KR"].iter_rows(min_row=1, max_row=3, values_only=True))
    assert rows[0][0].endswith(KeyResult.PURPOSE)
    assert rows[1][0] == HINT
    assert list(rows[2]) == HEADERS


def test_nothing_is_merged_in_the_way_of_moving_columns(book: Any) -> None:
    for sheet in KR_FORM.sheets:
        assert not book[sheet.NAME].merged_cells.ranges


def test_a_header_cannot_be_typed_over(book: Any) -> None:
    for index, header in enumerate(HEADERS, 1):
        rule = validation_at(book["KR"], 3, index)
        assert (rule.type, rule.formula1, rule.errorStyle) == ("custom", "FALSE", None)
        assert rule.showErrorMessage
        assert header in rule.error


def test_code_and_header_stay_in_sight(book: Any) -> None:
    assert book["KR"].freeze_panes == "B4"
    assert book["นิยาม"].freeze_panes == "B4"


def test_rows_can_be_filtered_and_sorted(book: Any) -> None:
    assert book["หน่วยงาน"].auto_filter.ref.startswith("A3:E")


def test_a_code_stays_text_in_any_row(book: Any) -> None:
    assert book["KR"].column_dimensions["A"].number_format == "@"
    assert book["KR"]["A4"].number_format == "@"
    assert book["KR"]["A4"].data_type == "s"


def test_codes_are_not_marked_as_numbers_stored_as_text(path: Path) -> None:
    ignored = sheet_part(path, "KR").find(f"{MAIN}ignoredErrors/{MAIN}ignoredError")
    assert ignored.get("numberStoredAsText") == "1"
    assert ignored.get("sqref").startswith("A4:")


def test_a_closed_list_refuses_other_words(book: Any) -> None:
    rule = validation_at(book["KR"], 300, STATUS)
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "list_status", None)


def test_a_reference_offers_and_does_not_insist(book: Any) -> None:
    rule = validation_at(book["นิยาม"], 300, CODE)
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "refs_KeyResult", "warning")
    assert "รหัส" in rule.error


def test_the_name_in_a_chosen_reference_does_not_make_its_row_high(book: Any) -> None:
    assert not book["นิยาม"].column_dimensions["A"].alignment.wrap_text
    assert book["นิยาม"].column_dimensions["D"].alignment.wrap_text


def test_a_number_has_its_bounds(book: Any) -> None:
    rule = validation_at(book["KR"], 300, SHARE)
    assert (rule.type, rule.formula1, rule.formula2) == ("decimal", "0", "100")


def test_a_required_cell_is_coloured_once_its_row_is_begun(book: Any) -> None:
    for index, column in enumerate(KeyResult.COLUMNS.values(), 1):
        empty = [formula for formula in conditions_at(book["KR"], 300, index) if "LEN(TRIM" in formula]
        assert len(empty) == (column.required is not Required.NEVER)
        assert all(formula.startswith("AND(COUNTA($A4:$") for formula in empty)


def test_required_headers_are_darker(book: Any) -> None:
    fills = {
        required: {
            book["KR"].cell(3, index).fill.fgColor.rgb
            for index, column in enumerate(KeyResult.COLUMNS.values(), 1)
            if (column.required is not Required.NEVER) is required
        }
        for required in (True, False)
    }
    assert len(fills[True]) == len(fills[False]) == 1
    assert fills[True] != fills[False]


def test_a_row_grows_with_its_text(path: Path) -> None:
    rows = {int(row.get("r")): row for row in sheet_part(path, "นิยาม").iter(f"{MAIN}row")}
    heights = [float(rows[row].get("ht", 24)) for row in (4, 5, 6)]
    assert heights[0] == 24
    assert heights[1] > 10 * 24
    assert heights[2] == 3 * 24
    assert [rows[row].get("customHeight") for row in (4, 5, 6)] == [None, None, None]


def test_the_header_keeps_its_height(path: Path) -> None:
    header = next(row for row in sheet_part(path, "KR").iter(f"{MAIN}row") if row.get("r") == "3")
    assert header.get("customHeight") == "1"
    assert float(header.get("ht")) >= 48


def test_empty_rows_have_no_height_to_be_stuck_in(path: Path) -> None:
    sheet = sheet_part(path, "KR")
    assert sheet.find(f"{MAIN}sheetFormatPr").attrib == {"defaultRowHeight": "24"}
    assert max(int(row.get("r")) for row in sheet.iter(f"{MAIN}row")) == 4


def test_it_prints_on_a4_with_its_header_on_every_page(book: Any) -> None:
    for sheet in KR_FORM.sheets[1:]:
        written = book[sheet.NAME]
        assert (written.page_setup.paperSize, written.page_setup.orientation) == (9, "landscape")
        assert (written.print_title_rows, written.page_setup.fitToHeight) == ("$3:$3", 0)
        assert "หน้า &P/&N" in written.oddFooter.right.text


def test_a_wide_table_prints_on_several_pages_that_can_be_read(book: Any) -> None:
    assert book["KR"].page_setup.fitToWidth == 3
    assert book["KR"].print_title_cols == "$A:$A"
    assert book["มาตรฐาน"].sheet_properties.pageSetUpPr.fitToPage
    assert book["มาตรฐาน"].page_setup.fitToWidth in (None, 1)  # 1 goes without saying
