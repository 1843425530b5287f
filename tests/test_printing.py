"""What becomes of pages, Word files and PDFs when printing goes well, is refused or fails. No LibreOffice is asked."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, Self

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator import batch, cli, printing
from generator.files import TargetBusy
from generator.manifest import MANIFEST, read_manifest, write_manifest
from generator.outcome import Outcome
from generator.pdf import convert, press
from generator.pdf.convert import PdfFailure, PdfResult
from generator.pdf.press import find_press
from generator.render.pages import marks
from tests.minibook import complete, draw

SAMPLE: Final = Path(__file__).parent.parent / "inputs" / "plans" / "2567" / "1022-ภาษีเจริญ.xlsx"
KEY: Final = "1022-2567"
UNKNOWN: Final = "…"


class Printer:
    """Stands for LibreOffice: counts three pages a heading, writes a PDF, and then does what `ends` does."""

    def __init__(self, ends: Callable[[Path], None] = lambda path: None, before: bool = False) -> None:
        self.ends = ends
        self.before = before
        self.printed = 0

    def __call__(self, press: object) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def convert(self, docx: bytes, target: Path, labels: Callable[[Mapping[str, int]], Mapping[str, str]]) -> PdfResult:
        if self.before:
            self.ends(target)
        self.printed += 1
        labels({mark.name: 1 + 3 * number for number, mark in enumerate(marks(docx))})
        self.ends(target)
        target.write_bytes(b"%PDF")
        return PdfResult(9, {})


def busy(path: Path) -> None:
    raise TargetBusy(path, path.with_suffix(".new.pdf"))


def failing(path: Path) -> None:
    raise PdfFailure(path.name, "it hung")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Return a function that builds workbooks into the folder `out` and prints them with a printer."""
    monkeypatch.setattr(convert, "Converter", Printer())

    def build(
        printer: Printer | None = None, workbook: Path = SAMPLE, pdf: bool = True, pages: bool = True, by: str = "p"
    ) -> Outcome:
        target = tmp_path / "out"
        earlier = read_manifest(target)
        outcome = batch.build([workbook], target, earlier=earlier)
        if printer is not None:
            monkeypatch.setattr(convert, "Converter", printer)
            known: Any = type("Press", (), {"fingerprint": by})()
            printing.print_documents(outcome, known, target, pdf=pdf, count_pages=pages)
        write_manifest(outcome, target, earlier)
        return outcome

    return build


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return the sample with another director."""
    book = openpyxl.load_workbook(SAMPLE)
    cell = next(cell for row in book["ตั้งค่า"].iter_rows() for cell in row if cell.value == "นายตัวอย่าง สมมติ")
    cell.value = "นางสมมติ ตัวอย่าง"
    book.save(path := tmp_path / "แก้แล้ว.xlsx")
    return path


def shown(outcome: Outcome) -> str | None:
    (made,) = outcome.documents
    return made.pages_shown


def pageless(folder: Path) -> int:
    """Return how many pages of the contents of the Word file are not known."""
    import docx

    document = docx.Document(str(folder / "out" / f"{KEY}.docx"))
    return sum(text.text == UNKNOWN for text in document.element.iter("{*}t"))


def test_counted_pages_stand_in_the_word_file(build: Callable[..., Outcome], tmp_path: Path) -> None:
    assert shown(build()) == "unknown" and pageless(tmp_path) > 10
    assert shown(build(Printer())) == "own" and pageless(tmp_path) == 0
    assert shown(build()) == "own"


def test_a_pdf_open_elsewhere_keeps_no_page_from_the_word_file(build: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = build(Printer(busy))
    assert [type(halt) for halt in outcome.halts] == [TargetBusy]
    assert shown(outcome) == "own" and pageless(tmp_path) == 0
    listed = json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))["documents"][0]
    assert listed["counted_for"] and len(listed["contents"]) > 10


@pytest.mark.parametrize("before", [True, False], ids=["before-it-counted", "after-it-counted"])
def test_what_could_not_be_printed_claims_no_pages(build: Callable[..., Outcome], tmp_path: Path, before: bool) -> None:
    outcome = build(Printer(failing, before))
    assert [type(halt) for halt in outcome.halts] == [PdfFailure]
    assert shown(outcome) == "unknown" and pageless(tmp_path) > 10
    listed = json.loads((tmp_path / "out" / MANIFEST).read_text(encoding="utf-8"))["documents"][0]
    assert (listed["counted_for"], listed["contents"], listed["pages_shown"]) == (None, {}, "unknown")


def test_pages_of_what_it_was_before_are_called_so(build: Callable[..., Outcome], tmp_path: Path, other: Path) -> None:
    build(Printer())
    outcome = build(workbook=other)
    assert shown(outcome) == "earlier" and pageless(tmp_path) == 0
    assert shown(build(workbook=other)) == "earlier", "they are still those of the first"
    assert shown(build()) == "own"


def test_a_pdf_of_what_it_was_before_goes_when_printing_fails(
    build: Callable[..., Outcome], tmp_path: Path, other: Path
) -> None:
    build(Printer())
    assert (tmp_path / "out" / f"{KEY}.pdf").is_file()
    build(Printer(failing), workbook=other)
    assert not (tmp_path / "out" / f"{KEY}.pdf").exists()


def test_a_pdf_that_could_not_be_printed_anew_stays_known_and_goes_when_it_is_stale(
    build: Callable[..., Outcome], tmp_path: Path, other: Path
) -> None:
    build(Printer())
    for _ in range(2):
        (made,) = build(Printer(failing, before=True), by="another LibreOffice").documents
        assert (made.pdf, made.printed_by) == (tmp_path / "out" / f"{KEY}.pdf", "p"), "still that of the Word file"
    build(workbook=other)
    assert not (tmp_path / "out" / f"{KEY}.pdf").exists()


def test_what_this_run_did_not_make_stays_known(build: Callable[..., Outcome], tmp_path: Path) -> None:
    build(Printer())
    build(Printer(), workbook=draw(complete(), tmp_path / "สมุด.xlsx"))
    listed = read_manifest(tmp_path / "out")
    assert [document["key"] for document in listed["earlier"]] == [KEY]
    printer = Printer()
    assert shown(build(printer)) == "own" and printer.printed == 0
    (tmp_path / "out" / f"{KEY}.docx").unlink()
    build(workbook=tmp_path / "สมุด.xlsx")
    assert read_manifest(tmp_path / "out")["earlier"] == []


def test_a_damaged_list_of_pages_is_not_believed(build: Callable[..., Outcome], tmp_path: Path) -> None:
    build(Printer())
    path = tmp_path / "out" / MANIFEST
    listed = json.loads(path.read_text(encoding="utf-8"))
    listed["documents"][0]["contents"] = dict.fromkeys(listed["documents"][0]["contents"], "ก\0ข")
    path.write_text(json.dumps(listed), encoding="utf-8")
    assert shown(build()) == "unknown"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Return a function that runs `generate build` where LibreOffice is a printer."""
    known = type("Press", (), {"fingerprint": "p"})()
    monkeypatch.setattr(press, "find_press", lambda: known)

    def run(printer: Printer, *options: str) -> Result:
        monkeypatch.setattr(convert, "Converter", printer)
        arguments = ["build", str(SAMPLE), "-o", str(tmp_path / "out"), *options]
        return CliRunner().invoke(cli.make_command("th"), arguments)

    return run


def test_everything_again_is_counted_again(command: Callable[..., Result]) -> None:
    printer = Printer()
    command(printer)
    command(printer)
    assert printer.printed == 1, "nothing changed"
    command(printer, "--force")
    assert printer.printed == 2


def test_without_pages_the_state_and_the_list_say_so(command: Callable[..., Result], tmp_path: Path) -> None:
    result = command(Printer(), "--no-pages")
    assert "ยังไม่มีเลขหน้า" in result.output and "พร้อมใช้" not in result.output
    listed = json.loads(command(Printer(), "--no-pages", "--json").stdout)
    assert listed["documents"][0]["pages_shown"] == "unknown"
    assert "พร้อมใช้" in command(Printer()).output


def test_no_libreoffice_leaves_the_pages_open(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def nothing() -> None:
        find_press({"PATH": ""}, [])

    monkeypatch.setattr(press, "find_press", nothing)
    arguments = ["build", str(SAMPLE), "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(cli.make_command("th"), arguments)
    assert result.exit_code == 0 and "LibreOffice" in result.output and "ยังไม่มีเลขหน้า" in result.output
