"""Which PDFs files and folders name, in which order, and what keeps one of them from being printed.

Knows no printer.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator import standing
from generator.outcome import digest
from generator.pdf.job import job_title
from generator.pdf.pagecount import BadPdf, count_pages
from generator.standing import Standing
from generator.words import Halt, Words

LARGEST: Final = 1 << 30
"""In octets. A book of fifty plans has 25 MB."""

_DIGITS: Final = 100
"""So many digits of a number are looked at where names are sorted: the key of a damaged manifest may have millions."""

_NOT_THERE: Final = Words("ไม่พบ {name}", "there is no {name}")
_NOT_THERE_CURE: Final = Words("ตรวจชื่อไฟล์หรือโฟลเดอร์ แล้วสั่งใหม่", "check the name, then try again")
_NO_PDF_FILE: Final = Words("{name} ไม่ใช่ไฟล์ PDF", "{name} is no PDF")
_NO_PDF_FILE_CURE: Final = Words("ระบุไฟล์ .pdf หรือโฟลเดอร์ของเอกสาร", "name a .pdf, or the folder of the documents")
_NOTHING: Final = Words("ไม่มี PDF ใน {name}", "there is no PDF in {name}")
_MAKE: Final = Words("สร้าง PDF ด้วย generate build สมุดงาน --pdf", "make the PDFs with generate build WORKBOOK --pdf")
_BAD: Final = Words("{name}: {reason}", "{name}: {reason}")
_LARGE: Final = Words("ไฟล์ใหญ่เกิน 1 GB", "it is larger than 1 GB")


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that is to be printed: its title, its pages, the fingerprint of its content; or why it cannot be."""

    path: Path
    title: str
    pages: int = 0
    sha256: str = ""
    obstacle: Halt | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked to be printed, in order, and the PDFs of its folders that no manifest lists."""

    papers: list[Paper]
    passed_over: list[Path]


def select(paths: Iterable[Path], drafts: bool = False) -> Selection:
    """Return what files and folders name, each once, in the order given, those of a folder by their keys.

    Of a folder with a manifest, what it lists is taken, else every PDF. Raise Halt if a path is not there or holds no
    PDF.
    """
    found: dict[Path, Paper] = {}
    passed_over: list[Path] = []
    for path in paths:
        if path.is_dir():
            papers, others = _in_folder(path, drafts)
            passed_over += others
        elif not path.exists():
            raise Halt(_NOT_THERE.filled(name=path), _NOT_THERE_CURE)
        elif path.suffix.lower() != ".pdf":
            raise Halt(_NO_PDF_FILE.filled(name=path), _NO_PDF_FILE_CURE)
        else:
            papers = [_alone(path, drafts)]
        for paper in papers:
            found.setdefault(paper.path.resolve(), paper)
    return Selection(list(found.values()), [path for path in passed_over if path.resolve() not in found])


def _in_folder(folder: Path, drafts: bool) -> tuple[list[Paper], list[Path]]:
    inside = sorted((path for path in folder.iterdir() if _is_pdf(path)), key=lambda path: _by_number(path.name))
    known = standing.entries(folder)
    if not known:
        if not inside:
            raise Halt(_NOTHING.filled(name=folder), _MAKE)
        return [_paper(path, path.stem) for path in inside], []
    papers = [_of_manifest(folder, known[key], drafts) for key in sorted(known, key=_by_number)]
    names = {paper.path.name for paper in papers}
    return papers, [path for path in inside if path.name not in names]


def _alone(path: Path, drafts: bool) -> Paper:
    for key, entry in standing.entries(path.parent).items():
        if path.name in (entry.get("pdf"), f"{key}.pdf"):
            return _of_manifest(path.parent, entry, drafts)
    return _paper(path, path.stem)


def _of_manifest(folder: Path, entry: Mapping[str, Any], drafts: bool) -> Paper:
    """Return the PDF of a document that a manifest lists, or what keeps it from being printed."""
    title = job_title(f"{entry.get('key')} {entry.get('title')}")
    known = standing.judge(folder, entry, job_title(str(entry.get("key"))))
    if known.complaint is not None and not (drafts and known.standing is Standing.DRAFT):
        return Paper(known.pdf, title, obstacle=known.complaint)
    return _paper(known.pdf, title)


def _paper(path: Path, title: str) -> Paper:
    title = job_title(title) or "PDF"
    try:
        if path.stat().st_size > LARGEST:
            return Paper(path, title, obstacle=Halt(_BAD.filled(name=path.name, reason=_LARGE), _MAKE))
        content = path.read_bytes()
        pages = count_pages(content)
    except OSError as error:
        reason = error.strerror or str(error)
        return Paper(path, title, obstacle=Halt(_BAD.filled(name=path.name, reason=reason), _NOT_THERE_CURE))
    except BadPdf as bad:
        return Paper(path, title, obstacle=Halt(_BAD.filled(name=path.name, reason=bad.reason), _MAKE))
    return Paper(path, title, pages, digest(content))


def _is_pdf(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == ".pdf" and not path.name.startswith(".")


def _by_number(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts names by the numbers in them."""
    return [(int(part[:_DIGITS]), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text) if part]
