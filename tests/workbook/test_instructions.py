"""The sheet of instructions says what the declarations say."""

from pathlib import Path
from typing import Annotated, Any

import pytest

from generator.model.form import Form
from generator.model.kinds import Text
from generator.model.kr.book import KR_FORM
from generator.model.plan.book import PLAN_FORM
from generator.model.sheet import Column, Sheet
from generator.workbook.blank import write_workbook
from tests.workbook.opened import open_written


class Note(Sheet, sheet="บันทึก", purpose="บันทึกทั้งหลาย"):
    """A note."""

    text: Annotated[str, Column("ข้อความ", Text(), "อะไรก็ได้")]


def instructions(path: Path, form: Form) -> Any:
    write_workbook(path, form)
    return open_written(path)["คำแนะนำ"]


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return instructions(tmp_path_factory.mktemp("instructions") / "a.xlsx", KR_FORM)


def rows(sheet: Any) -> list[tuple[str, ...]]:
    return [tuple(str(value or "") for value in row) for row in sheet.iter_rows(min_col=2, max_col=5, values_only=True)]


def test_every_column_is_shown_with_its_example_and_help(sheet: Any) -> None:
    shown = {(row[0], *row[2:]) for row in rows(sheet)}
    assert KR_FORM.family is not None
    for declared in (*KR_FORM.sheets, KR_FORM.family.card, KR_FORM.family.table):
        for column in declared.COLUMNS.values():
            assert (column.header, column.example, column.help) in shown


def test_every_sheet_is_explained_by_its_purpose(sheet: Any) -> None:
    shown = {row[:2] for row in rows(sheet)}
    assert {(declared.NAME, declared.PURPOSE) for declared in KR_FORM.sheets} < shown


def test_the_steps_and_the_statuses_are_there(sheet: Any) -> None:
    abouts = [row[0] for row in rows(sheet)]
    for about in ("1. กรอก", "5. ลงนาม", "ร่าง", "พร้อมลงนาม", "ลงนาม", "โทรศัพท์", "สร้างสำเนา"):
        assert about in abouts


def test_a_form_with_an_order_of_its_own_says_it(tmp_path: Path) -> None:
    (step,) = (row for row in rows(instructions(tmp_path / "a.xlsx", PLAN_FORM)) if row[0] == "1. กรอก")
    text = " ".join(step)
    assert "ตั้งค่า, ส่วนราชการ, หน่วยงาน, ด้าน" in text and "โครงการ, สนับสนุน, ขั้นตอน" in text
    assert "ทางขวา" not in text


def test_it_prints_upright_on_a4(sheet: Any) -> None:
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in (None, 1)  # 1 goes without saying


def test_a_form_without_attachments_does_not_speak_of_them(tmp_path: Path) -> None:
    form = Form(kind="note", version=1, title="บันทึก", sheets=(Note,), main=Note)
    text = "\n".join("\t".join(row) for row in rows(instructions(tmp_path / "a.xlsx", form)))
    assert "สร้างสำเนา" not in text
    assert "แนบ" not in text
