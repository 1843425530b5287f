"""Cells as they were typed, against the format itself; test_same_as_openpyxl.py compares them with openpyxl."""

import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from generator.model.cell import Cell, Fault
from generator.model.prose import Run
from generator.thai.text import normal
from generator.workbook import grid
from generator.workbook.grid import RawSheet, open_workbook
from generator.workbook.package import Reason, Rejection
from generator.workbook.strings import SharedStrings
from tests.workbook.rawzip import pack, parts

BOLD = "<rPr><b/></rPr>"


def sheet_of(tmp_path: Path, *sheets: str, **made: Any) -> RawSheet:
    return open_workbook(pack(tmp_path / "ก.xlsx", parts(*sheets, **made))).sheets[0]


def only(tmp_path: Path, cell: str, **made: Any) -> Cell:
    """Return the only cell of a workbook, A1."""
    cells = sheet_of(tmp_path, f'<row r="1">{cell}</row>', **made).cells
    assert list(cells) == [(1, 1)]
    return cells[1, 1]


def reason(tmp_path: Path, *sheets: str, **made: Any) -> Reason:
    with pytest.raises(Rejection) as raised:
        _ = sheet_of(tmp_path, *sheets, **made).cells
    return raised.value.reason


def styles(code: str = "", font: str = "") -> str:
    """Return a style sheet whose style 1 has this number format and font."""
    return (
        f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
        f"<fonts><font/><font>{font}</font></fonts>"
        f'<cellXfs><xf/><xf numFmtId="{164 if code else 0}" fontId="{1 if font else 0}"/></cellXfs>'
    )


# ---------------------------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("0.63", 0.63),
        ("0.1", 0.1),
        ("12", 12),
        ("-12", -12),
        ("12.0", 12),
        ("1.25E+3", 1250),
        ("1E-3", 0.001),
        ("0.30000000000000004", 0.1 + 0.2),
        ("1.23456789012345E+15", 1234567890123450),
        ("12345678901234567", 12345678901234567),
        ("1.5E+300", 1.5e300),
    ],
)
def test_numbers_are_exact_and_whole_ones_are_integers(tmp_path: Path, stored: str, value: float) -> None:
    cell = only(tmp_path, f'<c r="A1"><v>{stored}</v></c>')
    assert (cell.value, type(cell.value)) == (value, type(value))
    assert (cell.format, cell.runs, cell.formula, cell.fault) == ("General", (), False, None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1" t="inlineStr"><is><t>ในช่อง</t></is></c>', "ในช่อง"),
        ('<c r="A1" t="inlineStr"><is><r><t>ใน</t></r><r><t>ช่อง</t></r></is></c>', "ในช่อง"),
        ('<c r="A1" t="str"><v>ตรง ๆ</v></c>', "ตรง ๆ"),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
        ('<c r="A1" t="d"><v>2024-01-15</v></c>', datetime(2024, 1, 15)),
        ('<c r="A1" t="d"><v>2024-01-15T13:30:00Z</v></c>', datetime(2024, 1, 15, 13, 30)),
        ('<c r="A1" t="d"><v>13:30:00</v></c>', "13:30:00"),
        ('<c t="n"><v>7</v></c>', 7),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_values_of_all_kinds_are_read(tmp_path: Path, cell: str, value: object, strict: bool) -> None:
    assert only(tmp_path, cell, strict=strict).value == value


def test_strict_workbooks_are_read_like_any_other(tmp_path: Path) -> None:
    cell = only(
        tmp_path,
        '<c r="A1" s="1" t="s"><v>0</v></c>',
        strings=f"<si><r><t>ปกติ </t></r><r>{BOLD}<t>หนา</t></r></si>",
        styles=styles("0.00", "<i/>"),
        strict=True,
    )
    assert cell == Cell(1, 1, "ปกติ หนา", "0.00", (Run("ปกติ ", italic=True), Run("หนา", bold=True)))


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("ก_x000D_\nข", "ก\nข"),
        ("ก_x0009_ข", "ก ข"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x0E01__x0e02_", "กข"),
        ("_xD83D__xDE00_", "😀"),
        ("ก_xD83D_ข", "ก\ufffdข"),
        ("ก_x0000_ข", "กข"),
        ("_x12_ _xZZZZ_", "_x12_ _xZZZZ_"),
        ("  น\u0e4d\u0e32 \u200b", "นำ"),
    ],
)
def test_escapes_are_decoded_and_texts_are_in_normal_form(tmp_path: Path, stored: str, text: str) -> None:
    shared = only(tmp_path, '<c r="A1" t="s"><v>0</v></c>', strings=f"<si><t>{stored}</t></si>")
    inline = only(tmp_path, f'<c r="A1" t="inlineStr"><is><t>{stored}</t></is></c>')
    direct = only(tmp_path, f'<c r="A1" t="str"><v>{stored}</v></c>')
    assert (shared.value, inline.value, direct.value) == (text, text, text)


def test_a_shared_string_is_put_into_normal_form_once() -> None:
    strings = SharedStrings(etree.fromstring("<sst><si><t> ก\u200bข </t></si></sst>"))
    assert strings[0].value == "กข"
    assert strings[0] is strings[0]


# ---------------------------------------------------------------------------------------------- formulas and errors


@pytest.mark.parametrize(
    ("cell", "value", "fault"),
    [
        ("<f>1+1</f><v>2</v>", 2, None),
        ("<f>1+1</f>", None, Fault.NOT_CALCULATED),
        ("<f>1+1</f><v/>", None, Fault.NOT_CALCULATED),
        ('<f t="shared" si="0"/>', None, Fault.NOT_CALCULATED),
        ('<f t="shared" si="0" ref="A1:A9">B1</f><v>3</v>', 3, None),
        ('<f t="array" ref="A1">B1</f>', None, Fault.NOT_CALCULATED),
        ('<f t="array" ref="A1">B1</f><v>4.5</v>', 4.5, None),
    ],
)
def test_a_formula_has_its_stored_result_or_a_fault(
    tmp_path: Path, cell: str, value: object, fault: Fault | None
) -> None:
    found = only(tmp_path, f'<c r="A1">{cell}</c>')
    assert (found.value, found.fault, found.formula) == (value, fault, True)


def test_a_formula_that_gives_an_empty_text_is_calculated(tmp_path: Path) -> None:
    assert only(tmp_path, '<c r="A1" t="str"><f>""</f><v></v></c>') == Cell(1, 1, "", formula=True)
    assert only(tmp_path, '<c r="A1" t="str"><f>""</f></c>').fault is Fault.NOT_CALCULATED


@pytest.mark.parametrize("text", ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#SPILL!"])
def test_an_error_is_a_fault_with_its_text(tmp_path: Path, text: str) -> None:
    assert only(tmp_path, f'<c r="A1" t="e"><v>{text}</v></c>') == Cell(1, 1, text, fault=Fault.ERROR_VALUE)
    cell = only(tmp_path, f'<c r="A1" t="e"><f>B1</f><v>{text}</v></c>')
    assert cell == Cell(1, 1, text, formula=True, fault=Fault.ERROR_VALUE)


def test_formulas_of_openpyxl_are_not_calculated(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["B2"] = "=SUM(A1:A9)"
    book.save(tmp_path / "ก.xlsx")
    cells = open_workbook(tmp_path / "ก.xlsx").sheets[0].cells
    assert cells == {(2, 2): Cell(2, 2, formula=True, fault=Fault.NOT_CALCULATED)}


# ---------------------------------------------------------------------------------------------- dates and formats


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("1", datetime(1900, 1, 1)),
        ("59", datetime(1900, 2, 28)),
        ("60", 60),
        ("61", datetime(1900, 3, 1)),
        ("45306", datetime(2024, 1, 15)),
        ("45306.5625", datetime(2024, 1, 15, 13, 30)),
        ("45306.999999999", datetime(2024, 1, 16)),
        ("2958465", datetime(9999, 12, 31)),
        ("2958466", 2958466),
        ("0.5", 0.5),
        ("-1", -1),
        ("1E+200", 1e200),
    ],
)
def test_a_number_in_a_date_format_is_a_date_when_there_is_one(tmp_path: Path, stored: str, value: object) -> None:
    cell = only(tmp_path, f'<c r="A1" s="1"><v>{stored}</v></c>', styles=styles("d/m/yyyy"))
    assert (cell.value, cell.format) == (value, "d/m/yyyy")


@pytest.mark.parametrize(
    ("stored", "value"), [("0", datetime(1904, 1, 1)), ("43844", datetime(2024, 1, 15)), ("-1", -1)]
)
def test_workbooks_that_count_from_1904_are_dated_right(tmp_path: Path, stored: str, value: object) -> None:
    book = '<workbookPr date1904="1"/>'
    cell = only(tmp_path, f'<c r="A1" s="1"><v>{stored}</v></c>', styles=styles("d/m/yyyy"), book=book)
    assert cell.value == value


@pytest.mark.parametrize("from_1904", [False, True])
def test_dates_survive_the_way_there_and_back(tmp_path: Path, from_1904: bool) -> None:
    path = tmp_path / "ก.xlsx"
    days = [datetime(1904, 1, 2) + timedelta(days=997 * step, milliseconds=86_399_000 - step) for step in range(60)]
    with xlsxwriter.Workbook(path, {"date_1904": from_1904}) as book:
        sheet, form = book.add_worksheet(), book.add_format({"num_format": "d/m/yyyy h:mm"})
        for row, day in enumerate(days):
            sheet.write_datetime(row, 0, day, form)
    assert [cell.value for cell in open_workbook(path).sheets[0].cells.values()] == days


@pytest.mark.parametrize(
    ("number", "code", "value"),
    [(0, "General", 45306), (4, "#,##0.00", 45306), (14, "mm-dd-yy", datetime(2024, 1, 15)), (46, "[h]:mm:ss", 45306),
     (31, "yyyy/m/d", datetime(2024, 1, 15)), (71, "d/m/bbbb", datetime(2024, 1, 15)), (62, "t#,##0.00", 45306),
     (99, "General", 45306)],
)  # fmt: skip
def test_formats_without_a_declaration_are_known(tmp_path: Path, number: int, code: str, value: object) -> None:
    sheet = f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'
    cell = only(tmp_path, '<c r="A1" s="1"><v>45306</v></c>', styles=sheet)
    assert (cell.format, cell.value) == (code, value)


def test_a_declared_format_comes_before_the_one_that_is_built_in(tmp_path: Path) -> None:
    sheet = (
        '<numFmts><numFmt numFmtId="14" formatCode="d mmm yy"/></numFmts><cellXfs><xf/><xf numFmtId="14"/></cellXfs>'
    )
    assert only(tmp_path, '<c r="A1" s="1"><v>1</v></c>', styles=sheet).format == "d mmm yy"


# ---------------------------------------------------------------------------------------------- runs


@pytest.mark.parametrize(
    ("item", "runs"),
    [
        (f"<r><t>ก </t></r><r>{BOLD}<t>ข</t></r>", (Run("ก "), Run("ข", bold=True))),
        (f"<r>{BOLD}<t>ก</t></r><r>{BOLD}<t>ข</t></r>", (Run("กข", bold=True),)),
        ('<r><rPr><b val="0"/><i/></rPr><t>ก</t></r>', (Run("ก", italic=True),)),
        ('<r><rPr><b val="1"/><u val="none"/></rPr><t>ก</t></r>', (Run("ก", bold=True),)),
        ('<r><rPr><u val="double"/></rPr><t>ก</t></r>', (Run("ก", underline=True),)),
        ("<r><rPr><u/></rPr><t>ก</t></r>", (Run("ก", underline=True),)),
        ('<r><rPr><sz val="9"/></rPr><t>ก</t></r><r><rPr><color rgb="FF0000"/></rPr><t>ข</t></r>', ()),
        (f"<r>{BOLD}<t>漢</t></r><rPh><t>かん</t></rPh><phoneticPr fontId='1'/>", (Run("漢", bold=True),)),
        ("<t>漢</t><rPh sb='0' eb='1'><t>かん</t></rPh>", ()),
        (f"<r>{BOLD}<t>  ก</t></r><r><t>ข  </t></r>", (Run("ก", bold=True), Run("ข"))),
        (f"<r>{BOLD}<t> </t></r><r><t>ก</t></r>", ()),
        (f"\n <r>\n  {BOLD}\n  <t>ก</t>\n </r>\n <r>\n  <t>ข</t>\n </r>\n", (Run("ก", bold=True), Run("ข"))),
        (f"<r>{BOLD}<t>น\u0e4d</t></r><r><t>\u0e32</t></r>", (Run("นำ", bold=True),)),
        (f"<r>{BOLD}<t>ก </t></r><r><t> ข</t></r>", (Run("ก ", bold=True), Run("ข"))),
        (f"<r><t>ก_x000D_\n</t></r><r>{BOLD}<t>ข</t></r>", (Run("ก\n"), Run("ข", bold=True))),
    ],
)  # fmt: skip
def test_runs_say_what_is_bold_italic_or_underlined(tmp_path: Path, item: str, runs: tuple[Run, ...]) -> None:
    shared = only(tmp_path, '<c r="A1" t="s"><v>0</v></c>', strings=f"<si>{item}</si>")
    inline = only(tmp_path, f'<c r="A1" t="inlineStr"><is>{item}</is></c>')
    assert shared == inline
    assert shared.runs == runs
    assert not runs or "".join(run.text for run in runs) == shared.value


@pytest.mark.parametrize(
    ("font", "item", "runs"),
    [
        ("<b/>", "<t>ก</t>", (Run("ก", bold=True),)),
        ("<i/><u/>", "<t>ก</t>", (Run("ก", italic=True, underline=True),)),
        ('<b val="0"/><u val="none"/>', "<t>ก</t>", ()),
        ("<b/>", "<t> </t>", ()),
        ("<b/>", "<r><t>ก</t></r><r><rPr><i/></rPr><t>ข</t></r>", (Run("ก", bold=True), Run("ข", italic=True))),
        ("<b/>", f"<r><t>ก</t></r><r>{BOLD}<t>ข</t></r>", (Run("กข", bold=True),)),
        ("<b/>", "<r><rPr><sz val='9'/></rPr><t>ก</t></r>", ()),
    ],
)
def test_a_text_without_a_font_has_the_font_of_its_cell(
    tmp_path: Path, font: str, item: str, runs: tuple[Run, ...]
) -> None:
    cell = only(tmp_path, '<c r="A1" s="1" t="s"><v>0</v></c>', strings=f"<si>{item}</si>", styles=styles("", font))
    assert cell.runs == runs


def test_only_texts_have_runs(tmp_path: Path) -> None:
    for cell in (
        '<c r="A1" s="1"><v>7</v></c>',
        '<c r="A1" s="1" t="b"><v>1</v></c>',
        '<c r="A1" s="1" t="e"><v>#N/A</v></c>',
    ):
        assert only(tmp_path, cell, styles=styles("", "<b/>")).runs == ()


PIECE = st.text(st.sampled_from("กนเ \n\t\u0e4d\u0e32\u0e48\u0e34\u200b\u00a0\uf70aa1"), max_size=6)


@given(st.lists(st.tuples(PIECE, st.sampled_from(["", "<rPr/>", BOLD, "<rPr><i/></rPr>"])), min_size=1, max_size=6))
@example([("ก ", BOLD), ("", ""), (" ", "<rPr/>"), ("\nข", "")])
def test_runs_always_add_up_to_the_normal_form(pieces: list[tuple[str, str]]) -> None:
    item = "".join(f'<r>{font}<t xml:space="preserve">{text}</t></r>' for text, font in pieces)
    with TemporaryDirectory() as folder:
        cell = only(Path(folder), '<c r="A1" t="s"><v>0</v></c>', strings=f"<si>{item}</si>")
    assert cell.value == normal("".join(text for text, _ in pieces))
    assert not cell.runs or "".join(run.text for run in cell.runs) == cell.value
    assert all(run.text for run in cell.runs)
    assert all(one[1:] != other[1:] for one, other in zip(cell.runs, cell.runs[1:], strict=False))


# ---------------------------------------------------------------------------------------------- sheets


def test_only_cells_with_a_value_or_a_fault_are_there(tmp_path: Path) -> None:
    sheet = sheet_of(
        tmp_path,
        '<row r="2"><c r="B2" s="1"/><c r="C2"><v>1</v></c></row><row r="3"/><row r="4"><c r="A4"><v></v></c></row>'
        '<row r="9" ht="24"><c r="A9" t="s"/><c r="XFD9" t="str"><v> </v></c></row>',
    )
    assert {place: cell.value for place, cell in sheet.cells.items()} == {(2, 3): 1, (9, 16384): ""}
    assert [(number, [cell.address for cell in cells]) for number, cells in sheet.rows()] == [
        (2, ["C2"]),
        (9, ["XFD9"]),
    ]
    assert sheet.max_row == 9


def test_an_empty_sheet_has_no_rows(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, "<sheetData/>")
    assert (sheet.cells, list(sheet.rows()), sheet.max_row, sheet.merges) == ({}, [], 0, [])


def test_cells_without_addresses_follow_one_another(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
        '<row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    )
    assert {cell.address: cell.value for cell in sheet_of(tmp_path, rows).cells.values()} == {
        "A1": 1, "C1": 2, "C5": 3, "D5": 4, "A6": 5,
    }  # fmt: skip


def test_cells_out_of_order_are_put_in_order(tmp_path: Path) -> None:
    rows = (
        '<row r="7"><c r="B7"><v>4</v></c><c r="A7"><v>3</v></c></row>'
        '<row r="2"><c r="AA2"><v>2</v></c><c r="Z2"><v>1</v></c><c r="AA2"><v>5</v></c></row>'
    )
    sheet = sheet_of(tmp_path, rows)
    assert [(cell.address, cell.value) for _, cells in sheet.rows() for cell in cells] == [
        ("Z2", 1), ("AA2", 5), ("A7", 3), ("B7", 4),
    ]  # fmt: skip
    assert sheet.max_row == 7


def test_joined_ranges_are_given_by_row_and_column(tmp_path: Path) -> None:
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in ("A1:C3", "B5", "AA10:XFD1048576"))
    assert sheet_of(tmp_path, f"<sheetData/><mergeCells>{ranges}</mergeCells>").merges == [
        (1, 1, 3, 3),
        (10, 27, 1048576, 16384),
    ]


def test_sheets_keep_their_order_and_charts_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("ง", "ก"):
            book.add_worksheet(name)
        book.add_chartsheet("กราฟ").set_chart(book.add_chart({"type": "bar"}) or pytest.fail("no chart"))
        book.add_worksheet("_ซ่อน").hide()
        book.charts[0].add_series({"values": "=ก!$A$1:$A$2"})
    assert [(sheet.name, sheet.hidden) for sheet in open_workbook(path).sheets] == [
        ("ง", False), ("ก", False), ("_ซ่อน", True),
    ]  # fmt: skip


def test_a_sheet_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    sheets = open_workbook(
        pack(tmp_path / "ก.xlsx", parts("<row r='1'><c r='A1'><v>1</v></c></row>", "<row r='x'/>"))
    ).sheets
    assert sheets[0].cells[1, 1].value == 1
    with pytest.raises(Rejection, match="sheet2"):
        _ = sheets[1].cells


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>สิบ</v></c></row>',
        '<row r="1"><c r="A1"><v>NaN</v></c></row>',
        '<row r="1"><c r="A1"><v>1E999</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="?"><v>7</v></c></row>',
        '<row r="1"><c r="XFE1"><v>7</v></c></row>',
        '<row r="1"><c r="1"><v>7</v></c></row>',
        '<row r="1"><c r="ก1"><v>7</v></c></row>',
        '<row r="12"><c r="A1"><v>7</v></c></row>',
        '<row r="x"/>',
    ],
)
def test_what_no_excel_writes_is_damage(tmp_path: Path, rows: str) -> None:
    assert reason(tmp_path, rows, strings="<si><t>ก</t></si>") is Reason.DAMAGED


def test_sheets_have_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert reason(tmp_path, '<row r="1048577"/>') is Reason.TOO_LARGE
    monkeypatch.setattr(grid, "MAX_CELLS", 3)
    row = '<row r="1"><c r="A1"/><c r="B1"/></row>'
    book = open_workbook(pack(tmp_path / "ก.xlsx", parts(row, row)))
    assert book.sheets[0].cells == {}
    with pytest.raises(Rejection) as raised:
        _ = book.sheets[1].cells
    assert raised.value.reason is Reason.TOO_LARGE


def test_a_sheet_that_is_not_in_the_file_is_damage(tmp_path: Path) -> None:
    content = {name: data for name, data in parts("<row/>").items() if not name.startswith("xl/worksheets")}
    with pytest.raises(Rejection, match="แผ่น1"):
        open_workbook(pack(tmp_path / "ก.xlsx", content))


def test_a_large_sheet_reads_like_a_small_one(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{row % 7}</v></c><c r="B{row}"><v>{row}.5</v></c></row>'
        for row in range(1, 20_001)
    )
    strings = "".join(f"<si><t>ข้อ {number}</t></si>" for number in range(7))
    path = pack(tmp_path / "ก.xlsx", parts(rows, strings=strings))
    assert zipfile.ZipFile(path).getinfo("xl/worksheets/sheet1.xml").file_size > 1 << 20  # so it is read in pieces
    cells = open_workbook(path).sheets[0].cells
    assert len(cells) == 40_000
    assert cells == {(row, 1): Cell(row, 1, f"ข้อ {row % 7}") for row in range(1, 20_001)} | {
        (row, 2): Cell(row, 2, row + 0.5) for row in range(1, 20_001)
    }
