"""The plan workbook: what its dropdowns offer, that it reads back as it was written, and handles not yet in use."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import openpyxl
import pytest

from generator.model.codes import Code, Served
from generator.model.districts import find_district
from generator.model.form import Form, Rows
from generator.model.kinds import Source, Text
from generator.model.plan.book import PLAN_FORM
from generator.model.plan.indicators import ComponentIndicator, IndicatorDefinition, Negotiated
from generator.model.plan.lists import AgencyName, Division, Work
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Step, Support
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Column, FaultyDeclaration, Sheet
from generator.workbook.blank import write_workbook
from generator.workbook.reader import read_workbook
from tests.workbook.opened import conditions_at, open_written, validation_at

SERVED = "refs_Measure_StrategyNode_Negotiated_ComponentIndicator"


NUMBER = Code(r"\d", example="1")


class Numbered(Sheet, sheet="เลข", purpose="แผ่นงานที่อ้างถึงตัวเองสองแบบ"):
    """A sheet that is referred to in two ways, by itself."""

    code: Annotated[str, Column("รหัส", NUMBER, "", key=True)]
    name: Annotated[str, Column("ชื่อ", Text(), "")]
    one: Annotated[str, Column("ก", Served(((NUMBER, Source("เลข", prefix="A")),)), "")]
    other: Annotated[str, Column("ข", Served(((NUMBER, Source("เลข", prefix="B")),)), "")]


def filled() -> Rows:
    """Return records of every kind of column, with a gap among the key results."""
    return Rows(
        {
            PlanSettings: [PlanSettings(district=find_district("ภาษีเจริญ"), year=2567, signed=date(2023, 10, 2))],
            Division: [Division(name="ฝ่ายโยธา", short="โยธา", others=("ช่าง", "โยธาธิการ"))],
            Work: [Work(division="ฝ่ายโยธา", name="งานซ่อม"), Work(division="ฝ่ายโยธา", name="งานสร้าง")],
            AgencyName: [AgencyName(short="สนท.", name="สำนักเทศกิจ"), AgencyName(short="สนข.", name="สำนักงานเขต")],
            StrategyNode: [
                StrategyNode(level="กลยุทธ์", code="1.5.4", name="ควบคุมโรค"),
                StrategyNode(level="KPI", code="1.5.4.1", name="อัตราป่วย", last_target=Value.of("0.5")),
            ],
            Measure: [
                Measure(code="1.1.01", name="จุดหาบเร่", target=Value.of("0.630"), supporters=("สนท.", "สนข.")),
                Measure(name="ยังไม่มีรหัส"),
                Measure(code="1.2.ก", name="ซากรถ"),
            ],
            Project: [
                Project(code="ค001", name="ขุดลอกคลอง", budget=Value.of(410600), policies=("P001", "P172")),
                Project(code="ค002", part_of="ค001", budget=Value("** รอโอน"), integrated=True),
            ],
            Support: [Support(project="ค001", served="KPI 1.5.4.1"), Support(project="ค001", served="ค 1.2")],
            Negotiated: [Negotiated(code="1.2", name="แก้ปัญหา", weight=20, target=Prose.of("ร้อยละ 75\n(ทั้งเขต)"))],
            IndicatorDefinition: [IndicatorDefinition(owner="ค 1.2", part="นิยาม", factor="100")],
            Step: [Step(project="ค002", text=Prose.of("สำรวจ"), share=Decimal("12.5"), first=10, last=2)],
            ComponentIndicator: [ComponentIndicator(code="3.1", name="ดิจิทัล", agency="สนท.")],
        }
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, made: Callable[[Path], Path]) -> Path:
    write_workbook(path := tmp_path_factory.mktemp("plan") / "แผน.xlsx", PLAN_FORM, filled())
    return made(path)


@cache
def lists(path: Path) -> list[tuple[Any, ...]]:
    """Return the columns of the sheet of lists."""
    sheet = openpyxl.load_workbook(path, data_only=True)["_รายการ"]
    return list(sheet.iter_cols(values_only=True))


opened = cache(open_written)


def offered(path: Path, name: str) -> list[Any]:
    """Return the stored items of a list, up to the last one."""
    (values,) = (values for values in lists(path) if values[0] == name)
    items = [value or "" for value in values[1:]]
    return items[: max((index + 1 for index, item in enumerate(items) if item), default=0)]


def test_a_blank_plan_workbook_is_valid(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    write_workbook(path := tmp_path / "ว่าง.xlsx", PLAN_FORM)
    assert open_written(made(path)).sheetnames[1:-2] == [
        sheet.NAME for sheet in PLAN_FORM.sheets if not sheet.WHEN_USED
    ]


def test_what_is_read_is_what_was_written(path: Path) -> None:
    reading = read_workbook(path, PLAN_FORM)
    for sheet in PLAN_FORM.sheets:
        assert list(reading.rows.of(sheet)) == list(filled().of(sheet)), sheet.NAME


def test_what_may_be_served_is_offered_from_four_sheets_without_gaps(path: Path) -> None:
    assert offered(path, SERVED) == [
        "OKR 1.1.01 จุดหาบเร่",
        "OKR 1.2.ก ซากรถ",
        "KPI 1.5.4.1 อัตราป่วย",
        "ค 1.2 แก้ปัญหา",
        "ฉ 3.1 ดิจิทัล",
    ]
    assert offered(path, "refs_Negotiated_StrategyNode") == ["ค 1.2 แก้ปัญหา", "KPI 1.5.4.1 อัตราป่วย"]
    rule = validation_at(opened(path)["สนับสนุน"], 300, 2)
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", SERVED, "warning")


def test_the_list_of_what_may_be_served_lives(path: Path) -> None:
    """Count and items are formulas over the sheets; of the strategy only indicators are taken."""
    book = openpyxl.load_workbook(path)
    sheet = book["_รายการ"]
    first = next(cell.column for cell in sheet[1] if cell.value == SERVED) - 2
    kpi = "INDEX('แผนเมือง'!${0}:${0},ROW('แผนเมือง'!$B$3)+ROW()-1-500)".format
    assert sheet.cell(502, first).value == (
        f'=IF(OR({kpi("B")}="",{kpi("A")}<>"KPI"),"","KPI "&{kpi("B")}&" "&{kpi("C")})'
    )
    stacked, counts = (sheet.cell(1, column).column_letter for column in (first, first + 1))
    assert sheet.cell(7, first + 1).value == f'={counts}6+({stacked}7<>"")'
    assert sheet.cell(2, first + 2).value == (
        f'=IF(ROW()-1>${counts}$2001,"",INDEX(${stacked}$2:${stacked}$2001,MATCH(ROW()-2,${counts}$1:${counts}$2001)))'
    )
    assert book.defined_names[SERVED].attr_text.endswith(f"MAX(1,'_รายการ'!${counts}$2001))")


@pytest.mark.parametrize(
    ("sheet", "column", "name", "items"),
    [
        ("โครงการ", "ส่วนราชการ", "names_Division", ["ฝ่ายโยธา"]),
        ("งาน", "ส่วนราชการ", "names_Division", ["ฝ่ายโยธา"]),
        ("โครงการ", "งาน", "names_Work", ["งานซ่อม", "งานสร้าง"]),
        ("ตัววัด", "หน่วยงานหลัก", "names_AgencyName", ["สนท.", "สนข."]),
        ("ตัววัด", "หน่วยงานสนับสนุน", "names_AgencyName", ["สนท.", "สนข."]),
        ("แผนเมือง", "หน่วยงานสนับสนุน", "names_AgencyName", ["สนท.", "สนข."]),
        ("ตัวชี้วัดองค์ประกอบ", "หน่วยงานที่กำหนด", "names_AgencyName", ["สนท.", "สนข."]),
    ],
)
def test_names_of_the_small_lists_are_offered_and_not_insisted_on(
    path: Path, sheet: str, column: str, name: str, items: list[str]
) -> None:
    worksheet = opened(path)[sheet]
    index = [cell.value for cell in worksheet[3]].index(column) + 1
    rule = validation_at(worksheet, 300, index)
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", name, "warning")
    assert offered(path, name) == items


def test_a_handle_without_a_project_is_not_in_use(tmp_path: Path) -> None:
    handles = [Project(code="ค001", part="๑ แผนเมือง", name="ก"), Project(code="ค002"), Project(code="ค003", short="ข")]
    write_workbook(path := tmp_path / "a.xlsx", PLAN_FORM, Rows({Project: handles}))
    reading = read_workbook(path, PLAN_FORM)
    assert [project.code for project in reading.rows.of(Project)] == ["ค001", "ค003"]
    missing = [finding.cell for finding in reading.findings if finding.sheet == "โครงการ"]
    assert missing == ["B6"], "the part of a row in use must be filled in, that of a bare handle need not"


def test_a_bare_handle_is_not_coloured_as_incomplete(path: Path) -> None:
    projects = opened(path)["โครงการ"]
    (required,) = (formula for formula in conditions_at(projects, 4, 2) if "LEN(TRIM" in formula)
    assert required.startswith("AND(COUNTA($A4:$N4)>COUNTA($A4),")


def test_only_a_sheet_with_a_key_can_hand_it_out() -> None:
    with pytest.raises(FaultyDeclaration, match="no key"):

        class Bare(Sheet, sheet="ก", purpose="", handed_out=True):
            """A sheet without a key."""


def test_lists_that_differ_in_what_they_offer_have_names_of_their_own(tmp_path: Path) -> None:
    form = Form(kind="x", version=1, title="x", sheets=(Numbered,), main=Numbered)
    write_workbook(
        path := tmp_path / "a.xlsx", form, Rows({Numbered: [Numbered(code="1", name="x", one="", other="")]})
    )
    assert (offered(path, "refs_Numbered"), offered(path, "refs_Numbered_2")) == (["A 1 x"], ["B 1 x"])
