"""Builds documents from workbooks: reads, checks, fills and writes them, one workbook no burden to the others."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from generator import freshness
from generator.copies import waiting_copies
from generator.forms.documents import KINDS, own_template, template
from generator.manifest import Journal, known_documents
from generator.model.facts import City, Facts, KrFacts, PlanFacts
from generator.model.finding import Finding
from generator.model.kr.book import KR_FORM
from generator.outcome import Made, Outcome, Source, digest
from generator.parallel import Done, in_parallel
from generator.printing import keep_edited, recall_pdf, with_known_pages, write_document
from generator.reading import (
    Owners,
    compared,
    facts_of,
    in_rank,
    is_kr,
    read_and_check,
    read_facts,
)
from generator.words import Halt, Words

DEFAULT_TEMPLATES: Final = Path("templates")
_FILE: Final = Words("{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", "{name} is a file, not a folder")
_FILE_CURE: Final = Words("ระบุโฟลเดอร์อื่นด้วย -o", "name another folder with -o")


class Filled(NamedTuple):
    """A workbook that was gone through, with its documents, filled but not written, and its facts if it was read."""

    source: Source
    documents: list[Made]
    facts: Facts | None = None


def build(
    workbooks: Sequence[Path],
    target: Path,
    *,
    kr: Sequence[Path] = (),
    templates: Path = DEFAULT_TEMPLATES,
    earlier: Mapping[str, Any] = MappingProxyType({}),
    jobs: int | None = None,
    force: bool = False,
    step: Callable[[str], None] = lambda name: None,
) -> Outcome:
    """Make the Word documents of all workbooks in the folder `target`, and return what was made and found.

    Plans are compared with the KR workbooks among them, and with those of `kr`.
    A workbook is not even read if `earlier`, the list of the runs before, says that nothing its documents are made
    from has changed, unless `force`. Contents show the pages that the list knows of the same document. What cannot be
    made does not keep the others from being made; Ctrl+C ends the run with what was finished. What is in `target`
    already and would be the same is left alone. `templates` is the folder of the office's own templates, which need
    not exist; `step` is told the name of each workbook that is done.

    Raise TemplateError if a template of the office cannot be used, and Halt if `target` is no folder.
    """
    if (file := next((path for path in (target, *target.parents) if path.is_file()), None)) is not None:
        raise Halt(_FILE.filled(name=file), _FILE_CURE)
    outcome = Outcome()
    kr_workbooks = set(filter(is_kr, workbooks))
    books = in_rank([*kr_workbooks, *kr])
    city = freshness.city_of(books)
    known = freshness.Known({} if force else earlier, target, templates, city)
    kept = {workbook: Filled(*found) for workbook in workbooks if (found := known.unchanged(workbook)) is not None}
    changed = [workbook for workbook in workbooks if workbook not in kept]
    for kind in KINDS:  # compiled before processes are started, which then have it
        wanted = any((kind.form is KR_FORM) == (workbook in kr_workbooks) for workbook in changed)
        if wanted or own_template(kind, templates):
            outcome.findings += template(kind, templates).warnings
    outcome.findings += waiting_copies(workbooks)
    pages = known_documents(earlier)
    owners = Owners()
    cities = _Cities(books, jobs)
    made_anew = in_parallel(partial(make_documents, templates=templates, city=city), changed, jobs)
    with Journal(target) as journal:
        try:
            for workbook in workbooks:
                source, documents, facts = kept.get(workbook) or _taken(next(made_anew))
                if isinstance(facts, PlanFacts):
                    _compare(documents, facts, cities)
                for made in documents:
                    if (double := owners.claim(made.key, workbook)) is not None:
                        _disown(made, double)
                    if made.content is not None:
                        with_known_pages(made, pages.get(made.key, {}))
                        keep_edited(made, pages.get(made.key, {}), target, outcome)
                        write_document(made, target, outcome)
                    recall_pdf(made, pages.get(made.key, {}), outcome)
                    outcome.documents.append(made)
                    if not made.skipped:
                        journal.note(made)
                outcome.sources.append(source)
                if workbook not in kept:
                    journal.note(source)
                step(workbook.stem)
        except KeyboardInterrupt:
            outcome.interrupted, outcome.left = True, len(workbooks) - len(outcome.sources)
            made_anew.close()
    return outcome


def _taken(done: Done[Path, Filled]) -> Filled:
    """Return what a process made of a workbook; of one that it could not cope with, only that."""
    return done.value if done.value is not None else Filled(Source(done.item, crash=done.error), [])


class _Cities:
    """What the KR workbooks say, by year; they are read when first asked for."""

    def __init__(self, books: Sequence[Path], jobs: int | None) -> None:
        self._books = books
        self._jobs = jobs

    def of(self, year: int) -> City:
        """Return the city of a year."""
        return City.of(self._facts, year)

    @cached_property
    def _facts(self) -> list[KrFacts]:
        done = in_parallel(read_facts, self._books, self._jobs) if self._books else ()
        return [facts for _, facts, _ in done if isinstance(facts, KrFacts)]


def _compare(documents: Sequence[Made], plan: PlanFacts, cities: _Cities) -> None:
    """Add to the documents of a plan in what they differ from the city; do not make what must not be printed so."""
    findings = compared(plan, cities.of(plan.year), [finding for made in documents for finding in made.findings])
    for made in documents:
        made.findings += findings
        if made.failed:
            _withhold(made)


def _disown(made: Made, double: Finding) -> None:
    """Do not make a document that an earlier workbook has already."""
    made.findings.append(double)
    _withhold(made)


def _withhold(made: Made) -> None:
    """Do not make a document, whose findings say why."""
    made.content = made.docx = None
    made.filled = made.sha256 = ""


def make_documents(workbook: Path, templates: Path, city: str = "") -> Filled:
    """Return the documents of a workbook, filled but not written, and what is wrong with it.

    `city` is the fingerprint of the KR workbooks that they are to be compared with.
    """
    try:
        data = workbook.read_bytes()  # before it is read, so that a change meanwhile is one since
    except OSError:  # which reading it will say
        data = b""
    checked = read_and_check(workbook)
    kind = checked.kind
    source = Source(workbook, kind.form.kind, freshness.made_from(kind, data, templates, city))
    if checked.book is None:
        source.findings = checked.findings
        return Filled(source, [])
    source.beside = freshness.beside(workbook.parent, (name for name, _, _ in kind.pictures(checked.book)))
    told: set[str] = set()
    stages = kind.stages(checked.book)
    documents = []
    for draft in kind.drafts(checked.book, checked.pictures):
        if draft.subject in told:  # a second row with its code, which is an error of the first as well
            continue
        told.add(draft.subject)
        own = [finding for finding in checked.findings if finding.document == draft.subject]
        made = Made(kind.form.kind, draft.key, draft.title, workbook, own, draft.name, draft=stages[draft.subject])
        if not checked.stopped and not made.failed:
            made.content = template(kind, templates).fill(draft.context())
            made.filled = digest(made.content)
            made.has_contents = kind.has_contents
        documents.append(made)
    source.keys = [made.key for made in documents]
    source.findings += [finding for finding in checked.findings if finding.document not in told]
    return Filled(source, documents, facts_of(checked))
