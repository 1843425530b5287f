"""One load of LibreOffice counts the pages, writes them into the contents, and prints."""

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section

from generator.pdf.convert import Converter
from generator.render.pages import Mark, labels, marks
from generator.render.template import compile_template
from generator.render.values import Contents

CONTENTS: Final = Contents()


@dataclass(frozen=True)
class Plan:
    """A plan of headings only."""

    names: Sequence[str]
    contents: Contents = CONTENTS


def _numbered(section: Section, form: str) -> None:
    """Number the pages of `section` from one; a section that is added begins as a copy of the one before it."""
    properties = section._sectPr
    for copied in properties.findall(qn("w:pgNumType")):
        properties.remove(copied)
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:fmt"), form)
    number.set(qn("w:start"), "1")
    properties.append(number)


def _template() -> bytes:
    """Return a template with contents, whose first pages are lettered and the others numbered."""
    document = docx.Document()
    document.add_heading("คำนำ", 1)
    document.add_paragraph("{{ contents }}")
    _numbered(document.sections[0], "thaiLetters")
    _numbered(document.add_section(), "thaiNumbers")
    for text, level in (("{% for name in names %}", 0), ("{{ name }}", 2), ("{% endfor %}", 0), ("ท้าย", 1)):
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.office
def test_the_contents_of_the_pdf_show_the_pages_of_the_pdf(converter: Converter, tmp_path: Path) -> None:
    names = tuple(f"หัวข้อ {n}" for n in range(90))
    document = compile_template(_template(), Plan, "แผน.docx").fill(Plan(names))
    marked: Sequence[Mark] = marks(document)
    counted: dict[str, str] = {}

    def write(pages: Mapping[str, int]) -> dict[str, str]:
        counted.update(labels(marked, pages))
        return counted

    result = converter.convert(document, tmp_path / "plan.pdf", write)
    assert result.pages > 4 and set(counted) == {mark.name for mark in marked}
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    pages = text.rstrip("\f").split("\f")
    assert "…" not in text
    assert re.search(r"คำนำ\s*\(?ก\)?", pages[0])
    last = counted[marked[-1].name]
    contents = next(number for number, page in enumerate(pages) if re.search(rf"ท้าย\W*{last}\s*$", page, re.M))
    lettered = next(number for number, page in enumerate(pages) if number > contents and "หัวข้อ 0" in page)
    assert "ท้าย" in pages[-1] and int(last) == len(pages) - lettered
