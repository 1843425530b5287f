"""Reads what is handed out: the KR workbooks of the agencies and the workbook of the city. Writes nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.model.city import allotments
from generator.model.districts import District
from generator.model.finding import Finding, Place
from generator.model.form import Rows
from generator.model.handout.given import CITY_SHEETS, Given
from generator.model.kr.book import KrBook
from generator.model.plan.book import PLAN_FORM
from generator.model.plan.settings import PlanSettings
from generator.model.rules import handout_rules as rules
from generator.parallel import in_parallel
from generator.reading import Checked, read_and_check
from generator.workbook.reader import read_workbook


class Gathered(NamedTuple):
    """What the city gives, and what is wrong with it; with an error nothing may be handed out."""

    given: Given
    findings: list[Finding]

    @property
    def is_faulty(self) -> bool:
        """Whether an error forbids to hand anything out."""
        return any(finding.is_error for finding in self.findings)


def gather(workbooks: Sequence[Path], year: int, districts: Sequence[District], jobs: int | None = None) -> Gathered:
    """Return what these workbooks give to the districts in a year, with everything that is wrong with them."""
    findings: list[Finding] = []
    books: list[KrBook] = []
    cities: list[Path] = []
    for workbook, checked, crash in in_parallel(read_and_check, workbooks, jobs):
        if checked is None:
            raise RuntimeError(workbook.name) from crash
        if checked.kind.form is PLAN_FORM:
            findings += _faults_of_city(checked, year)
            cities.append(workbook)
            continue
        findings += checked.findings
        if checked.book is not None:
            findings += _other_year(workbook, checked.book.settings.year, year)
            books.append(checked.book)
    findings += [Place(city.name).finding(rules.SECOND_CITY, other=cities[0].name) for city in cities[1:]]
    findings += _double(books)
    city = read_workbook(cities[0], PLAN_FORM).rows if cities else Rows()
    given = Given(
        tuple(allotments(books)),
        Rows({sheet: city.of(sheet) for sheet in (*CITY_SHEETS, PlanSettings)}),
        [word for book in books for word in book.settings.exceptions],
    )
    findings += given.differences()
    findings += given.unnamed_agencies()
    findings += given.without_share(districts)
    return Gathered(given, findings)


def _faults_of_city(checked: Checked, year: int) -> Iterator[Finding]:
    """Yield what is wrong with the workbook of the city: only what it is there for counts, and no warnings."""
    names = {"", *(sheet.NAME for sheet in CITY_SHEETS)}
    yield from (finding for finding in checked.findings if finding.is_error and finding.sheet in names)
    if checked.book is not None:
        settings = checked.book.settings
        if settings.district is not None:
            yield settings.place("district").finding(rules.NO_CITY, name=settings.district.name)
        if settings.year != year:
            yield from _other_year(checked.workbook, settings.year, year)


def _other_year(workbook: Path, found: int, wanted: int) -> Iterator[Finding]:
    if found != wanted and found:
        yield Place(workbook.name).finding(rules.OTHER_YEAR, found=found, wanted=wanted)


def _double(books: Sequence[KrBook]) -> Iterator[Finding]:
    """Yield the key results that stand in two workbooks; those that stand twice in one are found by its checks."""
    first: dict[str, KrBook] = {}
    for book in books:
        for key_result in book.key_results:
            known = first.setdefault(key_result.code, book)
            if key_result.code and known is not book:
                values = {"key": key_result.code, "other": known.settings.origin.workbook}
                yield key_result.place("code").finding(rules.DOUBLE_KR, **values)
