"""A cell as it was found in a workbook, before anyone asks what it means. Knows no Excel library."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from generator.model.prose import Run

Scalar = str | float | int | bool | datetime | None


class Fault(Enum):
    """Why the value of a cell cannot be used."""

    ERROR_VALUE = "error value"
    NOT_CALCULATED = "formula without a stored result"


@dataclass(slots=True)
class Cell:
    """One cell: its place, its value and how Excel shows it.

    `row` and `column` count from 1. `value` is text in normal form, a number, a truth value, a point in time (a number
    whose format shows a date) or None. `format` is the number format code of Excel ("General", "0.00", "@" …). `runs`
    is set for text with more than one format or with any bold, italic or underlined part; otherwise it is empty.
    `formula` tells that the value is the stored result of a formula. With a `fault`, `value` is the error text
    ("#REF!") or None.
    """

    row: int
    column: int
    value: Scalar = None
    format: str = "General"
    runs: tuple[Run, ...] = ()
    formula: bool = False
    fault: Fault | None = None

    @property
    def address(self) -> str:
        """The address in Excel's notation, such as C17."""
        return address(self.row, self.column)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed: no value or blanks only, and no fault."""
        return self.fault is None and (self.value is None or self.value == "")


def address(row: int, column: int) -> str:
    """Return the address of a cell in Excel's notation; row and column count from 1."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row}"
