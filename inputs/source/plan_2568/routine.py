"""The routine projects of part ๓: those of every district, the works of this one, and some that not all have."""

from typing import Final

from plan_2567.figures import baht
from plan_2567.lists import WORKS as OLD_WORKS
from plan_2567.projects_part3 import PROJECTS as OLD_PROJECTS
from plan_2567.settings import DISTRICT as OLD

from generator.model.plan.lists import Work
from generator.model.plan.prefilled import DIVISIONS
from generator.model.plan.projects import ROUTINE, Project
from generator.model.quantities import Value
from plan_2568.chance import Chance
from plan_2568.places import Place
from plan_2568.register import Register, money, project
from plan_2568.works import CivilWork

ALWAYS: Final = frozenset(("ค056", "ค057", "ค065", "ค085", "ค086", "ค096"))
"""Routine projects of the earlier plan that indicators rest on, or that need no place."""
_DROPPED: Final = frozenset(("ค070",))
"""A second row of a project of part ๑."""
_CIVIL: Final = ("ฝ่ายโยธา", "งานบำรุงรักษาซ่อมแซม")

_REGISTRY: Final = ("ฝ่ายทะเบียน", "งานทะเบียนราษฎรและบัตรประจำตัวประชาชน")
_REVENUE: Final = ("ฝ่ายรายได้", "งานจัดเก็บภาษีและค่าธรรมเนียม")
_CLEANING: Final = ("ฝ่ายรักษาความสะอาดและสวนสาธารณะ", "งานกวาดและเก็บขนมูลฝอย")
_GARDENS: Final = ("ฝ่ายรักษาความสะอาดและสวนสาธารณะ", "งานสวนสาธารณะและพื้นที่สีเขียว")
_INSPECTORS: Final = ("ฝ่ายเทศกิจ", "งานตรวจและบังคับการตามกฎหมาย")
_ADMINISTRATION: Final = ("ฝ่ายปกครอง", "งานปกครอง")
_SANITATION: Final = ("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "งานสุขาภิบาลอาหารและอนามัยสิ่งแวดล้อม")
_SCHOOLS: Final = ("ฝ่ายการศึกษา", "งานงบประมาณโรงเรียน")
_PEOPLE: Final = ("ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", "งานพัฒนาชุมชนและบริการสังคม")

WORKS: Final = [
    *OLD_WORKS,
    *(Work(division=division, name=name) for division, name in (_REGISTRY, _REVENUE, _CLEANING, _GARDENS, _INSPECTORS)),
]

_MORE: Final = (
    (_ADMINISTRATION, "ค่าใช้จ่ายในการเลือกตั้งกรรมการชุมชนและเผยแพร่ประชาธิปไตยในพื้นที่เขต{district}"),
    (_ADMINISTRATION, "ค่าใช้จ่ายในการฝึกซ้อมแผนอพยพหนีไฟชุมชน{community}"),
    (_ADMINISTRATION, "ค่าใช้จ่ายในการจัดหาอุปกรณ์ดับเพลิงประจำชุมชนริมถนน{road}"),
    (_REGISTRY, "ค่าใช้จ่ายโครงการทะเบียนเคลื่อนที่ตลาด{market}"),
    (_REGISTRY, "ค่าใช้จ่ายในการปรับปรุงระบบบัตรคิวและที่พักรอของงานทะเบียน"),
    (_REVENUE, "ค่าใช้จ่ายในการสำรวจที่ดินและสิ่งปลูกสร้างย่านถนน{road}"),
    (_REVENUE, "ค่าใช้จ่ายในการประชาสัมพันธ์การชำระภาษีผ่านช่องทางอิเล็กทรอนิกส์"),
    (_SANITATION, "ค่าใช้จ่ายในการตรวจคุณภาพน้ำดื่มและอาหารในตลาด{market}"),
    (_SANITATION, "ค่าใช้จ่ายในการเฝ้าระวังเหตุรำคาญจากอาคารก่อสร้างริมถนน{road}"),
    (_CLEANING, "ค่าใช้จ่ายในการจ้างเหมาเก็บขนมูลฝอยและวัชพืชในคลอง{canal}"),
    (_CLEANING, "ค่าใช้จ่ายโครงการชุมชน{community}ปลอดถังขยะริมทาง"),
    (_CLEANING, "ค่าใช้จ่ายในการล้างถนน{road}และตลาด{market}ประจำเดือน"),
    (_GARDENS, "ค่าใช้จ่ายในการบำรุงรักษาสวนหย่อม{park}"),
    (_GARDENS, "ค่าใช้จ่ายในการตัดแต่งต้นไม้ใหญ่ถนน{road}โดยรุกขกร"),
    (_INSPECTORS, "ค่าใช้จ่ายในการจัดระเบียบทางเท้าถนน{road}หน้าตลาด{market}"),
    (_INSPECTORS, "ค่าใช้จ่ายโครงการเทศกิจพาน้องข้ามถนนหน้าโรงเรียน{school}"),
    (_SCHOOLS, "ค่าใช้จ่ายในการปรับปรุงห้องสมุดโรงเรียน{school}"),
    (_SCHOOLS, "ค่าใช้จ่ายโครงการว่ายน้ำเป็นเล่นน้ำปลอดภัย โรงเรียน{school}"),
    (_SCHOOLS, "ค่าใช้จ่ายในการแข่งขันกีฬานักเรียนโรงเรียนสังกัดกรุงเทพมหานคร เขต{district}"),
    (_PEOPLE, "ค่าใช้จ่ายโครงการถนนคนเดิน{road}สืบสานของดีประจำถิ่น"),
    (_PEOPLE, "ค่าใช้จ่ายในการจัดตั้งธนาคารอาหารชุมชน{community}"),
    (_PEOPLE, "ค่าใช้จ่ายโครงการผู้สูงอายุสุขใจ ชุมชน{community}"),
    (_PEOPLE, "ค่าใช้จ่ายในการฝึกอาชีพระยะสั้นแก่แม่ค้าตลาด{market}"),
)
"""Routine projects that not all districts have."""


def add_routine_projects(register: Register, place: Place, works: list[CivilWork], draw: Chance) -> list[str]:
    """Enter part ๓, division by division, and return the handles of the works whose steps are told."""
    told: list[str] = []
    entries = [(old.code, old) for old in OLD_PROJECTS if _kept(old, draw)]
    entries += [
        (work.name, project(ROUTINE, work.name, _CIVIL[0], budget=work.budget, work=_CIVIL[1])) for work in works
    ]
    for (division, kind), pattern in draw.some(_MORE, draw.whole(7, 12)):
        name = pattern.format(
            district=place.district.name,
            road=draw.one(place.roads),
            canal=draw.one(place.canals),
            community=draw.one(place.communities),
            market=draw.one(place.markets),
            park=draw.one(place.parks),
            school=draw.one(place.schools),
        )
        budget = money(draw.whole(24_000, 980_000, 100))
        entries.append((name, project(ROUTINE, name, division, budget=budget, work=kind, integrated=draw.happens(0.2))))
    order = [name for name, *_ in DIVISIONS]
    is_told = {work.name for work in works if work.told}
    for role, entry in sorted(entries, key=lambda entry: (order.index(entry[1].division), entry[1].work == "")):
        name = entry.name.replace(OLD.name, place.district.name)
        handle = register.add(role, entry, name=name, budget=_budget(role, entry, draw))
        if role in is_told:
            told.append(handle)
    return told


def _kept(old: Project, draw: Chance) -> bool:
    if old.code in ALWAYS:
        return True
    return old.division != _CIVIL[0] and old.code not in _DROPPED and draw.happens(0.9)


def _budget(role: str, entry: Project, draw: Chance) -> Value:
    """Return the budget of a project: that of the earlier plan, varied; that of a new one as it is."""
    amount = int(entry.budget.number or 0)
    if role == entry.code and amount:
        return baht(money(draw.whole(amount * 6 // 1_000 * 100, amount * 16 // 1_000 * 100, 100)))
    return entry.budget
