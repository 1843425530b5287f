"""Places left to fill in, repeated headers, names and abbreviations: where they are found, and where not."""

from pathlib import Path

import pytest

from generator.checks import wording
from generator.model.kr.key_result import KeyResult
from generator.model.plan.projects import Project, Step
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.rules import wording_rules as rules
from generator.reading import read_and_check
from generator.thai.typist import Typist
from tests.minibook import complete, draw


def written(text: str, field: str = "name", document: str = "") -> wording.Writing:
    return wording.Writing(KeyResult(code="8214"), field, text, document)


@pytest.mark.parametrize(
    "text",
    [
        "โปรดระบุ",
        "โปรดระบุ ชื่อหน่วยงาน",
        "(กรุณากรอก)",
        "[ระบุชื่อ]",
        "ระบุ",
        "กรอกข้อมูล",
        "xxx",
        "XX",
        "xx-xxxx",
        "(ถ้ามี)",
        "ถ้ามี",
        "ทดสอบ",
        "test",
        "TBC",
        "กกก",
        "???",
        "…",
        ".....",
        "_ _ _",
        "โปรดระบุ" + "ก" * 52,
    ],
)
def test_a_cell_that_asks_to_be_filled_in_is_not_filled_in(text: str) -> None:
    (finding,) = wording.placeholder(written(text))
    assert (finding.rule, finding.when_final, finding.is_error) == (rules.PLACEHOLDER, True, False)
    assert list(wording.left_blank(written(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "ระบุพิกัดของจุดเสี่ยง",
        "x",
        "เอกสารประกอบ (ถ้ามี)",
        "กก",
        "N/A",
        "-",
        "ทดสอบระบบ",
        "ร้อยละ 100",
        "โปรดระบุ" + "ก" * 53,
    ],
)
def test_a_cell_that_only_begins_like_that_is_filled_in(text: str) -> None:
    assert list(wording.placeholder(written(text))) == []
    assert [finding.rule for finding in wording.left_blank(written(text))] == [rules.LEFT_BLANK] * ("โปรด" in text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ผู้รับผิดชอบ โปรดระบุ ..... ภายในเดือน", True),
        ("ฝ่าย xxx ดำเนินการ", True),
        ("ลงชื่อ ______", True),
        ("ลงชื่อ ………… ผู้จัดทำ", True),
        ("ลงชื่อ ..... ผู้จัดทำ", True),
        ("ควรบริโภคก่อน (Best before : BBF...)", False),
        ("รุ่น maxxxi", False),
        ("ฯลฯ … และอื่น ๆ", False),
        ("โปรดเก็บให้พ้นมือเด็ก", False),
    ],
)
def test_a_gap_within_a_text_is_found(text: str, found: bool) -> None:
    assert [finding.rule for finding in wording.left_blank(written(text))] == [rules.LEFT_BLANK] * found


def test_so_much_is_told_of_what_stands_around_a_gap_and_on_one_line() -> None:
    (finding,) = wording.left_blank(written("เริ่ม" + "ก" * 18 + "\n\n___" + "ข" * 9 + "\nคง"))
    assert finding.values["text"] == "ก" * 18 + "  ___" + "ข" * 9


def test_a_header_is_no_value_but_a_word_of_it_is() -> None:
    (finding,) = wording.header_repeated(written("ชื่อ  KR"))
    assert (finding.rule, finding.when_final) == (rules.HEADER_REPEATED, True)
    assert list(wording.header_repeated(written("ชื่อ"))) == []


def test_a_finding_concerns_the_document_of_its_text() -> None:
    assert [finding.document for finding in wording.placeholder(written("xxx", document="8214"))] == ["8214"]


def test_all_texts_of_a_row_are_looked_at_and_words_in_place_of_a_quantity() -> None:
    row = KeyResult(name="ก", objective="ข", target=Value("ค"), signer_position=Prose.of("ง"), status="ร่าง")
    assert [(one.field, one.text) for one in wording.writings([row])] == [
        ("name", "ก"),
        ("objective", "ข"),
        ("target", "ค"),
        ("signer_position", "ง"),
    ]
    assert [one.document for one in wording.writings([row], {id(row): "8214"})] == ["8214"] * 4
    assert [one.document for one in wording.writings([row])] == [""] * 4
    assert [one.field for one in wording.writings([KeyResult(target=Value.of(5))])] == []
    project = Project(name="ก", budget=Value("xxx"))
    assert [one.text for one in wording.writings([project, Step(text=Prose.of("ข"))])] == ["ก", "ข"]


def test_each_name_in_thai_digits_is_said_once_with_the_number_of_other_cells() -> None:
    texts = [written(text) for text in ("โรค COVID-19 COVID-19", "CO2", "หลัง COVID-19", "COVID-19 อีก")]
    covid, gas = wording.names_in_thai_digits(texts, Typist())
    assert (covid.values["typed"], covid.values["printed"]) == ("COVID-19", "COVID-๑๙")
    assert "อีก 2 ช่อง" in covid.message("th") and "2 more" in covid.message("en")
    assert "อีก" not in gas.message("th")
    assert list(wording.names_in_thai_digits(texts, Typist(["COVID-19", "CO2"]))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ตามที่ สจล. กำหนด", ["สจล."]),
        ("สนท. และ สนณ.", ["สนณ."]),
        ("สนณ. สนณ.", ["สนณ."]),
        ("งบของ สสส. และ สปสช.", []),
        ("พ.ศ. ค.ส.ล. น.ส.พ.", []),
        ("เสร็จ. สิ้นสุด.", []),
    ],
)
def test_an_abbreviation_that_no_list_has_is_found_once(text: str, found: list[str]) -> None:
    findings = list(wording.unknown_abbreviation([written(text)], ["สนท.", "สจส."]))
    assert [finding.values["text"] for finding in findings] == found
    assert all("หมายถึง “ส" in finding.message("th") for finding in findings)


def test_a_placeholder_in_a_draft_is_a_warning_and_in_a_final_form_an_error(tmp_path: Path) -> None:
    severities = []
    for status in ("ร่าง", "พร้อมลงนาม"):
        path = draw(complete(สถานะ=status, ผู้ลงนาม="โปรดระบุ"), tmp_path / f"{status}.xlsx")
        (finding,) = read_and_check(path).findings
        severities.append((finding.rule.code, finding.cell, finding.document, finding.is_error))
    assert severities == [("C123", "AB2", "8214", False), ("C123", "AB2", "8214", True)]


def test_a_slip_in_an_attachment_or_a_row_of_nobody_is_found_too(tmp_path: Path) -> None:
    drawing = complete().replace("'8214 | H | | 100 | ติดตาม", "'8214 | H | | 100 | วั นที่")
    drawing = drawing.replace("หน่วยงาน | สำนักพัฒนาสังคม", "หน่วยงาน | สำนัก ฝ่ๅย")
    found = read_and_check(draw(drawing, tmp_path / "ก.xlsx")).findings
    assert [(f.rule.code, f.sheet, f.cell, f.document) for f in found] == [
        ("C130", "ตั้งค่า", "B1", ""),
        ("C130", "หน่วยงาน", "E2", "8214"),
    ]


def test_a_repetition_without_blank_is_told_once_with_the_number_of_other_cells() -> None:
    texts = [written("อื่น ๆ"), written("งานต่างๆ และใดๆ"), written("เด็กๆ")]
    (finding,) = wording.crowded_repetition(texts)
    assert finding.rule.code == "C134" and "“งานต่างๆ” (และอีก 1 ช่อง)" in finding.message("th")
    assert "“งานต่าง ๆ”" in finding.message("th")
    assert list(wording.crowded_repetition(texts[:1])) == []
