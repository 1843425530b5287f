"""Where two texts part."""

import pytest

from generator.thai.parting import around, common


@pytest.mark.parametrize(
    ("one", "other", "count"), [("", "", 0), ("ก", "", 0), ("กข", "กค", 1), ("กข", "กขค", 2), ("กข", "กข", 2)]
)
def test_texts_part_at_the_first_letter_that_differs(one: str, other: str, count: int) -> None:
    assert common(one, other) == common(other, one) == count


def test_dots_stand_for_what_is_left_out() -> None:
    assert around("abcdefghi", 4, before=2, after=3) == "…cdefg…"
    assert around("abcdefghi", 0, before=2, after=3) == "abc…"
    assert around("abcdefghi", 9, before=2, after=3) == "…hi"
    assert around("", 0, before=2, after=3) == ""


def test_no_mark_is_left_without_its_letter() -> None:
    assert around("กที่นี่มีข", 6, before=3, after=2) == "…ที่นี่มี…"
