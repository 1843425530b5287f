"""XML as the bytes in which it is written: where each element stands, so that one can be changed and all else stays.

A tree that is written out again loses what it does not keep: declarations of namespaces that only an attribute such as
mc:Ignorable refers to, references to characters, the form of the declaration. Knows nothing of sheets and cells.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.parsers import expat

from generator.workbook.package import MAX_TREE, NAMESPACES, Reason, Rejection

MAX_ELEMENTS: Final = 1_000_000
"""Elements of one part that may stand in memory."""

_NAME: Final = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE: Final = re.compile(rb"""\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_ENCODING: Final = re.compile(rb"""^(<\?xml[^>]*?\sencoding\s*=\s*["'])[^"']*""")


class Element:
    """One element: its local name (empty if it is of another namespace), its attributes, its children and its place.

    `start` and `end` bound it, `inside` and `close` its content; these two are `end` for an element written as one tag.
    """

    __slots__ = ("attributes", "children", "close", "end", "inside", "name", "start")

    def __init__(self, name: str, attributes: Mapping[str, str], start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.inside = self.close = self.end = 0
        self.children: list[Element] = []

    def find(self, name: str) -> "Element | None":
        """Return the first child with this name."""
        return next(self.all(name), None)

    def all(self, *names: str) -> Iterator["Element"]:
        """Yield the children with one of these names."""
        return (child for child in self.children if child.name in names)


class Markup:
    """The XML of one part, and the changes that are to be made in it."""

    def __init__(self, part: str, data: bytes, namespaces: tuple[str, ...] = NAMESPACES) -> None:
        """Raise Rejection if the part is no XML, declares a document type, or is too large to be changed."""
        if len(data) > MAX_TREE:
            raise Rejection(Reason.TOO_LARGE, part)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            data = _ENCODING.sub(rb"\1UTF-8", data.decode("utf-16", "replace").encode(), count=1)
        if b"<!DOCTYPE" in data:
            raise Rejection(Reason.DAMAGED, f"{part} declares a document type")
        self._data = data
        self._changes: list[tuple[int, int, str]] = []
        self._opened: dict[int, tuple[Element, list[str]]] = {}
        try:
            self.root = self._read(namespaces)
        except expat.ExpatError as error:
            raise Rejection(Reason.DAMAGED, f"{part}: {error}") from error

    def _read(self, namespaces: tuple[str, ...]) -> Element:
        parser = expat.ParserCreate("utf-8", " ")
        top = Element("", {}, 0)
        within = [top]
        count = 0

        def begin(name: str, attributes: dict[str, str]) -> None:
            nonlocal count
            count += 1
            if count > MAX_ELEMENTS:
                raise Rejection(Reason.TOO_LARGE, f"more than {MAX_ELEMENTS} elements")
            space, _, local = name.rpartition(" ")
            element = Element(local if space in namespaces else "", attributes, parser.CurrentByteIndex)
            element.inside = self._tag_end(element)
            within[-1].children.append(element)
            within.append(element)

        def finish(name: str) -> None:
            element = within.pop()
            if self._data.endswith(b"/>", element.start, element.inside):
                element.close = element.end = element.inside
            else:
                element.close = parser.CurrentByteIndex
                element.end = self._data.index(b">", element.close) + 1

        parser.StartElementHandler = begin
        parser.EndElementHandler = finish
        parser.Parse(self._data, True)
        return top.children[0]

    def _tag_name(self, element: Element) -> bytes:
        found = _NAME.match(self._data, element.start)
        assert found is not None  # the parser found it there
        return found[1]

    def _attributes(self, element: Element) -> Iterator[re.Match[bytes]]:
        end = element.start + 1 + len(self._tag_name(element))
        while attribute := _ATTRIBUTE.match(self._data, end):
            yield attribute
            end = attribute.end()

    def _tag_end(self, element: Element) -> int:
        end = element.start
        for attribute in self._attributes(element):
            end = attribute.end()
        return self._data.index(b">", end) + 1

    def prefix(self, element: Element) -> str:
        """Return the prefix with which an element, and so what is put into it, is written, its colon included."""
        before, colon, _ = self._tag_name(element).decode().rpartition(":")
        return before + colon

    def text(self, element: Element) -> str:
        """Return an element as it is written."""
        return self._data[element.start : element.end].decode()

    def content(self, element: Element) -> str:
        """Return what stands in an element, as it is written."""
        return self._data[element.inside : element.close].decode()

    def replace(self, element: Element, text: str) -> None:
        """Write `text` in the place of an element; an empty one takes it away."""
        self._changes.append((element.start, element.end, text))

    def insert(self, parent: Element, text: str, before: Element | None = None) -> None:
        """Write `text` before a child of `parent`, or behind its last one."""
        if before is not None:
            self._changes.append((before.start, before.start, text))
        elif parent.close < parent.end:
            self._changes.append((parent.close, parent.close, text))
        else:
            self._opened.setdefault(parent.start, (parent, []))[1].append(text)

    def set(self, element: Element, name: str, value: str) -> None:
        """Give an attribute without a namespace a value; all else in the tag stays as it is written."""
        new = f' {name}="{quoted(value)}"'
        place = element.start + 1 + len(self._tag_name(element))
        found = next((found for found in self._attributes(element) if found[1] == name.encode()), None)
        self._changes.append((*found.span(), new) if found else (place, place, new))

    def to_bytes(self) -> bytes:
        """Return the part with its changes."""
        changes = list(self._changes)
        for parent, texts in self._opened.values():  # from <name/> to <name>…</name>
            closing = f"</{self._tag_name(parent).decode()}>"
            changes.append((parent.end - 2, parent.end, "".join((">", *texts, closing))))
        pieces: list[bytes] = []
        done = 0
        for start, end, text in sorted(changes, key=lambda change: change[:2]):  # as asked for at one place
            pieces += (self._data[done:start], text.encode())
            done = end
        return b"".join((*pieces, self._data[done:]))


def escaped(text: str) -> str:
    """Return a text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Return a text as it stands in an attribute, between double quotes."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
