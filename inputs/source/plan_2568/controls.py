"""The approved totals of a plan, which are what its projects add up to, and the decisions taken on the way to them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from plan_2567.figures import baht

from generator.model.plan.book import PlanBook
from generator.model.plan.controls import ControlTotal, Correction
from generator.model.plan.projects import AGENCY, PARTS, Project
from generator.model.prose import Prose
from plan_2568.chance import Chance
from plan_2568.register import money

_DECISIONS: Final = (
    (
        "ชื่อโครงการ {name}",
        "ชื่อในคำขอของ{division}ต่างจากบัญชีงบประมาณ",
        "บัญชีงบประมาณ ปีงบประมาณ พ.ศ. [ปี]",
        "ตามบัญชีงบประมาณ",
        "ใช้ชื่อเดียวทั้งเล่ม",
    ),
    ("งบประมาณของ {name}", "{more} บาท (คำขอ)", "{budget} บาท (ได้รับจัดสรร)", "{budget} บาท", "ยึดยอดที่ได้รับจัดสรร"),
    ("งบประมาณของ {name}", "{less} บาท (แผนปี [ปีก่อน])", "{budget} บาท (แผนปี [ปี])", "{budget} บาท", "ราคาวัสดุปรับขึ้น"),
    (
        "ลำดับของ {name}",
        "อยู่ท้ายบัญชีของ{division}",
        "อยู่ตามลำดับความสำคัญ",
        "ตามลำดับความสำคัญ",
        "มติที่ประชุมหัวหน้าฝ่าย",
    ),
    ("ผู้รับผิดชอบ {name}", "{division}", "ยังไม่ระบุ", "{division}", "ตรงกับคำสั่งมอบหมายงาน"),
)


def controls_of(book: PlanBook, year: int) -> list[ControlTotal]:
    """Return a total for each part, for each dimension of part ๒ and each division that has money."""
    leaves = [project for part in PARTS for project in book.leaves(part)]
    scopes: list[tuple[str, Sequence[Project]]] = [(f"ส่วนที่ {part[0]}", book.leaves(part)) for part in PARTS]
    for dimension in book.dimensions:
        own = [project for project in book.leaves(AGENCY) if book.dimension_of(project) == dimension.number]
        scopes.append((f"ด้าน{dimension.name}", own))
    for division in book.divisions:
        scopes.append((division.name, [project for project in leaves if book.division_of(project) == division]))
    source = f"ข้อบัญญัติกรุงเทพมหานคร เรื่อง งบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. {year}"
    return [
        ControlTotal(scope=scope, budget=baht(money(total)), count=len(own), source=source)
        for scope, own in scopes
        if (total := int(sum((project.budget.number or Decimal(0) for project in own), Decimal(0))))
    ]


def corrections_of(book: PlanBook, draw: Chance) -> Iterator[Correction]:
    """Yield what was decided about some of the projects."""
    known = [project for project in book.projects if project.budget.number and book.division_of(project)]
    for project in draw.some(known, draw.whole(45, 70)):
        division = book.division_of(project)
        budget = int(project.budget.number or 0)
        values = {
            "name": project.name,
            "division": division.name if division else "",
            "budget": money(budget),
            "more": money(budget + draw.whole(1_000, 90_000, 100)),
            "less": money(budget - draw.whole(100, budget // 3 + 100, 100)),
        }
        where, *texts = (text.format(**values) for text in draw.one(_DECISIONS))
        one, other, used, reason = map(Prose.of, texts)
        yield Correction(where=where, one=one, other=other, used=used, reason=reason)
