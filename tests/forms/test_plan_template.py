"""The template of the plan is as its program writes it, says what the official plan says, and keeps together."""

import importlib
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from generator.forms.plan_form import PlanContext, plan_context
from generator.model.districts import find_district
from generator.model.form import Rows
from generator.model.plan.book import PlanBook
from generator.model.plan.lists import Dimension, Division, Objective
from generator.model.plan.measures import Measure
from generator.model.plan.projects import AGENCY, Project, Step, Support
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.render.template import compile_template

ROOT: Final = Path(__file__).parents[2]
TEMPLATE: Final = ROOT / "templates" / "plan-form.docx"
CONTENT: Final = TEMPLATE.read_bytes()
TAG: Final = re.compile(r"\{[{%].*?[%}]\}")
UPRIGHT, LYING = 9071, 14002
SETTINGS: Final = PlanSettings(district=find_district("ภาษีเจริญ"), year=2567)

LABELS: Final = """
แผนปฏิบัติราชการประจำปี พ.ศ.| QR Code แผนปฏิบัติราชการประจำปี| คำนำ| สารบัญ| สาระสำคัญของแผนปฏิบัติราชการประจำปี
ข้อมูลทั่วไป/สถานการณ์ของพื้นที่| มีอาณาเขตติดต่อกับพื้นที่การปกครองข้างเคียง ดังนี้| จรด
การวิเคราะห์สภาพแวดล้อมภายในและภายนอก (SWOT Analysis)| สภาพแวดล้อมภายใน| จุดแข็ง| จุดอ่อน| สภาพแวดล้อมภายนอก
โอกาส| อุปสรรค| วิสัยทัศน์| พันธกิจ| ตัววัดผล/ตัวชี้วัดความสำเร็จสำคัญ (KR/KPI)
ตัววัดผลหลัก (Key Result) และค่าเป้าหมายประเด็นการพัฒนา ประจำปีงบประมาณ
ส่วนที่ ๑ การดำเนินงานตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี| วัตถุประสงค์หลัก (Objective)
ตัววัดผลหลัก (Key Result : KR)| ค่าเป้าหมาย (Target)| หน่วยงาน รับผิดชอบหลัก| หน่วยงาน สนับสนุน| ตัวชี้วัด (KPI)| ค่าเป้าหมาย
รหัส ยุทธศาสตร์ (๖ หลัก)| โครงการ/กิจกรรมสำคัญ| งบประมาณ| ส่วนราชการ| รหัสนโยบาย (๓ หลัก)
สรุปโครงการและงบประมาณที่หน่วยงานจะดำเนินการในปีงบประมาณ| โครงการ/กิจกรรมสำคัญตามแผนปฏิบัติราชการกรุงเทพมหานคร
ลำดับที่| ชื่อโครงการ/กิจกรรมสำคัญ| งบประมาณ| ส่วนราชการ| รหัสนโยบาย (๓ หลัก)| รวมงบประมาณทั้งสิ้น
โครงการ/กิจกรรมสำคัญ รวมจำนวน| จำนวนเงินทั้งสิ้น| โครงการภายใต้แผนงานบูรณาการ| จำนวนเงินทั้งสิ้น
ส่วนที่ ๒ การดำเนินงานตามยุทธศาสตร์ของหน่วยงาน| ตัววัดผลหลัก (Key Result) และค่าเป้าหมายประเด็นการพัฒนา
วัตถุประสงค์หลัก (Objective)| ตัววัดผลหลัก (Key Result : KR)| ค่าเป้าหมาย (Target)| หน่วยงาน รับผิดชอบหลัก| หน่วยงาน สนับสนุน
โครงการ/กิจกรรมสำคัญ| งบประมาณ| ส่วนราชการ| รหัสนโยบาย/ OKR
สรุปโครงการและงบประมาณ| โครงการ/กิจกรรมสำคัญตามยุทธศาสตร์ของหน่วยงาน| รวมงบประมาณทั้งสิ้น| จำนวนเงินทั้งสิ้น
ส่วนที่ ๓ บัญชีรายการโครงการ/กิจกรรมที่มีลักษณะเป็นภารกิจประจำพื้นฐาน| ระดับสำนักงานเขต
ลำดับ ที่| งาน| โครงการ| งบประมาณ| รหัสนโยบาย (๓ หลัก)| รวม
ส่วนที่ ๔ การนำแผนฯ ไปสู่การปฏิบัติและการติดตามประเมินผล
ตาราง ก แสดงตัวชี้วัดตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี พ.ศ.
วัตถุประสงค์หลัก (Objective)| ตัววัดผลหลัก (Key Result : KR)
กลยุทธ์| ตัวชี้วัด KPI| ค่าเป้าหมาย| นิยาม/ คำอธิบายตัวชี้วัด| โครงการ/กิจกรรม
ตาราง ข แสดงตัวชี้วัดยุทธศาสตร์หน่วยงาน
วัตถุประสงค์หลัก (Objective)| ตัววัดผลหลัก (Key Result : KR)| ค่าเป้าหมาย| นิยาม/ คำอธิบายตัวชี้วัด| โครงการ/กิจกรรม
ตาราง ค แสดงตัวชี้วัดและภารกิจจากการเจรจาตกลงการประเมินผลการปฏิบัติราชการประจำปี พ.ศ.
ที่| ชื่อตัวชี้วัด| ข้อมูลพื้นฐาน (Baseline data)| เป้าหมาย| น้ำหนัก คะแนน| นิยามและวิธีคำนวณ
ระดับความสำเร็จ| เกณฑ์ร้อยละ ความสำเร็จ| วิธีวัดผลการดำเนินงาน| คะแนนที่ได้รับ| เงื่อนไข
ตาราง ง ตารางแสดงความเชื่อมโยงนโยบายผู้ว่าราชการกรุงเทพมหานคร และแผนปฏิบัติราชการประจำปี
ตัววัดผลหลัก (Key Result) และค่าเป้าหมาย ประเด็นการพัฒนา ประจำปีงบประมาณ| แผนปฏิบัติราชการประจำปี
ประเด็นการพัฒนา (วัตถุประสงค์หลัก : Objective)| ตัววัดผล (Key Results)| หน่วยนับ| ค่าเป้าหมาย
ชื่อโครงการที่สนับสนุน| งบประมาณ| ตัวชี้วัดความสำเร็จ (KPI โครงการ)
ตาราง จ ขั้นตอนการปฏิบัติงานของโครงการ/กิจกรรม (เฉพาะภารกิจงานยุทธศาสตร์ตามแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี
ขั้นตอนการปฏิบัติงาน| ร้อยละ ของงาน| ร้อยละ ของงานสะสม
ตาราง ฉ แสดงตัวชี้วัดและโครงการ/กิจกรรมสนับสนุนภารกิจ ตามองค์ประกอบที่ ๒ - ๓ และองค์ประกอบที่ ๔ (เฉพาะสำนักงานเขต)
ตัวชี้วัด| นิยาม/คำอธิบายตัวชี้วัด| โครงการ/กิจกรรม และส่วนราชการที่รับผิดชอบ
"""
"""What the official plan prints, in its order; what differs from plan to plan is left out."""


def blocks(document: Any) -> Iterator[Paragraph | Table]:
    for element in document.element.body.iterchildren():
        if element.tag == qn("w:p"):
            yield Paragraph(element, document)
        elif element.tag == qn("w:tbl"):
            yield Table(element, document)


def cells(row: _Row) -> list[Any]:
    """Return each cell of a row once, those that are joined downwards and printed above left out."""
    found = {cell._tc: cell for cell in row.cells}
    return [cell for tc, cell in found.items() if tc in row._tr.tc_lst]


def wording(document: Any) -> list[str]:
    """Return what each paragraph of a document says, without tags, blanks made equal."""
    texts: list[str] = []
    for block in blocks(document):
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            texts += [cell.text for row in block.rows for cell in cells(row)]
    return [" ".join(TAG.sub("", text).split()) for text in texts]


def is_header(row: _Row) -> bool:
    return row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def stays(paragraph: Paragraph) -> bool:
    """Return whether a paragraph stays on the page of the next one, by itself or by its style."""
    own = paragraph.paragraph_format.keep_with_next
    return bool(paragraph.style.paragraph_format.keep_with_next if own is None else own)


def fill(**sheets: Any) -> Any:
    """Return the plan of a book of these sheets, opened."""
    template = compile_template(CONTENT, PlanContext, TEMPLATE.name)
    rows = {type(records[0]): records for records in sheets.values()}
    return template.fill(plan_context(PlanBook.of(Rows({PlanSettings: [SETTINGS], **rows}))))


DIMENSION: Final = {
    "dimensions": [Dimension(number=1, name="เดินทางดี"), Dimension(number=2, name="ปลอดภัยดี")],
    "objectives": [Objective(code="1.1", name="เดินได้"), Objective(code="2.1", name="แก้ไขจุดเสี่ยง")],
    "divisions": [Division(name="ฝ่ายโยธา", short="ฝ่ายโยธา")],
    "measures": [
        Measure(code="1.1.01", name="จุดผ่อนผัน", target=Value.of(479), unit="จุด", host="สนท."),
        Measure(code="2.1.01", name="พื้นที่เสี่ยง", target=Value.of(92), unit="จุด", host="สนท."),
    ],
    "projects": [Project(part=AGENCY, code="ค001", name="จัดระเบียบ", division="ฝ่ายโยธา", budget=Value.of(1000))],
    "supports": [Support(project="ค001", served="OKR 1.1.01")],
}


def test_the_template_is_what_its_program_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "templates" / "source"))
    program = importlib.import_module("plan_form")
    program.save(program.build(), tmp_path / TEMPLATE.name)
    assert (tmp_path / TEMPLATE.name).read_bytes() == CONTENT, "run `make templates`"


def test_the_template_compiles_and_its_wording_has_thai_digits() -> None:
    warnings = compile_template(CONTENT, PlanContext, TEMPLATE.name).warnings
    assert {finding.rule.code for finding in warnings} <= {"T002"}


def test_the_official_labels_stand_in_their_order() -> None:
    rest = iter(wording(Document(str(TEMPLATE))))
    labels = [label.strip() for line in LABELS.strip().splitlines() for label in line.split("|")]
    missing = [label for label in labels if not any(label in text for text in rest)]
    assert not missing[:1], f"from here on, the order is lost: {missing[0]}"


def test_the_parts_and_tables_are_headings_for_the_contents() -> None:
    headings = [
        (paragraph.style.name, TAG.sub("", paragraph.text).split()[0])
        for paragraph in Document(str(TEMPLATE)).paragraphs
        if paragraph.style.name.startswith("Heading") and TAG.sub("", paragraph.text).strip()
    ]
    assert [first for style, first in headings if style == "Heading 1"][:3] == [
        "คำนำ",
        "สารบัญ",
        "สาระสำคัญของแผนปฏิบัติราชการประจำปี",
    ]
    assert [first for style, first in headings if style == "Heading 1"][3:] == ["ส่วนที่"] * 4
    assert [first for style, first in headings if style == "Heading 2"][-6:] == ["ตาราง"] * 6


def test_tables_fill_the_width_of_their_pages() -> None:
    widths, upright = [], True
    for block in blocks(Document(str(TEMPLATE))):
        if isinstance(block, Paragraph):
            upright = upright and "ส่วนที่ ๔" not in block.text
        else:
            columns = [int(column.get(qn("w:w"))) for column in block._tbl.tblGrid.iterchildren()]
            widths.append((upright, sum(columns)))
    assert set(widths) == {(True, UPRIGHT), (False, LYING)}


def test_table_headers_are_repeated_whole_and_stay_with_the_row_below() -> None:
    faults = []
    tables = [block for block in blocks(Document(str(TEMPLATE))) if isinstance(block, Table)]
    for table in tables[1:]:
        headers = [row for row in table.rows if is_header(row)]
        if not headers or [is_header(row) for row in table.rows].index(False) != len(headers):
            faults.append(table.rows[0].cells[0].text)
        for row in headers:
            whole = row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
            kept = all(stays(paragraph) for cell in cells(row) for paragraph in cell.paragraphs if paragraph.text)
            if not (whole and kept):
                faults.append(row.cells[0].text)
    assert not faults


def test_what_stands_before_a_table_stays_with_it() -> None:
    found = list(blocks(Document(str(TEMPLATE))))
    unseen = re.compile(r"\{%.*|-")  # tags, and the dash that stands where there is no table
    shown = [block for block in found if isinstance(block, Table) or not unseen.fullmatch(block.text)]
    before = [one for one, other in pairwise(shown) if isinstance(other, Table)]
    alone = [one for one in before if isinstance(one, Paragraph) and one.text and not stays(one)]
    assert all(heading.paragraph_format.page_break_before for heading in alone), "nothing parts these from their page"
    labels = [block for block in shown if isinstance(block, Paragraph) and "หัวข้อ" in block.style.name]
    assert len(labels) > 15 and all(map(stays, labels))


def test_pages_are_numbered_in_three_runs_and_the_last_part_lies() -> None:
    sections = Document(str(TEMPLATE)).sections
    numbers = [section._sectPr.find(qn("w:pgNumType")) for section in sections]
    assert [None if one is None else (one.get(qn("w:fmt")), one.get(qn("w:start"))) for one in numbers] == [
        None,
        ("thaiLetters", "1"),
        ("thaiNumbers", "1"),
        ("thaiNumbers", None),
    ]
    assert [section.page_width > section.page_height for section in sections] == [False, False, False, True]


def opened(content: bytes, path: Path) -> Any:
    path.write_bytes(content)
    return Document(str(path))


def test_a_book_with_nothing_but_its_settings_prints_no_table_without_lines(
    tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    document = opened(fill(), tmp_path / "empty.docx")
    made(tmp_path / "empty.docx")
    assert not [table for table in document.tables if is_header(table.rows[-1])]
    assert wording(document).count("-") == 10
    assert not any("None" in text for text in wording(document))


def test_a_dimension_without_projects_prints_its_key_results_alone(
    tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    document = opened(fill(**DIMENSION), tmp_path / "plan.docx")
    made(tmp_path / "plan.docx")
    texts = wording(document)
    part = texts[texts.index("ส่วนที่ ๒ การดำเนินงานตามยุทธศาสตร์ของหน่วยงาน") :]
    second = part[part.index("๒. ปลอดภัยดี") : part.index("รวมงบประมาณทั้งสิ้น")]
    assert "OKR ๒.๑.๐๑ พื้นที่เสี่ยง" in second and "รหัสนโยบาย/ OKR" not in second


def test_figures_stand_to_the_right_and_words_in_the_middle(tmp_path: Path) -> None:
    project = DIMENSION["projects"][0]
    for budget, style in ((Value.of(1000), "แผน ช่องขวา"), (Value("รอการยืนยัน"), "แผน ช่องกลาง")):
        changed = {**DIMENSION, "projects": [type(project)(**{**vars(project), "budget": budget})]}
        document = opened(fill(**changed), tmp_path / "plan.docx")
        table = next(table for table in document.tables if "จัดระเบียบ" in table.rows[-1].cells[0].text)
        assert [paragraph.style.name for paragraph in table.rows[-1].cells[1].paragraphs] == [style]


def test_the_last_project_of_a_summary_stays_with_the_total(tmp_path: Path) -> None:
    document = opened(fill(**DIMENSION), tmp_path / "plan.docx")
    table = [table for table in document.tables if table.rows[-1].cells[0].text == "รวมงบประมาณทั้งสิ้น"][1]
    assert all(stays(cell.paragraphs[0]) for cell in table.rows[-2].cells)


@pytest.mark.parametrize(("first", "last"), [(10, 9), (1, 1), (12, 1), (9, 9)])
def test_an_arrow_covers_the_months_of_its_step(
    first: int, last: int, tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    step = Step(project="ค001", share=Value.of(100).number, first=first, last=last)
    document = opened(fill(**DIMENSION, steps=[step]), tmp_path / "plan.docx")
    made(tmp_path / "plan.docx")
    table = next(table for table in document.tables if "ขั้นตอนการปฏิบัติงาน" in table.rows[0].cells[0].text)
    columns = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.iterchildren()]
    assert len(columns) == 15 and sum(columns) == LYING and len(set(columns[3:])) == 1
    arrow = next(cell for cell in cells(table.rows[2]) if cell._tc.find(f".//{qn('w:drawing')}") is not None)
    before = [cell._tc for cell in cells(table.rows[2])].index(arrow._tc) - 3
    assert (before, arrow._tc.grid_span) == ((first - 10) % 12, (last - first) % 12 + 1)
