"""What paragraphs are given by themselves and by their styles.

Knows the styles of one Word document, but nothing of printing.
"""

from collections.abc import Iterable

from lxml import etree

from generator.render.oxml import PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, STYLE, STYLE_ID, VALUE, qn

Element = etree._Element

_BASED_ON = qn("w:basedOn")
_OFF = ("0", "false", "off")


class ParagraphStyles:
    """The styles of a document, asked for what they give to a paragraph."""

    def __init__(self, roots: Iterable[Element]) -> None:
        """Take the styles of the parts `roots`."""
        self._styles = {style.get(STYLE_ID, ""): style for root in roots for style in root.iter(STYLE)}

    def given(self, paragraph: Element, name: str) -> Element | None:
        """Return the property `name` of a paragraph, its own or that of a style; None if nobody gives it."""
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        style = _value(properties, PARAGRAPH_STYLE)
        for _ in range(len(self._styles) + 1):
            if properties is not None and (found := properties.find(name)) is not None:
                return found
            if style not in self._styles:
                return None
            properties, style = self._styles[style].find(PARAGRAPH_PROPERTIES), _value(self._styles[style], _BASED_ON)
        return None

    def has(self, paragraph: Element, name: str) -> bool:
        """Return whether the property `name`, which is on or off, is on for a paragraph."""
        found = self.given(paragraph, name)
        return found is not None and found.get(VALUE, "1") not in _OFF


def _value(owner: Element | None, name: str) -> str:
    found = owner.find(name) if owner is not None else None
    return found.get(VALUE, "") if found is not None else ""
