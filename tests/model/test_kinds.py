"""Each kind of cell reads back what it types, refuses what means nothing, and says why."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.cell import Cell, address
from generator.model.codes import Code, DistrictName, Phone, PictureName, Ref
from generator.model.districts import DISTRICTS
from generator.model.finding import Rule
from generator.model.kinds import UNIT, Choice, Flag, Kind, Long, Refusal, Terms, Text, guess, meant
from generator.model.kr.key_result import KR_CODE, Status
from generator.model.moments import Year
from generator.model.prose import Prose, Run
from generator.model.quantities import Count, Money, Percent, Quantity, Value, figure
from generator.model.rules import RULES
from generator.model.rules import cell_rules as rules
from generator.model.sheet import Column, FaultyDeclaration, Sheet
from generator.thai.text import normal
from generator.words import Words

TEXTS = st.text("กขคงสี่น้ำ ABC 0123๔๕-", max_size=30).map(normal).filter(lambda text: text not in "-–—")


def cell(value: Any, number_format: str = "General", runs: tuple[Run, ...] = ()) -> Cell:
    return Cell(1, 1, value, number_format, runs)


def parse(kind: Kind[Any], value: Any, number_format: str = "General") -> Any:
    def unexpected(rule: Rule, **values: object) -> None:
        raise AssertionError(rule.code)

    return kind.parse(cell(value, number_format), unexpected)


def refused(kind: Kind[Any], value: Any) -> str:
    with pytest.raises(Refusal) as caught:
        parse(kind, value)
    return caught.value.rule.code


def again(kind: Kind[Any], value: Any) -> Any:
    typed = kind.typed(value)
    if isinstance(typed, Prose):
        runs = tuple(run for paragraph in typed.paragraphs for run in (*paragraph, Run("\n")))[:-1]
        return kind.parse(Cell(1, 1, typed.plain, "@", runs), lambda *_, **__: None)
    return kind.empty() if typed is None else parse(kind, typed)


@given(TEXTS)
def test_text_reads_back(text: str) -> None:
    assert again(Text(), text) == text


@given(st.lists(TEXTS, min_size=1, max_size=4).map("\n".join).map(normal))
def test_long_text_reads_back(text: str) -> None:
    prose = Prose.of(text)
    assert again(Long(), prose).plain == prose.plain


@given(st.sampled_from(tuple(Status)))
def test_choices_read_back(status: Status) -> None:
    assert again(Choice(tuple(Status)), status) == status


@given(st.booleans())
def test_flags_read_back(flag: bool) -> None:
    assert again(Flag(), flag) is flag


@given(st.integers(2500, 2699))
def test_years_read_back(year: int) -> None:
    assert again(Year(), year) == year


@given(st.integers(1000, 9999).map(str))
def test_codes_and_references_read_back(code: str) -> None:
    assert again(KR_CODE, code) == code
    assert again(Ref(KR_CODE, "KR"), code) == code


@given(st.sampled_from(DISTRICTS))
def test_districts_read_back_in_every_spelling(district: Any) -> None:
    kind = DistrictName()
    assert again(kind, district) == district
    for spelling in (district.office, f"เขต{district.name}", f"สนข.{district.name}", district.code):
        assert parse(kind, spelling) == district


@given(st.one_of(st.integers(0, 10**9), st.decimals(0, 10**6, places=2)))
def test_quantities_read_back(number: Any) -> None:
    value = again(Quantity(numeric=True), Value.of(number))
    assert value.number == number


@given(st.integers(0, 100), st.booleans())
def test_percentages_read_back(number: int, percent: bool) -> None:
    assert again(Percent(), Decimal(number)) == number
    assert again(Quantity(), Value.of(number, percent)) == Value.of(number, percent)


@given(st.lists(st.sampled_from(["PM 2.5", "COVID-19", "Net Zero"]), max_size=3).map(tuple))
def test_terms_read_back(terms: tuple[str, ...]) -> None:
    assert again(Terms(), terms) == terms


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (Text(), True, "C115"),
        (Quantity(numeric=True), "มาก", "C102"),
        (Quantity(numeric=True), "1,00", "C102"),
        (Percent(), 101, "C110"),
        (Percent(), "ครึ่งหนึ่ง", "C102"),
        (Money(words=True), "1,200,000 บาท", "C102"),
        (Money(words=True), "410,600.-", "C102"),
        (Money(words=True), "฿410,600", "C102"),
        (Money(words=True), "1.2 ล้านบาท", "C102"),
        (Money(words=True), "410 600", "C102"),
        (Money(words=True), "๔๑๐,๖๐๐ บาท", "C102"),
        (Money(words=True), "ร้อยละ 5", "C102"),
        (Money(), "รอการยืนยัน", "C102"),
        (Money(), -5, "C110"),
        (Money(), "410,600.555", "C120"),
        (Choice(tuple(Status)), "เสร็จ", "C103"),
        (Flag(), "อาจจะ", "C111"),
        (KR_CODE, "82014", "C104"),
        (KR_CODE, "0214", "C104"),
        (Ref(KR_CODE, "KR"), "แปดสอง", "C104"),
        (Year(), 2025, "C109"),
        (Year(), "ปีนี้", "C109"),
        (DistrictName(), "ราชบุรีบูรณะ", "X302"),
        (Phone(), 20000001, "C107"),
        (PictureName(), "../x.png", "C113"),
        (PictureName(), "x.bmp", "C113"),
        (Long(), "[ปีนี้]", "C112"),
    ],
)
def test_what_means_nothing_is_refused_in_words(kind: Kind[Any], value: Any, code: str) -> None:
    assert refused(kind, value) == code


def test_words_in_place_of_a_budget_are_taken_and_a_figure_in_them_is_remarked() -> None:
    budget = Money(words=True)
    assert parse(budget, "** รอการยืนยันการโอนงบประมาณจาก สพส.").number is None
    remarks: list[tuple[str, object]] = []
    value = budget.parse(cell("รอจัดสรร ๕๐,๐๐๐ บาท"), lambda rule, **values: remarks.append((rule.code, values["text"])))
    assert (value.text, value.number) == ("รอจัดสรร ๕๐,๐๐๐ บาท", None)
    assert remarks == [("C119", "รอจัดสรร ๕๐,๐๐๐ บาท")]


def test_a_computed_amount_may_miss_its_satang_by_nothing() -> None:
    assert parse(Money(), 0.1 + 0.2) == Value("0.30", Decimal("0.3"))


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (Money(), -5, "-5 อยู่นอกช่วง: ต้องไม่น้อยกว่า 0"),
        (Count(2, 4), 7, "7 อยู่นอกช่วง: ต้องอยู่ระหว่าง 2 ถึง 4"),
        (Percent(), 101, "101 อยู่นอกช่วง: ต้องอยู่ระหว่าง 0 ถึง 100"),
    ],
)
def test_a_number_out_of_range_is_told_its_range(kind: Kind[Any], value: Any, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse(kind, value)
    assert caught.value.rule.message.say("th", **caught.value.values) == said
    assert "{" not in caught.value.rule.cure.say("en", **caught.value.values)


def test_a_reference_takes_the_code_before_the_name() -> None:
    assert parse(Ref(KR_CODE, "KR"), "๘๒๑๔ จำนวนคน") == "8214"


def test_numbers_print_as_their_cell_shows_them() -> None:
    assert parse(Quantity(), 1234.5, "#,##0.00").text == "1,234.50"
    assert parse(Quantity(), 0.125, "0%").text == "ร้อยละ 13"


def test_a_date_in_a_text_cell_is_a_thai_date() -> None:
    assert parse(Text(), datetime(2024, 1, 15)) == "15 มกราคม 2567"


def test_a_year_in_words_is_understood() -> None:
    assert parse(Year(), "พ.ศ. ๒๕๖๘") == 2568


@pytest.mark.parametrize(("number", "shown"), [("1200", "1,200"), ("90.0", "90"), ("0.50", "0.5"), ("1E+3", "1,000")])
def test_a_figure_is_shown_in_its_shortest_form(number: str, shown: str) -> None:
    assert figure(Decimal(number)) == shown


def test_a_guess_names_the_nearest_word_or_nothing() -> None:
    assert "ดุสิต" in guess("ดุสิด", ["ดุสิต", "บางแค"]).th
    assert guess("ไม่เหมือนอะไรเลย", ["ดุสิต"]).th == ""
    assert "“1.1.01”" in guess("1.1.10", ["1.1.02", "1.1.01", "4.1.10"]).th, "two digits swapped"
    assert "“8.3.08”" in guess("8.1.08", ["8.1.07", "8.3.08"]).th
    assert "“ส่วนที่ ๒”" in guess("สวนที่ 2", ["ส่วนที่ ๑", "ส่วนที่ ๒", "ส่วนที่ ๓"]).th


@pytest.mark.parametrize(("row", "column", "name"), [(1, 1, "A1"), (17, 26, "Z17"), (3, 27, "AA3"), (1, 16384, "XFD1")])
def test_addresses_are_those_of_excel(row: int, column: int, name: str) -> None:
    assert address(row, column) == name


def test_rules_have_words_in_both_languages_and_use_the_same_values() -> None:
    import string

    for rule in RULES.values():
        for words in (rule.message, rule.cure, rule.why):
            fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in words]
            assert all(words) and fields[0] == fields[1], rule.code


def test_a_faulty_declaration_is_refused_when_it_is_made() -> None:
    from typing import Annotated

    with pytest.raises(FaultyDeclaration, match="name of a sheet"):

        class TooLong(Sheet, sheet="ก" * 32, purpose=""):
            x: Annotated[str, Column("ก", Text(), "")]

    with pytest.raises(FaultyDeclaration, match="share a header"):

        class Twice(Sheet, sheet="ก", purpose=""):
            x: Annotated[str, Column("ก", Text(), "")]
            y: Annotated[str, Column("ข", Text(), "", was=("ก",))]

    with pytest.raises(FaultyDeclaration, match="255"):

        class Wordy(Sheet, sheet="ก", purpose=""):
            x: Annotated[str, Column("ก", Text(), "ก" * 256)]


def test_rules_are_declared_once() -> None:
    assert rules.REQUIRED is RULES["C101"]


def test_braces_in_what_is_typed_mark_no_place_in_a_sentence() -> None:
    sentence = Words("{text}{guess}", "{text}{guess}")
    assert sentence.say("th", text="{x}", guess=guess("{ขุดคลอง}", ["{ขุดคลองย่อย}"])) == "{x} หมายถึง “{ขุดคลองย่อย}” หรือไม่"
    assert sentence.filled(text="{x}", guess="").filled().say("en") == "{x}"


# ---------------------------------------------------------------------------------- what was nearly understood, or lost


def remarks(kind: Kind[Any], value: object, number_format: str = "General") -> list[str]:
    """Return the codes that reading a cell gives: of its remarks, or of the rule for which it is refused."""
    found: list[str] = []
    try:
        kind.parse(Cell(1, 1, value, number_format), lambda rule, **values: found.append(rule.code))
    except Refusal as refusal:
        return [refusal.rule.code]
    return found


@pytest.mark.parametrize(
    ("code", "value", "found"),
    [
        (Code(r"\d{6}", "115037"), 31005, ["C107"]),
        (Code(r"\d{6}", "115037"), 1005, ["C107"]),
        (Code(r"\d{6}", "115037"), 105, ["C104"]),
        (Code(r"\d{6}", "115037"), "31005", ["C104"]),
        (Code(r"\d{6}", "115037"), 115037, []),
    ],
)
def test_a_code_of_digits_that_lost_its_zeros_is_told_so(code: Code, value: object, found: list[str]) -> None:
    assert remarks(code, value) == found


def test_a_code_with_a_dot_is_read_as_excel_shows_it() -> None:
    code = Code(r"\d\.\d{1,2}", "1.2")
    assert code.parse(Cell(1, 1, 1.1, "0.00"), lambda rule, **values: None) == "1.10"
    assert code.parse(Cell(1, 1, 1.1, "General"), lambda rule, **values: None) == "1.1"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("0 2000 0001", []),
        ("0 2000 001", ["C114"]),
        ("0 2000 00011", ["C114"]),
        ("08 1234 5678", []),
        ("08 1234 567", ["C114"]),
        ("06 1234 5678, 0 2000 0001 ต่อ 12", []),
        ("2000 0001", ["C114"]),
        ("812345678", ["C114"]),
        ("1555", []),
        ("+66 2 000 0001", []),
        ("+66 2000001", []),
        ("00", ["C114"]),
        ("0 2000 0001 ต่อ 12345678", ["C114"]),
        ("0", []),
    ],
)
def test_a_telephone_number_has_the_length_of_its_kind(typed: str, found: list[str]) -> None:
    assert remarks(Phone(), typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12,00", ["C125"]),
        ("1 200", ["C125"]),
        ("1.234.567", ["C125"]),
        ("2O", ["C125"]),
        ("l00", ["C125"]),
        ("๑,๒", ["C125"]),
        ("ร้อยละ 9O", ["C125"]),
        ("9,0 %", ["C125"]),
        ("1,200", []),
        ("ร้อยละ 90", []),
        ("ระดับ 5", []),
        ("1-4", []),
        ("1200 คน", []),
        ("ครบ", []),
        ("N/A", []),
        ("Ol", []),
    ],
)
def test_what_is_nearly_a_number_is_remarked_where_words_may_stand(typed: str, found: list[str]) -> None:
    assert remarks(Quantity(), typed) == found


@pytest.mark.parametrize(
    ("kind", "most"), [(Text(), 500), (UNIT, 60), (Long(), 10_000), (Text(longest=3), 3), (Long(longest=4), 4)]
)
def test_a_text_may_be_so_long_and_no_longer(kind: Kind[Any], most: int) -> None:
    assert remarks(kind, "ก" * most) == []
    assert remarks(kind, "ก" * (most + 1)) == ["C121"]


@pytest.mark.parametrize(
    ("typed", "ticked"),
    [
        *((word, True) for word in ("✓", "✔", "☑", "☒", "√", "/", "x", "X", "×", "1", "๑", "ใช่", "มี", "Yes", True)),
        *((word, False) for word in ("☐", "□", "0", "๐", "ไม่", "ไม่ใช่", "ไม่มี", "No", False)),
    ],
)
def test_a_box_is_ticked_in_many_ways(typed: Any, ticked: bool) -> None:
    assert parse(Flag(), typed) is ticked


def test_what_is_a_guess_is_said_in_both_languages() -> None:
    assert guess("ดุสิด", ["ดุสิต"]) == Words(" หมายถึง “ดุสิต” หรือไม่", "; did you mean “ดุสิต”?")
    assert guess("ไม่เหมือนอะไรเลย", ["ดุสิต"]) == Words("", "")


def test_the_nearest_of_several_is_guessed() -> None:
    assert "“คลองใหม่”" in guess("คลองใหม", ["คลองใน", "คลองใหม่", "คลองเก่า"]).th
    assert "“1.1.100”" in guess("1.1.10", ["1.1.01", "1.1.100"]).th, "a nearer one goes before swapped digits"


def test_a_line_break_in_one_line_of_text_is_a_blank() -> None:
    assert parse(Text(), "ก\nข  ค") == "ก ข  ค"


def test_whole_numbers_are_read_without_decimals() -> None:
    assert [parse(Text(), value) for value in (5.0, 5, 2.5)] == ["5", "5", "2.5"]


@pytest.mark.parametrize(("typed", "ticked"), [("ใ ช่", True), ("Yes.", True), ("ไม่ มี", False), ("n.o.", False)])
def test_blanks_and_full_stops_tell_no_ticks_apart(typed: str, ticked: bool) -> None:
    assert parse(Flag(), typed) is ticked


def test_what_a_text_would_mean_is_told_without_remarks() -> None:
    assert meant(Phone(), "0 2000") == "0 2000"
    with pytest.raises(Refusal):
        meant(KR_CODE, "ก")


def test_a_date_in_a_reference_is_remarked_as_in_a_code() -> None:
    remarks: list[Rule] = []
    code = Code(r"\d\.\d\.\d\d", "1.1.01")
    found = Ref(code, "ก").parse(cell(datetime(2024, 2, 1)), lambda rule, **values: remarks.append(rule))
    assert (found, remarks) == ("1.2.24", [rules.DATE_AS_CODE])
