"""One load of LibreOffice counts the pages, writes them into the contents, and prints."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.pdf.convert import Converter
from generator.render.pages import labels, marks
from tests.render.test_contents import Plan, fill, plan_template


@pytest.mark.office
def test_the_contents_of_the_pdf_show_the_pages_of_the_pdf(converter: Converter, tmp_path: Path) -> None:
    from generator.render.values import Contents

    document = fill(plan_template(), Plan(Contents(), names=tuple(f"หัวข้อ {n}" for n in range(60))))
    marked = marks(document)
    counted: dict[str, str] = {}

    def write(pages: object) -> dict[str, str]:
        assert isinstance(pages, dict)
        counted.update(labels(marked, pages))
        return counted

    result = converter.convert(document, tmp_path / "plan.pdf", write)
    assert result.pages > 4 and set(counted) == {mark.name for mark in marked}
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    first, *rest = text.split("\f")
    assert "…" not in text
    assert re.search(r"คำนำ\s*\(ก\)", first)
    last = list(counted.values())[-1]
    assert re.search(rf"ท้าย\s*{last}\b", text) and "ท้าย" in rest[-2]
