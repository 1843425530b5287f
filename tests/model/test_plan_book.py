"""The plan as a book: what its rows mean together."""

import pytest

from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.carried import Carried
from generator.model.plan.controls import ControlTotal
from generator.model.plan.indicators import Condition
from generator.model.plan.lists import Division, Work
from generator.model.plan.measures import Measure
from generator.model.plan.projects import AGENCY, Project, Support
from generator.model.plan.settings import PlanSettings
from generator.model.plan.texts import Neighbour
from generator.model.quantities import Value, figure


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


def test_a_book_has_all_its_rows() -> None:
    given = {
        Neighbour: [Neighbour(beyond="ก")],
        Condition: [Condition(indicator="1.1")],
        Carried: [Carried(about="ก")],
        ControlTotal: [ControlTotal(scope="ก")],
        Project: [Project(code="ค001"), Project(code="ค002", name="ข")],
    }
    book = PlanBook.of(Rows({PlanSettings: [PlanSettings(year=2568)], **given}))
    found = (book.neighbours, book.conditions, book.carried, book.controls)
    assert found == tuple(map(tuple, list(given.values())[:4]))
    assert [project.code for project in book.projects] == ["ค002"], "an unused handle is no project"


def book(*projects: Project, divisions: tuple[Division, ...] = (), works: tuple[Work, ...] = ()) -> PlanBook:
    return PlanBook.of(Rows({PlanSettings: [PlanSettings()], Project: projects, Division: divisions, Work: works}))


def test_a_sub_project_stands_in_the_policy_table_only_where_its_parent_does() -> None:
    parent = Project(code="ค001", name="ก", part=AGENCY, policy_table_only=True)
    child, orphan = Project(code="ค002", name="ข", part=AGENCY, parent="ค001"), Project(name="ค", parent="ค009")
    nameless = Project(name="ไม่มีรหัส", policy_table_only=True)
    whole = book(parent, child, orphan, nameless)
    assert [whole.in_policy_table_only(project) for project in whole.projects] == [True, True, False, True]
    assert not whole.leaves(AGENCY) and whole.total(AGENCY) == 0
    assert book(Project(code="ค003", name="ง"), child).leaves(AGENCY) == [child]


def test_what_belongs_to_no_division_is_under_no_name() -> None:
    divisions = (Division(name="ฝ่ายโยธา", short="โยธา", others=("ช่าง",)),)
    projects = [
        Project(code="ค001", name="ก", division="ช่าง"),
        Project(code="ค002", name="ข", parent="ค001"),
        Project(code="ค003", name="ค", division="แปลก"),
        Project(code="ค004", name="ง"),
    ]
    works = (Work(division="โยธา", name="ก"), Work(division="แปลก", name="ข"))
    whole = book(*projects, divisions=divisions, works=works)
    assert {name: [row.code for row in rows] for name, rows in whole.by_division.items()} == {
        "ฝ่ายโยธา": ["ค001", "ค002"],
        "": ["ค003", "ค004"],
    }
    assert {name: [row.name for row in rows] for name, rows in whole.works_of.items()} == {"ฝ่ายโยธา": ["ก"], "": ["ข"]}


def test_a_division_may_be_typed_with_any_blanks() -> None:
    division = Division(name="ฝ่ายโยธา", short="โยธา")
    assert book(divisions=(division,)).division("ฝ่าย โยธา") is division


def test_the_total_of_a_part_without_projects_is_an_amount() -> None:
    assert figure(book().total(AGENCY)) == "0"
