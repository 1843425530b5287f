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
MOST_SUSPECTS: Final = 3
"""So many projects are named at most of which one must be wrong."""
MOST_PAIRS: Final = 100_000
"""So many pairs of projects are tried for sets of three, for all totals of a plan: 10 ms. Later ones go without."""

_NOTHING = Words("ไม่มีโครงการ", "no projects")
_NOT_IN = Words(" ยอดอนุมัติอาจไม่ได้รวม {sets}", "; perhaps it leaves out {sets}")
_TWICE = Words(" ยอดอนุมัติอาจรวมเกิน {sets}", "; perhaps it counts too much {sets}")
_OR = Words(" หรือ ", " or ")
_SLIPPED = Words(" หาก {project} เป็น {right} จะพอดี", "; it would fit if {project} were {right}")
_AMONG = Words(" น่าจะอยู่ที่ {projects}", "; it is likely to lie in {projects}")
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
    compared = list(_compared(book))
    for control, scope, typed in compared:
        if typed == scope.total:
            continue
        values = {
            "scope": control.scope,
            "typed": figure(typed),
            "total": figure(scope.total),
            "difference": figure(abs(typed - scope.total)),
            "cells": scope.cells("budget"),
            "why": _explained(scope, typed, room, _suspects(scope, typed - scope.total, compared)),
        }
        room -= len(scope.all) ** 2 // 2
        yield control.place("budget").finding(rules.BUDGET_TOTAL, **values)


def _compared(book: PlanBook) -> Iterator[tuple[ControlTotal, Scope, Decimal]]:
    """Yield the approved budgets that can be compared, with what they are about."""
    for control in book.controls:
        scope, typed = _scope(book, control), control.budget.number
        if scope is None or typed is None:
            continue
        if not any("budget" in project.origin.refused for project in scope.counted):  # said, and missing from the sum
            yield control, scope, typed


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


def _suspects(
    scope: Scope, difference: Decimal, compared: Sequence[tuple[ControlTotal, Scope, Decimal]]
) -> list[Project]:
    """Return the projects of which one may make this difference: in all totals that differ by it, in none that fits.

    Nothing is known of them if it is a single total.
    """
    gaps = [({project.code for project in other.counted}, typed - other.total) for _, other, typed in compared]
    same = [codes for codes, gap in gaps if gap == difference]
    fitting = {code for codes, gap in gaps if gap == 0 for code in codes}
    inside = set.intersection(*same) - fitting
    return [project for project in scope.counted if project.code in inside] if len(same) > 1 else []


def _explained(scope: Scope, typed: Decimal, room: int, suspects: Sequence[Project]) -> Words:
    """Return what may make an approved total and the sum differ, the surest first; nothing if nobody knows."""
    difference = typed - scope.total
    sets = _sets(scope, difference, room)
    slips = [
        _SLIPPED.filled(project=_named(project), right=figure(right))
        for project in suspects
        if (budget := project.budget.number) and _is_slip(budget, right := budget + difference)
    ]
    if len(slips) in range(1, MOST_SETS + 1) and not any(len(group) == 1 for group in sets):
        return Words(_OR.th.join(slip.th for slip in slips), _OR.en.join(slip.en for slip in slips))
    if why := _why(sets, difference):
        return why
    if slip := _slip(figure(typed), figure(scope.total)):
        return slip
    if len(suspects) in range(1, MOST_SUSPECTS + 1) and len(suspects) < len(scope.counted):
        return _AMONG.filled(projects=", ".join(map(_named, suspects)))
    return Words("", "")


def _named(project: Project) -> str:
    return f"{project.code} ({project.place('budget').cell})"


def _is_slip(budget: Decimal, right: Decimal) -> bool:
    """Return whether a budget may be a slip for another one: two digits swapped, or a zero too many or too few."""
    return right in (budget * 10, budget / 10) or _swapped(figure(budget), figure(right))


def _sets(scope: Scope, difference: Decimal, room: int) -> list[tuple[Project, ...]]:
    """Return the sets of projects that make up a difference; nothing if they are too many to say anything.

    `room` is how many pairs of projects may be tried for sets of three.
    """
    candidates = scope.all if difference > 0 else scope.counted
    found = list(islice(explanations(candidates, abs(difference), room), MOST_SETS + 1))
    return found if len(found) <= MOST_SETS else []


def _why(sets: Sequence[Sequence[Project]], difference: Decimal) -> Words | None:
    """Return that an approved total may be too high by sets of projects, or, with a difference below 0, too low."""
    if not sets:
        return None
    named = [" + ".join(map(_named, group)) for group in sets]
    words = Words(_OR.th.join(named), _OR.en.join(named))
    return (_TWICE if difference > 0 else _NOT_IN).filled(sets=words)


def _slip(typed: str, total: str) -> Words | None:
    """Return that two figures differ by a slip of typing, where they do."""
    if len(typed) == len(total) and sum(one != other for one, other in zip(typed, total, strict=True)) == 1:
        return _ONE_DIGIT
    return _SWAPPED if _swapped(typed, total) else None


def _swapped(typed: str, total: str) -> bool:
    """Return whether two digits of one figure stand in each other's place in the other one."""
    if len(typed) != len(total):
        return False
    differing = [index for index, (one, other) in enumerate(zip(typed, total, strict=True)) if one != other]
    if len(differing) != 2:
        return False
    first, second = differing
    return typed[first] == total[second] and typed[second] == total[first]


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
