"""The plan compared with itself and with its year: each fault at its cell, its limits, and nothing beside it."""

from datetime import date
from pathlib import Path

import pytest

from generator.checks import plan_figures, plan_times, plan_totals, plan_twice
from generator.model.districts import DISTRICTS
from generator.model.finding import Place
from generator.model.plan.controls import ControlTotal
from generator.model.plan.indicators import IndicatorDefinition, Negotiated, Scoring
from generator.model.plan.measures import Measure
from generator.model.plan.projects import AGENCY, CITY, HIDDEN, PARTS, ROUTINE, Project, Step, Support
from generator.model.plan.strategy import KPI, StrategyNode
from generator.model.plan.texts import PlanText
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Sheet
from generator.reading import read_and_check
from tests.minibook import draw
from tests.planbook import address, changed, whole
from tests.planrows import book


def told(drawing: str, folder: Path) -> list[tuple[str, str, str]]:
    found = read_and_check(draw(whole(drawing), folder / "สมุด.xlsx", address)).findings
    return [(f.rule.code, f.sheet, f.cell) for f in found]


def project(code: str, name: str, budget: int | None = None, part: str = AGENCY, **facts: object) -> Project:
    money = Value() if budget is None else Value.of(budget)
    return Project(code=code, name=name, budget=money, part=part, **facts)  # type: ignore[arg-type]


# -------------------------------------------------------------------------------------------------------------- twice


def test_nearly_the_same_name_with_another_budget_in_another_part_is_found_with_its_namesake() -> None:
    rows = [
        project("ค001", "ค่าใช้จ่ายโครงการปลูกต้นไม้ริมทาง", 100, CITY),
        project("ค002", "ปลูกต้นไมริมทาง", 90, ROUTINE),
        project("ค003", "ปลูกต้นไม้ริมทาง แยก 8", 80, ROUTINE),
    ]
    (finding,) = plan_twice.two_budgets(book(*rows))
    values = {name: finding.values[name] for name in ("typed", "found", "key", "other")}
    assert values == {"typed": "90", "found": "100", "key": "ค001", "other": "G1"}
    assert finding.cell == "G2"


def test_a_project_of_the_policy_table_is_compared_with_that_of_the_parts() -> None:
    rows = [project("ค001", "ต้นไม้ใหญ่", 100), project("ค002", "ต้นไม้ใหญ่", None, policy_table_only=True)]
    (finding,) = plan_twice.two_budgets(book(*rows))
    assert (finding.cell, finding.values["typed"], finding.values["found"]) == ("G2", "-", "100")
    assert list(plan_twice.same_project(book(*rows))) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"part": AGENCY},
        {"part": ROUTINE, "budget": Value("รอจัดสรร")},
        {"part": ROUTINE, "budget": Value.of(100)},
        {"part": ROUTINE, "budget": Value.of(90), "parent": "ค003"},
        {"part": ROUTINE, "budget": Value.of(90), "part_of": "ค003"},
        {"part": "", "budget": Value.of(90)},
    ],
)
def test_what_need_not_have_the_same_budget_is_not_compared(facts: dict[str, object]) -> None:
    twin = Project(code="ค002", name="ต้นไม้", **facts)  # type: ignore[arg-type]
    rows = [project("ค001", "ต้นไม้", 100), twin, project("ค003", "อื่น", 1)]
    assert list(plan_twice.two_budgets(book(*rows))) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"part": AGENCY, "division": "ฝ่ายโยธา"}, True),
        ({"part": ROUTINE, "division": "ฝ่ายโยธา"}, False),
        ({"part": AGENCY, "division": "ฝ่ายโยธา", "parent": "ค009"}, False),
        ({"part": AGENCY, "division": "ฝ่ายโยธา", "part_of": "ค009"}, False),
    ],
)
def test_a_project_that_stands_twice_in_its_part_is_found(facts: dict[str, str], found: bool) -> None:
    rows = [project("ค001", "ปลูกต้นไม้", division="ฝ่ายโยธา"), Project(code="ค002", name="ปลูก ต้นไม้", **facts)]
    findings = list(plan_twice.same_project(book(*rows)))
    assert [(f.cell, f.values["found"], f.values["other"]) for f in findings] == [("E2", "ค001", "E1")] * found


def test_a_handle_that_stands_twice_is_no_second_project() -> None:
    assert list(plan_twice.same_project(book(project("ค001", "ก้าว"), project("ค001", "ก้าว")))) == []


def test_divisions_tell_projects_of_one_name_apart(tmp_path: Path) -> None:
    row = "ค008 | 3 | | | อื่น | 7 | ฝ่ายโยธา | อื่น ๆ"
    twin = "ค009 | 3 | | | อื่น | | {} | "
    count = ("โยธา | 1547 | 5", "โยธา | 1547 | 6")
    assert told(changed((row, f"{row}\n{twin.format('โยธา')}"), count), tmp_path) == [("X344", "โครงการ", "E10")]
    assert told(changed((row, f"{row}\n{twin.format('ฝ่ายพัฒนาชุมชน')}")), tmp_path) == []


@pytest.mark.parametrize(
    ("months", "found"),
    [((10, 1, 12, 2), True), ((10, 0, 10, 0), True), ((10, 12, 1, 3), False), ((0, 0, 0, 0), False)],
)
def test_a_step_that_stands_twice_in_the_same_months_is_found(months: tuple[int, ...], found: bool) -> None:
    first, last, again, end = months
    steps = [
        Step(project="ค001", text=Prose.of("สำรวจพื้นที่โครงการ"), first=first, last=last),
        Step(project="ค001", text=Prose.of("สำรวจ พื้นที่โครงการ"), first=again, last=end),
        Step(project="ค002", text=Prose.of("สำรวจพื้นที่โครงการ"), first=first, last=last),
    ]
    findings = list(plan_twice.same_step(book(*steps)))
    assert [(f.cell, f.values["other"]) for f in findings] == [("B2", "B1")] * found


def measure(code: str, name: str, target: Value | None = None, unit: str = "ต้น", **facts: object) -> Measure:
    return Measure(code=code, name=name, target=target or Value(), unit=unit, **facts)  # type: ignore[arg-type]


def test_one_indicator_with_two_targets_is_found_with_both_cells() -> None:
    node = StrategyNode(level=KPI, code="1.5.4.1", name="จำนวนต้นไม้ที่ปลูก", target=Value.of(5), unit="ต้น")
    rows = [node, measure("4.1.01", "จำนวน ต้นไม้ที่ปลูก", Value.of(6)), measure("4.1.02", "จำนวนต้นไม้ที่ปลูก", Value.of(5))]
    found = [(f.sheet, f.cell, f.values["other"]) for f in plan_twice.two_targets(book(*rows))]
    assert found == [("ตัววัด", "E1", "แผนเมือง!E1"), ("ตัววัด", "E2", "ตัววัด!E1")]


@pytest.mark.parametrize(
    ("target", "unit"),
    [(Value.of(5), "แห่ง"), (Value.of(5, percent=True), "ต้น"), (Value("มาก"), "ต้น"), (Value.of(6), "ต้น")],
)
def test_targets_of_other_units_or_in_words_are_not_compared(target: Value, unit: str) -> None:
    rows = [measure("4.1.01", "จำนวนต้นไม้", Value.of(6)), measure("4.1.02", "จำนวนต้นไม้", target, unit)]
    assert list(plan_twice.two_targets(book(*rows))) == []


def test_a_percentage_may_be_said_by_the_unit_or_by_the_value() -> None:
    rows = [
        measure("4.1.01", "พื้นที่สีเขียว", Value.of(6), "ร้อยละ"),
        measure("4.1.02", "พื้นที่สีเขียว", Value.of(7, percent=True), ""),
    ]
    assert [f.cell for f in plan_twice.two_targets(book(*rows))] == ["E2"]


def test_one_key_result_with_two_codes_is_found() -> None:
    rows = [measure("4.1.01", "จำนวนต้นไม้", Value.of(6)), measure("4.2.01", "จำนวนต้นไม้", Value.of(6))]
    (finding,) = plan_twice.two_codes(book(*rows, before=1))
    values = {"name": "จำนวนต้นไม้", "key": "4.2.01", "found": "4.1.01", "other": "B1"}
    assert (finding.cell, finding.values) == ("B2", values)
    others = [measure("4.1.01", "จำนวนต้นไม้", Value.of(6)), measure("4.2.01", "จำนวนต้นไม้", Value.of(7))]
    assert list(plan_twice.two_codes(book(*others))) == []
    same = [measure("4.1.01", "จำนวนต้นไม้"), measure("4.1.01", "จำนวนต้นไม้"), measure("", "จำนวนต้นไม้")]
    assert list(plan_twice.two_codes(book(*same))) == []


# -------------------------------------------------------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("signed", "found"),
    [
        (date(2023, 3, 31), True),
        (date(2023, 4, 1), False),
        (date(2024, 9, 30), False),
        (date(2024, 10, 1), True),
        (None, False),
    ],
)
def test_a_plan_is_signed_in_its_year_or_the_half_year_before(signed: date | None, found: bool) -> None:
    findings = list(plan_times.signed_outside(book(year=2567, signed=signed)))
    assert [f.rule.code for f in findings] == ["X349"] * found
    assert list(plan_times.signed_outside(book(year=0, signed=signed))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ภายในเดือนตุลาคม 2566", ""),
        ("ภายในเดือน ก.ย. ๒๕๖๗", ""),
        ("ภายในเดือนกันยายน พ.ศ. 2566", "กันยายน พ.ศ. 2566"),
        ("ภายในเดือนตุลาคม 2567", "ตุลาคม 2567"),
        ("ภายใน 30 ต.ค.67", "ต.ค.67"),
        ("ภายใน 30 ต.ค. 66", ""),
        ("เดือนตุลาคม 2,567 คน", ""),
        ("เดือนตุลาคม", ""),
        ("ตรวจ ต.ค. 70 ราย", ""),
        ("ต.ค. 64 - ก.ย. 67", "ต.ค. 64"),
        ("(ต.ค.65)", "ต.ค.65"),
    ],
)
def test_a_month_outside_the_fiscal_year_is_found(text: str, found: str) -> None:
    findings = list(plan_times.month_outside(book(Step(project="ค001", text=Prose.of(text)), year=2567)))
    assert [(f.cell, f.values["text"]) for f in findings] == ([("B1", found)] if found else [])


@pytest.mark.parametrize(
    ("first", "last", "text", "found"),
    [
        (3, 0, "สรุปผลเดือนเมษายน", True),
        (4, 0, "สรุปผลเดือนเมษายน", False),
        (3, 3, "สรุปผลเดือนเมษายน", True),
        (3, 5, "สรุปผลเดือนเมษายน", False),
        (3, 0, "สรุปผลเดือนเมษายนและพฤษภาคม", False),
        (3, 0, "สรุปผล", False),
        (0, 0, "สรุปผลเดือนเมษายน", False),
    ],
)
def test_an_arrow_is_in_the_month_of_its_text(first: int, last: int, text: str, found: bool) -> None:
    step = Step(project="ค001", text=Prose.of(text), first=first, last=last)
    findings = list(plan_times.arrow_elsewhere(book(step)))
    assert [(f.cell, f.values["other"]) for f in findings] == [("D1", "B1")] * found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("แผนปฏิบัติราชการประจำปี พ.ศ. 2566", True),
        ("แผนปฏิบัติราชการ ปี ๒๕๖๖", True),
        ("แผนปฏิบัติราชการประจำปี พ.ศ. 2567", False),
        ("แผนปฏิบัติราชการ 4 ปี พ.ศ. 2566", False),
        ("แผนพัฒนากรุงเทพมหานคร พ.ศ. 2566", False),
        ("แผนปฏิบัติราชการ (พ.ศ. 2566 - 2570)", False),
    ],
)
def test_the_plan_of_another_year_is_found(text: str, found: bool) -> None:
    findings = list(plan_times.other_year(book(PlanText(part="คำนำ", text=Prose.of(text)), year=2567)))
    assert [f.cell for f in findings] == ["C1"] * found


def test_the_office_of_another_district_is_found_where_the_office_speaks_of_itself() -> None:
    own, other = DISTRICTS[0], DISTRICTS[1]
    spoken = [
        PlanText(part="คำนำ", text=Prose.of(f"สำนักงานเขต{other.name} จัดทำแผน และสำนักงานเขต{own.name}")),
        PlanText(part="พันธกิจ", text=Prose.of(f"สำนักงานเขต{own.name}")),
        PlanText(part="ข้อมูลทั่วไป", text=Prose.of(f"ติดกับสำนักงานเขต{other.name}")),
        PlanText(part="วิสัยทัศน์", text=Prose.of(f"เขต{other.name}น่าอยู่")),
    ]
    found = list(plan_times.other_district(book(*spoken, district=own)))
    assert [(f.cell, f.values["district"]) for f in found] == [("C1", own.name)]
    position = book(district=own, director_position=f"ผู้อำนวยการเขต{other.name}")
    assert [f.values["text"] for f in plan_times.other_district(position)] == [f"ผู้อำนวยการเขต{other.name}"]
    assert list(plan_times.other_district(book(*spoken))) == []


# ------------------------------------------------------------------------------------------------------------ figures


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("รวม", True),
        ("รวมทั้งสิ้น", True),
        ("ยอดรวม 39 โครงการ", True),
        ("รวมงบประมาณ", True),
        ("รวมพลังปลูกต้นไม้", False),
        ("รวมน้ำใจ 39 ชุมชน", False),
        ("", False),
    ],
)
def test_a_total_row_among_the_projects_is_an_error(name: str, found: bool) -> None:
    findings = list(plan_figures.total_as_project(book(project("ค001", name))))
    assert [(f.cell, f.is_error) for f in findings] == [("E1", True)] * found


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (StrategyNode(level=KPI, target=Value.of(101, percent=True)), "E1"),
        (StrategyNode(level=KPI, last_target=Value.of(101), unit="ร้อยละ"), "D1"),
        (measure("4.1.01", "ก", Value.of(101), "ร้อยละ"), "E1"),
        (measure("4.1.01", "ก", Value.of(100), "ร้อยละ"), ""),
        (measure("4.1.01", "ก", Value.of(101)), ""),
        (measure("4.1.01", "ก", unit="ร้อยละ", district_target=Value.of(101)), "J1"),
        (Support(project="ค001", kpi=Value.of(101), kpi_unit="ร้อยละ"), "D1"),
        (Scoring(indicator="1.1", level=5, criterion=Value.of(101, percent=True)), "C1"),
        (Scoring(indicator="1.1", level=5, criterion=Value.of(101)), ""),
    ],
)
def test_a_percentage_of_more_than_a_hundred_is_found(row: Sheet, cell: str) -> None:
    assert [f.cell for f in plan_figures.over_hundred(book(row))] == ([cell] if cell else [])


@pytest.mark.parametrize(
    ("criteria", "cells"),
    [
        ((100, 80, 60, 40, 20), []),
        ((80, 80, 60, 40, 20), [("C2", "C1")]),
        ((100, 80, 90, 40, 40), [("C3", "C2"), ("C5", "C4")]),
    ],
)
def test_criteria_fall_with_the_level(criteria: tuple[int, ...], cells: list[tuple[str, str]]) -> None:
    levels = [
        Scoring(indicator="1.1", level=5 - index, criterion=Value.of(number, percent=True))
        for index, number in enumerate(criteria)
    ]
    found = plan_figures.criterion_fall(book(Negotiated(code="1.1", name="ก"), *levels))
    assert [(f.cell, f.values["other"]) for f in found] == cells


def test_criteria_in_words_or_of_two_kinds_are_not_compared() -> None:
    levels = [
        Scoring(indicator="1.1", level=5, criterion=Value.of(50, percent=True)),
        Scoring(indicator="1.1", level=4, criterion=Value.of(60)),
        Scoring(indicator="1.1", level=3, criterion=Value("ครบ")),
    ]
    assert list(plan_figures.criterion_fall(book(Negotiated(code="1.1", name="ก"), *levels))) == []


@pytest.mark.parametrize(
    ("own", "city", "unit", "found"),
    [
        (Value.of(11), Value.of(10), "ต้น", True),
        (Value.of(10), Value.of(10), "ต้น", False),
        (Value.of(90), Value.of(80), "ร้อยละ", False),
        (Value.of(90, percent=True), Value.of(80), "ต้น", False),
        (Value.of(90), Value.of(80, percent=True), "ต้น", False),
        (Value("มาก"), Value.of(10), "ต้น", False),
    ],
)
def test_a_district_cannot_do_more_than_the_city(own: Value, city: Value, unit: str, found: bool) -> None:
    findings = list(plan_figures.above_city(book(measure("4.1.01", "ก", city, unit, district_target=own))))
    assert [(f.cell, f.values["other"]) for f in findings] == [("J1", "E1")] * found


def test_a_share_in_a_unit_of_its_own_is_compared_in_that_unit() -> None:
    facts = {"district_target": Value.of(46), "district_unit": "ชุมชน"}
    row = measure("8.3.08", "ก", Value.of(20), "บาท", **facts)
    support = Support(project="ค001", served="OKR 8.3.08", shown="แสดง", kpi=Value.of(40), kpi_unit="ชุมชน")
    assert list(plan_figures.above_city(book(row, support))) == []
    assert [f.values["total"] for f in plan_figures.kpi_not_share(book(row, support))] == ["40"]
    percentage = measure("8.3.09", "ก", unit="บาท", district_target=Value.of(101), district_unit="ร้อยละ")
    assert [f.cell for f in plan_figures.over_hundred(book(percentage))] == ["J1"]
    assert list(plan_figures.over_hundred(book(row))) == []


@pytest.mark.parametrize(
    ("kpis", "found"),
    [
        ((20,), False),
        ((12, 8), False),
        ((20, 5), False),
        ((9,), True),
        ((9, 9), True),
    ],
)
def test_the_projects_of_a_key_result_reach_the_share_of_the_district(kpis: tuple[int, ...], found: bool) -> None:
    supports = [
        Support(project=f"ค{n:03}", served="OKR 4.1.01", shown="แสดง", kpi=Value.of(kpi), kpi_unit="ต้น")
        for n, kpi in enumerate(kpis)
    ]
    rows = [measure("4.1.01", "ก", Value.of(100), district_target=Value.of(20)), *supports]
    findings = list(plan_figures.kpi_not_share(book(*rows)))
    assert [(f.cell, f.values["total"], f.values["other"]) for f in findings] == [
        ("D1", str(sum(kpis)), "ตัววัด!J1")
    ] * found


@pytest.mark.parametrize(
    "facts",
    [
        {"kpi": Value.of(9), "kpi_unit": "แห่ง"},
        {"kpi": Value.of(9), "kpi_unit": "ต้น", "shown": HIDDEN},
        {"kpi": Value("ครบ"), "kpi_unit": "ต้น"},
        {},
    ],
)
def test_indicators_of_another_kind_are_not_compared_with_the_share(facts: dict[str, object]) -> None:
    support = Support(project="ค001", served="OKR 4.1.01", **({"shown": "แสดง"} | facts))  # type: ignore[arg-type]
    rows = [measure("4.1.01", "ก", Value.of(100), district_target=Value.of(20)), support]
    assert list(plan_figures.kpi_not_share(book(*rows))) == []


@pytest.mark.parametrize(
    ("explanation", "target", "total"),
    [
        ("สสล. 50,000 ต้น สนข. ๑๕๐,๐๐๐ ต้น", 200_000, ""),
        ("สสล. 3 ต้น สนข. 3 ต้น/เขต", 153, ""),
        ("สสล. 3 ต้น สนข. 3 ต้น/เขต", 150, "153"),
        ("สนย. 0.5 ต้น สนข. 0.7 ต้น", 1, "1.2"),
        ("สสล. 50,000 ต้น", 200_000, ""),
        ("สสล. 5 ต้น สนข. 6 แห่ง", 200, ""),
        ("สะสม สสล. 5 ต้น สนข. 6 ต้น", 200, ""),
        ("สะสม", 200, ""),
    ],
)
def test_the_shares_in_an_explanation_add_up(explanation: str, target: int, total: str) -> None:
    row = measure("4.1.01", "ก", Value.of(target), explanation=explanation)
    findings = list(plan_figures.explained_sum(book(row)))
    assert [(f.cell, f.values["total"], f.values["other"]) for f in findings] == (
        [("I1", total, "E1")] if total else []
    )


@pytest.mark.parametrize(
    ("facts", "cells"),
    [
        ({"policy_unit": "ข้อมูล"}, [("O1", "F1")]),
        ({"policy_unit": "ต้น (สะสม)"}, []),
        ({"policy_target": "สนข. 18,878 ต้น"}, []),
        ({"policy_target": "สนข. ๑๘,๘๗๘ ต้น"}, []),
        ({"policy_target": "สนข. 13,000 ต้น"}, [("P1", "E1")]),
        ({}, []),
    ],
)
def test_the_policy_table_says_what_all_others_say(facts: dict[str, str], cells: list[tuple[str, str]]) -> None:
    findings = plan_figures.other_in_policy(book(measure("2.1.20", "ก", Value.of(18_878), **facts)))
    assert [(f.cell, f.values["other"]) for f in findings] == cells


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("plan2566", True),
        ("plan2567", False),
        ("plan", False),
        ("2566/2567", False),
        ("id=25660", False),
        ("v2510", False),
    ],
)
def test_an_address_of_another_year_is_found(written: str, found: bool) -> None:
    findings = list(plan_times.address_of_other_year(book(year=2567, address=f"https://example.go.th/{written}")))
    assert [finding.values["text"] for finding in findings] == (["2566"] if found else [])
    assert list(plan_times.address_of_other_year(book(year=0, address="https://example.go.th/plan2566"))) == []


def test_totals_of_another_year_are_found_once_and_counted() -> None:
    sources = ("ข้อบัญญัติ พ.ศ. ๒๕๖๖", "", "ข้อบัญญัติ พ.ศ. 2567 แก้ไขจาก 2566", "ข้อบัญญัติ พ.ศ. 2565")
    totals = [ControlTotal(scope="ส่วนที่ ๑", source=source) for source in sources]
    (finding,) = plan_times.total_of_other_year(book(*totals, year=2567))
    assert (finding.cell, finding.values["count"], finding.values["text"]) == ("D1", 2, "2566")
    assert list(plan_times.total_of_other_year(book(ControlTotal(scope="ก", source="ปี 2566"), year=0))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ทำให้เสร็จภายในปีงบประมาณ พ.ศ. ๒๕๖๖", True),
        ("ภายในปีงบประมาณ 2567", False),
        ("ภายในปีงบประมาณ 2570", False),
        ("ผลในปีงบประมาณ 2566", False),
    ],
)
def test_what_is_counted_within_a_year_that_is_over_is_found(text: str, found: bool) -> None:
    rows = [IndicatorDefinition(owner="ค 1.1", numerator=text), IndicatorDefinition(owner="ค 1.1", text=Prose.of(text))]
    findings = list(plan_times.other_year(book(*rows, year=2567)))
    assert [finding.cell for finding in findings] == (["F1", "E2"] if found else [])


# ------------------------------------------------------------------------------------------------------------- totals


@pytest.mark.parametrize(
    ("typed", "said"),
    [("35294295", "ต่างกันหลักเดียว"), ("35524295", "สองหลักสลับกัน"), ("35298295", ""), ("3525429", "")],
)
def test_a_total_that_differs_by_a_slip_of_the_hand_is_said_to(tmp_path: Path, typed: str, said: str) -> None:
    drawing = changed(
        ("ต้นไม้ | 70 |", "ต้นไม้ | 35253795 |"),
        ("ส่วนที่ ๒ | 570 |", f"ส่วนที่ ๒ | {typed} |"),
        ("สิ่งแวดล้อมดี | 70 |", "สิ่งแวดล้อมดี | 35253795 |"),
    )
    (finding,) = read_and_check(draw(whole(drawing), tmp_path / "ก.xlsx", address)).findings
    assert finding.rule.code == "B425"
    assert (said or "อาจ") in finding.message("th") if said else "อาจ" not in finding.message("th")


def test_a_budget_that_could_not_be_read_is_not_blamed_on_a_total(tmp_path: Path) -> None:
    assert told(changed(("อื่น | 7 |", "อื่น | 7 บาท |")), tmp_path) == [("C102", "โครงการ", "F9")]


def test_sets_of_three_are_looked_for_as_long_as_there_is_room() -> None:
    projects = [project(f"ค{number:03}", "ก", 10**number) for number in range(4)]
    assert len(list(plan_totals.explanations(projects, Value.of(111).number or 0, 8))) == 1  # type: ignore[arg-type]
    assert list(plan_totals.explanations(projects, Value.of(111).number or 0, 7)) == []  # type: ignore[arg-type]


def test_satang_are_counted_in_what_makes_up_a_difference() -> None:
    budgets = ["10.25", "20.50", "30.75", "40"]
    projects = [Project(code=f"ค{n}", budget=Value.of(budget)) for n, budget in enumerate(budgets)]
    found = plan_totals.explanations(projects, Value.of("61.50").number or 0)  # type: ignore[arg-type]
    assert [[one.code for one in group] for group in found] == [["ค0", "ค1", "ค2"]]


# ----------------------------------------------------------------------------------------------------------- strategy


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("ยุทธศาสตร์ย่อย | '1.5 |", "ยุทธศาสตร์ย่อย | '2.5 |", ["B4", "B7"]),
        ("กลยุทธ์ | '1.5.4 |", "กลยุทธ์ | '1.6.4 |", ["B7", "B8"]),
        ("กลยุทธ์ | '1.5.4 |", "กลยุทธ์ | '1.54 |", ["B7", "B8"]),
        ("ยุทธศาสตร์ย่อย | '1.5 | สุขภาพ\n", "", []),
    ],
)
def test_a_code_begins_with_that_of_the_node_above(tmp_path: Path, old: str, new: str, found: list[str]) -> None:
    codes = told(changed((old, new)), tmp_path)
    assert [cell for code, sheet, cell in codes if (code, sheet) == ("X342", "แผนเมือง")] == found


def test_places_and_parts_are_those_of_the_books() -> None:
    row = project("ค001", "ก")
    book(row)
    assert row.place("budget") == Place("สมุด.xlsx", "โครงการ", "G1") and PARTS == (CITY, AGENCY, ROUTINE)
