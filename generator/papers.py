"""Which PDFs files and folders name, in which order, and what keeps one of them from being printed.

Knows no printer.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.manifest import listed, read_manifest
from generator.outcome import digest
from generator.pdf.job import job_title
from generator.pdf.pagecount import BadPdf, count_pages
from generator.words import Halt, Words

LARGEST: Final = 1 << 30
"""In octets. A book of fifty plans has 25 MB."""

_NOT_THERE: Final = Words("ไม่พบ {name}", "there is no {name}")
_NOT_THERE_CURE: Final = Words("ตรวจชื่อไฟล์หรือโฟลเดอร์ แล้วสั่งใหม่", "check the name, then try again")
_NO_PDF_FILE: Final = Words("{name} ไม่ใช่ไฟล์ PDF", "{name} is no PDF")
_NO_PDF_FILE_CURE: Final = Words("ระบุไฟล์ .pdf หรือโฟลเดอร์ของเอกสาร", "name a .pdf, or the folder of the documents")
_NOTHING: Final = Words("ไม่มี PDF ใน {name}", "there is no PDF in {name}")
_MAKE: Final = Words("สร้าง PDF ด้วย generate build สมุดงาน --pdf", "make the PDFs with generate build WORKBOOK --pdf")
_NOT_MADE: Final = Words("{name}: ยังไม่ได้จัดทำเพราะสมุดงานมีข้อผิด", "{name}: it was not made, its workbook has errors")
_NOT_MADE_CURE: Final = Words("แก้ {workbook} แล้วสร้างใหม่", "mend {workbook}, then build again")
_NO_PDF: Final = Words("{name}: ยังไม่มี PDF", "{name}: there is no PDF")
_OLD: Final = Words("{name}: PDF ไม่ตรงกับไฟล์ Word ฉบับล่าสุด", "{name}: the PDF is not that of the present Word file")
_OLD_CURE: Final = Words(
    "สร้างใหม่ด้วย generate build สมุดงาน --pdf หากบันทึก PDF เองจาก Word ให้ตั้งชื่ออื่นแล้วระบุชื่อนั้น",
    "build again with generate build WORKBOOK --pdf; give a PDF saved from Word another name, and name it",
)
_DRAFT: Final = Words("{name}: ยังเป็นร่าง มีลายน้ำ", "{name}: it is a draft with a watermark")
_DRAFT_CURE: Final = Words(
    "เปลี่ยนสถานะเอกสารแล้วสร้างใหม่ หรือใส่ --drafts หากต้องการพิมพ์ร่าง",
    "change its status and build again, or print drafts with --drafts",
)
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
    known = _known(folder)
    if not known:
        if not inside:
            raise Halt(_NOTHING.filled(name=folder), _MAKE)
        return [_paper(path, None, drafts) for path in inside], []
    papers = [_of_manifest(folder, known[key], drafts) for key in sorted(known, key=_by_number)]
    names = {paper.path.name for paper in papers}
    return papers, [path for path in inside if path.name not in names]


def _alone(path: Path, drafts: bool) -> Paper:
    for entry in _known(path.parent).values():
        if path.name in (entry.get("pdf"), f"{entry.get('key')}.pdf"):
            return _of_manifest(path.parent, entry, drafts, path.name)
    return _paper(path, None, drafts)


def _known(folder: Path) -> dict[str, Mapping[str, Any]]:
    """Return what the manifest of a folder lists, by key; what the last run made hides what earlier ones did."""
    manifest = read_manifest(folder)
    return {str(entry.get("key")): entry for name in ("earlier", "documents") for entry in listed(manifest, name)}


def _of_manifest(folder: Path, entry: Mapping[str, Any], drafts: bool, name: str | None = None) -> Paper:
    """Return the PDF of a document that a manifest lists, or what keeps it from being printed."""
    key = job_title(str(entry.get("key")))
    printed = entry.get("pdf")
    path = folder / (
        name or (_file_name(printed) if isinstance(printed, str) else None) or f"{_file_name(key) or '_'}.pdf"
    )
    if not isinstance(entry.get("docx"), str):
        workbook = Path(str(entry.get("workbook"))).name
        return Paper(path, key, obstacle=Halt(_NOT_MADE.filled(name=key), _NOT_MADE_CURE.filled(workbook=workbook)))
    if not path.is_file():
        return Paper(path, key, obstacle=Halt(_NO_PDF.filled(name=key), _MAKE))
    if path.name != printed or _was_changed(folder, entry):
        return Paper(path, key, obstacle=Halt(_OLD.filled(name=key), _OLD_CURE))
    return _paper(path, entry, drafts)


def _was_changed(folder: Path, entry: Mapping[str, Any]) -> bool:
    """Return whether the Word file is another than when its PDF was made; one that is not there is not asked."""
    name = _file_name(str(entry.get("docx")))
    try:
        return name is None or digest((folder / name).read_bytes()) != entry.get("sha256")
    except OSError:
        return False


def _paper(path: Path, entry: Mapping[str, Any] | None, drafts: bool) -> Paper:
    title = job_title(f"{entry.get('key')} {entry.get('title')}" if entry else path.stem) or "PDF"
    try:
        if path.stat().st_size > LARGEST:
            return Paper(path, title, obstacle=Halt(_BAD.filled(name=path.name, reason=_LARGE), _OLD_CURE))
        content = path.read_bytes()
        pages = count_pages(content)
    except OSError as error:
        reason = error.strerror or str(error)
        return Paper(path, title, obstacle=Halt(_BAD.filled(name=path.name, reason=reason), _NOT_THERE_CURE))
    except BadPdf as bad:
        return Paper(path, title, obstacle=Halt(_BAD.filled(name=path.name, reason=bad.reason), _MAKE))
    sha256 = digest(content)
    if entry is not None and entry.get("pdf_sha256") not in (None, sha256):
        return Paper(path, title, obstacle=Halt(_OLD.filled(name=title), _OLD_CURE))
    if entry is not None and entry.get("draft") is not False and not drafts:
        return Paper(path, title, pages, obstacle=Halt(_DRAFT.filled(name=title), _DRAFT_CURE))
    return Paper(path, title, pages, sha256)


def _is_pdf(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() == ".pdf" and not path.name.startswith(".")


def _file_name(text: str) -> str | None:
    """Return the name of a file that a manifest gives, None if it leads out of the folder."""
    return text if text not in ("", ".", "..") and not re.search(r"[/\\\0]", text) else None


def _by_number(text: str) -> list[tuple[int, str]]:
    """Return a key that sorts names by the numbers in them."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text) if part]
