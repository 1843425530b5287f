"""What a run has to say: every finding where there are few, and of very many only what can be read."""

import re

from generator.model.finding import Finding, Place
from generator.model.rules import cell_rules, plan_rules
from generator.report import finding_lines


def found(books: int, warnings: int) -> list[Finding]:
    """Return an error and so many warnings of each workbook."""
    findings = []
    for book in range(books):
        findings.append(Place(f"{book}.xlsx", "ตัววัด", "A1").finding(cell_rules.REQUIRED, header="รหัส"))
        for row in range(warnings):
            place = Place(f"{book}.xlsx", "ตัววัด", f"A{row + 2}")
            findings.append(place.finding(plan_rules.NO_PROJECT, key="1.2.05"))
    return findings


def said(findings: list[Finding], folded: bool) -> list[str]:
    """Return the lines that name findings, their words left out."""
    lines = finding_lines(findings, "th", folded=folded)
    return [" ".join(line.split()[:3]) for line in lines if re.match("  (ผิด|เตือน)", line)]


def test_a_few_findings_are_all_said() -> None:
    assert len(said(found(2, 10), folded=True)) == 22


def test_of_very_many_the_errors_are_said_and_the_warnings_counted() -> None:
    findings = found(10, 20)
    assert len(said(findings, folded=False)) == 210
    assert said(findings, folded=True) == ["เตือน X327 ×20", "ผิด C101 ตัววัด!A1"] * 10
    lines = finding_lines(findings, "th", folded=True)
    assert lines[-1] == "ผิด 10 ข้อ เตือน 200 ข้อ" and "generate check" in lines[-3]
