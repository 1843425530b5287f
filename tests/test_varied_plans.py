"""The plans that are varied after the sample: whole, without errors, of one mind with themselves, each its own."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from generator.checks.plan import check
from generator.model.districts import DISTRICTS, District
from generator.model.form import Rows
from generator.model.kr.key_result import Status
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.controls import Correction
from generator.model.plan.projects import PARTS, ROUTINE, SHOWN, Step
from generator.model.plan.settings import PlanSettings
from generator.model.prose import Prose
from generator.thai.text import normal
from generator.workbook.reader import read_workbook
from tests.sources import source_modules

SHIPPED: Final = Path(__file__).parent.parent / "inputs" / "plans" / "2568"
TRUE_WARNINGS: Final = {"X327", "X330"}
"""A key result that no project of the district serves, and one that the city put under another objective."""


@pytest.fixture(scope="module")
def source() -> Iterator[Callable[[str], ModuleType]]:
    """Import modules of inputs/source."""
    with source_modules() as found:
        yield found


@pytest.fixture(scope="module")
def plans(source: Callable[[str], ModuleType]) -> Mapping[District, Rows]:
    """The records of all districts."""
    rows, place_of = source("plan_2568").rows, source("plan_2568.invented").place_of
    return {district: rows(place_of(district, 1)) for district in DISTRICTS}


@pytest.fixture(scope="module")
def books(plans: Mapping[District, Rows]) -> Mapping[District, PlanBook]:
    return {district: PlanBook.of(rows) for district, rows in plans.items()}


def texts(rows: Rows) -> Iterator[str]:
    """Yield every text of a plan."""
    for sheet in PLAN_FORM.sheets:
        for row in rows.of(sheet):
            for name in sheet.COLUMNS:
                value = getattr(row, name)
                if isinstance(value, str | Prose) and value:
                    yield str(value)


def plain(rows: Sequence[object]) -> list[str]:
    return [str(getattr(row, "text", "")) for row in rows]


def test_every_plan_is_ready_and_only_true_warnings_are_left(books: Mapping[District, PlanBook]) -> None:
    for district, book in books.items():
        findings = list(check(book))
        assert {finding.rule.code for finding in findings} <= TRUE_WARNINGS, district.name
        assert len(findings) <= 3
        assert not any(finding.is_error or finding.when_final for finding in findings)
        assert book.settings.status == Status.READY


def test_every_plan_is_as_full_as_the_sample(
    plans: Mapping[District, Rows], source: Callable[[str], ModuleType]
) -> None:
    sample = source("plan_2567").rows()
    counted = sum(len(PlanBook.of(sample).leaves(part)) for part in PARTS)
    for district, rows in plans.items():
        for sheet in PLAN_FORM.sheets:
            least = 0.5 if sheet is Correction else 0.8
            assert len(rows.of(sheet)) >= least * len(sample.of(sheet)), (district.name, sheet.NAME)
        assert 0.8 <= len(rows.of(Step)) / len(sample.of(Step)) <= 1.2, district.name
        assert 0.8 <= sum(len(PlanBook.of(rows).leaves(part)) for part in PARTS) / counted <= 1.2, district.name


def test_no_two_plans_agree(books: Mapping[District, PlanBook]) -> None:
    works = {
        district: {(project.name, project.budget.text) for project in book.leaves(ROUTINE) if project.budget}
        for district, book in books.items()
    }
    for one, other in combinations(works, 2):
        assert len(works[one] & works[other]) < 4, (one.name, other.name)
    for facts in (
        [book.settings.address for book in books.values()],
        [tuple(support.kpi.text for support in book.supports) for book in books.values()],
        [tuple((step.share, step.first, step.last) for step in book.steps) for book in books.values()],
        [book.total(PARTS[2]) for book in books.values()],
    ):
        assert len(set(facts)) == len(DISTRICTS)


def test_the_same_seed_gives_the_same_plan_and_another_seed_or_year_another(
    source: Callable[[str], ModuleType],
) -> None:
    rows, place_of = source("plan_2568").rows, source("plan_2568.invented").place_of
    district = DISTRICTS[0]
    first = rows(place_of(district, 1))
    assert list(texts(first)) == list(texts(rows(place_of(district, 1))))
    works = {project.name for project in PlanBook.of(first).leaves(ROUTINE)}
    for other in (rows(place_of(district, 2), seed=2), rows(place_of(district, 1), year=2569)):
        assert len(works - {project.name for project in PlanBook.of(other).leaves(ROUTINE)}) > 10


def test_draws_are_those_of_every_python(source: Callable[[str], ModuleType]) -> None:
    draw = source("plan_2568.chance").Chance(1, "ก")
    assert [draw.whole(1, 100) for _ in range(4)] == [71, 95, 47, 5]
    assert draw.mixed("กขคงจ") == ["ง", "จ", "ค", "ก", "ข"]
    assert str(draw.decimal("0.100", "0.900")) == "0.539"


def test_what_a_text_says_of_a_figure_is_what_the_tables_say(books: Mapping[District, PlanBook]) -> None:
    for district, book in books.items():
        told = "\n".join(plain(book.steps))
        names = {project.code: project.name for project in book.projects}
        shown = [row for row in book.supports if row.served.startswith("OKR ") and row.shown == SHOWN]
        reached = {names[row.project]: book.kpi_of(row)[0].text for row in shown}
        for project, words in (
            ("ปลูกต้นไม้ (ต้น)", "ทำแผนปลูก {} ต้น"),
            ("ขุดลอกท่อ (กม.)", "ความยาวรวม {} กม."),
            ("ติดตั้ง/ซ่อม ไฟฟ้าส่องสว่าง (ดวง)", "ติดตั้งและซ่อม {} ดวง"),
            ("พัฒนาถนนสวย (กม.)", "ระยะทาง {} กม."),
        ):
            said = re.search(words.replace("{}", "([0-9.,]+)"), told)
            assert said is None or said[1] == reached[project], district.name
        targets = {row.code: row.target.plain for row in book.negotiated}
        assert reached["ปลูกต้นไม้ (ต้น)"] in targets["1.1.2"] and reached["พัฒนาถนนสวย (กม.)"] in targets["1.1.1"]
        workers = reached["ค่าใช้จ่ายในการจ้างงานคนพิการเพื่อปฏิบัติงาน"]
        assert any(f"จ้างคนพิการ {workers} คน" in text for text in plain(book.definitions))
        schools = next(project for project in book.projects if project.name == "การปรับปรุงกายภาพโรงเรียน")
        assert f"ทั้ง {len(book.children[schools.code])} แห่ง" in told


def test_no_figure_of_the_earlier_plan_is_left_in_the_steps(
    plans: Mapping[District, Rows], source: Callable[[str], ModuleType]
) -> None:
    old = "\n".join(plain(source("plan_2567.steps").STEPS))
    words = source("plan_2568.steps")._OLD
    assert [word for word in words if word not in old] == []
    told = ["\n".join(plain(rows.of(Step))) for rows in plans.values()]
    for word in words:  # by chance a district or two want as much
        assert sum(word in steps for steps in told) < len(told) / 4, word


def test_each_district_has_the_target_that_the_agency_gives_it(
    books: Mapping[District, PlanBook], source: Callable[[str], ModuleType]
) -> None:
    food, money = source("kr_8214"), source("kr_8308")
    for district, book in books.items():
        for module, code, target in (
            (food, "8.2.14", food.FIGURES[district.name]),
            (money, "8.3.08", money.FIGURES[district.name][1]),
        ):
            measure = book.measure_of[code]
            assert measure.name == module.KEY_RESULT.name
            assert (measure.target, measure.unit, measure.host) == (
                module.KEY_RESULT.target, module.KEY_RESULT.unit, "สพส.",
            )  # fmt: skip
            assert measure.district_target.number == target and measure.definition
            served = [row for row in book.supports if row.served == f"OKR {code}"]
            assert [book.kpi_of(row)[0].number for row in served] == [target], (district.name, code)


def test_the_city_says_the_same_to_every_district(books: Mapping[District, PlanBook]) -> None:
    said = [
        [(measure.code, measure.name, measure.target, measure.unit, measure.host) for measure in book.measures]
        for book in books.values()
    ]
    assert all(measures == said[0] for measures in said)


def test_nobody_is_named_and_no_address_leads_anywhere(plans: Mapping[District, Rows]) -> None:
    made_up = re.compile("ตัวอย่าง|สมมติ|ต้นแบบ|แบบอย่าง|ทดลอง")
    for rows in plans.values():
        assert made_up.search(rows.of(PlanSettings)[0].director)
        found = [address for text in texts(rows) for address in re.findall(r"https?://[^/\s]+|www\.\S+", text)]
        assert set(found) == {"https://example.go.th"}


def test_every_text_is_typed_as_the_program_will_read_it(plans: Mapping[District, Rows]) -> None:
    lines = {line for rows in plans.values() for text in texts(rows) for line in text.split("\n")}
    assert [line for line in lines if normal(line) != line or re.search("[{}]", line)] == []


def test_the_shipped_plans_read_as_they_were_written(
    plans: Mapping[District, Rows], made: Callable[[Path], Path]
) -> None:
    shipped = sorted(SHIPPED.glob("*.xlsx"))
    assert len(shipped) == 3
    for path in shipped:
        reading = read_workbook(made(path), PLAN_FORM)
        assert reading.findings == []
        district = reading.rows.of(PlanSettings)[0].district
        assert district is not None and path.stem == f"{district.code}-{district.name}"
        for sheet in PLAN_FORM.sheets:
            assert list(reading.rows.of(sheet)) == list(plans[district].of(sheet)), (path.name, sheet.NAME)


def test_the_shipped_plans_are_of_three_groups_and_no_copies(books: Mapping[District, PlanBook]) -> None:
    shipped = [book for book in books.values() if (SHIPPED / f"{_stem(book)}.xlsx").exists()]
    assert len({book.settings.district.group for book in shipped if book.settings.district}) == 3
    for one, other in combinations(shipped, 2):
        for sheet in ("texts", "projects", "steps"):
            mine, theirs = (Counter(_said(row) for row in getattr(book, sheet)) for book in (one, other))
            shared = sum((mine & theirs).values()) / sum(mine.values())
            assert shared < 0.6, (_stem(one), _stem(other), sheet, shared)


def _stem(book: PlanBook) -> str:
    district = book.settings.district
    return f"{district.code}-{district.name}" if district else ""


def _said(row: object) -> str:
    return f"{getattr(row, 'name', '')}{getattr(row, 'text', '')}"
