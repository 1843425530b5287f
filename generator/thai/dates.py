"""Dates and months in Thai words and in the Buddhist Era. Knows neither workbooks nor fiscal plans."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

from generator.thai.numerals import to_arabic

ERA_OFFSET: Final = 543
"""Years from the Common Era to the Buddhist Era."""

MONTHS: Final = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_SHORT: Final = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
FISCAL_MONTHS: Final = MONTHS_SHORT[9:] + MONTHS_SHORT[:9]
"""The short names in the order of the fiscal year, which begins in October."""

_BY_NAME: Final = {name: number for number, name in enumerate(MONTHS, 1)} | {
    name.replace(".", ""): number for number, name in enumerate(MONTHS_SHORT, 1)
}
_BY_NUMBER: Final = {form: number for number in range(1, 13) for form in (f"{number}", f"{number:02}")}
_BLANKS_AND_DOTS: Final = re.compile(r"[\s.]+")

_IN_WORDS: Final = re.compile(
    r"(?:วันที่ *)?(?P<day>[0-9]{1,2}) *(?P<month>[ก-๎][ก-๎. ]*?) *(?P<era>[พค]\. ?ศ\.)? *(?P<year>[0-9]{4})"
)
_DAY_FIRST: Final = re.compile(r"(?P<day>[0-9]{1,2})(?P<sep>[-/.])(?P<month>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


def thai_date(day: date) -> str:
    """Return `day` as official letters write it, in Arabic digits: 15 มกราคม 2567."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA_OFFSET}"


@lru_cache(maxsize=512)
def parse_thai_date(text: str) -> date:
    """Return the date typed in `text`, in Thai or Arabic digits.

    Understood are a day, a month by name and a year ("16 พ.ค. 2567", "๑๖ พฤษภาคม พ.ศ. ๒๕๖๗"), day/month/year, and
    year-month-day. A year of 1900-2200 is of the Common Era, one of 2400-2700 of the Buddhist Era, and an era in words
    must agree. Raises ValueError for all else: years of two digits, days that do not exist, months first.
    """
    typed = " ".join(to_arabic(text).split())
    found = _IN_WORDS.fullmatch(typed) or _DAY_FIRST.fullmatch(typed) or _YEAR_FIRST.fullmatch(typed)
    if found is None:
        raise ValueError(f"not a date: {text!r}")
    era = found["era"] if found.re is _IN_WORDS else None
    year = _common_year(int(found["year"]), era)
    try:
        return date(year, parse_month(found["month"]), int(found["day"]))
    except ValueError as fault:
        raise ValueError(f"no such day: {text!r}") from fault


def from_cell_date(day: date) -> date:
    """Return the date meant by a real date cell: a year after 2400 was typed in the Buddhist Era.

    Raises ValueError for 29 February of a year that is a leap year only when read in the Common Era, such as 2568.
    """
    year = day.year - ERA_OFFSET if day.year > 2400 else day.year
    return date(year, day.month, day.day)


def parse_month(text: str) -> int:
    """Return the number 1-12 of the month in `text`: its full or short name, dotted or not, or its number.

    Raises ValueError for anything else.
    """
    typed = to_arabic(text).strip()
    number = _BY_NUMBER.get(typed) or _BY_NAME.get(_BLANKS_AND_DOTS.sub("", typed).removeprefix("เดือน"))
    if number is None:
        raise ValueError(f"not a month: {text!r}")
    return number


def _common_year(year: int, era: str | None) -> int:
    if 2400 <= year <= 2700 and (era is None or era[0] == "พ"):
        return year - ERA_OFFSET
    if 1900 <= year <= 2200 and (era is None or era[0] == "ค"):
        return year
    raise ValueError(f"not a year: {era or ''}{year}")
