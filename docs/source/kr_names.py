"""What the names mean that the template of the KR form may use; headers come from their declarations."""

from collections.abc import Mapping
from typing import Final

from generator.model.kr.key_result import KR_SHEET, KeyResult

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "KrContext": {
        **{name: f"ช่อง “{column.header}” ของแผ่นงาน {KR_SHEET}" for name, column in KeyResult.COLUMNS.items()},
        "document_title": "ชื่อเรื่องของเอกสาร (ใช้ในคุณสมบัติของไฟล์)",
        "draft": "เอกสารอยู่ในสถานะร่างหรือไม่",
        "year": "ปีงบประมาณ พ.ศ. ในแผ่นงาน ตั้งค่า",
        "agency": "หน่วยงานรับผิดชอบหลัก (H) ในแผ่นงาน ตั้งค่า",
        "dimension": "ชื่อด้าน ได้จากเลขตัวแรกของรหัส",
        "objective_number": "เลขประเด็นการพัฒนา ได้จากสองตัวแรกของรหัส เช่น ๘.๒",
        "meaning": "ย่อหน้าของตอน นิยาม ในแผ่นงาน นิยาม",
        "method": "ย่อหน้าและสูตรของตอน วิธีคำนวณ ในแผ่นงาน นิยาม",
        "agencies": "แถวของแผ่นงาน หน่วยงาน (H) ก่อน (R)",
        "tables": "ตารางในแผ่นงาน แนบ … ของ KR นี้",
        "standards": "แถวของแผ่นงาน มาตรฐาน",
        "examples": "แถวของแผ่นงาน ตัวอย่าง",
    },
    "AgencyLine": {"name": "ชื่อหน่วยงาน ตามด้วย (H) หรือ (R)", "target": "ค่าเป้าหมายของหน่วยงาน", "duties": "บทบาทภารกิจ"},
    "DistrictTable": {
        "title": "ชื่อตาราง",
        "number_header": "คำว่า ลำดับ หนึ่งรายการ หรือไม่มีเลย ตามช่อง แสดงลำดับ",
        "name_header": "หัวคอลัมน์ชื่อ",
        "group_header": "หัวคอลัมน์กลุ่ม",
        "figures_header": "หัวรวมเหนือคอลัมน์ตัวเลข",
        "headers": "หัวคอลัมน์ตัวเลขทุกคอลัมน์",
        "rows": "แถวของเขต",
        "totals": "ผลรวมของคอลัมน์ตัวเลขแต่ละคอลัมน์",
    },
    "DistrictLine": {
        "number": "เลขลำดับหนึ่งรายการ หรือไม่มีเลย",
        "name": "ชื่อสำนักงานเขต",
        "group": "กลุ่มเขต",
        "figures": "ตัวเลขทุกคอลัมน์",
    },
    "Entry": {"heading": "หัวเรื่อง", "text": "ข้อความ"},
}
"""What each name means, by the dataclass that has it."""
