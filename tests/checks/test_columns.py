"""Which other column the texts of a column look like, and where the line is drawn."""

from typing import Any

import pytest

from generator.checks.columns import ReadColumn, like_refused, like_taken
from generator.model.form import Rows
from generator.model.plan.lists import Division, Work
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project
from generator.model.quantities import Value
from generator.model.rules.cell_rules import BAD_CODE
from generator.model.sheet import Origin, Sheet


def columns(sheet: type[Sheet], *rows: dict[str, Any]) -> dict[str, ReadColumn]:
    """Return the columns of a table as it was read; a value in a list is a text that its sheet refused."""
    cells = {name: (0, number) for number, name in enumerate(sheet.COLUMNS, 1)}
    records, refused = [], {}
    for number, row in enumerate(rows, 2):
        bad = {name: value[0] for name, value in row.items() if isinstance(value, list)}
        origin = Origin("ก.xlsx", sheet.NAME, number, cells, frozenset(bad))
        made: Any = sheet
        record = made(origin=origin, **{name: value for name, value in row.items() if name not in bad})
        records.append(record)
        for name, text in bad.items():
            place = record.place(name)
            refused[place.cell] = place.finding(BAD_CODE, text=text, example=text)
    return {name: ReadColumn(sheet, name, records, refused) for name in sheet.COLUMNS}


def name_of(column: ReadColumn | None) -> str:
    return column.name if column else ""


def test_a_column_knows_its_place_and_what_is_in_it() -> None:
    read = columns(Project, {"code": "ค001", "budget": Value.of(5)}, {"code": ["x"], "budget": Value("รอ")}, {})
    assert (read["code"].number, read["code"].letter, read["code"].header) == (1, "A", "รหัสโครงการ")
    assert (read["code"].filled, read["code"].texts) == (2, ["ค001", "x", ""])
    assert (read["budget"].filled, read["budget"].texts) == (2, ["", "รอ", ""])
    assert read["integrated"].texts == ["", "", ""], "a box holds no text"
    assert (read["division"].source, read["code"].source) == (Project.COLUMNS["division"].kind.source, None)


@pytest.mark.parametrize(("right", "found"), [(4, "unit"), (3, "")])
def test_four_of_five_texts_that_stand_beside_each_other_make_a_column(right: int, found: str) -> None:
    rows = [{"unit": unit, "target": Value(unit if number < right else "อื่น")} for number, unit in enumerate("กขคงจ")]
    read = columns(Measure, *rows)
    assert name_of(like_taken(read["target"], list(read.values()), Rows())) == found


@pytest.mark.parametrize(("right", "found"), [(4, "code"), (3, "")])
def test_four_of_five_texts_that_a_kind_takes_make_a_column(right: int, found: str) -> None:
    texts = [f"1.1.0{number}" if number < right else "อื่น" for number in range(5)]
    read = columns(Measure, *({"target": Value(text)} for text in texts))
    assert name_of(like_taken(read["target"], list(read.values()), Rows())) == found
    refused = columns(Measure, *({"objective": [text]} for text in texts))
    assert name_of(like_refused(refused["objective"], list(refused.values()), Rows())) == found


@pytest.mark.parametrize(("empty", "found"), [(1, "unit"), (2, "")])
def test_four_of_five_filled_cells_must_be_texts(empty: int, found: str) -> None:
    rows = [
        {"unit": unit, "target": Value(unit) if number >= empty else Value.of(5)} for number, unit in enumerate("กขคงจ")
    ]
    read = columns(Measure, *rows)
    assert name_of(like_taken(read["target"], list(read.values()), Rows())) == found


LISTS = Rows({Division: [Division(name=f"ฝ่าย{letter}", short=letter) for letter in "กขคงจ"], Work: [Work(name="งาน")]})


@pytest.mark.parametrize(("right", "found"), [(4, "division"), (3, "")])
def test_four_of_five_texts_that_a_list_has_make_a_column(right: int, found: str) -> None:
    texts = [letter if number < right else "อื่น" for number, letter in enumerate("กขคงจ")]
    read = columns(Project, *({"work": text} for text in texts))
    assert name_of(like_taken(read["work"], list(read.values()), LISTS)) == found
    refused = columns(Project, *({"part_of": [text]} for text in texts))
    assert name_of(like_refused(refused["part_of"], list(refused.values()), LISTS)) == found


def test_texts_of_which_its_own_list_has_one_in_five_are_right() -> None:
    texts = [*"กขคง", "งาน"]
    read = columns(Project, *({"work": text} for text in texts))
    assert like_taken(read["work"], list(read.values()), LISTS) is None
    bare = Rows({Division: LISTS.of(Division)})
    assert like_taken(read["work"], list(read.values()), bare) is None, "an empty list says nothing"


def test_the_nearest_column_that_takes_a_refused_text_is_meant() -> None:
    read = columns(Project, *({"parent": [f"ก{number}"], "name": f"ก{number}"} for number in range(5)))
    assert name_of(like_refused(read["parent"], list(read.values()), Rows())) == "name"
    codes = columns(Project, *({"budget": [f"ค00{number}"]} for number in range(5)))
    assert name_of(like_refused(codes["budget"], list(codes.values()), Rows())) == "part_of"
    assert like_refused(codes["budget"], [codes["budget"]], Rows()) is None


def test_an_empty_column_looks_like_none() -> None:
    read = columns(Measure, {"code": "1.1.01"}, {"code": "1.1.02"})
    assert like_taken(read["target"], list(read.values()), Rows()) is None


def test_a_column_of_whose_text_only_an_empty_cell_says_the_same_repeats_nothing() -> None:
    rows = [{"target": Value(text), "unit": text if text == "ก" else ""} for text in "กขคงจ"]
    read = columns(Measure, *rows)
    assert like_taken(read["target"], list(read.values()), Rows()) is None


def test_a_text_that_was_refused_for_another_reason_is_not_known() -> None:
    read = columns(Project, *({"parent": ["x"], "work": f"ก{number}"} for number in range(5)))
    unsaid = ReadColumn(Project, "parent", read["parent"].records, {})
    assert unsaid.texts == [""] * 5
    nameless = Rows({Division: [Division(name="ฝ่าย", others=()), Division()]})
    others = [read["division"], read["work"]]
    assert like_refused(unsaid, others, nameless) is None


def test_a_list_of_works_does_not_know_the_divisions_that_stand_in_it() -> None:
    lists = Rows({Work: [Work(division=f"ฝ่าย{letter}", name=f"งาน{letter}") for letter in "กขคงจ"]})
    for text, found in (("งาน", "work"), ("ฝ่าย", "")):
        read = columns(Project, *({"part_of": [text + letter]} for letter in "กขคงจ"))
        assert name_of(like_refused(read["part_of"], list(read.values()), lists)) == found
