"""The room that text takes."""

import pytest

from generator.workbook.measure import CHARACTER, count_lines, height_of, text_width


def test_marks_take_no_room() -> None:
    assert text_width("ที่นี้ตั้งอยู่") == text_width("ทนตงอย")
    assert text_width("ำ") == text_width("า")


def test_a_column_is_measured_in_digits() -> None:
    assert text_width("0" * 80) == pytest.approx(80 * CHARACTER, rel=0.01)


def test_bold_and_large_text_is_wider() -> None:
    assert text_width("กรุงเทพ", bold=True) > text_width("กรุงเทพ")
    assert text_width("กรุงเทพ", size=32) == pytest.approx(2 * text_width("กรุงเทพ"))


def test_an_unknown_character_is_taken_for_a_wide_one() -> None:
    assert text_width("中") > text_width("W")


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("สั้น", 1), ("ก\nข", 2), ("ก\n\nข", 3), ("ก" * 60, 2), ("ก" * 60 + "\nสั้น", 3), ("ก" * 300, 7)],
)
def test_lines_are_counted_by_paragraph(text: str, lines: int) -> None:
    assert count_lines(text, 60) == lines


def test_a_narrow_column_loses_more_at_the_end_of_its_lines() -> None:
    text = "หน่วยงานผู้ประสานงานของกรุงเทพมหานคร"
    assert count_lines(text, 12) * 12 > count_lines(text, 60) * text_width(text) / CHARACTER


def test_a_line_of_sixteen_points_has_room_for_stacked_marks() -> None:
    assert height_of(1) == 24
    assert height_of(3) == 72
    assert height_of(2, 14) == 42
