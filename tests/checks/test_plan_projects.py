"""Projects: which cells are missed, what is added up, and that one which is passed over hides none behind it."""

from decimal import Decimal
from typing import Any

import pytest

from generator.checks import plan_projects as checks
from generator.model.plan.projects import AGENCY, CITY, HIDDEN, SHOWN, Project, Step, Support
from generator.model.quantities import Value
from generator.model.sheet import Origin
from tests.planrows import book

REFUSED = Origin(refused=frozenset({"parent"}))


@pytest.mark.parametrize(
    ("facts", "missed"),
    [
        ({}, ["ส่วนราชการ"]),
        ({"parent": "ค001"}, []),
        ({"parent": "ค002"}, ["ส่วนราชการ"]),
        ({"parent": "ค999"}, []),
        ({"origin": REFUSED}, []),
        ({"part_of": "ค001"}, []),
        ({"policy_table_only": True}, []),
    ],
)
def test_a_division_is_missed_where_no_parent_may_have_it(facts: Any, missed: list[str]) -> None:
    parents = [
        Project(code="ค001", part=AGENCY, name="ก", division="โยธา"),
        Project(code="ค002", part=AGENCY, name="ข", part_of="ค001"),
    ]
    found = checks.missing_cell(book(*parents, Project(code="ค003", part=AGENCY, name="ค", **facts)))
    assert [finding.values["header"] for finding in found] == missed


def test_a_name_the_money_of_the_city_and_what_it_serves_are_missed_where_others_do_not_say_it() -> None:
    facts: dict[str, Any] = {"part": CITY, "division": "โยธา"}
    projects = [
        Project(code="ค001", **facts),
        Project(code="ค002", part_of="ค001", **facts),
        Project(code="ค003", name="ก", **facts),
        Project(code="ค004", name="ข", parent="ค003", fund="งบกลาง", strategy="1.1", **facts),
        Project(code="ค005", name="ค", part=AGENCY, division="โยธา"),
    ]
    found = checks.missing_cell(book(*projects))
    missed = [(finding.cell[1:], finding.values["header"]) for finding in found]
    headers = [Project.COLUMNS[field].header for field in ("name", "fund", "strategy")]
    assert missed == [("1", header) for header in headers]


@pytest.mark.parametrize(
    ("facts", "missed"),
    [
        ({}, ["ตัวชี้วัดความสำเร็จ (KPI โครงการ)"]),
        ({"shown": HIDDEN}, []),
        ({"served": "1.1"}, []),
        ({"kpi": Value.of(5)}, []),
        ({"project": "ค002"}, []),
        ({"project": "ค009"}, []),
    ],
)
def test_a_shown_project_that_serves_a_key_result_needs_an_indicator(facts: Any, missed: list[str]) -> None:
    parts: dict[str, Any] = {"part": AGENCY, "division": "โยธา"}
    family = [
        Project(code="ค001", name="ก", **parts),
        Project(code="ค002", name="ข", **parts),
        Project(code="ค003", name="ค", parent="ค002", **parts),
    ]
    support = Support(**({"project": "ค001", "served": "OKR 1.2.05", "shown": SHOWN} | facts))
    assert [finding.values["header"] for finding in checks.missing_cell(book(*family, support))] == missed


@pytest.mark.parametrize("facts", [{"parent": "ค009"}, {"policy_table_only": True}])
def test_a_sub_project_and_one_of_the_policy_table_need_not_serve_anything(facts: Any) -> None:
    rows = [Project(code="ค001", part=CITY, name="ก", **facts), Project(code="ค002", part=CITY, name="ข")]
    assert [finding.cell for finding in checks.serves_nothing(book(*rows))] == ["A2"]


def test_sub_projects_add_up_without_words_and_one_that_fits_hides_none_behind_it() -> None:
    def family(code: str, own: int, *budgets: Value) -> list[Project]:
        children = [Project(code=f"{code}{n}", parent=code, name="ย่อย", budget=one) for n, one in enumerate(budgets)]
        return [Project(code=code, name="หลัก", budget=Value.of(own)), *children]

    rows = [*family("ค100", 5, Value.of(5), Value("รอ")), *family("ค200", 9, Value.of(5), Value("รอ"), Value.of(0))]
    (finding,) = checks.uncounted_budget(book(*rows))
    assert finding.cell == "G4" and "5" in str(finding.values["why"])


def step(share: int | None = None, typed: int | None = None, **facts: Any) -> Step:
    given = {"share": share, "typed_sum": typed}
    numbers: Any = {name: None if number is None else Decimal(number) for name, number in given.items()}
    return Step(**{"project": "ค001", **facts, **numbers})


def test_a_step_of_one_month_hides_none_that_runs_backwards() -> None:
    found = checks.months_reversed(book(step(first=10), step(first=10, last=10), step(first=1, last=10)))
    assert [finding.cell for finding in found] == ["E3"]


PROJECTS = [Project(code="ค001", name="ก"), Project(code="ค002", name="ข")]


def test_a_cumulative_share_that_is_out_by_one_is_told() -> None:
    (finding,) = checks.cumulative(book(*PROJECTS, step(40, typed=41), step(60, typed=101)))
    assert (finding.cell, finding.values) == ("F1", {"typed": "41", "total": "40"})


def test_neither_a_step_without_share_nor_one_without_sum_hides_what_stands_behind_it() -> None:
    steps = [step(), step(40), step(60, typed=90), step(50, project="ค002"), step(50, typed=90, project="ค002")]
    assert [finding.cell for finding in checks.cumulative(book(*PROJECTS, *steps))] == ["F5"]
    assert [finding.cell for finding in checks.shares(book(*PROJECTS, *steps))] == []


def test_shares_are_added_up_where_each_step_has_one_and_nothing_is_one() -> None:
    (finding,) = checks.shares(book(*PROJECTS, step(0), step(99)))
    assert finding.values["total"] == "99"
    assert list(checks.shares(book(*PROJECTS, step(), step(99)))) == []


def test_sub_projects_that_are_part_of_others_add_up_to_nothing() -> None:
    rows = [Project(code="ค001", name="ก", budget=Value.of(5)), Project(code="ค002", parent="ค001", part_of="ค009")]
    (finding,) = checks.uncounted_budget(book(*rows))
    assert "0" in str(finding.values["why"])
