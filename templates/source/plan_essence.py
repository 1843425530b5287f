"""The essence of the plan template: the district, its surroundings, vision and mission, the indicators of the year."""

import paper
from docx.document import Document as DocumentType
from docx.shared import Pt
from layout import YEAR, dash, heading, indent, say, title

_SURROUNDINGS = (
    ("สภาพแวดล้อมภายใน", (("จุดแข็ง", "strengths"), ("จุดอ่อน", "weaknesses"))),
    ("สภาพแวดล้อมภายนอก", (("โอกาส", "opportunities"), ("อุปสรรค", "threats"))),
)


def essence(document: DocumentType) -> None:
    """Add the pages before part ๑."""
    title(document, "สาระสำคัญของแผนปฏิบัติราชการประจำปี")
    heading(document, "ข้อมูลทั่วไป/สถานการณ์ของพื้นที่")
    say(document, "{{ general }}", "แผน เนื้อความ")
    _neighbours(document)
    say(document, "{{ surroundings }}", "แผน เนื้อความ")
    say(document, "การวิเคราะห์สภาพแวดล้อมภายในและภายนอก (SWOT Analysis)", "แผน หัวข้อรอง")
    for where, lists in _SURROUNDINGS:
        say(document, where, "แผน หัวข้อ")
        for name, field in lists:
            say(document, name, "แผน หัวข้อ", left_indent=Pt(28))
            indent(document, field)
    heading(document, "วิสัยทัศน์")
    say(document, "{{ vision }}", "แผน วิสัยทัศน์")
    heading(document, "พันธกิจ")
    indent(document, "mission")
    heading(document, "ตัววัดผล/ตัวชี้วัดความสำเร็จสำคัญ (KR/KPI)")
    _city(document)
    _measures(document)


def _neighbours(document: DocumentType) -> None:
    say(document, "{% if neighbours %}")
    say(
        document,
        "เขต{{ district }} มีอาณาเขตติดต่อกับพื้นที่การปกครองข้างเคียง ดังนี้",
        "แผน เนื้อความ",
        keep_with_next=True,
    )
    table = paper.table(document, [1134, 1800, 900, 5237], 1, borders=False)
    texts = ("", "{% for row in neighbours %}ทิศ{{ row.side }}", "จรด", "{{ row.beyond }}{% endfor %}")
    for cell, text in zip(table.rows[0].cells, texts, strict=True):
        paper.write(cell.paragraphs[0], text)
    paper.whole_row(table.rows[0])
    paper.lowest(document.add_paragraph()).paragraph_format.space_after = Pt(6)
    say(document, "{% endif %}")


def _city(document: DocumentType) -> None:
    say(document, f"แผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี {YEAR}", "แผน หัวข้อ")
    dash(document, "city_lists")
    say(document, "{% for list in city_lists %}")
    for name in ("list.strategy", "list.substrategy"):
        say(document, f"{{% if {name} %}}")
        say(document, f"{{{{ {name} }}}}", "แผน หัวข้อ")
        say(document, "{% endif %}")
    say(document, "{% for line in list.lines %}")
    say(document, "- {{ line }}", "แผน ขีด")
    say(document, "{% endfor %}")
    say(document, "{% endfor %}")


def _measures(document: DocumentType) -> None:
    line = f"ตัววัดผลหลัก (Key Result) และค่าเป้าหมายประเด็นการพัฒนา ประจำปีงบประมาณ {YEAR}"
    say(document, line, "แผน หัวข้อ")
    dash(document, "measure_lists")
    for text, style in (
        ("{% for list in measure_lists %}", ""),
        ("{{ list.heading }}", "แผน หัวข้อ"),
        ("{% for group in list.groups %}", ""),
        ("{{ group.heading }}", "แผน หัวข้อ"),
        ("{% for line in group.lines %}", ""),
        ("{{ line }}", "แผน รายการ"),
        ("{% endfor %}", ""),
        ("{% endfor %}", ""),
        ("{% endfor %}", ""),
    ):
        say(document, text, style)
