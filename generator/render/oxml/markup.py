"""Values as WordprocessingML text. Knows where a value stands only through the mold of its run or paragraph."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, Final, Self

from generator.model.prose import Paragraph, Prose, Run
from generator.render.oxml import (
    BEFORE_INDENT,
    INDENT,
    NAMESPACES,
    PARAGRAPH_PROPERTIES,
    RUN_ORDER,
    VALUE,
    qn,
    whole_number,
)
from generator.render.oxml.cells import LOWEST
from generator.render.values import Flow, Fraction, Item, Kept, Picture, Tick

Element = Any
Serialise = Callable[[Element], str]
"""Returns the text of an element without namespace declarations."""

_UNSAFE: Final = re.compile('[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]')
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SYMBOL_FONT: Final = "Segoe UI Symbol"


def escaped(text: str) -> str:
    """Return `text` for use between tags or in an attribute; characters that XML forbids are left out."""
    return _UNSAFE.sub(lambda found: _ESCAPES.get(found[0], ""), text)


@lru_cache(maxsize=4096)  # most cells say what others say, in this plan and in that of the next district
def inner_text(text: str) -> str:
    """Return `text` for use within w:t; line breaks become w:br, tabs w:tab."""
    text = escaped(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    if "\t" in text:
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return text


@dataclass(frozen=True, slots=True)
class RunMold:
    """The format of a run, ready in all combinations of bold, italic and underlined."""

    formats: tuple[str, ...]
    size: int

    @classmethod
    def of(cls, properties: Element | None, serialise: Serialise) -> Self:
        """Return the mold of a w:rPr element, or of a run without one."""
        own = {} if properties is None else {child.tag: serialise(child) for child in properties}
        size = None if properties is None else properties.find(qn("w:szCs"))
        formats = []
        for bold, italic, underline in product((False, True), repeat=3):
            parts = dict(own)
            if bold:
                parts |= {qn("w:b"): "<w:b/>", qn("w:bCs"): "<w:bCs/>"}
            if italic:
                parts |= {qn("w:i"): "<w:i/>", qn("w:iCs"): "<w:iCs/>"}
            if underline:
                parts[qn("w:u")] = '<w:u w:val="single"/>'
            ordered = "".join(parts[name] for name in sorted(parts, key=_run_rank))
            formats.append(f"<w:rPr>{ordered}</w:rPr>" if ordered else "")
        return cls(tuple(formats), 32 if size is None else whole_number(size.get(VALUE), 32))

    @property
    def open(self) -> str:
        """What comes before the text of a run in the template's own format."""
        return f'<w:r>{self.formats[0]}<w:t xml:space="preserve">'

    @property
    def close(self) -> str:
        """What comes after the text of a run."""
        return "</w:t></w:r>"

    def run(self, run: Run) -> str:
        """Return a run of formatted text."""
        form = self.formats[run.bold * 4 + run.italic * 2 + run.underline]
        return f'<w:r>{form}<w:t xml:space="preserve">{inner_text(run.text)}</w:t></w:r>'

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return the runs of a paragraph."""
        return "".join(map(self.run, paragraph))

    def prose(self, prose: Prose) -> str:
        """Return prose within a line: its paragraphs are parted by line breaks."""
        return f"<w:r>{self.formats[0]}<w:br/></w:r>".join(map(self.paragraph, prose.paragraphs))

    def tick(self, tick: Tick, number: int) -> str:
        """Return a tick box as a content control with the id `number`, a little smaller than the text around it."""
        size = round(self.size * 13 / 16)
        fonts = " ".join(f'w:{slot}="{_SYMBOL_FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
        form = f'<w:rPr><w:rFonts {fonts}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        states = "".join(
            f'<w14:{state} w14:val="{code}" w14:font="{_SYMBOL_FONT}"/>'
            for state, code in (("checkedState", "2611"), ("uncheckedState", "2610"))
        )
        return (
            f'<w:sdt><w:sdtPr>{form}<w:id w:val="{number}"/><w14:checkbox>'
            f'<w14:checked w14:val="{int(tick.ticked)}"/>{states}</w14:checkbox></w:sdtPr>'
            f"<w:sdtContent><w:r>{form}<w:t>{'☑' if tick.ticked else '☐'}</w:t></w:r></w:sdtContent></w:sdt>"
        )

    def picture(self, picture: Picture, relationship: str, number: int) -> str:
        """Return a picture in the line, embedded through `relationship`."""
        extent = f'cx="{picture.width}" cy="{picture.height}"'
        name = f'id="{number}" name="picture {number}" descr="{escaped(picture.description)}"'
        return (
            f'<w:r>{self.formats[0]}<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr {name}/><wp:cNvGraphicFramePr/><a:graphic>'
            f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect">'
            "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def _run_rank(name: str) -> int:
    return RUN_ORDER.index(name) if name in RUN_ORDER else len(RUN_ORDER)


@dataclass(frozen=True, slots=True)
class ParagraphMold:
    """The format of a paragraph that a value of several paragraphs repeats.

    `opening` is a paragraph that begins a new page, if the format does so; `closing` an empty one of its style.
    """

    properties: str
    kept: str
    before_indent: str
    after_indent: str
    opening: str
    closing: str
    left: int
    runs: RunMold

    @classmethod
    def of(cls, paragraph: Element, runs: RunMold, serialise: Serialise) -> Self:
        """Return the mold of a paragraph whose text has the format `runs`."""
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        written = {} if properties is None else {child.tag: serialise(child) for child in properties}
        indent = None if properties is None else properties.find(INDENT)
        left = None if indent is None else indent.get(qn("w:left")) or indent.get(qn("w:start"))
        page = written.pop(qn("w:pageBreakBefore"), "")
        inner = "".join(written.values())
        before = "".join(text for tag, text in written.items() if tag in BEFORE_INDENT)
        after = "".join(text for tag, text in written.items() if tag not in BEFORE_INDENT and tag != INDENT)
        return cls(
            f"<w:pPr>{inner}</w:pPr>" if inner else "",
            _with_keep(f"<w:pPr>{inner}</w:pPr>"),
            f"<w:pPr>{before}",
            f"{after}</w:pPr>",
            f"<w:p><w:pPr>{page}{LOWEST}</w:pPr></w:p>" if page else "",
            f"<w:p><w:pPr>{written.get(qn('w:pStyle'), '')}{LOWEST}</w:pPr></w:p>",
            whole_number(left),
            runs,
        )

    def flow(self, flow: Flow, after_table: bool = False) -> str:
        """Return the blocks of a flow, one below the other; `after_table` says what stands above them."""
        parts = [self.opening]
        fraction = after_table and not self.opening
        for listed in flow.blocks:
            block = listed.block if isinstance(listed, Kept) else listed
            if fraction and isinstance(block, Fraction):
                parts.append(self.closing)  # Word would join two tables that follow each other
            fraction = isinstance(block, Fraction)
            if isinstance(block, Fraction):
                parts.append(self.fraction(block))
            elif isinstance(block, Item):
                parts.append(self.item(block, kept=block is not listed))
            else:
                properties = self.properties if block is listed else self.kept
                parts.append(f"<w:p>{properties}{self.runs.paragraph(block)}</w:p>")
        if not flow.blocks:
            parts.append(f"<w:p>{self.properties}</w:p>")
        elif fraction:
            parts.append(self.closing)  # a cell has to end with a paragraph
        return "".join(parts)

    def prose(self, prose: Prose) -> str:
        """Return a paragraph for each paragraph of the prose."""
        return self.flow(Flow(prose.paragraphs))

    def item(self, item: Item, kept: bool = False) -> str:
        """Return a list item: its mark hangs to the left of its text; one that is kept stays with what follows."""
        left = self.left + item.left + item.hanging
        mark = self.runs.run(item.mark).removesuffix("</w:r>") + "<w:tab/></w:r>"
        indent = f'<w:ind w:left="{left}" w:hanging="{item.hanging}"/>'
        properties = f"{self.before_indent}{indent}{self.after_indent}"
        return f"<w:p>{_with_keep(properties) if kept else properties}{mark}{self.runs.paragraph(item.text)}</w:p>"

    def fraction(self, fraction: Fraction) -> str:
        """Return a fraction as a table without borders: a rule between two lines, the factor beside them."""
        form = self.runs.formats[0]
        cells = (
            (fraction.numerator, _RULED),
            (f"× {fraction.factor}", _FACTOR),
            (fraction.denominator, ""),
            ("", _BELOW),
        )
        width, factor = fraction.width, 760

        def cell(index: int) -> str:
            text, properties = cells[index]
            wide = factor if index % 2 else width
            side = "left" if index % 2 else "center"
            run = f'<w:r>{form}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""
            return (
                f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{properties}</w:tcPr>'
                f'<w:p><w:pPr><w:keepNext/><w:jc w:val="{side}"/></w:pPr>{run}</w:p></w:tc>'
            )

        rows = "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell(index)}{cell(index + 1)}</w:tr>" for index in (0, 2)
        )
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{width + factor}" w:type="dxa"/><w:tblInd w:w="{self.left}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_CLOSE}</w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/>'
            f'<w:gridCol w:w="{factor}"/></w:tblGrid>{rows}</w:tbl>'
        )


def _with_keep(properties: str) -> str:
    """Return the properties of a paragraph with the wish to stay with the next one, where the schema wants it."""
    return _HEAD.sub(r"\g<0><w:keepNext/>", _KEEP.sub("", properties), count=1)


_KEEP: Final = re.compile(r"<w:keepNext\b[^>]*/>")
_HEAD: Final = re.compile(r"<w:pPr>(?:<w:pStyle\b[^>]*/>)?")
_CLOSE: Final = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
_RULED: Final = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>'
_FACTOR: Final = '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>'
_BELOW: Final = "<w:vMerge/>"
