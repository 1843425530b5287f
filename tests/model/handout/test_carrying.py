"""What last year's plan leaves to this year's."""

from typing import Any

from generator.model.form import Rows
from generator.model.handout.carrying import carried
from generator.model.plan.book import PlanBook
from generator.model.plan.carried import Carried
from generator.model.plan.lists import Division
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import AGENCY, ROUTINE, Project
from generator.model.plan.texts import PlanText
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Sheet


def row(sheet: type[Any], **values: Any) -> Any:
    return sheet(**values)


def left(*, given: bool = False, **rows: Any) -> Rows:
    base = prefilled(None, 2567).by_sheet
    sheets: dict[type[Sheet], Any] = {
        sheet: rows[sheet.__name__] for sheet in (PlanText, Project, Division) if sheet.__name__ in rows
    }
    return carried(PlanBook.of(Rows({**base, **sheets})), divisions_given=given)


def test_routine_projects_come_without_budgets_and_keep_their_handles() -> None:
    rows = left(
        Project=[
            row(Project, code="ค001", part=AGENCY, name="ยุทธศาสตร์", budget=Value.of(9)),
            row(Project, code="ค002", part=ROUTINE, name="ประจำ", budget=Value.of(5), division="ฝ่ายโยธา"),
            row(Project, code="ค003", part=ROUTINE, name="ย่อย", parent="ค002"),
            row(Project, code="ค004", part=ROUTINE, part_of="ค001"),
        ]
    )
    projects = [project for project in rows.of(Project) if project.in_use()]
    assert [(project.code, project.name, project.parent, project.part_of) for project in projects] == [
        ("ค002", "ประจำ", "", ""),
        ("ค003", "ย่อย", "ค002", ""),
        ("ค004", "ยุทธศาสตร์", "", ""),
    ]
    assert not any(project.budget for project in projects)
    assert len({project.code for project in rows.of(Project)}) == len(rows.of(Project)) == 120


def test_a_year_typed_in_a_text_is_pointed_out_and_a_token_stays() -> None:
    rows = left(PlanText=[row(PlanText, part="คำนำ", text=Prose.of("แผนปี ๒๕๖๗ และ [ปี]"))])
    assert rows.of(PlanText)[0].text.plain == "แผนปี ๒๕๖๗ และ [ปี]"
    (line,) = rows.of(Carried)
    assert (line.sheet_name, line.about, line.rows, line.year, line.confirmed) == ("ข้อความ", "คำนำ", 1, 2567, False)
    assert "1 แห่ง" in line.note


def test_divisions_are_carried_over_only_where_they_are_the_districts_own() -> None:
    own = [row(Division, name="ฝ่ายใหม่", short="ใหม่")]
    assert left(Division=own).of(Division) == tuple(own)
    assert left().of(Division) == () == left(Division=own, given=True).of(Division)
