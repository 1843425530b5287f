"""The page for headquarters: complete, safe, with links that lead somewhere, and the same bytes every time."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from generator import checkpage
from generator.checkpage import address, page, refuse_to_replace, write_page
from generator.checkup import CheckedWorkbook, Checkup
from generator.model.districts import DISTRICTS, find_district
from generator.model.finding import Finding, Place
from generator.model.rules import cell_rules, city_rules, plan_rules
from generator.words import Halt

EVIL = "<script>alert('x')</script>\"'&"


def finding(rule: object = cell_rules.REQUIRED, sheet: str = "ตัววัด", cell: str = "J7", **values: object) -> Finding:
    assert isinstance(rule, type(cell_rules.REQUIRED))
    return Place("แผน.xlsx", sheet, cell).finding(rule, **{"header": "หน่วยนับ", "key": "8.2.14"} | values)


def plan(folder: Path, name: str, district: str, *findings: Finding, year: int = 2568) -> CheckedWorkbook:
    return CheckedWorkbook(
        workbook=folder / name,
        kind="plan",
        district=find_district(district),
        year=year,
        status="พร้อมลงนาม",
        findings=list(findings),
    )


def parsed(
    folder: Path, workbooks: Sequence[CheckedWorkbook], besides: Sequence[CheckedWorkbook] = ()
) -> html.HtmlElement:
    return html.document_fromstring(page(Checkup(workbooks, besides), folder).decode("utf-8"))


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def rows(document: html.HtmlElement) -> list[str]:
    return [text(row) for row in document.xpath("//section[1]//tbody/tr")]


def test_the_worst_district_stands_first_and_those_without_a_plan_are_named(tmp_path: Path) -> None:
    document = parsed(
        tmp_path,
        [
            plan(tmp_path, "1002-ดุสิต.xlsx", "ดุสิต"),
            plan(tmp_path, "1003-หนองจอก.xlsx", "หนองจอก", finding(plan_rules.NO_PROJECT)),
            plan(tmp_path, "1004-บางรัก.xlsx", "บางรัก", finding(), finding(plan_rules.NO_PROJECT)),
            plan(tmp_path, "1005-บางเขน.xlsx", "บางเขน", finding(), finding()),
            CheckedWorkbook(
                workbook=tmp_path / "1006.xlsx", district=find_district("บางกะปิ"), findings=[finding(sheet="", cell="")]
            ),
        ],
    )
    found = rows(document)
    for row, name in zip(found, ("บางกะปิ", "บางเขน", "บางรัก", "หนองจอก", "ดุสิต"), strict=True):
        assert row.split()[1].startswith(name)
    for row, state in zip(found, ("อ่านไม่ได้", "มีข้อผิด", "มีข้อผิด", "มีคำเตือน", "ผ่าน"), strict=True):
        assert state in row
    assert "1006.xlsx" in found[0] and "1005-บางเขน.xlsx" not in found[1], "the usual name says nothing new"
    whole = text(document)
    assert "แผนปี 2568 รายเขต" in whole and "ได้รับแผน 5 เขต ยังไม่ได้รับ 45 เขต" in whole
    assert "สมุดงาน 5 เล่ม ผิด 4 ข้อ เตือน 2 ข้อ" in whole
    assert sum(district.name in text(document.xpath("//section[1]/p")[0]) for district in DISTRICTS) >= 45


def test_it_says_how_many_plans_are_ready_and_how_many_are_drafts(tmp_path: Path) -> None:
    plans = [plan(tmp_path, f"{name}.xlsx", name) for name in ("ดุสิต", "บางรัก", "บางเขน")]
    plans[0].status = "ร่าง"
    document = parsed(tmp_path, [*plans, CheckedWorkbook(workbook=tmp_path / "x.xlsx", district=find_district("สาทร"))])
    assert "สถานะเอกสาร: ร่าง 1 เล่ม · พร้อมลงนาม 2 เล่ม · ลงนาม 0 เล่ม" in text(document)


def test_findings_are_told_by_kind_the_worst_first_and_the_same_words_once(tmp_path: Path) -> None:
    same = [plan(tmp_path, f"{name}.xlsx", name, finding(plan_rules.NO_PROJECT)) for name in ("ดุสิต", "บางรัก", "บางเขน")]
    error = finding(plan_rules.NO_SUCH_PROJECT, target="โครงการ")
    other = plan(tmp_path, "หนองจอก.xlsx", "หนองจอก", error, finding(plan_rules.NO_PROJECT, key="1.1.01"))
    document = parsed(tmp_path, [*same, other])
    assert document.xpath("//article/@id") == ["X338", "X327"]
    first, second = document.xpath("//article[@id='X327']//li")
    assert "(3 แห่ง)" in text(first) and len(first.xpath(".//a")) == 3 and "8.2.14" in text(first)
    assert len(second.xpath(".//a")) == 1 and "1.1.01" in text(second)
    assert "วิธีแก้:" in text(document.get_element_by_id("X327"))
    anchors = {link for link in document.xpath("//table//a/@href") if link.startswith("#")}
    assert anchors == {"#X338", "#X327"}, "the table leads to the kinds"


def test_of_one_kind_errors_stand_before_warnings(tmp_path: Path) -> None:
    error, warning = finding(city_rules.NOT_TAKEN, key="9.9.99"), finding(city_rules.NOT_TAKEN).once_final()
    values = {"name": "ก", "district": "ดุสิต", "other": "KR.xlsx", "city": ""}
    found = [Place("a", "b").finding(one.rule, **{**one.values, **values}) for one in (warning, error)]
    found[0] = found[0].once_final()
    document = parsed(tmp_path, [plan(tmp_path, "ดุสิต.xlsx", "ดุสิต", *found, found[0])])
    first, second = map(text, document.xpath("//article//li/p[1]"))
    assert first.startswith("ผิด") and "9.9.99" in first and second.startswith("เตือน")


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("1022-ภาษีเจริญ.xlsx", "แนบ 8214"),
        ("1002 ดุสิต #1 'ก' 100% \"ข\" <b>&?.xlsx", "ของ'เรา"),
        ("a:b.xlsx", "KR"),
        ("ปี/1001.xlsx", "ตัววัด"),
    ],
)
def test_a_link_leads_to_the_cell_whatever_the_names(tmp_path: Path, name: str, sheet: str) -> None:
    one = plan(tmp_path / "แผน", name, "ดุสิต", finding(sheet=sheet))
    document = parsed(tmp_path / "ผล", [one])
    (link,) = document.xpath("//article//a/@href")
    parts = urlsplit(link)
    assert parts.scheme == parts.netloc == parts.query == ""
    assert link.isascii() and not set(link) & set("\"'<> ")
    assert (tmp_path / "ผล" / unquote(parts.path)).resolve() == (tmp_path / "แผน" / name).resolve()
    assert unquote(parts.fragment) == "'" + sheet.replace("'", "''") + "'!J7"


def test_a_finding_of_a_sheet_or_a_file_has_a_link_too(tmp_path: Path) -> None:
    assert address(tmp_path / "a.xlsx", tmp_path, "KR") == "a.xlsx#%27KR%27!A1"
    assert address(tmp_path / "a.xlsx", tmp_path) == "a.xlsx"


def test_what_a_workbook_says_is_text_and_nothing_else(tmp_path: Path) -> None:
    evil = plan(
        tmp_path, f"{EVIL.replace('/', '')}.xlsx", "ดุสิต", finding(header=EVIL, sheet=EVIL[:31].replace("/", ""))
    )
    evil.status = EVIL
    content = page(Checkup([evil], [CheckedWorkbook(workbook=tmp_path / EVIL.replace("/", ""))]), tmp_path).decode()
    document = html.document_fromstring(content)
    assert document.xpath("//script | //iframe | //object | //img | //link | //@onclick | //@onload | //@src") == []
    assert "<script" not in content and EVIL in text(document)


def test_the_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    content = page(Checkup([plan(tmp_path, "ก.xlsx", "ดุสิต", finding())]), tmp_path).decode()
    for sign in ("http:", "https:", "//", "url(", "@import", "<script", "javascript"):
        assert sign not in content
    assert "@media print" in content and "width=device-width" in content and '<html lang="th">' in content


def test_a_flood_of_findings_is_counted_and_a_long_text_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpage, "MOST_LISTED", 5)
    many = [finding(cell=f"A{number}") for number in range(1, 9)]
    document = parsed(
        tmp_path, [plan(tmp_path, "ก.xlsx", "ดุสิต", *many), plan(tmp_path, "ข.xlsx", "บางรัก", finding(header="ก" * 999))]
    )
    article = document.get_element_by_id("C101")
    assert len(article.xpath(".//li//a")) == 5 and "และอีก 4 ข้อ" in text(article) and "ผิด 9 ข้อ" in text(article)
    long = parsed(tmp_path, [plan(tmp_path, "ข.xlsx", "บางรัก", finding(header="ก" * 999))])
    assert len(text(long.xpath("//li/p")[0])) <= checkpage.LONGEST + 1


def test_kr_workbooks_stand_apart_and_those_compared_with_are_named(tmp_path: Path) -> None:
    kr = CheckedWorkbook(workbook=tmp_path / "KR.xlsx", kind="kr", year=2568)
    besides = CheckedWorkbook(
        workbook=tmp_path / "เมือง.xlsx", kind="kr", year=2568, findings=[finding(sheet="KR", cell="I4")]
    )
    document = parsed(tmp_path, [kr, plan(tmp_path, "ก.xlsx", "ดุสิต")], [besides])
    assert [text(title) for title in document.xpath("//h2")] == ["แผนปี 2568 รายเขต", "สมุดงานอื่น", "สิ่งที่พบ แยกตามชนิด"]
    assert "เทียบกับสมุดงาน KR: เมือง.xlsx" in text(document)
    assert text(document.xpath("//article//a")[0]) == "เมือง.xlsx KR!I4"


def test_two_years_are_two_tables_the_latest_first(tmp_path: Path) -> None:
    document = parsed(tmp_path, [plan(tmp_path, "ก.xlsx", "ดุสิต", year=2567), plan(tmp_path, "ข.xlsx", "ดุสิต")])
    assert [text(title) for title in document.xpath("//h2")] == ["แผนปี 2568 รายเขต", "แผนปี 2567 รายเขต"]


def test_the_same_workbooks_give_the_same_bytes_in_whatever_order(tmp_path: Path) -> None:
    books = [
        plan(tmp_path, f"{name}.xlsx", name, finding(), finding(plan_rules.NO_PROJECT)) for name in ("ดุสิต", "บางรัก")
    ]
    assert page(Checkup(books), tmp_path) == page(Checkup(books[::-1]), tmp_path)


def test_a_page_replaces_a_page_and_nothing_else(tmp_path: Path) -> None:
    write_page(Checkup([]), tmp_path / "r.html")
    write_page(Checkup([plan(tmp_path, "ก.xlsx", "ดุสิต")]), tmp_path / "r.html")
    assert "ดุสิต" in (tmp_path / "r.html").read_text(encoding="utf-8")
    (tmp_path / "งาน.html").write_text("<html>งานของใครบางคน</html>", encoding="utf-8")
    (tmp_path / "folder.html").mkdir()
    for name in ("งาน.html", "folder.html"):
        with pytest.raises(Halt):
            refuse_to_replace(tmp_path / name)
        with pytest.raises(Halt):
            write_page(Checkup([]), tmp_path / name)
