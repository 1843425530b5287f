"""Writes templates/plan-form.docx, the template of a district's annual action plan, so that it can be reviewed as text.

Run it with `make templates`. An office edits its own copy of the .docx in Word; the program cannot tell the difference.
"""

import sys
from pathlib import Path
from typing import Any

from docx.document import Document as DocumentType
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt, Twips

sys.path.insert(0, str(Path(__file__).parent))
import paper
from layout import YEAR, add_styles, say, title
from packing import save
from plan_essence import essence
from plan_parts import part_one, part_three, part_two
from plan_tables import part_four


def build() -> DocumentType:
    """Return the template."""
    document = paper.new_document("{{ document_title }}", "{{ office }}", "แผนปฏิบัติราชการประจำปี")
    add_styles(document)
    _cover(document)
    _numbered_section(document, "thaiLetters", ("(", ")"))
    _foreword(document)
    _contents(document)
    _numbered_section(document, "thaiNumbers")
    essence(document)
    part_one(document)
    part_two(document)
    part_three(document)
    part_four(document)
    return document


def _cover(document: DocumentType) -> None:
    section = document.sections[0]
    section.header.is_linked_to_previous = False
    _watermark(section.header.paragraphs[0])
    say(document, f"แผนปฏิบัติราชการประจำปี {YEAR}", "แผน ปก", space_before=Cm(4.5), space_after=Pt(12))
    say(document, "({{ office }})", "แผน ปก", space_after=Cm(5))
    say(document, "{% if qr %}")
    say(document, "QR Code แผนปฏิบัติราชการประจำปี {{ year }}", "แผน ปกรอง")
    say(document, "{{ office }}", "แผน ปกรอง", space_after=Pt(12))
    say(document, "{{ qr }}", "แผน กลาง", space_after=Pt(6))
    say(document, "{{ address }}", "", alignment=WD_ALIGN_PARAGRAPH.CENTER)
    say(document, "{% endif %}")


def _watermark(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.write(paragraph, "{% if draft %}")
    paper.watermark(paragraph, str(Path(__file__).with_name("draft.png")))
    paper.write(paragraph, "{% endif %}")


def _numbered_section(document: DocumentType, digits: str, brackets: tuple[str, str] = ("", "")) -> None:
    """Begin a section whose pages are numbered from one, in the middle of their header."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    _watermark(paragraph)
    paper.write(paragraph, brackets[0])
    paper.page_number_field(paragraph)
    paper.write(paragraph, brackets[1])
    paper.page_numbers(section, digits, 1)


def _foreword(document: DocumentType) -> None:
    title(document, "คำนำ")
    say(document, "{{ foreword }}", "แผน เนื้อความ")
    say(document, "({{ director }})", "แผน ลงนาม", space_before=Cm(2))
    say(document, "{{ director_position }}", "แผน ลงนาม")
    say(document, "{{ signed }}", "แผน ลงนาม", keep_with_next=False)


def _contents(document: DocumentType) -> None:
    title(document, "สารบัญ", new_page=True)
    say(document, "หน้า", alignment=WD_ALIGN_PARAGRAPH.RIGHT)
    entries = say(document, "{{ contents }}")
    right = Twips(paper.TEXT_WIDTH)
    entries.paragraph_format.tab_stops.add_tab_stop(right, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


if __name__ == "__main__":
    save(build(), Path(__file__).parents[1] / "plan-form.docx")
