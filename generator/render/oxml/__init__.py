"""The names and the order rules of WordprocessingML. This package is the only place that says `w:p`."""

import re
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Final = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE_PROPERTIES: Final = f"{RELATIONSHIPS}/metadata/core-properties"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT: Final = f"{OFFICE}/officeDocument"
HEADER: Final = f"{OFFICE}/header"
FOOTER: Final = f"{OFFICE}/footer"
FOOTNOTES: Final = f"{OFFICE}/footnotes"
ENDNOTES: Final = f"{OFFICE}/endnotes"
IMAGE: Final = f"{OFFICE}/image"
HYPERLINK: Final = f"{OFFICE}/hyperlink"


def qn(name: str) -> str:
    """Return the name of an element or attribute as lxml spells it: `qn("w:p")` is `{…/main}p`."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


ROOT: Final = qn("w:document")
PARAGRAPH: Final = qn("w:p")
PARAGRAPH_PROPERTIES: Final = qn("w:pPr")
KEEP_NEXT: Final = qn("w:keepNext")
PAGE_BREAK_BEFORE: Final = qn("w:pageBreakBefore")
BEFORE_PAGE_BREAK: Final = frozenset(qn(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines"))
"""The children of w:pPr that the schema wants before w:pageBreakBefore."""

PARAGRAPH_STYLE: Final = qn("w:pStyle")
RUN: Final = qn("w:r")
RUN_PROPERTIES: Final = qn("w:rPr")
TEXT: Final = qn("w:t")
TAB: Final = qn("w:tab")
LINE_BREAK: Final = qn("w:br")
LINE_BREAK_TYPE: Final = qn("w:type")
SECTION: Final = qn("w:sectPr")
TABLE: Final = qn("w:tbl")
GRID: Final = qn("w:tblGrid")
GRID_COLUMN: Final = qn("w:gridCol")
ROW: Final = qn("w:tr")
ROW_PROPERTIES: Final = qn("w:trPr")
WHOLE_ROW: Final = qn("w:cantSplit")
CELL: Final = qn("w:tc")
CELL_PROPERTIES: Final = qn("w:tcPr")
CELL_WIDTH: Final = qn("w:tcW")
SPAN: Final = qn("w:gridSpan")
MERGE: Final = qn("w:vMerge")
VALUE: Final = qn("w:val")
WIDTH: Final = qn("w:w")
INDENT: Final = qn("w:ind")
BOOKMARK_START: Final = qn("w:bookmarkStart")
BOOKMARK_END: Final = qn("w:bookmarkEnd")
BOOKMARK_ID: Final = qn("w:id")
BOOKMARK_NAME: Final = qn("w:name")
SHAPE_PROPERTIES: Final = qn("wp:docPr")
CONTROL_PROPERTIES: Final = qn("w:sdtPr")
FIELD_MARK: Final = qn("w:fldChar")
FIELD_MARK_TYPE: Final = qn("w:fldCharType")
FIELD_CODE: Final = qn("w:instrText")
SIMPLE_FIELD: Final = qn("w:fldSimple")
SIMPLE_FIELD_CODE: Final = qn("w:instr")
NOTE_REFERENCES: Final = frozenset((qn("w:footnoteReference"), qn("w:endnoteReference")))
IGNORABLE: Final = qn("mc:Ignorable")

CONTAINERS: Final = frozenset(
    qn(f"w:{name}") for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment")
)
"""Elements whose children are paragraphs and tables, and that have to end with a paragraph."""

WRAPPERS: Final = frozenset(
    qn(f"w:{name}")
    for name in ("r", "t", "hyperlink", "smartTag", "ins", "sdt", "sdtContent", "bookmarkStart", "bookmarkEnd")
)
"""What a paragraph may hold without showing anything."""

PROPERTIES: Final = frozenset((PARAGRAPH_PROPERTIES, RUN_PROPERTIES, CONTROL_PROPERTIES))

NOISE: Final = frozenset(
    qn(f"w:{name}")
    for name in [
        *("proofErr", "lastRenderedPageBreak", "noProof"),
        *("commentRangeStart", "commentRangeEnd", "commentReference"),
    ]
)
"""Traces of the work on a template that say nothing about the document: Word's own, and its owner's comments."""

NOISE_ATTRIBUTES: Final = frozenset(
    [qn(f"w:{name}") for name in ("rsidR", "rsidRDefault", "rsidP", "rsidRPr", "rsidTr", "rsidDel", "rsidSect")]
    + [qn(f"w14:{name}") for name in ("paraId", "textId")]
)

RUN_ORDER: Final = tuple(
    qn(f"w:{name}")
    for name in [
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
        "emboss",
        "imprint",
        "noProof",
        "snapToGrid",
        "vanish",
        "webHidden",
        "color",
        "spacing",
        "w",
        "kern",
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
        "oMath",
    ]
)
"""The order of the children of w:rPr that the schema demands."""

BEFORE_INDENT: Final = frozenset(
    qn(f"w:{name}")
    for name in [
        "pStyle",
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pBdr",
        "shd",
        "tabs",
        "suppressAutoHyphens",
        "kinsoku",
        "wordWrap",
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "bidi",
        "adjustRightInd",
        "snapToGrid",
        "spacing",
    ]
)
"""The children of w:pPr that the schema wants before w:ind."""

CELL_ORDER: Final = tuple(qn(f"w:{name}") for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge"))
"""The order in which the schema wants the first children of w:tcPr."""


def whole_number(text: str | None, otherwise: int = 0) -> int:
    """Return the number an attribute begins with ("4680.0" is 4680); `otherwise` if it has none."""
    found = re.match(r"\s*-?[0-9]{1,9}", text or "")
    return int(found[0]) if found else otherwise


STYLE: Final = qn("w:style")
STYLE_ID: Final = qn("w:styleId")
OUTLINE_LEVEL: Final = qn("w:outlineLvl")
STYLES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
HYPERLINK_ELEMENT: Final = qn("w:hyperlink")
ANCHOR: Final = qn("w:anchor")
PAGE_NUMBERS: Final = qn("w:pgNumType")
NUMBER_FORMAT: Final = qn("w:fmt")
NUMBER_START: Final = qn("w:start")
