"""The plan workbook as a whole: which sheets it has, what was read from them, and what follows from that."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeVar

from generator.model.form import Form, Rows
from generator.model.plan.carried import Carried
from generator.model.plan.controls import ControlTotal, Correction
from generator.model.plan.indicators import (
    Component,
    ComponentIndicator,
    Condition,
    IndicatorDefinition,
    Negotiated,
    Scoring,
)
from generator.model.plan.lists import AgencyName, Dimension, Division, Objective, Work
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Step, Support
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.plan.texts import Neighbour, PlanText
from generator.model.quantities import Value

R = TypeVar("R")
K = TypeVar("K")


def grouped(rows: Iterable[R], key: Callable[[R], K]) -> dict[K, list[R]]:
    """Return the rows by what `key` says of each, in their order."""
    found: dict[K, list[R]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def _name(division: Division | None) -> str:
    return division.name if division else ""


@dataclass(frozen=True, kw_only=True)
class PlanBook:
    """All facts of one plan workbook, and what they say of each other, found once however many rows there are."""

    settings: PlanSettings
    texts: Sequence[PlanText]
    neighbours: Sequence[Neighbour]
    divisions: Sequence[Division]
    works: Sequence[Work]
    agencies: Sequence[AgencyName]
    dimensions: Sequence[Dimension]
    objectives: Sequence[Objective]
    strategy: Sequence[StrategyNode]
    measures: Sequence[Measure]
    projects: Sequence[Project]
    supports: Sequence[Support]
    negotiated: Sequence[Negotiated]
    definitions: Sequence[IndicatorDefinition]
    scoring: Sequence[Scoring]
    conditions: Sequence[Condition]
    steps: Sequence[Step]
    components: Sequence[Component]
    component_indicators: Sequence[ComponentIndicator]
    controls: Sequence[ControlTotal]
    carried: Sequence[Carried] = ()

    @classmethod
    def of(cls, rows: Rows) -> "PlanBook":
        """Return the book that these rows make; unused handles of projects are left out."""
        return cls(
            settings=rows.of(PlanSettings)[0],
            texts=rows.of(PlanText),
            neighbours=rows.of(Neighbour),
            divisions=rows.of(Division),
            works=rows.of(Work),
            agencies=rows.of(AgencyName),
            dimensions=rows.of(Dimension),
            objectives=rows.of(Objective),
            strategy=rows.of(StrategyNode),
            measures=rows.of(Measure),
            projects=tuple(project for project in rows.of(Project) if project.in_use()),
            supports=rows.of(Support),
            negotiated=rows.of(Negotiated),
            definitions=rows.of(IndicatorDefinition),
            scoring=rows.of(Scoring),
            conditions=rows.of(Condition),
            steps=rows.of(Step),
            components=rows.of(Component),
            component_indicators=rows.of(ComponentIndicator),
            controls=rows.of(ControlTotal),
            carried=rows.of(Carried),
        )

    @cached_property
    def by_code(self) -> dict[str, Project]:
        """Every project by its handle; a row without one is nobody's parent."""
        return {project.code: project for project in self.projects if project.code}

    @cached_property
    def children(self) -> dict[str, list[Project]]:
        """The sub-projects of each project that has any, in their order."""
        return grouped((project for project in self.projects if project.parent), lambda project: project.parent)

    def in_policy_table_only(self, project: Project) -> bool:
        """Return whether a project, or the one it belongs to, stands in ตาราง ง only."""
        parent = self.by_code.get(project.parent)
        return project.policy_table_only or (parent is not None and parent.policy_table_only)

    @cached_property
    def shown_children(self) -> Mapping[str, Sequence[Project]]:
        """The sub-projects of each project that stand below it in parts ๑ to ๓, in their order."""
        found = {code: [row for row in rows if not row.policy_table_only] for code, rows in self.children.items()}
        return {code: rows for code, rows in found.items() if rows}

    @cached_property
    def parts_of(self) -> Mapping[str, Sequence[Project]]:
        """The projects that are part of another one, by the handle of that one."""
        return grouped((project for project in self.projects if project.part_of), lambda project: project.part_of)

    @cached_property
    def steps_of(self) -> Mapping[str, Sequence[Step]]:
        """The steps of each project that has any, by its handle."""
        return grouped((step for step in self.steps if step.project), lambda step: step.project)

    @cached_property
    def supports_for(self) -> Mapping[str, Sequence[Support]]:
        """The rows that serve an indicator, by its key, such as OKR 1.1.01."""
        return grouped(self.supports, lambda support: support.served)

    @cached_property
    def definitions_of(self) -> Mapping[str, Sequence[IndicatorDefinition]]:
        """What defines an indicator, by its key, such as KPI 1.5.4.1."""
        return grouped((row for row in self.definitions if row.owner), lambda row: row.owner)

    @cached_property
    def scoring_of(self) -> Mapping[str, Sequence[Scoring]]:
        """The levels of each negotiated indicator that has any, by its code."""
        return grouped((row for row in self.scoring if row.indicator), lambda row: row.indicator)

    @cached_property
    def conditions_of(self) -> Mapping[str, Sequence[Condition]]:
        """The conditions of each negotiated indicator that has any, by its code."""
        return grouped((row for row in self.conditions if row.indicator), lambda row: row.indicator)

    @cached_property
    def objective_of(self) -> Mapping[str, Objective]:
        """Every objective by its code."""
        return {objective.code: objective for objective in reversed(self.objectives)}

    @cached_property
    def measures_under(self) -> Mapping[str, Sequence[Measure]]:
        """The key results by the code of their objective."""
        return grouped(self.measures, lambda measure: measure.under)

    @cached_property
    def measures_in_order(self) -> Sequence[Measure]:
        """The key results in the order of their objectives, those of unknown ones last."""
        order = {objective.code: rank for rank, objective in enumerate(self.objectives)}
        return sorted(self.measures, key=lambda measure: order.get(measure.under, len(order)))

    @cached_property
    def measure_of(self) -> Mapping[str, Measure]:
        """Every key result by its code."""
        return {measure.code: measure for measure in reversed(self.measures) if measure.code}

    @cached_property
    def by_dimension(self) -> Mapping[int, Sequence[Project]]:
        """The projects by the number of their dimension; see `dimension_of`."""
        return grouped(self.projects, self.dimension_of)

    @cached_property
    def by_division(self) -> Mapping[str, Sequence[Project]]:
        """The projects by the full name of their division; it is empty where nobody knows the division."""
        return grouped(self.projects, lambda project: _name(self.division_of(project)))

    @cached_property
    def works_of(self) -> Mapping[str, Sequence[Work]]:
        """The kinds of work by the full name of their division; it is empty where nobody knows the division."""
        return grouped(self.works, lambda work: _name(self.division(work.division)))

    @cached_property
    def _divisions(self) -> dict[str, Division]:
        return {
            "".join(name.split()): division
            for division in self.divisions
            for name in (division.name, division.short, *division.others)
            if name
        }

    def division(self, typed: str) -> Division | None:
        """Return the division that a typed name means, in any of its spellings; None if the list does not have it."""
        return self._divisions.get("".join(typed.split()))

    def division_of(self, project: Project) -> Division | None:
        """Return the division of a project; a sub-project has that of its parent."""
        parent = self.by_code.get(project.parent)
        return self.division(project.division or (parent.division if parent else ""))

    @cached_property
    def _supports(self) -> dict[str, list[Support]]:
        return grouped((support for support in self.supports if support.project), lambda support: support.project)

    def supports_of(self, project: Project) -> Sequence[Support]:
        """Return what a project serves; a sub-project without rows of its own serves what its parent serves."""
        return self._supports.get(project.code) or self._supports.get(project.parent) or ()

    def dimension_of(self, project: Project) -> int:
        """Return the number of the dimension of the first key result that a project serves; 0 if it serves none."""
        served = (support.served for support in self.supports_of(project) if support.served.startswith("OKR "))
        return next((int(code.removeprefix("OKR ")[0]) for code in served), 0)

    def kpi_of(self, support: Support) -> tuple[Value, str]:
        """Return the indicator of success of a project with its unit: as typed, else the share of the district."""
        measure = self.measure_of.get(support.served.removeprefix("OKR "))
        if support.kpi or measure is None or support.project in self.children:
            return support.kpi, support.kpi_unit
        return measure.district_target, measure.district_unit or measure.unit

    @cached_property
    def _leaves(self) -> dict[str, list[Project]]:
        counted = (
            project
            for project in self.projects
            if project.code not in self.shown_children
            and not project.part_of
            and not self.in_policy_table_only(project)
        )
        return grouped(counted, lambda project: project.part)

    def leaves(self, part: str) -> Sequence[Project]:
        """Return the projects of a part that are counted and added up.

        Not counted: those whose sub-projects are, that are part of another project, or stand in ตาราง ง only.
        """
        return self._leaves.get(part, ())

    def total(self, part: str) -> Decimal:
        """Return the budget of all counted projects of a part, in baht; words count as nothing."""
        return sum((project.budget.number or Decimal(0) for project in self.leaves(part)), Decimal(0))


PLAN_FORM: Final = Form(
    kind="plan",
    version=1,
    title="แบบกรอกแผนปฏิบัติราชการประจำปีของสำนักงานเขต",
    sheets=(
        PlanSettings,
        Carried,
        PlanText,
        Neighbour,
        Division,
        Work,
        AgencyName,
        Dimension,
        Objective,
        StrategyNode,
        Measure,
        Project,
        Support,
        Negotiated,
        IndicatorDefinition,
        Scoring,
        Condition,
        Step,
        Component,
        ComponentIndicator,
        ControlTotal,
        Correction,
    ),
    main=Project,
    order=(
        PlanSettings,
        Carried,
        Division,
        AgencyName,
        Dimension,
        Work,
        Objective,
        StrategyNode,
        Measure,
        Project,
        Support,
        Step,
        Negotiated,
        IndicatorDefinition,
        Scoring,
        Condition,
        ComponentIndicator,
        PlanText,
        Neighbour,
        ControlTotal,
    ),
)
