"""Thai digits and hard blanks, and the addresses and names they must not touch."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.thai.numerals import to_arabic
from generator.thai.typist import HARD_BLANK, Typist

TYPIST = Typist(["PM 2.5", "PM", "COVID-19", "3R", "มอก. 9001", "  ", "Web 2.0"])

WRITTEN = st.lists(
    st.one_of(
        st.sampled_from(["ก", "ที่", "พ.ศ.", "ม.ศ", "ร้อยละ", "ข้อ", "น.", "มกราคม", "ม.ค.", "โทร.", "ต่อ", "ๆ", "ๆๆ", "ฯ"]),
        st.sampled_from(list('()“”",.-/:@aZ')),
        st.sampled_from(
            ["https://", "www.", "a.go.th", "x@y.th", "forms.gle/", ".com", "PM 2.5", "PM2.5", "COVID-19", "3R"]
        ),
        st.sampled_from(
            ["0", "5", "๐", "๙", "2568", "๒๕๖๘", "0 2000 0001", "๐ ๒๐๐๐ ๐๐๐๑", " ", "\u00a0", "\n", "มอก. 9001"]
        ),
        st.text(max_size=3),
    ),
    max_size=12,
).map("".join)


def shown(text: str) -> str:
    """Return `text` as set by the typist, its hard blanks drawn as underscores."""
    return TYPIST(text).replace(HARD_BLANK, "_")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", ""),
        ("ไม่มีตัวเลข", "ไม่มีตัวเลข"),
        ("จำนวน 12,500.50 บาท", "จำนวน ๑๒,๕๐๐.๕๐ บาท"),
        ("OKR ๑.2.03", "OKR_๑.๒.๐๓"),
        ("P236 CCTV5", "P๒๓๖ CCTV๕"),
        ("1.Net Zero 2.ประสาน", "๑.Net Zero ๒.ประสาน"),
        ("ม² 50% (100)", "ม² ๕๐% (๑๐๐)"),
        ("2.5.1 ก.2 No.5 Mr.Big7", "๒.๕.๑ ก.๒ No.๕ Mr.Big๗"),
    ],
)
def test_digits_are_thai(typed: str, printed: str) -> None:
    assert shown(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ดู https://a.go.th/p2?y=2568#7 หน้า 5", "ดู https://a.go.th/p2?y=2568#7 หน้า_๕"),
        ("(http://misweb๒.ddns.net:๙๐/#/light)๔. ตรวจ", "(http://misweb2.ddns.net:90/#/light)๔. ตรวจ"),
        ("http://192.168.1.10:8080/x 5", "http://192.168.1.10:8080/x ๕"),
        ("WWW.BMA๑.go.th/๒ 5", "WWW.BMA1.go.th/2 ๕"),
        ("เว็บwww.bma1.go.th/2และ 5", "เว็บwww.bma1.go.th/2และ ๕"),
        ("example2.go.th/path?x=1 5", "example2.go.th/path?x=1 ๕"),
        ("misweb๒.ddns.net:๘๐/๑ 5", "misweb2.ddns.net:80/1 ๕"),
        ("forms.gle/aB๑ bit.ly/3xY 191.go.th 5", "forms.gle/aB1 bit.ly/3xY 191.go.th ๕"),
        ("office๑.plan@bma2.go.th 5", "office1.plan@bma2.go.th ๕"),
        ("a 3@5.50", "a ๓@๕.๕๐"),
        ("พ.ศ.0a.go.th", "พ.ศ.0a.go.th"),
        ("https://th.wikipedia.org/wiki/เขต2 2", "https://th.wikipedia.org/wiki/เขต2 ๒"),
        ("https://a.go.th/1ได้2คน", "https://a.go.th/1ได้๒คน"),
        ("https://a.org/x_(2) 2", "https://a.org/x_(2) ๒"),
        ("https://a.go.th/อื่นๆ2 อื่น ๆ", "https://a.go.th/อื่นๆ2 อื่น_ๆ"),
    ],
)
def test_an_address_keeps_arabic_digits(typed: str, printed: str) -> None:
    assert shown(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("ฝุ่น PM 2.5 เกิน 50", "ฝุ่น PM 2.5 เกิน ๕๐"),
        ("ฝุ่นPM2.5ในพื้นที่", "ฝุ่นPM2.5ในพื้นที่"),
        ("PM\u00a02.5 PM ๒.๕", "PM_2.5 PM 2.5"),
        ("COVID-๑๙ (COVID-19)", "COVID-19 (COVID-19)"),
        ("PM 2.55 PM 2.5.1 APM 2.5", "PM ๒.๕๕ PM ๒.๕.๑ APM ๒.๕"),
        ("COVID-190 covid-19 XCOVID-19", "COVID-๑๙๐ covid-๑๙ XCOVID-๑๙"),
        ("3R 13R 3Rs 1.3R หลัก3R", "3R ๑๓R ๓Rs ๑.๓R หลัก3R"),
        ("มอก. 9001 มอก.๙๐๐๑ มอก. 90010", "มอก. 9001 มอก.9001 มอก. ๙๐๐๑๐"),
        ("Web 2.0", "Web 2.0"),
    ],
)
def test_an_exception_keeps_arabic_digits_as_a_whole_word(typed: str, printed: str) -> None:
    assert shown(typed) == printed


def test_the_longest_exception_wins() -> None:
    assert Typist(["A1", "A1 B2"])("A1 B2 A1") == "A1 B2 A1"


def test_an_exception_is_taken_literally() -> None:
    assert Typist(["A.1", "B(2)+"])("A.1 Ax1 B(2)+ B2") == "A.1 Ax๑ B(2)+ B๒"


def test_without_exceptions_every_name_is_thai() -> None:
    assert Typist()("PM 2.5") == "PM ๒.๕"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("พ.ศ. 2568 ค.ศ. 2025 ม.ศ. 1", "พ.ศ._๒๕๖๘ ค.ศ._๒๐๒๕ ม.ศ._๑"),
        ("พ.ศ.2568", "พ.ศ._๒๕๖๘"),
        ("พ.ศ. นี้", "พ.ศ. นี้"),
        ("ร้อยละ 90 ขึ้นไป", "ร้อยละ_๙๐ ขึ้นไป"),
        ("ส่วนที่ 2 มาตรา 5 ข้อ 1 ตาราง 3 ระดับ 5", "ส่วนที่_๒ มาตรา_๕ ข้อ_๑ ตาราง_๓ ระดับ_๕"),
        ("วันที่ 15 มกราคม 2567", "วันที่_๑๕_มกราคม ๒๕๖๗"),
        ("1 ต.ค. 2567 - 30 ก.ย. 2568", "๑_ต.ค. ๒๕๖๗ - ๓๐_ก.ย. ๒๕๖๘"),
        ("เวลา 8.30 น.", "เวลา ๘.๓๐_น."),
        ("โทร. 0 2000 0001 ต่อ 12", "โทร._๐_๒๐๐๐_๐๐๐๑_ต่อ_๑๒"),
        ("โทรศัพท์ 08 1000 0001, 0 2000 0002", "โทรศัพท์ ๐๘_๑๐๐๐_๐๐๐๑, ๐_๒๐๐๐_๐๐๐๒"),
        ("081 000 0001", "๐๘๑_๐๐๐_๐๐๐๑"),
        ("10 2000 3000 คน", "๑๐ ๒๐๐๐ ๓๐๐๐ คน"),
        ("จำนวน 5 แห่ง", "จำนวน ๕ แห่ง"),
    ],
)
def test_hard_blanks_hold_together_what_no_line_end_may_part(typed: str, printed: str) -> None:
    assert shown(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("อื่นๆ", "อื่น_ๆ"),
        ("อื่น ๆ", "อื่น_ๆ"),
        ("ต่างๆเช่น", "ต่าง_ๆ เช่น"),
        ("ต่าง ๆ เช่น", "ต่าง_ๆ เช่น"),
        ("ต่างๆ, (อื่นๆ) อื่นๆ/ใหม่ๆ”", "ต่าง_ๆ, (อื่น_ๆ) อื่น_ๆ/ใหม่_ๆ”"),
        ("ใหม่ๆ(New)", "ใหม่_ๆ (New)"),
        ("มากๆๆ", "มาก_ๆๆ"),
        ("ๆ", "ๆ"),
        ("เครื่องหมาย “ๆ” (ๆ)", "เครื่องหมาย “ๆ” (ๆ)"),
        ("อื่น\nๆ", "อื่น\nๆ"),
        ("ข้อ 1ๆ5", "ข้อ_๑_ๆ ๕"),
    ],
)
def test_the_repetition_mark_stands_between_blanks(typed: str, printed: str) -> None:
    assert shown(typed) == printed


@given(WRITTEN)
def test_a_set_text_is_not_changed_again(text: str) -> None:
    assert TYPIST(TYPIST(text)) == TYPIST(text)


@given(WRITTEN)
def test_setting_changes_digits_and_blanks_only(text: str) -> None:
    def bare(text: str) -> str:
        return "".join(to_arabic(text).split())

    assert bare(TYPIST(text)) == bare(text)


@given(st.text(alphabet="กที่ 12๓,.%()-\n", max_size=20))
def test_text_without_latin_letters_has_no_arabic_digit_left(text: str) -> None:
    assert not set("0123456789") & set(TYPIST(text))


def test_a_typist_can_be_sent_to_another_process() -> None:
    sent = pickle.loads(pickle.dumps(TYPIST))
    assert sent("PM 2.5 และ 5") == "PM 2.5 และ ๕"


@pytest.mark.parametrize("piece", ["a", "a.", "1-", "@", "a@", "0 ", "ก1", "(", "ๆ ", "PM ", "0 2000 "])
def test_a_full_cell_of_anything_is_set_at_once(piece: str) -> None:
    """Excel holds 32,767 characters in a cell; a pattern that backtracks would take minutes for some of these."""
    text = ("http://" + piece * 33000)[:32767] + "1"
    assert to_arabic(TYPIST(text)).startswith("http://")
