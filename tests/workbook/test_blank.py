"""The workbook as a whole: its sheets, its file, and that it reads back as it was written."""

import os
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.districts import DISTRICTS
from generator.model.finding import Place
from generator.model.form import Page, Rows
from generator.model.kr.agency import Agency
from generator.model.kr.attachment import AttachmentCard, AttachmentRow
from generator.model.kr.book import KR_FORM
from generator.model.kr.definition import Definition
from generator.model.kr.key_result import KeyResult, Status
from generator.model.kr.settings import Settings
from generator.model.prose import Prose, Run
from generator.model.quantities import Value
from generator.words import Halt
from generator.workbook.blank import write_workbook
from tests.workbook.opened import MAIN, open_written, part, validation_at

HIDDEN = ["_รายการ", "_รุ่น"]
DECLARED = [sheet.NAME for sheet in KR_FORM.sheets]


def filled() -> Rows:
    """Return records of every sheet but the two of practice."""
    first, second = DISTRICTS[:2]
    attachment = Rows(
        {
            AttachmentCard: [AttachmentCard(title=Prose.of("เป้าหมาย\n[ปี]"), numbered=True, target_column="เป้า (คน)")],
            AttachmentRow: [
                AttachmentRow(district=first, group=first.group, numbers=(Value.of(1200), Value.of("0.630"))),
                AttachmentRow(district=second, group=second.group, numbers=(Value.of(800), Value())),
            ],
        }
    )
    return Rows(
        {
            Settings: [Settings(agency="สำนักพัฒนาสังคม", year=2568, exceptions=("PM 2.5", "COVID-19"))],
            KeyResult: [
                KeyResult(code="8214", name="จำนวนคน", status=Status.READY, supported=True, target=Value.of(60000)),
                KeyResult(code="8308", name="ร้อยละ", share=Decimal("62.5"), target=Value.of(90, percent=True)),
            ],
            Definition: [Definition(kr="8214", text=Prose(((Run("หนา", bold=True), Run(" ไม่หนา")), (Run("จบ"),))))],
            Agency: [
                Agency(kr="8308", role="R", target=Value("รายละเอียดตามเอกสารแนบ"), duties=Prose.of("๑. ก\n\n๒. ข"))
            ],
        },
        [Page("8308", attachment, (Prose.of("เป้า\n(คน)"), Prose.of("ระยะ (กม.)")), Place(""))],
    )


def test_a_blank_workbook_has_its_sheets_in_order(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    write_workbook(path := tmp_path / "ว่าง.xlsx", KR_FORM)
    book = open_written(made(path))
    assert book.sheetnames == ["คำแนะนำ", *DECLARED, "แนบ (รหัส)", *HIDDEN]
    assert [book[name].sheet_state for name in HIDDEN] == ["veryHidden", "hidden"]
    assert {sheet.sheet_state for sheet in book.worksheets[: -len(HIDDEN)]} == {"visible"}


def test_every_record_stands_in_the_workbook(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    write_workbook(path := tmp_path / "เต็ม.xlsx", KR_FORM, filled())
    book = open_written(made(path))
    assert book.sheetnames == ["คำแนะนำ", *DECLARED, "แนบ 8308", *HIDDEN]
    assert [book["KR"].cell(row, 1).value for row in (4, 5, 6)] == ["8214", "8308", None]
    assert book["ตั้งค่า"]["C5"].value == 2568
    assert str(book["นิยาม"]["D4"].value) == "หนา ไม่หนา\nจบ"
    assert book["หน่วยงาน"]["E4"].value == "๑. ก\n\n๒. ข"


def test_the_same_records_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, KR_FORM, filled())
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_day_of_making_does_not_show(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM)
    properties = open_written(path).properties
    assert properties.title == KR_FORM.title
    assert properties.created == properties.modified == datetime(2025, 1, 1)


def test_each_code_gets_an_attachment(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM, attachments=["๘๒๑๔", "8.3.8", "8214"])
    assert [name for name in open_written(path).sheetnames if name.startswith("แนบ")] == ["แนบ 8214", "แนบ 8308"]


def test_pages_win_over_codes(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM, filled(), attachments=["8214"])
    assert [name for name in open_written(path).sheetnames if name.startswith("แนบ")] == ["แนบ 8308"]


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Halt) as halt:
        write_workbook(tmp_path / "a.xlsx", KR_FORM, attachments=["82014"])
    assert "“82014”" in halt.value.problem.th
    assert "8214" in halt.value.cure.th
    assert list(tmp_path.iterdir()) == []


def test_the_reader_is_told_kind_and_version(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM)
    assert list(open_written(path)["_รุ่น"].values) == [("kind", "kr"), ("version", KR_FORM.version)]


def test_only_what_is_not_typed_in_is_protected(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM)
    protected = [sheet.title for sheet in open_written(path).worksheets if sheet.protection.sheet]
    assert protected == ["คำแนะนำ", *HIDDEN]


def test_every_font_is_named_and_none_follows_a_theme(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM, filled())
    fonts = part(path, "xl/styles.xml").find(f"{MAIN}fonts")
    assert {font.find(f"{MAIN}name").get("val") for font in fonts} == {"TH Sarabun New"}
    assert fonts.findall(f"{MAIN}font/{MAIN}scheme") == []
    runs = part(path, "xl/sharedStrings.xml").findall(f".//{MAIN}rPr")
    assert runs
    assert {run.find(f"{MAIN}rFont").get("val") for run in runs} == {"TH Sarabun New"}


def test_no_message_is_longer_than_excel_takes(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM, filled())
    rules = [rule for sheet in open_written(path).worksheets for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 100
    for rule in rules:
        assert len(rule.promptTitle or "") <= 32
        assert len(rule.errorTitle or "") <= 32
        assert len(rule.prompt or "") <= 255
        assert len(rule.error or "") <= 255
        assert len(rule.formula1 or "") <= 255


def test_every_cell_explains_itself(tmp_path: Path) -> None:
    write_workbook(path := tmp_path / "a.xlsx", KR_FORM)
    book = open_written(path)
    for sheet in KR_FORM.sheets[1:]:
        for index, column in enumerate(sheet.COLUMNS.values(), 1):
            rule = validation_at(book[sheet.NAME], 40, index)
            assert rule.showInputMessage
            assert rule.prompt.startswith(column.help)


def test_a_workbook_open_in_excel_is_named_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "เปิดอยู่.xlsx"
    path.write_bytes(b"old")

    def refuse(source: object, target: object) -> None:
        raise PermissionError(13, "used by another process", str(target))

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Halt) as halt:
        write_workbook(path, KR_FORM)
    assert "เปิดอยู่.xlsx" in halt.value.problem.th
    assert "ปิด" in halt.value.cure.th
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("place", ["ไม่มี/a.xlsx", "ไฟล์/a.xlsx"])
def test_a_folder_that_is_none_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "ไฟล์").write_text("")
    with pytest.raises(Halt) as halt:
        write_workbook(tmp_path / place, KR_FORM)
    assert str((tmp_path / place).parent) in halt.value.problem.th
