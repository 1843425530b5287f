"""What the template of a form may name, as Markdown. Knows no page and no template."""

import typing
from collections.abc import Iterator, Sequence
from typing import Any, Final

from tables import table

from generator.forms import kr_form
from generator.model.kr.key_result import KR_SHEET, KeyResult
from generator.model.prose import Prose
from generator.render.expressions import FILTERS, bare, fields
from generator.render.values import Flow, Picture, Tick

FROM_ELSEWHERE: Final = {
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
    "AgencyLine.name": "ชื่อหน่วยงาน ตามด้วย (H) หรือ (R)",
    "AgencyLine.target": "ค่าเป้าหมายของหน่วยงาน",
    "AgencyLine.duties": "บทบาทภารกิจ",
    "DistrictTable.title": "ชื่อตาราง",
    "DistrictTable.number_header": "คำว่า ลำดับ หนึ่งรายการ หรือไม่มีเลย ตามช่อง แสดงลำดับ",
    "DistrictTable.name_header": "หัวคอลัมน์ชื่อ",
    "DistrictTable.group_header": "หัวคอลัมน์กลุ่ม",
    "DistrictTable.figures_header": "หัวรวมเหนือคอลัมน์ตัวเลข",
    "DistrictTable.headers": "หัวคอลัมน์ตัวเลขทุกคอลัมน์",
    "DistrictTable.rows": "แถวของเขต",
    "DistrictTable.totals": "ผลรวมของคอลัมน์ตัวเลขแต่ละคอลัมน์",
    "DistrictLine.number": "เลขลำดับหนึ่งรายการ หรือไม่มีเลย",
    "DistrictLine.name": "ชื่อสำนักงานเขต",
    "DistrictLine.group": "กลุ่มเขต",
    "DistrictLine.figures": "ตัวเลขทุกคอลัมน์",
    "Entry.heading": "หัวเรื่อง",
    "Entry.text": "ข้อความ",
}
"""What the names of contexts mean that are no column of the sheet KR."""


def names(name: str) -> Iterator[str]:
    """Yield the table of what a template may name: the fields of one dataclass of a form."""
    owner: type = getattr(kr_form, name)
    rows = [
        (f"`{field}`", typed(kind), meaning(owner, field), f"`{example(field, kind)}`")
        for field, kind in fields(owner).items()
    ]
    yield from table(("ชื่อ", "ชนิด", "ความหมาย", "ใช้ในแม่แบบ"), rows)


def typed(kind: Any) -> str:
    """Return in a few words what kind of value a name stands for."""
    known = {
        str: "ข้อความ",
        bool: "ใช่/ไม่ใช่",
        Tick: "ช่องกาเครื่องหมาย",
        Flow: "หลายย่อหน้า",
        Prose: "ข้อความหลายบรรทัด",
        Picture: "รูป (อาจไม่มี)",
    }
    if typing.get_origin(kind) is Sequence:
        (item,) = typing.get_args(kind)
        return "รายการของข้อความ" if item is str else f"รายการของ {item.__name__}"
    return known[bare(kind)]


def meaning(owner: type, field: str) -> str:
    """Return what a name means: the column of the sheet KR that fills it, or the words kept for it here."""
    if (known := FROM_ELSEWHERE.get(field if owner is kr_form.KrContext else f"{owner.__name__}.{field}")) is not None:
        return known
    return f"ช่อง “{KeyResult.COLUMNS[field].header}” ของแผ่นงาน {KR_SHEET}"


def example(field: str, kind: Any) -> str:
    """Return how a template uses a name."""
    if typing.get_origin(kind) is Sequence:
        return f"{{% for x in {field} %}} … {{% endfor %}}"
    if kind is bool or kind != bare(kind):
        return f"{{% if {field} %}} … {{% endif %}}"
    return f"{{{{ {field} }}}}"


def filters() -> Iterator[str]:
    """Yield the table of what a template may do with a text."""
    rows = [
        (f"`{{{{ name | {name} }}}}`", f"2568 ๒๕๖๘ → {function('2568 ๒๕๖๘')}") for name, function in FILTERS.items()
    ]
    yield from table(("เขียนว่า", "ได้ผลว่า"), rows)
