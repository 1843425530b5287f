"""Puts a document together: fills the parts of a compiled template and packs them."""

import hashlib
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from generator.render.oxml import IMAGE, RELATIONSHIPS
from generator.render.oxml.markup import escaped
from generator.render.package import Entry, assemble, entry
from generator.render.values import Picture

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_NUMBER: Final = 1_000
"""Ids of shapes and content controls begin here, above those that stand in unchanged parts."""


class Link(NamedTuple):
    """A relationship from one part to another."""

    name: str
    kind: str
    target: str
    mode: str = ""


class PartPlan(NamedTuple):
    """A part that is filled: its function, its relationships, and the part that lists these."""

    name: str
    fill: Callable[[Any, "Output"], None]
    links: Sequence[Link]
    links_name: str


@dataclass(slots=True)
class Output:
    """What one filled part consists of. `marks` holds the number given to each bookmark of the template."""

    counter: list[int]
    chunks: list[str] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, tuple[str, Picture]] = field(default_factory=dict)
    add: Callable[[str], None] = field(init=False)

    def __post_init__(self) -> None:
        self.add = self.chunks.append

    def number(self) -> int:
        """Return an id that nothing else in the document has."""
        self.counter[0] += 1
        return self.counter[0]

    def mark(self, key: str) -> int:
        """Return a new id for the bookmark that the template numbers `key`."""
        self.marks[key] = self.number()
        return self.marks[key]

    def embed(self, picture: Picture) -> str:
        """Return the name of the relationship to a picture, which joins the document."""
        digest = hashlib.sha256(picture.data).hexdigest()[:16]
        if digest not in self.pictures:
            self.pictures[digest] = (f"rIdPicture{len(self.pictures) + 1}", picture)
        return self.pictures[digest][0]


def package(plans: Sequence[PartPlan], unchanged: Mapping[str, Entry], order: Sequence[str], context: object) -> bytes:
    """Return the bytes of a document: the plans filled with `context`, all other parts as they are.

    Pictures of the template that a condition left out do not join the document.
    """
    entries = dict(unchanged)
    counter = [_FIRST_NUMBER]
    dropped: set[str] = set()
    kept: set[str] = set()
    for plan in plans:
        output = Output(counter)
        plan.fill(context, output)
        text = "".join(output.chunks)
        entries[plan.name] = entry(plan.name, text.encode())
        folder = posixpath.dirname(plan.name)
        links = []
        for link in plan.links:
            target = posixpath.normpath(posixpath.join(folder, link.target))
            if link.kind == IMAGE and f'"{link.name}"' not in text:
                dropped.add(target)
                continue
            kept.add(target)
            links.append(link)
        for digest, (name, picture) in output.pictures.items():
            media = f"{folder}/media/{digest}.{picture.suffix}"
            entries[media] = entry(media, picture.data)
            links.append(Link(name, IMAGE, f"media/{digest}.{picture.suffix}"))
        if len(links) != len(plan.links) or output.pictures:
            entries.pop(plan.links_name, None)
            if links:
                entries[plan.links_name] = entry(plan.links_name, _listed(links))
    for target in dropped - kept:
        entries.pop(target, None)
    ranks = {name: rank for rank, name in enumerate(order)}
    return assemble(entries[name] for name in sorted(entries, key=lambda name: (ranks.get(name, len(ranks)), name)))


def _listed(links: Sequence[Link]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{escaped(link.name)}" Type="{link.kind}" Target="{escaped(link.target)}"'
        + (f' TargetMode="{link.mode}"/>' if link.mode else "/>")
        for link in links
    )
    return f'{_DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'.encode()
