"""How listed PDFs stand: whatever makes one unfit is told with its cure, the gravest first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.manifest import JOURNAL
from generator.standing import Standing, entries, judge, unfinished
from tests.pages import entry, write_manifest

KEY = "1022-2568"


def nothing(folder: Path) -> None:
    pass


def lose_pdf(folder: Path) -> None:
    (folder / f"{KEY}.pdf").unlink()


def lose_word(folder: Path) -> None:
    (folder / f"{KEY}.docx").unlink()


def edit_word(folder: Path) -> None:
    (folder / f"{KEY}.docx").write_bytes(b"edited")


def edit_pdf(folder: Path) -> None:
    (folder / f"{KEY}.pdf").write_bytes(b"stamped")


@pytest.mark.parametrize(
    ("says", "change", "standing", "words", "cure"),
    [
        ({}, nothing, Standing.GOOD, "", ""),
        ({"docx": None, "pdf": None}, nothing, Standing.NOT_MADE, "สมุดงานมีข้อผิด", "1022-2568.xlsx ตามที่"),
        ({}, lose_pdf, Standing.MISSING, "ยังไม่มี PDF", "1022-2568.xlsx --pdf"),
        ({"pdf": None}, lose_pdf, Standing.MISSING, "ยังไม่มี PDF", "--pdf -o"),
        ({"pdf": "../secret.pdf"}, lose_pdf, Standing.MISSING, "ยังไม่มี PDF", "--pdf -o"),
        ({"pdf": None}, nothing, Standing.STALE, "ไม่ตรงกับไฟล์ Word", "ชื่ออื่นที่ขึ้นต้นด้วย 1022-2568"),
        ({}, edit_word, Standing.STALE, "ไม่ตรงกับไฟล์ Word", "generate build"),
        ({}, lose_word, Standing.GOOD, "", ""),
        ({}, edit_pdf, Standing.CHANGED, "ถูกแก้หลังทำ PDF", "ระบุไฟล์นั้น"),
        ({"draft": True}, nothing, Standing.DRAFT, "ยังเป็นร่าง", "--drafts"),
        ({"draft": True}, edit_pdf, Standing.CHANGED, "ถูกแก้", "generate build"),
        ({"draft": None}, nothing, Standing.DRAFT, "ยังเป็นร่าง", "--drafts"),
    ],
)
def test_a_listed_pdf_is_judged(
    tmp_path: Path,
    says: dict[str, Any],
    change: Callable[[Path], None],
    standing: Standing,
    words: str,
    cure: str,
) -> None:
    known = entry(tmp_path, KEY, "แผน", 1, **says)
    change(tmp_path)
    listed = judge(tmp_path, known, "เขตภาษีเจริญ")
    assert listed.standing is standing and listed.pdf == tmp_path / f"{KEY}.pdf"
    assert listed.is_there is listed.pdf.is_file() or standing is Standing.NOT_MADE
    if standing is Standing.GOOD:
        assert listed.complaint is None
    else:
        assert listed.complaint is not None
        assert listed.complaint.problem.th.startswith("เขตภาษีเจริญ: ") and words in listed.complaint.problem.th
        assert cure in listed.complaint.cure.th


def test_what_the_last_run_says_hides_what_earlier_ones_did(tmp_path: Path) -> None:
    old, new = entry(tmp_path, KEY, "เก่า", 1), entry(tmp_path, KEY, "ใหม่", 1)
    write_manifest(tmp_path, [new], earlier=[old, entry(tmp_path, "1023-2568", "อื่น", 1)])
    assert {key: known["title"] for key, known in entries(tmp_path).items()} == {KEY: "ใหม่", "1023-2568": "อื่น"}


def test_a_folder_in_the_middle_of_a_run_is_told(tmp_path: Path) -> None:
    assert unfinished(tmp_path) is None
    (tmp_path / JOURNAL).touch()
    assert (halt := unfinished(tmp_path)) is not None and "หยุดกลางคัน" in halt.problem.th


def test_the_cure_names_files_as_they_can_be_typed_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder := tmp_path / "outputs").mkdir()
    known = entry(folder, KEY, "แผน", 1, pdf=None, workbook="../inputs/แผน 2568/1022.xlsx")
    lose_pdf(folder)
    monkeypatch.chdir(tmp_path)
    complaint = judge(Path("outputs"), known, "ก").complaint
    assert complaint is not None
    assert complaint.cure.th == 'สั่ง generate build "inputs/แผน 2568/1022.xlsx" --pdf -o outputs'
