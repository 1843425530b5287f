"""Plans against the key results of the city: each function finds its fault, names both cells, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.checks import city as checks
from generator.model.districts import DISTRICTS, find_district
from generator.model.facts import City, KrFacts, PlanFacts
from generator.model.finding import Finding, Severity
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.key_result import Status
from generator.model.plan.measures import Measure
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Origin
from generator.workbook.reader import read_workbook
from tests.minibook import complete, draw

ATTACHMENT = """
== แนบ 8214
ชื่อตาราง | ก
คอลัมน์ที่เป็นค่าเป้าหมาย | เป้าหมาย (คน)
เขต | กลุ่ม | เป้าหมาย (คน)
ดุสิต | กท.กลาง | 60
ภาษีเจริญ | กธ.ใต้ | 40
บางแค | กธ.ใต้ |
พระนคร | กท.กลาง | 0
"""
ORIGIN = Origin("แผน.xlsx", "ตัววัด", 7, {name: (0, index) for index, name in enumerate(Measure.COLUMNS, 1)})
GOOD = Measure(
    origin=ORIGIN,
    code="8.2.14",
    name="จำนวนคน",
    target=Value.of(100),
    unit="คน",
    district_target=Value.of(60),
    host="สพส.",
)


def facts(tmp_path: Path, attachment: str = ATTACHMENT, *findings: Finding, **cells: str) -> KrFacts:
    reading = read_workbook(draw(complete(attachment, **cells), tmp_path / "kr.xlsx"), KR_FORM)
    return KrFacts.of(KrBook.of(reading.rows), "kr.xlsx", findings)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    return City.of([facts(tmp_path_factory.mktemp("kr"))], 2568)


def plan(*measures: Measure, district: str = "ดุสิต", status: str = Status.READY) -> PlanFacts:
    return PlanFacts(
        workbook="แผน.xlsx",
        district=find_district(district),
        year=2568,
        status=status,
        measures=measures,
        agencies={"สพส.": "สำนักพัฒนาสังคม", "สสล.": "สำนักสิ่งแวดล้อม"},
    )


def found(check: Callable[..., Iterator[Finding]], *arguments: Any) -> list[tuple[str, str]]:
    return [(finding.cell, finding.message("th")) for finding in check(*arguments)]


def test_a_plan_that_says_what_the_city_says_has_no_finding(city: City) -> None:
    assert list(checks.check(plan(GOOD), city)) == []
    typed = replace(GOOD, name="จำนวน  คน", target=Value("๑๐๐", Value.of(100).number), unit=" คน")
    assert list(checks.check(plan(typed), city)) == []


def test_nothing_is_compared_with_another_year(tmp_path: Path) -> None:
    wrong = plan(replace(GOOD, target=Value.of(7)))
    assert list(checks.check(wrong, City.of([facts(tmp_path)], 2567))) == []
    unread = replace(facts(tmp_path), year=0)
    assert not City.of([unread], 0).allotments, "two years that could not be read are not the same"


def test_a_code_that_the_host_does_not_have_is_found_with_what_is_meant(city: City) -> None:
    ((cell, message),) = found(checks.unknown_okr, plan(replace(GOOD, code="8.2.41")), city)
    assert cell == "A7" and "8.2.41 ในสมุดงาน KR ของสำนักพัฒนาสังคม (kr.xlsx) หมายถึง “8.2.14”" in message


@pytest.mark.parametrize(
    ("typed", "meant"), [("8.2.41", True), ("8.3.14", True), ("8.2.15", True), ("8.3.10", False), ("8.12.14", False)]
)
def test_a_code_means_another_if_one_slip_of_the_hand_makes_it_that(city: City, typed: str, meant: bool) -> None:
    ((_, message),) = found(checks.unknown_okr, plan(replace(GOOD, code=typed, name="อื่น")), city)
    assert ("หมายถึง “8.2.14”" in message) is meant


def test_a_code_that_the_plan_has_besides_is_not_what_is_meant(city: City) -> None:
    ((_, message),) = found(checks.unknown_okr, plan(GOOD, replace(GOOD, code="8.2.41", name="อื่น")), city)
    assert "หมายถึง" not in message


def test_codes_of_agencies_whose_workbook_is_not_here_and_codes_of_its_own_are_let_be(city: City) -> None:
    others = (replace(GOOD, code="4.1.01", host="สสล."), replace(GOOD, code="8.1.01", host=""))
    own, strange = replace(GOOD, code="8.2.ก"), replace(GOOD, code="8.1.02", host="สนย.")
    assert found(checks.unknown_okr, plan(*others, own, strange), city) == []


@pytest.mark.parametrize(
    ("check", "wrong", "cell", "said"),
    [
        (checks.other_name, {"name": "จำนวนครัวเรือน"}, "C7", "แผนว่า “จำนวนครัวเรือน” แต่ kr.xlsx KR!B2 ว่า “จำนวนคน”"),
        (checks.other_unit, {"unit": "ครัวเรือน"}, "F7", "คือ “ครัวเรือน” แต่ kr.xlsx KR!J2 คือ “คน”"),
        (checks.other_unit, {"target": Value.of(100, percent=True)}, "F7", "คือ “ร้อยละ” แต่ kr.xlsx KR!J2 คือ “คน”"),
        (checks.other_city_target, {"target": Value.of(20)}, "E7", "คือ 20 แต่ kr.xlsx KR!I2 คือ 100"),
        (checks.other_city_target, {"target": Value("มาก")}, "E7", "คือ มาก แต่ kr.xlsx KR!I2 คือ 100"),
        (checks.other_host, {"host": "สสล."}, "L7", "คือ สำนักสิ่งแวดล้อม แต่ kr.xlsx KR!A2 คือ สำนักพัฒนาสังคม"),
        (checks.other_share, {"district_target": Value.of(70)}, "J7", "70 แต่ kr.xlsx แนบ 8214!C4 จัดสรรไว้ 60 ต่างกัน 10"),
        (checks.other_share, {"district_target": Value("ครบ")}, "J7", "คือ ครบ แต่ kr.xlsx แนบ 8214!C4 จัดสรรไว้ 60"),
        (checks.empty_share, {"district_target": Value()}, "J7", "ซึ่ง kr.xlsx แนบ 8214!C4 จัดสรรไว้ 60"),
        (checks.other_definition, {"definition": Prose.of("ความเข้าใจ")}, "N7", "แผนว่า “ความเข้าใจ” ซึ่งไม่มีใน KR"),
    ],
)  # fmt: skip
def test_what_differs_is_found_at_its_cell_and_both_sides_are_named(
    city: City, check: Callable[..., Iterator[Finding]], wrong: Any, cell: str, said: str
) -> None:
    ((where, message),) = found(check, plan(replace(GOOD, **wrong)), city)
    assert where == cell and said in message
    assert found(check, plan(GOOD), city) == []


def test_what_is_empty_is_no_difference(city: City) -> None:
    bare = Measure(origin=ORIGIN, code="8.2.14")
    assert [finding.rule.code for finding in checks.check(plan(bare), city)] == ["D508"]
    assert found(checks.other_unit, plan(replace(GOOD, target=Value(), unit="แห่ง")), city) == [], "it prints nowhere"
    assert found(checks.empty_share, plan(bare, district="พระนคร"), city) == [], "its share is 0"


def test_a_target_that_could_not_be_read_is_not_said_to_be_empty(city: City) -> None:
    unread = replace(GOOD, district_target=Value(), origin=replace(ORIGIN, refused=frozenset({"district_target"})))
    assert found(checks.empty_share, plan(unread), city) == []


def test_a_percentage_may_be_typed_with_its_unit_or_without(tmp_path: Path) -> None:
    city = City.of([facts(tmp_path, "", ค่าเป้าหมายรวม="90", หน่วยนับ="ร้อยละ")], 2568)
    for target, unit in (
        (Value.of(90), "ร้อยละ"),
        (Value.of(90, percent=True), ""),
        (Value("90%", Value.of(90).number, True), "%"),
    ):
        measure = replace(GOOD, target=target, unit=unit)
        assert (
            found(checks.other_unit, plan(measure), city) == [] == found(checks.other_city_target, plan(measure), city)
        )


def test_a_share_that_counts_something_else_has_its_own_unit(tmp_path: Path) -> None:
    table = ATTACHMENT.replace("เขต | กลุ่ม |", "เขต | กลุ่ม | ชุมชน (ชุมชน) |").replace("| 60", "| 67 | 60")
    city = City.of([facts(tmp_path, table, หน่วยนับ="ร้อยละ", ร้อยละต่อเขต="90")], 2568)
    wrong = replace(GOOD, unit="ร้อยละ")
    ((cell, message),) = found(checks.other_share_unit, plan(wrong), city)
    assert cell == "K7" and "คือ “ร้อยละ” แต่ kr.xlsx แนบ 8214!D4 คือ “ชุมชน”" in message
    assert not any(finding.is_error for finding in checks.check(plan(wrong), city))
    assert found(checks.other_share_unit, plan(replace(wrong, district_unit="ชุมชน")), city) == []


def test_an_okr_that_is_allotted_and_not_taken_is_found(city: City) -> None:
    ((cell, message),) = found(checks.not_taken, plan(), city)
    assert cell == "" and "ไม่มี OKR 8.2.14 “จำนวนคน” ซึ่งเขตดุสิตมีส่วนตาม kr.xlsx แนบ 8214!C4 จัดสรรไว้ 60" in message
    unread = Measure(origin=replace(ORIGIN, refused=frozenset({"code"})))
    assert found(checks.not_taken, plan(unread), city) == [], "it may be this one"
    for without in ("พระนคร", "บางแค", "บางรัก"):
        assert found(checks.not_taken, plan(district=without), city) == [], "nothing is allotted to it"


def test_where_all_districts_take_part_without_figures_a_missing_okr_is_a_warning(tmp_path: Path) -> None:
    shared = City.of([facts(tmp_path, "", **{"(R)_ระดับเขต": "'✓", "มีหน่วยงาน_(R)": "'✓"})], 2568)
    (finding,) = checks.check(plan(), shared)
    assert finding.rule.code == "D507" and not finding.is_error and "KR!H2" in finding.message("th")


def test_a_target_where_nothing_is_allotted_is_found(city: City) -> None:
    ((cell, message),) = found(checks.not_allotted, plan(GOOD, district="บางแค"), city)
    assert cell == "J7" and "60 ใน OKR 8.2.14 แต่ kr.xlsx แนบ 8214 ไม่ได้จัดสรรให้เขตนี้" in message
    none = replace(GOOD, district_target=Value.of(0))
    assert found(checks.not_allotted, plan(none, district="บางแค"), city) == []
    assert found(checks.not_allotted, plan(GOOD, district=""), city) == []


@pytest.mark.parametrize(
    "wrong", [{"unit": "แห่ง"}, {"target": Value.of(9)}, {"district_target": Value.of(9)}, {"code": "8.2.99"}]
)
def test_a_figure_of_the_city_stops_a_plan_that_is_no_draft_if_the_key_result_is_none(
    tmp_path: Path, city: City, wrong: Any
) -> None:
    measure = replace(GOOD, **wrong)
    assert [finding.severity for finding in checks.check(plan(measure), city)][-1] is Severity.ERROR
    assert not any(finding.is_error for finding in checks.check(plan(measure, status=Status.DRAFT), city))
    draft = City.of([facts(tmp_path, สถานะ="ร่าง")], 2568)
    assert not any(finding.is_error for finding in checks.check(plan(measure), draft))


def test_a_key_result_with_errors_binds_nobody(tmp_path: Path, city: City) -> None:
    (error,) = checks.check(plan(replace(GOOD, target=Value.of(9))), city)
    assert facts(tmp_path).settled == {"8.2.14"}
    for about in ("8214", ""):
        assert facts(tmp_path, ATTACHMENT, error.about(about)).settled == set()
    assert facts(tmp_path, ATTACHMENT, error.about("8207")).settled == {"8.2.14"}
    assert facts(tmp_path, สถานะ="ร่าง").settled == set()


def test_names_and_definitions_are_warnings(city: City) -> None:
    other = replace(GOOD, name="อื่น", host="สสล.", definition=Prose.of("อื่น"))
    findings = list(checks.check(plan(other), city))
    assert [finding.rule.code for finding in findings] == ["D502", "D505", "D510"]
    assert not any(finding.is_error for finding in findings)


def test_of_two_workbooks_with_one_okr_the_first_counts(tmp_path: Path) -> None:
    one, other = facts(tmp_path), facts(tmp_path, ค่าเป้าหมายรวม="7")
    both = City.of([one, replace(other, workbook="kr2.xlsx")], 2568)
    assert both.allotments["8.2.14"].target.number == 100 and both.books_of("สำนักพัฒนาสังคม") == ["kr.xlsx", "kr2.xlsx"]
    assert both.books_of("") == ()


def two_okrs(city: City, first: Any) -> City:
    """Return a city with an OKR 8.2.13 before 8.2.14, in which something is otherwise."""
    one = city.allotments["8.2.14"]
    return replace(city, allotments={"8.2.13": replace(one, okr="8.2.13", **first), "8.2.14": one})


@pytest.mark.parametrize(
    ("check", "wrong", "first"),
    [
        (checks.other_share, {"district_target": Value.of(70)}, {"shares": {}}),
        (checks.empty_share, {"district_target": Value()}, {"shares": {}}),
        (checks.other_definition, {"definition": Prose.of("อื่น")}, {"meaning": ()}),
    ],
)
def test_what_is_passed_over_hides_nothing_behind_it(
    city: City, check: Callable[..., Iterator[Finding]], wrong: Any, first: Any
) -> None:
    measures = (replace(GOOD, code="8.2.13", **wrong), replace(GOOD, **wrong))
    (finding,) = check(plan(*measures), two_okrs(city, first))
    assert finding.values["key"] == "8.2.14"


@pytest.mark.parametrize("target", [Value.of(0), None])
def test_an_okr_that_is_not_missed_hides_none_behind_it(city: City, target: Value | None) -> None:
    share = city.allotments["8.2.14"].shares["1002"]
    shares = {"1002": replace(share, target=target)} if target else {"1001": share}
    (finding,) = checks.not_taken(plan(), two_okrs(city, {"shares": shares}))
    assert finding.values["key"] == "8.2.14"


def test_a_plan_without_district_is_compared_with_what_is_the_same_for_all(city: City) -> None:
    assert list(checks.check(plan(GOOD, district=""), city)) == []
    assert [f.rule.code for f in checks.check(plan(replace(GOOD, name="อื่น"), district=""), city)] == ["D502"]


def test_what_binds_nobody_is_a_warning(tmp_path: Path, city: City) -> None:
    draft = City.of([facts(tmp_path, สถานะ="ร่าง")], 2568)
    shared = City.of([facts(tmp_path, "", **{"(R)_ระดับเขต": "'✓", "มีหน่วยงาน_(R)": "'✓"})], 2568)
    found = [*checks.check(plan(replace(GOOD, unit="แห่ง")), draft), *checks.check(plan(), shared)]
    assert [(finding.rule.code, finding.severity, finding.when_final) for finding in found] == [
        ("D503", Severity.WARNING, False),
        ("D507", Severity.WARNING, False),
    ]


def test_a_finding_stands_in_the_column_of_its_cell_and_names_that_of_the_city(city: City) -> None:
    moved = {name: (0, index) for index, name in enumerate(Measure.COLUMNS, 2)}
    row = replace(GOOD, origin=replace(ORIGIN, cells=moved), definition=Prose.of("อื่น"), host="สสล.")
    assert [f.cell for f in checks.unknown_okr(plan(replace(row, code="8.2.41", host="สพส.")), city)] == ["B7"]
    (definition,) = checks.other_definition(plan(row), city)
    assert (definition.cell, definition.values["other"]) == ("O7", "kr.xlsx นิยาม!D2")


def test_all_workbooks_of_an_agency_are_named_that_do_not_have_a_code(tmp_path: Path) -> None:
    both = City.of([facts(tmp_path), replace(facts(tmp_path), workbook="kr2.xlsx")], 2568)
    (finding,) = checks.unknown_okr(plan(replace(GOOD, code="8.2.41", name="อื่น")), both)
    assert finding.values["books"] == "kr.xlsx, kr2.xlsx"


def test_what_is_meant_by_name_comes_before_what_is_meant_by_a_slip(city: City) -> None:
    by_name = city.allotments["8.2.14"]
    by_slip = replace(by_name, okr="8.3.98", key_result=replace(by_name.key_result, name="อื่น"))
    both = replace(city, allotments={"8.2.14": by_name, "8.3.98": by_slip})
    ((_, message),) = found(checks.unknown_okr, plan(replace(GOOD, code="8.3.99")), both)
    assert "หมายถึง “8.2.14”" in message


def test_the_unit_of_a_share_never_stops_a_plan(city: City) -> None:
    shares = replace(city.allotments["8.2.14"], share_unit="ชุมชน")
    (finding,) = checks.other_share_unit(plan(GOOD), replace(city, allotments={"8.2.14": shares}))
    assert (finding.severity, finding.when_final) == (Severity.WARNING, False)


def test_a_host_is_compared_with_the_row_of_its_key_result(city: City) -> None:
    allotment = city.allotments["8.2.14"]
    origin = allotment.key_result.origin
    moved = replace(origin, cells={name: (row, column + 1) for name, (row, column) in origin.cells.items()})
    shifted = replace(allotment, key_result=replace(allotment.key_result, origin=moved))
    (finding,) = checks.other_host(plan(replace(GOOD, host="สสล.")), replace(city, allotments={"8.2.14": shifted}))
    assert finding.values["other"] == "kr.xlsx KR!B2"


def test_of_a_code_that_stands_twice_the_first_row_is_compared(city: City) -> None:
    assert found(checks.other_name, plan(GOOD, replace(GOOD, name="อื่น")), city) == []


def test_a_target_is_told_in_arabic_digits(city: City) -> None:
    typed = replace(GOOD, target=Value("๒๐", Value.of(20).number))
    ((_, message),) = found(checks.other_city_target, plan(typed), city)
    assert "คือ 20 แต่" in message


# --------------------------------------------------------------------------------------------------- all plans together


def all_plans(**targets: int) -> dict[str, PlanFacts]:
    """Return the plans of all 50 districts: ดุสิต 60, ภาษีเจริญ 40, the others nothing, but for `targets`."""
    wanted = {"ดุสิต": 60, "ภาษีเจริญ": 40} | targets
    return {
        district.code: plan(
            replace(GOOD, district_target=Value.of(wanted.get(district.name, 0))), district=district.name
        )
        for district in DISTRICTS
    }


def test_plans_that_add_up_to_the_city_have_no_finding(city: City) -> None:
    assert list(checks.check_all(all_plans().values(), city)) == []


def test_a_sum_that_is_not_that_of_the_city_is_found_with_the_districts_that_differ(city: City) -> None:
    (finding,) = checks.check_all(all_plans(ดุสิต=65, บางแค=1).values(), city)
    assert (finding.rule.code, finding.workbook, finding.sheet, finding.cell) == ("D511", "kr.xlsx", "KR", "I2")
    message = finding.message("th")
    assert "รวมได้ 106 แต่ค่าเป้าหมายของเมืองคือ 100 ต่างกัน 6" in message and "บางแค 1/0" in message and "ดุสิต 65/60" in message
    assert not finding.is_error


def test_no_sum_is_compared_as_long_as_a_plan_with_a_share_is_missing(city: City) -> None:
    plans = all_plans(ดุสิต=65)
    del plans["1022"]
    (finding,) = checks.check_all(plans.values(), city)
    assert finding.rule.code == "D512" and "1 เขตที่ได้รับจัดสรร: ภาษีเจริญ" in finding.message("th")
    assert list(checks.check_all(plans.values(), city, {"1022"})) == [], "its workbook is there, but says nothing"
    none = all_plans()
    del none["1001"]
    assert list(checks.check_all(none.values(), city)) == [], "nothing is allotted to พระนคร"
    none["1002"] = plans["1002"]
    assert [finding.rule.code for finding in checks.check_all(none.values(), city)] == ["D511"]
    few = {code: plans[code] for code in list(plans)[:20]}
    assert list(checks.missing_plans(few, city)) == [], "somebody checks a few districts"


def test_percentages_are_not_added_up(tmp_path: Path) -> None:
    city = City.of([facts(tmp_path, หน่วยนับ="ร้อยละ", ค่าเป้าหมายรวม="90")], 2568)
    assert list(checks.check_all(all_plans().values(), city)) == []


def test_of_two_plans_of_a_district_the_first_counts(city: City) -> None:
    double = plan(replace(GOOD, district_target=Value.of(7)))
    assert list(checks.check_all([*all_plans().values(), double], city)) == []
    other_year = replace(double, year=2567)
    assert list(checks.check_all([other_year, *all_plans().values()], city)) == []


@pytest.mark.parametrize(("more", "counted"), [(4, ""), (5, " …(+1)"), (7, " …(+3)")])
def test_five_districts_that_differ_are_named_and_further_ones_counted(city: City, more: int, counted: str) -> None:
    others = [district.name for district in DISTRICTS if district.name not in ("ดุสิต", "ภาษีเจริญ")][:more]
    (finding,) = checks.check_all(all_plans(ดุสิต=65, **dict.fromkeys(others, 1)).values(), city)
    by_code = sorted(DISTRICTS, key=lambda district: district.code)
    names = [district.name for district in by_code if district.name in (*others, "ดุสิต")][:5]
    said = ", ".join(f"{name} 65/60" if name == "ดุสิต" else f"{name} 1/0" for name in names)
    assert finding.message("th").endswith(said + counted)


def test_the_sum_is_compared_as_soon_as_those_with_a_part_have_a_plan(city: City) -> None:
    two = {code: one for code, one in all_plans(ดุสิต=65).items() if code in ("1002", "1022")}
    assert [finding.values["key"] for finding in checks.city_sum(two, two_okrs(city, {"shares": {}}))] == ["8.2.14"]


@pytest.mark.parametrize(("count", "told"), [(24, 0), (25, 1)])
def test_half_of_all_districts_make_a_city_whose_other_plans_are_missed(city: City, count: int, told: int) -> None:
    others = [(code, one) for code, one in all_plans().items() if code not in ("1002", "1022")]
    found = list(checks.missing_plans(dict(others[:count]), city))
    assert [finding.values["names"] for finding in found] == ["ดุสิต ภาษีเจริญ"] * told


def test_the_sum_of_no_plans_is_nothing_where_no_district_has_a_part(city: City) -> None:
    allotment = city.allotments["8.2.14"]
    none = replace(allotment, shares={"1001": allotment.shares["1001"]})
    (finding,) = checks.city_sum({}, replace(city, allotments={"8.2.14": none}))
    assert finding.values["total"] == "0"


def test_a_plan_without_the_key_result_adds_nothing(city: City) -> None:
    plans = all_plans(ดุสิต=65)
    plans["1001"] = plan(district="พระนคร")
    (finding,) = checks.city_sum(plans, city)
    assert finding.values["total"] == "105"
