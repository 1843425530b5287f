"""The sheet of districts by key results: what the city allots, what the plan says, and the difference, marked."""

from decimal import Decimal
from math import ceil
from typing import Final

from generator.model.quantities import Value
from generator.model.rollup.city import MISSING, UNREADABLE, DistrictRow, Rollup
from generator.model.rollup.matrix import Figure, KrColumn
from generator.thai.numerals import to_thai
from generator.workbook.growing import GrowingSheet
from generator.workbook.lists import letters
from generator.workbook.measure import CHARACTER
from generator.workbook.paper import write_heading
from generator.workbook.rollup.pen import CODE, COUNT, LINKED, Pen, lines_in, row_height, set_print
from generator.workbook.styles import CALCULATED, GREY
from generator.workbook.styles import MISSING as ORANGE

NAME: Final = "ค่าเป้าหมาย KR"
TITLE: Final = "ค่าเป้าหมายราย KR ของแต่ละเขต"
HINT: Final = "จัดสรร = จากสมุดงาน KR · แผน = ค่าเป้าหมายของเขต ในแผ่นงาน ตัววัด · ต่าง = แผนลบจัดสรร · กดตัวเลขเพื่อเปิดช่องที่มา"
HINT_OF_PLANS: Final = "ค่าเป้าหมายของเขต ในแผ่นงาน ตัววัด ของแต่ละแผน · ไม่มีสมุดงาน KR ให้เทียบ · กดตัวเลขเพื่อเปิดช่องที่มา"
NOTHING: Final = "ไม่มี KR ที่กำหนดค่าเป้าหมายรายเขต"
GIVEN, PLANNED, DIFFERENCE = "จัดสรร", "แผน", "ต่าง"
ABSENT: Final = "ไม่มีในแผน"
INCOMPARABLE: Final = "เทียบไม่ได้"
STATE, DIFFERING, FIRST = 2, 3, 4
OKR_ROW, COUNTS_ROW, HEADER_ROW, FIRST_ROW = 2, 3, 4, 5
_WIDTH: Final = 11.0
_ALONE: Final = 22.0
"""Characters of a column, and of one that stands alone for its key result."""
_LEGIBLE: Final = 0.6
_ROOM: Final = 770.0


def row_of(rollup: Rollup, district: DistrictRow) -> int:
    """Return the row of a district, counted from 0."""
    return FIRST_ROW + [one.district.code for one in rollup.districts].index(district.district.code)


def differs(column: KrColumn, row: DistrictRow) -> bool:
    """Return whether the plan of a district says anything else than the city allots."""
    return compared(column, row) not in ("", Decimal(0))


def compared(column: KrColumn, row: DistrictRow) -> Decimal | str:
    """Return what stands in the cell of the difference: a number, a word, or nothing where there is no plan."""
    if column.allotted is None or row.plan is None:
        return ""
    code = row.district.code
    difference = column.difference(code)
    if difference is not None:
        return round(difference, 6)
    given, planned = (side[code].value if code in side else Value() for side in (column.allotted, column.planned))
    if given.number is None and planned.number is None and given.text == planned.text:
        return ""
    return INCOMPARABLE if planned else ABSENT


def write_matrix(sheet: GrowingSheet, pen: Pen, rollup: Rollup) -> None:
    """Write the sheet."""
    compares = rollup.compares
    title = f"{TITLE} ปีงบประมาณ พ.ศ. {rollup.year}"
    write_heading(sheet, 0, title, HINT if compares else HINT_OF_PLANS, pen.styles)
    widths = [8.0, 18.0, 12.0, 9.0]
    _write_left(pen, rollup, compares)
    column, lines = FIRST, [1, 1]
    for kr in rollup.columns:
        width = 3 if kr.allotted is not None else 1
        room = _WIDTH * width if width > 1 else _ALONE
        texts = (f"OKR {to_thai(kr.okr)} {kr.name}", kr.counts)
        lines = [max(now, lines_in([(text, room - 1)])) for now, text in zip(lines, texts, strict=True)]
        for row, text in zip((OKR_ROW, COUNTS_ROW), texts, strict=True):
            pen.header(row, column, text, last_column=column + width - 1, dark=row == OKR_ROW)
        _write_column(pen, column, kr, rollup)
        widths += [room / width] * width
        column += width
    if not rollup.columns:
        sheet.write_string(OKR_ROW, FIRST, NOTHING, pen.styles.note())
    for index, characters in enumerate(widths):
        sheet.set_column(index, index, characters)
    sheet.set_row(OKR_ROW, row_height(min(lines[0], 8)))
    sheet.set_row(COUNTS_ROW, row_height(min(lines[1], 6)))
    sheet.freeze_panes(FIRST_ROW, FIRST)
    sheet.set_selection(FIRST_ROW, 0, FIRST_ROW, 0)
    wide = ceil(sum(widths) * CHARACTER * _LEGIBLE / _ROOM)
    set_print(sheet, title, wide=wide, tall=2)
    sheet.repeat_rows(OKR_ROW, HEADER_ROW)
    sheet.repeat_columns(0, FIRST - 1)


def _write_left(pen: Pen, rollup: Rollup, compares: bool) -> None:
    """Write the columns that name the districts, and the labels of the totals."""
    for column, text in enumerate(("รหัสเขต", "เขต", "สถานะ", "KR ที่ต่าง")):
        for row in (OKR_ROW, COUNTS_ROW):
            pen.header(row, column, "")
        pen.header(HEADER_ROW, column, text if compares or column != DIFFERING else "")
    end = FIRST + sum(3 if kr.allotted is not None else 1 for kr in rollup.columns)
    for row, one in enumerate(rollup.districts, FIRST_ROW):
        pen.number(row, 0, int(one.district.code), num_format=CODE, align="center")
        pen.text(row, 1, one.district.name, text_wrap=False)
        pen.text(row, STATE, one.state, text_wrap=False)
        if compares:
            heads = f"${letters(FIRST)}${HEADER_ROW + 1}:${letters(end - 1)}${HEADER_ROW + 1}"
            cells = f"${letters(FIRST)}{row + 1}:${letters(end - 1)}{row + 1}"
            formula = f'=SUMPRODUCT(({heads}="{DIFFERENCE}")*({cells}<>"")*({cells}<>0))'
            pen.formula(row, DIFFERING, formula, sum(differs(kr, one) for kr in rollup.columns), num_format=COUNT)
        else:
            pen.blank(row, DIFFERING)
        pen.sheet.set_row(row, row_height(1))
    labels = ("รวมทุกเขต", "ค่าเป้าหมายของกรุงเทพมหานคร", "ผลรวมต่างจากค่าเป้าหมายของกรุงเทพมหานคร")
    for row, text in enumerate(labels, FIRST_ROW + len(rollup.districts)):
        style = pen.total_style()
        pen.sheet.merge_range(row, 0, row, FIRST - 1, "", style)
        pen.sheet.write_string(row, 0, text, style)
        pen.sheet.set_row(row, row_height(1) + 3)
    area = (FIRST_ROW, STATE, FIRST_ROW + len(rollup.districts) - 1, STATE)
    grey = pen.styles.make(bg_color=CALCULATED, font_color=GREY, italic=True)
    criteria = f'=$C{FIRST_ROW + 1}="{MISSING}"'
    pen.sheet.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": grey})


def _write_column(pen: Pen, column: int, kr: KrColumn, rollup: Rollup) -> None:
    """Write one key result: allotted, planned and the difference, or what is planned alone."""
    compares = kr.allotted is not None
    planned = column + 1 if compares else column
    if compares:
        pen.header(HEADER_ROW, column, GIVEN, dark=False)
        pen.header(HEADER_ROW, column + 2, DIFFERENCE, dark=False)
    pen.header(HEADER_ROW, planned, PLANNED, dark=False)
    for row, one in enumerate(rollup.districts, FIRST_ROW):
        code = one.district.code
        if kr.allotted is not None:
            given = kr.allotted.get(code)
            _write_figure(pen, row, column, given, given and rollup.kr_books[given.source])
            _write_difference(pen, row, column, kr, one)
        _write_figure(pen, row, planned, kr.planned.get(code), one.workbook)
    if compares:
        area = (FIRST_ROW, column + 2, FIRST_ROW + len(rollup.districts) - 1, column + 2)
        cell = f"{letters(column + 2)}{FIRST_ROW + 1}"
        orange = pen.styles.make(bg_color=ORANGE, bold=True)
        rule = {"type": "formula", "criteria": f'=AND({cell}<>"",{cell}<>0)', "format": orange}
        pen.sheet.conditional_format(*area, rule)
    _write_totals(pen, column, kr, rollup)


def _write_figure(pen: Pen, row: int, column: int, figure: Figure | None, path: object) -> None:
    if figure is None or not figure.value:
        pen.blank(row, column)
        return
    is_link = path is not None and pen.link(row, column, path, figure.sheet, figure.cell)  # type: ignore[arg-type]
    look = LINKED if is_link else {}
    if figure.value.number is None:
        pen.text(row, column, figure.value.text, text_wrap=False, **look)
    else:
        pen.number(row, column, figure.value.number, num_format=shown_as(figure.value), **look)


def shown_as(value: Value) -> str:
    """Return the number format of a target: as many decimals as it has, with its sign of per cent."""
    exponent = value.number.normalize().as_tuple().exponent if value.number is not None else 0
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return "#,##0" + ("." + "0" * min(decimals, 6) if decimals else "") + ('"%"' if value.percent else "")


def _write_difference(pen: Pen, row: int, column: int, kr: KrColumn, one: DistrictRow) -> None:
    state = f"${letters(STATE)}{row + 1}"
    given, planned = f"{letters(column)}{row + 1}", f"{letters(column + 1)}{row + 1}"
    formula = (
        f'=IF(OR({state}="{MISSING}",{state}="{UNREADABLE}"),"",IF(AND(ISNUMBER({given}),ISNUMBER({planned})),'
        f"ROUND({planned}-{given},6),"
        f'IF(EXACT({given},{planned}),"",IF({planned}="","{ABSENT}","{INCOMPARABLE}"))))'
    )
    pen.formula(
        row, column + 2, formula, compared(kr, one), num_format='+#,##0.######;-#,##0.######;"–"', align="right"
    )


def _write_totals(pen: Pen, column: int, kr: KrColumn, rollup: Rollup) -> None:
    """Write the sum over the districts, the target of the city, and what the sum lacks of it."""
    last = FIRST_ROW + len(rollup.districts)
    sides = [kr.allotted, kr.planned] if kr.allotted is not None else [kr.planned]
    codes = [one.district.code for one in rollup.districts]
    sums = []
    for index, side in enumerate(sides):
        letter = letters(column + index)
        numbers = [side[code].value.number for code in codes if code in side]
        sum_ = sum((number for number in numbers if number is not None), Decimal(0))
        sums.append(sum_)
        if kr.adds:
            span = f"{letter}{FIRST_ROW + 1}:{letter}{last}"
            pen.formula(last, column + index, f"=SUM({span})", sum_, total=True, num_format=COUNT)
        else:
            _write_words(pen, last, column + index, "–")
        if kr.meets_city and kr.city.number is not None:
            pen.sheet.write_number(
                last + 1, column + index, float(kr.city.number), pen.total_style(num_format=shown_as(kr.city))
            )
            formula = f"=ROUND({letter}{last + 1}-{letter}{last + 2},6)"
            lacking = round(sum_ - kr.city.number, 6)
            pen.formula(last + 2, column + index, formula, lacking, total=True, num_format='+#,##0;-#,##0;"–"')
        else:
            _write_words(pen, last + 1, column + index, _city_words(kr))
            _write_words(pen, last + 2, column + index, "–")
    if len(sides) > 1:
        left, right = letters(column), letters(column + 1)
        if kr.adds:
            formula = f"=ROUND({right}{last + 1}-{left}{last + 1},6)"
            difference = round(sums[1] - sums[0], 6)
            pen.formula(last, column + 2, formula, difference, total=True, num_format='+#,##0;-#,##0;"–"')
        else:
            _write_words(pen, last, column + 2, "–")
        for row in (last + 1, last + 2):
            pen.sheet.write_blank(row, column + 2, None, pen.total_style())


def _city_words(kr: KrColumn) -> str:
    """Return the target of the city in words: it counts other things than the shares of districts do."""
    if kr.city.percent or not kr.city_unit:
        return kr.city.text or "–"
    before = kr.city_unit.startswith(("ร้อยละ", "ระดับ"))
    return f"{kr.city_unit} {kr.city.text}" if before else f"{kr.city.text} {kr.city_unit}"


def _write_words(pen: Pen, row: int, column: int, text: str) -> None:
    pen.sheet.write_string(row, column, text[:100], pen.total_style(align="right"))
