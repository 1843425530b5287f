"""Findings, and how their workbooks are named."""

from pathlib import PurePath

from generator.model.finding import Finding, Place, Severity, both_named, listed, told_apart
from generator.model.rules.workbook_rules import DAMAGED
from generator.words import Words


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


def test_two_names_are_spoken_of_only_where_they_differ() -> None:
    words = Words("{first} ไม่ใช่ {own}", "{first} is not {own}")
    assert both_named("ก", "ข", words) == Words("ก ไม่ใช่ ข", "ก is not ข")
    for first, own in (("ก ข", "กข"), ("กข", "ก ข"), ("", "ข"), ("ก", ""), ("", "")):
        assert both_named(first, own, words) == Words("", "")


def test_neighbours_below_each_other_are_listed_as_a_span() -> None:
    cells = [Place("ก.xlsx", "ข", cell) for cell in ("G7", "G9", "G10", "G11", "H12", "AA2", "AA3")]
    assert listed(cells) == "G7, G9–G11, H12, AA2–AA3"
    assert listed(cells[:2], sheet=True) == "ข!G7, G9"
    assert listed([]) == "" == listed([], sheet=True)
    assert listed([Place("ก.xlsx", "ข")]) == "", "a row that was never in a sheet has no cell"
    assert listed([Place("ก.xlsx", "ข", cell) for cell in ("G๗", "G8")]) == "G๗, G8"


def test_a_place_is_named_as_another_workbook_names_it() -> None:
    assert Place("KR-2568.xlsx", "KR", "I4").full == "KR-2568.xlsx KR!I4"
    assert (Place("KR-2568.xlsx", "KR").full, Place("KR-2568.xlsx").full) == ("KR-2568.xlsx KR", "KR-2568.xlsx")


def test_a_finding_keeps_its_place_its_values_and_how_grave_it_is() -> None:
    finding = Place("ก.xlsx", "ข", "C3").finding(DAMAGED, one=1)
    assert finding == Finding(DAMAGED, "ก.xlsx", "ข", "C3", {"one": 1}, severity=DAMAGED.severity)
    assert finding.about("8214") == Finding(
        DAMAGED, "ก.xlsx", "ข", "C3", {"one": 1}, document="8214", severity=DAMAGED.severity
    )
    softened = finding.once_final()
    assert (softened.severity, softened.when_final) == (Severity.WARNING, True)
    assert finding.is_error and not softened.is_error
    assert (finding.message("th"), finding.cure("th")) == (DAMAGED.message.th, DAMAGED.cure.th)
    assert (finding.message("en"), finding.cure("en")) == (DAMAGED.message.en, DAMAGED.cure.en)
