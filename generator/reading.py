"""Reads workbooks whole: which files there are, what kind each is, its book, and all that is wrong with it.

Makes nothing; knows no template and no screen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.copies import is_copy
from generator.forms.documents import KINDS, Kind
from generator.model.finding import Finding, Place
from generator.model.form import Form
from generator.model.rules import cell_rules, workbook_rules
from generator.render.values import Picture
from generator.words import Halt, Words
from generator.workbook.layout import folded
from generator.workbook.pictures import BadImage, read_image
from generator.workbook.reader import read_workbook

_SIGNATURE_HEIGHT: Final = 540_000
_SIGNATURE_WIDTH: Final = 1_800_000
"""A signature is scaled to fit 5 × 1.5 cm (in EMU)."""


@dataclass(frozen=True)
class Checked:
    """A workbook that was read and checked.

    `book` is that of its kind, None if there is nothing in it to make a document of; `findings` are all that is wrong,
    by the status of its documents; `pictures` are the signatures that it names.
    """

    workbook: Path
    kind: Kind
    book: Any
    findings: list[Finding]
    pictures: Mapping[str, Picture]

    @property
    def stopped(self) -> bool:
        """Whether an error of the whole workbook keeps every document of it from being made."""
        return self.book is None or any(finding.is_error and not finding.document for finding in self.findings)


def find_workbooks(paths: Iterable[Path]) -> list[Path]:
    """Return the workbooks that files and folders name, in order, each once; Excel's lock files are passed over.

    So is, in a folder, a copy beside the workbook that it is a copy of. Raise Halt if a path is not there or nothing
    is found.
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
    """Return whether a file in a folder is a workbook of its own: neither hidden nor a copy that waits."""
    if is_copy(path):
        return False
    return not any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)


def read_and_check(workbook: Path, content: bytes | None = None) -> Checked:
    """Return what a workbook says and what is wrong with it; whatever is in the file, it does not raise.

    With `content`, that is read as if it stood in the file.
    """
    reading = read_workbook(workbook, *(kind.form for kind in KINDS), content=content)
    kind = next(kind for kind in KINDS if kind.form is reading.form)
    if not kind.form.has_document(reading.rows):
        return Checked(workbook, kind, None, _ranked(reading.findings, kind.form), {})
    book = kind.book(reading.rows)
    findings = [*reading.findings, *kind.check(book)]
    pictures = _pictures(kind.pictures(book), workbook.parent, findings)
    return Checked(workbook, kind, book, _ranked(kind.settled(findings, book), kind.form), pictures)


class Owners:
    """Which workbook each document comes from: the first that has it."""

    def __init__(self) -> None:
        self._first: dict[str, Path] = {}

    def claim(self, key: str, workbook: Path) -> Finding | None:
        """Let a document be that of a workbook; return a finding that names both if an earlier one has it already."""
        first = self._first.setdefault(key, workbook)
        if first == workbook:
            return None
        return Place(workbook.name).finding(workbook_rules.DOUBLE_DOCUMENT, key=key, other=first.name)


class Faults(NamedTuple):
    """What is wrong with a workbook, and the keys of the documents that it would make."""

    findings: list[Finding]
    keys: list[str]


def find_faults(workbook: Path) -> Faults:
    """Return what is wrong with a workbook."""
    checked = read_and_check(workbook)
    if checked.book is None:
        return Faults(checked.findings, [])
    drafts = checked.kind.drafts(checked.book, checked.pictures)
    return Faults(checked.findings, list(dict.fromkeys(draft.key for draft in drafts)))


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
