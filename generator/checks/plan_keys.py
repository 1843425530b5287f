"""Checks of the plan workbook: keys that stand twice, and references that lead nowhere. One fault per function."""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, count

from generator.model.finding import Finding, both_named
from generator.model.kinds import guess
from generator.model.plan.book import PlanBook
from generator.model.plan.codes import DEFINED, SERVED
from generator.model.plan.indicators import Component, Negotiated
from generator.model.plan.lists import Dimension, Objective
from generator.model.plan.projects import Project
from generator.model.plan.strategy import KPI, KR, OBJECTIVE
from generator.model.rules import book_rules, plan_rules
from generator.model.sheet import Sheet


def double_key(book: PlanBook) -> Iterator[Finding]:
    """Yield rows whose key another row of their sheet has already."""
    keyed: tuple[Sequence[Sheet], ...] = (
        book.divisions,
        book.agencies,
        book.dimensions,
        book.objectives,
        book.measures,
        book.negotiated,
        book.components,
        book.component_indicators,
    )
    for rows in keyed:
        yield from _doubles((row, row.key(), (str(getattr(row, row.key()) or ""),)) for row in rows)


def double_pair(book: PlanBook) -> Iterator[Finding]:
    """Yield rows that repeat another row of a sheet whose key is two cells."""
    yield from _doubles((row, "name", (row.division, row.name)) for row in book.works)
    yield from _doubles((row, "served", (row.project, row.served)) for row in book.supports)
    yield from _doubles((row, "level", (row.indicator, str(row.level or ""))) for row in book.scoring)


def double_node(book: PlanBook) -> Iterator[Finding]:
    """Yield nodes of the strategy whose code another node of their level has; key results count anew per objective."""
    nodes: list[tuple[Sheet, str, tuple[str | int, ...]]] = []
    objective = 0
    for node in book.strategy:
        objective += node.level == OBJECTIVE
        if node.level != OBJECTIVE:
            nodes.append((node, "code", (node.level, node.code, objective if node.level == KR else 0)))
    yield from _doubles(nodes)


def double_handle(book: PlanBook) -> Iterator[Finding]:
    """Yield projects whose handle another one has already, with the next free one."""
    seen: dict[str, Project] = {}
    taken = {project.code for project in book.projects}
    free = (code for code in (f"ค{number:03}" for number in count(1)) if code not in taken)
    for project in book.projects:
        first = seen.setdefault(project.code, project)
        if project.code and first is not project:
            values = {"key": project.code, "other": first.place("code").cell, "free": next(free)}
            yield project.place("code").finding(plan_rules.DOUBLE_HANDLE, **values)


def double_spelling(book: PlanBook) -> Iterator[Finding]:
    """Yield names of a division that are names of another one as well."""
    owners: dict[str, str] = {}
    for row in book.divisions:
        for field, names in (("name", (row.name,)), ("short", (row.short,)), ("others", row.others)):
            for name in names:
                owner = owners.setdefault("".join(name.split()), row.name)
                if name and owner != row.name:
                    yield row.place(field).finding(plan_rules.DOUBLE_SPELLING, text=name, other=owner)


def dangling(book: PlanBook) -> Iterator[Finding]:
    """Yield rows that refer to a row which is not there."""
    negotiated = {row.code for row in book.negotiated}
    objectives = {row.code for row in book.objectives}
    projects = set(book.by_code)
    references: tuple[tuple[Sequence[Sheet], str, Set[str], type[Sheet]], ...] = (
        (book.projects, "parent", projects, Project),
        (book.projects, "part_of", projects, Project),
        (book.supports, "project", projects, Project),
        (book.steps, "project", projects, Project),
        (book.scoring, "indicator", negotiated, Negotiated),
        (book.conditions, "indicator", negotiated, Negotiated),
        (book.measures, "objective", objectives, Objective),
    )
    for rows, field, known, target in references:
        for row in rows:
            key = getattr(row, field)
            if target is not Project:
                yield from _missing(row, field, key, known, target.NAME)
            elif key and key not in known:
                yield row.place(field).finding(plan_rules.NO_SUCH_PROJECT, key=key, target=target.NAME)


def dangling_served(book: PlanBook) -> Iterator[Finding]:
    """Yield supports and definitions of an indicator which is not there."""
    known = {
        "OKR": {f"OKR {row.code}" for row in book.measures},
        "KPI": {f"KPI {row.code}" for row in book.strategy if row.level == KPI},
        "ค": {f"ค {row.code}" for row in book.negotiated},
        "ฉ": {f"ฉ {row.code}" for row in book.component_indicators},
    }
    served = ((row, "served", row.served, SERVED) for row in book.supports)
    defined = ((row, "owner", row.owner, DEFINED) for row in book.definitions)
    for row, field, key, kind in chain(served, defined):
        if key:
            yield from _missing(row, field, key, known[key.split()[0]], kind.owner(key))


def dangling_code(book: PlanBook) -> Iterator[Finding]:
    """Yield rows whose code names an objective, a dimension or a component which is not there."""
    dimensions = {str(row.number) for row in book.dimensions}
    components = {str(row.number) for row in book.components}
    objectives = {row.code for row in book.objectives}
    for objective in book.objectives:
        yield from _missing(objective, "code", objective.code[:1], dimensions, Dimension.NAME)
    for indicator in book.component_indicators:
        yield from _missing(indicator, "code", indicator.code[:1], components, Component.NAME)
    for measure in book.measures:
        if not measure.objective:
            yield from _missing(measure, "code", measure.code.rpartition(".")[0], objectives, Objective.NAME)


def _doubles(rows: Iterable[tuple[Sheet, str, tuple[str | int, ...]]]) -> Iterator[Finding]:
    """Yield a finding for each row whose key an earlier one has; rows come with the field and the parts of their key.

    Texts make up the key as people know it, and none may be empty; numbers tell keys apart that read the same.
    """
    seen: dict[tuple[str | int, ...], Sheet] = {}
    for row, field, key in rows:
        if "" not in key and (first := seen.setdefault(key, row)) is not row:
            shown = " ".join(part for part in key if isinstance(part, str))
            names = both_named(getattr(first, "name", ""), getattr(row, "name", ""), book_rules.TWO_THINGS)
            values = {"key": shown, "other": first.place(field).cell, "names": names}
            yield row.place(field).finding(book_rules.DOUBLE_KEY, **values)


def _missing(row: Sheet, field: str, key: str, known: Set[str], target: str) -> Iterator[Finding]:
    if key and key not in known:
        yield row.place(field).finding(book_rules.DANGLING, key=key, target=target, guess=guess(key, sorted(known)))
