"""Builds documents from workbooks: reads, checks, fills, writes, prints, and keeps the list of what was made."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from generator.forms.documents import KINDS, template
from generator.model.finding import Finding, Place
from generator.model.form import Form
from generator.model.rules import cell_rules, workbook_rules
from generator.outcome import Made, Outcome, digest
from generator.printing import with_known_pages, write_document
from generator.render.values import Picture
from generator.words import Halt, Words
from generator.workbook.layout import folded
from generator.workbook.pictures import BadImage, read_image
from generator.workbook.reader import read_workbook

DEFAULT_TEMPLATES: Final = Path("templates")
_FILE: Final = Words("{name} เป็นไฟล์ ไม่ใช่โฟลเดอร์", "{name} is a file, not a folder")
_FILE_CURE: Final = Words("ระบุโฟลเดอร์อื่นด้วย -o", "name another folder with -o")
_SIGNATURE_HEIGHT: Final = 540_000
_SIGNATURE_WIDTH: Final = 1_800_000
"""A signature is scaled to fit 5 × 1.5 cm (in EMU)."""


def find_workbooks(paths: Iterable[Path]) -> list[Path]:
    """Return the workbooks that files and folders name, in order, each once; Excel's lock files are passed over.

    Raise Halt if a path is not there or nothing is found.
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


def _wanted(path: Path, root: Path) -> bool:
    return not any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)


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
    reading = read_workbook(workbook, *(kind.form for kind in KINDS))
    kind = next(kind for kind in KINDS if kind.form is reading.form)
    if not kind.form.has_document(reading.rows):
        return [], _ranked(reading.findings, kind.form)
    book = kind.book(reading.rows)
    findings = [*reading.findings, *kind.check(book)]
    pictures = _pictures(kind.pictures(book), workbook.parent, findings)
    findings = _ranked(kind.settled(findings, book), kind.form)
    stopped = any(finding.is_error and not finding.document for finding in findings)
    told: set[str] = set()
    stages = kind.stages(book)
    documents = []
    for draft in kind.drafts(book, pictures):
        if draft.subject in told:  # a second row with its code, which is an error of the first as well
            continue
        told.add(draft.subject)
        own = [finding for finding in findings if finding.document == draft.subject]
        made = Made(kind.form.kind, draft.key, draft.title, workbook, own, draft=stages[draft.subject])
        if not stopped and not made.failed:
            made.content = template(kind, templates).fill(draft.context())
            made.filled = digest(made.content)
            made.has_contents = kind.has_contents
        documents.append(made)
    return documents, [finding for finding in findings if finding.document not in told]


def _ranked(findings: Iterable[Finding], form: Form) -> list[Finding]:
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
