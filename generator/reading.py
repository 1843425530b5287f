"""Reads workbooks whole: which files there are, what kind each is, its book, and all that is wrong with it.

Makes nothing; knows no template and no screen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.checks import city as city_checks
from generator.checks.filing import named_other_year
from generator.checks.misplaced import gathered, is_comparable
from generator.copies import is_copy
from generator.forms.documents import KINDS, Kind
from generator.model.districts import district_in
from generator.model.facts import City, Facts, KrFacts, PlanFacts
from generator.model.finding import Finding, Place
from generator.model.form import Form
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.rules import cell_rules, workbook_rules
from generator.render.values import Picture
from generator.words import Halt, Words
from generator.workbook.layout import folded
from generator.workbook.pictures import BadImage, read_image
from generator.workbook.reader import find_form, read_workbook

_SIGNATURE_HEIGHT: Final = 540_000
_SIGNATURE_WIDTH: Final = 1_800_000
"""A signature is scaled to fit 5 × 1.5 cm (in EMU)."""

_NO_KR: Final = Words("ไม่พบสมุดงาน KR ที่อ่านได้ใน {names}", "there is no KR workbook that can be read in {names}")
_NO_KR_CURE: Final = Words("ตรวจชื่อที่ระบุด้วย --kr", "check what you named with --kr")


@dataclass(frozen=True)
class Checked:
    """A workbook that was read and checked.

    `book` is that of its kind, None if there is nothing in it to make a document of; `findings` are all that is wrong,
    by the status of its documents; `pictures` are the signatures that it names.
    """

    workbook: Path
    kind: Kind
    book: Any
    findings: list[Finding]
    pictures: Mapping[str, Picture]

    @property
    def stopped(self) -> bool:
        """Whether an error of the whole workbook keeps every document of it from being made."""
        return self.book is None or any(finding.is_error and not finding.document for finding in self.findings)


def find_workbooks(paths: Iterable[Path]) -> list[Path]:
    """Return the workbooks that files and folders name, in order, each once; Excel's lock files are passed over.

    So is, in a folder, a copy beside the workbook that it is a copy of. Raise Halt if a path is not there or nothing
    is found.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(child for child in path.rglob("*.xlsx") if child.is_file() and _wanted(child, path))
            found |= dict.fromkeys(inside)
        elif path.exists():
            if not path.name.startswith("~$"):
                found[path] = None
        else:
            raise Halt(
                Words("ไม่พบ {name}", "there is no {name}").filled(name=path),
                Words("ตรวจชื่อไฟล์หรือโฟลเดอร์ แล้วสั่งใหม่", "check the name, then try again"),
            )
    if not found:
        raise Halt(
            Words("ไม่พบสมุดงาน .xlsx", "there is no workbook (.xlsx)"),
            Words(
                "สร้างแบบกรอกเปล่าด้วย generate new kr หรือ generate new plan ไว้ในโฟลเดอร์ inputs",
                "make a blank one in the folder inputs with generate new kr or generate new plan",
            ),
        )
    return list(found)


def find_kr_workbooks(paths: Sequence[Path], default: Path, here: Iterable[Path]) -> list[Path]:
    """Return the KR workbooks that plans are compared with besides those `here`: in `paths`, else in `default`.

    Raise Halt if one of `paths` is not there, or none is a KR workbook; the default folder need not be.
    """
    if not paths and not (default.is_dir() and any(_wanted(path, default) for path in default.rglob("*.xlsx"))):
        return []
    found = [path for path in find_workbooks(paths or [default]) if is_kr(path)]
    if paths and not found:
        names = ", ".join(str(path) for path in paths)
        raise Halt(_NO_KR.filled(names=names), _NO_KR_CURE)
    known = {path.resolve() for path in here}
    return [path for path in found if path.resolve() not in known]


def is_kr(workbook: Path) -> bool:
    """Return whether a workbook is a KR workbook, by its sheets alone."""
    return find_form(workbook, *(kind.form for kind in KINDS)) is KR_FORM


def in_rank(workbooks: Iterable[Path]) -> list[Path]:
    """Return workbooks so that of two that say the same the one that counts is first: copies have longer names."""
    return sorted(workbooks, key=lambda path: (len(path.name), path.name, str(path)))


def _wanted(path: Path, root: Path) -> bool:
    """Return whether a file in a folder is a workbook of its own: neither hidden nor a copy that waits."""
    if is_copy(path):
        return False
    return not any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)


def read_and_check(workbook: Path, content: bytes | None = None) -> Checked:
    """Return what a workbook says and what is wrong with it; whatever is in the file, it does not raise.

    With `content`, that is read as if it stood in the file.
    """
    reading = read_workbook(workbook, *(kind.form for kind in KINDS), content=content)
    kind = next(kind for kind in KINDS if kind.form is reading.form)
    if not kind.form.has_document(reading.rows):
        return Checked(workbook, kind, None, ranked(reading.findings, kind.form), {})
    book = kind.book(reading.rows)
    findings = gathered(reading.rows, reading.findings)
    if is_comparable(findings):
        findings += [*named_other_year(workbook, book.settings), *kind.check(book)]
    pictures = _pictures(kind.pictures(book), workbook.parent, findings)
    return Checked(workbook, kind, book, ranked(kind.settled(findings, book), kind.form), pictures)


class Owners:
    """Which workbook each document comes from: the first that has it."""

    def __init__(self) -> None:
        self._first: dict[str, Path] = {}

    def claim(self, key: str, workbook: Path) -> Finding | None:
        """Let a document be that of a workbook; return a finding that names both if an earlier one has it already."""
        first = self._first.setdefault(key, workbook)
        if first == workbook:
            return None
        return Place(workbook.name).finding(workbook_rules.DOUBLE_DOCUMENT, key=key, other=first.name)


class Faults(NamedTuple):
    """What is wrong with a workbook, the keys of the documents that it would make, and its facts; None without any."""

    findings: list[Finding]
    keys: list[str]
    facts: Facts | None


def find_faults(workbook: Path) -> Faults:
    """Return what is wrong with a workbook."""
    return faults_of(read_and_check(workbook))


def faults_of(checked: Checked) -> Faults:
    """Return what is wrong with a workbook that was read."""
    if checked.book is None:
        return Faults(checked.findings, [], None)
    drafts = checked.kind.drafts(checked.book, checked.pictures)
    return Faults(checked.findings, list(dict.fromkeys(draft.key for draft in drafts)), facts_of(checked))


def facts_of(checked: Checked) -> Facts | None:
    """Return what a workbook says of what is compared across workbooks; None if it says nothing."""
    match checked.book:
        case PlanBook() as book:
            return PlanFacts.of(book, checked.workbook.name)
        case KrBook() as book:
            return KrFacts.of(book, checked.workbook.name, checked.findings)
    return None


def read_facts(workbook: Path) -> Facts | None:
    """Return what a workbook says of what is compared across workbooks; None if it says nothing."""
    return facts_of(read_and_check(workbook))


def compared(plan: PlanFacts, city: City, own: Iterable[Finding]) -> list[Finding]:
    """Return in what a plan differs from the city of its year; nothing if `own`, what was found in it, forbids it."""
    return ranked(city_checks.check(plan, city), PLAN_FORM) if is_comparable(own) else []


class Said(NamedTuple):
    """What a workbook says to others; a plan that is not `comparable` by itself still counts among all plans."""

    facts: Facts | None
    comparable: bool = True


def compared_all(said: Mapping[Path, Said]) -> list[tuple[Path, Finding]]:
    """Return what is wrong across workbooks, each with the workbook it is in: plans against the city, all together."""
    ordered = [(path, said[path]) for path in in_rank(said)]
    plans = [(path, one.facts, one) for path, one in ordered if isinstance(one.facts, PlanFacts) and one.facts.year]
    books = [(path, one.facts) for path, one in ordered if isinstance(one.facts, KrFacts)]
    named = (district_in(path.stem) for path, one in ordered if _is_unread(one.facts))
    unread = {district.code for district in named if district}
    found: list[tuple[Path, Finding]] = []
    for year in sorted({plan.year for _, plan, _ in plans}):
        city = City.of((facts for _, facts in books), year)
        for path, plan, one in plans:
            if plan.year == year and one.comparable:
                found += ((path, finding) for finding in ranked(city_checks.check(plan, city), PLAN_FORM))
        own = [(path, facts) for path, facts in books if facts.year == year]
        together = ranked(city_checks.check_all((plan for _, plan, _ in plans), city, unread), KR_FORM)
        found += ((_owner(own, finding), finding) for finding in together)
    return found


def _owner(books: Sequence[tuple[Path, KrFacts]], finding: Finding) -> Path:
    """Return the KR workbook that a finding is about; of several of one name, the first that has its key result."""
    namesakes = [(path, facts) for path, facts in books if facts.workbook == finding.workbook]
    key = finding.values.get("key")
    having = (path for path, facts in namesakes if any(one.okr == key for one in facts.allotments))
    return next(having, namesakes[0][0])


def _is_unread(facts: Facts | None) -> bool:
    """Return whether nobody can tell from a workbook itself whose plan of which year it is, if it is one."""
    return facts is None or (isinstance(facts, PlanFacts) and not (facts.district and facts.year))


def ranked(findings: Iterable[Finding], form: Form) -> list[Finding]:
    """Return findings that know where their sheets stand in the form: the workbook first, sheets of a family last."""
    ranks = {folded(sheet.NAME): rank for rank, sheet in enumerate(form.sheets, 1)} | {"": 0}
    return [replace(finding, rank=ranks.get(folded(finding.sheet), len(ranks))) for finding in findings]


def _pictures(wanted: Iterable[tuple[str, Place, str]], folder: Path, findings: list[Finding]) -> dict[str, Picture]:
    """Return the signatures that a book names, scaled; those that cannot be used become findings."""
    pictures: dict[str, Picture] = {}
    for name, place, document in wanted:
        try:
            image = read_image(folder, name)
        except BadImage as error:
            finding = place.finding(cell_rules.BAD_PICTURE, text=name, reason=error.reason)
            findings.append(finding.about(document))
            continue
        scale = min(_SIGNATURE_WIDTH / image.width, _SIGNATURE_HEIGHT / image.height)
        size = (round(image.width * scale), round(image.height * scale))
        pictures[name] = Picture(image.data, image.suffix, *size, "ลายมือชื่อ")
    return pictures
