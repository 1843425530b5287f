"""The contents and separators of a book, filled as Word files."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx

from generator.forms.book_form import BookContext, BookEntry, BookGroup, BookSheet
from generator.forms.documents import BOOK, template

ENTRIES = (BookEntry("๑", "สำนักงานเขตพระนคร", "๓"), BookEntry("๒", "สำนักงานเขตดุสิต (ร่าง)", "๘๗"))
GROUPS = (BookGroup("กลุ่มเขตกรุงเทพกลาง", "๓", ENTRIES), BookGroup("กลุ่มเขตกรุงเทพใต้", "", ENTRIES[:1]))
SHEETS = (BookSheet("สำนักงานเขตพระนคร", "แผน ๒๕๖๘"), BookSheet("สำนักงานเขตดุสิต", "แผน ๒๕๖๘"))


def filled(folder: Path, **said: object) -> Path:
    """Return a Word file of a book that says nothing but what is given."""
    nothing = {"document_title": "แผน", "draft": False, "title": "แผน ๒๕๖๘", "scope": "สำนักงานเขต ๒ เขต", "volume": ""}
    path = folder / "book.docx"
    context = BookContext(**{**nothing, "groups": (), "sheets": (), **said})  # type: ignore[arg-type]
    path.write_bytes(template(BOOK, folder / "none").fill(context))
    return path


def lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_contents_list_groups_and_districts(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    path = made(filled(tmp_path, groups=GROUPS, volume="เล่มที่ ๑ ใน ๒ เล่ม"))
    assert lines(path) == [
        *("แผน ๒๕๖๘", "สำนักงานเขต ๒ เขต", "เล่มที่ ๑ ใน ๒ เล่ม", "สารบัญ", "หน้า"),
        *("กลุ่มเขตกรุงเทพกลาง\t๓", "\t๑.\tสำนักงานเขตพระนคร\t๓", "\t๒.\tสำนักงานเขตดุสิต (ร่าง)\t๘๗"),
        *("กลุ่มเขตกรุงเทพใต้", "\t๑.\tสำนักงานเขตพระนคร\t๓"),
        "หมายเหตุ เลขหน้าในสารบัญนี้คือเลขหน้าของเล่ม ซึ่งพิมพ์ไว้ที่มุมล่างของทุกหน้า",
    ]


def test_without_groups_there_are_no_headings(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    path = made(filled(tmp_path, groups=(BookGroup("", "", ENTRIES),)))
    assert lines(path)[2:5] == ["สารบัญ", "หน้า", "\t๑.\tสำนักงานเขตพระนคร\t๓"]


def test_each_separator_begins_a_page(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    paragraphs = docx.Document(str(made(filled(tmp_path, sheets=SHEETS)))).paragraphs
    assert [paragraph.text for paragraph in paragraphs] == ["แผน ๒๕๖๘", "สำนักงานเขตพระนคร", "แผน ๒๕๖๘", "สำนักงานเขตดุสิต"]
    assert [paragraph.paragraph_format.page_break_before for paragraph in paragraphs] == [True, None, True, None]


def test_a_book_with_drafts_has_the_watermark(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    def pictures(path: Path) -> int:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            names = [name for name in package.namelist() if "header" in name and name.endswith(".xml")]
            return sum(package.read(name).decode().count("<pic:pic") for name in names)

    assert pictures(made(filled(tmp_path, groups=GROUPS, draft=True))) == 1
    assert pictures(made(filled(tmp_path, groups=GROUPS))) == 0
