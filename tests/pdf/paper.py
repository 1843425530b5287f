"""Small Word documents and fonts, drawn by hand for the tests of the PDF room. Knows nothing of the program."""

import io
import zipfile
from pathlib import Path
from typing import Final

from fontTools.fontBuilder import FontBuilder

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES: Final = f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"

FONT: Final = "TH Sarabun New"
FONTS: Final = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
STYLES: Final = (
    f"<w:docDefaults><w:rPrDefault><w:rPr>{FONTS}"
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
)
SECTION: Final = (
    '<w:headerReference w:type="default" r:id="h1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/>'
    '<w:pgNumType w:fmt="thaiNumbers" w:start="1"/><w:titlePg/>'
)
FRONT_MATTER: Final = f"<w:sectPr>{SECTION}</w:sectPr>".replace("thaiNumbers", "thaiLetters").replace(
    "<w:titlePg/>", ""
)


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def fields(instruction: str, shown: str = "") -> str:
    """Return the runs of a field that last showed `shown`."""
    result = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}' if shown else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(content: str = "", properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def table(rows: str, style: str = "", columns: int = 1) -> str:
    """Return a table."""
    chosen = f'<w:tblStyle w:val="{style}"/>' if style else ""
    grid = '<w:gridCol w:w="3000"/>' * columns
    return (
        f'<w:tbl><w:tblPr>{chosen}<w:tblW w:w="{3000 * columns}" w:type="dxa"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(*cells: str, first: str = "") -> str:
    """Return a table row of cells, which hold paragraphs; `first` are further properties of the first cell."""
    width = '<w:tcW w:w="3000" w:type="dxa"/>'
    properties = [first, *[""] * (len(cells) - 1)]
    written = (
        f"<w:tc><w:tcPr>{width}{further}</w:tcPr>{cell}</w:tc>" for cell, further in zip(cells, properties, strict=True)
    )
    return f"<w:tr>{''.join(written)}</w:tr>"


def bookmark(name: str, number: int) -> str:
    """Return a bookmark; `number` is its own within the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def check_box(character: str) -> str:
    """Return a check box as Word writes it."""
    font = "Segoe UI Symbol"
    slots = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
    checked = int(character != "☐")
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{ord(character)}"/><w14:checkbox><w14:checked w14:val="{checked}"/>'
        f'<w14:checkedState w14:val="2611" w14:font="{font}"/><w14:uncheckedState w14:val="2610" w14:font="{font}"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{run(character, slots)}</w:sdtContent></w:sdt>"
    )


def draw(body: str, header: str = "", styles: str = STYLES, numbering: str = "") -> bytes:
    """Return a .docx of A4 pages with the paragraphs `body`, and `header` from the second page on."""
    parts = {
        "document.main": ("document", f'<w:document {NAMES} xmlns:r="{OFFICE}"><w:body>{body}<w:sectPr>{SECTION}'),
        "styles": ("styles", f"<w:styles {NAMES}>{styles}</w:styles>"),
        "numbering": ("numbering", f"<w:numbering {NAMES}>{numbering}</w:numbering>"),
        "header": ("header1", f"<w:hdr {NAMES}>{header or paragraph()}</w:hdr>"),
    }
    listed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for kind, (name, _) in parts.items()
    )
    linked = "".join(
        f'<Relationship Id="{name[0]}1" Type="{OFFICE}/{kind}" Target="{name}.xml"/>'
        for kind, (name, _) in parts.items()
        if name != "document"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{listed}'
        f'<Override PartName="/docProps/core.xml" ContentType="{CORE}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>แบบ ๘๒๑๔</dc:title></cp:coreProperties>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{linked}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.values()},
    }
    files["word/document.xml"] += "</w:sectPr></w:body></w:document>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def write_font(family: str, folder: Path, file: str, bold: bool = False) -> Path:
    """Write a font of one letter, named `family`, whose em has 1000 units."""
    style = "Bold" if bold else "Regular"
    builder = FontBuilder(1000, isTTF=True)
    builder.updateHead(macStyle=int(bold))
    builder.setupGlyphOrder([".notdef", "kokai"])
    builder.setupCharacterMap({0x0E01: "kokai"})
    builder.setupGlyf({".notdef": _nothing(), "kokai": _nothing()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "kokai": (580, 0)})
    builder.setupHorizontalHeader(ascent=1270, descent=-687)
    builder.setupNameTable({"familyName": family, "styleName": style, "fullName": "full", "psName": "postscript"})
    builder.setupOS2(fsSelection=1 << 5 if bold else 1 << 6, usWeightClass=700 if bold else 400)
    builder.setupPost()
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def _nothing() -> object:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    return TTGlyphPen(None).glyph()
