"""Labels of joined cells are said again where a page begins, and nowhere else."""

import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from generator.pdf.convert import Converter
from generator.pdf.printcopy import PrintCopy
from generator.pdf.repeating import broken_rows, mark_rows, repeat_labels
from generator.render.oxml import (
    BOOKMARK_NAME,
    BOOKMARK_START,
    CELL,
    MERGE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    TEXT,
    VALUE,
)
from tests.pdf.paper import NAMES, bookmark, draw, paragraph, row, run, table

BEGUN: Final = '<w:vMerge w:val="restart"/>'
JOINED: Final = "<w:vMerge/>"


def group(label: str, *names: str) -> str:
    """Return rows of one group: its label is joined downwards beside the names."""
    rows = [row(paragraph(run(label)), paragraph(run(names[0])), first=BEGUN)]
    rows += [row(paragraph(), paragraph(run(name)), first=JOINED) for name in names[1:]]
    return "".join(rows)


def body(*groups: str) -> Any:
    """Return the body of a document with a table, its rows marked."""
    root = etree.fromstring(f"<w:body {NAMES}>{table(''.join(groups), columns=2)}</w:body>")
    mark_rows(root)
    return root


def labels(root: Any) -> list[str]:
    return ["".join(text.text or "" for text in line.find(CELL).iter(TEXT)) for line in root.iter(ROW)]


def marks(root: Any) -> list[str]:
    return [mark.get(BOOKMARK_NAME) for mark in root.iter(BOOKMARK_START)]


def test_only_rows_of_joined_cells_are_marked_each_once() -> None:
    root = body(group("ก", "๑", "๒", "๓"), group("ข", "๔"))
    assert [mark for mark in marks(root) if "-" not in mark] == ["_Row0", "_Row1", "_Row2"]


def test_a_row_is_broken_off_when_it_begins_a_page_amid_a_joined_cell() -> None:
    root = body(group("ก", "๑", "๒", "๓"), group("ข", "๔", "๕"))
    first = dict.fromkeys(marks(root), 1)
    assert broken_rows(root, first) == frozenset()
    assert broken_rows(root, first | {"_Row2": 2, "_Row3": 2, "_Row4": 2}) == {"_Row2"}
    assert broken_rows(root, first | {"_Row3": 2, "_Row4": 2}) == frozenset()


def test_below_a_row_that_goes_over_pages_nothing_is_broken_off() -> None:
    root = body(group("ก", "๑", "๒"))
    below = {"_Row0": 1, "_Row0-0": 2, "_Row0-1": 1, "_Row1": 2, "_Row1-0": 2}
    assert set(below) == set(marks(root))
    assert broken_rows(root, below) == frozenset()
    assert broken_rows(root, below | {"_Row1": 3}) == {"_Row1"}


def test_a_row_that_stays_with_the_next_one_does_so_with_its_label() -> None:
    """Else it would go to the page before, be whole again, go back, and so on."""
    kept = row(paragraph("", "<w:keepNext/>"), paragraph(run("๒"), "<w:keepNext/>"), first=JOINED)
    begun = row(paragraph(run("ก"), '<w:pStyle w:val="a"/><w:jc w:val="left"/>'), paragraph(run("๑")), first=BEGUN)
    root = body(begun + kept)
    repeat_labels(root, {"_Row1"})
    label = list(root.iter(ROW))[1].find(f"{CELL}/{PARAGRAPH}/{PARAGRAPH_PROPERTIES}")
    assert [etree.QName(child).localname for child in label] == ["pStyle", "keepNext", "jc"]


def test_the_label_is_said_again_in_that_row_alone() -> None:
    root = body(group("ก", "๑", "๒", "๓", "๔"), group("ข", "๕"))
    repeat_labels(root, {"_Row2"})
    assert labels(root) == ["ก", "", "ก", "", "ข"]
    merges = [merge.get(VALUE) for merge in root.iter(MERGE)]
    assert merges == ["restart", None, "restart", None, "restart"]


def test_bookmarks_of_the_label_are_not_doubled() -> None:
    label = paragraph(bookmark("_Toc1", 1) + run("ก"))
    rows = row(label, paragraph(run("๑")), first=BEGUN) + row(paragraph(), paragraph(run("๒")), first=JOINED)
    root = body(rows)
    repeat_labels(root, {"_Row1"})
    assert labels(root) == ["ก", "ก"] and marks(root).count("_Toc1") == 1


def test_cells_of_one_row_are_parted_each_in_its_column() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    cells = f"<w:tc><w:tcPr>{wide}{JOINED}</w:tcPr>{paragraph()}</w:tc><w:tc><w:tcPr/>{paragraph(run('๒'))}</w:tc>"
    begun = f"<w:tc><w:tcPr>{wide}{BEGUN}</w:tcPr>{paragraph(run('กว้าง'))}</w:tc>"
    first = f"<w:tr>{begun}<w:tc><w:tcPr/>{paragraph(run('๑'))}</w:tc></w:tr>"
    root = body(first + f"<w:tr>{cells}</w:tr>")
    repeat_labels(root, {"_Row1"})
    assert labels(root) == ["กว้าง", "กว้าง"]


def test_a_row_of_nothing_but_joined_cells_is_left_alone() -> None:
    rows = row(paragraph(run("ก")), first=BEGUN) + row(paragraph(), first=JOINED)
    root = etree.fromstring(f"<w:body {NAMES}>{table(rows)}</w:body>")
    mark_rows(root)
    assert marks(root)[:1] == ["_Row0"] and broken_rows(root, {"_Row0": 1}) == frozenset()


def test_a_document_without_joined_cells_is_copied_as_it_is() -> None:
    copy = PrintCopy(draw(table(row(paragraph(run("ก"))))), "ใด")
    assert copy.broken_rows({}) == frozenset() and copy.content({"_Row1"}) == copy.content()


@pytest.mark.office
def test_a_group_that_goes_over_two_pages_is_named_on_both(converter: Converter, tmp_path: Path) -> None:
    groups = [group(f"กลุ่ม{letter}", *(f"แถว {letter} {n}" for n in range(25))) for letter in "กขค"]
    pdf = tmp_path / "groups.pdf"
    result = converter.convert(draw(table("".join(groups), columns=2)), pdf)
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    pages = text.rstrip("\f").split("\f")
    assert len(pages) == result.pages and 1 < result.pages < 5
    for page in pages:
        for letter in "กขค":
            rows = [line for line in page.splitlines() if f"แถว {letter} " in line]
            named = [line for line in rows if f"กลุ่ม{letter}" in line]
            assert named == rows[:1]
    assert result.bookmarks == {}
