"""The annual action plan 2567 of เขตภาษีเจริญ as records, its facts after the published plan. Knows no Excel.

The words of the city that stand in the tables, its figures and codes are those of the publication; longer texts are
written anew. Where the publication contradicts itself, `corrections` tells what was chosen.
"""

from generator.model.form import Rows
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
from plan_2567.components import COMPONENT_INDICATORS, COMPONENTS
from plan_2567.controls import CONTROLS
from plan_2567.corrections import CORRECTIONS
from plan_2567.definitions_city import CITY
from plan_2567.definitions_complaints import COMPLAINTS, MAPS
from plan_2567.definitions_drains import DRAINS, LAMPS
from plan_2567.definitions_streets import STREETS, TREES
from plan_2567.lists import AGENCIES, DIMENSIONS, DIVISIONS, OBJECTIVES, WORKS
from plan_2567.measures import MEASURES
from plan_2567.negotiated import NEGOTIATED
from plan_2567.projects_part1 import PROJECTS as CITY_PROJECTS
from plan_2567.projects_part2 import PROJECTS as AGENCY_PROJECTS
from plan_2567.projects_part3 import PROJECTS as ROUTINE_PROJECTS
from plan_2567.scoring import CONDITIONS, SCORING
from plan_2567.settings import NEIGHBOURS, SETTINGS
from plan_2567.steps import STEPS
from plan_2567.strategy import STRATEGY_NODES
from plan_2567.supports import SUPPORTS
from plan_2567.texts import TEXTS


def rows() -> Rows:
    """Return the records of the workbook, sheet by sheet."""
    return Rows(
        {
            PlanSettings: [SETTINGS],
            PlanText: TEXTS,
            Neighbour: NEIGHBOURS,
            Division: DIVISIONS,
            Work: WORKS,
            AgencyName: AGENCIES,
            Dimension: DIMENSIONS,
            Objective: OBJECTIVES,
            StrategyNode: STRATEGY_NODES,
            Measure: MEASURES,
            Project: [*CITY_PROJECTS, *AGENCY_PROJECTS, *ROUTINE_PROJECTS],
            Support: SUPPORTS,
            Negotiated: NEGOTIATED,
            IndicatorDefinition: [*CITY, *STREETS, *TREES, *DRAINS, *COMPLAINTS, *LAMPS, *MAPS],
            Scoring: SCORING,
            Condition: CONDITIONS,
            Step: STEPS,
            Component: COMPONENTS,
            ComponentIndicator: COMPONENT_INDICATORS,
            ControlTotal: CONTROLS,
            Correction: CORRECTIONS,
        }
    )
