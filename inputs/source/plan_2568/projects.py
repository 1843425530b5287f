"""The projects of parts ๑ and ๒: those that the city asks of every district, and those of this one."""

from typing import Final

from plan_2567.figures import baht
from plan_2567.projects_part1 import PROJECTS as CITY_PROJECTS
from plan_2567.projects_part2 import PROJECTS as AGENCY_PROJECTS
from plan_2567.settings import DISTRICT as OLD

from generator.model.plan.projects import AGENCY, CITY, Project
from plan_2568.chance import Chance
from plan_2568.figures import Figures
from plan_2568.places import Place
from plan_2568.register import Register, money, project
from plan_2568.works import dredging

_CANALS, _SCHOOLS, _GROUNDS, _SHOWN_ONLY = "ค010", "ค029", "ค044", "ค017"
_HEALTH, _NURSERIES, _COMMUNITIES = "ค027", "ค028", "ค051"
_INSPECTORS, _CIVIL, _COMMUNITY = "ฝ่ายเทศกิจ", "ฝ่ายโยธา", "ฝ่ายพัฒนาชุมชนฯ"

_MORE: Final = {
    "ค006": (
        ("wrecks", 1.0, project(AGENCY, "เคลื่อนย้ายซากรถยนต์ที่จอดทิ้งในที่สาธารณะ (คัน)", _INSPECTORS)),
        ("bottlenecks", 0.8, project(AGENCY, "ปรับกายภาพจุดคอขวดและผายปากซอย (จุด)", _CIVIL)),
    ),
    _GROUNDS: (
        ("libraries", 0.8, project(AGENCY, "ปรับปรุงบ้านหนังสือและมุมอ่านหนังสือของชุมชน (แห่ง)", _COMMUNITY)),
        (
            "food",
            1.0,
            project(
                AGENCY,
                "ส่งต่ออาหารส่วนเกินและสิ่งจำเป็นแก่กลุ่มเปราะบางในพื้นที่เขต{district} (BKK Food Bank)",
                _COMMUNITY,
                short="ส่งต่ออาหารและสิ่งจำเป็นแก่กลุ่มเปราะบาง (BKK Food Bank)",
            ),
        ),
    ),
}
"""What follows a project of the earlier plan: how we call it, in what share of the districts it stands, the project."""

_PREVENTION: Final = project(
    CITY,
    "ค่าใช้จ่ายในการรณรงค์ป้องกันโรคติดต่อนำโดยแมลงในสถานศึกษาและศูนย์พัฒนาเด็กเล็ก",
    "ฝ่ายสิ่งแวดล้อมฯ",
    fund="งบดำเนินงาน",
    strategy="115037",
)


def add_city_projects(register: Register, draw: Chance) -> None:
    """Enter part ๑."""
    for old in CITY_PROJECTS:
        register.add(old.code, old, budget=baht(_near(old, draw)))
        if old is CITY_PROJECTS[0] and draw.happens(0.5):
            register.add("prevention", _PREVENTION, budget=baht(money(draw.whole(45_000, 160_000, 100))))


def add_agency_projects(register: Register, place: Place, figures: Figures, draw: Chance) -> dict[str, str]:
    """Enter part ๒, and return the kilometres of each dredged canal by its handle."""
    kilometres: dict[str, str] = {}
    schools: list[str] = []
    for old in AGENCY_PROJECTS:
        if old.parent and old.code != _SHOWN_ONLY:
            continue
        parent = register.handles[old.parent] if old.parent else ""
        name = old.name.replace(OLD.name, place.district.name)
        handle = register.add(old.code, old, name=name, parent=parent, budget=baht(_budget(old, figures, draw)))
        if old.code == _CANALS:
            for canal, budget, length in dredging(place, draw):
                child = Project(part=AGENCY, parent=handle, name=canal, budget=baht(budget))
                kilometres[register.add(canal, child)] = length
        elif old.code == _SCHOOLS:
            for school in place.schools:
                child = Project(part=AGENCY, parent=handle, name=f"ปรับปรุงโรงเรียน{school}", budget=baht(_school(draw)))
                schools.append(register.add(school, child))
        elif old.code == _GROUNDS:
            for school in draw.some(schools, draw.whole(2, max(2, len(schools) // 2))):
                register.add(f"ground of {school}", Project(part=AGENCY, parent=handle, part_of=school))
        for role, share, more in _MORE.get(old.code, ()):
            if draw.happens(share):
                register.add(role, more, name=more.name.format(district=place.district.name))
    return kilometres


def _near(old: Project, draw: Chance) -> str:
    """Return a budget like that of the earlier plan."""
    amount = int(old.budget.number or 0)
    return money(draw.whole(amount * 6 // 1_000 * 100, amount * 16 // 1_000 * 100, 100))


def _school(draw: Chance) -> str:
    return money(draw.whole(420_000, 4_100_000, 1_000))


def _budget(old: Project, figures: Figures, draw: Chance) -> str:
    if old.code == _HEALTH:
        return money(figures.health_fund)
    if old.code == _NURSERIES:
        return money(draw.whole(28_000, 96_000, 100))
    if old.code == _COMMUNITIES and draw.happens(0.8):
        return money(200_000 * figures.communities)
    return old.budget.text
