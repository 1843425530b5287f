"""The summaries of the parts: projects numbered through, their total, and the sentences that count them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.forms.flows import plain
from generator.forms.plan.names import NOTHING, Names
from generator.forms.plan.parts import ProjectLine, agency_projects
from generator.model.plan.projects import AGENCY, Project
from generator.thai.numerals import group


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of a part: its projects numbered through, their total, and what the four sentences count."""

    rows: Sequence[ProjectLine]
    total: str
    count: str
    integrated_count: str
    integrated_total: str


def summary(names: Names, part: str) -> Summary:
    """Return the summary of a part."""
    leaves = in_printed_order(names, part)
    integrated = [project for project in leaves if project.integrated]
    rows = tuple(
        ProjectLine(
            names.set(str(number)),
            "",
            plain(names.short_name(project)),
            names.budget(project),
            names.short_division(project),
            " ".join(names.all_policies(project)) or NOTHING,
        )
        for number, project in enumerate(leaves, 1)
    )
    return Summary(
        rows,
        names.money(money(leaves)),
        names.set(str(len(leaves))) if leaves else NOTHING,
        names.set(str(len(integrated))) if integrated else NOTHING,
        names.money(money(integrated)) if integrated else NOTHING,
    )


def money(projects: Sequence[Project]) -> str:
    """Return the sum of budgets, satang only where there are any; words and dashes count as nothing."""
    total = sum((project.budget.number or Decimal(0) for project in projects), Decimal(0))
    return group(f"{total:.2f}" if total % 1 else f"{total:.0f}")


def in_printed_order(names: Names, part: str) -> Sequence[Project]:
    """Return the counted projects of a part in the order in which its tables print them."""
    leaves = names.book.leaves(part)
    if part != AGENCY:
        return leaves
    ranks = {code: rank for rank, code in enumerate(_agency_order(names))}
    return sorted(leaves, key=lambda project: ranks.get(project.code, len(ranks)))


def _agency_order(names: Names) -> Iterator[str]:
    for dimension in names.book.dimensions:
        for project in agency_projects(names, dimension):
            yield project.code
            yield from (child.code for child in names.book.children.get(project.code, ()))
