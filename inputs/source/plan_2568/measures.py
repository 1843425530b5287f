"""The key results of a year: those of 2567 with the targets of the year, and what the agencies ask for in their KR.

What the city says is the same for every district; only the target of the district itself is its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import ModuleType
from typing import Final

import kr_8214
import kr_8308
from plan_2567.figures import figure
from plan_2567.lists import AGENCIES
from plan_2567.measures import MEASURES

from generator.model.kr.agency import HOST
from generator.model.kr.definition import MEANING
from generator.model.plan.measures import Measure
from generator.model.prose import Prose
from generator.model.quantities import Value
from plan_2568.chance import Chance
from plan_2568.figures import Figures

COMMUNITIES: Final = sum(founded for founded, _ in kr_8308.FIGURES.values())
"""All communities of the city."""

_WRECKS: Final = "1.2.ก"
_MAPPED: Final = "8.3.10"
_GROWING: Final = ("1.1.03", "1.2.01", "1.2.05", "1.4.05", "1.4.06", "2.1.07", "2.1.20", "4.2.09", "6.1.06", "8.1.05")
"""Key results whose target is another one every year."""

DISTRICT_TARGETS: Final = {
    "1.1.03": "canal_lamps",
    _WRECKS: "wrecks",
    "1.4.05": "floods",
    "1.4.06": "drains",
    "2.1.20": "lamps",
    "4.1.01": "trees",
    "4.1.10": "streets",
    "7.1.ก": "workers",
    "8.2.14": "people_fed",
    "8.3.08": "communities_meant",
}
"""The figure of the district that is its share of a key result."""
SHARE_UNITS: Final = {"8.3.08": "ชุมชน"}
"""What the share counts where the key result is a percentage of it."""


def dotted(code: str) -> str:
    """Return the code of a key result as plans write it: 8214 is 8.2.14."""
    return f"{code[0]}.{code[1]}.{code[2:]}"


def measures_of(year: int, figures: Figures) -> list[Measure]:
    """Return the key results of a year in the order of their codes, with the targets of one district."""
    handed_down = {dotted(module.CODE): _handed_down(module) for module in (kr_8214, kr_8308)}
    draw = Chance(year, "city")
    ours = [_in(year, measure, draw) for measure in MEASURES]
    found = [handed_down.pop(measure.code, measure) for measure in ours]
    for measure in handed_down.values():
        before = [index for index, other in enumerate(found) if other.code < measure.code]
        found.insert(max(before) + 1, measure)
    return [
        replace(measure, district_target=_share(measure, figures), district_unit=SHARE_UNITS.get(measure.code, ""))
        for measure in found
    ]


def _in(year: int, measure: Measure, draw: Chance) -> Measure:
    if measure.code == _WRECKS:
        return replace(
            measure, target=Value.of(draw.whole(820, 1_060, 10)), unit="คัน", host="สนท.", supporters=("สนข.",)
        )
    if measure.code == _MAPPED:
        return replace(measure, target=Value.of(COMMUNITIES))
    if measure.code not in _GROWING or measure.target.number is None:
        return measure
    number = int(measure.target.number * Decimal(draw.whole(96, 118)) / 100)
    step = 10 if number > 1_000 else 1
    return replace(measure, target=Value.of(number // step * step), policy_target="")


def _handed_down(module: ModuleType) -> Measure:
    """Return a key result as its host wrote it down."""
    result = module.KEY_RESULT
    (host,) = [agency.name for agency in module.AGENCIES if agency.role == HOST]
    (short,) = [agency.short for agency in AGENCIES if agency.name == host]
    return Measure(
        code=dotted(module.CODE),
        objective="",
        name=result.name,
        starred=False,
        target=result.target,
        unit=result.unit,
        second=Value(),
        second_unit="",
        explanation="",
        district_target=Value(),
        host=short,
        supporters=("สนข.",) if result.supported_by_districts else (),
        definition=Prose.join(row.text for row in module.DEFINITIONS if row.part == MEANING),
        policy_unit="",
        policy_target="",
    )


def _share(measure: Measure, figures: Figures) -> Value:
    own: Mapping[str, str] = DISTRICT_TARGETS
    return figure(getattr(figures, own[measure.code])) if measure.code in own else Value()
