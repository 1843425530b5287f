"""Marked copies: beside each workbook that was checked, or where it is wanted, a copy that shows what is wrong.

The officer's own file is never written, and neither is a copy that somebody has worked in. Knows no screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.copies import MARKED, copies_of
from generator.files import Exists, put, with_suffix
from generator.model.finding import Finding
from generator.words import Halt, Language, Words
from generator.workbook.marking import is_marked, is_untouched, mark
from generator.workbook.package import Package, Rejection


class Fate(Enum):
    """What became of the marked copy of a workbook."""

    WRITTEN = "written"
    CLEAN = "nothing to mark"
    REMOVED = "nothing to mark any more: the marked copy of an earlier time was taken away"
    REFUSED = "no copy can be made of this file"


@dataclass(frozen=True)
class MarkedCopy:
    """The marked copy of a workbook, and what became of it."""

    workbook: Path
    copy: Path
    fate: Fate


def write_marked(
    workbook: Path, findings: Sequence[Finding], language: Language, target: Path | None = None
) -> MarkedCopy:
    """Mark a workbook with its findings, in their order, in a copy: `target`, or one beside it.

    A workbook without findings gets none, unless it is marked itself; then its marks are taken out of the copy. Raise
    Halt if `target` is the workbook, or a file that is no untouched marked copy.
    """
    given = target is not None
    target = _beside(workbook) if target is None else with_suffix(target, workbook.suffix)
    if given and target.exists():
        if target.samefile(workbook):
            raise Halt(
                Words("{name} คือสมุดงานที่ตรวจ", "{name} is the workbook that is checked").filled(name=target),
                Words("ระบุชื่ออื่นหลัง -o โปรแกรมไม่เขียนทับสมุดงานของท่าน", "name another file: your workbook is never written"),
            )
        if not is_untouched(target):
            raise Exists(target)
    try:
        package = Package.open(workbook)
        if findings or is_marked(package):
            put(mark(package, findings, language), target)
            return MarkedCopy(workbook, target, Fate.WRITTEN)
    except Rejection:
        return MarkedCopy(workbook, target, Fate.REFUSED)
    if target.exists():
        target.unlink()
        return MarkedCopy(workbook, target, Fate.REMOVED)
    return MarkedCopy(workbook, target, Fate.CLEAN)


def _beside(workbook: Path) -> Path:
    """Return the first name of a marked copy that is free, or that of one in which nobody has worked."""
    return next(copy for copy in copies_of(workbook, MARKED) if not copy.exists() or is_untouched(copy))
