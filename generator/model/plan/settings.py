"""The sheet ตั้งค่า of the plan workbook."""

from datetime import date
from typing import Annotated

from generator.model.codes import Address, DistrictName
from generator.model.districts import District
from generator.model.kinds import Choice, Terms, Text
from generator.model.kr.key_result import Status
from generator.model.moments import Day, Year
from generator.model.quantities import Count
from generator.model.sheet import Column, Layout, Required, Sheet


class PlanSettings(Sheet, sheet="ตั้งค่า", purpose="ข้อมูลที่ใช้กับแผนทั้งเล่ม", layout=Layout.CARD):
    """What holds for the whole plan."""

    district: Annotated[
        District | None,
        Column("เขต", DistrictName(), "เลือกเขต ใช้ในหัวเรื่องทุกแห่ง", example="ภาษีเจริญ", required=Required.ALWAYS, width=40),
    ]
    year: Annotated[int, Column("ปีงบประมาณ พ.ศ.", Year(), "ปี พ.ศ. สี่หลัก", example="2567", required=Required.ALWAYS)]
    status: Annotated[
        str,
        Column(
            "สถานะเอกสาร",
            Choice(tuple(Status), default=Status.DRAFT),
            "ร่าง = พิมพ์มีลายน้ำและเว้นช่องว่างได้  พร้อมลงนาม = ต้องครบทุกช่อง",
            example="ร่าง",
        ),
    ]
    director: Annotated[
        str,
        Column(
            "ชื่อผู้อำนวยการเขต",
            Text(),
            "คำนำหน้า ชื่อ และนามสกุล ผู้ลงนามในคำนำ",
            example="นายตัวอย่าง สมมติ",
            required=Required.FINAL,
        ),
    ]
    director_position: Annotated[
        str, Column("ตำแหน่งผู้ลงนาม", Text(), "ตำแหน่งเต็ม", example="ผู้อำนวยการเขตภาษีเจริญ", required=Required.FINAL)
    ]
    signed: Annotated[
        date | None, Column("วันที่ลงนาม", Day(), "วัน เดือน ปี พ.ศ.", example="2 ตุลาคม 2566", required=Required.FINAL)
    ]
    address: Annotated[
        str,
        Column(
            "ที่อยู่เว็บของแผน",
            Address(),
            "พิมพ์เป็นรหัสคิวอาร์บนปก",
            example="https://example.go.th/plan2567",
            required=Required.FINAL,
        ),
    ]
    weight: Annotated[
        int | None,
        Column(
            "น้ำหนักรวมองค์ประกอบที่ ๑",
            Count(0, 100),
            "น้ำหนักของตัวชี้วัดเจรจาต้องรวมได้เท่านี้",
            example="70",
            required=Required.FINAL,
        ),
    ]
    part_words: Annotated[
        str,
        Column(
            "ข้อความเมื่อเป็นส่วนหนึ่งของโครงการอื่น",
            Text(),
            "พิมพ์ในช่องงบประมาณของตาราง ง สำหรับโครงการที่กรอกช่อง “เป็นส่วนหนึ่งของ” ไว้ ว่าง = ใช้งบประมาณส่วนหนึ่งในโครงการ",
        ),
    ]
    policy_note: Annotated[str, Column("หมายเหตุใต้ตาราง ง", Text(), "ว่าง = หมายเหตุ * หมายถึง เป็นส่วนหนึ่งของโครงการนั้น")]
    exceptions: Annotated[
        tuple[str, ...], Column("คำยกเว้น", Terms(), "คำที่ไม่เปลี่ยนเป็นเลขไทย คั่นด้วยจุลภาค", example="PM 2.5, COVID-19")
    ]
