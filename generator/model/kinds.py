"""The kinds of cell: what may be typed, what it means, and what Excel should offer. Knows no Excel library.

Parsing is wider than the validation that Excel shows: the dropdown is the polite path, parsing the mercy.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Final, Generic, TypeVar

from generator.model.cell import Cell, Scalar
from generator.model.finding import Rule
from generator.model.prose import Prose, Run
from generator.model.rules import cell_rules as rules
from generator.model.rules import wording_rules
from generator.thai.dates import thai_date
from generator.thai.numerals import to_arabic
from generator.words import Words

T = TypeVar("T")
Remark = Callable[..., None]


class Refusal(Exception):
    """What was typed cannot be understood: the rule it breaks and the values of the message."""

    def __init__(self, rule: Rule, /, **values: object) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.values = values


@dataclass(frozen=True, slots=True)
class Source:
    """A sheet whose rows a dropdown offers, each as prefix, key and name, parted by blanks.

    `field` is what is offered, the key of the sheet where it is empty; without `named` it stands alone. `only` is a
    field, and what it must say for a row to be offered.
    """

    sheet: str
    prefix: str = ""
    field: str = ""
    named: bool = True
    only: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Validation:
    """What Excel should accept in a cell, as plain data.

    `choices` is a closed list; `sources` are the sheets whose rows are offered, one after the other; `minimum` and
    `maximum` bound a number; `formula` is a condition with `{cell}` for the cell itself. With `strict` Excel refuses
    anything else, otherwise it warns.
    """

    choices: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    formula: str = ""
    strict: bool = True


class Kind(ABC, Generic[T]):
    """How one kind of cell is read, written and offered."""

    number_format: str = "General"
    width_hint: int = 1

    @abstractmethod
    def parse(self, cell: Cell, remark: Remark) -> T:
        """Return what a cell that is not empty means.

        `remark(rule, **values)` reports what was accepted but should be looked at. Raise Refusal if it means nothing.
        """

    @abstractmethod
    def empty(self) -> T:
        """Return what an empty cell means."""

    @abstractmethod
    def typed(self, value: T) -> Scalar | Prose:
        """Return what to type so that `parse` gives `value` again; None for an empty cell."""

    def validation(self) -> Validation | None:
        """Return what Excel should accept; None for anything."""
        return None


def meant(kind: Kind[T], text: str) -> T:
    """Return what a text would mean in a cell of this kind; raise Refusal if it means nothing. Remarks go unheard."""
    return kind.parse(Cell(0, 0, text), _unheard)


def _unheard(rule: Rule, **values: object) -> None:
    """Let a remark pass."""


def text_of(cell: Cell) -> str:
    """Return the text of a cell, not an empty one, as people read it: no needless decimals, dates in Thai."""
    match cell.value:
        case bool():
            raise Refusal(rules.NOT_TEXT, text=str(cell.value).upper())
        case str() as text:
            return text
        case datetime() as moment:
            return thai_date(moment.date())
        case float() as number if number.is_integer():
            return str(int(number))
        case number:
            return repr(number)


@dataclass(frozen=True)
class Text(Kind[str]):
    """One line of plain text; line breaks become blanks. Names that stand in a list of the workbook have a `source`.

    A text of more than `longest` characters is remarked.
    """

    source: Source | None = field(default=None, kw_only=True)
    longest: int = field(default=500, kw_only=True)
    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> str:
        text = " ".join(text_of(cell).split("\n"))
        _measured(text, self.longest, remark)
        return text

    def empty(self) -> str:
        return ""

    def typed(self, value: str) -> Scalar:
        return value or None

    def validation(self) -> Validation | None:
        return Validation(sources=(self.source,), strict=False) if self.source else None


def _measured(text: str, longest: int, remark: Remark) -> None:
    if len(text) > longest:
        remark(wording_rules.TOO_LONG, count=f"{len(text):,}", most=f"{longest:,}")


UNIT: Final = Text(longest=60)
"""A unit of measurement, which stands in a narrow column."""
_TOKEN: Final = re.compile(r"\[([ก-๙]{1,12})\]")


@dataclass(frozen=True)
class Long(Kind[Prose]):
    """Paragraphs of formatted text; Alt+Enter begins a new one. `tokens` may stand in square brackets.

    A text of more than `longest` characters is remarked: no page of A4 would hold it.
    """

    tokens: tuple[str, ...] = ("ปี", "ปีก่อน")
    longest: int = 10_000
    number_format = "@"
    width_hint = 3

    def parse(self, cell: Cell, remark: Remark) -> Prose:
        text = text_of(cell)
        _measured(text, self.longest, remark)
        for token in _TOKEN.findall(text) if "[" in text else ():
            if token not in self.tokens:
                raise Refusal(
                    rules.UNKNOWN_TOKEN, token=f"[{token}]", known=" ".join(f"[{name}]" for name in self.tokens)
                )
        return prose_of_runs(cell.runs) if cell.runs else Prose.of(text)

    def empty(self) -> Prose:
        return Prose()

    def typed(self, value: Prose) -> Scalar | Prose:
        return value or None


def prose_of_runs(runs: Sequence[Run]) -> Prose:
    """Return the paragraphs that formatted runs make, cut at their line breaks."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        for index, line in enumerate(run.text.split("\n")):
            if index:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(run._replace(text=line))
    return Prose(tuple(tuple(paragraph) for paragraph in paragraphs))


@dataclass(frozen=True)
class Choice(Kind[str]):
    """One of a few words."""

    choices: tuple[str, ...]
    default: str = ""
    also: tuple[tuple[str, str], ...] = ()

    def parse(self, cell: Cell, remark: Remark) -> str:
        text = text_of(cell)
        if (found := self._folded.get(_fold(text))) is not None:
            return found
        raise Refusal(rules.NOT_IN_LIST, text=text, guess=guess(text, self.choices), choices=", ".join(self.choices))

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_fold(choice): choice for choice in self.choices} | {_fold(word): to for word, to in self.also}

    def empty(self) -> str:
        return self.default

    def typed(self, value: str) -> Scalar:
        return value or None

    def validation(self) -> Validation:
        return Validation(choices=self.choices)


MEANT: Final = Words(" หมายถึง “{word}” หรือไม่", "; did you mean “{word}”?")


_TIED: Final = 10
"""So many words that are equally near are told apart at most."""


def guess(text: str, known: Sequence[str]) -> Words:
    """Return " — did you mean …?" for the nearest of the known words, whatever its digits, or nothing.

    Of words that are equally near, it is one of the same digits and letters in another order: 1.1.10 is 1.1.01 with
    two of them swapped, rather than 4.1.10.
    """
    typed = to_arabic(text)
    arabic = {to_arabic(word): word for word in known}
    near = get_close_matches(typed, arabic, _TIED, 0.6)
    if not near:
        return Words("", "")

    def distance(word: str) -> tuple[float, bool]:
        return -SequenceMatcher(None, typed, word).ratio(), sorted(typed) != sorted(word)

    return MEANT.filled(word=arabic[min(near, key=distance)])


def _fold(text: str) -> str:
    return "".join(to_arabic(text).split()).replace(".", "").casefold()


TICK: Final = "✓"
_TICKED: Final = frozenset(_fold(word) for word in (TICK, "✔", "☑", "☒", "√", "/", "x", "×", "1", "ใช่", "มี", "yes"))
_UNTICKED: Final = frozenset(_fold(word) for word in ("☐", "□", "0", "ไม่", "ไม่ใช่", "ไม่มี", "no"))


@dataclass(frozen=True)
class Flag(Kind[bool]):
    """A tick box: ✓ or nothing."""

    def parse(self, cell: Cell, remark: Remark) -> bool:
        if isinstance(cell.value, bool):
            return cell.value
        folded = _fold(text := text_of(cell))
        if folded in _TICKED:
            return True
        if folded in _UNTICKED:
            return False
        raise Refusal(rules.BAD_FLAG, text=text)

    def empty(self) -> bool:
        return False

    def typed(self, value: bool) -> Scalar:
        return TICK if value else None

    def validation(self) -> Validation:
        return Validation(choices=(TICK,))


@dataclass(frozen=True)
class Terms(Kind[tuple[str, ...]]):
    """Words or phrases, separated by commas or line breaks; a `source` offers them one by one."""

    source: Source | None = field(default=None, kw_only=True)
    number_format = "@"

    def parse(self, cell: Cell, remark: Remark) -> tuple[str, ...]:
        return tuple(word for part in re.split(r"[,\n]", text_of(cell)) if (word := part.strip()))

    def empty(self) -> tuple[str, ...]:
        return ()

    def typed(self, value: tuple[str, ...]) -> Scalar:
        return ", ".join(value) or None

    def validation(self) -> Validation | None:
        return Validation(sources=(self.source,), strict=False) if self.source else None
