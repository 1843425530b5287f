"""Every figure of the published plan of 2567 stands in the generated Word file: the right table, row and column.

The published side is transcribed by hand (tests/plan2567), the printed side is read with python-docx. Of the program
nothing is used but the command that makes the document.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.plan2567.comparison import differences
from tests.plan2567.printed import ABOVE, ARROW, PrintedPlan
from tests.plan2567.published import PARAGRAPH, SECTIONS, Row, definitions, is_printed_as, section

WORKBOOK: Final = Path(__file__).parent.parent / "inputs" / "plans" / "2567" / "1022-ภาษีเจริญ.xlsx"
STEPS: Final = "09_steps"
CITY, AGENCY, ROUTINE, POLICY = "02_part1", "03_part2", "04_part3", "08_policy"

Section = list[Row]


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the plan as an officer does."""
    folder = tmp_path_factory.mktemp("plan2567")
    command = [sys.executable, "-m", "generator.cli", "build", str(WORKBOOK), "--no-pages", "-o", str(folder)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "1022-2567.docx"


@pytest.fixture(scope="session")
def plan(document: Path) -> PrintedPlan:
    return PrintedPlan(document)


@pytest.fixture(scope="session")
def printed(plan: PrintedPlan) -> dict[str, Section]:
    """Return what is printed in the place of each published section."""
    openings = [section(name)[0] for name in SECTIONS]
    return dict(zip(SECTIONS, plan.sections(openings), strict=True))


@pytest.fixture(params=["published", "printed"])
def said(request: pytest.FixtureRequest, printed: dict[str, Section]) -> dict[str, Section]:
    """Return the sections as transcribed, then as printed: what adds up in one adds up in the other."""
    return printed if request.param == "printed" else {name: section(name) for name in SECTIONS}


def money(cell: str) -> int:
    """Return the baht of a budget; a dash and words are none."""
    return int(cell.replace(",", "")) if re.fullmatch(r"[\d,]+", cell) else 0


class Project(NamedTuple):
    number: str
    name: str
    budget: int


def agency_projects(part: Section) -> Iterator[list[Project]]:
    """Yield the projects of each dimension, of the tables whose four columns begin with the project."""
    for row in part:
        if len(row) != 4:
            continue
        if row[0] == "โครงการ/กิจกรรมสำคัญ":
            table: list[Project] = []
            yield table
        elif numbered := re.match(r"(\d+(?:\.\d+)?)\.? (.*)", row[0]):
            table.append(Project(numbered[1], numbered[2], money(row[1])))
        else:
            table.append(Project("", row[0], money(row[1])))


def leaves(part: Section) -> list[Project]:
    """Return the projects that have no projects below them and that are no part of one named before."""
    found: list[Project] = []
    for table in list(agency_projects(part)):
        parents = {project.number.partition(".")[0] for project in table if "." in project.number}
        named = {project.name for project in found}
        found += [project for project in table if project.number not in parents and project.name not in named]
    return found


def summary(part: Section) -> list[Row]:
    return [row for row in part if len(row) == 5 and re.fullmatch(r"\d{1,2}", row[0])]


def total(part: Section, words: str) -> int:
    (row,) = [row for row in part if row[0] == words]
    return sum(money(cell) for cell in row[1:])


@pytest.mark.parametrize("name", [name for name in SECTIONS if name != STEPS])
def test_every_published_row_is_printed_in_its_place_and_no_other(name: str, printed: dict[str, Section]) -> None:
    if found := list(differences(section(name), printed[name])):
        pytest.fail("\n".join(found), pytrace=False)


@pytest.mark.parametrize("code", definitions())
def test_a_definition_holds_the_published_figures_in_their_order(code: str, printed: dict[str, Section]) -> None:
    indicators = [row[1:4:2] for row in printed["05_city_indicators"] if len(row) == 5]
    indicators += [row[0::5] for row in printed["07_negotiated"] if len(row) == 6]
    (text,) = [text for name, text in indicators if name == code or name.startswith(f"{code} :")]
    place = 0
    for fact in definitions()[code]:
        assert fact in text[place:], f"{fact!r} is not in {text[place:]!r}"
        place = text.index(fact, place) + len(fact)


def test_the_steps_that_were_published_are_printed(printed: dict[str, Section]) -> None:
    _, header, *steps = section(STEPS)
    first = next(place for place, row in enumerate(printed[STEPS]) if is_printed_as(steps[0][:1], row[:1]))
    months = max(place for place, row in enumerate(printed[STEPS][:first]) if "ต.ค." in row)
    upper, lower = printed[STEPS][months - 1 : months + 1]
    heads = [head if month == ABOVE else month for head, month in zip(upper, lower, strict=True)]
    columns = [heads.index(name) for name in header]
    table = printed[STEPS][first : first + len(steps)]
    if found := list(differences(steps, [tuple(row[column] for column in columns) for row in table])):
        pytest.fail("\n".join(found), pytrace=False)
    assert [row.count(ARROW) for row in table] == [1] * len(steps), "an arrow in a month that nobody published"


def test_the_summary_of_part_1_adds_up(said: dict[str, Section]) -> None:
    part = said[CITY]
    budgets = [money(row[2]) for row in part if re.fullmatch(r"\d{6}", row[0])]
    assert [money(row[2]) for row in summary(part)] == budgets
    assert (len(budgets), sum(budgets)) == (3, 2_694_800)
    assert total(part, "รวมงบประมาณทั้งสิ้น") == 2_694_800


def test_the_summary_of_part_2_counts_leaves(said: dict[str, Section]) -> None:
    part = said[AGENCY]
    listed = summary(part)
    assert [row[0] for row in listed] == [str(number) for number in range(1, 40)]
    assert [money(row[2]) for row in listed] == [project.budget for project in leaves(part)]
    assert sum(money(row[2]) for row in listed) == total(part, "รวมงบประมาณทั้งสิ้น") == 35_254_295


def test_part_3_adds_up(said: dict[str, Section]) -> None:
    part = said[ROUTINE]
    budgets = [money(row[3]) for row in part if len(row) == 5 and re.match(r"\d+\. ", row[2])]
    assert (len(budgets), sum(budgets)) == (44, 59_752_455)
    assert total(part, "รวม") == 59_752_455


@pytest.mark.parametrize("figure", ["เปิดทางน้ำไหล คลอง (กม.)", "73.751", "13,000", "N/A", "312.205", "1,324.92"])
def test_what_stands_in_the_policy_table_only_stands_nowhere_else(figure: str, printed: dict[str, Section]) -> None:
    places = [name for name, rows in printed.items() for row in rows if figure in " ".join(row)]
    assert places == [POLICY]


def test_the_neighbours_stand_in_the_essence(plan: PrintedPlan) -> None:
    neighbours = {"เหนือ": "ตลิ่งชัน", "ตะวันออก": "บางกอกใหญ่ และเขตธนบุรี", "ใต้": "จอมทอง", "ตะวันตก": "บางแค"}
    opening = next(place for place, row in enumerate(plan.rows) if row[0] == PARAGRAPH and "อาณาเขตติดต่อ" in row[1])
    table = plan.rows[opening + 1 : opening + 1 + len(neighbours)]
    assert [row[-3:] for row in table] == [(f"ทิศ{side}", "จรด", f"เขต{name}") for side, name in neighbours.items()]


@pytest.mark.parametrize(
    "facts",
    [
        "17.18 ตารางกิโลเมตร…7 แขวง…บางหว้า…บางด้วน…บางจาก…คูหาสวรรค์…ปากคลอง…บางแวก…คลองขวาง…50 เขต…15 …",
        "10 ฝ่าย…ปกครอง…ทะเบียน…โยธา…สิ่งแวดล้อมและสุขาภิบาล…รายได้…รักษาความสะอาด…การศึกษา…การคลัง…เทศกิจ…พัฒนาชุมชน…",
    ],
    ids=["land", "divisions"],
)
def test_the_essence_describes_the_district_with_the_published_figures(facts: str, plan: PrintedPlan) -> None:
    assert any(is_printed_as((PARAGRAPH, f"…{facts}"), row) for row in plan.rows)


def test_the_digits_of_the_tables_are_thai(plan: PrintedPlan) -> None:
    arabic = re.compile(r"(?:http\S*[0-9]\S*|PM 2\.5)|([0-9]+)")
    assert [match[1] for text in plan.written_tables() for match in arabic.finditer(text) if match[1]] == []
