"""Rules about handing out plan workbooks: what the city gives, and what stands in the folder of a district.

Of each round only what it says itself counts; workbooks that give too little have findings of their own.
"""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from generator.handout.serving import Order, serve
from generator.handout.sources import gather
from generator.model.districts import DISTRICTS
from generator.model.finding import Finding
from generator.model.plan.book import PLAN_FORM
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import prefilled
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.workbook.blank import write_workbook
from tests import planbook
from tests.checks.examples.case import Case, Example
from tests.handout.city import city_workbook, officer_types, row
from tests.minibook import attachment, complete, draw

PHASI: Final = next(district for district in DISTRICTS if district.name == "ภาษีเจริญ")
NAME: Final = "1022-ภาษีเจริญ.xlsx"
YEAR: Final = 2568
TICKS: Final = {"มีหน่วยงาน (R)": "✓", "(R) ระดับเขต": "✓", "แนบรายละเอียดเป้าหมาย": "✓"}
Write = Callable[[Path], object]


def key_result(name: str = "สพส.xlsx", *, agency: str = "สำนักพัฒนาสังคม", without: str = "", one: str = "2") -> Write:
    """Return how to write a KR workbook that gives its target to the districts, all but one."""
    figures = attachment({"ภาษีเจริญ": f"2 | {one}"})
    drawing = complete(figures, **TICKS).replace("หน่วยงาน | สำนักพัฒนาสังคม", f"หน่วยงาน | {agency}")
    drawing = drawing.replace(f"\n{without} | | 2 | 2", f"\n{without} | | 2 | ") if without else drawing
    return lambda folder: draw(drawing, folder / name)


def city(name: str = "เมือง.xlsx", target: int = 100) -> Write:
    """Return how to write a workbook of the city that names the same key result."""
    given = row(Measure, code="8.2.14", name="จำนวนคน", target=Value.of(target), unit="คน", host="สพส.")
    rows = {Measure: [given], PlanSettings: [row(PlanSettings, year=YEAR, weight=70)]}
    return lambda folder: city_workbook(folder / name, rows)


def district_plan(name: str) -> Write:
    """Return how to write the plan of a district, as it is handed out."""
    return lambda folder: write_workbook(folder / name, PLAN_FORM, prefilled(PHASI, YEAR))


def round_of(said: str, *sources: Write, year: int = YEAR) -> Case:
    """Return a round of handing out from these workbooks."""

    def run(folder: Path) -> Sequence[Finding]:
        for write in sources:
            write(folder)
        gathered = gather(sorted(folder.glob("*.xlsx")), year, [PHASI], jobs=1)
        return [finding for finding in gathered.findings if finding.rule.code.startswith("H")]

    return Case(said, run)


def served(said: str, prepare: Callable[[Order], object], *, again: bool = False, last: bool = False) -> Case:
    """Return a folder as `prepare` leaves it, into which the workbook of a district is to be handed out.

    With `again` it was handed out before; with `last` the plan of last year is carried over.
    """

    def run(folder: Path) -> Sequence[Finding]:
        target = folder / "แผน"
        target.mkdir()
        order = Order(_given(folder, "2"), YEAR, target, {PHASI.code: folder / NAME} if last else {})
        if again:
            assert serve(PHASI, order).findings == []
        prepare(order)
        return serve(PHASI, Order(_given(folder, "4"), YEAR, target, order.last)).findings

    return Case(said, run)


def _given(folder: Path, one: str) -> object:
    source = folder / one
    source.mkdir()
    key_result(one=one)(source)
    return gather(sorted(source.glob("*.xlsx")), YEAR, [PHASI], jobs=1).given


def nothing(order: Order) -> None:
    """Leave the folder as it is."""


def copied(order: Order) -> None:
    shutil.copy(order.folder / NAME, order.folder / "1022 สำเนา.xlsx")


def replaced(order: Order) -> None:
    draw(planbook.whole(planbook.BOOK), order.folder / NAME, planbook.address)


def of_this_year(order: Order) -> None:
    drawing = planbook.whole(planbook.BOOK.replace("พ.ศ. | 2567", f"พ.ศ. | {YEAR}"))
    draw(drawing, order.folder / NAME, planbook.address)


def worked_in(order: Order) -> None:
    """Hand out a change of the city, and let the officer type into the revised copy."""
    source = order.folder.parent / "เปลี่ยน"
    source.mkdir()
    key_result(one="3")(source)
    given = gather(sorted(source.glob("*.xlsx")), YEAR, [PHASI], jobs=1).given
    serve(PHASI, Order(given, YEAR, order.folder))
    officer_types(order.folder / "1022-ภาษีเจริญ.ปรับปรุง.xlsx", "8.2.14", explanation="ของเขต")


def last_year(district: str) -> Callable[[Order], object]:
    """Return how to lay last year's plan of a district where that of ours is looked for."""
    drawing = planbook.whole(planbook.BOOK.replace("เขต | ภาษีเจริญ", f"เขต | {district}"))
    return lambda order: draw(drawing, order.folder.parent / NAME, planbook.address)


RIGHT: Final = round_of("KR 8214 สพส.xlsx 2568 100", key_result(), city())
ALONE: Final = served(f"{NAME} 2568", nothing, again=True)

EXAMPLES = {
    "H601": Example(round_of("KR 8214 สพส.xlsx", key_result(), key_result("สำเนา สพส.xlsx")), RIGHT),
    "H602": Example(round_of("2569", key_result(), year=2569), RIGHT),
    "H603": Example(round_of("8214", key_result(without="ภาษีเจริญ")), RIGHT),
    "H604": Example(round_of("8.2.14", key_result(), city(target=90)), RIGHT),
    "H605": Example(round_of("8214", key_result(agency="สำนักใหม่")), RIGHT),
    "H606": Example(served(NAME, replaced), ALONE),
    "H607": Example(served(NAME, of_this_year), ALONE),
    "H608": Example(served("1022-ภาษีเจริญ.ปรับปรุง.xlsx", worked_in, again=True), ALONE),
    "H609": Example(served(f"{NAME} 1022 สำเนา.xlsx", copied, again=True), ALONE),
    "H610": Example(round_of("1022", key_result(), district_plan(NAME)), RIGHT),
    "H611": Example(round_of("เมือง.xlsx เมือง 2.xlsx", key_result(), city(), city("เมือง 2.xlsx")), RIGHT),
    "H612": Example(served("2567", last_year("ดุสิต"), last=True), served("2567", last_year("ภาษีเจริญ"), last=True)),
}
