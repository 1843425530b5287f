"""The small lists of the plan workbook: divisions, their work, agencies, dimensions, objectives."""

from typing import Annotated

from generator.model.kinds import Terms, Text
from generator.model.plan.codes import DIVISION, OBJECTIVE
from generator.model.quantities import Count
from generator.model.sheet import Column, Required, Sheet


class Division(Sheet, sheet="ส่วนราชการ", purpose="ส่วนราชการของสำนักงานเขต เรียงตามที่พิมพ์ในส่วนที่ ๓"):
    """One division of a district office."""

    name: Annotated[
        str,
        Column(
            "ชื่อเต็ม",
            Text(),
            "ชื่อเต็มของฝ่าย",
            example="ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม",
            required=Required.ALWAYS,
            key=True,
            width=44,
        ),
    ]
    short: Annotated[
        str, Column("ชื่อย่อ", Text(), "ใช้ในคอลัมน์แคบ", example="ฝ่ายพัฒนาชุมชนฯ", required=Required.ALWAYS, width=24)
    ]
    others: Annotated[tuple[str, ...], Column("ชื่ออื่น", Terms(), "ชื่ออื่นที่ยอมรับ คั่นด้วยจุลภาค", width=40)]


class Work(Sheet, sheet="งาน", purpose="งานของแต่ละฝ่าย (“อื่น ๆ” ไม่ต้องกรอก)"):
    """One kind of work of a division."""

    division: Annotated[
        str,
        Column("ส่วนราชการ", DIVISION, "ชื่อเต็มหรือชื่อย่อของฝ่าย", example="ฝ่ายปกครอง", required=Required.ALWAYS, width=34),
    ]
    name: Annotated[str, Column("งาน", Text(), "ชื่องาน", example="งานปกครอง", required=Required.ALWAYS, width=50)]


class AgencyName(Sheet, sheet="หน่วยงาน", purpose="ชื่อย่อและชื่อเต็มของหน่วยงาน"):
    """One agency of the city."""

    short: Annotated[
        str, Column("ชื่อย่อ", Text(), "ชื่อย่อมีจุด", example="สนท.", required=Required.ALWAYS, key=True, width=14)
    ]
    name: Annotated[str, Column("ชื่อเต็ม", Text(), "ชื่อเต็ม", example="สำนักเทศกิจ", required=Required.ALWAYS, width=50)]


class Dimension(Sheet, sheet="ด้าน", purpose="เก้าด้านของนโยบายผู้ว่าราชการกรุงเทพมหานคร"):
    """One of the nine dimensions."""

    number: Annotated[
        int | None, Column("เลข", Count(1, 9), "1 ถึง 9", example="1", required=Required.ALWAYS, key=True, width=8)
    ]
    name: Annotated[str, Column("ชื่อ", Text(), "ชื่อด้าน", example="เดินทางดี", required=Required.ALWAYS, width=30)]


class Objective(Sheet, sheet="ประเด็น", purpose="ประเด็นการพัฒนา (วัตถุประสงค์หลัก) ของแต่ละด้าน"):
    """One objective of a dimension."""

    code: Annotated[
        str,
        Column("รหัส", OBJECTIVE, "ด้าน จุด ลำดับ เช่น 1.2", example="1.2", required=Required.ALWAYS, key=True, width=10),
    ]
    name: Annotated[
        str, Column("ชื่อ", Text(), "ชื่อประเด็น", example="เพิ่มความคล่องตัวการเดินทาง", required=Required.ALWAYS, width=70)
    ]
