"""Rules about files, sheets and columns."""

import shutil
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

from generator.copies import waiting_copies
from generator.model.finding import Finding
from generator.reading import Owners, read_and_check
from generator.rollup import receive, roll_up
from tests import planbook
from tests.checks.examples.case import Case, Example, kr, plan
from tests.minibook import complete, draw, whole
from tests.workbook.rawzip import pack
from tests.workbook.test_package import compound

SOUND = complete()


def named(name: str, make: Callable[[Path], object], said: str = "") -> Case:
    """Return a file of this name as `make` leaves it."""

    def run(folder: Path) -> Sequence[Finding]:
        make(folder / name)
        return read_and_check(folder / name).findings

    return Case(said or name, run)


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def sound(path: Path) -> Path:
    return draw(SOUND, path)


def copied(*names: str) -> Case:
    """Return copies of one workbook."""

    def run(folder: Path) -> Sequence[Finding]:
        paths = [draw(SOUND, folder / names[0])]
        paths += [Path(shutil.copy(paths[0], folder / name)) for name in names[1:]]
        owners, found = Owners(), []
        for path in paths:
            checked = read_and_check(path)
            keys = [draft.key for draft in checked.kind.drafts(checked.book, checked.pictures)]
            found += [*checked.findings, *(finding for key in keys if (finding := owners.claim(key, path)))]
        return found

    return Case(" ".join(names), run)


def rolled_up(year: int, name: str) -> Case:
    """Return the plan of a year in the folder of the plans of 2567."""

    def run(folder: Path) -> Sequence[Finding]:
        drawing = planbook.whole(planbook.BOOK.replace("พ.ศ. | 2567", f"พ.ศ. | {year}"))
        path = draw(drawing, folder / name, planbook.address)
        findings = [noted.finding for noted in roll_up([receive(path)], [], year=2567).findings]
        return [finding for finding in findings if finding.rule.code.startswith("W")]

    return Case(f"2567 {name}", run)


def beside_a_copy(*names: str) -> Case:
    """Return workbooks of one district, as copies beside each other."""

    def run(folder: Path) -> Sequence[Finding]:
        paths = [draw(SOUND, folder / name) for name in names]
        return waiting_copies(paths[:1])

    return Case(" ".join(names), run)


def divisions_as_parts() -> Case:
    """Return a plan in which the names of the divisions were pasted over the parts of the projects."""

    def change(book: openpyxl.Workbook) -> None:
        for row in range(2, 10):
            book["โครงการ"].cell(row, 2).value = book["โครงการ"].cell(row, 7).value or "ฝ่ายโยธา"

    return plan(change=change)


RIGHT = named("KR-2568.xlsx", sound)


def swollen(path: Path) -> None:
    """Write a workbook of which one part unpacks to a thousand times its size."""
    with zipfile.ZipFile(sound(path)) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    pack(path, content | {"xl/worksheets/sheet2.xml": content["xl/worksheets/sheet2.xml"] + b" " * 5_000_000})


EXAMPLES = {
    "W001": Example(named("KR-2568.xls", lambda path: None), RIGHT),
    "W002": Example(named("KR-2568.xlsx", holding(b""), "KR-2568.xlsx 0"), RIGHT),
    "W003": Example(named("รายงาน.xlsx", holding("รายงาน".encode())), RIGHT),
    "W004": Example(named("KR-2568.xls", holding(compound("Workbook"))), RIGHT),
    "W005": Example(named("KR-2568.xlsx", holding(compound("EncryptionInfo", "EncryptedPackage"))), RIGHT),
    "W006": Example(named("KR-2568.xlsx", holding(b"PK\x03\x04 ...")), RIGHT),
    "W007": Example(named("KR-2568.xlsx", swollen), RIGHT),
    "W008": Example(named("KR-2568.xlsx", Path.mkdir), RIGHT),
    "W009": Example(
        named("KR-2568.ods", lambda path: pack(path, {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})),
        RIGHT,
    ),
    "W010": Example(kr("== Sheet1\nก | ข\n"), kr(SOUND)),
    "W011": Example(kr(SOUND.replace("== มาตรฐาน", "== มาตรฐาน (2)")), kr(SOUND)),
    "W012": Example(kr(SOUND.replace("| หน่วยนับ |", "| หน่วย |")), kr(SOUND)),
    "W013": Example(kr(SOUND.replace("\n'8214 | จำนวนคน", " | หน่วยนับ\n'8214 | จำนวนคน")), kr(SOUND)),
    "W014": Example(kr(whole() + "== แนบ ๘๒๑๔\nเขต | กลุ่ม\n"), kr(whole())),
    "W015": Example(kr("\n".join(line for line in SOUND.splitlines() if not line.startswith("'8214"))), kr(SOUND)),
    "W016": Example(kr(whole() + whole()[whole().index("== แนบ") :].replace("แนบ 8214", "แนบ (รหัส KR)")), kr(whole())),
    "W017": Example(kr(SOUND + "== _รุ่น\nkind | kr\nversion | 99\n"), kr(SOUND + "== _รุ่น\nkind | kr\nversion | 1\n")),
    "W018": Example(kr(whole().replace("ดุสิต | | 2 | 2", "ดุสิต | | 2 | 2 | 7")), kr(whole())),
    "W019": Example(kr(SOUND.replace("| ร้อยละต่อเขต |", "| ร้อยละของเขต |")), kr(SOUND)),
    "W021": Example(rolled_up(2568, "1022-ภาษีเจริญ-2568.xlsx"), rolled_up(2567, "1022-ภาษีเจริญ.xlsx")),
    "W022": Example(beside_a_copy("1022-ภาษีเจริญ.xlsx", "1022-ภาษีเจริญ.ปรับปรุง.xlsx"), beside_a_copy("1022-ภาษีเจริญ.xlsx")),
    "W023": Example(beside_a_copy("KR-2568.xlsx", "KR-2568.ตรวจแล้ว.xlsx"), beside_a_copy("KR-2568.xlsx")),
    "W024": Example(divisions_as_parts(), plan()),
    "W025": Example(
        named("KR-2567.xlsx", sound, "KR-2567.xlsx 2568"), named("KR-2568.xlsx", sound, "KR-2568.xlsx 2568")
    ),
    "W020": Example(copied("KR-2568.xlsx", "สำเนา KR-2568.xlsx"), copied("KR-2568.xlsx")),
}
