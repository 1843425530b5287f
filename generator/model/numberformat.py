"""Number formats of Excel: which of them show dates, and the digits they show. Knows no workbook and no Word."""

import operator
import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
    42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
    59: "t0", 60: "t0.00", 61: "t#,##0", 62: "t#,##0.00", 67: "t0%", 68: "t0.00%", 69: "t# ?/?", 70: "t# ??/??",
    71: "d/m/bbbb", 72: "d-mmm-bb", 73: "d-mmm", 74: "mmm-bb", 75: "h:mm", 76: "h:mm:ss", 77: "d/m/bbbb h:mm",
    78: "mm:ss", 79: "[h]:mm:ss", 80: "mm:ss.0", 81: "d/m/bb",
} | dict.fromkeys((27, 28, 29, 30, 31, 36, *range(50, 55), 57, 58), "yyyy/m/d") | dict.fromkeys(
    (32, 33, 34, 35, 55, 56), "h:mm:ss"
)  # fmt: skip
"""The codes of the ids that are never declared in a file (ECMA-376 part 1, 18.8.30, with the Thai column, its letters
ว ด ป ช น ท put as d m b h m s). Ids 27 to 36 and 50 to 58 differ between the languages of East Asia: dates and times
alike there, told apart here only as such."""


class Shown(NamedTuple):
    """A number as Excel shows it: its digits, and whether a percent sign follows them."""

    digits: str
    percent: bool = False


def is_date_format(code: str) -> bool:
    """Tell whether a format shows a point in time; elapsed times such as [h]:mm are numbers and do not count."""
    return _sections(code)[0].dated


def moment(serial: float, from_1904: bool = False) -> datetime | None:
    """Return the point in time of a finite serial number, to the millisecond; None where Excel's calendar has none.

    Day 1 is 1 January 1900, or day 0 is 1 January 1904. In the first system day 60 is a 29 February 1900 that never
    was, and what is less than a day is a time of day without a date: both give None.
    """
    day = int(serial // 1)
    if day < (0 if from_1904 else 1) or (day == 60 and not from_1904):
        return None
    first = _FIRST_1904 if from_1904 else _FIRST_1900 + (day < 60)
    try:
        midnight = datetime.fromordinal(first + day)
        return midnight + timedelta(milliseconds=round((serial - day) * 86_400_000)) if serial != day else midnight
    except (ValueError, OverflowError):  # after the year 9999
        return None


def shown(value: float, code: str) -> Shown:
    """Return a finite number as Excel shows it with a format code, in ASCII digits.

    What stands around the digits is left out (unit, currency, colour, brackets), but a negative number keeps its sign.
    Two rules are the project's: thousands are separated from 1,000 upward whether or not the format says so, and there
    is always a digit before the decimal point. Formats that scale (0.0,,), that show a fraction, an exponent, a date
    or text count as General, so that no factor is lost with the words that told it. A zero shown as a dash is "-".
    Literals between the digits, as in telephone numbers, stay; such numbers and those with leading zeros are codes,
    their thousands are not separated.
    """
    if code == "General" and type(value) is int and abs(value) < 10**15:  # most of them
        return Shown(f"{value:,}")
    number = _FIFTEEN.plus(Decimal(repr(value)))
    section = _choose(_sections(code), number)
    if section.form is _Form.DASH and not number:
        return Shown("-")
    number = number.scaleb(2 * section.percent)
    if section.form is _Form.FIXED:
        digits = _fix(section, number)
    elif section.form is _Form.PATTERN:
        digits = _fill(section, number)
    else:
        digits = _general(number)
    minus = "-" if number < 0 and any(digit in digits for digit in "123456789") else ""
    return Shown(minus + digits, section.percent > 0)


_FIRST_1900: Final = date(1899, 12, 30).toordinal()
_FIRST_1904: Final = date(1904, 1, 1).toordinal()
_FIFTEEN: Final = Context(prec=15, rounding=ROUND_HALF_UP)
"""Excel shows fifteen digits of a number and rounds halves away from zero."""
_WIDE: Final = Context(prec=700, rounding=ROUND_HALF_UP)
"""Room for the 309 digits of the largest number and the 338 decimals of the smallest."""
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.?|\*.?|\[(?P<bracket>[^\]]*)\]?|(?P<general>General)|(?P<power>E[+-])'
    r"|AM/PM|A/P|(?P<bare>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_HOLDS: Final = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_ELAPSED: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_MOST_PLACES: Final = 30
"""Excel shows no more."""
_LONGEST: Final = 1000
"""Excel takes no code of more than 255 characters; a file may hold any."""
_DASHES: Final = ("-", "–", "—")
_BETWEEN: Final = re.compile(r"[0#?][^0#?]+[0#?]")


class _Form(Enum):
    GENERAL = "shortest digits"
    FIXED = "a number of decimals"
    PATTERN = "digits with literals between them"
    DASH = "a dash and no digits"


class _Section(NamedTuple):
    """One of the up to four sections of a format code.

    `places` are the placeholders and literals of a pattern from the first placeholder to the last; `whole`, `least`
    and `most` count digits before the point and decimals.
    """

    form: _Form = _Form.GENERAL
    condition: tuple[str, Decimal] | None = None
    text: bool = False
    dated: bool = False
    percent: int = 0
    places: tuple[str, ...] = ()
    whole: int = 1
    least: int = 0
    most: int = 0
    grouped: bool = False


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    """Return the sections of a format code, at least one."""
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code[:_LONGEST]):
        if token["bare"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(_read(tokens) for tokens in sections)


def _read(tokens: list[re.Match[str]]) -> _Section:
    """Return what the tokens of one section say."""
    brackets = [token["bracket"] for token in tokens if token["bracket"] is not None]
    conditions = [match for bracket in brackets if (match := _CONDITION.fullmatch(bracket))]
    bare = "".join(token["bare"] or "" for token in tokens)
    general = any(token["general"] for token in tokens)
    elapsed = any(_ELAPSED.fullmatch(bracket) for bracket in brackets)
    section = _Section(
        condition=(conditions[0][1], Decimal(conditions[0][2])) if conditions else None,
        text="@" in bare,
        dated=not general and not elapsed and bool(re.search("[dmyhsb]", bare, re.IGNORECASE)),
        percent=min(bare.count("%"), 2),
    )
    if general or elapsed or section.dated or section.text or any(token["power"] for token in tokens) or "/" in bare:
        return section
    # Quoted and escaped characters become NUL here, so that they cannot be taken for placeholders.
    places = [(token["bare"] or "\0", token["quoted"] or token["escaped"] or token["bare"] or "") for token in tokens]
    shape = "".join(mark for mark, _ in places)
    if not re.search("[0#]", shape):
        literals = re.sub(r"[\s$฿€£¥]", "", "".join(text for mark, text in places if mark not in "?,.%"))
        return section._replace(form=_Form.DASH) if literals in _DASHES else section
    whole, _, decimals = shape.partition(".")
    if re.search("[0#?],+[^0#?]*$", whole) or re.search("[0#?],", decimals):  # divides by thousands
        return section
    first, last = re.search("[0#?]", shape), re.search("[0#?][^0#?]*$", shape)
    if first and last and not decimals and not section.percent and _BETWEEN.search(whole.replace(",", "")):
        kept = places[first.start() : last.start() + 1]
        return section._replace(form=_Form.PATTERN, places=tuple(text for mark, text in kept if text and mark != ","))
    before, after = (re.sub("[^0#?]", "", part)[:_MOST_PLACES] for part in (whole, decimals))
    return section._replace(
        form=_Form.FIXED,
        whole=len(before.lstrip("#?")),
        least=len(after.rstrip("#?")),
        most=len(after),
        grouped="," in whole,
    )


def _choose(sections: tuple[_Section, ...], number: Decimal) -> _Section:
    """Return the section that applies: by its condition, else positive; negative; zero, the one for text left out."""
    numeric = [section for section in sections[:4] if not section.text][:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _HOLDS[section.condition[0]](number, section.condition[1]):
                return section
        return _Section()
    if len(numeric) > 1 and number < 0:
        return numeric[1]
    if len(numeric) > 2 and not number:
        return numeric[2]
    return numeric[0] if numeric else _Section()


def _fix(section: _Section, number: Decimal) -> str:
    """Return the digits of a number with the decimals and leading zeros of a section."""
    whole, _, decimals = _plain(number, section.most).partition(".")
    decimals = decimals[: section.least] + decimals[section.least :].rstrip("0")
    if len(whole) >= section.whole or section.grouped:
        whole = _group(whole.zfill(section.whole))
    else:
        whole = whole.zfill(section.whole)
    return f"{whole}.{decimals}" if decimals else whole


def _fill(section: _Section, number: Decimal) -> str:
    """Return the digits of a number put into a pattern from the right; the first place takes what is left."""
    digits = list(_plain(number, 0).lstrip("0"))
    filled: list[str] = []
    left = sum(place in "0#?" for place in section.places)
    for place in reversed(section.places):
        if place not in "0#?":
            filled.append(place)
            continue
        left -= 1
        if digits:
            filled.append(digits.pop() if left else "".join(digits))
        elif place == "0":
            filled.append("0")
    return "".join(reversed(filled)).strip() or "0"


def _general(number: Decimal) -> str:
    """Return the shortest digits of a number.

    Excel's General has room for eleven characters. Here it binds only numbers of more than six decimals, the results
    of divisions, so that an amount of a hundred millions keeps the satang that Excel does not show.
    """
    text = _plain(number, max(-int(number.normalize().as_tuple().exponent), 0))
    whole, _, decimals = text.partition(".")
    if len(decimals) > 6 and (short := _plain(number, 10 - len(whole)).rstrip("0").rstrip(".")) != "0":
        whole, _, decimals = short.partition(".")
    return _group(whole) + ("." + decimals if decimals else "")


def _plain(number: Decimal, decimals: int) -> str:
    """Return the size of a number, without its sign, rounded to so many decimals, without exponent."""
    return format(number.copy_abs().quantize(Decimal(1).scaleb(-decimals), context=_WIDE), "f")


def _group(whole: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", whole)
