"""The sheet of all projects of all districts, whose columns the other sheets add up."""

from typing import Final

from generator.model.rollup.city import DistrictRow, Rollup, dimension_label
from generator.model.rollup.plan import ProjectLine
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import letters
from generator.workbook.rollup.links import plain_name
from generator.workbook.rollup.listing import FIRST_ROW, ListColumn, Target, span, write_list
from generator.workbook.rollup.pen import Pen
from generator.workbook.styles import CALCULATED, GREY

NAME: Final = "โครงการ"
TITLE: Final = "โครงการและกิจกรรมทุกเขต"
HINT: Final = "กดปุ่มที่หัวคอลัมน์เพื่อกรอง · กดรหัสเพื่อเปิดสมุดงานของเขตที่โครงการนั้น · ยอดรวมใช้เฉพาะแถวที่คอลัมน์ นับรวม เป็น 1"

Record = tuple[DistrictRow, ProjectLine]


def names(count: int) -> dict[str, str]:
    """Return the columns that formulas speak of, by name, in a sheet of `count` projects."""
    wanted = enumerate(_columns(None))
    return {column.name: span(index, count, NAME) for index, column in wanted if column.name}


def write_projects(sheet: GrowingSheet, pen: Pen, rollup: Rollup) -> None:
    """Write the sheet."""
    columns = _columns(rollup)
    title = f"{TITLE} ปีงบประมาณ พ.ศ. {rollup.year}"
    write_list(sheet, pen, columns, rollup.lines, table="projects", title=title, hint=HINT, frozen=2)
    if rollup.lines:
        counted = letters(next(index for index, column in enumerate(columns) if column.name == "project_counted"))
        area = (FIRST_ROW, 0, FIRST_ROW + len(rollup.lines) - 1, len(columns) - 1)
        faint = pen.styles.make(font_color=GREY, italic=True, bg_color=CALCULATED)
        rule = {"type": "formula", "criteria": f"=${counted}{FIRST_ROW + 1}=0", "format": faint}
        sheet.conditional_format(*area, rule)


def _columns(rollup: Rollup | None) -> list[ListColumn[Record]]:
    def division(record: Record) -> str:
        return rollup.division(record[1]) if rollup else ""

    return [
        ListColumn("รหัสเขต", 11, lambda record: int(record[0].district.code), name="project_district"),
        ListColumn("เขต", 16, lambda record: record[0].district.name),
        ListColumn("กลุ่มเขต", 12, lambda record: record[0].district.group, name="project_group"),
        ListColumn("ส่วน", 19, lambda record: record[1].part, name="project_part"),
        ListColumn("รหัส", 8, lambda record: record[1].code or "เปิด", target=_target),
        ListColumn("โครงการ/กิจกรรม", 52, lambda record: record[1].name or "(ไม่มีชื่อ)"),
        ListColumn("งบประมาณ (บาท)", 15, lambda record: record[1].budget, money=True, name="project_budget"),
        ListColumn("ข้อความแทนงบประมาณ", 23, lambda record: record[1].words),
        ListColumn("ด้าน", 15, lambda record: dimension_label(record[1].dimension), name="project_dimension"),
        ListColumn("ส่วนราชการ", 22, division, name="project_division"),
        ListColumn("สนับสนุน", 15, lambda record: record[1].served),
        ListColumn("นับรวม", 10, lambda record: 0 if record[1].uncounted else 1, name="project_counted"),
        ListColumn("ไม่นับเพราะ", 16, lambda record: record[1].uncounted),
        ListColumn("โครงการหลัก", 34, lambda record: record[1].parent, printed=False),
        ListColumn("งาน", 24, lambda record: record[1].work, printed=False),
        ListColumn("รหัสนโยบาย", 13, lambda record: record[1].policies, printed=False),
        ListColumn("รหัสยุทธศาสตร์", 19, lambda record: record[1].strategy, printed=False),
        ListColumn("ประเภทงบ", 14, lambda record: record[1].fund, printed=False),
        ListColumn("บูรณาการ", 12, lambda record: "✓" if record[1].integrated else "", printed=False),
        ListColumn("สมุดงาน", 26, lambda record: plain_name(_target(record).path), printed=False),
    ]


def _target(record: Record) -> Target:
    row, line = record
    assert row.workbook is not None
    return Target(row.workbook, line.sheet, line.cell)
