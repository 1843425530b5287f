"""A copy of a workbook with other values in a few cells, and not one byte more changed than that takes."""

import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from generator.model.cell import Cell
from generator.model.prose import Prose, Run
from generator.workbook import markup
from generator.workbook.editing import Edited
from generator.workbook.entries import Unwritable
from generator.workbook.grid import RawWorkbook
from generator.workbook.package import Package, Reason, Rejection
from generator.workbook.sheetpart import Obstacle, SheetPart, Untouchable
from tests.steps import steps
from tests.workbook.opened import MAIN
from tests.workbook.rawzip import pack, parts, relations
from tests.workbook.rich import SHEET, by_libreoffice, by_openpyxl, by_xlsxwriter, parts_of

IGNORABLE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="urn:a"'
)


def cells(data: bytes, sheet: str = SHEET) -> dict[tuple[int, int], Cell]:
    """Return the cells of a sheet as the reader finds them."""
    return next(found for found in RawWorkbook("ก", Package(data)).sheets if found.name == sheet).cells


def opened(data: bytes) -> Any:
    """Return the sheet as openpyxl sees it; it warns of what it will not keep."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)[SHEET]


def differing(before: bytes, after: bytes) -> set[str]:
    """Return the names of the parts that are not what they were; the order of parts must be the same."""
    old, new = parts_of(before), parts_of(after)
    assert [name for name in new if name in old] == [name for name in old if name in new]
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def without(data: bytes, *places: str) -> bytes:
    """Return the XML of a sheet without some of its cells and without its dimension."""
    for place in places:
        data = re.sub(rb'<c r="%s"(?:[^>]*/>|.*?</c>)' % place.encode(), b"", data, flags=re.DOTALL)
    return re.sub(rb"<dimension [^>]*/>", b"", data)


def drawn(tmp_path: Path, *sheets: str, **more: str) -> bytes:
    """Return a workbook of which only the rows of its sheets are drawn, with the content types that Excel asks for."""
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    path = tmp_path / "ก.xlsx"
    pack(path, {"[Content_Types].xml": types} | parts(*sheets, **more))
    return path.read_bytes()


@pytest.fixture(params=[by_xlsxwriter, by_openpyxl], ids=["XlsxWriter", "openpyxl"])
def rich(request: pytest.FixtureRequest, tmp_path: Path) -> bytes:
    return request.param(tmp_path / "สมุด.xlsx").read_bytes()


def test_only_the_sheet_and_the_order_to_calculate_change(rich: bytes) -> None:
    copy = Edited.of(rich)
    copy.set_cell(SHEET, 3, 1, "ใหม่ & <ดี>")
    copy.set_cell(SHEET, 3, 2, 99)
    after = copy.to_bytes()
    assert differing(rich, after) <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    assert cells(after)[3, 1].value == "ใหม่ & <ดี>" and cells(after)[3, 2].value == 99
    old, new = (parts_of(data)["xl/worksheets/sheet1.xml"] for data in (rich, after))
    assert without(old, "A3", "B3") == without(new, "A3", "B3")
    assert b'fullCalcOnLoad="1"' in parts_of(after)["xl/workbook.xml"]


def test_a_copy_without_changes_has_the_same_parts(rich: bytes) -> None:
    assert differing(rich, Edited.of(rich).to_bytes()) == set()


def test_equal_changes_make_equal_bytes_in_any_order(rich: bytes) -> None:
    def changed(*places: tuple[int, int]) -> bytes:
        copy = Edited.of(rich)
        for row, column in places:
            copy.set_cell(SHEET, row, column, row * column)
        return copy.to_bytes()

    assert changed((2, 2), (30, 1), (3, 12), (40, 40)) == changed((40, 40), (3, 12), (30, 1), (2, 2))


def test_a_changed_copy_is_sound_and_openpyxl_reads_it(rich: bytes, tmp_path: Path, made: Any) -> None:
    copy = Edited.of(rich)
    copy.set_cell(SHEET, 2, 1, Prose(((Run("หนา", bold=True), Run(" ปกติ")), (Run("ขีด", underline=True),))))
    copy.set_cell(SHEET, 3, 1, "  สองวรรค  ")
    copy.set_cell(SHEET, 4, 2, None)
    copy.set_cell(SHEET, 5, 2, True)
    copy.add_row(SHEET, 6, {1: "เพิ่ม", 2: 50}, height=48)
    copy.set_cell(SHEET, 60, 30, 0.1)
    path = tmp_path / "แก้.xlsx"
    path.write_bytes(copy.to_bytes())
    if b"openpyxl" not in parts_of(rich)["docProps/core.xml"]:  # its own styles are not valid, and are not touched
        made(path)
    sheet = opened(path.read_bytes())
    assert str(sheet["A2"].value) == "หนา ปกติ\nขีด"
    assert [run.font.b for run in sheet["A2"].value if hasattr(run, "font")] == [True, False, False]
    assert [sheet[place].value for place in ("A3", "B4", "B5", "A6", "B6", "AD60")] == [
        "  สองวรรค  ", None, True, "เพิ่ม", 50, 0.1
    ]  # fmt: skip
    assert sheet.dimensions.endswith("AD60")
    assert next(iter(sheet.tables.values())).ref == "A1:D6", "the table takes in the row below it"


def test_formats_stay_and_new_cells_take_those_of_their_row_or_column(tmp_path: Path) -> None:
    before = by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes()
    copy = Edited.of(before)
    copy.set_cell(SHEET, 2, 3, 0.5)
    copy.set_cell(SHEET, 20, 1, "ใหม่")
    copy.set_cell(SHEET, 10, 3, "ใหม่")
    sheet = opened(copy.to_bytes())
    assert sheet["C2"].number_format == "0.0%"
    assert (sheet["A20"].number_format, sheet["A20"].font.color.rgb) == ("@", "FF1F3864")
    assert sheet["C10"].font.b


def test_a_run_has_the_font_of_its_cell(tmp_path: Path) -> None:
    copy = Edited.of(by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes())
    copy.set_cell(SHEET, 3, 1, Prose(((Run("ก"), Run("ข", italic=True)),)))
    value: Any = opened(copy.to_bytes())["A3"].value
    assert [(run.font.rFont, run.font.sz, run.font.color.rgb, run.font.i) for run in value] == [
        ("TH Sarabun New", 16, "FF1F3864", False),
        ("TH Sarabun New", 16, "FF1F3864", True),
    ]


def test_plain_text_in_a_bold_cell_is_read_as_plain(tmp_path: Path) -> None:
    copy = Edited.of(by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes())
    copy.set_cell(SHEET, 2, 8, Prose.of("ไม่หนา"))
    copy.set_cell(SHEET, 10, 2, Prose(((Run("หนา", bold=True),),)))
    found = cells(copy.to_bytes())
    assert found[2, 8].value == "ไม่หนา" and not any(run.bold for run in found[2, 8].runs)
    assert found[10, 2].runs == (Run("หนา", bold=True),)


@pytest.mark.parametrize(
    ("row", "column", "obstacle"),
    [(2, 6, Obstacle.ARRAY), (3, 6, Obstacle.ARRAY), (3, 9, Obstacle.MERGED)],
    ids=["array formula", "in its range", "below a merged cell"],
)
def test_a_cell_that_hangs_on_others_is_refused(rich: bytes, row: int, column: int, obstacle: Obstacle) -> None:
    copy = Edited.of(rich)
    with pytest.raises(Untouchable) as refused:
        copy.set_cell(SHEET, row, column, 1)
    assert refused.value.obstacle is obstacle
    copy.set_cell(SHEET, 2, 8, "มุมของช่องผสาน")


def test_a_shared_formula_is_refused(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">1+1</f><v>2</v></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    for row in (1, 2):
        with pytest.raises(Untouchable) as refused:
            Edited.of(drawn(tmp_path, rows)).set_cell("แผ่น1", row, 1, 1)
        assert refused.value.obstacle is Obstacle.SHARED


def chained(tmp_path: Path, chain: str) -> bytes:
    """Return a workbook of two sheets with formulas, and Excel's order of calculating them."""
    row = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>2+2</f><v>4</v></c></row>'
    content = parts(row, row)
    content["xl/_rels/workbook.xml.rels"] = relations(
        *((f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}", target)
          for kind, target in (("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"),
                               ("calcChain", "calcChain.xml")))
    )  # fmt: skip
    content["xl/calcChain.xml"] = f'<calcChain xmlns="{MAIN[1:-1]}">{chain}</calcChain>'
    content["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/calcChain.xml" ContentType="a/b"/></Types>'
    )
    pack(path := tmp_path / "ก.xlsx", content)
    return path.read_bytes()


def test_a_replaced_formula_leaves_the_order_of_calculating(tmp_path: Path) -> None:
    copy = Edited.of(chained(tmp_path, '<c r="A1" i="2"/><c r="B1"/><c r="A1" i="1"/><c r="B1"/>'))
    copy.set_cell("แผ่น2", 1, 1, 7)
    after = copy.to_bytes()
    chain = etree.fromstring(parts_of(after)["xl/calcChain.xml"])
    assert [(cell.get("r"), cell.get("i")) for cell in chain] == [("B1", "2"), ("A1", "1"), ("B1", None)]
    assert not cells(after, "แผ่น2")[1, 1].formula and cells(after, "แผ่น1")[1, 1].formula


def test_an_order_of_calculating_without_cells_goes_away(tmp_path: Path) -> None:
    copy = Edited.of(chained(tmp_path, '<c r="A1" i="2"/>'))
    copy.set_cell("แผ่น2", 1, 1, 7)
    after = parts_of(copy.to_bytes())
    assert "xl/calcChain.xml" not in after
    assert b"calcChain" not in after["[Content_Types].xml"] + after["xl/_rels/workbook.xml.rels"]


def test_what_only_excel_understands_stays_as_it_is_written(tmp_path: Path) -> None:
    sheet = (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n"
        f'<x:worksheet xmlns:x="{MAIN[1:-1]}" {IGNORABLE}><x:dimension ref="A1"/><x:sheetData>\n'
        '<x:row r="2"  spans="1:2" x14ac:dyDescent=\'0.3\'><x:c r="A2" cm="1" s="0"><x:v>1</x:v></x:c></x:row>'
        "<x:row r='4'/></x:sheetData><!-- ก --><x:pageMargins left='1'/></x:worksheet>"
    )
    content = parts("") | {"xl/worksheets/sheet1.xml": sheet}
    pack(path := tmp_path / "ก.xlsx", content)
    copy = Edited.of(path.read_bytes())
    for row, column, value in ((1, 1, 5), (2, 3, "ค"), (3, 2, 6), (4, 1, 7), (5, 1, 8)):
        copy.set_cell("แผ่น1", row, column, value)
    after = parts_of(copy.to_bytes())["xl/worksheets/sheet1.xml"].decode()
    assert after == (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n"
        f'<x:worksheet xmlns:x="{MAIN[1:-1]}" {IGNORABLE}><x:dimension ref="A1:C5"/><x:sheetData>\n'
        '<x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row>'
        '<x:row r="2" spans="1:3" x14ac:dyDescent=\'0.3\'><x:c r="A2" cm="1" s="0"><x:v>1</x:v></x:c>'
        '<x:c r="C2" t="inlineStr"><x:is><x:t xml:space="preserve">ค</x:t></x:is></x:c></x:row>'
        '<x:row r="3"><x:c r="B3"><x:v>6</x:v></x:c></x:row>'
        "<x:row r='4'><x:c r=\"A4\"><x:v>7</x:v></x:c></x:row>"
        '<x:row r="5"><x:c r="A5"><x:v>8</x:v></x:c></x:row>'
        "</x:sheetData><!-- ก --><x:pageMargins left='1'/></x:worksheet>"
    )


def test_rows_and_cells_need_not_say_where_they_are(tmp_path: Path) -> None:
    copy = Edited.of(drawn(tmp_path, "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
    copy.set_cell("แผ่น1", 1, 2, 20)
    copy.set_cell("แผ่น1", 2, 2, 40)
    found = cells(copy.to_bytes(), "แผ่น1")
    assert {place: cell.value for place, cell in found.items()} == {(1, 1): 1, (1, 2): 20, (2, 1): 3, (2, 2): 40}


def test_ten_times_as_many_rows_take_ten_times_as_many_steps() -> None:
    def taken(count: int) -> int:
        rows = "".join(f'<row r="{row}">{"<c><v>1</v></c>" * 8}</row>' for row in range(1, count + 1))
        sheet = SheetPart(
            "ก.xml", f'<worksheet xmlns="{MAIN[1:-1]}"><sheetData>{rows}</sheetData></worksheet>'.encode()
        )
        for row in range(1, count + 1):
            sheet.set(row, 2, "ข", lambda run, prefix: "")
        return steps(sheet.to_bytes)

    assert taken(400) < 11 * taken(40)


def test_an_empty_sheet_takes_cells(tmp_path: Path) -> None:
    copy = Edited.of(drawn(tmp_path, "<sheetData/>"))
    copy.set_cell("แผ่น1", 7, 3, 1.5)
    copy.set_cell("แผ่น1", 2, 1, 2)
    assert [(place, cell.value) for place, cell in cells(copy.to_bytes(), "แผ่น1").items()] == [
        ((2, 1), 2),
        ((7, 3), 1.5),
    ]


def test_what_xml_cannot_hold_is_written_as_excel_does(tmp_path: Path) -> None:
    copy = Edited.of(drawn(tmp_path, ""))
    copy.set_cell("แผ่น1", 1, 1, "ก\x0b_x0041_")
    data = copy.to_bytes()
    assert b"_x000B__x005F_x0041_" in parts_of(data)["xl/worksheets/sheet1.xml"]
    assert cells(data, "แผ่น1")[1, 1].value == "ก\n_x0041_"


def test_a_text_too_long_for_excel_is_refused(tmp_path: Path) -> None:
    copy = Edited.of(drawn(tmp_path, ""))
    copy.set_cell("แผ่น1", 1, 1, "ก" * 32_767)
    with pytest.raises(Unwritable):
        copy.set_cell("แผ่น1", 1, 1, "ก" * 32_768)


def test_a_sheet_in_utf_16_is_changed_too(tmp_path: Path) -> None:
    content = parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    text = content["xl/worksheets/sheet1.xml"]
    assert isinstance(text, str)
    content["xl/worksheets/sheet1.xml"] = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    pack(path := tmp_path / "ก.xlsx", content)
    copy = Edited.of(path.read_bytes())
    copy.set_cell("แผ่น1", 1, 2, "ข")
    after = copy.to_bytes()
    assert [cell.value for cell in cells(after, "แผ่น1").values()] == [1, "ข"]
    assert b'encoding="UTF-8"' in parts_of(after)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    ("sheet", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>', Reason.DAMAGED),
        ("<worksheet><row></worksheet>", Reason.DAMAGED),
        (f'<chartsheet xmlns="{MAIN[1:-1]}"/>', Reason.DAMAGED),
        (f'<worksheet xmlns="{MAIN[1:-1]}"><sheetData><row r="ก"/></sheetData></worksheet>', Reason.DAMAGED),
        (f'<worksheet xmlns="{MAIN[1:-1]}"><sheetData><row><c r="1A"/></row></sheetData></worksheet>', Reason.DAMAGED),
    ],
    ids=["document type", "faulty XML", "chart", "row", "cell"],
)
def test_a_faulty_sheet_is_rejected(tmp_path: Path, sheet: str, reason: Reason) -> None:
    pack(path := tmp_path / "ก.xlsx", parts("") | {"xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(Rejection) as rejected:
        Edited.of(path.read_bytes()).set_cell("แผ่น1", 1, 1, 1)
    assert rejected.value.reason is reason


def test_a_part_is_added_with_its_type_and_its_relation(
    rich: bytes, tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    copy = Edited.of(rich)
    sheet, kind = (
        "xl/worksheets/sheet1.xml",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customProperty",
    )
    link = copy.parts.add(
        "xl/customProperty9.bin",
        b"ab",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty",
        sheet,
        kind,
    )
    path = tmp_path / "เพิ่ม.xlsx"
    path.write_bytes(copy.to_bytes())
    found = Package.open(path)
    assert found.read("xl/customProperty9.bin") == b"ab"
    assert found.relations(sheet)[link] == ("customProperty", "xl/customproperty9.bin")
    assert len(found.relations(sheet)) == len(Package(rich).relations(sheet)) + 1
    assert opened(path.read_bytes())["A2"].value == "รายการ 1"


def test_a_sheet_without_relations_gets_them(tmp_path: Path) -> None:
    copy = Edited.of(drawn(tmp_path, ""))
    sheet = "xl/worksheets/sheet1.xml"
    assert [copy.parts.add(f"xl/ข{n}.xml", b"<a/>", "a/b", sheet, "urn:relation/kind") for n in (1, 2)] == [
        "rId1",
        "rId2",
    ]
    copy.parts.declare("rels", "c/d")
    after = copy.to_bytes()
    assert [link.target for link in Package(after).relations(sheet).values()] == ["xl/ข1.xml", "xl/ข2.xml"]
    types = etree.fromstring(parts_of(after)["[Content_Types].xml"])
    assert [(known.get("Extension"), known.get("PartName")) for known in types] == [
        ("rels", None),
        (None, "/xl/ข1.xml"),
        (None, "/xl/ข2.xml"),
    ]


def test_a_sheet_of_too_many_elements_is_not_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_ELEMENTS", 3)
    with pytest.raises(Rejection) as rejected:
        Edited.of(drawn(tmp_path, "<row/>" * 2)).set_cell("แผ่น1", 1, 1, 1)
    assert rejected.value.reason is Reason.TOO_LARGE


@pytest.mark.office
def test_a_workbook_that_libreoffice_saved_is_changed_as_little(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    folder = tmp_path / "office"
    folder.mkdir()
    before = by_libreoffice(by_xlsxwriter(tmp_path / "สมุด.xlsx", sparkline=False), folder).read_bytes()
    copy = Edited.of(before)
    copy.set_cell(SHEET, 3, 1, Prose(((Run("หนา", bold=True), Run(" ปกติ")),)))
    copy.set_cell(SHEET, 3, 2, 99)
    copy.add_row(SHEET, 30, {1: "ท้าย"})
    (changed := tmp_path / "แก้.xlsx").write_bytes(after := copy.to_bytes())
    made(changed)
    assert differing(before, after) <= {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}
    again = tmp_path / "again"
    again.mkdir()
    found = cells(by_libreoffice(changed, again).read_bytes())
    assert found[3, 1].value == "หนา ปกติ" and found[3, 1].runs[0].bold
    assert (found[3, 2].value, found[30, 1].value) == (99, "ท้าย")
