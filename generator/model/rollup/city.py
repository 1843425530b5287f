"""The plans of one year put together: a row for each of the 50 districts, sums over all of them, all findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.model.districts import DISTRICTS, GROUPS, District
from generator.model.finding import Finding
from generator.model.kr.key_result import DIMENSIONS
from generator.model.plan.prefilled import DIVISIONS
from generator.model.plan.projects import PARTS
from generator.model.rollup.matrix import KrColumn
from generator.model.rollup.plan import PartSum, PlanFigures, ProjectLine
from generator.thai.numerals import to_thai

MISSING: Final = "ยังไม่ได้รับ"
UNREADABLE: Final = "อ่านไม่ได้"
UNFILLED: Final = "ยังไม่ได้กรอก"
"""A workbook as it was handed out, or not much more: no project is in it yet."""
NO_DIMENSION: Final = "ไม่ผูกกับ OKR"
NO_DIVISION: Final = "ไม่ระบุส่วนราชการ"
OTHER_DIVISIONS: Final = "ส่วนราชการอื่น"
MOST_DIVISIONS: Final = 24
"""So many divisions have a row of their own: the lists of plans are typed, and may hold anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictRow:
    """One district: its workbook and what it contributes. Without a workbook `workbook` is None.

    `plan` is None also where the workbook cannot be read. `errors` and `warnings` count all there are.
    """

    district: District
    workbook: Path | None = None
    plan: PlanFigures | None = None
    errors: int = 0
    warnings: int = 0

    @property
    def state(self) -> str:
        """The status of its plan, or that there is none: a draft without any project is no plan yet."""
        if self.plan is not None:
            return UNFILLED if self.plan.is_unfilled else self.plan.status
        return UNREADABLE if self.is_unreadable else MISSING

    @property
    def is_unreadable(self) -> bool:
        """Whether it has a workbook that nothing could be read from."""
        return self.plan is None and self.workbook is not None

    @property
    def parts(self) -> tuple[PartSum, ...]:
        """The sums of the three parts."""
        return self.plan.parts if self.plan else (PartSum(),) * len(PARTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedFinding:
    """A finding with the workbook it is in, and the district whose row counts it, if any."""

    workbook: Path
    district: District | None
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """So many further findings of a workbook that are counted, but not listed."""

    workbook: Path
    district: District | None
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The budgets of the three parts for one dimension, group or division, in baht; `is_rest` is what others leave."""

    label: str
    budgets: tuple[Decimal, ...]
    is_rest: bool = False


def dimension_label(number: int) -> str:
    """Return how a dimension is called; 0 is that of projects which serve no key result."""
    return f"{to_thai(str(number))} {DIMENSIONS[number - 1]}" if 1 <= number <= len(DIMENSIONS) else NO_DIMENSION


@dataclass(frozen=True, kw_only=True)
class Rollup:
    """All there is to show. `districts` are all 50, by official code; `kr_books` are the workbooks that allot."""

    year: int
    districts: Sequence[DistrictRow]
    columns: Sequence[KrColumn]
    findings: Sequence[NotedFinding]
    unlisted: Sequence[Unlisted] = ()
    kr_books: Sequence[Path] = ()
    left_out: Sequence[Path] = ()

    @cached_property
    def lines(self) -> list[tuple[DistrictRow, ProjectLine]]:
        """All projects of all districts, by district and in the order of their rows."""
        return [(row, line) for row in self.districts if row.plan for line in row.plan.lines]

    def division(self, line: ProjectLine) -> str:
        """Return the division of a project, spelt the same for all districts."""
        return self._divisions.get(_folded(line.division), line.division) if line.division else NO_DIVISION

    @cached_property
    def _divisions(self) -> Mapping[str, str]:
        """Every division by its folded name: the official ones, then those that plans add."""
        names = [name for name, _, _ in DIVISIONS]
        names += [name for row in self.districts if row.plan for name in row.plan.divisions]
        return {_folded(name): name for name in reversed(names)}

    @property
    def by_dimension(self) -> list[Sums]:
        """The budgets by dimension, all nine and what serves none of them."""
        labels = [dimension_label(number) for number in [*range(1, len(DIMENSIONS) + 1), 0]]
        return self._sums(labels, ((dimension_label(line.dimension), line) for _, line in self.lines))

    @property
    def by_group(self) -> list[Sums]:
        """The budgets by group of districts."""
        return self._sums(GROUPS, ((row.district.group, line) for row, line in self.lines))

    @property
    def by_division(self) -> list[Sums]:
        """The budgets by division: the official ones, then others; the last row takes what is left."""
        named = [(self.division(line), line) for _, line in self.lines]
        every = list(dict.fromkeys([name for name, _, _ in DIVISIONS] + [name for name, _ in named]))
        sums = self._sums(every, named)
        shown, others = sums[:MOST_DIVISIONS], sums[MOST_DIVISIONS:]
        if not others:
            return shown
        budgets = (sum(parts, Decimal(0)) for parts in zip(*(one.budgets for one in others), strict=True))
        return [*shown, Sums(OTHER_DIVISIONS, tuple(budgets), is_rest=True)]

    @staticmethod
    def _sums(labels: Iterable[str], lines: Iterable[tuple[str, ProjectLine]]) -> list[Sums]:
        found = {label: [Decimal(0)] * len(PARTS) for label in labels}
        for label, line in lines:
            if not line.uncounted and line.budget:
                found[label][PARTS.index(line.part)] += line.budget
        return [Sums(label, tuple(budgets)) for label, budgets in found.items()]

    @property
    def parts(self) -> list[PartSum]:
        """The sums of the three parts over all districts."""
        by_part = list(zip(*(row.parts for row in self.districts), strict=True))
        return [
            PartSum(sum(one.count for one in sums), sum((one.budget for one in sums), Decimal(0))) for sums in by_part
        ]

    @property
    def whole(self) -> PartSum:
        """The sum of all parts over all districts."""
        return PartSum(sum(part.count for part in self.parts), sum((part.budget for part in self.parts), Decimal(0)))

    @property
    def errors(self) -> int:
        """How many errors there are in all workbooks, listed or not."""
        listed = sum(noted.finding.is_error for noted in self.findings)
        return listed + sum(one.errors for one in self.unlisted)

    @property
    def warnings(self) -> int:
        """How many warnings there are in all workbooks, listed or not."""
        listed = sum(not noted.finding.is_error for noted in self.findings)
        return listed + sum(one.warnings for one in self.unlisted)

    @property
    def compares(self) -> bool:
        """Whether there is an allotment to compare the plans with."""
        return any(column.allotted is not None for column in self.columns)

    @property
    def missing(self) -> list[District]:
        """The districts without a workbook."""
        return self._in_state(MISSING)

    @property
    def unfilled(self) -> list[District]:
        """The districts whose workbook has no project yet."""
        return self._in_state(UNFILLED)

    @property
    def received(self) -> int:
        """How many districts sent a plan, be it one that cannot be read."""
        return len(self.districts) - len(self.missing) - len(self.unfilled)

    def _in_state(self, state: str) -> list[District]:
        return [row.district for row in self.districts if row.state == state]


def by_code() -> list[District]:
    """Return all districts in the order of their official codes."""
    return sorted(DISTRICTS, key=lambda district: district.code)


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
