"""The plan workbook as a whole: which sheets it has, what was read from them, and what follows from that."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from generator.model.form import Form, Rows
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


@dataclass(frozen=True, kw_only=True)
class PlanBook:
    """All facts of one plan workbook."""

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
        )

    @cached_property
    def by_code(self) -> dict[str, Project]:
        """Every project by its handle."""
        return {project.code: project for project in self.projects}

    @cached_property
    def children(self) -> dict[str, list[Project]]:
        """The sub-projects of each project that has any, in their order."""
        found: dict[str, list[Project]] = {}
        for project in self.projects:
            if project.parent:
                found.setdefault(project.parent, []).append(project)
        return found

    def leaves(self, part: str) -> list[Project]:
        """Return the projects of a part that are counted and added up.

        Not counted: those that have sub-projects, are part of another project, or stand in ตาราง ง only.
        """
        return [
            project
            for project in self.projects
            if project.part == part
            and project.code not in self.children
            and not project.part_of
            and not project.policy_table_only
        ]

    def total(self, part: str) -> Decimal:
        """Return the budget of all counted projects of a part, in baht; words count as nothing."""
        return sum((project.budget.number or Decimal(0) for project in self.leaves(part)), Decimal(0))


PLAN_FORM: Final = Form(
    kind="plan",
    version=1,
    title="แบบกรอกแผนปฏิบัติราชการประจำปีของสำนักงานเขต",
    sheets=(
        PlanSettings,
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
)
