"""Links that can be followed in the PDF: LibreOffice exports only those whose text has a character style.

In the print copy the text of links that has none is given one without any formats. Knows nothing of where links lead.
"""

from collections.abc import Collection
from typing import Final

from lxml import etree

from generator.render.oxml import HYPERLINK_ELEMENT, RUN, RUN_PROPERTIES, VALUE, W, qn

Element = etree._Element

STYLE: Final = "PrintedLink"
_STYLES: Final = qn("w:styles")
_RUN_STYLE: Final = qn("w:rStyle")
_STYLE: Final = (
    f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="{STYLE}"><w:name w:val="Printed Link"/>'
    "</w:style>"
)


def style_links(roots: Collection[Element]) -> None:
    """Give the text of links in the parts of a document a style, unless it has one, and add it to the styles."""
    bare = [
        run for root in roots for link in root.iter(HYPERLINK_ELEMENT) for run in link.iter(RUN) if not _styled(run)
    ]
    for run in bare:
        properties = run.find(RUN_PROPERTIES)
        if properties is None:
            properties = etree.Element(RUN_PROPERTIES)
            run.insert(0, properties)
        properties.insert(0, etree.Element(_RUN_STYLE, {VALUE: STYLE}))
    if bare:
        for root in roots:
            if root.tag == _STYLES:
                root.append(etree.fromstring(_STYLE))


def _styled(run: Element) -> bool:
    return run.find(f"{RUN_PROPERTIES}/{_RUN_STYLE}") is not None
