"""Labels of joined cells are said again where a page begins, and nowhere else."""

import subprocess
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from generator.pdf.convert import Converter
from generator.pdf.printcopy import PrintCopy
from generator.pdf.repeating import Join, cell_name, join_labels
from generator.pdf.styles import ParagraphStyles
from generator.render.oxml import (
    BOOKMARK_NAME,
    BOOKMARK_START,
    CELL,
    KEEP_NEXT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    TEXT,
)
from tests.pdf.paper import NAMES, bookmark, draw, paragraph, row, run, table

BEGUN: Final = '<w:vMerge w:val="restart"/>'
JOINED: Final = "<w:vMerge/>"


def group(label: str, *names: str) -> str:
    """Return rows of one group: its label is joined downwards beside the names."""
    rows = [row(paragraph(run(label)), paragraph(run(names[0])), first=BEGUN)]
    rows += [row(paragraph(), paragraph(run(name)), first=JOINED) for name in names[1:]]
    return "".join(rows)


WHOLE: Final = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
TWO: Final = group("ก", "๑", "๒")


def body(*groups: str) -> Any:
    """Return the body of a document with a table."""
    return etree.fromstring(f"<w:body {NAMES}>{table(''.join(groups), columns=2)}</w:body>")


def styles(*written: str) -> ParagraphStyles:
    return ParagraphStyles([etree.fromstring(f"<w:styles {NAMES}>{''.join(written)}</w:styles>")])


def labels(root: Any) -> list[str]:
    return ["".join(text.text or "" for text in line.find(CELL).iter(TEXT)) for line in root.iter(ROW)]


def marks(root: Any) -> list[str]:
    return [mark.get(BOOKMARK_NAME) for mark in root.iter(BOOKMARK_START)]


def test_every_cell_of_a_join_holds_the_label_and_the_table_is_marked_once() -> None:
    root = body(group("ก", "๑", "๒", "๓"), group("ข", "๔"), group("ค", "๕", "๖"))
    (joined,) = join_labels(root, styles())
    assert labels(root) == ["ก", "ก", "ก", "ข", "ค", "ค"]
    assert marks(root) == [joined.mark] == ["_Joined0"]
    assert joined.joins == [Join(1, ["A1", "A2", "A3"]), Join(5, ["A5", "A6"])]
    assert [row.number for row in joined.rows] == [1, 2, 3, 5, 6]


def test_cells_are_called_as_libreoffice_calls_them() -> None:
    names = [cell_name(index, 3) for index in (0, 25, 26, 51, 52, 103, 104)]
    assert names == ["A3", "Z3", "a3", "z3", "AA3", "Az3", "BA3"]


def test_a_row_that_stays_whole_lies_where_it_begins_another_where_any_of_its_cells_ends() -> None:
    split, whole = (join_labels(body(rows), styles())[0].rows for rows in (TWO, TWO.replace("<w:tr>", WHOLE)))
    assert [(row.begins, list(row.ends)) for row in split] == [("A1", ["A1", "B1"]), ("B2", ["B2"])]
    assert [(row.begins, list(row.ends)) for row in whole] == [("A1", []), ("B2", [])]


def test_a_row_stays_with_the_next_one_as_it_did() -> None:
    """Else it would go to the page before, be whole again, go back, and so on."""
    kept = row(paragraph("", "<w:keepNext/>"), paragraph(run("๒"), "<w:keepNext/>"), first=JOINED)
    begun = row(paragraph(run("ก"), '<w:pStyle w:val="a"/><w:jc w:val="left"/>'), paragraph(run("๑")), first=BEGUN)
    root = body(begun + kept)
    assert len(join_labels(root, styles())) == 1
    label = list(root.iter(ROW))[1].find(f"{CELL}/{PARAGRAPH}/{PARAGRAPH_PROPERTIES}")
    assert [etree.QName(child).localname for child in label] == ["pStyle", "keepNext", "jc"]


@pytest.mark.parametrize("properties", ["<w:keepNext/>", '<w:pStyle w:val="kept"/>'])
def test_a_row_goes_without_the_next_one_as_it_did(properties: str) -> None:
    kept = '<w:style w:type="paragraph" w:styleId="kept"><w:pPr><w:keepNext/></w:pPr></w:style>'
    begun = row(paragraph(run("ก"), properties), paragraph(run("๑")), first=BEGUN)
    root = body(begun + 2 * row(paragraph(), paragraph(run("๒")), first=JOINED))
    assert len(join_labels(root, given := styles(kept))) == 1
    cells = [line.find(f"{CELL}/{PARAGRAPH}") for line in root.iter(ROW)]
    assert labels(root) == ["ก"] * 3
    assert [given.has(cell, KEEP_NEXT) for cell in cells] == [True, False, False]


def test_rows_that_all_stay_together_need_no_label() -> None:
    kept = row(paragraph(run("ก"), "<w:keepNext/>"), paragraph(run("๑")), first=BEGUN)
    root = body(kept + row(paragraph(), paragraph(run("๒")), first=JOINED))
    assert join_labels(root, styles()) == [] and labels(root) == ["ก", ""] and marks(root) == []


@pytest.mark.parametrize(
    "label",
    [
        paragraph(run("ก"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        paragraph(run("ก"), '<w:pStyle w:val="numbered"/>'),
        paragraph(run("ก"), '<w:pStyle w:val="heading"/>'),
        paragraph(run("ก") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    ],
    ids=["numbered", "numbered by its style", "a heading", "with a note"],
)
def test_a_label_that_would_be_counted_twice_is_said_once(label: str) -> None:
    numbered = '<w:style w:type="paragraph" w:styleId="numbered"><w:pPr><w:numPr/></w:pPr></w:style>'
    heading = '<w:style w:styleId="heading"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    root = body(row(label, paragraph(run("๑")), first=BEGUN) + row(paragraph(), paragraph(run("๒")), first=JOINED))
    assert join_labels(root, styles(numbered, heading)) == [] and labels(root) == ["ก", ""]


def test_bookmarks_of_the_label_are_not_doubled() -> None:
    label = paragraph(bookmark("_Toc1", 1) + run("ก"))
    root = body(row(label, paragraph(run("๑")), first=BEGUN) + row(paragraph(), paragraph(run("๒")), first=JOINED))
    assert join_labels(root, styles())
    assert labels(root) == ["ก", "ก"] and marks(root).count("_Toc1") == 1


def test_cells_are_joined_by_the_column_in_which_they_begin() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    cells = f"<w:tc><w:tcPr>{wide}{JOINED}</w:tcPr>{paragraph()}</w:tc><w:tc><w:tcPr/>{paragraph(run('๒'))}</w:tc>"
    last = f"<w:tc><w:tcPr/>{paragraph()}</w:tc><w:tc><w:tcPr/>{paragraph()}</w:tc>"
    last += f"<w:tc><w:tcPr>{JOINED}</w:tcPr>{paragraph()}</w:tc>"
    begun = f"<w:tc><w:tcPr>{wide}{BEGUN}</w:tcPr>{paragraph(run('กว้าง'))}</w:tc>"
    right = f"<w:tc><w:tcPr/>{paragraph(run('๑'))}</w:tc>"
    root = body(f"<w:tr>{begun}{right}</w:tr><w:tr>{cells}</w:tr><w:tr>{last}</w:tr>")
    (joined,) = join_labels(root, styles())
    assert joined.joins == [Join(1, ["A1", "A2"]), Join(2, ["B2", "C3"])]
    assert labels(root)[:2] == ["กว้าง", "กว้าง"]


def test_a_row_of_nothing_but_joined_cells_says_no_page() -> None:
    rows = row(paragraph(run("ก")), first=BEGUN) + row(paragraph(), first=JOINED)
    (joined,) = join_labels(etree.fromstring(f"<w:body {NAMES}>{table(rows)}</w:body>"), styles())
    assert [line.number for line in joined.rows] == [1]


def test_a_document_without_joined_cells_has_no_marks() -> None:
    copy = PrintCopy(draw(table(row(paragraph(run("ก"))))), "ใด")
    assert copy.joined == [] and b"_Joined" not in copy.content()


def printed_pages(converter: Converter, document: bytes, folder: Path) -> list[str]:
    """Return the text of each page, and make sure that no mark of ours is left in the PDF."""
    pdf = folder / "groups.pdf"
    result = converter.convert(document, pdf)
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    pages = text.rstrip("\f").split("\f")
    assert len(pages) == result.pages > 1
    assert result.bookmarks == {} and b"Joined" not in pdf.read_bytes()
    return pages


@pytest.mark.office
def test_a_group_that_goes_over_two_pages_is_named_on_both(converter: Converter, tmp_path: Path) -> None:
    groups = [group(f"กลุ่ม{letter}", *(f"แถว {letter} {n}" for n in range(25))) for letter in "กขค"]
    pages = printed_pages(converter, draw(table("".join(groups), columns=2)), tmp_path)
    assert len(pages) < 5
    for page in pages:
        for letter in "กขค":
            rows = [line for line in page.splitlines() if f"แถว {letter} " in line]
            named = [line for line in rows if f"กลุ่ม{letter}" in line]
            assert named == rows[:1]


@pytest.mark.office
def test_a_label_of_many_lines_moves_the_rows_below_it_on(converter: Converter, tmp_path: Path) -> None:
    """Said again, a label that is taller than its rows takes more room; then the next page begins elsewhere."""
    tall = "".join(paragraph(run(f"ยาว{letter}")) for letter in "กขคงจ")
    begun = row(tall, paragraph(run("แถว 0")), first=BEGUN)
    rows = begun + "".join(row(paragraph(), paragraph(run(f"แถว {n}")), first=JOINED) for n in range(1, 36))
    others = "".join(group(f"กลุ่ม {n}", *(f"แถว {n} {m}" for m in range(10))) for n in range(100, 107))
    pages = printed_pages(converter, draw(table((rows + others).replace("<w:tr>", WHOLE), columns=2)), tmp_path)
    assert [page.count("ยาว") for page in pages] == [5, 5, *[0] * (len(pages) - 2)]
    for page in pages:
        for name in range(100, 107):
            lines = [line for line in page.splitlines() if f"แถว {name} " in line]
            assert [line for line in lines if f"กลุ่ม {name} " in line] == lines[:1]


@pytest.mark.office
@pytest.mark.parametrize("above", [30, 31, 32])
def test_a_label_that_finds_no_room_at_the_foot_of_a_page_is_said_on_the_next_one_once(
    converter: Converter, tmp_path: Path, above: int
) -> None:
    """The row moves on with it, and begins no page any more; a label there would be the second on the page."""
    tall = "".join(paragraph(run(f"ยาว{letter}")) for letter in "กขคง")
    two = paragraph(run("แถว")) + paragraph()
    rows = row(tall, two, first=BEGUN) + row(paragraph(), two, first=JOINED) + row(paragraph(), two, first=JOINED)
    filling = paragraph(run("บน")) * above
    pages = printed_pages(converter, draw(filling + table(rows.replace("<w:tr>", WHOLE), columns=2)), tmp_path)
    assert [(page.count("ยาว"), page.count("แถว")) for page in pages] in ([(0, 0), (4, 3)], [(4, 2), (4, 1)])


@pytest.mark.office
def test_below_a_row_that_goes_over_pages_no_label_is_said_again(converter: Converter, tmp_path: Path) -> None:
    long = "".join(paragraph(run(f"บรรทัด {n}")) for n in range(60))
    rows = row(paragraph(run("ยาว")), long, first=BEGUN) + row(paragraph(), paragraph(run("จบ")), first=JOINED)
    pages = printed_pages(converter, draw(table(rows, columns=2)), tmp_path)
    assert [page.count("ยาว") for page in pages] == [1, 0] and "จบ" in pages[1]


@pytest.mark.office
def test_a_table_that_libreoffice_divides_otherwise_is_printed_too(converter: Converter, tmp_path: Path) -> None:
    """Its cells have other names than we think; the label is said once, or again, but nothing fails."""
    short = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc><w:tcPr/>" + paragraph(run("สั้น")) + "</w:tc></w:tr>"
    nested = row(paragraph(run("ใน")), table(row(paragraph(run("ก")))) + paragraph())
    rows = "".join(short + nested + group("ก", *(f"แถว {n}" for n in range(20))) for _ in range(4))
    wrapped = f"<w:sdt><w:sdtContent>{row(paragraph(run('ก')), paragraph())}</w:sdtContent></w:sdt>"
    pages = printed_pages(converter, draw(table(wrapped + rows, columns=2)), tmp_path)
    assert sum(page.count("แถว") for page in pages) == 80
