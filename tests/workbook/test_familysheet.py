"""The sheet of an attachment: a card, and a grid of districts with number columns of the officer's own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.model.districts import DISTRICTS
from generator.model.finding import Place
from generator.model.form import Page, Rows
from generator.model.kr.attachment import AttachmentCard, AttachmentRow
from generator.model.kr.book import KR_FORM
from generator.model.prose import Prose, Run
from generator.model.quantities import Value
from generator.workbook.blank import write_workbook
from tests.workbook.opened import MAIN, cell_at, conditions_at, open_written, sheet_part, validation_at

HEADER = 12
FIRST = HEADER + 1
CARD = range(4, 10)
TITLE = Prose(((Run("ค่าเป้าหมาย "), Run("Food Bank", italic=True)),))


def page(headers: int = 2, numbers: tuple[Value, ...] = (Value.of("0.5"), Value.of(1200))) -> Page:
    rows = [AttachmentRow(district=district, group=district.group, numbers=numbers) for district in DISTRICTS[:10]]
    card = AttachmentCard(title=TITLE, numbered=True, target_column="หัว 1")
    tables = Rows({AttachmentCard: [card], AttachmentRow: rows})
    return Page("8214", tables, [Prose.of(f"หัว {number}") for number in range(headers)], Place(""))


def write(path: Path, *pages: Page) -> Path:
    write_workbook(path, KR_FORM, Rows({}, pages))
    return path


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return open_written(write(tmp_path_factory.mktemp("family") / "a.xlsx"))["แนบ (รหัส)"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("family") / "b.xlsx", page())


def test_a_blank_one_names_all_districts_in_the_printed_order(blank: Any) -> None:
    rows = list(blank.iter_rows(min_row=HEADER, min_col=2, max_col=6, values_only=True))
    assert rows[0] == ("เขต", "กลุ่ม", None, None, None)
    assert rows[1:] == [(district.name, district.group, None, None, None) for district in DISTRICTS]


def test_the_card_has_labels_values_and_help(blank: Any) -> None:
    columns = list(AttachmentCard.COLUMNS.values())
    for row, column in zip(CARD, columns, strict=True):
        assert blank.cell(row, 2).value == column.header
        assert blank.cell(row, 7).value == column.help
        assert validation_at(blank, row, 2).formula1 == "FALSE"
    assert {str(area) for area in blank.merged_cells.ranges} == {f"C{row}:F{row}" for row in CARD}


def test_the_target_is_chosen_from_the_headers_of_the_sheet(blank: Any) -> None:
    rule = validation_at(blank, CARD[-1], 3)
    assert rule.type == "list"
    assert rule.formula1 == "OFFSET($D$12,0,0,1,MAX(1,COUNTA($D$12:$O$12)))"
    assert rule.errorStyle == "warning"


def test_a_missing_target_is_coloured(blank: Any) -> None:
    assert conditions_at(blank, CARD[-1], 3) == ["LEN(TRIM($C9))=0"]
    assert conditions_at(blank, CARD[0], 3) == []


def test_a_number_header_is_asked_for_and_not_typed_for_the_officer(blank: Any) -> None:
    rule = validation_at(blank, HEADER, 4)
    assert "พิมพ์หัวคอลัมน์" in rule.prompt
    assert rule.type is None
    assert validation_at(blank, HEADER, 3).formula1 == "FALSE"


def test_a_typed_header_is_not_bold_for_nobody_made_it_so(filled: Path) -> None:
    assert cell_at(open_written(filled)["แนบ 8214"], HEADER, 4).runs == ()


def test_a_page_is_written_as_it_is(filled: Path, made: Callable[[Path], Path]) -> None:
    sheet = open_written(made(filled))["แนบ 8214"]
    rows = list(sheet.iter_rows(min_row=HEADER, max_row=FIRST + 10, min_col=2, max_col=6, values_only=True))
    assert rows[0] == ("เขต", "กลุ่ม", "หัว 0", "หัว 1", None)
    assert rows[1:11] == [(district.name, district.group, 0.5, 1200, None) for district in DISTRICTS[:10]]
    assert rows[11] == (None, None, None, None, None)
    assert cell_at(sheet, CARD[0], 3).runs == TITLE.paragraphs[0]
    assert sheet.cell(CARD[1], 3).value == "✓"


def test_the_sum_above_the_header_is_live_and_already_calculated(filled: Path) -> None:
    formulas = [open_written(filled)["แนบ 8214"].cell(HEADER - 1, column).value for column in (4, 5, 6)]
    assert formulas[0] == '=IF(COUNT(D13:D82)=0,"",SUM(D13:D82))'
    cached = openpyxl.load_workbook(filled, data_only=True)["แนบ 8214"]
    assert [cached.cell(HEADER - 1, column).value for column in (4, 5, 6)] == [5, 12000, None]
    assert validation_at(cached, HEADER - 1, 5).formula1 == "FALSE"


def test_the_sum_leaves_numbers_typed_as_text_out_and_says_so(tmp_path: Path) -> None:
    values = (Value("๑,๐๐๐", Value.of(1000).number), Value.of(1))
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx", page(2, values)), data_only=True)["แนบ 8214"]
    assert [sheet.cell(HEADER - 1, column).value for column in (4, 5)] == [None, 10]
    assert any("ISTEXT(D13:D82)" in formula for formula in conditions_at(sheet, HEADER - 1, 4))


def test_whole_numbers_show_separators_and_fractions_stay(filled: Path) -> None:
    sheet = open_written(filled)["แนบ 8214"]
    assert sheet.cell(FIRST, 4).number_format == sheet.cell(FIRST, 5).number_format == "General"
    (formula,) = (formula for formula in conditions_at(sheet, FIRST, 15) if "CELL" in formula)
    assert ">=1000" in formula


def test_columns_added_at_the_right_are_looked_after(blank: Any) -> None:
    rule = validation_at(blank, FIRST, 15)
    assert (rule.type, rule.errorStyle) == ("decimal", "warning")
    assert "LEN(G$12)>0" in conditions_at(blank, FIRST, 15)


@pytest.mark.parametrize("headers", [1, 3, 12, 15])
def test_any_number_of_number_columns_is_written(tmp_path: Path, made: Callable[[Path], Path], headers: int) -> None:
    values = tuple(Value.of(number) for number in range(headers))
    sheet = open_written(made(write(tmp_path / "a.xlsx", page(headers, values))))["แนบ 8214"]
    last = 3 + headers
    assert [sheet.cell(FIRST, column).value for column in range(4, last + 1)] == list(range(headers))
    assert sheet.auto_filter.ref == f"B12:{sheet.cell(1, max(last, 6)).column_letter}62"


def test_merged_cells_have_room_for_their_text(filled: Path, tmp_path: Path) -> None:
    long = AttachmentCard(title=Prose.of("ข้อความยาว " * 60))
    path = write(tmp_path / "a.xlsx", Page("8207", Rows({AttachmentCard: [long]}), (), Place("")))
    heights = []
    for written, name in ((filled, "แนบ 8214"), (path, "แนบ 8207")):
        rows = {int(row.get("r")): row for row in sheet_part(written, name).iter(f"{MAIN}row")}
        heights.append((float(rows[CARD[0]].get("ht")), rows[CARD[0]].get("customHeight")))
    assert heights[0] == (48, "1")
    assert heights[1] > (5 * 24, "1")
