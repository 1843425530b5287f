"""What serves what: as in the plan of 2567, with the figures of the district. Knows no name of a project."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from plan_2567.figures import figure
from plan_2567.supports import SUPPORTS

from generator.model.plan.projects import HIDDEN, SHOWN, Support
from generator.model.quantities import Value
from plan_2568.chance import Chance
from plan_2568.figures import Figures
from plan_2568.measures import DISTRICT_TARGETS

_CANALS: Final = "ค010"
_PAVEMENT: Final = "ค066"
"""The work of the earlier plan whose pavement is a key result; here the first of the works does that."""

_KPI: Final = {
    "ค004": "stalls",
    "ค005": "canal_lamps",
    _PAVEMENT: "pavement",
    "ค006": "jams",
    "ค007": "cycling",
    "ค008": "floods",
    "ค009": "drains",
    "ค017": "open_canals",
    "ค018": "risks",
    "ค019": "black_spots",
    "ค020": "lamps",
    "ค022": "trees",
    "ค023": "parks",
    "ค024": "streets",
    "ค025": "food_waste",
    "ค027": "health_paid",
    "ค028": "nurseries",
    "ค003": "workers",
    "ค043": "hawkers",
    "ค052": "communities",
}
"""The figure of the district that a project of the earlier plan is to reach; the others reach what they did."""

_MORE: Final = (
    ("wrecks", "OKR 1.2.ก", "", ""),
    ("bottlenecks", "OKR 1.2.05", "bottlenecks", "จุด"),
    ("libraries", "OKR 8.1.07", "libraries", "แห่ง"),
    ("food", "OKR 8.2.14", "", ""),
    # The key result counts per hundred, the target of the district counts communities.
    ("ค051", "OKR 8.3.08", "communities_meant", "ชุมชน"),
    ("prevention", "KPI 1.5.4.1", "", ""),
)
"""What the projects serve that the earlier plan did not have, or did not show: figure and unit where told here."""


def supports_of(
    handles: Mapping[str, str], kilometres: Mapping[str, str], pavement: str, figures: Figures, draw: Chance
) -> list[Support]:
    """Return the rows of the sheet, the projects in the order of their handles; `pavement` is the handle of a work."""
    known = {**handles, _PAVEMENT: pavement}
    told_here = {(role, served) for role, served, *_ in _MORE}
    rows = []
    for old in SUPPORTS:
        role = old.project
        if role not in known or (role, old.served) in told_here or (old.served == "OKR 1.4.07" and _is_canal(role)):
            continue
        rows.append(replace(old, project=known[role], **_cells(old, figures, draw)))
        if role == _CANALS:
            rows += [
                replace(old, project=handle, kpi=figure(length), kpi_unit="กม.")
                for handle, length in kilometres.items()
            ]
    for role, served, name, unit in _MORE:
        if role in known:
            kpi = figure(getattr(figures, name)) if name else Value()
            shown = SHOWN if served.startswith("OKR ") else HIDDEN
            rows.append(Support(project=known[role], served=served, shown=shown, kpi=kpi, kpi_unit=unit))
    return rows


def _is_canal(role: str) -> bool:
    """Return whether this is one of the canals that the earlier plan dredged."""
    return "ค011" <= role <= "ค016"


def _cells(old: Support, figures: Figures, draw: Chance) -> dict[str, object]:
    """Return the cells of a row that differ from those of the earlier plan.

    Where the target of the district says the same, it is not always said again.
    """
    if not old.kpi or old.project not in _KPI:
        return {}
    name = _KPI[old.project]
    code = old.served.removeprefix("OKR ")
    if old.project == "ค005":
        why = f"ติดตั้ง {figures.canal_lamps_new} ดวง ซ่อม {figures.canal_lamps_mended} ดวง"
        return {"kpi": figure(figures.canal_lamps), "kpi_explanation": why}
    if DISTRICT_TARGETS.get(code) == name and draw.happens(0.5):
        return {"kpi": Value(), "kpi_unit": ""}
    return {"kpi": figure(str(getattr(figures, name)))}
