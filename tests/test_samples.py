"""The sample inputs hold the published facts, and what is shipped is what the program beside it builds."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from generator.checks.kr import check
from generator.model.districts import DISTRICTS, GROUPS
from generator.model.form import Rows
from generator.model.kr.agency import HOST
from generator.model.kr.attachment import Attachment
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.definition import FORMULA, MEANING
from generator.model.prose import Prose, Run
from generator.model.rules import book_rules
from generator.model.sheet import Sheet
from generator.thai.numerals import half_up, to_arabic
from generator.thai.text import list_mark, normal
from generator.workbook.reader import read_workbook
from tests.sources import source_modules

INPUTS: Final = Path(__file__).parent.parent / "inputs"
SHIPPED: Final = INPUTS / "kr" / "2568-สำนักพัฒนาสังคม.xlsx"
PEOPLE: Final = (9_800, 11_200, 11_600, 9_000, 8_600, 9_800)
"""The people of KR 8214 in each group of districts, in the order of printing."""
COMMUNITIES: Final = ((201, 183), (490, 441), (278, 251), (450, 405), (290, 261), (295, 265))
"""The communities of KR 8308 in each group: founded, and meant."""


@pytest.fixture(scope="module")
def source() -> Iterator[Callable[[str], ModuleType]]:
    """Import modules of inputs/source."""
    with source_modules() as found:
        yield found


@pytest.fixture(scope="module")
def rows(source: Callable[[str], ModuleType]) -> Rows:
    found: Rows = source("kr_2568").rows()
    return found


@pytest.fixture(scope="module")
def book(rows: Rows) -> KrBook:
    return KrBook.of(rows)


def table(book: KrBook, kr: str) -> Attachment:
    return next(attachment for attachment in book.attachments if attachment.kr == kr)


def sums(attachment: Attachment, group: str = "") -> tuple[int, ...]:
    """Return the sums of all number columns, of one group or of all districts."""
    columns = zip(*(row.numbers for row in attachment.rows if group in ("", row.group)), strict=True)
    return tuple(int(sum(value.number or 0 for value in column)) for column in columns)


def texts(record: object) -> Iterator[str]:
    """Yield every line of text in a record."""
    for name in type(record).COLUMNS if isinstance(record, Sheet) else ():
        value = getattr(record, name)
        yield from value.plain.split("\n") if isinstance(value, Prose) else [value] if isinstance(value, str) else []


def test_the_key_results_stand_in_the_order_of_their_publication(book: KrBook) -> None:
    assert [kr.code for kr in book.key_results] == ["8214", "8207", "8308"]
    assert {(kr.dimension, kr.objective_number) for kr in book.key_results} == {("สังคมดี", "8.2"), ("สังคมดี", "8.3")}
    assert (book.settings.agency, book.settings.year) == ("สำนักพัฒนาสังคม", 2568)


@pytest.mark.parametrize(("code", "target"), [("8214", "60,000 คน"), ("8207", "ร้อยละ 100 ร้อยละ"), ("8308", "90 ร้อยละ")])
def test_the_target_of_the_host_is_the_total_target(book: KrBook, code: str, target: str) -> None:
    kr = next(kr for kr in book.key_results if kr.code == code)
    assert f"{kr.target.text} {kr.unit}" == target
    assert [agency.target for agency in book.agencies if agency.kr == code and agency.role == HOST] == [kr.target]


def test_a_promise_without_a_table_and_words_behind_an_empty_box_are_all_that_is_wrong(book: KrBook) -> None:
    assert [(finding.rule, finding.document) for finding in check(book)] == [
        (book_rules.PROMISED_ABSENT, "8207"),
        (book_rules.UNTICKED_WORDS, "8214"),
    ]


@pytest.mark.parametrize("kr", ["8214", "8308"])
def test_a_table_has_each_district_once_in_the_order_of_printing(
    book: KrBook, source: Callable[[str], ModuleType], kr: str
) -> None:
    assert [row.district for row in table(book, kr).rows] == list(DISTRICTS)
    assert list(source(f"kr_{kr}").FIGURES) == [district.name for district in DISTRICTS]


def test_the_districts_of_8214_add_up_to_its_total(book: KrBook) -> None:
    assert sums(table(book, "8214")) == (60_000,)
    assert tuple(sums(table(book, "8214"), group)[0] for group in GROUPS) == PEOPLE


def test_the_districts_of_8308_add_up_to_the_published_sums(book: KrBook) -> None:
    assert sums(table(book, "8308")) == (2_004, 1_806)
    assert tuple(sums(table(book, "8308"), group) for group in GROUPS) == COMMUNITIES


def test_every_district_of_8308_is_to_reach_ninety_per_cent_half_rounded_up(book: KrBook) -> None:
    wrong = [
        row.district
        for row in table(book, "8308").rows
        if row.numbers[1].number != half_up((row.numbers[0].number or Decimal(0)) * 90 / 100)
    ]
    assert wrong == []
    assert next(kr for kr in book.key_results if kr.code == "8308").share == 90


def test_the_two_tables_are_as_different_as_those_published(book: KrBook) -> None:
    food, budget = table(book, "8214"), table(book, "8308")
    assert bool(food.card.title) and bool(food.card.numbers_header) and not food.card.numbered
    assert not budget.card.title and not budget.card.numbers_header and budget.card.numbered
    assert (food.target_index, budget.target_index) == (0, 1)


def test_nobody_can_be_called(book: KrBook) -> None:
    assert {to_arabic(kr.contact_phone)[:6] for kr in book.key_results} == {"0 2000"}


def test_every_text_is_typed_as_the_program_will_read_it(book: KrBook) -> None:
    records = (*book.key_results, *book.definitions, *book.agencies, *book.standards, *book.examples)
    lines = [line for record in records for line in texts(record)]
    assert len(lines) > 100
    assert [line for line in lines if normal(line) != line] == []


def test_the_samples_show_what_a_cell_can_hold(book: KrBook) -> None:
    proses = [row.text for group in (book.definitions, book.standards, book.examples) for row in group]
    proses += [agency.duties for agency in book.agencies]
    runs = [run for prose in proses for paragraph in prose.paragraphs for run in paragraph]
    assert any(run.bold for run in runs) and any(run.italic for run in runs) and any(run.underline for run in runs)
    marks = {list_mark(line)[0] for prose in proses for line in prose.plain.split("\n")}
    assert {"1.", "๑.", "๘.", "-"} <= marks
    text = "\n".join(prose.plain for prose in proses)
    assert all(name in text for name in book.settings.exceptions)
    assert "[ปี]" in text and "@example.com" in text


def test_a_formula_stands_between_its_definition_and_the_pointer_to_the_table(book: KrBook) -> None:
    rows = [row for row in book.definitions if row.kr == "8308"]
    assert [row.part == MEANING for row in rows] == [True, True, True, False, False]
    assert [row.style == FORMULA for row in rows] == [False, False, False, True, False]


def test_marked_prose_becomes_runs_and_indented_lines_go_on(source: Callable[[str], ModuleType]) -> None:
    read = source("records").prose
    assert read("ก *ข ~ค~* _ง_\n  จ\n๑. ฉ") == Prose(
        (
            (
                Run("ก "),
                Run("ข ", bold=True),
                Run("ค", bold=True, italic=True),
                Run(" "),
                Run("ง", underline=True),
                Run(" จ"),
            ),
            (Run("๑. ฉ"),),
        )
    )


@pytest.mark.parametrize("text", ["ก *ข", "ก_ข_ค_", "*ก\nข*"])
def test_a_format_that_is_not_ended_is_refused(source: Callable[[str], ModuleType], text: str) -> None:
    with pytest.raises(source("records").MarkupError):
        source("records").prose(text)


def test_the_shipped_workbook_reads_as_it_was_written(rows: Rows) -> None:
    reading = read_workbook(SHIPPED, KR_FORM)
    assert reading.findings == []
    assert KR_FORM.family is not None
    for sheet in KR_FORM.sheets:
        assert list(reading.rows.of(sheet)) == list(rows.of(sheet)), sheet.NAME
    assert [(page.key, list(page.headers)) for page in reading.rows.pages] == [
        (page.key, list(page.headers)) for page in rows.pages
    ]
    for read, written in zip(reading.rows.pages, rows.pages, strict=True):
        for kind in KR_FORM.family.card, KR_FORM.family.table:
            assert list(read.rows.of(kind)) == list(written.rows.of(kind)), (read.key, kind.__name__)


def test_the_shipped_workbook_opens_without_repair(made: Callable[[Path], Path]) -> None:
    assert made(SHIPPED).exists()


def test_the_shipped_workbooks_are_fresh(
    source: Callable[[str], ModuleType], capsys: pytest.CaptureFixture[str]
) -> None:
    assert source("build").main(["--check"]) == 0, capsys.readouterr().out


def test_every_workbook_among_the_inputs_is_built_by_the_program(source: Callable[[str], ModuleType]) -> None:
    shipped = {path.relative_to(INPUTS).as_posix() for path in INPUTS.rglob("*.xlsx") if not path.name.startswith("~$")}
    assert shipped == set(source("build").SAMPLES)


@pytest.mark.parametrize("fault", ["changed", "lacking", "added", "gone"])
def test_a_stale_workbook_is_named_with_the_part_that_differs(
    source: Callable[[str], ModuleType],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: str,
) -> None:
    stale = tmp_path / "inputs" / SHIPPED.relative_to(INPUTS)
    stale.parent.mkdir(parents=True)
    part = "xl/workbook.xml"
    with zipfile.ZipFile(SHIPPED) as old, zipfile.ZipFile(stale, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name != part or fault != "lacking":
                new.writestr(name, content + b"<!-- typed over -->" if (name, fault) == (part, "changed") else content)
        if fault == "added":
            new.writestr("xl/extra.xml", "")
    if fault == "gone":
        shutil.rmtree(stale.parent)
    monkeypatch.setattr(source("build"), "INPUTS", tmp_path / "inputs")
    name = SHIPPED.relative_to(INPUTS).as_posix()
    monkeypatch.setattr(source("build"), "SAMPLES", {name: source("build").SAMPLES[name]})
    assert source("build").main(["--check"]) == 1
    said = capsys.readouterr().out
    expected = {
        "changed": f"{part}: byte",
        "lacking": f"{part}: is missing",
        "added": "xl/extra.xml: should not be there",
        "gone": f"{SHIPPED.name}: is missing",
    }[fault]
    assert expected in said and "make inputs" in said
