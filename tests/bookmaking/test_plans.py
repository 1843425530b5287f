"""A book holds the finished plans of one year; whatever keeps one out is named with its cure."""

from pathlib import Path
from typing import Any

import pytest

from generator.bookmaking.plans import find_plans
from generator.manifest import JOURNAL
from generator.words import Halt
from tests.bookmaking.folder import plan, write_list
from tests.pdf.pdfs import pdf


def refused(*paths: Path, year: int | None = None) -> Halt:
    with pytest.raises(Halt) as halt:
        find_plans(paths, year)
    return halt.value


def test_plans_are_found_in_the_list_of_their_folder(tmp_path: Path) -> None:
    kr = plan(tmp_path, "ดุสิต", kind="kr", key="8214-2568")
    found = find_plans([write_list(tmp_path, plan(tmp_path, "พระนคร"), kr, plan(tmp_path, "ดินแดง"))])
    assert [(known.district.name, known.pdf.name, known.year) for known in found.plans] == [
        ("ดินแดง", "1026-2568.pdf", 2568),
        ("พระนคร", "1001-2568.pdf", 2568),
    ]
    assert (found.lost, found.unfit, found.known) == ([], [], {"1026", "1001"})


def test_plans_of_earlier_runs_are_found_too(tmp_path: Path) -> None:
    folder = write_list(tmp_path, plan(tmp_path, "พระนคร"), earlier=(plan(tmp_path, "ดุสิต"),))
    assert len(find_plans([folder]).plans) == 2


@pytest.mark.parametrize(
    ("changed", "problem", "cure"),
    [
        ({"docx": None, "pdf": None}, "สมุดงานมีข้อผิด", "inputs/1002-ดุสิต.xlsx ตามที่ generate check บอก"),
        ({"pdf": None}, "ยังไม่มี PDF", "inputs/1002-ดุสิต.xlsx --pdf -o"),
        ({"pdf": "1002-2569.pdf"}, "ยังไม่มี PDF", "generate build"),
        ({"pdf": "../1002-2568.pdf"}, "ยังไม่มี PDF", "generate build"),
    ],
)
def test_a_plan_without_pdf_is_named_with_its_cure(
    tmp_path: Path, changed: dict[str, Any], problem: str, cure: str
) -> None:
    (tmp_path / "1002-2568.pdf").write_bytes(pdf())
    folder = tmp_path / "outputs"
    known = plan(folder, "ดุสิต", **changed)
    (folder / "1002-2568.pdf").unlink(missing_ok=True)
    found = find_plans([write_list(folder, known)])
    (halt,) = found.lost
    assert halt.problem.th.startswith("สำนักงานเขตดุสิต:") and problem in halt.problem.th and cure in halt.cure.th
    assert found.plans == [] and found.known == {"1002"}


def test_a_plan_that_cannot_be_made_any_more_is_not_taken_from_an_earlier_run(tmp_path: Path) -> None:
    now = plan(tmp_path, "ดุสิต", docx=None, pdf=None)
    found = find_plans([write_list(tmp_path, now, earlier=(plan(tmp_path, "ดุสิต"),))])
    assert found.plans == [] and len(found.lost) == 1


def test_a_pdf_that_is_not_that_of_its_word_file_is_unfit(tmp_path: Path) -> None:
    folder = write_list(tmp_path, plan(tmp_path, "ดุสิต"))
    (tmp_path / "1002-2568.docx").write_bytes(b"edited in Word")
    found = find_plans([folder])
    (halt,) = found.unfit
    assert "1002-2568.pdf ไม่ตรงกับไฟล์ Word" in halt.problem.th
    assert "บันทึก PDF เองจาก Word" in halt.cure.th
    assert len(found.plans) == 1


def test_a_pdf_that_was_changed_is_unfit_unless_it_is_named(tmp_path: Path) -> None:
    folder = write_list(tmp_path, plan(tmp_path, "ดุสิต"))
    (tmp_path / "1002-2568.pdf").write_bytes(pdf(7))
    (halt,) = find_plans([folder]).unfit
    assert "1002-2568.pdf ถูกแก้หลังทำ PDF" in halt.problem.th and "ระบุไฟล์นั้นในคำสั่ง" in halt.cure.th
    assert find_plans([folder, folder / "1002-2568.pdf"]).unfit == []


def test_a_folder_whose_documents_are_still_being_made_is_unfit(tmp_path: Path) -> None:
    folder = write_list(tmp_path, plan(tmp_path, "ดุสิต"))
    (tmp_path / JOURNAL).write_text("", encoding="utf-8")
    (halt,) = find_plans([folder]).unfit
    assert "ยังไม่เสร็จหรือหยุดกลางคัน" in halt.problem.th and "generate build" in halt.cure.th


def test_a_draft_is_unfit(tmp_path: Path) -> None:
    found = find_plans([write_list(tmp_path, plan(tmp_path, "ดุสิต", draft=True))])
    assert "เป็นร่าง" in found.unfit[0].problem.th and "--drafts" in found.unfit[0].cure.th
    assert found.plans[0].draft


def test_a_pdf_that_is_named_takes_the_place_of_that_in_the_folder(tmp_path: Path) -> None:
    folder = write_list(tmp_path, plan(tmp_path, "ดุสิต", pdf=None), plan(tmp_path, "พระนคร"))
    own = tmp_path / "1002-2568 จาก Word.pdf"
    own.write_bytes(pdf())
    found = find_plans([folder, own])
    assert [known.pdf.name for known in found.plans] == ["1002-2568 จาก Word.pdf", "1001-2568.pdf"]
    assert found.lost == [] and found.known == {"1002", "1001"}


def test_a_pdf_whose_name_says_no_district_is_refused(tmp_path: Path) -> None:
    for name in ("แผน.pdf", "9999-2568.pdf"):
        (tmp_path / name).write_bytes(pdf())
        assert name in refused(tmp_path / name).problem.th


def test_two_pdfs_of_one_district_are_refused(tmp_path: Path) -> None:
    one, other = write_list(tmp_path / "a", plan(tmp_path / "a", "ดุสิต")), tmp_path / "b"
    write_list(other, plan(other, "ดุสิต"))
    assert "สำนักงานเขตดุสิต มี PDF สองไฟล์" in refused(one, other).problem.th
    files = [tmp_path / "1002-2568.pdf", tmp_path / "1002-2568-2.pdf"]
    for file in files:
        file.write_bytes(pdf())
    assert "สองไฟล์" in refused(*files).problem.th


def test_years_are_not_mixed(tmp_path: Path) -> None:
    folder = write_list(tmp_path, plan(tmp_path, "ดุสิต"), plan(tmp_path, "ดุสิต", year=2567))
    halt = refused(folder)
    assert "2567 2568" in halt.problem.th and "--year" in halt.cure.th
    assert [known.pdf.name for known in find_plans([folder], 2567).plans] == ["1002-2567.pdf"]
    assert "ปี 2570" in refused(folder, year=2570).problem.th


def test_a_folder_without_list_or_plans_is_refused(tmp_path: Path) -> None:
    assert "manifest.json" in refused(tmp_path).problem.th
    assert "ไม่พบแผนของเขตใด" in refused(write_list(tmp_path)).problem.th
