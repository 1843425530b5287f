"""The sheets ยอดควบคุม and บันทึกการแก้ไข: approved totals to compare with, and decisions taken."""

from typing import Annotated

from generator.model.kinds import Long, Text
from generator.model.prose import Prose
from generator.model.quantities import Count, Money, Value
from generator.model.sheet import Column, Required, Sheet


class ControlTotal(Sheet, sheet="ยอดควบคุม", purpose="ยอดที่ได้รับอนุมัติ ใช้ตรวจเทียบ ไม่พิมพ์", optional=True):
    """An approved total that the plan is compared with."""

    scope: Annotated[
        str,
        Column(
            "ขอบเขต",
            Text(),
            "ส่วนที่ ๑ ส่วนที่ ๒ ส่วนที่ ๓ ชื่อด้าน หรือชื่อฝ่าย",
            example="ส่วนที่ ๒",
            required=Required.ALWAYS,
            width=30,
        ),
    ]
    budget: Annotated[Value, Column("งบประมาณ", Money(), "ยอดรวมเป็นบาท", width=20)]
    count: Annotated[int | None, Column("จำนวนโครงการ", Count(), "จำนวนโครงการที่ได้รับอนุมัติ เช่น 38", width=16)]
    source: Annotated[str, Column("ที่มา", Text(), "ยอดนี้มาจากที่ใด เช่น ข้อบัญญัติงบประมาณ", width=60)]


class Correction(Sheet, sheet="บันทึกการแก้ไข", purpose="บันทึกว่าเอกสารเดิมขัดกันที่ใด และใช้ค่าใด", optional=True):
    """A place where an earlier document contradicts itself, and what is used."""

    where: Annotated[
        str,
        Column("ที่ในเอกสาร", Text(), "ตารางหรือหน้าที่ขัดกัน เช่น ตารางสรุปส่วนที่ ๒ หน้า ๔๐", required=Required.ALWAYS, width=40),
    ]
    one: Annotated[Prose, Column("พิมพ์ไว้", Long(), "ค่าที่พิมพ์ไว้แห่งแรก เช่น 35,294,295 บาท", width=40)]
    other: Annotated[Prose, Column("พิมพ์ไว้อีกแห่ง", Long(), "ค่าที่พิมพ์ไว้อีกแห่ง เช่น 35,254,295 บาท", width=40)]
    used: Annotated[Prose, Column("ใช้", Long(), "ค่าที่ใช้ในแผนนี้ เช่น 35,254,295 บาท", width=40)]
    reason: Annotated[Prose, Column("เหตุผล", Long(), "เหตุที่ใช้ค่านั้น เช่น เท่ากับผลรวมของโครงการ", width=60)]
