"""The strategy and the negotiated indicators: rows out of order, incomplete or double are compared rightly."""

import pytest

from generator.checks import plan_indicators as checks
from generator.model.plan.indicators import Negotiated, Scoring
from generator.model.plan.measures import Measure
from generator.model.plan.strategy import KPI, KR, STRATEGY, SUBSTRATEGY, TACTIC, StrategyNode
from generator.model.quantities import Value
from tests.planrows import book


def scoring(*levels: tuple[int | None, int | None]) -> list[Scoring]:
    return [
        Scoring(indicator="1.1", level=level, points=Value() if points is None else Value.of(points))
        for level, points in levels
    ]


def test_a_level_needs_its_own_cells_and_a_target_its_host() -> None:
    nodes = [StrategyNode(level=STRATEGY, code="1"), StrategyNode(level=KPI, code="1.1.1.1"), StrategyNode(level=KR)]
    measures = [Measure(), Measure(target=Value.of(1)), Measure(target=Value.of(1), host="สนท.")]
    found = list(checks.missing_cell(book(*nodes, *measures)))
    missed = [(finding.sheet, finding.cell[1:], finding.values["header"]) for finding in found]
    headers = {field: column.header for field, column in StrategyNode.COLUMNS.items()}
    needed = {"2": ("target", "result"), "3": ("code", "kr_target", "hosts")}
    strategy = [(StrategyNode.NAME, row, headers[field]) for row, fields in needed.items() for field in fields]
    assert missed == [*strategy, (Measure.NAME, "2", Measure.COLUMNS["host"].header)]


def test_a_node_of_an_unknown_level_hides_no_orphan() -> None:
    found = checks.orphan(book(StrategyNode(), StrategyNode(level=KR)))
    assert [(finding.cell, finding.values["wanted"]) for finding in found] == [("A2", "วัตถุประสงค์")]


def test_what_stands_below_a_node_of_an_unknown_level_is_not_compared_with_what_stands_above_it() -> None:
    nodes = [(STRATEGY, "1"), ("", "9"), (SUBSTRATEGY, "2.1"), (TACTIC, "1.1.1"), (KPI, "1.1.1.1")]
    found = checks.node_elsewhere(book(*(StrategyNode(level=level, code=code) for level, code in nodes)))
    assert [(finding.cell, finding.values["own"]) for finding in found] == [("B4", "2.1")]


def test_an_indicator_without_any_level_lacks_all_and_is_not_compared() -> None:
    given = book(Negotiated(code="1.1", weight=10))
    assert [finding.values["levels"] for finding in checks.levels_missing(given)] == ["5, 4, 3, 2, 1"]
    assert [*checks.level_order(given), *checks.points_fall(given), *checks.points_top(given)] == []


def test_a_level_that_stands_twice_is_in_order() -> None:
    assert list(checks.level_order(book(Negotiated(code="1.1"), *scoring((5, 10), (5, 10), (4, 8))))) == []


@pytest.mark.parametrize(
    ("levels", "cells"),
    [
        ([(3, 6), (5, 10), (4, 8)], []),
        ([(3, 6), (4, 8), (5, 7)], ["E2"]),
        ([(5, 10), (4, None), (3, 10)], ["E3"]),
        ([(5, 10), (None, 9), (4, 8)], []),
    ],
)
def test_points_are_compared_by_their_levels_wherever_they_stand(
    levels: list[tuple[int | None, int | None]], cells: list[str]
) -> None:
    found = checks.points_fall(book(Negotiated(code="1.1"), *scoring(*levels)))
    assert [finding.cell for finding in found] == cells


def test_weights_are_compared_with_a_total_that_was_typed_only() -> None:
    assert list(checks.weights(book(Negotiated(code="1.1", weight=10)))) == []
    assert [finding.values["total"] for finding in checks.weights(book(Negotiated(weight=10), weight=20))] == [10]


def test_a_cell_that_is_missed_is_named() -> None:
    (finding,) = checks.missing_cell(book(StrategyNode(level=TACTIC)))
    assert (finding.cell, finding.values) == ("B1", {"header": "รหัส"})
