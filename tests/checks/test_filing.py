"""What a file and its folder are called is compared with the year in it."""

from pathlib import Path

import pytest

from generator.checks.filing import named_other_year
from generator.model.plan.settings import PlanSettings
from generator.model.sheet import Origin


def named(path: str, year: int = 2568) -> list[str]:
    origin = Origin("สมุด.xlsx", "ตั้งค่า", 0, {"year": (5, 3)})
    found = list(named_other_year(Path(path), PlanSettings(year=year, origin=origin)))
    assert all((finding.cell, finding.is_error) == ("C5", False) for finding in found)
    return [finding.message("th") for finding in found]


@pytest.mark.parametrize(
    "path",
    ["/งาน/1022-2568.xlsx", "/งาน/แผน ๒๕๖๘.xlsx", "/2567/แผน-2568.xlsx", "/2568/แผน.xlsx", "/งาน/แผน 2566-2570.xlsx",
     "/2567/งาน/แผน.xlsx", "/งาน/ที่ 25670.xlsx", "/งาน/2540.xlsx", "/งาน/แผน.xlsx"],
)  # fmt: skip
def test_a_name_of_this_year_or_of_none_is_no_fault(path: str) -> None:
    assert named(path) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/2568/1022-2567.xlsx", "ชื่อไฟล์ “1022-2567.xlsx” บอกปี 2567"),
        ("/แผน ๒๕๖๗/ก.xlsx", "ชื่อโฟลเดอร์ “แผน ๒๕๖๗” บอกปี 2567"),
        ("/2568/แผน 2569-2570.xlsx", "บอกปี 2570"),
    ],
)  # fmt: skip
def test_a_name_of_another_year_is_said_with_both_years(path: str, said: str) -> None:
    (message,) = named(path)
    assert said in message and message.endswith("2568")


def test_a_year_that_could_not_be_read_is_compared_with_nothing() -> None:
    assert named("/2567/ก.xlsx", 0) == []
