"""How the PDFs stand that the list of a folder tells of: there or not, still those of their Word files, drafts.

Books and printers both ask it, so that what one refuses the other does. Knows nothing of what is in a PDF.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, Final

from generator.manifest import JOURNAL, file_name, listed, read_manifest
from generator.outcome import digest
from generator.words import Halt, Words

_BUILD: Final = Words("generate build {workbook} --pdf -o {folder}", "generate build {workbook} --pdf -o {folder}")
_NOT_MADE: Final = Words(
    "{name}: ยังทำเอกสารไม่ได้ เพราะสมุดงานมีข้อผิด", "{name}: it cannot be made, its workbook has errors"
)
_NOT_MADE_CURE: Final = Words(
    "แก้ {workbook} ตามที่ generate check บอก แล้วสั่ง {build}", "mend {workbook} as generate check says, then {build}"
)
_WITHDRAWN: Final = Words(
    "{name}: สมุดงาน {workbook} ไม่มีเอกสารนี้แล้ว หรืออ่านไม่ได้",
    "{name}: {workbook} has no such document any more, or cannot be read",
)
_WITHDRAWN_CURE: Final = Words(
    "ลบหรือย้าย {key}.docx และ {key}.pdf หากเลิกใช้ มิฉะนั้นแก้สมุดงานแล้วสั่ง {build}",
    "remove {key}.docx and {key}.pdf if they are not wanted any more; else mend the workbook, then {build}",
)
_MISSING: Final = Words("{name}: ยังไม่มี PDF", "{name}: there is no PDF")
_MISSING_CURE: Final = Words("สั่ง {build}", "{build}")
_STALE: Final = Words("{name}: {pdf} ไม่ตรงกับไฟล์ Word ฉบับล่าสุด", "{name}: {pdf} is not that of the present Word file")
_CHANGED: Final = Words("{name}: {pdf} ถูกแก้หลังทำ PDF", "{name}: {pdf} was changed since it was made")
_OWN_CURE: Final = Words(
    "หากแก้หรือบันทึก PDF เองจาก Word ให้ตั้งชื่ออื่นที่ขึ้นต้นด้วย {key} แล้วระบุไฟล์นั้นในคำสั่ง มิฉะนั้นสั่ง {build}",
    "if you made this PDF yourself, give it another name that begins with {key}, and name it; else {build}",
)
_DRAFT: Final = Words("{name}: ยังเป็นร่าง มีลายน้ำ", "{name}: it is a draft with a watermark")
_DRAFT_CURE: Final = Words(
    "เปลี่ยนสถานะเอกสารใน {workbook} แล้วสั่ง {build} หรือใส่ --drafts หากต้องการฉบับร่าง",
    "change its status in {workbook}, then {build}; or take drafts with --drafts",
)
_UNFINISHED: Final = Words(
    "การสร้างเอกสารใน {folder} ยังไม่เสร็จหรือหยุดกลางคัน", "the documents in {folder} are still being made, or were cut off"
)
_UNFINISHED_CURE: Final = Words(
    "รอให้เสร็จ หรือสั่ง generate build อีกครั้งให้ครบ", "wait, or run generate build again to its end"
)

_GONE: Final = "withdrawn"


class Standing(Enum):
    """How a listed PDF stands, the gravest first."""

    NOT_MADE = auto()
    WITHDRAWN = auto()
    MISSING = auto()
    STALE = auto()
    CHANGED = auto()
    DRAFT = auto()
    GOOD = auto()


@dataclass(frozen=True, slots=True)
class Listed:
    """A PDF of the list: where it is or would be, how it stands, and what to say of it unless it is good."""

    pdf: Path
    standing: Standing
    complaint: Halt | None

    @property
    def is_there(self) -> bool:
        """Whether there is a file at all."""
        return self.standing not in (Standing.NOT_MADE, Standing.WITHDRAWN, Standing.MISSING)


def entries(folder: Path) -> dict[str, Mapping[str, Any]]:
    """Return what a folder lists, by key; what the last run says comes before what it kept of earlier ones.

    Of these it is said, for `judge`, which ones their workbooks do not give any more.
    """
    manifest = read_manifest(folder)
    given = {str(source.get("workbook")): source.get("documents") for source in listed(manifest, "workbooks")}
    found = {}
    for entry in listed(manifest, "earlier"):
        keys = given.get(str(entry.get("workbook")))
        withdrawn = isinstance(keys, list) and entry.get("key") not in keys
        found[str(entry.get("key"))] = {**entry, _GONE: True} if withdrawn else entry
    return found | {str(entry.get("key")): entry for entry in listed(manifest, "documents")}


def unfinished(folder: Path) -> Halt | None:
    """Return what to say of a folder whose documents are still being made, or were cut off."""
    return Halt(_UNFINISHED.filled(folder=folder), _UNFINISHED_CURE) if (folder / JOURNAL).exists() else None


def judge(folder: Path, entry: Mapping[str, Any], name: str) -> Listed:
    """Return how the PDF of a listed document stands; `name` is what it is called by.

    A Word file that is not there any more is not asked: then the PDF is what was made last.
    """
    key = file_name(entry.get("key")) or "_"
    pdf = folder / (file_name(entry.get("pdf")) or f"{key}.pdf")
    standing = _standing(folder, entry, pdf if pdf.is_file() else folder / f"{key}.pdf")
    if standing in (Standing.STALE, Standing.CHANGED) and not pdf.is_file():
        pdf = folder / f"{key}.pdf"
    workbook = _shown(folder / str(entry.get("workbook")))
    build = _BUILD.filled(workbook=workbook, folder=_shown(folder))
    words = {"name": name, "pdf": pdf.name, "workbook": workbook, "build": build, "key": key}
    complaint = {
        Standing.NOT_MADE: (_NOT_MADE, _NOT_MADE_CURE),
        Standing.WITHDRAWN: (_WITHDRAWN, _WITHDRAWN_CURE),
        Standing.MISSING: (_MISSING, _MISSING_CURE),
        Standing.STALE: (_STALE, _OWN_CURE),
        Standing.CHANGED: (_CHANGED, _OWN_CURE),
        Standing.DRAFT: (_DRAFT, _DRAFT_CURE),
    }.get(standing)
    return Listed(pdf, standing, Halt(*(sentence.filled(**words) for sentence in complaint)) if complaint else None)


def _standing(folder: Path, entry: Mapping[str, Any], pdf: Path) -> Standing:
    docx = file_name(entry.get("docx"))
    if docx is None:
        return Standing.NOT_MADE
    if entry.get(_GONE) is True:
        return Standing.WITHDRAWN
    if not pdf.is_file():
        return Standing.MISSING
    if pdf.name != entry.get("pdf") or _digest(folder / docx) not in (None, entry.get("sha256")):
        return Standing.STALE
    if _digest(pdf) != entry.get("pdf_sha256"):
        return Standing.CHANGED
    return Standing.GOOD if entry.get("draft") is False else Standing.DRAFT


def _digest(path: Path) -> str | None:
    try:
        return digest(path.read_bytes())
    except OSError:
        return None


def _shown(path: Path) -> str:
    """Return a path as it can be typed behind a command here."""
    whole, here = path.resolve(), Path.cwd()
    shown = str(whole.relative_to(here) if whole.is_relative_to(here) else whole)
    return f'"{shown}"' if " " in shown else shown
