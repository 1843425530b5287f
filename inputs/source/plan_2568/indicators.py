"""The negotiated indicators of a district: those of 2567, with the years and the figures of this plan."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from plan_2567.definitions_city import CITY
from plan_2567.definitions_complaints import COMPLAINTS, MAPS
from plan_2567.definitions_drains import DRAINS, LAMPS
from plan_2567.definitions_streets import STREETS, TREES
from plan_2567.negotiated import NEGOTIATED
from plan_2567.scoring import CONDITIONS, SCORING

from generator.model.plan.indicators import Condition, IndicatorDefinition, Negotiated, Scoring
from generator.model.prose import Prose
from generator.thai.numerals import group
from plan_2568.chance import Chance
from plan_2568.figures import Figures
from plan_2568.measures import COMMUNITIES

_OLD_YEAR: Final = 2567
_RECENT: Final = re.compile(r"256[5-7]")
"""Years that are told relative to the plan; laws are older."""
_ADDRESSES: Final = {
    "http://misweb2.ddns.net:80/#/light": "https://example.go.th/light",
    "https://bangkok.traffy.in.th": "https://example.go.th/traffy",
}
"""Addresses that the earlier plan has as published, and those that nobody has."""


def negotiated_of(year: int, figures: Figures, draw: Chance) -> list[Negotiated]:
    """Return the negotiated indicators; what was reached before is told of the three years before."""
    planted, lit, mapped = (
        draw.whole(1_400, 3_900),
        draw.whole(140, 520),
        draw.whole(4, max(5, figures.communities - 2)),
    )
    told = {
        "1.1.1": (
            f"พ.ศ. {year - 1} : {draw.decimal('0.60', '2.90')} กม.",
            f"{figures.streets} กิโลเมตร\n(ซึ่งตกลงร่วมกับสำนักการโยธาแล้ว ตามบัญชีแนบท้าย)",
        ),
        "1.1.2": (
            f"พ.ศ. {year - 2} : {group(str(planted - 310))} ต้น เป็นไม้ยืนต้น {group(str(planted // 4))} ต้น\n"
            f"พ.ศ. {year - 1} : {group(str(planted))} ต้น เป็นไม้ยืนต้น {group(str(planted // 3))} ต้น",
            f"ร้อยละ 100 ของเป้าหมายของเขต ({figures.trees} ต้น)",
        ),
        "1.1.3": (
            "\n".join(f"พ.ศ. {year - back} : {draw.decimal('38.100', '118.900')} กม." for back in (3, 2, 1)),
            f"ร้อยละ 100\n({figures.drains} กม.)",
        ),
        "1.2": (
            "\n".join(f"พ.ศ. {year - back} : ร้อยละ {draw.decimal('61.05', '88.95')}" for back in (3, 2, 1)),
            "ร้อยละ 75",
        ),
        "1.3.1": (
            "\n".join(f"พ.ศ. {year - back} : ติดตั้ง/ซ่อมแซมไฟฟ้าส่องสว่าง {lit + 7 * back} ดวง" for back in (4, 3, 2, 1)),
            f"ร้อยละ 100\n(ของแผนที่สำนักงานเขตตั้งไว้ : {figures.lamps} ดวง)",
        ),
        "1.3.2": (
            f"พ.ศ. {year - 2} : -\nพ.ศ. {year - 1} : นำเข้าข้อมูลแล้ว {mapped} ชุมชน จาก {figures.communities} ชุมชน",
            "ร้อยละ 100",
        ),
    }
    return [
        replace(row, baseline=Prose.of(told[row.code][0]), target=Prose.of(told[row.code][1])) for row in NEGOTIATED
    ]


def definitions_of(year: int, figures: Figures) -> list[IndicatorDefinition]:
    """Return what the indicators mean, with the years of this plan and the people whom the district employs."""
    rows = _newer([*CITY, *STREETS, *TREES, *DRAINS, *COMPLAINTS, *LAMPS, *MAPS], year)
    changes = (("จ้างคนพิการ 6 คน", f"จ้างคนพิการ {figures.workers} คน"), ("2,010 ชุมชน", f"{group(str(COMMUNITIES))} ชุมชน"))

    def change(text: str) -> str:
        for old, new in changes:
            text = text.replace(old, new)
        return text

    return [replace(row, text=row.text.map(change)) for row in rows]


def scoring_of() -> list[Scoring]:
    """Return the levels of the indicators, whose years are those of a plan of three years."""
    return [replace(row, work=row.work.map(_nobodys)) for row in SCORING]


def conditions_of() -> list[Condition]:
    """Return the conditions below the levels."""
    return list(CONDITIONS)


def _newer(rows: Sequence[IndicatorDefinition], year: int) -> list[IndicatorDefinition]:
    def newer(text: str) -> str:
        return _RECENT.sub(lambda found: str(int(found[0]) + year - _OLD_YEAR), _nobodys(text))

    return [
        replace(row, text=row.text.map(newer), numerator=newer(row.numerator), denominator=newer(row.denominator))
        for row in rows
    ]


def _nobodys(text: str) -> str:
    for old, new in _ADDRESSES.items():
        text = text.replace(old, new)
    return text
