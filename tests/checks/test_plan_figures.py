"""Figures of indicators: what is passed over hides nothing behind it, and an odd one is compared rightly."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from generator.checks import plan_figures
from generator.model.finding import Finding
from generator.model.plan.book import PlanBook
from generator.model.plan.indicators import Negotiated, Scoring
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Support
from generator.model.plan.strategy import KPI, StrategyNode
from generator.model.quantities import Value
from tests.planrows import book


def measure(code: str, city: int | None = None, own: int | None = None, **facts: Any) -> Measure:
    city_target, own_target = (Value() if number is None else Value.of(number) for number in (city, own))
    return Measure(code=code, target=city_target, district_target=own_target, **facts)


def test_each_percentage_of_more_than_a_hundred_is_told_with_its_number() -> None:
    nodes = [StrategyNode(level=KPI, target=Value.of(1250 + more), unit="ร้อยละ") for more in (0, 1)]
    found = [(finding.cell, finding.values) for finding in plan_figures.over_hundred(book(*nodes))]
    assert found == [("E1", {"number": "1,250"}), ("E2", {"number": "1,251"})]


def scoring(*levels: tuple[int, int | None]) -> list[Scoring]:
    return [
        Scoring(indicator="1.1", level=level, criterion=Value() if asked is None else Value.of(asked))
        for level, asked in levels
    ]


@pytest.mark.parametrize(
    ("levels", "cells"),
    [
        ([(3, 60), (5, 100), (4, 80)], []),
        ([(3, 60), (4, 80), (5, 70)], ["C2"]),
        ([(5, 100), (4, None), (3, 100)], ["C3"]),
        ([(5, 100), (5, 100), (4, 100)], ["C3"]),
        ([(5, 100), (4, 90), (3, 95)], ["C3"]),
    ],
)
def test_levels_are_compared_by_their_numbers_wherever_they_stand(
    levels: list[tuple[int, int | None]], cells: list[str]
) -> None:
    given = book(Negotiated(code="1.1"), Negotiated(code="1.2"), *scoring(*levels))
    assert [finding.cell for finding in plan_figures.criterion_fall(given)] == cells


SUPPORTS = [
    Support(project="ค001", served="OKR 1.1.02", kpi=Value.of(5), kpi_unit="ต้น"),
    Support(project="ค002", served="OKR 1.1.02", kpi=Value.of(0), kpi_unit="ต้น"),
]


@pytest.mark.parametrize(
    ("check", "passed_over", "wrong"),
    [
        (plan_figures.above_city, measure("1.1.01", 5, 9, unit="ร้อยละ"), measure("1.1.02", 5, 9, unit="ต้น")),
        (
            plan_figures.above_city,
            measure("1.1.01", 5, 9, unit="ต้น", district_unit="แห่ง"),
            measure("1.1.02", 5, 9, unit="ต้น"),
        ),
        (plan_figures.kpi_not_share, measure("1.1.01"), measure("1.1.02", 9, 6, unit="ต้น")),
        (
            plan_figures.explained_sum,
            measure("1.1.01", 9, explanation="สวน"),
            measure("1.1.02", 9, unit="ต้น", explanation="สวล. 4 ต้น สนย. 4 ต้น"),
        ),
        (
            plan_figures.explained_sum,
            measure("1.1.01", 9, unit="แห่ง", explanation="สวล. 4 ต้น สนย. 4 ต้น"),
            measure("1.1.02", 9, unit="ต้น", explanation="สวล. 4 ต้น สนย. 4 ต้น"),
        ),
    ],
)
def test_what_is_passed_over_hides_nothing_behind_it(
    check: Callable[[PlanBook], Iterator[Finding]], passed_over: Measure, wrong: Measure
) -> None:
    projects = [Project(code="ค001", name="ก"), Project(code="ค002", name="ข")]
    (finding,) = check(book(passed_over, wrong, *projects, *SUPPORTS))
    assert finding.cell[-1] == ("1" if check is plan_figures.kpi_not_share else "2")


def test_an_indicator_of_nothing_adds_nothing() -> None:
    (finding,) = plan_figures.kpi_not_share(book(measure("1.1.02", 9, 6, unit="ต้น"), *SUPPORTS))
    assert finding.values["total"] == "5"
