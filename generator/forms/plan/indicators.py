"""Tables ก, ข and ค of the plan: the indicators of the city, of the agency, and those negotiated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.forms.flows import BLANK, joined
from generator.forms.plan.listing import definition, lines, listed
from generator.forms.plan.names import HARD, NOTHING, Names, with_unit
from generator.forms.plan.outline import blocks
from generator.forms.plan.parts import measures_of, objective_text, with_children
from generator.forms.plan.room import is_tall
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project
from generator.model.plan.strategy import OBJECTIVE
from generator.model.prose import Prose
from generator.render.values import Flow


@dataclass(frozen=True, slots=True)
class CityIndicatorLine:
    """A line of ตาราง ก."""

    tactic: str
    name: str
    target: str
    definition: Flow
    projects: Flow


@dataclass(frozen=True, slots=True)
class CityTable:
    """ตาราง ก of one key result of the city."""

    objective: str
    kr: str
    lines: Sequence[CityIndicatorLine]


@dataclass(frozen=True, slots=True)
class AgencyIndicatorLine:
    """A line of ตาราง ข; the keys are the same as long as a cell is joined downwards, a tall one may be split."""

    objective_key: str
    objective: str
    name: str
    target: str
    definition: Flow
    projects_key: str
    projects: Flow
    tall: bool


@dataclass(frozen=True, slots=True)
class AgencyTable:
    """ตาราง ข of one dimension."""

    heading: str
    lines: Sequence[AgencyIndicatorLine]


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level of a scoring table."""

    level: str
    criterion: str
    work: Flow
    points: str


@dataclass(frozen=True, slots=True)
class NegotiatedTable:
    """ตาราง ค of one indicator, with its scoring and its conditions."""

    code: str
    name: str
    baseline: Prose
    target: Prose
    weight: str
    definition: Flow
    scoring_title: str
    scoring_line: str
    levels: Sequence[LevelLine]
    conditions: Sequence[str]


def city_tables(names: Names) -> Iterator[CityTable]:
    """Yield ตาราง ก."""
    for block in blocks(names.book.strategy):
        rows = []
        for tactic in block.tactics:
            for kpi in tactic.kpis:
                kind = f" ({kpi.result})" if kpi.result else ""
                served_by = names.projects_for(f"KPI {kpi.code}")
                rows.append(
                    CityIndicatorLine(
                        names.set(f"กลยุทธ์ {tactic.node.code} {tactic.node.name}"),
                        names.set(f"KPI {kpi.code} : {kpi.name}{kind}"),
                        names.set(with_unit(kpi.target, kpi.unit)) or NOTHING,
                        definition(names, f"KPI {kpi.code}"),
                        lines(
                            names, [line for n, each in enumerate(served_by, 1) for line in _budgeted(names, n, each)]
                        ),
                    )
                )
        objective = block.above.get(OBJECTIVE)
        kr = names.set(f"KR {block.kr.code} : {block.kr.name}")
        yield CityTable(names.set(objective.name) if objective else "", kr, tuple(rows))


def _budgeted(names: Names, number: int, project: Project) -> Iterator[str]:
    """Yield a project with its money and its division, its sub-projects in lines of their own."""
    for row, mark, _ in with_children(names, project, number):
        division = names.book.division_of(row) if names.own_division(row) else None
        fund = f" ({row.fund})" if row.fund else ""
        money = f" งบประมาณ {row.budget.text}{HARD}บาท" if row.budget.number is not None and not row.part_of else ""
        name = f"{mark or f'{number}.'} {names.full_name(row)}"
        yield f"{name}{money}{fund}" + (f" ({division.name})" if division else "")


def agency_tables(names: Names) -> Iterator[AgencyTable]:
    """Yield ตาราง ข of each dimension that has key results with a target."""
    for dimension in names.book.dimensions:
        rows = [_agency_line(names, measure) for measure in measures_of(names, dimension)]
        if rows:
            yield AgencyTable(names.set(f"{dimension.number}. {dimension.name}"), tuple(rows))


def _agency_line(names: Names, measure: Measure) -> AgencyIndicatorLine:
    projects = names.projects_for(f"OKR {measure.code}")
    defined = names.typesetter.flow(names.defined_by(measure.definition, measure.host))
    shown = joined(listed(names, project) for project in projects) or lines(names, [])
    return AgencyIndicatorLine(
        measure.under,
        objective_text(names, measure.under),
        names.measure(measure),
        names.target(measure),
        defined,
        " ".join(project.code for project in projects) or measure.code,
        shown,
        is_tall((defined, 16), (shown, 34)),
    )


def negotiated_tables(names: Names) -> Iterator[NegotiatedTable]:
    """Yield ตาราง ค of each negotiated indicator."""
    for indicator in names.book.negotiated:
        levels = names.book.scoring_of.get(indicator.code, ())
        conditions = names.book.conditions_of.get(indicator.code, ())
        yield NegotiatedTable(
            names.set(indicator.code),
            names.set(indicator.name),
            names.typesetter.prose(indicator.baseline) or Prose.of(NOTHING),
            names.typesetter.prose(indicator.target) or Prose.of(BLANK),
            names.set(str(indicator.weight)) if indicator.weight is not None else BLANK,
            definition(names, f"ค {indicator.code}"),
            names.set(f"เกณฑ์การให้คะแนน “{indicator.scoring_name or indicator.name}”"),
            names.set(indicator.scoring_line),
            tuple(
                LevelLine(
                    names.set(str(row.level)),
                    names.set(row.criterion.text) or BLANK,
                    names.typesetter.flow(row.work),
                    names.set(row.points.text) or BLANK,
                )
                for row in levels
            ),
            tuple(f"{names.set(str(n))}. {names.set(row.text.plain)}" for n, row in enumerate(conditions, 1)),
        )
