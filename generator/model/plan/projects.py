"""The sheets โครงการ, สนับสนุน and ขั้นตอน: every project once, what it serves, and its steps."""

from decimal import Decimal
from typing import Annotated, Final

from generator.model.codes import Codes, Ref
from generator.model.kinds import UNIT, Choice, Flag, Text
from generator.model.moments import Month
from generator.model.plan.codes import DIVISION, POLICY, PROJECT, SERVED, STRATEGY, WORK
from generator.model.plan.texts import TOKENS
from generator.model.prose import Prose
from generator.model.quantities import Money, Percent, Quantity, Value
from generator.model.sheet import Column, Required, Sheet

CITY, AGENCY, ROUTINE = PARTS = ("๑ แผนเมือง", "๒ ยุทธศาสตร์หน่วยงาน", "๓ ภารกิจประจำ")
PROJECTS: Final = "โครงการ"
PROJECT_REF: Final = Ref(PROJECT, PROJECTS)
SHOWN, HIDDEN = "แสดง", "ไม่แสดง"


class Project(Sheet, sheet="โครงการ", purpose="โครงการและกิจกรรมทุกโครงการ กรอกครั้งเดียว", handed_out=True):
    """One project, or one part of a project."""

    code: Annotated[
        str,
        Column(
            "รหัสโครงการ",
            PROJECT,
            "ใช้อ้างอิงในแผ่นงานอื่น ไม่พิมพ์ในเอกสาร",
            example="ค001",
            required=Required.ALWAYS,
            key=True,
            width=12,
        ),
    ]
    part: Annotated[
        str,
        Column(
            "ส่วน",
            Choice(PARTS, also=(("1", CITY), ("2", AGENCY), ("3", ROUTINE))),
            "ส่วนของแผนที่โครงการอยู่",
            example="๒ ยุทธศาสตร์หน่วยงาน",
            required=Required.ALWAYS,
            width=22,
        ),
    ]
    parent: Annotated[str, Column("โครงการหลัก", PROJECT_REF, "เมื่อเป็นโครงการย่อย", width=40)]
    part_of: Annotated[str, Column("เป็นส่วนหนึ่งของ", PROJECT_REF, "เมื่อใช้งบประมาณของโครงการอื่น", width=40)]
    name: Annotated[
        str,
        Column("ชื่อโครงการ/กิจกรรม", Text(), "ชื่อเต็ม ว่างได้เมื่อเป็นส่วนหนึ่งของโครงการอื่น", example="ขุดลอกคลองบางอ้าย", width=60),
    ]
    short: Annotated[str, Column("ชื่อสั้น", Text(), "ว่าง = ชื่อเต็ม", width=40)]
    budget: Annotated[
        Value,
        Column(
            "งบประมาณ (บาท)",
            Money(words=True),
            "พิมพ์เฉพาะตัวเลข ไม่ต้องมีคำว่าบาท หรือข้อความแทน",
            example="410,600",
            width=18,
            always=True,
        ),
    ]
    fund: Annotated[
        str, Column("ประเภทงบ", Choice(("งบรายจ่ายอื่น", "งบดำเนินงาน", "งบลงทุน", "งบเงินอุดหนุน")), "ใช้ในตาราง ก", width=16)
    ]
    integrated: Annotated[bool, Column("แผนงานบูรณาการ", Flag(), "นับในแผนงานบูรณาการ", width=12)]
    division: Annotated[
        str, Column("ส่วนราชการ", DIVISION, "ชื่อเต็มหรือชื่อย่อของฝ่าย โครงการย่อยใช้ของโครงการหลัก", example="ฝ่ายโยธา", width=24)
    ]
    work: Annotated[str, Column("งาน", WORK, "ใช้ในส่วนที่ ๓ ว่าง = อื่น ๆ", width=30)]
    policies: Annotated[
        tuple[str, ...], Column("รหัสนโยบาย", Codes(POLICY), "P ตามด้วยเลขสามหลัก หลายรหัสได้", example="P172", width=14)
    ]
    strategy: Annotated[str, Column("รหัสยุทธศาสตร์", STRATEGY, "เลข 6 หลัก ใช้ในส่วนที่ ๑", width=14)]
    policy_table_only: Annotated[bool, Column("เฉพาะตาราง ง", Flag(), "พิมพ์ในตาราง ง เท่านั้น ไม่นับรวม", width=12)]


class Support(Sheet, sheet="สนับสนุน", purpose="โครงการใดสนับสนุนตัวชี้วัดใด"):
    """One project serves one indicator."""

    project: Annotated[
        str, Column("โครงการ", PROJECT_REF, "เลือกโครงการ", example="ค001", required=Required.ALWAYS, width=40)
    ]
    served: Annotated[
        str,
        Column(
            "สนับสนุน", SERVED, "OKR, KPI, ค หรือ ฉ ตามด้วยรหัส", example="OKR 1.1.01", required=Required.ALWAYS, width=30
        ),
    ]
    shown: Annotated[str, Column("ตาราง ง", Choice((SHOWN, HIDDEN), default=SHOWN), "ว่าง = แสดง", width=12)]
    kpi: Annotated[Value, Column("ตัวชี้วัดความสำเร็จ (KPI โครงการ)", Quantity(), "ค่าในตาราง ง", example="0.630", width=18)]
    kpi_unit: Annotated[str, Column("หน่วยของตัวชี้วัด", UNIT, "ร้อยละ และ ระดับ อยู่หน้าตัวเลข", example="กม.", width=14)]
    kpi_explanation: Annotated[str, Column("คำอธิบายตัวชี้วัด", Text(), "พิมพ์ในวงเล็บ", width=34)]


class Step(Sheet, sheet="ขั้นตอน", purpose="ขั้นตอนการปฏิบัติงานของโครงการ (ตาราง จ)"):
    """One step of a project."""

    project: Annotated[
        str, Column("โครงการ", PROJECT_REF, "เลือกโครงการ", example="ค001", required=Required.ALWAYS, width=40)
    ]
    text: Annotated[
        Prose, Column("ขั้นตอน", TOKENS, "ไม่ต้องใส่เลขลำดับ", example="สำรวจพื้นที่", required=Required.ALWAYS, width=80)
    ]
    share: Annotated[
        Decimal | None,
        Column("ร้อยละของงาน", Percent(), "รวมทุกขั้นตอนได้ 100", example="10", required=Required.FINAL, width=14),
    ]
    first: Annotated[
        int, Column("เดือนเริ่ม", Month(), "เดือนแรกของขั้นตอน", example="ต.ค.", required=Required.FINAL, width=12)
    ]
    last: Annotated[int, Column("เดือนสิ้นสุด", Month(), "ว่าง = เดือนเดียว", width=12)]
    typed_sum: Annotated[Decimal | None, Column("ร้อยละสะสม (ใช้ตรวจ)", Percent(), "ไม่ต้องกรอก หากกรอกจะตรวจให้", width=14)]
