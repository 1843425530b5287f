"""What workbooks say of each other."""

from typing import Any

from generator.model.city import Allotment
from generator.model.facts import City, KrFacts, PlanFacts, folded
from generator.model.finding import Finding, Place, Severity
from generator.model.form import Rows
from generator.model.kr.book import KrBook
from generator.model.kr.key_result import KeyResult, Status
from generator.model.kr.settings import Settings
from generator.model.plan.book import PlanBook
from generator.model.plan.lists import AgencyName
from generator.model.plan.measures import Measure
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.model.rules.workbook_rules import DAMAGED


def allotment(okr: str, name: str = "ก") -> Allotment:
    values: dict[str, Any] = dict.fromkeys(("objective", "objective_name", "agency", "host", "share_name"), "")
    key_result = KeyResult(code=okr.replace(".", ""), name=name)
    return Allotment(okr=okr, key_result=key_result, year=2568, supporters=(), meaning=(), shares={}, **values)


def kr(workbook: str, *okrs: str, agency: str = "สำนักพัฒนาสังคม", year: int = 2568, settled: str = "") -> KrFacts:
    given = tuple(allotment(okr, f"{workbook} {number}") for number, okr in enumerate(okrs))
    return KrFacts(
        workbook=workbook, agency=agency, year=year, allotments=given, settled=frozenset(settled.split()),
    )  # fmt: skip


def test_a_plan_knows_its_agencies_by_their_short_names() -> None:
    rows = {
        PlanSettings: [PlanSettings(year=2568, status=str(Status.DRAFT))],
        AgencyName: [AgencyName(short="ส พ ส.", name="สำนัก"), AgencyName(short="ก."), AgencyName(name="ไม่มีชื่อย่อ")],
        Measure: [Measure(code="8.2.14", target=Value.of(1))],
    }
    facts = PlanFacts.of(PlanBook.of(Rows(rows)), "ก.xlsx")
    assert (facts.workbook, facts.district, facts.year, facts.status) == ("ก.xlsx", None, 2568, "ร่าง")
    assert (facts.measures, facts.agencies) == ((Measure(code="8.2.14", target=Value.of(1)),), {"สพส.": "สำนัก"})
    assert [facts.agency(short) for short in ("สพส.", " สพส .", "ก.")] == ["สำนัก", "สำนัก", ""]
    assert facts.is_draft and facts.place == Place("ก.xlsx", "ตัววัด")


def test_a_key_result_is_settled_once_it_is_no_draft_and_has_no_error() -> None:
    final = str(Status.READY)
    rows = {
        Settings: [Settings(agency="สำนัก", year=2568)],
        KeyResult: [
            KeyResult(code="8214", status=final),
            KeyResult(code="8215", status=str(Status.DRAFT)),
            KeyResult(code="8216", status=final),
            KeyResult(code="8217", status=final),
            KeyResult(status=final),
        ],
    }
    error = Finding(DAMAGED, "ก.xlsx", document="8216")
    warning = Finding(DAMAGED, "ก.xlsx", document="8217", severity=Severity.WARNING)
    book = KrBook.of(Rows(rows))
    facts = KrFacts.of(book, "ก.xlsx", [error, warning])
    assert (facts.workbook, facts.agency, facts.year) == ("ก.xlsx", "สำนัก", 2568)
    assert facts.settled == {"8.2.14", "8.2.17"}
    assert [one.okr for one in facts.allotments] == ["8.2.14", "8.2.15", "8.2.16", "8.2.17"]
    assert KrFacts.of(book, "ก.xlsx", [Finding(DAMAGED, "ก.xlsx")]).settled == frozenset(), "an error of the whole"


def test_of_two_workbooks_with_the_same_key_result_the_first_counts() -> None:
    one = kr("ก.xlsx", "8.2.14", "8.2.15", "8.2.14", settled="8.2.14 8.2.15")
    old = kr("เก่า.xlsx", "9.1.01", year=2567, settled="9.1.01")
    other = kr("ข.xlsx", "8.2.14", "8.3.08", agency="สำนัก พัฒนาสังคม", settled="8.2.14 8.3.08")
    third = kr("ค.xlsx", "8.2.15", agency="สำนักเทศกิจ", settled="8.2.15")
    city = City.of([old, one, other, third], 2568)
    assert {okr: given.name for okr, given in city.allotments.items()} == {
        "8.2.14": "ก.xlsx 0",
        "8.2.15": "ก.xlsx 1",
        "8.3.08": "ข.xlsx 1",
    }
    assert (city.year, city.settled) == (2568, {"8.2.14", "8.2.15", "8.3.08"})
    assert list(city.books_of("สำนักพัฒนาสังคม ")) == ["ก.xlsx", "ข.xlsx"]
    assert list(city.books_of("สำนักเทศกิจ")) == ["ค.xlsx"]
    assert list(city.books_of("สำนักอื่น")) == [] == list(city.books_of(""))


def test_what_was_settled_by_a_later_workbook_alone_is_not_settled() -> None:
    city = City.of([kr("ก.xlsx", "8.2.14"), kr("ข.xlsx", "8.2.14", settled="8.2.14")], 2568)
    assert city.settled == set()


def test_without_a_year_there_is_no_city() -> None:
    city = City.of([kr("ก.xlsx", "8.2.14", year=0, agency="")], 0)
    assert not city.allotments and not city.books
    nameless = City.of([kr("ก.xlsx", "8.2.14", agency="")], 2568)
    assert list(nameless.books_of("")) == [], "a workbook that names no agency is nobody's"


def test_names_are_compared_however_they_are_typed() -> None:
    assert folded(" ฝ่าย  ๑ ") == "ฝ่าย1"
