"""The sheets มาตรฐาน and ตัวอย่าง: standards of operation and examples of good practice."""

from typing import Annotated

from generator.model.kinds import Long, Text
from generator.model.kr.key_result import KR_REF
from generator.model.prose import Prose
from generator.model.sheet import Column, Required, Sheet


class Standard(Sheet, sheet="มาตรฐาน", purpose="มาตรฐานการดำเนินงาน พิมพ์เป็นเอกสารแนบ", subject="kr"):
    """One entry of the standards of operation of a key result."""

    kr: Annotated[str, Column("KR", KR_REF, "เลือก KR", example="8214", required=Required.ALWAYS, width=14)]
    heading: Annotated[
        str, Column("หัวเรื่อง", Text(), "หัวข้อย่อยเหนือข้อความ ไม่มีให้เว้นว่าง", example="การรับและส่งต่ออาหาร", width=34)
    ]
    text: Annotated[
        Prose,
        Column(
            "ข้อความ",
            Long(),
            "หลายย่อหน้าได้ ขึ้นต้นด้วย 1. หรือ - จะจัดย่อหน้าให้",
            example="- ตรวจสภาพอาหารก่อนส่งต่อทุกครั้ง",
            required=Required.FINAL,
            width=90,
        ),
    ]


class Example(Sheet, sheet="ตัวอย่าง", purpose="ตัวอย่างการปฏิบัติงานที่ดี พิมพ์เป็นเอกสารแนบ", subject="kr"):
    """One example of good practice of a key result."""

    kr: Annotated[str, Column("KR", KR_REF, "เลือก KR", example="8214", required=Required.ALWAYS, width=14)]
    heading: Annotated[str, Column("หัวเรื่อง", Text(), "ชื่อของตัวอย่าง ไม่มีให้เว้นว่าง", example="จุดแบ่งปันอาหารในชุมชน", width=34)]
    text: Annotated[
        Prose,
        Column(
            "ข้อความ",
            Long(),
            "หลายย่อหน้าได้ ขึ้นต้นด้วย 1. หรือ - จะจัดย่อหน้าให้",
            example="เขตจัดจุดรับอาหารทุกวันพุธ และส่งต่อภายในสองชั่วโมง",
            required=Required.FINAL,
            width=90,
        ),
    ]
