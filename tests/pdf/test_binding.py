"""A book begins each section on a right-hand page, leads to all of them, and is numbered throughout."""

import io
import re
from collections.abc import Sequence
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from generator.pdf.binding import Bookmark, Section, begins, bind
from generator.pdf.folio import Folio
from generator.pdf.untrusted import open_source
from tests.pdf.pdfs import WIDE, digits, lines, link, name_place, pdf


@pytest.fixture(scope="module")
def folio(tmp_path_factory: pytest.TempPathFactory) -> Folio:
    return Folio(digits(tmp_path_factory.mktemp("font")))


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def page_of(book: pikepdf.Pdf, destination: Any) -> int:
    """Return the number, from 1, of the page that a destination leads to."""
    return 1 + [page.obj.objgen for page in book.pages].index(destination[0].objgen)


def marks(content: bytes) -> list[tuple[int, str, int]]:
    """Return the bookmarks of a book: their depth, from 1, their text and their page, from 1."""

    def walk(items: Sequence[OutlineItem], depth: int) -> Any:
        for item in items:
            yield depth, item.title, page_of(book, item.destination)
            yield from walk(item.children, depth + 1)

    with opened(content) as book:
        return list(walk(book.open_outline().root, 1))


def test_each_section_begins_on_a_right_hand_page() -> None:
    assert begins([1, 3, 2, 1, 4]) == [1, 3, 7, 9, 11]


def test_blank_pages_stand_before_right_hand_ones_and_carry_no_number(folio: Folio) -> None:
    sections = [Section(open_source(pdf(count), "x.pdf")) for count in (1, 3, 2)]
    content = bind(sections, "เล่ม", folio)
    assert lines(content) == ["page 0", "", "page 0", "page 1", "page 2", "", "page 0", "page 1"]
    with opened(content) as book:
        assert "/Contents" not in book.pages[1].obj or not book.pages[1].obj.Contents.read_bytes()
        assert [str(side) for side in book.pages[1].mediabox] == ["0", "0", "595.28", "841.89"]


def test_bookmarks_stand_below_their_district_and_lead_to_the_pages_of_the_book(folio: Folio) -> None:
    plan = open_source(pdf(3, headings=[("ส่วนที่ ๑", 0), (" ตาราง ก", 2), ("ส่วนที่ ๒", 1)]), "x.pdf")
    sections = [
        Section(open_source(pdf(1, headings=[("ของสารบัญเอง", 0)]), "x.pdf"), [Bookmark(1, "สารบัญ")]),
        Section(plan, [Bookmark(1, "กลุ่ม"), Bookmark(2, "เขต ก")], inner=True),
        Section(plan, [Bookmark(2, "เขต ข")], inner=True),
    ]
    content = bind(sections, "เล่ม", folio)
    assert marks(content) == [
        *((1, "สารบัญ", 1), (1, "กลุ่ม", 3)),
        *((2, "เขต ก", 3), (3, "ส่วนที่ ๑", 3), (4, "ตาราง ก", 5), (3, "ส่วนที่ ๒", 4)),
        *((2, "เขต ข", 7), (3, "ส่วนที่ ๑", 7), (4, "ตาราง ก", 9), (3, "ส่วนที่ ๒", 8)),
    ]
    with opened(content) as book:
        group = book.Root.Outlines.Last
        assert (group.Count, group.First.Count) == (2, -2), "districts are shown, what is below them opens on a click"


def test_a_table_whose_part_leads_nowhere_is_still_a_bookmark(folio: Folio) -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        drawn.Root.Outlines.First.Dest = String("nowhere")

    plan = open_source(pdf(2, headings=[("ส่วนที่ ๑", 0), (" ตาราง ก", 1), (" ตาราง ข", 1)], change=draw), "x.pdf")
    content = bind([Section(plan, [Bookmark(1, "เขต ก")], inner=True)], "เล่ม", folio)
    assert marks(content) == [(1, "เขต ก", 1), (2, "ตาราง ก", 2), (2, "ตาราง ข", 2)]


def test_a_separator_carries_the_bookmark_of_the_plan_behind_it(folio: Folio) -> None:
    sheets = open_source(pdf(2), "sheets.pdf")
    plan = open_source(pdf(1, headings=[("ส่วนที่ ๑", 0)]), "x.pdf")
    sections = [
        *(Section(sheets, [Bookmark(1, "เขต ก")], 0, 1), Section(plan, inner=True)),
        *(Section(sheets, [Bookmark(1, "เขต ข")], 1, 1), Section(plan, inner=True)),
    ]
    content = bind(sections, "เล่ม", folio)
    assert lines(content) == ["page 0", "", "page 0", "", "page 1", "", "page 0"]
    assert marks(content) == [(1, "เขต ก", 1), (2, "ส่วนที่ ๑", 3), (1, "เขต ข", 5), (2, "ส่วนที่ ๑", 7)]


def test_links_lead_within_their_own_plan_though_both_name_their_places_alike(folio: Folio) -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        name_place(drawn, "part", 2)
        link(drawn, 0, Dest=Name("/part"))
        link(drawn, 1, A=Dictionary(S=Name.URI, URI=String("https://bangkok.example/")))

    sections = [Section(open_source(pdf(3, change=draw), "x.pdf")) for _ in range(2)]
    with opened(bind(sections, "เล่ม", folio)) as book:
        assert "/Dests" not in book.Root and "/Names" not in book.Root
        assert [page_of(book, book.pages[index].Annots[0].Dest) for index in (0, 4)] == [3, 7]
        assert book.pages[4].Annots[0].Dest[3] == 300
        assert str(book.pages[5].Annots[0].A.URI) == "https://bangkok.example/"


def test_what_pages_inherit_comes_along(folio: Folio) -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        page = drawn.pages[0].obj
        for name in ("/Resources", "/MediaBox"):
            drawn.Root.Pages[name] = page[name]
            del page[name]

    with opened(bind([Section(open_source(pdf(size=WIDE, change=draw), "x.pdf"))], "เล่ม", folio)) as book:
        assert [int(side) for side in book.pages[0].mediabox] == [0, 0, 842, 595]
        assert {"/A", "/FolioOfTheBook"} == set(book.pages[0].obj.Resources.Font.keys())


def test_the_same_plans_give_the_same_bytes_and_no_date(folio: Folio) -> None:
    def book() -> bytes:
        return bind([Section(open_source(pdf(3, headings=[("ก", 1)]), "x.pdf"), [Bookmark(1, "ข")])], "เล่ม", folio)

    assert book() == book()
    assert not re.search(rb"CreationDate|ModDate|xmp:", book())


def test_a_viewer_is_told_the_title_the_language_the_numbers_and_to_print_on_both_sides(folio: Folio) -> None:
    with opened(bind([Section(open_source(pdf(2), "x.pdf"))], "แผน ๕๐ เขต", folio)) as book:
        assert str(book.docinfo.Title) == "แผน ๕๐ เขต" and str(book.Root.Lang) == "th-TH"
        assert book.Root.ViewerPreferences.Duplex == Name.DuplexFlipLongEdge
        assert [page.label for page in book.pages] == ["1", "2"]
        assert set(book.Root.keys()) <= {
            *("/Type", "/Pages", "/Outlines", "/PageLabels", "/Lang", "/PageMode", "/ViewerPreferences"),
        }


def test_views_without_a_height_show_the_top(folio: Folio) -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        link(drawn, 0, Dest=Array([drawn.pages[1].obj, Name.Fit]))

    with opened(bind([Section(open_source(pdf(2, change=draw), "x.pdf"))], "เล่ม", folio)) as book:
        assert book.pages[0].Annots[0].Dest.unparse() == book.pages[1].obj.unparse().join(
            (b"[ ", b" /XYZ null null null ]")
        )
