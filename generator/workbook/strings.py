"""The texts of a workbook: shared once or written in a cell, with their fonts, in normal form. Knows no sheets."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final, NamedTuple

from lxml import etree

from generator.model.prose import Run
from generator.thai.text import normal


class Font(NamedTuple):
    """What is read of a font."""

    bold: bool = False
    italic: bool = False
    underline: bool = False


REGULAR: Final = Font()


class Text(NamedTuple):
    """A text in normal form and, when it is rich, its parts; a part without a font has the font of its cell."""

    value: str
    parts: tuple[tuple[str, Font | None], ...] = ()

    def runs(self, font: Font) -> tuple[Run, ...]:
        """Return the runs of this text in a cell of this font, neighbours of one format joined; none if all regular."""
        if not self.parts and font == REGULAR:
            return ()
        runs: list[Run] = []
        for part, own in self.parts or ((self.value, None),):
            run = Run(part, *(font if own is None else own))
            if runs and runs[-1][1:] == run[1:]:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + part)
            elif part:
                runs.append(run)
        return tuple(runs) if any(run[1:] != REGULAR for run in runs) else ()


class SharedStrings(dict[int, Text]):
    """The shared strings by their index; each is put into normal form when first asked for, unless `as_typed`."""

    def __init__(self, items: Iterable[etree._Element] = (), *, as_typed: bool = False) -> None:
        super().__init__()
        self._as_typed = as_typed
        self._items: list[_Typed] = []
        namespace = ""
        for item in items:
            namespace = namespace or str(item.tag)[: -len("si")]
            self._items.append(_typed(item, namespace))

    def __missing__(self, index: int) -> Text:
        typed = self._items[index]
        if self._as_typed:
            text = self[index] = _unsettled(typed)
            return text
        text = self[index] = Text(normal(typed)) if isinstance(typed, str) else _settle(typed)
        return text


def read_inline(item: etree._Element, *, as_typed: bool = False) -> Text:
    """Return the text of an inline string (is), in normal form unless `as_typed`."""
    typed = _typed(item, str(item.tag)[: -len("is")])
    return _unsettled(typed) if as_typed else _settle(typed)


def read_plain(stored: str) -> Text:
    """Return the text that stands in a cell itself, the result of a formula."""
    return Text(normal(_decode(stored)))


def read_font(properties: etree._Element, namespace: str) -> Font:
    """Return what the properties of a font or of a run say; `namespace` is theirs, in braces."""
    bold_tag, italic_tag, underline_tag = f"{namespace}b", f"{namespace}i", f"{namespace}u"
    bold = italic = underline = False
    for element in properties:
        tag = element.tag
        if tag == bold_tag:
            bold = element.get("val") not in _OFF
        elif tag == italic_tag:
            italic = element.get("val") not in _OFF
        elif tag == underline_tag:
            underline = element.get("val") not in _OFF
    return Font(bold, italic, underline)


_OFF: Final = ("0", "false", "off", "none")

_Typed = str | list[tuple[str, Font | None]]
"""A text as it was typed: plain, or runs with their own font if they have one."""

_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")


def _typed(item: etree._Element, namespace: str) -> _Typed:
    """Return the text of a string item, its escapes decoded; readings above the line (rPh) are passed over."""
    text_tag = f"{namespace}t"
    if len(item) == 1 and (only := item[0]).tag == text_tag:  # most of them
        return _decode(only.text or "")
    run_tag, font_tag = f"{namespace}r", f"{namespace}rPr"
    runs: list[tuple[str, Font | None]] = []
    for element in item:
        tag = element.tag
        if tag == text_tag:
            runs.append((_decode(element.text or ""), None))
        elif tag == run_tag:
            text, font = "", None
            for child in element:
                tag = child.tag
                if tag == text_tag:
                    text = _decode(child.text or "")
                elif tag == font_tag:
                    font = read_font(child, namespace)
            runs.append((text, font))
    return runs if any(font for _, font in runs) else "".join(text for text, _ in runs)


def _decode(text: str) -> str:
    """Return a text with the characters that XML cannot hold, written _x000D_ and the like, put in."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of a character come one by one


def _unsettled(typed: _Typed) -> Text:
    """Return a text as it was typed."""
    return Text(typed) if isinstance(typed, str) else Text("".join(text for text, _ in typed), tuple(typed))


def _settle(typed: _Typed) -> Text:
    """Return a text in normal form, its parts cut where its runs end.

    The normal form may join characters over the end of a run or drop a blank there. So each run counts for as many
    characters as it adds to the normal form of the one before.
    """
    if isinstance(typed, str):
        return Text(normal(typed))
    joined = "".join(text for text, _ in typed)
    whole = normal(joined, edges=False)
    value = whole.strip(" \n")
    reached = len(whole.lstrip(" \n")) - len(whole)
    before = ""
    ends = [0]
    for text, _ in typed:
        if whole == joined:
            reached += len(text)
        else:
            reached += len(normal(before + text, edges=False)) - len(normal(before, edges=False))
            before = text
        ends.append(max(reached, ends[-1]))
    ends[-1] = len(value)
    fonts = (font for _, font in typed)
    return Text(
        value, tuple((value[start:end], font) for (start, end), font in zip(pairwise(ends), fonts, strict=True))
    )
