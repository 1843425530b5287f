"""One LibreOffice for the tests of the PDF room, and one document that it printed."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.pdf.convert import Converter, PdfResult
from tests.pdf.paper import bookmark, check_box, draw, fields, paragraph, run

DISTRIBUTED = '<w:jc w:val="thaiDistribute"/>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
PROSE = "กรุงเทพมหานครจัดทำแผนปฏิบัติราชการเพื่อให้ประชาชนได้รับบริการที่ดีและทั่วถึงอย่างยั่งยืน " * 3

DOCUMENT = draw(
    body=paragraph(run("มาตรา"))
    + paragraph(check_box("☐") + run(" ร่าง ") + check_box("☑") + run(" ลงนาม"))
    + paragraph(run(PROSE), DISTRIBUTED)
    + paragraph(bookmark("_Toc1", 1) + run("ส่วนที่หนึ่ง อ้างถึงหน้า ") + fields("PAGEREF _Toc2", "๒") + BREAK)
    + paragraph(bookmark("_Toc2", 2) + run("ส่วนที่สอง", "<w:b/><w:bCs/>") + BREAK)
    + paragraph(run("ส่วนที่สาม")),
    header=paragraph(
        run("(") + fields("PAGE", "2") + run(") จาก ") + fields("NUMPAGES", "3"), '<w:jc w:val="center"/>'
    ),
)


@dataclass(frozen=True)
class Printed:
    """A printed document: its PDF and what was said of it."""

    pdf: Path
    result: PdfResult

    def ask(self, program: str, *arguments: str) -> str:
        """Return what a program of poppler prints about the PDF."""
        command = [program, *arguments, str(self.pdf), *(["-"] if program == "pdftotext" else [])]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    def page(self, number: int) -> str:
        """Return the text of a page."""
        return self.ask("pdftotext", "-f", str(number), "-l", str(number))


@pytest.fixture(scope="session")
def converter() -> Iterator[Converter]:
    with Converter() as converter:
        yield converter


@pytest.fixture(scope="session")
def printed(converter: Converter, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    pdf = tmp_path_factory.mktemp("printed") / "แบบ 8214.pdf"
    return Printed(pdf, converter.convert(DOCUMENT, pdf))
