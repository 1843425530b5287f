"""What last year's plan leaves to this year's."""

from typing import Any

from generator.model.form import Rows
from generator.model.handout.carrying import NOBODY, carried, merged
from generator.model.plan.book import PlanBook
from generator.model.plan.carried import Carried
from generator.model.plan.lists import Division, Work
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import AGENCY, ROUTINE, Project
from generator.model.plan.texts import Neighbour, PlanText
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Sheet


def row(sheet: type[Any], **values: Any) -> Any:
    return sheet(**values)


def left(*, given: bool = False, **rows: Any) -> Rows:
    base = prefilled(None, 2567).by_sheet
    sheets: dict[type[Sheet], Any] = {
        sheet: rows[sheet.__name__]
        for sheet in (PlanText, Neighbour, Division, Work, Project)
        if sheet.__name__ in rows
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


def lines(rows: Rows) -> list[tuple[object, ...]]:
    """Return what is to be confirmed: each sheet, what it is about, how many rows, and what is to be looked at."""
    return [(line.sheet_name, line.about, line.rows, line.note) for line in rows.of(Carried)]


def test_all_that_is_left_is_listed_for_confirmation() -> None:
    texts = [("คำนำ", "ก"), ("จุดแข็ง", "ข"), ("คำนำ", "ค")]
    rows = left(
        PlanText=[row(PlanText, part=part, text=Prose.of(text)) for part, text in texts],
        Neighbour=[row(Neighbour, side="ทิศเหนือ", beyond="เขตดุสิต")],
        Division=[row(Division, name="ฝ่ายใหม่")],
        Work=[row(Work, division="ฝ่ายใหม่", name="งาน")],
    )
    assert lines(rows) == [
        ("ข้อความ", "คำนำ", 2, ""),
        ("ข้อความ", "จุดแข็ง", 1, ""),
        ("อาณาเขต", "เขตข้างเคียง", 1, ""),
        ("ส่วนราชการ", "รายชื่อส่วนราชการ", 1, ""),
        ("งาน", "งานของแต่ละส่วนราชการ", 1, ""),
    ]
    assert [text.text.plain for text in rows.of(PlanText)] == ["ก", "ค", "ข"]
    assert (rows.of(Neighbour)[0].beyond, rows.of(Work)[0].name) == ("เขตดุสิต", "งาน")


def test_routine_projects_are_listed_by_division() -> None:
    found = left(
        Project=[
            row(Project, code="ค001", part=ROUTINE, name="ปี 2567", division="โยธา"),
            row(Project, code="ค002", part=ROUTINE, name="ก", division="ฝ่ายโยธา"),
            row(Project, code="ค003", part=ROUTINE, name="ข", division="ฝ่ายแปลก"),
            row(Project, code="ค004", part=ROUTINE, name="ค"),
        ],
        Division=[row(Division, name="ฝ่ายโยธา", short="โยธา")],
    )
    assert lines(found)[1:] == [
        ("โครงการ", "ภารกิจประจำ ฝ่ายโยธา", 2, "พบปี 2567 ในข้อความ 1 แห่ง ใช้ [ปี] แทนได้"),
        ("โครงการ", "ภารกิจประจำ ฝ่ายแปลก", 1, ""),
        ("โครงการ", f"ภารกิจประจำ {NOBODY}", 1, ""),
    ]
    assert {line.year for line in found.of(Carried)} == {2567}


def test_a_project_keeps_what_it_refers_to_where_that_is_carried_over() -> None:
    rows = left(
        Project=[
            row(Project, code="ค001", part=AGENCY, name="ยุทธศาสตร์"),
            row(Project, code="ค002", part=ROUTINE, name="ประจำ"),
            row(Project, code="ค003", part=ROUTINE, name="ย่อย", parent="ค001"),
            row(Project, code="ค004", part=ROUTINE, name="ย่อย", parent="ค002"),
            row(Project, code="ค005", part=ROUTINE, part_of="ค002"),
            row(Project, code="ค006", part=ROUTINE, part_of="ค999"),
            row(Project, code="ค007", part=ROUTINE, name="อื่น", part_of="ค001"),
        ]
    )
    found = {project.code: project for project in rows.of(Project)}
    assert [(found[code].parent, found[code].part_of, found[code].name) for code in sorted(found)[:7]] == [
        ("", "", ""),
        ("", "", "ประจำ"),
        ("", "", "ย่อย"),
        ("ค002", "", "ย่อย"),
        ("", "ค002", ""),
        ("", "", ""),
        ("", "", "อื่น"),
    ]


def test_a_year_is_counted_in_all_texts_of_a_row_each_time() -> None:
    rows = left(PlanText=[row(PlanText, part="คำนำ", text=Prose.of("๒๕๖๗ 2567\n๒๕๖๗")), row(PlanText, part="2567")])
    assert [note for _, _, _, note in lines(rows)] == [
        "พบปี 2567 ในข้อความ 3 แห่ง ใช้ [ปี] แทนได้",
        "พบปี 2567 ในข้อความ 1 แห่ง ใช้ [ปี] แทนได้",
    ]


def test_digits_of_neighbouring_cells_make_no_year() -> None:
    rows = left(Work=[row(Work, division="ฝ่าย 25", name="67 งาน")])
    assert [note for _, _, _, note in lines(rows)] == [""]


def test_of_several_rows_of_a_sheet_the_last_hold_unless_they_are_none() -> None:
    one, other = [row(Work, name="ก")], [row(Work, name="ข")]
    assert merged(Rows({Work: one}), Rows({Work: other}), Rows({Work: []})).by_sheet == {Work: other}
    assert merged(Rows({Work: one}), Rows({Division: other})).by_sheet == {Work: one, Division: other}
