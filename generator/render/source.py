"""Collects the lines of the Python function that a template becomes, and writes XML text into them."""

import re
from typing import Any, Final

from generator.render.oxml.markup import escaped

Element = Any
_XML: Final = "http://www.w3.org/XML/1998/namespace"


class Source:
    """The body of a function under construction: static text is gathered and written in one go."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.lines: list[str] = []
        self.constants: dict[str, object] = {}
        self.prefixes = prefixes | {_XML: "xml"}
        self._depth = 1
        self._static: list[str] = []

    def text(self, text: str) -> None:
        """Add text that is the same in every document."""
        self._static.append(text)

    def value(self, expression: str) -> None:
        """Add text that a Python expression gives."""
        self._flush()
        self._line(f"a({expression})")

    def line(self, line: str) -> None:
        """Add a statement."""
        self._flush()
        self._line(line)

    def open(self, header: str) -> None:
        """Begin an indented block such as `for x in y:`."""
        self.line(header)
        self._depth += 1

    def close(self) -> None:
        """End the innermost block."""
        self._flush()
        self._line("pass")
        self._depth -= 1

    def turn(self, header: str) -> None:
        """End the innermost block and begin another, such as `else:`."""
        self.close()
        self.open(header)

    def constant(self, value: object) -> str:
        """Return a name under which the function finds `value`."""
        for name, known in self.constants.items():
            if known == value:
                return name
        name = f"k{len(self.constants)}"
        self.constants[name] = value
        return name

    def finish(self) -> str:
        """Return the source of the whole function `fill(c, o)`."""
        self._flush()
        return "\n".join(["def fill(c, o):", "    a = o.add", *self.lines, "    return"])

    def _line(self, line: str) -> None:
        self.lines.append("    " * self._depth + line)

    def _flush(self) -> None:
        if self._static:
            text = "".join(self._static)
            self._static.clear()
            self._line(f"a({text!r})")

    def name(self, name: str) -> str:
        """Return the prefixed name of an element or attribute."""
        if name.startswith("{"):
            namespace, _, local = name[1:].partition("}")
            prefix = self.prefixes[namespace]
            return f"{prefix}:{local}" if prefix else local
        return name

    def tag(self, element: Element, changed: dict[str, str] | None = None) -> str:
        """Return the opening tag of an element without its closing bracket; `changed` attributes replace its own."""
        attributes = {**element.attrib, **(changed or {})}
        inner = "".join(
            f' {self.name(name)}="{_attribute(value)}"' for name, value in attributes.items() if "{tag}" not in name
        )
        return f"<{self.name(element.tag)}{inner}"

    def whole(self, element: Element) -> str:
        """Return an element with all that is in it as XML text, without namespace declarations."""
        inner = escaped(element.text or "") + "".join(
            self.whole(child) + escaped(child.tail or "") for child in element if isinstance(child.tag, str)
        )
        return f"{self.tag(element)}>{inner}</{self.name(element.tag)}>" if inner else f"{self.tag(element)}/>"


def _attribute(text: str) -> str:
    return re.sub(r"[\n\t\r]", lambda found: f"&#{ord(found[0])};", escaped(text))
