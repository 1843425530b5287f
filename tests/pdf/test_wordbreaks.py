"""Lines of Thai end between words in the PDF, also at words that LibreOffice's dictionary does not know."""

import subprocess
from pathlib import Path

import pytest

from generator.pdf.convert import Converter
from generator.pdf.wordbreaks import JOINER, SPACE, WORDS, cured
from tests.pdf.paper import draw, paragraph, run


def shown(text: str) -> str:
    return cured(text).replace(JOINER, "+").replace(SPACE, "/")


def test_a_known_word_is_parted_where_it_may_be_only() -> None:
    assert shown("โครงการบูรณาการความร่วมมือ") == "โครงการ/บู+รณา+การความร่วม+มือ"
    assert shown("ตอบข้อหารือ") == "ตอบ/ข้อ/หารือ"
    assert shown("(ร้อยละ ๘๐)") == "(ร้อย+ละ ๘๐)"


def test_the_sign_of_a_shortened_name_stays_with_it() -> None:
    assert shown("คณะกรรมการฯ") == "คณะกรรมการ+ฯ"
    assert shown("บูรณาการฯ") == "บู+รณา+การ+ฯ"
    assert shown("สอน ฯลฯ") == "สอน ฯลฯ"


def test_a_bracket_goes_to_the_next_line_with_its_word() -> None:
    assert shown("เก็บขยะ (ฝ่ายโยธา)") == "เก็บขยะ +(ฝ่ายโยธา)"
    assert shown("(ฝ่ายโยธา) OKR (๑)") == "(ฝ่ายโยธา) OKR (๑)"


def test_a_code_of_letters_and_thai_digits_has_no_gap() -> None:
    assert shown("P๑๐๐ (OKR ๑.๑.๐๑)") == "P+๑๐๐ (OKR ๑.๑.๐๑)"


def test_words_are_spelled_as_they_are_known() -> None:
    assert len({word.translate({ord("+"): None, ord("/"): None}) for word in WORDS}) == len(WORDS)
    assert all(shown(word.replace("+", "").replace("/", "")) == word.removeprefix("/") for word in WORDS)


@pytest.mark.office
def test_lines_end_between_words_and_nothing_can_be_seen_of_it(converter: Converter, tmp_path: Path) -> None:
    sentence = "ค่าใช้จ่ายโครงการบูรณาการความร่วมมือตามระเบียบฯ ได้ร้อยละ"
    body = "".join(paragraph(run(sentence), f'<w:ind w:right="{right}"/>') for right in range(3_000, 8_000, 120))
    pdf = tmp_path / "lines.pdf"
    converter.convert(draw(body), pdf)
    text = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    lines = {line.strip() for line in text.splitlines() if line.strip()}
    words = ("ค่า", "ใช้จ่าย", "โครงการ", "บูรณาการ", "ความ", "ร่วมมือ", "ตาม", "ระเบียบฯ", "ได้", "ร้อยละ")
    assert [line for line in lines if not line.startswith((*words, "๑", "๒"))] == []
    assert any(line.startswith("บูรณาการ") for line in lines) and not {JOINER, SPACE} & set(text)
