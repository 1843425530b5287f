"""What a fresh plan workbook holds already: the lists that are the same for every district. Knows no Excel library."""

from typing import Any, Final, TypeVar

from generator.model.districts import District
from generator.model.form import Rows
from generator.model.kr.key_result import DIMENSIONS, Status
from generator.model.plan.indicators import Component
from generator.model.plan.lists import AgencyName, Dimension, Division
from generator.model.plan.projects import Project
from generator.model.plan.settings import PlanSettings
from generator.model.sheet import Sheet

S = TypeVar("S", bound=Sheet)

HANDLES: Final = 120
"""So many handles for projects are handed out."""

DIVISIONS: Final = (
    ("ฝ่ายปกครอง", "ฝ่ายปกครอง", ()),
    ("ฝ่ายทะเบียน", "ฝ่ายทะเบียน", ()),
    ("ฝ่ายโยธา", "ฝ่ายโยธา", ()),
    ("ฝ่ายสิ่งแวดล้อมและสุขาภิบาล", "ฝ่ายสิ่งแวดล้อมฯ", ("ฝ่ายสิ่งแวดล้อม",)),
    ("ฝ่ายรักษาความสะอาดและสวนสาธารณะ", "ฝ่ายรักษาฯ", ("ฝ่ายรักษาความสะอาดฯ", "ฝ่ายรักษาความสะอาด")),
    ("ฝ่ายรายได้", "ฝ่ายรายได้", ()),
    ("ฝ่ายการศึกษา", "ฝ่ายการศึกษา", ()),
    ("ฝ่ายการคลัง", "ฝ่ายการคลัง", ("ฝ่ายคลัง",)),
    ("ฝ่ายเทศกิจ", "ฝ่ายเทศกิจ", ()),
    ("ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", "ฝ่ายพัฒนาชุมชนฯ", ("ฝ่ายพัฒนาชุมชน",)),
)
"""The ten divisions of a district office in the order of part ๓: full name, short name, other spellings."""

AGENCIES: Final = (
    ("สกก.", "สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานคร"),
    ("สงม.", "สำนักงบประมาณกรุงเทพมหานคร"),
    ("สจส.", "สำนักการจราจรและขนส่ง"),
    ("สนข.", "สำนักงานเขต"),
    ("สนท.", "สำนักเทศกิจ"),
    ("สนน.", "สำนักการระบายน้ำ"),
    ("สนพ.", "สำนักการแพทย์"),
    ("สนย.", "สำนักการโยธา"),
    ("สนศ.", "สำนักการศึกษา"),
    ("สนอ.", "สำนักอนามัย"),
    ("สปภ.", "สำนักป้องกันและบรรเทาสาธารณภัย"),
    ("สผว.", "สำนักงานเลขานุการผู้ว่าราชการกรุงเทพมหานคร"),
    ("สพส.", "สำนักพัฒนาสังคม"),
    ("สยป.", "สำนักยุทธศาสตร์และประเมินผล"),
    ("สวท.", "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว"),
    ("สสป.", "สำนักงานเลขานุการปลัดกรุงเทพมหานคร"),
    ("สสล.", "สำนักสิ่งแวดล้อม"),
)
COMPONENTS: Final = (
    (2, "ประสิทธิภาพของการบริหารจัดการและพัฒนานวัตกรรมเพื่อเพิ่มประสิทธิภาพการปฏิบัติงานของหน่วยงาน (Innovation Base)"),
    (3, "ประสิทธิภาพของการดำเนินการของหน่วยงาน (Potential Base)"),
    (
        4,
        "การประเมินประสิทธิภาพการแก้ไขปัญหาข้อร้องเรียน/ร้องทุกข์ของประชาชนผ่านแพลตฟอร์ม Traffy Fondue ของสำนักงานเขต "
        "(เฉพาะในส่วนของสำนักงานเขต)",
    ),
)


def prefilled(district: District | None, year: int) -> Rows:
    """Return the records of a fresh plan workbook of a district, or of the city's; `year` is of the Buddhist Era."""
    return Rows(
        {
            PlanSettings: [_row(PlanSettings, district=district, year=year, status=str(Status.DRAFT))],
            Division: [_row(Division, name=name, short=short, others=others) for name, short, others in DIVISIONS],
            AgencyName: [_row(AgencyName, short=short, name=name) for short, name in AGENCIES],
            Dimension: [_row(Dimension, number=number, name=name) for number, name in enumerate(DIMENSIONS, 1)],
            Project: [_row(Project, code=f"ค{number:03}") for number in range(1, HANDLES + 1)],
            Component: [_row(Component, number=number, name=name) for number, name in COMPONENTS],
        }
    )


def _row(sheet: type[S], **values: Any) -> S:
    """Return a record of which only these cells are filled in."""
    return sheet(**values)
