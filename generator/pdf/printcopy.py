"""The print copy: our Word document with what LibreOffice would print wrongly said in another way.

The copy is thrown away after printing; the user's document stays native to Word. Knows nothing of fonts on this
computer or of how LibreOffice is run.

- `thaiDistribute`, which LibreOffice ignores, becomes `both` in running text and `left` in table cells, where spread
  letters would come apart.
- PAGEREF fields, which LibreOffice fills anew in Arabic digits, become the text they last showed.
- Runs in headers and footers are marked as Thai, without which a page number in parentheses keeps Arabic digits.
- What has to stay with the last row of a table becomes a row of it (`keeping`).
- The family TH Sarabun New, or TH SarabunPSK, becomes the one that is there; so does the family of the check boxes.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator.pdf.keeping import Keeping
from generator.pdf.uno_worker import PAGE_OF
from generator.render.oxml import BOOKMARK_END, BOOKMARK_ID, BOOKMARK_NAME, BOOKMARK_START, qn

Element = etree._Element

VAL: Final = qn("w:val")
JC: Final = qn("w:jc")
P: Final = qn("w:p")
P_PR: Final = qn("w:pPr")
R: Final = qn("w:r")
R_PR: Final = qn("w:rPr")
LANG: Final = qn("w:lang")
R_FONTS: Final = qn("w:rFonts")
STYLE: Final = qn("w:style")
FLD_CHAR: Final = qn("w:fldChar")
FLD_SIMPLE: Final = qn("w:fldSimple")
INSTR_TEXT: Final = qn("w:instrText")
TEXT: Final = qn("w:t")
TABLE: Final = qn("w:tbl")
CELL: Final = qn("w:tc")
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


def derive_print_copy(document: bytes, family: str, symbols: str | None = None) -> bytes:
    """Return the print copy of `document`, the bytes of a .docx, set in `family`.

    `symbols` is the family that draws the check boxes; None leaves the one that is named. Raises NotADocument.
    """
    families = {name.casefold(): family for name in SARABUN}
    if symbols is not None:
        families[WORD_SYMBOLS.casefold()] = symbols
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as package, zipfile.ZipFile(copy, "w") as printed:
            roots = _parse_parts(package)
            alignments = Alignments(root for root in roots.values() if root.tag == qn("w:styles"))
            keeping = Keeping(root for root in roots.values() if root.tag == qn("w:styles"))
            for root in roots.values():
                adapt(root, alignments, families)
                for body in root.findall(qn("w:body")):
                    keeping.bind(body)
            for name in package.namelist():
                content = _serialize(roots[name]) if name in roots else package.read(name)
                printed.writestr(zipfile.ZipInfo(name), content)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise NotADocument(str(error)) from error
    return copy.getvalue()


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


class Alignments:
    """The alignment that styles give to paragraphs."""

    def __init__(self, styles: Iterable[Element]) -> None:
        self.own: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.default = ""
        self.default_style = ""
        for root in styles:
            self.default = _jc(root.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{P_PR}"))
            for style in root.iter(STYLE):
                name = style.get(qn("w:styleId"), "")
                self.own[name] = _jc(style.find(P_PR))
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
        properties = paragraph.find(P_PR)
        table = next(paragraph.iterancestors(TABLE), None)
        table_properties = table.find(qn("w:tblPr")) if table is not None else None
        return (
            _jc(properties)
            or self.of_style(_value(properties, "w:pStyle") or self.default_style)
            or self.of_style(_value(table_properties, "w:tblStyle"))
            or self.default
        )


def replace_style_alignment(root: Element) -> None:
    """Replace `thaiDistribute` in styles: by `left` where it is for tables and lists, elsewhere by `both`."""
    narrow = root.tag == qn("w:numbering")
    for jc in root.iter(JC):
        if jc.get(VAL) == THAI_DISTRIBUTE:
            style = next(jc.iterancestors(STYLE), None)
            in_table = style is not None and style.get(qn("w:type")) == "table"
            jc.set(VAL, "left" if narrow or in_table else "both")


def replace_alignment(root: Element, alignments: Alignments) -> None:
    """Replace `thaiDistribute` in paragraphs: in table cells by `left`, even where a style gives it, else by `both`."""
    for paragraph in root.iter(P):
        if alignments.of_paragraph(paragraph) == THAI_DISTRIBUTE:
            in_cell = next(paragraph.iterancestors(CELL), None) is not None
            _property(_properties(paragraph, P_PR), JC, AFTER_JC).set(VAL, "left" if in_cell else "both")


@dataclass(slots=True)
class _Field:
    """A field that has begun: what to take out to leave its result, and what is known of it so far."""

    marks: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)
    instruction: str = ""
    in_result: bool = False


def freeze_page_references(root: Element) -> None:
    """Turn each PAGEREF field into the text it shows; one that shows none stays a field."""
    for simple in list(root.iter(FLD_SIMPLE)):
        if _is_page_reference(simple.get(qn("w:instr"), "")) and any(text.text for text in simple.iter(TEXT)):
            parent = simple.getparent()
            if parent is not None:
                place = parent.index(simple)
                parent[place : place + 1] = list(simple)
    doomed: list[Element] = []
    begun: list[_Field] = []
    for mark in [mark for run in root.iter(R) for mark in run if mark.tag != R_PR]:
        kind = mark.get(qn("w:fldCharType")) if mark.tag == FLD_CHAR else None
        if kind == "begin":
            begun.append(_Field())
        for outer in begun:
            if not outer.in_result:
                outer.marks.append(mark)
            elif mark.tag == TEXT and mark.text:
                outer.result.append(mark)
        if not begun:
            continue
        inner = begun[-1]
        if mark.tag == INSTR_TEXT and not inner.in_result:
            inner.instruction += mark.text or ""
        elif kind == "separate":
            inner.in_result = True
        elif kind == "end":
            begun.pop()
            if inner.result and _is_page_reference(inner.instruction):
                doomed += [*inner.marks, mark]
                _bookmark(inner.result, inner.instruction.split()[1], root)
    for mark in doomed:
        _remove(mark)


def _bookmark(result: list[Element], target: str, root: Element) -> None:
    """Put a bookmark of its own around the page that a frozen field shows, so that the right one can be written in."""
    runs = [text.getparent() for text in result]
    first, last = runs[0], runs[-1]
    if first is None or last is None or first.getparent() is not last.getparent():
        return
    number = str(1_000_000 + len(root.findall(f".//{BOOKMARK_START}")))
    start = etree.Element(BOOKMARK_START, {BOOKMARK_ID: number, BOOKMARK_NAME: f"{PAGE_OF}{target}"})
    first.addprevious(start)
    last.addnext(etree.Element(BOOKMARK_END, {BOOKMARK_ID: number}))


def mark_as_thai(root: Element) -> None:
    """Give every run of a header or footer the language Thai, which makes LibreOffice number in Thai digits."""
    for run in root.iter(R):
        language = _property(_properties(run, R_PR), LANG, AFTER_LANG)
        language.set(VAL, "th-TH")
        language.set(qn("w:bidi"), "th-TH")


def rename_fonts(root: Element, families: Mapping[str, str]) -> None:
    """Replace the names of fonts by those that `families` gives for them."""
    for fonts in root.iter(R_FONTS):
        for slot in FONT_SLOTS:
            if new := families.get(fonts.get(slot, "").strip().casefold()):
                fonts.set(slot, new)


def _parse_parts(package: zipfile.ZipFile) -> dict[str, Element]:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    kinds = {
        f"{KINDS}{name}+xml"
        for name in ("document.main", "styles", "numbering", "header", "footer", "footnotes", "endnotes")
    }
    listed = etree.fromstring(package.read(CONTENT_TYPES), parser)
    names = [part.get("PartName", "").lstrip("/") for part in listed if part.get("ContentType") in kinds]
    if not names:
        raise NotADocument("it has no Word document part")
    roots = {name: etree.fromstring(package.read(name), parser) for name in names}
    if any(root.getroottree().docinfo.doctype for root in roots.values()):
        raise NotADocument("it declares entities, which the Open Packaging Conventions forbid")
    return roots


def _serialize(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _is_page_reference(instruction: str) -> bool:
    return instruction.upper().split()[:1] == ["PAGEREF"]


def _value(properties: Element | None, name: str) -> str:
    found = properties.find(qn(name)) if properties is not None else None
    return found.get(VAL, "") if found is not None else ""


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


def _remove(mark: Element) -> None:
    run = mark.getparent()
    if run is None:
        return
    run.remove(mark)
    if all(child.tag == R_PR for child in run):
        owner = run.getparent()
        if owner is not None:
            owner.remove(run)
