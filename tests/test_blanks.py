"""Blank workbooks as the command writes them: what a plan needs, what is refused, what is filled in already."""

from pathlib import Path
from typing import Final

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import make_command
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.projects import Project
from generator.words import Halt
from generator.workbook.reader import read_workbook

pytestmark = pytest.mark.usefixtures("short_lists")

SAMPLE: Final = Path(__file__).parent.parent / "inputs" / "plans" / "2567" / "1022-ภาษีเจริญ.xlsx"


def generate(*arguments: object) -> Result:
    return CliRunner().invoke(make_command("th"), [str(argument) for argument in arguments])


def refused(folder: Path, *arguments: str) -> Halt:
    """Return why `generate new` does not write a workbook."""
    halt = generate("new", *arguments, "-o", folder / "a.xlsx").exception
    assert isinstance(halt, Halt)
    assert list(folder.iterdir()) == []
    return halt


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "แผน.xlsx"
    result = generate("new", "plan", "--district", "เขตภาษีเจริญ", "--year", "๒๕๖๗", "-o", path)
    assert result.exit_code == 0
    return path


def test_a_fresh_plan_knows_its_district_its_year_and_the_lists_of_the_city(path: Path) -> None:
    book = PlanBook.of(read_workbook(path, PLAN_FORM).rows)
    assert book.settings.district and book.settings.district.name == "ภาษีเจริญ"
    assert (book.settings.year, book.settings.status) == (2567, "ร่าง")
    assert len({name for row in book.divisions for name in (row.name, row.short, *row.others)}) >= 14
    assert [(row.number, row.name) for row in book.dimensions][::8] == [(1, "เดินทางดี"), (9, "บริหารจัดการดี")]
    assert len(book.divisions) == 10 and len(book.dimensions) == 9
    assert {"สนท.": "สำนักเทศกิจ", "สนข.": "สำนักงานเขต"}.items() <= {row.short: row.name for row in book.agencies}.items()
    assert [row.number for row in book.components] == [2, 3, 4]
    assert book.projects == () and book.measures == ()


def test_a_fresh_plan_hands_out_handles_for_projects(path: Path) -> None:
    column = [
        row[0] for row in openpyxl.load_workbook(path)["โครงการ"].iter_rows(min_row=4, max_col=1, values_only=True)
    ]
    assert column[:120] == [f"ค{number:03}" for number in range(1, 121)]
    assert not any(column[120:])


def test_a_fresh_plan_only_lacks_what_must_be_typed_before_it_is_signed(path: Path) -> None:
    findings = read_workbook(path, PLAN_FORM).findings
    assert {(finding.sheet, finding.rule.code, finding.when_final) for finding in findings if finding.cell} == {
        ("ตั้งค่า", "C101", True)
    }


def test_a_district_that_is_none_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    halt = refused(tmp_path, "plan", "--district", "ภาษีเจรญ", "--year", "2567")
    assert "ภาษีเจรญ" in halt.problem.th and "“ภาษีเจริญ”" in halt.problem.th
    assert "“ภาษีเจริญ”" in halt.problem.en


def test_a_year_of_the_common_era_is_refused_with_that_of_the_buddhist_era(tmp_path: Path) -> None:
    assert "2567" in refused(tmp_path, "plan", "--district", "ภาษีเจริญ", "--year", "2024").problem.th


@pytest.mark.parametrize("given", [(), ("--district", "ภาษีเจริญ"), ("--year", "2567")])
def test_a_plan_needs_district_and_year(tmp_path: Path, given: tuple[str, ...]) -> None:
    assert "--district" in refused(tmp_path, "plan", *given).cure.th


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (("kr", "--district", "ภาษีเจริญ"), "--district"),
        (("kr-form", "--year", "2567"), "--year"),
        (("plan", "--district", "ภาษีเจริญ", "--year", "2567", "--attach", "8214"), "--attach"),
    ],
)
def test_an_option_of_another_form_is_refused(tmp_path: Path, arguments: tuple[str, ...], option: str) -> None:
    assert refused(tmp_path, *arguments).problem.th.startswith(option)


def test_a_fresh_plan_never_overwrites(tmp_path: Path) -> None:
    (path := tmp_path / "a.xlsx").write_bytes(b"old")
    result = generate("new", "plan", "--district", "ภาษีเจริญ", "--year", "2567", "-o", path)
    assert isinstance(result.exception, Halt) and path.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("form", "name", "written"),
    [("kr", "zz", "zz.xlsx"), ("kr", "แผน พ.ศ.2567", "แผน พ.ศ.2567.xlsx"), ("kr-form", "zz", "zz.docx")],
)
def test_a_name_without_a_suffix_gets_one(tmp_path: Path, form: str, name: str, written: str) -> None:
    result = generate("new", form, "-o", tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [written]
    assert str(tmp_path / written) in result.output


def test_a_dozen_projects_pasted_from_another_workbook_are_read_as_there(tmp_path: Path) -> None:
    """Excel pastes values with their own formats and takes the dropdowns of the cells away."""
    path = tmp_path / "แผน.xlsx"
    assert generate("new", "plan", "--district", "บางแค", "--year", "2568", "-o", path).exit_code == 0
    theirs = openpyxl.load_workbook(SAMPLE)["โครงการ"]
    book = openpyxl.load_workbook(path)
    ours = book["โครงการ"]
    header = next(row for row in range(1, 20) if ours.cell(row, 1).value == Project.COLUMNS["code"].header)
    other = next(row for row in range(1, 20) if theirs.cell(row, 1).value == Project.COLUMNS["code"].header)
    ours.data_validations.dataValidation.clear()
    for row in range(1, 13):
        for column in range(1, theirs.max_column + 1):
            pasted, copied = ours.cell(header + row, column), theirs.cell(other + row, column)
            pasted.value, pasted.number_format = copied.value, "General"
            if row % 2 and isinstance(copied.value, (int, float)):
                pasted.value = f" {copied.value:,} "
    book.save(path)
    reading, sample = read_workbook(path, PLAN_FORM), read_workbook(SAMPLE, PLAN_FORM)
    assert [finding for finding in reading.findings if finding.is_error] == []
    found, there = reading.rows.of(Project)[:12], sample.rows.of(Project)[:12]
    assert [(row.code, row.name, row.budget.number, row.policies, row.division) for row in found] == [
        (row.code, row.name, row.budget.number, row.policies, row.division) for row in there
    ]
    assert sum(row.budget.number is not None for row in found) >= 5
