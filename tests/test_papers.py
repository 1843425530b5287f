"""What is to be printed stands in order, and what must not be printed is named with its cure."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.outcome import digest
from generator.papers import Paper, select
from generator.words import Halt
from tests.pages import entry, pdf, write_manifest

TITLE = "แผนปฏิบัติราชการประจำปี พ.ศ. ๒๕๖๘ สำนักงานเขตภาษีเจริญ"


def obstacle(paper: Paper) -> str:
    assert paper.obstacle is not None
    return f"{paper.obstacle.problem.th}: {paper.obstacle.cure.th}"


def test_the_pdfs_of_a_manifest_come_by_district_with_their_titles(tmp_path: Path) -> None:
    documents = [entry(tmp_path, "1022-2568", TITLE, 3), entry(tmp_path, "1004-2568", "บางรัก", 1)]
    write_manifest(tmp_path, documents, [entry(tmp_path, "1003-2568", "หนองจอก", 2)])
    papers = select([tmp_path]).papers
    assert [(paper.title, paper.pages) for paper in papers] == [
        ("1003-2568 หนองจอก", 2),
        ("1004-2568 บางรัก", 1),
        (f"1022-2568 {TITLE}", 3),
    ]
    assert not any(paper.obstacle for paper in papers)


def test_a_book_beside_the_plans_is_not_printed_unless_it_is_named(tmp_path: Path) -> None:
    write_manifest(tmp_path, [entry(tmp_path, "1022-2568", TITLE, 1)])
    (book := tmp_path / "แผน-50-เขต.pdf").write_bytes(pdf(9))
    selection = select([tmp_path])
    assert [paper.path.name for paper in selection.papers] == ["1022-2568.pdf"] and selection.passed_over == [book]
    selection = select([tmp_path, book])
    assert selection.papers[1].title == "แผน-50-เขต" and selection.passed_over == []


def test_without_a_manifest_all_pdfs_of_a_folder_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("เขต 10.pdf", "เขต 9.PDF", ".เขต 1.pdf"):
        (tmp_path / name).write_bytes(pdf(1))
    assert [paper.title for paper in select([tmp_path]).papers] == ["เขต 9", "เขต 10"]


def test_files_come_in_the_order_in_which_they_are_named_and_once(tmp_path: Path) -> None:
    (tmp_path / "ว่าง").mkdir()
    for name in ("ก.pdf", "ข.pdf"):
        (tmp_path / name).write_bytes(pdf(1))
    paths = [tmp_path / "ข.pdf", tmp_path / "ก.pdf", tmp_path / "ว่าง" / ".." / "ข.pdf"]
    assert [paper.title for paper in select(paths).papers] == ["ข", "ก"]


@pytest.mark.parametrize(
    ("difference", "change", "words"),
    [
        ({"docx": None, "pdf": None}, None, "1022-2568.xlsx ตามที่ generate check บอก"),
        ({"pdf": None}, lambda folder: (folder / "1022-2568.pdf").unlink(), "ยังไม่มี PDF"),
        ({}, lambda folder: (folder / "1022-2568.pdf").unlink(), "ยังไม่มี PDF"),
        ({"pdf": None}, None, "ไม่ตรงกับไฟล์ Word"),
        ({}, lambda folder: (folder / "1022-2568.docx").write_bytes(b"edited"), "ไม่ตรงกับไฟล์ Word"),
        ({}, lambda folder: (folder / "1022-2568.pdf").write_bytes(pdf(3, "other")), "ถูกแก้หลังทำ PDF"),
        ({"draft": True}, None, "ยังเป็นร่าง"),
        (
            {"pdf_sha256": digest(b"%PDF-1.7")},
            lambda folder: (folder / "1022-2568.pdf").write_bytes(b"%PDF-1.7"),
            "เสีย",
        ),
    ],
    ids=["errors", "none", "lost", "no longer its own", "word edited", "pdf edited", "draft", "damaged"],
)
def test_what_must_not_be_printed_is_named_with_its_cure(
    tmp_path: Path, difference: dict[str, Any], change: Callable[[Path], object] | None, words: str
) -> None:
    made = entry(tmp_path, "1022-2568", TITLE, 3, **difference)
    write_manifest(tmp_path, [made, entry(tmp_path, "1023-2568", "ก", 1)])
    if change is not None:
        change(tmp_path)
    bad, good = select([tmp_path]).papers
    assert words in obstacle(bad) and "1022-2568" in obstacle(bad) and good.obstacle is None
    if bad.path.exists():
        (named,) = select([bad.path]).papers
        assert obstacle(named) == obstacle(bad)


def test_drafts_are_printed_if_they_are_asked_for(tmp_path: Path) -> None:
    write_manifest(tmp_path, [entry(tmp_path, "1022-2568", TITLE, 3, draft=True)])
    assert select([tmp_path], drafts=True).papers[0].obstacle is None


def test_a_manifest_does_not_lead_out_of_its_folder(tmp_path: Path) -> None:
    (folder := tmp_path / "out").mkdir()
    (tmp_path / "secret.pdf").write_bytes(pdf(3))
    made = entry(folder, "1022-2568", TITLE, 3)
    for wrong in ("../secret.pdf", str(tmp_path / "secret.pdf"), ".."):
        write_manifest(folder, [made | {"pdf": wrong}, made | {"key": wrong.removesuffix(".pdf"), "pdf": None}])
        for paper in select([folder]).papers:
            assert paper.path.parent == folder and paper.obstacle is not None


def test_a_key_of_too_many_digits_is_sorted_all_the_same(tmp_path: Path) -> None:
    made = entry(tmp_path, "1022-2568", TITLE, 3)
    write_manifest(tmp_path, [made | {"key": "9" * 5_000, "pdf": None}, made])
    assert [paper.obstacle is None for paper in select([tmp_path]).papers] == [True, False]


def test_a_title_of_a_manifest_is_one_line(tmp_path: Path) -> None:
    write_manifest(tmp_path, [entry(tmp_path, "1022-2568", "แผน\n\x1b[2J\x00ปี", 1)])
    assert select([tmp_path]).papers[0].title == "1022-2568 แผน [2Jปี"


@pytest.mark.parametrize(("name", "words"), [("ไม่มี.pdf", "ไม่พบ"), ("สมุด.xlsx", "ไม่ใช่ไฟล์ PDF"), ("ว่าง", "ไม่มี PDF")])
def test_a_name_that_leads_to_no_pdf_is_refused(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "สมุด.xlsx").touch()
    (tmp_path / "ว่าง").mkdir()
    with pytest.raises(Halt) as halt:
        select([tmp_path / name])
    assert words in halt.value.problem.th
