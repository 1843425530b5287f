"""What may explain that the projects do not add up to an approved total, and when nothing is said."""

from decimal import Decimal
from typing import Any

import pytest

from generator.checks import plan_totals
from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.controls import ControlTotal
from generator.model.plan.lists import Dimension, Division
from generator.model.plan.projects import AGENCY, CITY, PARTS, ROUTINE, Project, Support
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.model.sheet import Origin
from generator.words import Words
from tests.planrows import book

CELLS = {name: (0, column) for column, name in enumerate(Project.COLUMNS, 1)}


def explained(over: int, *budgets: int, division: int | None = None) -> list[Words]:
    """Return why a total of the first part may be out by so much, for each total that is.

    With `division`, the first so many projects belong to a division, whose total is out by the same.
    """
    projects = [
        Project(
            origin=Origin("ก.xlsx", "โครงการ", number + 1, CELLS), code=f"ค{number}", part=PARTS[0],
            budget=Value.of(budget), division="ฝ่าย" if number <= (division or 0) else "",
        )
        for number, budget in enumerate(budgets, 1)
    ]  # fmt: skip
    controls = [ControlTotal(scope="ส่วนที่ ๑", budget=Value.of(sum(budgets) + over))]
    if division is not None:
        controls.append(ControlTotal(scope="ฝ่าย", budget=Value.of(sum(budgets[:division]) + over)))
    rows = {PlanSettings: [PlanSettings()], Project: projects, ControlTotal: controls}
    book = PlanBook.of(Rows({**rows, Division: [Division(name="ฝ่าย")]}))
    found = [finding.values["why"] for finding in plan_totals.budget_total(book)]
    return [why for why in found if isinstance(why, Words)]


@pytest.mark.parametrize(
    ("over", "budgets", "said"),
    [
        (-60, (60, 60, 31), " ยอดอนุมัติอาจไม่ได้รวม ค1 (G2) หรือ ค2 (G3)"),
        (60, (60, 60, 31), " ยอดอนุมัติอาจรวมเกิน ค1 (G2) หรือ ค2 (G3)"),
        (-60, (60, 60, 60, 31), ""),
        (-60, (20, 40, 25, 35, 131), " ยอดอนุมัติอาจไม่ได้รวม ค1 (G2) + ค2 (G3) หรือ ค3 (G4) + ค4 (G5)"),
        (-60, (20, 40, 25, 35, 29, 31, 131), ""),
        (-2, (60, 61, 62), " ต่างกันหลักเดียว อาจพิมพ์ผิด"),
        (-45, (60, 61, 62), " สองหลักสลับกัน อาจพิมพ์ผิด"),
    ],
)  # fmt: skip
def test_one_or_two_sets_of_projects_explain_a_difference_three_do_not(
    over: int, budgets: tuple[int, ...], said: str
) -> None:
    assert [why.th for why in explained(over, *budgets)] == [said]


def test_an_explanation_is_given_in_both_languages() -> None:
    assert explained(-60, 60, 60, 31) == [
        Words(" ยอดอนุมัติอาจไม่ได้รวม ค1 (G2) หรือ ค2 (G3)", "; perhaps it leaves out ค1 (G2) or ค2 (G3)")
    ]
    assert explained(9, 12, 23, 500, division=2)[0] == Words(
        " หาก ค1 (G2) เป็น 21 จะพอดี หรือ  หาก ค2 (G3) เป็น 32 จะพอดี",
        "; it would fit if ค1 (G2) were 21 or ; it would fit if ค2 (G3) were 32",
    )


SLIPS = " น่าจะอยู่ที่ ค1 (G2), ค2 (G3), ค3 (G4)"


@pytest.mark.parametrize(
    ("budgets", "division", "said"),
    [
        ((12, 500, 600), 1, [" หาก ค1 (G2) เป็น 21 จะพอดี"] * 2),
        ((12, 23, 34, 500), 3, [SLIPS, ""]),
        ((705, 800, 300, 500), 3, [SLIPS, ""]),
        ((705, 800, 300, 450, 500), 4, ["", ""]),
        ((705, 800, 300), 3, ["", ""]),
        ((12, 9, 500), 2, [" ยอดอนุมัติอาจรวมเกิน ค2 (G3)"] * 2),
    ],
)
def test_up_to_two_slips_are_named_and_up_to_three_suspects_where_there_are_others(
    budgets: tuple[int, ...], division: int, said: list[str]
) -> None:
    assert [why.th for why in explained(9, *budgets, division=division)] == said


@pytest.mark.parametrize(
    ("over", "budgets", "division", "said"),
    [
        (9, (705, 800, 300), 1, [" น่าจะอยู่ที่ ค1 (G2)", ""]),
        (1, (5, 1, 500), None, [" ยอดอนุมัติอาจรวมเกิน ค2 (G3)"]),
        (-12, (12, 500, 600), 1, [" ยอดอนุมัติอาจไม่ได้รวม ค1 (G2)"] * 2),
        (-9, (10, 500, 600), 1, [" หาก ค1 (G2) เป็น 1 จะพอดี"] * 2),
    ],
)
def test_what_explains_a_difference_is_at_least_one_project_and_more_than_nothing(
    over: int, budgets: tuple[int, ...], division: int | None, said: list[str]
) -> None:
    assert [why.th for why in explained(over, *budgets, division=division)] == said


def of_part(*budgets: int, part: str = PARTS[0]) -> list[Project]:
    return [
        Project(code=f"ค{number}", name="ก", part=part, budget=Value.of(budget))
        for number, budget in enumerate(budgets, 1)
    ]


def totals(*rows: Any) -> list[Words]:
    found = [finding.values["why"] for finding in plan_totals.budget_total(book(*rows))]
    return [why for why in found if isinstance(why, Words)]


def test_sets_of_three_are_looked_for_until_so_many_pairs_were_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five projects make twelve pairs, and whoever stands behind three such totals goes without."""
    monkeypatch.setattr(plan_totals, "MOST_PAIRS", 36)
    control = [ControlTotal(scope="ส่วนที่ ๑", budget=Value.of(5811)) for _ in range(4)]
    said = totals(*of_part(1210, 2330, 4470, 8560, 17050 - 2189), *control)
    assert [bool(why.th) for why in said] == [False] * 4
    control = [ControlTotal(scope="ส่วนที่ ๑", budget=Value.of(23_421 - 3_333)) for _ in range(4)]
    said = totals(*of_part(1_110, 1_111, 1_112, 7_040, 13_048), *control)
    assert [why.th.count("+") for why in said] == [2, 2, 2, 0]


def test_sets_of_three_are_looked_for_only_where_no_two_explain_the_difference() -> None:
    found = plan_totals.explanations(of_part(10, 20, 15, 15, 5, 25), Decimal(30))
    assert sorted("+".join(project.code for project in group) for group in found) == ["ค1+ค2", "ค3+ค4", "ค5+ค6"]
    three = list(plan_totals.explanations(of_part(10, 20, 5, 5, 19), Decimal(30)))
    assert [len(group) for group in three] == [2]


def test_a_total_that_nobody_understands_hides_none_behind_it_and_words_are_not_compared() -> None:
    controls = [
        ControlTotal(scope="ส่วนที่ ๙", budget=Value.of(9)),
        ControlTotal(scope="ส่วนที่ ๑", budget=Value("รอ")),
        ControlTotal(scope="ส่วนที่ ๑", budget=Value.of(9)),
    ]
    found = plan_totals.budget_total(book(*of_part(5), *controls))
    assert [(finding.cell, finding.values["total"]) for finding in found] == [("B3", "5")]


def test_nothing_is_compared_with_a_sum_that_lacks_a_budget_which_could_not_be_read() -> None:
    unread = Project(code="ค9", name="ก", part=PARTS[0], origin=Origin(refused=frozenset({"budget"})))
    assert totals(*of_part(5), unread, ControlTotal(scope="ส่วนที่ ๑", budget=Value.of(9))) == []


@pytest.mark.parametrize(
    ("scope", "counted"), [("ก ข", 1), ("ด้าน กข", 1), ("ด้านที่ 2", 0), ("ไม่มีเลข", 0), ("ฝ่ายว่าง", 0), ("ฝ่าย โยธา", 2)]
)
def test_a_scope_may_be_typed_with_any_blanks_and_have_no_project(scope: str, counted: int) -> None:
    lists = [Dimension(number=1, name="ก  ข"), Dimension(number=2, name="ว่าง"), Dimension(name="ไม่มีเลข")]
    divisions = [Division(name="ฝ่ายว่าง"), Division(name="ฝ่ายโยธา")]
    projects = [Project(code=f"ค{part[0]}", name="ก", part=part, division="ฝ่ายโยธา") for part in (CITY, AGENCY)]
    served = Support(project=projects[1].code, served="OKR 1.1.01")
    given = book(*lists, *divisions, *projects, served, ControlTotal(scope=scope, count=7))
    assert [finding.values["total"] for finding in plan_totals.count_total(given)] == [counted]
    assert list(plan_totals.unknown_scope(given)) == []


def test_a_total_of_a_dimension_is_not_explained_by_a_project_of_another_part() -> None:
    projects = [
        Project(code="ค1", name="ก", part=AGENCY, budget=Value.of(500)),
        Project(code="ค2", name="ข", part=ROUTINE, budget=Value.of(41)),
    ]
    served = [Support(project=project.code, served="OKR 1.1.01") for project in projects]
    control = ControlTotal(scope="เมือง", budget=Value.of(541))
    assert [why.th for why in totals(Dimension(number=1, name="เมือง"), *projects, *served, control)] == [""]


def test_a_project_of_a_total_that_fits_is_none_that_may_be_wrong() -> None:
    """The budget of ค1 would fit with its digits swapped, but the total of its dimension is right."""
    projects = [
        Project(code=f"ค{number}", name="ก", part=AGENCY, budget=Value.of(budget), division=division)
        for number, budget, division in ((1, 12, "ก"), (2, 500, "ก"), (3, 607, "ข"))
    ]
    lists = [Division(name="ก"), Division(name="ข"), Dimension(number=1, name="เมือง")]
    served = Support(project="ค1", served="OKR 1.1.01")
    controls = [
        ControlTotal(scope=scope, budget=Value.of(budget))
        for scope, budget in (("ส่วนที่ ๒", 1128), ("ก", 521), ("เมือง", 12))
    ]
    said = [" น่าจะอยู่ที่ ค2 (G2)", " สองหลักสลับกัน อาจพิมพ์ผิด"]
    assert [why.th for why in totals(*projects, *lists, served, *controls)] == said


@pytest.mark.parametrize(
    ("over", "own", "said"),
    [
        (41, 41, " ยอดอนุมัติอาจรวมเกิน ค9 (G3)"),
        (1, 1, " ยอดอนุมัติอาจรวมเกิน ค9 (G3)"),
        (-41, 41, ""),
    ],
)
def test_a_total_may_count_what_is_not_counted_but_not_leave_it_out(over: int, own: int, said: str) -> None:
    aside = Project(code="ค9", name="ก", part=PARTS[0], budget=Value.of(own), policy_table_only=True)
    control = ControlTotal(scope="ส่วนที่ ๑", budget=Value.of(1167 + over))
    assert [why.th for why in totals(*of_part(500, 667), aside, control)] == [said]
