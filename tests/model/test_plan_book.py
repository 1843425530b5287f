"""The plan as a book: what its rows mean together."""

import pytest

from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Support
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        (Support(project="ค001", served="OKR 4.1.01"), (Value.of(9), "ต้น")),
        (Support(project="ค001", served="OKR 4.1.02"), (Value.of(8), "แห่ง")),
        (Support(project="ค001", served="OKR 4.1.01", kpi=Value.of(5), kpi_unit="คน"), (Value.of(5), "คน")),
        (Support(project="ค001", served="OKR 4.1.03"), (Value(), "")),
        (Support(project="ค001", served="KPI 1.5.4.1", kpi_unit="คน"), (Value(), "คน")),
        (Support(project="ค002", served="OKR 4.1.01"), (Value(), "")),
    ],
)
def test_a_project_without_an_indicator_has_the_share_of_the_district_unless_sub_projects_divide_it(
    support: Support, expected: tuple[Value, str]
) -> None:
    measures = [
        Measure(code="4.1.01", unit="ต้น", district_target=Value.of(9)),
        Measure(code="4.1.02", unit="ต้น", district_target=Value.of(8), district_unit="แห่ง"),
    ]
    projects = [
        Project(code="ค001", name="ก"),
        Project(code="ค002", name="ข"),
        Project(code="ค003", name="ค", parent="ค002"),
    ]
    rows = Rows({PlanSettings: [PlanSettings()], Measure: measures, Project: projects, Support: [support]})
    assert PlanBook.of(rows).kpi_of(support) == expected
