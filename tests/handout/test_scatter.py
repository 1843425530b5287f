"""Handing out for the first time, and again after the city changed something."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from generator.handout.lines import served_lines
from generator.handout.rounds import chosen, hand_out
from generator.handout.serving import Order, State
from generator.model.handout.given import Given
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.indicators import Condition, Negotiated
from generator.model.plan.lists import AgencyName, Objective
from generator.model.plan.measures import Measure
from generator.model.plan.projects import ROUTINE
from generator.model.plan.settings import PlanSettings
from generator.model.plan.strategy import StrategyNode
from generator.model.prose import Prose, Run
from generator.model.quantities import Value
from generator.model.sheet import Sheet
from generator.words import Halt
from tests.handout.city import (
    DUSIT,
    PHASI,
    REVISED,
    city_workbook,
    generate,
    kr_workbook,
    measures,
    officer_types,
    plan,
    row,
    scatter,
    types_a_row,
)

pytestmark = pytest.mark.usefixtures("short_lists")

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "inputs" / "kr" / "2568-สำนักพัฒนาสังคม.xlsx"
LAST_YEAR = ROOT / "inputs" / "plans" / "2567"


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A KR workbook, and the folder into which one district's workbook was handed out from it."""
    folder = tmp_path_factory.mktemp("แจก")
    result = scatter(folder / "แผน", kr_workbook(folder / "kr.xlsx"))
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def handed(once: Path, tmp_path: Path) -> Path:
    """A folder into which one district's workbook was handed out; the KR workbook is beside it."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "แผน"


def again(folder: Path, phasi: int = 30, **more: Any) -> Any:
    """Hand out again after the city changed the target of the district from 40."""
    return scatter(folder, kr_workbook(folder.parent / "kr.xlsx", phasi, **more))


def test_a_district_gets_its_own_target_beside_that_of_the_city(handed: Path) -> None:
    measure = measures(handed / PHASI)["8.2.14"]
    assert (measure.target, measure.unit, measure.district_target) == (Value.of(100), "คน", Value.of(40))
    assert (measure.name, measure.host, measure.definition.plain) == ("จำนวนคน", "สพส.", "ความหมาย")
    book = PlanBook.of(plan(handed / PHASI).rows)
    assert [(row.code, row.name) for row in book.objectives] == [("8.2", "สนับสนุน")]
    assert book.settings.district is not None
    assert (book.settings.district.code, book.settings.year, book.settings.status) == ("1022", 2568, "ร่าง")


def test_a_fresh_workbook_is_sound_and_builds_as_a_draft(handed: Path, made: Callable[[Path], Path]) -> None:
    made(handed / PHASI)
    result = generate("build", handed, "-o", handed.parent / "ออก", "--no-pages")
    assert result.exit_code == 0, result.output
    assert (handed.parent / "ออก" / "1022-2568.docx").exists() or list((handed.parent / "ออก").glob("1022*.docx"))


def test_the_shipped_workbook_gives_every_district_two_of_its_three_key_results(tmp_path: Path) -> None:
    result = scatter(tmp_path, SHIPPED, districts=("ภาษีเจริญ", "1002"))
    assert result.exit_code == 0 and sorted(path.name for path in tmp_path.iterdir()) == [DUSIT, PHASI]
    found = measures(tmp_path / PHASI)
    assert list(found) == ["8.2.14", "8.3.08"], "8207 is for one agency only"
    assert (found["8.3.08"].district_target.text, found["8.3.08"].district_unit) == ("46", "ชุมชน")
    assert measures(tmp_path / DUSIT)["8.3.08"].district_target.text == "39"


def test_the_workbook_of_the_city_goes_to_all_and_the_kr_workbook_wins(tmp_path: Path) -> None:
    city = city_workbook(
        tmp_path / "เมือง.xlsx",
        {
            PlanSettings: [row(PlanSettings, year=2568, weight=70)],
            AgencyName: [row(AgencyName, short="สพม.", name="สำนักพัฒนาสังคม")],
            Objective: [row(Objective, code="1.1", name="หนึ่ง"), row(Objective, code="8.2", name="อีกชื่อ")],
            Measure: [
                row(Measure, code="1.1.01", name="ต้นไม้", target=Value.of(5), unit="ต้น", district_target=Value.of(9)),
                row(Measure, code="8.2.14", name="จำนวนคน", target=Value.of(90), starred=True, explanation="สะสม"),
            ],
            Negotiated: [row(Negotiated, code="1.1", name="ถนนสวย", weight=70)],
            Condition: [row(Condition, indicator="1.1", text=Prose.of(text)) for text in ("ก", "ข")],
        },
    )  # fmt: skip
    result = scatter(tmp_path / "แผน", kr_workbook(tmp_path / "kr.xlsx"), city, districts=("บางแค", "ดุสิต"))
    assert result.exit_code == 0, result.output
    assert "H604" in result.output and "“90”" in result.output and "“อีกชื่อ”" in result.output
    found = measures(tmp_path / "แผน" / DUSIT)
    assert list(found) == ["1.1.01", "8.2.14"]
    assert not found["1.1.01"].district_target, "a district's target is not the same for all"
    mine = found["8.2.14"]
    assert (mine.target.text, mine.starred, mine.explanation, mine.host) == ("100", True, "สะสม", "สพม.")
    assert mine.district_target.text == "60"
    book = PlanBook.of(plan(tmp_path / "แผน" / DUSIT).rows)
    assert ([row.name for row in book.objectives], book.settings.weight) == (["หนึ่ง", "สนับสนุน"], 70)
    assert [row.text.plain for row in book.conditions] == ["ก", "ข"]
    other = measures(tmp_path / "แผน" / "1040-บางแค.xlsx")
    assert list(other) == ["1.1.01", "8.2.14"] and not other["8.2.14"].district_target


def test_a_changed_target_comes_in_a_copy_beside_the_workbook(handed: Path, made: Callable[[Path], Path]) -> None:
    before = (handed / PHASI).read_bytes()
    result = again(handed)
    assert result.exit_code == 0, result.output
    assert "8.2.14 ค่าเป้าหมายของเขต: 40 → 30" in result.output
    assert (handed / PHASI).read_bytes() == before
    assert measures(made(handed / REVISED))["8.2.14"].district_target == Value.of(30)


def test_nothing_is_written_if_nothing_changed(handed: Path) -> None:
    result = again(handed, 40)
    assert result.exit_code == 0 and "ไม่มีอะไรต้องปรับปรุง" in result.output
    assert [path.name for path in handed.iterdir()] == [PHASI]


def test_a_copy_that_was_taken_is_revised_again(handed: Path) -> None:
    again(handed)
    (handed / REVISED).replace(handed / PHASI)
    again(handed, 20)
    assert measures(handed / REVISED)["8.2.14"].district_target == Value.of(20)


def test_what_the_officer_typed_stays_and_is_told_with_what_the_city_says(handed: Path) -> None:
    officer_types(handed / PHASI, "8.2.14", district_target=45)
    result = again(handed, meaning="นิยามใหม่")
    assert result.exit_code == 0
    assert "เจ้าหน้าที่แก้ช่องนี้แล้ว (ในสมุดงาน 45 · ของเมือง 30)" in result.output
    assert "นิยาม: ความหมาย → นิยามใหม่" in result.output
    found = measures(handed / REVISED)["8.2.14"]
    assert (found.district_target.text, found.definition.plain) == ("45", "นิยามใหม่")


def test_where_only_the_officer_can_decide_it_does_not_say_that_nothing_is_to_be_done(handed: Path) -> None:
    officer_types(handed / PHASI, "8.2.14", district_target=45)
    result = again(handed)
    assert f"{PHASI}  ไม่เขียนฉบับปรับปรุง มีที่ต่างจากของเมือง 1 แห่ง ให้ตัดสินเอง" in result.output
    assert "ไม่มีอะไรต้องปรับปรุง" not in result.output and "ต้องตัดสินเอง 1 ไม่เปลี่ยน 0" in result.output
    assert "(ในสมุดงาน 45 · ของเมือง 30)" in result.output and not (handed / REVISED).exists()


def test_a_change_deep_in_a_definition_is_shown_where_it_is(handed: Path, tmp_path: Path) -> None:
    long = "Food Bank หมายถึง ธนาคารอาหารของสำนักงานเขต ซึ่งรับบริจาคอาหารส่วนเกินจากผู้ประกอบการ "
    folder = tmp_path / "ใหม่"
    scatter(folder, kr_workbook(tmp_path / "kr.xlsx", meaning=f"{long}ปีละ 2 ครั้ง"))
    result = scatter(folder, kr_workbook(tmp_path / "kr.xlsx", meaning=f"{long}ปีละ 3 ครั้ง"))
    assert "ปีละ 2 ครั้ง → …" in result.output and "ปีละ 3 ครั้ง\n" in result.output, result.output
    officer_types(handed / PHASI, "8.2.14", definition=Prose(((Run("นิยามใหม่", bold=True),),)))
    assert "เจ้าหน้าที่แก้ช่องนี้แล้ว (ต่างเฉพาะรูปแบบตัวอักษร)" in again(handed, 40, meaning="นิยามใหม่").output


def test_what_the_officer_typed_is_no_fault_as_long_as_the_city_says_the_same(handed: Path) -> None:
    officer_types(handed / PHASI, "8.2.14", district_target=45, unit="ราย")
    assert "คงไว้" not in again(handed, 40).output


def test_a_cell_is_known_by_key_and_column_wherever_it_went(handed: Path) -> None:
    """The officer inserts rows and a column, moves the row and sorts: addresses mean nothing then."""
    book = openpyxl.load_workbook(handed / PHASI)
    sheet = book["ตัววัด"]
    sheet.insert_rows(4, 3)
    sheet.insert_cols(2)
    sheet["A4"], sheet["D4"] = "1.1.01", "ของเขตเอง"
    book.save(handed / PHASI)
    result = again(handed)
    assert "ตัววัด!K7 8.2.14 ค่าเป้าหมายของเขต: 40 → 30" in result.output, result.output
    found = measures(handed / REVISED)
    assert (found["8.2.14"].district_target.text, found["1.1.01"].name) == ("30", "ของเขตเอง")


def test_a_blank_cell_that_the_city_fills_now_is_filled(handed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ว่าง"
    scatter(folder, kr_workbook(tmp_path / "kr.xlsx", ชื่อ_KR="จำนวนคน", สถานะ="ร่าง", unit=""))
    assert measures(folder / PHASI)["8.2.14"].unit == ""
    scatter(folder, kr_workbook(tmp_path / "kr.xlsx"))
    assert measures(folder / REVISED)["8.2.14"].unit == "คน"


def test_a_new_key_result_is_added_below(handed: Path, tmp_path: Path, made: Callable[[Path], Path]) -> None:
    city = city_workbook(
        tmp_path / "เมือง.xlsx",
        {
            Objective: [row(Objective, code="1.1", name="หนึ่ง")],
            Measure: [row(Measure, code="1.1.01", name="ต้นไม้", target=Value.of(5), unit="ต้น")],
        },
    )
    result = scatter(handed, tmp_path / "kr.xlsx", city)
    assert "เพิ่มแถว ตัววัด!A5 1.1.01 · ต้นไม้ · 5" in result.output, result.output
    made(handed / REVISED)
    assert list(measures(handed / REVISED)) == ["8.2.14", "1.1.01"]
    (handed / REVISED).replace(handed / PHASI)
    assert "ไม่มีอะไรต้องปรับปรุง" in scatter(handed, tmp_path / "kr.xlsx", city).output


def test_the_weight_that_the_city_sets_is_patched_on_the_card(handed: Path, tmp_path: Path) -> None:
    def city(weight: int) -> Path:
        return city_workbook(tmp_path / "เมือง.xlsx", {PlanSettings: [row(PlanSettings, year=2568, weight=weight)]})

    scatter(handed, tmp_path / "kr.xlsx", city(70))
    (handed / REVISED).replace(handed / PHASI)
    result = scatter(handed, tmp_path / "kr.xlsx", city(60))
    assert "แก้ ตั้งค่า!C11 น้ำหนักรวมองค์ประกอบที่ ๑: 70 → 60" in result.output
    assert PlanBook.of(plan(handed / REVISED).rows).settings.weight == 60


def test_what_keeps_its_digits_in_kr_workbooks_keeps_them_in_plans(handed: Path, tmp_path: Path) -> None:
    """Else the definitions that are handed out would print PM ๒.๕, and every district be told so."""

    def exceptions(path: Path) -> tuple[str, ...]:
        return PlanBook.of(plan(path).rows).settings.exceptions

    def city(*words: str, weight: int | None = 70) -> Path:
        settings = row(PlanSettings, year=2568, weight=weight, exceptions=words)
        return city_workbook(tmp_path / "เมือง.xlsx", {PlanSettings: [settings]})

    def kr(words: str) -> Path:
        path = kr_workbook(tmp_path / "kr.xlsx", meaning="ฝุ่น PM 2.5")
        copy = openpyxl.load_workbook(path)
        copy["ตั้งค่า"]["B3"] = words
        copy.save(path)
        return path

    fresh = tmp_path / "ใหม่"
    scatter(fresh, kr("PM 2.5, COVID-19"), city("PM  ๒.๕", "4G"))
    assert exceptions(fresh / PHASI) == ("PM 2.5", "COVID-19", "4G")
    assert "C133" not in generate("check", fresh / PHASI).output
    scatter(fresh, kr("PM 2.5"), city("4G"))
    assert exceptions(fresh / REVISED) == ("PM 2.5", "4G")
    result = scatter(handed, tmp_path / "kr.xlsx", city(weight=None))
    assert "คำยกเว้น: - → PM 2.5" in result.output, "a workbook from before gets them too"
    (fresh / REVISED).replace(fresh / PHASI)
    assert "น้ำหนักรวม" not in scatter(fresh, kr("PM 2.5"), city("4G", weight=None)).output, "nothing is taken away"


def test_several_processes_write_the_same(handed: Path, tmp_path: Path) -> None:
    arguments = ("scatter", tmp_path / "kr.xlsx", "--year", "2568", "-o", tmp_path / "สอง", "--jobs", 2)
    result = generate(*arguments, "--district", "ภาษีเจริญ", "--district", "ดุสิต")
    assert result.exit_code == 0 and sorted(path.name for path in (tmp_path / "สอง").iterdir()) == [DUSIT, PHASI]
    assert (tmp_path / "สอง" / PHASI).read_bytes() == (handed / PHASI).read_bytes()


def test_what_is_said_is_also_said_in_english(handed: Path) -> None:
    from generator.cli import make_command

    kr = kr_workbook(handed.parent / "kr.xlsx", 30)
    words = ["scatter", str(kr), "--year", "2568", "-o", str(handed), "--district", "1022", "--jobs", "1"]
    output = CliRunner().invoke(make_command("en"), words).output
    assert "revised copy written" in output and "1 districts: 0 new, 1 revised" in output


def test_a_row_that_the_officer_deleted_or_the_city_withdrew_stays_as_it_is(handed: Path, tmp_path: Path) -> None:
    result = scatter(
        handed, city_workbook(tmp_path / "เมือง.xlsx", {Objective: [row(Objective, code="8.2", name="สนับสนุน")]})
    )
    assert "คงไว้ ตัววัด 1 แถว (8.2.14): เมืองไม่ได้ให้แถวนี้แล้ว" in result.output
    assert list(measures(handed / PHASI)) == ["8.2.14"]
    officer_types(handed / PHASI, "8.2.14", **dict.fromkeys(
        ("code", "name", "target", "unit", "district_target", "host", "supporters", "definition")))  # fmt: skip
    assert "8.2.14 ค่าเป้าหมายของเขต: เจ้าหน้าที่ลบแถวนี้แล้ว" in again(handed).output
    assert not (handed / REVISED).exists()


def test_a_new_node_of_the_strategy_is_told_and_not_put_where_it_does_not_belong(handed: Path, tmp_path: Path) -> None:
    def city(*nodes: tuple[str, str]) -> Path:
        rows = [row(StrategyNode, level=level, code=code, name=f"ชื่อ {code}") for level, code in nodes]
        return city_workbook(tmp_path / "เมือง.xlsx", {StrategyNode: rows})

    scatter(handed, tmp_path / "kr.xlsx", city(("มิติ", "1"), ("ยุทธศาสตร์", "1"), ("ยุทธศาสตร์", "2")))
    (handed / REVISED).replace(handed / PHASI)
    nodes = PlanBook.of(plan(handed / PHASI).rows).strategy
    assert [(node.level, node.code) for node in nodes] == [("มิติ", "1"), ("ยุทธศาสตร์", "1"), ("ยุทธศาสตร์", "2")]
    result = scatter(
        handed, tmp_path / "kr.xlsx", city(("มิติ", "1"), ("ยุทธศาสตร์", "1"), ("ยุทธศาสตร์ย่อย", "1.1"), ("ยุทธศาสตร์", "2"))
    )
    assert "คงไว้ แผนเมือง ยุทธศาสตร์ย่อย 1.1: แถวใหม่ในลำดับชั้น" in result.output
    assert not (handed / REVISED).exists()


def test_all_else_in_the_workbook_stays_byte_for_byte(handed: Path) -> None:
    from tests.workbook.rich import parts_of

    again(handed)
    before, after = (parts_of((handed / name).read_bytes()) for name in (PHASI, REVISED))
    changed = {name for name in before if before[name] != after[name]}
    sheets = {"xl/worksheets/sheet10.xml", "xl/worksheets/sheet23.xml", "xl/worksheets/sheet24.xml"}
    assert (
        before.keys() == after.keys()
        and len(changed) == 2
        and changed < sheets | {name for name in before if "sheet" in name}
    )


def test_a_copy_nobody_touched_gives_way_to_a_newer_one(handed: Path) -> None:
    again(handed, 30)
    assert "เป็นปัจจุบันแล้ว" in again(handed, 30).output
    result = again(handed, 20, meaning="นิยามใหม่")
    assert result.exit_code == 0 and "40 → 20" in result.output
    assert measures(handed / REVISED)["8.2.14"].district_target == Value.of(20)
    assert "ลบได้" in again(handed, 40).output


@pytest.mark.parametrize("sheet", [sheet for sheet in PLAN_FORM.sheets if not sheet.WHEN_USED], ids=lambda it: it.NAME)
def test_a_copy_gives_way_whatever_sheet_the_officer_had_typed_in(handed: Path, sheet: type[Sheet]) -> None:
    types_a_row(handed / PHASI, sheet)
    again(handed, 30)
    result = again(handed, 20)
    assert result.exit_code == 0 and "40 → 20" in result.output, (result.output, result.exception)
    assert measures(handed / REVISED)["8.2.14"].district_target == Value.of(20)


def test_a_failure_at_one_district_is_told_and_does_not_stop_the_others(handed: Path) -> None:
    class Faulty(dict[str, Path]):
        def get(self, key: str, default: Any = None) -> Any:
            return 1 // 0 if key == "1002" else super().get(key, default)

    order = Order(Given(()), 2568, handed / "ใหม่", Faulty())
    failed, written = hand_out(chosen(["ภาษีเจริญ", "ดุสิต"]), order, 1)
    assert isinstance(failed.crash, ZeroDivisionError) and written.state is State.FRESH
    lines = served_lines([failed, written], "th")
    assert f"{DUSIT}  โปรแกรมขัดข้อง โปรดแจ้งผู้ดูแล" in lines and "ไม่ได้ทำ 1" in lines[-1]


def test_a_copy_that_somebody_worked_in_is_not_written_over(handed: Path) -> None:
    again(handed, 30)
    officer_types(handed / REVISED, "8.2.14", explanation="ของเขต")
    before = (handed / REVISED).read_bytes()
    assert "เป็นปัจจุบันแล้ว" in again(handed, 30).output
    result = again(handed, 20)
    assert result.exit_code == 1 and "H608" in result.output and "ไม่ได้ทำ" in result.output
    assert (handed / REVISED).read_bytes() == before


def test_building_passes_over_the_copy_and_says_so(handed: Path) -> None:
    again(handed)
    result = generate("build", handed, "-o", handed.parent / "ออก", "--no-pages")
    assert result.exit_code == 0, result.output
    assert "W022" in result.output and "W020" not in result.output
    assert "W022" in generate("check", handed).output
    (handed / PHASI).unlink()
    result = generate("check", handed)
    assert REVISED in result.output and "W022" not in result.output, "it is a workbook like any other then"


def test_last_year_is_carried_over_and_waits_for_confirmation(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    kr = kr_workbook(tmp_path / "kr.xlsx")
    result = generate(
        "scatter", kr, "--year", 2568, "-o", tmp_path / "แผน", "--district", "1022", "--from", LAST_YEAR, "--jobs", 1
    )
    assert result.exit_code == 0 and "ยกข้อมูลจาก" in result.output
    path = made(tmp_path / "แผน" / PHASI)
    book = PlanBook.of(plan(path).rows)
    last = PlanBook.of(plan(LAST_YEAR / PHASI).rows)
    assert [row.text for row in book.texts] == [row.text for row in last.texts]
    assert [(row.division, row.name) for row in book.works] == [(row.division, row.name) for row in last.works]
    routine = [project for project in last.projects if project.part == ROUTINE]
    assert [project.code for project in book.projects] == [project.code for project in routine] and len(routine) > 40
    assert not any(project.budget or project.part_of for project in book.projects)
    assert {row.sheet_name for row in book.carried} == {"ข้อความ", "อาณาเขต", "งาน", "โครงการ"}
    checked = generate("check", path)
    assert checked.exit_code == 0 and "X360" in checked.output and "2567" in checked.output


def test_a_plan_that_is_not_confirmed_is_not_ready_for_signature(handed: Path) -> None:
    from generator.checks.plan_names import unconfirmed
    from generator.model.plan.carried import Carried

    def book(confirmed: bool) -> PlanBook:
        rows = plan(handed / PHASI).rows
        line = row(Carried, sheet_name="ข้อความ", about="คำนำ", rows=1, year=2567, confirmed=confirmed)
        return PlanBook.of(type(rows)({**rows.by_sheet, Carried: [line]}))

    (found,) = unconfirmed(book(False))
    assert found.when_final and not found.is_error
    assert list(unconfirmed(book(True))) == []


@pytest.mark.parametrize(
    ("cells", "year", "code"),
    [({}, 2569, "H602"), ({"ค่าเป้าหมายรวม": "90"}, 2568, "B401")],
    ids=["another year", "an error in the KR workbook"],
)
def test_with_a_faulty_workbook_nothing_is_handed_out(
    tmp_path: Path, cells: dict[str, str], year: int, code: str
) -> None:
    result = scatter(tmp_path / "แผน", kr_workbook(tmp_path / "kr.xlsx", **cells), year=year)
    assert result.exit_code == 1 and code in result.output and "ไม่ได้แจกสมุดงาน" in result.output
    assert not (tmp_path / "แผน").exists()


def test_a_key_result_in_two_workbooks_is_refused_with_both(tmp_path: Path) -> None:
    result = scatter(tmp_path / "แผน", kr_workbook(tmp_path / "ก.xlsx"), kr_workbook(tmp_path / "ข.xlsx"))
    assert result.exit_code == 1 and "H601 KR!A2 KR 8214 มีอยู่แล้วในสมุดงาน ก.xlsx" in result.output


def test_districts_without_a_target_are_named(tmp_path: Path) -> None:
    result = scatter(tmp_path / "แผน", kr_workbook(tmp_path / "kr.xlsx"), districts=("บางแค", "ดุสิต"))
    assert "H603" in result.output and "1 เขต: บางแค" in result.output
    assert measures(tmp_path / "แผน" / "1040-บางแค.xlsx") == {}


def test_a_plan_of_a_district_is_no_workbook_of_the_city(handed: Path, tmp_path: Path) -> None:
    result = scatter(tmp_path / "อื่น", tmp_path / "kr.xlsx", handed / PHASI)
    assert result.exit_code == 1 and "H610" in result.output
    cities = [city_workbook(tmp_path / f"{name}.xlsx", {}) for name in ("ก", "ข")]
    assert "H611" in scatter(tmp_path / "อื่น", *cities).output


def test_an_unknown_district_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    halt = scatter(tmp_path / "แผน", kr_workbook(tmp_path / "kr.xlsx"), districts=("ภาษีเจรญ",)).exception
    assert isinstance(halt, Halt) and "“ภาษีเจริญ”" in halt.problem.th


def test_a_workbook_of_another_district_is_left_alone(handed: Path) -> None:
    (handed / PHASI).rename(handed / DUSIT)
    result = scatter(handed, handed.parent / "kr.xlsx", districts=("ดุสิต",))
    assert result.exit_code == 1 and "H606" in result.output and "เขตภาษีเจริญ ปี 2568" in result.output


def test_two_workbooks_of_a_district_are_left_alone(handed: Path) -> None:
    (handed / "1022 สำเนา.xlsx").write_bytes((handed / PHASI).read_bytes())
    result = again(handed)
    assert result.exit_code == 1 and "H609" in result.output and not (handed / REVISED).exists()


def test_a_workbook_under_another_name_is_still_that_of_its_district(handed: Path) -> None:
    (handed / PHASI).rename(handed / "1022 ภาษีเจริญ ส่งคืน.xlsx")
    again(handed)
    assert (handed / "1022 ภาษีเจริญ ส่งคืน.ปรับปรุง.xlsx").exists() and not (handed / PHASI).exists()


def test_a_workbook_that_forgot_what_was_filled_in_is_left_alone(handed: Path) -> None:
    book = openpyxl.load_workbook(handed / PHASI)
    del book["_รุ่น"]
    book.save(handed / PHASI)
    result = again(handed)
    assert result.exit_code == 1 and "H607" in result.output


def test_a_broken_workbook_does_not_stop_the_others(handed: Path) -> None:
    (handed / DUSIT).write_bytes(b"PK\3\4")
    result = scatter(handed, kr_workbook(handed.parent / "kr.xlsx", 30), districts=("ดุสิต", "ภาษีเจริญ"))
    assert result.exit_code == 1 and "W006" in result.output
    assert (handed / DUSIT).read_bytes() == b"PK\3\4" and (handed / REVISED).exists()


def test_last_year_of_another_district_is_not_carried_over(handed: Path, tmp_path: Path) -> None:
    last = tmp_path / "2567"
    last.mkdir()
    (last / DUSIT).write_bytes((LAST_YEAR / PHASI).read_bytes())
    arguments = ("scatter", tmp_path / "kr.xlsx", "--year", 2568, "-o", tmp_path / "ใหม่", "--jobs", 1)
    result = generate(*arguments, "--district", "ดุสิต", "--from", last)
    assert result.exit_code == 1 and "H612" in result.output and not (tmp_path / "ใหม่").exists()
    (last / DUSIT).rename(last / "ก.xlsx")
    halt = generate(*arguments, "--district", "ดุสิต", "--from", last).exception
    assert isinstance(halt, Halt) and "ก.xlsx" in halt.problem.th


def test_a_file_in_the_place_of_the_folder_is_a_halt(tmp_path: Path) -> None:
    (tmp_path / "แผน").write_text("")
    assert isinstance(scatter(tmp_path / "แผน", kr_workbook(tmp_path / "kr.xlsx")).exception, Halt)


def test_a_folder_that_cannot_be_written_is_told_and_is_no_crash(tmp_path: Path) -> None:
    folder = tmp_path / "แผน"
    folder.mkdir()
    (folder / PHASI).mkdir()
    result = scatter(folder, kr_workbook(tmp_path / "kr.xlsx"))
    assert result.exit_code in (1, 2) and "Traceback" not in result.output


def test_two_runs_make_the_same_bytes(handed: Path, tmp_path: Path) -> None:
    scatter(tmp_path / "อีกครั้ง", tmp_path / "kr.xlsx")
    assert (tmp_path / "อีกครั้ง" / PHASI).read_bytes() == (handed / PHASI).read_bytes()


def test_a_blank_workbook_of_the_city_names_no_district(tmp_path: Path, made: Callable[[Path], Path]) -> None:
    assert generate("new", "city", "--year", "2568", "-o", tmp_path / "เมือง").exit_code == 0
    path = made(tmp_path / "เมือง.xlsx")
    settings = PlanBook.of(plan(path).rows).settings
    assert settings.district is None and settings.year == 2568
    assert scatter(tmp_path / "แผน", path).exit_code == 0
    assert isinstance(generate("new", "city", "-o", tmp_path / "อื่น").exception, Halt)


def test_the_sheet_of_what_waits_is_in_no_other_workbook(handed: Path) -> None:
    assert "รอยืนยัน" not in openpyxl.load_workbook(handed / PHASI).sheetnames
