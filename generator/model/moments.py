"""The kinds of cell that hold a time: days, months and years. Knows no Excel library."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from generator.model.cell import Cell, Scalar
from generator.model.kinds import Kind, Refusal, Remark, Validation, text_of
from generator.model.rules import cell_rules as rules
from generator.thai.dates import FISCAL_MONTHS, MONTHS_SHORT, from_cell_date, parse_month, parse_thai_date, thai_date
from generator.thai.numerals import to_arabic
from generator.words import Words


@dataclass(frozen=True)
class Day(Kind[date | None]):
    """A day, typed in Thai words or as a date of Excel."""

    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> date:
        try:
            if isinstance(cell.value, datetime):
                return from_cell_date(cell.value.date())
            return parse_thai_date(text_of(cell))
        except ValueError as error:
            raise Refusal(rules.BAD_DATE, text=str(cell.value)) from error

    def empty(self) -> date | None:
        return None

    def typed(self, value: date | None) -> Scalar:
        return thai_date(value) if value else None


@dataclass(frozen=True)
class Month(Kind[int]):
    """A month of the year, 1 to 12; 0 for none."""

    def parse(self, cell: Cell, remark: Remark) -> int:
        try:
            return parse_month(text_of(cell))
        except ValueError as error:
            months = ", ".join(FISCAL_MONTHS)
            raise Refusal(rules.NOT_IN_LIST, text=text_of(cell), guess="", choices=months) from error

    def empty(self) -> int:
        return 0

    def typed(self, value: int) -> Scalar:
        return MONTHS_SHORT[value - 1] if value else None

    def validation(self) -> Validation:
        return Validation(choices=FISCAL_MONTHS)


@dataclass(frozen=True)
class Year(Kind[int]):
    """A fiscal year of the Buddhist Era in four digits."""

    number_format = "0"

    def parse(self, cell: Cell, remark: Remark) -> int:
        text = re.sub(r"^\s*พ\s*\.?\s*ศ\s*\.?\s*", "", to_arabic(text_of(cell)))
        if re.fullmatch(r"\d{4}", text):
            year = int(text)
            if 2500 <= year <= 2699:
                return year
            near = year + 543
            if 2500 <= near <= 2699:
                suggestion = Words(f" (ค.ศ. {year} คือ พ.ศ. {near})", f" ({year} of the Common Era is {near})")
                raise Refusal(rules.BAD_YEAR, text=text, guess=suggestion)
        raise Refusal(rules.BAD_YEAR, text=text, guess=Words("", ""))

    def empty(self) -> int:
        return 0

    def typed(self, value: int) -> Scalar:
        return value or None

    def validation(self) -> Validation:
        return Validation(minimum=Decimal(2500), maximum=Decimal(2699))
