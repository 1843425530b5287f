"""A Word template, compiled once: checked against the context of its form, then filled any number of times."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from lxml import etree

from generator.archive import entry
from generator.model.finding import Finding
from generator.model.rules import template_rules as rules
from generator.render import expressions
from generator.render.blocks import place_blocks
from generator.render.dangers import refuse_dangers
from generator.render.emit import Emitter, ids
from generator.render.expressions import Scope
from generator.render.grid import spread
from generator.render.output import Link, Output, PartPlan, Plan, package
from generator.render.oxml import (
    CORE_PROPERTIES,
    DOCUMENT,
    ENDNOTES,
    FOOTER,
    FOOTNOTES,
    HEADER,
    IGNORABLE,
    IMAGE,
    OUTLINE_LEVEL,
    PARAGRAPH_PROPERTIES,
    ROOT,
    STYLE,
    STYLE_ID,
    STYLES,
    VALUE,
    cells,
)
from generator.render.oxml.markup import escaped, inner_text
from generator.render.oxml.shapes import arrow
from generator.render.package import BrokenPackage, read_parts, resolved
from generator.render.properties import emit_properties
from generator.render.source import XML_DECLARATION, Source, namespaces
from generator.render.tags import Faults, find_tags, tidy
from generator.render.values import Contents
from generator.render.wording import check_wording
from generator.words import Halt, Words

C = TypeVar("C")
Element = Any
Fill = Callable[[Any, Output], None]

_TYPES: Final = "[Content_Types].xml"
_PLACES: Final = {HEADER: "หัวกระดาษ", FOOTER: "ท้ายกระดาษ", FOOTNOTES: "เชิงอรรถ", ENDNOTES: "อ้างอิงท้ายเรื่อง"}
_PICTURES: Final = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
_NO_DOCUMENT: Final = Words("ไม่ใช่เอกสาร Word (.docx) แบบปกติ", "it is no Word document (.docx) of the usual kind")
_BUILTINS: Final = {"len": len, "str": str, "sum": sum}


class TemplateError(Halt):
    """A template cannot be used; `findings` says all that is wrong with it."""

    def __init__(self, findings: list[Finding]) -> None:
        names = ", ".join(dict.fromkeys(finding.workbook for finding in findings))
        super().__init__(
            Words("แม่แบบ {name} ใช้ไม่ได้", "the template {name} cannot be used").filled(name=names),
            Words(
                "แก้แม่แบบตามรายการ หรือย้ายออกจากโฟลเดอร์เพื่อใช้แม่แบบที่มากับโปรแกรม",
                "mend it as listed, or move it away to use the one that comes with the program",
            ),
        )
        self.findings = findings

    def __str__(self) -> str:
        return "; ".join(f"{finding.rule.code} {finding.message('en')}" for finding in self.findings)


@dataclass(frozen=True)
class Template(Generic[C]):
    """A compiled template for contexts of one dataclass. `warnings` are findings that do not stop it."""

    plan: Plan
    warnings: tuple[Finding, ...]

    def fill(self, context: C) -> bytes:
        """Return the document of one context. Equal contexts give equal bytes."""
        return package(self.plan, context)


def compile_template(data: bytes, context: type[C], name: str) -> Template[C]:
    """Return the template that the bytes of a .docx file hold, for contexts of the class `context`.

    `name` is what findings call it. Raise TemplateError with all findings if it cannot be used.
    """
    faults = Faults(name)
    scope = Scope.of(context)
    try:
        plan = _plan(read_parts(data), scope, faults)
    except BrokenPackage as error:
        faults.add(rules.NOT_A_TEMPLATE, reason=error.reason)
        raise TemplateError(faults.found) from error
    except RecursionError as error:
        faults.add(rules.NOT_A_TEMPLATE, reason=Words("ซ้อนกันลึกเกินไป", "it is nested too deeply"))
        raise TemplateError(faults.found) from error
    if faults.fatal:
        raise TemplateError(faults.found)
    for unused in expressions.unused(scope):
        faults.add(rules.UNUSED_NAME, name=unused)
    return Template(plan, tuple(faults.found))


def _plan(parts: Mapping[str, bytes], scope: Scope, faults: Faults) -> Plan:
    """Return how documents are made from the parts of a template; it is of no use if there are fatal faults."""
    trees = {part: _parse(part, content) for part, content in parts.items() if part.endswith((".xml", ".rels"))}
    if _TYPES not in trees:
        raise BrokenPackage(_NO_DOCUMENT)
    refuse_dangers(trees, _TYPES, faults)
    if faults.fatal:
        raise TemplateError(faults.found)
    plans: list[PartPlan] = []
    headings = _headings(trees) if scope.names_a(Contents) else {}
    for part, place in _stories(trees).items():
        if place:
            fill = _compile_story(trees[part], place, scope, faults, headings.get(part, {}))
        else:
            fill = _compile_core(trees[part], scope, faults)
        if fill is not None:
            plans.append(PartPlan(part, fill, _links(part, trees), _links_name(part)))
    filled = {plan.name for plan in plans}
    rest = {part: tree for part, tree in trees.items() if part not in filled}
    kept = (resolved(part, link.target) for part in rest for link in _links(part, trees) if link.kind == IMAGE)
    taken = (number for tree in rest.values() for number in ids(tree) if number.isdecimal())
    texts = {part: content for part, content in parts.items() if part not in filled}
    texts[_TYPES] = _content_types(trees[_TYPES])
    return Plan(
        tuple(plans),
        {part: entry(part, content) for part, content in texts.items()},
        (_TYPES, *(part for part in parts if part != _TYPES)),
        frozenset(kept),
        frozenset(map(int, taken)),
    )


def _parse(part: str, content: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenPackage(Words("{part} เสียหาย", "{part} is damaged").filled(part=part)) from error
    if tree.getroottree().docinfo.doctype:
        raise BrokenPackage(Words("มีการประกาศ DOCTYPE", "it declares a document type"))
    return tree


def _stories(trees: Mapping[str, Element]) -> dict[str, str]:
    """Return the parts that may hold tags, in the order of the package, with their Thai names; "" for properties."""
    whole = _links("", trees)
    found = {resolved("", link.target): "" for link in whole if link.kind == CORE_PROPERTIES}
    main = next((resolved("", link.target) for link in whole if link.kind == DOCUMENT), "")
    if main not in trees or trees[main].tag != ROOT:
        raise BrokenPackage(_NO_DOCUMENT)
    found[main] = "เนื้อหา"
    found |= {resolved(main, link.target): _PLACES[link.kind] for link in _links(main, trees) if link.kind in _PLACES}
    return {part: found[part] for part in trees if part in found}


def _compile_story(tree: Element, place: str, scope: Scope, faults: Faults, headings: Mapping[str, int]) -> Fill | None:
    """Return the function that fills a part; None if it is the same in all documents."""
    before = faults.fatal
    tidy(tree)
    check_wording(tree, place, faults)
    tags = find_tags(tree, place, faults)
    if not tags and not any(ids(tree)):
        return None
    place_blocks(tree, tags, faults)
    if faults.fatal > before:
        return None
    spaces = namespaces(tree)
    tree.set(IGNORABLE, " ".join(dict.fromkeys([*tree.get(IGNORABLE, "").split(), "w14"])))
    source = Source(spaces)
    Emitter(source, tags, scope, faults, headings).children(tree)
    return _build(source, tree, spaces) if faults.fatal == before else None


def _headings(trees: Mapping[str, Element]) -> dict[str, dict[str, int]]:
    """Return, for the main part, the level (1 or 2) of the paragraph styles whose headings the contents list."""
    main = next((resolved("", link.target) for link in _links("", trees) if link.kind == DOCUMENT), "")
    styles = next((resolved(main, link.target) for link in _links(main, trees) if link.kind == STYLES), "")
    found: dict[str, int] = {}
    for style in trees[styles].iter(STYLE) if styles in trees else ():
        level = style.find(f"{PARAGRAPH_PROPERTIES}/{OUTLINE_LEVEL}")
        if level is not None and level.get(VALUE) in ("0", "1"):
            found[style.get(STYLE_ID, "")] = int(level.get(VALUE)) + 1
    return {main: found}


def _compile_core(tree: Element, scope: Scope, faults: Faults) -> Fill | None:
    before = faults.fatal
    spaces = namespaces(tree)
    source = Source(spaces)
    filled = emit_properties(tree, source, Emitter(source, [], scope, faults), faults)
    return _build(source, tree, spaces) if filled and faults.fatal == before else None


def _build(source: Source, root: Element, spaces: Mapping[str, str]) -> Fill:
    """Return the function whose source was collected, with the root of the part around what it gives."""
    declared = "".join(f' xmlns:{prefix}="{escaped(uri)}"' for prefix, uri in spaces.items() if prefix != "xml")
    name = source.name(root.tag)
    source.first(f"{XML_DECLARATION}<{name}{declared}{source.attributes(root.attrib)}>")
    source.text(f"</{name}>")
    namespace: dict[str, Any] = {
        "__builtins__": _BUILTINS,
        **{f"f_{filter_name}": function for filter_name, function in expressions.FILTERS.items()},
        **{"text": inner_text, "escaped": escaped, "spread": spread, "arrow": arrow},
        **{"columns": cells.grid, "extent": cells.extent, "downwards": cells.downwards, "fit": cells.fit},
        **source.constants,
    }
    exec(compile(source.finish(), "<template>", "exec"), namespace)
    fill: Fill = namespace["fill"]
    return fill


def _links_name(part: str) -> str:
    """Return the part that lists the relationships of a part, or those of the whole package."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _links(part: str, trees: Mapping[str, Element]) -> tuple[Link, ...]:
    attributes: Iterator[Mapping[str, str]] = (link.attrib for link in trees.get(_links_name(part), ()))
    return tuple(
        Link(link.get("Id", ""), link.get("Type", ""), link.get("Target", ""), link.get("TargetMode", ""))
        for link in attributes
    )


def _content_types(tree: Element) -> bytes:
    """Return the list of content types, those of pictures in it; what was saved as a Word template is a document.

    What a document may leave out, pictures and lists of relationships, is told by its ending and not part by part.
    """
    endings = {child.get("Extension", "").lower(): child.get("ContentType", "") for child in tree}
    for child in list(tree):
        part, kind = child.get("PartName", ""), child.get("ContentType", "")
        child.set("ContentType", kind.replace(".template.main+xml", ".document.main+xml"))
        ending = part.rpartition(".")[2].lower()
        if (part.endswith(".rels") or kind.startswith("image/")) and endings.setdefault(ending, kind) == kind:
            tree.remove(child)
    for suffix, kind in {**_PICTURES, **endings}.items():
        if suffix and suffix not in {child.get("Extension", "").lower() for child in tree}:
            tree.insert(0, etree.Element(tree.tag.replace("Types", "Default"), Extension=suffix, ContentType=kind))
    content: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content
