"""The projects of part ๒, which serve the strategy of the district office, in the order of the dimensions."""

from typing import Final

from generator.model.plan.projects import AGENCY, Project
from plan_2567.figures import baht

_CANALS, _SCHOOLS, _GROUNDS = "ค010", "ค029", "ค044"
_CIVIL, _INSPECTORS, _CLEANING, _COMMUNITY = "ฝ่ายโยธา", "ฝ่ายเทศกิจ", "ฝ่ายรักษาฯ", "ฝ่ายพัฒนาชุมชนฯ"


def _project(code: str, division: str, policy: str, name: str, *, short: str = "", budget: str = "") -> Project:
    policies = (policy,) if policy else ()
    return Project(
        code=code, part=AGENCY, name=name, short=short, budget=baht(budget), division=division, policies=policies
    )


def _child(parent: str, code: str, name: str, budget: str) -> Project:
    return Project(code=code, part=AGENCY, parent=parent, name=name, budget=baht(budget))


def _share(parent: str, code: str, part_of: str) -> Project:
    return Project(code=code, part=AGENCY, parent=parent, part_of=part_of)


TRAVEL: Final = [
    _project(
        "ค004",
        _INSPECTORS,
        "P100",
        "โครงการเพิ่มประสิทธิภาพการจัดระเบียบผู้ค้าหาบเร่ - แผงลอย (ยกเลิก/ยุบรวมพื้นที่หาบเร่แผงลอยนอกจุดผ่อนผัน)",
        short="โครงการเพิ่มประสิทธิภาพการจัดระเบียบผู้ค้าหาบเร่ - แผงลอย",
    ),
    _project("ค005", _CIVIL, "P001", "ติดตั้ง/ซ่อม ไฟฟ้าส่องสว่างริมคลอง (ดวง)"),
    _project("ค006", _INSPECTORS, "P024", "แก้ปัญหาจุดจราจรฝืด (แห่ง)"),
    _project("ค007", _CIVIL, "P207", "ทางจักรยาน (จัดทำย่านจักรยานและทางเดิน ปั่น สะดวก)"),
    _project("ค008", _CIVIL, "P166", "แก้ไขจุดเสี่ยงน้ำท่วม"),
    _project("ค009", _CIVIL, "P168", "ขุดลอกท่อ (กม.)", short="ขุดลอกท่อ"),
    _project(_CANALS, _CIVIL, "P172", "ขุดลอกคลองเปิดทางน้ำไหล"),
    _child(_CANALS, "ค011", "ขุดลอกลำกระโดงสรรพากร (ข้าง ม.สยาม) จากคลองบางจากถึงถนนเพชรเกษม", "329,100"),
    _child(_CANALS, "ค012", "ขุดลอกลำกระโดงชุมชนแมนย่า 2", "208,400"),
    _child(_CANALS, "ค013", "ขุดลอกคลองครุสม", "316,800"),
    _child(_CANALS, "ค014", "ขุดลอกคลองวัดเพลง - วัดนางชี", "472,100"),
    _child(_CANALS, "ค015", "ขุดลอกคลองบางอ้าย", "410,600"),
    _child(_CANALS, "ค016", "ขุดลอกคลองบางประทุน - คลองต้นสน", "331,500"),
    Project(code="ค017", part=AGENCY, parent=_CANALS, name="เปิดทางน้ำไหล คลอง (กม.)", policy_table_only=True),
]

SAFETY: Final = [
    _project("ค018", _INSPECTORS, "P078", "บูรณาการการดำเนินงานด้านความปลอดภัยจากอาชญากรรมเชิงพื้นที่"),
    _project("ค019", _INSPECTORS, "", "แก้ไข/ปรับปรุงจุดเสี่ยงอุบัติเหตุ (Black spot) ในพื้นที่เขตภาษีเจริญ"),
    _project("ค020", _CIVIL, "P001", "ติดตั้ง/ซ่อม ไฟฟ้าส่องสว่าง (ดวง)"),
]

OPENNESS: Final = [
    _project(
        "ค021",
        "ฝ่ายปกครอง",
        "P020",
        "พัฒนามาตรฐานการบริการประชาชนเขตภาษีเจริญ (% จำนวนคำขอที่เขตสามารถให้บริการได้ภายในกรอบเวลาตามคู่มือประชาชน)",
    ),
]

ENVIRONMENT: Final = [
    _project("ค022", _CLEANING, "P049", "ปลูกต้นไม้ (ต้น)"),
    _project("ค023", _CLEANING, "P108", "เพิ่มสวน 15 นาที (แห่ง)"),
    _project("ค024", _CIVIL, "P218", "พัฒนาถนนสวย (กม.)"),
    _project("ค025", _CLEANING, "P147", "กิจกรรมไม่เทรวม คัดแยกขยะเศษอาหาร"),
    _project(
        "ค026",
        _CLEANING,
        "P146",
        "จัดเก็บขยะให้มีประสิทธิภาพครอบคลุม (% ของอาคารและหลังคาเรือนในเขตที่สามารถจัดเก็บขยะได้ไม่น้อยกว่า 2 ครั้งต่อสัปดาห์)",
    ),
]

HEALTH: Final = [
    _project("ค027", _COMMUNITY, "P174", "ส่งเสริมการใช้งบประมาณกองทุนหลักประกันสุขภาพ สปสช.", budget="7,502,895"),
]

LEARNING: Final = [
    _project("ค028", _COMMUNITY, "P099", "ปรับปรุง/พัฒนาศูนย์เด็กเล็ก", budget="32,900"),
    _project(_SCHOOLS, "ฝ่ายการศึกษา", "P236", "การปรับปรุงกายภาพโรงเรียน"),
    _child(_SCHOOLS, "ค030", "ปรับปรุงโรงเรียนวัดนิมมานรดี", "2,275,000"),
    _child(_SCHOOLS, "ค031", "ปรับปรุงโรงเรียนวัดโคนอน", "2,388,000"),
    _child(_SCHOOLS, "ค032", "ปรับปรุงโรงเรียนวัดกำแพง", "2,627,000"),
    _child(_SCHOOLS, "ค033", "ปรับปรุงโรงเรียนวัดโตนด", "3,238,000"),
    _child(_SCHOOLS, "ค034", "ปรับปรุงโรงเรียนวัดวิจิตรการนิมิตร", "676,000"),
    _child(_SCHOOLS, "ค035", "ปรับปรุงโรงเรียนวัดจันทร์ประดิษฐาราม", "2,923,000"),
    _child(_SCHOOLS, "ค036", "ปรับปรุงโรงเรียนวัดชัยฉิมพลี", "1,468,000"),
    _child(_SCHOOLS, "ค037", "ปรับปรุงโรงเรียนบางจาก (โกมลประเสริฐอุทิศ)", "3,825,000"),
    _child(_SCHOOLS, "ค038", "ปรับปรุงโรงเรียนวัดมะพร้าวเตี้ย", "1,029,000"),
    _child(_SCHOOLS, "ค039", "ปรับปรุงโรงเรียนวัดทองศาลางาม", "629,000"),
    _child(_SCHOOLS, "ค040", "ปรับปรุงโรงเรียนวัดประดู่บางจาก (พ่วงอุทิศ)", "554,000"),
    _child(_SCHOOLS, "ค041", "ปรับปรุงโรงเรียนวัดอ่างแก้ว", "2,246,000"),
    _child(_SCHOOLS, "ค042", "ปรับปรุงโรงเรียนวัดตะล่อม", "1,772,000"),
]

ECONOMY: Final = [
    _project("ค043", _INSPECTORS, "P042", "จัดหาพื้นที่เอกชน หรือ พัฒนา Hawker Center รองรับผู้ค้าหาบเร่ (แห่ง)"),
]

SOCIETY: Final = [
    _project(_GROUNDS, _COMMUNITY, "P114", "ปรับปรุง/พัฒนาลานกีฬา"),
    _share(_GROUNDS, "ค045", "ค030"),
    _share(_GROUNDS, "ค046", "ค031"),
    _share(_GROUNDS, "ค047", "ค032"),
    _share(_GROUNDS, "ค048", "ค035"),
    _share(_GROUNDS, "ค049", "ค036"),
    _share(_GROUNDS, "ค050", "ค037"),
    _project(
        "ค051",
        _COMMUNITY,
        "P205",
        "โครงการชุมชนเข้มแข็งตามหลักปรัชญาเศรษฐกิจพอเพียง (ส่งเสริมการใช้งบประมาณ 200,000 บาทต่อชุมชน)",
        short="โครงการชุมชนเข้มแข็งตามหลักปรัชญาเศรษฐกิจพอเพียง",
        budget="** รอการยืนยันการโอนงบประมาณจาก สพส.",
    ),
    _project(
        "ค052",
        _COMMUNITY,
        "P211",
        "พัฒนาฐานข้อมูลออนไลน์ชุมชน เช่น ข้อมูลกลุ่มเปราะบาง ข้อมูลอุปกรณ์ป้องกันและบรรเทาสาธารณภัย (ชุมชน)",
    ),
]

PROJECTS: Final = [
    *TRAVEL, *SAFETY, *OPENNESS, *ENVIRONMENT, *HEALTH, *LEARNING, *ECONOMY, *SOCIETY,
]  # fmt: skip
