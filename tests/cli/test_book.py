"""`generate book` as an officer types it: its words and exit codes. Binding itself stands in tests/bookmaking."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.bookmaking import making
from generator.bookmaking.making import Book, Bound, Wishes
from generator.bookmaking.plans import Found
from generator.cli import make_command
from generator.forms.documents import BOOK, template_bytes
from generator.words import Halt, Words
from tests.bookmaking.folder import plan, write_list


def generate(*arguments: object) -> Result:
    return CliRunner().invoke(make_command("th"), [str(argument) for argument in arguments], prog_name="generate")


def test_a_book_that_cannot_be_bound_names_every_plan_with_its_cure(tmp_path: Path) -> None:
    drafts = [plan(tmp_path, name, draft=True) for name in ("พระนคร", "ดุสิต")]
    write_list(tmp_path, *drafts, plan(tmp_path, "บางรัก", pdf=None))
    result = generate("book", tmp_path, "-o", tmp_path / "เล่ม.pdf")
    assert result.exit_code == 2 and not (tmp_path / "เล่ม.pdf").exists()
    assert "ยังไม่ได้รวมเล่ม ต้องแก้ 3 ข้อ" in result.stderr
    for words in ("สำนักงานเขตพระนคร: ยังเป็นร่าง", "สำนักงานเขตบางรัก: ยังไม่มี PDF", "--drafts"):
        assert words in result.stderr


def test_what_was_bound_is_said_with_what_it_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Any, ...]] = []

    def make_book(paths: Any, output: Path, wishes: Wishes, **rest: Any) -> Book:
        asked.append((paths, output, wishes, rest))
        unfit = Halt(Words("สำนักงานเขตดุสิต: ร่าง", "draft"), Words("แก้", "mend it"))
        found = Found(2568, [], [unfit], known={"1001", "1002"})
        return Book(found, [Bound(output, 2, 1234, 17_663_995)], leftover=[tmp_path / "เล่ม-เล่ม-9.pdf"])

    monkeypatch.setattr(making, "make_book", make_book)
    options = ("--year", "2568", "--order", "group", "--separators", "group", "--max-pages", "600", "--drafts")
    result = generate("book", tmp_path, "-o", "เล่ม.pdf", *options, "--templates", tmp_path)
    assert result.exit_code == 0, result.output
    for words in ("เล่ม.pdf แล้ว: 2 เขต 1,234 หน้า 17.7 MB", "ห้ามส่งพิมพ์", "48 เขต", "เล่ม-เล่ม-9.pdf"):
        assert words in result.stdout
    ((paths, output, wishes, rest),) = asked
    assert (paths, output, wishes) == ((tmp_path,), Path("เล่ม.pdf"), Wishes("group", "group", 600, False))
    assert rest == {"year": 2568, "drafts": True, "templates": tmp_path}


def test_the_template_of_an_office_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "make_book", lambda *_, **__: Book(Found(2568, []), [Bound(Path("a.pdf"), 1, 1, 1)]))
    (tmp_path / BOOK.template).write_bytes(template_bytes(BOOK) + b"\0")
    result = generate("book", tmp_path, "-o", "a.pdf", "--templates", tmp_path)
    assert f"ใช้แม่แบบของหน่วยงาน {tmp_path / BOOK.template}" in result.stdout


def test_a_template_that_cannot_be_used_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / BOOK.template).write_bytes(b"no template")
    (tmp_path / "book").mkdir()
    monkeypatch.setattr(making, "find_press", lambda: None)
    result = generate(
        "book", write_list(tmp_path / "book", plan(tmp_path / "book", "ดุสิต")), "-o", "a.pdf", "--templates", tmp_path
    )
    assert "T008" in result.stdout


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = generate("book", tmp_path / "ไม่มี", "-o", tmp_path / "a.pdf")
    assert result.exit_code == 2
