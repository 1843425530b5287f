"""The figures of one district that stand in more than one sheet, drawn once. Knows no project."""

from dataclasses import dataclass
from decimal import Decimal

import kr_8214
import kr_8308

from generator.thai.numerals import group
from plan_2568.chance import Chance
from plan_2568.places import Place


@dataclass(frozen=True)
class Figures:
    """What the district wants to reach, as it is written: kilometres with all their decimals, the rest grouped."""

    stalls: str
    canal_lamps_new: int
    canal_lamps_mended: int
    pavement: str
    jams: str
    wrecks: str
    bottlenecks: str
    cycling: str
    floods: str
    drains: str
    open_canals: str
    risks: str
    black_spots: str
    lamps: str
    trees: str
    parks: str
    streets: str
    food_waste: str
    health_fund: int
    nurseries: str
    workers: str
    hawkers: str
    libraries: str
    people_fed: str
    communities: int
    communities_meant: str

    @property
    def canal_lamps(self) -> str:
        """All lamps along canals, new and mended."""
        return str(self.canal_lamps_new + self.canal_lamps_mended)

    @property
    def health_paid(self) -> str:
        """Four fifths of the health fund, in baht, to the nearest thousand."""
        return group(str(round(self.health_fund * 4 / 5 / 1_000) * 1_000))


def figures_of(place: Place, year: int, seed: int) -> Figures:
    """Return the figures of a district; those that the city hands down are those of its key results."""
    draw = Chance(seed, year, place.district.code, "figures")
    founded, meant = kr_8308.FIGURES[place.district.name]
    return Figures(
        stalls=str(draw.whole(3, 12)),
        canal_lamps_new=draw.whole(10, 45),
        canal_lamps_mended=draw.whole(30, 95),
        pavement=_km(draw.decimal("0.210", "0.980")),
        jams=str(draw.whole(1, 4)),
        wrecks=str(draw.whole(6, 40)),
        bottlenecks=str(draw.whole(1, 4)),
        cycling=str(draw.whole(3, 14)),
        floods=str(draw.whole(2, 7)),
        drains=_km(draw.decimal("41.105", "124.870")),
        open_canals=_km(draw.decimal("21.050", "94.950")),
        risks=str(draw.whole(4, 13)),
        black_spots=str(draw.whole(1, 3)),
        lamps=str(draw.whole(180, 560, 5)),
        trees=group(str(draw.whole(2_000, 5_200, 100))),
        parks=str(draw.whole(3, 5)),
        streets=_km(draw.decimal("0.85", "3.90")),
        food_waste=group(str(draw.decimal("610.05", "2480.95"))),
        health_fund=draw.whole(4_100_000, 9_800_000, 5),
        nurseries=str(draw.whole(1, 3)),
        workers=str(draw.whole(4, 12)),
        hawkers=str(draw.whole(1, 3)),
        libraries=str(draw.whole(1, 3)),
        people_fed=group(str(kr_8214.FIGURES[place.district.name])),
        communities=founded,
        communities_meant=str(meant),
    )


def _km(length: Decimal) -> str:
    return format(length, "f")
