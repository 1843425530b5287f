"""What headquarters adds up is what the plans print."""

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.model.city import Allotment, Share
from generator.model.districts import DISTRICTS
from generator.model.finding import Place
from generator.model.form import Rows
from generator.model.kr.key_result import DIMENSIONS, KeyResult
from generator.model.plan.book import PlanBook
from generator.model.plan.lists import Division
from generator.model.plan.measures import Measure
from generator.model.plan.projects import AGENCY, CITY, PARTS, ROUTINE, Project, Support
from generator.model.plan.settings import PlanSettings
from generator.model.quantities import Value
from generator.model.rollup.city import (
    MOST_DIVISIONS,
    NO_DIMENSION,
    NO_DIVISION,
    DistrictRow,
    Rollup,
    Sums,
    by_code,
    dimension_label,
)
from generator.model.rollup.matrix import Allotted, Figure, KrColumn, allotted_of, columns_of
from generator.model.rollup.plan import (
    LARGEST_TARGET,
    PART_OF,
    PARTLESS,
    POLICY_TABLE,
    SPLIT,
    OwnTarget,
    PartSum,
    PlanFigures,
    ProjectLine,
    bounded,
    figures_of,
)
from generator.model.sheet import Origin, Sheet
from generator.reading import read_and_check
from generator.thai.numerals import to_thai
from tests.miniplans import SAMPLE, folder_of, plan
from tests.test_sample_plan import OF_DIMENSIONS, OF_DIVISIONS, PUBLISHED


@pytest.fixture(scope="module")
def sample() -> Rollup:
    figures = figures_of(read_and_check(SAMPLE).book)
    assert figures.district is not None
    return Rollup(
        year=figures.year,
        districts=[DistrictRow(district=figures.district, workbook=SAMPLE, plan=figures)],
        columns=[],
        findings=[],
    )


def test_counts_and_budgets_of_the_parts_are_those_of_the_plan(sample: Rollup) -> None:
    assert dict(zip(PARTS, sample.parts, strict=True)) == {
        part: PartSum(count, Decimal(budget)) for part, (count, budget) in PUBLISHED.items()
    }
    assert sample.whole == PartSum(86, Decimal(2_694_800 + 35_254_295 + 59_752_455))


def test_the_listed_projects_add_up_to_the_same(sample: Rollup) -> None:
    found: dict[str, list[Decimal]] = defaultdict(list)
    for _, line in sample.lines:
        if not line.uncounted:
            found[line.part].append(line.budget or Decimal(0))
    assert {part: (len(budgets), sum(budgets)) for part, budgets in found.items()} == PUBLISHED


def test_budgets_by_dimension_group_and_division_are_those_of_the_plan(sample: Rollup) -> None:
    agency = PARTS.index(AGENCY)
    dimensions = {one.label: one.budgets[agency] for one in sample.by_dimension}
    assert dimensions == {dimension_label(number): OF_DIMENSIONS.get(number, (0, 0))[1] for number in range(10)}
    routine = PARTS.index(ROUTINE)
    divisions = {one.label: one.budgets[routine] for one in sample.by_division if one.budgets[routine]}
    assert divisions == {name: budget for name, (_, budget) in OF_DIVISIONS.items() if budget}
    for sums in (sample.by_dimension, sample.by_group, sample.by_division):
        totals = [sum(one.budgets[index] for one in sums) for index in range(len(PARTS))]
        assert totals == [part.budget for part in sample.parts]
    assert [one.label for one in sample.by_group if any(one.budgets)] == ["กธ.ใต้"]


def test_a_project_that_is_not_counted_says_why(tmp_path: Path) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan()})
    figures = figures_of(read_and_check(tmp_path / "1022.xlsx").book)
    assert {line.code: line.uncounted for line in figures.lines if line.uncounted} == {
        "ค002": SPLIT,
        "ค006": PART_OF,
        "ค008": POLICY_TABLE,
    }
    assert figures.parts == (PartSum(1, Decimal(1000)), PartSum(3, Decimal("570.50")), PartSum(1, Decimal(0)))
    lines = {line.code: line for line in figures.lines}
    assert (lines["ค007"].budget, lines["ค007"].words) == (None, "รอโอน")
    assert (lines["ค006"].name, lines["ค003"].parent, lines["ค003"].division) == ("อาหาร", "คลอง", "ฝ่ายโยธา")
    assert (lines["ค003"].dimension, lines["ค003"].served, lines["ค001"].dimension) == (1, "OKR 1.4.07", 0)
    assert (lines["ค005"].sheet, lines["ค005"].cell) == ("โครงการ", "E6")


def test_districts_stand_in_the_order_of_their_codes() -> None:
    assert [district.code for district in by_code()] == [str(code) for code in range(1001, 1051)]


def line(division: str = "", budget: int = 1, part: str = CITY, uncounted: str = "") -> ProjectLine:
    texts = dict.fromkeys(("code", "name", "parent", "words", "work", "fund", "policies", "strategy", "served"), "")
    return ProjectLine(
        **texts, part=part, budget=Decimal(budget), uncounted=uncounted, dimension=0, division=division,
        integrated=False, sheet="", cell="",
    )  # fmt: skip


def figures(
    *lines: ProjectLine, divisions: tuple[str, ...] = (), targets: tuple[OwnTarget, ...] = (), district: int = 0
) -> PlanFigures:
    return PlanFigures(
        district=by_code()[district], year=2568, status="ร่าง", parts=(PartSum(),) * 3, lines=lines,
        targets={target.okr: target for target in targets}, divisions=divisions,
    )  # fmt: skip


def rollup(*plans: PlanFigures) -> Rollup:
    rows = [DistrictRow(district=plan.district or DISTRICTS[0], workbook=SAMPLE, plan=plan) for plan in plans]
    return Rollup(year=2568, districts=rows, columns=[], findings=[])


def test_one_division_spelt_in_two_ways_has_one_row() -> None:
    one = figures(line("ฝ่าย โยธา", 5), divisions=("ฝ่าย โยธา",))
    other = figures(line("ฝ่ายใหม่ ABC", 2), line("ฝ่ายใหม่ abc", 3, ROUTINE), line("", 7), divisions=("ฝ่ายใหม่ ABC",))
    found = {sums.label: sums.budgets for sums in rollup(one, other).by_division if any(sums.budgets)}
    assert found == {"ฝ่ายโยธา": (5, 0, 0), "ฝ่ายใหม่ ABC": (2, 0, 3), NO_DIVISION: (7, 0, 0)}


def test_endless_divisions_share_the_last_row() -> None:
    names = tuple(f"ฝ่าย {number}" for number in range(40))
    sums = rollup(figures(*map(line, names), divisions=names)).by_division
    assert len(sums) == MOST_DIVISIONS + 1
    assert sums[-1].is_rest and sums[-1].budgets[0] == 10 + 40 - MOST_DIVISIONS
    assert not any(one.is_rest for one in sums[:-1])


def test_what_is_not_counted_is_in_no_sum() -> None:
    sums = rollup(figures(line(budget=5), line(budget=9, uncounted=SPLIT))).by_dimension
    assert [one for one in sums if any(one.budgets)] == [Sums(NO_DIMENSION, (Decimal(5), Decimal(0), Decimal(0)))]


def own(text: str, okr: str = "8.2.14", unit: str = "คน", city: int = 100) -> OwnTarget:
    number = Decimal(text) if text.isdigit() else None
    return OwnTarget(
        okr=okr, name="ชื่อ", unit=unit, city=Value.of(city), own=Value(text, number), sheet="ตัววัด", cell="J3"
    )


def allotted(counts: str = "คน", unit: str = "คน", **shares: int) -> Allotted:
    figures = {f"10{code[1:]}": Figure(Value.of(number)) for code, number in shares.items()}
    return Allotted(okr="8.2.14", name="ชื่อ", unit=unit, counts=counts, city=Value.of(100), shares=figures)


def test_allotments_are_compared_with_what_plans_say() -> None:
    plans = [figures(targets=(own("40"),)), figures(targets=(own("ครบ"),), district=1)]
    (column,) = columns_of([allotted(c01=50, c02=50, c03=1)], plans)
    assert column.adds and column.meets_city
    assert [column.difference(code) for code in ("1001", "1002", "1003", "1004")] == [-10, None, None, None]


@pytest.mark.parametrize(
    ("counts", "unit", "adds", "meets"),
    [
        ("จำนวนคน (คน)", "คน", True, True),
        ("ชุมชนเป้าหมาย (ร้อยละ 90 ของชุมชน)", "ร้อยละ", True, False),
        ("ค่าเป้าหมาย (ร้อยละ)", "ร้อยละ", False, False),
    ],
)
def test_shares_that_count_are_added_up_and_per_cents_are_not(counts: str, unit: str, adds: bool, meets: bool) -> None:
    (column,) = columns_of([allotted(counts, unit, c01=50)], [])
    assert (column.adds, column.meets_city) == (adds, meets)


def test_without_an_allotment_there_is_a_column_for_what_plans_state() -> None:
    plans = [
        figures(targets=(own("40"), own("", "1.1.01"), own("7", "10.1.01", "ร้อยละ"))),
        figures(targets=(own("60"),), district=1),
        figures(targets=(own("60", city=99),), district=2),
    ]
    first, second = columns_of([allotted()], plans)
    assert (first.okr, first.adds, first.meets_city, first.city.number) == ("8.2.14", True, True, 100)
    assert (second.okr, second.adds, second.allotted) == ("10.1.01", False, None)


def test_a_number_that_excel_cannot_hold_is_words() -> None:
    assert bounded(Value.of(10**400)) == Value(Value.of(10**400).text)
    assert bounded(Value.of(LARGEST_TARGET - 1)).number == LARGEST_TARGET - 1


def test_a_division_that_no_list_knows_keeps_its_name() -> None:
    found = rollup(figures(line("ฝ่ายลับ", 4))).by_division
    assert [(sums.label, sums.budgets[0]) for sums in found if any(sums.budgets)] == [("ฝ่ายลับ", 4)]


def test_dimensions_are_called_by_their_number_and_name() -> None:
    numbers = range(1, len(DIMENSIONS) + 1)
    assert [dimension_label(number) for number in numbers] == [
        f"{to_thai(str(number))} {name}" for number, name in enumerate(DIMENSIONS, 1)
    ]
    assert dimension_label(0) == NO_DIMENSION == dimension_label(len(DIMENSIONS) + 1)


def test_districts_are_told_apart_by_their_codes_alone() -> None:
    assert by_code() == sorted(DISTRICTS, key=lambda district: int(district.code))


# ----------------------------------------------------------------------------------------- what a plan hands over whole


def book(**rows: Any) -> PlanBook:
    """Return a book of these rows, by the name of their sheet."""
    sheets: tuple[type[Sheet], ...] = (Division, Measure, Project, Support)
    settings = PlanSettings(district=DISTRICTS[0], year=2568, status="ร่าง")
    return PlanBook.of(
        Rows({PlanSettings: [settings], **{sheet: rows[sheet.__name__] for sheet in sheets if sheet.__name__ in rows}})
    )


def test_a_plan_hands_over_its_targets_with_their_cells() -> None:
    place = Origin("ก.xlsx", "ตัววัด", 3, {"name": (0, 3), "district_target": (0, 10)})
    measure = Measure(
        origin=place, code="8.2.14", name="ชื่อ", unit="คน", target=Value.of(100), district_target=Value.of(40)
    )
    found = figures_of(book(Measure=[measure], Division=[Division(name="ฝ่ายโยธา"), Division(short="ก")]))
    assert found == PlanFigures(
        district=DISTRICTS[0], year=2568, status="ร่าง", parts=(PartSum(),) * 3, lines=(), divisions=("ฝ่ายโยธา",),
        targets={"8.2.14": OwnTarget(
            okr="8.2.14", name="ชื่อ", unit="คน", city=Value.of(100), own=Value.of(40), sheet="ตัววัด", cell="J3"
        )},
    )  # fmt: skip


def test_a_plan_hands_over_all_that_a_project_says() -> None:
    place = Origin("ก.xlsx", "โครงการ", 5, {"code": (0, 1), "name": (0, 4)})
    whole = Project(
        origin=place, code="ค001", part=CITY, name="ก", budget=Value.of(1000), division="โยธา", work="งาน",
        fund="งบ กทม.", integrated=True, policies=("P001", "P002"), strategy="115037",
    )  # fmt: skip
    served = [Support(project="ค001", served=key) for key in ("OKR 8.2.14", "ฉ 3.1", "OKR 8.2.14")]
    (line,) = figures_of(book(Project=[whole], Support=served, Division=[Division(name="ฝ่ายโยธา", short="โยธา")])).lines
    assert line == ProjectLine(
        code="ค001", part=CITY, name="ก", parent="", budget=Decimal(1000), words="", uncounted="", dimension=8,
        division="ฝ่ายโยธา", work="งาน", fund="งบ กทม.", integrated=True, policies="P001 P002", strategy="115037",
        served="OKR 8.2.14, ฉ 3.1", sheet="โครงการ", cell="D5",
    )  # fmt: skip


def test_a_project_that_says_nothing_says_nothing_there_either() -> None:
    bare = Project(code="ค009", part=CITY, budget=Value("รอโอน"))
    (line,) = figures_of(book(Project=[bare])).lines
    assert line == ProjectLine(
        code="ค009", part=CITY, name="", parent="", budget=None, words="รอโอน", uncounted="", dimension=0, division="",
        work="", fund="", integrated=False, policies="", strategy="", served="", sheet="", cell="",
    )  # fmt: skip


def test_a_sub_project_has_the_policies_of_its_parent_unless_it_has_its_own() -> None:
    projects = [
        Project(code="ค001", part=CITY, name="ก", policies=("P001", "P002")),
        Project(code="ค002", part=CITY, name="ข", parent="ค001"),
        Project(code="ค003", part=CITY, name="ค", parent="ค001", policies=("P009",)),
        Project(code="ค004", part=CITY, name="ง", parent="ค999"),
    ]
    lines = figures_of(book(Project=projects)).lines
    assert [(line.policies, line.parent) for line in lines] == [
        ("P001 P002", ""),
        ("P001 P002", "ก"),
        ("P009", "ก"),
        ("", "ค999"),
    ]


def test_a_project_of_no_part_is_not_counted_for_that() -> None:
    (line,) = figures_of(book(Project=[Project(code="ค001", name="ก")])).lines
    assert line.uncounted == PARTLESS


# ------------------------------------------------------------------------------------- what headquarters is given of it


def test_an_allotment_keeps_what_it_says_and_where() -> None:
    given = Allotment(
        okr="8.2.14", key_result=KeyResult(code="8214", name="ชื่อ", target=Value.of(100), unit="คน"), year=2568,
        objective="8.2", objective_name="", agency="", host="", supporters=(), meaning=(), share_name="เป้าหมาย (คน)",
        shares={"1001": Share(target=Value.of(40), place=Place("kr.xlsx", "แนบ 8214", "D5"))},
    )  # fmt: skip
    assert allotted_of(given, 2) == Allotted(
        okr="8.2.14", name="ชื่อ", unit="คน", counts="เป้าหมาย (คน)", city=Value.of(100),
        shares={"1001": Figure(Value.of(40), "แนบ 8214", "D5", 2)},
    )  # fmt: skip
    assert allotted_of(given).shares["1001"].source == 0


def test_a_column_of_an_allotment_says_what_both_say() -> None:
    one = allotted("จำนวนคน (คน)", c01=50)
    (column,) = columns_of([one], [figures(targets=(own("40"),))])
    assert column == KrColumn(
        okr="8.2.14", name="ชื่อ", counts="จำนวนคน (คน)", city=Value.of(100), city_unit="คน", allotted=one.shares,
        planned={"1001": Figure(Value.of(40), "ตัววัด", "J3")}, adds=True, meets_city=True,
    )  # fmt: skip


def test_a_column_of_plans_says_what_most_of_them_say() -> None:
    said = [("40", "คน", 100, "ก"), ("60", "ราย", 90, "ข"), ("5", "ราย", 90, "ข")]
    plans = [
        figures(targets=(replace(own(text, unit=unit, city=city), name=name),), district=district)
        for district, (text, unit, city, name) in enumerate(said)
    ]
    (column,) = columns_of([], plans)
    assert column == KrColumn(
        okr="8.2.14", name="ข", counts="ราย", city=Value.of(90), city_unit="ราย", allotted=None, adds=True,
        meets_city=True,
        planned={f"100{place}": Figure(own(text).own, "ตัววัด", "J3") for place, (text, *_) in enumerate(said, 1)},
    )  # fmt: skip


def test_without_a_target_of_the_city_a_column_meets_none() -> None:
    bare = replace(own("40"), city=Value())
    (column,) = columns_of([], [figures(targets=(bare,))])
    assert (column.city, column.adds, column.meets_city) == (Value(), True, False)


def test_figures_that_do_not_add_up_meet_no_target() -> None:
    (column,) = columns_of([], [figures(targets=(own("7", unit="ร้อยละ"), own("1", "9.1.01")))])[:1]
    assert (column.adds, column.meets_city, [*column.planned]) == (False, False, ["1001"])


def test_columns_stand_in_the_order_of_their_numbers() -> None:
    okrs = ("10.1.01", "8.10.01", "8.2.14", "8.2.2")
    found = columns_of([], [figures(targets=tuple(own("1", okr) for okr in okrs))])
    assert [column.okr for column in found] == ["8.2.2", "8.2.14", "8.10.01", "10.1.01"]


def test_the_largest_number_is_words_already() -> None:
    assert bounded(Value("ก", Decimal(LARGEST_TARGET))).number is None
    assert bounded(Value("ก", Decimal(-LARGEST_TARGET))).number is None
