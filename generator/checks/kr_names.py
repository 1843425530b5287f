"""Checks of the KR workbook: names of objectives, key results and agencies, and the wording. One fault per function."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from generator.checks import wording
from generator.checks.likeness import LEAST, alike_pairs
from generator.model.finding import Finding
from generator.model.kr.book import KrBook
from generator.model.kr.key_result import KeyResult
from generator.model.plan.prefilled import AGENCIES
from generator.model.rules import book_rules as rules
from generator.model.sheet import Sheet


def objective_two_names(book: KrBook) -> Iterator[Finding]:
    """Yield key results that name their objective otherwise than an earlier one of the same objective does."""
    first: dict[str, KeyResult] = {}
    for kr in book.key_results:
        if not kr.code or not kr.objective:
            continue
        earlier = first.setdefault(kr.objective_number, kr)
        if "".join(earlier.objective.split()) != "".join(kr.objective.split()):
            values = {"number": kr.objective_number, "name": kr.objective, "found": earlier.objective}
            place = kr.place("objective")
            other = earlier.place("objective").cell
            yield place.finding(rules.OBJECTIVE_TWO_NAMES, other=other, **values).about(kr.code)


def two_codes(book: KrBook) -> Iterator[Finding]:
    """Yield key results that have the name of an earlier one with another code."""

    def fits(earlier: KeyResult, kr: KeyResult) -> bool:
        return bool(earlier.code and kr.code) and earlier.code != kr.code

    for earlier, kr in alike_pairs(book.key_results, lambda kr: kr.name, fits):
        values = {"name": kr.name, "key": kr.code, "found": earlier.code, "other": earlier.place("code").cell}
        yield kr.place("code").finding(rules.TWO_CODES, **values).about(kr.code)


def misspelt_agency(book: KrBook) -> Iterator[Finding]:
    """Yield agencies that are nearly, but not quite, called like one of the city."""
    known = [name for _, name in AGENCIES]
    keys = {kr.code for kr in book.key_results}
    named: list[tuple[Sheet, str, str]] = [(book.settings, "agency", "")]
    named += [(kr, "contact_agency", kr.code) for kr in book.key_results]
    named += [(row, "name", row.kr) for row in book.agencies]
    for row, field, document in named:
        text = getattr(row, field)
        if not text or text in known:
            continue
        near = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=LEAST)
        if near is not None:
            finding = row.place(field).finding(rules.MISSPELT_AGENCY, text=text, meant=near[0])
            yield finding.about(document if document in keys else "")


def wordings(book: KrBook) -> Iterator[Finding]:
    """Yield what is wrong with the wording of any text."""
    keys = {kr.code for kr in book.key_results}
    rows: list[Sheet] = [book.settings]
    documents: dict[int, str] = {}
    for group in (book.key_results, book.definitions, book.agencies, book.standards, book.examples):
        for row in group:
            rows.append(row)
            documents[id(row)] = getattr(row, row.SUBJECT or row.key())
    for attachment in book.attachments:
        rows.append(attachment.card)
        documents[id(attachment.card)] = attachment.kr
    documents = {row: document if document in keys else "" for row, document in documents.items()}
    written = wording.writings(rows, documents)
    yield from wording.check(written, book.settings.exceptions, [short for short, _ in AGENCIES])
