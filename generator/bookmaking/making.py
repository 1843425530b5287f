"""Makes a book of plans: opens their PDFs, prints contents and separators, binds and writes the volumes.

Knows neither the command line nor how a page is drawn.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.bookmaking import volumes as cutting
from generator.bookmaking.plans import Found, Plan, find_plans
from generator.bookmaking.volumes import Measured, Order, Separators, Volume
from generator.files import TargetBusy, put
from generator.forms.book_form import BookContext
from generator.forms.documents import BOOK, template
from generator.model.districts import DISTRICTS, District
from generator.pdf.binding import Bookmark, Section, bind, is_book
from generator.pdf.convert import Converter
from generator.pdf.folio import Folio
from generator.pdf.press import Press, find_press
from generator.pdf.untrusted import Source, open_source
from generator.words import Halt, Words

CONTENTS: Final = "สารบัญ"
FRONT: Final = 2
"""So many pages contents take, the blank one behind them included, before it is known better."""

MOST_TURNS: Final = 6

UNREADABLE: Final = Words("เปิด {name} ไม่ได้", "{name} cannot be opened")
UNREADABLE_CURE: Final = Words("ตรวจว่าไฟล์มีอยู่และเปิดได้", "check that the file is there and can be opened")
SAME_FILE: Final = Words("{name} เป็นแผนที่จะรวมเล่ม เขียนทับไม่ได้", "{name} is a plan to be bound and is not replaced")
SAME_FILE_CURE: Final = Words("ตั้งชื่อเล่มเป็นชื่ออื่นด้วย -o", "give the book another name with -o")
NOT_OURS: Final = Words(
    "{name} มีอยู่แล้ว และไม่ใช่เล่มที่คำสั่งนี้สร้าง", "{name} is there already and was not made by this command"
)
NOT_OURS_CURE: Final = Words("ตั้งชื่อใหม่ด้วย -o หรือย้ายไฟล์เดิมก่อน", "choose another name with -o, or move that file first")
BAD_TEMPLATE: Final = Words(
    "แม่แบบ {name} พิมพ์ใบคั่น {wanted} ใบเป็น {got} หน้า หรือสารบัญไม่ลงตัว",
    "the template {name} prints {wanted} separators on {got} pages, or its contents never settle",
)
BAD_TEMPLATE_CURE: Final = Words(
    "แก้แม่แบบให้ใบคั่นหนึ่งใบอยู่ในหน้าเดียว หรือย้ายออกเพื่อใช้แม่แบบที่มากับโปรแกรม",
    "let each separator take one page, or move the template away to use the one that comes with the program",
)
NO_GROUPS: Final = Words("ใบคั่นกลุ่มใช้ได้เมื่อเรียงตามกลุ่ม", "separators of groups need an order by groups")
NO_GROUPS_CURE: Final = Words("เพิ่ม --order group", "add --order group")
ONE_WAY: Final = Words("--by-group และ --max-pages ใช้พร้อมกันไม่ได้", "--by-group and --max-pages exclude each other")
ONE_WAY_CURE: Final = Words("เลือกอย่างเดียว", "choose one")


@dataclass(frozen=True)
class Wishes:
    """How a book is to be: its order, its separator sheets, and how it is cut into volumes."""

    order: Order | None = None
    separators: Separators | None = None
    max_pages: int | None = None
    by_group: bool = False

    @property
    def settled_order(self) -> Order:
        """The order asked for; volumes of groups have that of official tables unless another is asked for."""
        return self.order or ("group" if self.by_group else "code")

    def refuse_nonsense(self) -> None:
        """Raise Halt if the wishes contradict each other."""
        if self.by_group and self.max_pages is not None:
            raise Halt(ONE_WAY, ONE_WAY_CURE)
        if self.separators == "group" and not self.by_group and self.settled_order != "group":
            raise Halt(NO_GROUPS, NO_GROUPS_CURE)


@dataclass(frozen=True)
class Bound:
    """A volume that was written."""

    path: Path
    districts: int
    pages: int
    size: int


@dataclass
class Book:
    """What became of a book: its volumes, or what kept it from being made.

    `unfit` and `lost` are as in `Found`, `absent` the districts that nothing is known of, `leftover` volumes of an
    earlier book beside it.
    """

    found: Found
    bound: list[Bound] = field(default_factory=list)
    halts: list[Halt] = field(default_factory=list)
    leftover: list[Path] = field(default_factory=list)

    @property
    def drafts(self) -> list[District]:
        """The districts whose plans in the book are drafts, in the official order."""
        return [plan.district for plan in self.found.plans if plan.draft]

    @property
    def absent(self) -> list[District]:
        """The districts of which there is no plan at all, in the official order."""
        return [district for district in DISTRICTS if district.code not in self.found.known]


def make_book(
    paths: Sequence[Path],
    output: Path,
    wishes: Wishes,
    *,
    year: int | None = None,
    drafts: bool = False,
    templates: Path,
    press: Press | None = None,
) -> Book:
    """Bind the plans in `paths`, folders and PDF files, into the PDF `output`, or into volumes beside it.

    With `drafts` plans are taken that are drafts or not those of their Word files, and missing ones left out; without,
    any such plan stops the book. Raise Halt if the operator must act before anything can be said of single plans.
    """
    wishes.refuse_nonsense()
    found = find_plans(paths, year, drafts)
    book = Book(found)
    if not drafts:
        book.halts += [*found.lost, *found.unfit]
    output = output if output.suffix.lower() == ".pdf" else output.with_name(f"{output.name}.pdf")
    sources: dict[Plan, Source] = {}
    for plan in found.plans:
        try:
            sources[plan] = _open(plan.pdf)
        except Halt as halt:
            book.halts.append(halt)
    if book.halts or not sources:
        return book
    measured = [Measured(plan, source.pages) for plan, source in sources.items()]
    with Bindery(templates, press or find_press(), sources) as bindery:
        prepared = bindery.prepare(measured, wishes)
        names = _names(output, len(prepared))
        for path in names:
            if path.resolve() in {plan.pdf.resolve() for plan in sources}:
                raise Halt(SAME_FILE.filled(name=path), SAME_FILE_CURE)
            if path.exists() and not is_book(path):
                raise Halt(NOT_OURS.filled(name=path), NOT_OURS_CURE)
        for path, (volume, front, heading) in zip(names, prepared, strict=True):
            content = bindery.bind(volume, front, heading)
            bound = Bound(path, len(volume.plans), volume.length(front.pages), len(content))
            try:
                put(content, path)
            except TargetBusy as busy:
                book.halts.append(busy)
                bound = Bound(busy.kept, bound.districts, bound.pages, bound.size)
            book.bound.append(bound)
    book.leftover = _leftover(output, names)
    return book


def _open(pdf: Path) -> Source:
    try:
        content = pdf.read_bytes()
    except OSError as error:
        raise Halt(UNREADABLE.filled(name=pdf), UNREADABLE_CURE) from error
    return open_source(content, pdf.name)


def _names(output: Path, count: int) -> list[Path]:
    """Return the files of the volumes: their numbers in Arabic digits of one length, so that they sort everywhere."""
    if count == 1:
        return [output]
    digits = len(str(count))
    return [output.with_name(f"{output.stem}-เล่ม-{number:0{digits}}{output.suffix}") for number in range(1, count + 1)]


def _leftover(output: Path, names: Sequence[Path]) -> list[Path]:
    volume = re.compile(rf"{re.escape(output.stem)}(-เล่ม-\d+)?\.pdf", re.IGNORECASE)
    beside = sorted(path for path in output.parent.iterdir() if volume.fullmatch(path.name))
    return [path for path in beside if path not in names]


class Bindery:
    """Prints what stands between the plans and binds the volumes; to be used in a `with` statement."""

    def __init__(self, templates: Path, press: Press, sources: dict[Plan, Source]) -> None:
        self._template = template(BOOK, templates)
        self._converter = Converter(press)
        self._folio = Folio(press.typeface.upright())
        self._sources = sources

    def __enter__(self) -> "Bindery":
        return self

    def __exit__(self, *error: object) -> None:
        self._converter.close()

    def prepare(self, plans: Sequence[Measured], wishes: Wishes) -> list[tuple[Volume, Source, str]]:
        """Return the volumes with their printed contents and their titles.

        Where volumes are bounded they are cut again if some contents take more pages than foreseen.
        """
        front = FRONT
        while True:
            order, separators = wishes.settled_order, wishes.separators
            if wishes.by_group:
                volumes = cutting.by_group(plans, order, separators)
            else:
                volumes = cutting.by_size(plans, order, separators, wishes.max_pages, front)
            total = len(volumes)
            printed = [self._contents(volume, number, total) for number, volume in enumerate(volumes, 1)]
            needed = max(_even(source.pages) for source in printed)
            if wishes.max_pages is None or needed <= front:
                titles = [cutting.title(volume, number, total) for number, volume in enumerate(volumes, 1)]
                return list(zip(volumes, printed, titles, strict=True))
            front = needed

    def _contents(self, volume: Volume, number: int, total: int) -> Source:
        """Print the contents of a volume, again if they take more or fewer pages than they were numbered for."""
        front = FRONT
        for _ in range(MOST_TURNS):
            source = self._print(cutting.contents(volume, number, total, front))
            if _even(source.pages) == front:
                return source
            front = _even(source.pages)
        raise self._bad_template(0, front)

    def bind(self, volume: Volume, front: Source, title: str) -> bytes:
        """Return the PDF of a volume behind its printed contents."""
        sheets = cutting.sheets(volume, 1, 1)
        separators = self._print(sheets) if sheets.sheets else front
        if sheets.sheets and separators.pages != len(sheets.sheets):
            raise self._bad_template(len(sheets.sheets), separators.pages)
        sections = [Section(front, (Bookmark(1, CONTENTS),))]
        used = 0
        for piece in volume.pieces:
            if piece.measured is None:
                sections.append(Section(separators, piece.bookmarks, used, 1))
                used += 1
            else:
                sections.append(Section(self._sources[piece.measured.plan], piece.bookmarks, inner=True))
        return bind(sections, title, self._folio)

    def _print(self, context: BookContext) -> Source:
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder, "book.pdf")
            self._converter.convert(self._template.fill(context), pdf)
            return open_source(pdf.read_bytes(), BOOK.template)

    def _bad_template(self, wanted: int, got: int) -> Halt:
        return Halt(BAD_TEMPLATE.filled(name=BOOK.template, wanted=wanted, got=got), BAD_TEMPLATE_CURE)


def _even(pages: int) -> int:
    return pages + pages % 2
