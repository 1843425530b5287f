"""The parts of an .xlsx file while they are changed: replaced, added, taken away, and packed again.

What nobody changes keeps its bytes. Knows relations and content types, nothing of sheets and cells.
"""

import hashlib
import posixpath
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from generator.archive import assemble, entry
from generator.workbook.markup import Markup, quoted
from generator.workbook.package import MAIN, STRICT, Package, Relation

_TYPES: Final = "[Content_Types].xml"
_TYPES_SPACE: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS_SPACE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINKS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""Types of relations begin with this in files that Excel writes; its strict files say it otherwise."""


class Dialect(NamedTuple):
    """How a file says things: the namespace of its elements, and what the types of its relations begin with."""

    main: str
    relation: str

    @property
    def links(self) -> str:
        """The namespace of the attributes that name a relation."""
        return self.relation.removesuffix("/")


_DIALECTS: Final = (
    Dialect(MAIN, RELATION),
    Dialect(STRICT, "http://purl.oclc.org/ooxml/officeDocument/relationships/"),
)


class Parts:
    """All parts of one file, in their order, with the changes made so far; upper and lower case of names are one."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._names = {name.lower(): name for name in package.names()}
        self._changed: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part as they are now; raise Rejection as `Package.read` does."""
        changed = self._changed.get(name.lower())
        return self.package.read(name) if changed is None else changed

    def names(self) -> list[str]:
        """Return the names of all parts as they are now."""
        return list(self._names.values())

    def dialect(self, part: str) -> Dialect:
        """Return the dialect in which a part is written."""
        data = self.read(part)
        return next((known for known in _DIALECTS if known.main.encode() in data), _DIALECTS[0])

    def links(self, owner: str) -> dict[str, Relation]:
        """Return the relations of a part as they are now, as `Package.relations` does."""
        listed = _links_of(owner)
        if listed not in self:
            return {}
        found = {}
        for link in Markup(listed, self.read(listed), (_LINKS_SPACE,)).root.children:
            if link.attributes.get("TargetMode") != "External":
                kind = link.attributes.get("Type", "").rpartition("/")[2]
                found[link.attributes.get("Id", "")] = Relation(kind, _target(owner, link.attributes))
        return found

    def unused(self, name: str) -> str:
        """Return the first name of a part that there is none of; `{}` in `name` stands for a number."""
        return next(free for number in range(1, len(self._names) + 2) if (free := name.format(number)) not in self)

    def digest(self, without: str) -> str:
        """Return the fingerprint of all parts but one, names and bytes in their order."""
        whole = hashlib.sha256()
        for name in self._names.values():
            if name.lower() != without.lower():
                whole.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(self.read(name)).digest())
        return whole.hexdigest()

    def replace(self, name: str, content: bytes) -> None:
        """Give a part that is there other bytes."""
        self._changed[self._names[name.lower()].lower()] = content

    def add(self, name: str, content: bytes, content_type: str, owner: str, kind: str) -> str:
        """Add a part, and a relation of the type `kind` that leads to it from the part `owner`; return its id.

        An empty `content_type` leaves it to what is declared of the end of its name.
        """
        self._names[name.lower()] = name
        self._changed[name.lower()] = content
        if content_type:
            self._say_type(name, content_type)
        return self._relate(owner, f"/{name}", kind)

    def _say_type(self, name: str, content_type: str) -> None:
        types = Markup(_TYPES, self.read(_TYPES), (_TYPES_SPACE,))
        line = f'<{types.prefix(types.root)}Override PartName="/{quoted(name)}" ContentType="{quoted(content_type)}"/>'
        types.insert(types.root, line)
        self.replace(_TYPES, types.to_bytes())

    def _relate(self, owner: str, target: str, kind: str) -> str:
        listed = _links_of(owner)
        if listed not in self:
            self._names[listed.lower()] = listed
            self._changed[listed.lower()] = f'{_HEAD}<Relationships xmlns="{_LINKS_SPACE}"/>'.encode()
            self.declare("rels", _LINKS_TYPE)
        links = Markup(listed, self.read(listed), (_LINKS_SPACE,))
        taken = {link.attributes.get("Id", "").lower() for link in links.root.children}
        number = next(number for number in range(1, len(taken) + 2) if f"rid{number}" not in taken)
        ours = f'Id="rId{number}" Type="{quoted(kind)}" Target="{quoted(target)}"'
        links.insert(links.root, f"<{links.prefix(links.root)}Relationship {ours}/>")
        self.replace(listed, links.to_bytes())
        return f"rId{number}"

    def declare(self, suffix: str, content_type: str) -> None:
        """Say what parts whose names end in `suffix` are, unless that is said already."""
        types = Markup(_TYPES, self.read(_TYPES), (_TYPES_SPACE,))
        if all(known.attributes.get("Extension", "").lower() != suffix for known in types.root.all("Default")):
            line = f'<{types.prefix(types.root)}Default Extension="{suffix}" ContentType="{quoted(content_type)}"/>'
            types.insert(types.root, line, next(iter(types.root.children), None))
            self.replace(_TYPES, types.to_bytes())

    def remove(self, name: str, owner: str) -> None:
        """Take a part away, with the relation that leads to it from the part `owner` and with its content type."""
        self._forget(name)
        self._drop(_TYPES, _TYPES_SPACE, lambda known: known.get("PartName", "").lower() == f"/{name.lower()}")

        def leads_there(link: Mapping[str, str]) -> bool:
            return link.get("TargetMode") != "External" and _target(owner, link) == name.lower()

        if not self._drop(_links_of(owner), _LINKS_SPACE, leads_there):
            self._forget(_links_of(owner))

    def _forget(self, name: str) -> None:
        del self._names[name.lower()]
        self._changed.pop(name.lower(), None)

    def _drop(self, name: str, space: str, unwanted: Callable[[Mapping[str, str]], bool]) -> int:
        """Take children away from the root of a part, and return how many are left."""
        markup = Markup(name, self.read(name), (space,))
        dropped = [child for child in markup.root.children if unwanted(child.attributes)]
        for child in dropped:
            markup.replace(child, "")
        self.replace(name, markup.to_bytes())
        return len(markup.root.children) - len(dropped)

    def to_bytes(self) -> bytes:
        """Return the file: the same parts make the same bytes."""
        return assemble(entry(name, self.read(name)) for name in self._names.values())


def _target(owner: str, link: Mapping[str, str]) -> str:
    """Return the name of the part that a relation of `owner` leads to, in small letters."""
    place = posixpath.join("/", posixpath.dirname(owner), link.get("Target", "").replace("\\", "/"))
    return posixpath.normpath(place).lstrip("/").lower()


def _links_of(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")
