"""The kinds of cell that hold a quantity: values with words, plain numbers, percentages. Knows no Excel library."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from generator.model.cell import Cell, Scalar
from generator.model.kinds import Kind, Refusal, Remark, Validation, text_of
from generator.model.numberformat import shown
from generator.model.rules import cell_rules as rules
from generator.model.rules import wording_rules
from generator.thai.numerals import ARABIC, group, half_up, parse_decimal, to_arabic
from generator.words import Words

_BETWEEN: Final = Words("ต้องอยู่ระหว่าง {minimum} ถึง {maximum}", "it must be from {minimum} to {maximum}")
_NOT_NEGATIVE: Final = Words("ต้องไม่น้อยกว่า 0", "it must not be less than 0")
_AMOUNT: Final = re.compile(r"(?:[\d.,/=()\s฿+−–-]|บาท|ถ้วน|สตางค์|พัน|หมื่น|แสน|ล้าน)+")
"""An amount of money with its unit: words in place of a budget say more than this."""
_NEARLY: Final = re.compile(r"(?=.*[\d๐-๙])(?:ร้อยละ\s*)?[\d๐-๙OoIl]*[\d๐-๙OoIl.,\s]*[%％]?")
"""Digits that make no number: 12,00 and 1 200 and 2O."""
_NOISE: Final = Decimal("0.000001")
"""By so much a computed number may miss the satang that it means."""


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity as an officer typed it: how it prints (digits not yet Thai), and the number if it is one.

    A percentage has `percent` set, its number counts per hundred (90, not 0.9), and its text says ร้อยละ or %.
    """

    text: str = ""
    number: Decimal | None = None
    percent: bool = False

    @classmethod
    def of(cls, number: int | Decimal | str, percent: bool = False) -> Self:
        """Return the value of a plain number or percentage, thousands separated."""
        return cls(f"ร้อยละ {group(str(number))}" if percent else group(str(number)), Decimal(str(number)), percent)

    def __bool__(self) -> bool:
        return self.text != ""


def figure(number: Decimal) -> str:
    """Return a number in its shortest form, thousands separated."""
    return group(format(number.normalize(), "f"))


def _between(minimum: Decimal | int, maximum: Decimal | int) -> Words:
    return _BETWEEN.filled(minimum=minimum, maximum=maximum)


def value_of(cell: Cell) -> Value:
    """Return the value in a cell: a number as Excel shows it, a number typed as text as typed, or words."""
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        digits, percent = shown(cell.value, cell.format)
        number = Decimal(repr(cell.value))
        return Value(f"ร้อยละ {digits}", number * 100, True) if percent else Value(digits, number)
    text = text_of(cell)
    if found := re.fullmatch(r"(?:ร้อยละ\s*([\d๐-๙.,]+)|([\d๐-๙.,]+)\s*[%％])", text):
        digits = found[1] or found[2]
        try:
            return Value(text, parse_decimal(digits), True)
        except ValueError:
            return Value(text)
    try:
        return Value(text, parse_decimal(text))
    except ValueError:
        return Value(text)


@dataclass(frozen=True)
class Quantity(Kind[Value]):
    """A number as shown, a percentage, or words in its place; a `numeric` one refuses words."""

    numeric: bool = False

    def parse(self, cell: Cell, remark: Remark) -> Value:
        value = value_of(cell)
        if self.numeric and value.number is None:
            raise Refusal(rules.NOT_A_NUMBER, text=value.text)
        if value.number is None and _NEARLY.fullmatch(value.text):
            remark(wording_rules.NEARLY_A_NUMBER, text=value.text)
        return value

    def empty(self) -> Value:
        return Value()

    def typed(self, value: Value) -> Scalar:
        if value.number is None or value.percent or group(str(value.number)) != value.text:
            return value.text or None
        return int(value.number) if value.number == value.number.to_integral_value() else float(value.number)

    def validation(self) -> Validation | None:
        return Validation(minimum=Decimal(0), maximum=Decimal(10) ** 12, strict=False) if self.numeric else None


@dataclass(frozen=True)
class Percent(Kind[Decimal | None]):
    """A percentage, counted per hundred: 90, "ร้อยละ ๙๐", 90 % and a cell formatted 90% all mean 90."""

    minimum: Decimal = Decimal(0)
    maximum: Decimal = Decimal(100)

    def parse(self, cell: Cell, remark: Remark) -> Decimal:
        value = value_of(cell)
        if value.number is None:
            raise Refusal(rules.NOT_A_NUMBER, text=value.text)
        if not self.minimum <= value.number <= self.maximum:
            raise Refusal(rules.OUT_OF_RANGE, text=to_arabic(value.text), bounds=_between(self.minimum, self.maximum))
        return value.number

    def empty(self) -> Decimal | None:
        return None

    def typed(self, value: Decimal | None) -> Scalar:
        if value is None:
            return None
        return int(value) if value == value.to_integral_value() else float(value)

    def validation(self) -> Validation:
        return Validation(minimum=self.minimum, maximum=self.maximum)


@dataclass(frozen=True)
class Count(Kind[int | None]):
    """A whole number."""

    minimum: int = 0
    maximum: int = 10**9

    def parse(self, cell: Cell, remark: Remark) -> int:
        value = value_of(cell)
        if value.number is None:
            raise Refusal(rules.NOT_A_NUMBER, text=value.text)
        if value.number != value.number.to_integral_value():
            raise Refusal(rules.NOT_WHOLE, text=value.text)
        if not self.minimum <= value.number <= self.maximum:
            raise Refusal(rules.OUT_OF_RANGE, text=value.text, bounds=_between(self.minimum, self.maximum))
        return int(value.number)

    def empty(self) -> int | None:
        return None

    def typed(self, value: int | None) -> Scalar:
        return value

    def validation(self) -> Validation:
        return Validation(minimum=Decimal(self.minimum), maximum=Decimal(self.maximum))


@dataclass(frozen=True)
class Money(Kind[Value]):
    """An amount in baht, satang only where there are any; with `words`, text may stand in its place.

    An amount with its unit ("410,600 บาท") is no such text, for it would count as nothing.
    """

    words: bool = False
    number_format = "#,##0"

    def parse(self, cell: Cell, remark: Remark) -> Value:
        value = value_of(cell)
        if value.number is None or value.percent:
            arabic = to_arabic(value.text)
            has_digits = any(digit in arabic for digit in ARABIC)
            if not self.words or value.percent or (has_digits and _AMOUNT.fullmatch(arabic)):
                raise Refusal(rules.NOT_A_NUMBER, text=value.text)
            if has_digits:
                remark(rules.WORDS_WITH_DIGITS, text=value.text)
            return value
        if value.number < 0:
            raise Refusal(rules.OUT_OF_RANGE, text=value.text, bounds=_NOT_NEGATIVE)
        number = half_up(value.number, 2)
        if abs(number - value.number) > _NOISE:
            raise Refusal(rules.MANY_DECIMALS, text=str(value.number))
        satang = number != number.to_integral_value()
        return Value(group(f"{number:.2f}" if satang else f"{number:.0f}"), number)

    def empty(self) -> Value:
        return Value()

    def typed(self, value: Value) -> Scalar:
        if value.number is None:
            return value.text or None
        return int(value.number) if value.number == value.number.to_integral_value() else float(value.number)

    def validation(self) -> Validation:
        return Validation(minimum=Decimal(0), maximum=Decimal(10) ** 12, strict=False)
