"""Parts ๑ to ๓ of the plan: the city plan, the strategy of the agency, routine work, each with its totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.forms.plan.names import NOTHING, Names, has_number
from generator.forms.plan.outline import Block, Tactic, sides
from generator.model.plan.lists import Dimension
from generator.model.plan.measures import Measure
from generator.model.plan.projects import AGENCY, CITY, ROUTINE, Project
from generator.model.plan.strategy import OBJECTIVE, STRATEGY, SUBSTRATEGY
from generator.model.prose import Prose


@dataclass(frozen=True, slots=True)
class KpiLine:
    """An indicator of the city with the targets of last year and of this year."""

    name: str
    last_target: str
    target: str


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project in a table of parts ๑ to ๓. `codes` holds its policy codes, in part ๒ with what it serves."""

    number: str
    strategy: str
    name: str
    budget: str
    division: str
    codes: str


@dataclass(frozen=True, slots=True)
class TacticBlock:
    """A tactic with its indicators and the projects that serve them."""

    line: str
    kpis: Sequence[KpiLine]
    projects: Sequence[ProjectLine]


@dataclass(frozen=True, slots=True)
class KrBlock:
    """A key result of the city with its headings."""

    strategy: str
    substrategy: str
    objective: str
    kr: str
    target: Prose
    hosts: str
    supporters: str
    tactics: Sequence[TacticBlock]


@dataclass(frozen=True, slots=True)
class SideBlock:
    """A side (มิติ) of the city plan."""

    heading: str
    blocks: Sequence[KrBlock]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A key result in the table of a dimension; `objective_key` is the same as long as its objective is."""

    objective_key: str
    objective: str
    name: str
    target: str
    host: str
    supporters: str


@dataclass(frozen=True, slots=True)
class DimensionBlock:
    """A dimension of the governor's policy with its key results and projects."""

    heading: str
    measures: Sequence[MeasureLine]
    projects: Sequence[ProjectLine]


@dataclass(frozen=True, slots=True)
class RoutineLine:
    """A line of part ๓: work is filled in where it begins."""

    work: str
    project: str
    budget: str
    codes: str


@dataclass(frozen=True, slots=True)
class DivisionBlock:
    """A division with its routine projects; one without has a line of dashes."""

    number: str
    name: str
    lines: Sequence[RoutineLine]


def city_part(names: Names) -> Iterator[SideBlock]:
    """Yield the sides of part ๑."""
    for side in sides(names.book.strategy):
        heading = names.set(f"มิติที่ {side.node.code} {side.node.name}")
        yield SideBlock(heading, tuple(_kr_block(names, block) for block in side.blocks))


def _kr_block(names: Names, block: Block) -> KrBlock:
    strategy, substrategy, objective = (block.above.get(level) for level in (STRATEGY, SUBSTRATEGY, OBJECTIVE))
    return KrBlock(
        strategy=names.set(f"ยุทธศาสตร์ที่ {strategy.code} {strategy.name}") if strategy else "",
        substrategy=names.set(f"ยุทธศาสตร์ย่อยที่ {substrategy.code} {substrategy.name}") if substrategy else "",
        objective=names.set(objective.name) if objective else "",
        kr=names.set(f"KR {block.kr.code} : {block.kr.name}"),
        target=names.typesetter.prose(block.kr.kr_target),
        hosts=names.agencies(block.kr.hosts),
        supporters=names.agencies(block.kr.supporters),
        tactics=tuple(_tactic_block(names, tactic) for tactic in block.tactics),
    )


def _tactic_block(names: Names, tactic: Tactic) -> TacticBlock:
    kpis = tuple(
        KpiLine(
            names.set(f"KPI {kpi.code} : {kpi.name}"),
            names.set(kpi.last_target.text) or NOTHING,
            names.set(kpi.target.text) or NOTHING,
        )
        for kpi in tactic.kpis
    )
    projects = [project for kpi in tactic.kpis for project in names.projects_for(f"KPI {kpi.code}")]
    lines = tuple(
        ProjectLine(
            "",
            names.set(project.strategy) or NOTHING,
            names.full_name(project),
            names.budget(project),
            names.short_division(project),
            " ".join(map(names.set, names.policies(project))) or NOTHING,
        )
        for project in dict.fromkeys(projects)
        if project.part == CITY
    )
    return TacticBlock(names.set(f"กลยุทธ์ {tactic.node.code} {tactic.node.name}"), kpis, lines)


def agency_part(names: Names) -> Iterator[DimensionBlock]:
    """Yield the dimensions of part ๒ that have key results with a target, or projects."""
    for dimension in names.book.dimensions:
        measures = tuple(measure_lines(names, dimension))
        projects = tuple(_agency_lines(names, dimension))
        if measures or projects:
            yield DimensionBlock(names.set(f"{dimension.number}. {dimension.name}"), measures, projects)


def measures_of(names: Names, dimension: Dimension) -> list[Measure]:
    """Return the key results of a dimension that have a code of the city and a target, by their objectives."""
    order = {objective.code: rank for rank, objective in enumerate(names.book.objectives)}
    own = [
        measure
        for measure in names.book.measures
        if measure.code[0] == str(dimension.number) and has_number(measure.code) and measure.target
    ]
    return sorted(own, key=lambda measure: order.get(objective_of(measure), len(order)))


def objective_of(measure: Measure) -> str:
    """Return the code of the objective of a key result: its own, or the one its code names."""
    return measure.objective or measure.code.rpartition(".")[0]


def objective_text(names: Names, code: str) -> str:
    """Return number and name of an objective; one without a number of the city prints its name alone."""
    objective = next((objective for objective in names.book.objectives if objective.code == code), None)
    name = objective.name if objective else ""
    return names.set(f"{code} {name}" if has_number(code) else name)


def measure_lines(names: Names, dimension: Dimension) -> Iterator[MeasureLine]:
    """Yield the lines of the table of key results of a dimension."""
    for measure in measures_of(names, dimension):
        code = objective_of(measure)
        yield MeasureLine(
            code,
            objective_text(names, code),
            names.measure(measure),
            names.target(measure),
            names.agencies([measure.host] if measure.host else []),
            names.agencies(measure.supporters),
        )


def agency_projects(names: Names, dimension: Dimension) -> list[Project]:
    """Return the projects of part ๒ whose first key result is of a dimension, without sub-projects, in their order."""
    return [
        project
        for project in names.book.projects
        if project.part == AGENCY
        and not project.parent
        and not project.policy_table_only
        and _dimension_of(names, project) == str(dimension.number)
    ]


def _dimension_of(names: Names, project: Project) -> str:
    served = [support.served for support in names.supports_of(project) if support.served.startswith("OKR ")]
    return served[0].removeprefix("OKR ")[0] if served else ""


def _agency_lines(names: Names, dimension: Dimension) -> Iterator[ProjectLine]:
    projects = agency_projects(names, dimension)
    for number, project in enumerate(projects, 1):
        children = [child for child in names.book.children.get(project.code, ()) if not child.policy_table_only]
        label = f"{number}. " if len(projects) > 1 else ""
        name = names.set(label) + names.full_name(project)
        served, policies = names.served_codes(project), " ".join(map(names.set, names.policies(project)))
        okr = f"OKR {served}" if served else ""
        codes = f"{policies} ({okr})" if policies and okr else policies or okr or NOTHING
        own = [child for child in children if not child.part_of]
        budget = names.set(project.budget.text) or ("" if own else NOTHING)
        yield ProjectLine("", "", name, budget, names.short_division(project), codes)
        for step, child in enumerate(children, 1):
            mark = names.set(f"{number}.{step} " if len(projects) > 1 else f"{step}. ")
            budget = NOTHING if child.part_of else names.budget(child)
            division = "" if child.part_of else names.short_division(child)
            yield ProjectLine("", "", mark + names.full_name(child), budget, division, "")


def routine_part(names: Names) -> Iterator[DivisionBlock]:
    """Yield the divisions of part ๓, numbered, with their projects by kind of work."""
    projects = [project for project in names.book.projects if project.part == ROUTINE]
    for number, division in enumerate(names.book.divisions, 1):
        own = [project for project in projects if names.division_of(project) is division]
        known = [work.name for work in names.book.works if names.division(work.division) is division]
        lines: list[RoutineLine] = []
        for work in (*known, ""):
            listed = [project for project in own if (project.work if project.work in known else "") == work]
            for index, project in enumerate(listed, 1):
                lines.append(
                    RoutineLine(
                        (names.set(work) if work else "อื่น\u00a0ๆ") if index == 1 else "",
                        names.set(f"{index}. ") + names.full_name(project),
                        names.budget(project),
                        " ".join(map(names.set, names.policies(project))) or NOTHING,
                    )
                )
        empty = RoutineLine(NOTHING, NOTHING, NOTHING, NOTHING)
        yield DivisionBlock(names.set(str(number)), names.set(division.name), tuple(lines) or (empty,))
