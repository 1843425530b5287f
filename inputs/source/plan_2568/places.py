"""What there is in a district: its quarters, roads, canals, schools, communities. Knows no plan.

Three districts have the names that officers know; those of all others are invented.
"""

from dataclasses import dataclass
from typing import Final

from generator.model.districts import DISTRICTS, District

CANALS, BUSINESS, FIELDS, HOUSING = "canals", "business", "fields", "housing"
"""What most of a district looks like, which its texts tell."""


@dataclass(frozen=True)
class Place:
    """A district and the names in it; roads, canals and markets without the word for their kind.

    Its neighbours stand in the order north, east, south, west.
    """

    district: District
    character: str
    director: str
    area: str
    quarters: tuple[str, ...]
    neighbours: tuple[str, str, str, str]
    line: str
    roads: tuple[str, ...]
    canals: tuple[str, ...]
    schools: tuple[str, ...]
    communities: tuple[str, ...]
    markets: tuple[str, ...]
    parks: tuple[str, ...]


def district(name: str) -> District:
    """Return the district of this name, which there must be."""
    return next(each for each in DISTRICTS if each.name == name)


PHASI_CHAROEN: Final = Place(
    district=district("ภาษีเจริญ"),
    character=CANALS,
    director="นางต้นแบบ ตัวอย่างดี",
    area="17.18",
    quarters=("บางหว้า", "บางด้วน", "บางจาก", "คูหาสวรรค์", "ปากคลองภาษีเจริญ", "บางแวก", "คลองขวาง"),
    neighbours=("เขตตลิ่งชัน", "เขตบางกอกใหญ่ และเขตธนบุรี", "เขตจอมทอง", "เขตบางแค"),
    line="รถไฟฟ้าสายสีน้ำเงิน",
    roads=("เพชรเกษม", "บางแวก", "เทอดไท", "กัลปพฤกษ์", "พุทธมณฑลสาย 1", "ราชพฤกษ์", "บางหว้า", "พัฒนาการ"),
    canals=("ภาษีเจริญ", "บางจาก", "ด่าน", "บางด้วน", "ลัดมะยม", "บางเชือกหนัง", "รางบัว", "วัดอังกุลา", "โอ่งแตก"),
    schools=(
        "วัดนิมมานรดี", "วัดโคนอน", "วัดกำแพง", "วัดโตนด", "วัดวิจิตรการนิมิตร", "วัดจันทร์ประดิษฐาราม", "วัดชัยฉิมพลี",
        "บางจาก (โกมลประเสริฐอุทิศ)", "วัดมะพร้าวเตี้ย", "วัดทองศาลางาม", "วัดประดู่บางจาก (พ่วงอุทิศ)", "วัดอ่างแก้ว", "วัดตะล่อม",
    ),
    communities=(
        "วัดจันทร์ประดิษฐาราม เขต 3", "ริมคลองราชมนตรี หมู่ 10", "แมนย่า 2", "คลองลัดภาชี", "หมู่บ้านเศรษฐกิจร่มเย็น", "วัดนกสามัคคี",
        "ซอยเพชรเกษม 54 พัฒนา", "ริมทางรถไฟบางหว้า",
    ),
    markets=("บางแคภิรมย์", "คลองขวาง", "สุภาพัฒนา"),
    parks=("ริมคลองบางแวก", "บางหว้าร่มรื่น", "เทอดไทหย่อมใจ", "ราชพฤกษ์สาย 2"),
)  # fmt: skip

BANG_RAK: Final = Place(
    district=district("บางรัก"),
    character=BUSINESS,
    director="นายแบบอย่าง สมมติกุล",
    area="5.54",
    quarters=("มหาพฤฒาราม", "สีลม", "สุริยวงศ์", "บางรัก", "สี่พระยา"),
    neighbours=("เขตปทุมวัน และเขตสัมพันธวงศ์", "เขตปทุมวัน", "เขตสาทร", "เขตคลองสาน โดยมีแม่น้ำเจ้าพระยาคั่น"),
    line="รถไฟฟ้าสายสีลม",
    roads=("สีลม", "เจริญกรุง", "สุรวงศ์", "สี่พระยา", "มหาเศรษฐ์", "ทรัพย์", "มเหสักข์", "ปั้น", "สุรศักดิ์"),
    canals=("ผดุงกรุงเกษม", "สาทร", "ช่องนนทรี"),
    schools=("วัดแก้วแจ่มฟ้า", "วัดหัวลำโพง", "วัดมหาพฤฒาราม", "วัดม่วงแค", "วัดสวนพลู"),
    communities=(
        "วัดม่วงแค", "ซอยสว่าง", "หลังวัดแก้วแจ่มฟ้า", "ฮารูณ", "ตรอกไวตี้", "จรูญเวียง", "เจริญกรุง 36", "บ้านอู่", "วัดสวนพลูสัมพันธ์",
    ),
    markets=("บางรักร่วมใจ", "ลานสีลมยามเย็น", "ตรอกหลังไปรษณีย์"),
    parks=("ริมคลองช่องนนทรี", "สี่พระยาร่มไม้", "เจริญกรุงริมน้ำ"),
)  # fmt: skip

MIN_BURI: Final = Place(
    district=district("มีนบุรี"),
    character=FIELDS,
    director="นางสาวสมมติ พื้นที่งาม",
    area="63.65",
    quarters=("มีนบุรี", "แสนแสบ"),
    neighbours=("เขตคลองสามวา", "เขตหนองจอก", "เขตลาดกระบัง", "เขตคันนายาว เขตบึงกุ่ม และเขตสะพานสูง"),
    line="รถไฟฟ้าสายสีชมพู",
    roads=("สีหบุรานุกิจ", "สุวินทวงศ์", "รามคำแหง", "ร่มเกล้า", "นิมิตใหม่", "ราษฎร์อุทิศ", "เสรีไทย", "บึงขวาง", "รามอินทรา"),
    canals=(
        "แสนแสบ", "สามวา", "บึงขวาง", "สองต้นนุ่น", "บางชัน", "ลำนกแขวก", "หลอแหลใต้", "เจ๊ก", "ลำบึงไผ่", "ลำมะขาม",
    ),
    schools=(
        "มีนบุรี", "วัดบำเพ็ญเหนือ", "วัดแสนสุข", "บ้านเกาะ", "สุเหร่าบ้านเกาะ", "สุเหร่าทรายกองดินใต้", "บึงขวาง", "วังเล็กวิทยานุสรณ์",
        "ศาลาคู้", "คลองสองต้นนุ่น", "วัดใหม่ลำนกแขวก", "คลองสาม",
    ),
    communities=(
        "ตลาดมีนบุรีริมน้ำ", "สุเหร่าทรายกองดิน", "บึงขวางพัฒนา", "หมู่บ้านพฤกษามีนบุรี", "ริมคลองสองต้นนุ่น", "เกาะไผ่เหลือง", "ร่มเกล้าสามัคคี",
        "หลังสนามกีฬามีนบุรี", "ลำนกแขวกฝั่งเหนือ",
    ),
    markets=("มีนบุรีเก่า", "นัดจตุจักรมีนบุรี", "เช้าร่มเกล้า", "บึงขวาง"),
    parks=("บึงมีนบุรี", "ริมคลองแสนแสบ", "สุวินทวงศ์ร่วมใจ", "ราษฎร์อุทิศสราญ"),
)  # fmt: skip

KNOWN: Final = {place.district.code: place for place in (PHASI_CHAROEN, BANG_RAK, MIN_BURI)}
"""The districts that are shipped as finished plans."""
