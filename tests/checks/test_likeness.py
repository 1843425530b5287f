"""Names that mean the same, and names that only look alike: the examples of docs/decisions/0018-likeness.md."""

import pytest

from generator.checks.likeness import LEAST, MOST_CHANGES, alike, alike_pairs
from generator.model.rules import RULES
from generator.model.rules.book_rules import ALIKE

SAME = [
    ("ปรับปรุง/พัฒนาศูนย์เด็กเล็ก", "ปรับปรุงพัฒนาศูนย์เด็กเล็ก"),
    ("ขุดลอกท่อ (กม.)", "ขุดลอกท่อ"),
    ("ค่าใช้จ่ายโครงการบูรณาการความร่วมมือ", "บูรณาการความร่วมมือ"),
    ("การจัดสวัสดิการการสงเคราะห์ช่วยเหลือเด็ก สตรี", "ค่าใช้จ่ายในการจัดสวัสดิการสงเคราะห์ ช่วยเหลือเด็ก สตรี"),
    ("ปรับปรุงซอยกัลปพฤกษ์ 6 แยก 8", "ปรับปรุงซอยกัลปพฤกษ์ ๖ แยก ๘"),
    ("ปลูกต้นไม้ยืนต้นริมทาง", "ปลูกต้นไมยืนต้นริมทาง"),
]
OTHER = [
    ("ปรับปรุงโรงเรียนวัดกำแพง", "ปรับปรุงโรงเรียนวัดโตนด"),
    ("ปรับปรุงซอยกัลปพฤกษ์ 6 แยก 8", "ปรับปรุงซอยกัลปพฤกษ์ 6 แยก 10"),
    ("ขุดลอกคลองครุสม", "ขุดลอกคลองครุใน"),
    ("ติดตั้ง/ซ่อม ไฟฟ้าส่องสว่าง (ดวง)", "ติดตั้ง/ซ่อม ไฟฟ้าส่องสว่างริมคลอง (ดวง)"),
    ("อบรมเด็กชายในสถานศึกษาเพื่อพัฒนาคุณภาพชีวิต", "อบรมเด็กหญิงในสถานศึกษาเพื่อพัฒนาคุณภาพชีวิต"),
    ("ปลูกต้นไม้ยืนต้น", "ปลูกต้นไม้พุ่ม"),
    ("สัมมนาครู", "สัมมนาคณะ"),
    ("ระบบ Traffy Fondue", "ระบบ Traffy"),
    ("", ""),
    ("", "(กม.)"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_mean_the_same_are_alike(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_names_that_only_look_alike_are_not(one: str, other: str) -> None:
    assert not alike(one, other) and not alike(other, one)


@pytest.mark.parametrize(("changes", "same"), [(3, True), (4, False)])
def test_three_letters_may_differ_in_a_long_name(changes: int, same: bool) -> None:
    name = "กขคงจฉชซ" * 20
    assert alike(name, "ฮ" * changes + name[changes:]) is same


@pytest.mark.parametrize(("missing", "same"), [(3, True), (4, False)])
def test_three_letters_may_be_missing_whichever_name_comes_first(missing: int, same: bool) -> None:
    long = "ส่งเสริมและพัฒนาคุณภาพชีวิตผู้สูงอายุ" * 3
    for rows in ([long, long[missing:]], [long[missing:], long]):
        assert list(alike_pairs(rows, str)) == ([(rows[0], rows[1])] if same else [])


@pytest.mark.parametrize(("length", "same"), [(24, False), (25, True)])
def test_what_agrees_by_just_so_many_per_cent_is_alike(length: int, same: bool) -> None:
    name = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผ"[:length]
    assert (100 * (length - 2) / length >= LEAST) is same
    assert alike(name, "ฮฮ" + name[2:]) is same


@pytest.mark.parametrize(("length", "same"), [(12, False), (14, True)])
def test_in_a_short_name_one_letter_is_much(length: int, same: bool) -> None:
    name = "กขคงจฉชซฌญฎฏฐฑ"[:length]
    assert (100 * (length - 1) / length >= LEAST) is same
    assert alike(name, "ฮ" + name[1:]) is same


def test_each_row_comes_once_behind_the_first_like_it_and_none_without_a_name() -> None:
    rows = ["ปลูกต้นไม้", "", "ขุดลอกคลอง", "ปลูก ต้นไม้", "", "โครงการปลูกต้นไม้"]
    numbered = list(enumerate(rows))
    found = [(one[0], other[0]) for one, other in alike_pairs(numbered, lambda row: row[1])]
    assert found == [(0, 3), (0, 5)]
    fitting = alike_pairs(numbered, lambda row: row[1], lambda earlier, row: earlier[0] > 0)
    assert [(one[0], other[0]) for one, other in fitting] == [(3, 5)]


def test_a_name_filled_down_makes_no_more_findings_than_rows() -> None:
    rows = list(enumerate(["ปลูกต้นไม้"] * 3_000))
    looked = 0

    def fits(earlier: tuple[int, str], row: tuple[int, str]) -> bool:
        nonlocal looked
        looked += 1
        return True

    assert len(list(alike_pairs(rows, lambda row: row[1], fits))) == len(rows) - 1 == looked


def test_explain_tells_where_the_line_is_drawn() -> None:
    for words in ALIKE:
        assert f" {LEAST} " in words and f" {MOST_CHANGES} " in words
    for code in ("B428", "B433", "X319", "X344", "X345"):
        assert RULES[code].why.th.endswith(ALIKE.th) and RULES[code].why.en.endswith(ALIKE.en)


def test_rows_are_told_apart_by_what_must_agree() -> None:
    rows = ["ขุดลอกคลอง 8", "ขุดลอกคลอง 10", "ขุดลอกคลอง ๘"]
    assert list(alike_pairs(rows, str)) == [("ขุดลอกคลอง 8", "ขุดลอกคลอง ๘")]
