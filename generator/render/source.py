"""Collects the lines of the Python function that a template becomes, and writes XML text into them.

Whatever a template holds gets into the function as a literal only; names and statements are this program's own.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.render.oxml import NAMESPACES, W
from generator.render.oxml.markup import escaped
from generator.render.package import BrokenPackage
from generator.words import Words

Element = Any
XML_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DEEPEST: Final = 90
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_CONTROL: Final = re.compile(r"[\n\t\r]")
_ALTERNATIVES: Final = f"{{{NAMESPACES['mc']}}}"


def namespaces(tree: Element) -> dict[str, str]:
    """Return what the root of a part has to declare, by prefix; what values need has the prefix that they use.

    Raise BrokenPackage if a prefix means two things, which no word processor writes.
    """
    declared = dict(NAMESPACES) if tree.tag.startswith(f"{{{W}}}") else {}
    known = set(declared.values())
    for element in tree.iter("*"):
        spaces = {name[1:].partition("}")[0] for name in (element.tag, *element.attrib) if name[0] == "{"}
        # A choice names prefixes within an attribute; the root declares some for later.
        if element is not tree and spaces <= known and not element.tag.startswith(_ALTERNATIVES):
            continue
        for prefix, space in element.nsmap.items():
            if declared.setdefault(prefix or f"n{len(declared)}", space) != space:
                raise BrokenPackage(Words(f"{prefix} มีสองความหมาย", f"the prefix {prefix} has two meanings"))
            known.add(space)
        known |= spaces
    return declared


class Source:
    """The body of a function under construction: static text is gathered and written in one go.

    `spaces` says which prefix a namespace has in the text; see `namespaces`.
    """

    def __init__(self, spaces: Mapping[str, str]) -> None:
        self.lines: list[str] = []
        self.depth = 1
        self._names: dict[object, str] = {}
        self._spaces = {_XML: "xml", **{uri: prefix for prefix, uri in reversed([*spaces.items()])}}
        self._static: list[str] = []
        self._prefixed: dict[str, str] = {}

    @property
    def constants(self) -> dict[str, object]:
        """The objects that the function names."""
        return {name: value for value, name in self._names.items()}

    def text(self, text: str) -> None:
        """Add text that is the same in every document."""
        self._static.append(text)

    def first(self, text: str) -> None:
        """Put text before everything else."""
        self.lines.insert(0, f"    a({text!r})")

    def value(self, expression: str) -> None:
        """Add text that a Python expression gives."""
        self.line(f"a({expression})")

    def line(self, line: str) -> None:
        """Add a statement."""
        if self._static:
            text = "".join(self._static)
            self._static.clear()
            self.line(f"a({text!r})")
        self.lines.append("    " * self.depth + line)

    def open(self, header: str) -> None:
        """Begin an indented block such as `for x in y:`; raise RecursionError beyond what Python can read."""
        if self.depth > DEEPEST:
            raise RecursionError("the template is nested too deeply")
        self.line(header)
        self.depth += 1

    def close(self) -> None:
        """End the innermost block."""
        self.line("pass")
        self.depth -= 1

    def turn(self, header: str) -> None:
        """End the innermost block and begin another, such as `else:`."""
        self.close()
        self.open(header)

    def constant(self, value: object) -> str:
        """Return a name under which the function finds `value`."""
        return self._names.setdefault(value, f"k{len(self._names)}")

    def finish(self) -> str:
        """Return the source of the whole function `fill(c, o)`."""
        self.line("return")
        return "\n".join(["def fill(c, o):", "    a = o.add", *self.lines])

    def name(self, name: str) -> str:
        """Return the prefixed name of an element or attribute."""
        if (known := self._prefixed.get(name)) is None:
            namespace, _, local = name.removeprefix("{").rpartition("}")
            known = self._prefixed[name] = f"{self._spaces[namespace]}:{local}" if namespace else local
        return known

    def tag(self, element: Element) -> str:
        """Return the opening tag of an element without its closing bracket."""
        return f"<{self.name(element.tag)}{self.attributes(element.attrib)}"

    def attributes(self, attributes: Mapping[str, str]) -> str:
        """Return attributes as they stand in a tag, a blank before each."""
        return "".join(f' {self.name(name)}="{_attribute(value)}"' for name, value in attributes.items())

    def whole(self, element: Element) -> str:
        """Return an element with all that is in it as XML text, without namespace declarations."""
        inner = escaped(element.text or "") + "".join(self.whole(child) for child in element)
        return f"{self.tag(element)}>{inner}</{self.name(element.tag)}>" if inner else f"{self.tag(element)}/>"


def _attribute(text: str) -> str:
    return _CONTROL.sub(lambda found: f"&#{ord(found[0])};", escaped(text))
