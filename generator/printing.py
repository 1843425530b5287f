"""Puts documents into their folder and prints them: Word files, PDFs, and the pages that contents show."""

import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from generator.files import TargetBusy, put, set_aside
from generator.manifest import known_documents, pages_in
from generator.outcome import Made, Outcome, digest
from generator.parallel import patiently
from generator.render.pages import Mark, labels, marks, with_pages
from generator.words import Halt

if TYPE_CHECKING:  # else imported where something is printed: a run for Word files alone needs none of it
    from generator.pdf.convert import Converter
    from generator.pdf.press import Press


def write_document(made: Made, target: Path, outcome: Outcome) -> None:
    """Write the Word file of a document to its folder, unless it is there already; a halt joins the outcome.

    Its content is not held any longer.
    """
    assert made.content is not None
    content, made.content = made.content, None
    made.sha256 = digest(content)
    path = target / f"{made.key}.docx"
    try:
        if not _holds(path, content):
            put(content, path)
            made.rewritten = True
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


def with_known_pages(made: Made, known: Mapping[str, Any]) -> None:
    """Let the contents of a document show the pages that `known`, what the list says of it, gives for it."""
    if made.content is None or not made.has_contents:
        return
    made.pageless = True
    if found := pages_in(known):
        made.labels = found
        made.content = with_pages(made.content, made.labels)
        made.counted_for = str(known.get("counted_for") or "")
        made.counted_by = str(known.get("counted_by") or "")
        made.pageless = any(mark.name not in made.labels for mark in marks(made.content))


def keep_edited(made: Made, known: Mapping[str, Any], target: Path, outcome: Outcome) -> None:
    """Set the Word file of a document aside if it is not what `known`, the list, says was made: somebody edited it."""
    path = target / f"{made.key}.docx"
    if made.content is None or known.get("docx") != path.name or not path.is_file():
        return
    if digest(path.read_bytes()) not in (known.get("sha256"), digest(made.content)):
        _set_aside(path, outcome)


def _set_aside(path: Path, outcome: Outcome) -> None:
    if (aside := set_aside(path)) is not None:
        outcome.set_aside.append(aside)


def recall_pdf(made: Made, known: Mapping[str, Any], outcome: Outcome) -> None:
    """Note the PDF that `known`, what the list says of a document, tells of, if it is there and still that of its Word
    file; else take it away, so that nobody signs it, or set it aside if somebody changed it. A PDF that the list does
    not tell of, an officer put there.
    """
    if made.docx is None or known.get("pdf") != (path := made.docx.with_suffix(".pdf")).name:
        return
    if not path.is_file():
        return
    if (found := digest(path.read_bytes())) != known.get("pdf_sha256"):
        _set_aside(path, outcome)
    elif known.get("sha256") == made.sha256:
        made.pdf, made.pdf_sha256, made.pages = path, found, known.get("pages")
        made.printed_by = str(known.get("printed_by") or "")
    else:
        _remove(path)


def print_documents(
    outcome: Outcome,
    press: "Press",
    target: Path,
    *,
    pdf: bool,
    count_pages: bool = True,
    jobs: int | None = None,
    force: bool = False,
    step: Callable[[str], None] = lambda name: None,
    note: Callable[[Made], None] = lambda made: None,
) -> None:
    """Print the documents of a run, by several LibreOffices at once: to PDF, and to learn the pages of their contents.

    What the same press printed already, or counted for the same document, is left alone, unless `force`. With `pdf`
    not set, only the pages are counted; with `count_pages` not set, contents stay as they are. What cannot be printed
    joins the halts of the outcome. Ctrl+C ends it when what is being printed is done. `step` is told the name of each
    document that is done, and `note` given it.
    """
    work = Waiting(press, target, pdf, count_pages, step, note)
    for made in to_print(outcome, press, pdf=pdf, count_pages=count_pages, force=force):
        work.documents.put(made)
    count = min(jobs or os.cpu_count() or 1, work.documents.qsize())
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max(count, 1)) as pool:
        spare = None if pdf else Path(folder)
        printers = [pool.submit(_print_waiting, work, spare) for _ in range(count)]
        try:
            for printer in printers:
                outcome.halts += patiently(printer).result()
        except KeyboardInterrupt:
            outcome.interrupted, outcome.unprinted = True, work.documents.qsize()
        finally:
            with suppress(Empty):
                while True:
                    work.documents.get_nowait()


def to_print(outcome: Outcome, press: "Press", *, pdf: bool, count_pages: bool, force: bool) -> list[Made]:
    """Return the documents that `press` has to print or to count, the arguments being those of `print_documents`."""
    return [
        made
        for made in outcome.documents
        if made.docx is not None
        and (
            (count_pages and made.has_contents and (force or not made.counted or made.counted_by != press.fingerprint))
            or (pdf and (force or made.pdf is None or made.printed_by != press.fingerprint))
        )
    ]


def clear_kept(outcome: Outcome, earlier: Mapping[str, Any]) -> None:
    """Take away what an earlier run kept beside an open file, as NAME.new.docx, where NAME.docx is written again.

    Only files that `earlier` lists are touched, and Word files only if they are still as we wrote them.
    """
    documents = known_documents(earlier)
    for made in outcome.documents:
        known = documents.get(made.key)
        if known is None or made.docx is None or made.docx.name != f"{made.key}.docx":
            continue
        kept = _kept(made.docx, known.get("docx"))
        if kept is not None and kept.is_file() and digest(kept.read_bytes()) == known.get("sha256"):
            _remove(kept)
        printed = made.docx.with_suffix(".pdf")
        kept = _kept(printed, known.get("pdf"))
        if kept is not None and (made.pdf == printed or made.sha256 != known.get("sha256")):
            _remove(kept)


def _kept(path: Path, name: object) -> Path | None:
    """Return the file `name` beside `path` if that is what `files.put` calls what it keeps for it."""
    pattern = rf"{re.escape(path.stem)}\.new(-[2-9])?{re.escape(path.suffix)}"
    return path.with_name(name) if isinstance(name, str) and re.fullmatch(pattern, name) else None


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


class Waiting:
    """The documents that wait to be printed, and what all who print them have to know."""

    def __init__(
        self,
        press: "Press",
        target: Path,
        pdf: bool,
        count_pages: bool,
        step: Callable[[str], None],
        note: Callable[[Made], None],
    ) -> None:
        self.documents: Queue[Made] = Queue()
        self.press, self.target, self.pdf, self.count_pages = press, target, pdf, count_pages
        self.step, self.note = step, note


def _print_waiting(work: Waiting, spare: Path | None) -> list[Halt]:
    """Print what is waiting, beside its Word file or into the `spare` folder; return what went wrong."""
    from generator.pdf.convert import Converter

    passed = Outcome()
    with Converter(work.press) as converter:
        while True:
            try:
                made = work.documents.get_nowait()
            except Empty:
                return passed.halts
            try:
                _print(made, converter, work, spare, passed)
            except TargetBusy as busy:
                made.pdf = busy.kept
                passed.halts.append(busy)
            except Halt as halt:
                passed.halts.append(halt)
            work.note(made)
            work.step(made.name)


def _print(made: Made, converter: "Converter", work: Waiting, spare: Path | None, passed: Outcome) -> None:
    from generator.pdf.convert import PdfFailure

    assert made.docx is not None
    content = made.docx.read_bytes()
    marked = marks(content) if work.count_pages and made.has_contents else []
    found = made.labels

    def counted(pages: Mapping[str, int]) -> Mapping[str, str]:
        nonlocal found
        if marked:
            found = labels(marked, pages)
        return found

    path = (spare or made.docx.parent) / f"{made.docx.stem}.pdf"
    try:
        pages = converter.convert(content, path, counted).pages
    except PdfFailure:  # nothing was written: a PDF that was there is still that of its Word file
        raise
    except Halt:  # the PDF cannot be put there, but its pages are counted
        _show_pages(made, content, found, marked, work, passed)
        raise
    before, made.skipped = made.sha256, False
    _show_pages(made, content, found, marked, work, passed)
    made.pages = pages
    if spare is None:
        made.pdf, made.pdf_sha256, made.printed_by = path, digest(path.read_bytes()), work.press.fingerprint
    elif made.pdf is not None and made.sha256 != before:
        _remove(made.pdf)
        made.pdf = None


def _show_pages(
    made: Made, content: bytes, found: Mapping[str, str], marked: Sequence[Mark], work: Waiting, passed: Outcome
) -> None:
    """Let the contents of the Word file show the pages that were found for their marks, if they were counted."""
    if marked:
        made.labels, made.counted_for, made.counted_by = found, made.filled, work.press.fingerprint
        made.pageless = any(mark.name not in found for mark in marked)
        made.content = with_pages(content, found)
        write_document(made, work.target, passed)
