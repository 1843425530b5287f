"""ตาราง จ of the plan template: the steps of a project, and an arrow over the months that each of them takes."""

from typing import Any

import paper
from docx.document import Document as DocumentType
from layout import HARD, MARGIN, SMALL, YEAR, dash, gap, keep, say, span, title

MONTH = 560
"""How wide a month is drawn, once for all that stand before the arrow and once for all others, in twips.

The program repeats it: twelve months take ten more such widths, from the other columns in the ratio of their widths.
"""

WIDTHS = (8831, 1769, 2282, MONTH, MONTH // 2, MONTH // 2)


def steps(document: DocumentType) -> None:
    """Add ตาราง จ: a table for each project that has steps."""
    first = "ตาราง จ ขั้นตอนการปฏิบัติงานของโครงการ/กิจกรรม"
    second = f"(เฉพาะภารกิจงานยุทธศาสตร์ตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี {YEAR} และภารกิจตามยุทธศาสตร์ของหน่วยงาน)"
    title(document, f"{first}\n{second}", 2, new_page=True)
    dash(document, "step_tables")
    say(document, "{% for table in step_tables %}")
    say(document, "{{ table.project }} ({{ table.division }})", "แผน หัวข้อรอง")
    _months(document)
    gap(document)
    say(document, "{% endfor %}")


def _months(document: DocumentType) -> None:
    """Add the table: the months stand over three columns of the grid, before, under and behind the arrow."""
    table = paper.table(document, list(WIDTHS), 9, margin=MARGIN)
    for row in table.rows[:2]:
        paper.repeat_header(row)
    head, center = f"แผน หัวตาราง{SMALL}", '<w:vAlign w:val="center"/>'
    for column, text in enumerate(("ขั้นตอนการปฏิบัติงาน", "ร้อยละ\nของงาน", "ร้อยละ\nของงานสะสม")):
        paper.write(table.rows[0].cells[column].paragraphs[0], text, head)
        for row in table.rows[:2]:
            paper.cell_property(row.cells[column], center)
        paper.merge_down(table, column, 0, 1)
    years, months = table.rows[0], table.rows[1]
    paper.write(years.cells[3].paragraphs[0], f"พ.ศ.{HARD}{{{{ last_year }}}}", head)
    paper.write(span(years, 4, 5).paragraphs[0], YEAR, head)
    paper.write(months.cells[3].paragraphs[0], "{% cell m in months_before %}{{ m }}{% endcell %}", head)
    paper.write(span(months, 4, 5).paragraphs[0], "{% cell m in months_after %}{{ m }}{% endcell %}", head)
    tags = (
        "{% for row in table.steps %}",
        "{% if row.kept %}",
        None,
        "{% else %}",
        None,
        "{% endif %}",
        "{% endfor %}",
    )
    for row, tag in zip(table.rows[2:], tags, strict=True):
        if tag is None:
            _step(row)
        else:
            paper.write(row.cells[0].paragraphs[0], tag)
    keep(table.rows[4])


def _step(row: Any) -> None:
    """Fill the row of a step."""
    center = '<w:vAlign w:val="center"/>'
    body = (
        ("{{ row.text }}", "ช่อง"),
        ("{{ row.share }}", "ช่องกลาง"),
        ("{{ row.sum }}", "ช่องกลาง"),
        ("{% cell m in row.before %}{{ m }}{% endcell %}", "ช่องกลาง"),
        ("{% span row.months %}{{ row.arrow }}", "ช่องกลาง"),
        ("{% cell m in row.after %}{{ m }}{% endcell %}", "ช่องกลาง"),
    )
    for cell, (text, style) in zip(row.cells, body, strict=True):
        paper.write(cell.paragraphs[0], text, f"แผน {style}{SMALL}")
    for cell in row.cells[1:3]:
        paper.cell_property(cell, center)
    arrow = row.cells[4]
    no_margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    paper.cell_property(arrow, f"<w:tcMar >{no_margins}</w:tcMar>")
    paper.cell_property(arrow, center)
    paper.whole_row(row)
