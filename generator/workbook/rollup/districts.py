"""The sheet with one row for each of the 50 districts: its workbook, its state, its sums, its findings."""

from decimal import Decimal
from typing import Final

from generator.model.kr.key_result import Status
from generator.model.plan.projects import PARTS
from generator.model.rollup.city import MISSING, UNFILLED, UNREADABLE, DistrictRow, Rollup
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import letters, quoted
from generator.workbook.paper import write_heading
from generator.workbook.rollup import findings, matrix
from generator.workbook.rollup.links import plain_name
from generator.workbook.rollup.pen import BLUE, CODE, COUNT, Pen, baht, row_height, set_print
from generator.workbook.styles import CALCULATED, GREY
from generator.workbook.styles import MISSING as ORANGE

NAME: Final = "รายเขต"
TITLE: Final = "แผนปฏิบัติราชการของ 50 สำนักงานเขต"
HINT: Final = "เรียงตามรหัสเขต · กดชื่อสมุดงานเพื่อเปิด · จำนวนและงบประมาณคำนวณจากแผ่นงาน โครงการ"
TITLE_ROW, HEADER_ROW, FIRST_ROW = 2, 3, 4
COUNTS, BUDGETS, CHECKS = 5, 9, 13
"""The first columns of the counts, the budgets, and the results of checking."""
STATE: Final = 3
_WIDTHS: Final = (8, 18, 13, 12, 24, 10, 17, 13, 8, 14, 17, 14, 15, 7, 7, 14)
GREEN: Final = "#E2EFDA"


def last_row(rollup: Rollup) -> int:
    """Return the row of the last district; that of the totals follows it."""
    return FIRST_ROW + len(rollup.districts) - 1


def total(rollup: Rollup, column: int) -> str:
    """Return the cell that holds the total of a column, as formulas of other sheets name it."""
    return f"{quoted(NAME)}!${letters(column)}${last_row(rollup) + 2}"


def states(rollup: Rollup) -> str:
    """Return the cells that hold the states, as formulas of other sheets name them."""
    letter = letters(STATE)
    return f"{quoted(NAME)}!${letter}${FIRST_ROW + 1}:${letter}${last_row(rollup) + 1}"


def write_districts(sheet: GrowingSheet, pen: Pen, rollup: Rollup) -> None:
    """Write the sheet."""
    compares = rollup.compares
    widths = list(_WIDTHS if compares else _WIDTHS[:-1])
    title = f"{TITLE} ปีงบประมาณ พ.ศ. {rollup.year}"
    write_heading(sheet, 0, title, HINT, pen.styles)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    _write_headers(pen, compares)
    sheet.set_row(TITLE_ROW, row_height(1))
    sheet.set_row(HEADER_ROW, row_height(2))
    for row, district in enumerate(rollup.districts, FIRST_ROW):
        _write_row(pen, row, district)
        if compares:
            differing = sum(matrix.differs(column, district) for column in rollup.columns)
            cell = f"{quoted(matrix.NAME)}!${letters(matrix.DIFFERING)}${matrix.row_of(rollup, district) + 1}"
            pen.formula(row, CHECKS + 2, f"={cell}", differing, num_format=COUNT)
        sheet.set_row(row, row_height(1))
    _write_totals(pen, rollup, compares)
    _colour(sheet, pen, rollup, compares)
    sheet.autofilter(HEADER_ROW, 0, last_row(rollup), len(widths) - 1)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.set_selection(FIRST_ROW, 0, FIRST_ROW, 0)
    set_print(sheet, title, tall=2)
    sheet.repeat_rows(TITLE_ROW, HEADER_ROW)


def _write_headers(pen: Pen, compares: bool) -> None:
    for column, text in enumerate(("รหัสเขต", "เขต", "กลุ่มเขต", "สถานะ", "สมุดงาน")):
        pen.header(TITLE_ROW, column, "")
        pen.header(HEADER_ROW, column, text)
    pen.header(TITLE_ROW, COUNTS, "จำนวนโครงการ", last_column=COUNTS + len(PARTS))
    pen.header(TITLE_ROW, BUDGETS, "งบประมาณ (บาท)", last_column=BUDGETS + len(PARTS))
    for first in (COUNTS, BUDGETS):
        for index, text in enumerate((*PARTS, "รวม")):
            pen.header(HEADER_ROW, first + index, text, dark=text == "รวม")
    checks = ("ผิด", "เตือน", "KR ที่ต่างจากที่จัดสรร")[: 3 if compares else 2]
    pen.header(TITLE_ROW, CHECKS, "ผลการตรวจ (ข้อ)", last_column=CHECKS + len(checks) - 1)
    for index, text in enumerate(checks):
        pen.header(HEADER_ROW, CHECKS + index, text, dark=False)


def _write_row(pen: Pen, row: int, one: DistrictRow) -> None:
    pen.number(row, 0, int(one.district.code), num_format=CODE, align="center")
    pen.text(row, 1, one.district.name, text_wrap=False)
    pen.text(row, 2, one.district.group, text_wrap=False)
    pen.text(row, STATE, one.state, text_wrap=False)
    if one.workbook is None:
        pen.blank(row, 4)
    else:
        is_link = pen.link(row, 4, one.workbook)
        pen.text(row, 4, plain_name(one.workbook), text_wrap=False, **(BLUE if is_link else {}))
    code = f"$A{row + 1}"
    for index, part in enumerate(one.parts):
        for first, value, function in (
            (COUNTS, Decimal(part.count), "COUNTIFS("),
            (BUDGETS, part.budget, "SUMIFS(project_budget,"),
        ):
            column = first + index
            header = f"{letters(column)}${HEADER_ROW + 1}"
            formula = f"={function}project_district,{code},project_part,{header},project_counted,1)"
            pen.formula(row, column, formula, value, num_format=baht(value))
    for first, sum_ in (
        (COUNTS, Decimal(sum(part.count for part in one.parts))),
        (BUDGETS, sum((part.budget for part in one.parts), Decimal(0))),
    ):
        span = f"{letters(first)}{row + 1}:{letters(first + len(PARTS) - 1)}{row + 1}"
        pen.formula(row, first + len(PARTS), f"=SUM({span})", sum_, num_format=baht(sum_), bold=True)
    for index, (severity, count) in enumerate(((findings.ERROR, one.errors), (findings.WARNING, one.warnings))):
        formula = f'=SUMIFS(finding_count,finding_district,{code},finding_severity,"{severity}")'
        pen.formula(row, CHECKS + index, formula, count, num_format=COUNT)


def _write_totals(pen: Pen, rollup: Rollup, compares: bool) -> None:
    row = last_row(rollup) + 1
    style = pen.total_style(align="center")
    pen.sheet.merge_range(row, 0, row, 4, "", style)
    pen.sheet.write_string(row, 0, "รวมทุกเขต", style)
    rows, whole = rollup.districts, rollup.whole
    sums = [*(part.count for part in rollup.parts), whole.count]
    budgets = [*(part.budget for part in rollup.parts), whole.budget]
    checks = [sum(one.errors for one in rows), sum(one.warnings for one in rows)]
    if compares:
        checks.append(sum(matrix.differs(column, one) for column in rollup.columns for one in rows))
    values = [*map(Decimal, sums), *budgets, *map(Decimal, checks)]
    for column, value in enumerate(values, COUNTS):
        span = f"{letters(column)}{FIRST_ROW + 1}:{letters(column)}{row}"
        pen.formula(row, column, f"=SUM({span})", value, total=True, num_format=baht(value))
    pen.sheet.set_row(row, row_height(1) + 3)


def _colour(sheet: GrowingSheet, pen: Pen, rollup: Rollup, compares: bool) -> None:
    """Colour the states, and the counts that somebody has to see to."""
    area = (FIRST_ROW, STATE, last_row(rollup), STATE)
    looks: dict[str, dict[str, object]] = {
        MISSING: {"bg_color": CALCULATED, "font_color": GREY, "italic": True},
        UNFILLED: {"bg_color": CALCULATED, "font_color": GREY},
        UNREADABLE: {"bg_color": ORANGE, "bold": True},
        Status.READY: {"bg_color": GREEN},
        Status.SIGNED: {"bg_color": GREEN, "bold": True},
    }
    for state, look in looks.items():
        criteria = f'=$D{FIRST_ROW + 1}="{state}"'
        sheet.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": pen.styles.make(**look)})
    for column in (CHECKS, CHECKS + 2)[: 2 if compares else 1]:
        rule = {"type": "cell", "criteria": ">", "value": 0, "format": pen.styles.make(bg_color=ORANGE)}
        sheet.conditional_format(FIRST_ROW, column, last_row(rollup), column, rule)
