"""Slips of the hand in Thai, with what was meant, and texts that only look like slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai import slips
from generator.thai.text import normal
from generator.thai.typist import Typist


def pairs(found: object) -> list[tuple[str, str]]:
    return [tuple(slip) for slip in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("เ่กา", "เก่า"),
        ("แ้ม", "แม้"),
        ("กำำแพง", "กำแพง"),
        ("มาาก", "มาก"),
        ("ชะะลอ", "ชะลอ"),
        ("ก่้อสร้าง", "ก่อสร้าง / ก้อสร้าง"),
        ("กิีน", "กิน / กีน"),
        ("ดุูแล", "ดุแล / ดูแล"),
        ("แเต่", "แต่ / เต่"),
        ("วั นที่", "วันที่"),
        ("พื้ นที่", "พื้นที่"),
        ("เ ขต", "เขต"),
        ("ฝ่ๅย", "ฝ่าย"),
        ("2้าน", "2าน"),
    ],
)
def test_a_misplaced_mark_is_found_with_what_was_meant(typed: str, meant: str) -> None:
    assert normal(typed) == typed, "nothing to say of what the normal form mends"
    assert pairs(slips.misplaced(f"โครงการ {typed} ใหม่")) == [(typed, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "เกาะ เปราะบาง สงเคราะห์ เฉพาะ เพาะพันธุ์",
        "ก็ เก็บ ผัวะ ฤๅษี ฦๅชา น้ำ ซ้ำ ก๊าซ อื่น ๆ",
        "ระยะทาง 12 กม. ปี ๒๕๖๗ (Food Bank)",
        "เรือยนต์ ทิพย์ วัฒน์ ศักดิ์ พันธุ์ สิทธิ์",
        "",
    ],
)
def test_good_thai_has_no_misplaced_marks(text: str) -> None:
    assert pairs(slips.misplaced(text)) == []


@pytest.mark.parametrize("typed", ["สนัันสนุน", "เเผน", "นํ้า", "ทํา", "กา่"])
def test_what_the_normal_form_mends_is_not_said(typed: str) -> None:
    assert pairs(slips.misplaced(normal(typed))) == []


def test_each_line_is_looked_at_and_only_the_word_is_shown() -> None:
    text = "ย่อหน้าแรกดี\nข้อความยาวมากก่อนคำที่ผิด ฝ่ๅย หลังคำ\nวั นที่สาม"
    assert pairs(slips.misplaced(text)) == [("ฝ่ๅย", "ฝ่าย"), ("วั นที่สาม", "วันที่สาม")]


def test_a_long_word_is_shown_around_its_slip() -> None:
    word = "ก" * 40 + "ำำ" + "ข" * 40
    ((typed, meant),) = pairs(slips.misplaced(word))
    assert typed in word and "ำำ" in typed and len(typed) < 30 and "ำำ" not in meant


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('“ชุมชน" หมายถึง', [('“ชุมชน"', "“ชุมชน”")]),
        ('"ชุมชน" และ “เขต”', [('"ชุมชน"', "“ชุมชน”")]),
        ("“ชุมชน หมายถึง", [("“ชุมชน", "“…”")]),
        ("ชุมชน” หมายถึง", [("ชุมชน”", "“…”")]),
        ('"ชุมชน หมายถึง', [('"ชุมชน', "“…”")]),
        ('"ชุมชน" หมายถึง', []),
        ("“ชุมชน” หมายถึง", []),
        ('ท่อขนาด 12" ยาว', []),
        ('ท่อขนาด ๑๒" “ยาว”', []),
        ("ไม่มีเครื่องหมาย", []),
    ],
)
def test_quotation_marks_of_two_kinds_or_without_a_pair_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(slips.quotation(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ชุมชน2แห่ง", [("ชุมชน2แห่ง", "ชุมชน 2 แห่ง")]),
        ("ระยะ๒๐ปี", [("ระยะ๒๐ปี", "ระยะ ๒๐ ปี")]),
        ("งบ1,200บาท และ3ล้าน", [("งบ1,200บาท", "งบ 1,200 บาท"), ("และ3ล้าน", "และ 3 ล้าน")]),
        ("เวลา08.30น.", [("เวลา08.30น.", "เวลา 08.30 น.")]),
        ("ส่วนที่ 2 และ 3", []),
        ("ส่วนที่2 และ", []),
        ("2แห่ง", []),
        ("ม.4 ป.6ก", []),
        ("A1ก", []),
    ],
)
def test_a_number_within_a_word_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(slips.crowded(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("โรค COVID-19 และ PM 2.5", [("COVID-19", "COVID-๑๙")]),
        ("ก๊าซ CO2 และ 5G", [("CO2", "CO๒"), ("5G", "๕G")]),
        ("COVID-๑๙", []),
        ("P001 KPI1 OKR2 KR3", []),
        ("https://a.go.th/x2y และ one@a1.co", []),
        ("ส่วนที่ 2", []),
    ],
)
def test_names_that_print_in_thai_digits_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(slips.names_with_digits(text, Typist(["PM 2.5"]))) == found


def test_fine_dust_is_a_name_whose_digits_stand_apart() -> None:
    assert pairs(slips.names_with_digits("ฝุ่น PM 2.5 สูง", Typist())) == [("PM 2.5", "PM ๒.๕")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("พ.ศ. 2024", [("พ.ศ. 2024", "พ.ศ. 2567")]),
        ("ปีงบประมาณ ๒๐๒๔", [("ปีงบประมาณ ๒๐๒๔", "ปีงบประมาณ 2567")]),
        ("15 มกราคม 2024", [("มกราคม 2024", "มกราคม 2567")]),
        ("15 ม.ค. 2024", [("ม.ค. 2024", "ม.ค. 2567")]),
        ("ค.ศ. 2567", [("ค.ศ. 2567", "ค.ศ. 2024")]),
        ("ปี 2024 และปี 2567", [("ปี 2024", "ปี 2567")]),
        ("เป้าหมาย SDGs ภายในปี 2030", []),
        ("ค.ศ. 2024 คือ พ.ศ. 2567", []),
        ("งบ 2,024 บาท พ.ศ. 2567", []),
        ("เลขที่ 2024/2567", []),
    ],
)
def test_a_year_of_the_other_era_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(slips.eras(text)) == found


@given(st.text('กขคงา่้ิีเแๆ \n12๑“".', max_size=40))
def test_whatever_is_typed_a_slip_shows_something_else_than_it_means(text: str) -> None:
    text = normal(text)
    for look in (slips.misplaced, slips.quotation, slips.crowded, slips.eras):
        for slip in look(text):
            assert slip.typed != slip.meant and slip.typed in text


def test_each_repetition_that_touches_its_word_is_shown_set_apart() -> None:
    found = list(slips.repetition("งานต่างๆ และอื่น ๆ “ๆ” ทำไปเรื่อยๆ"))
    assert [(slip.typed, slip.meant) for slip in found] == [("งานต่างๆ", "งานต่าง ๆ"), ("ทำไปเรื่อยๆ", "ทำไปเรื่อย ๆ")]
