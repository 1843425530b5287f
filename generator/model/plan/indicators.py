"""The negotiated indicators with definitions, scoring and conditions, and those of the components."""

from typing import Annotated

from generator.model.codes import Ref
from generator.model.kinds import Choice, Text
from generator.model.kr.definition import FORMULA, PARAGRAPH, SUBHEADING, UNDERLINED
from generator.model.plan.codes import AGENCY, COMPONENT_INDICATOR, DEFINED, NEGOTIATED
from generator.model.plan.texts import TOKENS
from generator.model.prose import Prose
from generator.model.quantities import Count, Quantity, Value
from generator.model.sheet import Column, Required, Sheet

NEGOTIATED_REF = Ref(NEGOTIATED, "ตัวชี้วัดเจรจา")
MEANING, TASK, TARGET, METHOD, EVIDENCE = PARTS = ("นิยาม", "ภารกิจ", "ค่าเป้าหมาย", "วิธีคำนวณ", "หลักฐาน")


class Negotiated(Sheet, sheet="ตัวชี้วัดเจรจา", purpose="ตัวชี้วัดจากการเจรจาตกลง (ตาราง ค)"):
    """One negotiated indicator."""

    code: Annotated[
        str, Column("รหัส", NEGOTIATED, "เช่น 1.1.1", example="1.1.1", required=Required.ALWAYS, key=True, width=10)
    ]
    name: Annotated[
        str,
        Column(
            "ชื่อ", Text(), "ชื่อตัวชี้วัด", example="จำนวนระยะทางที่ได้รับการพัฒนาให้เป็นถนนสวย", required=Required.ALWAYS, width=50
        ),
    ]
    baseline: Annotated[Prose, Column("ข้อมูลพื้นฐาน", TOKENS, "หนึ่งบรรทัดต่อปี", width=40)]
    target: Annotated[Prose, Column("เป้าหมาย", TOKENS, "เป้าหมายและคำอธิบาย", required=Required.FINAL, width=40)]
    weight: Annotated[
        int | None, Column("น้ำหนัก", Count(0, 100), "น้ำหนักคะแนน", example="10", required=Required.FINAL, width=10)
    ]
    scoring_name: Annotated[str, Column("ชื่อในเกณฑ์", Text(), "ว่าง = ชื่อตัวชี้วัด", width=40)]
    scoring_line: Annotated[str, Column("บรรทัดรองในเกณฑ์", Text(), "เช่น สำนักงานเขต", width=24)]


class IndicatorDefinition(Sheet, sheet="นิยาม", purpose="นิยาม วิธีคำนวณ และหลักฐาน ของตัวชี้วัดเจรจาและ KPI หนึ่งแถวคือหนึ่งย่อหน้า"):
    """One paragraph, or one formula, about an indicator."""

    owner: Annotated[
        str, Column("ของ", DEFINED, "ค หรือ KPI ตามด้วยรหัส", example="ค 1.1.1", required=Required.ALWAYS, width=16)
    ]
    part: Annotated[str, Column("ตอน", Choice(PARTS), "ตอนของนิยาม", example="นิยาม", required=Required.ALWAYS, width=14)]
    heading: Annotated[str, Column("หัวข้อที่พิมพ์", Text(), "ว่าง = หัวข้อของแบบ", width=30)]
    style: Annotated[
        str,
        Column(
            "รูปแบบ", Choice((PARAGRAPH, SUBHEADING, UNDERLINED, FORMULA), default=PARAGRAPH), "ว่าง = ย่อหน้า", width=16
        ),
    ]
    text: Annotated[Prose, Column("ข้อความ", TOKENS, "ข้อความของย่อหน้า", width=90)]
    numerator: Annotated[str, Column("ตัวตั้ง", Text(), "ข้อความเหนือเส้นเศษส่วน", width=34)]
    denominator: Annotated[str, Column("ตัวหาร", Text(), "ข้อความใต้เส้นเศษส่วน", width=34)]
    factor: Annotated[str, Column("ตัวคูณ", Text(), "ว่าง = 100", width=10)]


class Scoring(Sheet, sheet="เกณฑ์คะแนน", purpose="เกณฑ์การให้คะแนนห้าระดับ"):
    """One level of the scoring of an indicator."""

    indicator: Annotated[
        str, Column("ตัวชี้วัด", NEGOTIATED_REF, "เลือกตัวชี้วัด", example="1.1.1", required=Required.ALWAYS, width=16)
    ]
    level: Annotated[int | None, Column("ระดับ", Count(1, 5), "5 ถึง 1", example="5", required=Required.ALWAYS, width=10)]
    criterion: Annotated[
        Value,
        Column(
            "เกณฑ์ร้อยละความสำเร็จ", Quantity(), "เช่น ร้อยละ 100", example="ร้อยละ 100", required=Required.FINAL, width=20
        ),
    ]
    work: Annotated[Prose, Column("วิธีวัดผลการดำเนินงาน", TOKENS, "ผลงานที่ต้องได้", required=Required.FINAL, width=80)]
    points: Annotated[
        Value, Column("คะแนน", Quantity(numeric=True), "คะแนนของระดับนี้", example="10", required=Required.FINAL, width=10)
    ]


class Condition(Sheet, sheet="เงื่อนไข", purpose="เงื่อนไขใต้เกณฑ์คะแนน", optional=True):
    """One condition of an indicator."""

    indicator: Annotated[
        str, Column("ตัวชี้วัด", NEGOTIATED_REF, "เลือกตัวชี้วัด", example="1.3.2", required=Required.ALWAYS, width=16)
    ]
    text: Annotated[Prose, Column("ข้อความ", TOKENS, "ไม่ต้องใส่เลขลำดับ", required=Required.ALWAYS, width=110)]


class Component(Sheet, sheet="องค์ประกอบ", purpose="องค์ประกอบที่ ๒ ถึง ๔ (ตาราง ฉ)"):
    """One component of the appraisal."""

    number: Annotated[
        int | None, Column("เลข", Count(2, 4), "2 ถึง 4", example="2", required=Required.ALWAYS, key=True, width=8)
    ]
    name: Annotated[str, Column("ชื่อ", Text(), "ชื่อองค์ประกอบ", required=Required.ALWAYS, width=90)]


class ComponentIndicator(Sheet, sheet="ตัวชี้วัดองค์ประกอบ", purpose="ตัวชี้วัดขององค์ประกอบที่ ๒ ถึง ๔"):
    """One indicator of a component."""

    code: Annotated[
        str, Column("รหัส", COMPONENT_INDICATOR, "เช่น 3.1", example="3.1", required=Required.ALWAYS, key=True, width=10)
    ]
    name: Annotated[str, Column("ชื่อ", Text(), "ชื่อตัวชี้วัด", required=Required.ALWAYS, width=70)]
    definition: Annotated[Prose, Column("นิยาม", TOKENS, "ว่าง = ตามที่หน่วยงานกำหนด", width=40)]
    agency: Annotated[str, Column("หน่วยงานที่กำหนด", AGENCY, "ชื่อย่อ", example="สยป.", width=18)]
