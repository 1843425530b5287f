"""The sample plan holds the published facts, its references resolve, and it survives its workbook."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest

from generator.model.cell import Cell, Scalar
from generator.model.form import Rows
from generator.model.kinds import Text
from generator.model.kr.definition import FORMULA
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.controls import ControlTotal, Correction
from generator.model.plan.projects import AGENCY, CITY, HIDDEN, ROUTINE
from generator.model.plan.strategy import KPI, KR, RANKS, TACTIC
from generator.model.prose import Prose, Run
from generator.thai.dates import FISCAL_MONTHS, MONTHS, MONTHS_SHORT
from generator.workbook.blank import write_workbook
from generator.workbook.reader import read_workbook
from tests.sources import source_modules

PUBLISHED: Final = {CITY: (3, 2_694_800), AGENCY: (39, 35_254_295), ROUTINE: (44, 59_752_455)}
"""Projects and baht of each part, added up from the rows of the publication."""
OF_DIMENSIONS: Final = {
    1: (12, 2_068_500),
    2: (3, 0),
    3: (1, 0),
    4: (5, 0),
    5: (1, 7_502_895),
    6: (14, 25_682_900),
    7: (1, 0),
    8: (2, 0),
}
OF_DIVISIONS: Final = {
    "ฝ่ายปกครอง": (5, 1_422_850),
    "ฝ่ายโยธา": (9, 31_869_000),
    "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล": (5, 3_586_405),
    "ฝ่ายการศึกษา": (13, 11_785_900),
    "ฝ่ายการคลัง": (2, 0),
    "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม": (10, 11_088_300),
}
TABLE_POLICY: Final = [
    *("7", "70", "0.325", "1", "10", "3", "81.958"),
    *("0.445", "0.257", "0.453", "0.289", "0.630", "0.380", "73.751"),
    *("7", "1", "310", "100", "75", "3,000", "3", "1.53", "1,324.92", "100", "6,002,000"),
    *("1", "1", "7", "1", "1", "51", "5"),
]
"""The indicators of the projects in ตาราง ง from top to bottom; those of 13 schools and 6 grounds stand once."""
TARGETS: Final = {
    "1.1.01": "479", "1.1.03": "10,500", "1.1.ก": "312.205", "1.2.01": "700", "1.2.05": "120", "1.3.07": "52",
    "1.3.ก": "2", "1.4.05": "112", "1.4.06": "3,700", "1.4.07": "ขุดลอกคลอง 150 กม. เปิดทางน้ำไหล 1,500 กม.",
    "2.1.01": "92", "2.1.02": "50", "2.1.07": "139", "2.1.20": "18,878", "3.2.04": "100", "3.2.ก": "75",
    "4.1.01": "200,000", "4.1.05": "153", "4.1.10": "123.598", "4.2.09": "3,000", "4.2.16": "100", "5.1.21": "80",
    "6.1.06": "89", "6.1.31": "275", "7.1.ก": "690", "7.2.05": "50", "8.1.05": "66", "8.1.07": "45",
    "8.3.08": "341,530,000", "8.3.10": "2,010", "9.1.ก": "N/A",
}  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> Iterator[Rows]:
    """Build the records as the program beside them does."""
    with source_modules() as source:
        yield source("plan_2567").rows()


@pytest.fixture(scope="module")
def book(rows: Rows) -> PlanBook:
    return PlanBook.of(rows)


def test_each_part_has_the_projects_and_the_money_of_its_rows(book: PlanBook) -> None:
    found = {part: (len(book.leaves(part)), book.total(part)) for part in PUBLISHED}
    assert found == PUBLISHED


def test_part_two_adds_up_in_each_dimension(book: PlanBook) -> None:
    dimension = {
        support.project: int(support.served.split()[1][0])
        for support in reversed(book.supports)
        if support.served.startswith("OKR")
    }
    found: dict[int, tuple[int, Decimal]] = defaultdict(lambda: (0, Decimal(0)))
    for project in book.leaves(AGENCY):
        number = dimension[project.code if project.code in dimension else project.parent]
        count, money = found[number]
        found[number] = count + 1, money + (project.budget.number or 0)
    assert found == OF_DIMENSIONS


def test_part_three_adds_up_in_each_division(book: PlanBook) -> None:
    found: dict[str, tuple[int, Decimal]] = defaultdict(lambda: (0, Decimal(0)))
    for project in book.leaves(ROUTINE):
        count, money = found[project.division]
        found[project.division] = count + 1, money + (project.budget.number or 0)
    assert found == OF_DIVISIONS


def test_what_was_published_is_kept_to_be_compared(rows: Rows, book: PlanBook) -> None:
    controls = {control.scope: control for control in rows.of(ControlTotal)}
    assert controls["ส่วนที่ ๑"].budget.number == book.total(CITY)
    assert controls["ส่วนที่ ๓"].budget.number == book.total(ROUTINE)
    second = controls["ส่วนที่ ๒"]
    assert (second.budget.text, second.count) == ("35,294,295", 38)
    assert second.budget.number is not None and second.budget.number - book.total(AGENCY) == 40_000


def test_the_sports_grounds_are_parts_of_school_works(book: PlanBook) -> None:
    grounds = [project for project in book.projects if project.part_of]
    assert len(grounds) == 6 and len({ground.parent for ground in grounds}) == 1
    schools = {book.by_code[ground.part_of].parent for ground in grounds}
    assert [book.by_code[school].policies for school in schools] == [("P236",)]
    assert book.by_code[grounds[0].parent].policies == ("P114",)
    assert all(not ground.name and not ground.budget for ground in grounds)


def test_one_row_stands_in_the_policy_table_only(book: PlanBook) -> None:
    assert [project.name for project in book.projects if project.policy_table_only] == ["เปิดทางน้ำไหล คลอง (กม.)"]


def test_every_code_is_used_once(rows: Rows) -> None:
    for sheet in PLAN_FORM.sheets:
        if key := sheet.key():
            repeated = [
                code for code, count in Counter(getattr(row, key) for row in rows.of(sheet)).items() if count > 1
            ]
            assert not repeated, sheet.NAME
    pairs = Counter((support.project, support.served) for support in PlanBook.of(rows).supports)
    assert set(pairs.values()) == {1}


def test_every_reference_resolves(book: PlanBook) -> None:
    divisions = {name for row in book.divisions for name in (row.name, row.short, *row.others)}
    works = {(work.division, work.name) for work in book.works}
    agencies = {agency.short for agency in book.agencies}
    objectives = {objective.code for objective in book.objectives}
    served = (
        {f"OKR {measure.code}" for measure in book.measures}
        | {f"KPI {node.code}" for node in book.strategy if node.level == KPI}
        | {f"ค {indicator.code}" for indicator in book.negotiated}
        | {f"ฉ {indicator.code}" for indicator in book.component_indicators}
    )
    negotiated = {indicator.code for indicator in book.negotiated}
    for project in book.projects:
        assert {project.parent, project.part_of} - {""} <= book.by_code.keys()
        assert project.division in divisions or (not project.division and book.by_code[project.parent].division)
        assert not project.work or (project.division, project.work) in works
    assert {work.division for work in book.works} <= divisions
    assert {support.served for support in book.supports} <= served
    assert {support.project for support in book.supports} <= book.by_code.keys()
    assert {step.project for step in book.steps} <= book.by_code.keys()
    assert {definition.owner for definition in book.definitions} <= served
    assert {row.indicator for row in (*book.scoring, *book.conditions)} <= negotiated
    for measure in book.measures:
        assert (measure.objective or measure.code[:3]) in objectives, measure.code
        assert {measure.host, *measure.supporters} - {""} <= agencies
        assert bool(measure.host) is bool(measure.target), measure.code
    for node in book.strategy:
        assert {*node.hosts, *node.supporters} <= agencies
    assert {indicator.agency for indicator in book.component_indicators} <= agencies
    assert {int(indicator.code[0]) for indicator in book.component_indicators} == {
        row.number for row in book.components
    }
    assert {int(objective.code[0]) for objective in book.objectives} == {row.number for row in book.dimensions}


def test_every_project_serves_what_its_part_asks_for(book: PlanBook) -> None:
    by_project = defaultdict(set)
    for support in book.supports:
        by_project[support.project].add(support.served.split()[0])
    for project in book.projects:
        kinds = by_project[project.code] | by_project[project.parent]
        assert project.part != CITY or "KPI" in kinds, project.code
        assert project.part != AGENCY or "OKR" in kinds, project.code


def test_every_project_of_part_one_can_be_printed_in_full(book: PlanBook) -> None:
    for project in book.leaves(CITY):
        assert project.fund and re.fullmatch(r"\d{6}", project.strategy) and project.budget.number


def test_no_sub_project_has_sub_projects(book: PlanBook) -> None:
    assert not [code for code in book.children if book.by_code[code].parent]


def test_the_tree_of_the_city_is_whole(book: PlanBook) -> None:
    for above, below in pairwise(book.strategy):
        assert RANKS[below.level] - RANKS[above.level] <= 1
    assert [node.code for node in book.strategy if node.level in (KR, TACTIC, KPI)] == [
        "1", "1.5.4", "1.5.4.1", "1", "3.1.1", "3.1.1.4", "2", "3.1.2", "3.1.2.1",
    ]  # fmt: skip


def test_the_targets_are_those_of_the_city(book: PlanBook) -> None:
    assert {measure.code: measure.target.text for measure in book.measures if measure.target} == TARGETS
    official = [measure for measure in book.measures if measure.target and measure.code[-1].isdigit()]
    assert [measure.code for measure in official if not measure.starred] == ["3.2.04"]
    assert sum(not measure.target for measure in book.measures) == 29


def test_the_policy_table_keeps_its_own_figures(book: PlanBook) -> None:
    shown = [support.kpi.text for support in book.supports if support.shown != HIDDEN and support.kpi]
    assert shown == TABLE_POLICY
    lamps = next(measure for measure in book.measures if measure.code == "2.1.20")
    assert "13,000" in lamps.policy_target and "18,878" in lamps.policy_target


def test_only_a_row_of_sub_projects_shows_no_indicator_of_its_own(book: PlanBook) -> None:
    bare = [support.project for support in book.supports if support.shown != HIDDEN and not support.kpi]
    assert len(bare) == 1
    own = {support.project for support in book.supports if support.kpi}
    assert {child.code for child in book.children[bare[0]]} <= own


def test_the_weights_add_up_to_the_component(book: PlanBook) -> None:
    assert sum(indicator.weight or 0 for indicator in book.negotiated) == book.settings.weight == 70


def test_the_points_fall_from_the_weight_level_by_level(book: PlanBook) -> None:
    for indicator in book.negotiated:
        levels = [level for level in book.scoring if level.indicator == indicator.code]
        assert [level.level for level in levels] == [5, 4, 3, 2, 1]
        points = [level.points.number for level in levels if level.points.number is not None]
        assert len(points) == 5 and all(above > below for above, below in pairwise(points))
        assert points[0] == indicator.weight
        assert [level.criterion.number for level in levels] == [100, 80, 60, 40, 20]
        assert all(level.work for level in levels)


def test_every_indicator_is_defined_measured_and_proven(book: PlanBook) -> None:
    parts = defaultdict(set)
    for definition in book.definitions:
        parts[definition.owner].add(definition.part)
        whole = definition.numerator and definition.denominator if definition.style == FORMULA else definition.text
        assert whole, definition
    for indicator in book.negotiated:
        assert {"นิยาม", "วิธีคำนวณ", "หลักฐาน"} <= parts[f"ค {indicator.code}"]
    for node in book.strategy:
        assert node.level != KPI or {"นิยาม", "ค่าเป้าหมาย", "วิธีคำนวณ"} == parts[f"KPI {node.code}"]


def test_the_steps_of_each_project_make_the_whole_work(book: PlanBook) -> None:
    shares: dict[str, Decimal] = defaultdict(Decimal)
    for step in book.steps:
        shares[step.project] += step.share or 0
        fiscal = [FISCAL_MONTHS.index(MONTHS_SHORT[month - 1]) for month in (step.first, step.last or step.first)]
        assert fiscal == sorted(fiscal), step
        assert step.typed_sum in (None, shares[step.project]), step
    assert set(shares.values()) == {100}
    assert len(shares) >= 6
    order = [project.code for project in book.projects]
    assert list(shares) == sorted(shares, key=order.index)


def test_a_month_in_the_text_of_a_step_is_that_of_its_arrow(book: PlanBook) -> None:
    told = [(step, re.search(r"ประจำเดือน(\S+) \[", step.text.plain)) for step in book.steps]
    months = [(MONTHS.index(found[1]) + 1, step.first) for step, found in told if found]
    assert len(months) == 12
    assert all(text == arrow for text, arrow in months)


def test_the_steps_show_short_and_long_arrows(book: PlanBook) -> None:
    assert any(step.first == 10 and step.last == 9 for step in book.steps)
    assert any(step.first and not step.last for step in book.steps)


def test_every_decision_tells_both_readings_and_why(rows: Rows) -> None:
    corrections = rows.of(Correction)
    assert len(corrections) >= 33
    assert all(row.where and row.one and row.used and row.reason for row in corrections)
    named = " ".join(row.one.plain + row.other.plain for row in corrections)
    for reading in ("35,294,295", "485,500", "43,300", "8.1.08", "8.1.10", "13,000", "175,780", "(ถ้ามี)", ":90"):
        assert reading in named, reading


def test_no_web_address_has_thai_digits(rows: Rows) -> None:
    texts = [text for sheet in PLAN_FORM.sheets for row in rows.of(sheet) for text in _texts(sheet.COLUMNS, row)]
    addresses = [address for text in texts for address in re.findall(r"https?://\S+", text)]
    assert len(addresses) >= 4
    assert not [address for address in addresses if re.search("[๐-๙]", address)]


def _texts(columns: object, row: object) -> Iterator[str]:
    assert isinstance(columns, dict)
    for name in columns:
        value = getattr(row, name)
        if isinstance(value, str | Prose):
            yield str(value)


def test_no_word_keeps_a_scar_of_the_scan(rows: Rows) -> None:
    scars = "ไม่เทรอม|ไม่เทรรม|คัดแขก|ปลุกต้นไม้|สวน 15 ไร่|รฐานข้อมูล|ฝ่ายเทคนิค|โคกอน|โคกนอน|เปอร์เซนต์|หน้าท่วม|หาบเร่ง|ราษฎร์บุรณะ"
    for sheet in PLAN_FORM.sheets:
        if sheet is not Correction:
            for row in rows.of(sheet):
                for text in _texts(sheet.COLUMNS, row):
                    assert not re.search(scars, text), text


def test_every_cell_means_what_was_typed_into_it(rows: Rows) -> None:
    for sheet in PLAN_FORM.sheets:
        for row in rows.of(sheet):
            for name, column in sheet.COLUMNS.items():
                value = getattr(row, name)
                typed = column.kind.typed(value)
                if typed is None:
                    assert value == column.kind.empty(), (sheet.NAME, name)
                    continue
                found = column.kind.parse(_cell(typed), _no_remark)
                assert found == value, (sheet.NAME, name, value)
                assert not (isinstance(column.kind, Text) and "[" in str(value)), (sheet.NAME, name, value)


def _cell(typed: Scalar | Prose) -> Cell:
    if not isinstance(typed, Prose):
        return Cell(1, 1, float(typed) if isinstance(typed, int) and not isinstance(typed, bool) else typed)
    formatted = any(run != Run(run.text) for paragraph in typed.paragraphs for run in paragraph)
    runs = [run for paragraph in typed.paragraphs for run in (*paragraph, Run("\n"))][:-1]
    return Cell(1, 1, typed.plain, runs=tuple(runs) if formatted else ())


def _no_remark(*_: object, **__: object) -> None:
    raise AssertionError("a cell of the sample should need no remark")


def test_the_workbook_gives_back_what_was_written(rows: Rows, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_workbook(path, PLAN_FORM, rows)
    reading = read_workbook(path, PLAN_FORM)
    assert [finding.message("th") for finding in reading.findings if finding.is_error] == []
    for sheet in PLAN_FORM.sheets:
        assert list(reading.rows.of(sheet)) == list(rows.of(sheet)), sheet.NAME
