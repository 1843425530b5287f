"""Turns the tree of a template, its blocks placed, into the Python function that fills it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.model.prose import Prose
from generator.model.rules import template_rules as rules
from generator.render import expressions
from generator.render.blocks import OPERATION
from generator.render.expressions import ANYTHING, Scope, Unknown, Unreadable
from generator.render.oxml import (
    BOOKMARK_END,
    BOOKMARK_ID,
    BOOKMARK_NAME,
    BOOKMARK_START,
    CONTAINERS,
    CONTROL_PROPERTIES,
    NOTE_REFERENCES,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    PARAGRAPH_STYLE,
    ROW,
    RUN,
    RUN_PROPERTIES,
    SECTION,
    SHAPE_PROPERTIES,
    TABLE,
    TEXT,
    VALUE,
)
from generator.render.oxml.cells import PARAGRAPH_ENDS, TABLE_END
from generator.render.oxml.markup import ParagraphMold, RunMold, escaped
from generator.render.source import Source
from generator.render.tables import TableEmitter, may_follow_table
from generator.render.tags import MARKER, Faults, Tag, shown
from generator.render.values import Arrow, Contents, Flow, Picture, Tick
from generator.words import Words

Element = Any
_MOST_LOOPS: Final = 15
"""Python allows 20 loops within each other."""

_IDS: Final = {SHAPE_PROPERTIES: "id", BOOKMARK_START: BOOKMARK_ID, BOOKMARK_END: BOOKMARK_ID}
"""Which attribute of an element holds its id; in a content control it is the value of w:id."""

_BOOKMARKS: Final = (BOOKMARK_START, BOOKMARK_END)
_NAME_LENGTH: Final = 30
"""How much of the name of a repeated bookmark stays before its number: Word allows 40 characters."""


def ids(tree: Element) -> Iterator[str]:
    """Yield the ids of the shapes, bookmarks and content controls of a part."""
    yield from (element.get(_IDS[element.tag], "") for element in tree.iter(*_IDS))
    for properties in tree.iter(CONTROL_PROPERTIES):
        yield from (child.get(VALUE, "") for child in properties.iterchildren(BOOKMARK_ID))


class Emitter:
    """Walks the tree of one part and writes its function. `scopes` is the stack of what expressions see."""

    def __init__(
        self, source: Source, tags: list[Tag], scope: Scope, faults: Faults, headings: Mapping[str, int] | None = None
    ) -> None:
        """`headings` gives the level of the styles whose paragraphs the contents list."""
        self.source = source
        self.headings = headings or {}
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
        if element.tag == OPERATION:
            self._operation(self.tags[int(element.get("n"))])
        elif element.tag == TABLE:
            self.tables.append(TableEmitter(self, element))
            self.tables[-1].table()
            self.tables.pop()
        elif element.tag == ROW and self.tables:
            self.tables[-1].row(element)
        elif element.tag == PARAGRAPH and (tag := self._lone_value(element)) is not None:
            self._paragraphs(element, tag)
        elif element.tag == PARAGRAPH and (level := self._level(element)):
            self._heading(element, level)
        elif element.tag == RUN and (marker := element.find(MARKER)) is not None:
            self._value(element, self.tags[int(marker.get("n"))])
        elif element.tag in _IDS:
            self._numbered(element, _IDS[element.tag])
        elif element.tag == BOOKMARK_ID and element.getparent().tag == CONTROL_PROPERTIES:
            self._numbered(element, VALUE)
        elif len(element) or element.text:
            self.source.text(f"{self.source.tag(element)}>")
            self.children(element)
            self.source.text(f"</{self.source.name(element.tag)}>")
        else:
            if element.tag in NOTE_REFERENCES and len(self.scopes) > 1:
                reason = Words("เชิงอรรถพิมพ์ซ้ำไม่ได้", "a note cannot be repeated")
                self.faults.add(rules.WRONG_PLACE, tag="{% for %}", reason=reason)
            self.source.text(f"{self.source.tag(element)}/>")

    def children(self, element: Element) -> None:
        """Emit what is in an element."""
        if element.text and not len(element):
            self.source.text(escaped(element.text))
        elif element.tag in CONTAINERS:
            self.blocks(element, element)
        else:
            for child in element:
                self.element(child)

    def blocks(self, container: Element, children: Iterable[Element]) -> None:
        """Emit blocks of an element that has to end with a paragraph, whatever is left of them."""
        last = None
        for child in children:
            self.element(child)
            last = last if child.tag in _BOOKMARKS else child.tag
        if last == OPERATION:
            self.source.line(f"if not o.ends({PARAGRAPH_ENDS}): a({self.empty_paragraph(container)!r})")

    def empty_paragraph(self, container: Element) -> str:
        """Return an empty paragraph in the style of the first one of an element."""
        paragraph = container.find(PARAGRAPH)
        properties = None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES)
        inner = "" if properties is None else self.source.whole(properties)
        name = self.source.name(PARAGRAPH)
        return f"<{name}>{inner}</{name}>"

    def _operation(self, tag: Tag) -> None:
        """Emit the beginning, the turn or the end of a block."""
        match tag.word:
            case "for":
                self.begin_loop(tag)
            case "endfor":
                self.end_loop()
            case "if":
                self.source.open(f"if {self.expression(tag)[0]}:")
            case "elif":
                self.source.turn(f"elif {self.expression(tag)[0]}:")
            case "else":
                self.source.turn("else:")
            case _:
                self.source.close()

    def begin_loop(self, tag: Tag) -> bool:
        """Emit the beginning of a loop; return whether its list is known (a fault is noted if not)."""
        try:
            name, listed, kind = expressions.loop(tag.rest, self.scope)
        except (Unknown, Unreadable) as error:
            self._refuse(tag, error)
            name, listed, kind = "".join(tag.rest.split(None, 1)[:1]), "()", ANYTHING
        if len(self.scopes) > _MOST_LOOPS:
            reason = Words("คำสั่งวนซ้ำซ้อนกันหลายชั้นเกินไป", "too many loops within each other")
            self.faults.add(rules.BAD_TAG, tag.place, tag=tag.source, reason=reason)
        variable = f"v{len(self.scopes)}_{name}"
        self.source.open(f"for {variable} in {listed}:")
        self.scopes.append(self.scope.with_name(name, variable, kind))
        return kind is not ANYTHING

    def end_loop(self) -> None:
        """Emit the end of the innermost loop."""
        self.scopes.pop()
        self.source.close()

    def expression(self, tag: Tag) -> tuple[str, Any]:
        """Return source and type of the expression of a tag; a fault is noted and stands for anything."""
        try:
            return expressions.translate(tag.rest, self.scope)
        except (Unknown, Unreadable) as error:
            self._refuse(tag, error)
            return "''", ANYTHING

    def _refuse(self, tag: Tag, error: Unknown | Unreadable) -> None:
        if isinstance(error, Unknown):
            self.faults.add(rules.UNKNOWN_NAME, tag.place, name=error.name, guess=error.guess)
        else:
            self.faults.add(rules.BAD_TAG, tag.place, tag=tag.source, reason=error.reason)

    def misplaced(self, tag: Tag, th: str, en: str) -> None:
        """Note that a tag stands where it cannot work."""
        self.faults.add(rules.WRONG_PLACE, tag.place, tag=tag.source, reason=Words(th, en))

    def _lone_value(self, paragraph: Element) -> Tag | None:
        """Return the tag of a paragraph that holds nothing but one value of several paragraphs."""
        found = None
        for element in shown(paragraph):
            if element.tag == MARKER and found is None:
                found = self.tags[int(element.get("n"))]
            elif element.tag not in (RUN, TEXT, *_BOOKMARKS) or (element.text or "").strip():
                return None
        lone = found is not None and paragraph.find(f"{PARAGRAPH_PROPERTIES}/{SECTION}") is None
        return found if lone and found and self.expression(found)[1] in (Prose, Flow, Contents) else None

    def _level(self, paragraph: Element) -> int:
        """Return the level of a heading that the contents list, 1 for the highest; 0 for other paragraphs."""
        style = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{PARAGRAPH_STYLE}")
        return 0 if style is None else self.headings.get(style.get(VALUE), 0)

    def _heading(self, paragraph: Element, level: int) -> None:
        """Emit a heading within a bookmark, and have its text noted for the contents."""
        source = self.source
        source.text(f"{source.tag(paragraph)}>")
        for child in paragraph:
            if child.tag == PARAGRAPH_PROPERTIES:
                source.text(source.whole(child))
        source.line("o.begin_heading()")
        for child in paragraph:
            if child.tag != PARAGRAPH_PROPERTIES:
                self.element(child)
        source.line(f"o.end_heading({level})")
        source.text(f"</{source.name(PARAGRAPH)}>")

    def _paragraphs(self, paragraph: Element, tag: Tag) -> None:
        for bookmark in paragraph.iter(*_BOOKMARKS):
            self.element(bookmark)
        value, kind = self.expression(tag)
        runs = RunMold.of(tag.run.find(RUN_PROPERTIES), self.source.whole)
        mold = self.source.constant(ParagraphMold.of(paragraph, runs, self.source.whole))
        if kind is Contents:
            self.source.line(f"o.place_contents({mold})")
            return
        if kind is Prose:
            self.source.value(f"{mold}.prose({value})")
        else:
            touching = f"o.ends({TABLE_END!r})" if may_follow_table(paragraph) else "False"
            self.source.value(f"{mold}.flow({value}, {touching})")

    def _value(self, run: Element, tag: Tag) -> None:
        value, kind = self.expression(tag)
        mold = RunMold.of(run.find(RUN_PROPERTIES), self.source.whole)
        name = self.source.constant(mold)
        if kind is str:
            self.source.text(mold.open)
            self.source.value(f"text({value})")
            self.source.text(mold.close)
        elif kind is Prose:
            self.source.value(f"{name}.prose({value})")
        elif kind is Tick:
            self.source.value(f"{name}.tick({value}, o.number())")
        elif expressions.bare(kind) is Picture:
            self.source.open(f"if (picture := {value}) is not None:")
            self.source.value(f"{name}.picture(picture, o.embed(picture), o.number())")
            self.source.close()
        elif kind is Arrow:
            if (width := self.tables[-1].width_of_cell() if self.tables else "") == "":
                self.misplaced(tag, "ลูกศรต้องอยู่ในช่องที่มีคำสั่ง span", "an arrow belongs into a cell with a span tag")
            self.source.value(f"arrow({width or 0}, o.number(), {value}.description)")
        elif kind in (Flow, Contents):
            self.misplaced(tag, "ค่าหลายย่อหน้าต้องอยู่ในย่อหน้าของตัวเอง", "several paragraphs need a paragraph of their own")
        elif kind is not ANYTHING:
            self.misplaced(tag, "ค่านี้พิมพ์เป็นข้อความไม่ได้", "this value cannot be printed as text")

    def _numbered(self, element: Element, name: str) -> None:
        """Emit an element whose id, the attribute `name`, is numbered anew wherever it stands."""
        source = self.source
        attributes = dict(element.attrib)
        key = attributes.pop(name, "")
        numbers = {BOOKMARK_START: f"o.mark({key!r})", BOOKMARK_END: f"o.marks[{key!r}]"}
        repeated = attributes.pop(BOOKMARK_NAME, "") if len(self.scopes) > 1 else ""
        source.text(f'<{source.name(element.tag)}{source.attributes(attributes)} {source.name(name)}="')
        source.value(f"str({numbers.get(element.tag, 'o.number()')})")
        if repeated:
            source.text(f'" {source.name(BOOKMARK_NAME)}="{escaped(repeated[:_NAME_LENGTH])}_')
            source.value(f"str(o.marks[{key!r}])")
        inner = "".join(map(source.whole, element))
        source.text(f'">{inner}</{source.name(element.tag)}>' if inner else '"/>')
