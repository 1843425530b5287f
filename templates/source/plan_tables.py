"""Part ๔ of the plan template, landscape: tables ก, ข and ค, the indicators and what defines them."""

import paper
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm
from layout import SMALL, YEAR, dash, gap, grid, keep, last_paragraph, may_split, say, tall_or_whole, title
from plan_links import components, policy
from plan_steps import steps

DEFINITION = "นิยาม/\nคำอธิบายตัวชี้วัด"
PROJECTS = "โครงการ/กิจกรรม"


def part_four(document: DocumentType) -> None:
    """Add part ๔: its pages lie, and their numbers go on."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    paper.page_numbers(section)
    title(document, "ส่วนที่ ๔\nการนำแผนฯ ไปสู่การปฏิบัติและการติดตามประเมินผล")
    _city(document)
    _agency(document)
    _negotiated(document)
    policy(document)
    steps(document)
    components(document)


def _city(document: DocumentType) -> None:
    title(document, f"ตาราง ก แสดงตัวชี้วัดตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี {YEAR}", 2)
    dash(document, "city_tables")
    say(document, "{% for table in city_tables %}")
    for label, name in (("วัตถุประสงค์หลัก (Objective)", "objective"), ("ตัววัดผลหลัก (Key Result : KR)", "kr")):
        say(document, f"**{label}** {{{{ table.{name} }}}}", f"แผน ช่อง{SMALL}", keep_with_next=True)
    gap(document, Cm(0.1), keep=True)
    heads = ["กลยุทธ์", "ตัวชี้วัด KPI", "ค่าเป้าหมาย", DEFINITION, PROJECTS]
    body = [
        ("{% for row in table.lines %}{% merge row.tactic %}{{ row.tactic }}", "ช่อง"),
        ("{{ row.name }}", "ช่อง"),
        ("{{ row.target }}", "ช่อง"),
        ("{{ row.definition }}", "ช่อง"),
        ("{{ row.projects }}", "ช่อง"),
    ]
    row = grid(document, [1750, 1950, 1352, 6600, 2350], [heads], [body], small=True).rows[-1]
    last_paragraph(row.cells[-1], "{% endfor %}", f"ช่อง{SMALL}")
    may_split(row)
    gap(document)
    say(document, "{% endfor %}")


def _agency(document: DocumentType) -> None:
    title(document, "ตาราง ข แสดงตัวชี้วัดยุทธศาสตร์หน่วยงาน", 2, new_page=True)
    dash(document, "agency_tables")
    say(document, "{% for table in agency_tables %}")
    say(document, "{{ table.heading }}", "แผน หัวข้อ")
    heads = ["วัตถุประสงค์หลัก\n(Objective)", "ตัววัดผลหลัก\n(Key Result : KR)", "ค่าเป้าหมาย", DEFINITION, PROJECTS]
    body = [
        ("{% merge row.objective_key %}{{ row.objective }}", "ช่อง"),
        ("{{ row.name }}", "ช่อง"),
        ("{{ row.target }}", "ช่อง"),
        ("{{ row.definition }}", "ช่อง"),
        ("{{ row.projects }}", "ช่อง"),
    ]
    rows = ["{% for row in table.lines %}", *tall_or_whole(body), "{% endfor %}"]
    table = grid(document, [2350, 3700, 2000, 1952, 4000], [heads], rows, small=True)
    for row in (table.rows[3], table.rows[5]):
        last_paragraph(row.cells[-1], "{% merge row.projects_key %}", f"ช่อง{SMALL}")
    may_split(table.rows[3])
    gap(document)
    say(document, "{% endfor %}")


def _negotiated(document: DocumentType) -> None:
    """Add ตาราง ค: each indicator begins a page, its scoring and conditions follow.

    Without these, nothing parts its table from the next page: at the foot of a page, a gap would take one of its own.
    """
    first = "ตาราง ค แสดงตัวชี้วัดและภารกิจจากการเจรจาตกลง"
    title(document, f"{first}การประเมินผลการปฏิบัติราชการประจำปี {YEAR}", 2, new_page=True)
    dash(document, "negotiated_tables")
    say(document, "{% for table in negotiated_tables %}")
    heads = ["ที่", "ชื่อตัวชี้วัด", "ข้อมูลพื้นฐาน\n(Baseline data)", "เป้าหมาย", "น้ำหนัก\nคะแนน", "นิยามและวิธีคำนวณ"]
    body = [
        ("{{ table.code }}", "ช่องกลาง"),
        ("{{ table.name }}", "ช่อง"),
        ("{{ table.baseline }}", "ช่อง"),
        ("{{ table.target }}", "ช่อง"),
        ("{{ table.weight }}", "ช่องกลาง"),
        ("{{ table.definition }}", "ช่อง"),
    ]
    may_split(grid(document, [750, 1950, 2050, 1852, 800, 6600], [heads], [body], small=True).rows[-1])
    _scoring(document)
    # The page that this begins is that of the next indicator, or of the next table, which then needs no break.
    paper.lowest(document.add_paragraph()).paragraph_format.page_break_before = True
    say(document, "{% endfor %}")


def _scoring(document: DocumentType) -> None:
    say(document, "{% if table.levels %}")
    gap(document)
    say(document, "{{ table.scoring_title }}", "แผน หัวข้อ")
    say(document, "{% if table.scoring_line %}")
    say(document, "{{ table.scoring_line }}", "แผน หัวข้อ")
    say(document, "{% endif %}")
    heads = ["ระดับความสำเร็จ", "เกณฑ์ร้อยละ\nความสำเร็จ", "วิธีวัดผลการดำเนินงาน", "คะแนนที่ได้รับ"]
    body = [
        ("{% for row in table.levels %}{{ row.level }}", "ช่องกลาง"),
        ("{{ row.criterion }}", "ช่องกลาง"),
        ("{{ row.work }}", "ช่อง"),
        ("{{ row.points }}{% endfor %}", "ช่องกลาง"),
    ]
    keep(grid(document, [1600, 1600, 9302, 1500], [heads], [body], small=True).rows[-1])
    gap(document)
    say(document, "{% endif %}")
    say(document, "{% if table.conditions %}")
    say(document, "เงื่อนไข", "แผน หัวข้อ")
    say(document, "{% for line in table.conditions %}")
    say(document, "{{ line }}", f"แผน รายการ{SMALL}", keep_together=True, keep_with_next=True)
    say(document, "{% endfor %}")
    gap(document)
    say(document, "{% endif %}")
