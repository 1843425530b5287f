"""How the records of this plan write figures. Knows no project."""

from decimal import Decimal

from generator.model.quantities import Value
from generator.thai.numerals import parse_decimal


def figure(text: str) -> Value:
    """Return the value that `text` shows, as it is to be printed: a number with all its decimals, or words."""
    try:
        number = parse_decimal(text)
    except ValueError:
        return Value(text)
    return Value(text, Decimal(format(number.normalize(), "f")))


def baht(text: str) -> Value:
    """Return a budget: baht with separated thousands, words in its place, or nothing."""
    return figure(text)


def percent(number: int) -> Value:
    """Return a percentage that prints its word itself."""
    return Value.of(number, percent=True)
