"""Word documents into PDF: the print copy is printed by a worker, which is replaced when it hangs, crashes or ages.

Knows nothing of forms or workbooks, only finished documents and where their PDF belongs.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.files import put
from generator.pdf.identity import settle
from generator.pdf.press import Press, find_press
from generator.pdf.printcopy import NotADocument, PrintCopy
from generator.pdf.worker import Answer, Worker, WorkerLost
from generator.words import Halt, Words

LIMIT_SECONDS = 120.0
COPY, PRINTED = "document.docx", "document.pdf"
JOBS_PER_WORKER = 40  # LibreOffice grows with every document

FAILED = Words(
    "LibreOffice ทำไฟล์ PDF {name} ไม่สำเร็จ แต่ไฟล์ Word ยังใช้ได้",
    "LibreOffice could not make {name}, but the Word file is good",
)
FAILED_CURE = Words("สั่งใหม่อีกครั้ง หรือเปิดไฟล์ Word แล้วบันทึกเป็น PDF", "try again, or save it as PDF from Word")


Labels = Callable[[Mapping[str, int]], Mapping[str, str]]


def no_labels(pages: Mapping[str, int]) -> Mapping[str, str]:
    """Return no labels, for documents without contents."""
    return {}


class PdfFailure(Halt):
    """A document could not be printed, not even by a fresh LibreOffice; `detail` is for us."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(FAILED.filled(name=name), FAILED_CURE)
        self.detail = detail


@dataclass(frozen=True, slots=True)
class PdfResult:
    """What was printed: the number of pages, and the page, from 1, on which each bookmark of the document begins."""

    pages: int
    bookmarks: dict[str, int]


class Converter:
    """Prints documents, one after the other, with a LibreOffice of its own that starts with the first.

    To be used in a `with` statement and by one thread; several may be used side by side.
    """

    def __init__(
        self, press: Press | None = None, *, limit: float = LIMIT_SECONDS, jobs_per_worker: int = JOBS_PER_WORKER
    ) -> None:
        """Take `press`, by default that of this computer; `limit` is the time for one document in seconds.

        Raises Halt when something is missing.
        """
        self.press = press or find_press()
        self.limit = limit
        self._jobs_per_worker = jobs_per_worker
        self._worker: Worker | None = None
        self._jobs = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End LibreOffice; a further document starts a new one."""
        worker, self._worker, self._jobs = self._worker, None, 0
        if worker is not None:
            worker.end()

    @property
    def worker_pid(self) -> int | None:
        """The number of the worker's process, None while there is none."""
        return self._worker.pid if self._worker is not None else None

    def convert(self, docx: bytes | Path, target: Path, labels: Labels = no_labels) -> PdfResult:
        """Print `docx`, a finished document or its path, to the PDF `target`, whose folder is there.

        `labels` is given the pages of all bookmarks and returns what the contents are to show for some of them.

        Raises PdfFailure when it cannot be printed, TargetBusy when `target` cannot be replaced, Halt when the
        typeface cannot be made or the folder not be written, OSError when `docx` cannot be read.
        """
        document = docx.read_bytes() if isinstance(docx, Path) else docx
        typeface = self.press.typeface
        try:
            copy = PrintCopy(document, typeface.family, typeface.symbols)
        except NotADocument as error:
            raise PdfFailure(target.name, str(error)) from error
        pdf, result = self._print(copy, target.name, labels)
        put(settle(pdf), target)
        return result

    def _print(self, copy: PrintCopy, name: str, labels: Labels) -> tuple[bytes, PdfResult]:
        try:
            return self._try_to_print(copy, labels)
        except (WorkerLost, OSError):
            pass  # once more, with a fresh worker
        try:
            return self._try_to_print(copy, labels)
        except (WorkerLost, OSError) as error:
            raise PdfFailure(name, str(error)) from error

    def _try_to_print(self, copy: PrintCopy, labels: Labels) -> tuple[bytes, PdfResult]:
        if self._jobs >= self._jobs_per_worker:
            self.close()
        if self._worker is None:
            office = self.press.office
            self._worker = Worker(office.python, office.program, self.press.typeface.environment())
        self._jobs += 1
        source, printed = self._worker.folder / COPY, self._worker.folder / PRINTED
        done = False
        try:
            source.write_bytes(copy.content())
            job = {"source": str(source), "target": str(printed), "joined": [asdict(table) for table in copy.joined]}
            result = _result(self._worker.ask(job, self.limit))
            self._worker.ask({"labels": dict(labels(result.bookmarks))}, self.limit)
            pdf = printed.read_bytes()
            source.unlink()
            printed.unlink()  # so that the next document cannot be mistaken for this one
            done = True
        finally:
            if not done:  # whatever it was: the next document must not meet this worker or its late answer
                self.close()
        return pdf, result


def _result(answer: Answer) -> PdfResult:
    pages, bookmarks = answer.get("pages"), answer.get("bookmarks")
    if not isinstance(pages, int) or not isinstance(bookmarks, dict):
        raise WorkerLost(f"an answer without pages: {answer}")
    return PdfResult(pages, {str(name): int(page) for name, page in bookmarks.items()})
