"""Markup as text that a person can compare: a line for each block and each run, no namespaces, no ids that count."""

from collections.abc import Iterator

from lxml import etree

NESTING = frozenset(("document", "body", "tbl", "tr", "tc", "p", "hdr", "sdt", "coreProperties"))


def normal(part: bytes) -> str:
    """Return the normal form of a part."""
    return "\n".join(_lines(etree.fromstring(part), 0)) + "\n"


def _lines(element: etree._Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if etree.QName(element).localname not in NESTING or not len(element):
        yield indent + _whole(element)
        return
    yield f"{indent}<{_name(element)}{_attributes(element)}>"
    for child in element:
        yield from _lines(child, depth + 1)
    yield f"{indent}</{_name(element)}>"


def _whole(element: etree._Element) -> str:
    inner = _escaped(element.text or "") + "".join(map(_whole, element))
    head = f"{_name(element)}{_attributes(element)}"
    return f"<{head}>{inner}</{_name(element)}>" if inner else f"<{head}/>"


def _name(element: etree._Element) -> str:
    return f"{element.prefix}:{etree.QName(element).localname}"


def _attributes(element: etree._Element) -> str:
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items()} | {"http://www.w3.org/XML/1998/namespace": "xml"}
    names = {name: etree.QName(name) for name in element.attrib}
    spelt = {
        f"{prefixes[found.namespace]}:{found.localname}" if found.namespace else name: element.attrib[name]
        for name, found in names.items()
    }
    return "".join(f' {name}="{_escaped(text)}"' for name, text in sorted(spelt.items()))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&#160;")
