"""Builds documents from workbooks: reads, checks, fills, writes, prints, and keeps the list of what was made."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from generator.forms.documents import KINDS, template
from generator.model.finding import Finding, Place
from generator.model.rules import workbook_rules
from generator.outcome import Made, Outcome, digest
from generator.printing import with_known_pages, write_document
from generator.reading import read_and_check
from generator.words import Halt, Words

DEFAULT_TEMPLATES: Final = Path("templates")
_FILE: Final = Words("{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", "{name} is a file, not a folder")
_FILE_CURE: Final = Words("ระบุโฟลเดอร์อื่นด้วย -o", "name another folder with -o")


def read_all(
    workbooks: Sequence[Path], templates: Path, jobs: int | None, step: Callable[[str], None]
) -> Iterator[tuple[list[Made], list[Finding]]]:
    """Yield documents and findings of each workbook, in order; `step` is told the name of each that is done.

    `templates` is the folder of the office's own templates, which need not exist. A document that an earlier workbook
    has already is not made again; a finding names both.
    """
    work = partial(make_documents, templates=templates)
    count = min(jobs or os.cpu_count() or 1, len(workbooks))
    owners: dict[str, Path] = {}
    with ProcessPoolExecutor(count) if count > 1 else nullcontext() as pool:
        results = pool.map(work, workbooks) if pool else map(work, workbooks)
        for workbook, (documents, general) in zip(workbooks, results, strict=True):
            for made in documents:
                first = owners.setdefault(made.key, workbook)
                if first is not workbook:
                    values = {"key": made.key, "other": first.name}
                    made.findings.append(Place(workbook.name).finding(workbook_rules.DOUBLE_DOCUMENT, **values))
                    made.content = None
            step(workbook.name)
            yield documents, general


def make_documents(workbook: Path, templates: Path) -> tuple[list[Made], list[Finding]]:
    """Return the documents of a workbook, filled but not written, and the findings that no document takes."""
    checked = read_and_check(workbook)
    if checked.book is None:
        return [], checked.findings
    kind = checked.kind
    told: set[str] = set()
    stages = kind.stages(checked.book)
    documents = []
    for draft in kind.drafts(checked.book, checked.pictures):
        if draft.subject in told:  # a second row with its code, which is an error of the first as well
            continue
        told.add(draft.subject)
        own = [finding for finding in checked.findings if finding.document == draft.subject]
        made = Made(kind.form.kind, draft.key, draft.title, workbook, own, draft=stages[draft.subject])
        if not checked.stopped and not made.failed:
            made.content = template(kind, templates).fill(draft.context())
            made.filled = digest(made.content)
            made.has_contents = kind.has_contents
        documents.append(made)
    return documents, [finding for finding in checked.findings if finding.document not in told]


def build(
    workbooks: Sequence[Path],
    target: Path,
    *,
    templates: Path = DEFAULT_TEMPLATES,
    earlier: Mapping[str, Any] = MappingProxyType({}),
    jobs: int | None = None,
    step: Callable[[str], None] = lambda name: None,
) -> Outcome:
    """Make the Word documents of all workbooks in the folder `target`, and return what was made and found.

    Contents show the pages that `earlier`, the list of the run before, knows of the same document.

    A document that cannot be made does not keep the others from being made. What is in `target` already and would be
    the same is left alone. Raise TemplateError if a template of the office cannot be used, and
    Halt if `target` is no folder.
    """
    if (file := next((path for path in (target, *target.parents) if path.is_file()), None)) is not None:
        raise Halt(_FILE.filled(name=file), _FILE_CURE)
    outcome = Outcome()
    for kind in KINDS:
        outcome.findings += template(kind, templates).warnings
    for documents, general in read_all(workbooks, templates, jobs, step):
        outcome.findings += general
        for made in documents:
            with_known_pages(made, earlier)
            write_document(made, target, outcome)
            outcome.documents.append(made)
    return outcome
