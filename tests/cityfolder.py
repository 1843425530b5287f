"""Folders of small plans and the KR workbook that they are compared with, drawn in a few lines."""

from pathlib import Path
from typing import Final

from tests.minibook import complete, draw
from tests.miniplans import plan

ATTACHMENT: Final = """
== แนบ 8214
ชื่อตาราง | ก
คอลัมน์ที่เป็นค่าเป้าหมาย | เป้าหมาย (คน)
เขต | กลุ่ม | เป้าหมาย (คน)
ดุสิต | กท.กลาง | 60
ภาษีเจริญ | กธ.ใต้ | 40
"""


def kr_workbook(path: Path, target: int = 100, dusit: int = 60) -> Path:
    """Write a KR workbook that asks for 8.2.14 as the plans of `plan_workbook` say it."""
    cells = {"ชื่อ_KR": "ตัววัด 8.2.14", "ค่าเป้าหมายรวม": str(target)}
    attachment = ATTACHMENT.replace("| 60", f"| {dusit}")
    path.parent.mkdir(parents=True, exist_ok=True)
    return draw(complete(attachment, **cells).replace("'8214 | H | | 100", f"'8214 | H | | {target}"), path)


def plan_workbook(path: Path, district: str, own: object, city: int = 100, **more: object) -> Path:
    """Write a plan of a district with its own target of 8.2.14, and the city's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    status, year = str(more.get("status", "ร่าง")), int(str(more.get("year", 2568)))
    drawing = plan(district, year, status=status, targets={"8.2.14": str(own)})
    drawing = drawing.replace("== ประเด็น\nรหัส | ชื่อ", "== ประเด็น\nรหัส | ชื่อ\n'1.4 | คลอง\n'8.2 | คน")
    drawing = drawing.replace("== ด้าน\nเลข | ชื่อ", "== ด้าน\nเลข | ชื่อ\n1 | เดินทางดี\n8 | สังคมดี")
    return draw(drawing.replace("| 60000 | คน", f"| {city} | คน"), path)
