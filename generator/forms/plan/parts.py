"""Parts ๑ to ๓ of the plan: the city plan, the strategy of the agency, routine work, each with its totals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.forms.flows import BLANK, hung, indent_of, plain
from generator.forms.plan.names import HARD, NOTHING, Names, has_number, with_unit
from generator.forms.plan.outline import Block, Tactic, sides
from generator.model.plan.lists import Dimension
from generator.model.plan.measures import Measure
from generator.model.plan.projects import AGENCY, CITY, ROUTINE, Project
from generator.model.plan.strategy import OBJECTIVE, STRATEGY, SUBSTRATEGY
from generator.render.values import Flow


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
    name: Flow
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
    target: Flow
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
    """A line of part ๓; the key is the same as long as the cell of the work is joined downwards."""

    work_key: str
    work: str
    project: Flow
    budget: str
    codes: str
    last: bool = False


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
        target=names.typesetter.flow(block.kr.kr_target),
        hosts=names.agencies(block.kr.hosts),
        supporters=names.agencies(block.kr.supporters),
        tactics=tuple(_tactic_block(names, tactic) for tactic in block.tactics),
    )


def _tactic_block(names: Names, tactic: Tactic) -> TacticBlock:
    kpis = tuple(
        KpiLine(
            names.set(f"KPI {kpi.code} : {kpi.name}"),
            names.set(with_unit(kpi.last_target, kpi.unit)) or NOTHING,
            names.set(with_unit(kpi.target, kpi.unit)) or NOTHING,
        )
        for kpi in tactic.kpis
    )
    projects = [project for kpi in tactic.kpis for project in names.projects_for(f"KPI {kpi.code}")]
    lines = tuple(
        ProjectLine(
            "",
            names.set(project.strategy) or ("" if mark else NOTHING),
            named,
            names.own_budget(project),
            names.own_division(project),
            " ".join(map(names.set, names.policies(project))) or NOTHING,
        )
        for served in dict.fromkeys(projects)
        if served.part == CITY
        for project, mark, named in with_children(names, served)
    )
    return TacticBlock(names.set(f"กลยุทธ์ {tactic.node.code} {tactic.node.name}"), kpis, lines)


def with_children(
    names: Names, project: Project, number: int = 0, last: int = 0
) -> Iterator[tuple[Project, str, Flow]]:
    """Yield a project, then its sub-projects, each with its mark as typed and its name with the mark hanging.

    `number` is that of the project among `last` others, 0 where it has none; sub-projects are marked 1. or, below the
    project 7, 7.1; the project itself has no mark but its number, which is not returned.
    """
    name = names.full_name(project)
    yield project, "", hung(names.set(f"{number}."), name, names.set(f"{last}.")) if number else plain(name)
    children = names.children(project)
    left = indent_of(names.set(f"{last}.")) if number else 0
    for step, child in enumerate(children, 1):
        mark, widest = (f"{number}.{each}" if number else f"{each}." for each in (step, len(children)))
        yield child, mark, hung(names.set(mark), names.full_name(child), names.set(widest), left)


def agency_part(names: Names) -> Iterator[DimensionBlock]:
    """Yield the dimensions of part ๒ that have key results with a target, or projects."""
    for dimension in names.book.dimensions:
        measures = tuple(measure_lines(names, dimension))
        projects = tuple(_agency_lines(names, dimension))
        if measures or projects:
            yield DimensionBlock(names.set(f"{dimension.number}. {dimension.name}"), measures, projects)


def measures_of(names: Names, dimension: Dimension) -> list[Measure]:
    """Return the key results of a dimension that have a code of the city and a target, by their objectives."""
    return [
        measure
        for measure in names.book.measures_in_order
        if measure.code.startswith(str(dimension.number)) and has_number(measure.code) and measure.target
    ]


def objective_text(names: Names, code: str) -> str:
    """Return number and name of an objective; one without a number of the city prints its name alone."""
    objective = names.book.objective_of.get(code)
    name = objective.name if objective else ""
    return names.set(f"{code} {name}" if has_number(code) else name)


def measure_lines(names: Names, dimension: Dimension) -> Iterator[MeasureLine]:
    """Yield the lines of the table of key results of a dimension."""
    for measure in measures_of(names, dimension):
        yield MeasureLine(
            measure.under,
            objective_text(names, measure.under),
            names.measure(measure),
            names.target(measure),
            names.agencies([measure.host] if measure.host else []),
            names.agencies(measure.supporters),
        )


def agency_projects(names: Names, dimension: Dimension) -> list[Project]:
    """Return the projects of part ๒ whose first key result is of a dimension, without sub-projects, in their order."""
    return [
        project
        for project in names.book.by_dimension.get(dimension.number or 0, ())
        if project.part == AGENCY and not project.parent and not project.policy_table_only
    ]


def _agency_lines(names: Names, dimension: Dimension) -> Iterator[ProjectLine]:
    projects = agency_projects(names, dimension)
    for number, project in enumerate(projects, 1):
        served, policies = names.served_codes(project), " ".join(map(names.set, names.policies(project)))
        okr = f"OKR{HARD}{served}" if served else ""
        codes = f"{policies} ({okr})" if policies and okr else policies or okr or NOTHING
        shown = number if len(projects) > 1 else 0
        for each, mark, name in with_children(names, project, shown, len(projects)):
            yield ProjectLine("", "", name, names.own_budget(each), names.own_division(each), "" if mark else codes)


def routine_part(names: Names) -> Iterator[DivisionBlock]:
    """Yield the divisions of part ๓, numbered, with their projects by kind of work."""
    listed_divisions = [division.name for division in names.book.divisions]
    unknown = any(project.part == ROUTINE for project in names.book.by_division.get("", ()))
    for number, division in enumerate([*listed_divisions, ""] if unknown else listed_divisions, 1):
        own = [project for project in names.book.by_division.get(division, ()) if project.part == ROUTINE]
        known = (work.name for work in names.book.works_of.get(division, ()))
        by_work: dict[str, list[Project]] = {work: [] for work in (*known, "")}
        for project in own:
            if project.parent in names.book.by_code or project.policy_table_only:
                continue
            by_work[project.work if project.work in by_work else ""].append(project)
        lines: list[RoutineLine] = []
        for work, listed in by_work.items():
            for index, parent in enumerate(listed, 1):
                for project, _, name in with_children(names, parent, index, len(listed)):
                    lines.append(
                        RoutineLine(
                            work,
                            names.set(work) if work else "อื่น\u00a0ๆ",
                            name,
                            names.own_budget(project),
                            " ".join(map(names.set, names.policies(project))) or NOTHING,
                        )
                    )
        if not lines:
            lines.append(RoutineLine(NOTHING, NOTHING, plain(NOTHING), NOTHING, NOTHING))
        if number == len(listed_divisions) + unknown:
            lines[-1] = replace(lines[-1], last=True)
        yield DivisionBlock(names.set(str(number)), names.set(division) or BLANK, tuple(lines))
