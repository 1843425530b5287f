"""Works in the streets and along the canals of a district: what they are called and what they cost. Knows no sheet."""

from collections.abc import Iterator
from itertools import chain, repeat
from typing import Final, NamedTuple

from plan_2568.chance import Chance
from plan_2568.places import BUSINESS, Place
from plan_2568.register import money


class CivilWork(NamedTuple):
    """A work to be built: its name, its budget as typed, whether its steps are told in ตาราง จ."""

    name: str
    budget: str
    told: bool


_PAVEMENT: Final = "ปรับปรุงผิวจราจรและทางเท้าถนน{road} ช่วงซอย {soi} ถึงซอย {last}"
"""Stands in every plan, since the city asks how many kilometres of pavement are made."""
_TRIES: Final = 12
"""So many names are tried for a work; a place with a single park has none for a second one."""
_ON_LAND: Final = (
    "ปรับปรุงซอย{road} {soi}",
    "ปรับปรุงซอย{road} {soi} แยก {branch}",
    "ปรับปรุงซอย{road} {soi} จากถนน{road}ถึงชุมชน{community}",
    "ปรับปรุงถนนภายในชุมชน{community}",
    "ก่อสร้างท่อระบายน้ำซอย{road} {soi} พร้อมบ่อพัก",
    "ก่อสร้างสะพานคนเดินข้ามถนน{road} บริเวณหน้าตลาด{market}",
    "ปรับปรุงสวนหย่อม{park} พร้อมทางเดินและไฟส่องสว่าง",
    "ติดตั้งราวกันตกและป้ายเตือนถนน{road} ช่วงทางโค้งซอย {soi}",
    "ปรับปรุงลานกิจกรรมชุมชน{community}",
)
_ON_WATER: Final = (
    "ปรับปรุงสะพานทางเดิน ค.ส.ล. เลียบคลอง{canal} จากถนน{road}ถึงชุมชน{community}",
    "ก่อสร้างเขื่อนป้องกันตลิ่งคลอง{canal} ช่วงชุมชน{community}",
    "ปรับปรุงสะพานข้ามคลอง{canal} ซอย{road} {soi}",
    "ก่อสร้างประตูระบายน้ำคลอง{canal} พร้อมเครื่องสูบน้ำ {branch} เครื่อง",
)
_DREDGING: Final = (
    "ขุดลอกคลอง{canal}",
    "ขุดลอกคลอง{canal} จากถนน{road}ถึงชุมชน{community}",
    "ขุดลอกลำกระโดงข้างซอย{road} {soi}",
    "ขุดลอกคลอง{canal} ช่วงหลังตลาด{market}",
    "ขุดลอกลำรางชุมชน{community}",
)


def civil_works(place: Place, draw: Chance) -> Iterator[CivilWork]:
    """Yield the works of the division of civil works, that of the pavement first, all of different names.

    In the business quarters there are more of them on land.
    """
    count = draw.whole(10, 14) if place.character == BUSINESS else draw.whole(7, 11)
    on_water = 2 if place.character == BUSINESS else 3
    patterns = [*draw.some(_ON_WATER, on_water), *draw.mixed(_ON_LAND), *draw.mixed(_ON_LAND)]
    fill = _names(place, draw)
    seen: set[str] = set()
    for number, pattern in enumerate([_PAVEMENT, *draw.mixed(patterns[: count - 1])]):
        amount = (
            draw.whole(390_000, 9_800_000, 1_000) if draw.happens(0.8) else draw.whole(9_900_000, 24_500_000, 5_000)
        )
        named = (pattern.format(**next(fill)) for _ in range(_TRIES))
        if (name := next((name for name in named if name not in seen), "")) == "":
            continue
        seen.add(name)
        yield CivilWork(name, money(amount), told=number < 4)


def dredging(place: Place, draw: Chance) -> Iterator[tuple[str, str, str]]:
    """Yield name, budget and kilometres of each canal that is dredged, all of different names."""
    count = draw.whole(2, 3) if place.character == BUSINESS else draw.whole(4, 8)
    names = _names(place, draw)
    first = [_DREDGING[0], *draw.mixed(_DREDGING)]
    for pattern in chain(first, repeat(_DREDGING[1])):
        if not count:
            return
        count -= 1
        yield (
            pattern.format(**next(names)),
            money(draw.whole(96_000, 690_000, 100)),
            str(draw.decimal("0.180", "0.960")),
        )


def _names(place: Place, draw: Chance) -> Iterator[dict[str, object]]:
    """Yield what fills the gaps of a name: another road and community each time, and numbers."""
    roads, canals, communities = draw.mixed(place.roads), draw.mixed(place.canals), draw.mixed(place.communities)
    markets, parks = draw.mixed(place.markets), draw.mixed(place.parks)
    number = 0
    while True:
        soi = draw.whole(1, 89)
        yield {
            "road": roads[number % len(roads)],
            "canal": canals[number % len(canals)],
            "community": communities[number % len(communities)],
            "market": markets[number % len(markets)],
            "park": parks[number % len(parks)],
            "soi": soi,
            "last": soi + draw.whole(4, 18, 2),
            "branch": draw.whole(1, 9),
        }
        number += 1
