"""The shipped templates are fresh, faultless, native to Word, and hold the official wording and nothing else."""

import importlib.util
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest
from lxml import etree

from generator.forms.documents import KINDS, LAYOUTS, Layout, template_bytes
from generator.forms.kr_form import TEMPLATE, KrContext, contexts
from generator.pdf.office import find_office
from generator.render.oxml import FOOTER, HEADER, qn
from generator.render.tags import TAG
from generator.render.template import compile_template
from tests.forms.books import BOOK
from tests.lint import lint_docx
from tests.render.drawing import show

ROOT: Final = Path(__file__).parent.parent
TEMPLATES: Final = sorted((ROOT / "templates").glob("*.docx"))
(KR,) = [kind for kind in KINDS if kind.template == TEMPLATE]

# What the form of the city says, in its order, without what an office fills in. Line ends within a label are blanks.
OFFICIAL: Final = [
    "รายละเอียด KRs ตามเป้าหมายการพัฒนาของสำนักงานเขต และแผนปฏิบัติราชการกรุงเทพมหานคร ประจำปี พ.ศ.",
    "รหัส OKRs ชื่อ KRs",
    "หน่วยงานผู้รับผิดชอบหลัก (Host : H)",
    "ด้าน ประเด็นการพัฒนา",
    "ลักษณะหน่วยงานที่รับผิดชอบ ดำเนินการหน่วยงานเดียว",
    "มีหน่วยงานสนับสนุน (R) ร่วมดำเนินการ",
    "หน่วยงาน (R) ระดับสำนัก/สำนักงาน",
    "หน่วยงาน (R) ระดับสำนักงานเขต",
    "ประเด็น",
    "รายละเอียด",
    "ค่าเป้าหมายรวม ปีงบประมาณ พ.ศ.",
    "ค่าเป้าหมาย : หน่วยนับ :",
    "นิยาม",
    "วิธีคำนวณ/ วัดผลการดำเนินงาน/ สูตรคำนวณ",
    "ค่าเป้าหมาย ของหน่วยงาน รับผิดชอบหลัก (H) หน่วยงานสนับสนุน (R) และบทบาทภารกิจ ที่เกี่ยวข้อง",
    "หน่วยนับ :",
    "ชื่อหน่วยงาน/ส่วนราชการ",
    "ค่าเป้าหมาย",
    "บทบาทภารกิจ",
    "*กรณีเป็นสำนักงานเขต ให้ระบุรายสำนักงานเขต",
    "เอกสารอ้างอิงเพิ่มเติม",
    "มาตรฐานการดำเนินงาน",
    "ข้อมูลรายละเอียดเป้าหมายที่ชัดเจน (รายรายการ และรายหน่วยงาน) เช่น ค่าเป้าหมายโดยระบุรายชื่อ ถนน ตรอก ซอย คลอง ลำราง",
    "ตัวอย่างการปฏิบัติงานที่ดี",
    "(กรณีเป้าหมายการพัฒนาของสำนักงานเขต พ.ศ. จำเป็นต้องมีครบทั้ง ๓ รายการ)",
    "ช่องทางการรายงาน ผลการดำเนินงาน",
    "ผ่านระบบ BMA Policy Tracking",
    "ผ่านระบบอื่น ๆ โปรดระบุ",
    "การติดตามประเมินผล ความสำเร็จ (ตอบได้มากกว่า ๑ ข้อ)",
    "รายงานผลโดยหน่วยงาน R หรือสำนักงานเขต",
    "หน่วยงานรับผิดชอบหลัก (H) กำกับติดตาม",
    "ผู้ตรวจราชการกรุงเทพมหานครกำกับเชิงคุณภาพ",
    "ใช้ระบบข้อมูลยืนยันผลการดำเนินงาน เช่น Traffy Fondue โปรดระบุ",
    "ผู้ประสานงานหลัก/ ส่วนราชการประมวลผล และจัดทำข้อมูล (ระดับส่วนกลาง)",
    "ชื่อ",
    "ตำแหน่ง",
    "หมายเลขโทรศัพท์",
    "ส่วนราชการ",
    "หน่วยงาน",
    "ลงชื่อ ………………………………………………",
    "( )",
    "ผู้แจ้งข้อมูล",
    "รวม",
    "มาตรฐานการดำเนินงาน",
    "ตัวอย่างการปฏิบัติงานที่ดี",
]


@pytest.fixture
def program() -> Iterator[Callable[[str], ModuleType]]:
    """Return a function that imports a program of templates/source; what it imports from there is forgotten later."""
    folder = ROOT / "templates" / "source"
    path, known = list(sys.path), set(sys.modules)

    def load(stem: str) -> ModuleType:
        file = folder / f"{stem.replace('-', '_')}.py"
        spec = importlib.util.spec_from_file_location(file.stem, file)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    yield load
    sys.path[:] = path
    for name in set(sys.modules) - known:
        if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def roots(path: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(path) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_what_its_program_writes(
    template: Path, tmp_path: Path, program: Callable[[str], ModuleType]
) -> None:
    module = program(template.stem)
    module.save(module.build(), tmp_path / template.name)
    assert (tmp_path / template.name).read_bytes() == template.read_bytes(), "run `make templates`"


def test_every_template_is_used() -> None:
    assert sorted(layout.template for layout in LAYOUTS) == [template.name for template in TEMPLATES]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.template)
def test_a_template_has_no_faults_and_no_warnings(layout: Layout) -> None:
    assert compile_template(template_bytes(layout), layout.context, layout.template).warnings == ()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_is_itself_a_whole_document(template: Path, made: Callable[[Path], Path]) -> None:
    made(template)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_style_says_for_thai_what_it_says_for_latin(template: Path) -> None:
    styles = roots(template)["word/styles.xml"]
    for properties in styles.iter(qn("w:rPr")):
        fonts = properties.find(qn("w:rFonts"))
        if fonts is not None:
            assert len({fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")}) == 1
            assert not [name for name in fonts.attrib if "heme" in name]
        for latin, thai in (("sz", "szCs"), ("b", "bCs"), ("i", "iCs")):
            one, other = properties.find(qn(f"w:{latin}")), properties.find(qn(f"w:{thai}"))
            assert (one is None) == (other is None)
            assert one is None or other is None or one.attrib == other.attrib


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_what_no_style_says_is_sarabun_16_in_thai(template: Path) -> None:
    defaults = roots(template)["word/styles.xml"].find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    said = {child.tag: child for child in defaults}
    assert said[qn("w:rFonts")].get(qn("w:cs")) == "TH Sarabun New"
    assert {said[qn(f"w:{name}")].get(qn("w:val")) for name in ("sz", "szCs")} == {"32"}
    assert said[qn("w:lang")].get(qn("w:bidi")) == "th-TH"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_headings_show_in_the_navigation_pane(template: Path) -> None:
    styles = roots(template)["word/styles.xml"]
    levels = {
        style.get(qn("w:styleId")): level.get(qn("w:val"))
        for style in styles.iter(qn("w:style"))
        for level in style.iter(qn("w:outlineLvl"))
    }
    assert levels["Heading1"] == "0" and levels["Heading2"] == "1"


MARGINS: Final = {"left": 3, "right": 2, "top": 2.5, "bottom": 2}


def margins(document: etree._Element) -> list[dict[str, float]]:
    """Return the margins of each section in centimetres, to a tenth."""
    found = document.iter(qn("w:pgMar"))
    return [{side: round(int(str(margin.get(qn(f"w:{side}")))) / 567, 1) for side in MARGINS} for margin in found]


def test_the_margins_are_the_official_ones() -> None:
    assert margins(roots(ROOT / "templates" / TEMPLATE)["word/document.xml"]) == [MARGINS]


def test_the_margins_are_kept_in_one_place(program: Callable[[str], ModuleType]) -> None:
    module = program(Path(TEMPLATE).stem)
    margin = module.paper.MARGINS
    margin.update({side: width + 360_000 for side, width in margin.items()})
    assert margins(module.build().element) == [{side: centimetres + 1 for side, centimetres in MARGINS.items()}]


def test_pages_are_numbered_in_thai_digits_at_the_top_from_the_second_on() -> None:
    parts = roots(ROOT / "templates" / TEMPLATE)
    (section,) = parts["word/document.xml"].iter(qn("w:sectPr"))
    number = section.find(qn("w:pgNumType"))
    assert number is not None and number.get(qn("w:fmt")) == "thaiNumbers"
    assert section.find(qn("w:titlePg")) is not None
    links = {str(link.get("Id")): link for link in parts["word/_rels/document.xml.rels"]}
    assert FOOTER not in {link.get("Type") for link in links.values()}
    headers = {
        str(reference.get(qn("w:type"))): parts[f"word/{links[str(reference.get(qn('r:id')))].get('Target')}"]
        for reference in section.iter(qn("w:headerReference"))
    }
    assert {link.get("Type") for link in links.values()} >= {HEADER} and headers.keys() == {"first", "default"}
    codes = {kind: "".join(header.itertext(qn("w:instrText"))) for kind, header in headers.items()}
    assert codes == {"first": "", "default": " PAGE "}
    assert [jc.get(qn("w:val")) for jc in headers["default"].iter(qn("w:jc"))] == ["center"]


def wording(document: etree._Element) -> list[str]:
    """Return what a template says in each paragraph, its tags taken out."""
    lines = []
    for paragraph in document.iter(qn("w:p")):
        children = (child for run in paragraph.iter(qn("w:r")) for child in run if child.tag != qn("w:rPr"))
        text = "".join(child.text or "" if child.tag == qn("w:t") else " " for child in children)
        lines.append(" ".join(TAG.sub(" ", text).split()))
    return [line for line in lines if line]


def test_the_form_holds_the_official_wording_and_nothing_else() -> None:
    assert wording(roots(ROOT / "templates" / TEMPLATE)["word/document.xml"]) == OFFICIAL


def test_the_header_of_the_table_is_repeated_on_each_page() -> None:
    document = roots(ROOT / "templates" / TEMPLATE)["word/document.xml"]
    marks = document.iter(qn("w:tblHeader"))
    repeated = ["".join(next(mark.iterancestors(qn("w:tr"))).itertext()).strip() for mark in marks]
    assert repeated[:2] == ["ประเด็นรายละเอียด", "ชื่อหน่วยงาน/ส่วนราชการค่าเป้าหมายบทบาทภารกิจ"]
    assert len(repeated) == 5


@pytest.mark.office
def test_a_template_edited_and_saved_by_libreoffice_still_works(tmp_path: Path) -> None:
    (tmp_path / "edited").mkdir()
    (tmp_path / TEMPLATE).write_bytes(template_bytes(KR))
    options = [f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "docx"]
    command = [find_office().program, *options, "--outdir", tmp_path / "edited", tmp_path / TEMPLATE]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    edited = (tmp_path / "edited" / TEMPLATE).read_bytes()
    assert edited != template_bytes(KR)
    saved = compile_template(edited, KrContext, TEMPLATE)
    shipped = compile_template(template_bytes(KR), KrContext, TEMPLATE)
    for _, context in contexts(BOOK, {}):
        paths = [tmp_path / "saved.docx", tmp_path / "shipped.docx"]
        for path, template in zip(paths, (saved, shipped), strict=True):
            path.write_bytes(template.fill(context))
            # The lint alone: the Open XML SDK finds fault with what LibreOffice writes, such as w:val="true".
            assert lint_docx(path) == []
        one, other = (show(roots(path)["word/document.xml"]) for path in paths)
        assert one == other
