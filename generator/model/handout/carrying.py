"""What last year's plan leaves to this one: texts, neighbours, works, and routine projects without their budgets.

All of it is listed for confirmation. Knows books and records, no Excel.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from generator.model.form import Rows
from generator.model.plan.book import PlanBook, grouped
from generator.model.plan.carried import Carried
from generator.model.plan.lists import Division, Work
from generator.model.plan.prefilled import DIVISIONS, HANDLES
from generator.model.plan.projects import ROUTINE, Project
from generator.model.plan.texts import Neighbour, PlanText
from generator.model.quantities import Value
from generator.model.sheet import Sheet
from generator.thai.numerals import to_arabic

NOBODY: Final = "ไม่ระบุส่วนราชการ"


def carried(last: PlanBook, *, divisions_given: bool) -> Rows:
    """Return the rows that last year's plan leaves to this year's, and the list of what is to be confirmed.

    Its divisions are left out where the city gives them, or where they are those of every fresh workbook.
    """
    found: dict[type[Sheet], Sequence[Sheet]] = {}
    listed: list[Carried] = []
    year = last.settings.year

    def take(sheet: type[Sheet], about: str, rows: Sequence[Any]) -> None:
        if rows:
            found[sheet] = [*found.get(sheet, ()), *rows]
            listed.append(_line(sheet, about, rows, year))

    for part, texts in grouped(last.texts, lambda row: row.part).items():
        take(PlanText, part, texts)
    take(Neighbour, "เขตข้างเคียง", last.neighbours)
    own = [(row.name, row.short, row.others) for row in last.divisions]
    if not divisions_given and own != list(DIVISIONS):
        take(Division, "รายชื่อส่วนราชการ", last.divisions)
    take(Work, "งานของแต่ละส่วนราชการ", last.works)
    projects = list(_routine(last))
    by_division = grouped(projects, lambda row: _division(last, row))
    for division, rows in by_division.items():
        listed.append(_line(Project, f"ภารกิจประจำ {division}", rows, year))
    if projects:
        used = {project.code for project in projects}
        handles = (f"ค{number:03}" for number in range(1, HANDLES + 1))
        spare = [_row(Project, code=code) for code in handles if code not in used]
        found[Project] = [*projects, *spare]
    found[Carried] = listed
    return Rows(found)


def _division(last: PlanBook, project: Project) -> str:
    division = last.division_of(project)
    return division.name if division else project.division or NOBODY


def _routine(last: PlanBook) -> Iterator[Project]:
    """Yield the routine projects without their budgets; what they refer to and is not carried over is let go."""
    taken = {project.code for project in last.projects if project.part == ROUTINE}
    for project in last.projects:
        if project.part != ROUTINE:
            continue
        whole = last.by_code.get(project.part_of)
        yield replace(
            project,
            budget=Value(),
            parent=project.parent if project.parent in taken else "",
            part_of=project.part_of if project.part_of in taken else "",
            name=project.name or (whole.name if whole and whole.code not in taken else ""),
        )


def _line(sheet: type[Sheet], about: str, rows: Sequence[Sheet], year: int) -> Carried:
    named = sum(_texts(row).count(str(year)) for row in rows)
    note = f"พบปี {year} ในข้อความ {named} แห่ง ใช้ [ปี] แทนได้" if named else ""
    line: Carried = _row(Carried, sheet_name=sheet.NAME, about=about, rows=len(rows), year=year, note=note)
    return line


def _texts(row: Sheet) -> str:
    return to_arabic(" ".join(str(getattr(row, name)) for name in row.COLUMNS))


def _row(sheet: type[Any], **values: Any) -> Any:
    return sheet(**values)


def merged(*several: Rows) -> Rows:
    """Return the rows of several, sheet by sheet; where more than one has rows of a sheet, those of the last."""
    found: Mapping[type[Sheet], Sequence[Sheet]] = {}
    for rows in several:
        found = {**found, **{sheet: records for sheet, records in rows.by_sheet.items() if records}}
    return Rows(found)
