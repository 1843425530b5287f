"""What the samples share: prose in a light markup, rows of prose, tables of all districts. Knows no key result."""

from collections.abc import Mapping, Sequence
from inspect import cleandoc
from typing import Final, TypeVar

from generator.model.districts import DISTRICTS
from generator.model.finding import Place
from generator.model.form import Page, Rows
from generator.model.kr.attachment import AttachmentCard, AttachmentRow
from generator.model.kr.definition import PARAGRAPH, Definition
from generator.model.kr.practice import Example, Standard
from generator.model.prose import Paragraph, Prose, Run
from generator.model.quantities import Value

FORMATS: Final = {"*": "bold", "~": "italic", "_": "underline"}

Practice = TypeVar("Practice", Standard, Example)


class MarkupError(ValueError):
    """Prose in which a format is begun and not ended, or that begins with the rest of a paragraph."""


def prose(text: str) -> Prose:
    """Return what `text` says: *bold*, ~italic~, _underlined_, and a paragraph for each line.

    A line that is indented goes on with the paragraph above it after a blank, so that long paragraphs can be read here
    without being cut for the reader of the form.
    """
    paragraphs: list[str] = []
    for line in cleandoc(text).splitlines():
        if not line.startswith(" "):
            paragraphs.append(line)
        elif paragraphs:
            paragraphs[-1] += f" {line.strip()}"
        else:
            raise MarkupError(f"there is no paragraph that goes on with {line.strip()!r}")
    return Prose(tuple(map(_runs, paragraphs)))


def _runs(paragraph: str) -> Paragraph:
    formats = dict.fromkeys(FORMATS.values(), False)
    runs = []
    text = ""
    for character in paragraph:
        if character not in FORMATS:
            text += character
            continue
        if text:
            runs.append(Run(text, **formats))
            text = ""
        formats[FORMATS[character]] ^= True
    if any(formats.values()):
        raise MarkupError(f"a format is not ended in {paragraph!r}")
    return (*runs, Run(text)) if text else tuple(runs)


def paragraphs(kr: str, part: str, text: str) -> list[Definition]:
    """Return a row of the sheet นิยาม for each paragraph of `text`."""
    return [
        Definition(
            kr=kr,
            part=part,
            style=PARAGRAPH,
            text=Prose((paragraph,)),
            numerator="",
            denominator="",
            factor="",
        )
        for paragraph in prose(text).paragraphs
    ]


def practices(kind: type[Practice], kr: str, entries: Mapping[str, str]) -> list[Practice]:
    """Return a row of the sheets มาตรฐาน or ตัวอย่าง for each heading and its text."""
    return [kind(kr=kr, heading=heading, text=prose(text)) for heading, text in entries.items()]


def page(kr: str, card: AttachmentCard, headers: Sequence[str], figures: Mapping[str, Sequence[int]]) -> Page:
    """Return the table of a key result: the numbers of each district, under `headers`, in the order of printing."""
    offices = [
        AttachmentRow(
            district=district,
            group=district.group,
            numbers=tuple(Value.of(number) for _, number in zip(headers, figures[district.name], strict=True)),
        )
        for district in DISTRICTS
    ]
    rows = Rows({AttachmentCard: [card], AttachmentRow: offices})
    return Page(kr, rows, [Prose.of(header) for header in headers], Place(""))
