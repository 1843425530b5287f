"""The number of a page in its book: small Thai digits at the bottom outer corner, drawn over what the page shows.

Knows fonts and the geometry of pages; nothing of what is bound.
"""

import io
from pathlib import Path
from typing import Any, Final

import pikepdf
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from pikepdf import Array, Dictionary, Matrix, Name

from generator.thai.numerals import THAI, to_thai

SIZE: Final = 14.0
SIDE: Final = 42.5
"""From the outer edge of the page to the number, in points: 1.5 cm, where every form has a margin of at least 2 cm."""

BOTTOM: Final = 26.0
"""From the bottom edge to the line on which the digits stand, in points: 9 mm of a margin of 2 cm."""

FONT: Final = Name("/FolioOfTheBook")
NEEDED_TABLES: Final = frozenset(("GlyphOrder", "head", "hhea", "hmtx", "maxp", "cmap", "glyf", "loca"))
"""What a font embedded in a PDF has to hold."""

_FAMILY: Final = "AAAAAA+BookFolio"


class Folio:
    """Ten Thai digits of one typeface, which number the pages of one book."""

    def __init__(self, face: Path) -> None:
        """Take the digits from the TrueType font in the file `face`."""
        with TTFont(face, lazy=True, recalcTimestamp=False) as font:
            self._font_file, self._glyphs = _digits(font)
            scale = 1000 / font["head"].unitsPerEm
            self._widths = [round(font["hmtx"][font.getBestCmap()[ord(digit)]][0] * scale) for digit in THAI]
            box = font["head"]
            self._box = [round(side * scale) for side in (box.xMin, box.yMin, box.xMax, box.yMax)]

    def width(self, number: int) -> float:
        """Return how wide a number prints, in points."""
        return float(sum(self._widths[int(digit)] for digit in str(number)) * SIZE / 1000)

    def font(self, book: pikepdf.Pdf) -> Any:
        """Put the digits into a book; return the font to be given to `stamp`."""
        file = pikepdf.Stream(book, self._font_file)
        file.Length1 = len(self._font_file)
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{_FAMILY}"),
            Flags=4,
            FontBBox=Array(self._box),
            ItalicAngle=0,
            Ascent=self._box[3],
            Descent=self._box[1],
            CapHeight=self._box[3],
            StemV=80,
            FontFile2=book.make_indirect(file),
        )
        widths = Array()
        for glyph, width in zip(self._glyphs, self._widths, strict=True):
            widths.append(glyph)
            widths.append(Array([width]))
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name(f"/{_FAMILY}"),
            CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
            FontDescriptor=book.make_indirect(descriptor),
            W=widths,
            CIDToGIDMap=Name.Identity,
        )
        return book.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name(f"/{_FAMILY}"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([book.make_indirect(descendant)]),
                ToUnicode=book.make_indirect(pikepdf.Stream(book, _to_unicode(self._glyphs))),
            )
        )

    def stamp(self, page: pikepdf.Page, number: int, font: Any, before: Any) -> None:
        """Draw the number of a page at its bottom outer corner; an odd one lies to the right of the fold.

        `font` and `before` (`opening`) belong to the book.
        """
        page.add_resource(font, Name.Font, FONT)
        matrix = _corner(page, self.width(number), number % 2 == 1)
        shown = "".join(f"{self._glyphs[int(digit)]:04x}" for digit in str(number))
        placed = " ".join(f"{value:.3f}".rstrip("0").rstrip(".") for value in matrix.shorthand)
        page.contents_add(before, prepend=True)
        # Marked as no part of the text: what reads a page aloud passes over it.
        drawn = f"Q /Artifact BMC q 0 g BT {FONT} {SIZE:g} Tf {placed} Tm <{shown}> Tj ET Q EMC"
        page.contents_add(drawn.encode())


def opening(book: pikepdf.Pdf) -> Any:
    """Return what stands before the content of each page of a book: it keeps the state that a stamp begins with."""
    return book.make_indirect(pikepdf.Stream(book, b"q"))


def label(number: int) -> str:
    """Return the number of a page as it prints."""
    return to_thai(str(number))


def _digits(font: Any) -> tuple[bytes, list[int]]:
    """Return a font file with nothing but the Thai digits, and the number of each in it."""
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[], notdef_outline=False, glyph_names=False, recalc_timestamp=False
    )
    options.drop_tables = sorted(set(font.keys()) - NEEDED_TABLES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=THAI)
    subsetter.subset(font)
    written = io.BytesIO()
    font.save(written)
    glyphs = font.getBestCmap()
    return written.getvalue(), [font.getGlyphID(glyphs[ord(digit)]) for digit in THAI]


def _to_unicode(glyphs: list[int]) -> bytes:
    pairs = "\n".join(f"<{glyph:04x}> <{ord(digit):04x}>" for glyph, digit in zip(glyphs, THAI, strict=True))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /BookFolio def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(glyphs)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _corner(page: pikepdf.Page, width: float, right: bool) -> Matrix:
    """Return where the number stands: the matrix from a line of text at the origin to the page as it is stored.

    The corner is that of the bound book. A landscape page is bound turned, its head to the left, so that its number
    stands upright with those of the pages around it, as in books with wide tables.
    """
    box = page.cropbox
    left, bottom, far, top = (float(side) for side in box)
    stored_width, stored_height = abs(far - left), abs(top - bottom)
    turn = int(page.obj.get("/Rotate", 0)) % 360
    shown_width, shown_height = (stored_height, stored_width) if turn in (90, 270) else (stored_width, stored_height)
    landscape = shown_width > shown_height
    bound_width = shown_height if landscape else shown_width
    number = Matrix(1, 0, 0, 1, bound_width - SIDE - width if right else SIDE, BOTTOM)
    shown = Matrix(0, -1, 1, 0, 0, shown_height) if landscape else Matrix()
    stored = {
        90: Matrix(0, 1, -1, 0, stored_width, 0),
        180: Matrix(-1, 0, 0, -1, stored_width, stored_height),
        270: Matrix(0, -1, 1, 0, 0, stored_height),
    }.get(turn, Matrix())
    place = Matrix(1, 0, 0, 1, min(left, far), min(bottom, top))
    return number @ shown @ stored @ place
