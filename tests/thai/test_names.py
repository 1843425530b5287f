"""What must agree for two names to mean the same."""

import pytest

from generator.thai.names import anatomy


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("ปรับปรุงโรงเรียนวัดกำแพง", ("กำแพง", "วัดกำแพง")),
        ("ปรับปรุงซอยกัลปพฤกษ์ ๖ แยก ๑๐", ("กัลปพฤกษ์", "6", "10")),
        ("ขุดลอกคลองบางประทุน - คลองต้นสน", ("บางประทุน", "ต้นสน")),
        ("จุดเสี่ยง (Black spot)", ("black", "spot")),
        ("ปรับปรุงซอย 29/2 ระยะ 1,200 ม.", ("29/2", "1,200")),
        ("ปลูกต้นไม้", ()),
    ],
)
def test_proper_names_numbers_and_latin_words_must_agree(name: str, fixed: tuple[str, ...]) -> None:
    assert anatomy(name).fixed == fixed


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("ค่าใช้จ่ายโครงการ ปลูก ต้นไม้", "ปลูกต้นไม้"),
        ("ค่าใช้จ่ายในการปลูกต้นไม้ (ต้น)", "ปลูกต้นไม้"),
        ("กิจกรรมปลูกต้นไม้ฯ", "ปลูกต้นไม้"),
        ("โครงการ", "โครงการ"),
        ("ปลูกต้นไม้/ดูแล", "ปลูกต้นไม้ดูแล"),
    ],
)
def test_generic_words_blanks_and_units_make_no_difference(name: str, letters: str) -> None:
    assert anatomy(name).letters == letters
