"""The facts of a KR workbook become the form: nothing is lost, invented, or left in Arabic digits."""

import dataclasses
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from generator.forms.documents import KINDS, template
from generator.forms.flows import BLANK
from generator.forms.kr_form import KrContext, contexts
from generator.model.finding import Place
from generator.model.kr.agency import HOST, SUPPORT, Agency
from generator.model.kr.attachment import Attachment
from generator.model.kr.key_result import Status
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.rules import cell_rules
from generator.render.oxml import qn
from generator.render.values import Flow, Fraction, Item, Kept, Picture
from tests.forms.books import BOOK, attachment, book, key_result, value
from tests.forms.normal import normal
from tests.render.drawing import text_of
from tests.render.test_values import PNG

(KIND,) = [kind for kind in KINDS if kind.context is KrContext]
FORM = dict((kr.code, context) for kr, context in contexts(BOOK, {}))
SIGNATURE = Picture(PNG, "png", 1_800_000, 540_000, "ลายมือชื่อ")


def texts(block: object) -> str:
    inner = block.block if isinstance(block, Kept) else block
    return "".join(run.text for run in inner) if isinstance(inner, tuple) else ""


def one(**changes: object) -> KrContext:
    """Return the context of a book of one key result."""
    ((_, context),) = contexts(book(key_results=(key_result(**changes),)), {})
    return context


def test_every_key_result_has_a_form() -> None:
    assert list(FORM) == ["8214", "8207"]


def test_numbers_print_in_thai_digits_but_not_in_addresses_and_exceptions() -> None:
    form = FORM["8214"]
    assert (form.code, form.year, form.target) == ("๘๒๑๔", "๒๕๖๘", "๖๐,๐๐๐")
    assert form.name == "จำนวนผู้รับอาหาร PM 2.5"
    assert form.other_channel == "https://bangkok.go.th/8214"
    assert form.contact_phone.replace("\u00a0", " ") == "๐ ๒๐๐๐ ๐๐๐๑"


def test_the_code_gives_dimension_and_objective() -> None:
    assert (FORM["8214"].dimension, FORM["8214"].objective_number) == ("สังคมดี", "๘.๒")


def test_what_is_missing_prints_as_a_dotted_blank() -> None:
    form = FORM["8207"]
    assert {form.objective, form.unit, form.contact, form.contact_phone, form.signer, form.data_system} == {BLANK}
    assert texts(form.meaning.blocks[0]) == BLANK and form.signer_position.plain == BLANK
    assert form.contact_agency == "สำนักตัวอย่าง"


def test_a_draft_is_a_draft_until_it_is_ready() -> None:
    assert [one(status=status).draft for status in Status] == [True, False, False]


def test_definitions_and_method_go_to_their_rows_in_their_order() -> None:
    meaning, method = FORM["8214"].meaning, FORM["8214"].method
    assert [texts(block) for block in meaning.blocks] == ["กลุ่มเปราะบาง", "หมายถึง ผู้ที่ & <อื่น\u00a0ๆ>", "ข้อ\u00a0๒ ขีดเส้นใต้"]
    heading, _, underlined = meaning.blocks
    assert isinstance(heading, Kept) and isinstance(heading.block, tuple) and heading.block[0].bold
    assert isinstance(underlined, Kept) and isinstance(underlined.block, tuple) and underlined.block[0].underline
    text, fraction = method.blocks
    assert texts(text) == "คำนวณจาก" and isinstance(fraction, Fraction)
    assert (fraction.numerator, fraction.denominator, fraction.factor) == ("จำนวนผู้รับ", "จำนวนเป้าหมาย", "๑๐๐")


def test_hosts_stand_before_supporters_whatever_the_order_of_the_sheet() -> None:
    host, support = FORM["8214"].agencies
    assert (host.name, host.target) == ("สำนักตัวอย่าง (H)", "๖๐,๐๐๐")
    assert (support.name, support.target) == ("สำนักงานเขต (R)", "ตามเอกสารแนบ")
    assert [block.mark.text for block in host.duties.blocks if isinstance(block, Item)] == ["๑.", "-", "-", "๒."]


def test_without_a_supporter_the_form_has_its_empty_line() -> None:
    agencies = (Agency(kr="8214", role=HOST, name="สำนัก (H)"), Agency(kr="8207", role=SUPPORT))
    lines = dict((kr.code, form.agencies) for kr, form in contexts(book(agencies=agencies), {}))
    assert [line.name for line in lines["8214"]] == ["สำนัก (H)", "หน่วยงาน (R)"]
    assert lines["8214"][1].duties == Flow()
    assert [line.name for line in lines["8207"]] == ["หน่วยงาน (R)"]


def test_attached_tables_add_up_and_print_as_their_card_says() -> None:
    plain, numbered = FORM["8214"].tables
    assert (plain.title, plain.figures_header) == ("ค่าเป้าหมาย “Food Bank”", "ค่าเป้าหมาย ๒๕๖๘")
    assert (plain.number_header, numbered.number_header) == ((), ("ลำดับ",))
    assert [row.number for row in numbered.rows] == [("๑",), ("๒",)]
    assert numbered.headers == ("ฐาน", "เป้าหมาย") and numbered.totals == ("๒,๐๐๐", "๒,๐๐๒")
    assert numbered.rows[0].name.startswith("สำนักงานเขต") and numbered.rows[0].group.startswith("ก")


@pytest.mark.parametrize(
    ("figures", "total"),
    [
        ([value("0.630", "0.63"), value("0.5", "0.5")], "๑.๑๓๐"),
        ([value("", None), value("1", "1")], "๑"),
        ([Value.of(90, percent=True), Value.of(80, percent=True)], ""),
        ([Value.of(Decimal("999.5")), Value.of(Decimal("0.50"))], "๑,๐๐๐.๐๐"),
    ],
)
def test_a_total_has_the_decimals_of_its_figures_and_percentages_have_none(figures: list[Value], total: str) -> None:
    made = attachment()
    rows = [dataclasses.replace(row, numbers=(figure,)) for row, figure in zip(made.rows, figures, strict=True)]
    table: Attachment = dataclasses.replace(made, rows=rows)
    form = next(form for _, form in contexts(book(attachments=(table,)), {}))
    assert form.tables[0].totals == (total,)
    assert [row.figures[0] for row in form.tables[0].rows].count("-") == sum(not figure for figure in figures)


def test_a_signature_that_is_there_is_printed() -> None:
    changed = book(key_results=(key_result(signature="a.png"), key_result("8215", signature="b.png")))
    assert [form.signature for _, form in contexts(changed, {"a.png": SIGNATURE})] == [SIGNATURE, None]


@pytest.mark.parametrize(("status", "severity"), [(Status.DRAFT, "warning"), (Status.READY, "error")])
def test_what_is_missing_is_an_error_once_the_form_is_no_draft(status: Status, severity: str) -> None:
    incomplete = book(key_results=(key_result(status=status),))
    missing = Place("สมุด.xlsx").finding(cell_rules.REQUIRED, header="ผู้ลงนาม").about("8214").once_final()
    (finding,) = KIND.settled([missing], incomplete)
    assert finding.severity.value == severity


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    pictures = {"a.png": SIGNATURE}
    signed = book(key_results=(key_result(signature="a.png"), *BOOK.key_results[1:]))
    compiled = template(KIND, Path())
    return {draft.key: compiled.fill(draft.context()) for draft in KIND.drafts(signed, pictures)}


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_forms_are_whole(documents: dict[str, bytes], tmp_path: Path, made: Callable[[Path], Path]) -> None:
    for key, document in documents.items():
        path = tmp_path / f"{key}.docx"
        path.write_bytes(document)
        made(path)


@pytest.mark.parametrize(("key", "name"), [("8214-2568", "final"), ("8207-2568", "draft")])
def test_the_forms_are_as_they_were_accepted(
    key: str, name: str, documents: dict[str, bytes], golden: Callable[[str, str], None]
) -> None:
    written = parts(documents[key])
    for part in ("word/document.xml", "word/header1.xml", "word/header2.xml", "docProps/core.xml"):
        stem = Path(part).stem
        golden(f"kr-form/{name}-{stem}.xml", normal(written[part]))


def test_no_arabic_digit_is_printed_but_in_addresses_and_exceptions(documents: dict[str, bytes]) -> None:
    root = etree.fromstring(parts(documents["8214-2568"])["word/document.xml"])
    words = [word for paragraph in root.iter(qn("w:p")) for word in text_of(paragraph).split()]
    assert {word for word in words if re.search("[0-9]", word)} == {"2.5", "https://bangkok.go.th/8214"}


def test_only_a_draft_has_the_watermark(documents: dict[str, bytes]) -> None:
    for key, drafts in (("8214-2568", 0), ("8207-2568", 1)):
        written = parts(documents[key])
        assert [name for name in written if name.startswith("word/media/image")] == ["word/media/image1.png"] * drafts
        assert [written[f"word/header{n}.xml"].count(b"<w:drawing>") for n in (1, 2)] == [drafts, drafts]


def test_the_properties_name_title_and_agency(documents: dict[str, bytes]) -> None:
    core = etree.fromstring(parts(documents["8214-2568"])["docProps/core.xml"])
    assert str(core.findtext("{*}title")).startswith("รายละเอียด KR\u00a0๘๒๑๔ ปีงบประมาณ พ.ศ.\u00a0๒๕๖๘")
    assert (core.findtext("{*}creator"), core.findtext("{*}language")) == ("สำนักตัวอย่าง", "th-TH")


def test_the_boxes_are_ticked_as_the_workbook_says(documents: dict[str, bytes]) -> None:
    root = etree.fromstring(parts(documents["8214-2568"])["word/document.xml"])
    signs = [sign for sign in text_of(root) if sign in "☐☑"]
    form = FORM["8214"]
    ticks = [
        getattr(form, field.name)
        for field in dataclasses.fields(form)
        if field.type == "Tick" or "Tick" in str(field.type)
    ]
    assert signs == ["☑" if tick.ticked else "☐" for tick in ticks] and len(signs) == 13


def test_a_prose_field_of_the_signer_keeps_its_lines() -> None:
    assert one(signer_position=Prose.of("ก\nข")).signer_position.plain == "ก\nข"
