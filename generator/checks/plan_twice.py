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
    twins: dict[int, list[Project]] = {}
    rows = [
        project
        for project in book.projects
        if not project.parent
        and not project.part_of
        and project.code not in book.children
        and (project.budget.number is not None or not project.budget)
    ]
    for earlier, project in alike_pairs(rows, lambda project: project.name):
        if earlier.part and project.part and _part(earlier) != _part(project):
            twins.setdefault(id(project), []).append(earlier)
    for project in rows:
        others = twins.get(id(project), ())
        if others and all(other.budget.number != project.budget.number for other in others):
            place = others[0].place("budget")
            values = {"typed": project.budget.text or _NOTHING, "found": others[0].budget.text or _NOTHING}
            values |= {"key": others[0].code}
            yield project.place("budget").finding(plan_rules.TWO_BUDGETS, other=place.cell, **values)


def _part(project: Project) -> tuple[str, bool]:
    return project.part, project.policy_table_only


def same_project(book: PlanBook) -> Iterator[Finding]:
    """Yield projects that have the name of an earlier one of the same part, division and parent."""
    rows = [project for project in book.projects if project.code and not project.part_of]
    for earlier, project in alike_pairs(rows, lambda project: project.name):
        if (
            earlier.code != project.code
            and (_part(earlier), earlier.parent) == (_part(project), project.parent)
            and book.division_of(earlier) == book.division_of(project)
        ):
            values = {"key": project.code, "found": earlier.code, "other": earlier.place("name").cell}
            yield project.place("name").finding(plan_audit_rules.SAME_PROJECT, **values)


def same_step(book: PlanBook) -> Iterator[Finding]:
    """Yield steps that say what another step of the same project says, in the same months."""
    for steps in book.steps_of.values():
        for earlier, step in alike_pairs(steps, lambda step: step.text.plain):
            if _months(earlier) & _months(step):
                place = step.place("text")
                yield place.finding(plan_audit_rules.SAME_STEP, other=earlier.place("text").cell)


def two_codes(book: PlanBook) -> Iterator[Finding]:
    """Yield key results that have the name and the target of an earlier one with another code."""
    for earlier, measure in alike_pairs(book.measures, lambda measure: measure.name):
        if earlier.code and measure.code and earlier.code != measure.code and _same_target(earlier, measure):
            values = {"name": measure.name, "key": measure.code, "found": earlier.code}
            place = measure.place("code")
            yield place.finding(book_rules.TWO_CODES, other=earlier.place("code").cell, **values)


def two_targets(book: PlanBook) -> Iterator[Finding]:
    """Yield indicators that have the name and the unit of an earlier one, and another target."""
    indicators: list[Measure | StrategyNode] = [node for node in book.strategy if node.level == KPI]
    indicators += book.measures
    for earlier, indicator in alike_pairs(indicators, lambda indicator: indicator.name):
        found, typed = earlier.target, indicator.target
        if found.number is None or typed.number is None or _unit(earlier) != _unit(indicator):
            continue
        if found.number != typed.number:
            place = earlier.place("target")
            values = {"name": indicator.name, "typed": typed.text, "found": found.text}
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
