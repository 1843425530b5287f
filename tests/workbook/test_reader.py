"""What officers really type, and what the reader makes of it."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.model.kr.attachment import AttachmentRow
from generator.model.kr.book import KR_FORM
from generator.model.kr.definition import Definition
from generator.model.kr.key_result import KeyResult
from generator.model.kr.settings import Settings
from generator.model.plan.book import PLAN_FORM
from generator.model.prose import Run
from generator.model.quantities import Value
from generator.workbook.reader import Reading, read_workbook
from tests.minibook import complete, draw

ATTACHMENT = """
== แนบ 8214
ชื่อตาราง | ตารางของเขต
แสดงลำดับ | ✓
หัวคอลัมน์ชื่อ |
หัวคอลัมน์กลุ่ม |
หัวรวมเหนือคอลัมน์ตัวเลข |
คอลัมน์ที่เป็นค่าเป้าหมาย | จำนวน
เขต | กลุ่ม | จำนวน
ดุสิต | กท.กลาง | 60
สำนักงานเขตบางแค | | 40
รวม | | 100
"""


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    def reading(drawing: str, change: Callable[[openpyxl.Workbook], None] | None = None) -> Reading:
        return read_workbook(draw(drawing, tmp_path / "สมุด.xlsx", change), KR_FORM)

    return reading


def found(reading: Reading) -> list[tuple[str, str, str]]:
    return [(finding.sheet, finding.cell, finding.rule.code) for finding in reading.findings]


def kr(reading: Reading) -> KeyResult:
    return reading.rows.of(KeyResult)[0]


def test_a_complete_workbook_has_no_findings(read: Any) -> None:
    reading = read(complete(ATTACHMENT))
    assert found(reading) == []
    assert kr(reading).code == "8214" and kr(reading).target == Value.of(100)
    assert reading.rows.of(Settings)[0].year == 2568


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("8214", "8214"),
        ("8214.0", "8214"),
        ("'๘๒๑๔", "8214"),
        ("'8.2.14", "8214"),
        ("'8.3.8", "8308"),
        ("' 82 14 ", "8214"),
    ],
)
def test_a_code_is_understood_however_it_is_typed(read: Any, typed: str, code: str) -> None:
    drawing = complete(รหัส=typed).replace("'8214 |", f"'{code} |")
    reading = read(drawing)
    assert kr(reading).code == code
    assert found(reading) == []


def test_a_code_that_excel_made_a_date_is_read_and_reported(read: Any) -> None:
    reading = read(complete(รหัส="2014-02-08"))
    assert kr(reading).code == "8214"
    assert found(reading) == [("KR", "A2", "C108")]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1000", Value("1,000", Decimal(1000))),
        ("'๑,๐๐๐", Value("๑,๐๐๐", Decimal(1000))),
        ("0.63{0.000}", Value("0.630", Decimal("0.63"))),
        ("0.9{0%}", Value("ร้อยละ 90", Decimal(90), True)),
        ("'ร้อยละ ๙๐", Value("ร้อยละ ๙๐", Decimal(90), True)),
        ("'90 %", Value("90 %", Decimal(90), True)),
        ("ไม่เกิน ๘๐ เปอร์เซ็นต์ไทล์", Value("ไม่เกิน ๘๐ เปอร์เซ็นต์ไทล์")),
    ],
)
def test_a_target_prints_as_excel_shows_it(read: Any, typed: str, value: Value) -> None:
    target = kr(read(complete(ค่าเป้าหมายรวม=typed))).target
    assert (target.text, target.percent) == (value.text, value.percent)
    assert target.number == value.number


def test_a_number_in_a_telephone_cell_has_lost_its_zero(read: Any) -> None:
    assert found(read(complete(โทรศัพท์ผู้ประสานงาน="20000001"))) == [("KR", "Y2", "C107")]


def test_a_telephone_number_whose_format_shows_the_zero_is_whole(read: Any) -> None:
    reading = read(complete(โทรศัพท์ผู้ประสานงาน="20000001{000000000}"))
    assert found(reading) == []
    assert kr(reading).contact_phone == "020000001"


def test_a_short_telephone_number_is_a_warning(read: Any) -> None:
    reading = read(complete(โทรศัพท์ผู้ประสานงาน="'0 2000 001"))
    assert [(f.cell, f.rule.code, f.is_error) for f in reading.findings] == [("Y2", "C114", False)]


@pytest.mark.parametrize("tick", ["✓", "/", "x", "TRUE", "1", "ใช่", "☑"])
def test_many_marks_are_ticks(read: Any, tick: str) -> None:
    assert kr(read(complete(หน่วยงานเดียว=tick))).alone is True


@pytest.mark.parametrize("mark", ["FALSE", "0", "ไม่", "-", ""])
def test_some_marks_are_no_ticks(read: Any, mark: str) -> None:
    reading = read(complete(หน่วยงานเดียว=mark))
    assert kr(reading).alone is False and found(reading) == []


def test_broken_thai_is_mended(read: Any) -> None:
    reading = read(complete(ชื่อ_KR="'  น\u0e4d\u0e32\u00a0ดีี\u200b \uf70aก  "))
    assert kr(reading).name == "นำ ดี่ก" or kr(reading).name.startswith("นำ ดี")


def test_paragraphs_and_formats_arrive(read: Any) -> None:
    reading = read(complete().replace("ความหมาย", "ก **หนา** ข//สอง"))
    definition = reading.rows.of(Definition)[0]
    assert definition.text.plain == "ก หนา ข\nสอง"
    assert Run("หนา", bold=True) in definition.text.paragraphs[0]


def test_moved_inserted_and_noted_columns_do_no_harm(read: Any) -> None:
    drawing = complete().replace(
        "KR | บทบาท | ชื่อหน่วยงาน/ส่วนราชการ | ค่าเป้าหมาย | บทบาทภารกิจ\n'8214 | H | | 100 | ติดตาม",
        "หัวเรื่องของตาราง\n\nบันทึกของฉัน | บทบาท | ค่าเป้าหมาย | | KR | บทบาทภารกิจ | ชื่อหน่วยงาน / ส่วนราชการ\n"
        "จำไว้ | H | 100 | | '8214 | ติดตาม | ",
    )
    reading = read(drawing + "== สมุดโน้ต\nอะไรก็ได้ | #REF!\n")
    assert found(reading) == []
    assert reading.rows.of(KR_FORM.sheets[3])[0].place("target").cell == "C4"


def test_a_merged_title_above_the_header_does_no_harm(read: Any) -> None:
    def title(book: openpyxl.Workbook) -> None:
        sheet = book["นิยาม"]
        sheet.insert_rows(1, 2)
        sheet["A1"] = "นิยามของ KR"
        sheet.merge_cells("A1:G1")

    reading = read(complete(), title)
    assert found(reading) == []
    assert reading.rows.of(Definition)[0].place("text").cell == "D4"


def test_an_old_header_is_still_known(read: Any) -> None:
    assert found(read(complete().replace("รหัส | ชื่อ KR |", "รหัส | ชื่อ |"))) == []


def test_a_missing_column_is_named_and_its_severity_follows_what_it_holds(read: Any) -> None:
    reading = read(complete().replace("หน่วยนับ |", "หน่วย |").replace("ร้อยละต่อเขต |", "อื่น |"))
    assert [(f.rule.code, f.values["header"]) for f in reading.findings] == [
        ("W012", "หน่วยนับ"),
        ("W019", "ร้อยละต่อเขต"),
    ]


def test_an_unknown_header_over_values_is_asked_about(read: Any) -> None:
    drawing = complete(หน่วยนับ="คน", ร้อยละต่อเขต="5").replace("หน่วยนับ |", "หน่วย {นับ} |")
    drawing = drawing.replace("ร้อยละต่อเขต |", "ร้อยละของเขต |").replace("ชื่อประเด็นการพัฒนา |", "ชื่อประเด็น |", 1)
    said = {f.values["header"]: f.message("th") for f in read(drawing).findings if f.rule.code in ("W012", "W019")}
    assert " หัวคอลัมน์ J1 “หน่วย {นับ}” หมายถึง “หน่วยนับ” หรือไม่" in said["หน่วยนับ"]
    assert "“ร้อยละของเขต” หมายถึง “ร้อยละต่อเขต” หรือไม่" in said["ร้อยละต่อเขต"]


def test_an_unknown_header_over_nothing_is_not_asked_about(read: Any) -> None:
    reading = read(complete().replace("ร้อยละต่อเขต |", "ร้อยละของเขต |"))
    assert [(f.rule.code, "หมายถึง" in f.message("th")) for f in reading.findings] == [("W019", False)]


def test_the_header_of_the_budgets_may_not_be_missing(tmp_path: Path) -> None:
    drawing = "== โครงการ\nรหัสโครงการ | ส่วน | งบประมาณ | ชื่อโครงการ/กิจกรรม\nค001 | 1 | 500 | ก\n"
    findings = read_workbook(draw(drawing, tmp_path / "แผน.xlsx"), PLAN_FORM).findings
    (finding,) = (f for f in findings if f.values.get("header") == "งบประมาณ (บาท)")
    assert (finding.rule.code, finding.is_error) == ("W012", True)
    assert "หัวคอลัมน์ C1 “งบประมาณ” หมายถึง “งบประมาณ (บาท)” หรือไม่" in finding.message("th")


def test_a_double_column_is_refused_with_both_places(read: Any) -> None:
    reading = read(complete().replace("หน่วยนับ | ร้อยละต่อเขต", "หน่วยนับ | หน่วยนับ"))
    double = next(f for f in reading.findings if f.rule.code == "W013")
    assert (double.cell, double.values["other"]) == ("K1", "J1")


def test_a_missing_sheet_is_named(read: Any) -> None:
    reading = read(complete().replace("== มาตรฐาน\n", "== มาตรฐานเก่า\n"))
    assert [(f.rule.code, f.values["name"]) for f in reading.findings] == [("W011", "มาตรฐาน")]


def test_a_workbook_of_another_kind_gets_one_message(read: Any) -> None:
    assert [f.rule.code for f in read("== Sheet1\nก | ข\n").findings] == ["W010"]


def test_a_workbook_without_rows_gets_one_message(read: Any) -> None:
    header, _, _ = complete().partition("\n'8214")
    rest = complete().partition("== นิยาม")[2]
    assert [f.rule.code for f in read(f"{header}\n== นิยาม{rest}").findings] == ["W015"]


def test_missing_cells_are_warnings_until_the_document_is_final(read: Any) -> None:
    reading = read(complete(หน่วยนับ=""))
    (finding,) = reading.findings
    assert (finding.rule.code, finding.cell, finding.document, finding.is_error, finding.when_final) == (
        "C101",
        "J2",
        "8214",
        False,
        True,
    )


def test_an_error_value_and_an_uncalculated_formula_are_told_apart(read: Any) -> None:
    assert found(read(complete(ค่าเป้าหมายรวม="#REF!", หน่วยนับ="=A1"))) == [("KR", "I2", "C105"), ("KR", "J2", "C106")]


def test_an_attachment_is_read_with_its_card_and_without_its_total(read: Any) -> None:
    (page,) = read(complete(ATTACHMENT)).rows.pages
    rows = page.rows.of(AttachmentRow)
    assert page.key == "8214" and [header.plain for header in page.headers] == ["จำนวน"]
    assert [(row.district.name, row.numbers[0].number) for row in rows if row.district] == [("ดุสิต", 60), ("บางแค", 40)]
    assert rows[1].place("numbers").cell == "C9"


def test_an_attachment_may_have_any_number_of_columns(read: Any) -> None:
    wide = ATTACHMENT.replace("กลุ่ม | จำนวน", "กลุ่ม | ชาย | หญิง | จำนวน | | หมายเหตุ").replace(
        "| 60", "| 1 | 2 | 60 | | โน้ต"
    )
    (page,) = read(complete(wide)).rows.pages
    assert [header.plain for header in page.headers] == ["ชาย", "หญิง", "จำนวน"]
    assert [value.text for value in page.rows.of(AttachmentRow)[0].numbers] == ["1", "2", "60"]


def test_figures_without_a_header_are_refused(read: Any) -> None:
    reading = read(complete(ATTACHMENT.replace("| 60", "| 60 | 7")))
    assert found(reading) == [("แนบ 8214", "D8", "W018")]


def test_words_among_figures_are_refused(read: Any) -> None:
    reading = read(complete(ATTACHMENT.replace("| 60", "| 60 คน")))
    assert found(reading) == [("แนบ 8214", "C8", "C102")]


def test_a_misspelt_district_gets_a_suggestion(read: Any) -> None:
    reading = read(complete(ATTACHMENT.replace("ดุสิต", "ดุสิด")))
    (finding,) = reading.findings
    assert (finding.rule.code, finding.cell) == ("X302", "A8")
    assert "ดุสิต" in finding.message("th")


@pytest.mark.parametrize("name", ["แนบ ๘๒๑๔", "แนบ8214", "แนบ 8.2.14"])
def test_the_name_of_an_attachment_may_be_spelt_freely(read: Any, name: str) -> None:
    (page,) = read(complete(ATTACHMENT.replace("แนบ 8214", name))).rows.pages
    assert page.key == "8214"


def test_an_attachment_without_code_is_refused_only_if_it_has_figures(read: Any) -> None:
    nameless = ATTACHMENT.replace("แนบ 8214", "แนบ (รหัส)")
    assert found(read(complete(nameless))) == [("แนบ (รหัส)", "", "W016")]
    empty = nameless.replace("60", "").replace("40", "").replace("100", "")
    assert found(read(complete(empty))) == []


def test_two_attachments_of_one_key_result_are_refused(read: Any) -> None:
    reading = read(complete(ATTACHMENT + ATTACHMENT.replace("แนบ 8214", "แนบ ๘๒๑๔")))
    assert [(f.sheet, f.rule.code) for f in reading.findings] == [("แนบ ๘๒๑๔", "W014")]


def test_an_unknown_token_is_refused(read: Any) -> None:
    reading = read(complete().replace("ความหมาย", "ในปี [ปีนี้] และ [ปี]"))
    (finding,) = reading.findings
    assert (finding.rule.code, finding.cell, finding.values["token"]) == ("C112", "D2", "[ปีนี้]")


def test_a_year_of_the_common_era_gets_its_buddhist_year(read: Any) -> None:
    (finding,) = read(complete().replace("2568", "2025")).findings
    assert finding.rule.code == "C109" and "2568" in finding.message("th")


def test_a_newer_form_is_refused(read: Any) -> None:
    reading = read(complete() + "== _รุ่น\nkind | kr\nversion | 99\n")
    assert [f.rule.code for f in reading.findings] == ["W017"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("ว่าง.xlsx", b"", "W002"),
        ("ข้อความ.xlsx", "เป็นข้อความ".encode(), "W003"),
        ("ขาด.xlsx", b"PK\x03\x04 ...", "W006"),
    ],
)
def test_files_that_are_no_workbooks_get_one_message(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (finding,) = read_workbook(path, KR_FORM).findings
    assert (finding.workbook, finding.rule.code) == (name, code)
    assert finding.message("th") and finding.cure("th")


def test_a_missing_file_gets_one_message(tmp_path: Path) -> None:
    assert [f.rule.code for f in read_workbook(tmp_path / "ไม่มี.xlsx", KR_FORM).findings] == ["W001"]


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = draw(complete(ATTACHMENT), tmp_path / "สมุด.xlsx")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    read_workbook(path, KR_FORM)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
