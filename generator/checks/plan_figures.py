"""Checks of the plan workbook: figures of indicators that cannot be, or do not agree. One fault per function."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from generator.model.districts import DISTRICTS
from generator.model.finding import Finding
from generator.model.plan.book import PlanBook
from generator.model.plan.measures import Measure
from generator.model.plan.projects import HIDDEN
from generator.model.quantities import Value, figure
from generator.model.rules import book_rules, plan_audit_rules
from generator.model.sheet import Sheet
from generator.thai.numerals import parse_decimal, to_arabic

PERCENT: Final = "ร้อยละ"
_SHARE: Final = re.compile(r"([ก-ฮ]{2,4}\.)\s*([0-9][0-9,]*(?:\.[0-9]+)?)\s*([ก-๎.]+?)(/เขต)?(?:\s*,?\s+|$)")
_TOTALS: Final = re.compile(r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|งบประมาณ|เงิน)*(?:\s*[0-9,]+\s*(?:โครงการ|กิจกรรม|บาท))?")
"""What a total row begins with when somebody typed it among the projects."""


def total_as_project(book: PlanBook) -> Iterator[Finding]:
    """Yield total rows among the projects."""
    for project in book.projects:
        if _TOTALS.fullmatch(to_arabic(project.name)):
            yield project.place("name").finding(plan_audit_rules.TOTAL_AS_PROJECT, text=project.name)


def over_hundred(book: PlanBook) -> Iterator[Finding]:
    """Yield percentages of more than a hundred."""
    typed: list[tuple[Sheet, str, Value, str]] = []
    for node in book.strategy:
        typed += [(node, "target", node.target, node.unit), (node, "last_target", node.last_target, node.unit)]
    for measure in book.measures:
        typed.append((measure, "target", measure.target, measure.unit))
        typed.append((measure, "district_target", measure.district_target, _unit_of_share(measure)))
    for support in book.supports:
        typed.append((support, "kpi", support.kpi, support.kpi_unit))
    for row in book.scoring:
        typed.append((row, "criterion", row.criterion, ""))
    for owner, field, value, unit in typed:
        if value.number is not None and value.number > 100 and (value.percent or unit == PERCENT):
            yield owner.place(field).finding(book_rules.OVER_HUNDRED, number=figure(value.number))


def criterion_fall(book: PlanBook) -> Iterator[Finding]:
    """Yield levels that ask for no less than the next higher one."""
    for row in book.negotiated:
        asked = [
            level for level in book.scoring_of.get(row.code, ()) if level.level and level.criterion.number is not None
        ]
        for above, below in pairwise(sorted(asked, key=lambda scoring: -(scoring.level or 0))):
            more, less = above.criterion, below.criterion
            if above.level == below.level or more.percent != less.percent:
                continue
            if more.number is not None and less.number is not None and less.number >= more.number:
                values = {"level": below.level, "typed": less.text, "above": above.level, "more": more.text}
                place = below.place("criterion")
                yield place.finding(plan_audit_rules.CRITERION_FALL, other=above.place("criterion").cell, **values)


def above_city(book: PlanBook) -> Iterator[Finding]:
    """Yield targets of the district that are more than that of the whole city."""
    for measure in book.measures:
        own, city = measure.district_target, measure.target
        if own.number is None or city.number is None or measure.unit == PERCENT or own.percent or city.percent:
            continue
        if _unit_of_share(measure) != measure.unit:
            continue
        if own.number > city.number:
            values = {"typed": own.text, "city": city.text, "other": measure.place("target").cell}
            yield measure.place("district_target").finding(plan_audit_rules.ABOVE_CITY, **values)


def _unit_of_share(measure: Measure) -> str:
    return measure.district_unit or measure.unit


def kpi_not_share(book: PlanBook) -> Iterator[Finding]:
    """Yield key results whose projects neither reach the target of the district together nor each.

    Compared are only indicators in the unit of the target; a parent answers for its sub-projects.
    """
    for measure in book.measures:
        share = measure.district_target.number
        supports = [row for row in book.supports_for.get(f"OKR {measure.code}", ()) if row.shown != HIDDEN and row.kpi]
        figures = [row.kpi.number for row in supports if row.kpi_unit == _unit_of_share(measure)]
        if share is None or not figures or len(figures) < len(supports) or share in figures:
            continue
        given = [number for number in figures if number is not None]
        total = sum(given, Decimal(0))
        if total != share and len(given) == len(figures):
            place = measure.place("district_target")
            values = {"key": measure.code, "total": figure(total), "share": measure.district_target.text}
            values |= {"other": f"{place.sheet}!{place.cell}"}
            yield supports[0].place("kpi").finding(plan_audit_rules.KPI_NOT_SHARE, **values)


def other_in_policy(book: PlanBook) -> Iterator[Finding]:
    """Yield units and targets typed for ตาราง ง alone that do not say what is printed elsewhere."""
    for measure in book.measures:
        unit, target = measure.unit, to_arabic(measure.target.text)
        other_target = to_arabic(measure.policy_target)
        pairs = (
            ("policy_unit", bool(unit) and unit not in measure.policy_unit, "unit", unit),
            ("policy_target", measure.target.number is not None and target not in other_target, "target", target),
        )
        for field, differs, elsewhere, found in pairs:
            if differs and (typed := getattr(measure, field)):
                values = {"typed": typed, "found": found, "other": measure.place(elsewhere).cell}
                yield measure.place(field).finding(plan_audit_rules.OTHER_IN_POLICY, **values)


def explained_sum(book: PlanBook) -> Iterator[Finding]:
    """Yield explanations that give a share for each agency, and do not add up to the target."""
    for measure in book.measures:
        text, target = " ".join(to_arabic(measure.explanation).split()), measure.target.number
        parts = list(_SHARE.finditer(text))
        if target is None or len(parts) < 2 or "".join(part[0] for part in parts) != text:
            continue
        if {part[3] for part in parts} != {measure.unit}:
            continue
        total = sum((parse_decimal(part[2]) * (len(DISTRICTS) if part[4] else 1) for part in parts), Decimal(0))
        if total != target:
            values = {"text": measure.explanation, "total": figure(total), "target": measure.target.text}
            place = measure.place("explanation")
            yield place.finding(plan_audit_rules.EXPLAINED_SUM, other=measure.place("target").cell, **values)
