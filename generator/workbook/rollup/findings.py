"""The sheet of all findings of all workbooks: code, severity, message, cure, and the cell it is about."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model.districts import District
from generator.model.rollup.city import NotedFinding, Rollup, Unlisted
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import letters
from generator.workbook.rollup.links import plain_name
from generator.workbook.rollup.listing import FIRST_ROW, ListColumn, Target, span, write_list
from generator.workbook.rollup.pen import COUNT, Pen
from generator.workbook.styles import MISSING

NAME: Final = "สิ่งที่พบ"
TITLE: Final = "สิ่งที่พบในสมุดงานทุกไฟล์"
HINT: Final = "กดช่องเพื่อเปิดสมุดงานที่ช่องนั้น · ผิด = ยังพิมพ์เอกสารไม่ได้ · เตือน = พิมพ์ได้ แต่ควรดู · รหัสดูคำอธิบายด้วย generate explain"
ERROR, WARNING = "ผิด", "เตือน"
_MORE: Final = "และอีก {count} ข้อ"
_MORE_CURE: Final = "ดูทั้งหมดด้วย generate check กับสมุดงานนี้"

Record = tuple[Path, District | None, str, str, str, str, str, str, int]
"""Workbook, district, severity, code, sheet, cell, message, cure, and how many findings the row stands for."""


def records(rollup: Rollup) -> list[Record]:
    """Return the rows of the sheet: districts by code, then what belongs to none."""
    found = [*map(_listed, rollup.findings), *(row for one in rollup.unlisted for row in _counted(one))]
    return sorted(found, key=lambda record: record[1].code if record[1] else "~")


def _listed(noted: NotedFinding) -> Record:
    one = noted.finding
    severity = ERROR if one.is_error else WARNING
    said = (one.message("th"), one.cure("th"))
    return noted.workbook, noted.district, severity, one.rule.code, one.sheet, one.cell, *said, 1


def _counted(one: Unlisted) -> Iterator[Record]:
    for severity, count in ((ERROR, one.errors), (WARNING, one.warnings)):
        if count:
            yield one.workbook, one.district, severity, "", "", "", _MORE.format(count=count), _MORE_CURE, count


def names(count: int) -> dict[str, str]:
    """Return the columns that formulas speak of, by name, in a sheet of `count` rows."""
    return {column.name: span(index, count, NAME) for index, column in enumerate(_COLUMNS) if column.name}


def write_findings(sheet: GrowingSheet, pen: Pen, rollup: Rollup) -> None:
    """Write the sheet."""
    rows = records(rollup)
    title = f"{TITLE} ปีงบประมาณ พ.ศ. {rollup.year}"
    write_list(sheet, pen, _COLUMNS, rows, table="findings", title=title, hint=HINT, frozen=2)
    if rows:
        severity = next(index for index, column in enumerate(_COLUMNS) if column.name == "finding_severity")
        area = (FIRST_ROW, severity, FIRST_ROW + len(rows) - 1, severity)
        criteria = f'=${letters(severity)}{FIRST_ROW + 1}="{ERROR}"'
        red = pen.styles.make(bg_color=MISSING, bold=True)
        sheet.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": red})


def _target(record: Record) -> Target:
    return Target(record[0], record[4], record[5])


_COLUMNS: Final[list[ListColumn[Record]]] = [
    ListColumn("รหัสเขต", 11, lambda record: int(record[1].code) if record[1] else None, name="finding_district"),
    ListColumn("เขต", 16, lambda record: record[1].name if record[1] else ""),
    ListColumn("ระดับ", 9, lambda record: record[2], name="finding_severity"),
    ListColumn("รหัส", 8, lambda record: record[3]),
    ListColumn("แผ่นงาน", 18, lambda record: record[4]),
    ListColumn("ช่อง", 10, lambda record: record[5] or ("เปิด" if record[4] else ""), target=_target),
    ListColumn("สิ่งที่พบ", 66, lambda record: record[6]),
    ListColumn("วิธีแก้", 60, lambda record: record[7]),
    ListColumn("สมุดงาน", 26, lambda record: plain_name(record[0]), target=lambda record: Target(record[0])),
    ListColumn("จำนวนข้อ", 13, lambda record: record[8], number_format=COUNT, name="finding_count"),
]
