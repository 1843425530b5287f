"""What a workbook remembers of the cells that were filled in for its officer."""

from typing import Any

import pytest

from generator.model.form import Rows
from generator.model.handout.marks import Mark, fingerprint, given_columns, keyed, marks_of
from generator.model.plan.indicators import Condition, Scoring
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import prefilled
from generator.model.plan.projects import Project
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.prose import Prose, Run
from generator.model.quantities import Value


def row(sheet: type[Any], **values: Any) -> Any:
    return sheet(**values)


def mark(**values: Any) -> str:
    (name, value) = next(iter(values.items()))
    return fingerprint(Measure.COLUMNS[name], value)


def test_a_number_is_the_same_however_it_is_grouped() -> None:
    assert mark(target=Value.of(1200)) == mark(target=Value.of("1200"))
    assert mark(target=Value.of(1200)) != mark(target=Value.of(1201))
    assert mark(target=Value()) == "" == mark(name="")


def test_a_format_is_part_of_what_was_filled_in() -> None:
    plain, bold = Prose.of("ก"), Prose(((Run("ก", bold=True),),))
    assert mark(definition=plain) != mark(definition=bold)
    assert mark(definition=Prose.of("ก\nข")) != mark(definition=Prose.of("กข"))


def test_rows_without_a_key_are_named_by_what_they_belong_to() -> None:
    texts = [row(Condition, indicator="1.1", text=Prose.of(text)) for text in "กข"]
    assert list(keyed(Condition, texts)) == ["1.1", "1.1 #2"]
    assert list(keyed(Scoring, [row(Scoring, indicator="1.1", level=5), row(Scoring, indicator="1.1", level=4)])) == [
        "1.1 5",
        "1.1 4",
    ]


def test_rows_whose_key_nobody_can_read_have_no_name() -> None:
    assert keyed(Measure, [row(Measure, name="ก")]) == {}


@pytest.mark.parametrize("again", [False, True])
def test_a_node_of_the_strategy_is_named_by_its_code_or_its_place(again: bool) -> None:
    below = [("วัตถุประสงค์", ""), ("KR", "1"), ("กลยุทธ์", "1.5.4"), ("KPI", "1.5.4.1"), ("วัตถุประสงค์", ""), ("KR", "1")]
    nodes = [("ยุทธศาสตร์", "1"), ("ยุทธศาสตร์ย่อย", "1.5"), *below]
    if again:  # another strategy above it moves nothing
        nodes = [("ยุทธศาสตร์", "0"), ("ยุทธศาสตร์ย่อย", "0.1"), ("วัตถุประสงค์", ""), *nodes]
    found = list(keyed(StrategyNode, [row(StrategyNode, level=level, code=code) for level, code in nodes]))
    assert found[-8:] == [
        "ยุทธศาสตร์ 1",
        "ยุทธศาสตร์ย่อย 1.5",
        "ยุทธศาสตร์ย่อย 1.5 / วัตถุประสงค์",
        "ยุทธศาสตร์ย่อย 1.5 / วัตถุประสงค์ / KR 1",
        "กลยุทธ์ 1.5.4",
        "KPI 1.5.4.1",
        "ยุทธศาสตร์ย่อย 1.5 / วัตถุประสงค์ #2",
        "ยุทธศาสตร์ย่อย 1.5 / วัตถุประสงค์ / KR 1 #2",
    ]


def test_handles_of_projects_are_nobodys_facts() -> None:
    marks = list(marks_of(prefilled(None, 2568)))
    assert Project.NAME not in {mark.sheet for mark in marks}
    assert ("ด้าน", "1", "", "") in marks and len({mark[:3] for mark in marks}) == len(marks)
    assert {mark.column for mark in marks_of(Rows({Measure: [row(Measure, code="1.1.01", unit="คน")]}))} == {
        "",
        "หน่วยนับ",
    }


def test_each_format_is_a_mark_of_its_own() -> None:
    """So they were written into workbooks that are with their officers now: none may change."""
    styles = ({}, {"bold": True}, {"italic": True}, {"underline": True})
    assert [mark(definition=Prose(((Run("ก", **style), Run("ข")),))) for style in styles] == [
        "3c81d48b693c4248", "203b45499a5d9c75", "afbd2b959c941e93", "7fbb6260ba176d6c",
    ]  # fmt: skip
    assert mark(definition=Prose.of("ก\nข")) == "884050b7594cf761"
    assert mark(name="ก") == mark(definition=Prose.of("ก"))


def test_rows_that_nothing_names_are_passed_over() -> None:
    assert list(keyed(Measure, [row(Measure, name="ก"), row(Measure, code="1.1.01")])) == ["1.1.01"]
    nodes = [row(StrategyNode, level="ไม่รู้จัก", code="1"), row(StrategyNode, level="ยุทธศาสตร์", code="2")]
    assert list(keyed(StrategyNode, nodes)) == ["ยุทธศาสตร์ 2"]


def test_the_settings_are_one_row_without_a_name() -> None:
    settings = row(PlanSettings, weight=70, director="ก")
    assert list(marks_of(Rows({PlanSettings: [settings]}))) == [
        Mark("ตั้งค่า", "", "", ""),
        Mark("ตั้งค่า", "", PlanSettings.COLUMNS["weight"].header, "ff5a1ae012afa5d4"),
    ]


def test_what_names_a_row_is_nothing_that_is_given_in_it() -> None:
    assert list(given_columns(Scoring)) == [name for name in Scoring.COLUMNS if name not in ("indicator", "level")]
    assert "code" not in given_columns(Measure)
