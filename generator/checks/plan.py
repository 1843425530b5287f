"""All checks of the plan workbook, in the order in which they speak."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.checks import (
    plan_figures,
    plan_indicators,
    plan_keys,
    plan_names,
    plan_projects,
    plan_times,
    plan_totals,
    plan_twice,
)
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
    plan_times.signed_outside,
    plan_times.address_of_other_year,
    plan_times.other_year,
    plan_times.other_district,
    plan_names.missing_text,
    plan_names.unconfirmed,
    plan_names.wordings,
    plan_names.unknown_division,
    plan_names.unknown_work,
    plan_names.unknown_agency,
    plan_projects.no_projects,
    plan_figures.total_as_project,
    plan_projects.missing_cell,
    plan_projects.nested,
    plan_projects.parent_elsewhere,
    plan_projects.serves_nothing,
    plan_projects.uncounted_budget,
    plan_twice.two_budgets,
    plan_twice.same_project,
    plan_projects.months_reversed,
    plan_projects.shares,
    plan_projects.cumulative,
    plan_twice.same_step,
    plan_times.month_outside,
    plan_times.arrow_elsewhere,
    plan_indicators.missing_cell,
    plan_indicators.orphan,
    plan_indicators.node_elsewhere,
    plan_indicators.unused_column,
    plan_indicators.no_project,
    plan_indicators.other_objective,
    plan_indicators.no_number,
    plan_twice.two_codes,
    plan_twice.two_targets,
    plan_figures.over_hundred,
    plan_figures.above_city,
    plan_figures.kpi_not_share,
    plan_figures.explained_sum,
    plan_figures.other_in_policy,
    plan_indicators.undefined,
    plan_indicators.weights,
    plan_indicators.levels_missing,
    plan_indicators.level_order,
    plan_indicators.points_fall,
    plan_indicators.points_top,
    plan_figures.criterion_fall,
    plan_totals.unknown_scope,
    plan_times.total_of_other_year,
    plan_totals.budget_total,
    plan_totals.count_total,
)


def check(book: PlanBook) -> Iterator[Finding]:
    """Yield everything that is wrong between the facts of a book."""
    for rule in CHECKS:
        yield from rule(book)
