"""What Excel shows of a number."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import numbers
from openpyxl.utils.datetime import from_excel

from generator.model.numberformat import BUILT_IN, Shown, is_date_format, moment, shown

ACCOUNTS = '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'
THAI_PHONE = "[<=99999999][$-D000000]0\\-####\\-####;[$-D000000]0#\\-####\\-####"


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (0, "0"),
        (7, "7"),
        (-7, "-7"),
        (0.63, "0.63"),
        (2.0, "2"),
        (0.1 + 0.2, "0.3"),
        (999, "999"),
        (1000, "1,000"),
        (-1234.5, "-1,234.5"),
        (35254295, "35,254,295"),
        (123456789.25, "123,456,789.25"),
        (1 / 3, "0.333333333"),
        (200 / 3, "66.66666667"),
        (-1e6 / 7, "-142,857.1429"),
        (0.123456, "0.123456"),
        (12345.1234567, "12,345.12346"),
        (12345678.0000001, "12,345,678"),
        (1e-5, "0.00001"),
        (1e-12, "0.000000000001"),
        (1e15, "1,000,000,000,000,000"),
        (1234567890123450, "1,234,567,890,123,450"),
        (1234567890123456, "1,234,567,890,123,460"),
        (12345.123456, "12,345.123456"),
    ],
)
def test_general_gives_the_shortest_digits(value: float, digits: str) -> None:
    assert shown(value, "General") == Shown(digits)


@pytest.mark.parametrize(
    ("value", "code", "digits"),
    [
        (0.63, "0.000", "0.630"),
        (12, "0.00", "12.00"),
        (1234.5, "0.00", "1,234.50"),
        (1234.5, "#,##0", "1,235"),
        (999.995, "0.00", "1,000.00"),
        (0.5, "0.0##", "0.5"),
        (1.05, "0.0##", "1.05"),
        (0.12345, "0.0##", "0.123"),
        (1, "0.##", "1"),
        (1.5, "0.0?", "1.5"),
        (0, "#,###", "0"),
        (0.5, "#.00", "0.50"),
        (7, "000", "007"),
        (1234, "00000", "01234"),
        (12345, "00000", "12,345"),
        (5, "0,000", "0,005"),
        (12.345, '0.00" กม."', "12.35"),
        (12.345, '"0.0000"0.0', "12.3"),
        (12.345, "0.0\\ \\k\\m", "12.3"),
        (1234.5, "#,##0.00 [$฿-41E]", "1,234.50"),
        (1234.5, '"฿"#,##0.00_);[Red]\\("฿"#,##0.00\\)', "1,234.50"),
        (1250, "#,##0.-", "1,250"),
        (3.25, "[Blue]0.0", "3.3"),
        (3, "[$-D07041E]0.00", "3.00"),
        (3.5, "t0.00", "3.50"),
        (3.5, '"รวม "General', "3.5"),
        (1.5, "General0", "1.5"),
        (0, '"-"General', "0"),
    ],
)
def test_a_format_keeps_its_decimals_and_loses_its_words(value: float, code: str, digits: str) -> None:
    assert shown(value, code) == Shown(digits)


@pytest.mark.parametrize(
    ("value", "code", "digits"),
    [
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (0.5, "0", "1"),
        (1.005, "0.00", "1.01"),
        (2.675, "0.00", "2.68"),
        (1.1 + 2.2, "0.0000000000000000", "3.3000000000000000"),
        (0.285 * 100, "0", "29"),
        (-0.001, "0.00", "0.00"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: float, code: str, digits: str) -> None:
    assert shown(value, code) == Shown(digits)


@pytest.mark.parametrize(
    ("value", "code", "digits"),
    [
        (0.9, "0%", "90"),
        (0.905, "0%", "91"),
        (0.905, "0.00%", "90.50"),
        (12.5, "#,##0%", "1,250"),
        (0.075, "General%", "7.5"),
        (0.5, '0" ร้อยละ"%', "50"),
        (0.9, "t0%", "90"),
        (1.5, "%%%0", "15,000"),
    ],
)
def test_percentages_are_a_hundredfold_and_say_so(value: float, code: str, digits: str) -> None:
    assert shown(value, code) == Shown(digits, percent=True)


def test_a_percent_sign_in_words_is_none() -> None:
    assert shown(0.9, '0.0" %"') == Shown("0.9")
    assert shown(0.9, "0.0\\%") == Shown("0.9")


@pytest.mark.parametrize(
    ("value", "code", "digits"),
    [
        (-5, "0.00;(0.0)", "-5.0"),
        (5, "0.00;(0.0)", "5.00"),
        (0, "0.00;(0.0)", "0.00"),
        (0, "0.00;(0.0);0", "0"),
        (5, "0.00;@", "5.00"),
        (-5, "0.00;@", "-5.00"),
        (1234.5, ACCOUNTS, "1,234.50"),
        (-1234.5, ACCOUNTS, "-1,234.50"),
        (0, ACCOUNTS, "-"),
        (0, BUILT_IN[44], "-"),
        (0.001, ACCOUNTS, "0.00"),
        (5, '0;-0;;@', "5"),
        (0, '0;-0;;@', "0"),
        (1500, "[>=1000]0.0;0.00", "1,500.0"),
        (15, "[>=1000]0.0;0.00", "15.00"),
        (-15, "[<0]0.0;[=0]0;0.00", "-15.0"),
        (0, "[<0]0.0;[=0]0;0.00", "0"),
        (3, "[>=1000]0.0", "3"),
    ],
)  # fmt: skip
def test_each_section_of_a_format_has_its_numbers(value: float, code: str, digits: str) -> None:
    assert shown(value, code) == Shown(digits)


@pytest.mark.parametrize(
    "code",
    [
        "0.0,,", "#,##0,", "# ?/?", "# ??/16", "0.00E+00", "##0.0E+0", "@", "0@", "d/m/yyyy", "mm:ss.00",
        "[h]:mm", "[h]:mm:ss.00",
    ],
)  # fmt: skip
def test_what_would_need_its_words_to_be_understood_is_shown_plainly(code: str) -> None:
    assert shown(1234567.25, code) == Shown("1,234,567.25")


@pytest.mark.parametrize("code", ["ss.0", "[s].0", "-X"])
def test_neither_a_time_nor_a_mark_beside_a_dash_is_a_number_of_decimals_or_a_dash(code: str) -> None:
    assert [shown(value, code).digits for value in (1.25, 0)] == ["1.25", "0"]


@pytest.mark.parametrize(
    ("value", "code", "digits"),
    [
        (25551234, THAI_PHONE, "0-2555-1234"),
        (812345678, THAI_PHONE, "08-1234-5678"),
        (812345678, "000-000-0000", "081-234-5678"),
        (25551234, '0" "0000" "0000', "0 2555 1234"),
        (8214, "0\\.0\\.00", "8.2.14"),
        (12, "0-00-00", "0-00-12"),
        (0, "0-##", "0-"),
        (0, "0 #", "0"),
        (0, "# #", "0"),
        (1234567, "0-00", "12345-67"),
        (120, "0-00", "1-20"),
        (8214, '0\\.0\\.00" ก"', "8.2.14"),
        (123456, "#,##0-00", "1234-56"),
        (1234567, "000_)-0000", "123-4567"),
        (12, '0"X"0', "1X2"),
        (123, '0"X"0', "12X3"),
        (0, '0"1"0', "010"),
        (-0.4, '0"X"0', "0X0"),
    ],
)
def test_numbers_with_literals_between_their_digits_are_codes(value: float, code: str, digits: str) -> None:
    assert shown(value, code) == Shown(digits)


@given(st.floats(-1e9, 1e9), st.integers(0, 8), st.booleans())
def test_fixed_decimals_are_those_of_decimal_arithmetic(value: float, decimals: int, grouped: bool) -> None:
    value = float(f"{value:.15g}")
    code = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert shown(value, code).digits == f"{rounded if rounded else abs(rounded):,f}"


@given(st.integers(-(10**14), 10**14).flatmap(lambda n: st.integers(0, 6).map(lambda places: n / 10**places)))
def test_general_says_the_number_itself(value: float) -> None:
    assert float(shown(value, "General").digits.replace(",", "")) == value


SIGNS = (*'0#?.,;%@/\\"_*[]<>=-E+dmyhsbt $ก1', "General", "[>5]", "[h]", "00", '"-"')
CODE = st.lists(st.sampled_from(SIGNS), max_size=15).map("".join)
NUMBER = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**20), 10**20)


@given(NUMBER, CODE)
def test_no_code_is_too_odd(value: float, code: str) -> None:
    digits, _ = shown(value, code)
    assert digits
    assert digits == digits.strip()
    is_date_format(code)


def test_a_code_without_end_is_cut() -> None:
    assert shown(1.5, "0." + "0" * 500).digits == "1.5" + "0" * 29
    assert shown(1.5, "%" * 500 + "0").percent
    assert shown(1.5, " " * 100_000 + "0.00").digits == "1.5"


@pytest.mark.parametrize(
    ("code", "dated"),
    [
        ("General", False),
        ("d/m/yyyy", True),
        ("[$-D07041E]d mmm yyyy;@", True),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", True),
        ("D MMM YY", True),
        ("bbbb", True),
        ("h:mm AM/PM", True),
        ("mm:ss", True),
        ("[h]:mm:ss", False),
        ("[mm]:ss", False),
        ('0.00 "day"', False),
        ("0\\d", False),
        ("0_d", False),
        ("0*d", False),
        ("[Red]0", False),
        ("[$USD] 0", False),
        ('General" ชม."', False),
        ("0.00E+00", False),
        ("@", False),
        ('"วันที่ "0', False),
    ],
)
def test_date_formats_are_told_from_others(code: str, dated: bool) -> None:
    assert is_date_format(code) is dated


def test_built_in_formats_are_those_of_openpyxl() -> None:
    ours = {number: code for number, code in BUILT_IN.items() if number < 50 and number not in (*range(27, 37), 44)}
    theirs = {number: code for number, code in numbers.BUILTIN_FORMATS.items() if number != 44}
    assert ours == theirs
    dated = {number for number, code in BUILT_IN.items() if is_date_format(code)}
    assert dated == {*range(14, 23), *range(27, 37), 45, 47, *range(50, 59), *range(71, 79), 80, 81}


@given(st.floats(1, 2_958_465).filter(lambda serial: not 60 <= serial < 61), st.booleans())
def test_points_in_time_are_those_of_openpyxl(serial: float, from_1904: bool) -> None:
    found = moment(serial, from_1904)
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
    assert found is None if from_1904 and serial >= 2_957_004 else found is not None
    if found:
        expected = from_excel(serial, epoch)
        assert isinstance(expected, datetime)
        assert abs(found - expected) <= timedelta(milliseconds=1)


DAY = datetime(2024, 1, 15)


@pytest.mark.parametrize(
    ("serial", "from_1904", "expected"),
    [
        (0, False, None),
        (0.75, False, None),
        (-0.5, False, None),
        (1, False, datetime(1900, 1, 1)),
        (1.75, False, datetime(1900, 1, 1, 18)),
        (59, False, datetime(1900, 2, 28)),
        (60, False, None),
        (60.5, False, None),
        (61, False, datetime(1900, 3, 1)),
        (61.5, False, datetime(1900, 3, 1, 12)),
        (2_958_465, False, datetime(9999, 12, 31)),
        (2_958_466, False, None),
        (1e18, False, None),
        (-0.5, True, None),
        (-1, True, None),
        (0, True, datetime(1904, 1, 1)),
        (0.25, True, datetime(1904, 1, 1, 6)),
        (60, True, datetime(1904, 3, 1)),
        (61, True, datetime(1904, 3, 2)),
    ],
)
def test_the_calendar_of_excel_begins_and_ends_and_has_a_day_that_never_was(
    serial: float, from_1904: bool, expected: datetime | None
) -> None:
    assert moment(serial, from_1904) == expected


def test_days_are_counted_from_1900_unless_the_workbook_says_so() -> None:
    assert moment(45306) == DAY == moment(45306 - 1462, from_1904=True)
