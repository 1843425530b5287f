"""Builds documents from workbooks: reads, checks, fills, writes, prints, and keeps the list of what was made."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Final

from generator.files import TargetBusy, put
from generator.forms.documents import KINDS, template
from generator.model.finding import Finding, Place
from generator.model.rules import cell_rules, workbook_rules
from generator.outcome import Made, Outcome, digest
from generator.pdf.convert import Converter
from generator.pdf.press import Press
from generator.render.values import Picture
from generator.words import Halt, Words
from generator.workbook.pictures import BadImage, read_image
from generator.workbook.reader import read_workbook

DEFAULT_TEMPLATES: Final = Path("templates")
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
                Words(f"ไม่พบ {path}", f"there is no {path}"),
                Words("ตรวจชื่อไฟล์หรือโฟลเดอร์ แล้วสั่งใหม่", "check the name, then try again"),
            )
    if not found:
        raise Halt(
            Words("ไม่พบสมุดงาน .xlsx", "there is no workbook (.xlsx)"),
            Words(
                "สร้างแบบกรอกเปล่าด้วย generate new kr -o inputs/kr/แบบกรอก.xlsx",
                "make a blank one with: generate new kr -o inputs/kr/FILE.xlsx",
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
    if not reading.rows.of(kind.form.main):
        return [], reading.findings
    book = kind.book(reading.rows)
    findings = [*reading.findings, *kind.check(book)]
    pictures = _pictures(reading.rows.of(kind.form.main), workbook.parent, findings)
    findings = kind.settled(findings, book)
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
            made.content = template(kind, templates).fill(draft.context)
        documents.append(made)
    return documents, [finding for finding in findings if finding.document not in told]


def _pictures(rows: Sequence[Any], folder: Path, findings: list[Finding]) -> dict[str, Picture]:
    """Return the signatures that rows name, scaled; those that cannot be used become findings."""
    pictures: dict[str, Picture] = {}
    for row in rows:
        if not row.signature:
            continue
        try:
            image = read_image(folder, row.signature)
        except BadImage as error:
            place: Place = row.place("signature")
            values = {"text": row.signature, "reason": error.reason}
            findings.append(place.finding(cell_rules.BAD_PICTURE, **values).about(row.code))
            continue
        scale = min(_SIGNATURE_WIDTH / image.width, _SIGNATURE_HEIGHT / image.height)
        size = (round(image.width * scale), round(image.height * scale))
        pictures[row.signature] = Picture(image.data, image.suffix, *size, "ลายมือชื่อ")
    return pictures


def build(
    workbooks: Sequence[Path],
    target: Path,
    *,
    templates: Path = DEFAULT_TEMPLATES,
    jobs: int | None = None,
    step: Callable[[str], None] = lambda name: None,
) -> Outcome:
    """Make the Word documents of all workbooks in the folder `target`, and return what was made and found.

    A document that cannot be made does not keep the others from being made. What is in `target` already and would be
    the same is left alone. Raise TemplateError if a template of the office cannot be used.
    """
    outcome = Outcome()
    for kind in KINDS:
        outcome.findings += template(kind, templates).warnings
    for documents, general in read_all(workbooks, templates, jobs, step):
        outcome.findings += general
        for made in documents:
            _write(made, target, outcome)
            outcome.documents.append(made)
    return outcome


def _write(made: Made, target: Path, outcome: Outcome) -> None:
    if made.content is None:
        return
    path = target / f"{made.key}.docx"
    try:
        if not _holds(path, made.content):
            put(made.content, path)
        made.docx = path
    except TargetBusy as busy:
        made.docx = busy.kept
        outcome.halts.append(busy)
    except Halt as halt:
        outcome.halts.append(halt)


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def print_pdfs(
    outcome: Outcome,
    press: Press,
    earlier: Mapping[str, Any],
    *,
    jobs: int | None = None,
    force: bool = False,
    step: Callable[[str], None] = lambda name: None,
) -> None:
    """Print the documents of a run to PDF, each beside its Word file, by several LibreOffices at once.

    A PDF that `earlier`, the list of the run before, says was printed from the same document by the same press is
    left alone, unless `force`. What cannot be printed joins the halts of the outcome.
    """
    waiting: Queue[Made] = Queue()
    for made in outcome.documents:
        if made.docx is not None and (force or not _printed_before(made, earlier, press.fingerprint)):
            waiting.put(made)
    count = min(jobs or os.cpu_count() or 1, waiting.qsize())
    with ThreadPoolExecutor(max(count, 1)) as pool:
        printers = [pool.submit(_print_waiting, waiting, press, step) for _ in range(count)]
        try:
            for printer in printers:
                outcome.halts += printer.result()
        except BaseException:
            with suppress(Empty):
                while True:
                    waiting.get_nowait()
            raise


def keep_pdfs(outcome: Outcome, earlier: Mapping[str, Any]) -> None:
    """Note the PDFs that are still those of their documents; take away those that are not, so that nobody signs them.

    Only files that `earlier` lists are touched: what an officer put there stays.
    """
    listed = {known.get("pdf") for known in _documents(earlier)}
    for made in outcome.documents:
        if made.docx is None or _printed_before(made, earlier, None):
            continue
        path = made.docx.with_suffix(".pdf")
        if path.name in listed:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _print_waiting(waiting: "Queue[Made]", press: Press, step: Callable[[str], None]) -> list[Halt]:
    halts: list[Halt] = []
    with Converter(press) as converter:
        while True:
            try:
                made = waiting.get_nowait()
            except Empty:
                return halts
            assert made.docx is not None and made.content is not None
            target = made.docx.with_suffix(".pdf")
            try:
                made.pages = converter.convert(made.content, target).pages
                made.pdf = target
            except TargetBusy as busy:
                made.pdf = busy.kept
                halts.append(busy)
            except Halt as halt:
                halts.append(halt)
            step(made.key)


def _printed_before(made: Made, earlier: Mapping[str, Any], fingerprint: str | None) -> bool:
    """Return whether the PDF that is there is that of this very document; if so, note it and its pages."""
    assert made.docx is not None and made.content is not None
    if fingerprint is not None and earlier.get("printed_by") != fingerprint:
        return False
    path = made.docx.with_suffix(".pdf")
    for known in _documents(earlier):
        same = known.get("key") == made.key and known.get("sha256") == digest(made.content)
        if same and known.get("pdf") == path.name and path.is_file():
            made.pdf, made.pages = path, known.get("pages")
            return True
    return False


def _documents(manifest: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    documents = manifest.get("documents")
    return [known for known in documents if isinstance(known, dict)] if isinstance(documents, list) else []
