"""What is typed into a cell means the value it was typed for."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.cell import Cell
from generator.model.codes import DistrictName, Phone, PictureName
from generator.model.districts import DISTRICTS
from generator.model.kinds import Choice, Flag, Kind, Long, Terms, Text
from generator.model.kr.key_result import KR_CODE, KR_REF, Status
from generator.model.moments import Year
from generator.model.prose import Prose, Run
from generator.model.quantities import Percent, Quantity, Value
from generator.workbook.entries import Unwritable, enter, entry
from generator.workbook.growing import GrowingSheet
from generator.workbook.styles import OPTIONS, Styles
from tests.workbook.opened import cell_at, open_written

LONG = Long()


def typed_and_read(path: Path, cases: list[tuple[Kind[Any], Any]], framed: bool = False) -> list[Any]:
    """Return what the cells of a column mean after each value was typed."""
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        sheet, styles = book.add_worksheet("ก", GrowingSheet), Styles(book)
        for row, (kind, value) in enumerate(cases):
            enter(sheet, row, 0, kind, value, styles, framed=framed)
    sheet = open_written(path).active
    cells = [cell_at(sheet, row, 1) for row in range(1, len(cases) + 1)]
    return [
        kind.empty() if cell.empty else kind.parse(cell, refuse_remark)
        for (kind, _), cell in zip(cases, cells, strict=True)
    ]


def refuse_remark(rule: object, /, **values: object) -> None:
    raise AssertionError(f"{rule} {values}")


CASES: list[tuple[Kind[Any], Any]] = [
    (Text(), "ชื่อ"),
    (Text(), "=1+1"),
    (Text(), "007"),
    (Text(), ""),
    (KR_CODE, "8214"),
    (KR_REF, "8214"),
    (Phone(), "0 2000 0001 ต่อ 12"),
    (Phone(), "020000001"),
    (PictureName(), "ลายเซ็น.png"),
    (Choice(tuple(Status), default=Status.DRAFT), Status.READY),
    (Flag(), True),
    (Flag(), False),
    (Year(), 2568),
    (Terms(), ("PM 2.5", "COVID-19")),
    (DistrictName(), DISTRICTS[7]),
    (DistrictName(), None),
    (Percent(), Decimal(90)),
    (Percent(), Decimal("62.5")),
    (Percent(), None),
    *(
        (Quantity(), value)
        for value in (
            Value(),
            Value.of(0),
            Value.of(60000),
            Value.of("0.63"),
            Value.of("0.630"),
            Value.of("1234.50"),
            Value.of("-12.0"),
            Value("1200", Decimal(1200)),
            Value("๑,๒๐๐", Decimal(1200)),
            Value.of(90, percent=True),
            Value("๙๐ %", Decimal(90), True),
            Value("รายละเอียดตามเอกสารแนบ"),
            Value.of("12345678901234567890"),
            Value.of("0.12345678901234567"),
        )
    ),
    *(
        (LONG, value)
        for value in (
            Prose(),
            Prose.of("ย่อหน้าเดียว"),
            Prose.of("๑. หนึ่ง\n\n๒. สอง [ปี]"),
            Prose(((Run("ทั้งหมดหนา", bold=True),),)),
            Prose(((Run("หนา", bold=True),), (Run("หนาต่อ", bold=True),))),
            Prose(((Run("ก่อน "), Run("หนา", bold=True), Run(" หลัง")),)),
            Prose(((Run("ธรรมดา"),), (Run("ขีด", underline=True), Run("เอียง", italic=True)), (), (Run("จบ"),))),
            Prose(((Run("ทุกอย่าง", bold=True, italic=True, underline=True), Run("!")),)),
        )
    ),
]


@pytest.mark.parametrize("framed", [False, True])
def test_what_is_typed_means_the_value(tmp_path: Path, made: Callable[[Path], Path], framed: bool) -> None:
    meant = typed_and_read(path := tmp_path / "a.xlsx", CASES, framed)
    made(path)
    for (kind, value), found in zip(CASES, meant, strict=True):
        assert found == value, kind


LETTERS = st.text(st.sampled_from("กขaB1_<&\"'"), min_size=1, max_size=6)
RUNS = st.builds(Run, LETTERS, st.booleans(), st.booleans(), st.booleans())
PROSES = st.lists(st.lists(RUNS, max_size=3).map(tuple), min_size=1, max_size=4).map(tuple).map(Prose)


def characters(prose: Prose) -> list[list[Run]]:
    """Return each character with its format: how runs are cut does not matter."""
    return [[run._replace(text=letter) for run in paragraph for letter in run.text] for paragraph in prose.paragraphs]


@settings(max_examples=40)
@given(st.lists(PROSES.filter(bool), min_size=1, max_size=8))
def test_any_prose_keeps_its_formats_and_paragraphs(
    tmp_path_factory: pytest.TempPathFactory, proses: list[Prose]
) -> None:
    path = tmp_path_factory.mktemp("prose") / "a.xlsx"
    meant = typed_and_read(path, [(LONG, prose) for prose in proses])
    assert [characters(prose) for prose in meant] == [characters(prose) for prose in proses]


def test_a_text_of_one_format_has_it_in_its_cell(tmp_path: Path) -> None:
    """Then what the officer adds to it has the format too."""
    prose = Prose(((Run("หนา", bold=True),), (), (Run("หนาต่อ", bold=True),)))
    typed_and_read(path := tmp_path / "a.xlsx", [(LONG, prose)])
    cell = open_written(path).active["A1"]
    assert (cell.value, cell.font.b) == ("หนา\n\nหนาต่อ", True)


def test_a_number_is_typed_as_a_number() -> None:
    assert entry(Quantity(), Value.of(60000)) == (60000, "General")
    assert entry(Quantity(), Value.of("0.63")) == (0.63, "General")


def test_fixed_decimals_are_a_format_and_not_a_text() -> None:
    assert entry(Quantity(), Value.of("0.630")) == (0.63, "#,##0.000")


def test_a_number_that_no_format_shows_is_typed_as_text() -> None:
    assert entry(Quantity(), Value.of("12345678901234567890")) == ("12,345,678,901,234,567,890", "General")


class Moment(Kind[datetime]):
    """A point in time, as a later form may have it."""

    number_format = "yyyy-mm-dd"

    def parse(self, cell: Cell, remark: object) -> datetime:
        assert isinstance(cell.value, datetime)
        return cell.value

    def empty(self) -> datetime:
        return datetime.min

    def typed(self, value: datetime) -> datetime:
        return value


def test_a_point_in_time_is_typed_as_one(tmp_path: Path) -> None:
    moment = datetime(2024, 1, 15)
    assert typed_and_read(tmp_path / "a.xlsx", [(Moment(), moment)]) == [moment]


@pytest.mark.filterwarnings("ignore:String length")
@pytest.mark.parametrize("prose", [Prose.of("ก" * 32768), Prose(((Run("ก" * 32768), Run("หนา", bold=True)),))])
def test_a_text_that_excel_would_cut_is_refused(prose: Prose) -> None:
    with xlsxwriter.Workbook(BytesIO(), OPTIONS) as book:
        sheet, styles = book.add_worksheet("ก", GrowingSheet), Styles(book)
        with pytest.raises(Unwritable, match="ก!B3"):
            enter(sheet, 2, 1, LONG, prose, styles)


def test_an_empty_cell_is_written_only_for_its_frame(tmp_path: Path) -> None:
    for framed in (False, True):
        typed_and_read(path := tmp_path / "a.xlsx", [(Text(), "")], framed)
        assert open_written(path).active["A1"].has_style is framed
