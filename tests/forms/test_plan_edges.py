"""A plan that has almost nothing, too much, or the unexpected prints well all the same."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any, Final

import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.batch import make_documents
from generator.checks.plan import check
from generator.forms.plan_form import plan_context
from generator.model.cell import Cell
from generator.model.codes import Address
from generator.model.districts import find_district
from generator.model.form import Rows
from generator.model.kinds import Refusal
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.indicators import IndicatorDefinition, Negotiated, Scoring
from generator.model.plan.lists import Objective, Work
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import AGENCY, ROUTINE, Project, Step, Support
from generator.model.plan.settings import PlanSettings
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.thai.numerals import to_thai
from generator.workbook.blank import write_workbook
from tests.forms.test_plan_template import DIMENSION, SETTINGS, blocks, cells, fill, opened, wording

Made = Callable[[Path], Path]

LONG: Final = "โครงการพัฒนาคุณภาพชีวิตของประชาชนในพื้นที่เพื่อความเป็นอยู่ที่ดี"
FRESH: Final = prefilled(SETTINGS.district or find_district("ภาษีเจริญ"), 2567)
BROKEN: Final = "\u200b"
"""Where a figure may go on below."""


@pytest.fixture
def plan(tmp_path: Path, made: Made) -> Callable[..., Any]:
    """Return a function that prints the plan of these sheets and of those of one dimension, and opens it."""

    def plan(**sheets: Any) -> Any:
        document = opened(fill(**(DIMENSION | sheets)), tmp_path / "plan.docx")
        made(tmp_path / "plan.docx")
        return document

    return plan


def project(number: int, part: str = AGENCY, **facts: Any) -> Project:
    defaults = {"name": f"โครงการที่ {number}", "budget": Value.of(100 * number), "division": "ฝ่ายโยธา"}
    return Project(code=f"ค{number:03}", part=part, **(defaults | facts))


def table(document: Any, head: str) -> Table:
    """Return the last table with these words in its header."""
    return next(found for found in reversed(document.tables) if head in " ".join(c.text for c in found.rows[0].cells))


def rows(found: Table) -> list[list[str]]:
    return [[" ".join(cell.text.split()) for cell in cells(row)] for row in found.rows]


def thai(numbers: range) -> list[str]:
    return [to_thai(str(number)) for number in numbers]


def is_whole(row: Any) -> bool:
    return row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def book(**sheets: Any) -> PlanBook:
    records = {type(own[0]): own for own in (DIMENSION | sheets).values() if own}
    return PlanBook.of(Rows({PlanSettings: [SETTINGS], **records}))


def test_no_heading_of_a_blank_workbook_stands_alone(tmp_path: Path, made: Made) -> None:
    sheets = {sheet.__name__: own for sheet, own in FRESH.by_sheet.items() if own}
    texts = [text for text in wording(opened(fill(**sheets), tmp_path / "blank.docx")) if text]
    made(tmp_path / "blank.docx")
    below = dict(pairwise(texts))
    for heading in (
        "แผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี พ.ศ. ๒๕๖๗",
        "ตัววัดผลหลัก (Key Result) และค่าเป้าหมายประเด็นการพัฒนา ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
        "ส่วนที่ ๑ การดำเนินงานตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี พ.ศ. ๒๕๖๗",
        *(text for text in texts if text.startswith("องค์ประกอบที่")),
    ):
        assert below[heading] == "-", heading
    assert not any("มีอาณาเขตติดต่อ" in text or "None" in text for text in texts)


@pytest.mark.parametrize(
    "sheets",
    [
        {"measures": [Measure(name="ไม่มีรหัส", target=Value.of(1)), *DIMENSION["measures"]]},
        {"objectives": [Objective(name="ไม่มีรหัส"), *DIMENSION["objectives"]]},
        {"negotiated": [Negotiated(code="1.1.1")], "definitions": [IndicatorDefinition(owner="ค 1.1.1")]},
        {"projects": [project(1, parent="ค001"), project(2, part_of="ค002")]},
        {"projects": [project(1, parent="ค002"), project(2, parent="ค001"), project(3, parent="ค002")]},
        {"steps": [Step(project="ค001", first=9, last=10)]},
    ],
    ids=["no-code", "no-objective", "no-part", "own-parent", "in-a-circle", "ends-before-it-begins"],
)
def test_what_is_an_error_does_not_break_what_is_said_about_it(sheets: Any) -> None:
    plan_context(faulty := book(**sheets))
    list(check(faulty))


def test_forty_sub_projects_are_numbered_counted_and_added_up(plan: Callable[..., Any]) -> None:
    children = [project(number, parent="ค001", division="") for number in range(2, 42)]
    document = plan(projects=[project(1, budget=Value()), *children])
    listed = rows(table(document, "รหัสนโยบาย/"))[1:]
    assert [line[0].split()[0] for line in listed[1:]] == [f"{number}." for number in thai(range(1, 41))]
    assert (len(listed), listed[0][1], listed[-1][2]) == (41, "", "ฝ่ายโยธา")
    assert rows(table(document, "ลำดับที่"))[-1][1] == "๘๖,๐๐๐"
    assert "โครงการ/กิจกรรมสำคัญ รวมจำนวน ๔๐ โครงการ/กิจกรรม" in wording(document)


def test_sub_projects_away_from_their_parent_stand_with_it(plan: Callable[..., Any]) -> None:
    away = [project(3, parent="ค002"), project(1), project(2), project(5, parent="ค001"), project(4, parent="ค002")]
    supports = [Support(project=f"ค00{number}", served="OKR 1.1.01") for number in (3, 1, 2)]
    document = plan(projects=away, supports=supports)
    numbered = [line[0] for line in rows(table(document, "รหัสนโยบาย/"))[1:]]
    assert numbered == [
        "๑. โครงการที่ ๑",
        "๑.๑ โครงการที่ ๕",
        "๒. โครงการที่ ๒",
        "๒.๑ โครงการที่ ๓",
        "๒.๒ โครงการที่ ๔",
    ]
    summary = [line[1] for line in rows(table(document, "ลำดับที่"))[1:-1]]
    assert summary == ["โครงการที่ ๕", "โครงการที่ ๓", "โครงการที่ ๔"]


def test_what_looks_like_a_tag_prints_as_it_was_typed(plan: Callable[..., Any]) -> None:
    typed = "{{ x }} {% for a in b %} {# c #} <b>&amp;</b>"
    changed = {
        "dimensions": [replace(DIMENSION["dimensions"][0], name=typed)],
        "projects": [project(1, name=typed, short=f"{typed} [เขต] [ปี]")],
        "steps": [Step(project="ค001", text=Prose.of(typed), first=10)],
    }
    document = plan(**changed)
    assert rows(table(document, "รหัสนโยบาย/"))[1][0] == typed
    assert f"{typed} ภาษีเจริญ ๒๕๖๗" in rows(table(document, "ลำดับที่"))[1][1]
    assert rows(table(document, "ขั้นตอนการปฏิบัติงาน"))[2][0] == f"๑. {typed}"


def test_a_long_amount_goes_on_behind_a_comma_and_a_sum_has_its_satang(plan: Callable[..., Any]) -> None:
    amounts = ("999999999999.75", "1000000000000.75")
    projects = [project(number, ROUTINE, budget=Value.of(Decimal(text))) for number, text in enumerate(amounts, 1)]
    document = plan(projects=[*projects, project(3, ROUTINE, budget=Value.of(2500))])
    budgets = [line[-2] for line in rows(table(document, "ลำดับ\nที่"))]
    assert budgets[2].split(BROKEN) == ["๙๙๙,", "๙๙๙,", "๙๙๙,", "๙๙๙.๗๕"]
    assert budgets[4] == "๒,๕๐๐", "a short one stays whole"
    assert budgets[-1].replace(BROKEN, "") == "๒,๐๐๐,๐๐๐,๐๐๒,๕๐๐.๕๐"


def test_only_a_row_that_no_page_can_hold_goes_over_pages(plan: Callable[..., Any]) -> None:
    many = [project(number, name=LONG) for number in range(1, 20)]
    supports = [Support(project=one.code, served="OKR 1.1.01") for one in many]
    few, long = project(20), Prose.of(LONG * 30)
    second = replace(DIMENSION["measures"][1], definition=long)
    third = replace(second, code="2.1.02", definition=Prose())
    served = [Support(project=few.code, served=f"OKR {code}") for code in ("2.1.01", "2.1.02")]
    document = plan(
        projects=[*many, few], supports=[*supports, *served], measures=[DIMENSION["measures"][0], second, third]
    )
    found = [one for one in document.tables if "คำอธิบายตัวชี้วัด" in " ".join(c.text for c in one.rows[0].cells)]
    assert [[is_whole(row) for row in one.rows[1:]] for one in found[:2]] == [[False], [False, True]]


def test_an_indicator_without_scoring_leaves_nothing_that_could_take_a_page(plan: Callable[..., Any]) -> None:
    levels = [Scoring(indicator="1.1.2", level=5)]
    document = plan(negotiated=[Negotiated(code="1.1.1"), Negotiated(code="1.1.2")], scoring=levels)
    found = list(blocks(document))
    tables = [number for number, one in enumerate(found) if isinstance(one, Table)]
    first = next(number for number in tables if "ข้อมูลพื้นฐาน" in found[number].rows[0].cells[2].text)
    assert rows(found[first])[1][2:] == ["-", "……………", "……………", "……………"]
    following = found[first + 1]
    assert isinstance(following, Paragraph) and following.paragraph_format.page_break_before
    assert sum("เกณฑ์การให้คะแนน" in text for text in wording(document)) == 1


def test_a_step_without_months_has_twelve_empty_ones(plan: Callable[..., Any]) -> None:
    steps = [Step(project="ค001", text=Prose.of("ไม่มีเดือน")), Step(project="ค001", text=Prose.of("จบ"), last=3)]
    found = table(plan(steps=steps), "ขั้นตอนการปฏิบัติงาน")
    for row in found.rows[2:]:
        assert [cell.text for cell in cells(row)[3:]] == [""] * 12
        assert row._tr.find(f".//{qn('w:drawing')}") is None
    assert rows(found)[2][1:3] == ["……………", "๐"]


def test_thirty_kinds_of_work_stand_below_their_division(plan: Callable[..., Any]) -> None:
    works = [Work(division="ฝ่ายโยธา", name=f"งานที่ {number}") for number in range(1, 31)]
    projects = [project(number, ROUTINE, work=f"งานที่ {number}") for number in range(30, 0, -1)]
    found = rows(table(plan(works=works, projects=projects), "ลำดับ\nที่"))
    assert [line[-4] for line in found[2:-1]] == [f"งานที่ {number}" for number in thai(range(1, 31))]
    assert found[-1][-2] == "๔๖,๕๐๐"


@pytest.mark.parametrize("address", ["https://example.go.th/" + "a" * 400, "https://example.go.th/แผน/เขตภาษีเจริญ"])
def test_the_address_prints_as_a_picture_and_as_it_was_typed(address: str, tmp_path: Path, made: Made) -> None:
    document = opened(fill(settings=[replace(SETTINGS, address=address)]), tmp_path / "plan.docx")
    made(tmp_path / "plan.docx")
    cover = list(takewhile(lambda one: "คำนำ" not in one.text, document.paragraphs))
    assert address in [paragraph.text for paragraph in cover]
    assert any(paragraph._p.find(f".//{qn('wp:inline')}") is not None for paragraph in cover)


def test_an_address_too_long_for_a_picture_is_refused() -> None:
    with pytest.raises(Refusal):
        Address().parse(Cell(10, 3, "https://example.go.th/" + "ก" * 800), lambda *_, **__: None)


def test_what_xml_forbids_and_stray_blanks_are_gone_from_the_page(tmp_path: Path, made: Made) -> None:
    typed = project(1, name="\t ซ่อม\x01\x1fทาง\x0b\u200b  และสะพาน \n")
    fresh = {**FRESH.by_sheet, Project: [typed], Measure: DIMENSION["measures"], Objective: DIMENSION["objectives"]}
    write_workbook(tmp_path / "plan.xlsx", PLAN_FORM, Rows({**fresh, Support: DIMENSION["supports"]}))
    _, (document,), _ = make_documents(tmp_path / "plan.xlsx", tmp_path)
    assert document.content is not None
    printed = opened(document.content, tmp_path / "plan.docx")
    made(tmp_path / "plan.docx")
    name = rows(table(printed, "รหัสนโยบาย/"))[1][0]
    assert name == "ซ่อมทาง และสะพาน"


def test_sub_projects_of_routine_work_stand_below_their_parent(plan: Callable[..., Any]) -> None:
    parent = project(1, ROUTINE, budget=Value())
    others = [project(2, ROUTINE, parent="ค001"), project(3, ROUTINE), project(4, ROUTINE, policy_table_only=True)]
    listed = rows(table(plan(projects=[parent, *others]), "งาน โครงการ งบประมาณ"))
    assert [line[-3:-1] for line in listed if "โครงการที่" in " ".join(line)] == [
        ["๑. โครงการที่ ๑", ""],
        ["๑.๑ โครงการที่ ๒", "๒๐๐"],
        ["๒. โครงการที่ ๓", "๓๐๐"],
    ]
    assert listed[-1][1] == "๕๐๐"


def test_the_share_of_the_district_is_the_indicator_of_a_project_without_one(plan: Callable[..., Any]) -> None:
    measure = Measure(
        code="1.1.01", name="จุด", target=Value.of(50), unit="จุด", district_target=Value.of(7), host="สนท."
    )
    supports = [
        Support(project="ค001", served="OKR 1.1.01"),
        Support(project="ค002", served="OKR 1.1.01", kpi=Value.of(3)),
    ]
    document = plan(projects=[project(1), project(2)], supports=supports, measures=[measure])
    assert [line[-1] for line in rows(table(document, "แผนปฏิบัติราชการประจำปี"))[3:]] == ["๗ จุด", "๓"]
