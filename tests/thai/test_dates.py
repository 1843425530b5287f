"""Dates as officers type and as letters print them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.dates import (
    FISCAL_MONTHS,
    MONTHS,
    MONTHS_SHORT,
    from_cell_date,
    parse_month,
    parse_thai_date,
    thai_date,
)
from generator.thai.numerals import to_thai

DAYS = st.dates(date(1900, 1, 1), date(2157, 12, 31))


def test_a_date_is_written_in_the_buddhist_era_without_a_leading_zero() -> None:
    assert thai_date(date(2024, 1, 5)) == "5 มกราคม 2567"
    assert thai_date(date(2025, 12, 31)) == "31 ธันวาคม 2568"


def test_the_fiscal_year_begins_in_october() -> None:
    assert FISCAL_MONTHS[0] == "ต.ค."
    assert FISCAL_MONTHS[-1] == "ก.ย."
    assert [parse_month(month) for month in FISCAL_MONTHS] == [10, 11, 12, *range(1, 10)]


@pytest.mark.parametrize(
    "typed",
    [
        "16 พ.ค. 2567",
        "๑๖ พฤษภาคม พ.ศ. ๒๕๖๗",
        "๑๖ พฤษภาคม พ.ศ.๒๕๖๗",
        "วันที่ 16 พฤษภาคม 2567",
        "16 พฤษภาคม 2024",
        "16 พฤษภาคม ค.ศ. 2024",
        "16พ.ค.2567",
        "16 พค 2567",
        "16 พ. ค. 2567",
        "  16\u00a0พ.ค.  2567 ",
        "16/5/2567",
        "16/05/2567",
        "๑๖/๕/๒๕๖๗",
        "16/5/2024",
        "16-5-2567",
        "16.5.2567",
        "2024-05-16",
        "2567-05-16",
    ],
)
def test_a_typed_date_is_read(typed: str) -> None:
    assert parse_thai_date(typed) == date(2024, 5, 16)


def test_the_29th_of_february_is_one_of_its_common_year() -> None:
    assert parse_thai_date("29 ก.พ. 2567") == date(2024, 2, 29)
    with pytest.raises(ValueError, match="no such day"):
        parse_thai_date("29 ก.พ. 2568")


@pytest.mark.parametrize("typed", ["16/5/67", "16/05/67", "16 พ.ค. 67", "16 พ.ค. '67", "16-5-24"])
def test_a_year_of_two_digits_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        parse_thai_date(typed)


@pytest.mark.parametrize(
    "typed", ["31 ก.ย. 2567", "30/2/2567", "0 ม.ค. 2567", "32/1/2567", "1/31/2021", "16 พฤษพา 2567"]
)
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="no such day"):
        parse_thai_date(typed)


@pytest.mark.parametrize(
    "typed", ["1/1/1899", "1/1/2201", "1/1/2399", "1/1/2701", "1 ม.ค. พ.ศ. 2024", "1 ม.ค. ค.ศ. 2567"]
)
def test_a_year_of_no_known_era_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a year"):
        parse_thai_date(typed)


@pytest.mark.parametrize(
    "typed", ["", "พ.ค. 2567", "2567", "16/5-2567", "ภายในเดือน พ.ค. 2567", "16 พ.ค. 2567 น.", "1 - 2 ม.ค. 2567"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        parse_thai_date(typed)


@given(DAYS)
def test_a_written_date_is_read_back(day: date) -> None:
    assert parse_thai_date(thai_date(day)) == day
    assert parse_thai_date(to_thai(thai_date(day))) == day


@given(DAYS)
def test_a_date_in_numbers_is_read_back_in_both_eras(day: date) -> None:
    assert parse_thai_date(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_thai_date(f"{day.day}/{day.month}/{day.year + 543}") == day
    assert parse_thai_date(day.isoformat()) == day


def test_a_cell_whose_year_was_typed_in_the_buddhist_era_is_mended() -> None:
    assert from_cell_date(date(2567, 5, 16)) == date(2024, 5, 16)
    assert from_cell_date(date(2024, 5, 16)) == date(2024, 5, 16)


def test_a_point_in_time_from_a_cell_becomes_a_plain_date() -> None:
    assert type(from_cell_date(datetime(2567, 5, 16, 8, 30))) is date


def test_a_leap_day_that_the_common_era_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        from_cell_date(date(2568, 2, 29))


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_is_read_in_each_of_its_spellings(number: int) -> None:
    full, short = MONTHS[number - 1], MONTHS_SHORT[number - 1]
    spellings = (full, short, short.replace(".", ""), short.removesuffix("."), f" {full} ", f"เดือน{full}")
    numbers = (str(number), f"{number:02}", to_thai(str(number)))
    for typed in spellings + numbers:
        assert parse_month(typed) == number


@pytest.mark.parametrize("typed", ["", "0", "13", "1.2", "1 2", "001", "มกรา", "ไตรมาส 1", "May", "-1"])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="not a month"):
        parse_month(typed)
