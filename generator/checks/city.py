"""Checks of plans against the key results of the city: one plan at a time, and all plans of a year together.

One fault per function; what they compare are facts taken from the books, so that no book has to be at hand.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Final

from generator.checks.city_wording import departure, same_unit, same_value, unit_said
from generator.model.city import Allotment
from generator.model.districts import DISTRICTS
from generator.model.facts import City, PlanFacts, folded
from generator.model.finding import Finding, Place, Rule, Severity
from generator.model.kinds import MEANT
from generator.model.plan.measures import Measure
from generator.model.quantities import Value, figure
from generator.model.rules import city_rules as rules
from generator.words import Words

MOST_NAMES: Final = 5
"""So many districts are named in one message."""
A_CITY: Final = len(DISTRICTS) // 2
"""From so many plans on they are taken for those of the whole city."""

_NOTHING: Final = Words("", "")
_EMPTY: Final = Words("(ว่าง)", "(empty)")
_APART: Final = Words(" ต่างกัน {count}", ", a difference of {count}")
_ALLOTTED: Final = Words(" จัดสรรไว้ {city}", ", which allots {city}")
_DIFFER: Final = Words(" เขตที่ต่างจากที่จัดสรร: {names}", "; these differ from what is allotted: {names}")


def unknown_okr(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs that their host agency does not have, if there are KR workbooks of that agency.

    A code that ends in a letter is the plan's own. What may be meant is none that the plan has besides.
    """
    taken = {measure.code for measure in plan.measures}
    for measure in plan.measures:
        agency = plan.agency(measure.host)
        books = city.books_of(agency)
        if not books or not measure.code or not measure.code[-1].isdigit() or measure.code in city.allotments:
            continue
        others = (one for okr, one in city.allotments.items() if okr not in taken)
        own = {one.okr: one for one in others if folded(one.agency) == folded(agency)}
        near = [okr for okr, one in own.items() if folded(one.name) == folded(measure.name)]
        near += sorted(okr for okr in own if _slip(okr, measure.code))
        meant = MEANT.filled(word=near[0]) if near else _NOTHING
        values = {"key": measure.code, "agency": agency, "books": ", ".join(books), "guess": meant}
        yield measure.place("code").finding(rules.UNKNOWN_OKR, **values)


def other_name(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs that are called otherwise than the city calls them."""
    for measure, allotment in _shared(plan, city):
        own, said = measure.name, allotment.name
        if own and said and folded(own) != folded(said):
            yield _differs(measure, "name", rules.OTHER_NAME, allotment.key_result.place("name"), own, said)


def other_unit(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs whose target is in another unit than the city's."""
    for measure, allotment in _shared(plan, city):
        own, said = unit_said(measure.target, measure.unit), unit_said(allotment.target, allotment.unit)
        if measure.target and own and said and not same_unit(own, said):
            finding = _differs(measure, "unit", rules.OTHER_UNIT, allotment.key_result.place("unit"), own, said)
            yield _binding(finding, allotment, city)


def other_share_unit(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield targets of the district in another unit than that of their shares, where these count something else."""
    for measure, allotment in _shared(plan, city):
        own, share = measure.district_unit or measure.unit, allotment.shares.get(_code(plan))
        if share and allotment.share_unit and measure.district_target and not same_unit(own, allotment.share_unit):
            values = (own or _EMPTY, allotment.share_unit)
            finding = _differs(measure, "district_unit", rules.OTHER_UNIT, share.place, *values)
            yield replace(finding, severity=Severity.WARNING)  # what a share counts is read from a header


def other_city_target(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs for which the plan states another target of the whole city."""
    for measure, allotment in _shared(plan, city):
        own, said = measure.target, allotment.target
        if own and said and not same_value(own, said):
            place = allotment.key_result.place("target")
            finding = _differs(measure, "target", rules.OTHER_CITY_TARGET, place, _plain(own), _plain(said))
            yield _binding(finding, allotment, city)


def other_host(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs that the plan gives to another host agency; one whose name the plan does not know is passed over."""
    for measure, allotment in _shared(plan, city):
        own = plan.agency(measure.host)
        if own and folded(own) not in (folded(allotment.host), folded(allotment.agency)):
            place = allotment.key_result.place("code")
            yield _differs(measure, "host", rules.OTHER_HOST, place, own, allotment.host)


def other_share(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield targets of the district that are not what is allotted to it."""
    for measure, allotment in _shared(plan, city):
        share = allotment.shares.get(_code(plan))
        own = measure.district_target
        if share is None or not own or same_value(own, share.target):
            continue
        place, said = measure.place("district_target"), share.place.full
        values = {"key": measure.code, "own": _plain(own), "city": _plain(share.target), "district": _name(plan)}
        finding = place.finding(rules.OTHER_SHARE, **values, other=said, difference=_apart(own, share.target))
        yield _binding(finding, allotment, city)


def not_taken(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs that the city gives to the district and the plan does not have; a code that was refused may be one."""
    if any("code" in measure.origin.refused for measure in plan.measures):
        return
    taken = {measure.code for measure in plan.measures}
    for okr, allotment in city.allotments.items():
        if plan.district is None or okr in taken or not allotment.concerns(plan.district):
            continue
        share = allotment.shares.get(plan.district.code)
        if share is not None and share.target.number == 0:
            continue
        place = share.place if share else allotment.key_result.place("supported_by_districts")
        values = {"key": okr, "name": allotment.name, "district": _name(plan), "other": place.full}
        allotted = _ALLOTTED.filled(city=_plain(share.target)) if share else _NOTHING
        finding = plan.place.finding(rules.NOT_TAKEN, **values, city=allotted)
        yield _binding(finding, allotment, city) if share else replace(finding, severity=Severity.WARNING)


def empty_share(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield OKRs of which something is allotted to the district, whose own target is empty."""
    for measure, allotment in _shared(plan, city):
        share = allotment.shares.get(_code(plan))
        unread = "district_target" in measure.origin.refused
        if share is None or measure.district_target or unread or share.target.number == 0:
            continue
        values = {"key": measure.code, "city": _plain(share.target), "other": share.place.full}
        yield measure.place("district_target").finding(rules.EMPTY_SHARE, **values, district=_name(plan))


def not_allotted(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield targets of a district to which the attachment allots nothing, but to others."""
    for measure, allotment in _shared(plan, city):
        own = measure.district_target
        if plan.district and allotment.shares and own and own.number != 0 and _code(plan) not in allotment.shares:
            sheet = next(iter(allotment.shares.values())).place.sheet
            other = Place(allotment.key_result.place().workbook, sheet).full
            values = {"key": measure.code, "own": _plain(own), "other": other, "district": _name(plan)}
            yield measure.place("district_target").finding(rules.NOT_ALLOTTED, **values)


def other_definition(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield definitions with a paragraph that the city's has not; fewer paragraphs are no fault."""
    for measure, allotment in _shared(plan, city):
        meaning = [row.text for row in allotment.meaning]
        found = departure(measure.definition, meaning, plan.year)
        if found is not None:
            own, said = found
            place = allotment.meaning[0].place("text")
            yield _differs(measure, "definition", rules.OTHER_DEFINITION, place, own, said)


CHECKS: Final[tuple[Callable[[PlanFacts, City], Iterator[Finding]], ...]] = (
    unknown_okr,
    other_name,
    other_unit,
    other_share_unit,
    other_city_target,
    other_host,
    other_share,
    not_taken,
    empty_share,
    not_allotted,
    other_definition,
)


def check(plan: PlanFacts, city: City) -> Iterator[Finding]:
    """Yield everything in which a plan differs from the city of its year."""
    for rule in CHECKS:
        for finding in rule(plan, city):
            binding = finding.when_final and not plan.is_draft
            yield replace(finding, severity=Severity.ERROR) if binding else finding


def city_sum(plans: Mapping[str, PlanFacts], city: City) -> Iterator[Finding]:
    """Yield OKRs whose targets in the plans of all districts do not add up to the target of the city.

    Nothing is said of an OKR as long as the plan of a district that has a part in it is missing.
    """
    for okr, allotment in city.allotments.items():
        target = allotment.target.number
        if not allotment.shares or not allotment.adds_up or target is None or not _with_part(allotment) <= plans.keys():
            continue
        own = {code: _own(plan, okr) for code, plan in plans.items()}
        total = sum(own.values(), Decimal(0))
        if total != target:
            allotted = {code: share.target.number or Decimal(0) for code, share in allotment.shares.items()}
            differing = [code for code in sorted(own) if own[code] != allotted.get(code, Decimal(0))]
            names = [
                f"{_name(plans[code])} {figure(own[code])}/{figure(allotted.get(code, Decimal(0)))}"
                for code in differing
            ]
            why = _DIFFER.filled(names=_listed(names, ", ")) if names else _NOTHING
            values = {
                "key": okr,
                "total": figure(total),
                "city": figure(target),
                "difference": figure(abs(total - target)),
            }
            yield allotment.key_result.place("target").finding(rules.CITY_SUM, **values, why=why)


def missing_plans(plans: Mapping[str, PlanFacts], city: City, unread: Set[str] = frozenset()) -> Iterator[Finding]:
    """Yield that districts with a share have no plan, once half of all districts have one.

    `unread` are the codes of districts whose workbook is there, but says nothing: their plan is not missing.
    """
    books = [book for own in city.books.values() for book in own]
    wanted = {code for allotment in city.allotments.values() for code in _with_part(allotment)}
    names = [district.name for district in DISTRICTS if district.code in wanted - plans.keys() - unread]
    if names and books and len(plans) >= A_CITY:
        values = {"year": city.year, "count": len(names), "names": _listed(names, " ")}
        yield Place(books[0]).finding(rules.MISSING_PLANS, **values)


def _with_part(allotment: Allotment) -> set[str]:
    """Return the codes of the districts to which something is allotted, be it in words."""
    return {code for code, share in allotment.shares.items() if share.target.number != 0}


def check_all(plans: Iterable[PlanFacts], city: City, unread: Set[str] = frozenset()) -> Iterator[Finding]:
    """Yield what all plans of a year together have wrong; of two of one district the first one counts.

    `unread` are the codes of districts whose workbook is there, but says nothing.
    """
    first: dict[str, PlanFacts] = {}
    for plan in plans:
        if plan.district is not None and plan.year == city.year:
            first.setdefault(plan.district.code, plan)
    yield from city_sum(first, city)
    yield from missing_plans(first, city, unread)


def _slip(one: str, other: str) -> bool:
    """Return whether one code is the other with two digits changed round, or one digit mistyped."""
    apart = [index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    return len(one) == len(other) and (len(apart) <= 1 or (len(apart) == 2 and sorted(one) == sorted(other)))


def _shared(plan: PlanFacts, city: City) -> Iterator[tuple[Measure, Allotment]]:
    """Yield the key results that both have; of a code that stands twice in the plan, the first row."""
    seen: set[str] = set()
    for measure in plan.measures:
        if measure.code in city.allotments and measure.code not in seen:
            seen.add(measure.code)
            yield measure, city.allotments[measure.code]


def _differs(measure: Measure, field: str, rule: Rule, place: Place, own: str | Words, said: str | Words) -> Finding:
    values = {"key": measure.code, "own": own, "city": said, "other": place.full}
    return measure.place(field).finding(rule, **values)


def _binding(finding: Finding, allotment: Allotment, city: City) -> Finding:
    """Return a finding that stops a plan which is no draft, if the key result is none either."""
    settled = allotment.okr in city.settled
    return finding.once_final() if settled else replace(finding, severity=Severity.WARNING)


def _own(plan: PlanFacts, okr: str) -> Decimal:
    found = next((measure.district_target.number for measure in plan.measures if measure.code == okr), None)
    return found or Decimal(0)


def _apart(one: Value, other: Value) -> Words:
    if one.number is None or other.number is None:
        return _NOTHING
    return _APART.filled(count=figure(abs(one.number - other.number)))


def _plain(value: Value) -> str:
    """Return a value as messages say it: with Arabic digits."""
    return value.text if value.number is None or value.percent else figure(value.number)


def _code(plan: PlanFacts) -> str:
    return plan.district.code if plan.district else ""


def _name(plan: PlanFacts) -> str:
    return plan.district.name if plan.district else ""


def _listed(names: Sequence[str], between: str) -> str:
    more = f" …(+{len(names) - MOST_NAMES})" if len(names) > MOST_NAMES else ""
    return between.join(names[:MOST_NAMES]) + more
