"""Writes templates/book-form.docx, the template of the contents and the separator sheets of a book of plans.

Run it with `make templates`. An office edits its own copy of the .docx in Word; the program cannot tell the difference.
"""

import sys
from pathlib import Path
from typing import Any

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt, Twips

sys.path.insert(0, str(Path(__file__).parent))
import paper
from packing import save


def build() -> DocumentType:
    """Return the template."""
    document = paper.new_document("{{ document_title }}", "กรุงเทพมหานคร", "แผนปฏิบัติราชการประจำปี")
    _add_styles(document)
    header = document.sections[0].header
    header.is_linked_to_previous = False
    watermark = header.paragraphs[0]
    watermark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.write(watermark, "{% if draft %}")
    paper.watermark(watermark, str(Path(__file__).with_name("draft.png")))
    paper.write(watermark, "{% endif %}")
    _contents(document)
    _sheets(document)
    return document


def _add_styles(document: DocumentType) -> None:
    paper.style(document, "เล่ม กลาง", '<w:keepNext/><w:jc w:val="center"/>', bold=True, points=18)
    paper.style(document, "เล่ม กลุ่ม", '<w:keepNext/><w:keepLines/><w:spacing w:before="160"/>', bold=True)
    paper.style(
        document, "เล่ม เขต", '<w:tabs><w:tab w:val="right" w:pos="624"/></w:tabs><w:ind w:left="794" w:hanging="794"/>'
    )
    paper.style(document, "เล่ม หมายเหตุ", '<w:spacing w:before="200"/>', points=14)
    paper.style(document, "เล่ม ใบคั่น", '<w:keepLines/><w:jc w:val="center"/>', bold=True, points=40)
    paper.style(document, "เล่ม ใบคั่นรอง", '<w:keepNext/><w:jc w:val="center"/>', points=24)


def _contents(document: DocumentType) -> None:
    _say(document, "{% if groups %}")
    _say(document, "{{ title }}", "เล่ม กลาง")
    _say(document, "{{ scope }}", "เล่ม กลาง")
    _say(document, "{% if volume %}")
    _say(document, "{{ volume }}", "เล่ม กลาง")
    _say(document, "{% endif %}")
    _say(document, "สารบัญ", "Heading 1", space_before=Pt(12))
    _say(document, "หน้า", alignment=WD_ALIGN_PARAGRAPH.RIGHT, keep_with_next=True)
    _say(document, "{% for group in groups %}")
    _say(document, "{% if group.heading %}")
    _leader(_say(document, "{{ group.heading }}{% if group.page %}\t{{ group.page }}{% endif %}", "เล่ม กลุ่ม"))
    _say(document, "{% endif %}")
    _say(document, "{% for entry in group.entries %}")
    _leader(_say(document, "\t{{ entry.number }}.\t{{ entry.office }}\t{{ entry.page }}", "เล่ม เขต"))
    for _ in ("entries", "groups"):
        _say(document, "{% endfor %}")
    _say(document, "หมายเหตุ เลขหน้าในสารบัญนี้คือเลขหน้าของเล่ม ซึ่งพิมพ์ไว้ที่มุมล่างของทุกหน้า", "เล่ม หมายเหตุ")
    _say(document, "{% endif %}")


def _sheets(document: DocumentType) -> None:
    """Add a page for each separator sheet, its name somewhat above the middle."""
    _say(document, "{% for sheet in sheets %}")
    _say(document, "{{ sheet.above }}", "เล่ม ใบคั่นรอง", page_break_before=True, space_before=Cm(8), space_after=Pt(18))
    _say(document, "{{ sheet.name }}", "เล่ม ใบคั่น")
    _say(document, "{% endfor %}")


def _say(document: DocumentType, text: str, style: str = "", **formats: Any) -> Any:
    paragraph = paper.write(document.add_paragraph(), text, style)
    for name, value in formats.items():
        setattr(paragraph.paragraph_format, name, value)
    return paragraph


def _leader(paragraph: Any) -> None:
    """Lead dots to the page at the right margin."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        Twips(paper.TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )


if __name__ == "__main__":
    save(build(), Path(__file__).parents[1] / "book-form.docx")
