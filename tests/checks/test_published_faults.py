"""The samples with the published faults typed in get exactly the expected findings, at exactly their cells."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from generator.model.finding import Finding
from generator.reading import read_and_check
from tests.checks.faults import kr_2568, plan_2567
from tests.checks.faults.edits import Edit, edited

INPUTS: Final = Path(__file__).parent.parent.parent / "inputs"
PLAN: Final = next((INPUTS / "plans" / "2567").glob("*.xlsx"))
KR: Final = next((INPUTS / "kr").glob("2568-*.xlsx"))


def found(path: Path) -> list[Finding]:
    return read_and_check(path).findings


def told(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((finding.rule.code, finding.sheet, finding.cell) for finding in findings)


def all_edits(faults: dict[str, tuple[tuple[Edit, ...], tuple[tuple[str, str, str], ...]]]) -> list[Edit]:
    return [edit for edits, _ in faults.values() for edit in edits]


@pytest.fixture(scope="module")
def faulty_plan(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    path = tmp_path_factory.mktemp("plan") / "แผน.xlsx"
    return found(edited(PLAN, all_edits(plan_2567.FAULTS), path))


@pytest.mark.parametrize(("sample", "module"), [(PLAN, plan_2567), (KR, kr_2568)], ids=["plan", "kr"])
def test_the_corrected_samples_get_no_error_and_only_the_warnings_that_are_true(sample: Path, module: object) -> None:
    findings = found(sample)
    assert told(findings) == Counter(module.SHIPPED)  # type: ignore[attr-defined]
    assert not any(finding.is_error for finding in findings)


def test_the_faulty_plan_gets_exactly_what_its_faults_should(faulty_plan: list[Finding]) -> None:
    expected = Counter(plan_2567.SHIPPED) + Counter(one for _, each in plan_2567.FAULTS.values() for one in each)
    assert told(faulty_plan) == expected - Counter(plan_2567.GONE)


def test_the_faulty_key_results_get_exactly_what_their_faults_should(tmp_path: Path) -> None:
    findings = found(edited(KR, all_edits(kr_2568.FAULTS), tmp_path / "KR.xlsx"))
    expected = Counter(kr_2568.SHIPPED) + Counter(one for _, each in kr_2568.FAULTS.values() for one in each)
    assert told(findings) == expected


def test_both_cells_and_all_figures_of_a_contradiction_are_said(faulty_plan: list[Finding]) -> None:
    said = {(finding.rule.code, finding.cell): finding.message("th") for finding in faulty_plan}
    for place, words in {
        ("B425", "B5"): ("35,294,295", "35,254,295", "40,000", "โครงการ!G"),
        ("B426", "C5"): ("38", "41", "โครงการ!A"),
        ("B425", "B6"): ("485,500", "ไม่ได้รวม ค098 (G101)"),
        ("B428", "G101"): ("485,500", "1,385,000", "G5"),
        ("B428", "G102"): ("43,300", "32,900", "G31"),
        ("B428", "G103"): ("-", "6,453,000", "G69"),
        ("X301", "B39"): ("8.1.08", "8.3.08"),
        ("R201", "A9"): ("1.2.01", "A8", "ส่วนแถวนี้คือ"),
        ("X351", "D111"): ("มี.ค.", "เมษายน", "B111"),
    }.items():
        assert all(word in said[place] for word in words), said[place]
