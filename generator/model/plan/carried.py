"""The sheet รอยืนยัน: what a fresh plan workbook took over from last year's, to be confirmed line by line."""

from typing import Annotated

from generator.model.kinds import Flag, Text
from generator.model.moments import Year
from generator.model.quantities import Count
from generator.model.sheet import Column, Sheet


class Carried(
    Sheet,
    sheet="รอยืนยัน",
    purpose="ข้อมูลที่ยกมาจากแผนปีก่อน ตรวจแล้วทำเครื่องหมายทีละแถว ไม่พิมพ์",
    optional=True,
    when_used=True,
):
    """One kind of content that was carried over."""

    sheet_name: Annotated[str, Column("แผ่นงาน", Text(), "แผ่นงานที่มีข้อมูลนี้", example="ข้อความ", width=20)]
    about: Annotated[str, Column("เรื่อง", Text(), "สิ่งที่ยกมา", example="จุดแข็ง", width=50)]
    rows: Annotated[int | None, Column("จำนวนแถว", Count(), "จำนวนแถวที่ยกมา", example="4", width=12)]
    year: Annotated[int, Column("จากแผนปี", Year(), "ปีของแผนที่ยกมา", example="2567", width=12)]
    note: Annotated[str, Column("ข้อสังเกต", Text(), "สิ่งที่ควรดูเป็นพิเศษ", example="พบปี 2567 ในข้อความ 2 แห่ง", width=50)]
    confirmed: Annotated[
        bool, Column("ยืนยัน", Flag(), "ทำเครื่องหมายเมื่อตรวจแล้วว่ายังใช้ได้ในปีนี้ หรือแก้แล้ว", example="✓", width=12)
    ]
