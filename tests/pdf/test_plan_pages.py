"""A plan of four hundred projects prints on pages that all say something, and nothing runs out of them."""

import re
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from generator.forms.plan_form import PlanContext, plan_context
from generator.model.districts import find_district
from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import AGENCY, Project, Support
from generator.model.quantities import Value
from generator.pdf.convert import Converter
from generator.render.template import compile_template
from generator.thai.numerals import to_thai

pytestmark = pytest.mark.office

TEMPLATE: Final = Path(__file__).parents[2] / "templates" / "plan-form.docx"
PROJECTS: Final = 400
MARGIN: Final = 56.7
"""The margin on the right and at the foot of a page, in points (2 cm)."""
WORD: Final = re.compile(r'<word xMin="[\d.]+" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@pytest.fixture(scope="module")
def pages(converter: Converter, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what each page says, with where every word stands."""
    district = find_district("ภาษีเจริญ")
    assert district is not None
    name = "โครงการพัฒนาคุณภาพชีวิตของประชาชนเพื่อความเป็นอยู่ที่ดี"
    codes = [f"{dimension}.1.0{number}" for dimension in range(1, 10) for number in (1, 2)]
    rows: dict[Any, Any] = {**prefilled(district, 2567).by_sheet}
    rows[Measure] = [Measure(code=code, name=f"ตัววัด {code}", target=Value.of(5), host="สนท.") for code in codes]
    rows[Project] = [
        Project(code=f"ค{n:03}", part=AGENCY, name=f"{name} {n}", division="ฝ่ายโยธา", budget=Value.of(n))
        for n in range(1, PROJECTS + 1)
    ]
    rows[Support] = [Support(project=p.code, served=f"OKR {codes[n % 18]}") for n, p in enumerate(rows[Project])]
    template = compile_template(TEMPLATE.read_bytes(), PlanContext, TEMPLATE.name)
    pdf = tmp_path_factory.mktemp("plan") / "plan.pdf"
    converter.convert(template.fill(plan_context(PlanBook.of(Rows(rows)))), pdf)
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return said.split("<page ")[1:]


def test_four_hundred_projects_fill_their_pages(pages: list[str]) -> None:
    assert 90 < len(pages) < 180
    numbers = {word for page in pages for _, _, word in WORD.findall(page)}
    assert not {to_thai(str(number)) for number in range(1, PROJECTS + 1)} - numbers
    # A heading alone has a page number and some words; a page whose table begins or goes on has more.
    thin = [n for n, page in enumerate(pages[1:], 2) if len(WORD.findall(page)) < 6]
    assert not thin, "pages with a number, or with a heading, and nothing below it"


def test_nothing_runs_out_of_its_page(pages: list[str]) -> None:
    outside = []
    for number, page in enumerate(pages, 1):
        width, height = (float(re.search(rf'{side}="([\d.]+)"', page)[1]) for side in ("width", "height"))  # type: ignore[index]
        for right, foot, word in WORD.findall(page):
            if float(right) > width - MARGIN + 4 or float(foot) > height - MARGIN + 4:
                outside.append((number, word))
    assert not outside
