"""Checks of the plan workbook: the strategy of the city, key results, negotiated indicators. One fault per function."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.model.finding import Finding, listed
from generator.model.plan.book import PlanBook
from generator.model.plan.strategy import (
    KPI,
    KR,
    OBJECTIVE,
    RANKS,
    SIDE,
    STRATEGY,
    SUBSTRATEGY,
    TACTIC,
    StrategyNode,
)
from generator.model.quantities import figure
from generator.model.rules import plan_audit_rules, plan_rules
from generator.model.sheet import Sheet
from generator.words import Words

_NOTHING = Words("ไม่มีตัวชี้วัดเจรจา", "there are no negotiated indicators")
PARENTS: Final = {
    STRATEGY: (SIDE,),
    SUBSTRATEGY: (STRATEGY,),
    OBJECTIVE: (SUBSTRATEGY, STRATEGY),
    KR: (OBJECTIVE,),
    TACTIC: (KR,),
    KPI: (TACTIC,),
}
"""What must stand above a node of each level; of several, any."""
CODED_BY: Final = {SUBSTRATEGY: (STRATEGY,), TACTIC: (SUBSTRATEGY, STRATEGY), KPI: (TACTIC,)}
"""The level whose code opens that of a level; of several, the first that stands above."""
USED: Final = {
    "code": (SIDE, STRATEGY, SUBSTRATEGY, KR, TACTIC, KPI),
    "last_target": (KPI,),
    "target": (KPI,),
    "unit": (KPI,),
    "kr_target": (KR,),
    "hosts": (KR,),
    "supporters": (KR,),
    "result": (KPI,),
}
"""Which levels use a column of the strategy; the others are used by all."""
NEEDED: Final = ("code", "target", "kr_target", "hosts", "result")
"""Columns of the strategy that must be filled in where they are used."""
LEVELS: Final = (5, 4, 3, 2, 1)


def missing_cell(book: PlanBook) -> Iterator[Finding]:
    """Yield empty cells that must be filled in because of the level of a node or the target of a key result."""
    for node in book.strategy:
        for field in NEEDED:
            if node.level in USED[field] and not getattr(node, field):
                yield from node.lacks(field)
    for measure in book.measures:
        if measure.target and not measure.host:
            yield from measure.lacks("host")


def orphan(book: PlanBook) -> Iterator[Finding]:
    """Yield nodes of the strategy that stand above everything they could belong to."""
    above: dict[str, int] = {}
    for node in book.strategy:
        if (rank := RANKS.get(node.level)) is None:
            continue
        above = {level: other for level, other in above.items() if other < rank}
        parents = PARENTS.get(node.level, ())
        if parents and not any(parent in above for parent in parents):
            values = {"level": node.level, "key": node.code or node.name, "wanted": parents[0]}
            yield node.place("level").finding(plan_rules.ORPHAN, **values)
        above[node.level] = rank


def node_elsewhere(book: PlanBook) -> Iterator[Finding]:
    """Yield nodes of the strategy whose code does not begin with that of the node they belong to."""
    above: dict[str, StrategyNode] = {}
    for node in book.strategy:
        rank = RANKS.get(node.level, 0)
        above = {level: other for level, other in above.items() if RANKS[level] < rank}
        parent = next((above[level] for level in CODED_BY.get(node.level, ()) if level in above), None)
        if parent and parent.code and node.code and not node.code.startswith(f"{parent.code}."):
            values = {"level": node.level, "key": node.code, "above": parent.level, "own": parent.code}
            other = parent.place("code").cell
            yield node.place("code").finding(plan_audit_rules.NODE_ELSEWHERE, other=other, **values)
        if node.level in RANKS:
            above[node.level] = node


def unused_column(book: PlanBook) -> Iterator[Finding]:
    """Yield values in columns that the level of their node does not use."""
    for node in book.strategy:
        for field, levels in USED.items():
            if node.level in RANKS and node.level not in levels and getattr(node, field):
                values = {"level": node.level, "header": node.COLUMNS[field].header}
                yield node.place(field).finding(plan_rules.UNUSED_COLUMN, **values)


def no_project(book: PlanBook) -> Iterator[Finding]:
    """Yield key results with a target that no project serves."""
    served = {support.served for support in book.supports if support.project in book.by_code}
    for measure in book.measures:
        if measure.code and measure.target and f"OKR {measure.code}" not in served:
            yield measure.place("code").finding(plan_rules.NO_PROJECT, key=measure.code)


def other_objective(book: PlanBook) -> Iterator[Finding]:
    """Yield key results put under another objective than their code says.

    A code of our own says nothing but the dimension.
    """
    for measure in book.measures:
        if not measure.objective or not measure.code:
            continue
        own = measure.code.rpartition(".")[0]
        if not measure.code[-1].isdigit():
            own = measure.objective if measure.objective[0] == own[0] else own
        if measure.objective != own:
            values = {"key": measure.code, "typed": measure.objective, "own": own}
            yield measure.place("objective").finding(plan_rules.OTHER_OBJECTIVE, **values)


def no_number(book: PlanBook) -> Iterator[Finding]:
    """Yield key results that stand in the essence of the plan, but have no code of the city to print."""
    for measure in book.measures:
        if measure.code and not measure.code[-1].isdigit() and not measure.target:
            yield measure.place("code").finding(plan_rules.NO_NUMBER, key=measure.code)


def undefined(book: PlanBook) -> Iterator[Finding]:
    """Yield indicators of the city and negotiated ones that have no definition."""
    defined = {row.owner for row in book.definitions}
    rows: list[tuple[Sheet, str, str]] = [(node, node.code, "KPI") for node in book.strategy if node.level == KPI]
    rows += [(row, row.code, "ค") for row in book.negotiated]
    for row, code, prefix in rows:
        if code and (key := f"{prefix} {code}") not in defined:
            yield row.place("code").finding(plan_rules.UNDEFINED, key=key).once_final()


def weights(book: PlanBook) -> Iterator[Finding]:
    """Yield a total weight that the negotiated indicators do not add up to, once all have one; none weigh nothing."""
    given = [row.weight for row in book.negotiated if row.weight is not None]
    target = book.settings.weight
    if target is None or len(given) < len(book.negotiated) or sum(given) == target:
        return
    cells = listed([row.place("weight") for row in book.negotiated], sheet=True)
    values = {"total": sum(given), "target": target, "cells": cells or _NOTHING}
    finding = book.settings.place("weight").finding(plan_rules.WEIGHTS, **values)
    yield finding if given else finding.once_final()


def levels_missing(book: PlanBook) -> Iterator[Finding]:
    """Yield negotiated indicators that lack some of the five levels of their scoring."""
    for row in book.negotiated:
        given = {scoring.level for scoring in book.scoring_of.get(row.code, ())}
        missing = [str(level) for level in LEVELS if level not in given]
        if row.code and missing:
            values = {"key": row.code, "levels": ", ".join(missing)}
            yield row.place("code").finding(plan_rules.LEVELS_MISSING, **values).once_final()


def level_order(book: PlanBook) -> Iterator[Finding]:
    """Yield levels that stand below a lower one."""
    for row in book.negotiated:
        for above, below in pairwise(book.scoring_of.get(row.code, ())):
            if above.level and below.level and below.level > above.level:
                values = {"level": below.level, "above": above.level}
                yield below.place("level").finding(plan_rules.LEVEL_ORDER, **values)


def points_fall(book: PlanBook) -> Iterator[Finding]:
    """Yield levels that earn no less than the next higher one."""
    for row in book.negotiated:
        levels = book.scoring_of.get(row.code, ())
        pointed = [scoring for scoring in levels if scoring.level and scoring.points.number is not None]
        for above, below in pairwise(sorted(pointed, key=lambda scoring: -(scoring.level or 0))):
            more, points = above.points.number, below.points.number
            if more is not None and points is not None and above.level != below.level and points >= more:
                values = {"level": below.level, "points": below.points.text, "above": above.level}
                values |= {"more": above.points.text, "other": above.place("points").cell}
                yield below.place("points").finding(plan_rules.POINTS_FALL, **values)


def points_top(book: PlanBook) -> Iterator[Finding]:
    """Yield highest levels that do not earn the weight of their indicator."""
    for row in book.negotiated:
        for scoring in book.scoring_of.get(row.code, ()):
            points = scoring.points.number
            if scoring.level == LEVELS[0] and points is not None and row.weight is not None and points != row.weight:
                weight = row.place("weight")
                values = {"points": figure(points), "weight": row.weight, "other": f"{weight.sheet}!{weight.cell}"}
                yield scoring.place("points").finding(plan_rules.POINTS_TOP, **values)
