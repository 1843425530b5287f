"""The workbook of headquarters: what stands where, that texts stay texts, that links lead somewhere."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from generator.model.finding import Place
from generator.model.rollup.city import MISSING, NotedFinding, Rollup, Unlisted
from generator.model.rules import workbook_rules
from generator.workbook.rollup import districts, findings, matrix, overview, projects
from generator.workbook.rollup.book import is_rollup, rollup_bytes
from generator.workbook.rollup.links import LONGEST, Links, file_of, place_in, plain_name
from generator.workbook.rollup.pen import LONGEST_TEXT, clipped, page_points
from generator.workbook.styles import FONT
from tests.miniplans import PROJECTS, folder_of, mixed, plan, rolled_up

EVIL = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x.example","x")')


@pytest.fixture(scope="module")
def rolled(tmp_path_factory: pytest.TempPathFactory) -> Rollup:
    return rolled_up(mixed(tmp_path_factory.mktemp("all") / "in"))


@pytest.fixture(scope="module")
def path(rolled: Rollup, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(rolled, tmp_path_factory.mktemp("out") / "รวม.xlsx")


def written(rolled: Rollup, target: Path) -> Path:
    target.write_bytes(rollup_bytes(rolled, target.parent.resolve()))
    return target


def parts(path: Path, pattern: str) -> Iterator[etree._Element]:
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if re.fullmatch(pattern, name):
                yield etree.fromstring(package.read(name))


def rows_of(sheet: Any, first: int) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def test_it_is_a_valid_workbook_of_five_sheets(path: Path, made: Any) -> None:
    book = openpyxl.load_workbook(made(path))
    assert book.sheetnames == [overview.NAME, districts.NAME, matrix.NAME, projects.NAME, findings.NAME]
    assert is_rollup(path)


def test_every_formula_has_its_value(path: Path) -> None:
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            shown = values[sheet.title][cell.coordinate].value
            assert shown is not None or cell.value.startswith("=IF(OR("), f"{sheet.title}!{cell.coordinate}"
    whole = values[districts.NAME]["M55"].value, values[districts.NAME]["I55"].value
    assert whole == (4711.5, 15)
    assert values[overview.NAME]["C3"].value == whole[0] and values[overview.NAME]["B3"].value == whole[1]


def test_all_districts_have_a_row_by_code(path: Path) -> None:
    rows = rows_of(openpyxl.load_workbook(path, data_only=True)[districts.NAME], 5)
    assert [row[0] for row in rows[:50]] == list(range(1001, 1051))
    states = {row[1]: row[3] for row in rows[:50] if row[3] != MISSING}
    assert states == {"พระนคร": "ลงนาม", "ดุสิต": "ร่าง", "มีนบุรี": "อ่านไม่ได้", "ภาษีเจริญ": "ร่าง"}
    (dusit,) = [row for row in rows if row[1] == "ดุสิต"]
    assert dusit[5:13] == [1, 3, 1, 5, 1000, 570.5, 0, 1570.5]
    assert dusit[4] == "1002 ดุสิต #1 'ก' 100%.xlsx" and dusit[15] == 2


def test_the_matrix_marks_what_differs(path: Path) -> None:
    sheet = openpyxl.load_workbook(path, data_only=True)[matrix.NAME]
    rows = {row[1]: row[4:10] for row in rows_of(sheet, 6)[:50]}
    assert rows["พระนคร"] == [1200, 1200, 0, 17, 46, 29]
    assert rows["ดุสิต"] == [1000, 999, -1, 39, "ครบทุกชุมชน", matrix.INCOMPARABLE]
    assert rows["ภาษีเจริญ"] == [1200, None, matrix.ABSENT, 46, None, matrix.ABSENT]
    assert rows["บางรัก"][1:3] == [None, None], "no plan, no difference"
    assert [cell.value for cell in sheet[56]][4:10] == [60000, 2199, -57801, 1806, 46, -1760]
    assert [cell.value for cell in sheet[57]][4:8] == [60000, 60000, None, "ร้อยละ 90"]
    assert [cell.value for cell in sheet[58]][4:6] == [0, -57801]
    formulas = [rule.formula for marks in sheet.conditional_formatting for rule in marks.rules]
    assert ['AND(G6<>"",G6<>0)'] in formulas and ['AND(J6<>"",J6<>0)'] in formulas


def test_without_key_results_the_matrix_shows_the_plans_alone(tmp_path: Path, made: Any) -> None:
    folder = folder_of(tmp_path / "in", {"1001.xlsx": plan("พระนคร"), "1002.xlsx": plan("ดุสิต", targets={})})
    book = openpyxl.load_workbook(made(written(rolled_up(folder), tmp_path / "x.xlsx")), data_only=True)
    heads = [cell.value for cell in book[matrix.NAME][5]]
    assert heads[4:] == [matrix.PLANNED, matrix.PLANNED]
    assert [cell.value for cell in book[matrix.NAME][6]][4:6] == [1200, 46]
    assert "KR" not in str([cell.value for cell in book[districts.NAME][4]])


def test_a_folder_without_targets_and_projects_makes_a_workbook_too(tmp_path: Path, made: Any) -> None:
    folder = folder_of(tmp_path / "in", {"1001.xlsx": plan("พระนคร", projects=[], targets={})})
    rolled = replace(rolled_up(folder), findings=())
    book = openpyxl.load_workbook(made(written(rolled, tmp_path / "x.xlsx")), data_only=True)
    assert book[matrix.NAME]["E3"].value == matrix.NOTHING
    assert book[overview.NAME]["A3"].value == 0, "nothing is filled in yet"


def test_projects_lie_in_a_table_whose_columns_formulas_name(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book[projects.NAME]
    assert [table.ref for table in sheet.tables.values()] == ["A3:T27"]
    names = {name: area.attr_text for name, area in book.defined_names.items()}
    assert names["project_budget"] == f"'{projects.NAME}'!$G$4:$G$27"
    headers = [cell.value for cell in sheet[3]]
    assert headers[6] == "งบประมาณ (บาท)" and len(set(headers)) == len(headers)
    assert [cell.value for cell in sheet["L"][3:11]] == [1, 0, 1, 1, 1, 0, 1, 0]


def test_sheets_are_set_up_for_the_screen_and_for_paper(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    frozen = {sheet.title: sheet.freeze_panes for sheet in book}
    assert list(frozen.values()) == [None, "C5", "E6", "C4", "C4"]
    for sheet in book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert "&P" in sheet.oddFooter.right.text and sheet.oddHeader.left.text.endswith("2568")
        assert bool(sheet.print_title_rows) is (sheet.title != overview.NAME)
    assert {font.name for font in book._fonts} == {FONT}


def test_the_overview_is_fitted_to_a_page_that_ends_between_two_sections(path: Path) -> None:
    """Also where breaks set by hand are forgotten in a sheet that is fitted to a width."""
    sheet = openpyxl.load_workbook(path)[overview.NAME]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    (below,) = [mark.id for mark in sheet.row_breaks.brk]
    usual = sheet.sheet_format.defaultRowHeight
    heights = [sheet.row_dimensions[row].height or usual for row in range(1, below + 1)]
    assert sheet.cell(below + 1, 1).value == "งบประมาณตามกลุ่มเขต"
    assert sheet.cell(below - 2, 1).value == "รวม"
    assert sum(heights[:-2]) + 20 < page_points(overview._WIDTHS) < sum(heights) - 20


def test_charts_are_native_and_name_the_typeface_for_thai(path: Path) -> None:
    charts = list(parts(path, r"xl/charts/chart\d+\.xml"))
    assert len(charts) == 3
    for chart in charts:
        faces = {(face.tag.rpartition("}")[2], face.get("typeface")) for face in chart.iter("{*}latin", "{*}cs")}
        assert faces == {("latin", FONT), ("cs", FONT)}
        cached = [point for cache in chart.iter("{*}numCache") for point in cache.iter("{*}v")]
        assert any(float(point.text or 0) for point in cached), "shown before anything is calculated"


def test_texts_of_workbooks_are_never_formulas(tmp_path: Path, made: Any) -> None:
    drawn = {"1001.xlsx": plan("พระนคร", projects=[f"ค00{n} | 1 | | | ชื่อ{n} | 5 | ฝ่าย{n} |" for n in range(1, 6)])}

    def poison(book: openpyxl.Workbook) -> None:
        for row, text in enumerate(EVIL, 2):
            for column in "EG":
                cell = book["โครงการ"][f"{column}{row}"]
                cell.value, cell.data_type = text, "s"
            book["ส่วนราชการ"][f"A{row}"].value = text
            book["ส่วนราชการ"][f"A{row}"].data_type = "s"

    folder = folder_of(tmp_path / "in", drawn, poison)
    book = openpyxl.load_workbook(made(written(rolled_up(folder), tmp_path / "x.xlsx")))
    sheet = book[projects.NAME]
    assert [cell.value for cell in sheet["F"][3:]] == list(EVIL)
    assert {cell.data_type for column in "FJ" for cell in sheet[column][3:]} == {"s"}
    labels = [cell for cell in book[overview.NAME]["A"] if cell.value in EVIL]
    assert len(labels) == len(EVIL) and {cell.data_type for cell in labels} == {"s"}


def test_links_lead_to_the_workbooks_and_their_cells(path: Path, rolled: Rollup) -> None:
    book = openpyxl.load_workbook(path)
    link = book[projects.NAME]["E4"].hyperlink
    (workbook,) = [row.workbook for row in rolled.districts if row.district.code == "1001"]
    assert workbook is not None
    target = link.target.replace("\\", "/")
    assert (path.parent / target).resolve() == workbook.resolve(), "relative to where the roll-up lies"
    assert link.location == "'โครงการ'!E2"
    odd = next(cell.hyperlink.target for cell in book[districts.NAME]["E"] if cell.hyperlink and "ดุสิต" in cell.value)
    assert odd.endswith("1002%20ดุสิต%20%231%20'ก'%20100%25.xlsx")
    assert book[matrix.NAME]["F7"].hyperlink.location == "'ตัววัด'!E3"
    assert book[matrix.NAME]["E7"].hyperlink.location.startswith("'แนบ 8214'!")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("แผน #1.xlsx", "แผน%20%231.xlsx"),
        ("100%25.xlsx", "100%2525.xlsx"),
        ("[a]{b}^`<>.xlsx", "%5ba%5d%7bb%7d%5e%60%3c%3e.xlsx"),
        ("a\nb.xlsx", None),
        ("a\\b.xlsx", None),
        ("\udcff.xlsx", None),
        ("ก" * 256, None),
    ],
)
def test_names_that_excel_cannot_follow_are_no_links(tmp_path: Path, name: str, address: str | None) -> None:
    assert file_of(tmp_path / name, tmp_path) == address


def test_names_of_sheets_are_quoted_and_bounded() -> None:
    assert place_in("ของ 'เรา' #2", "B7") == "'ของ ''เรา'' #2'!B7"
    assert place_in("แผ่น", "") == "'แผ่น'!A1"
    assert place_in("", "B7") == ""
    assert place_in("ก" * LONGEST, "A1") is None
    assert plain_name(Path("\udcff.xlsx")) == "�.xlsx"


def test_a_sheet_takes_no_more_links_than_excel_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workbook.rollup.links.MOST", 2)
    links = Links(openpyxl_free_sheet(), tmp_path)
    assert [links.put(row, 0, None, tmp_path / "a.xlsx") for row in range(4)] == [True, True, False, False]


def openpyxl_free_sheet() -> Any:
    from xlsxwriter import Workbook

    return Workbook("unused.xlsx", {"in_memory": True}).add_worksheet()


def test_odd_names_and_long_texts_make_a_valid_workbook(tmp_path: Path, rolled: Rollup, made: Any) -> None:
    noted = [
        NotedFinding(
            workbook=tmp_path / name,
            district=None,
            finding=Place(name, sheet, "A1").finding(workbook_rules.MISSING_SHEET, name="ก" * 40_000),
        )
        for name, sheet in (("\udcff.xlsx", "แผ่น"), ("a\x01b.xlsx", "\x02"), ("ก" * 300, "'#!"))
    ]
    target = made(written(replace(rolled, findings=noted), tmp_path / "x.xlsx"))
    sheet = openpyxl.load_workbook(target)[findings.NAME]
    assert all(cell.hyperlink is None for cell in sheet["I"][3:])
    assert len(clipped("ก" * 40_000)) == LONGEST_TEXT
    assert max(len(cell.value) for cell in sheet["G"][3:]) == LONGEST_TEXT


def test_findings_that_are_not_listed_have_a_row_that_counts_them(tmp_path: Path, rolled: Rollup) -> None:
    row = rolled.districts[0]
    more = Unlisted(workbook=tmp_path / "x.xlsx", district=row.district, errors=7, warnings=0)
    book = openpyxl.load_workbook(written(replace(rolled, unlisted=[more]), tmp_path / "x.xlsx"), data_only=True)
    lines = [line for line in rows_of(book[findings.NAME], 4) if line[9] == 7]
    assert [(line[0], line[2], line[6]) for line in lines] == [(1001, findings.ERROR, "และอีก 7 ข้อ")]


def test_no_other_workbook_is_taken_for_a_roll_up(tmp_path: Path) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan(projects=PROJECTS)})
    (tmp_path / "no.xlsx").write_bytes(b"no zip")
    assert not is_rollup(tmp_path / "1022.xlsx") and not is_rollup(tmp_path / "no.xlsx")
    assert not is_rollup(tmp_path / "missing.xlsx")
