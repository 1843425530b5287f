"""Every rule is broken by its wrong example and by nothing else of it, and kept by its right one."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pytest
from openpyxl.utils import column_index_from_string, get_column_letter

from generator.model.finding import Finding
from generator.model.rules import RULES
from generator.thai.numerals import to_arabic
from generator.words import Words
from tests.checks.examples import EXAMPLES
from tests.checks.examples.case import Case

pytestmark = pytest.mark.usefixtures("short_lists")

CODES: Final = sorted(RULES)
FOUND: Final[dict[int, Sequence[Finding]]] = {}
"""What was found in each case, by its id: several rules share a faultless one, and a case need not run twice."""
CELL: Final = re.compile(r"(?<![\w.])([A-Z]{1,2})([1-9][0-9]*)(?![\w.])", re.ASCII)
ROWS: Final = ("W", "X307")
"""Codes that speak of a whole file or of the headers of a sheet, not of a cell."""
FIGURE: Final = re.compile(r"ค?[0-9][0-9,.]*[0-9]|[0-9]")


def found_in(case: Case, folder: Path) -> Sequence[Finding]:
    if id(case) not in FOUND:
        FOUND[id(case)] = case.run(folder)
    return FOUND[id(case)]


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert sorted(EXAMPLES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_what_explain_shows_as_wrong_breaks_this_rule_alone(
    code: str, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    """And is told whole: severity, cell, document and every value of the message."""
    found = found_in(EXAMPLES[code].wrong, tmp_path)
    assert {finding.rule.code for finding in found} == {code}, [finding.message("th") for finding in found]
    for finding in found:
        said = [say(language) for say in (finding.message, finding.cure) for language in ("th", "en")]
        assert not any("{" in words.replace("{{", "") for words in said if code[0] != "T"), "every value is there"
    golden(f"findings/{code}.txt", "".join(map(whole, found)))


@pytest.mark.parametrize("code", CODES)
def test_what_explain_shows_as_right_breaks_no_rule(code: str, tmp_path: Path) -> None:
    found = found_in(EXAMPLES[code].right, tmp_path)
    assert [(finding.rule.code, finding.cell, finding.message("th")) for finding in found] == []


@pytest.mark.parametrize("code", CODES)
def test_the_figures_that_explain_shows_are_those_of_the_examples(code: str, tmp_path: Path) -> None:
    rule, example = RULES[code], EXAMPLES[code]
    assert rule.wrong and rule.right, "explain shows a wrong and a right example of every rule"
    for text, case in ((rule.wrong, example.wrong), (rule.right, example.right)):
        folder = tmp_path / ("wrong" if case is example.wrong else "right")
        folder.mkdir(exist_ok=True)
        said = seen(case, folder)
        assert [figure for figure in FIGURE.findall(to_arabic(text)) if figure.replace(",", "") not in said] == []


@pytest.mark.parametrize("code", [code for code in CODES if EXAMPLES[code].wrong.moved and not code.startswith(ROWS)])
def test_a_finding_and_its_other_cells_move_with_the_columns(code: str, tmp_path: Path) -> None:
    moved = EXAMPLES[code].wrong.moved
    assert moved is not None
    expected = "".join(map(whole, found_in(EXAMPLES[code].wrong, tmp_path)))
    assert "".join(map(whole, moved(tmp_path))) == CELL.sub(lambda cell: _next(cell[1]) + cell[2], expected)


def _next(column: str) -> str:
    return get_column_letter(column_index_from_string(column) + 1)


def whole(finding: Finding) -> str:
    """Return all that a finding says, but for the words of its rule."""
    severity = f"{finding.severity}{' when final' if finding.when_final else ''}"
    lines = [f"{finding.workbook} | {finding.sheet} | {finding.cell} | {severity} | {finding.document}"]
    for name, value in sorted(finding.values.items()):
        both = [value.th, value.en] if isinstance(value, Words) else [str(value)]
        lines += [f"  {name}: {text!r}" for text in dict.fromkeys(both)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def seen(case: Case, folder: Path) -> str:
    """Return all that a case shows, and what is said of it, in Arabic digits and without commas."""
    return to_arabic(" ".join([case.said, *(finding.message("th") for finding in found_in(case, folder))])).replace(
        ",", ""
    )
