"""Checks of the KR workbook: ticks that contradict each other, or leave something unsaid. One fault per function."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Finding
from generator.model.kr.agency import SUPPORT
from generator.model.kr.book import KrBook
from generator.model.kr.key_result import KeyResult
from generator.model.rules import book_rules as rules
from generator.words import Words

LEVELS: Final = ("supported_by_departments", "supported_by_districts")
SUPPORTED: Final = ("supported", *LEVELS)
SPECIFIED: Final = (("reported_otherwise", "other_channel"), ("followed_by_data", "data_system"))
"""Ticks behind which the form asks for words, and the fields of these words."""
_SUPPORT_ROW: Final = Words("มีแถวหน่วยงาน (R) ", "a row of a supporting agency")
_LEVEL_TICK: Final = Words("ทำเครื่องหมายระดับของหน่วยงาน (R) ไว้", "a tick for the level of supporting agencies")


def contrary_ticks(book: KrBook) -> Iterator[Finding]:
    """Yield key results said to be those of one agency alone and of several."""
    for kr in book.key_results:
        if kr.alone and (other := next((name for name in SUPPORTED if getattr(kr, name)), "")):
            values = {"other_header": kr.COLUMNS[other].header, "other": kr.place(other).cell}
            yield kr.place("alone").finding(rules.CONTRARY_TICKS, **values).about(kr.code)


def unticked_support(book: KrBook) -> Iterator[Finding]:
    """Yield key results with supporting agencies, or a tick for their level, but none that there are any."""
    for kr in book.key_results:
        if kr.supported or not kr.code:
            continue
        row = next((row for row in book.agencies if row.kr == kr.code and row.role == SUPPORT), None)
        level = next((name for name in LEVELS if getattr(kr, name)), "")
        if row is not None:
            place = row.place("role")
            values = {"what": _SUPPORT_ROW, "other": f"{place.sheet}!{place.cell}"}
        elif level and not kr.alone:
            values = {"what": _LEVEL_TICK, "other": kr.place(level).cell}
        else:
            continue
        yield kr.place("supported").finding(rules.UNTICKED_SUPPORT, **values).about(kr.code)


def level_unsaid(book: KrBook) -> Iterator[Finding]:
    """Yield key results with supporting agencies of which nobody says at what level they are."""
    for kr in book.key_results:
        if kr.supported and not any(getattr(kr, name) for name in LEVELS):
            yield kr.place("supported").finding(rules.LEVEL_UNSAID).about(kr.code)


def no_district_table(book: KrBook) -> Iterator[Finding]:
    """Yield key results that districts support, without a table; one that is promised is missed elsewhere."""
    tables = {attachment.kr for attachment in book.attachments}
    for kr in book.key_results:
        if kr.code and kr.supported_by_districts and not kr.targets_attached and kr.code not in tables:
            place = kr.place("supported_by_districts")
            yield place.finding(rules.NO_DISTRICT_TABLE, code=kr.code).about(kr.code)


def unsaid_other(book: KrBook) -> Iterator[Finding]:
    """Yield ticks without the words that the form asks for."""
    for kr, tick, words, values in _specified(book):
        if getattr(kr, tick) and not getattr(kr, words):
            yield kr.place(tick).finding(rules.UNSAID_OTHER, other=kr.place(words).cell, **values).about(kr.code)


def unticked_words(book: KrBook) -> Iterator[Finding]:
    """Yield words behind a box that is not ticked."""
    for kr, tick, words, values in _specified(book):
        if getattr(kr, words) and not getattr(kr, tick):
            yield kr.place(words).finding(rules.UNTICKED_WORDS, other=kr.place(tick).cell, **values).about(kr.code)


def _specified(book: KrBook) -> Iterator[tuple[KeyResult, str, str, dict[str, str]]]:
    for kr in book.key_results:
        for tick, words in SPECIFIED:
            yield kr, tick, words, {"tick": kr.COLUMNS[tick].header, "words": kr.COLUMNS[words].header}
