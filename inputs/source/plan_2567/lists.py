"""The small lists: divisions and their work, agencies, dimensions, objectives."""

from typing import Final

from generator.model.plan.lists import AgencyName, Dimension, Division, Objective, Work
from generator.model.plan.prefilled import prefilled
from plan_2567.settings import DISTRICT, SETTINGS

_CITY: Final = prefilled(DISTRICT, SETTINGS.year)
DIVISIONS: Final = _CITY.of(Division)
AGENCIES: Final = _CITY.of(AgencyName)
DIMENSIONS: Final = _CITY.of(Dimension)
"""What is the same for every district comes from the blank workbook."""

WORKS: Final = [
    Work(division=division, name=name)
    for division, name in (
        ("ฝ่ายปกครอง", "งานอำนวยการและบริหารสำนักงานเขต"),
        ("ฝ่ายปกครอง", "งานปกครอง"),
        ("ฝ่ายโยธา", "งานบำรุงรักษาซ่อมแซม"),
        ("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "งานสุขาภิบาลอาหารและอนามัยสิ่งแวดล้อม"),
        ("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "งานป้องกันและควบคุมโรค"),
        ("ฝ่ายการศึกษา", "งานงบประมาณโรงเรียน"),
        ("ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", "งานพัฒนาชุมชนและบริการสังคม"),
    )
]

OBJECTIVES: Final = [
    Objective(code=code, name=name)
    for code, name in (
        ("1.1", "เดินได้ เดินดี"),
        ("1.2", "เพิ่มความคล่องตัวการเดินทาง"),
        ("1.3", "ส่งเสริมการใช้ระบบขนส่งสาธารณะและเพิ่มทางเลือกในการเดินทาง"),
        ("1.4", "ป้องกันและแก้ปัญหาน้ำท่วม"),
        ("2.1", "แก้ไขจุดเสี่ยงภัยและอาชญากรรม"),
        ("2.2", "เพิ่มทรัพยากร ทักษะ และข้อมูลความปลอดภัยชุมชน"),
        ("2.3", "สร้างระบบเครือข่ายในพื้นที่จัดการสาธารณภัย"),
        ("3.2", "เผยแพร่ข้อมูล เปิดเผยการจัดซื้อจัดจ้าง ขออนุญาต บริการออนไลน์ (Open Bangkok)"),
        ("4.1", "เพิ่มพื้นที่สีเขียว ต้นไม้"),
        ("4.2", "จัดการขยะ อากาศ น้ำเสีย"),
        ("5.1", "สนับสนุนและพัฒนากิจกรรมส่งเสริมสุขภาพชุมชนทุกกลุ่ม"),
        ("6.1", "ส่งเสริมการเรียนรู้เด็กเล็กก่อนวัยเรียน (2-6 ปี)"),
        ("6.3", "Transform หลักสูตรและห้องเรียนดิจิทัล"),
        ("7.1", "เพิ่มโอกาส ตลาดแรงงาน ผู้สูงอายุ คนเมือง"),
        ("7.2", "เพิ่มพื้นที่ Hawker Center ตลาดค้าขาย"),
        ("8.1", "เปิดพื้นที่สาธารณะเพื่อรองรับกิจกรรมที่หลากหลาย"),
        ("8.2", "สนับสนุนเงื่อนไขการดำรงชีพคนไร้บ้าน คนพิการ และกลุ่มเปราะบาง"),
        ("8.3", "สร้างชุมชนเข้มแข็งร่วมพัฒนา"),
        # The city gave this dimension no objective; the published table repeats 8.3 here.
        ("9.ก", "บริหารจัดการดี"),
    )
]
