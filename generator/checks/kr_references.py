"""Checks of the KR workbook: keys, references, promised attachments. One fault per function."""

from collections.abc import Iterator, Sequence

from generator.model.finding import Finding, both_named
from generator.model.kinds import guess
from generator.model.kr.agency import HOST
from generator.model.kr.book import KrBook
from generator.model.kr.definition import MEANING, METHOD
from generator.model.kr.key_result import KR_SHEET, KeyResult
from generator.model.rules import book_rules as rules
from generator.model.sheet import Sheet


def double_key(book: KrBook) -> Iterator[Finding]:
    """Yield key results whose code another row has already."""
    seen: dict[str, KeyResult] = {}
    for kr in book.key_results:
        first = seen.setdefault(kr.code, kr)
        if kr.code and first is not kr:
            values = {"other": first.place("code").cell, "names": both_named(first.name, kr.name, rules.TWO_THINGS)}
            yield kr.place("code").finding(rules.DOUBLE_KEY, key=kr.code, **values).about(kr.code)


def dangling(book: KrBook) -> Iterator[Finding]:
    """Yield rows and attachments that belong to a key result which is not there."""
    known = [kr.code for kr in book.key_results]
    groups: tuple[Sequence[Sheet], ...] = (book.definitions, book.agencies, book.standards, book.examples)
    for row in (row for rows in groups for row in rows):
        key = getattr(row, row.SUBJECT)
        if key and key not in known:
            yield row.place("kr").finding(rules.DANGLING, key=key, target=KR_SHEET, guess=guess(key, known))
    for attachment in book.attachments:
        if attachment.kr not in known:
            values = {"key": attachment.kr, "target": KR_SHEET, "guess": guess(attachment.kr, known)}
            yield attachment.header_place.finding(rules.DANGLING, **values)


def no_host(book: KrBook) -> Iterator[Finding]:
    """Yield key results without a row for the host agency."""
    hosted = {agency.kr for agency in book.agencies if agency.role == HOST}
    for kr in book.key_results:
        if kr.code and kr.code not in hosted:
            yield kr.place("code").finding(rules.NO_HOST, key=kr.code).about(kr.code).once_final()


def no_definition(book: KrBook) -> Iterator[Finding]:
    """Yield key results without a definition, or without a method."""
    given = {(row.kr, row.part) for row in book.definitions}
    for kr in book.key_results:
        for part in (MEANING, METHOD):
            if kr.code and (kr.code, part) not in given:
                values = {"key": kr.code, "part": part}
                yield kr.place("code").finding(rules.NO_DEFINITION, **values).about(kr.code).once_final()


def broken_promise(book: KrBook) -> Iterator[Finding]:
    """Yield ticks that promise an attachment which is not there, and attachments that no tick mentions."""
    standards = {row.kr for row in book.standards}
    tables = {attachment.kr for attachment in book.attachments}
    examples = {row.kr for row in book.examples}
    promises = (
        ("standards_attached", standards, "แผ่นงาน มาตรฐาน"),
        ("targets_attached", tables, "แผ่นงาน แนบ {code}"),
        ("examples_attached", examples, "แผ่นงาน ตัวอย่าง"),
    )
    for kr in book.key_results:
        for name, present, where in promises:
            ticked, there = getattr(kr, name), kr.code in present
            if ticked != there and kr.code:
                rule = rules.PROMISED_ABSENT if ticked else rules.PRESENT_UNPROMISED
                values = {"promise": kr.COLUMNS[name].header, "where": where.format(code=kr.code)}
                yield kr.place(name).finding(rule, **values).about(kr.code)
