"""Findings, and how their workbooks are named."""

from pathlib import PurePath

from generator.model.finding import Finding, Place, told_apart
from generator.model.rules.workbook_rules import DAMAGED


def named(*paths: str) -> list[str]:
    """Return how the workbooks of findings in these files are named together."""
    found: list[tuple[PurePath, Finding]] = [
        (PurePath(path), Place(PurePath(path).name).finding(DAMAGED)) for path in paths
    ]
    return [finding.workbook for finding in told_apart(found)]


def test_a_workbook_is_named_by_its_file() -> None:
    assert named("in/2567/ก.xlsx", "in/2568/ข.xlsx", "in/2567/ก.xlsx") == ["ก.xlsx", "ข.xlsx", "ก.xlsx"]


def test_workbooks_of_one_name_are_told_apart_by_their_folders() -> None:
    assert named("in/2567/ก.xlsx", "in/2568/ก.xlsx", "ข.xlsx") == ["2567/ก.xlsx", "2568/ก.xlsx", "ข.xlsx"]
    assert named("a/x/ก.xlsx", "b/x/ก.xlsx", "ก.xlsx") == ["a/x/ก.xlsx", "b/x/ก.xlsx", "ก.xlsx"]


def test_a_finding_about_another_file_keeps_its_name() -> None:
    (finding,) = told_apart([(PurePath("in/ก.xlsx"), Place("แม่แบบ.docx").finding(DAMAGED))])
    assert finding.workbook == "แม่แบบ.docx"
