"""How the definitions of the indicators are written here: a block of lines, a row for each."""

from typing import Final

from records import prose

from generator.model.kr.definition import FORMULA, PARAGRAPH, SUBHEADING, UNDERLINED
from generator.model.plan.indicators import IndicatorDefinition
from generator.model.prose import Paragraph, Prose

_MARKS: Final = {"# ": SUBHEADING, "= ": UNDERLINED}


def block(owner: str, part: str, text: str, heading: str = "") -> list[IndicatorDefinition]:
    """Return a row for each paragraph of `text`; "# " begins a small heading, "= " an underlined line."""
    return [_row(owner, part, heading, paragraph) for paragraph in prose(text).paragraphs]


def fraction(
    owner: str, part: str, numerator: str, denominator: str, *, text: str = "", heading: str = ""
) -> IndicatorDefinition:
    """Return the row of a fraction times 100, with the line that stands before it."""
    return IndicatorDefinition(
        owner=owner,
        part=part,
        heading=heading,
        style=FORMULA,
        text=Prose.of(text),
        numerator=numerator,
        denominator=denominator,
        factor="100",
    )


def _row(owner: str, part: str, heading: str, paragraph: Paragraph) -> IndicatorDefinition:
    first, *rest = paragraph
    style = _MARKS.get(first.text[:2], PARAGRAPH)
    if style != PARAGRAPH:
        first = first._replace(text=first.text[2:])
    return IndicatorDefinition(owner=owner, part=part, heading=heading, style=style, text=Prose(((first, *rest),)))
