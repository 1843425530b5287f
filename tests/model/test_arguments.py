"""What is typed behind a command is understood as in a cell."""

import pytest

from generator.model.arguments import understood
from generator.model.codes import Phone
from generator.model.moments import Year
from generator.model.rules import cell_rules as rules
from generator.words import Halt


def test_an_argument_means_what_it_means_in_a_cell() -> None:
    assert understood(Year(), "พ.ศ. ๒๕๖๘") == 2568
    assert understood(Phone(), "0 2000 001") == "0 2000 001", "what would be remarked in a cell is taken"


def test_an_argument_that_means_nothing_is_told_as_in_a_cell() -> None:
    with pytest.raises(Halt) as caught:
        understood(Year(), "ปีนี้")
    assert caught.value.problem == rules.BAD_YEAR.message.filled(text="ปีนี้", guess="")
    assert caught.value.cure == rules.BAD_YEAR.cure.filled(text="ปีนี้", guess="")
