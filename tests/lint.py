"""What Word insists on, or prints wrongly, in a .docx that the Open XML SDK validator lets pass.

Knows the file format only: nothing of the program, of its templates or of their wording.
"""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"

CONTENT_TYPES: Final = "[Content_Types].xml"
STYLES: Final = "word/styles.xml"
NUMBERING: Final = "word/numbering.xml"
# Word cuts longer bookmark names off, and the links to them then lead nowhere.
LONGEST_BOOKMARK: Final = 40
# Twips lost to rounding where a width is the sum of several columns.
ROUNDING: Final = 2


@dataclass(frozen=True)
class Package:
    """An opened .docx: the names of its entries in order, and the root element of each part of XML."""

    entries: tuple[str, ...]
    roots: dict[str, etree._Element]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield name and root of each part under word/ (document, headers, styles …), by name."""
        for name in sorted(self.roots):
            if name.startswith("word/") and not name.endswith(".rels"):
                yield name, self.roots[name]


def lint_docx(path: Path | str) -> list[str]:
    """Return the faults of the .docx at `path`, each a sentence that names the part; empty if there are none."""
    try:
        package, broken = open_package(Path(path))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        return [f"cannot be read as a Word file: {error}"]
    return broken + [fault for rule in RULES for fault in rule(package)]


def open_package(path: Path) -> tuple[Package, list[str]]:
    """Return the parts of the package at `path`, and a fault for each that is not well-formed XML.

    Raises zipfile.BadZipFile for what is no zip file, and KeyError for one without its list of content types.
    """
    roots: dict[str, etree._Element] = {}
    broken: list[str] = []
    with zipfile.ZipFile(path) as archive:
        entries = tuple(archive.namelist())
        roots[CONTENT_TYPES] = etree.fromstring(archive.read(CONTENT_TYPES))
        for name in sorted(set(entries) - {CONTENT_TYPES}):
            if name.endswith((".xml", ".rels")):
                try:
                    roots[name] = etree.fromstring(archive.read(name))
                except etree.XMLSyntaxError as error:
                    broken.append(f"{name}: is not well-formed: {error}")
    return Package(entries, roots), broken


def content_types(package: Package) -> Iterator[str]:
    """The list of content types comes first and speaks of each entry, and of no other."""
    if package.entries[0] != CONTENT_TYPES:
        yield f"{CONTENT_TYPES} is not the first entry"
    yield from (f"{name}: entered {count} times" for name, count in Counter(package.entries).items() if count > 1)
    types = package.roots[CONTENT_TYPES]
    endings = {str(default.get("Extension")).lower() for default in types.iterfind("{*}Default")}
    named = {str(override.get("PartName")).lstrip("/") for override in types.iterfind("{*}Override")}
    for name in sorted(set(package.entries) - {CONTENT_TYPES}):
        if name not in named and name.rpartition(".")[2].lower() not in endings:
            yield f"{name}: has no content type"
    yield from (f"{name}: has a content type but is absent" for name in sorted(named - set(package.entries)))


def relationships(package: Package) -> Iterator[str]:
    """Each relationship leads to a part, each reference to a relationship, and each part is led to."""
    reached = {CONTENT_TYPES}
    for rels, root in sorted(package.roots.items()):
        if not rels.endswith(".rels"):
            continue
        reached.add(rels)
        folder = posixpath.dirname(posixpath.dirname(rels))
        for key, count in Counter(relation.get("Id") for relation in root).items():
            if count > 1:
                yield f"{rels}: relationship {key} stands {count} times"
        for relation in root:
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target")))).lstrip("/")
            reached.add(target)
            if target not in package.entries:
                yield f"{rels}: relationship {relation.get('Id')} leads to {target}, which is absent"
    yield from (f"{name}: no relationship leads here" for name in sorted(set(package.entries) - reached))
    for name, root in package.stories():
        known = package.roots.get(posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels"))
        keys = set() if known is None else {relation.get("Id") for relation in known}
        for element in root.iter(etree.Element):
            for attribute, value in element.attrib.items():
                if attribute.startswith(R) and value not in keys:
                    yield f"{name}: <{_short(element)}> refers to relationship {value}, which is absent"


def prefixes(package: Package) -> Iterator[str]:
    """Each prefix that may be ignored is declared; Word calls the file damaged otherwise."""
    for name, root in package.stories():
        for prefix in (root.get(f"{MC}Ignorable") or "").split():
            if prefix not in root.nsmap:
                yield f"{name}: mc:Ignorable names the undeclared prefix {prefix}"


def ids(package: Package) -> Iterator[str]:
    """Shapes, bookmarks and content controls have ids of their own, and a bookmark an end."""
    shapes: Counter[str | None] = Counter()
    controls: Counter[str | None] = Counter()
    keys: Counter[str | None] = Counter()
    names: Counter[str | None] = Counter()
    for part, root in package.stories():
        shapes.update(shape.get("id") for shape in root.iter(f"{WP}docPr"))
        controls.update(key.get(f"{W}val") for key in root.iterfind(f".//{W}sdtPr/{W}id"))
        starts = [start.get(f"{W}id") for start in root.iter(f"{W}bookmarkStart")]
        ends = [end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")]
        keys.update(starts)
        names.update(start.get(f"{W}name") for start in root.iter(f"{W}bookmarkStart"))
        if Counter(starts) != Counter(ends):
            yield f"{part}: bookmark starts {starts} and ends {ends} do not pair"
    for what, seen in (
        ("wp:docPr id", shapes),
        ("content control id", controls),
        ("bookmark id", keys),
        ("bookmark name", names),
    ):
        yield from (f"{what} {value} stands {count} times" for value, count in seen.items() if count > 1)
    yield from (f"bookmark name {name} is too long" for name in names if name and len(name) > LONGEST_BOOKMARK)


def links(package: Package) -> Iterator[str]:
    """Each link and each page reference inside the document leads to a bookmark."""
    bookmarks = {"_top"}
    for _, root in package.stories():
        bookmarks.update(str(start.get(f"{W}name")) for start in root.iter(f"{W}bookmarkStart"))
    for part, root in package.stories():
        for link in root.iter(f"{W}hyperlink"):
            if (anchor := link.get(f"{W}anchor")) is not None and anchor not in bookmarks:
                yield f"{part}: a link leads to the absent bookmark {anchor}"
        for words in (instruction.split() for instruction in _instructions(root)):
            if len(words) > 1 and words[0] in {"REF", "PAGEREF"} and words[1] not in bookmarks:
                yield f"{part}: {words[0]} leads to the absent bookmark {words[1]}"


def fields(package: Package) -> Iterator[str]:
    """Each field is closed, none asks the reader to be refreshed, and none counts in Thai letters."""
    for part, root in package.stories():
        depth = 0
        for mark in root.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
            if depth < 0 or (kind == "separate" and not depth):
                yield f"{part}: a field has {kind} without begin"
                depth = max(depth, 0)
        if depth:
            yield f"{part}: {depth} field(s) without end"
        if any(mark.get(f"{W}dirty") for mark in root.iter(f"{W}fldChar", f"{W}fldSimple")):
            yield f"{part}: a field is marked dirty: Word would ask, or print every page as 1"
        if root.find(f"{W}updateFields") is not None:
            yield f"{part}: w:updateFields is set: Word would ask at opening"
        if any("thaiarabic" in instruction.lower() for instruction in _instructions(root)):
            yield f"{part}: a field counts in ThaiArabic, which LibreOffice prints as letters"


def tables(package: Package) -> Iterator[str]:
    """Each cell ends with a paragraph, each row covers the grid, each width is that of its columns."""
    for part, root in package.stories():
        for number, table in enumerate(root.iter(f"{W}tbl"), 1):
            yield from (f"{part}: table {number}, {fault}" for fault in _table_faults(table))


def _table_faults(table: etree._Element) -> Iterator[str]:
    grid = [int(column.get(f"{W}w") or 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    merging: set[tuple[int, int]] = set()
    for number, row in enumerate(_children(table, "tr"), 1):
        column, still = _count(row, "trPr", "gridBefore", 0), set()
        for cell in _children(row, "tc"):
            place = f"row {number}, column {column + 1}"
            span = _count(cell, "tcPr", "gridSpan", 1)
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield f"{place}: the cell does not end with a paragraph"
            if (merge := cell.find(f"{W}tcPr/{W}vMerge")) is not None:
                if merge.get(f"{W}val") != "restart" and (column, span) not in merging:
                    yield f"{place}: w:vMerge goes on where none was begun"
                still.add((column, span))
            width = cell.find(f"{W}tcPr/{W}tcW")
            if width is not None and width.get(f"{W}type") == "dxa":
                asked, given = int(width.get(f"{W}w") or 0), sum(grid[column : column + span])
                if abs(asked - given) > ROUNDING:
                    yield f"{place}: the cell is {asked} wide, its columns {given}"
            column += span
        merging = still
        column += _count(row, "trPr", "gridAfter", 0)
        if column != len(grid):
            yield f"row {number} covers {column} of {len(grid)} columns"


def blanks(package: Package) -> Iterator[str]:
    """Blanks at the edge of a text, and doubled ones, are marked as meant; Word drops them otherwise."""
    for part, root in package.stories():
        for text in root.iter(f"{W}t", f"{W}instrText"):
            words = text.text or ""
            if (words != words.strip(" \t\n") or "  " in words) and text.get(f"{XML}space") != "preserve":
                yield f"{part}: {words!r} needs xml:space"


def twins(package: Package) -> Iterator[str]:
    """What is said for Latin text is said for Thai: weight, slant, size and, where a style is used, font."""
    used = {
        use.get(f"{W}val")
        for part, root in package.stories()
        if part != STYLES
        for use in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    }
    for part, root in package.stories():
        for properties in root.iter(f"{W}rPr"):
            for latin, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                one, other = properties.find(f"{W}{latin}"), properties.find(f"{W}{thai}")
                if (one is None) != (other is None) or _value(one) != _value(other):
                    yield f"{part}: w:{latin} and w:{thai} differ in {_where(properties)}"
            fonts = properties.find(f"{W}rFonts")
            if fonts is None or not fonts.get(f"{W}ascii") or fonts.get(f"{W}cs"):
                continue
            style = next(properties.iterancestors(f"{W}style"), None)
            # Bullets are no text, and Word's own unused styles are nobody's fault.
            if part != NUMBERING and (style is None or style.get(f"{W}styleId") in used):
                yield f"{part}: w:rFonts has no font for Thai in {_where(properties)}"


def styles(package: Package) -> Iterator[str]:
    """Each style and each list that is asked for exists; Word takes the default otherwise, silently."""
    none = etree.Element("none")
    known = {style.get(f"{W}styleId") for style in package.roots.get(STYLES, none).iter(f"{W}style")}
    lists = {num.get(f"{W}numId") for num in package.roots.get(NUMBERING, none).iter(f"{W}num")} | {"0"}
    for part, root in package.stories():
        for use in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next", f"{W}link"):
            if (style := use.get(f"{W}val")) not in known:
                yield f"{part}: <{_short(use)}> asks for the absent style {style}"
        for use in root.iterfind(f".//{W}numPr/{W}numId"):
            if (number := use.get(f"{W}val")) not in lists:
                yield f"{part}: a paragraph asks for the absent list {number}"


Rule = Callable[[Package], Iterator[str]]
RULES: Final[tuple[Rule, ...]] = (
    content_types,
    relationships,
    prefixes,
    ids,
    links,
    fields,
    tables,
    blanks,
    twins,
    styles,
)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of that name, also those wrapped in content controls or marked as custom XML."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _children(child, name)


def _count(element: etree._Element, properties: str, name: str, missing: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    return missing if found is None else int(found.get(f"{W}val") or missing)


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield the instruction of each field, put together from its runs."""
    yield from (str(simple.get(f"{W}instr")) for simple in root.iter(f"{W}fldSimple"))
    words: list[str] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            words.append(element.text or "")
        elif words:
            yield "".join(words)
            words = []


def _short(element: etree._Element) -> str:
    return etree.QName(element).localname


def _value(element: etree._Element | None) -> str | None:
    """Return what a property says; an on-off property without a value is on."""
    value = None if element is None else element.get(f"{W}val", "1")
    return {"true": "1", "on": "1", "false": "0", "off": "0"}.get(value, value) if value is not None else None


def _where(properties: etree._Element) -> str:
    """Return the style, or the beginning of the text, that the run properties belong to."""
    style = next(properties.iterancestors(f"{W}style"), None)
    if style is not None:
        return f"style {style.get(f'{W}styleId')}"
    paragraph = next(properties.iterancestors(f"{W}p"), None)
    text = "" if paragraph is None else "".join(paragraph.itertext(f"{W}t"))
    return f"the paragraph {text[:30]!r}" if text else "a paragraph without text"
