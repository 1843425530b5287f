"""A context of every kind of value, and templates drawn for it, compiled and filled."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from lxml import etree

from generator.model.finding import Finding
from generator.model.prose import Prose
from generator.render.template import Template, TemplateError, compile_template
from generator.render.values import Arrow, Contents, Flow, Picture, Tick
from tests.render.drawing import draw, show

NOTHING: Final = Flow()
SILENCE: Final = Prose()
UNTICKED: Final = Tick(False)
ARROW: Final = Arrow("ต.ค. ถึง ธ.ค.")
CONTENTS: Final = Contents()


@dataclass(frozen=True)
class Item:
    """An item of a list, with a list of its own."""

    name: str = "ก"
    group: str = ""
    numbers: Sequence[str] = ()
    items: Sequence["Item"] = ()
    width: int = 1
    text: Flow = NOTHING


@dataclass(frozen=True)
class Context:
    """A context of every kind of value."""

    title: str = "หัวเรื่อง"
    draft: bool = False
    count: int = 3
    items: Sequence[Item] = ()
    others: Sequence[Item] = ()
    names: Sequence[str] = ()
    prose: Prose = SILENCE
    flow: Flow = NOTHING
    tick: Tick = UNTICKED
    picture: Picture | None = None
    note: str | None = None
    arrow: Arrow = ARROW
    contents: Contents = CONTENTS


class Filled:
    """A filled document."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def root(self, part: str = "word/document.xml") -> etree._Element:
        """Return the root of a part."""
        return etree.fromstring(self.parts[part])

    def __str__(self) -> str:
        return show(self.root())


def compiled(body: str, **more: Any) -> Template[Context]:
    """Return the template that drawings show."""
    return compile_template(draw(body, **more), Context, "แม่แบบ.docx")


def faults(body: str, **more: Any) -> list[Finding]:
    """Return the errors for which a template is refused, or the warnings that come with it."""
    try:
        found = list(compiled(body, **more).warnings)
    except TemplateError as error:
        found = [finding for finding in error.findings if finding.is_error]
    for finding in found:
        for language in ("th", "en"):
            assert finding.message(language) and finding.cure(language)
    return found


def codes(body: str, **more: Any) -> list[str]:
    """Return the codes of these findings."""
    return [finding.rule.code for finding in faults(body, **more)]
