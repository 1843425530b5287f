"""Checks of the plan workbook: projects, what they serve, their budgets and their steps. One fault per function."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.model.finding import Finding, Place, listed
from generator.model.plan.book import PlanBook
from generator.model.plan.projects import AGENCY, CITY, SHOWN, Project
from generator.model.quantities import figure
from generator.model.rules import plan_rules
from generator.thai.dates import FISCAL_MONTHS, MONTHS_SHORT
from generator.words import Words

_OF_PARENT = Words("ยอดรวมมาจากโครงการย่อยซึ่งรวมได้ {total}", "its sub-projects are counted, which add up to {total}")
_NESTED: Final = {
    "parent": (
        Words("เป็นโครงการย่อย", "is a sub-project"),
        Words("เป็นโครงการหลัก", "be a parent"),
    ),
    "part_of": (
        Words("เป็นส่วนหนึ่งของโครงการอื่น", "is part of another project"),
        Words("มีโครงการอื่นเป็นส่วนหนึ่ง", "have parts itself"),
    ),
}
"""What a project is that another one names, and what it cannot be for that reason."""
_OF_WHOLE = Words("เป็นส่วนหนึ่งของ {whole}", "it is part of {whole}")


def no_projects(book: PlanBook) -> Iterator[Finding]:
    """Yield that there is no project."""
    if not book.projects:
        place = Place(book.settings.origin.workbook, Project.NAME)
        yield place.finding(plan_rules.NO_PROJECTS).once_final()


def missing_cell(book: PlanBook) -> Iterator[Finding]:
    """Yield empty cells of projects and supports that must be filled in because of what other cells say."""
    for project in book.projects:
        if not project.name and not project.part_of:
            yield from project.lacks("name")
        if project.part_of or project.policy_table_only:
            continue
        parent = book.by_code.get(project.parent)
        unknown = "parent" in project.origin.refused or (project.parent and parent is None)
        if not project.division and not unknown and not (parent and parent.division):
            yield from project.lacks("division")
        if project.part == CITY and project.code not in book.children:
            for field in ("fund", "strategy"):
                if not getattr(project, field):
                    yield from project.lacks(field)
    for support in book.supports:
        shown = support.shown == SHOWN and support.served.startswith("OKR ")
        if (
            shown
            and not book.kpi_of(support)[0]
            and support.project in book.by_code
            and support.project not in book.children
        ):
            yield from support.lacks("kpi")


def nested(book: PlanBook) -> Iterator[Finding]:
    """Yield projects whose parent is a sub-project, or that are part of what is part of another one."""
    for project in book.projects:
        for field in ("parent", "part_of"):
            key = getattr(project, field)
            other = book.by_code.get(key)
            if other is not None and getattr(other, field):
                what, role = _NESTED[field]
                yield project.place(field).finding(plan_rules.NESTED, key=key, what=what, role=role)


def parent_elsewhere(book: PlanBook) -> Iterator[Finding]:
    """Yield sub-projects whose parent belongs to another part of the plan."""
    for project in book.projects:
        parent = book.by_code.get(project.parent)
        if parent and parent.part and project.part and parent.part != project.part:
            values = {"key": parent.code, "other": parent.part, "part": project.part}
            yield project.place("parent").finding(plan_rules.PARENT_ELSEWHERE, **values)


def serves_nothing(book: PlanBook) -> Iterator[Finding]:
    """Yield projects of parts ๑ and ๒ that no table of their part lists, because they serve none of its indicators."""
    for project in book.projects:
        wanted = {CITY: "KPI", AGENCY: "OKR"}.get(project.part)
        if wanted is None or not project.code or project.parent or project.policy_table_only:
            continue
        if not any(support.served.startswith(f"{wanted} ") for support in book.supports_of(project)):
            part = Words(f"ส่วนที่ {project.part[0]}", project.part[0])
            values = {"key": project.code, "wanted": wanted, "part": part}
            yield project.place("code").finding(plan_rules.SERVES_NOTHING, **values)


def uncounted_budget(book: PlanBook) -> Iterator[Finding]:
    """Yield budgets that no total counts: of parts of other projects, and of parents whose children differ."""
    for project in book.projects:
        if not project.budget.number:
            continue
        if project.part_of:
            why = _OF_WHOLE.filled(whole=project.part_of)
        elif children := book.shown_children.get(project.code):
            total = sum((child.budget.number or Decimal(0) for child in children if not child.part_of), Decimal(0))
            if total == project.budget.number:
                continue
            why = _OF_PARENT.filled(total=figure(total))
        else:
            continue
        values = {"typed": project.budget.text, "key": project.code, "why": why}
        yield project.place("budget").finding(plan_rules.UNCOUNTED_BUDGET, **values)


def months_reversed(book: PlanBook) -> Iterator[Finding]:
    """Yield steps that end before they begin in the fiscal year."""
    for step in book.steps:
        if not step.first or not step.last:
            continue
        first, last = (MONTHS_SHORT[month - 1] for month in (step.first, step.last))
        if FISCAL_MONTHS.index(last) < FISCAL_MONTHS.index(first):
            yield step.place("last").finding(plan_rules.MONTHS_REVERSED, first=first, last=last)


def shares(book: PlanBook) -> Iterator[Finding]:
    """Yield projects whose steps do not add up to the whole work; steps without a share are missed elsewhere, and so is
    a project that is not there."""
    for project, steps in book.steps_of.items():
        given = [step.share for step in steps if step.share is not None]
        if project in book.by_code and len(given) == len(steps) and (total := sum(given, Decimal(0))) != 100:
            cells = listed([step.place("share") for step in steps])
            values = {"key": project, "total": figure(total), "cells": cells}
            yield steps[-1].place("share").finding(plan_rules.SHARES, **values)


def cumulative(book: PlanBook) -> Iterator[Finding]:
    """Yield steps whose typed cumulative share is not that of the steps so far, and is not out by as much as before."""
    for project, steps in book.steps_of.items():
        if project not in book.by_code:
            continue
        total, out = Decimal(0), Decimal(0)
        for step in steps:
            if step.share is None:
                break
            total += step.share
            if step.typed_sum is None:
                continue
            before, out = out, step.typed_sum - total
            if out not in (0, before):
                values = {"typed": figure(step.typed_sum), "total": figure(total)}
                yield step.place("typed_sum").finding(plan_rules.CUMULATIVE, **values)
