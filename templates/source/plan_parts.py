"""Parts ๑ to ๓ of the plan template, upright: the city plan, the strategy of the agency, routine work."""

from typing import Any

import paper
from docx.document import Document as DocumentType
from layout import EMPTY, HARD, YEAR, dash, gap, grid, heading, keep, money, say, span, title

OBJECTIVE_HEADS = (
    "วัตถุประสงค์หลัก\n(Objective)",
    "ตัววัดผลหลัก\n(Key Result : KR)",
    "ค่าเป้าหมาย\n(Target)",
    "หน่วยงาน\nรับผิดชอบหลัก",
    "หน่วยงาน\nสนับสนุน",
)
OBJECTIVE_WIDTHS = (1880, 2631, 2040, 1450, 1070)
POLICY_CODE = f"รหัสนโยบาย\n(๓{HARD}หลัก)"


def part_one(document: DocumentType) -> None:
    """Add the city plan: for each key result its headings, indicators and projects, then the summary."""
    title(document, f"ส่วนที่ ๑\nการดำเนินงานตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี {YEAR}", new_page=True)
    dash(document, "sides")
    say(document, "{% for side in sides %}")
    heading(document, "{{ side.heading }}")
    say(document, "{% for block in side.blocks %}")
    say(document, "{{ block.strategy }}", "แผน หัวข้อ")
    say(document, "{{ block.substrategy }}", "แผน หัวข้อ")
    texts = [
        ("{{ block.objective }}", "ช่อง"),
        ("{{ block.kr }}", "ช่อง"),
        ("{{ block.target }}", "ช่อง"),
        ("{{ block.hosts }}", "ช่องกลาง"),
        ("{{ block.supporters }}", "ช่องกลาง"),
    ]
    grid(document, OBJECTIVE_WIDTHS, [OBJECTIVE_HEADS], [texts])
    gap(document)
    say(document, "{% for tactic in block.tactics %}")
    say(document, "{{ tactic.line }}", "แผน หัวข้อ")
    _kpis(document)
    _city_projects(document)
    for _ in ("tactics", "blocks", "sides"):
        say(document, "{% endfor %}")
    _summary(document, "city_summary", f"โครงการ/กิจกรรมสำคัญตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี {YEAR}", False)


def _kpis(document: DocumentType) -> None:
    say(document, "{% if tactic.kpis %}")
    heads = [["ตัวชี้วัด (KPI)", "ค่าเป้าหมาย", ""], ["", "{{ last_year }}", "{{ year }}"]]
    body = [
        ("{% for row in tactic.kpis %}{{ row.name }}", "ช่อง"),
        ("{{ row.last_target }}", "ช่องกลาง"),
        ("{{ row.target }}{% endfor %}", "ช่องกลาง"),
    ]
    table = grid(document, [4871, 1700, 2500], heads, [body])
    paper.merge_down(table, 0, 0, 1)
    span(table.rows[0], 1, 2)
    gap(document)
    say(document, "{% endif %}")


def _city_projects(document: DocumentType) -> None:
    say(document, "{% if tactic.projects %}")
    heads = [f"รหัส\nยุทธศาสตร์\n(๖{HARD}หลัก)", "โครงการ/กิจกรรมสำคัญ", "งบประมาณ", "ส่วนราชการ", POLICY_CODE]
    body = [
        ("{% for row in tactic.projects %}{{ row.strategy }}", "ช่องกลาง"),
        ("{{ row.name }}", "ช่อง"),
        EMPTY,
        ("{{ row.division }}", "ช่องกลาง"),
        ("{{ row.codes }}{% endfor %}", "ช่องกลาง"),
    ]
    table = grid(document, [1180, 3501, 1460, 1680, 1250], [heads], [body])
    money(table.rows[-1].cells[2], "row.budget")
    gap(document)
    say(document, "{% endif %}")


def _summary(document: DocumentType, name: str, line: str, new_page: bool) -> None:
    """Add a summary: its last project stays with the total, the total with the sentences below."""
    first = f"สรุปโครงการและงบประมาณที่หน่วยงานจะดำเนินการในปีงบประมาณ {YEAR}"
    say(document, first, "แผน หัวข้อรอง", page_break_before=new_page or None, alignment=1)
    say(document, line, "แผน กลาง", space_after=76200)
    heads = ["ลำดับที่", "ชื่อโครงการ/กิจกรรมสำคัญ", "งบประมาณ", "ส่วนราชการ", POLICY_CODE]
    body = [
        ("{{ row.number }}", "ช่องกลาง"),
        ("{{ row.name }}", "ช่อง"),
        EMPTY,
        ("{{ row.division }}", "ช่องกลาง"),
        ("{{ row.codes }}", "ช่องกลาง"),
    ]
    total = [("รวมงบประมาณทั้งสิ้น", "หัวตาราง"), EMPTY, (f"**{{{{ {name}.total }}}}**", "ช่องขวา"), EMPTY, EMPTY]
    # The number of the last project is how many there are.
    turns = (f"{{% for row in {name}.rows %}}", f"{{% if row.number == {name}.count %}}", "{% else %}", "{% endif %}")
    rows = [turns[0], turns[1], body, turns[2], body, turns[3], "{% endfor %}", total]
    table = grid(document, [800, 3611, 1600, 1680, 1380], [heads], rows)
    for row in (table.rows[3], table.rows[5]):
        money(row.cells[2], "row.budget")
    keep(table.rows[3])
    span(table.rows[-1], 0, 1)
    lines = (
        f"โครงการ/กิจกรรมสำคัญ รวมจำนวน {{{{ {name}.count }}}} โครงการ/กิจกรรม",
        f"จำนวนเงินทั้งสิ้น {{{{ {name}.total }}}} บาท",
        f'โครงการภายใต้แผนงานบูรณาการ {{% if {name}.integrated_count == "-" %}}- {{% endif %}}'
        f"จำนวน {{{{ {name}.integrated_count }}}} โครงการ/กิจกรรม",
        f"จำนวนเงินทั้งสิ้น {{{{ {name}.integrated_total }}}} บาท",
    )
    for text in lines:
        say(document, text, "แผน ผลรวม", keep_with_next=False if text is lines[-1] else None)


def part_two(document: DocumentType) -> None:
    """Add the strategy of the agency: for each dimension its key results and projects, then the summary."""
    title(document, "ส่วนที่ ๒\nการดำเนินงานตามยุทธศาสตร์ของหน่วยงาน", new_page=True)
    line = f"ตัววัดผลหลัก (Key Result) และค่าเป้าหมายประเด็นการพัฒนา ประจำปีงบประมาณ {YEAR}"
    say(document, line, "แผน กลาง", space_after=76200)
    dash(document, "dimensions")
    say(document, "{% for dimension in dimensions %}")
    say(document, "{{ dimension.heading }}", "แผน หัวข้อรอง")
    say(document, "{% if dimension.measures %}")
    body = [
        ("{% for row in dimension.measures %}{% merge row.objective_key %}{{ row.objective }}", "ช่อง"),
        ("{{ row.name }}", "ช่อง"),
        ("{{ row.target }}", "ช่อง"),
        ("{{ row.host }}", "ช่องกลาง"),
        ("{{ row.supporters }}{% endfor %}", "ช่องกลาง"),
    ]
    grid(document, OBJECTIVE_WIDTHS, [OBJECTIVE_HEADS], [body])
    gap(document)
    say(document, "{% endif %}")
    say(document, "{% if dimension.projects %}")
    body = [
        ("{% for row in dimension.projects %}{{ row.name }}", "ช่อง"),
        EMPTY,
        ("{{ row.division }}", "ช่องกลาง"),
        ("{{ row.codes }}{% endfor %}", "ช่องกลาง"),
    ]
    heads = ["โครงการ/กิจกรรมสำคัญ", "งบประมาณ", "ส่วนราชการ", "รหัสนโยบาย/\nOKR"]
    table = grid(document, [4481, 1460, 1680, 1450], [heads], [body])
    money(table.rows[-1].cells[1], "row.budget")
    gap(document)
    say(document, "{% endif %}")
    say(document, "{% endfor %}")
    _summary(document, "agency_summary", "โครงการ/กิจกรรมสำคัญตามยุทธศาสตร์ของหน่วยงาน", True)


def part_three(document: DocumentType) -> None:
    """Add the routine work: a band for each division, its number above an empty cell beside its projects."""
    title(document, "ส่วนที่ ๓\nบัญชีรายการโครงการ/กิจกรรมที่มีลักษณะเป็นภารกิจประจำพื้นฐาน", new_page=True)
    say(document, "ระดับสำนักงานเขต", "แผน กลาง", space_after=76200)
    heads = ["ลำดับ\nที่", "งาน", "โครงการ", "งบประมาณ", POLICY_CODE]
    band = [("{{ division.number }}", "ช่องกลาง"), ("{{ division.name }}", "แถบ"), EMPTY, EMPTY, EMPTY]
    body = [
        ("{% merge division.number %}", "ช่องกลาง"),
        ("{% merge row.work_key %}{{ row.work }}", "ช่อง"),
        ("{{ row.project }}", "ช่อง"),
        EMPTY,
        ("{{ row.codes }}", "ช่องกลาง"),
    ]
    total = [("รวม", "หัวตาราง"), EMPTY, EMPTY, ("**{{ routine_total }}**", "ช่องขวา"), EMPTY]
    lines = ["{% for row in division.lines %}", "{% if row.last %}", body, "{% else %}", body, "{% endif %}"]
    rows = ["{% for division in divisions %}", band, *lines, "{% endfor %}", "{% endfor %}", total]
    table = grid(document, [700, 2200, 3431, 1490, 1250], [heads], rows)
    _open_below(table.rows[2].cells[0], "bottom")
    for row in (table.rows[5], table.rows[7]):
        _open_below(row.cells[0], "top")
        money(row.cells[3], "row.budget")
    span(table.rows[2], 1, 4)
    keep(table.rows[2])
    keep(table.rows[5])
    span(table.rows[-1], 0, 2)


def _open_below(cell: Any, side: str) -> None:
    """Leave out the line on one side of a cell."""
    paper.cell_property(cell, f'<w:tcBorders ><w:{side} w:val="nil"/></w:tcBorders>')
