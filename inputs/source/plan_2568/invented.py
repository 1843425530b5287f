"""Names for the districts whose own nobody has typed: syllables of the country put together anew. Knows no plan."""

from itertools import count
from typing import Final

from generator.model.districts import DISTRICTS, District
from plan_2568.chance import Chance
from plan_2568.places import BUSINESS, CANALS, FIELDS, HOUSING, KNOWN, Place

_CHARACTERS: Final = {
    "กท.กลาง": BUSINESS,
    "กท.ใต้": BUSINESS,
    "กท.เหนือ": HOUSING,
    "กท.ตะวันออก": FIELDS,
    "กธ.เหนือ": CANALS,
    "กธ.ใต้": CANALS,
}
_SCHOOLS: Final = {BUSINESS: (5, 9), HOUSING: (7, 12), FIELDS: (9, 15), CANALS: (9, 15)}
_CANALS: Final = {BUSINESS: (3, 5), HOUSING: (6, 9), FIELDS: (8, 11), CANALS: (8, 11)}

_PLACES: Final = (
    "บาง", "หนอง", "ลำ", "โคก", "ดอน", "บึง", "วัง", "ท่า", "บ้าน", "ทุ่ง", "หัว", "ปาก", "สวน", "ไร่", "โพธิ์", "เกาะ",
)  # fmt: skip
_THINGS: Final = (
    "ไผ่", "กระถิน", "มะตูม", "ตาล", "ยี่โถ", "กระจับ", "พลับ", "ปลาสร้อย", "ยอ", "มะกอกน้ำ", "ลั่นทม", "สะแก", "กร่าง", "ไทรคู่",
    "อ้อ", "กกเขียว", "มะเดื่อ", "ข่อย", "หวาย", "จิก", "ชะอม", "พิกุล", "ตะโก", "หมากแดง", "ขนุนล่าง", "ลำพูใหญ่", "โสน", "นกยาง",
    "จันทร์เหนือ", "แก้วกลาง", "ทับทิม", "มะขามคู่", "เกตุ", "แจง", "กระทุ่มนอก", "สนใน", "พุทรา", "แสมน้อย", "รวงทอง", "ปรือ",
)  # fmt: skip
_ROADS: Final = (
    "ประชา", "ราษฎร์", "สุข", "พัฒน", "ศรี", "เจริญ", "นคร", "ไทย", "สหมิตร", "เสรี", "มงคล", "อุดม", "วิภา", "รัตน", "สิริ", "ชัย",
)  # fmt: skip
_ENDS: Final = (
    "สำราญ", "อุทิศ", "นุกูล", "ร่วมใจ", "สามัคคี", "บำรุง", "ภิรมย์", "สุนทร", "เกษม", "วัฒนา", "นิมิต", "ประสาน", "รุ่งเรือง", "สันติ",
)  # fmt: skip
_COMMUNITIES: Final = (
    "ริมคลอง{0}", "หลังวัด{0}", "{0}พัฒนา", "{0}ร่วมใจ {1}", "หมู่บ้าน{0} {1}", "ตรอก{0}", "{0} หมู่ {1}", "เคหะ{0}",
)  # fmt: skip
_MARKETS: Final = ("{0}", "{0}เก่า", "เช้า{0}", "นัด{0}", "{0}รวมสุข")
_PARKS: Final = ("{0}ร่มรื่น", "ริมคลอง{0}", "{0}สราญ", "หน้า{0}", "{0} 15 นาที")
_LINES: Final = (
    "รถไฟฟ้าสายสีน้ำเงิน", "รถไฟฟ้าสายสีเขียว", "รถไฟฟ้าสายสีเหลือง", "รถไฟฟ้าสายสีแดง", "รถไฟฟ้าสายสีชมพู", "รถไฟฟ้าสายสีม่วง",
)  # fmt: skip
_TITLES: Final = ("นาย", "นาง", "นางสาว")
_FIRST: Final = ("ตัวอย่าง", "สมมติ", "ต้นแบบ", "แบบอย่าง", "นามสมมติ", "ทดลอง")
_LAST: Final = ("ใจดี", "รักงาน", "สมมติสกุล", "ตัวอย่างงาม", "ขยันเสมอ", "เขตสมมติ", "ประชาตัวอย่าง", "งานเรียบร้อย")


def place_of(district: District, seed: int) -> Place:
    """Return what there is in a district: as it is known, else invented from the seed."""
    return KNOWN.get(district.code) or _invented(district, Chance(seed, district.code, "place"))


def _invented(district: District, draw: Chance) -> Place:
    character = _CHARACTERS[district.group]
    names = draw.mixed([f"{place}{thing}" for place in draw.some(_PLACES, 8) for thing in _THINGS])
    roads = draw.mixed([f"{first}{last}" for first in _ROADS for last in _ENDS])
    fresh, numbers = iter(names), count(draw.whole(1, 4))
    others = [f"เขต{each.name}" for each in draw.mixed(DISTRICTS) if each.group == district.group and each != district]

    def named(patterns: tuple[str, ...], many: int) -> tuple[str, ...]:
        return tuple(draw.one(patterns).format(next(fresh), next(numbers)) for _ in range(many))

    return Place(
        district=district,
        character=character,
        director=f"{draw.one(_TITLES)}{draw.one(_FIRST)} {draw.one(_LAST)}",
        area=format(draw.decimal("5.05", "78.95"), "f"),
        quarters=tuple(next(fresh) for _ in range(draw.whole(2, 8))),
        neighbours=(f"{others[0]} และ{others[1]}", others[2], others[3], others[4]),
        line=draw.one(_LINES),
        roads=tuple(f"{road}" for road in roads[: draw.whole(8, 10)]),
        canals=tuple(next(fresh) for _ in range(draw.whole(*_CANALS[character]))),
        schools=tuple(
            f"วัด{next(fresh)}" if draw.happens(0.7) else next(fresh) for _ in range(draw.whole(*_SCHOOLS[character]))
        ),
        communities=named(_COMMUNITIES, 9),
        markets=named(_MARKETS, 3),
        parks=named(_PARKS, 4),
    )
