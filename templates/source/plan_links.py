"""Tables ง and ฉ of the plan template: the policy of the governor and the other components, with their projects."""

import paper
from docx.document import Document as DocumentType
from layout import EMPTY, SMALL, YEAR, dash, gap, grid, may_split, money, say, span, tall_or_whole, title


def policy(document: DocumentType) -> None:
    """Add ตาราง ง: two header rows, a band for each dimension. It begins a page if ตาราง ค did not leave it one."""
    say(document, "{% if not negotiated_tables %}")
    paper.lowest(document.add_paragraph()).paragraph_format.page_break_before = True
    say(document, "{% endif %}")
    first = "ตาราง ง ตารางแสดงความเชื่อมโยงนโยบายผู้ว่าราชการกรุงเทพมหานคร"
    title(document, f"{first} และแผนปฏิบัติราชการประจำปี {{{{ year }}}} ของหน่วยงาน", 2)
    dash(document, "policy_bands")
    say(document, "{% if policy_bands %}")
    left = f"ตัววัดผลหลัก (Key Result) และค่าเป้าหมาย ประเด็นการพัฒนา\nประจำปีงบประมาณ {YEAR}"
    right = f"แผนปฏิบัติราชการประจำปี {YEAR}\nของ{{{{ office }}}}"
    heads = [
        [left, "", "", "", right, "", ""],
        [
            "ประเด็นการพัฒนา\n(วัตถุประสงค์หลัก : Objective)",
            "ตัววัดผล\n(Key Results)",
            "หน่วยนับ",
            "ค่าเป้าหมาย",
            "ชื่อโครงการที่สนับสนุน",
            "งบประมาณ",
            "ตัวชี้วัดความสำเร็จ\n(KPI โครงการ)",
        ],
    ]
    band = [("{{ band.heading }}", "แถบ"), *[EMPTY] * 6]
    body = [
        ("{% for row in band.lines %}{% merge row.objective_key %}{{ row.objective }}", "ช่อง"),
        ("{% merge row.measure_key %}{{ row.measure }}", "ช่อง"),
        ("{% merge row.measure_key %}{{ row.unit }}", "ช่องกลาง"),
        ("{% merge row.measure_key %}{{ row.target }}", "ช่องกลาง"),
        ("{{ row.project }}", "ช่อง"),
        EMPTY,
        ("{{ row.kpi }}{% endfor %}", "ช่องกลาง"),
    ]
    rows = ["{% for band in policy_bands %}", band, body, "{% endfor %}"]
    table = grid(document, [2250, 2400, 1000, 1800, 3102, 1700, 1750], heads, rows, small=True)
    span(table.rows[0], 0, 3)
    span(table.rows[0], 4, 6)
    span(table.rows[3], 0, 6)
    money(table.rows[4].cells[5], "row.budget", small=True)
    say(document, "{% endif %}")
    say(document, "{% if policy_note %}")
    say(document, "{{ policy_note }}", f"แผน ช่อง{SMALL}", space_before=76200)
    say(document, "{% endif %}")


def components(document: DocumentType) -> None:
    """Add ตาราง ฉ."""
    first = "ตาราง ฉ แสดงตัวชี้วัดและโครงการ/กิจกรรมสนับสนุนภารกิจ"
    title(document, f"{first} ตามองค์ประกอบที่ ๒ - ๓ และองค์ประกอบที่ ๔ (เฉพาะสำนักงานเขต)", 2, new_page=True)
    dash(document, "component_tables")
    say(document, "{% for table in component_tables %}")
    say(document, "{{ table.heading }}", "แผน หัวข้อ")
    dash(document, "table.lines")
    say(document, "{% if table.lines %}")
    heads = ["ตัวชี้วัด", "นิยาม/คำอธิบายตัวชี้วัด", "โครงการ/กิจกรรม\nและส่วนราชการที่รับผิดชอบ"]
    body = [
        ("{{ row.name }}", "ช่อง"),
        ("{{ row.definition }}", "ช่อง"),
        ("{{ row.projects }}", "ช่อง"),
    ]
    rows = ["{% for row in table.lines %}", *tall_or_whole(body), "{% endfor %}"]
    may_split(grid(document, [5200, 3602, 5200], [heads], rows, small=True).rows[3])
    gap(document)
    say(document, "{% endif %}")
    say(document, "{% endfor %}")
