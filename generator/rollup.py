"""Rolls the plans of the districts up: reads all workbooks, decides which ones count, and hands over the figures.

Knows no screen; what the workbook of headquarters looks like is the business of generator.workbook.rollup.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from generator.checks.misplaced import is_comparable
from generator.copies import waiting_copies
from generator.files import put
from generator.model.city import allotments
from generator.model.districts import District, district_in
from generator.model.facts import KrFacts
from generator.model.finding import Finding, Place, Rule, Severity
from generator.model.kr.book import KrBook
from generator.model.plan.book import PlanBook
from generator.model.rollup.city import DistrictRow, NotedFinding, Rollup, Unlisted, by_code
from generator.model.rollup.matrix import Allotted, allotted_of, columns_of
from generator.model.rollup.plan import MOST_PROJECTS, PlanFigures, figures_of
from generator.model.rules import cell_rules
from generator.model.rules import workbook_rules as rules
from generator.parallel import in_parallel
from generator.reading import Owners, Said, compared_all, faults_of, in_rank, read_and_check
from generator.report import in_order
from generator.words import Halt, Words
from generator.workbook.rollup.book import is_rollup, rollup_bytes

MOST_FINDINGS: Final = 1_000
"""So many findings of a workbook are listed; the others are counted."""
MOST_WORKBOOKS: Final = 500
"""More than this are no plans of 50 districts; a sheet of Excel has no room for all that may be wrong with them."""
MOST_BAHT: Final = 10**12
"""A budget from here on is a slip of the hand: that of the whole city is a tenth of it."""

_NO_YEAR: Final = Words("ไม่พบสมุดงานแผนที่อ่านได้", "no plan workbook could be read")
_NO_YEAR_CURE: Final = Words(
    "ตรวจโฟลเดอร์ที่ระบุ หรือบอกปีด้วย --year", "check the folder that you named, or name the year with --year"
)
_TOO_MANY: Final = Words("พบสมุดงาน {count} ไฟล์ เกิน {most}", "there are {count} workbooks, more than {most}")
_TOO_MANY_CURE: Final = Words("ระบุโฟลเดอร์แผนของปีเดียว", "name the folder of the plans of one year")
_AT_MOST: Final = Words("ต้องน้อยกว่า {most}", "it must be less than {most}")
_NOT_OURS: Final = Words(
    "{name} มีอยู่แล้ว และไม่ใช่ไฟล์ที่คำสั่งนี้สร้าง", "{name} is there already and was not made by this command"
)
_NOT_OURS_CURE: Final = Words("ตั้งชื่อใหม่ด้วย -o หรือย้ายไฟล์เดิมก่อน", "choose another name with -o, or move that file first")
_SILENT: Final = Said(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What one workbook contributes: a plan, or what it allots, in the year `year`; neither if it cannot be read.

    `findings` are those that are listed, `errors` and `warnings` count all. `crash` is what the program met when it
    could not cope with the workbook. `keys` are those of its documents, `said` is what is compared across workbooks.
    """

    workbook: Path
    year: int = 0
    plan: PlanFigures | None = None
    allotted: tuple[Allotted, ...] | None = None
    findings: tuple[Finding, ...] = ()
    errors: int = 0
    warnings: int = 0
    keys: tuple[str, ...] = ()
    said: Said = _SILENT
    crash: BaseException | None = None

    def with_more(self, more: Sequence[Finding]) -> "Received":
        """Return it with further findings before its own."""
        errors = self.errors + sum(finding.is_error for finding in more)
        warnings = self.warnings + sum(not finding.is_error for finding in more)
        findings = (*more, *self.findings)[:MOST_FINDINGS]
        return replace(self, findings=findings, errors=errors, warnings=warnings)


def receive(workbook: Path) -> Received:
    """Return what a workbook contributes; whatever is in the file, it does not raise."""
    checked = read_and_check(workbook)
    faults = faults_of(checked)
    findings = in_order(faults.findings)
    plan, allotted, year = None, None, 0
    match checked.book:
        case PlanBook() as book if len(book.projects) > MOST_PROJECTS:
            findings.insert(0, Place(workbook.name).finding(rules.TOO_LARGE))
        case PlanBook() as book if slips := [one for one in book.projects if (one.budget.number or 0) >= MOST_BAHT]:
            values = {"text": slips[0].budget.text[:40], "bounds": _AT_MOST.filled(most=f"{MOST_BAHT:,}")}
            findings.insert(0, slips[0].place("budget").finding(cell_rules.OUT_OF_RANGE, **values))
        case PlanBook() as book:
            plan, year = figures_of(book), book.settings.year
        case KrBook() as book:
            allotted, year = tuple(map(allotted_of, allotments([book]))), book.settings.year
    errors = sum(finding.is_error for finding in findings)
    return Received(
        workbook=workbook,
        year=year,
        plan=plan,
        allotted=allotted,
        findings=tuple(findings[:MOST_FINDINGS]),
        errors=errors,
        warnings=len(findings) - errors,
        keys=tuple(faults.keys),
        said=Said(faults.facts, is_comparable(faults.findings)),
    )


def receive_all(
    workbooks: Sequence[Path], jobs: int | None = None, step: Callable[[str], None] = lambda name: None
) -> list[Received]:
    """Return what workbooks contribute, in order, read in several processes; `step` is told the name of each.

    Raise Halt if they are too many.
    """
    if len(workbooks) > MOST_WORKBOOKS:
        raise Halt(_TOO_MANY.filled(count=len(workbooks), most=MOST_WORKBOOKS), _TOO_MANY_CURE)
    found = []
    for workbook, received, crash in in_parallel(receive, workbooks, jobs):
        found.append(received or Received(workbook=workbook, crash=crash))
        step(workbook.stem)
    return found


@dataclass
class _Gathering:
    """What was decided so far about the workbooks of one year."""

    year: int
    rows: dict[str, DistrictRow] = field(default_factory=dict)
    allotted: dict[str, tuple[Path, Allotted]] = field(default_factory=dict)
    kr_books: list[Path] = field(default_factory=list)
    left_out: list[Path] = field(default_factory=list)
    findings: list[NotedFinding] = field(default_factory=list)
    unlisted: list[Unlisted] = field(default_factory=list)

    def plan(self, received: Received) -> None:
        """Take a workbook of the folder of plans; one that cannot be read is that of the district it is named after."""
        plan = received.plan
        district = plan.district if plan and plan.district else district_in(received.workbook.stem)
        if received.year not in (0, self.year):
            self._other_year(received)
        elif district is None:
            self.left_out.append(received.workbook)
            self._note(received, None)
        elif (first := self.rows.get(district.code)) is not None:
            assert first.workbook is not None
            self._double(received, f"{district.code}-{self.year}", first.workbook, district)
        else:
            whole = plan if plan and plan.district and plan.year else None
            self.rows[district.code] = DistrictRow(
                district=district,
                workbook=received.workbook,
                plan=whole,
                errors=received.errors,
                warnings=received.warnings,
            )
            self._note(received, district)

    def kr_book(self, received: Received, quiet: bool) -> None:
        """Take a KR workbook; `quiet` leaves one of another year out without a word."""
        if received.year not in (0, self.year):
            if quiet:
                self._note(received, None)
            else:
                self._other_year(received)
            return
        self._note(received, None)
        self.kr_books.append(received.workbook)
        for one in received.allotted or ():
            first, _ = self.allotted.setdefault(one.okr, (received.workbook, one))
            key = f"{one.okr.replace('.', '')}-{self.year}"
            if first != received.workbook and key not in _told_double(received):
                self._warn(received, None, rules.DOUBLE_DOCUMENT, key=key, other=first.name)

    def _note(self, received: Received, district: District | None) -> None:
        """Note the findings of a workbook."""
        path = received.workbook
        self.findings += [NotedFinding(workbook=path, district=district, finding=one) for one in received.findings]
        listed = sum(finding.is_error for finding in received.findings)
        errors, warnings = received.errors - listed, received.warnings - (len(received.findings) - listed)
        if errors or warnings:
            self.unlisted.append(Unlisted(workbook=path, district=district, errors=errors, warnings=warnings))

    def _other_year(self, received: Received) -> None:
        self.left_out.append(received.workbook)
        self._warn(received, None, rules.OTHER_YEAR, found=received.year, wanted=self.year)
        self._note(received, None)

    def _double(self, received: Received, key: str, first: Path, district: District) -> None:
        """Leave a second workbook of a district out; what is wrong with it counts for the district all the same."""
        self.left_out.append(received.workbook)
        row = self.rows[district.code]
        errors, warnings = row.errors + received.errors, row.warnings + received.warnings
        if not _told_double(received):
            self._warn(received, district, rules.DOUBLE_DOCUMENT, key=key, other=first.name)
            warnings += 1
        self._note(received, district)
        self.rows[district.code] = replace(row, errors=errors, warnings=warnings)

    def _warn(self, received: Received, district: District | None, rule: Rule, **values: object) -> None:
        """Note why a workbook does not count: a warning, for errors are what checking finds, too."""
        finding = replace(Place(received.workbook.name).finding(rule, **values), severity=Severity.WARNING)
        self.findings.append(NotedFinding(workbook=received.workbook, district=district, finding=finding))

    def rolled_up(self) -> Rollup:
        """Return all of it put together."""
        books = {path: number for number, path in enumerate(self.kr_books)}
        allotted = [_from_book(one, books[path]) for path, one in self.allotted.values()]
        plans = [row.plan for row in self.rows.values() if row.plan]
        return Rollup(
            year=self.year,
            districts=[self.rows.get(one.code) or DistrictRow(district=one) for one in by_code()],
            columns=columns_of(allotted, plans),
            findings=self.findings,
            unlisted=self.unlisted,
            kr_books=self.kr_books,
            left_out=self.left_out,
        )


def roll_up(received: Iterable[Received], kr: Iterable[Received], *, year: int | None, quiet: bool = False) -> Rollup:
    """Put together what workbooks contribute: those of the folder of plans, and the KR workbooks besides.

    `year` is of the Buddhist Era; without it, that of most plans. What is of another year is reported and left out,
    not reported among `kr` if `quiet`. Raise Halt if nothing says which year it is.
    """
    here, besides = _compared(list(received), list(kr))
    gathering = _Gathering(year or _commonest(here))
    # Of two workbooks of a district the one with the shorter name counts: copies have longer ones.
    for one in sorted(here, key=lambda one: len(one.workbook.name)):
        if one.allotted is None:
            gathering.plan(one)
        else:
            gathering.kr_book(one, quiet=False)
    for one in besides:
        if one.plan is None:
            gathering.kr_book(one, quiet)
    return gathering.rolled_up()


def _compared(here: Sequence[Received], besides: Sequence[Received]) -> tuple[list[Received], list[Received]]:
    """Return them with what is wrong across them, as checking the same workbooks finds it.

    Of `besides`, their own findings are none of those who send plans, unless nothing could be read.
    """
    owners = Owners()
    said = {one.workbook: one.said for one in here}
    said |= {one.workbook: one.said for one in besides if isinstance(one.said.facts, KrFacts)}
    more: dict[Path, list[Finding]] = {one.workbook: [] for one in (*here, *besides)}
    keys = {one.workbook: one.keys for one in here}
    for path in in_rank(keys):
        more[path] += [double for key in keys[path] if (double := owners.claim(key, path)) is not None]
    for path, finding in compared_all(said):
        more[path].append(finding)
    names = {path.name: path for path in reversed(keys)}
    for finding in waiting_copies(list(keys)):
        more[names[finding.workbook]].append(finding)
    silent = (replace(one, findings=(), errors=0, warnings=0) if one.said.facts else one for one in besides)
    return [one.with_more(more[one.workbook]) for one in here], [one.with_more(more[one.workbook]) for one in silent]


def _told_double(received: Received) -> set[object]:
    """Return the keys of those documents of a workbook that another has already."""
    doubles = (one for one in received.findings if one.rule.code == rules.DOUBLE_DOCUMENT.code)
    return {finding.values["key"] for finding in doubles}


def _commonest(received: Sequence[Received]) -> int:
    """Return the year of most plans, the later one of equals."""
    years = Counter(one.plan.year for one in received if one.plan and one.plan.district and one.plan.year)
    if not years:
        raise Halt(_NO_YEAR, _NO_YEAR_CURE)
    return max(years, key=lambda year: (years[year], year))


def _from_book(allotted: Allotted, source: int) -> Allotted:
    shares = {code: replace(figure, source=source) for code, figure in allotted.shares.items()}
    return replace(allotted, shares=shares)


def inputs(workbooks: Sequence[Path]) -> list[Path]:
    """Return the workbooks without earlier roll-ups that lie among them."""
    return [workbook for workbook in workbooks if not is_rollup(workbook)]


def refuse_to_replace(output: Path) -> None:
    """Raise Halt if there is a file that is no roll-up: it may be somebody's work."""
    if output.exists() and not is_rollup(output):
        raise Halt(_NOT_OURS.filled(name=output), _NOT_OURS_CURE)


def write(rollup: Rollup, output: Path) -> None:
    """Write the workbook of headquarters, its links relative to its folder. Raise Halt if that cannot be done."""
    refuse_to_replace(output)
    put(rollup_bytes(rollup, output.resolve().parent), output)
