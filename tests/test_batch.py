"""Building: what is written where, what stops what, what is left alone, what survives."""

import errno
import gc
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from generator import batch, files, printing, report
from generator.files import TargetBusy
from generator.manifest import JOURNAL, MANIFEST, read_manifest, write_manifest
from generator.outcome import Outcome, digest
from generator.reading import find_workbooks
from generator.words import Halt
from tests.minibook import complete, draw
from tests.miniplans import ROOT


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    folder = tmp_path / "inputs"
    folder.mkdir()
    return draw(two_key_results(), folder / "สมุด.xlsx")


def two_key_results(**cells: str) -> str:
    """Draw a workbook of 8214 and 8207; `cells` replace cells of 8207."""
    first, second = complete(), complete(**({"รหัส": "'8207", "ชื่อ KR": "จำนวนแห่ง"} | cells))
    row = next(line for line in second.splitlines() if line.startswith("'8207 | "))
    drawing = first.replace("\n== นิยาม", f"\n{row}\n== นิยาม")
    for line in [line for line in first.splitlines() if line.startswith(("'8214 | นิยาม", "'8214 | วิธี", "'8214 | H"))]:
        drawing = drawing.replace(line, f"{line}\n{line.replace('8214', '8207')}")
    return drawing


def run(workbooks: list[Path], target: Path, **options: Any) -> Outcome:
    earlier = read_manifest(target)
    outcome = batch.build(find_workbooks(workbooks), target, earlier=earlier, **options)
    write_manifest(outcome, target, earlier)
    return outcome


def test_each_key_result_makes_a_document_named_in_ascii(workbook: Path, tmp_path: Path, made: Any) -> None:
    outcome = run([workbook], tmp_path / "out")
    assert [m.key for m in outcome.documents] == ["8214-2568", "8207-2568"]
    assert outcome.exit_code == 0
    for name in ("8214-2568.docx", "8207-2568.docx"):
        made(tmp_path / "out" / name)
    assert "๘๒๑๔" in docx.Document(str(tmp_path / "out" / "8214-2568.docx")).core_properties.title


def test_an_error_stops_its_document_and_no_other(tmp_path: Path) -> None:
    path = draw(two_key_results(หน่วยนับ=""), tmp_path / "สมุด.xlsx")
    outcome = run([path], tmp_path / "out")
    assert [(m.key, m.docx is not None) for m in outcome.documents] == [("8214-2568", True), ("8207-2568", False)]
    assert outcome.exit_code == 1
    listed = json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))["documents"]
    assert [entry["docx"] for entry in listed] == ["8214-2568.docx", None]
    (finding,) = listed[1]["findings"]
    assert (finding["code"], finding["severity"], finding["sheet"], finding["cell"]) == ("C101", "error", "KR", "J3")


def test_the_same_gap_in_a_draft_prints_dots_and_a_watermark(tmp_path: Path, made: Any) -> None:
    path = draw(two_key_results(หน่วยนับ="", สถานะ="ร่าง"), tmp_path / "สมุด.xlsx")
    outcome = run([path], tmp_path / "out")
    assert outcome.exit_code == 0
    draft, final = (made(tmp_path / "out" / f"{key}-2568.docx") for key in ("8207", "8214"))
    assert "หน่วยนับ : ……………" in _text(draft) and "หน่วยนับ : คน" in _text(final)
    media = [[name for name in zipfile.ZipFile(path).namelist() if "media" in name] for path in (draft, final)]
    assert len(media[0]) == 1 and media[1] == []


def _text(path: Path) -> str:
    document = docx.Document(str(path))
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def test_a_row_that_belongs_to_no_key_result_stops_the_whole_workbook(tmp_path: Path) -> None:
    drawing = two_key_results().replace("'8207 | H", "'8299 | H")
    outcome = run([draw(drawing, tmp_path / "สมุด.xlsx")], tmp_path / "out")
    assert [m.docx for m in outcome.documents] == [None, None]
    assert "X301" in [finding.rule.code for finding in outcome.general]


def test_a_key_result_with_a_broken_code_is_named(tmp_path: Path) -> None:
    drawing = two_key_results().replace("'8207", "'82O7")
    outcome = run([draw(drawing, tmp_path / "สมุด.xlsx")], tmp_path / "out")
    assert {f.values["text"] for f in outcome.general if f.rule.code == "C104"} == {"82O7"}
    assert outcome.exit_code == 1


def test_two_workbooks_of_one_document_do_not_overwrite_each_other(workbook: Path, tmp_path: Path) -> None:
    copy = workbook.with_name("สำเนา.xlsx")
    copy.write_bytes(workbook.read_bytes())
    outcome = run([workbook.parent], tmp_path / "out")
    assert [m.docx is not None for m in outcome.documents] == [True, True, False, False]
    assert {f.rule.code for m in outcome.documents[2:] for f in m.findings} == {"W020"}


def test_a_broken_workbook_does_not_stop_the_others(workbook: Path, tmp_path: Path) -> None:
    (workbook.parent / "ก่อน.xlsx").write_bytes(b"PK\x03\x04 broken")
    outcome = run([workbook.parent], tmp_path / "out", jobs=2)
    assert sum(m.docx is not None for m in outcome.documents) == 2
    assert [f.rule.code for f in outcome.general] == ["W006"]


def test_a_workbook_that_is_done_leaves_nothing_for_the_garbage_collection(workbook: Path, tmp_path: Path) -> None:
    plan = ROOT / "inputs" / "plans" / "2568" / "1022-ภาษีเจริญ.xlsx"
    for path in (workbook, plan):
        batch.make_documents(path, tmp_path)  # what is remembered from now on
        gc.collect()
        gc.disable()
        try:
            assert batch.make_documents(path, tmp_path).documents
            assert gc.collect() == 0, "hundreds of workbooks would leave so much in memory, each"
        finally:
            gc.enable()


def test_lock_files_and_hidden_folders_are_passed_over(workbook: Path) -> None:
    (workbook.parent / "~$สมุด.xlsx").write_bytes(b"lock")
    (workbook.parent / ".cache").mkdir()
    (workbook.parent / ".cache" / "x.xlsx").write_bytes(b"x")
    assert find_workbooks([workbook.parent, workbook]) == [workbook]


def test_nothing_to_build_is_said(tmp_path: Path) -> None:
    with pytest.raises(Halt, match="no workbook"):
        find_workbooks([tmp_path])
    with pytest.raises(Halt, match="there is no"):
        find_workbooks([tmp_path / "ไม่มี"])


def test_a_second_run_writes_the_same_bytes_and_touches_nothing(workbook: Path, tmp_path: Path) -> None:
    run([workbook], tmp_path / "out")
    path = tmp_path / "out" / "8214-2568.docx"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    run([workbook], tmp_path / "out")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    run([workbook], tmp_path / "other")
    assert (tmp_path / "other" / "8214-2568.docx").read_bytes() == before[0]


def test_a_document_open_in_word_is_named_and_the_new_one_is_kept(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    held = target / "8214-2568.docx"
    held.write_bytes(b"open in Word")
    original = os.replace

    def refuse(source: Path, destination: Path) -> None:
        if Path(destination) == held:
            raise PermissionError(errno.EACCES, "sharing violation")
        original(source, destination)

    monkeypatch.setattr(files.put, "__defaults__", (refuse,))
    outcome = run([workbook], target)
    assert held.read_bytes() == b"open in Word"
    (halt,) = outcome.halts
    assert isinstance(halt, TargetBusy) and "8214-2568.docx" in halt.problem.th
    assert docx.Document(str(target / "8214-2568.new.docx")).tables
    assert outcome.exit_code == 2


def kept(target: Path, monkeypatch: pytest.MonkeyPatch, workbook: Path) -> Path:
    """Return what a run keeps of 8214-2568.docx while that is open in Word."""
    target.mkdir()
    original = os.replace

    def refuse(source: Path, destination: Path) -> None:
        if Path(destination).name == "8214-2568.docx":
            raise PermissionError(errno.EACCES, "sharing violation")
        original(source, destination)

    with monkeypatch.context() as patch:
        patch.setattr(files.put, "__defaults__", (refuse,))
        run([workbook], target)
    return target / "8214-2568.new.docx"


def test_what_was_kept_beside_an_open_document_goes_when_that_is_written(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    old = kept(target, monkeypatch, workbook)
    (foreign := target / "8214-2568.new-2.docx").write_bytes(b"theirs")
    earlier = read_manifest(target)
    printing.clear_kept(outcome := batch.build([workbook], target), earlier)
    assert not old.exists() and foreign.exists()
    assert outcome.documents[0].docx == target / "8214-2568.docx"


@pytest.mark.parametrize(("printed", "changed"), [(True, False), (False, True), (False, False)])
def test_a_kept_pdf_goes_when_it_is_printed_again_or_stale(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printed: bool, changed: bool
) -> None:
    target = tmp_path / "out"
    kept(target, monkeypatch, workbook)
    (old := target / "8214-2568.new.pdf").write_bytes(b"printed")
    (foreign := target / "8207-2568.new.pdf").write_bytes(b"theirs")
    known = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    known["documents"][0]["pdf"] = old.name
    if changed:
        draw(two_key_results().replace("| จำนวนคน |", "| จำนวนราย |"), workbook)
    outcome = batch.build([workbook], target)
    outcome.documents[0].pdf = target / "8214-2568.pdf" if printed else None
    printing.clear_kept(outcome, known)
    assert (old.exists(), foreign.exists()) == (not (printed or changed), True)


def test_what_was_kept_and_then_edited_stays(workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out"
    old = kept(target, monkeypatch, workbook)
    old.write_bytes(b"edited by hand")
    earlier = read_manifest(target)
    printing.clear_kept(batch.build([workbook], target), earlier)
    assert old.read_bytes() == b"edited by hand"


def test_findings_are_told_in_the_order_of_the_sheets_of_the_form(tmp_path: Path) -> None:
    drawing = complete(หน่วยนับ="").replace("'8214 | วิธีคำนวณ", "'8999 | วิธีคำนวณ")
    source, documents, _ = batch.make_documents(draw(drawing, tmp_path / "สมุด.xlsx"), tmp_path)
    found = [*source.findings, *(finding for made in documents for finding in made.findings)]
    assert found[0].sheet == "นิยาม"
    assert list(dict.fromkeys(finding.sheet for finding in report.in_order(found))) == ["KR", "นิยาม"]


def test_a_cell_whose_text_was_refused_is_not_said_to_be_empty(tmp_path: Path) -> None:
    drawing = (
        "== โครงการ\nรหัสโครงการ | ส่วน | ชื่อโครงการ/กิจกรรม | ประเภทงบ | รหัสยุทธศาสตร์ | ส่วนราชการ | โครงการหลัก\n"
        "ค001 | 1 | ก | งบรายจ่าย | '11503 | | ค0x\n"
    )
    _, (made,), _ = batch.make_documents(draw(drawing, tmp_path / "แผน.xlsx"), tmp_path)
    found = [(finding.cell, finding.rule.code) for finding in made.findings if finding.cell in ("D2", "E2", "F2")]
    assert sorted(found) == [("D2", "C103"), ("E2", "C104")]


def test_a_signature_is_printed_and_a_missing_one_is_refused(tmp_path: Path, made: Any) -> None:
    from PIL import Image

    Image.new("RGB", (300, 100), "navy").save(tmp_path / "ลายเซ็น.png")
    path = draw(complete(รูปลายมือชื่อ="ลายเซ็น.png"), tmp_path / "สมุด.xlsx")
    assert run([path], tmp_path / "out").exit_code == 0
    signed = made(tmp_path / "out" / "8214-2568.docx")
    assert [name for name in zipfile.ZipFile(signed).namelist() if name.endswith(".png")]
    (tmp_path / "ลายเซ็น.png").unlink()
    outcome = run([path], tmp_path / "out")
    assert [f.rule.code for m in outcome.documents for f in m.findings] == ["C113"]


@pytest.mark.parametrize("name", ["../ลับ.png", "/etc/passwd", "C:\\x.png", "ลายเซ็น.bmp", ".."])
def test_a_signature_is_never_read_from_elsewhere(tmp_path: Path, name: str) -> None:
    (tmp_path / "ลับ.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = tmp_path / "inputs"
    folder.mkdir()
    outcome = run([draw(complete(รูปลายมือชื่อ=f"'{name}"), folder / "สมุด.xlsx")], tmp_path / "out")
    assert [f.rule.code for m in outcome.documents for f in m.findings] == ["C113"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (30, 10)).save(tmp_path / "ลับ.png")
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "ลายเซ็น.png").symlink_to(tmp_path / "ลับ.png")
    outcome = run([draw(complete(รูปลายมือชื่อ="ลายเซ็น.png"), folder / "สมุด.xlsx")], tmp_path / "out")
    assert [f.rule.code for m in outcome.documents for f in m.findings] == ["C113"]


def test_a_stale_pdf_is_taken_away_but_a_foreign_one_is_not(workbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    outcome = run([workbook], target)
    for made in outcome.documents:
        made.pdf, made.pdf_sha256 = target / f"{made.key}.pdf", digest(b"printed")
        made.pdf.write_bytes(b"printed")
    outcome.documents[1].pdf = None
    write_manifest(outcome, target)
    draw(two_key_results(หน่วยนับ="ราย").replace("| จำนวนคน |", "| จำนวนราย |"), workbook)
    later = run([workbook], target)
    assert [made.pdf for made in later.documents] == [None, None]
    assert not (target / "8214-2568.pdf").exists()
    assert (target / "8207-2568.pdf").exists()


def test_a_pdf_that_somebody_changed_is_not_taken_for_ours(workbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    outcome = run([workbook], target)
    made = outcome.documents[0]
    made.pdf, made.pdf_sha256 = target / f"{made.key}.pdf", digest(b"printed")
    for content, kept in ((b"printed", True), (b"stamped", False)):
        made.pdf.write_bytes(content)
        write_manifest(outcome, target)
        assert (run([workbook], target).documents[0].pdf is not None) is kept
    assert (target / "8214-2568.แก้เอง.pdf").read_bytes() == b"stamped", "what somebody made is not lost"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"documents": 3}', '{"documents": [1]}', "[" * 100_000], ids=len)
def test_a_damaged_manifest_is_no_obstacle(workbook: Path, tmp_path: Path, content: str) -> None:
    target = tmp_path / "out"
    target.mkdir()
    for name in (MANIFEST, JOURNAL):
        (target / name).write_text(content)
    outcome = run([workbook], target)
    assert [made.skipped for made in outcome.documents] == [False, False]


def test_two_workbooks_of_one_name_are_told_apart_and_one_does_not_block_the_other(tmp_path: Path) -> None:
    astray = complete().replace("\n== หน่วยงาน", "\n'8999 | นิยาม | | ความหมาย\n== หน่วยงาน")
    for folder, drawing in (("2567", astray), ("2568", complete(หน่วยนับ="", สถานะ="ร่าง").replace("8214", "8216"))):
        (tmp_path / folder).mkdir()
        draw(drawing, tmp_path / folder / "สมุด.xlsx")
    outcome = run([tmp_path / "2567", tmp_path / "2568"], tmp_path / "out")
    assert {finding.workbook for finding in outcome.told} == {"2567/สมุด.xlsx", "2568/สมุด.xlsx"}
    blocked, free = [line for line in report.table_lines(outcome, tmp_path / "out", "th") if "-2568" in line]
    assert "สมุดงานมีข้อผิด" in blocked and "ร่าง" in free


def test_a_word_file_that_somebody_edited_is_set_aside_before_it_is_made_anew(workbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    run([workbook], target)
    made = (target / "8214-2568.docx").read_bytes()
    for number, text in enumerate((b"edited", b"edited again"), 1):
        (target / "8214-2568.docx").write_bytes(text)
        outcome = run([workbook], target)
        aside = target / f"8214-2568.แก้เอง{'' if number == 1 else '-2'}.docx"
        assert (target / "8214-2568.docx").read_bytes() == made and aside.read_bytes() == text
        assert outcome.set_aside == [aside] and any(aside.name in line for line in report.run_lines(outcome, "th"))
    assert run([workbook], target).set_aside == []
