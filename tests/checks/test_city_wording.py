"""When two ways of typing say the same, and where two definitions part."""

from decimal import Decimal

import pytest

from generator.checks.city_wording import departure, same_value, unit_said
from generator.model.prose import Prose
from generator.model.quantities import Value

CITY = [Prose.of("ชุมชน หมายถึง ชุมชนที่จัดตั้งแล้วในปี [ปี] จำนวนร้อยละ ๙๐ ของพื้นที่"), Prose.of("รายงานผลทุกเดือน\nส่งภายในวันที่ 5")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Value.of(60000), Value("๖๐,๐๐๐", Decimal(60000)), True),
        (Value.of("2.50"), Value.of("2.5"), True),
        (Value.of(1), Value.of(2), False),
        (Value("ทุก ชุมชน"), Value("ทุกชุมชน"), True),
        (Value("ทุกชุมชน"), Value.of(3), False),
        (Value("3"), Value.of(3), True),
        (Value("3"), Value("๓.00", Decimal(3)), True),
    ],
)
def test_targets_are_compared_as_numbers_or_as_words(one: Value, other: Value, same: bool) -> None:
    assert same_value(one, other) is same is same_value(other, one)


def test_a_percentage_says_its_unit() -> None:
    assert unit_said(Value.of(90, percent=True), "") == unit_said(Value.of(90), "%") == "ร้อยละ"
    assert unit_said(Value.of(90), "คน") == "คน"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "รายงานผลทุกเดือน",
        "ชุมชนหมายถึงชุมชนที่จัดตั้งแล้วในปี ๒๕๖๘ จำนวนร้อยละ 90 ของพื้นที่",
        "ส่งภายในวันที่ ๕\n\nชุมชน หมายถึง ชุมชนที่จัดตั้งแล้วในปี [ปี] จำนวนร้อยละ ๙๐ ของพื้นที่",
    ],
)
def test_paragraphs_of_the_city_are_no_departure_in_whatever_order_and_digits(typed: str) -> None:
    assert departure(Prose.of(typed), CITY, 2568) is None


def test_another_figure_in_a_paragraph_is_shown_beside_that_of_the_city() -> None:
    found = departure(Prose.of("ชุมชน หมายถึง ชุมชนที่จัดตั้งแล้วในปี [ปี] จำนวนร้อยละ ๘๐ ของพื้นที่"), CITY, 2568)
    assert found is not None
    own, city = found
    assert "ร้อยละ 80 ของพื้นที่" in own and "ร้อยละ 90 ของพื้นที่" in city.th and own.startswith("…")


def test_a_paragraph_that_breaks_off_is_shown() -> None:
    found = departure(Prose.of("ชุมชน หมายถึง ชุมชนที่จัดตั้งแล้ว"), CITY, 2568)
    assert found is not None and found[0].endswith("จัดตั้งแล้ว") and "ในปี 2568" in found[1].th


def test_a_paragraph_of_its_own_is_shown_from_its_beginning() -> None:
    found = departure(Prose.of("อย่างอื่น"), CITY, 2568)
    assert found is not None and found[0] == "อย่างอื่น" and "ไม่มีใน KR" in found[1].th


def test_without_a_paragraph_of_the_city_nothing_departs() -> None:
    assert departure(Prose.of("อย่างอื่น"), [Prose()], 2568) is None


def test_a_paragraph_of_the_city_hides_none_behind_it() -> None:
    found = departure(Prose.of("รายงานผลทุกเดือน\nอย่างอื่น"), CITY, 2568)
    assert found is not None and found[0] == "อย่างอื่น"


@pytest.mark.parametrize(("alike", "compared"), [(12, True), (11, False)])
def test_paragraphs_are_taken_for_one_another_that_begin_with_twelve_equal_letters(alike: int, compared: bool) -> None:
    city = [Prose.of("กขคงจฉชซญฐฑณดตถ")]
    found = departure(Prose.of("กขคงจฉชซญฐฑณดตถ"[:alike] + "ฮ"), city, 2568)
    assert found is not None and ("แต่ KR ว่า" in found[1].th) is compared


def test_the_token_for_the_year_before_is_that_year() -> None:
    city = [Prose.of("ฐานปี [ปีก่อน] ถึงปี [ปี]")]
    assert departure(Prose.of("ฐานปี 2567 ถึงปี 2568"), city, 2568) is None
    assert departure(Prose.of("ฐานปี 2566 ถึงปี 2568"), city, 2568) is not None


def test_twenty_letters_are_shown_on_both_sides_of_where_two_paragraphs_part() -> None:
    common, rest = "กขคงจฉชซญฐ" * 3, "ดตถทธนบปผฝ" * 3
    found = departure(Prose.of(common + "1" + rest), [Prose.of(common + "2" + rest)], 2568)
    assert found is not None
    assert found[0] == "…" + common[10:] + "1" + rest[:19] + "…"
    assert f"“…{common[10:]}2{rest[:19]}…”" in found[1].th
    alone = departure(Prose.of("1" + rest), [Prose.of("2")], 2568)
    assert alone is not None and alone[0] == "1" + rest[:19] + "…"
    exact = departure(Prose.of(common + "1" + rest[:19]), [Prose.of(common + "2")], 2568)
    assert exact is not None and exact[0] == "…" + common[10:] + "1" + rest[:19]
    assert "2”" in exact[1].th
