"""Checks of the plan workbook: approved totals against what the projects add up to. One fault per function."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Final

from generator.model.finding import Finding, listed
from generator.model.kinds import guess
from generator.model.plan.book import PlanBook
from generator.model.plan.controls import ControlTotal
from generator.model.plan.projects import AGENCY, PARTS, Project
from generator.model.quantities import figure
from generator.model.rules import plan_rules as rules
from generator.thai.numerals import to_arabic
from generator.words import Words

MOST_SETS: Final = 2
"""So many sets of projects that explain a difference are named."""
MOST_PAIRS: Final = 100_000
"""So many pairs of projects are tried for sets of three, for all totals of a plan: 10 ms. Later ones go without."""

_NOTHING = Words("ไม่มีโครงการ", "no projects")
_NOT_IN = Words(" ยอดอนุมัติอาจไม่ได้รวม {sets}", "; perhaps it leaves out {sets}")
_TWICE = Words(" ยอดอนุมัติอาจรวมเกิน {sets}", "; perhaps it counts too much {sets}")
_OR = Words(" หรือ ", " or ")
_ONE_DIGIT = Words(" ต่างกันหลักเดียว อาจพิมพ์ผิด", "; they differ in one digit, perhaps a slip")
_SWAPPED = Words(" สองหลักสลับกัน อาจพิมพ์ผิด", "; two digits are swapped, perhaps a slip")


@dataclass(frozen=True)
class Scope:
    """What an approved total is about: the projects it counts, and all that belong there."""

    counted: Sequence[Project]
    all: Sequence[Project]

    @property
    def total(self) -> Decimal:
        """The budget of what is counted, in baht."""
        return sum((project.budget.number or Decimal(0) for project in self.counted), Decimal(0))

    def cells(self, field: str) -> str | Words:
        """Return where what is counted stands."""
        return listed([project.place(field) for project in self.counted], sheet=True) or _NOTHING


def unknown_scope(book: PlanBook) -> Iterator[Finding]:
    """Yield approved totals of which nobody knows what they are about."""
    known = [f"ส่วนที่ {part[0]}" for part in PARTS]
    known += [row.name for row in book.dimensions] + [row.name for row in book.divisions]
    for control in book.controls:
        if control.scope and _scope(book, control) is None:
            values = {"text": control.scope, "guess": guess(control.scope, known)}
            yield control.place("scope").finding(rules.UNKNOWN_SCOPE, **values)


def budget_total(book: PlanBook) -> Iterator[Finding]:
    """Yield approved budgets that the projects do not add up to, with the projects that may explain the difference."""
    room = MOST_PAIRS
    for control in book.controls:
        scope, typed = _scope(book, control), control.budget.number
        if scope is None or typed is None or typed == scope.total:
            continue
        if any(
            "budget" in project.origin.refused for project in scope.counted
        ):  # said already, and missing from the sum
            continue
        values = {
            "scope": control.scope,
            "typed": figure(typed),
            "total": figure(scope.total),
            "difference": figure(abs(typed - scope.total)),
            "cells": scope.cells("budget"),
            "why": _why(scope, typed - scope.total, room) or _slip(figure(typed), figure(scope.total)),
        }
        room -= len(scope.all) ** 2 // 2
        yield control.place("budget").finding(rules.BUDGET_TOTAL, **values)


def count_total(book: PlanBook) -> Iterator[Finding]:
    """Yield approved numbers of projects that are not those listed."""
    for control in book.controls:
        scope = _scope(book, control)
        if scope is not None and control.count is not None and control.count != len(scope.counted):
            values = {"scope": control.scope, "typed": control.count, "total": len(scope.counted)}
            yield control.place("count").finding(rules.COUNT_TOTAL, **values, cells=scope.cells("code"))


def _scope(book: PlanBook, control: ControlTotal) -> Scope | None:
    """Return what a total is about: a part, a dimension (of part ๒), or a division (of all parts)."""
    text = "".join(to_arabic(control.scope).split())
    if not text:
        return None
    for number, part in enumerate(PARTS, 1):
        if text in (f"ส่วนที่{number}", f"ส่วน{number}"):
            return Scope(book.leaves(part), [project for project in book.projects if project.part == part])
    for dimension in book.dimensions:
        name = "".join(dimension.name.split())
        if text in (name, f"ด้าน{name}", f"ด้านที่{dimension.number}", f"ด้านที่{dimension.number}ด้าน{name}"):
            own = book.by_dimension.get(dimension.number or 0, ())
            return _within(own, book.leaves(AGENCY), part=AGENCY)
    if (division := book.division(control.scope)) is not None:
        own = book.by_division.get(division.name, ())
        return _within(own, [leaf for part in PARTS for leaf in book.leaves(part)])
    return None


def _within(own: Sequence[Project], leaves: Sequence[Project], part: str = "") -> Scope:
    codes = {project.code for project in leaves}
    inside = [project for project in own if part in ("", project.part)]
    return Scope([project for project in inside if project.code in codes], inside)


def _why(scope: Scope, difference: Decimal, room: int) -> Words | None:
    """Return which projects may explain by how much an approved total is too high, or, below 0, too low.

    `room` is how many pairs of projects may be tried for sets of three.
    """
    candidates = scope.all if difference > 0 else scope.counted
    found = list(islice(explanations(candidates, abs(difference), room), MOST_SETS + 1))
    if not found or len(found) > MOST_SETS:
        return None
    sets = [" + ".join(f"{project.code} ({project.place('budget').cell})" for project in group) for group in found]
    words = Words(_OR.th.join(sets), _OR.en.join(sets))
    return (_TWICE if difference > 0 else _NOT_IN).filled(sets=words)


def _slip(typed: str, total: str) -> Words:
    """Return that two figures differ by a slip of typing, where they do."""
    differing = [index for index, (one, other) in enumerate(zip(typed, total, strict=False)) if one != other]
    if len(typed) == len(total) and len(differing) == 1:
        return _ONE_DIGIT
    if len(typed) == len(total) and len(differing) == 2:
        first, second = differing
        if typed[first] == total[second] and typed[second] == total[first]:
            return _SWAPPED
    return Words("", "")


def explanations(
    projects: Sequence[Project], difference: Decimal, most_pairs: int = MOST_PAIRS
) -> Iterator[tuple[Project, ...]]:
    """Yield the sets of up to three projects whose budgets add up to a difference; only the smallest sets there are.

    Sets of three are looked for only among so few projects that they make at most so many pairs.
    """
    wanted = int(difference * 100)  # satang: whole numbers add up exactly, and faster than decimals
    priced = [(project, int(project.budget.number * 100)) for project in projects if project.budget.number]
    if single := [(project,) for project, budget in priced if budget == wanted]:
        yield from single
        return
    places: dict[int, list[int]] = {}
    for index, (_, budget) in enumerate(priced):
        places.setdefault(budget, []).append(index)
    none = True
    for one, (project, budget) in enumerate(priced):
        for two in places.get(wanted - budget, ()):
            if two > one:
                none = False
                yield project, priced[two][0]
    if not none or len(priced) ** 2 // 2 > most_pairs:
        return
    for one, (project, budget) in enumerate(priced):
        rest = wanted - budget
        for two in range(one + 1, len(priced)):
            for three in places.get(rest - priced[two][1], ()):
                if three > two:
                    yield project, priced[two][0], priced[three][0]
