"""The fonts of the cells of a workbook, as its formats say, and of runs of text that stand in them. Knows no sheets."""

from typing import Final

from lxml import etree

from generator.model.prose import Run
from generator.workbook.markup import quoted
from generator.workbook.package import Package, spreadsheet_namespace
from generator.workbook.strings import REGULAR, Font, read_font

_BEFORE: Final = ("strike", "condense", "extend", "outline", "shadow")
_BEHIND: Final = ("vertAlign", "sz", "color", "name", "family", "charset", "scheme")
"""What a run takes over from the font of its cell, in the order in which Excel writes it."""


class CellFonts:
    """The fonts by the numbers of the formats of cells."""

    def __init__(self, package: Package, part: str | None) -> None:
        """Read the formats in `part`; without one every cell has a font without properties."""
        self._fonts: list[etree._Element] = []
        self._of: list[int] = []
        self._main = ""
        if part is not None and (main := spreadsheet_namespace(root := package.root(part), "styleSheet")) is not None:
            self._main = main
            self._fonts = list(root.iterfind(f"{main}fonts/{main}font"))
            self._of = [int(style.get("fontId", "0")) for style in root.iterfind(f"{main}cellXfs/{main}xf")]

    def _element(self, style: int) -> etree._Element | None:
        number = self._of[style] if style < len(self._of) else -1
        return self._fonts[number] if 0 <= number < len(self._fonts) else None

    def font(self, style: int) -> Font:
        """Return whether the font of a format is bold, italic or underlined."""
        element = self._element(style)
        return REGULAR if element is None else read_font(element, self._main)

    def properties(self, style: int, run: Run, prefix: str) -> str:
        """Return the properties of a run as XML: the font of its cell, bold, italic and underlined as the run is."""
        element = self._element(style)
        lines = [f"<{prefix}{tag}/>" for tag, on in (("b", run.bold), ("i", run.italic)) if on]
        lines += self._copied(element, _BEFORE, prefix)
        lines += [f"<{prefix}u/>"] if run.underline else []
        lines += self._copied(element, _BEHIND, prefix)
        return f"<{prefix}rPr>{''.join(lines)}</{prefix}rPr>"

    def _copied(self, font: etree._Element | None, tags: tuple[str, ...], prefix: str) -> list[str]:
        if font is None:
            return []
        found = [(tag, element) for tag in tags if (element := font.find(f"{self._main}{tag}")) is not None]
        return [
            f"<{prefix}{'rFont' if tag == 'name' else tag}"
            + "".join(f' {name}="{quoted(value)}"' for name, value in sorted(element.items()))
            + "/>"
            for tag, element in found
        ]
