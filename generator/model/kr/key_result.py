"""The sheet KR: one row is one key result and makes one form."""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

from generator.model.codes import Code, Phone, PictureName, Ref
from generator.model.kinds import UNIT, Choice, Flag, Long, Text
from generator.model.prose import Prose
from generator.model.quantities import Percent, Quantity, Value
from generator.model.sheet import Column, Required, Sheet


class Status(StrEnum):
    """How far a document has come."""

    DRAFT = "ร่าง"
    READY = "พร้อมลงนาม"
    SIGNED = "ลงนาม"


DIMENSIONS: Final = (
    "เดินทางดี",
    "ปลอดภัยดี",
    "โปร่งใสดี",
    "สิ่งแวดล้อมดี",
    "สุขภาพดี",
    "เรียนดี",
    "เศรษฐกิจดี",
    "สังคมดี",
    "บริหารจัดการดี",
)


def undotted(text: str) -> str:
    """Return the four digits of a dotted code (8.2.14 and 8.3.8 give 8214 and 8308); others unchanged."""
    if found := re.fullmatch(r"([1-9])\.(\d)\.(\d{1,2})", text):
        return f"{found[1]}{found[2]}{found[3]:0>2}"
    return text


KR_CODE: Final = Code(r"[1-9]\d{3}", example="8214", canonical=undotted)
KR_SHEET: Final = "KR"
KR_REF: Final = Ref(KR_CODE, KR_SHEET)


class KeyResult(Sheet, sheet=KR_SHEET, purpose="หนึ่งแถวคือหนึ่ง KR ได้แบบรายละเอียด KR หนึ่งฉบับ", subject="code"):
    """One key result of the host agency."""

    code: Annotated[
        str,
        Column(
            "รหัส",
            KR_CODE,
            "รหัส KR สี่หลัก เช่น 8214 คือ OKR 8.2.14 ตัวแรกบอกด้าน",
            example="8214",
            required=Required.ALWAYS,
            key=True,
            width=9,
        ),
    ]
    name: Annotated[
        str,
        Column(
            "ชื่อ KR",
            Text(),
            "ชื่อเต็มของตัวชี้วัดตามประกาศ",
            example="จำนวนคนกลุ่มเปราะบางที่ได้รับอาหารและสิ่งจำเป็น",
            required=Required.FINAL,
            width=44,
            was=("ชื่อ",),
        ),
    ]
    objective: Annotated[
        str,
        Column(
            "ชื่อประเด็นการพัฒนา",
            Text(),
            "เฉพาะชื่อ ส่วนเลขประเด็นได้จากรหัส",
            example="สนับสนุนเงื่อนไขการดำรงชีพคนไร้บ้าน คนพิการ และกลุ่มเปราะบาง",
            required=Required.FINAL,
            width=36,
        ),
    ]
    status: Annotated[
        str,
        Column(
            "สถานะ",
            Choice(tuple(Status), default=Status.DRAFT),
            "ร่าง = พิมพ์มีลายน้ำและเว้นช่องว่างได้  พร้อมลงนาม = ต้องครบทุกช่อง",
            example="ร่าง",
            width=14,
        ),
    ]
    alone: Annotated[bool, Column("หน่วยงานเดียว", Flag(), "ทำเครื่องหมายเมื่อดำเนินการหน่วยงานเดียว", width=12)]
    supported: Annotated[
        bool, Column("มีหน่วยงาน (R)", Flag(), "ทำเครื่องหมายเมื่อมีหน่วยงานสนับสนุน (R) ร่วมดำเนินการ", example="✓", width=12)
    ]
    supported_by_departments: Annotated[
        bool, Column("(R) ระดับสำนัก", Flag(), "ทำเครื่องหมายเมื่อหน่วยงาน (R) อยู่ระดับสำนัก/สำนักงาน", width=12)
    ]
    supported_by_districts: Annotated[
        bool, Column("(R) ระดับเขต", Flag(), "ทำเครื่องหมายเมื่อหน่วยงาน (R) อยู่ระดับสำนักงานเขต", example="✓", width=12)
    ]
    target: Annotated[
        Value,
        Column(
            "ค่าเป้าหมายรวม",
            Quantity(),
            "ตัวเลข หรือข้อความ เช่น ร้อยละ 100",
            example="60,000",
            required=Required.FINAL,
            width=16,
        ),
    ]
    unit: Annotated[str, Column("หน่วยนับ", UNIT, "เช่น คน แห่ง ร้อยละ", example="คน", required=Required.FINAL, width=12)]
    share: Annotated[
        Decimal | None,
        Column(
            "ร้อยละต่อเขต",
            Percent(),
            "กรอกเมื่อค่าเป้าหมายรายเขตคิดเป็นร้อยละของฐานในตารางแนบ (ปัดครึ่งขึ้น)",
            width=12,
        ),
    ]
    standards_attached: Annotated[
        bool, Column("แนบมาตรฐาน", Flag(), "เอกสารอ้างอิง: มาตรฐานการดำเนินงาน", example="✓", width=12)
    ]
    targets_attached: Annotated[
        bool, Column("แนบรายละเอียดเป้าหมาย", Flag(), "เอกสารอ้างอิง: ข้อมูลรายละเอียดเป้าหมายที่ชัดเจน", example="✓", width=14)
    ]
    examples_attached: Annotated[
        bool, Column("แนบตัวอย่าง", Flag(), "เอกสารอ้างอิง: ตัวอย่างการปฏิบัติงานที่ดี", example="✓", width=12)
    ]
    reported_by_tracking: Annotated[
        bool, Column("รายงานผ่าน BMA Policy Tracking", Flag(), "ช่องทางการรายงานผลการดำเนินงาน", example="✓", width=16)
    ]
    reported_otherwise: Annotated[bool, Column("รายงานผ่านระบบอื่น", Flag(), "ช่องทางการรายงานผลการดำเนินงาน", width=14)]
    other_channel: Annotated[
        str,
        Column(
            "ระบบอื่น โปรดระบุ",
            Text(),
            "ข้อความหลังคำว่า โปรดระบุ",
            example="บันทึกรายงานผลการดำเนินงานรายไตรมาส",
            width=28,
        ),
    ]
    followed_by_reports: Annotated[
        bool,
        Column(
            "ติดตาม: รายงานผลโดย R หรือเขต", Flag(), "การติดตามประเมินผลความสำเร็จ (ตอบได้มากกว่า 1 ข้อ)", example="✓", width=16
        ),
    ]
    followed_by_host: Annotated[
        bool, Column("ติดตาม: H กำกับ", Flag(), "หน่วยงานรับผิดชอบหลัก (H) กำกับติดตาม", example="✓", width=14)
    ]
    followed_by_inspectors: Annotated[
        bool, Column("ติดตาม: ผู้ตรวจราชการ", Flag(), "ผู้ตรวจราชการกรุงเทพมหานครกำกับเชิงคุณภาพ", width=14)
    ]
    followed_by_data: Annotated[
        bool, Column("ติดตาม: ระบบข้อมูล", Flag(), "ใช้ระบบข้อมูลยืนยันผลการดำเนินงาน เช่น Traffy Fondue", width=14)
    ]
    data_system: Annotated[str, Column("ระบบข้อมูล โปรดระบุ", Text(), "ข้อความหลังคำว่า โปรดระบุ", width=22)]
    contact: Annotated[
        str,
        Column(
            "ผู้ประสานงาน", Text(), "คำนำหน้า ชื่อ และนามสกุล", example="นางสาวตัวอย่าง ใจดี", required=Required.FINAL, width=24
        ),
    ]
    contact_position: Annotated[
        str,
        Column("ตำแหน่งผู้ประสานงาน", Text(), "ตำแหน่งเต็ม", example="นักพัฒนาสังคมปฏิบัติการ", required=Required.FINAL, width=26),
    ]
    contact_phone: Annotated[
        str,
        Column(
            "โทรศัพท์ผู้ประสานงาน",
            Phone(),
            "พิมพ์ครบทุกหลักรวมเลข 0 ข้างหน้า เช่น 0 2000 0001",
            example="0 2000 0001",
            required=Required.FINAL,
            width=18,
        ),
    ]
    contact_section: Annotated[
        str,
        Column(
            "ส่วนราชการผู้ประสานงาน",
            Text(),
            "กลุ่มงาน ส่วน หรือสำนักงานที่สังกัด",
            example="สำนักงานการพัฒนาชุมชน",
            required=Required.FINAL,
            width=30,
        ),
    ]
    contact_agency: Annotated[str, Column("หน่วยงานผู้ประสานงาน", Text(), "ปล่อยว่าง = หน่วยงานในแผ่นงาน ตั้งค่า", width=24)]
    signer: Annotated[
        str,
        Column(
            "ผู้ลงนาม",
            Text(),
            "คำนำหน้า ชื่อ และนามสกุล พิมพ์ในวงเล็บใต้ลายมือชื่อ",
            example="นางผู้ลงนาม ตัวอย่าง",
            required=Required.FINAL,
            width=24,
        ),
    ]
    signer_position: Annotated[
        Prose,
        Column(
            "ตำแหน่งผู้ลงนาม",
            Long(),
            "ตำแหน่งเต็ม กด Alt+Enter เพื่อขึ้นบรรทัดใหม่",
            example="ผู้อำนวยการสำนักงานการพัฒนาชุมชน",
            required=Required.FINAL,
            width=30,
        ),
    ]
    signature: Annotated[
        str,
        Column("รูปลายมือชื่อ", PictureName(), "ชื่อไฟล์ .png หรือ .jpg ในโฟลเดอร์เดียวกับสมุดงาน ไม่มีให้เว้นว่าง", width=18),
    ]

    @property
    def dimension(self) -> str:
        """The name of its dimension, which the first digit of the code gives."""
        return DIMENSIONS[int(self.code[0]) - 1]

    @property
    def objective_number(self) -> str:
        """The number of its objective, which the first two digits of the code give: 8.2."""
        return f"{self.code[0]}.{self.code[1]}"

    @property
    def is_draft(self) -> bool:
        """Whether it is not yet ready for signature."""
        return self.status == Status.DRAFT
