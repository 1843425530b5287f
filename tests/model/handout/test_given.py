"""What the city gives to a district, and what it is told of its own workbooks on the way."""

from typing import Any

import pytest

from generator.model.city import Allotment, Share
from generator.model.districts import District, find_district
from generator.model.finding import Finding, Place
from generator.model.form import Rows
from generator.model.handout.given import Given, meaning
from generator.model.kr.definition import MEANING, Definition
from generator.model.kr.key_result import KeyResult
from generator.model.plan.indicators import Condition, Negotiated
from generator.model.plan.lists import AgencyName, Division, Objective
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project
from generator.model.plan.settings import PlanSettings
from generator.model.prose import Prose
from generator.model.quantities import Value
from generator.model.sheet import Origin, Sheet

KR_CELL = Origin("kr.xlsx", "KR", 4, {"code": (0, 2)})
CITY_CELLS = Origin("เมือง.xlsx", "ตัววัด", 7, {name: (0, column) for column, name in enumerate(Measure.COLUMNS, 1)})


def district(name: str) -> District:
    found = find_district(name)
    assert found is not None
    return found


DUSIT, PHASI = district("ดุสิต"), district("ภาษีเจริญ")


def allotment(code: str = "8214", **values: Any) -> Allotment:
    """Return what a KR workbook gives for one key result; `share` is what it gives to ดุสิต."""
    share = values.pop("share", 40)
    facts = {name: values.pop(name) for name in ("name", "target", "unit", "supported_by_districts") if name in values}
    given = {DUSIT.code: Share(target=Value.of(share), place=Place("kr.xlsx", "แนบ 8214", "C5"))} if share else {}
    origin = values.pop("origin", KR_CELL)
    all_values: dict[str, Any] = {
        "objective": f"{code[0]}.{code[1]}", "objective_name": "สนับสนุน", "agency": "สำนักพัฒนาสังคม",
        "host": "สำนักพัฒนาสังคม", "supporters": (), "meaning": (), "shares": given, "share_name": "", **values,
    }  # fmt: skip
    key_result = KeyResult(origin=origin, code=code, **{"name": "จำนวนคน", "unit": "คน", **facts})
    return Allotment(okr=f"{code[0]}.{code[1]}.{code[2:]}", key_result=key_result, year=2568, **all_values)


def given(*allotments: Allotment, words: tuple[str, ...] = (), **rows: Any) -> Given:
    """Return what is given by these KR workbooks and the rows of the city's, by the name of their sheet."""
    sheets: tuple[type[Sheet], ...] = (AgencyName, Division, Measure, Objective, PlanSettings, Negotiated, Condition)
    city = Rows({sheet: rows[sheet.__name__] for sheet in (*sheets, Project) if sheet.__name__ in rows})
    return Given(allotments, city, words)


def measures(city: Given, of: District = DUSIT) -> dict[str, Measure]:
    return {row.code: row for row in city.rows_for(of).of(Measure)}


def said(findings: Any) -> list[tuple[str, str, str, dict[str, object]]]:
    found: list[Finding] = list(findings)
    return [(one.rule.code, one.sheet, one.cell, dict(one.values)) for one in found]


# ------------------------------------------------------------------------------------------------- names of agencies


def test_an_agency_is_named_by_its_abbreviation_in_the_citys_list_or_the_common_one() -> None:
    assert given().agency("สำนักพัฒนาสังคม") == "สพส." == given().agency("สพส.")
    own = given(AgencyName=[AgencyName(short="สพม.", name="สำนักพัฒนาสังคม")])
    assert own.agency("สำนักพัฒนาสังคม") == "สพม." == own.agency("สพม.")
    assert own.agency("สำนักเทศกิจ") == "สำนักเทศกิจ", "the city's list stands for the common one"


def test_hosts_without_an_abbreviation_are_told() -> None:
    told = given(
        allotment(host="สำนักใหม่"),
        allotment(),
        allotment(host=""),
        allotment(host="สนม."),
        allotment("8308", host="สำนัก"),
    )
    assert said(told.unnamed_agencies()) == [
        ("H605", "KR", "B4", {"name": "สำนักใหม่", "key": "8214"}),
        ("H605", "KR", "B4", {"name": "สำนัก", "key": "8308"}),
    ]


# ---------------------------------------------------------------------------------- words that keep their Arabic digits


def test_words_that_keep_their_digits_come_from_all_workbooks_each_once() -> None:
    city = given(words=("PM 2.5", "Net Zero"), PlanSettings=[PlanSettings(exceptions=("PM  ๒.๕", "COVID-19"))])
    assert city.exceptions == ("PM 2.5", "Net Zero", "COVID-19")
    (settings,) = city.rows_for(DUSIT).of(PlanSettings)
    assert (settings.exceptions, settings.weight) == (city.exceptions, None)


def test_settings_are_given_only_where_the_city_says_something() -> None:
    assert given(PlanSettings=[PlanSettings(year=2568)]).rows_for(DUSIT).of(PlanSettings) == ()
    (settings,) = given(PlanSettings=[PlanSettings(year=2568, weight=0)]).rows_for(DUSIT).of(PlanSettings)
    assert (settings.weight, settings.exceptions, settings.year) == (0, (), 0)


# --------------------------------------------------------------------------------------------------- rows of a district


def test_a_district_gets_the_citys_lists_and_nothing_of_other_sheets() -> None:
    rows = given(
        Division=[Division(name="ฝ่ายใหม่")],
        Negotiated=[Negotiated(code="1.1", name="ถนนสวย")],
        Condition=[],
        Project=[Project(code="ค001")],
    ).rows_for(DUSIT)
    assert {sheet: len(records) for sheet, records in rows.by_sheet.items()} == {Division: 1, Negotiated: 1}


def test_a_district_gets_the_key_results_that_concern_it_with_its_own_target() -> None:
    city = given(allotment(target=Value.of(100), supporters=("สำนักงานเขต", "สำนักเทศกิจ", "เขตอื่น", "สำนักงานเขต")))
    measure = measures(city)["8.2.14"]
    assert (measure.name, measure.target, measure.unit) == ("จำนวนคน", Value.of(100), "คน")
    assert (measure.district_target, measure.district_unit) == (Value.of(40), "")
    assert (measure.host, measure.supporters) == ("สพส.", ("สนข.", "สนท.", "เขตอื่น"))
    assert city.rows_for(DUSIT).of(Objective) == (Objective(code="8.2", name="สนับสนุน"),)
    assert city.rows_for(PHASI) == Rows(), "no part of it is theirs"
    own = given(allotment(supporters=("สำนักงานเขต",)), AgencyName=[AgencyName(short="ก.", name="กอง")])
    assert measures(own)["8.2.14"].supporters == ("สนข.",), "whatever the city's list has"


def test_what_a_share_counts_is_said_only_where_it_is_not_what_the_city_counts() -> None:
    city = given(allotment(unit="ร้อยละ", share_unit="ชุมชน"), Measure=[Measure(code="8.2.14")])
    assert measures(city)["8.2.14"].district_unit == "ชุมชน"
    theirs = measures(city, PHASI)["8.2.14"]
    assert (theirs.name, theirs.district_unit) == ("จำนวนคน", ""), "without a share there is nothing to count"
    assert measures(given(allotment(unit="ชุมชน", share_unit="ชุมชน")))["8.2.14"].district_unit == ""


def test_a_row_of_the_city_keeps_what_the_kr_workbook_does_not_say() -> None:
    row = Measure(
        code="8.2.14", name="เดิม", target=Value.of(90), unit="ราย", host="สยป.", supporters=("สนท.",), starred=True,
        definition=Prose.of("นิยามเดิม"), district_target=Value.of(7), district_unit="แห่ง",
    )  # fmt: skip
    silent = allotment(name="", unit="", host="", share=0)
    (kept,) = given(silent, Measure=[row]).rows_for(DUSIT).of(Measure)
    assert (kept.name, kept.target, kept.unit, kept.host) == ("เดิม", Value.of(90), "ราย", "สยป.")
    assert (kept.supporters, kept.definition, kept.starred) == (("สนท.",), Prose.of("นิยามเดิม"), True)
    assert (kept.district_target, kept.district_unit) == (Value(), ""), "the target of one district is not for all"
    speaking = allotment(
        target=Value.of(100), supporters=("สำนักงานเขต",), meaning=(Definition(kr="8214", text=Prose.of("ใหม่")),)
    )
    (said_so,) = given(speaking, Measure=[row]).rows_for(DUSIT).of(Measure)
    assert (said_so.name, said_so.target, said_so.unit, said_so.host) == ("จำนวนคน", Value.of(100), "คน", "สพส.")
    assert (said_so.supporters, said_so.definition.plain, said_so.starred) == (("สนข.",), "ใหม่", True)


def test_a_target_of_one_district_in_the_citys_workbook_is_given_to_nobody() -> None:
    row = Measure(code="1.1.01", name="ต้นไม้", district_target=Value.of(9), district_unit="แห่ง")
    (found,) = given(Measure=[row]).rows_for(DUSIT).of(Measure)
    assert (found.name, found.district_target, found.district_unit) == ("ต้นไม้", Value(), "")


def test_new_key_results_stand_behind_those_of_their_objective() -> None:
    rows = [Measure(code=code, name="ก") for code in ("1.1.01", "8.2.01", "8.3.01", "9.1.01")]
    city = given(allotment("8215"), allotment("8214"), allotment("9101"), Measure=rows)
    assert list(measures(city)) == ["1.1.01", "8.2.01", "8.2.14", "8.2.15", "8.3.01", "9.1.01"]
    first = given(allotment("1101"), allotment("1102"), Measure=rows[1:])
    assert list(measures(first)) == ["1.1.01", "1.1.02", "8.2.01", "8.3.01", "9.1.01"]


def test_objectives_take_the_name_of_the_kr_workbook_and_new_ones_are_added() -> None:
    own = [Objective(code="1.1", name="หนึ่ง"), Objective(code="8.2", name="เดิม"), Objective(code="8.4", name="คงเดิม")]
    city = given(
        allotment(), allotment("9101", objective_name="เก้า"), allotment("8308", objective_name="แปดสาม"),
        allotment("8401", objective_name=""), Objective=own,
    )  # fmt: skip
    assert [(row.code, row.name) for row in city.rows_for(DUSIT).of(Objective)] == [
        ("1.1", "หนึ่ง"), ("8.2", "สนับสนุน"), ("8.4", "คงเดิม"), ("8.3", "แปดสาม"), ("9.1", "เก้า"),
    ]  # fmt: skip


def test_the_meaning_of_a_key_result_is_all_its_paragraphs() -> None:
    rows = tuple(Definition(kr="8214", part=MEANING, text=Prose.of(text)) for text in ("ก", "ข"))
    assert meaning(allotment(meaning=rows)) == Prose.of("ก\nข")


# ------------------------------------------------------------------------------- what the two workbooks say differently


def test_what_city_and_kr_workbook_say_differently_is_told_with_its_cell() -> None:
    row = Measure(origin=CITY_CELLS, code="8.2.14", name="คน  ไทย", target=Value.of(90), unit="", host="สพส.")
    told = given(allotment(target=Value.of(100)), Measure=[row, Measure(code="1.1.01", name="ก")])
    assert said(told.differences()) == [
        (
            "H604",
            "ตัววัด",
            "C7",
            {"key": "8.2.14", "header": "ชื่อ", "city": "คน ไทย", "kr": "จำนวนคน", "other": "kr.xlsx"},
        ),
        ("H604", "ตัววัด", "E7", {"key": "8.2.14", "header": "ค่าเป้าหมาย", "city": "90", "kr": "100", "other": "kr.xlsx"}),
    ]


@pytest.mark.parametrize(
    ("typed", "header"),
    [
        ({"unit": "ราย"}, "หน่วยนับ"),
        ({"host": "สยป."}, "หน่วยงานหลัก"),
        ({"supporters": ("สยป.",)}, "หน่วยงานสนับสนุน"),
        ({"definition": Prose.of("อื่น")}, "นิยาม"),
    ],
)
def test_each_fact_of_a_key_result_is_compared(typed: dict[str, Any], header: str) -> None:
    full = allotment(supporters=("สำนักเทศกิจ",), meaning=(Definition(kr="8214", text=Prose.of("นิยาม")),))
    told = said(given(full, Measure=[Measure(code="8.2.14", **typed)]).differences())
    assert [values["header"] for _, _, _, values in told] == [header]


def test_a_target_of_the_district_is_no_difference() -> None:
    row = Measure(code="8.2.14", name="จำนวนคน", district_target=Value.of(3))
    assert said(given(allotment(), Measure=[row]).differences()) == []


def test_objectives_are_compared_by_their_name() -> None:
    place = Origin("เมือง.xlsx", "ประเด็น", 3, {"name": (0, 2)})
    own = [Objective(origin=place, code="8.2", name="อีกชื่อ"), Objective(code="8.3", name="ก")]
    told = given(allotment(), allotment("8308", objective_name=""), Objective=own)
    assert said(told.differences()) == [
        ("H604", "ประเด็น", "B3", {
            "key": "8.2", "header": Objective.COLUMNS["name"].header, "city": "อีกชื่อ", "kr": "สนับสนุน", "other": "kr.xlsx"
        }),
    ]  # fmt: skip


def test_long_texts_are_cut_where_they_are_compared() -> None:
    row = Measure(code="8.2.14", name="ก" * 60 + "ข")
    ((_, _, _, values),) = said(given(allotment(name="ค" * 60), Measure=[row]).differences())
    assert (values["city"], values["kr"]) == ("ก" * 60 + "…", "ค" * 60)


# ------------------------------------------------------------------------------------------------ districts left out


def test_districts_without_a_target_are_named_where_others_have_one() -> None:
    told = given(allotment(), allotment("8308", share=0))
    assert said(told.without_share([DUSIT, PHASI, district("บางแค")])) == [
        ("H603", "แนบ 8214", "", {"key": "8214", "names": "ภาษีเจริญ บางแค", "count": 2})
    ]
    assert said(told.without_share([DUSIT])) == []
