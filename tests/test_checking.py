"""Many workbooks checked together: what the files say of each other, in whatever order they come."""

from itertools import permutations
from pathlib import Path

import openpyxl
import pytest

from generator import batch
from generator.checking import check_workbooks
from generator.checks.city import A_CITY
from generator.checkup import Checkup, State
from generator.copies import REVISED, copy_of
from generator.model.districts import DISTRICTS
from generator.model.finding import Finding
from generator.reading import find_kr_workbooks
from generator.words import Halt
from tests.cityfolder import kr_workbook, plan_workbook
from tests.minibook import complete, draw


def across(checkup: Checkup) -> list[Finding]:
    return [finding for finding in checkup.findings if finding.rule.code.startswith("D")]


def told(checkup: Checkup) -> set[tuple[str, str, str, str]]:
    return {(finding.workbook, finding.rule.code, finding.cell, finding.message("th")) for finding in checkup.findings}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    kr_workbook(tmp_path / "kr" / "KR.xlsx")
    plan_workbook(tmp_path / "1002-ดุสิต.xlsx", "ดุสิต", 60)
    plan_workbook(tmp_path / "1022-ภาษีเจริญ.xlsx", "ภาษีเจริญ", 45)
    return tmp_path


def test_a_share_that_differs_names_workbook_sheet_and_cell_of_both(folder: Path) -> None:
    (finding,) = across(check_workbooks([folder / "1022-ภาษีเจริญ.xlsx"], [folder / "kr" / "KR.xlsx"], 1))
    assert (finding.workbook, finding.sheet, finding.cell) == ("1022-ภาษีเจริญ.xlsx", "ตัววัด", "E3")
    assert "คือ 45 แต่ KR.xlsx แนบ 8214!C5 จัดสรรไว้ 40 ต่างกัน 5" in finding.message("th")
    assert "is 45, but KR.xlsx แนบ 8214!C5 allots 40, a difference of 5" in finding.message("en")
    assert finding.rank > 0, "it knows where its sheet stands in the form"


def test_a_plan_with_a_column_in_the_wrong_place_is_compared_with_nothing(folder: Path, tmp_path: Path) -> None:
    path = folder / "1022-ภาษีเจริญ.xlsx"
    book = openpyxl.load_workbook(path)
    for number in range(101, 151):
        book["โครงการ"].append([f"ค{number}", "ฝ่ายโยธา"])
    book.save(path)
    books = [folder / "kr" / "KR.xlsx"]
    checkup = check_workbooks([path], books, 1)
    assert "W024" in {finding.rule.code for finding in checkup.findings} and across(checkup) == []
    (made,) = batch.build([path], tmp_path / "outputs", jobs=1, kr=books).documents
    assert not any(finding.rule.code.startswith("D") for finding in made.findings) and made.docx is None


def test_kr_workbooks_among_the_paths_count_too_and_their_own_findings_are_told(folder: Path) -> None:
    here = [folder / "1022-ภาษีเจริญ.xlsx", folder / "kr" / "KR.xlsx"]
    assert len(across(check_workbooks(here, (), 1))) == 1
    plan_workbook(folder / "เก่า.xlsx", "ภาษีเจริญ", 45, year=2567)
    assert across(check_workbooks([folder / "เก่า.xlsx", here[1]], (), 1)) == [], "another year"
    both = across(check_workbooks([folder / "เก่า.xlsx", *here], (), 1))
    assert [finding.workbook for finding in both] == ["1022-ภาษีเจริญ.xlsx"]
    assert across(check_workbooks(here[:1], (), 1)) == [], "nothing to compare with"


def test_the_findings_are_the_same_in_whatever_order_the_files_come(folder: Path) -> None:
    other = kr_workbook(folder / "kr" / "KR (สำเนา).xlsx", target=7, dusit=7)
    files = [folder / "1002-ดุสิต.xlsx", folder / "1022-ภาษีเจริญ.xlsx", folder / "kr" / "KR.xlsx"]
    expected = told(check_workbooks(files, [other], 1))
    assert any(code == "D506" for _, code, _, _ in expected)
    for order in permutations(files):
        assert told(check_workbooks(order, [other], 1)) == expected
    both = [told(check_workbooks(files[:2], kr, 1)) for kr in ([files[2], other], [other, files[2]])]
    assert both[0] == both[1] and not any("KR (สำเนา)" in message for _, _, _, message in both[0])


def test_several_processes_find_the_same(folder: Path) -> None:
    files = sorted(folder.glob("*.xlsx"))
    assert told(check_workbooks(files, [folder / "kr" / "KR.xlsx"], 2)) == told(
        check_workbooks(files, [folder / "kr" / "KR.xlsx"], 1)
    )


def test_a_plan_among_the_kr_workbooks_is_not_counted(folder: Path) -> None:
    plan = folder / "1022-ภาษีเจริญ.xlsx"
    checkup = check_workbooks([folder / "1002-ดุสิต.xlsx"], [plan, folder / "kr" / "KR.xlsx"], 1)
    assert across(checkup) == [] and not any(one.findings for one in checkup.besides)


def test_a_kr_workbook_that_is_only_compared_with_keeps_its_faults_to_itself_unless_it_says_nothing(
    folder: Path,
) -> None:
    faulty = kr_workbook(folder / "kr" / "ผิด.xlsx", target=999)
    assert not check_workbooks([folder / "1002-ดุสิต.xlsx"], [faulty], 1).besides[0].findings
    (folder / "kr" / "เสีย.xlsx").write_bytes(b"PK\3\4")
    (broken,) = check_workbooks([folder / "1002-ดุสิต.xlsx"], [folder / "kr" / "เสีย.xlsx"], 1).besides
    assert [finding.rule.code for finding in broken.findings] == ["W006"]


def test_a_plan_that_cannot_be_read_is_not_missing(folder: Path) -> None:
    for district in [one for one in DISTRICTS if one.name not in ("ดุสิต", "ภาษีเจริญ")][:A_CITY]:
        plan_workbook(folder / f"{district.code}.xlsx", district.name, 0)
    (folder / "1022-ภาษีเจริญ.xlsx").write_bytes(b"PK\3\4")
    kr = [folder / "kr" / "KR.xlsx"]
    assert "D512" not in {
        finding.rule.code for finding in across(check_workbooks(sorted(folder.glob("*.xlsx")), kr, 1))
    }
    (folder / "1022-ภาษีเจริญ.xlsx").unlink()
    (missing,) = across(check_workbooks(sorted(folder.glob("*.xlsx")), kr, 1))
    assert missing.rule.code == "D512"


def test_each_workbook_has_its_state(folder: Path) -> None:
    (folder / "1001-พระนคร.xlsx").write_bytes(b"PK\3\4")
    plan_workbook(folder / "1022-ภาษีเจริญ.xlsx", "ภาษีเจริญ", 40)
    plan_workbook(folder / "1003.xlsx", "ดุสิต", 60)
    files = [*sorted(folder.glob("*.xlsx")), folder / "kr" / "KR.xlsx"]
    states = {one.workbook.name: one for one in check_workbooks(files, (), 1).workbooks}
    assert states["1001-พระนคร.xlsx"].state is State.UNREADABLE and states["KR.xlsx"].state is State.WARNINGS
    assert states["1002-ดุสิต.xlsx"].state is State.WARNINGS and states["1003.xlsx"].state is State.ERRORS, "a second one"
    assert {one.district.name for one in states.values() if one.district} == {"พระนคร", "ดุสิต", "ภาษีเจริญ"}
    plain = states["1003.xlsx"].as_plain()
    assert (plain["kind"], plain["district"], plain["year"], plain["status"]) == ("plan", "1002", 2568, "ร่าง")
    assert states["1001-พระนคร.xlsx"].as_plain()["kind"] is None and states["KR.xlsx"].as_plain()["status"] is None


def test_kr_workbooks_are_found_where_they_are_named_else_in_the_default_folder(folder: Path) -> None:
    plan, kr = folder / "1002-ดุสิต.xlsx", folder / "kr" / "KR.xlsx"
    assert find_kr_workbooks([], folder / "kr", [plan]) == [kr]
    assert find_kr_workbooks([], folder / "kr", [kr]) == [], "it is checked itself"
    assert find_kr_workbooks([folder], folder / "nowhere", [plan]) == [kr], "plans are none"
    assert find_kr_workbooks([], folder / "nowhere", [plan]) == []
    for named in (plan, folder / "nowhere"):
        with pytest.raises(Halt):
            find_kr_workbooks([named], folder / "kr", [])


def test_what_plans_have_wrong_together_is_told_of_the_workbook_that_has_the_key_result(folder: Path) -> None:
    for place, old, new in (("2567", "2568", "2567"), ("กข", "8214", "8216")):
        (folder / place).mkdir()
        draw(complete().replace(old, new), folder / place / "KR.xlsx")
    plans = sorted(folder.glob("*.xlsx"))
    checkup = check_workbooks([*plans, *sorted(folder.glob("*/KR.xlsx"))])
    faulty = [one.workbook for one in checkup if any(finding.rule.code == "D511" for finding in one.findings)]
    assert faulty == [folder / "kr" / "KR.xlsx"]


def test_a_copy_waits_beside_its_own_workbook_and_no_namesake(tmp_path: Path) -> None:
    first, second = (kr_workbook(tmp_path / folder / "kr.xlsx") for folder in "กข")
    copy_of(second, REVISED).write_bytes(second.read_bytes())
    assert [len(one.waiting) for one in check_workbooks([first, second]).workbooks] == [0, 1]
