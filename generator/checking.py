"""Checks many workbooks: each by itself, plans against the KR workbooks of their year, and all plans together.

Makes nothing, and knows no screen.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.checks.misplaced import is_comparable
from generator.checkup import CheckedWorkbook, Checkup
from generator.copies import waiting_copies
from generator.model.districts import district_in
from generator.model.facts import Facts, KrFacts, PlanFacts
from generator.model.kr.book import KR_FORM
from generator.model.plan.book import PLAN_FORM
from generator.parallel import in_parallel
from generator.reading import Faults, Owners, Said, compared_all, find_faults


def check_workbooks(
    workbooks: Sequence[Path],
    kr: Sequence[Path] = (),
    jobs: int | None = None,
    step: Callable[[str], None] = lambda name: None,
) -> Checkup:
    """Return what is wrong with workbooks, read in several processes; `step` is told the name of each.

    `kr` are further KR workbooks to compare plans with. In which order the files come makes no difference, but for
    which of two workbooks of one document is called the second. Raise RuntimeError if the program fails at one.
    """
    owners = Owners()
    checked: list[CheckedWorkbook] = []
    gathered: list[Facts | None] = []
    for workbook, faults, crash in in_parallel(find_faults, [*workbooks, *kr], jobs):
        if faults is None:
            raise RuntimeError(workbook.name) from crash
        besides = len(checked) >= len(workbooks)
        checked.append(_described(workbook, faults, besides))
        gathered.append(faults.facts if not besides or isinstance(faults.facts, KrFacts) else None)
        if not besides:
            checked[-1].findings += [
                double for key in faults.keys if (double := owners.claim(key, workbook)) is not None
            ]
        step(workbook.stem)
    said = {
        one.workbook: Said(facts, is_comparable(one.findings))
        for index, (one, facts) in enumerate(zip(checked, gathered, strict=True))
        if index < len(workbooks) or facts is not None
    }
    by_path = {one.workbook: one for one in checked}
    for workbook, finding in compared_all(said):
        by_path[workbook].findings.append(finding)
    for one in checked[: len(workbooks)]:
        one.waiting += waiting_copies([one.workbook], workbooks)
    return Checkup(checked[: len(workbooks)], checked[len(workbooks) :])


def _described(workbook: Path, faults: Faults, besides: bool) -> CheckedWorkbook:
    """Return what is known of a workbook; of one that is only compared with, its findings if it cannot be read."""
    match faults.facts:
        case PlanFacts() as plan:
            found = CheckedWorkbook(workbook=workbook, kind=PLAN_FORM.kind, year=plan.year, status=plan.status)
            found.district = plan.district or district_in(workbook.stem)
        case KrFacts() as book:
            found = CheckedWorkbook(workbook=workbook, kind=KR_FORM.kind, year=book.year)
        case _:
            found = CheckedWorkbook(workbook=workbook, district=district_in(workbook.stem))
    if not besides or faults.facts is None:
        found.findings += faults.findings
    return found
