"""What one plan contributes to the roll-up: its projects, its totals by part, its own targets.

All figures come from the book of the plan, so that they are those it prints. Records are small and plain: they travel
between processes, which a book of thousands of records should not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.model.districts import District
from generator.model.kr.key_result import Status
from generator.model.plan.book import PlanBook
from generator.model.plan.projects import PARTS, Project
from generator.model.quantities import Value

MOST_PROJECTS: Final = 5_000
"""A plan with more projects than this is none; districts have about a hundred."""

LARGEST_TARGET: Final = 10**15
"""From here on Excel rounds whole numbers, and in the end cannot hold them."""

SPLIT: Final = "มีโครงการย่อย"
PART_OF: Final = "เป็นส่วนหนึ่งของโครงการอื่น"
POLICY_TABLE: Final = "เฉพาะตาราง ง"
PARTLESS: Final = "ไม่ระบุส่วน"


@dataclass(frozen=True, slots=True)
class PartSum:
    """The counted projects of one part: how many, and their budget in baht."""

    count: int = 0
    budget: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectLine:
    """One project or sub-project. `uncounted` says why totals leave it out, and is empty if they count it.

    `words` stand in the place of a budget. `dimension` is 0 without a key result, `division` empty if nobody knows it.
    `sheet` and `cell` are where its name stands.
    """

    code: str
    part: str
    name: str
    parent: str
    budget: Decimal | None
    words: str
    uncounted: str
    dimension: int
    division: str
    work: str
    fund: str
    integrated: bool
    policies: str
    strategy: str
    served: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTarget:
    """A key result as a plan states it: the target of the whole city, that of the district, and where the latter is."""

    okr: str
    name: str
    unit: str
    city: Value
    own: Value
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigures:
    """What one plan contributes. `parts` are the sums of the three parts, `targets` its key results by code."""

    district: District | None
    year: int
    status: str
    parts: tuple[PartSum, ...]
    lines: tuple[ProjectLine, ...]
    targets: Mapping[str, OwnTarget]
    divisions: tuple[str, ...]

    @property
    def is_unfilled(self) -> bool:
        """Whether it is a draft in which nobody has written a project."""
        return not self.lines and self.status not in (Status.READY, Status.SIGNED)


def bounded(value: Value) -> Value:
    """Return a target; of a number that no figure of a plan can be, the words alone."""
    return value if value.number is None or abs(value.number) < LARGEST_TARGET else Value(value.text)


def figures_of(book: PlanBook) -> PlanFigures:
    """Return what a plan contributes; it has at most MOST_PROJECTS projects."""
    return PlanFigures(
        district=book.settings.district,
        year=book.settings.year,
        status=book.settings.status,
        parts=tuple(PartSum(len(book.leaves(part)), book.total(part)) for part in PARTS),
        lines=tuple(_lines(book)),
        targets={
            measure.code: OwnTarget(
                okr=measure.code,
                name=measure.name,
                unit=measure.unit,
                city=bounded(measure.target),
                own=bounded(measure.district_target),
                sheet=measure.place().sheet,
                cell=measure.place("district_target").cell,
            )
            for measure in book.measure_of.values()
        },
        divisions=tuple(division.name for division in book.divisions if division.name),
    )


def _lines(book: PlanBook) -> Iterator[ProjectLine]:
    counted = {id(project) for part in PARTS for project in book.leaves(part)}
    for project in book.projects:
        parent = book.by_code.get(project.parent)
        whole = book.by_code.get(project.part_of)
        division = book.division_of(project)
        place = project.place("name")
        yield ProjectLine(
            code=project.code,
            part=project.part,
            name=project.name or (whole.name if whole else ""),
            parent=parent.name if parent else project.parent,
            budget=project.budget.number,
            words="" if project.budget.number is not None else project.budget.text,
            uncounted="" if id(project) in counted else _reason(book, project),
            dimension=book.dimension_of(project),
            division=division.name if division else "",
            work=project.work,
            fund=project.fund,
            integrated=project.integrated,
            policies=" ".join(project.policies or (parent.policies if parent else ())),
            strategy=project.strategy,
            served=", ".join(dict.fromkeys(support.served for support in book.supports_of(project))),
            sheet=place.sheet,
            cell=place.cell,
        )


def _reason(book: PlanBook, project: Project) -> str:
    """Return why a project is not counted."""
    if book.in_policy_table_only(project):
        return POLICY_TABLE
    if project.part_of:
        return PART_OF
    return SPLIT if project.code in book.shown_children else PARTLESS
