"""The notes of one sheet: ours put in, and those of an earlier time taken out, whatever has saved the file since.

What we write into a note stands between two lines of its own. So it can be told from what an officer wrote, before or
behind it, when authors, shapes and numbers have been given anew. Knows cells and texts, nothing of what is wrong.
"""

import html
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from generator.model.cell import address
from generator.workbook.markup import Element, Markup, escaped
from generator.workbook.noteboxes import FONT_SIZE, Boxes, Floor, Place
from generator.workbook.package import Reason, Rejection
from generator.workbook.parts import Parts
from generator.workbook.sheetpart import place_of, written_text
from generator.workbook.styles import FONT

AUTHOR: Final = "ผลการตรวจ (generate)"
_BEGINNING: Final = "▼ ผลการตรวจ (generate)"
_END: Final = "▲ จบผลการตรวจ"
_OURS: Final = re.compile(rf"\n?{re.escape(_BEGINNING)}.*?(?:{_END}\n?|\Z)", re.DOTALL)
_THREAD: Final = "tc="
"""The author of a note that stands for a conversation (threaded comment) begins so; Excel shows the conversation."""
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEHIND_DRAWING: Final = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip


def has_notes(parts: Parts, sheet: str) -> bool:
    """Return whether the sheet in a part has notes of ours."""
    return any(_BEGINNING.encode() in parts.read(name) for name in _linked(parts, sheet, "comments"))


def annotate(parts: Parts, part: str, sheet: Markup, texts: Mapping[Place, str]) -> None:
    """Put texts into the notes of cells, in the place of all that was put in before; new notes get a box.

    `sheet` is what stands in `part`, as it is being changed. Cells in which a conversation stands get none, and neither
    does any cell of a sheet whose boxes cannot be read.
    """
    told = {place: f"{_BEGINNING}\n{text}\n{_END}" for place, text in texts.items()}
    listed = next(iter(_linked(parts, part, "comments")), "")
    drawing = sheet.root.find("legacyDrawing")
    drawn = _drawn(parts, part, drawing) if drawing else ""
    boxes = Boxes(parts.read(drawn)) if drawn else Boxes.empty(map(parts.read, _all_drawn(parts)))
    if (drawing and not drawn) or (listed and not drawn) or not boxes.can_grow:
        return
    if listed:
        notes = _Notes(Markup(listed, parts.read(listed)), told)
        boxes.drop(notes.gone)
        told = notes.added
        if notes.left:
            parts.replace(listed, notes.to_bytes())
        else:
            parts.remove(listed, part)
    elif told:
        _add_list(parts, part, told)
    if told:
        boxes.add(Floor(sheet), told)
    if drawing is None:
        if told:
            _add_drawing(parts, part, sheet, boxes)
    elif boxes.has_any:
        parts.replace(drawn, boxes.to_bytes())
    else:
        parts.remove(drawn, part)
        sheet.replace(drawing, "")


class _Notes:
    """The list of the notes of a sheet, rewritten.

    `gone` are the cells whose old note said nothing but ours, `added` the texts that need a note of their own, `left`
    is how many notes there are in the end.
    """

    def __init__(self, markup: Markup, told: Mapping[Place, str]) -> None:
        self._markup = markup
        self._prefix = markup.prefix(markup.root)
        authors, listed = markup.root.find("authors"), markup.root.find("commentList")
        if authors is None or listed is None:
            raise Rejection(Reason.DAMAGED, "a list of notes without authors or notes")
        self._names = [html.unescape(markup.content(author)) for author in authors.all("author")]
        self.gone: list[Place] = []
        theirs = {}
        for note in listed.all("comment"):
            place = place_of(note.attributes.get("ref", ""))
            if self._rewrite(note, told.get(place, "")):
                theirs[place] = note
            else:
                markup.replace(note, "")
                self.gone.append(place)
        self.added = {place: text for place, text in told.items() if place not in theirs}
        self.left = len(theirs) + len(self.added)
        if self.added:
            if AUTHOR not in self._names:
                self._names.append(AUTHOR)
                markup.insert(authors, f"<{self._prefix}author>{escaped(AUTHOR)}</{self._prefix}author>")
            number = self._names.index(AUTHOR)
            markup.insert(listed, _comments(self.added, number, self._prefix))

    def _rewrite(self, note: Element, ours: str) -> bool:
        """Take out of a note what we wrote, and write `ours` behind the rest; return false if there is no rest."""
        content = note.find("text")
        if content is None:
            return True
        pieces = [piece for part in content.children for piece in ([part] if part.name == "t" else part.all("t"))]
        texts = [html.unescape(self._markup.content(piece)) for piece in pieces]
        kept = _without_ours(texts)
        if kept != texts and not "".join(kept).strip():
            return False
        author = int(note.attributes.get("authorId", "0"))
        if author < len(self._names) and self._names[author].startswith(_THREAD):
            ours = ""
        if kept != texts or ours:
            changed = {id(piece): text for piece, old, text in zip(pieces, texts, kept, strict=True) if old != text}
            lines = [self._kept(part, changed, bool(ours)) for part in content.children]
            lines += [_run("\n" + ours, self._prefix)] if ours else []
            self._markup.replace(content, f"<{self._prefix}text>{''.join(lines)}</{self._prefix}text>")
        return True

    def _kept(self, part: Element, changed: Mapping[int, str], in_runs: bool) -> str:
        """Return a part of the text of a note, in which some texts are changed; a plain text as a run if asked."""
        if part.name == "t":
            text = written_text(self._prefix, changed[id(part)]) if id(part) in changed else self._markup.text(part)
            return f"<{self._prefix}r>{text}</{self._prefix}r>" if in_runs else text
        texts = [changed.get(id(piece)) for piece in part.all("t")]
        if all(text is None for text in texts):
            return self._markup.text(part)
        if not any(texts):
            return ""
        lines = [
            written_text(self._prefix, changed[id(child)]) if id(child) in changed else self._markup.text(child)
            for child in part.children
        ]
        return f"<{self._prefix}r>{''.join(lines)}</{self._prefix}r>"

    def to_bytes(self) -> bytes:
        """Return the part."""
        return self._markup.to_bytes()


def _without_ours(texts: list[str]) -> list[str]:
    """Return texts that follow each other without what we wrote, wherever that begins and ends."""
    spans = deque(found.span() for found in _OURS.finditer("".join(texts)))
    kept, start = [], 0
    for text in texts:
        rest, place, end = [], start, start + len(text)
        while spans and spans[0][0] < end:
            first, last = spans[0]
            rest.append(text[place - start : max(first - start, 0)])
            place = min(last, end)
            if last > end:
                break
            spans.popleft()
        kept.append("".join([*rest, text[place - start :]]))
        start = end
    return kept


def _run(text: str, prefix: str) -> str:
    looks = (f'sz val="{FONT_SIZE}"', 'color indexed="81"', f'rFont val="{FONT}"', 'family val="2"')
    properties = "".join(f"<{prefix}{look}/>" for look in looks)
    return f"<{prefix}r><{prefix}rPr>{properties}</{prefix}rPr>{written_text(prefix, text)}</{prefix}r>"


def _comments(texts: Mapping[Place, str], author: int, prefix: str) -> str:
    return "".join(
        f'<{prefix}comment ref="{address(*place)}" authorId="{author}"><{prefix}text>{_run(text, prefix)}'
        f"</{prefix}text></{prefix}comment>"
        for place, text in texts.items()
    )


def _linked(parts: Parts, part: str, kind: str) -> Iterator[str]:
    return (link.target for link in parts.links(part).values() if link.kind == kind and link.target in parts)


def _all_drawn(parts: Parts) -> list[str]:
    return [name for name in parts.names() if name.lower().endswith(".vml")]


def _drawn(parts: Parts, part: str, drawing: Element) -> str:
    """Return the part of the boxes of a sheet; empty if it is not there."""
    wanted = next((value for name, value in drawing.attributes.items() if name.endswith(" id")), "")
    link = parts.links(part).get(wanted)
    return link.target if link is not None and link.target in parts else ""


def _add_list(parts: Parts, part: str, texts: Mapping[Place, str]) -> None:
    dialect = parts.dialect(part)
    content = (
        f'{_HEAD}<comments xmlns="{dialect.main}"><authors><author>{escaped(AUTHOR)}</author></authors>'
        f"<commentList>{_comments(texts, 0, '')}</commentList></comments>"
    )
    parts.add(parts.unused("xl/comments{}.xml"), content.encode(), _COMMENTS, part, f"{dialect.relation}comments")


def _add_drawing(parts: Parts, part: str, sheet: Markup, boxes: Boxes) -> None:
    dialect = parts.dialect(part)
    parts.declare("vml", _DRAWING)
    name = parts.unused("xl/drawings/vmlDrawing{}.vml")
    link = parts.add(name, boxes.to_bytes(), "", part, f"{dialect.relation}vmlDrawing")
    behind = next((child for child in sheet.root.children if child.name in _BEHIND_DRAWING or not child.name), None)
    line = f'<{sheet.prefix(sheet.root)}legacyDrawing xmlns:r="{dialect.links}" r:id="{link}"/>'
    sheet.insert(sheet.root, line, behind)
