"""The normal form of typed Thai, list marks, widths and order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai import text as module
from generator.thai.text import display_width, list_mark, mark_kind, normal, pad, sort_key

# Everything a rule of the normal form looks at, and some it must leave alone.
TYPED = st.text(
    alphabet=st.one_of(
        st.sampled_from("กดท เแโาำะๅัิีึืฺุู็่้๊๋์ํ๎ๆฯ๑5aA.-\n"),
        st.sampled_from("\t\r\x0b\x85\u2028\u00a0\u3000\u200b\u00ad\ufeff\x00\x9f\ud800\uffff"),
        st.sampled_from("\uf700\uf70a\uf710\uf711\uf71a\uf884\uf899\uf0b7\u0300\u0323\u0338\u00e9\u2126é≠✓”😀"),
        st.characters(),
    ),
    max_size=25,
)

PROSE = """สำนักงานเขตคัดเลือกชุมชนที่มีความพร้อม “ธนาคารอาหาร” (Food Bank) อย่างน้อย ๑๐ แห่ง/ปี
๑. ประสานภาคเอกชน – ร้านค้า ซูเปอร์มาร์เก็ต ฯลฯ
๒. จัดเก็บข้อมูลผู้รับ ≥ 90% ของเป้าหมาย… × ๑๐๐

บันทึกพันธุ์ไม้ สิทธิ์ ศักดิ์สิทธิ์ ก็ต่าง ๆ ทรัพย์ ตั้งอยู่ที่นี่ น้ำใจ เท่ากับ ฤๅษี"""


def test_clean_text_is_not_touched() -> None:
    assert normal(PROSE) == PROSE


def test_clean_text_takes_the_short_way() -> None:
    assert module._clean(PROSE)


@pytest.mark.parametrize("text", ["พุทฺธํ สรณํ คจฺฉามิ", "ทฺวิ", "café", "ม²", "☑ ✓ → ↔", "𝒜😀", "100 °C", "ร\u0e4eร"])
def test_rare_but_right_text_is_not_touched(text: str) -> None:
    assert normal(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ก\r\nข\rค\u2028ง\u2029จ\x0bฉ\x85ช", "ก\nข\nค\nง\nจ\nฉ\nช"),
        ("พ.ศ.\u00a02568\u2003ก\u3000ข\tค", "พ.ศ. 2568 ก ข ค"),
        ("ก \u00a0  ข", "ก ข"),
        (" ก  \n\t ข ", "ก\nข"),
        ("\n\n ก\n\n\nข \n \n", "ก\n\n\nข"),
        ("จัดตั้ง\u200bตาม\u2060ระ\u00adเบียบ\ufeff", "จัดตั้งตามระเบียบ"),
        ("\u202aก\u202c\u2066ข\u2069\u200e", "กข"),
        ("ก\x00ข\x1bค\x7fง\x9fจ\ud800ฉ\udfffช\uffffซ\ufffe", "กขคงจฉชซ"),
        (" ", ""),
        ("", ""),
    ],
)
def test_lines_and_blanks_are_normal(typed: str, meant: str) -> None:
    assert normal(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("จํานวน", "จำนวน"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเละ เเก้ไข", "และ แก้ไข"),
        ("ดีี ทีี่ ก่่อน", "ดี ที่ ก่อน"),
        ("ก่ี ทึ่่ี", "กี่ ทึี่"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("ก่ลุ่ม ก้กุ้ง พ้ืน", "ก่ลุ่ม ก้กุ้ง พื้น"),
        ("ผ้ใู้หญ่", "ผ้ใู้หญ่"),
        ("อยู่", "อยู่"),
        ("บา้น คะ่", "บ้าน ค่ะ"),
        ("ท ี่ ด ินส ำนัก ฝึ ก", "ที่ ดินสำนัก ฝึ ก"),
        ("cafe\u0301", "café"),
    ],
)
def test_marks_stand_in_their_order_once_each(typed: str, meant: str) -> None:
    assert normal(typed) == meant


@pytest.mark.parametrize("text", ["x ่", "๑ ำ", " ี", "่า", "เ เ", "เ", "ิี"])
def test_marks_that_nobody_can_place_stay(text: str) -> None:
    assert normal(text) == text.strip()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ป\uf702น", "ปีน"),
        ("ก\uf70aอน ก\uf70bาน โต\uf70cะ ต\uf70dว สงฆ\uf70e", "ก่อน ก้าน โต๊ะ ต๋ว สงฆ์"),
        ("ป\uf705า ฟ\uf706า ป\uf707า ป\uf708า ศิลป\uf709", "ป่า ฟ้า ป๊า ป๋า ศิลป์"),
        ("ป\uf701 ฝ\uf703ก ป\uf704น", "ปิ ฝึก ปืน"),
        ("ป\uf710\uf713น ป\uf712น ฟ\uf714 ฟ\uf715 ฟ\uf716 ฟ\uf717", "ปั่น ป็น ฟ้ ฟ๊ ฟ๋ ฟ์"),
        ("ป\uf711า", "ปำ"),
        ("ฎ\uf718 ฎ\uf719 ฎ\uf71a", "ฎุ ฎู ฎฺ"),
        ("\uf700ุ \uf70fู", "ฐุ ญู"),
        ("ป\uf884น ป\uf886 ป\uf88cา ก\uf88bอน ศิลป\uf898", "ปัน ปี ป่า ก่อน ศิลป์"),
        ("\uf0b7 ประสานงาน", "• ประสานงาน"),
    ],
)
def test_glyphs_of_old_fonts_become_characters(typed: str, meant: str) -> None:
    assert normal(typed) == meant


def test_each_old_glyph_has_the_character_that_shaping_engines_draw_with_it() -> None:
    shapes = {  # character: (Windows, Mac), from the tables of the fallback for Thai fonts
        "่": ("\uf70a\uf713\uf705", "\uf88b\uf88a\uf88c"),
        "้": ("\uf70b\uf714\uf706", "\uf88e\uf88d\uf88f"),
        "๊": ("\uf70c\uf715\uf707", "\uf891\uf890\uf892"),
        "๋": ("\uf70d\uf716\uf708", "\uf894\uf893\uf895"),
        "์": ("\uf70e\uf717\uf709", "\uf897\uf896\uf898"),
        "ั": ("\uf710", "\uf884"),
        "ิ": ("\uf701", "\uf885"),
        "ี": ("\uf702", "\uf886"),
        "ึ": ("\uf703", "\uf887"),
        "ื": ("\uf704", "\uf888"),
        "็": ("\uf712", "\uf889"),
        "ํ": ("\uf711", "\uf899"),
        "ุ": ("\uf718", "\uf89b"),
        "ู": ("\uf719", "\uf89c"),
        "ฺ": ("\uf71a", "\uf89d"),
        "ญ": ("\uf70f", "\uf89a"),
        "ฐ": ("\uf700", "\uf89e"),
    }
    for character, glyphs in shapes.items():
        for glyph in "".join(glyphs):
            assert normal(f"ก{glyph}") == f"ก{character}", f"{ord(glyph):04X}"
    covered = {glyph for glyphs in shapes.values() for glyph in "".join(glyphs)}
    assert covered == set(map(chr, (*range(0xF700, 0xF71B), *range(0xF884, 0xF89F))))


def test_a_run_keeps_the_blanks_and_lines_at_its_ends() -> None:
    assert normal(" ก \u00a0ข ", edges=False) == " ก ข "
    assert normal("\n\nก\n", edges=False) == "\n\nก\n"
    assert normal(" ", edges=False) == " "


def test_a_run_loses_blanks_beside_its_line_ends() -> None:
    assert normal("ก \n ข ", edges=False) == "ก\nข "


@given(TYPED)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    run = normal(text, edges=False)
    assert normal(run, edges=False) == run


def test_marks_of_other_scripts_do_not_unsettle_the_order() -> None:
    once = normal("ก่ิ\u0334")
    assert unicodedata.is_normalized("NFC", once)
    assert normal(once) == once


@given(TYPED)
def test_the_normal_form_differs_from_that_of_a_run_at_its_ends_only(text: str) -> None:
    assert normal(text, edges=False).strip(" \n") == normal(text)


@given(st.one_of(TYPED, st.text(alphabet="กดเาำะัีุู่์ \n1", max_size=12)))
def test_what_takes_the_short_way_would_not_change_on_the_long_one(text: str) -> None:
    if module._clean(text):
        assert module._mend(text) == text


@given(TYPED)
def test_the_normal_form_is_fit_for_xml_and_has_no_invisible_characters(text: str) -> None:
    for character in normal(text):
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character == " " or unicodedata.category(character) != "Zs"
        assert character not in "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"


@given(TYPED)
def test_digits_stay_as_typed(text: str) -> None:
    digits = set("0123456789๐๑๒๓๔๕๖๗๘๙")
    assert [c for c in normal(text) if c in digits] == [c for c in text if c in digits]


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("๑. ประสาน", "๑.", "ประสาน"),
        ("1. ประสาน", "1.", "ประสาน"),
        ("๑๒.  ประสาน", "๑๒.", "ประสาน"),
        ("๑.\u00a0ประสาน", "๑.", "ประสาน"),
        ("๑.ประสาน", "๑.", "ประสาน"),
        ("1.เก็บข้อมูล", "1.", "เก็บข้อมูล"),
        ("๓.“ชุมชน” คือ", "๓.", "“ชุมชน” คือ"),
        ('๓."ชุมชน" คือ', "๓.", '"ชุมชน" คือ'),
        ("๑) ประสาน", "๑)", "ประสาน"),
        ("๑)ประสาน", "๑)", "ประสาน"),
        ("(๑) ประสาน", "(๑)", "ประสาน"),
        ("(1)ประสาน", "(1)", "ประสาน"),
        ("ก. ทะเบียน", "ก.", "ทะเบียน"),
        ("ก) ทะเบียน", "ก)", "ทะเบียน"),
        ("(ข) ทะเบียน", "(ข)", "ทะเบียน"),
        ("๑.๑ ส่งเสริมการเดินทาง", "๑.๑", "ส่งเสริมการเดินทาง"),
        ("๑.๒.๓ งานทะเบียน", "๑.๒.๓", "งานทะเบียน"),
        ("๑.๑. งานทะเบียน", "๑.๑.", "งานทะเบียน"),
        ("2.1) งานทะเบียน", "2.1)", "งานทะเบียน"),
        ("๑.๑ Smart City", "๑.๑", "Smart City"),
        ("๑.๑ พันธกิจ", "๑.๑", "พันธกิจ"),
        ("๑.๑ ปีแห่งความสุข", "๑.๑", "ปีแห่งความสุข"),
        ("- ตรวจ", "-", "ตรวจ"),
        ("– ตรวจ", "–", "ตรวจ"),
        ("• ตรวจ", "•", "ตรวจ"),
        ("•ตรวจ", "•", "ตรวจ"),
        ("๏ ตรวจ", "๏", "ตรวจ"),
        ("๑. ", "๑.", ""),
    ],
)
def test_a_list_mark_is_split_from_its_text(text: str, mark: str, rest: str) -> None:
    assert list_mark(text) == (mark, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "๑.",
        "ประสาน",
        "๑๕ มกราคม ๒๕๖๗",
        "๒๕๖๘",
        "๒๕๖๘. ปี",
        "๑.๕ กิโลเมตร",
        "1.5 กม. ต่อวัน",
        "๒.๕ ล้านบาท",
        "๒.๕ พันบาท",
        "๑.๕ เท่าของปีก่อน",
        "๑.๕ – ๒ กิโลเมตร",
        "๘.๓๐ น. เป็นต้นไป",
        "๘.๓๐ ถึง ๑๖.๓๐ น.",
        "๐.๕ ตารางเมตร",
        "๐.๖๓๐ ส่วน",
        "๘.๓๐-๑๖.๓๐ น.",
        "-๕",
        "-๕ องศา",
        "พ.ศ. ๒๕๖๘",
        "ก.ท.ม. ดำเนินการ",
        "ก.พ. เห็นชอบ",
        "ม. ๓ และ ม. ๖",
        "(กทม.) ดำเนินการ",
        "(ร้อยละ ๙๐)",
        "(๒๕๖๘) เป้าหมาย",
        "๑ วางแผน",
        "* กรณีเป็นสำนักงานเขต",
        "*กรณีเป็นสำนักงานเขต",
        "(H) หน่วยงานหลัก",
        "๑.๕",
        "๑,๒๐๐ คน",
    ],
)
def test_what_only_looks_like_a_list_mark_is_text(text: str) -> None:
    assert list_mark(text) == ("", text)


@given(st.text(alphabet="๑2.)(-•* กขพเAa“5\u00a0", max_size=10))
def test_a_split_text_is_whole(text: str) -> None:
    mark, rest = list_mark(text)
    assert text.startswith(mark)
    assert (text.removeprefix(mark).lstrip(" \u00a0") if mark else text) == rest


@pytest.mark.parametrize(
    ("marks", "kind"),
    [
        (("๑.", "2.", "๑๒."), "1."),
        (("๑)", "12)"), "1)"),
        (("(๑)", "(12)"), "(1)"),
        (("ก.", "ข."), "ก."),
        (("ก)", "ฉ)"), "ก)"),
        (("(ก)", "(ง)"), "(ก)"),
        (("๑.๑", "2.10", "๑.๒."), "1.1"),
        (("๑.๑.๑", "1.2.3."), "1.1.1"),
        (("๑.๑)",), "1.1)"),
        (("-", "–", "—"), "-"),
        (("•",), "•"),
        (("",), ""),
    ],
)
def test_marks_of_one_level_are_of_one_kind(marks: tuple[str, ...], kind: str) -> None:
    assert {mark_kind(mark) for mark in marks} == {kind}


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("abc", 3),
        ("ที่นี่", 2),
        ("น้ำ", 2),
        ("สำนักงานเขต", 10),
        ("日本", 4),
        ("ก\u200bข", 2),
        ("😀", 2),
        ("a\nb", 2),
    ],
)
def test_the_width_counts_columns_and_not_characters(text: str, width: int) -> None:
    assert display_width(text) == width


def test_a_text_is_padded_to_its_columns() -> None:
    assert pad("ที่นี่", 5) == "ที่นี่   "
    assert pad("ที่นี่", 5, "right") == "   ที่นี่"
    assert pad("ที่นี่", 5, "center") == " ที่นี่  "
    assert pad("ที่นี่", 1) == "ที่นี่"


def test_names_sort_as_in_a_thai_dictionary() -> None:
    ordered = ["กก", "กา", "ก่า", "ก้า", "กำ", "เก", "เก่า", "แก", "ไก", "ไก่", "ขาว", "เขต", "ราชเทวี", "ฤดู", "แอ"]
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_names_of_districts_sort_by_their_consonants() -> None:
    names = ["คลองเตย", "คลองสาน", "จตุจักร", "จอมทอง", "ดินแดง", "ดุสิต", "ตลิ่งชัน", "บางกอกน้อย", "บางกอกใหญ่", "ยานนาวา"]
    assert sorted(reversed(names), key=sort_key) == names


def test_thai_digits_sort_as_arabic_ones() -> None:
    assert sorted(["เขต ๒", "เขต 3", "เขต ๑"], key=sort_key) == ["เขต ๑", "เขต ๒", "เขต 3"]
