"""Puts documents into their folder and prints them: Word files, PDFs, and the pages that contents show."""

import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Final

from generator.files import TargetBusy, put
from generator.outcome import Made, Outcome, digest, listed
from generator.pdf.convert import Converter, PdfFailure
from generator.pdf.press import Press
from generator.render.pages import Mark, labels, marks, with_pages
from generator.words import Halt

PAGE: Final = re.compile(r"\(?[ก-ฮ๐-๙]{1,6}\)?")
"""How a page is called in contents."""


def write_document(made: Made, target: Path, outcome: Outcome) -> None:
    """Write the Word file of a document to its folder, unless it is there already; a halt joins the outcome."""
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


def with_known_pages(made: Made, earlier: Mapping[str, Any]) -> None:
    """Let the contents of a document show the pages that the run before counted, and note if it was the same one."""
    if made.content is None or not made.has_contents:
        return
    made.pageless = True
    for known in _documents(earlier):
        pages = known.get("contents")
        if known.get("key") == made.key and isinstance(pages, dict):
            made.labels = {mark: label for mark, label in pages.items() if PAGE.fullmatch(str(label))}
            made.content = with_pages(made.content, made.labels)
            made.counted_for = str(known.get("counted_for") or "")
            made.pageless = any(mark.name not in made.labels for mark in marks(made.content))


def print_documents(
    outcome: Outcome,
    press: Press,
    target: Path,
    earlier: Mapping[str, Any],
    *,
    pdf: bool,
    count_pages: bool = True,
    jobs: int | None = None,
    force: bool = False,
    step: Callable[[str], None] = lambda name: None,
) -> None:
    """Print the documents of a run, by several LibreOffices at once: to PDF, and to learn the pages of their contents.

    A PDF that `earlier`, the list of the run before, says was printed from the same document by the same press is
    left alone, unless `force`; so are pages that were counted for the same document. With `pdf` not set, only the
    pages are counted; with `count_pages` not set, contents stay as they are. What cannot be printed joins the halts of
    the outcome.
    """
    waiting: Queue[Made] = Queue()
    for made in outcome.documents:
        if made.docx is None:
            continue
        counting = count_pages and made.has_contents and (force or not made.counted)
        if counting or (pdf and (force or not _printed_before(made, earlier, press.fingerprint))):
            waiting.put(made)
    count = min(jobs or os.cpu_count() or 1, waiting.qsize())
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max(count, 1)) as pool:
        spare = None if pdf else Path(folder)
        printers = [pool.submit(_print_waiting, waiting, press, target, spare, count_pages, step) for _ in range(count)]
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
    ours = {known.get("pdf") for known in _documents(earlier)}
    for made in outcome.documents:
        if made.docx is None or made.pdf is not None or _printed_before(made, earlier, None):
            continue
        path = made.docx.with_suffix(".pdf")
        if path.name in ours:
            with suppress(OSError):
                path.unlink(missing_ok=True)


def clear_kept(outcome: Outcome, earlier: Mapping[str, Any]) -> None:
    """Take away what an earlier run kept beside an open file, as NAME.new.docx, where NAME.docx is written again.

    Only files that `earlier` lists are touched, and Word files only if they are still as we wrote them.
    """
    for made in outcome.documents:
        for known in (known for known in _documents(earlier) if known.get("key") == made.key):
            if made.content is None or made.docx is None or made.docx.name != f"{made.key}.docx":
                continue
            kept = _kept(made.docx, known.get("docx"))
            if kept is not None and kept.is_file() and digest(kept.read_bytes()) == known.get("sha256"):
                _remove(kept)
            printed = made.docx.with_suffix(".pdf")
            kept = _kept(printed, known.get("pdf"))
            if kept is not None and (made.pdf == printed or digest(made.content) != known.get("sha256")):
                _remove(kept)


def _kept(path: Path, name: object) -> Path | None:
    """Return the file `name` beside `path` if that is what `files.put` calls what it keeps for it."""
    pattern = rf"{re.escape(path.stem)}\.new(-[2-9])?{re.escape(path.suffix)}"
    return path.with_name(name) if isinstance(name, str) and re.fullmatch(pattern, name) else None


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _print_waiting(
    waiting: "Queue[Made]",
    press: Press,
    target: Path,
    spare: Path | None,
    count_pages: bool,
    step: Callable[[str], None],
) -> list[Halt]:
    """Print what is waiting, beside its Word file or into the `spare` folder; return what went wrong."""
    passed = Outcome()
    with Converter(press) as converter:
        while True:
            try:
                made = waiting.get_nowait()
            except Empty:
                return passed.halts
            try:
                _print(made, converter, target, spare, count_pages, passed)
            except TargetBusy as busy:
                made.pdf = busy.kept
                passed.halts.append(busy)
            except Halt as halt:
                passed.halts.append(halt)
            step(made.key)


def _print(
    made: Made, converter: Converter, target: Path, spare: Path | None, count_pages: bool, passed: Outcome
) -> None:
    assert made.docx is not None and made.content is not None
    marked = marks(made.content) if count_pages and made.has_contents else []
    found = made.labels

    def counted(pages: Mapping[str, int]) -> Mapping[str, str]:
        nonlocal found
        if marked:
            found = labels(marked, pages)
        return found

    path = (spare or made.docx.parent) / f"{made.docx.stem}.pdf"
    try:
        made.pages = converter.convert(made.content, path, counted).pages
        made.pdf = None if spare else path
    except PdfFailure:
        raise
    except Halt:  # the PDF cannot be put there, but its pages are counted
        _show_pages(made, found, marked, target, passed)
        raise
    _show_pages(made, found, marked, target, passed)


def _show_pages(made: Made, found: Mapping[str, str], marked: Sequence[Mark], target: Path, passed: Outcome) -> None:
    """Let the contents of the Word file show the pages that were found for their marks, if they were counted."""
    if marked and made.content is not None:
        made.labels, made.counted_for = found, made.filled
        made.pageless = any(mark.name not in found for mark in marked)
        made.content = with_pages(made.content, found)
        write_document(made, target, passed)


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
    return [known for name in ("earlier", "documents") for known in listed(manifest, name)]
