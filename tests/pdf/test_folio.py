"""The number of a page in its book stands at the bottom outer corner of the bound page, however the page is stored."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Matrix

from generator.pdf.binding import Section, bind
from generator.pdf.folio import BOTTOM, SIDE, SIZE, Folio
from generator.pdf.untrusted import open_source
from tests.pdf.pdfs import UPRIGHT, WIDE, digits, pdf

WIDTH = SIZE / 2
"""Of one digit of the font of the tests, in points."""


@pytest.fixture(scope="module")
def folio(tmp_path_factory: pytest.TempPathFactory) -> Folio:
    return Folio(digits(tmp_path_factory.mktemp("font")))


def stamps(content: bytes) -> list[tuple[Matrix, str]]:
    """Return where each page of a book says its number, and the number as glyphs."""
    found = []
    with pikepdf.open(io.BytesIO(content)) as book:
        for page in book.pages:
            last = page.obj.Contents[-1].read_bytes().decode()
            stamp = re.search(r"BT /FolioOfTheBook \S+ Tf (.+?) Tm <(\w+)> Tj ET", last)
            assert stamp is not None
            found.append((Matrix(*map(float, stamp[1].split())), stamp[2]))
    return found


def places(
    folio: Folio, size: tuple[float, float], turn: int = 0, corner: tuple[float, float] = (0, 0)
) -> list[Matrix]:
    """Return where the numbers of an odd and an even page stand as they are shown, from the lower left corner."""

    def change(drawn: pikepdf.Pdf) -> None:
        left, bottom = corner
        for page in drawn.pages:
            page.obj.Rotate = turn
            page.obj.MediaBox = Array([left, bottom, left + size[0], bottom + size[1]])

    content = bind([Section(open_source(pdf(2, change=change), "x.pdf"))], "เล่ม", folio)
    width, height = size
    shown = {
        0: Matrix(),
        90: Matrix(0, -1, 1, 0, 0, width),
        180: Matrix(-1, 0, 0, -1, width, height),
        270: Matrix(0, 1, -1, 0, height, 0),
    }[turn]
    return [matrix @ Matrix(1, 0, 0, 1, -corner[0], -corner[1]) @ shown for matrix, _ in stamps(content)]


def rounded(matrix: Matrix) -> tuple[float, ...]:
    return tuple(round(value, 2) + 0.0 for value in matrix.shorthand)


@pytest.mark.parametrize("corner", [(0, 0), (-20, 30)])
@pytest.mark.parametrize(("size", "turn"), [(UPRIGHT, 0), (WIDE, 90), (UPRIGHT, 180), (WIDE, 270)])
def test_an_upright_page_has_its_number_at_the_right_if_odd_and_at_the_left_if_even(
    folio: Folio, size: tuple[float, float], turn: int, corner: tuple[float, float]
) -> None:
    odd, even = places(folio, size, turn, corner)
    assert rounded(odd) == (1, 0, 0, 1, 595 - SIDE - WIDTH, BOTTOM)
    assert rounded(even) == (1, 0, 0, 1, SIDE, BOTTOM)


@pytest.mark.parametrize(("size", "turn"), [(WIDE, 0), (UPRIGHT, 90), (WIDE, 180), (UPRIGHT, 270)])
def test_a_wide_page_is_numbered_as_it_is_bound_with_its_head_to_the_left(
    folio: Folio, size: tuple[float, float], turn: int
) -> None:
    bound = Matrix(0, 1, -1, 0, 595, 0)  # a quarter turn to the left
    odd, even = (matrix @ bound for matrix in places(folio, size, turn))
    assert rounded(odd) == (1, 0, 0, 1, 595 - SIDE - WIDTH, BOTTOM)
    assert rounded(even) == (1, 0, 0, 1, SIDE, BOTTOM)


def test_numbers_are_those_of_the_book_and_end_at_the_same_edge(folio: Folio) -> None:
    found = stamps(bind([Section(open_source(pdf(12), "x.pdf"))], "เล่ม", folio))
    glyphs = found[0][1]
    assert len(glyphs) == 4 and [len(shown) for _, shown in found] == [4] * 9 + [8] * 3
    assert len({shown for _, shown in found}) == 12
    assert found[10][0].e == pytest.approx(595 - SIDE - 2 * WIDTH)


def test_what_a_page_does_to_its_own_drawing_does_not_move_the_number(folio: Folio) -> None:
    with pikepdf.open(io.BytesIO(bind([Section(open_source(pdf(1), "x.pdf"))], "เล่ม", folio))) as book:
        first, *_, last = (stream.read_bytes() for stream in book.pages[0].obj.Contents)
    assert first.strip() == b"q" and last.strip().startswith(b"Q")


def test_ten_digits_are_embedded_and_can_be_copied(folio: Folio) -> None:
    with pikepdf.open(io.BytesIO(bind([Section(open_source(pdf(1), "x.pdf"))], "เล่ม", folio))) as book:
        font = book.pages[0].obj.Resources.Font["/FolioOfTheBook"]
        embedded = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
        assert sorted(map(chr, embedded.getBestCmap())) == list("๐๑๒๓๔๕๖๗๘๙")
        assert not {"name", "GSUB", "post"} & set(embedded.keys())
        read = dict(
            re.findall(r"<(\w{4})> <(\w{4})>", font.ToUnicode.read_bytes().decode().partition("beginbfchar")[2])
        )
    assert sorted(chr(int(letter, 16)) for letter in read.values()) == list("๐๑๒๓๔๕๖๗๘๙")
    ((_, shown),) = stamps(bind([Section(open_source(pdf(1), "x.pdf"))], "เล่ม", folio))
    assert read[shown] == f"{ord('๑'):04x}"


def test_the_font_of_the_digits_says_nothing_on_the_screen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    Folio(digits(tmp_path))
    assert capfd.readouterr() == ("", "") and caplog.records == []
