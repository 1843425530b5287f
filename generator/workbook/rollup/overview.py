"""The first sheet: key figures, and the budget by dimension, group of districts and division, with charts."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.workbook import Workbook

from generator.model.kr.key_result import Status
from generator.model.plan.projects import PARTS
from generator.model.rollup.city import MISSING, UNFILLED, UNREADABLE, Rollup, Sums
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import letters
from generator.workbook.measure import count_lines
from generator.workbook.rollup import districts, findings, matrix
from generator.workbook.rollup.charts import add_chart
from generator.workbook.rollup.pen import COUNT, Pen, baht, page_points, row_height, set_print
from generator.workbook.styles import GREY, LINE, NAVY, PALE, SMALL
from generator.workbook.styles import MISSING as ORANGE

NAME: Final = "ภาพรวม"
TITLE: Final = "ภาพรวมแผนปฏิบัติราชการของ 50 สำนักงานเขต"
_WIDTHS: Final = (36.0, 18.0, 20.0, 18.0, 20.0, 3.0, 11.0, 11.0, 11.0, 11.0, 11.0, 11.0)
_PARTS: Final = 1
_TOTAL: Final = _PARTS + len(PARTS)
_CHART: Final = 6
_LAST: Final = len(_WIDTHS) - 1
_LINE: Final = row_height(1)
_LABEL: Final = _LINE + 4
_GAP: Final = 24.0
_CARDS: Final = (30.0, 6.0, 44.0, _LINE, 8.0)
"""Points of the rows of the title and the key figures."""
_SPARE: Final = 26.0
"""Points of a page that are left free: a screen or a printer makes columns a little wider or narrower."""


def write_overview(book: Workbook, sheet: GrowingSheet, pen: Pen, rollup: Rollup) -> None:
    """Write the sheet; those that it adds up are written besides."""
    title = f"{TITLE} ปีงบประมาณ พ.ศ. {rollup.year}"
    sheet.hide_gridlines(2)
    for index, width in enumerate(_WIDTHS):
        sheet.set_column(index, index, width)
    sheet.write_string(0, 0, title, pen.styles.title())
    _write_cards(pen, rollup)
    row, points = _write_missing(pen, rollup, len(_CARDS))
    row = _write_parts(pen, rollup, row)
    used = sum(_CARDS) + points + 4 * _LINE + _GAP
    page = page_points(_WIDTHS) - _SPARE
    breaks: list[int] = []
    for label, head, name, sums, kind in (
        ("งบประมาณตามด้าน", "ด้าน", "project_dimension", rollup.by_dimension, "bar"),
        ("งบประมาณตามกลุ่มเขต", "กลุ่มเขต", "project_group", rollup.by_group, "column"),
        ("งบประมาณตามส่วนราชการ", "ส่วนราชการ", "project_division", rollup.by_division, "bar"),
    ):
        lines = len(sums) + 2
        height = _LINE
        if not breaks:  # the dimensions fill the first page up, so that it ends here whether breaks are kept or not
            height = min(1.5 * _LINE, max(_LINE, (page - used - _LABEL) / lines))
        points = _LABEL + lines * height
        if kind == "column" or used + points > page:
            breaks.append(row)
            used = 0.0
        used += points + 2 * _GAP
        first, last = _write_sums(pen, rollup, row, head, label, name, sums, height)
        largest = max(sum(one.budgets, Decimal(0)) for one in sums)
        add_chart(book, sheet, kind, label, NAME, (first, last), _PARTS, (row, _CHART), points, largest)
        row = last + 4
    sheet.set_h_pagebreaks(breaks)
    sheet.set_selection(0, 0, 0, 0)
    set_print(sheet, title)
    sheet.print_area(0, 0, row - 2, _LAST)


def _write_cards(pen: Pen, rollup: Rollup) -> None:
    """Write the key figures, large, each over its caption."""
    counts, budgets = (districts.total(rollup, first + len(PARTS)) for first in (districts.COUNTS, districts.BUDGETS))
    rows = rollup.districts
    received = f"={len(rows)}" + "".join(
        f'-COUNTIF({districts.states(rollup)},"{state}")' for state in (MISSING, UNFILLED)
    )
    whole = rollup.whole
    differing = sum(matrix.differs(column, row) for column in rollup.columns for row in rows)
    cards: list[tuple[str, str, Decimal | int, str, bool]] = [
        ("เขตที่ส่งแล้ว จาก 50 เขต", received, rollup.received, "0", False),
        ("โครงการ", f"={counts}", whole.count, "#,##0", False),
        ("งบประมาณ (ล้านบาท)", f"={budgets}", whole.budget, "#,##0.0,,", False),
        ("ข้อที่ผิด", f'=SUMIFS(finding_count,finding_severity,"{findings.ERROR}")', rollup.errors, "#,##0", True),
        ("ข้อที่เตือน", f'=SUMIFS(finding_count,finding_severity,"{findings.WARNING}")', rollup.warnings, "#,##0", False),
    ]
    if rollup.compares:
        cell = districts.total(rollup, districts.CHECKS + 2)
        cards.append(("ค่าเป้าหมาย KR ที่ต่างจากที่จัดสรร", f"={cell}", differing, "#,##0", True))
    for index, (caption, formula, value, number_format, alarming) in enumerate(cards):
        _write_card(pen, index if index < 5 else _CHART, caption, formula, value, number_format, alarming)
    for row, height in enumerate(_CARDS):
        pen.sheet.set_row(row, height)


def _write_card(
    pen: Pen, column: int, caption: str, formula: str, value: Decimal | int, number_format: str, alarming: bool
) -> None:
    frame = {"align": "center", "bg_color": PALE, "border_color": LINE, "left": 1, "right": 1}
    large = pen.styles.make(
        bold=True, font_size=30, font_color=NAVY, valign="vcenter", top=1, num_format=number_format, **frame
    )
    small = pen.styles.make(font_size=SMALL, font_color=GREY, valign="top", bottom=1, **frame)
    if column >= _CHART:
        for row, style in ((2, large), (3, small)):
            pen.sheet.merge_range(row, column, row, _LAST, "", style)
    pen.sheet.write_formula(2, column, formula, large, float(value))
    pen.sheet.write_string(3, column, caption, small)
    if alarming:
        rule = {"type": "cell", "criteria": ">", "value": 0, "format": pen.styles.make(font_color="#C00000")}
        pen.sheet.conditional_format(2, column, 2, column, rule)


def _write_missing(pen: Pen, rollup: Rollup, row: int) -> tuple[int, float]:
    """Write who sent nothing, or nothing yet, and what was left out; return the next free row, and the points used."""
    lines = [
        (f"{state} {len(listed)} เขต: {', '.join(district.name for district in listed)}", ORANGE)
        for state, listed in ((MISSING, rollup.missing), (UNFILLED, rollup.unfilled))
        if listed
    ]
    if not lines:
        lines.append(("ได้รับครบทุกเขต", districts.GREEN))
    if rollup.left_out:
        lines.append((f"สมุดงานที่ไม่นับรวม {len(rollup.left_out)} ไฟล์ ดูเหตุผลในแผ่นงาน {findings.NAME}", ORANGE))
    heights: list[float] = []
    for text, colour in lines:
        style = pen.style(text_wrap=True, bg_color=colour)
        pen.sheet.merge_range(row, 0, row, _LAST, "", style)
        pen.sheet.write_string(row, 0, text, style)
        heights.append(row_height(count_lines(text, sum(_WIDTHS), SMALL)))
        pen.sheet.set_row(row, heights[-1])
        row += 1
    heights.append(8.0)
    pen.sheet.set_row(row, heights[-1])
    return row + 1, sum(heights)


def _write_parts(pen: Pen, rollup: Rollup, row: int) -> int:
    """Write counts and budgets by part, and beside them how many plans are in which state; return the next free row."""
    for column, text in enumerate(("ทุกเขตรวมกัน", *PARTS, "รวม")):
        pen.header(row, column, text)
    rows = rollup.districts
    for line, (label, first) in enumerate(
        (("จำนวนโครงการ", districts.COUNTS), ("งบประมาณ (บาท)", districts.BUDGETS)), row + 1
    ):
        pen.text(line, 0, label)
        sums = [*rollup.parts, rollup.whole]
        for index, one in enumerate(sums):
            value = Decimal(one.count) if first == districts.COUNTS else one.budget
            formula = f"={districts.total(rollup, first + index)}"
            pen.formula(line, _PARTS + index, formula, value, num_format=baht(value), bold=index == len(PARTS))
    _write_shares(pen, row + 3, row + 2, [part.budget for part in rollup.parts])
    states = [*Status, UNREADABLE, UNFILLED, MISSING]
    for index, state in enumerate(states):
        column = _CHART + index
        pen.header(row, column, state, dark=False)
        formula = f'=COUNTIF({districts.states(rollup)},"{state}")'
        style: dict[str, Any] = {"num_format": COUNT, "align": "center", "bold": True}
        pen.formula(row + 1, column, formula, sum(one.state == state for one in rows), **style)
    for line in range(row, row + 4):
        pen.sheet.set_row(line, _LINE)
    pen.sheet.set_row(row + 4, _GAP)
    return row + 5


def _write_shares(pen: Pen, row: int, budgets: int, values: Sequence[Decimal]) -> None:
    """Write each part's share of the budget, in per cent."""
    pen.text(row, 0, "ร้อยละของงบประมาณ")
    whole = sum(values, Decimal(0))
    total = f"${letters(_TOTAL)}${budgets + 1}"
    for index, value in enumerate([*values, whole]):
        formula = f"=IF({total}=0,0,{letters(_PARTS + index)}{budgets + 1}/{total}*100)"
        share = value / whole * 100 if whole else Decimal(0)
        pen.formula(row, _PARTS + index, formula, share, num_format='0.0;-0.0;"–"', bold=index == len(PARTS))


def _write_sums(
    pen: Pen, rollup: Rollup, row: int, head: str, label: str, name: str, sums: Sequence[Sums], height: float
) -> tuple[int, int]:
    """Write a table of budgets by part under its label; return its first and its last row of figures.

    Its lines are `height` points high.
    """
    pen.sheet.write_string(row, 0, label, pen.styles.make(bold=True, font_color=NAVY, valign="vcenter"))
    pen.sheet.set_row(row, _LABEL)
    for column, text in enumerate((head, *PARTS, "รวม")):
        pen.header(row + 1, column, text)
    first, last = row + 2, row + 1 + len(sums)
    for line, one in enumerate(sums, first):
        pen.text(line, 0, one.label, text_wrap=False)
        for index, value in enumerate(one.budgets):
            column = _PARTS + index
            here = f"({name}=$A{line + 1})*(project_part={letters(column)}${row + 2})"
            formula = f"=SUMPRODUCT({here}*project_counted*project_budget)"
            if one.is_rest:
                above = f"{letters(column)}{first + 1}:{letters(column)}{line}"
                formula = f"={districts.total(rollup, districts.BUDGETS + index)}-SUM({above})"
            pen.formula(line, column, formula, value, num_format=baht(value))
        span = f"{letters(_PARTS)}{line + 1}:{letters(_TOTAL - 1)}{line + 1}"
        whole = sum(one.budgets, Decimal(0))
        pen.formula(line, _TOTAL, f"=SUM({span})", whole, num_format=baht(whole), bold=True)
    pen.sheet.write_string(last + 1, 0, "รวม", pen.total_style())
    for index in range(len(PARTS) + 1):
        letter = letters(_PARTS + index)
        values = [one.budgets[index] if index < len(PARTS) else sum(one.budgets, Decimal(0)) for one in sums]
        whole = sum(values, Decimal(0))
        formula = f"=SUM({letter}{first + 1}:{letter}{last + 1})"
        pen.formula(last + 1, _PARTS + index, formula, whole, total=True, num_format=baht(whole))
    for line in range(row + 1, last + 2):
        pen.sheet.set_row(line, height)
    for line in range(last + 2, last + 4):
        pen.sheet.set_row(line, _GAP)
    return first, last
