"""Every rule is broken by its wrong example and by nothing else of it, and kept by its right one."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from generator.model.finding import Finding
from generator.model.rules import RULES
from generator.thai.numerals import to_arabic
from tests.checks.examples import EXAMPLES
from tests.checks.examples.case import Case

CODES: Final = sorted(RULES)
FOUND: Final[dict[int, Sequence[Finding]]] = {}
"""What was found in each case, by its id: several rules share a faultless one, and a case need not run twice."""
FIGURE: Final = re.compile(r"ค?[0-9][0-9,.]*[0-9]|[0-9]")


def found_in(case: Case, folder: Path) -> Sequence[Finding]:
    if id(case) not in FOUND:
        FOUND[id(case)] = case.run(folder)
    return FOUND[id(case)]


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert sorted(EXAMPLES) == CODES


@pytest.mark.parametrize("code", CODES)
def test_what_explain_shows_as_wrong_breaks_this_rule_alone(code: str, tmp_path: Path) -> None:
    found = found_in(EXAMPLES[code].wrong, tmp_path)
    assert {finding.rule.code for finding in found} == {code}, [finding.message("th") for finding in found]
    for finding in found:
        said = [say(language) for say in (finding.message, finding.cure) for language in ("th", "en")]
        assert not any("{" in words.replace("{{", "") for words in said if code[0] != "T"), "every value is there"


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


def seen(case: Case, folder: Path) -> str:
    """Return all that a case shows, and what is said of it, in Arabic digits and without commas."""
    return to_arabic(" ".join([case.said, *(finding.message("th") for finding in found_in(case, folder))])).replace(
        ",", ""
    )
