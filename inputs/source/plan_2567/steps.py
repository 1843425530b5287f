"""The steps of ตาราง จ, project by project: share of the work in per cent, first month, last month, text."""

from decimal import Decimal
from typing import Final

from records import prose

from generator.model.plan.projects import Step
from generator.thai.dates import FISCAL_MONTHS, MONTHS, parse_month
from plan_2567.steps_environment import ENVIRONMENT
from plan_2567.steps_people import PEOPLE
from plan_2567.steps_works import WORKS

Lines = tuple[tuple[int, str, str, str], ...]

_TRAFFY: Final = "ค056"
_SENT_TO: Final = "สำนักงานเลขานุการผู้ว่าราชการกรุงเทพมหานครและสำนักงานเลขานุการปลัดกรุงเทพมหานคร"
_PUBLISHED_SUMS: Final = {5: 29, 6: 36, 7: 43, 8: 50, 9: 57, 10: 64}
"""The cumulative shares that the published page shows, by step; that of step 11 (73) is a misprint for 71."""


def _steps(project: str, lines: Lines) -> list[Step]:
    return [
        Step(
            project=project,
            text=prose(text),
            share=Decimal(share),
            first=parse_month(first),
            last=parse_month(last) if last else 0,
        )
        for share, first, last, text in lines
    ]


def _traffy_lines() -> Lines:
    """Return the steps of the complaints: two to prepare, one for each month, one to conclude."""
    months = tuple(
        (
            7,
            short,
            "",
            "รับเรื่องร้องเรียน/ร้องทุกข์ผ่านแพลตฟอร์ม Traffy Fondue และแก้ไข พร้อมส่งสรุปรายงานผลให้"
            f"{_SENT_TO} ประจำเดือน{MONTHS[parse_month(short) - 1]} {'[ปีก่อน]' if parse_month(short) > 9 else '[ปี]'}",
        )
        for short in FISCAL_MONTHS
    )
    return (
        (4, "ต.ค.", "", "มอบหมายผู้รับผิดชอบของแต่ละฝ่าย และซักซ้อมการใช้ระบบ Traffy Fondue กับผู้ปฏิบัติงาน"),
        (4, "ต.ค.", "", "กำหนดแนวทางและระยะเวลาแก้ไขเรื่องร้องเรียนแต่ละประเภท เสนอผู้บริหารเขตให้ความเห็นชอบ"),
        *months,
        (8, "ก.ย.", "", "สรุปผลทั้งปี ปัญหา อุปสรรค และข้อเสนอแนะเป็นรายเขต เสนอผู้บริหารกรุงเทพมหานคร"),
    )


def _traffy() -> list[Step]:
    return [
        Step(
            project=step.project,
            text=step.text,
            share=step.share,
            first=step.first,
            last=step.last,
            typed_sum=Decimal(_PUBLISHED_SUMS[number]) if number in _PUBLISHED_SUMS else None,
        )
        for number, step in enumerate(_steps(_TRAFFY, _traffy_lines()), 1)
    ]


_BY_PROJECT: Final = {**WORKS, **ENVIRONMENT, **PEOPLE}

STEPS: Final = [
    step
    for project in sorted({*_BY_PROJECT, _TRAFFY})
    for step in (_traffy() if project == _TRAFFY else _steps(project, _BY_PROJECT[project]))
]
"""In the order of the projects, whose handles rise."""
