"""Small PDFs and a font of ten digits, drawn for the tests of binding."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from generator.thai.numerals import THAI

UPRIGHT = (595, 842)
WIDE = (842, 595)


def pdf(
    pages: int = 1,
    *,
    size: tuple[float, float] = UPRIGHT,
    headings: Sequence[tuple[str, int]] = (),
    change: Callable[[pikepdf.Pdf], Any] = lambda drawn: None,
    **saved: Any,
) -> bytes:
    """Return a PDF whose pages each draw a line of their own; `headings` are bookmarks with their pages, from 0.

    A heading that begins with a blank lies below the one before. `change` does what else is wanted.
    """
    with pikepdf.new() as drawn:
        font = drawn.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(pages):
            page = drawn.add_blank_page(page_size=size)
            page.obj.Resources = Dictionary(Font=Dictionary(A=font))
            page.obj.Contents = drawn.make_stream(f"BT /A 12 Tf 100 400 Td (page {number}) Tj ET".encode())
        with drawn.open_outline() as outline:
            for title, page_index in headings:
                place = outline.root[-1].children if title.startswith(" ") else outline.root
                place.append(OutlineItem(title.strip(), page_index, "XYZ", left=72, top=500))
        change(drawn)
        written = io.BytesIO()
        drawn.save(written, static_id=True, **saved)
    return written.getvalue()


def link(drawn: pikepdf.Pdf, page: int, **goal: Any) -> None:
    """Draw a link on a page; `goal` is its Dest or its A."""
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 20, 110, 40]), **goal)
    annotations = drawn.pages[page].obj.get("/Annots", Array())
    annotations.append(drawn.make_indirect(annotation))
    drawn.pages[page].obj.Annots = annotations


def name_place(drawn: pikepdf.Pdf, name: str, page: int) -> None:
    """Name a place on a page as LibreOffice does."""
    if "/Dests" not in drawn.Root:
        drawn.Root.Dests = Dictionary()
    drawn.Root.Dests[f"/{name}"] = Array([drawn.pages[page].obj, Name.XYZ, 72, 300, 0])


def script(words: str = "app.alert(1)") -> Dictionary:
    """Return an action that runs a script."""
    return Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String(words))


def digits(folder: Path) -> Path:
    """Write a font whose Thai digits are squares, half an em wide."""
    names = [f"digit{number}" for number in range(10)]
    pen = TTGlyphPen(None)
    for number, corner in enumerate(((50, 0), (50, 400), (450, 400), (450, 0))):
        (pen.lineTo if number else pen.moveTo)(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "kokai", *names])
    builder.setupCharacterMap({0x0E01: "kokai", **{ord(digit): name for digit, name in zip(THAI, names, strict=True)}})
    builder.setupGlyf(dict.fromkeys([".notdef", "kokai", *names], square))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", "kokai", *names], (500, 50)))
    builder.setupHorizontalHeader(ascent=850, descent=-450)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    path = folder / "squares.ttf"
    builder.save(path)
    return path


def everything(content: bytes) -> str:
    """Return all objects of a PDF as text, streams unpacked."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        found = []
        for item in opened.objects:
            if isinstance(item, pikepdf.Stream):
                found += [item.stream_dict.unparse(resolved=True), item.read_bytes()]
            elif isinstance(item, pikepdf.Object):
                found.append(item.unparse(resolved=True))
        return b"\n".join(found).decode("latin-1")


def lines(content: bytes) -> list[str]:
    """Return what each page says, in brackets as PDF has it; empty for a blank page."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        drawn = [b"".join(_streams(page)).decode("latin-1") for page in opened.pages]
    return [text.partition("(")[2].partition(")")[0] for text in drawn]


def _streams(page: pikepdf.Page) -> list[bytes]:
    contents = page.obj.get("/Contents", Array())
    return [stream.read_bytes() for stream in (contents if isinstance(contents, Array) else [contents])]
