"""What checking many workbooks found: each workbook with its state, and all findings. Knows no Excel and no screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.model.districts import District
from generator.model.finding import Finding, told_apart


class State(StrEnum):
    """How a workbook came off, the worst first."""

    UNREADABLE = "unreadable"
    ERRORS = "errors"
    WARNINGS = "warnings"
    GOOD = "good"


@dataclass(kw_only=True)
class CheckedWorkbook:
    """A workbook that was checked.

    `kind` is empty if nothing could be read from it. `district` is that of a plan, else the one in the name of the
    file; `year` is of the Buddhist Era, 0 if nobody knows it; `status` is that of a plan. `waiting` are warnings about
    copies that lie beside it.
    """

    workbook: Path
    kind: str = ""
    district: District | None = None
    year: int = 0
    status: str = ""
    findings: list[Finding] = field(default_factory=list)
    waiting: list[Finding] = field(default_factory=list)

    @property
    def all(self) -> list[Finding]:
        """What is wrong with it, and what lies beside it."""
        return [*self.waiting, *self.findings]

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(finding.is_error for finding in self.all)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return len(self.all) - self.errors

    @property
    def state(self) -> State:
        """How it came off."""
        if not self.kind:
            return State.UNREADABLE
        return State.ERRORS if self.errors else State.WARNINGS if self.all else State.GOOD

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data, without its findings: see docs/schema/findings.schema.json."""
        return {
            "workbook": self.workbook.name,
            "path": self.workbook.as_posix(),
            "kind": self.kind or None,
            "district": self.district.code if self.district else None,
            "year": self.year or None,
            "status": self.status or None,
            "state": self.state.value,
            "errors": self.errors,
            "warnings": self.warnings,
        }


@dataclass(frozen=True)
class Checkup:
    """The workbooks that were checked, and `besides`, those KR workbooks that plans were compared with only.

    The findings of the latter are what plans have wrong together, and why one of them could not be read.
    """

    workbooks: Sequence[CheckedWorkbook]
    besides: Sequence[CheckedWorkbook] = ()

    def __iter__(self) -> Iterator[CheckedWorkbook]:
        return iter((*self.workbooks, *self.besides))

    @property
    def findings(self) -> list[Finding]:
        """All findings, workbooks of one name told apart."""
        return told_apart((checked.workbook, finding) for checked in self for finding in checked.all)
