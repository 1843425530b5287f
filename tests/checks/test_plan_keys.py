"""Keys that stand twice, and references that lead nowhere: where each is told, and all that is said of it."""

from collections.abc import Iterable

import pytest

from generator.checks import plan_keys
from generator.model.finding import Finding
from generator.model.kinds import MEANT
from generator.model.plan.indicators import Component, ComponentIndicator, IndicatorDefinition, Negotiated, Scoring
from generator.model.plan.lists import AgencyName, Dimension, Division, Objective
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Support
from generator.model.plan.strategy import KPI, KR, OBJECTIVE, TACTIC, StrategyNode
from generator.model.rules import book_rules
from generator.words import Words
from tests.planrows import book

NOTHING = Words("", "")


def told(findings: Iterable[Finding]) -> list[tuple[str, str, dict[str, object]]]:
    return [(finding.sheet, finding.cell, dict(finding.values)) for finding in findings]


def test_a_key_of_two_things_is_told_with_the_names_of_both() -> None:
    rows = [AgencyName(short="สนย.", name="สำนักการโยธา"), AgencyName(short="สนย.", name="สำนักการคลัง")]
    names = book_rules.TWO_THINGS.filled(first="สำนักการโยธา", own="สำนักการคลัง")
    values = {"key": "สนย.", "other": "A1", "names": names}
    assert told(plan_keys.double_key(book(*rows))) == [("หน่วยงาน", "A2", values)]


def test_a_key_of_two_cells_is_told_with_both() -> None:
    rows = [Scoring(indicator="1.1", level=5), Scoring(indicator="1.1", level=5)]
    values = {"key": "1.1 5", "other": "B1", "names": NOTHING}
    assert told(plan_keys.double_pair(book(*rows))) == [("เกณฑ์คะแนน", "B2", values)]


def test_rows_without_a_key_are_not_alike() -> None:
    empty = book(Dimension(), Dimension(), Scoring(indicator="1.1"), Scoring(indicator="1.1"))
    assert told([*plan_keys.double_key(empty), *plan_keys.double_pair(empty)]) == []


def test_only_key_results_count_anew_under_every_objective() -> None:
    levels = (OBJECTIVE, KR, TACTIC, OBJECTIVE, KR, TACTIC)
    given = book(*(StrategyNode(level=level, code="1") for level in levels))
    values = {"key": f"{TACTIC} 1", "other": "B3", "names": NOTHING}
    assert told(plan_keys.double_node(given)) == [("แผนเมือง", "B6", values)]


def test_the_first_free_handle_is_offered() -> None:
    (finding,) = plan_keys.double_handle(book(Project(code="ค005", name="ก"), Project(code="ค005", name="ข")))
    assert finding.values["free"] == "ค001"


def test_a_name_of_another_division_is_told_in_its_own_cell() -> None:
    rows = [Division(name="โยธา", short="ยธ."), Division(name="ยธ.", short="โยธา")]
    assert [(sheet, cell) for sheet, cell, _ in told(plan_keys.double_spelling(book(*rows, before=1)))] == [
        ("ส่วนราชการ", "B2"),
        ("ส่วนราชการ", "C2"),
    ]


@pytest.mark.parametrize(
    ("row", "cell", "key", "target", "meant"),
    [
        (Scoring(indicator="1.3"), ("เกณฑ์คะแนน", "B1"), "1.3", "ตัวชี้วัดเจรจา", "1.1"),
        (Measure(code="1.4.01", objective="4.1"), ("ตัววัด", "C2"), "4.1", "ประเด็น", "1.1"),
        (Measure(code="1.2.07"), ("ตัววัด", "B2"), "1.2", "ประเด็น", "1.1"),
        (Objective(code="2.1"), ("ประเด็น", "B2"), "2", "ด้าน", ""),
        (ComponentIndicator(code="4.1"), ("ตัวชี้วัดองค์ประกอบ", "B1"), "4", "องค์ประกอบ", ""),
        (Support(project="ค001", served="OKR 1.1.10"), ("สนับสนุน", "C1"), "OKR 1.1.10", "ตัววัด", "OKR 1.1.01"),
        (IndicatorDefinition(owner="ค 1.2"), ("นิยาม", "B1"), "ค 1.2", "ตัวชี้วัดเจรจา", "ค 1.1"),
    ],
)  # fmt: skip
def test_a_key_that_is_not_there_is_told_in_its_cell_with_the_sheet_and_what_is_meant(
    row: Scoring | Measure | Objective | ComponentIndicator | Support | IndicatorDefinition,
    cell: tuple[str, str],
    key: str,
    target: str,
    meant: str,
) -> None:
    lists = [Dimension(number=1), Component(number=3), Objective(code="1.1"), Negotiated(code="1.1")]
    given = book(*lists, Measure(code="1.1.01"), Project(code="ค001", name="ก"), row, before=1)
    found = [
        *plan_keys.dangling(given),
        *plan_keys.dangling_served(given),
        *plan_keys.dangling_code(given),
    ]
    values = {"key": key, "target": target, "guess": MEANT.filled(word=meant) if meant else NOTHING}
    assert told(found) == [(*cell, values)]


def test_a_definition_of_an_indicator_that_is_there_is_no_fault() -> None:
    given = book(StrategyNode(level=KPI, code="1.5.4.1"), IndicatorDefinition(owner="KPI 1.5.4.1"))
    assert list(plan_keys.dangling_served(given)) == []
