"""The sheet ตั้งค่า of the KR workbook."""

from typing import Annotated

from generator.model.kinds import Terms, Text
from generator.model.moments import Year
from generator.model.sheet import Column, Layout, Required, Sheet


class Settings(Sheet, sheet="ตั้งค่า", purpose="ข้อมูลที่ใช้กับทุก KR ในสมุดงานนี้", layout=Layout.CARD):
    """What holds for all key results of the workbook."""

    agency: Annotated[
        str,
        Column(
            "หน่วยงาน",
            Text(),
            "ชื่อเต็มของหน่วยงานรับผิดชอบหลัก เช่น สำนักพัฒนาสังคม",
            example="สำนักพัฒนาสังคม",
            required=Required.ALWAYS,
            width=40,
        ),
    ]
    year: Annotated[
        int,
        Column("ปีงบประมาณ พ.ศ.", Year(), "ปี พ.ศ. สี่หลัก ใช้ในหัวเรื่องและชื่อไฟล์", example="2568", required=Required.ALWAYS),
    ]
    exceptions: Annotated[
        tuple[str, ...],
        Column(
            "คำยกเว้น",
            Terms(),
            "คำที่ไม่เปลี่ยนเป็นเลขไทย คั่นด้วยจุลภาค เช่น PM 2.5, COVID-19",
            example="PM 2.5, COVID-19",
        ),
    ]
