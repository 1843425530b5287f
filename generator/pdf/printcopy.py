"""The print copy: our Word document with what LibreOffice would print wrongly said in another way.

The copy is thrown away after printing; the user's document stays native to Word. Knows nothing of fonts on this
computer or of how LibreOffice is run.

- `thaiDistribute`, which LibreOffice ignores, becomes `both` in running text and `left` in table cells, where spread
  letters would come apart.
- PAGEREF fields, which LibreOffice fills anew in Arabic digits, become the text they last showed (`references`).
- Runs in headers and footers are marked as Thai, without which a page number in parentheses keeps Arabic digits.
- What has to stay with the last row of a table becomes a row of it (`keeping`).
- The text of links is given a style, without which it exports none (`links`).
- Words that it would cut in their middle are spelled so that it does not (`wordbreaks`).
- Labels of cells that are joined downwards stand in all their rows, to be said again where a page begins (`repeating`).
- The family TH Sarabun New, or TH SarabunPSK, becomes the one that is there; so does the family of the check boxes.
"""

import io
import zipfile
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from lxml import etree

from generator.pdf.keeping import Keeping
from generator.pdf.links import style_links
from generator.pdf.references import freeze_page_references
from generator.pdf.repeating import JoinedTable, join_labels
from generator.pdf.styles import ParagraphStyles
from generator.pdf.wordbreaks import cured
from generator.render.oxml import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT,
    VALUE,
    qn,
)

Element = etree._Element

JC: Final = qn("w:jc")
LANG: Final = qn("w:lang")
R_FONTS: Final = qn("w:rFonts")
STYLE: Final = qn("w:style")
FONT_SLOTS: Final = tuple(qn(f"w:{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
AFTER_JC: Final = (
    *(qn(f"w:{name}") for name in ("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId")),
    *(qn(f"w:{name}") for name in ("cnfStyle", "rPr", "sectPr", "pPrChange")),
)
AFTER_LANG: Final = tuple(qn(f"w:{name}") for name in ("eastAsianLayout", "specVanish", "oMath", "rPrChange"))

THAI_DISTRIBUTE: Final = "thaiDistribute"
SARABUN: Final = ("TH Sarabun New", "TH SarabunPSK")
WORD_SYMBOLS: Final = "Segoe UI Symbol"
CONTENT_TYPES: Final = "[Content_Types].xml"
KINDS: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class NotADocument(ValueError):
    """What was to be printed is not a Word document."""


class PrintCopy:
    """The print copy of one document; `joined` are its tables with labels to be said again where pages begin."""

    def __init__(self, document: bytes, family: str, symbols: str | None = None) -> None:
        """Derive it from `document`, the bytes of a .docx, set in `family`.

        `symbols` is the family that draws the check boxes; None leaves the one that is named. Raises NotADocument.
        """
        families = {name.casefold(): family for name in SARABUN}
        if symbols is not None:
            families[WORD_SYMBOLS.casefold()] = symbols
        try:
            with zipfile.ZipFile(io.BytesIO(document)) as package:
                self._parts = {name: package.read(name) for name in package.namelist()}
            self._roots = _parse_parts(self._parts)
        except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
            raise NotADocument(str(error)) from error
        styles = [root for root in self._roots.values() if root.tag == qn("w:styles")]
        alignments, given = Alignments(styles), ParagraphStyles(styles)
        for root in self._roots.values():
            adapt(root, alignments, families)
            cure_words(root, _headings(styles))
        style_links(self._roots.values())
        self.joined: list[JoinedTable] = []
        for body in (body for root in self._roots.values() for body in root.findall(qn("w:body"))):
            Keeping(given).bind(body)
            self.joined += join_labels(body, given)

    def content(self) -> bytes:
        """Return it as the bytes of a .docx, not compressed."""
        copied = io.BytesIO()
        with zipfile.ZipFile(copied, "w") as package:
            for name, part in self._parts.items():
                root = self._roots.get(name)
                if root is not None:
                    part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                package.writestr(zipfile.ZipInfo(name), part)
        return copied.getvalue()


def adapt(root: Element, alignments: "Alignments", families: Mapping[str, str]) -> None:
    """Change one part, given by its root element, into what is printed.

    `alignments` are those of the styles as they were; `families` maps names of fonts, without capitals, to new ones.
    """
    if root.tag in (qn("w:styles"), qn("w:numbering")):
        replace_style_alignment(root)
    else:
        replace_alignment(root, alignments)
        freeze_page_references(root)
    if root.tag in (qn("w:hdr"), qn("w:ftr")):
        mark_as_thai(root)
    rename_fonts(root, families)


def cure_words(root: Element, headings: Collection[str]) -> None:
    """Spell words so that no line ends within them; paragraphs of the styles `headings`, read elsewhere too, stay."""
    for paragraph in root.iter(PARAGRAPH):
        if _value(paragraph.find(PARAGRAPH_PROPERTIES), "w:pStyle") not in headings:
            for text in paragraph.iter(TEXT):
                said = text.text or ""
                if (better := cured(said)) is not said:
                    text.text = better


def _headings(styles: Iterable[Element]) -> frozenset[str]:
    """Return the styles whose paragraphs become the bookmarks of the PDF."""
    found = (
        style
        for root in styles
        for style in root.iter(STYLE)
        if style.find(f"{PARAGRAPH_PROPERTIES}/{qn('w:outlineLvl')}") is not None
    )
    return frozenset(style.get(qn("w:styleId"), "") for style in found)


class Alignments:
    """The alignment that styles give to paragraphs."""

    def __init__(self, styles: Iterable[Element]) -> None:
        self.own: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.default = ""
        self.default_style = ""
        for root in styles:
            self.default = _jc(root.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{PARAGRAPH_PROPERTIES}"))
            for style in root.iter(STYLE):
                name = style.get(qn("w:styleId"), "")
                self.own[name] = _jc(style.find(PARAGRAPH_PROPERTIES))
                self.parents[name] = _value(style, "w:basedOn")
                if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on"):
                    self.default_style = name

    def of_style(self, name: str) -> str:
        """Return the alignment a style gives, its own or one it inherits; empty when it gives none."""
        seen: set[str] = set()
        while name and name not in seen:
            if alignment := self.own.get(name, ""):
                return alignment
            seen.add(name)
            name = self.parents.get(name, "")
        return ""

    def of_paragraph(self, paragraph: Element) -> str:
        """Return the alignment that a paragraph has in the end; empty when nobody gives one."""
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        if own := _jc(properties):
            return own
        if styled := self.of_style(_value(properties, "w:pStyle") or self.default_style):
            return styled
        table = next(paragraph.iterancestors(TABLE), None)
        table_properties = table.find(qn("w:tblPr")) if table is not None else None
        return self.of_style(_value(table_properties, "w:tblStyle")) or self.default


def replace_style_alignment(root: Element) -> None:
    """Replace `thaiDistribute` in styles: by `left` where it is for tables and lists, elsewhere by `both`."""
    narrow = root.tag == qn("w:numbering")
    for jc in root.iter(JC):
        if jc.get(VALUE) == THAI_DISTRIBUTE:
            style = next(jc.iterancestors(STYLE), None)
            in_table = style is not None and style.get(qn("w:type")) == "table"
            jc.set(VALUE, "left" if narrow or in_table else "both")


def replace_alignment(root: Element, alignments: Alignments) -> None:
    """Replace `thaiDistribute` in paragraphs: in table cells by `left`, even where a style gives it, else by `both`."""
    for paragraph in root.iter(PARAGRAPH):
        if alignments.of_paragraph(paragraph) == THAI_DISTRIBUTE:
            in_cell = next(paragraph.iterancestors(CELL), None) is not None
            _property(_properties(paragraph, PARAGRAPH_PROPERTIES), JC, AFTER_JC).set(
                VALUE, "left" if in_cell else "both"
            )


def mark_as_thai(root: Element) -> None:
    """Give every run of a header or footer the language Thai, which makes LibreOffice number in Thai digits."""
    for run in root.iter(RUN):
        language = _property(_properties(run, RUN_PROPERTIES), LANG, AFTER_LANG)
        language.set(VALUE, "th-TH")
        language.set(qn("w:bidi"), "th-TH")


def rename_fonts(root: Element, families: Mapping[str, str]) -> None:
    """Replace the names of fonts by those that `families` gives for them."""
    for fonts in root.iter(R_FONTS):
        for slot in FONT_SLOTS:
            if new := families.get(fonts.get(slot, "").strip().casefold()):
                fonts.set(slot, new)


def _parse_parts(parts: Mapping[str, bytes]) -> dict[str, Element]:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    kinds = {
        f"{KINDS}{name}+xml"
        for name in ("document.main", "styles", "numbering", "header", "footer", "footnotes", "endnotes")
    }
    listed = etree.fromstring(parts[CONTENT_TYPES], parser)
    names = [part.get("PartName", "").lstrip("/") for part in listed if part.get("ContentType") in kinds]
    if not names:
        raise NotADocument("it has no Word document part")
    roots = {name: etree.fromstring(parts[name], parser) for name in names}
    if any(root.getroottree().docinfo.doctype for root in roots.values()):
        raise NotADocument("it declares entities, which the Open Packaging Conventions forbid")
    return roots


def _value(properties: Element | None, name: str) -> str:
    found = properties.find(qn(name)) if properties is not None else None
    return found.get(VALUE, "") if found is not None else ""


def _jc(properties: Element | None) -> str:
    return _value(properties, "w:jc")


def _properties(owner: Element, tag: str) -> Element:
    found = owner.find(tag)
    if found is None:
        found = etree.Element(tag)
        owner.insert(0, found)
    return found


def _property(properties: Element, tag: str, successors: tuple[str, ...]) -> Element:
    found = properties.find(tag)
    if found is None:
        found = etree.Element(tag)
        place = next((index for index, child in enumerate(properties) if child.tag in successors), len(properties))
        properties.insert(place, found)
    return found
