"""What a fresh plan workbook holds."""

from generator.model.districts import DISTRICTS
from generator.model.kr.key_result import DIMENSIONS
from generator.model.plan.indicators import Component
from generator.model.plan.lists import AgencyName, Dimension, Division
from generator.model.plan.prefilled import AGENCIES, COMPONENTS, DIVISIONS, prefilled
from generator.model.plan.projects import Project
from generator.model.plan.settings import PlanSettings


def test_a_fresh_workbook_is_a_draft_with_the_lists_of_every_district() -> None:
    rows = prefilled(DISTRICTS[0], 2568)
    assert rows.of(PlanSettings) == (PlanSettings(district=DISTRICTS[0], year=2568, status="ร่าง"),)
    assert [(row.name, row.short, row.others) for row in rows.of(Division)] == list(DIVISIONS)
    assert [(row.short, row.name) for row in rows.of(AgencyName)] == list(AGENCIES)
    assert [(row.number, row.name) for row in rows.of(Dimension)] == list(enumerate(DIMENSIONS, 1))
    assert [(row.number, row.name) for row in rows.of(Component)] == list(COMPONENTS)
    codes = [row.code for row in rows.of(Project)]
    assert (codes[0], codes[-1], len(codes)) == ("ค001", "ค120", 120)
