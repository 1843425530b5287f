"""Turns the tree of a template, its blocks placed, into the Python function that fills it."""

from typing import Any, Final

from generator.model.prose import Prose
from generator.model.rules import template_rules as rules
from generator.render import expressions
from generator.render.blocks import OPERATION
from generator.render.expressions import Scope, Unknown, Unreadable
from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    CONTROL_PROPERTIES,
    PARAGRAPH,
    ROW,
    RUN,
    RUN_PROPERTIES,
    SHAPE_PROPERTIES,
    TABLE,
    VALUE,
)
from generator.render.oxml.markup import ParagraphMold, RunMold, escaped
from generator.render.source import Source
from generator.render.tables import TableEmitter
from generator.render.tags import MARKER, Faults, Tag
from generator.render.values import Flow, Picture, Tick
from generator.words import Words

Element = Any
_IDS: Final = {SHAPE_PROPERTIES: "id", BOOKMARK_START: BOOKMARK_ID, BOOKMARK_END: BOOKMARK_ID}
"""Which attribute of an element holds its id; in a content control it is the value of w:id."""


class Emitter:
    """Walks the tree of one part and writes its function. `scopes` is the stack of what expressions see."""

    def __init__(self, source: Source, tags: list[Tag], scope: Scope, faults: Faults) -> None:
        self.source = source
        self.tags = tags
        self.faults = faults
        self.scopes = [scope]
        self.tables: list[TableEmitter] = []

    @property
    def scope(self) -> Scope:
        """What expressions see at this point."""
        return self.scopes[-1]

    def element(self, element: Element) -> None:
        """Emit an element with everything in it."""
        match element.tag:
            case str(tag) if tag == OPERATION:
                self.operation(self.tags[int(element.get("n"))])
            case str(tag) if tag == TABLE:
                self.tables.append(TableEmitter(self, element))
                self.tables[-1].table()
                self.tables.pop()
            case str(tag) if tag == ROW and self.tables:
                self.tables[-1].row(element)
            case str(tag) if tag == PARAGRAPH and (value := self._lone_value(element)):
                self._paragraphs(element, *value)
            case str(tag) if tag == RUN and (marker := element.find(MARKER)) is not None:
                self._value(element, self.tags[int(marker.get("n"))])
            case str():
                self._plain(element)

    def children(self, element: Element) -> None:
        """Emit what is in an element."""
        if element.text:
            self.source.text(escaped(element.text))
        for child in element:
            self.element(child)
            if child.tail and child.tail.strip():
                self.source.text(escaped(child.tail))

    def _plain(self, element: Element) -> None:
        source = self.source
        if element.tag in (SHAPE_PROPERTIES, BOOKMARK_START, BOOKMARK_END) or (
            element.tag == BOOKMARK_ID and element.getparent().tag == CONTROL_PROPERTIES
        ):
            self._numbered(element)
            return
        if not len(element) and not element.text:
            source.text(f"{source.tag(element)}/>")
            return
        source.text(f"{source.tag(element)}>")
        self.children(element)
        source.text(f"</{source.name(element.tag)}>")

    def _numbered(self, element: Element) -> None:
        """Emit an element whose id is numbered anew wherever it stands."""
        source = self.source
        name = _IDS.get(element.tag, VALUE)
        attributes = dict(element.attrib)
        key = attributes.get(name, "0")
        if element.tag == BOOKMARK_END:
            number = f"o.marks.get({key!r}, 0)"
        elif element.tag == BOOKMARK_START:
            number = f"o.mark({key!r})"
        else:
            number = "o.number()"
        rest = {attribute: value for attribute, value in attributes.items() if attribute != name}
        source.text(f'<{source.name(element.tag)} {source.name(name)}="')
        source.value(f"str({number})")
        inner = "".join(f' {source.name(attribute)}="{escaped(value)}"' for attribute, value in rest.items())
        if element.tag == BOOKMARK_START and len(self.scopes) > 1 and BOOKMARK_NAME in rest:
            inner = ""
            source.text(f'" {source.name(BOOKMARK_NAME)}="{escaped(rest[BOOKMARK_NAME])}_')
            source.value(f"str(o.marks[{key!r}])")
        body = "".join(source.whole(child) for child in element)
        source.text(f'"{inner}>{body}</{source.name(element.tag)}>' if body else f'"{inner}/>')

    def operation(self, tag: Tag) -> None:
        """Emit the beginning, the turn or the end of a block."""
        match tag.word:
            case "for":
                if (found := self.loop(tag)) is not None:
                    name, listed, kind = found
                    variable = f"v{len(self.scopes)}_{name}"
                    self.source.open(f"for {variable} in {listed}:")
                    self.scopes.append(self.scope.with_name(name, variable, kind))
                else:
                    self.source.open("if True:")
                    self.scopes.append(self.scope)
            case "if":
                self.source.open(f"if {self.expression(tag)[0]}:")
            case "elif":
                self.source.turn(f"elif {self.expression(tag)[0]}:")
            case "else":
                self.source.turn("else:")
            case "endfor":
                self.scopes.pop()
                self.source.close()
            case _:
                self.source.close()

    def expression(self, tag: Tag) -> tuple[str, Any]:
        """Return source and type of the expression of a tag; a fault is noted and stands for an empty text."""
        try:
            source, kind = expressions.translate(tag.rest, self.scope)
        except (Unknown, Unreadable) as error:
            self._refuse(tag, error)
            return "''", str
        return source, expressions.bare(kind)

    def loop(self, tag: Tag) -> tuple[str, str, Any] | None:
        """Return variable, list and type of the items of a loop; a fault is noted and gives None."""
        try:
            return expressions.loop(tag.rest, self.scope)
        except (Unknown, Unreadable) as error:
            self._refuse(tag, error)
            return None

    def _refuse(self, tag: Tag, error: Unknown | Unreadable) -> None:
        if isinstance(error, Unknown):
            self.faults.add(rules.UNKNOWN_NAME, tag.place, name=error.name, guess=error.guess)
        else:
            self.faults.add(rules.BAD_TAG, tag.place, tag=tag.source, reason=error.reason)

    def misplaced(self, tag: Tag, th: str, en: str) -> None:
        """Note that a tag stands where it cannot work."""
        self.faults.add(rules.WRONG_PLACE, tag.place, tag=tag.source, reason=Words(th, en))

    def _lone_value(self, paragraph: Element) -> tuple[Tag, str, Any] | None:
        """Return tag, source and type if the paragraph holds nothing but one value of several paragraphs."""
        runs = [child for child in paragraph if child.tag in (RUN, OPERATION) or len(child.findall(f".//{RUN}"))]
        markers = paragraph.findall(f"./{RUN}/{MARKER}")
        if len(runs) != 1 or len(markers) != 1:
            return None
        tag = self.tags[int(markers[0].get("n"))]
        if tag.word:
            return None
        source, kind = self.expression(tag)
        return (tag, source, kind) if kind in (Prose, Flow) else None

    def _paragraphs(self, paragraph: Element, tag: Tag, value: str, kind: Any) -> None:
        runs = RunMold.of(tag.run.find(RUN_PROPERTIES), self.source.whole)
        mold = self.source.constant(ParagraphMold.of(paragraph, runs, self.source.whole))
        self.source.value(f"{mold}.{'prose' if kind is Prose else 'flow'}({value})")

    def _value(self, run: Element, tag: Tag) -> None:
        value, kind = self.expression(tag)
        mold = RunMold.of(run.find(RUN_PROPERTIES), self.source.whole)
        if kind is str:
            self.source.text(mold.open)
            self.source.value(f"t({value})")
            self.source.text("</w:t></w:r>")
            return
        name = self.source.constant(mold)
        if kind is Prose:
            self.source.value(f"{name}.prose({value})")
        elif kind is Tick:
            self.source.value(f"{name}.tick({value}, o.number())")
        elif kind is Picture:
            self.source.open(f"if ({(picture := f'x{tag.run.getparent().index(tag.run)}')} := {value}) is not None:")
            self.source.value(f"{name}.picture({picture}, o.embed({picture}), o.number())")
            self.source.close()
        elif kind is Flow:
            self.misplaced(tag, "ค่าหลายย่อหน้าต้องอยู่ในย่อหน้าของตัวเอง", "several paragraphs need a paragraph of their own")
        else:
            self.misplaced(tag, "ค่านี้พิมพ์เป็นข้อความไม่ได้", "this value cannot be printed as text")
