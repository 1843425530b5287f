"""Everything that the template of the plan may name, and how a book fills it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.forms.flows import BLANK, Typesetter, joined
from generator.forms.plan import indicators, parts, policy, steps, summaries
from generator.forms.plan.names import Names, has_number
from generator.forms.plan.outline import sides
from generator.forms.plan.qr import qr_code
from generator.model.kr.key_result import Status
from generator.model.plan.book import PlanBook
from generator.model.plan.projects import AGENCY, CITY, ROUTINE
from generator.model.plan.strategy import STRATEGY, SUBSTRATEGY
from generator.model.plan.texts import DASH, HEADING, ITEM, SUBHEADING
from generator.model.prose import Prose, Run
from generator.render.values import Contents, Flow, Picture
from generator.thai.dates import FISCAL_MONTHS, thai_date
from generator.thai.typist import typist

TEMPLATE: Final = "plan-form.docx"
POLICY_NOTE: Final = "หมายเหตุ * หมายถึง เป็นส่วนหนึ่งของโครงการนั้น"


@dataclass(frozen=True, slots=True)
class NeighbourLine:
    """What lies beyond one border of the district."""

    side: str
    beyond: str


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """An objective in the list of the year's indicators, with its key results numbered."""

    heading: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class MeasureList:
    """A dimension in the list of the year's indicators."""

    heading: str
    groups: Sequence[MeasureGroup]


@dataclass(frozen=True, slots=True)
class CityList:
    """The indicators of the city under one heading of its strategy."""

    strategy: str
    substrategy: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class PlanContext:
    """Everything that the template of the plan may name; all texts as they print."""

    document_title: str
    draft: bool
    year: str
    last_year: str
    district: str
    office: str
    address: str
    qr: Picture | None
    contents: Contents
    foreword: Flow
    director: str
    director_position: str
    signed: str
    general: Flow
    neighbours: Sequence[NeighbourLine]
    surroundings: Flow
    strengths: Flow
    weaknesses: Flow
    opportunities: Flow
    threats: Flow
    vision: Flow
    mission: Flow
    city_lists: Sequence[CityList]
    measure_lists: Sequence[MeasureList]
    sides: Sequence[parts.SideBlock]
    city_summary: summaries.Summary
    dimensions: Sequence[parts.DimensionBlock]
    agency_summary: summaries.Summary
    divisions: Sequence[parts.DivisionBlock]
    routine_total: str
    city_tables: Sequence[indicators.CityTable]
    agency_tables: Sequence[indicators.AgencyTable]
    negotiated_tables: Sequence[indicators.NegotiatedTable]
    policy_bands: Sequence[policy.PolicyBand]
    policy_note: str
    months_before: Sequence[str]
    months_after: Sequence[str]
    step_tables: Sequence[steps.StepTable]
    component_tables: Sequence[steps.ComponentTable]


def title(book: PlanBook) -> str:
    """Return the title of the plan that a book holds."""
    return _typesetter(book).text("แผนปฏิบัติราชการประจำปี พ.ศ. [ปี] สำนักงานเขต[เขต]")


def _typesetter(book: PlanBook) -> Typesetter:
    district, year = book.settings.district, book.settings.year
    tokens = {"เขต": district.name if district else BLANK, "ปี": str(year), "ปีก่อน": str(year - 1)}
    return Typesetter(typist(book.settings.exceptions), tokens)


def plan_context(book: PlanBook) -> PlanContext:
    """Return the context of the plan that a book holds."""
    settings, year = book.settings, book.settings.year
    typesetter = _typesetter(book)
    district = typesetter.text("[เขต]")
    names = Names(book, typesetter)
    text = typesetter.text
    bands = tuple(policy.policy_bands(names))
    return PlanContext(
        document_title=title(book),
        draft=settings.status == Status.DRAFT,
        year=text(str(year)),
        last_year=text(str(year - 1)),
        district=district,
        office=f"สำนักงานเขต{district}",
        address=settings.address,
        qr=qr_code(settings.address) if settings.address else None,
        contents=Contents(),
        foreword=_text(book, "คำนำ", typesetter),
        director=text(settings.director) or BLANK,
        director_position=text(settings.director_position) or BLANK,
        signed=text(thai_date(settings.signed)) if settings.signed else BLANK,
        general=_text(book, "ข้อมูลทั่วไป", typesetter),
        neighbours=tuple(NeighbourLine(row.side, text(row.beyond) or BLANK) for row in book.neighbours),
        surroundings=_text(book, "สภาพแวดล้อม", typesetter),
        strengths=_text(book, "จุดแข็ง", typesetter),
        weaknesses=_text(book, "จุดอ่อน", typesetter),
        opportunities=_text(book, "โอกาส", typesetter),
        threats=_text(book, "อุปสรรค", typesetter),
        vision=_text(book, "วิสัยทัศน์", typesetter),
        mission=_text(book, "พันธกิจ", typesetter),
        city_lists=tuple(_city_lists(names)),
        measure_lists=tuple(_measure_lists(names)),
        sides=tuple(parts.city_part(names)),
        city_summary=summaries.summary(names, CITY),
        dimensions=tuple(parts.agency_part(names)),
        agency_summary=summaries.summary(names, AGENCY),
        divisions=tuple(parts.routine_part(names)),
        routine_total=names.money(summaries.money(book.leaves(ROUTINE))),
        city_tables=tuple(indicators.city_tables(names)),
        agency_tables=tuple(indicators.agency_tables(names)),
        negotiated_tables=tuple(indicators.negotiated_tables(names)),
        policy_bands=bands,
        policy_note=text(settings.policy_note or POLICY_NOTE) if policy.is_starred(bands) else "",
        months_before=FISCAL_MONTHS[:3],
        months_after=FISCAL_MONTHS[3:],
        step_tables=tuple(steps.step_tables(names)),
        component_tables=tuple(steps.component_tables(names)),
    )


def _text(book: PlanBook, part: str, typesetter: Typesetter) -> Flow:
    """Return the paragraphs of a part of the free text; items are numbered anew below every heading."""
    flows: list[Flow] = []
    pending: list[Prose] = []
    number = 0

    def flush() -> None:
        if pending:
            flows.append(typesetter.flow(Prose.join(pending)))
            pending.clear()

    for row in book.texts:
        if row.part != part:
            continue
        match row.style:
            case style if style in (HEADING, SUBHEADING):
                flush()
                number = 0
                flows.append(typesetter.flow(row.text, bold=True))
            case style if style == ITEM:
                number += 1
                pending.append(_marked(f"{number}. ", row.text))
            case style if style == DASH:
                pending.append(_marked("- ", row.text))
            case _:
                flush()
                flows.append(typesetter.flow(row.text))
    flush()
    return joined(flows) or typesetter.flow(Prose.of(BLANK))


def _marked(mark: str, prose: Prose) -> Prose:
    first, *rest = prose.paragraphs or ((),)
    return Prose(((Run(mark), *first), *rest))


def _city_lists(names: Names) -> Iterator[CityList]:
    """Yield key results and indicators of the city, a heading for each strategy and sub-strategy."""
    last: tuple[str, str] = ("", "")
    for side in sides(names.book.strategy):
        for block in side.blocks:
            strategy, substrategy = block.above.get(STRATEGY), block.above.get(SUBSTRATEGY)
            heads = (
                names.set(f"ยุทธศาสตร์ที่ {strategy.code} {strategy.name}") if strategy else "",
                names.set(f"ยุทธศาสตร์ย่อยที่ {substrategy.code} {substrategy.name}") if substrategy else "",
            )
            lines = [names.set(f"KR {block.kr.code} : {block.kr.name}")]
            lines += [names.set(f"KPI {kpi.code} : {kpi.name}") for tactic in block.tactics for kpi in tactic.kpis]
            shown = tuple(new if new != old else "" for new, old in zip(heads, last, strict=True))
            yield CityList(shown[0], shown[1], tuple(lines))
            last = heads


def _measure_lists(names: Names) -> Iterator[MeasureList]:
    """Yield all key results by dimension and objective; those without a number of the city only without a target."""
    for dimension in names.book.dimensions:
        groups = []
        for objective in names.book.objectives:
            if not objective.code.startswith(str(dimension.number)):
                continue
            own = [
                measure
                for measure in names.book.measures_under.get(objective.code, ())
                if has_number(measure.code) or not measure.target
            ]
            lines = tuple(
                f"{names.set(str(number))}) {names.measure(measure)}" for number, measure in enumerate(own, 1)
            )
            if lines:
                groups.append(MeasureGroup(parts.objective_text(names, objective.code), lines))
        if groups:
            yield MeasureList(names.set(f"{dimension.number}. {dimension.name}"), tuple(groups))
