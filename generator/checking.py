"""Checks many workbooks: each by itself, plans against the KR workbooks of their year, and all plans together.

Makes nothing, and knows no screen.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.checks.city import check_all
from generator.checkup import CheckedWorkbook, Checkup
from generator.copies import waiting_copies
from generator.model.districts import district_in
from generator.model.facts import City, Facts, KrFacts, PlanFacts
from generator.model.finding import Finding
from generator.model.kr.book import KR_FORM
from generator.model.plan.book import PLAN_FORM
from generator.parallel import in_parallel
from generator.reading import Faults, Owners, compared, find_faults, in_rank, ranked


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
    facts: list[Facts | None] = []
    for workbook, faults, crash in in_parallel(find_faults, [*workbooks, *kr], jobs):
        if faults is None:
            raise RuntimeError(workbook.name) from crash
        besides = len(checked) >= len(workbooks)
        checked.append(_described(workbook, faults, besides))
        facts.append(faults.facts if not besides or isinstance(faults.facts, KrFacts) else None)
        if not besides:
            checked[-1].findings += [
                double for key in faults.keys if (double := owners.claim(key, workbook)) is not None
            ]
        step(workbook.stem)
    _compare(dict(zip((one.workbook for one in checked), zip(checked, facts, strict=True), strict=True)))
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


def _compare(found: Mapping[Path, tuple[CheckedWorkbook, Facts | None]]) -> None:
    """Add what is wrong across workbooks to the findings of each."""
    ordered = [found[path] for path in in_rank(found)]
    plans = [(checked, facts) for checked, facts in ordered if isinstance(facts, PlanFacts) and facts.year]
    books = [(checked, facts) for checked, facts in ordered if isinstance(facts, KrFacts)]
    for year in sorted({plan.year for _, plan in plans}):
        city = City.of((facts for _, facts in books), year)
        for checked, plan in plans:
            if plan.year == year:
                checked.findings += compared(plan, city, checked.findings)
        together = check_all((plan for _, plan in plans), city)
        own = [(checked, facts) for checked, facts in books if facts.year == year]
        for finding in ranked(together, KR_FORM):
            _owner(own, finding).findings.append(finding)


def _owner(books: Sequence[tuple[CheckedWorkbook, KrFacts]], finding: Finding) -> CheckedWorkbook:
    """Return the KR workbook that a finding is about; of several of one name, the first that has its key result."""
    namesakes = [(checked, facts) for checked, facts in books if facts.workbook == finding.workbook]
    key = finding.values.get("key")
    having = (checked for checked, facts in namesakes if any(one.okr == key for one in facts.allotments))
    return next(having, namesakes[0][0])
