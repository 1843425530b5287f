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
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

from generator.model.districts import DISTRICTS
from tests.plainbook import Typed, write_plain

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


NUMBER: Final = re.compile(r"(-?[\d.]+)(?:\{(.+)\})?")
DATE: Final = r"\d{4}-\d\d-\d\d"
DECORATED: Final = rf"\*\*|{DATE}"
"""What may stand in a drawing that openpyxl writes: formats within a cell, and dates."""


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


@dataclass(frozen=True)
class Instead:
    """A change that puts a text into one cell, since a drawing would read it otherwise."""

    sheet: str
    cell: str
    text: str

    def __call__(self, book: openpyxl.Workbook) -> None:
        book[self.sheet][self.cell] = self.text

    def moved(self) -> "Instead":
        """Return the change for a drawing with an empty column at the left."""
        row, column = coordinate_to_tuple(self.cell)
        return replace(self, cell=f"{get_column_letter(column + 1)}{row}")

    def put(self, sheets: dict[str, list[list[Typed]]]) -> None:
        """Do the same to sheets that are not written yet."""
        row, column = coordinate_to_tuple(self.cell)
        cells = sheets[self.sheet][row - 1]
        cells += [Typed(None)] * (column - len(cells))
        cells[column - 1] = Typed(self.text)


def moved(drawing: str) -> str:
    """Return a drawing with an empty column at the left of each sheet."""
    return "\n".join(line if line.startswith("==") else f"|{line}" for line in drawing.strip("\n").splitlines())


def draw(drawing: str, path: Path, change: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
    """Write the workbook of a drawing; `change` may do to it what a drawing cannot show. Return its path."""
    sheets = _sheets(drawing)
    if not isinstance(change, Instead | None) or re.search(DECORATED, drawing):
        _draw_with_openpyxl(sheets, path, change)
        return path
    typed = {name: [list(map(_typed, row)) for row in rows] for name, rows in sheets.items()}
    if change is not None:
        change.put(typed)
    write_plain(path, typed)
    return path


def _sheets(drawing: str) -> dict[str, list[list[str]]]:
    sheets: dict[str, list[list[str]]] = {}
    rows: list[list[str]] | None = None
    for line in drawing.strip("\n").splitlines():
        if line.startswith("=="):
            rows = []
            assert sheets.setdefault(line[2:].strip(), rows) is rows, "a sheet stands once"
            continue
        assert rows is not None, "the first line names a sheet"
        rows.append([text.strip().replace("//", "\n") for text in line.split("|")])
    return sheets


def _typed(text: str) -> Typed:
    if not text:
        return Typed(None)
    if text.startswith("'"):
        return Typed(text[1:], "@")
    if found := NUMBER.fullmatch(text):
        return Typed(float(found[1]) if "." in found[1] else int(found[1]), found[2] or "General")
    return Typed(text == "TRUE" if text in ("TRUE", "FALSE") else text)


def _draw_with_openpyxl(
    sheets: dict[str, list[list[str]]], path: Path, change: Callable[[openpyxl.Workbook], None] | None
) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row, texts in enumerate(rows, 1):
            for column, text in enumerate(texts, 1):
                _type(sheet.cell(row, column), text)
    if change is not None:
        change(book)
    book.save(path)


def _type(cell: openpyxl.cell.Cell, text: str) -> None:
    typed = _typed(text)
    if re.fullmatch(DATE, text):
        cell.value = datetime.fromisoformat(text)
    elif "**" in text and not text.startswith("'"):
        parts = text.split("**")
        cell.value = CellRichText(
            *(TextBlock(InlineFont(b=True), part) if index % 2 else part for index, part in enumerate(parts) if part)
        )
    elif typed.value is not None:
        cell.value, cell.number_format = typed
        if typed.is_error and not text.startswith("'"):
            cell.data_type = "e"
