"""Puts a document together: fills the parts of a compiled template and packs them."""

import hashlib
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from generator.archive import Entry, assemble, entry
from generator.render.oxml import IMAGE, RELATIONSHIPS
from generator.render.oxml.contents import entry as contents_entry
from generator.render.oxml.contents import written
from generator.render.oxml.markup import ParagraphMold, escaped
from generator.render.package import resolved
from generator.render.source import XML_DECLARATION
from generator.render.values import Picture

_FIRST_NUMBER: Final = 1_000


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


@dataclass(frozen=True, slots=True)
class Plan:
    """How the documents of a template are made.

    `entries` are the parts that are the same in all, `order` is that of all parts, `kept` are the pictures that such
    parts show, `taken` the ids that they use.
    """

    parts: Sequence[PartPlan]
    entries: Mapping[str, Entry]
    order: Sequence[str]
    kept: frozenset[str]
    taken: frozenset[int]


class Heading(NamedTuple):
    """A heading of the document: number and name of its bookmark, level, text, and where its text begins."""

    number: int
    level: int
    mark: str
    start: int
    text: str = ""


@dataclass(slots=True)
class Output:
    """What one filled part consists of. `marks` holds the number given to each bookmark of the template."""

    counter: list[int]
    taken: frozenset[int]
    chunks: list[str] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    contents: tuple[int, ParagraphMold] | None = None
    add: Callable[[str], None] = field(init=False)

    def __post_init__(self) -> None:
        self.add = self.chunks.append

    def number(self) -> int:
        """Return an id that nothing else in the document has."""
        self.counter[0] += 1
        while self.counter[0] in self.taken:
            self.counter[0] += 1
        return self.counter[0]

    def mark(self, key: str) -> int:
        """Return a new id for the bookmark that the template numbers `key`."""
        self.marks[key] = self.number()
        return self.marks[key]

    def embed(self, picture: Picture) -> str:
        """Return the name of the relationship to a picture, which joins the document."""
        name = f"rId{hashlib.sha256(picture.data).hexdigest()[:16]}"
        self.pictures.setdefault(name, picture)
        return name

    def begin_heading(self) -> None:
        """Begin the bookmark of a heading, whose text follows."""
        number = self.number()
        self.headings.append(Heading(number, 0, f"_Toc{len(self.headings) + 1:04}", len(self.chunks) + 1))
        self.add(f'<w:bookmarkStart w:id="{number}" w:name="{self.headings[-1].mark}"/>')

    def end_heading(self, level: int) -> None:
        """End the bookmark of a heading of this level."""
        heading = self.headings[-1]
        self.headings[-1] = heading._replace(level=level, text=written("".join(self.chunks[heading.start :])))
        self.add(f'<w:bookmarkEnd w:id="{heading.number}"/>')

    def place_contents(self, mold: ParagraphMold) -> None:
        """Note that the contents are to stand here, in paragraphs of this mold; the headings are not known yet."""
        self.contents = (len(self.chunks), mold)
        self.add("")

    def text(self) -> str:
        """Return the whole part, the contents filled in."""
        if self.contents is not None:
            place, mold = self.contents
            listed = [heading for heading in self.headings if heading.text]
            self.chunks[place] = "".join(contents_entry(head.level, head.text, head.mark, mold) for head in listed)
        return "".join(self.chunks)

    def ends(self, endings: str | tuple[str, ...]) -> bool:
        """Return whether what is there so far ends with one of these texts."""
        return bool(self.chunks) and self.chunks[-1].endswith(endings)


def package(plan: Plan, context: object) -> bytes:
    """Return the bytes of a document: the parts of the plan filled with `context`, all others as they are.

    Pictures of the template that a condition left out do not join the document.
    """
    entries = dict(plan.entries)
    counter = [_FIRST_NUMBER]
    dropped: set[str] = set()
    kept = set(plan.kept)
    for part in plan.parts:
        output = Output(counter, plan.taken)
        part.fill(context, output)
        text = output.text()
        entries[part.name] = entry(part.name, text.encode())
        links = []
        for link in part.links:
            target = resolved(part.name, link.target)
            if link.kind == IMAGE and f'"{link.name}"' not in text:
                dropped.add(target)
            else:
                kept.add(target)
                links.append(link)
        names = {link.name for link in links}
        for name, picture in output.pictures.items():
            media = f"media/{name[3:]}.{picture.suffix}"
            target = posixpath.join(posixpath.dirname(part.name), media)
            entries[target] = entry(target, picture.data)
            kept.add(target)
            if name not in names:
                links.append(Link(name, IMAGE, media))
        if links != list(part.links):
            entries.pop(part.links_name, None)
            if links:
                entries[part.links_name] = entry(part.links_name, _listed(links))
    for target in dropped - kept:
        entries.pop(target, None)
    ranks = {name: rank for rank, name in enumerate(plan.order)}
    return assemble(entries[name] for name in sorted(entries, key=lambda name: (ranks.get(name, len(ranks)), name)))


def _listed(links: Sequence[Link]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{escaped(link.name)}" Type="{escaped(link.kind)}" Target="{escaped(link.target)}"'
        + (f' TargetMode="{escaped(link.mode)}"/>' if link.mode else "/>")
        for link in links
    )
    return f'{XML_DECLARATION}<Relationships xmlns="{RELATIONSHIPS}">{lines}</Relationships>'.encode()
