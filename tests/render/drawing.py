"""Templates drawn in text, and documents shown in the same notation.

    หัวเรื่อง {{ title }}
    | ชื่อ | จำนวน |
    | {% for r in rows %}{{ r.name }} | {{ r.count }}{% endfor %} |

A line is a paragraph, a line of |…| a row of a table, `//` parts the paragraphs of a cell, `~` stands for an empty
paragraph (which ends a table), and a line or a cell that begins with < is WordprocessingML as it stands. In what is
shown a cell that is joined to the one above it is ↑, one that covers n columns begins with n×, and a row of a table
within a cell stands in brackets.
"""

import io
import itertools
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape

from lxml import etree

from generator.render.oxml import NAMESPACES, OFFICE, RELATIONSHIPS, W, qn

WIDTH: Final = 9_000
"""The width of every table, in twips."""

CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES: Final = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
STYLES: Final = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="TH Sarabun New" w:hAnsi="TH Sarabun New" w:eastAsia="TH Sarabun New" w:cs="TH Sarabun New"/>
<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="Head"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="H1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="H2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>"""
CORE: Final = """<cp:coreProperties xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title>
<dcterms:created xsi:type="dcterms:W3CDTF">2024-10-01T00:00:00Z</dcterms:created></cp:coreProperties>"""


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph; text that begins with < is markup already."""
    inner = (
        text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    )
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{inner}</w:p>"


def cell(text: str, width: int, properties: str = "") -> str:
    """Return a cell of a table; width in twips."""
    inner = text if text.startswith("<") else "".join(paragraph(part.strip()) for part in text.split("//"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def table(rows: list[list[str]], widths: list[int] | None = None) -> str:
    """Return a table; its columns are of one width if nothing else is said."""
    columns = max(map(len, rows))
    widths = widths or [WIDTH // columns] * columns
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr>{''.join(map(cell, row, widths))}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def blocks(drawing: str) -> str:
    """Return what a drawing shows as WordprocessingML."""
    lines = [line.strip() for line in drawing.strip("\n").split("\n")]
    found = []
    for is_row, group in itertools.groupby(lines, lambda line: line.startswith("|")):
        if is_row:
            found.append(table([[text.strip() for text in line.strip("|").split(" | ")] for line in group]))
        else:
            found += [line if line.startswith("<") else paragraph("" if line == "~" else line) for line in group]
    return "".join(found)


def draw(
    body: str,
    header: str = "",
    footer: str = "",
    title: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    links: str = "",
    types: str = "",
) -> bytes:
    """Return the template that drawings show. `parts`, `links` of the body and content `types` are added."""
    stories = {"header": header, "footer": footer}
    used = [name for name, drawing in stories.items() if drawing]
    edges = "".join(f'<w:{name}Reference w:type="default" r:id="{name}"/>' for name in used)
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), ("styles", "styles"), *zip(used, used, strict=True)]
    )
    content: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'{overrides}{types}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{RELATIONSHIPS}/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{blocks(body)}<w:sectPr>{edges}</w:sectPr></w:body>"
        "</w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>{links}'
        + "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in used)
        + "</Relationships>",
        "word/styles.xml": STYLES,
        "docProps/core.xml": CORE.format(escape(title)),
        **{
            f"word/{name}.xml": f"<w:{name[0]}{'dr' if name == 'header' else 'tr'} {SPACES}>{blocks(stories[name])}"
            f"</w:{name[0]}{'dr' if name == 'header' else 'tr'}>"
            for name in used
        },
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def show(root: etree._Element) -> str:
    """Return what a part shows, in the notation of drawings."""
    body = root.find(qn("w:body"))
    return "\n".join(_lines(root if body is None else body))


def _lines(container: etree._Element) -> Iterator[str]:
    for child in container:
        if child.tag == qn("w:p"):
            yield text_of(child) or "~"
        elif child.tag == qn("w:tbl"):
            rows = (row for row in child.iter(qn("w:tr")) if next(row.iterancestors(qn("w:tbl"))) is child)
            yield from (f"| {' | '.join(map(_cell, row.iterchildren(qn('w:tc'))))} |" for row in rows)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _lines(child)


def _cell(element: etree._Element) -> str:
    if (merge := element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")) is not None and not merge.get(qn("w:val")):
        return "↑"
    span = element.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    lines = [f"[{line}]" if line.startswith("|") else line for line in _lines(element)]
    return (f"{span.get(qn('w:val'))}× " if span is not None else "") + " // ".join(lines)


def text_of(element: etree._Element) -> str:
    """Return the text in an element: tabs as →, line breaks as ↵, pictures as ▣."""
    signs = {qn("w:tab"): "→", qn("w:br"): "↵", qn("w:drawing"): "▣"}
    runs = element.iter(qn("w:r"))
    return "".join(
        child.text or "" if child.tag == qn("w:t") else signs.get(child.tag, "") for run in runs for child in run
    )
