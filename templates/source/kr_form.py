"""Writes templates/kr-form.docx, the template of the KR form, so that its layout can be reviewed as text.

Run it with `make templates`. An office edits its own copy of the .docx in Word; the program cannot tell the difference.
"""

import sys
from pathlib import Path
from typing import Any

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH

sys.path.insert(0, str(Path(__file__).parent))
import paper
from packing import save

LABELS = 2330
"""The width of the column ประเด็น in twips; รายละเอียด has the rest."""

HARD = "\u00a0"
BOX = '<w:tabs><w:tab w:val="left" w:pos="{0}"/></w:tabs><w:ind w:left="{0}" w:hanging="{1}"/>'


def build() -> DocumentType:
    """Return the template."""
    document = paper.new_document("{{ document_title }}", "{{ agency }}", "รายละเอียด KRs")
    _styles(document)
    _headers(document)
    _top(document)
    _facts(document)
    _signature(document)
    _attachments(document)
    return document


def _styles(document: DocumentType) -> None:
    body = '<w:jc w:val="thaiDistribute"/>'
    paper.style(document, "KR หัวเรื่อง", '<w:spacing w:before="60"/>')
    paper.style(document, "KR ช่อง", BOX.format(3260, 380))
    paper.style(document, "KR ช่องย่อย", BOX.format(3720, 380))
    paper.style(document, "KR หัวตาราง", '<w:keepNext/><w:jc w:val="center"/>', bold=True)
    paper.style(document, "KR ประเด็น", '<w:keepLines/><w:jc w:val="left"/>', bold=True)
    paper.style(document, "KR รายละเอียด", f'<w:ind w:firstLine="425"/>{body}')
    paper.style(document, "KR ข้อความ", '<w:jc w:val="left"/>')
    paper.style(document, "KR ตัวเลข", '<w:jc w:val="center"/>')
    paper.style(document, "KR ช่องในตาราง", BOX.format(380, 380) + '<w:jc w:val="left"/>')
    paper.style(document, "KR ลงนาม", '<w:keepNext/><w:keepLines/><w:jc w:val="center"/>')
    paper.style(document, "KR เนื้อความ", f'<w:ind w:firstLine="709"/>{body}')
    paper.style(document, "KR หัวข้อแนบ", '<w:keepNext/><w:spacing w:before="120"/>', bold=True)


def _headers(document: DocumentType) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paper.page_numbers(section)
    picture = str(Path(__file__).with_name("draft.png"))
    for header, numbered in ((section.first_page_header, False), (section.header, True)):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paper.write(paragraph, "{% if draft %}")
        paper.watermark(paragraph, picture)
        paper.write(paragraph, "{% endif %}")
        if numbered:
            paper.page_number_field(paragraph)


def _top(document: DocumentType) -> None:
    title = document.add_paragraph(style="Heading 1")
    title.add_run("รายละเอียด KRs ตามเป้าหมายการพัฒนาของสำนักงานเขต").add_break()
    title.add_run(f"และแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี พ.ศ.{HARD}{{{{ year }}}}")
    paper.write(
        document.add_paragraph(),
        f"**รหัส OKRs**{HARD}{{{{ code }}}}   **ชื่อ KRs** {{{{ name }}}}",
        "KR หัวเรื่อง",
    ).paragraph_format.space_before = 152400
    paper.write(document.add_paragraph(), "**หน่วยงานผู้รับผิดชอบหลัก (Host : H)** {{ agency }}", "KR หัวเรื่อง")
    paper.write(
        document.add_paragraph(),
        f"**ด้าน** {{{{ dimension }}}}   **ประเด็นการพัฒนา** {{{{ objective_number }}}}{HARD}{{{{ objective }}}}",
        "KR หัวเรื่อง",
    )
    boxes = (
        ("**ลักษณะหน่วยงานที่รับผิดชอบ**\t{{ alone }}\tดำเนินการหน่วยงานเดียว", "KR ช่อง"),
        ("\t{{ supported }}\tมีหน่วยงานสนับสนุน (R) ร่วมดำเนินการ", "KR ช่อง"),
        ("\t{{ supported_by_departments }}\tหน่วยงาน (R) ระดับสำนัก/สำนักงาน", "KR ช่องย่อย"),
        ("\t{{ supported_by_districts }}\tหน่วยงาน (R) ระดับสำนักงานเขต", "KR ช่องย่อย"),
    )
    for text, name in boxes:
        left, hanging = (3260, 3260) if name == "KR ช่อง" else (3720, 3720)
        paragraph = paper.write(document.add_paragraph(), text, name)
        paragraph.paragraph_format.left_indent = left * 635
        paragraph.paragraph_format.first_line_indent = -hanging * 635
        paragraph.paragraph_format.tab_stops.add_tab_stop((left - 380) * 635)
    paper.lowest(document.add_paragraph()).paragraph_format.space_after = 76200


def _facts(document: DocumentType) -> None:
    widths = [LABELS, paper.TEXT_WIDTH - LABELS]
    table = paper.table(document, widths, 9)
    paper.repeat_header(table.rows[0])
    for cell, text in zip(table.rows[0].cells, ("ประเด็น", "รายละเอียด"), strict=True):
        paper.write(cell.paragraphs[0], text, "KR หัวตาราง")
    labels = (
        f"ค่าเป้าหมายรวม\nปีงบประมาณ พ.ศ.{HARD}{{{{ year }}}}",
        "นิยาม",
        "วิธีคำนวณ/\nวัดผลการดำเนินงาน/\nสูตรคำนวณ",
        "ค่าเป้าหมาย\nของหน่วยงาน\nรับผิดชอบหลัก (H)\nหน่วยงานสนับสนุน (R)\nและบทบาทภารกิจ\nที่เกี่ยวข้อง",
        "เอกสารอ้างอิงเพิ่มเติม",
        "ช่องทางการรายงาน\nผลการดำเนินงาน",
        f"การติดตามประเมินผล\nความสำเร็จ\n(ตอบได้มากกว่า ๑{HARD}ข้อ)",
        "ผู้ประสานงานหลัก/\nส่วนราชการประมวลผล\nและจัดทำข้อมูล\n(ระดับส่วนกลาง)",
    )
    for row, label in zip(table.rows[1:], labels, strict=True):
        paper.write(row.cells[0].paragraphs[0], label, "KR ประเด็น")
    cells = [row.cells[1] for row in table.rows[1:]]
    _lines(cells[0], ["**ค่าเป้าหมาย :** {{ target }}   **หน่วยนับ :** {{ unit }}"], "KR ข้อความ")
    _lines(cells[1], ["{{ meaning }}"], "KR รายละเอียด")
    _lines(cells[2], ["{{ method }}"], "KR รายละเอียด")
    _agencies(cells[3], widths[1])
    _lines(
        cells[4],
        [
            "{{ standards_attached }}\tมาตรฐานการดำเนินงาน",
            "{{ targets_attached }}\tข้อมูลรายละเอียดเป้าหมายที่ชัดเจน (รายรายการ และรายหน่วยงาน) "
            "เช่น ค่าเป้าหมายโดยระบุรายชื่อ ถนน ตรอก ซอย คลอง ลำราง",
            "{{ examples_attached }}\tตัวอย่างการปฏิบัติงานที่ดี",
        ],
        "KR ช่องในตาราง",
    )
    note = f"(กรณีเป้าหมายการพัฒนาของสำนักงานเขต พ.ศ.{HARD}{{{{ year }}}} จำเป็นต้องมีครบทั้ง ๓{HARD}รายการ)"
    paper.write(cells[4].add_paragraph(), note, "KR ข้อความ")
    _lines(
        cells[5],
        [
            "{{ reported_by_tracking }}\tผ่านระบบ BMA Policy Tracking",
            f"{{{{ reported_otherwise }}}}\tผ่านระบบอื่น{HARD}ๆ โปรดระบุ {{{{ other_channel }}}}",
        ],
        "KR ช่องในตาราง",
    )
    _lines(
        cells[6],
        [
            "{{ followed_by_reports }}\tรายงานผลโดยหน่วยงาน R หรือสำนักงานเขต",
            "{{ followed_by_host }}\tหน่วยงานรับผิดชอบหลัก (H) กำกับติดตาม",
            "{{ followed_by_inspectors }}\tผู้ตรวจราชการกรุงเทพมหานครกำกับเชิงคุณภาพ",
            "{{ followed_by_data }}\tใช้ระบบข้อมูลยืนยันผลการดำเนินงาน เช่น Traffy Fondue โปรดระบุ {{ data_system }}",
        ],
        "KR ช่องในตาราง",
    )
    _lines(
        cells[7],
        [
            "**ชื่อ** {{ contact }}",
            "**ตำแหน่ง** {{ contact_position }}",
            "**หมายเลขโทรศัพท์** {{ contact_phone }}",
            "**ส่วนราชการ** {{ contact_section }}",
            "**หน่วยงาน** {{ contact_agency }}",
        ],
        "KR ข้อความ",
    )
    # Only a definition is long enough to begin at the foot of a page; all other rows move whole to the next one.
    for row in (table.rows[1], *table.rows[3:]):
        paper.whole_row(row)
    for cell in table.rows[8].cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _lines(cell: Any, lines: list[str], style: str) -> None:
    for index, line in enumerate(lines):
        paper.write(cell.add_paragraph() if index else cell.paragraphs[0], line, style)


def _agencies(cell: Any, width: int) -> None:
    """Fill row 4: the unit, the table of agencies from border to border, the note."""
    paper.cell_property(cell, '<w:tcMar ><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>')
    unit = paper.write(cell.paragraphs[0], "**หน่วยนับ :** {{ unit }}", "KR ข้อความ")
    unit.paragraph_format.left_indent = 108 * 635
    unit.paragraph_format.keep_with_next = True
    widths = [1750, 1350, width - 3100]
    inner = paper.table(cell, widths, 2)
    borders = inner._tbl.tblPr.find(paper.qn("w:tblBorders"))
    for side in ("left", "right"):
        edge = borders.find(paper.qn(f"w:{side}"))
        edge.attrib.clear()
        edge.set(paper.qn("w:val"), "nil")
    paper.repeat_header(inner.rows[0])
    heads = ("ชื่อหน่วยงาน/ส่วนราชการ", "ค่าเป้าหมาย", "บทบาทภารกิจ")
    for head, text in zip(inner.rows[0].cells, heads, strict=True):
        paper.write(head.paragraphs[0], text, "KR หัวตาราง")
    name, target, duties = inner.rows[1].cells
    paper.write(name.paragraphs[0], "{% for line in agencies %}{{ line.name }}", "KR ข้อความ")
    paper.write(target.paragraphs[0], "{{ line.target }}", "KR ตัวเลข")
    paper.write(duties.paragraphs[0], "{{ line.duties }}", "KR ข้อความ")
    paper.write(duties.add_paragraph(), "{% endfor %}", "KR ข้อความ")
    note = paper.write(cell.paragraphs[-1], "*กรณีเป็นสำนักงานเขต ให้ระบุรายสำนักงานเขต", "KR ข้อความ")
    note.paragraph_format.left_indent = 108 * 635


def _signature(document: DocumentType) -> None:
    gap = paper.write(document.add_paragraph(), "", "KR ลงนาม")
    gap.paragraph_format.space_after = 76200
    table = paper.table(document, [3271, 5800], 1, borders=False)
    paper.whole_row(table.rows[0])
    cell = table.rows[0].cells[1]
    lines = [
        "ลงชื่อ {% if signature %}{{ signature }}{% else %}………………………………………………{% endif %}",
        "({{ signer }})",
        "{{ signer_position }}",
        "ผู้แจ้งข้อมูล",
    ]
    _lines(cell, lines, "KR ลงนาม")
    cell.paragraphs[-1].paragraph_format.keep_with_next = False
    paper.lowest(document.add_paragraph())


def _attachments(document: DocumentType) -> None:
    paper.write(document.add_paragraph(), "{% for table in tables %}")
    paper.write(document.add_paragraph(), "{% if table.title %}")
    title = paper.write(document.add_paragraph(), "{{ table.title }}", "Heading 1")
    title.paragraph_format.page_break_before = True
    title.paragraph_format.space_after = 76200
    paper.write(document.add_paragraph(), "{% else %}")
    paper.lowest(document.add_paragraph()).paragraph_format.page_break_before = True
    paper.write(document.add_paragraph(), "{% endif %}")
    widths = [700, 2900, 1400, 4071]
    table = paper.table(document, widths, 8, margin=70)
    _district_headers(table)
    body = table.rows[6]
    paper.whole_row(body)
    texts = (
        ("{% for row in table.rows %}{% cell number in row.number %}{{ number }}{% endcell %}", "KR ตัวเลข"),
        ("{{ row.name }}", "KR ข้อความ"),
        ("{{ row.group }}", "KR ข้อความ"),
        ("{% cell figure in row.figures %}{{ figure }}{% endcell %}{% endfor %}", "KR ตัวเลข"),
    )
    for cell, (text, style) in zip(body.cells, texts, strict=True):
        paper.write(cell.paragraphs[0], text, style)
    total = table.rows[7]
    paper.whole_row(total)
    label = total.cells[0].merge(total.cells[2])
    paper.write(label.paragraphs[0], "รวม", "KR หัวตาราง")
    label.paragraphs[0].paragraph_format.keep_with_next = False
    paper.write(total.cells[3].paragraphs[0], "**{% cell sum in table.totals %}{{ sum }}{% endcell %}**", "KR ตัวเลข")
    paper.lowest(document.add_paragraph())
    paper.write(document.add_paragraph(), "{% endfor %}")
    for name, heading in (("standards", "มาตรฐานการดำเนินงาน"), ("examples", "ตัวอย่างการปฏิบัติงานที่ดี")):
        paper.write(document.add_paragraph(), f"{{% if {name} %}}")
        title = paper.write(document.add_paragraph(), heading, "Heading 1")
        title.paragraph_format.page_break_before = True
        subtitle = paper.write(document.add_paragraph(), "{{ name }}", "Heading 2")
        subtitle.paragraph_format.space_after = 76200
        paper.write(document.add_paragraph(), f"{{% for entry in {name} %}}")
        paper.write(document.add_paragraph(), "{% if entry.heading %}")
        paper.write(document.add_paragraph(), "{{ entry.heading }}", "KR หัวข้อแนบ")
        paper.write(document.add_paragraph(), "{% endif %}")
        paper.write(document.add_paragraph(), "{{ entry.text }}", "KR เนื้อความ")
        paper.write(document.add_paragraph(), "{% endfor %}")
        paper.write(document.add_paragraph(), "{% endif %}")


def _district_headers(table: Any) -> None:
    """Fill the header: one row, or two where a heading spans the columns of figures."""
    rows = table.rows
    for index, text in ((0, "{% if table.figures_header %}"), (3, "{% else %}"), (5, "{% endif %}")):
        paper.write(rows[index].cells[0].paragraphs[0], text)
    number = "{% cell label in table.number_header %}{{ label }}{% endcell %}"
    figure = "{% cell header in table.headers %}{{ header }}{% endcell %}"
    texts = {
        1: (number, "{{ table.name_header }}", "{{ table.group_header }}", "{{ table.figures_header }}"),
        2: (number.replace("{{ label }}", ""), "", "", figure),
        4: (number, "{{ table.name_header }}", "{{ table.group_header }}", figure),
    }
    for index, row_texts in texts.items():
        paper.repeat_header(rows[index])
        for column, text in enumerate(row_texts):
            cell = rows[index].cells[column]
            paper.write(cell.paragraphs[0], text, "KR หัวตาราง")
            if column < 3 and index in (1, 2):
                value = "restart" if index == 1 else "continue"
                paper.cell_property(cell, f'<w:vMerge w:val="{value}"/>')
            paper.cell_property(cell, '<w:vAlign w:val="center"/>')


if __name__ == "__main__":
    save(build(), Path(__file__).parents[1] / "kr-form.docx")
