"""Digits and numbers as typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.numerals import ARABIC, THAI, group, half_up, parse_decimal, to_arabic, to_thai


@pytest.mark.parametrize(
    ("arabic", "thai"),
    [
        ("", ""),
        ("0123456789", "๐๑๒๓๔๕๖๗๘๙"),
        ("งบประมาณ 12,500.50 บาท", "งบประมาณ ๑๒,๕๐๐.๕๐ บาท"),
        ("ไม่มีตัวเลข", "ไม่มีตัวเลข"),
        ("ตารางเมตร ม²", "ตารางเมตร ม²"),
    ],
)
def test_digits_change_and_nothing_else_does(arabic: str, thai: str) -> None:
    assert to_thai(arabic) == thai
    assert to_arabic(thai) == arabic


@given(st.text(alphabet=st.one_of(st.sampled_from(ARABIC + THAI), st.characters())))
def test_digits_survive_the_way_there_and_back(text: str) -> None:
    assert to_arabic(to_thai(text)) == to_arabic(text)
    assert to_thai(to_arabic(text)) == to_thai(text)
    assert not set(ARABIC) & set(to_thai(text))
    assert not set(THAI) & set(to_arabic(text))


@pytest.mark.parametrize(
    ("plain", "grouped"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("35254295", "35,254,295"),
        ("-1234567.8901", "-1,234,567.8901"),
        ("−1000", "−1,000"),
        ("123456.789", "123,456.789"),
        ("๑๒๕๐๐.๒๕", "๑๒,๕๐๐.๒๕"),
    ],
)
def test_thousands_are_separated_and_the_fraction_is_not(plain: str, grouped: str) -> None:
    assert group(plain) == grouped


@pytest.mark.parametrize("text", ["", "-", "1,000", "1e5", "1.", ".5", "+1", " 1", "1 000", "๑2", "สิบ", "1.2.3"])
def test_only_a_plain_number_is_grouped(text: str) -> None:
    with pytest.raises(ValueError, match="not a plain decimal number"):
        group(text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0", "0"),
        ("12500", "12500"),
        ("12,500", "12500"),
        ("๑๒,๕๐๐", "12500"),
        (" 1,234,567.50 ", "1234567.50"),
        ("\u00a081.958\t", "81.958"),
        ("-5", "-5"),
        ("−๕.๒๕", "-5.25"),
        ("๑2", "12"),
        ("007", "7"),
        ("0.630", "0.630"),
    ],
)
def test_a_typed_number_is_read(typed: str, number: str) -> None:
    assert parse_decimal(typed) == Decimal(number)
    assert str(parse_decimal(typed)) == number  # decimals that were typed are kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "-",
        "–5",
        "- 5",
        "+5",
        "5.",
        ".5",
        "1e5",
        "NaN",
        "Infinity",
        "1_000",
        "12 500",
        "5 บาท",
        "50%",
        "(500)",
        "1.234,5",
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_decimal(typed)


@pytest.mark.parametrize(
    "typed", ["1,00", "1,2345", "12,34,567", ",500", "1,,000", "1000,000", "0,125", "1,000,", "1.000,000"]
)
def test_a_separator_in_the_wrong_place_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_decimal(typed)


@pytest.mark.parametrize("typed", ["٣", "３", "१२", "²"])
def test_digits_of_other_scripts_are_no_numbers(typed: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_decimal(typed)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_number_grouped_in_thai_digits_is_read_back(number: Decimal) -> None:
    assert parse_decimal(to_thai(group(f"{number:f}"))) == number


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        ("40.5", 0, "41"),
        ("41.5", 0, "42"),
        ("-40.5", 0, "-41"),
        ("40.4999", 0, "40"),
        ("2.345", 2, "2.35"),
        ("7", 2, "7.00"),
        ("-0.4", 0, "0"),
        ("1250", -2, "1300"),
        ("12345678901234567890123456789012.5", 0, "12345678901234567890123456789013"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert f"{half_up(Decimal(value), places):f}" == rounded


def test_nine_tenths_of_45_are_41() -> None:
    assert half_up(45 * Decimal("0.9")) == 41
