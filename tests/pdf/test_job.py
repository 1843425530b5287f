"""The title of a print job is one line that every print system takes."""

import pytest

from generator.pdf.job import LONGEST_TITLE, job_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1022-2568 แผนปฏิบัติราชการ เขตภาษีเจริญ", "1022-2568 แผนปฏิบัติราชการ เขตภาษีเจริญ"),
        ("แผน\nปี\t๒๕๖๘ \u00a0 ร่าง", "แผน ปี ๒๕๖๘ ร่าง"),
        ("แผน\x00\x1b[31m\x7f", "แผน[31m"),
        ("\u202eไฟล์\ud800\u200b", "ไฟล์"),
        ("-o raw; $(reboot)", "-o raw; $(reboot)"),
        ("\n", ""),
    ],
)
def test_what_is_no_text_is_taken_out_of_a_title(text: str, title: str) -> None:
    assert job_title(text) == title


def test_a_title_that_is_too_long_keeps_its_beginning_and_the_district_at_its_end() -> None:
    title = job_title("1022-2568 " + "แผนปฏิบัติราชการประจำปีที่ยาวมาก " * 20 + "สำนักงานเขตภาษีเจริญ")
    assert title.startswith("1022-2568 แผนปฏิบัติราชการ") and title.endswith("สำนักงานเขตภาษีเจริญ") and "…" in title
    assert LONGEST_TITLE - 20 <= len(title.encode()) <= LONGEST_TITLE


def test_a_title_is_not_cut_between_a_letter_and_its_mark() -> None:
    for shift in range(9):
        head, _, tail = job_title("x" * shift + "ที่" * 200 + "x" * shift).partition("…")
        assert head.endswith("ที่") and tail.startswith("ที่")
