"""Workbooks drawn in text: sheets, rows and cells as an officer would see them.

    == KR
    รหัส | ชื่อ KR
    8214 | จำนวนคน

A line that begins with == names a sheet; cells are parted by |. `'8214` is text, `8214` a number, `0.9{0%}` a number
with a format, `8 ก.พ. 2014` … `2014-02-08` a date, `#REF!` an error, `=A1` a formula that was never calculated, TRUE
a truth value, `**ก**` bold, `//` a line break.
"""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from generator.model.districts import DISTRICTS

COMPLETE = """
== ตั้งค่า
หน่วยงาน | สำนักพัฒนาสังคม
ปีงบประมาณ พ.ศ. | 2568
คำยกเว้น |
== KR
{kr}
== นิยาม
KR | ตอน | รูปแบบ | ข้อความ | ตัวตั้ง | ตัวหาร | ตัวคูณ
'8214 | นิยาม | | ความหมาย
'8214 | วิธีคำนวณ | | นับจำนวน
== หน่วยงาน
KR | บทบาท | ชื่อหน่วยงาน/ส่วนราชการ | ค่าเป้าหมาย | บทบาทภารกิจ
'8214 | H | | 100 | ติดตาม
== มาตรฐาน
KR | หัวเรื่อง | ข้อความ
== ตัวอย่าง
KR | หัวเรื่อง | ข้อความ
"""

CELLS = {
    "รหัส": "'8214",
    "ชื่อ KR": "จำนวนคน",
    "ชื่อประเด็นการพัฒนา": "สนับสนุน",
    "สถานะ": "พร้อมลงนาม",
    "ค่าเป้าหมายรวม": "100",
    "หน่วยนับ": "คน",
    "ผู้ประสานงาน": "นางสาวตัวอย่าง ใจดี",
    "ตำแหน่งผู้ประสานงาน": "นักวิชาการ",
    "โทรศัพท์ผู้ประสานงาน": "'0 2000 0001",
    "ส่วนราชการผู้ประสานงาน": "กลุ่มงาน",
    "ผู้ลงนาม": "นางผู้ลงนาม ตัวอย่าง",
    "ตำแหน่งผู้ลงนาม": "ผู้อำนวยการ",
}


def complete(attachment: str = "", **cells: str) -> str:
    """Return a drawing of a KR workbook without fault; `cells` replace cells of its one key result by header.

    A header is written with _ for blanks. `attachment` is appended.
    """
    from generator.model.kr.key_result import KeyResult

    replaced = {header.replace("_", " "): cell for header, cell in cells.items()}
    headers = [column.header for column in KeyResult.COLUMNS.values()]
    assert not replaced.keys() - set(headers), "no such header"
    row = [(CELLS | replaced).get(header, "") for header in headers]
    return COMPLETE.replace("{kr}", f"{' | '.join(headers)}\n{' | '.join(row)}") + attachment


def attachment(
    figures: dict[str, str] | None = None, *, target: str = "เป้าหมาย", headers: str = "ฐาน | เป้าหมาย"
) -> str:
    """Draw an attachment of all districts: 2 in each cell, but for the rows given by the name of the district."""
    card = (
        f"== แนบ 8214\nชื่อตาราง |\nแสดงลำดับ |\nหัวคอลัมน์ชื่อ |\nหัวคอลัมน์กลุ่ม |\nหัวรวมเหนือคอลัมน์ตัวเลข |\n"
        f"คอลัมน์ที่เป็นค่าเป้าหมาย | {target}\nเขต | กลุ่ม | {headers}\n"
    )
    rows = [f"{d.name} | | {(figures or {}).get(d.name, '2 | 2')}" for d in DISTRICTS]
    return "\n" + card + "\n".join(rows) + "\n"


def whole(**cells: str) -> str:
    """Return a drawing of a KR workbook without fault that has an attachment as well."""
    return complete(attachment(), แนบรายละเอียดเป้าหมาย="✓", **cells)


def draw(drawing: str, path: Path, change: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
    """Write the workbook of a drawing; `change` may do to it what a drawing cannot show. Return its path."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheet = None
    row = 0
    for line in drawing.strip("\n").splitlines():
        if line.startswith("=="):
            sheet, row = book.create_sheet(line[2:].strip()), 0
            continue
        assert sheet is not None, "the first line names a sheet"
        row += 1
        for column, text in enumerate(line.split("|"), 1):
            _type(sheet.cell(row, column), text.strip())
    if change is not None:
        change(book)
    book.save(path)
    return path


def _type(cell: openpyxl.cell.Cell, text: str) -> None:
    text = text.replace("//", "\n")
    if not text:
        return
    if text.startswith("'"):
        cell.value, cell.number_format = text[1:], "@"
    elif found := re.fullmatch(r"(-?[\d.]+)(?:\{(.+)\})?", text):
        cell.value = float(found[1]) if "." in found[1] else int(found[1])
        cell.number_format = found[2] or "General"
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        cell.value = datetime.fromisoformat(text)
    elif text in ("TRUE", "FALSE"):
        cell.value = text == "TRUE"
    elif "**" in text:
        parts = text.split("**")
        cell.value = CellRichText(
            *(TextBlock(InlineFont(b=True), part) if index % 2 else part for index, part in enumerate(parts) if part)
        )
    else:
        cell.value = text
        if text.startswith("#"):
            cell.data_type = "e"
