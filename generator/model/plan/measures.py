"""The sheet ตัววัด: the OKRs and the other key results of the policy of the governor."""

from typing import Annotated

from generator.model.codes import Ref
from generator.model.kinds import UNIT, Flag, Text
from generator.model.plan.codes import AGENCIES, AGENCY, OBJECTIVE, OKR
from generator.model.plan.texts import TOKENS
from generator.model.prose import Prose
from generator.model.quantities import Quantity, Value
from generator.model.sheet import Column, Required, Sheet


class Measure(Sheet, sheet="ตัววัด", purpose="ตัววัดผลหลัก (OKR) ของเก้าด้าน"):
    """One key result; its code ends in a Thai letter if the city gave it none."""

    code: Annotated[
        str,
        Column(
            "รหัส",
            OKR,
            "เช่น 1.1.01 หากไม่มีรหัสของ กทม. ใช้อักษรไทย เช่น 1.2.ก",
            example="1.1.01",
            required=Required.ALWAYS,
            key=True,
            width=10,
        ),
    ]
    objective: Annotated[str, Column("ประเด็น", Ref(OBJECTIVE, "ประเด็น"), "ว่าง = ตามรหัส", width=20)]
    name: Annotated[str, Column("ชื่อ", Text(), "ชื่อตัววัด", example="จำนวนต้นไม้ที่ปลูก", required=Required.ALWAYS, width=60)]
    starred: Annotated[bool, Column("ดอกจัน", Flag(), "พิมพ์ * ท้ายชื่อ", width=8)]
    target: Annotated[
        Value, Column("ค่าเป้าหมาย", Quantity(), "ตัวเลขหรือข้อความ ว่าง = อยู่ในสาระสำคัญเท่านั้น", example="200,000", width=18)
    ]
    unit: Annotated[str, Column("หน่วยนับ", UNIT, "เช่น ต้น ร้อยละ", example="ต้น", width=12)]
    second: Annotated[Value, Column("ค่าที่สอง", Quantity(), "พิมพ์ในวงเล็บ", width=12)]
    second_unit: Annotated[str, Column("หน่วยที่สอง", UNIT, "หน่วยของค่าที่สอง", width=12)]
    explanation: Annotated[str, Column("คำอธิบายค่า", Text(), "พิมพ์ในวงเล็บ", width=30)]
    district_target: Annotated[Value, Column("ค่าเป้าหมายของเขต", Quantity(), "ส่วนของเขตนี้", width=16)]
    district_unit: Annotated[
        str, Column("หน่วยนับของเขต", UNIT, "เมื่อค่าเป้าหมายของเขตนับเป็นอย่างอื่น เช่น ชุมชน  ว่าง = หน่วยนับ", width=14)
    ]
    host: Annotated[str, Column("หน่วยงานหลัก", AGENCY, "ชื่อย่อ", example="สสล.", width=14)]
    supporters: Annotated[
        tuple[str, ...], Column("หน่วยงานสนับสนุน", AGENCIES, "ชื่อย่อ คั่นด้วยจุลภาค", example="สนข.", width=18)
    ]
    definition: Annotated[Prose, Column("นิยาม", TOKENS, "ว่าง = ตามที่หน่วยงานหลักกำหนด", width=100)]
    policy_unit: Annotated[str, Column("หน่วยนับในตาราง ง", UNIT, "เฉพาะเมื่อตาราง ง ต้องต่างจากที่อื่น", width=18)]
    policy_target: Annotated[str, Column("ค่าเป้าหมายในตาราง ง", Text(), "เฉพาะเมื่อตาราง ง ต้องต่างจากที่อื่น", width=30)]

    @property
    def under(self) -> str:
        """The code of its objective: the one it names, or the one that its own code names."""
        return self.objective or self.code.rpartition(".")[0]
