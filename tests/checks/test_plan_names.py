"""Names that no list has, and what waits for confirmation: whose list counts, and how it is told."""

from dataclasses import replace
from typing import Any

import pytest

from generator.checks import plan_names
from generator.model.plan.carried import Carried
from generator.model.plan.lists import AgencyName, Division, Work
from generator.model.plan.projects import AGENCY, ROUTINE, Project
from generator.model.plan.strategy import KR, StrategyNode
from generator.model.plan.texts import PlanText
from generator.model.prose import Prose
from generator.model.sheet import Origin
from tests.planrows import book


def test_a_missing_text_is_told_in_the_sheet_as_it_is_called() -> None:
    called = replace(PlanText(part="คำนำ"), origin=Origin(sheet="ข้อความ (2)"))
    (finding,) = plan_names.missing_text(replace(book(), texts=[called]))
    assert finding.sheet == "ข้อความ (2)"


@pytest.mark.parametrize(("count", "named"), [(2, "1, 2"), (4, "1, 2, 3, 4"), (5, "1, 2, 3, 4 …")])
def test_up_to_four_things_are_named_that_wait(count: int, named: str) -> None:
    (finding,) = plan_names.unconfirmed(book(*(Carried(about=str(number)) for number in range(1, count + 1))))
    assert (finding.values["abouts"], finding.values["count"]) == (named, count)


def test_abbreviations_are_known_from_the_list_of_the_plan_or_that_of_the_city() -> None:
    def told(*agencies: AgencyName) -> list[object]:
        found = plan_names.wordings(book(PlanText(text=Prose.of("ร่วมกับ สฮฮ. และ สนย. ด้วย")), *agencies))
        return [finding.values["text"] for finding in found]

    assert told() == ["สฮฮ."]
    assert told(AgencyName(short="สฮฮ.")) == ["สนย."]


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({}, 1),
        ({"part": AGENCY}, 0),
        ({"division": "ไม่มี"}, 0),
        ({"work": ""}, 0),
        ({"work": "งาน ซ่อม"}, 1),
        ({"work": "งานซ่อม"}, 0),
        ({"work": "อื่น ๆ"}, 0),
    ],
)
def test_the_work_of_a_routine_project_is_compared_with_those_of_its_division(facts: Any, count: int) -> None:
    project: Any = {"code": "ค001", "name": "ก", "part": ROUTINE, "division": "โยธา", "work": "งานสวน"} | facts
    given = book(Division(name="โยธา"), Work(division="โยธา", name="งานซ่อม"), Project(**project))
    assert len(list(plan_names.unknown_work(given))) == count


def test_an_unknown_supporter_is_told_in_its_cell() -> None:
    (finding,) = plan_names.unknown_agency(book(StrategyNode(level=KR, supporters=("สนย.",))))
    assert finding.cell == "I1"
