"""Repaired copies: what has only one right answer is mended in a copy of a workbook, the rest is left alone.

The officer's own file is never written, and no file is written over. Knows no screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.copies import MENDED, copies_of
from generator.files import Exists, put, with_suffix
from generator.forms.documents import KINDS
from generator.model.finding import Finding
from generator.model.mending import Change
from generator.reading import read_and_check
from generator.workbook.mending import mend
from generator.workbook.package import Package, Rejection
from generator.workbook.reader import read_workbook


@dataclass(frozen=True)
class Repaired:
    """What was mended in a workbook. Without changes there is no `copy`; `left` are the findings that remain."""

    workbook: Path
    copy: Path | None
    changes: Sequence[Change]
    left: Sequence[Finding]


def repair(workbook: Path, target: Path | None = None) -> Repaired:
    """Mend a workbook in a copy: `target`, or one beside it. Raise Halt if `target` is there already."""
    if target is not None and (target := with_suffix(target, workbook.suffix)).exists():
        raise Exists(target)
    reading = read_workbook(workbook, *(kind.form for kind in KINDS))
    try:
        content, changes = mend(Package.open(workbook), workbook.name, reading.form, reading.rows)
    except Rejection:
        changes = []
    if not changes:
        return Repaired(workbook, None, (), read_and_check(workbook).findings)
    target = target or _beside(workbook, content)
    put(content, target)
    return Repaired(workbook, target, changes, read_and_check(workbook, content).findings)


def _beside(workbook: Path, content: bytes) -> Path:
    """Return the first name of a copy that is free, or that of one that says the same."""
    names = copies_of(workbook, MENDED)
    return next(copy for copy in names if not copy.exists() or (copy.is_file() and copy.read_bytes() == content))


def as_plain(repaired: Repaired) -> dict[str, Any]:
    """Return what was mended as plain data: see docs/schema/fix.schema.json."""
    errors = sum(finding.is_error for finding in repaired.left)
    return {
        "workbook": repaired.workbook.name,
        "copy": str(repaired.copy) if repaired.copy else None,
        "changes": [_change_as_plain(change) for change in repaired.changes],
        "errors": errors,
        "warnings": len(repaired.left) - errors,
    }


def _change_as_plain(change: Change) -> dict[str, Any]:
    before = change.before.isoformat() if isinstance(change.before, datetime) else change.before
    return {
        "sheet": change.place.sheet,
        "cell": change.place.cell,
        "before": before,
        "after": change.after,
        "reason": change.reason.value,
    }
