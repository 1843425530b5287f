"""What may explain that the projects do not add up to an approved total, and when nothing is said."""

import pytest

from generator.checks import plan_totals
from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.controls import ControlTotal
from generator.model.plan.lists import Division
from generator.model.plan.projects import PARTS, Project
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.model.sheet import Origin
from generator.words import Words

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
