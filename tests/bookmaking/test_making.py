"""A book is bound from good plans only, whole or not at all, and says what it lacks. No LibreOffice is asked."""

import io
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest

from generator import files
from generator.bookmaking import making
from generator.bookmaking.making import Book, Wishes, make_book
from generator.forms.documents import BOOK, template_bytes
from generator.render.template import TemplateError
from generator.words import Halt
from tests.bookmaking.folder import plan, write_list
from tests.pdf.pdfs import digits, pdf


class Printer:
    """Stands for LibreOffice: prints contents on so many pages as `contents` says, and a page for each separator."""

    contents = 1
    per_sheet = 1

    def __init__(self, press: object) -> None:
        self.printed = 0

    def convert(self, docx: bytes, target: Path) -> None:
        text = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
        target.write_bytes(pdf(text.count("pageBreakBefore") * self.per_sheet or self.contents))

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def printer(monkeypatch: pytest.MonkeyPatch) -> type[Printer]:
    class Own(Printer):
        pass

    monkeypatch.setattr(making, "Converter", Own)
    return Own


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    folder = tmp_path / "outputs"
    return write_list(folder, *(plan(folder, name) for name in ("พระนคร", "ดุสิต", "บางรัก")))


def bind(tmp_path: Path, *paths: Path, name: str = "เล่ม.pdf", drafts: bool = False, **wishes: Any) -> Book:
    press: Any = SimpleNamespace(typeface=SimpleNamespace(upright=lambda: digits(tmp_path)))
    templates = tmp_path / "templates"
    return make_book(
        paths, tmp_path / "books" / name, Wishes(**wishes), drafts=drafts, templates=templates, press=press
    )


def written(tmp_path: Path) -> list[str]:
    folder = tmp_path / "books"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_book_is_written_and_says_what_it_holds(outputs: Path, tmp_path: Path) -> None:
    book = bind(tmp_path, outputs)
    (bound,) = book.bound
    assert (bound.path.name, bound.districts, bound.pages) == ("เล่ม.pdf", 3, 13)
    assert bound.size == bound.path.stat().st_size
    assert len(book.absent) == 47 and book.halts == [] and book.leftover == []
    with pikepdf.open(bound.path) as opened:
        assert len(opened.pages) == 13
        marks = opened.open_outline().root
        assert [mark.title for mark in marks] == [
            "สารบัญ",
            *(f"สำนักงานเขต{name}" for name in ("พระนคร", "ดุสิต", "บางรัก")),
        ]
        assert [mark.title for mark in marks[1].children] == ["ส่วนที่ ๑"]


def test_the_same_plans_give_the_same_book(outputs: Path, tmp_path: Path) -> None:
    one, other = (bind(tmp_path, outputs, name=name).bound[0].path.read_bytes() for name in ("a.pdf", "b.pdf"))
    assert one == other


@pytest.mark.parametrize("contents", [1, 2, 3, 4])
def test_plans_begin_behind_contents_of_any_length(
    outputs: Path, tmp_path: Path, printer: type[Printer], contents: int
) -> None:
    printer.contents = contents
    (bound,) = bind(tmp_path, outputs).bound
    with pikepdf.open(bound.path) as opened:
        pages = [page.obj.objgen for page in opened.pages]
        marks = opened.open_outline().root
        assert pages.index(marks[1].destination[0].objgen) == contents + contents % 2


def test_contents_that_never_settle_are_blamed_on_the_template(
    outputs: Path, tmp_path: Path, printer: type[Printer]
) -> None:
    def grow(self: Printer, docx: bytes, target: Path) -> None:
        self.printed += 2
        target.write_bytes(pdf(self.printed + 2))

    printer.convert = grow  # type: ignore[method-assign]
    with pytest.raises(Halt, match=r"book-form\.docx"):
        bind(tmp_path, outputs)
    assert written(tmp_path) == []


def test_a_separator_on_two_pages_is_blamed_on_the_template(
    outputs: Path, tmp_path: Path, printer: type[Printer]
) -> None:
    printer.per_sheet = 2
    with pytest.raises(Halt, match=r"book-form\.docx"):
        bind(tmp_path, outputs, separators="district")


def test_separators_stand_on_right_hand_pages_with_a_blank_back(outputs: Path, tmp_path: Path) -> None:
    assert bind(tmp_path, outputs, separators="district").bound[0].pages == 2 + 3 * (2 + 4) - 1


def test_volumes_are_numbered_in_digits_that_sort(outputs: Path, tmp_path: Path) -> None:
    bind(tmp_path, outputs, max_pages=6)
    assert written(tmp_path) == ["เล่ม-เล่ม-1.pdf", "เล่ม-เล่ม-2.pdf", "เล่ม-เล่ม-3.pdf"]
    assert [path.name for path in making._names(Path("a.pdf"), 10)][::9] == ["a-เล่ม-01.pdf", "a-เล่ม-10.pdf"]


def test_volumes_are_cut_again_where_contents_are_longer_than_foreseen(
    outputs: Path, tmp_path: Path, printer: type[Printer]
) -> None:
    assert [bound.pages for bound in bind(tmp_path, outputs, max_pages=9).bound] == [5, 9]
    printer.contents = 4
    assert [bound.pages for bound in bind(tmp_path, outputs, max_pages=9).bound] == [7, 7, 7]


def test_one_volume_has_the_plain_name(outputs: Path, tmp_path: Path) -> None:
    bind(tmp_path, outputs, max_pages=600)
    assert written(tmp_path) == ["เล่ม.pdf"]


def test_volumes_of_an_earlier_book_are_named_and_left(outputs: Path, tmp_path: Path) -> None:
    bind(tmp_path, outputs, max_pages=6)
    book = bind(tmp_path, outputs, by_group=True)
    assert [path.name for path in book.leftover] == ["เล่ม-เล่ม-3.pdf"]
    assert len(written(tmp_path)) == 3


def test_a_name_without_suffix_gets_one(outputs: Path, tmp_path: Path) -> None:
    bind(tmp_path, outputs, name="แผน พ.ศ.2568")
    assert written(tmp_path) == ["แผน พ.ศ.2568.pdf"]


@pytest.mark.parametrize("changed", [{"draft": True}, {"pdf": None}, {"sha256": "0" * 64}])
def test_a_plan_that_is_not_ready_stops_the_book_unless_it_is_for_proofreading(
    tmp_path: Path, changed: dict[str, Any]
) -> None:
    outputs = tmp_path / "outputs"
    write_list(outputs, plan(outputs, "พระนคร"), plan(outputs, "ดุสิต", **changed))
    stopped = bind(tmp_path, outputs)
    assert stopped.bound == [] and "สำนักงานเขตดุสิต" in stopped.halts[0].problem.th and written(tmp_path) == []
    book = bind(tmp_path, outputs, drafts=True)
    assert book.halts == [] and len([*book.found.unfit, *book.found.lost, *book.drafts]) == 1
    assert book.bound[0].districts == (1 if "pdf" in changed else 2)
    assert len(book.absent) == 48


def test_every_unfit_pdf_is_named_at_once(outputs: Path, tmp_path: Path) -> None:
    faulty = [tmp_path / "1001-2568.pdf", tmp_path / "1004-2568.pdf"]
    faulty[0].write_bytes(b"no PDF")
    faulty[1].write_bytes(pdf(encryption=pikepdf.Encryption(owner="o", user="u")))
    book = bind(tmp_path, outputs, *faulty)
    assert [halt.problem.th.split()[0] for halt in book.halts] == ["1001-2568.pdf", "1004-2568.pdf"]
    assert written(tmp_path) == []


def test_a_pdf_that_is_not_there_is_named(tmp_path: Path) -> None:
    book = bind(tmp_path, tmp_path / "1001-2568.pdf")
    assert "1001-2568.pdf ไม่ได้" in book.halts[0].problem.th


def test_a_book_that_is_open_elsewhere_is_kept_beside_it(
    outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(fresh: Path, target: Path) -> None:
        if target.name == "เล่ม-เล่ม-1.pdf":
            raise PermissionError
        fresh.replace(target)

    monkeypatch.setattr(making, "put", lambda content, path: files.put(content, path, replace))
    book = bind(tmp_path, outputs, by_group=True)
    assert written(tmp_path) == ["เล่ม-เล่ม-1.new.pdf", "เล่ม-เล่ม-2.pdf"]
    assert [bound.path.name for bound in book.bound] == written(tmp_path)
    assert isinstance(book.halts[0], files.TargetBusy)


def test_a_book_never_takes_the_place_of_a_plan(outputs: Path, tmp_path: Path) -> None:
    before = (outputs / "1001-2568.pdf").read_bytes()
    with pytest.raises(Halt, match="is a plan"):
        bind(tmp_path, outputs, name="../outputs/1001-2568.pdf")
    assert (outputs / "1001-2568.pdf").read_bytes() == before


def test_a_book_takes_the_place_of_a_book_and_of_nothing_else(outputs: Path, tmp_path: Path) -> None:
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "ก.pdf").write_bytes(theirs := (outputs / "1001-2568.pdf").read_bytes())
    with pytest.raises(Halt, match="was not made by this command"):
        bind(tmp_path, outputs, name="ก.pdf")
    assert (tmp_path / "books" / "ก.pdf").read_bytes() == theirs
    assert bind(tmp_path, outputs, name="ข.pdf").bound and bind(tmp_path, outputs, name="ข.pdf").bound


@pytest.mark.parametrize("wishes", [{"by_group": True, "max_pages": 90}, {"separators": "group"}])
def test_wishes_that_contradict_each_other_are_refused(tmp_path: Path, wishes: dict[str, Any]) -> None:
    with pytest.raises(Halt):
        bind(tmp_path, tmp_path, **wishes)


def test_an_office_may_have_a_template_of_its_own(outputs: Path, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / BOOK.template).write_bytes(b"no template")
    with pytest.raises(TemplateError):
        bind(tmp_path, outputs)
    (tmp_path / "templates" / BOOK.template).write_bytes(template_bytes(BOOK))
    assert bind(tmp_path, outputs).bound
