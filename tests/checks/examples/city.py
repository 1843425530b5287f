"""Rules between workbooks: a plan, or the plans of all districts, against the KR workbook of the year."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.checking import check_workbooks
from generator.checks.city import check_all
from generator.model.districts import DISTRICTS
from generator.model.facts import City, KrFacts, PlanFacts
from generator.model.finding import Finding
from generator.model.quantities import Value
from generator.reading import read_facts
from tests import planbook
from tests.checks.examples.case import Case, Example
from tests.minibook import complete, draw

NAME: Final = "จำนวนคนกลุ่มเปราะบางที่ได้รับอาหารและสิ่งจำเป็น"
MEANING: Final = "ผู้ได้รับอาหารอยู่ในชุมชนอย่างน้อยร้อยละ 90 ของชุมชน"
ATTACHMENT: Final = """
== แนบ 8214
ชื่อตาราง | ก
คอลัมน์ที่เป็นค่าเป้าหมาย | จำนวน (คน)
เขต | กลุ่ม | จำนวน (คน)
ดุสิต | กท.กลาง | 1,000
ภาษีเจริญ | กธ.ใต้ | 59,000
"""
KR: Final = complete(ATTACHMENT, **{"ชื่อ_KR": NAME, "ค่าเป้าหมายรวม": "60,000"}).replace("| ความหมาย", f"| {MEANING}")
HEADERS: Final = "รหัส | ชื่อ | ค่าเป้าหมาย | หน่วยนับ | ค่าเป้าหมายของเขต | หน่วยงานหลัก | นิยาม"
ROW: Final = f"'8.2.14 | {NAME} | 60,000 | คน | 1,000 | สพส. | {MEANING}"


def measured(row: str) -> str:
    """Return the drawing of a plan of ดุสิต in 2568 with these key results."""
    book = planbook.BOOK.replace("เขต | ภาษีเจริญ", "เขต | ดุสิต").replace("พ.ศ. | 2567", "พ.ศ. | 2568")
    before, _, rest = book.partition("== ตัววัด")
    agencies = "สพส. | สำนักพัฒนาสังคม\nสสล. | สำนักสิ่งแวดล้อม\n"
    before = before.replace("สนย. | สำนักการโยธา\n", f"สนย. | สำนักการโยธา\n{agencies}")
    return planbook.whole(f"{before}== ตัววัด\n{HEADERS}\n{row}\n== โครงการ{rest.partition('== โครงการ')[2]}")


def against(row: str = ROW, kr: str = KR) -> Case:
    """Return a plan with these key results, checked against a KR workbook; only what is between them is looked at."""

    def run(folder: Path) -> Sequence[Finding]:
        plan = draw(measured(row), folder / "1002-ดุสิต.xlsx", planbook.address)
        found = check_workbooks([plan], [draw(kr, folder / "KR-2568.xlsx")], jobs=1).findings
        return [finding for finding in found if finding.rule.code.startswith("D")]

    return Case(f"{row}\n{kr}", run)


def together(kr: str = KR, without: str = "", **own: int) -> Case:
    """Return the plans of all districts but one with these targets, against the target of the city."""
    districts = [district for district in DISTRICTS if district.name != without]

    def run(folder: Path) -> Sequence[Finding]:
        plan = read_facts(draw(measured(ROW), folder / "แผน.xlsx", planbook.address))
        book = read_facts(draw(kr, folder / "KR-2568.xlsx"))
        assert isinstance(plan, PlanFacts) and isinstance(book, KrFacts)
        (measure,) = plan.measures
        plans = [
            replace(plan, district=one, measures=(replace(measure, district_target=Value.of(own.get(one.name, 0))),))
            for one in districts
        ]
        return list(check_all(plans, City.of([book], 2568)))

    return Case(f"{len(districts)} แผน {sum(own.values())} {kr}", run)


def other(old: str, new: str) -> Case:
    """Return the plan that says what the city says, but for one thing."""
    assert old in ROW
    return against(ROW.replace(old, new))


RIGHT: Final = against()
_MONEY: Final = KR.replace("8214", "8308")
_MONEY_ROW: Final = ROW.replace("8.2.14", "8.3.08")
ALL: Final = {"ดุสิต": 1_000, "ภาษีเจริญ": 59_000}

EXAMPLES = {
    "D501": Example(
        against(f"{_MONEY_ROW}\n{_MONEY_ROW.replace('8.3.08', '8.1.08').replace(NAME, 'อีกข้อ')}", _MONEY),
        against(_MONEY_ROW, _MONEY),
    ),
    "D502": Example(other(NAME, "จำนวนคนที่ได้รับอาหาร"), RIGHT),
    "D503": Example(other("| คน |", "| ครัวเรือน |"), RIGHT),
    "D504": Example(other("60,000", "20,000"), RIGHT),
    "D505": Example(other("สพส.", "สสล."), RIGHT),
    "D506": Example(other("1,000", "1,200"), RIGHT),
    "D507": Example(against(ROW.replace("8.2.14", "8.2.ก")), RIGHT),
    "D508": Example(other("1,000", ""), RIGHT),
    "D509": Example(against(kr=KR.replace("ดุสิต | กท.กลาง | 1,000\n", "")), RIGHT),
    "D510": Example(other("ร้อยละ 90", "ร้อยละ 80"), RIGHT),
    "D511": Example(together(KR.replace("| 59,000", "| 58,800"), **{**ALL, "ภาษีเจริญ": 58_800}), together(**ALL)),
    "D512": Example(together(without="ภาษีเจริญ", ดุสิต=1_000), together(**ALL)),
}
