"""Rolling up: which workbooks count, what stops nobody, what is left alone."""

import zipfile
from pathlib import Path

import pytest

from generator import rollup
from generator.model.rollup.city import MISSING, UNREADABLE
from generator.rollup import inputs, receive, receive_all, refuse_to_replace, write
from generator.words import Halt
from tests.miniplans import KR, folder_of, mixed, plan, rolled_up


def test_every_workbook_has_its_place(tmp_path: Path) -> None:
    rolled = rolled_up(mixed(tmp_path / "in"))
    states = {row.district.name: row.state for row in rolled.districts if row.state != MISSING}
    assert states == {"พระนคร": "ลงนาม", "ดุสิต": "ร่าง", "มีนบุรี": UNREADABLE, "ภาษีเจริญ": "ร่าง"}
    assert len(rolled.districts) == 50 and len(rolled.missing) == 46
    left = {path.name for path in rolled.left_out}
    assert left == {"1022-ภาษีเจริญ (สำเนา).xlsx", "1005-ปีก่อน.xlsx", "แผนเมือง.xlsx"}
    told = {(noted.workbook.name, noted.finding.rule.code) for noted in rolled.findings}
    assert {
        ("1010-มีนบุรี.xlsx", "W006"),
        ("1022-ภาษีเจริญ (สำเนา).xlsx", "W020"),
        ("1005-ปีก่อน.xlsx", "W021"),
    } <= told
    assert [path.name for path in rolled.kr_books] == ["kr.xlsx"]
    assert [column.okr for column in rolled.columns] == ["8.2.14", "8.3.08"]


def test_a_copy_is_an_error_of_its_district_and_not_counted(tmp_path: Path) -> None:
    folder_of(tmp_path, {"1022 (2).xlsx": plan(), "1022.xlsx": plan()})
    rolled = rolled_up(tmp_path)
    (row,) = [row for row in rolled.districts if row.workbook]
    assert row.workbook == tmp_path / "1022.xlsx"
    assert rolled.whole.count == 5
    errors = [noted for noted in rolled.findings if noted.finding.is_error and noted.district == row.district]
    assert row.errors == len(errors)
    assert "W020" in {noted.finding.rule.code for noted in errors}


def test_the_year_is_that_of_most_plans_or_the_one_asked_for(tmp_path: Path) -> None:
    folder_of(tmp_path, {"a.xlsx": plan("ดุสิต", 2567), "b.xlsx": plan("บางรัก"), "c.xlsx": plan("สาทร")})
    assert rolled_up(tmp_path).year == 2568
    assert [path.name for path in rolled_up(tmp_path, year=2567).left_out] == ["b.xlsx", "c.xlsx"]
    (tmp_path / "c.xlsx").unlink()
    assert rolled_up(tmp_path).year == 2568, "the later one of equals"


def test_without_a_plan_somebody_has_to_say_the_year(tmp_path: Path) -> None:
    (tmp_path / "1010-มีนบุรี.xlsx").write_bytes(b"")
    with pytest.raises(Halt, match="no plan workbook"):
        rolled_up(tmp_path)
    (row,) = [row for row in rolled_up(tmp_path, year=2568).districts if row.workbook]
    assert (row.district.name, row.state, row.errors) == ("มีนบุรี", UNREADABLE, 1)


def test_a_second_book_of_a_key_result_is_named(tmp_path: Path) -> None:
    folder_of(tmp_path / "in", {"1022.xlsx": plan()})
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(next(KR.glob("2568-*.xlsx")).read_bytes())
    plans = [receive(tmp_path / "in" / "1022.xlsx")]
    books = [receive(tmp_path / "a.xlsx"), receive(tmp_path / "b.xlsx")]
    rolled = rollup.roll_up(plans, books, year=None)
    doubles = [noted.finding.values for noted in rolled.findings if noted.finding.rule.code == "W020"]
    assert [values["key"] for values in doubles] == ["8214-2568", "8207-2568", "8308-2568"]
    assert {figure.source for column in rolled.columns for figure in (column.allotted or {}).values()} == {0}


@pytest.mark.parametrize("quiet", [True, False])
def test_key_results_of_another_year_are_left_out(tmp_path: Path, quiet: bool) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan(year=2567)})
    books = [receive(next(KR.glob("2568-*.xlsx")))]
    rolled = rollup.roll_up([receive(tmp_path / "1022.xlsx")], books, year=None, quiet=quiet)
    assert not rolled.compares
    assert ("W021" in {noted.finding.rule.code for noted in rolled.findings}) is not quiet


def test_a_budget_that_none_can_be_makes_a_plan_unreadable(tmp_path: Path) -> None:
    projects = [f"ค001 | 1 | | | ก | '{'9' * 400} | โยธา |"]
    folder_of(tmp_path, {"1022.xlsx": plan(projects=projects)})
    received = receive(tmp_path / "1022.xlsx")
    assert received.plan is None
    assert (received.findings[0].cell, received.findings[0].rule.code) == ("F2", "C110")


def test_a_plan_of_endless_projects_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan()})
    monkeypatch.setattr(rollup, "MOST_PROJECTS", 7)
    received = receive(tmp_path / "1022.xlsx")
    assert received.plan is None and received.findings[0].rule.code == "W007"


def test_findings_that_are_not_listed_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan()})
    everything = rolled_up(tmp_path)
    monkeypatch.setattr(rollup, "MOST_FINDINGS", 2)
    rolled = rolled_up(tmp_path)
    assert len(rolled.findings) == 2 and len(rolled.unlisted) == 1
    assert (rolled.errors, rolled.warnings) == (everything.errors, everything.warnings)
    assert everything.errors + everything.warnings > 2


def test_too_many_workbooks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Halt, match="501 workbooks"):
        receive_all([Path(f"{number}.xlsx") for number in range(501)])


def test_workbooks_are_received_in_order_by_several_processes(tmp_path: Path) -> None:
    names = ["1001.xlsx", "1002.xlsx", "1003.xlsx"]
    folder_of(tmp_path, {name: plan(name[:4]) for name in names})
    told: list[str] = []
    received = receive_all([tmp_path / name for name in names], 2, told.append)
    assert [one.workbook.name for one in received] == names
    assert told == ["1001", "1002", "1003"]
    assert received == [receive(tmp_path / name) for name in names]


def test_a_file_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan()})
    before = (tmp_path / "1022.xlsx").read_bytes()
    rolled = rolled_up(tmp_path)
    with pytest.raises(Halt, match="not made by this command"):
        write(rolled, tmp_path / "1022.xlsx")
    assert (tmp_path / "1022.xlsx").read_bytes() == before
    write(rolled, tmp_path / "รวม.xlsx")
    write(rolled, tmp_path / "รวม.xlsx")
    (tmp_path / "note.xlsx").write_text("no workbook")
    with pytest.raises(Halt):
        refuse_to_replace(tmp_path / "note.xlsx")


def test_an_earlier_roll_up_beside_the_plans_is_not_read(tmp_path: Path) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan()})
    write(rolled_up(tmp_path), tmp_path / "รวม.xlsx")
    assert inputs([tmp_path / "1022.xlsx", tmp_path / "รวม.xlsx"]) == [tmp_path / "1022.xlsx"]


def test_the_same_workbooks_make_the_same_bytes(tmp_path: Path) -> None:
    rolled = rolled_up(mixed(tmp_path / "in"))
    for name in ("a.xlsx", "b.xlsx"):
        write(rolled, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        assert b"2025-01-01T" in package.read("docProps/core.xml"), "not the day it was made"
