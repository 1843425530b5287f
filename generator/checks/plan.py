"""All checks of the plan workbook, in the order in which they speak."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.checks import plan_indicators, plan_keys, plan_names, plan_projects, plan_totals
from generator.model.finding import Finding
from generator.model.plan.book import PlanBook

CHECKS: Final[tuple[Callable[[PlanBook], Iterator[Finding]], ...]] = (
    plan_keys.double_key,
    plan_keys.double_pair,
    plan_keys.double_node,
    plan_keys.double_handle,
    plan_keys.double_spelling,
    plan_keys.dangling,
    plan_keys.dangling_served,
    plan_keys.dangling_code,
    plan_names.missing_text,
    plan_names.unconfirmed,
    plan_names.unknown_division,
    plan_names.unknown_work,
    plan_names.unknown_agency,
    plan_projects.no_projects,
    plan_projects.missing_cell,
    plan_projects.nested,
    plan_projects.parent_elsewhere,
    plan_projects.serves_nothing,
    plan_projects.uncounted_budget,
    plan_projects.two_budgets,
    plan_projects.months_reversed,
    plan_projects.shares,
    plan_projects.cumulative,
    plan_indicators.missing_cell,
    plan_indicators.orphan,
    plan_indicators.unused_column,
    plan_indicators.no_project,
    plan_indicators.other_objective,
    plan_indicators.no_number,
    plan_indicators.undefined,
    plan_indicators.weights,
    plan_indicators.levels_missing,
    plan_indicators.level_order,
    plan_indicators.points_fall,
    plan_indicators.points_top,
    plan_totals.unknown_scope,
    plan_totals.budget_total,
    plan_totals.count_total,
)


def check(book: PlanBook) -> Iterator[Finding]:
    """Yield everything that is wrong between the facts of a book."""
    for rule in CHECKS:
        yield from rule(book)
