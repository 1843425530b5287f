"""Formats added to those of a workbook that is being changed; the ones it has stay as they are, in their order.

A format that is there already in the same words is not added again. Knows neither cells nor what a format is for.
"""

from typing import Final

from generator.workbook.markup import Element, Markup
from generator.workbook.parts import Parts

_ORDER: Final = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
_RESERVED: Final = {
    "fonts": ("<~font/>",),
    "fills": (
        '<~fill><~patternFill patternType="none"/></~fill>',
        '<~fill><~patternFill patternType="gray125"/></~fill>',
    ),
    "borders": ("<~border/>",),
    "cellXfs": ('<~xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
}
"""What Excel takes for granted at the head of each list."""
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
TEXT: Final = 49
"""The number of the format of text."""


class Formats:
    """The formats of a workbook, and what is to be added to them.

    Fonts, fills and so on are given as XML in which `~` stands for the prefix of element names.
    """

    def __init__(self, parts: Parts, book: str) -> None:
        """Read the formats of the workbook whose sheets the part `book` lists; begin them if it has none."""
        self._parts = parts
        links = (link.target for link in parts.links(book).values() if link.kind == "styles" and link.target in parts)
        part = next(links, "")
        if not part:
            dialect = parts.dialect(book)
            part = parts.unused("xl/styles{}.xml")
            parts.add(part, f'<styleSheet xmlns="{dialect.main}"/>'.encode(), _TYPE, book, f"{dialect.relation}styles")
        self._part = part
        self._markup = Markup(part, parts.read(part))
        self._prefix = self._markup.prefix(self._markup.root)
        self._lists: dict[str, list[str]] = {}
        self._found: dict[str, int] = {}

    def cell(self, font: str, fill: str = "", border: str = "", alignment: str = "") -> int:
        """Return the number of a format for cells of text; without a fill or a border it has none."""
        numbers = [
            self._number(name, text) if text else 0
            for name, text in (("fonts", font), ("fills", fill), ("borders", border))
        ]
        ids = " ".join(
            f'{name}="{number}"' for name, number in zip(("fontId", "fillId", "borderId"), numbers, strict=True)
        )
        under = ' xfId="0"' if self._markup.root.find("cellStyleXfs") else ""
        applied = ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
        return self._number("cellXfs", f'<~xf numFmtId="{TEXT}" {ids}{under}{applied}>{alignment}</~xf>')

    def condition(self, text: str) -> int:
        """Return the number of a format that a condition gives."""
        return self._number("dxfs", text)

    def save(self) -> None:
        """Write what was added."""
        for name in _ORDER:
            if name in self._lists and len(self._lists[name]) > self._found[name]:
                self._write(name, self._lists[name])
        self._parts.replace(self._part, self._markup.to_bytes())

    def _number(self, name: str, text: str) -> int:
        known = self._known(name)
        text = text.replace("~", self._prefix)
        if text not in known:
            known.append(text)
        return known.index(text)

    def _known(self, name: str) -> list[str]:
        if name not in self._lists:
            there = self._markup.root.find(name)
            texts = [self._markup.text(child) for child in there.children] if there else []
            self._found[name] = len(texts)
            self._lists[name] = texts or [text.replace("~", self._prefix) for text in _RESERVED.get(name, ())]
        return self._lists[name]

    def _write(self, name: str, texts: list[str]) -> None:
        root = self._markup.root
        added = "".join(texts[self._found[name] :])
        if (there := root.find(name)) is not None:
            self._markup.insert(there, added)
            self._markup.set(there, "count", str(len(texts)))
            return
        line = f'<{self._prefix}{name} count="{len(texts)}">{added}</{self._prefix}{name}>'
        self._markup.insert(root, line, _behind(root, name))


def sides(colour: str) -> str:
    """Return the four thin lines of a frame, as they stand in a border."""
    lines = (f'<~{side} style="thin"><~color rgb="{colour}"/></~{side}>' for side in ("left", "right", "top", "bottom"))
    return "".join(lines)


def _behind(root: Element, name: str) -> Element | None:
    """Return the first child that has to follow a list; what is of another namespace stands last."""
    followers = _ORDER[_ORDER.index(name) + 1 :]
    return next((child for child in root.children if child.name in followers or not child.name), None)
