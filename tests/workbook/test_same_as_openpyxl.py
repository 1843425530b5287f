"""What is read is, cell for cell, what openpyxl reads: value, number format, runs, errors, merges, hidden sheets."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.cell import Fault
from generator.model.prose import Run
from generator.thai.text import normal
from generator.workbook.grid import open_workbook
from tests.workbook.rawzip import pack, parts

INPUTS: Final = Path(__file__).parents[2] / "inputs"
SHIPPED: Final = sorted(INPUTS.glob("**/[!~]*.xlsx"))

BOLD, ITALIC, UNDERLINE = (f'<rPr><{name}/><sz val="11"/></rPr>' for name in "biu")
STRINGS: Final = (
    "<t>ธรรมดา</t>",
    '<t xml:space="preserve"> วรรคหัวท้าย </t>',
    f"<r><t>ปกติ</t></r><r>{BOLD}<t>หนา</t></r><r>{ITALIC}<t>เอียง</t></r><r>{UNDERLINE}<t>ขีด</t></r>",
    f"<r>{BOLD}<t>หนา</t></r><r>{BOLD}<t>ต่อ</t></r>",
    f"<r>{BOLD}<t></t></r><r><t>หลังช่วงว่าง</t></r>",
    f"<r><t>ก่อน</t></r><r>{BOLD}<t/></r><r>{ITALIC}<t>หลัง</t></r>",
    '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
    f'<r>{BOLD}<t>東</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh><phoneticPr fontId="1"/>',
    '<r><rPr><b val="0"/><u val="none"/></rPr><t>ไม่หนา</t></r>',
    "<r><t>สองช่วง</t></r><r><t>ไม่มีรูปแบบ</t></r>",
    "<t>บรรทัดหนึ่ง\nบรรทัดสอง</t>",
)
STYLES: Final = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="0.000"/>'
    '<numFmt numFmtId="165" formatCode="[$-D07041E]d mmmm yyyy"/></numFmts>'
    "<fonts><font/><font><b/></font><font><i/><u/></font></fonts>"
    "<fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>"
    '<cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="10"/><xf numFmtId="14" fontId="1"/>'
    '<xf fontId="1"/><xf fontId="2"/><xf numFmtId="3"/></cellXfs>'
    '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
NUMBERS: Final = ("0", "12", "-0.5", "1E-7", "4.25")
CELLS: Final = (
    *(f'<c t="s" s="{style}"><v>{index}</v></c>' for style in (0, 5, 6) for index in range(len(STRINGS))),
    *(f'<c s="{style}"><v>{number}</v></c>' for style in (0, 1, 3, 7) for number in NUMBERS),
    '<c s="2"><v>45306</v></c>',
    '<c s="4"><v>45306.75</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="b" s="5"><v>0</v></c>',
    *(f'<c t="e"><v>{error}</v></c>' for error in ("#REF!", "#DIV/0!", "#N/A")),
    "<c><f>6*7</f><v>42</v></c>",
    '<c t="str"><f>"ก"&amp;"ข"</f><v>กข</v></c>',
    '<c t="b"><f>1&gt;0</f><v>1</v></c>',
    '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c t="inlineStr"><is><t>ในช่อง</t></is></c>',
    f'<c t="inlineStr" s="6"><is><r><t>ใน</t></r><r>{BOLD}<t>ช่อง</t></r></is></c>',
    '<c s="5"/>',
)
"""A cell of every kind that Excel writes, without its address; the last has a format only."""


TYPES: Final = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/sharedStrings.xml"
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
<Override PartName="/xl/styles.xml"
    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
</Types>"""


def raw(path: Path) -> Path:
    """Write a workbook of all these cells, one below the other with gaps, with merged cells and a hidden sheet."""
    rows = []
    for number, cell in enumerate(CELLS, 1):
        row = number + number // 3
        placed = cell.replace("<c", f'<c r="C{row}"', 1)
        rows.append(f'<row r="{row}">{placed}</row>')
    sheet = f'<sheetData>{"".join(rows)}</sheetData><mergeCells><mergeCell ref="E2:G4"/></mergeCells>'
    hidden = '<row r="1"><c r="B1"><v>1</v></c></row>'
    made = parts(sheet, hidden, strings="".join(f"<si>{string}</si>" for string in STRINGS), styles=STYLES)
    made["[Content_Types].xml"] = TYPES
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace('sheetId="2"', 'sheetId="2" state="hidden"')
    return pack(path, made)


def expected(value: object, bold: bool = False, italic: bool = False, underline: bool = False) -> tuple[object, Any]:
    """Return the value and the runs that a cell must have by what openpyxl found in it, and the font of the cell.

    Runs without a text say nothing; neighbours of one format are one run.
    """
    if isinstance(value, str) and not isinstance(value, CellRichText):
        text = normal(value)
        return text, (Run(text, bold, italic, underline),) if text and (bold or italic or underline) else ()
    if not isinstance(value, CellRichText):
        return value, ()
    runs: list[Run] = []
    for block in value:
        if isinstance(block, TextBlock):
            run = Run(str(block.text), bool(block.font.b), bool(block.font.i), bool(block.font.u))
        else:
            run = Run(str(block), bold, italic, underline)
        if runs and runs[-1][1:] == run[1:]:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
        elif run.text:
            runs.append(run)
    return normal("".join(run.text for run in runs)), tuple(runs) if any(any(run[1:]) for run in runs) else ()


def compare(path: Path, oracle_path: Path | None = None) -> int:
    """Compare all cells of a workbook with what openpyxl reads in it, or in another; return how many have a value."""
    ours = open_workbook(path)
    theirs = openpyxl.load_workbook(oracle_path or path, rich_text=True, data_only=True)
    assert [sheet.name for sheet in ours.sheets] == [sheet.title for sheet in theirs.worksheets]
    count = 0
    for sheet, oracle in zip(ours.sheets, theirs.worksheets, strict=True):
        assert sheet.hidden == (oracle.sheet_state != "visible")
        assert sorted(sheet.merges) == sorted(
            (area.min_row, area.min_col, area.max_row, area.max_col) for area in oracle.merged_cells.ranges
        )
        found = {
            (cell.row, cell.column): (
                *expected(cell.value, bool(cell.font.b), bool(cell.font.i), bool(cell.font.u)),
                cell.number_format,
                cell.data_type == "e",
            )
            for row in oracle.iter_rows()
            for cell in row
            if cell.value is not None
        }
        assert {
            place: (cell.value, cell.runs, cell.format, cell.fault is Fault.ERROR_VALUE)
            for place, cell in sheet.cells.items()
            if cell.fault is not Fault.NOT_CALCULATED
        } == found
        for place, (value, *_) in found.items():
            assert type(sheet.cells[place].value) is type(value)
        count += len(found)
    return count


def test_what_xlsxwriter_writes_reads_as_openpyxl_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "ก.xlsx"
    with xlsxwriter.Workbook(path) as book:
        bold, italic = book.add_format({"bold": True}), book.add_format({"italic": True})
        under = book.add_format({"underline": 2})
        sheet = book.add_worksheet("ค่าต่าง ๆ")
        for row, value in enumerate(["ก", "ข", 5, -7, 0.63, 1e-7, 1.5e300, 123456789012345, 0.1 + 0.2, True, False]):
            sheet.write(row, 0, value)
        for row, code in enumerate(["0.000", "0%", "@", "#,##0", '0.00" กม."', "[$-D07041E]0.00"]):
            sheet.write(row, 1, 0.63, book.add_format({"num_format": code}))
        for row, code in enumerate(["d/m/yyyy", "d mmm yyyy", "[$-D07041E]d mmmm yyyy", "h:mm", 14, 22]):
            sheet.write(row, 2, 45306.75, book.add_format({"num_format": code}))
        sheet.write_datetime(7, 2, datetime(2024, 1, 15, 13, 30, 5), book.add_format({"num_format": "d/m/yy h:mm:ss"}))
        for row, kind in enumerate((bold, italic, under)):
            sheet.write(row, 3, "ทั้งช่อง", kind)
            sheet.write_rich_string(row, 4, "เป้าหมาย ", kind, "สำคัญ", " มาก", bold)
        sheet.write_rich_string(5, 4, bold, "หนา", italic, "เอียง")
        sheet.write_formula(0, 5, "=1/0", None, "#DIV/0!")
        sheet.write_formula(1, 5, '="ก"&"ข"', None, "กข")
        sheet.write_formula(2, 5, "=1>0", None, True)
        sheet.write_formula(3, 5, "=6*7", None, 42)
        sheet.write_array_formula("G1:G2", "{=A3:A4}", None, 5)
        sheet.merge_range("H2:J5", "รวม")
        sheet.write_blank(9, 9, None, bold)
        book.add_worksheet("ว่าง")
        book.add_worksheet("ซ่อน").hide()
        book.add_worksheet("_รายการ").very_hidden()
    assert compare(path) == 38


def test_what_openpyxl_writes_reads_as_openpyxl_reads_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("KR", 0)
    sheet.append(["ก", 1, 2.5, True, datetime(2024, 1, 15), None, "#REF!"])
    sheet["A3"] = CellRichText("ปกติ ", TextBlock(InlineFont(b=True), "หนา"), " ปกติ")
    sheet["B3"], sheet["B3"].font = "ขีดเส้นใต้", Font(u="single")
    sheet["C3"], sheet["C3"].number_format = 12500, "#,##0.00"
    sheet["AB900"] = "ท้ายสุด"
    sheet.merge_cells("A5:C6")
    book["Sheet"].sheet_state = "hidden"
    book.save(tmp_path / "ก.xlsx")
    assert compare(tmp_path / "ก.xlsx") == 10


TEXT = st.text(st.sampled_from("กขำเอ่ิ \nab1_&<>ํา"), min_size=1, max_size=12)
VALUE = st.one_of(
    TEXT,
    st.integers(-(10**14), 10**14),
    st.floats(-1e12, 1e12).map(lambda number: float(f"{number:.15g}")),
    st.booleans(),
    st.datetimes(datetime(1901, 1, 1), datetime(2999, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
)
FORMATS = ("General", "0", "0.00", "#,##0", "0%", "@", '0.0" คน"')


@settings(max_examples=25)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 60), st.integers(0, 60)),
        st.tuples(VALUE, st.sampled_from(FORMATS), st.booleans(), st.booleans()),
        max_size=25,
    )
)
def test_any_values_read_as_openpyxl_reads_them(values: dict[tuple[int, int], tuple[Any, str, bool, bool]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ก.xlsx"
        with xlsxwriter.Workbook(path, {"strings_to_urls": False, "strings_to_formulas": False}) as book:
            sheet = book.add_worksheet()
            for (row, column), (value, code, bold, italic) in values.items():
                code = "d/m/yyyy h:mm:ss" if isinstance(value, datetime) else code
                sheet.write(row, column, value, book.add_format({"num_format": code, "bold": bold, "italic": italic}))
        compare(path)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_workbook_reads_as_openpyxl_reads_it(path: Path) -> None:
    assert compare(path) > 1_000


def test_there_are_shipped_workbooks_of_both_kinds() -> None:
    assert {path.relative_to(INPUTS).parts[0] for path in SHIPPED} == {"kr", "plans"}


def test_every_kind_of_cell_reads_as_openpyxl_reads_it(tmp_path: Path) -> None:
    assert compare(raw(tmp_path / "ก.xlsx")) == len(CELLS)  # the empty cell has no value, the hidden sheet one


def _first(change: Callable[[Any], object]) -> Callable[[Worksheet], None]:
    """Return what changes the first cell with a value."""

    def fault(sheet: Worksheet) -> None:
        change(next(cell for row in sheet.iter_rows() for cell in row if cell.value is not None))

    return fault


FAULTS: Final[dict[str, Callable[[Worksheet], object]]] = {
    "another value": _first(lambda cell: setattr(cell, "value", 8)),
    "another text": _first(lambda cell: setattr(cell, "value", "ธรรมดๅ")),
    "another number format": _first(lambda cell: setattr(cell, "number_format", "0.00")),
    "a bold cell": _first(lambda cell: setattr(cell, "font", Font(b=True))),
    "a bold run": _first(
        lambda cell: setattr(cell, "value", CellRichText("ธรรม", TextBlock(InlineFont(b=True), "ดา")))
    ),
    "a number as text": lambda sheet: setattr(sheet["C47"], "value", "0"),
    "a cell more": lambda sheet: setattr(sheet["Z99"], "value", 1),
    "a cell less": _first(lambda cell: setattr(cell, "value", None)),
    "a merge more": lambda sheet: sheet.merge_cells("X1:Y2"),
    "a sheet that is shown": lambda sheet: setattr(sheet.parent.worksheets[1], "sheet_state", "visible"),
    "another name": lambda sheet: setattr(sheet, "title", "อื่น"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_comparison_finds_a_planted_fault(tmp_path: Path, fault: str) -> None:
    path, faulty = raw(tmp_path / "ก.xlsx"), tmp_path / "ข.xlsx"
    book = openpyxl.load_workbook(path, rich_text=True, data_only=True)
    book.save(faulty)
    assert compare(path, faulty)
    FAULTS[fault](book.worksheets[0])
    book.save(faulty)
    with pytest.raises(AssertionError):
        compare(path, faulty)
