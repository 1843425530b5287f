"""The steps of the projects: those of 2567 with the figures of the district, moved about, and steps of its works."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from plan_2567.steps import STEPS

from generator.model.plan.projects import Project, Step
from generator.model.prose import Prose
from generator.thai.dates import FISCAL_MONTHS, MONTHS_SHORT, parse_month
from plan_2568.chance import Chance
from plan_2568.figures import Figures
from plan_2568.places import Place
from plan_2568.steps_more import BUILDING, STREETS, VISITS, Lines
from plan_2568.steps_other import OTHER

_TRAFFY: Final = "ค056"
_UNMOVED: Final = (_TRAFFY, "ค096")
"""Their steps name months and shares."""
_ALWAYS: Final = ("ค010", "ค029", "ค051", _TRAFFY)
_OLD: Final = {
    "ความยาวรวม 81.958 กม.": "ความยาวรวม {drains} กม.",
    "จุดติดตั้ง 20 ดวง และจุดซ่อม 50 ดวง": "จุดติดตั้ง {canal_lamps_new} ดวง และจุดซ่อม {canal_lamps_mended} ดวง",
    "สภาพคลองทั้งหกสาย": "สภาพคลองทั้ง {canals} สาย",
    "ติดตั้งและซ่อม 310 ดวง": "ติดตั้งและซ่อม {lamps} ดวง",
    "ระยะทาง 1.53 กม.": "ระยะทาง {streets} กม.",
    "ทำแผนปลูก 3,000 ต้น": "ทำแผนปลูก {trees} ต้น",
    "อย่างน้อย 3 แห่ง": "อย่างน้อย {parks} แห่ง",
    "โรงเรียนทั้ง 13 แห่ง": "โรงเรียนทั้ง {schools} แห่ง",
    "ของศูนย์ 1 แห่ง": "ของศูนย์ {nurseries} แห่ง",
    "บันทึกข้อมูล 51 ชุมชน": "บันทึกข้อมูล {communities} ชุมชน",
}
"""What the steps of the earlier plan say of its figures, and what is said instead."""


def steps_of(
    projects: Sequence[Project],
    handles: Mapping[str, str],
    works: Sequence[str],
    figures: Figures,
    counts: Mapping[str, int],
    place: Place,
    draw: Chance,
) -> list[Step]:
    """Return the steps in the order of the projects; `counts` tells how many canals and schools there are."""
    known = {**vars(figures), **counts}
    told = {old: new.format(**known) for old, new in _OLD.items()}
    by_project: dict[str, list[Step]] = {}
    for role in dict.fromkeys(step.project for step in STEPS):
        if role not in handles or not (role in _ALWAYS or draw.happens(0.8)):
            continue
        if role in OTHER and draw.happens(0.5):
            steps = list(_lines(handles[role], OTHER[role], known))
        else:
            steps = [_renewed(step, handles[role], told) for step in STEPS if step.project == role]
        by_project[handles[role]] = steps if role in _UNMOVED else _varied(steps, VISITS.get(role, ()), place, draw)
    for handle in works:
        by_project[handle] = _varied(list(_lines(handle, draw.one(BUILDING), {})), STREETS, place, draw)
    for handle, steps in by_project.items():
        if draw.happens(0.25):
            by_project[handle] = list(_summed(steps))
    return [step for project in projects for step in by_project.get(project.code, ())]


def _renewed(step: Step, handle: str, told: Mapping[str, str]) -> Step:
    text = step.text.plain
    for old, new in told.items():
        text = text.replace(old, new)
    return replace(step, project=handle, text=Prose.of(text), typed_sum=None)


def _lines(handle: str, lines: Lines, known: Mapping[str, object]) -> Iterator[Step]:
    """Yield the steps that lines tell, their gaps filled with what is known."""
    for share, first, last, text in lines:
        month = parse_month(last) if last else 0
        yield Step(
            project=handle,
            text=Prose.of(text.format(**known)),
            share=Decimal(share),
            first=parse_month(first),
            last=month,
            typed_sum=None,
        )


def _varied(steps: list[Step], visits: Sequence[str], place: Place, draw: Chance) -> list[Step]:
    """Return steps with other shares and months, and perhaps one of the visits; their whole stays 100."""
    steps = [_moved(step, draw) for step in steps]
    for _ in range(2):
        giver, taker = draw.mixed(range(len(steps)))[:2]
        if (steps[giver].share or 0) > 5:
            steps[giver], steps[taker] = _add(steps[giver], -5), _add(steps[taker], 5)
    largest = max(range(len(steps)), key=lambda index: steps[index].share or 0)
    if visits and draw.happens(0.7) and (steps[largest].share or 0) > 10:
        text = draw.one(visits).format(
            community=draw.one(place.communities),
            road=draw.one(place.roads),
            canal=draw.one(place.canals),
            market=draw.one(place.markets),
            school=draw.one(place.schools),
        )
        steps[largest] = _add(steps[largest], -5)
        visit = replace(steps[largest], text=Prose.of(text), share=Decimal(5), last=0)
        steps.insert(largest, visit)
    return steps


def _add(step: Step, share: int) -> Step:
    return replace(step, share=(step.share or Decimal(0)) + share)


def _moved(step: Step, draw: Chance) -> Step:
    """Return a step that ends a month earlier or later, within the fiscal year and not before it begins."""
    if not step.last:
        return step
    first, last = (FISCAL_MONTHS.index(MONTHS_SHORT[month - 1]) for month in (step.first, step.last))
    last = min(len(FISCAL_MONTHS) - 1, max(first + 1, last + draw.whole(-1, 1)))
    return replace(step, last=parse_month(FISCAL_MONTHS[last]))


def _summed(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield steps with the cumulative share that an officer typed beside them."""
    total = Decimal(0)
    for step in steps:
        total += step.share or 0
        yield replace(step, typed_sum=total)
