"""Checks of the plan workbook: texts that no row has, and names that no list has. One fault per function."""

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.checks import wording
from generator.model.finding import Finding, Place
from generator.model.kinds import guess
from generator.model.plan.book import PlanBook
from generator.model.plan.prefilled import AGENCIES
from generator.model.plan.projects import ROUTINE
from generator.model.plan.texts import PARTS, PlanText
from generator.model.rules import plan_rules as rules
from generator.model.sheet import Sheet

MOST_NAMED = 4
"""So many of the things that wait for confirmation are named."""
OTHER_WORK = frozenset(("อื่นๆ", "อื่น"))


def missing_text(book: PlanBook) -> Iterator[Finding]:
    """Yield the parts of the free text that have no paragraph."""
    written = {row.part for row in book.texts}
    if missing := [part for part in PARTS if part not in written]:
        sheet = book.texts[0].origin.sheet if book.texts else PlanText.NAME
        place = Place(book.settings.origin.workbook, sheet)
        yield place.finding(rules.MISSING_TEXT, parts=" ".join(missing)).once_final()


def unconfirmed(book: PlanBook) -> Iterator[Finding]:
    """Yield what was carried over from last year's plan and nobody has confirmed yet."""
    if waiting := [row for row in book.carried if row.about and not row.confirmed]:
        named = ", ".join(row.about for row in waiting[:MOST_NAMED]) + (" …" if len(waiting) > MOST_NAMED else "")
        values = {"year": waiting[0].year, "sheet": waiting[0].NAME, "count": len(waiting), "abouts": named}
        yield waiting[0].place("confirmed").finding(rules.UNCONFIRMED, **values).once_final()


def wordings(book: PlanBook) -> Iterator[Finding]:
    """Yield what is wrong with the wording of any text."""
    groups: tuple[Sequence[Sheet], ...] = (
        (book.settings,),
        book.texts,
        book.neighbours,
        book.divisions,
        book.works,
        book.agencies,
        book.dimensions,
        book.objectives,
        book.strategy,
        book.measures,
        book.projects,
        book.supports,
        book.negotiated,
        book.definitions,
        book.scoring,
        book.conditions,
        book.steps,
        book.components,
        book.component_indicators,
        book.controls,
    )
    written = wording.writings(chain.from_iterable(groups))
    shorts = [row.short for row in book.agencies if row.short] or [short for short, _ in AGENCIES]
    yield from wording.check(written, book.settings.exceptions, shorts)


def unknown_division(book: PlanBook) -> Iterator[Finding]:
    """Yield projects and works of a division that is not in the list."""
    known = [name for row in book.divisions for name in (row.name, row.short, *row.others)]
    named: list[tuple[Sheet, str]] = [(work, work.division) for work in book.works]
    named += [(project, project.division) for project in book.projects]
    for row, text in named:
        if text and book.division(text) is None:
            yield row.place("division").finding(rules.UNKNOWN_DIVISION, text=text, guess=guess(text, known))


def unknown_work(book: PlanBook) -> Iterator[Finding]:
    """Yield routine projects whose work is none of their division."""
    for project in book.projects:
        division = book.division_of(project)
        if project.part != ROUTINE or division is None or not project.work:
            continue
        known = [work.name for work in book.works_of.get(division.name, ())]
        if project.work not in known and "".join(project.work.split()) not in OTHER_WORK:
            values = {"text": project.work, "division": division.name, "guess": guess(project.work, known)}
            yield project.place("work").finding(rules.UNKNOWN_WORK, **values)


def unknown_agency(book: PlanBook) -> Iterator[Finding]:
    """Yield agencies that are in the list neither by their short name nor by their full one."""
    known = [name for row in book.agencies for name in (row.short, row.name)]
    named: list[tuple[Sheet, str, tuple[str, ...]]] = []
    for node in book.strategy:
        named += [(node, "hosts", node.hosts), (node, "supporters", node.supporters)]
    for measure in book.measures:
        named += [(measure, "host", (measure.host,)), (measure, "supporters", measure.supporters)]
    named += [(row, "agency", (row.agency,)) for row in book.component_indicators]
    for row, field, names in named:
        for text in names:
            if text and text not in known:
                yield row.place(field).finding(rules.UNKNOWN_AGENCY, text=text, guess=guess(text, known))
