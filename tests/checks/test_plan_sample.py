"""The published plan, checked: its known contradictions are named, and nothing else."""

from collections.abc import Iterator

import pytest

from generator.checks.plan import check
from generator.model.finding import Finding
from generator.model.form import Rows
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.workbook.blank import write_workbook
from generator.workbook.reader import read_workbook
from tests.sources import source_modules


@pytest.fixture(scope="module")
def rows() -> Iterator[Rows]:
    """The records of the plan."""
    with source_modules() as source:
        yield source("plan_2567").rows()


@pytest.fixture(scope="module")
def findings(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    write_workbook(path := tmp_path_factory.mktemp("plan") / "แผน.xlsx", PLAN_FORM, rows)
    reading = read_workbook(path, PLAN_FORM)
    assert [(f.sheet, f.cell, f.rule.code) for f in reading.findings] == []
    for sheet in PLAN_FORM.sheets:
        assert list(reading.rows.of(sheet)) == list(rows.of(sheet)), f"{sheet.NAME} reads back as it was written"
    return list(check(PlanBook.of(reading.rows)))


def test_the_published_plan_has_its_known_contradictions_and_no_others(findings: list[Finding]) -> None:
    assert [(f.sheet, f.rule.code, f.values.get("key", f.values.get("scope"))) for f in findings] == [
        ("โครงการ", "B428", "ค001"),
        ("ตัววัด", "X327", "1.2.05"),
        ("ตัววัด", "X327", "8.1.07"),
        ("ตัววัด", "X330", "6.1.31"),
        ("ตัววัด", "X337", "1.2.ก"),
        ("ยอดควบคุม", "B425", "ส่วนที่ ๒"),
        ("ยอดควบคุม", "B426", "ส่วนที่ ๒"),
    ]
    assert not any(finding.is_error or finding.when_final for finding in findings)


def test_the_forty_thousand_baht_and_the_project_too_many_are_named_with_both_places(findings: list[Finding]) -> None:
    budget, count = findings[-2:]
    for said in ("35,294,295", "35,254,295", "40,000", "โครงการ!G"):
        assert said in budget.message("th") and said in budget.message("en")
    assert (count.values["typed"], count.values["total"]) == (38, 39)
    assert budget.cell[0] == "B" and count.cell == f"C{budget.cell[1:]}"
