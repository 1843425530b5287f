"""A PDF goes into a book with its pages, its bookmarks and its links, and with nothing that acts."""

import io
import random
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from generator.pdf import untrusted
from generator.pdf.binding import Section, bind
from generator.pdf.folio import Folio
from generator.pdf.untrusted import Heading, UnfitPdf, View, open_source
from tests.pdf.pdfs import digits, everything, lines, link, name_place, pdf, script


def bound(content: bytes, folder: Path) -> bytes:
    return bind([Section(open_source(content, "x.pdf"), inner=True)], "เล่ม", Folio(digits(folder)))


def test_bookmarks_of_two_levels_are_read() -> None:
    source = open_source(pdf(3, headings=[("ส่วนที่ ๑", 0), (" ตาราง ก", 1), ("ส่วนที่ ๒", 2)]), "x.pdf")
    assert source.headings == (
        Heading(1, "ส่วนที่ ๑", View(0, 72, 500)),
        Heading(2, "ตาราง ก", View(1, 72, 500)),
        Heading(1, "ส่วนที่ ๒", View(2, 72, 500)),
    )


def test_links_are_read_however_their_goal_is_said() -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        name_place(drawn, "old", 1)
        tree = pikepdf.NameTree.new(drawn)
        tree["new"] = Dictionary(D=Array([drawn.pages[2].obj, Name.FitH, 600]))
        drawn.Root.Names = Dictionary(Dests=tree.obj)
        link(drawn, 0, Dest=Name("/old"))
        link(drawn, 0, Dest=String("new"))
        link(drawn, 1, Dest=Array([drawn.pages[0].obj, Name.Fit]))
        link(drawn, 1, A=Dictionary(S=Name.GoTo, D=Name("/old")))
        link(drawn, 2, A=Dictionary(S=Name.URI, URI=String("https://bangkok.example/")))

    goals = [(found.page, found.goal) for found in open_source(pdf(3, change=draw), "x.pdf").links]
    assert goals == [
        *((0, View(1, 72, 300)), (0, View(2, None, 600))),
        *((1, View(0)), (1, View(1, 72, 300))),
        (2, "https://bangkok.example/"),
    ]


def launch(drawn: pikepdf.Pdf) -> None:
    link(drawn, 0, A=Dictionary(S=Name.Launch, F=String("calc.exe")))
    link(drawn, 0, A=Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit])))
    link(drawn, 0, A=Dictionary(S=Name.URI, URI=String("file:///etc/passwd")))
    link(drawn, 0, A=Dictionary(S=Name.URI, URI=String("javascript:alert(1)")))


def attach(drawn: pikepdf.Pdf) -> None:
    drawn.attachments["secret.txt"] = b"the attached file"


def run_when_opened(drawn: pikepdf.Pdf) -> None:
    drawn.Root.OpenAction = script()
    drawn.Root.AA = Dictionary(WC=script())
    drawn.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))


def run_on_a_page(drawn: pikepdf.Pdf) -> None:
    drawn.pages[0].obj.AA = Dictionary(O=script())
    widget = Dictionary(Type=Name.Annot, Subtype=Name.Widget, T=String("field"), AA=Dictionary(E=script()))
    drawn.pages[0].obj.Annots = Array([drawn.make_indirect(widget)])
    drawn.Root.AcroForm = Dictionary(XFA=drawn.make_stream(b"<xfa/>"), Fields=drawn.pages[0].obj.Annots)


def run_from_within(drawn: pikepdf.Pdf) -> None:
    drawn.pages[0].obj.Resources.Properties = Dictionary(P=Dictionary(deep=Array([Dictionary(again=script())])))
    drawn.pages[0].obj.Resources.Whole = drawn.make_indirect(script("indirect"))


def borrow(drawn: pikepdf.Pdf) -> None:
    form = drawn.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    form.Ref = Dictionary(F=String("other.pdf"), Page=0)
    form.OPI = Dictionary(F=String("picture.eps"))
    printer = drawn.make_stream(b"(hello) print", Type=Name.XObject, Subtype=Name.PS)
    outside = drawn.make_stream(b"0 0 1 1 re f", Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), F=String("outside"))
    drawn.pages[0].obj.Resources.XObject = Dictionary(R=form, P=printer, O=outside)


@pytest.mark.parametrize("change", [launch, attach, run_when_opened, run_on_a_page, run_from_within, borrow])
def test_what_acts_or_reaches_outside_does_not_get_into_the_book(
    change: Callable[[pikepdf.Pdf], None], tmp_path: Path
) -> None:
    dangers = re.compile(
        r"JavaScript|/JS|/AA\b|/OpenAction|Launch|GoToR|calc\.exe|file:|passwd|alert|/EmbeddedFile|secret|the attached"
        r"|/AcroForm|xfa|/Widget|/Ref\b|/OPI|other\.pdf|picture\.eps|outside|\(hello\) print"
    )
    drawn = pdf(change=change)
    assert dangers.search(everything(drawn))
    content = bound(drawn, tmp_path)
    assert not dangers.search(everything(content))
    assert lines(content) == ["page 0"]


def test_a_font_or_picture_may_be_called_anything(tmp_path: Path) -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        fonts = drawn.pages[0].obj.Resources.Font
        for name in ("/JS", "/AA", "/PS", "/Ref", "/Metadata", "/F"):
            fonts[name] = fonts.A

    with pikepdf.open(io.BytesIO(bound(pdf(change=draw), tmp_path))) as opened:
        assert {"/A", "/JS", "/AA", "/PS", "/Ref", "/Metadata", "/F"} <= set(opened.pages[0].Resources.Font.keys())


def test_bookmarks_in_a_circle_are_followed_once() -> None:
    def draw(drawn: pikepdf.Pdf) -> None:
        first = drawn.Root.Outlines.First
        first.Next.Next = first
        first.First = first

    assert len(open_source(pdf(headings=[("ก", 0), ("ข", 0)], change=draw), "x.pdf").headings) == 2


def flipped(content: bytes) -> bytes:
    """Return a PDF with a fault in what its page draws."""
    at = content.index(b"stream\n", content.index(b"FlateDecode")) + 20
    return content[:at] + b"XXXX" + content[at + 4 :]


DAMAGED: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no PDF": lambda: b"PK\x03\x04 a Word file",
    "cut off": lambda: pdf(20)[:-300],
    "a moved object": lambda: pdf(2, object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(
        b"1 0 obj", b"\n1 0 obj"
    ),
    "a fault in what is drawn": lambda: flipped(pdf(1, object_stream_mode=pikepdf.ObjectStreamMode.disable)),
    "no pages": lambda: pdf(0),
    "a page without sides": lambda: pdf(
        change=lambda drawn: setattr(drawn.pages[0].obj, "MediaBox", Array([0, 0, Name.A]))
    ),
    "fonts that are none": lambda: pdf(change=lambda drawn: setattr(drawn.pages[0].obj.Resources, "Font", 7)),
    "a wrong shape": lambda: pdf(change=lambda drawn: setattr(drawn.Root, "Names", 7)),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_pdf_is_refused_by_name_with_the_cure(name: str) -> None:
    with pytest.raises(UnfitPdf) as halt:
        open_source(DAMAGED[name](), "1022-2568.pdf")
    assert "1022-2568.pdf ไม่ใช่ PDF หรือเสียหาย" in halt.value.problem.th
    assert "generate build --pdf --force" in halt.value.cure.th


@pytest.mark.parametrize("password", ["", "secret"])
def test_an_encrypted_pdf_is_refused(password: str) -> None:
    locked = pdf(encryption=pikepdf.Encryption(owner="owner", user=password))
    with pytest.raises(UnfitPdf, match="encrypted"):
        open_source(locked, "x.pdf")


def test_a_pdf_out_of_bounds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "MOST_PAGES", 2)
    assert open_source(pdf(2), "x.pdf").pages == 2
    with pytest.raises(UnfitPdf, match="too large"):
        open_source(pdf(3), "x.pdf")
    monkeypatch.setattr(untrusted, "LARGEST_FILE", 100)
    with pytest.raises(UnfitPdf, match="too large"):
        open_source(pdf(1), "x.pdf")


def test_a_page_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pikepdf.settings.get_qpdf_limits()
    monkeypatch.setattr(untrusted, "LARGEST_STREAM", 100_000)
    bomb = pdf(change=lambda drawn: setattr(drawn.pages[0].obj, "Contents", drawn.make_stream(b" " * 3_000_000)))
    try:
        with pytest.raises(UnfitPdf):
            open_source(bomb, "x.pdf")
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def test_what_many_pages_draw_is_unpacked_once_and_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawing(streams: int) -> bytes:
        def change(drawn: pikepdf.Pdf) -> None:
            made = [drawn.make_stream(b" " * 1_000 + b"%d" % number) for number in range(streams)]
            for index, page in enumerate(drawn.pages):
                page.obj.Contents = made[index % streams]

        return pdf(12, change=change)

    monkeypatch.setattr(untrusted, "LARGEST_DRAWING", 5_000)
    assert open_source(drawing(4), "x.pdf").pages == 12
    with pytest.raises(UnfitPdf):
        open_source(drawing(6), "x.pdf")


def test_whatever_a_pdf_says_it_is_bound_or_refused(tmp_path: Path) -> None:
    """Words of a PDF take each other's places, three hundred times, without moving anything."""

    def draw(drawn: pikepdf.Pdf) -> None:
        name_place(drawn, "old", 1)
        link(drawn, 0, Dest=Name("/old"))
        link(drawn, 1, A=Dictionary(S=Name.GoTo, D=Name("/old")))

    plain = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False}
    sound = pdf(3, headings=[("ก", 0), (" ข", 1), ("ค", 2)], change=draw, **plain)
    words = [found.span() for found in re.finditer(rb"\d+ 0 R|/[A-Za-z]+|\d+(?:\.\d+)?|\([^)]*\)", sound)]
    chance, folio = random.Random(2568), Folio(digits(tmp_path))
    outcomes = {"bound": 0, "refused": 0}
    for _ in range(300):
        changed = bytearray(sound)
        for _ in range(chance.choice((1, 1, 2, 3))):
            (start, end), (other, other_end) = chance.choice(words), chance.choice(words)
            if other_end - other <= end - start:
                changed[start:end] = sound[other:other_end].ljust(end - start)
        try:
            source = open_source(bytes(changed), "x.pdf")
        except UnfitPdf:
            outcomes["refused"] += 1
            continue
        bind([Section(source, inner=True)], "เล่ม", folio)
        outcomes["bound"] += 1
    assert min(outcomes.values()) > 50, outcomes
