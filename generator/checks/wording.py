"""Checks of what is written in any workbook: places left to fill in, slips of typing, years, names. One fault each.

Knows the declarations of sheets, not which sheets a form has.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from generator.model.finding import Finding, Place, Rule
from generator.model.kinds import Long, Text, guess
from generator.model.quantities import Quantity, Value
from generator.model.rules import wording_rules as rules
from generator.model.sheet import Sheet
from generator.thai import slips
from generator.thai.typist import Typist, typist
from generator.words import Words


class Writing(NamedTuple):
    """A text in its cell; `document` is the key of the document that it belongs to, empty for the whole workbook."""

    row: Sheet
    field: str
    text: str
    document: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.row.place(self.field)

    @property
    def header(self) -> str:
        """The header of its column."""
        return self.row.COLUMNS[self.field].header

    def finding(self, rule: Rule, /, **values: object) -> Finding:
        """Return a finding of `rule` in its cell."""
        return self.place.finding(rule, **values).about(self.document)


def _written_fields(sheet: type[Sheet]) -> tuple[str, ...]:
    kinds = Text | Long | Quantity
    return tuple(name for name, column in sheet.COLUMNS.items() if isinstance(column.kind, kinds) and not column.rest)


def writings(rows: Iterable[Sheet], documents: Mapping[int, str] | None = None) -> list[Writing]:
    """Return every text of these rows, words in place of a quantity too; `documents` are theirs by the id of a row."""
    fields: dict[type[Sheet], tuple[str, ...]] = {}
    found = []
    for row in rows:
        document = documents.get(id(row), "") if documents else ""
        sheet = type(row)
        if sheet not in fields:
            fields[sheet] = _written_fields(sheet)
        for field in fields[sheet]:
            typed = getattr(row, field)
            if typed and not (isinstance(typed, Value) and typed.number is not None):
                found.append(Writing(row, field, typed.text if isinstance(typed, Value) else str(typed), document))
    return found


_ASKING: Final = re.compile(
    r"""[\[(<“]?\s*(?:
        (?:โปรด|กรุณา)\s*(?:ระบุ|กรอก|ใส่|เติม|พิมพ์|เลือก).*
      | (?:ระบุ|กรอก|ใส่|เติม)(?:ข้อความ|ชื่อ|รายละเอียด|ข้อมูล|ตัวเลข|จำนวน|ที่นี่)?
      | [xX×]{2,}[xX×.\s-]*
      | ถ้ามี | ทดสอบ | test | TBC | TBD | ก{3,} | [?？]+ | … | [.…_\s]{2,}
    )\s*[\])>”]?""",
    re.VERBOSE | re.DOTALL,
)
_SHORT: Final = 60
_GAP: Final = re.compile(
    r"(?:โปรด|กรุณา)(?:ระบุ|กรอก)(?:\s*[.…_]{2,})?|(?<![A-Za-z])[xX]{3,}(?![A-Za-z])|_{3,}|\.{5,}|…{2,}"
)
_GAP_MARKS: Final = ("โปรด", "กรุณา", "xx", "XX", "___", ".....", "……")
"""What every gap holds: finding words is faster than any pattern."""


def _asks(text: str) -> bool:
    return len(text) <= _SHORT and _ASKING.fullmatch(text) is not None


def _gap_in(text: str) -> re.Match[str] | None:
    """Return the first place left to be filled in, if the text does more than ask for something."""
    if not any(mark in text for mark in _GAP_MARKS):
        return None
    return None if _asks(text) else _GAP.search(text)


def placeholder(writing: Writing) -> Iterator[Finding]:
    """Yield texts that only ask for something to be filled in."""
    if _asks(writing.text):
        yield writing.finding(rules.PLACEHOLDER, text=writing.text, header=writing.header).once_final()


def left_blank(writing: Writing) -> Iterator[Finding]:
    """Yield texts with a place left to be filled in."""
    if gap := _gap_in(writing.text):
        around = writing.text[max(0, gap.start() - 20) : gap.end() + 10].replace("\n", " ").strip()
        yield writing.finding(rules.LEFT_BLANK, text=around)


def header_repeated(writing: Writing) -> Iterator[Finding]:
    """Yield texts that repeat the header of their column."""
    text, header = writing.text, writing.header
    if text[0] == header[0] and "".join(text.split()) == "".join(header.split()):
        yield writing.finding(rules.HEADER_REPEATED, header=header).once_final()


def misplaced_mark(writing: Writing) -> Iterator[Finding]:
    """Yield vowels and tone marks that stand twice or out of place."""
    for slip in slips.misplaced(writing.text):
        yield writing.finding(rules.MISPLACED_MARK, **slip._asdict())


def quotation(writing: Writing) -> Iterator[Finding]:
    """Yield quotation marks of two kinds, or without their pair."""
    for slip in slips.quotation(writing.text):
        yield writing.finding(rules.QUOTATION, **slip._asdict())


def crowded_number(writing: Writing) -> Iterator[Finding]:
    """Yield numbers in the middle of a word."""
    for slip in slips.crowded(writing.text):
        yield writing.finding(rules.CROWDED_NUMBER, **slip._asdict())


def other_era(writing: Writing) -> Iterator[Finding]:
    """Yield years that are not of the era that the text says or counts in."""
    for slip in slips.eras(writing.text):
        yield writing.finding(rules.OTHER_ERA, **slip._asdict())


FAULTS: Final[tuple[Callable[[Writing], Iterator[Finding]], ...]] = (
    placeholder,
    left_blank,
    header_repeated,
    misplaced_mark,
    quotation,
    crowded_number,
    other_era,
)
_MORE: Final = Words(" (และอีก {count} ช่อง)", " (and {count} more cells)")
_HAS_NAME: Final = re.compile("[A-Za-z][A-Za-z-]*[0-9]|[0-9][A-Za-z]|PM ?2[.]5")
_ABBREVIATION: Final = re.compile(r"(?<![ก-๙.])ส[ก-ฮ]{2,3}\.(?![ก-ฮ]\.)")
NATIONAL: Final = frozenset(
    (
        "สสส.", "สตง.", "สปสช.", "สพฐ.", "สศช.", "สมช.", "สทนช.", "สพร.", "สวทช.", "สอศ.", "สกสว.", "สมศ.", "สสวท.",
        "สคบ.", "สกพอ.", "สปส.", "สถ.", "สธ.", "สนช.", "สนง.", "สขร.", "สคร.", "สมอ.", "สวก.", "สศก.",
    )
)  # fmt: skip
"""Abbreviations of offices of the state, which no list of the city has."""


def names_in_thai_digits(written: Sequence[Writing], typist: Typist) -> Iterator[Finding]:
    """Yield names whose Arabic digits would be printed as Thai ones, each where it stands first."""
    found: dict[slips.Slip, list[Writing]] = {}
    for writing in written:
        if _HAS_NAME.search(writing.text):
            for slip in dict.fromkeys(slips.names_with_digits(writing.text, typist)):
                found.setdefault(slip, []).append(writing)
    for slip, places in found.items():
        values = {"typed": slip.typed, "printed": slip.meant, "more": _more(places)}
        yield places[0].finding(rules.NAME_IN_THAI_DIGITS, **values)


def crowded_repetition(written: Sequence[Writing]) -> Iterator[Finding]:
    """Yield the first ๆ that touches its word, with the number of other cells: it is printed right all the same."""
    found = [(slip, writing) for writing in written for slip in islice(slips.repetition(writing.text), 1)]
    if found:
        more = _more([writing for _, writing in found])
        yield found[0][1].finding(rules.CROWDED_REPETITION, **found[0][0]._asdict(), more=more)


def unknown_abbreviation(written: Sequence[Writing], known: Sequence[str]) -> Iterator[Finding]:
    """Yield abbreviations of agencies that no list has, each where it stands first."""
    listed = NATIONAL.union(known)
    found: dict[str, list[Writing]] = {}
    for writing in written:
        if "ส" in writing.text and "." in writing.text:
            for text in dict.fromkeys(_ABBREVIATION.findall(writing.text)):
                if text not in listed:
                    found.setdefault(text, []).append(writing)
    for text, places in found.items():
        values = {"text": text, "guess": guess(text, known), "more": _more(places)}
        yield places[0].finding(rules.UNKNOWN_ABBREVIATION, **values)


def check(written: Sequence[Writing], exceptions: Iterable[str], agencies: Sequence[str]) -> Iterator[Finding]:
    """Yield everything that is wrong with the wording; `agencies` are the abbreviations that are known."""
    suspect = []
    for writing in written:
        if _is_plain(writing.text):
            yield from header_repeated(writing)
            continue
        suspect.append(writing)
        for fault in FAULTS:
            yield from fault(writing)
    yield from names_in_thai_digits(suspect, typist(tuple(exceptions)))
    yield from crowded_repetition(suspect)
    yield from unknown_abbreviation(suspect, agencies)


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    """Return whether no check has anything to look at in a text, the header of its column apart.

    Most texts are plain, and the same in the plans of all districts: to remember them takes a third off all checks.
    """
    if _asks(text) or _gap_in(text) or _HAS_NAME.search(text) or _ABBREVIATION.search(text):
        return False
    slip = (slips.misplaced, slips.quotation, slips.crowded, slips.eras, slips.repetition)
    return not any(next(find(text), None) for find in slip)


def _more(places: Sequence[Writing]) -> Words:
    return _MORE.filled(count=len(places) - 1) if len(places) > 1 else Words("", "")
