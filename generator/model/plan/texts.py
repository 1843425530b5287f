"""The sheets ข้อความ and อาณาเขต: free text of the plan, and the neighbours of the district."""

from typing import Annotated, Final

from generator.model.kinds import Choice, Long, Text
from generator.model.prose import Prose
from generator.model.sheet import Column, Required, Sheet

PARTS: Final = ("คำนำ", "ข้อมูลทั่วไป", "สภาพแวดล้อม", "จุดแข็ง", "จุดอ่อน", "โอกาส", "อุปสรรค", "วิสัยทัศน์", "พันธกิจ")
PARAGRAPH, HEADING, SUBHEADING, ITEM, DASH = STYLES = ("ย่อหน้า", "หัวข้อ", "หัวข้อย่อย", "ข้อ", "ขีด")
TOKENS: Final = Long(tokens=("เขต", "ปี", "ปีก่อน"))
"""Prose in which the names of district and year are filled in."""


class PlanText(Sheet, sheet="ข้อความ", purpose="ข้อความของแผน หนึ่งแถวคือหนึ่งย่อหน้า"):
    """One paragraph of free text."""

    part: Annotated[
        str, Column("ตอน", Choice(PARTS), "ตอนที่ย่อหน้านี้อยู่", example="คำนำ", required=Required.ALWAYS, width=18)
    ]
    style: Annotated[str, Column("รูปแบบ", Choice(STYLES, default=PARAGRAPH), "ว่าง = ย่อหน้า  ข้อ = ใส่เลขให้เอง", width=14)]
    text: Annotated[
        Prose,
        Column(
            "ข้อความ",
            TOKENS,
            "ใช้ [เขต] [ปี] [ปีก่อน] แทนชื่อเขตและปีได้",
            example="สำนักงานเขต[เขต] จัดทำแผนปี [ปี]",
            required=Required.ALWAYS,
            width=110,
        ),
    ]


class Neighbour(Sheet, sheet="อาณาเขต", purpose="เขตข้างเคียงทั้งสี่ทิศ", optional=True):
    """What lies beyond one border."""

    side: Annotated[
        str,
        Column(
            "ทิศ",
            Choice(("เหนือ", "ตะวันออก", "ใต้", "ตะวันตก")),
            "ด้านใดของเขต เช่น เหนือ",
            example="เหนือ",
            required=Required.ALWAYS,
            width=14,
        ),
    ]
    beyond: Annotated[
        str,
        Column("จรด", Text(), "สิ่งที่อยู่ถัดไปทางทิศนั้น เช่น เขตตลิ่งชัน", example="เขตตลิ่งชัน", required=Required.FINAL, width=50),
    ]
