"""Checks of the plan workbook: days, months, years and districts that are not its own. One fault per function.

They find what came along when last year's file, or that of a neighbour, was filled in again.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model.districts import DISTRICTS
from generator.model.finding import Finding, Place
from generator.model.plan.book import PlanBook
from generator.model.rules import plan_audit_rules as rules
from generator.thai.dates import ERA_OFFSET, MONTHS, MONTHS_SHORT, parse_month, thai_date
from generator.thai.numerals import to_arabic

_MONTH: Final = "|".join(map(re.escape, (*MONTHS, *MONTHS_SHORT)))
_YEAR_ENDS: Final = r"(?=\s*(?:$|[),/\n–-]|ถึง|และ))"
"""What follows a year of two digits; ต.ค. 70 ราย counts people."""
_YEARED_MONTH: Final = re.compile(
    rf"({_MONTH})\s?(?:พ\.\s?ศ\.\s?)?(25[0-9]{{2}}(?![0-9,.]*[0-9])|[67][0-9]{_YEAR_ENDS})"
)
_PLAN_OF: Final = re.compile(r"แผนปฏิบัติราชการ[^\n0-9]{0,40}(25[0-9]{2})(?![0-9])(?!\s*[-–ถ])")
_WITHIN: Final = re.compile(r"ภายในปีงบประมาณ\s?(?:พ\.\s?ศ\.\s?)?(25[0-9]{2})(?![0-9])")
_YEAR: Final = re.compile(r"(?<![0-9])25[5-9][0-9](?![0-9])")
_OFFICE: Final = re.compile(
    rf"(?:สำนักงาน|ผู้อำนวยการ)เขต\s?({'|'.join(district.name for district in DISTRICTS)})(?![ก-๎])"
)
_OWN_TEXTS: Final = ("คำนำ", "วิสัยทัศน์", "พันธกิจ")
"""Parts of the free text in which an office speaks of itself."""


def signed_outside(book: PlanBook) -> Iterator[Finding]:
    """Yield a day of signature that is neither within the fiscal year nor in the half year before it."""
    signed, year = book.settings.signed, book.settings.year - ERA_OFFSET
    if signed and book.settings.year and not date(year - 1, 4, 1) <= signed <= date(year, 9, 30):
        values = {"text": thai_date(signed), "year": book.settings.year, "before": book.settings.year - 1}
        yield book.settings.place("signed").finding(rules.SIGNED_OUTSIDE, **values)


def month_outside(book: PlanBook) -> Iterator[Finding]:
    """Yield steps whose text names a month of another fiscal year."""
    year = book.settings.year
    for step in book.steps if year else ():
        for found in _YEARED_MONTH.finditer(to_arabic(step.text.plain)):
            named = int(found[2]) + (2500 if len(found[2]) == 2 else 0)
            if named + (parse_month(found[1]) >= 10) != year:
                values = {"text": found[0], "year": year, "before": year - 1}
                yield step.place("text").finding(rules.MONTH_OUTSIDE, **values)


def arrow_elsewhere(book: PlanBook) -> Iterator[Finding]:
    """Yield steps of a single month whose text names another month, and that one alone."""
    for step in book.steps:
        if not step.first or step.last not in (0, step.first):
            continue
        text = step.text.plain
        named = [month for month in MONTHS if month in text]
        if len(named) == 1 and parse_month(named[0]) != step.first:
            values = {"typed": MONTHS_SHORT[step.first - 1], "named": named[0], "other": step.place("text").cell}
            yield step.place("first").finding(rules.ARROW_ELSEWHERE, **values)


def other_year(book: PlanBook) -> Iterator[Finding]:
    """Yield texts about the plan of another year, and what is to be counted within a year that is over."""
    for row in book.texts if book.settings.year else ():
        for found in _PLAN_OF.finditer(to_arabic(row.text.plain)):
            if int(found[1]) != book.settings.year:
                yield row.place("text").finding(rules.OTHER_YEAR, text=found[0], year=book.settings.year)
    for definition in book.definitions:
        for field in ("text", "numerator", "denominator"):
            for found in _WITHIN.finditer(to_arabic(str(getattr(definition, field)))):
                if int(found[1]) < book.settings.year:
                    yield definition.place(field).finding(rules.OTHER_YEAR, text=found[0], year=book.settings.year)


def address_of_other_year(book: PlanBook) -> Iterator[Finding]:
    """Yield a web address that names another year: its code on the cover would lead to the plan of that year."""
    named = _YEAR.findall(book.settings.address)
    if named and book.settings.year and str(book.settings.year) not in named:
        values = {"text": named[-1], "year": book.settings.year}
        yield book.settings.place("address").finding(rules.ADDRESS_OF_OTHER_YEAR, **values)


def total_of_other_year(book: PlanBook) -> Iterator[Finding]:
    """Yield that approved totals come from another year, once, where the first of them stands."""
    year = str(book.settings.year)
    named = [(control, _YEAR.findall(to_arabic(control.source))) for control in book.controls if book.settings.year]
    others = [(control, years[-1]) for control, years in named if years and year not in years]
    if others:
        values = {"text": others[0][1], "year": year, "count": len(others)}
        yield others[0][0].place("source").finding(rules.TOTAL_OF_OTHER_YEAR, **values)


def other_district(book: PlanBook) -> Iterator[Finding]:
    """Yield texts in which the office calls itself that of another district."""
    own = book.settings.district
    if own is None:
        return
    spoken: list[tuple[Place, str]] = [(book.settings.place("director_position"), book.settings.director_position)]
    spoken += [(row.place("text"), row.text.plain) for row in book.texts if row.part in _OWN_TEXTS]
    for place, text in spoken:
        if (found := next((found for found in _OFFICE.finditer(text) if found[1] != own.name), None)) is not None:
            yield place.finding(rules.OTHER_DISTRICT, text=found[0], district=own.name)
