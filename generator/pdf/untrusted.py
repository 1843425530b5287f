"""A finished PDF that is to go into a book: opened within bounds, and stripped to what its pages show.

What a PDF may hold besides is never taken along: scripts, actions, attachments, forms, comments, files that it refers
to. Its bookmarks and links are read into plain values; whoever binds it draws them anew. Knows nothing of plans.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from generator.words import Halt, Words

LARGEST_FILE: Final = 200_000_000
LARGEST_STREAM: Final = 250_000_000
"""So many bytes a file, and a stream of it once unpacked, may have."""

LARGEST_DRAWING: Final = 1_000_000_000
"""So many bytes all pages together may draw, each stream counted once: a small file could keep us for hours."""

MOST_PAGES: Final = 5_000
MOST_HEADINGS: Final = 10_000
MOST_LINKS: Final = 50_000
DEEPEST: Final = 2
"""So many levels of bookmarks are read: parts and tables."""

PAGE_KEYS: Final = frozenset(
    f"/{key}"
    for key in (
        *("Type", "Parent", "Contents", "Resources", "Rotate", "Group"),
        *("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"),
    )
)
"""All that a page keeps."""

STREAM_KEYS: Final = frozenset(
    f"/{key}"
    for key in (
        *("F", "FFilter", "FDecodeParms"),  # its content lies in another file
        *("Ref", "OPI", "Alternates", "PS", "Subtype2", "Level1"),  # another picture, or a program for the printer
        *("AF", "Metadata", "PieceInfo", "StructParent", "StructParents"),  # what was left behind
    )
)
"""What no stream keeps. Other dictionaries may use any of these names for a font or a letter."""

ACTIVE: Final = frozenset(
    f"/{kind}"
    for kind in (
        *("Action", "Filespec", "EmbeddedFile", "JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm", "ImportData"),
        *("ResetForm", "Rendition", "Movie", "Sound", "RichMediaExecute", "Thread", "Trans", "Named", "Hide", "URI"),
    )
)
"""Kinds of objects that act or carry files: wherever one hides, it is emptied."""

_SAFE_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[\x21-\x7e]{1,2000}")

_DAMAGED: Final = Words("{name} ไม่ใช่ PDF หรือเสียหาย", "{name} is no PDF, or is damaged")
_LOCKED: Final = Words("{name} เข้ารหัสหรือล็อกไว้", "{name} is encrypted or locked")
_TOO_LARGE: Final = Words("{name} ใหญ่เกินไป", "{name} is too large")
_CURE: Final = Words(
    "สร้าง PDF นี้ใหม่ด้วย generate build --pdf --force หรือบันทึกเป็น PDF จาก Word อีกครั้งโดยไม่ใส่รหัสผ่าน",
    "make it again with generate build --pdf --force, or save it as PDF from Word again without a password",
)


class UnfitPdf(Halt):
    """A PDF cannot be bound."""

    def __init__(self, problem: Words, name: str) -> None:
        super().__init__(problem.filled(name=name), _CURE)


class View(NamedTuple):
    """A place that a bookmark or a link leads to: the page, from 0, and how far up it, in points, if that is said."""

    page: int
    left: float | None = None
    top: float | None = None


class Heading(NamedTuple):
    """A bookmark: its level, from 1, its text, and where it leads."""

    level: int
    title: str
    view: View


class Link(NamedTuple):
    """A link on a page, from 0: where it can be clicked, and its goal in the document or its address on the web."""

    page: int
    area: tuple[float, float, float, float]
    goal: View | str


@dataclass(frozen=True, eq=False)
class Source:
    """An opened PDF whose pages can be bound; its file in memory stays open as long as it is kept."""

    name: str
    pdf: pikepdf.Pdf
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.pdf.pages)


def open_source(content: bytes, name: str) -> Source:
    """Return the PDF that `content` holds, stripped; `name` is what complaints call it.

    Raise UnfitPdf if it is damaged, encrypted or out of bounds. A damaged one is not repaired: pages could be missing.
    """
    if len(content) > LARGEST_FILE:
        raise UnfitPdf(_TOO_LARGE, name)
    pikepdf.settings.set_qpdf_limits(flate_max_memory=LARGEST_STREAM, run_length_max_memory=LARGEST_STREAM)
    try:
        pdf = pikepdf.open(io.BytesIO(content), attempt_recovery=False)
        if pdf.is_encrypted:
            raise UnfitPdf(_LOCKED, name)
        if not 1 <= len(pdf.pages) <= MOST_PAGES:
            raise UnfitPdf(_TOO_LARGE if len(pdf.pages) else _DAMAGED, name)
        _read_all(pdf)
        places = _Places(pdf)
        headings = tuple(_headings(pdf, places))
        links = tuple(_links(pdf, places))
        _strip(pdf)
        faulty = pdf.get_warnings()
    except pikepdf.PasswordError as error:
        raise UnfitPdf(_LOCKED, name) from error
    except (pikepdf.PikepdfError, *_WRONG_SHAPE) as error:
        raise UnfitPdf(_DAMAGED, name) from error
    if faulty:
        raise UnfitPdf(_DAMAGED, name)
    return Source(name, pdf, headings, links)


_WRONG_SHAPE: Final = (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError)
"""What pikepdf raises where an object is of another kind than the standard says."""


def _read_all(pdf: pikepdf.Pdf) -> None:
    """Look at all that binding will ask for, and unpack what is drawn, so that a fault is found now, not on paper."""
    seen: set[tuple[int, int]] = set()
    drawn = 0
    for page in pdf.pages:
        if len([float(side) for side in page.cropbox]) != 4 or int(page.rotation) % 90:
            raise ValueError("a page without a shape")
        fonts = page.resources.get("/Font", Dictionary())
        if not isinstance(fonts, Dictionary):
            raise TypeError("fonts that are none")
        contents = page.obj.get("/Contents")
        for stream in contents if isinstance(contents, Array) else () if contents is None else (contents,):
            if stream.objgen not in seen:
                seen.add(stream.objgen)
                drawn += len(stream.read_bytes())
                if drawn > LARGEST_DRAWING:
                    raise ValueError("pages that draw without end")


class _Places:
    """Finds where a destination of a document leads, named or not."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._old: Any = pdf.Root.get("/Dests", {})
        names: Any = pdf.Root.get("/Names", {})
        tree = names.get("/Dests")
        self._new: Mapping[Any, Any] = pikepdf.NameTree(tree) if isinstance(tree, Dictionary) else {}

    def find(self, destination: Any) -> View | None:
        """Return the place that a destination means; None if there is no such place in this document."""
        if isinstance(destination, Name):
            destination = self._old.get(destination)
        elif isinstance(destination, String):
            destination = self._new.get(str(destination))
        if isinstance(destination, Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, Array) or len(destination) < 1 or not isinstance(destination[0], Dictionary):
            return None
        page = self._pages.get(destination[0].objgen)
        if page is None:
            return None
        if len(destination) >= 4 and destination[1] == Name.XYZ:
            return View(page, _number(destination[2]), _number(destination[3]))
        if len(destination) >= 3 and destination[1] in (Name.FitH, Name.FitBH):
            return View(page, None, _number(destination[2]))
        return View(page)

    def goal(self, holder: Any) -> View | str | None:
        """Return where a bookmark or a link leads, in its document or on the web; None if nowhere that is safe."""
        action = holder.get("/A")
        if not isinstance(action, Dictionary):
            return self.find(holder.get("/Dest"))
        if action.get("/S") == Name.GoTo:
            return self.find(action.get("/D"))
        address = str(action.get("/URI", "")) if action.get("/S") == Name.URI else ""
        return address if _SAFE_ADDRESS.fullmatch(address) else None


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _headings(pdf: pikepdf.Pdf, places: _Places) -> Iterator[Heading]:
    """Yield the bookmarks of the highest levels in their order; a chain that bites its tail is followed once."""
    seen: set[tuple[int, int]] = set()
    outlines: Any = pdf.Root.get("/Outlines", {})
    waiting = [(1, outlines.get("/First"))]
    while waiting and len(seen) < MOST_HEADINGS:
        level, item = waiting.pop()
        if not isinstance(item, Dictionary) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        goal = places.goal(item)
        title = " ".join(str(item.get("/Title", "")).split())
        waiting.append((level, item.get("/Next")))
        if isinstance(goal, View) and title:
            yield Heading(level, title[:300], goal)
            if level < DEEPEST:
                waiting.append((level + 1, item.get("/First")))
        else:  # what lies below takes its place
            waiting.append((level, item.get("/First")))


def _links(pdf: pikepdf.Pdf, places: _Places) -> Iterator[Link]:
    count = 0
    for index, page in enumerate(pdf.pages):
        annotations: Any = page.obj.get("/Annots", ())
        for annotation in annotations:
            if count == MOST_LINKS or annotation.get("/Subtype") != Name.Link:
                continue
            goal = places.goal(annotation)
            if goal is not None:
                count += 1
                left, bottom, right, top = map(float, annotation.Rect)
                yield Link(index, (left, bottom, right, top), goal)


def _strip(pdf: pikepdf.Pdf) -> None:
    """Leave of each page what it shows, and of each object nothing that runs or reaches outside."""
    for page in pdf.pages:
        for key in set(page.obj.keys()) - PAGE_KEYS:
            del page.obj[key]
    for item in pdf.objects:
        _cleanse(item, 0)


def _cleanse(item: Any, depth: int = 0) -> None:
    """Empty an object that acts; take from the others what they must not have."""
    if depth > 100:
        raise ValueError("nested too deeply")
    if isinstance(item, Stream):
        if ACTIVE & _kinds(item) or item.get("/Subtype") == Name.PS:
            item.write(b"")
        for key in STREAM_KEYS & set(item.keys()):
            del item[key]
    elif isinstance(item, Dictionary) and ACTIVE & _kinds(item):
        for key in list(item.keys()):
            del item[key]
    if isinstance(item, Array):
        children = list(item)
    elif isinstance(item, (Dictionary, Stream)):
        children = [value for _, value in item.items()]
    else:
        return
    for child in children:
        if isinstance(child, (Dictionary, Array)) and not child.is_indirect:  # others have their own turn
            _cleanse(child, depth + 1)


def _kinds(item: Any) -> set[str]:
    return {str(item[key]) for key in ("/Type", "/S") if isinstance(item.get(key), Name)}
