"""What is made again, and what is left alone: contents are asked, never dates."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator import batch, cli, freshness, manifest, standing
from generator.forms.documents import KINDS, template_bytes
from generator.manifest import JOURNAL, MANIFEST, read_manifest, write_manifest
from generator.model.facts import PlanFacts
from generator.outcome import Outcome, digest
from generator.papers import select
from generator.standing import Standing
from tests.cityfolder import kr_workbook, plan_workbook
from tests.minibook import complete, draw
from tests.pages import pdf


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return draw(complete(หน่วยนับ="", สถานะ="ร่าง"), tmp_path / "สมุด.xlsx")


@pytest.fixture
def run(workbook: Path, tmp_path: Path) -> Callable[..., Outcome]:
    """Return a function that builds, leaves its list, and returns what came of it."""

    def run(*more: Path, **options: Any) -> Outcome:
        target = tmp_path / "out"
        earlier = read_manifest(target)
        options = {"templates": tmp_path / "templates", **options}
        outcome = batch.build([workbook, *more], target, earlier=earlier, **options)
        write_manifest(outcome, target, earlier)
        return outcome

    return run


def skipped(outcome: Outcome) -> list[bool]:
    return [made.skipped for made in outcome.documents]


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reading a workbook be a fault."""

    def refuse(*args: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(batch, "make_documents", refuse)


def test_nothing_changed_is_not_read_again_and_says_the_same(
    run: Callable[..., Outcome], request: pytest.FixtureRequest
) -> None:
    first = run()
    request.getfixturevalue("unread")
    second = run()
    assert skipped(second) == [True] and second.documents[0].docx == first.documents[0].docx
    for language in ("th", "en"):
        said = [
            [(finding.message(language), finding.cure(language)) for finding in outcome.documents[0].findings]
            for outcome in (first, second)
        ]
        assert said[0] == said[1] and len(said[0]) == 1
    assert second.exit_code == first.exit_code == 0


def test_a_new_date_is_no_change(run: Callable[..., Outcome], workbook: Path) -> None:
    run()
    os.utime(workbook, (0, 0))
    assert skipped(run()) == [True]


def test_a_workbook_saved_again_gives_the_same_document(
    run: Callable[..., Outcome], workbook: Path, tmp_path: Path
) -> None:
    run()
    path = tmp_path / "out" / "8214-2568.docx"
    os.utime(path, (0, 0))
    book = openpyxl.load_workbook(workbook)
    book.properties.title = "saved again"
    book.save(workbook)
    (made,) = run().documents
    assert (made.skipped, made.rewritten) == (False, False)
    assert path.stat().st_mtime == 0
    assert skipped(run()) == [True], "the workbook as it is now is known"


def change_workbook(workbook: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    draw(complete(หน่วยนับ="ราย", สถานะ="ร่าง"), workbook)


def change_template(workbook: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "templates").mkdir()
    own = folder / "templates" / "kr-form.docx"
    own.write_bytes(template_bytes(KINDS[0]))
    document = docx.Document(str(own))
    document.paragraphs[0].insert_paragraph_before("ตราของหน่วยงาน")
    document.save(str(own))


def change_program(workbook: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(freshness, "_program", lambda: "another")


def change_document(workbook: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "out" / "8214-2568.docx").write_bytes(b"typed over")


def lose_document(workbook: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
    (folder / "out" / "8214-2568.docx").unlink()


@pytest.mark.parametrize("change", [change_workbook, change_template, change_program, change_document, lose_document])
def test_what_changed_is_made_again(
    run: Callable[..., Outcome],
    workbook: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[Path, Path, pytest.MonkeyPatch], None],
) -> None:
    run()
    change(workbook, tmp_path, monkeypatch)
    outcome = run()
    assert skipped(outcome) == [False]
    assert docx.Document(str(tmp_path / "out" / "8214-2568.docx")).tables
    assert skipped(run()) == [True]


def test_a_changed_signature_is_printed(run: Callable[..., Outcome], workbook: Path, tmp_path: Path) -> None:
    from PIL import Image

    draw(complete(รูปลายมือชื่อ="ลายเซ็น.png", สถานะ="ร่าง"), workbook)
    assert [finding.rule.code for finding in run().documents[0].findings] == ["C113"]
    Image.new("RGB", (300, 100), "navy").save(tmp_path / "ลายเซ็น.png")
    assert (skipped(run()), skipped(run())) == ([False], [True])
    Image.new("RGB", (300, 100), "black").save(tmp_path / "ลายเซ็น.png")
    assert (skipped(run()), skipped(run())) == ([False], [True])


def test_a_document_that_cannot_be_made_is_told_again_without_reading(
    run: Callable[..., Outcome], workbook: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    draw(complete(หน่วยนับ=""), workbook)
    (broken := tmp_path / "เสีย.xlsx").write_bytes(b"PK\x03\x04 broken")
    first = run(broken)
    request.getfixturevalue("unread")
    second = run(broken)
    assert second.exit_code == first.exit_code == 1
    assert [finding.rule.code for finding in second.documents[0].findings] == ["C101"]
    assert [finding.rule.code for finding in second.general] == ["W006"]


def test_a_document_that_cannot_be_made_any_more_is_told_again_though_its_old_file_is_there(
    run: Callable[..., Outcome], workbook: Path, tmp_path: Path
) -> None:
    run()
    draw(complete(หน่วยนับ=""), workbook)
    for _ in range(3):
        outcome = run()
        assert outcome.exit_code == 1 and outcome.documents[0].docx is None
    assert (tmp_path / "out" / "8214-2568.docx").exists()


def test_what_could_not_be_made_stays_known_when_another_workbook_is_built(
    run: Callable[..., Outcome], workbook: Path, tmp_path: Path
) -> None:
    run()
    draw(complete(หน่วยนับ=""), workbook)
    run()
    other = draw(complete().replace("8214", "8216"), tmp_path / "อื่น.xlsx")
    for _ in range(2):
        target, earlier = tmp_path / "out", read_manifest(tmp_path / "out")
        write_manifest(batch.build([other], target, earlier=earlier, templates=tmp_path), target, earlier)
    assert standing.judge(target, standing.entries(target)["8214-2568"], "8214").standing is Standing.NOT_MADE
    outcome = run()
    assert outcome.exit_code == 1 and outcome.documents[0].docx is None
    assert [entry["docx"] for entry in read_manifest(target)["earlier"]] == ["8214-2568.docx", "8216-2568.docx"]


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", None], ids=["unreadable", "another code"])
def test_what_a_workbook_does_not_give_any_more_is_neither_bound_nor_printed(
    run: Callable[..., Outcome], workbook: Path, tmp_path: Path, content: bytes | None
) -> None:
    target = tmp_path / "out"
    (made,) = run().documents
    made.docx, made.pdf = target / "8214-2568.docx", target / "8214-2568.pdf"
    made.pdf.write_bytes(pdf(1))
    made.pdf_sha256, made.draft = digest(pdf(1)), False
    write_manifest(Outcome([made]), target, read_manifest(target))
    assert [paper.obstacle for paper in select([target]).papers] == [None]
    workbook.write_bytes(content) if content else draw(complete().replace("8214", "8216"), workbook)
    run()
    (paper,) = (paper for paper in select([target]).papers if paper.path == made.pdf)
    assert paper.obstacle is not None and "ไม่มีเอกสารนี้แล้ว" in paper.obstacle.problem.th
    draw(complete(), workbook)
    run()
    assert standing.judge(target, standing.entries(target)["8214-2568"], "").standing is not Standing.WITHDRAWN


def test_two_workbooks_of_one_document_are_both_read_again(
    run: Callable[..., Outcome], workbook: Path, tmp_path: Path
) -> None:
    (copy := tmp_path / "สำเนา.xlsx").write_bytes(workbook.read_bytes())
    for _ in range(2):
        outcome = run(copy)
        assert [made.docx is not None for made in outcome.documents] == [True, False]
        assert [finding.rule.code for finding in outcome.documents[1].findings][-1] == "W020"
    copy.unlink()
    assert run().documents[0].docx is not None


def test_force_makes_all_again(run: Callable[..., Outcome]) -> None:
    run()
    assert skipped(run(force=True)) == [False]


@pytest.mark.parametrize("damage", ["documents", "workbooks"])
def test_a_damaged_list_only_costs_time(run: Callable[..., Outcome], tmp_path: Path, damage: str) -> None:
    run()
    path = tmp_path / "out" / MANIFEST
    whole = json.loads(path.read_text(encoding="utf-8"))
    for name in whole[damage][0]:
        for value in (None, 3, ["x"], "x" * 5_000):
            listed = json.loads(json.dumps(whole))
            listed[damage][0][name] = value
            path.write_text(json.dumps(listed), encoding="utf-8")
            (made,) = run().documents
            assert made.docx is not None and made.docx.is_file() and made.findings[0].rule.code == "C101"


def test_a_run_forgets_nothing_that_another_one_made_meanwhile(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = draw(complete().replace("8214", "8216"), tmp_path / "อื่น.xlsx")
    build = batch.build

    def run(path: Path) -> Result:
        arguments = ["build", str(path), "-o", str(tmp_path / "out"), "--no-pages", "--templates", str(tmp_path)]
        return CliRunner().invoke(cli.make_command("th"), arguments)

    def slow(*arguments: Any, **options: Any) -> Outcome:
        monkeypatch.setattr(batch, "build", build)
        outcome = build(*arguments, **options)
        assert run(other).exit_code == 0
        return outcome

    monkeypatch.setattr(batch, "build", slow)
    assert run(workbook).exit_code == 0
    assert standing.entries(tmp_path / "out").keys() == {"8214-2568", "8216-2568"}


def test_a_list_leads_to_no_file_out_of_its_folder(run: Callable[..., Outcome], tmp_path: Path) -> None:
    run()
    (tmp_path / "ลับ.docx").write_bytes(b"theirs")
    (tmp_path / "ลับ.pdf").write_bytes(b"theirs")
    path = tmp_path / "out" / MANIFEST
    listed = json.loads(path.read_text(encoding="utf-8"))
    listed["documents"][0] |= {"key": "../ลับ", "pdf": "ลับ.pdf", "sha256": digest(b"theirs")}
    listed["workbooks"][0]["documents"] = ["../ลับ"]
    path.write_text(json.dumps(listed), encoding="utf-8")
    assert [made.key for made in run().documents] == ["8214-2568"]
    assert (tmp_path / "ลับ.pdf").exists()


@pytest.mark.parametrize("name", ["", ".", "..", "../x.pdf", "a/b", "a\\b", "C:x.pdf", "x\0", "ก" * 86, None, 3])
def test_a_name_that_leads_elsewhere_is_none(name: object) -> None:
    assert manifest.file_name(name) is None


def test_what_a_run_that_was_cut_off_had_done_is_known(
    run: Callable[..., Outcome], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    run()
    target = tmp_path / "out"
    listed = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    lines = [json.dumps({name: listed[name][0]}) for name in ("documents", "workbooks")]
    (target / MANIFEST).unlink()
    (target / JOURNAL).write_text("\n".join([*lines, lines[0][:40]]), encoding="utf-8")
    request.getfixturevalue("unread")
    assert skipped(run()) == [True]
    assert sorted(path.name for path in target.iterdir()) == ["8214-2568.docx", MANIFEST]


def test_a_journal_cut_off_within_a_letter_loses_that_line_alone(tmp_path: Path) -> None:
    lines = [json.dumps({"documents": {"title": title}}, ensure_ascii=False) for title in ("ก\u2028ข\x85", "ค")]
    (tmp_path / JOURNAL).write_bytes("\n".join([*lines, lines[1]]).encode()[:-4])
    assert [entry["title"] for entry in read_manifest(tmp_path)["documents"]] == ["ก\u2028ข\x85", "ค"]


def test_a_journal_that_another_run_has_open_stays(
    run: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name == JOURNAL:
            raise PermissionError(path)
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    run()
    assert (tmp_path / "out" / JOURNAL).exists() and (tmp_path / "out" / MANIFEST).exists()
    monkeypatch.undo()
    assert skipped(run()) == [True] and not (tmp_path / "out" / JOURNAL).exists()


def test_what_was_passed_over_is_said(workbook: Path, tmp_path: Path) -> None:
    def generate(*options: str) -> Result:
        arguments = ["build", str(workbook), "-o", str(tmp_path / "out"), *options]
        return CliRunner().invoke(cli.make_command("th"), arguments)

    assert "เหมือนเดิม" not in generate().output
    again = generate().output
    assert "เหมือนเดิม" in again and "ข้าม 1 ฉบับ" in again and "--force" in again
    assert "เหมือนเดิม" not in generate("--force").output


# --------------------------------------------------------------------------------- plans and the KR workbooks they meet


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., Outcome]:
    """Return a function that builds a draft of a plan beside KR workbooks."""
    plan_workbook(tmp_path / "1002-ดุสิต.xlsx", "ดุสิต", 60)

    def built(*kr: Path, **options: Any) -> Outcome:
        target = tmp_path / "out"
        earlier = read_manifest(target)
        workbooks = [tmp_path / "1002-ดุสิต.xlsx"]
        outcome = batch.build(workbooks, target, kr=kr, earlier=earlier, templates=tmp_path / "t", jobs=1, **options)
        write_manifest(outcome, target, earlier)
        return outcome

    return built


def across(outcome: Outcome) -> list[str]:
    return [find.rule.code for made in outcome.documents for find in made.findings if find.rule.code[0] == "D"]


def test_a_plan_is_compared_anew_when_a_kr_workbook_changes_and_else_not_read(
    built: Callable[..., Outcome], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kr = kr_workbook(tmp_path / "kr" / "KR.xlsx")
    assert across(built(kr)) == []
    kr_workbook(kr, target=80, dusit=40)
    changed = built(kr)
    assert (across(changed), skipped(changed)) == (["D504", "D506"], [False])
    request.getfixturevalue("unread")
    again = built(kr)
    assert (across(again), skipped(again)) == (["D504", "D506"], [True])
    assert again.documents[0].docx is not None, "a draft prints"


def test_a_kr_workbook_that_comes_or_goes_is_a_change(built: Callable[..., Outcome], tmp_path: Path) -> None:
    built()
    kr = kr_workbook(tmp_path / "kr" / "KR.xlsx", dusit=55, target=95)
    assert across(built(kr)) == ["D504", "D506"]
    assert (across(built()), skipped(built())) == ([], [True])
    built(kr)
    moved = kr.rename(tmp_path / "kr" / "เมือง.xlsx")
    built(moved)
    assert "เมือง.xlsx แนบ 8214!C4" in built(moved).documents[0].findings[-1].message("th")


def test_key_results_are_not_made_again_because_another_kr_workbook_changed(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    other = kr_workbook(tmp_path / "kr" / "KR.xlsx")
    run(kr=[other])
    kr_workbook(other, target=7)
    assert skipped(run(kr=[other])) == [True]


def test_a_plan_that_is_no_draft_and_contradicts_the_city_is_not_made(
    built: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kr = kr_workbook(tmp_path / "kr" / "KR.xlsx", dusit=55, target=95)
    assert built(kr).documents[0].docx is not None
    monkeypatch.setattr(PlanFacts, "is_draft", False)
    (made,) = built(kr, force=True).documents
    assert made.failed and made.docx is None and made.content is None and not made.filled
    assert built(kr).exit_code == 1, "and it is told again"


def test_a_kr_workbook_among_those_that_are_built_counts(tmp_path: Path) -> None:
    kr = kr_workbook(tmp_path / "KR.xlsx")
    plan = plan_workbook(tmp_path / "1002.xlsx", "ดุสิต", 61)
    for order in ([kr, plan], [plan, kr]):
        outcome = batch.build(order, tmp_path / f"out-{order[0].stem}", templates=tmp_path / "t", jobs=1)
        assert across(outcome) == ["D506"]
