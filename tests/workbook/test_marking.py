"""The marked copy shows what is wrong, and nothing of what was there is lost, whoever wrote the workbook."""

import io
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from lxml import etree

from generator.model.finding import Finding, Place
from generator.model.rules import cell_rules, workbook_rules
from generator.workbook import marking
from generator.workbook.editing import Edited
from generator.workbook.grid import RawWorkbook
from generator.workbook.marking import is_marked, is_untouched, mark
from generator.workbook.package import Package, Rejection
from tests.workbook.foreign import MAKERS, SECOND, VALID, of_many_sheets, of_notes
from tests.workbook.rich import SHEET, by_libreoffice, by_xlsxwriter, parts_of

OURS: Final = re.compile(
    rb"<(?:s:)?conditionalFormatting (?:(?!</).)*generate:.*?</(?:s:)?conditionalFormatting>"
    rb'|<(?:s:)?legacyDrawing xmlns:r="[^"]*" r:id="\w+"/>'
)


def findings(*places: str, text: str = "12 คน") -> list[Finding]:
    """Return findings at cells of the first sheet; those written in small letters are warnings."""
    found = []
    for place in places:
        rule = cell_rules.NOT_A_NUMBER if place.isupper() else cell_rules.WORDS_WITH_DIGITS
        found.append(Place("ก.xlsx", SHEET, place.upper()).finding(rule, text=text))
    return found


ALL: Final = [
    Place("ก.xlsx").finding(workbook_rules.MISSING_SHEET, name="KR"),
    Place("ก.xlsx", SECOND).finding(workbook_rules.NO_DOCUMENT, name=SECOND),
    *findings("A2", "b3", "B3", "c4", "AB40"),
    Place("ก.xlsx", "ไม่มีแผ่นนี้", "B7").finding(cell_rules.ERROR_VALUE, text="#REF!"),
]


def marked(data: bytes, found: list[Finding] = ALL) -> bytes:
    return mark(Package(data), found, "th")


def opened(data: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data))


def names_of(owner: Any) -> dict[str, str]:
    """Return the names that a workbook or a sheet of openpyxl defines."""
    return {name: defined.attr_text for name, defined in owner.defined_names.items()}


def values(data: bytes) -> dict[str, Any]:
    """Return all cells by sheet, as the reader finds them."""
    return {sheet.name: sheet.cells for sheet in RawWorkbook("ก", Package(data)).sheets}


def notes(data: bytes) -> dict[tuple[str, str], str]:
    """Return the notes of all sheets."""
    package = Package(data)
    found = {}
    for sheet in RawWorkbook("ก", package).sheets:
        for link in package.relations(sheet.part).values():
            if link.kind == "comments":
                root = etree.fromstring(package.read(link.target))
                for note in root.iter("{*}comment"):
                    found[sheet.name, note.get("ref", "")] = "".join(text.text or "" for text in note.iter("{*}t"))
    return found


def settled(part: bytes) -> bytes:
    """Return a sheet without our marks; the numbers by which conditions are ranked, and who is selected, left out."""
    part = re.sub(rb"(priority|tabSelected)=.\d+.", rb"\1", OURS.sub(b"", part))
    return part.replace(b" tabSelected", b"")


@pytest.fixture(scope="module", params=MAKERS)
def theirs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return MAKERS[request.param](tmp_path_factory.mktemp("theirs") / "สมุด.xlsx").read_bytes()


def test_all_parts_are_there_and_only_those_concerned_changed(theirs: bytes) -> None:
    before, after = parts_of(theirs), parts_of(marked(theirs))
    assert [name for name in after if name in before] == list(before), "in their order"
    changed = {name for name in before if before[name] != after[name]}
    sheets = {sheet.part for sheet in RawWorkbook("ก", Package(theirs)).sheets}
    package = Package(theirs)
    linked = {
        link.target.lower()
        for sheet in sheets
        for link in package.relations(sheet).values()
        if link.kind in ("comments", "vmlDrawing")
    }
    index = {"[content_types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    links = {f"xl/worksheets/_rels/{sheet.rpartition('/')[2]}.rels" for sheet in sheets}
    assert {name.lower() for name in changed} <= sheets | linked | index | links
    for name in changed:
        if name.lower() in sheets:
            assert settled(before[name]) == settled(after[name]), name
        elif name.lower() in linked:
            for piece in re.split(rb"<(?:/?\w+:)?[\w/]+[^>]*>", before[name]):
                assert piece in after[name], "no word of theirs is lost"
        elif name.endswith("styles.xml"):
            old, new = (re.sub(rb' count="\d+"', b"", data) for data in (before[name], after[name]))
            for tag in re.findall(rb"<(?:s:)?(?:font|fill|border|xf|dxf)\b.*?>", old):
                assert tag in new


def test_every_cell_of_theirs_reads_as_before(theirs: bytes) -> None:
    before, after = values(theirs), values(marked(theirs))
    assert {name: after[name] for name in before} == before
    assert list(after) == ["ผลการตรวจ", *before]


def test_marking_again_gives_the_same_bytes(theirs: bytes) -> None:
    once = marked(theirs)
    assert marked(theirs) == once == marked(once)


def test_new_findings_replace_old_ones_and_none_leave_only_the_list(theirs: bytes) -> None:
    once = marked(theirs)
    other = findings("A1")
    assert marked(once, other) == marked(marked(marked(theirs, other)), other)
    clean = marked(once, [])
    assert notes(clean) == notes(theirs)
    before, after = parts_of(theirs), parts_of(clean)
    for sheet in RawWorkbook("ก", Package(theirs)).sheets:
        name = next(name for name in before if name.lower() == sheet.part)
        assert settled(before[name]) == settled(after[name]) and b"generate:" not in after[name]
    assert "ไม่พบข้อผิดพลาด" in {cell.value for cell in values(clean)["ผลการตรวจ"].values()}


@pytest.mark.parametrize("name", sorted(set(MAKERS) - {"strict", "bare"}))
def test_openpyxl_reads_the_copy_with_names_and_areas_where_they_were(name: str, tmp_path: Path) -> None:
    theirs = MAKERS[name](tmp_path / "ก.xlsx").read_bytes()
    before, after = opened(theirs), opened(marked(theirs))
    assert after.sheetnames == ["ผลการตรวจ", *before.sheetnames]
    assert names_of(after) == names_of(before)
    for sheet in before.worksheets:
        twin = after[sheet.title]
        assert (twin.print_area, twin.print_title_rows) == (sheet.print_area, sheet.print_title_rows)
        assert names_of(twin) == names_of(sheet)
        assert (twin.sheet_state, twin.protection.sheet) == (sheet.sheet_state, sheet.protection.sheet)
        assert twin.auto_filter.ref == sheet.auto_filter.ref
    assert after.active.title == "ผลการตรวจ"


def test_the_copy_opens_on_the_list_alone(theirs: bytes) -> None:
    """With two sheets selected, what is typed into one goes into the other."""
    chosen = [name for name, part in parts_of(marked(theirs)).items() if re.search(rb'tabSelected="(1|true)"', part)]
    assert chosen == ["xl/worksheets/findings1.xml"]


@pytest.mark.parametrize("name", VALID)
def test_a_marked_copy_is_valid(name: str, tmp_path: Path, made: Callable[[Path], Path]) -> None:
    path = MAKERS[name](tmp_path / f"{name}.xlsx")
    path.write_bytes(marked(path.read_bytes()))
    made(path)
    path.write_bytes(marked(path.read_bytes(), []))
    made(path)


def test_cells_have_colours_and_notes(tmp_path: Path) -> None:
    data = marked(by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes())
    sheet = opened(data)[SHEET]
    fills = {
        str(area.sqref): rule.dxf.fill.bgColor.rgb
        for area, rules in sheet.conditional_formatting._cf_rules.items()
        for rule in rules
        if rule.formula and "generate:" in rule.formula[0]
    }
    assert fills == {"A2 B3 AB40": "FFFFA7A0", "C4": "FFFFE173"}
    assert sheet["B3"].comment.text == (
        "▼ ผลการตรวจ (generate)\n"
        "เตือน C119: “12 คน” เป็นข้อความที่มีตัวเลข พิมพ์ตามที่กรอก และนับรวมเป็น 0 บาท\n"
        "วิธีแก้: หากเป็นงบประมาณ ให้พิมพ์เฉพาะตัวเลข เช่น 50,000 หากเป็นข้อความแทน ให้ปล่อยไว้\n"
        "ผิด C102: “12 คน” ไม่ใช่ตัวเลข\n"
        "วิธีแก้: พิมพ์เฉพาะตัวเลข เช่น 1,200 หรือ ๑,๒๐๐ ส่วนหน่วยนับให้อยู่ในหัวคอลัมน์\n"
        "▲ จบผลการตรวจ"
    )
    assert sheet["A2"].comment.text.startswith("ความเห็นของเจ้าหน้าที่\n▼"), "theirs stays, ours follows"
    assert opened(data)[SECOND]["A1"].comment is not None, "what names no cell goes to the first with text"


def test_ours_win_over_conditions_of_theirs(tmp_path: Path) -> None:
    data = marked(MAKERS["conditions"](tmp_path / "ก.xlsx").read_bytes())
    sheet = parts_of(data)["xl/worksheets/sheet1.xml"]
    ranks = [(int(rank), b"generate:" in rest) for rank, rest in re.findall(rb'priority="(\d+)"(.{0,60})', sheet)]
    assert sorted(ranks)[:2] == [(1, True), (2, True)]
    assert len({rank for rank, _ in ranks}) == len(ranks) > 4
    theirs = parts_of((tmp_path / "ก.xlsx").read_bytes())["xl/worksheets/sheet1.xml"]
    before = re.findall(rb'priority="(\d+)"', theirs)
    assert [rank for rank, ours in ranks if not ours] == [int(rank) + 2 for rank in before]


def test_conditions_of_2010_make_way_too(tmp_path: Path) -> None:
    sheet = parts_of(marked(MAKERS["prefixes"](tmp_path / "ก.xlsx").read_bytes()))["xl/worksheets/sheet1.xml"]
    assert b'x14:cfRule type="expression" priority="3"' in sheet and b'priority="4"' in sheet


def test_a_conversation_gets_no_note_but_a_colour(tmp_path: Path) -> None:
    before = MAKERS["conversations"](tmp_path / "ก.xlsx").read_bytes()
    after = marked(before)
    assert notes(after)[SHEET, "A2"] == notes(before)[SHEET, "A2"]
    assert b'sqref="A2 ' in parts_of(after)["xl/worksheets/sheet1.xml"]


def boxes(data: bytes, part: str) -> dict[tuple[int, int], Any]:
    """Return the boxes of notes by row and column, counted from 1."""
    root = etree.fromstring(parts_of(data)[part])
    return {
        (int(shape.findtext(".//{*}Row")) + 1, int(shape.findtext(".//{*}Column")) + 1): shape
        for shape in root.iter("{*}shape")
    }


def test_every_note_has_one_box_that_is_hidden_and_large_enough(tmp_path: Path) -> None:
    data = marked(of_notes(tmp_path / "ก.xlsx").read_bytes())
    for name, part in ((SHEET, "xl/drawings/vmlDrawing1.vml"), (SECOND, "xl/drawings/vmlDrawing2.vml")):
        found = boxes(data, part)
        assert sorted(found) == sorted(
            openpyxl.utils.cell.coordinate_to_tuple(cell) for sheet, cell in notes(data) if sheet == name
        )
        ids = [shape.get("id") for shape in found.values()]
        assert len(set(ids)) == len(ids)
    shape = boxes(data, "xl/drawings/vmlDrawing1.vml")[40, 28]
    assert "visibility:hidden" in shape.get("style")
    left, _, top, _, right, _, bottom, _ = map(int, shape.findtext(".//{*}Anchor").split(","))
    assert left == 28 and top == 38 and right - left >= 4 and bottom - top >= 5


def test_a_box_is_as_wide_over_wide_and_hidden_columns(tmp_path: Path) -> None:
    def end_of(widths: str) -> tuple[int, int]:
        before = by_xlsxwriter(tmp_path / "ก.xlsx", sparkline=False).read_bytes()
        content = parts_of(before)
        sheet = re.sub(rb"<cols>.*?</cols>", f"<cols>{widths}</cols>".encode(), content["xl/worksheets/sheet1.xml"])
        from tests.workbook.rawzip import pack

        path = pack(tmp_path / "ข.xlsx", content | {"xl/worksheets/sheet1.xml": sheet})
        anchor = boxes(marked(path.read_bytes(), findings("A5")), "xl/drawings/vmlDrawing1.vml")[5, 1]
        right = anchor.findtext(".//{*}Anchor").split(",")
        return int(right[4]), int(right[5])

    assert end_of('<col min="1" max="9" width="80"/>') == (1, 375)
    column, _ = end_of('<col min="2" max="9" width="80" hidden="1"/>')
    assert column > 9


def test_what_an_officer_wrote_behind_ours_stays(tmp_path: Path) -> None:
    from tests.workbook.rawzip import pack

    data = marked(by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes())
    content = parts_of(data)
    name = "xl/comments1.xml"
    content[name] = content[name].replace("▲ จบผลการตรวจ</t>".encode(), "▲ จบผลการตรวจ\nแก้แล้ว</t>".encode())
    again = marked(pack(tmp_path / "ข.xlsx", content).read_bytes(), [])
    assert notes(again)[SHEET, "B3"] == "แก้แล้ว"
    assert notes(again)[SHEET, "A2"] == "ความเห็นของเจ้าหน้าที่แก้แล้ว"


def test_the_list_says_all_with_links(tmp_path: Path) -> None:
    found = [*ALL, *findings("D5", text='=HYPERLINK("x")')]
    sheet = opened(marked(of_many_sheets(tmp_path / "ก.xlsx").read_bytes(), found))["ผลการตรวจ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == ["ที่", "ระดับ", "รหัส", "แผ่นงาน", "ช่อง", "สิ่งที่พบ", "วิธีแก้"]
    assert [row[1:5] for row in rows[1:]] == [
        ["ผิด", "W011", "", ""], ["ผิด", "W015", SECOND, "A1"], ["ผิด", "C102", SHEET, "A2"],
        ["เตือน", "C119", SHEET, "B3"], ["ผิด", "C102", SHEET, "B3"], ["เตือน", "C119", SHEET, "C4"],
        ["ผิด", "C102", SHEET, "AB40"], ["ผิด", "C105", "ไม่มีแผ่นนี้", "B7"], ["ผิด", "C102", SHEET, "D5"],
    ]  # fmt: skip
    assert rows[-1][5] == '“=HYPERLINK("x")” ไม่ใช่ตัวเลข'
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}, "texts, never formulas"
    links = {cell.row: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links[6] == f"'{SECOND}'!A1" and links[7] == f"'{SHEET}'!A2" and not {5, 12} & links.keys()
    assert sheet["A2"].value == "ผิด 7 ข้อ เตือน 2 ข้อ"
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.freeze_panes) == ("$4:$4", "landscape", "A5")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_no_link_leads_to_a_hidden_sheet(tmp_path: Path) -> None:
    found = [Place("ก.xlsx", "ซ่อนสนิท", "A1").finding(cell_rules.NOT_CALCULATED)]
    sheet = opened(marked(of_many_sheets(tmp_path / "ก.xlsx").read_bytes(), found))["ผลการตรวจ"]
    assert sheet["E5"].hyperlink is None and sheet["D5"].value == "ซ่อนสนิท"


def test_a_sheet_of_the_officer_with_the_same_name_is_left_alone(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "ผลการตรวจ"
    book.active["A1"] = "ของเจ้าหน้าที่"
    book.save(path := tmp_path / "ก.xlsx")
    once = marked(path.read_bytes(), findings("A1"))
    assert opened(once).sheetnames == ["ผลการตรวจ (2)", "ผลการตรวจ"]
    assert marked(once, findings("A1")) == once


def test_words_can_be_english_and_are_recognised(tmp_path: Path) -> None:
    data = by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes()
    english = mark(Package(data), ALL, "en")
    assert opened(english)["ผลการตรวจ"]["A1"].value == "What was found in this workbook"
    assert is_marked(Package(english)) and not is_marked(Package(data))
    assert opened(marked(english)).sheetnames == opened(marked(data)).sheetnames


def test_more_findings_than_anybody_reads_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MOST", 2)
    data = marked(by_xlsxwriter(tmp_path / "ก.xlsx").read_bytes(), findings("A1", "A2", "A3"))
    assert "และอีก 1 ข้อ" in opened(data)["ผลการตรวจ"]["A7"].value
    assert (SHEET, "A3") not in notes(data)


def test_a_copy_is_untouched_until_somebody_saves_it(tmp_path: Path) -> None:
    path = by_xlsxwriter(tmp_path / "ก.xlsx")
    assert not is_untouched(path)
    path.write_bytes(marked(path.read_bytes()))
    assert is_untouched(path)
    book = opened(path.read_bytes())
    book.save(path)
    assert is_marked(Package.open(path)) and not is_untouched(path)
    path.write_bytes(b"no workbook")
    assert not is_untouched(path)


def test_a_copy_that_another_program_changed_by_a_few_bytes_is_not_untouched(tmp_path: Path) -> None:
    path = by_xlsxwriter(tmp_path / "ก.xlsx")
    copy = Edited.of(marked(path.read_bytes()))
    copy.set_cell(SHEET, 3, 1, "แก้")
    path.write_bytes(copy.to_bytes())
    assert is_marked(Package.open(path)) and not is_untouched(path)


def test_a_file_that_is_no_workbook_is_rejected() -> None:
    with pytest.raises(Rejection):
        marked(b"PK\x05\x06" + bytes(18))


@pytest.mark.office
@pytest.mark.parametrize("name", ["XlsxWriter", "openpyxl", "many sheets", "conditions", "notes"])
def test_libreoffice_opens_the_copy_and_what_it_saves_is_marked_anew(name: str, tmp_path: Path) -> None:
    makers = MAKERS | {"XlsxWriter": lambda path: by_xlsxwriter(path, sparkline=False)}
    before = makers[name](tmp_path / "ก.xlsx")
    (copy := tmp_path / "ข.xlsx").write_bytes(marked(before.read_bytes()))
    (folder := tmp_path / "office").mkdir()
    plain, shown = by_libreoffice(before, folder).read_bytes(), by_libreoffice(copy, folder).read_bytes()
    old, new = values(plain), values(shown)
    assert list(new) == ["ผลการตรวจ", *old]
    assert {name: [cell.value for cell in new[name].values()] for name in old} == {
        name: [cell.value for cell in cells.values()] for name, cells in old.items()
    }
    assert notes(shown).keys() == notes(marked(before.read_bytes())).keys()
    clean = marked(shown, [])
    assert notes(clean) == notes(plain), "authors and numbers are lost, but not whose words are whose"
    assert b"generate:" not in b"".join(part for part_name, part in parts_of(clean).items() if "sheet" in part_name)
    assert opened(marked(shown)).sheetnames == opened(shown).sheetnames, "no second list"
