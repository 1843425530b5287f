"""What the city gives to its districts: the rows of its own workbook, and over them what KR workbooks say.

Knows books and records, no Excel and no files.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar

from generator.model.city import Allotment, Share
from generator.model.districts import District
from generator.model.finding import Finding
from generator.model.form import Rows
from generator.model.plan.indicators import (
    Component,
    ComponentIndicator,
    Condition,
    IndicatorDefinition,
    Negotiated,
    Scoring,
)
from generator.model.plan.lists import AgencyName, Dimension, Division, Objective
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import AGENCIES
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.rules import handout_rules as rules
from generator.model.sheet import Sheet
from generator.thai.numerals import to_arabic

S = TypeVar("S", bound=Sheet)

CITY_SHEETS: Final[tuple[type[Sheet], ...]] = (
    Division, AgencyName, Dimension, Objective, StrategyNode, Measure, Negotiated, IndicatorDefinition, Scoring,
    Condition, Component, ComponentIndicator,
)  # fmt: skip
"""The sheets that are the same for all districts."""
DISTRICTS: Final = "สำนักงานเขต"
"""So KR workbooks name all district offices together."""


@dataclass(frozen=True)
class Given:
    """What the city gives. `city` are the rows of its workbook, none without one.

    `kr_exceptions` are the words that KR workbooks keep from Thai digits, for their texts are printed in plans.
    """

    allotments: Sequence[Allotment]
    city: Rows = field(default_factory=Rows)
    kr_exceptions: Sequence[str] = ()

    def agency(self, name: str) -> str:
        """Return the abbreviation of an agency; its name as it is if no list knows it."""
        listed = [(row.short, row.name) for row in self.city.of(AgencyName)] or AGENCIES
        return next((short for short, full in listed if name in (short, full)), name)

    @property
    def exceptions(self) -> tuple[str, ...]:
        """The words that all workbooks keep from Thai digits, each once however its digits and blanks are typed."""
        typed = [*self.kr_exceptions, *(word for row in self.city.of(PlanSettings) for word in row.exceptions)]
        found: dict[str, str] = {}
        for word in typed:
            found.setdefault(" ".join(to_arabic(word).split()), word)
        return tuple(found.values())

    def rows_for(self, district: District) -> Rows:
        """Return the rows that a district is given, in the order of the city's workbook."""
        found: dict[type[Sheet], Sequence[Sheet]] = {
            sheet: rows for sheet in CITY_SHEETS if (rows := self.city.of(sheet))
        }
        weight = next((row.weight for row in self.city.of(PlanSettings)), None)
        if weight is not None or self.exceptions:
            found[PlanSettings] = [_row(PlanSettings, weight=weight, exceptions=self.exceptions)]
        known = {row.code for row in self.city.of(Measure)}
        mine = {
            allotment.okr: allotment
            for allotment in self.allotments
            if allotment.okr in known or allotment.concerns(district)
        }
        if measures := self._measures(mine, district):
            found[Measure] = measures
        if mine:
            found[Objective] = self._objectives(mine)
        return Rows(found)

    def _measures(self, mine: Mapping[str, Allotment], district: District) -> list[Measure]:
        measures = [
            self._measure(row, mine[row.code], mine[row.code].shares.get(district.code))
            if row.code in mine
            else replace(row, district_target=Value(), district_unit="")
            for row in self.city.of(Measure)
        ]
        known = {row.code for row in measures}
        for code in sorted(mine.keys() - known):
            new = self._measure(_row(Measure, code=code), mine[code], mine[code].shares.get(district.code))
            # Behind the last of its objective: the order of the rows is that of the tables.
            place = [index for index, row in enumerate(measures) if row.under <= new.under]
            measures.insert(place[-1] + 1 if place else 0, new)
        return measures

    def _measure(self, row: Measure, allotment: Allotment, share: Share | None) -> Measure:
        """Return the row of a key result as the KR workbook says it, the rest as the city's workbook does."""
        named = tuple(
            dict.fromkeys("สนข." if name == DISTRICTS else self.agency(name) for name in allotment.supporters)
        )
        return replace(
            row,
            name=allotment.name or row.name,
            target=allotment.target or row.target,
            unit=allotment.unit or row.unit,
            district_target=share.target if share else Value(),
            district_unit=allotment.share_unit if share and allotment.share_unit != allotment.unit else "",
            host=self.agency(allotment.host) or row.host,
            supporters=named or row.supporters,
            definition=meaning(allotment) or row.definition,
        )

    def _objectives(self, mine: Mapping[str, Allotment]) -> list[Objective]:
        named = {allotment.objective: allotment.objective_name for allotment in mine.values()}
        rows = [replace(row, name=named.get(row.code) or row.name) for row in self.city.of(Objective)]
        known = {row.code for row in rows}
        new = [_row(Objective, code=code, name=named[code]) for code in sorted(named.keys() - known)]
        return [*rows, *new]

    def differences(self) -> Iterator[Finding]:
        """Yield what KR workbook and city workbook say differently of one key result; the KR workbook wins."""
        allotted = {allotment.okr: allotment for allotment in self.allotments}
        for row in self.city.of(Measure):
            if row.code in allotted:
                wins = self._measure(row, allotted[row.code], None)
                for name in ("name", "target", "unit", "host", "supporters", "definition"):
                    yield from _difference(row, wins, name, allotted[row.code])
        for objective in self.city.of(Objective):
            for allotment in self.allotments:
                if allotment.objective == objective.code and allotment.objective_name:
                    named = replace(objective, name=allotment.objective_name)
                    yield from _difference(objective, named, "name", allotment)

    def unnamed_agencies(self) -> Iterator[Finding]:
        """Yield the hosts for which no abbreviation is known."""
        for allotment in self.allotments:
            if allotment.host and self.agency(allotment.host) == allotment.host and not allotment.host.endswith("."):
                place = allotment.key_result.place("code")
                yield place.finding(rules.NO_ABBREVIATION, name=allotment.host, key=allotment.key_result.code)

    def without_share(self, districts: Sequence[District]) -> Iterator[Finding]:
        """Yield the key results in whose attachment some of these districts have no target."""
        for allotment in self.allotments:
            missing = [district.name for district in districts if district.code not in allotment.shares]
            if allotment.shares and missing:
                place = next(iter(allotment.shares.values())).place
                values = {"key": allotment.key_result.code, "names": " ".join(missing), "count": len(missing)}
                yield replace(place, cell="").finding(rules.NO_SHARE, **values)


def meaning(allotment: Allotment) -> Prose:
    """Return the definition of a key result: all its paragraphs."""
    return Prose.join(row.text for row in allotment.meaning)


def _difference(city: Any, wins: Any, name: str, allotment: Allotment) -> Iterator[Finding]:
    column = city.COLUMNS[name]
    before, after = (column.kind.typed(getattr(row, name)) for row in (city, wins))
    if before is not None and before != after:
        kr = allotment.key_result.origin.workbook
        values = {"key": city.code, "header": column.header, "city": _short(before), "kr": _short(after), "other": kr}
        yield city.place(name).finding(rules.CITY_DIFFERS, **values)


def _short(typed: object, most: int = 60) -> str:
    text = " ".join(str(typed).split())
    return text if len(text) <= most else f"{text[:most]}…"


def _row(sheet: type[S], **values: Any) -> S:
    return sheet(**values)
