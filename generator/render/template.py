"""A Word template, compiled once: checked against the context of its form, then filled any number of times."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from lxml import etree

from generator.model.finding import Finding
from generator.model.rules import template_rules as rules
from generator.render import expressions
from generator.render.blocks import place_blocks
from generator.render.emit import Emitter
from generator.render.expressions import Scope
from generator.render.grid import spread
from generator.render.output import Link, Output, PartPlan, package
from generator.render.oxml import HYPERLINK, IGNORABLE, NAMESPACES, NOISE_ATTRIBUTES, qn
from generator.render.oxml.markup import inner_text
from generator.render.package import BrokenPackage, Entry, entry, read_parts
from generator.render.source import Source
from generator.render.tags import MARKER, Faults, find_tags
from generator.words import Words

C = TypeVar("C")
Element = Any
Fill = Callable[[Any, Output], None]

_CORE: Final = "docProps/core.xml"
_TYPES: Final = "[Content_Types].xml"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PART_NAMES: Final = (("word/document", "เนื้อหา"), ("word/header", "หัวกระดาษ"), ("word/footer", "ท้ายกระดาษ"))
_FILLED: Final = tuple(name for name, _ in _PART_NAMES)


class TemplateError(Exception):
    """A template cannot be used; `findings` says all that is wrong with it."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("; ".join(f"{finding.rule.code} {finding.message('en')}" for finding in findings))
        self.findings = findings


@dataclass(frozen=True)
class Template(Generic[C]):
    """A compiled template for contexts of one dataclass. `warnings` are findings that do not stop it."""

    parts: tuple[PartPlan, ...]
    entries: Mapping[str, Entry]
    order: tuple[str, ...]
    warnings: tuple[Finding, ...]

    def fill(self, context: C) -> bytes:
        """Return the document of one context. Equal contexts give equal bytes."""
        return package(self.parts, self.entries, self.order, context)


def compile_template(data: bytes, context: type[C], name: str) -> Template[C]:
    """Return the template that the bytes of a .docx file hold, for contexts of the class `context`.

    `name` is what findings call it. Raise TemplateError with all findings if it cannot be used.
    """
    faults = Faults(name)
    try:
        parts = read_parts(data)
        trees = {part: _parse(content) for part, content in parts.items() if part.endswith((".xml", ".rels"))}
    except (BrokenPackage, etree.XMLSyntaxError) as error:
        faults.add(rules.NOT_A_TEMPLATE, reason=Words("ไฟล์เสียหาย", str(error)))
        raise TemplateError(faults.found) from error
    _refuse_dangers(parts, trees, faults)
    scope = Scope.of(context)
    plans: list[PartPlan] = []
    for part, tree in trees.items():
        if part == _CORE or (part.startswith(_FILLED) and part.count("/") == 1):
            fill = _compile_part(part, tree, scope, faults)
            if fill is not None:
                links, base = _links(part, trees)
                plans.append(PartPlan(part, fill, links, base))
    for unused in (field for field in expressions.fields(context) if (context, field) not in scope.used):
        faults.add(rules.UNUSED_NAME, name=unused)
    if faults.fatal:
        raise TemplateError(faults.found)
    filled = {plan.name for plan in plans}
    texts = {part: _unchanged(part, content, trees) for part, content in parts.items() if part not in filled}
    order = (_TYPES, *(part for part in parts if part != _TYPES))
    entries = {part: entry(part, content) for part, content in texts.items()}
    return Template(tuple(plans), entries, order, tuple(faults.found))


def _parse(content: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    tree = etree.fromstring(content, parser)
    if tree.getroottree().docinfo.doctype:
        raise BrokenPackage("it declares a document type")
    return tree


def _refuse_dangers(parts: Mapping[str, bytes], trees: Mapping[str, Element], faults: Faults) -> None:
    if _TYPES not in parts or "word/document.xml" not in parts:
        faults.add(rules.NOT_A_TEMPLATE, reason=Words("ไม่ใช่เอกสาร Word", "it is no Word document"))
        raise TemplateError(faults.found)
    if b"macroEnabled" in parts[_TYPES] or any(part.endswith(("vbaProject.bin", "vbaData.xml")) for part in parts):
        faults.add(rules.NOT_A_TEMPLATE, reason=Words("มีมาโคร", "it has macros"))
    for part, tree in trees.items():
        if part.endswith(".rels"):
            for link in tree:
                if link.get("TargetMode") == "External" and link.get("Type") != HYPERLINK:
                    faults.add(rules.OUTSIDE_LINK, target=link.get("Target", ""))


def _compile_part(part: str, tree: Element, scope: Scope, faults: Faults) -> Fill | None:
    """Return the function that fills a part; None if the part has no tags."""
    if part == _CORE:
        return _compile_properties(tree, scope, faults)
    label = next(words for prefix, words in _PART_NAMES if part.startswith(prefix))
    tags = find_tags(tree, label, faults)
    if not tags:
        return None
    place_blocks(tree, tags, faults)
    if faults.fatal:
        return None
    source = Source(_declare(tree))
    source.text(_opening(tree, source))
    Emitter(source, tags, scope, faults).children(tree)
    source.text(f"</{source.name(tree.tag)}>")
    return _build(source)


def _compile_properties(tree: Element, scope: Scope, faults: Faults) -> Fill | None:
    """Return the function that fills the properties of the document, whose texts may be tags."""
    root = etree.Element(qn("w:body"))
    names = []
    for child in tree:
        if "{{" in (child.text or ""):
            paragraph = etree.SubElement(root, qn("w:p"))
            etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t")).text = child.text
            names.append((child, paragraph))
    tags = find_tags(root, "คุณสมบัติของเอกสาร", faults)
    if not tags or faults.fatal:
        return None
    source = Source(_declare(tree))
    emitter = Emitter(source, tags, scope, faults)
    source.text(_opening(tree, source))
    paragraphs = dict(names)
    for child in tree:
        if child not in paragraphs:
            source.text(source.whole(child))
            continue
        source.text(f"{source.tag(child)}>")
        for run in paragraphs[child]:
            marker = run.find(MARKER)
            if marker is None:
                source.text(inner_text("".join(run.itertext())))
            else:
                source.value(f"t({emitter.expression(tags[int(marker.get('n'))])[0]})")
        source.text(f"</{source.name(child.tag)}>")
    source.text(f"</{source.name(tree.tag)}>")
    return _build(source)


def _declare(tree: Element) -> dict[str, str]:
    """Return the prefix of every namespace of a part, those that values need included."""
    used = {uri: prefix or "" for element in tree.iter("*") for prefix, uri in element.nsmap.items()}
    wanted = (
        {uri: prefix for prefix, uri in NAMESPACES.items()} if tree.tag.startswith(f"{{{NAMESPACES['w']}}}") else {}
    )
    for element in tree.iter("*"):
        for name in NOISE_ATTRIBUTES.intersection(element.attrib):
            del element.attrib[name]
    return wanted | used


def _opening(tree: Element, source: Source) -> str:
    """Return the beginning of a part: all namespaces are declared at its root."""
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for uri, prefix in source.prefixes.items() if prefix not in ("", "xml"))
    changed = {}
    if source.name(tree.tag).startswith("w:"):
        changed[IGNORABLE] = " ".join(dict.fromkeys([*tree.get(IGNORABLE, "").split(), "w14"]))
    head, _, attributes = source.tag(tree, changed).partition(" ")
    return f"{_DECLARATION}{head}{spaces}{attributes and ' '}{attributes}>"


def _build(source: Source) -> Fill:
    """Return the function whose source was collected."""
    filters = {f"f_{name}": function for name, function in expressions.FILTERS.items()}
    namespace: dict[str, Any] = {"t": inner_text, "spread": spread, **filters, **source.constants}
    # The source holds nothing of the template but string literals and names of declared fields.
    exec(compile(source.finish(), "<template>", "exec"), namespace)
    fill: Fill = namespace["fill"]
    return fill


def _links(part: str, trees: Mapping[str, Element]) -> tuple[tuple[Link, ...], str]:
    """Return the relationships of a part and the name of the part that lists them."""
    folder, file = posixpath.split(part)
    name = f"{folder}/_rels/{file}.rels"
    found = [
        Link(link.get("Id", ""), link.get("Type", ""), link.get("Target", ""), link.get("TargetMode", ""))
        for link in trees.get(name, ())
    ]
    return tuple(found), name


def _unchanged(part: str, content: bytes, trees: Mapping[str, Element]) -> bytes:
    """Return a part that is the same in all documents; pictures of values get their content types here."""
    if part != _TYPES:
        return content
    tree = trees[part]
    known = {child.get("Extension", "").lower() for child in tree}
    for suffix, kind in (("png", "image/png"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg")):
        if suffix not in known:
            tree.insert(0, etree.Element(tree.tag.replace("Types", "Default"), Extension=suffix, ContentType=kind))
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
