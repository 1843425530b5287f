"""The KR form: what its template may name, and how the facts of a workbook fill it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.forms.flows import BLANK, Typesetter, joined
from generator.model.kr.agency import HOST, SUPPORT, Agency
from generator.model.kr.attachment import Attachment
from generator.model.kr.book import KrBook
from generator.model.kr.definition import FORMULA, MEANING, METHOD, SUBHEADING, UNDERLINED, Definition
from generator.model.kr.key_result import KeyResult
from generator.model.kr.practice import Example, Standard
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.render.values import Flow, Picture, Tick
from generator.thai.numerals import group
from generator.thai.typist import typist

TEMPLATE: Final = "kr-form.docx"


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One row of the table of agencies."""

    name: str
    target: str
    duties: Flow


@dataclass(frozen=True, slots=True)
class DistrictLine:
    """One row of an attached table; `number` holds one text or none, as the table has a column of numbers or not."""

    number: Sequence[str]
    name: str
    group: str
    figures: Sequence[str]


@dataclass(frozen=True, slots=True)
class DistrictTable:
    """An attached table of the districts. `number_header` holds one text or none."""

    title: str
    number_header: Sequence[str]
    name_header: str
    group_header: str
    figures_header: str
    headers: Sequence[str]
    rows: Sequence[DistrictLine]
    totals: Sequence[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list of standards or examples."""

    heading: str
    text: Flow


@dataclass(frozen=True, slots=True)
class KrContext:
    """Everything that the template of the KR form may name; all texts as they print."""

    document_title: str
    draft: bool
    year: str
    code: str
    name: str
    agency: str
    dimension: str
    objective_number: str
    objective: str
    alone: Tick
    supported: Tick
    supported_by_departments: Tick
    supported_by_districts: Tick
    target: str
    unit: str
    meaning: Flow
    method: Flow
    agencies: Sequence[AgencyLine]
    standards_attached: Tick
    targets_attached: Tick
    examples_attached: Tick
    reported_by_tracking: Tick
    reported_otherwise: Tick
    other_channel: str
    followed_by_reports: Tick
    followed_by_host: Tick
    followed_by_inspectors: Tick
    followed_by_data: Tick
    data_system: str
    contact: str
    contact_position: str
    contact_phone: str
    contact_section: str
    contact_agency: str
    signature: Picture | None
    signer: str
    signer_position: Prose
    tables: Sequence[DistrictTable]
    standards: Sequence[Entry]
    examples: Sequence[Entry]


def contexts(book: KrBook, pictures: Mapping[str, Picture]) -> Iterator[tuple[KeyResult, KrContext]]:
    """Yield every key result of a book that has a code, with the context of its form.

    `pictures` holds the signatures by file name; one that is not there leaves the dotted line.
    """
    year = book.settings.year
    typesetter = Typesetter(typist(book.settings.exceptions), {"ปี": str(year), "ปีก่อน": str(year - 1)})
    for kr in book.key_results:
        if kr.code:
            yield kr, _context(book, kr, typesetter, pictures)


def _context(book: KrBook, kr: KeyResult, set_: Typesetter, pictures: Mapping[str, Picture]) -> KrContext:
    text = set_.text

    def wanted(words: str) -> str:
        return text(words) if words else BLANK

    definitions = [row for row in book.definitions if row.kr == kr.code]
    agencies = [row for row in book.agencies if row.kr == kr.code]
    return KrContext(
        document_title=text(f"รายละเอียด KR {kr.code} ปีงบประมาณ พ.ศ. {book.settings.year} {kr.name}".strip()),
        draft=kr.is_draft,
        year=text(str(book.settings.year)),
        code=text(kr.code),
        name=wanted(kr.name),
        agency=wanted(book.settings.agency),
        dimension=kr.dimension,
        objective_number=text(kr.objective_number),
        objective=wanted(kr.objective),
        alone=Tick(kr.alone),
        supported=Tick(kr.supported),
        supported_by_departments=Tick(kr.supported_by_departments),
        supported_by_districts=Tick(kr.supported_by_districts),
        target=wanted(kr.target.text),
        unit=wanted(kr.unit),
        meaning=_definition(definitions, MEANING, set_),
        method=_definition(definitions, METHOD, set_),
        agencies=tuple(_agencies(agencies, book.settings.agency or BLANK, set_)),
        standards_attached=Tick(kr.standards_attached),
        targets_attached=Tick(kr.targets_attached),
        examples_attached=Tick(kr.examples_attached),
        reported_by_tracking=Tick(kr.reported_by_tracking),
        reported_otherwise=Tick(kr.reported_otherwise),
        other_channel=wanted(kr.other_channel),
        followed_by_reports=Tick(kr.followed_by_reports),
        followed_by_host=Tick(kr.followed_by_host),
        followed_by_inspectors=Tick(kr.followed_by_inspectors),
        followed_by_data=Tick(kr.followed_by_data),
        data_system=wanted(kr.data_system),
        contact=wanted(kr.contact),
        contact_position=wanted(kr.contact_position),
        contact_phone=wanted(kr.contact_phone),
        contact_section=wanted(kr.contact_section),
        contact_agency=wanted(kr.contact_agency or book.settings.agency),
        signature=pictures.get(kr.signature),
        signer=wanted(kr.signer),
        signer_position=set_.prose(kr.signer_position) or Prose.of(BLANK),
        tables=tuple(_table(attachment, set_) for attachment in book.attachments if attachment.kr == kr.code),
        standards=tuple(_entries([row for row in book.standards if row.kr == kr.code], set_)),
        examples=tuple(_entries([row for row in book.examples if row.kr == kr.code], set_)),
    )


def _definition(rows: Sequence[Definition], part: str, set_: Typesetter) -> Flow:
    flows = []
    for row in rows:
        if row.part != part:
            continue
        flows.append(set_.flow(row.text, bold=row.style == SUBHEADING, underline=row.style == UNDERLINED))
        if row.style == FORMULA:
            lines = (row.numerator or BLANK, row.denominator or BLANK)
            flows.append(Flow((set_.fraction(*lines, row.factor),)))
    return joined(flows) or set_.flow(Prose.of(BLANK))


def _agencies(rows: Sequence[Agency], host: str, set_: Typesetter) -> Iterator[AgencyLine]:
    """Yield hosts before supporters; without a supporter, the empty line that the form has for one."""
    for row in (row for role in (HOST, SUPPORT) for row in rows if row.role == role):
        name = row.name or (host if row.role == HOST else "หน่วยงาน")
        label = name if f"({row.role})" in name else f"{name} ({row.role})"
        yield AgencyLine(set_.text(label), set_.text(row.target.text), set_.flow(row.duties))
    if all(row.role == HOST for row in rows):
        yield AgencyLine(f"หน่วยงาน ({SUPPORT})", "", Flow())


def _table(attachment: Attachment, set_: Typesetter) -> DistrictTable:
    card = attachment.card
    rows = []
    for number, row in enumerate((row for row in attachment.rows if row.district), 1):
        district = row.district
        assert district is not None
        figures = tuple(set_.text(value.text) if value else "-" for value in row.numbers)
        numbering = (set_.text(str(number)),) if card.numbered else ()
        rows.append(DistrictLine(numbering, district.office, row.group or district.group, figures))
    columns = [[row.numbers[index] for row in attachment.rows] for index in range(len(attachment.headers))]
    return DistrictTable(
        title=set_.text(card.title.plain),
        number_header=("ลำดับ",) if card.numbered else (),
        name_header=set_.text(card.name_header) or "หน่วยงาน",
        group_header=set_.text(card.group_header) or "กลุ่มเขต",
        figures_header=set_.text(card.numbers_header.plain),
        headers=tuple(set_.text(header.plain) for header in attachment.headers),
        rows=tuple(rows),
        totals=tuple(set_.text(_total(column)) for column in columns),
    )


def _total(column: Sequence[Value]) -> str:
    """Return the sum of a column with as many decimals as its figures have; percentages have no sum."""
    if any(value.percent for value in column):
        return ""
    places = max((len(value.text.partition(".")[2]) for value in column), default=0)
    total = sum((value.number or Decimal(0) for value in column), Decimal(0))
    return group(f"{total:.{places}f}")


def _entries(rows: Sequence[Standard | Example], set_: Typesetter) -> Iterator[Entry]:
    for row in rows:
        yield Entry(set_.text(row.heading), set_.flow(row.text) or set_.flow(Prose.of(BLANK)))
