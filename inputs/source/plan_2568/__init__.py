"""The annual action plan of any district in any year as records, varied after the published one. Knows no Excel.

The same place, year and seed give the same plan. Its facts agree with each other: what a step says of trees is what
the district wants to plant, and the approved totals are what its projects add up to.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from plan_2567.components import COMPONENT_INDICATORS, COMPONENTS
from plan_2567.lists import OBJECTIVES
from plan_2567.settings import SETTINGS
from plan_2567.strategy import STRATEGY_NODES

from generator.model.form import Rows
from generator.model.plan.book import PlanBook
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
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import Project, Step, Support
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.plan.texts import Neighbour, PlanText
from plan_2568.chance import Chance
from plan_2568.controls import controls_of, corrections_of
from plan_2568.figures import figures_of
from plan_2568.indicators import conditions_of, definitions_of, negotiated_of, scoring_of
from plan_2568.measures import measures_of
from plan_2568.places import Place
from plan_2568.projects import add_agency_projects, add_city_projects
from plan_2568.register import Register
from plan_2568.routine import WORKS, add_routine_projects
from plan_2568.steps import steps_of
from plan_2568.supports import supports_of
from plan_2568.texts import texts_of
from plan_2568.works import civil_works

YEAR: Final = 2568
SEED: Final = 1
"""Of the plans that are shipped."""
_SIDES: Final = ("เหนือ", "ตะวันออก", "ใต้", "ตะวันตก")


def rows(place: Place, year: int = YEAR, seed: int = SEED) -> Rows:
    """Return the records of the workbook of a district in a fiscal year of the Buddhist Era, sheet by sheet."""

    def draw(matter: str) -> Chance:
        return Chance(seed, year, place.district.code, matter)

    figures = figures_of(place, year, seed)
    register = Register()
    add_city_projects(register, draw("part one"))
    kilometres = add_agency_projects(register, place, figures, draw("part two"))
    works = add_routine_projects(register, place, list(civil_works(place, draw("works"))), draw("part three"))
    city = prefilled(place.district, year)
    counts = {"canals": len(kilometres), "schools": len(place.schools)}
    steps = steps_of(register.projects, register.handles, works, figures, counts, place, draw("steps"))
    sheets = {
        PlanSettings: [_settings(place, year, draw("settings"))],
        PlanText: texts_of(place, figures, draw("texts")),
        Neighbour: [Neighbour(side=side, beyond=beyond) for side, beyond in zip(_SIDES, place.neighbours, strict=True)],
        Division: city.of(Division),
        Work: WORKS,
        AgencyName: city.of(AgencyName),
        Dimension: city.of(Dimension),
        Objective: OBJECTIVES,
        # The targets of the year before are those of the earlier plan, whose strategy still holds.
        StrategyNode: [replace(node, last_target=node.target) for node in STRATEGY_NODES],
        Measure: measures_of(year, figures),
        Project: register.projects,
        Support: supports_of(register.handles, kilometres, works[0], figures, draw("supports")),
        Negotiated: negotiated_of(year, figures, draw("negotiated")),
        IndicatorDefinition: definitions_of(year, figures),
        Scoring: scoring_of(),
        Condition: conditions_of(),
        Step: steps,
        Component: COMPONENTS,
        ComponentIndicator: COMPONENT_INDICATORS,
    }
    book = PlanBook.of(Rows(sheets))
    sheets[ControlTotal] = controls_of(book, year)
    sheets[Correction] = list(corrections_of(book, draw("corrections")))
    return Rows(sheets)


def _settings(place: Place, year: int, draw: Chance) -> PlanSettings:
    return replace(
        SETTINGS,
        district=place.district,
        year=year,
        director=place.director,
        director_position=f"ผู้อำนวยการเขต{place.district.name}",
        # Signed before the fiscal year of the Buddhist Era begins, on 1 October of the year before.
        signed=date(year - 544, 9, draw.whole(16, 29)),
        address=f"https://example.go.th/{place.district.code}/plan{year}",
    )
