"""Typed prose is set as a typist would: tokens, Thai digits, list marks that hang, fractions as wide as their lines."""

import pytest

from generator.forms.flows import Typesetter, joined
from generator.model.prose import Prose, Run
from generator.render.values import Flow, Item, Kept
from generator.thai.typist import Typist

SETTER = Typesetter(Typist(("PM 2.5",)), {"ปี": "2568", "ปีก่อน": "2567"})


def items(*lines: str) -> list[Item]:
    blocks = SETTER.flow(Prose.of("\n".join(lines))).blocks
    assert all(isinstance(block, Item) for block in blocks)
    return [block for block in blocks if isinstance(block, Item)]


def test_tokens_are_filled_in_before_digits_become_thai() -> None:
    assert SETTER.text("ปี [ปี] ต่อจาก [ปีก่อน] ค่า PM 2.5 [อื่น]") == "ปี ๒๕๖๘ ต่อจาก ๒๕๖๗ ค่า PM 2.5 [อื่น]"


def test_formats_of_runs_stay_and_more_can_be_put_over_all() -> None:
    prose = Prose(((Run("ก", italic=True), Run("1")),))
    assert SETTER.flow(prose).blocks == ((Run("ก", italic=True), Run("๑")),)
    assert SETTER.flow(prose, bold=True, underline=True).blocks == (
        Kept((Run("ก", True, True, True), Run("๑", True, False, True))),
    )


def test_a_paragraph_with_a_mark_is_an_item() -> None:
    (item,) = items("1. วางแผน")
    assert (item.mark, item.text, item.left) == (Run("๑."), (Run("วางแผน"),), 0)


def test_the_format_of_the_mark_is_that_of_the_text() -> None:
    (block,) = SETTER.flow(Prose(((Run("- ", bold=True), Run("ก")),))).blocks
    assert isinstance(block, Item) and (block.mark, block.text) == (Run("-", bold=True), (Run("ก"),))


def test_items_of_one_list_hang_by_their_widest_mark() -> None:
    one, ten = items("๑. ก", "๑๐. ข")
    assert one.hanging == ten.hanging > items("๑. ก")[0].hanging


def test_another_kind_of_mark_goes_one_level_deeper_and_back() -> None:
    one, first, second, two = items("๑. ก", "- ข", "- ค", "๒. ง")
    assert one.left == two.left == 0
    assert first.left == second.left == one.hanging


def test_three_levels_hang_below_each_other() -> None:
    one, inner, innermost = items("๑. ก", "(๑) ข", "- ค")
    assert [one.left, inner.left, innermost.left] == [0, one.hanging, one.hanging + inner.hanging]


def test_a_paragraph_without_a_mark_ends_the_list() -> None:
    blocks = SETTER.flow(Prose.of("๑. ก\nคั่น\n- ข")).blocks
    assert isinstance(blocks[2], Item) and blocks[2].left == 0


def test_an_empty_line_stays_an_empty_paragraph() -> None:
    assert SETTER.flow(Prose.of("ก\n\nข")).blocks == ((Run("ก"),), (), (Run("ข"),))


def test_a_fraction_is_as_wide_as_its_longer_line_within_reason() -> None:
    short, long = SETTER.fraction("ก", "ข", ""), SETTER.fraction("ก" * 30, "ข" * 40, "")
    assert short.width < long.width == SETTER.fraction("ข" * 40, "ก", "").width
    assert SETTER.fraction("ก" * 400, "ข", "").width < 6_000
    assert SETTER.fraction("ที่", "ข", "").width == SETTER.fraction("ท", "ข", "").width


@pytest.mark.parametrize(("factor", "printed"), [("", "๑๐๐"), ("1,000", "๑,๐๐๐")])
def test_a_fraction_is_multiplied_by_a_hundred_if_nothing_is_said(factor: str, printed: str) -> None:
    assert SETTER.fraction("จำนวน 1", "ข", factor) == SETTER.fraction("จำนวน ๑", "ข", printed)


def test_flows_are_joined_in_their_order() -> None:
    assert joined([Flow(((Run("ก"),),)), Flow(), Flow(((Run("ข"),),))]) == Flow(((Run("ก"),), (Run("ข"),)))
