"""Checks of the plan workbook: the same thing typed twice, perhaps not quite alike. One fault per function.

What counts as the same says `generator.checks.likeness`.
"""

from collections.abc import Iterator

from generator.checks.likeness import alike_pairs
from generator.model.finding import Finding
from generator.model.plan.book import PlanBook
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Step
from generator.model.plan.strategy import KPI, StrategyNode
from generator.model.quantities import Value
from generator.model.rules import book_rules, plan_audit_rules, plan_rules
from generator.thai.dates import FISCAL_MONTHS, MONTHS_SHORT

_NOTHING = "-"


def two_budgets(book: PlanBook) -> Iterator[Finding]:
    """Yield projects named like some of other parts, or of ตาราง ง alone, none of which has the same budget."""
    rows = [
        project
        for project in book.projects
        if not project.parent
        and not project.part_of
        and project.code not in book.children
        and (project.budget.number is not None or not project.budget)
    ]
    agreed = {id(project) for _, project in alike_pairs(rows, _name, _agree)}
    for earlier, project in alike_pairs(rows, _name, _apart):
        if id(project) not in agreed:
            values = {"typed": project.budget.text or _NOTHING, "found": earlier.budget.text or _NOTHING}
            place = earlier.place("budget")
            yield project.place("budget").finding(plan_rules.TWO_BUDGETS, other=place.cell, key=earlier.code, **values)


def _name(row: Project | Measure | StrategyNode) -> str:
    return row.name


def _apart(earlier: Project, project: Project) -> bool:
    return bool(earlier.part and project.part) and _part(earlier) != _part(project)


def _agree(earlier: Project, project: Project) -> bool:
    return earlier.budget.number == project.budget.number and _apart(earlier, project)


def _part(project: Project) -> tuple[str, bool]:
    return project.part, project.policy_table_only


def same_project(book: PlanBook) -> Iterator[Finding]:
    """Yield projects that have the name of an earlier one of the same part, division and parent."""

    def fits(earlier: Project, project: Project) -> bool:
        return (
            earlier.code != project.code
            and (_part(earlier), earlier.parent) == (_part(project), project.parent)
            and book.division_of(earlier) == book.division_of(project)
        )

    rows = [project for project in book.projects if project.code and not project.part_of]
    for earlier, project in alike_pairs(rows, _name, fits):
        values = {"key": project.code, "found": earlier.code, "other": earlier.place("name").cell}
        yield project.place("name").finding(plan_audit_rules.SAME_PROJECT, **values)


def same_step(book: PlanBook) -> Iterator[Finding]:
    """Yield steps that say what an earlier step of the same project says, in the same months."""

    def fits(earlier: Step, step: Step) -> bool:
        return bool(_months(earlier) & _months(step))

    for steps in book.steps_of.values():
        for earlier, step in alike_pairs(steps, lambda step: step.text.plain, fits):
            yield step.place("text").finding(plan_audit_rules.SAME_STEP, other=earlier.place("text").cell)


def two_codes(book: PlanBook) -> Iterator[Finding]:
    """Yield key results that have the name and the target of an earlier one with another code."""

    def fits(earlier: Measure, measure: Measure) -> bool:
        return bool(earlier.code and measure.code) and earlier.code != measure.code and _same_target(earlier, measure)

    for earlier, measure in alike_pairs(book.measures, _name, fits):
        values = {"name": measure.name, "key": measure.code, "found": earlier.code}
        yield measure.place("code").finding(book_rules.TWO_CODES, other=earlier.place("code").cell, **values)


def two_targets(book: PlanBook) -> Iterator[Finding]:
    """Yield indicators that have the name and the unit of an earlier one, and another target."""

    def fits(earlier: Measure | StrategyNode, indicator: Measure | StrategyNode) -> bool:
        found, typed = earlier.target.number, indicator.target.number
        return None not in (found, typed) and found != typed and _unit(earlier) == _unit(indicator)

    indicators: list[Measure | StrategyNode] = [node for node in book.strategy if node.level == KPI]
    indicators += book.measures
    for earlier, indicator in alike_pairs(indicators, _name, fits):
        place = earlier.place("target")
        values = {"name": indicator.name, "typed": indicator.target.text, "found": earlier.target.text}
        values |= {"other": f"{place.sheet}!{place.cell}"}
        yield indicator.place("target").finding(plan_audit_rules.TWO_TARGETS, **values)


def _same_target(one: Measure, other: Measure) -> bool:
    return one.target.number == other.target.number and _unit(one) == _unit(other)


def _unit(indicator: Measure | StrategyNode) -> str:
    target: Value = indicator.target
    return "ร้อยละ" if target.percent else indicator.unit


def _months(step: Step) -> frozenset[int]:
    """Return the months of a step, counted from the first of the fiscal year."""
    if not step.first:
        return frozenset()
    first, last = (FISCAL_MONTHS.index(MONTHS_SHORT[month - 1]) for month in (step.first, step.last or step.first))
    return frozenset(range(first, last + 1))
