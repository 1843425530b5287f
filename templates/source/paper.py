"""What all forms share: paper, margins, fonts and styles, as python-docx sets them. Knows no form."""

import copy
from typing import Any

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

FONT = "TH Sarabun New"
SIZE = 16
MARGINS = {"left": Cm(3), "right": Cm(2), "top": Cm(2.5), "bottom": Cm(2)}
"""The margins of every page of every form."""

TEXT_WIDTH = 9071
"""The width between the margins of an upright A4 page, in twips."""


def new_document(title: str, author: str, subject: str) -> DocumentType:
    """Return an empty A4 document in the official font; the properties may hold tags."""
    document = Document()
    _drop_unused(document)
    _defaults(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = MARGINS["left"], MARGINS["right"]
    section.top_margin, section.bottom_margin = MARGINS["top"], MARGINS["bottom"]
    section.header_distance = section.footer_distance = Cm(1.25)
    properties = document.core_properties
    properties.title, properties.author, properties.subject = title, author, subject
    properties.language, properties.comments, properties.keywords = "th-TH", "", ""
    properties.last_modified_by = author
    return document


_KEPT_STYLES = {
    "Normal",
    "Header",
    "Footer",
    "Heading 1",
    "Heading 2",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
}
_DROPPED_PARTS = ("customXml", "stylesWithEffects", "thumbnail", "webSettings", "numbering", "theme", "fontTable")


def _drop_unused(document: DocumentType) -> None:
    """Drop the styles and parts of python-docx's own template that no form needs."""
    for style in list(document.styles):
        if style.name not in _KEPT_STYLES:
            style.element.getparent().remove(style.element)
    latent = document.styles.element.find(qn("w:latentStyles"))
    document.styles.element.remove(latent)
    for part in (document.part, document.part.package):
        for name, relationship in list(part.rels.items()):
            if any(word in relationship.reltype for word in _DROPPED_PARTS):
                part.rels.pop(name)


def _defaults(document: DocumentType) -> None:
    """Set font, size and language where everything inherits them, also for complex script."""
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    fresh = parse_xml(
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_fonts()}{_size(SIZE)}"
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    styles.replace(defaults, fresh)
    for name in ("Normal", "Header", "Footer", "Heading 1", "Heading 2"):
        element = document.styles[name].element
        for child in [child for tag in ("w:rPr", "w:pPr", "w:link") for child in element.findall(qn(tag))]:
            element.remove(child)
    settings = document.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), "en-US")
        theme.set(qn("w:bidi"), "th-TH")
    _as_word_2013(settings)
    heading(document, "Heading 1", 0, 18)
    heading(document, "Heading 2", 1, SIZE)


def _as_word_2013(settings: Any) -> None:
    """Let Word lay the document out as its versions since 2013 do, not in its compatibility mode."""
    compatibility = settings.find(qn("w:compat"))
    compatibility.remove(compatibility.find(qn("w:useFELayout")))
    mode = next(child for child in compatibility if child.get(qn("w:name")) == "compatibilityMode")
    mode.set(qn("w:val"), "15")
    for name in ("w:rsids", "w:savePreviewPicture"):
        settings.remove(settings.find(qn(name)))


def _fonts() -> str:
    slots = " ".join(f'w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {slots}/>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def heading(document: DocumentType, name: str, level: int, points: float) -> None:
    """Make a heading style of a level (0 is the highest) that shows in the navigation pane."""
    element = document.styles[name].element
    properties = parse_xml(
        f'<w:pPr {nsdecls("w")}><w:keepNext/><w:keepLines/><w:jc w:val="center"/>'
        f'<w:outlineLvl w:val="{level}"/></w:pPr>'
    )
    runs = parse_xml(f"<w:rPr {nsdecls('w')}>{_fonts()}<w:b/><w:bCs/>{_size(points)}</w:rPr>")
    element.append(properties)
    element.append(runs)


def style(document: DocumentType, name: str, properties: str = "", bold: bool = False, points: float = SIZE) -> None:
    """Add a paragraph style; `properties` is what its w:pPr holds."""
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    element = made.element
    for child in (*element.findall(qn("w:rPr")), *element.findall(qn("w:pPr"))):
        element.remove(child)
    if properties:
        element.append(parse_xml(f"<w:pPr {nsdecls('w')}>{properties}</w:pPr>"))
    weight = "<w:b/><w:bCs/>" if bold else ""
    element.append(parse_xml(f"<w:rPr {nsdecls('w')}>{_fonts()}{weight}{_size(points)}</w:rPr>"))


def write(paragraph: Any, text: str, style_name: str = "") -> Any:
    """Add text to a paragraph; what stands between ** is bold. Return the paragraph."""
    if style_name:
        paragraph.style = style_name
    for index, part in enumerate(text.split("**")):
        if part:
            run = paragraph.add_run(part)
            if index % 2:
                run.font.bold = run.font.cs_bold = True
    return paragraph


def table(container: Any, widths: list[int], rows: int, borders: bool = True, margin: int = 108) -> Any:
    """Return a table of fixed column widths, with or without lines; `margin` stands left and right of each text.

    All measures in twips.
    """
    made = container.add_table(rows, len(widths))
    element = made._tbl
    old = element.tblPr
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if borders else 'w:val="nil"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    fresh = parse_xml(
        f'<w:tblPr {nsdecls("w")}><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr>"
    )
    element.replace(old, fresh)
    for column, width in zip(element.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            set_width(cell, width)
    return made


def set_width(cell: Any, width: int) -> None:
    """Set the width of a cell in twips."""
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:tcW")):
        properties.remove(old)
    properties.insert(0, parse_xml(f'<w:tcW {nsdecls("w")} w:w="{width}" w:type="dxa"/>'))


def cell_property(cell: Any, markup: str) -> None:
    """Add a property to a cell; the caller keeps the order that the schema demands."""
    cell._tc.get_or_add_tcPr().append(parse_xml(markup.replace(" ", f" {nsdecls('w')} ", 1)))


def repeat_header(row: Any) -> None:
    """Print a row again at the top of each page; it is not split."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def whole_row(row: Any) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def merge_down(table: Any, column: int, first: int, last: int) -> None:
    """Join the cells of a column from one row to another."""
    for index in range(first, last + 1):
        value = "restart" if index == first else "continue"
        properties = table.rows[index].cells[column]._tc.get_or_add_tcPr()
        merge = parse_xml(f'<w:vMerge {nsdecls("w")} w:val="{value}"/>')
        after = properties.find(qn("w:vAlign"))
        if after is None:
            properties.append(merge)
        else:
            after.addprevious(merge)


def page_number_field(paragraph: Any) -> None:
    """Add the number of the page; the section says in which digits."""
    parts = ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>')
    parts += ('<w:fldChar w:fldCharType="separate"/>', "<w:t>๒</w:t>", '<w:fldChar w:fldCharType="end"/>')
    for part in parts:
        paragraph._p.append(
            parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:lang w:val="th-TH" w:bidi="th-TH"/></w:rPr>{part}</w:r>')
        )


def page_numbers(section: Any, form: str = "thaiNumbers", start: int | None = None) -> None:
    """Number the pages of a section, in Thai digits or as `form` says, from `start` or going on."""
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:fmt"), form)
    if start is not None:
        number.set(qn("w:start"), str(start))
    margins = properties.find(qn("w:pgMar"))
    margins.addnext(number)


def watermark(paragraph: Any, picture: str) -> None:
    """Put a picture behind the text of the page, centred; it is anchored in a paragraph of the header."""
    run = paragraph.add_run()
    run.add_picture(picture, width=Cm(15))
    inline = run._r.find(f".//{qn('wp:inline')}")
    extent = inline.find(qn("wp:extent"))
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:align>center</wp:align></wp:positionV>'
        f'<wp:extent cx="{extent.get("cx")}" cy="{extent.get("cy")}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        "<wp:wrapNone/></wp:anchor>"
    )
    for child in (qn("wp:docPr"), qn("wp:cNvGraphicFramePr"), qn("a:graphic")):
        anchor.append(copy.deepcopy(inline.find(child)))
    properties = anchor.find(qn("wp:docPr"))
    properties.set("descr", "ร่าง")
    # Shapes are counted anew in each header, but their ids have to differ within the document.
    properties.set("id", "".join(filter(str.isdigit, paragraph.part.partname)))
    inline.getparent().replace(inline, anchor)


def lowest(paragraph: Any) -> Any:
    """Make an empty paragraph as low as Word allows, for where one has to stand between or after tables."""
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.paragraph_format.space_after = Pt(0)
    for mark in paragraph._p.findall(qn("w:r")):
        paragraph._p.remove(mark)
    return paragraph
