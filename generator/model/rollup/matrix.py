"""Districts by key results: what the city allots to each, what its plan says, and whether the two can be compared."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.city import Allotment, countable, relative, shares_add
from generator.model.quantities import Value
from generator.model.rollup.plan import OwnTarget, PlanFigures, bounded


@dataclass(frozen=True, slots=True)
class Figure:
    """A target, and the sheet and the cell in which it stands; `source` numbers the KR book it is from."""

    value: Value
    sheet: str = ""
    cell: str = ""
    source: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotted:
    """What a KR book gives to the districts for one key result; `counts` says what the shares count."""

    okr: str
    name: str
    unit: str
    counts: str
    city: Value
    shares: Mapping[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class KrColumn:
    """One key result over all districts. Districts are named by their official code.

    `allotted` is None where no KR book allots it. `city` is the target of the whole city, `city_unit` its unit.
    `adds` tells that the figures of districts may be added up, `meets_city` that their sum is to be the city's target.
    """

    okr: str
    name: str
    counts: str
    city: Value
    city_unit: str
    allotted: Mapping[str, Figure] | None
    planned: Mapping[str, Figure]
    adds: bool
    meets_city: bool

    def difference(self, code: str) -> Decimal | None:
        """Return by how much a plan exceeds its allotment; None where one of both is no number."""
        given = self.allotted[code].value.number if self.allotted and code in self.allotted else None
        planned = self.planned[code].value.number if code in self.planned else None
        return None if given is None or planned is None else planned - given


def allotted_of(allotment: Allotment, source: int = 0) -> Allotted:
    """Return what an allotment says, small enough to travel between processes."""
    return Allotted(
        okr=allotment.okr,
        name=allotment.name,
        unit=allotment.unit,
        counts=allotment.share_name,
        city=bounded(allotment.target),
        shares={
            code: Figure(bounded(share.target), share.place.sheet, share.place.cell, source)
            for code, share in allotment.shares.items()
        },
    )


def columns_of(allotted: Sequence[Allotted], plans: Iterable[PlanFigures]) -> list[KrColumn]:
    """Return a column for each key result that gives districts targets, by code.

    Without any, there is one for each key result of which some plan states a target of its district.
    """
    by_code = {plan.district.code: plan.targets for plan in plans if plan.district}
    if given := [one for one in allotted if one.shares]:
        columns = [_allotted_column(one, by_code) for one in given]
    else:
        okrs = {okr for targets in by_code.values() for okr, target in targets.items() if target.own}
        columns = [_planned_column(okr, by_code) for okr in okrs]
    return sorted(columns, key=lambda column: [part.zfill(3) for part in column.okr.split(".")])


def _allotted_column(given: Allotted, plans: Mapping[str, Mapping[str, OwnTarget]]) -> KrColumn:
    adds = shares_add(given.counts, (figure.value for figure in given.shares.values()))
    return KrColumn(
        okr=given.okr,
        name=given.name,
        counts=given.counts,
        city=given.city,
        city_unit=given.unit,
        allotted=given.shares,
        planned=_planned(given.okr, plans),
        adds=adds,
        meets_city=adds and countable(given.city, given.unit),
    )


def _planned_column(okr: str, plans: Mapping[str, Mapping[str, OwnTarget]]) -> KrColumn:
    stated = [targets[okr] for targets in plans.values() if okr in targets]
    own = [target for target in stated if target.own]
    # Plans that do not agree on the city's target are outvoted; the first of equals wins.
    city = Counter(target.city for target in stated if target.city).most_common(1)
    unit = Counter(target.unit for target in own).most_common(1)[0][0]
    adds = not any(relative(target.own, target.unit) for target in own)
    return KrColumn(
        okr=okr,
        name=Counter(target.name for target in stated).most_common(1)[0][0],
        counts=unit,
        city=city[0][0] if city else Value(),
        city_unit=unit,
        allotted=None,
        planned=_planned(okr, plans),
        adds=adds,
        meets_city=bool(adds and city and countable(city[0][0], unit)),
    )


def _planned(okr: str, plans: Mapping[str, Mapping[str, OwnTarget]]) -> dict[str, Figure]:
    return {
        code: Figure(targets[okr].own, targets[okr].sheet, targets[okr].cell)
        for code, targets in plans.items()
        if okr in targets
    }
