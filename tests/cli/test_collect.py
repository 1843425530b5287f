"""The command `generate collect` as headquarters types it."""

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.model.rollup.city import UNFILLED
from generator.words import Halt
from generator.workbook.rollup import districts, matrix
from generator.workbook.rollup import findings as found_sheet
from tests.cityfolder import kr_workbook, plan_workbook
from tests.miniplans import KR, folder_of, mixed, plan


def generate(*arguments: object, language: str = "th") -> Result:
    command = cli.make_command("en" if language == "en" else "th")
    return CliRunner().invoke(command, [str(argument) for argument in arguments], prog_name="generate")


def test_it_says_what_came_and_what_is_missing(tmp_path: Path) -> None:
    result = generate("collect", mixed(tmp_path / "in"), "-o", tmp_path / "out" / "รวม.xlsx", "--jobs", 1)
    assert result.exit_code == 1, "there are errors"
    for words in (
        "ปี 2568: ได้รับแผน 4 จาก 50 เขต โครงการ 15 โครงการ งบประมาณ 4,711.5 บาท",
        "ยังไม่ได้รับ 46 เขต: หนองจอก, บางรัก",
        "อ่านไม่ได้ 1 เขต: มีนบุรี",
        "ไม่นับรวม 3 ไฟล์",
        "รวม.xlsx แล้ว",
    ):
        assert words in result.output
    assert (tmp_path / "out" / "รวม.xlsx").exists()
    english = generate("collect", tmp_path / "in", "-o", tmp_path / "out" / "รวม.xlsx", "--jobs", 1, language="en")
    assert "plans of 4 districts of 50" in english.output


def test_it_compares_with_the_key_results_beside_it_and_names_the_file_by_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path / "inputs" / "plans", {"1022.xlsx": plan(), "1001.xlsx": plan("1001")})
    (tmp_path / "inputs" / "kr").symlink_to(KR)
    monkeypatch.chdir(tmp_path)
    assert generate("collect", "inputs/plans").exit_code == 1
    sheet = openpyxl.load_workbook("outputs/รวมแผน-2568.xlsx")[matrix.NAME]
    assert sheet["G5"].value == matrix.DIFFERENCE


def test_a_name_without_a_suffix_gets_one(tmp_path: Path) -> None:
    folder_of(tmp_path / "in", {"1022.xlsx": plan()})
    generate("collect", tmp_path / "in", "-o", tmp_path / "รวมแผน พ.ศ.2568", "--jobs", 1)
    assert (tmp_path / "รวมแผน พ.ศ.2568.xlsx").exists()


def test_a_workbook_of_an_officer_is_not_written_over(tmp_path: Path) -> None:
    folder_of(tmp_path, {"1022.xlsx": plan()})
    result = generate("collect", tmp_path, "-o", tmp_path / "1022.xlsx")
    assert isinstance(result.exception, Halt)


def test_a_workbook_without_any_project_is_not_yet_a_plan(tmp_path: Path) -> None:
    drawn = {
        "1001.xlsx": plan("1001"),
        "1002.xlsx": plan("1002", projects=[]),
        "1003.xlsx": plan("1003", projects=[], status="ลงนาม"),
    }
    folder_of(tmp_path / "in", drawn)
    result = generate("collect", tmp_path / "in", "-o", tmp_path / "รวม.xlsx", "--jobs", 1)
    assert "ได้รับแผน 2 จาก 50 เขต" in result.output and "ยังไม่ได้รับ 47 เขต" in result.output
    assert "ยังไม่ได้กรอก 1 เขต: ดุสิต" in result.output
    book = openpyxl.load_workbook(tmp_path / "รวม.xlsx", data_only=True)
    assert [cell.value for cell in book[districts.NAME]["D"][4:7]] == ["ร่าง", UNFILLED, "ลงนาม"]
    overview = [row for row in book["ภาพรวม"].iter_rows(values_only=True)]
    assert overview[2][0] == 2
    head = next(index for index, row in enumerate(overview) if UNFILLED in row)
    assert dict(zip(overview[head], overview[head + 1], strict=True))[UNFILLED] == 1
    assert any(str(row[0]).startswith("ยังไม่ได้กรอก 1 เขต: ดุสิต") for row in overview)


def plans_that_differ(folder: Path) -> Path:
    """Write plans of which one, ready for signature, has another target than is allotted to it, and a copy waits."""
    kr_workbook(folder / "kr" / "KR.xlsx")
    plan_workbook(folder / "in" / "1002-ดุสิต.xlsx", "ดุสิต", 60)
    plan_workbook(folder / "in" / "1022-ภาษีเจริญ.xlsx", "ภาษีเจริญ", 45, status="พร้อมลงนาม")
    plan_workbook(folder / "in" / "1022-ภาษีเจริญ.แก้แล้ว.xlsx", "ภาษีเจริญ", 45)
    return folder


def rows_found(path: Path) -> list[tuple[object, ...]]:
    rows = openpyxl.load_workbook(path)[found_sheet.NAME].iter_rows(min_row=4, values_only=True)
    return [row for row in rows if row[2]]


def test_what_differs_across_workbooks_is_listed_with_its_district(tmp_path: Path) -> None:
    folder = plans_that_differ(tmp_path)
    result = generate("collect", folder / "in", "--kr", folder / "kr", "-o", tmp_path / "รวม.xlsx", "--jobs", 1)
    assert result.exit_code == 1
    across = {row[3]: row for row in rows_found(tmp_path / "รวม.xlsx") if str(row[3]).startswith("D")}
    assert across["D506"][:3] == (1022, "ภาษีเจริญ", found_sheet.ERROR)
    assert across["D511"][0] is None, "all plans together: of no district"


@pytest.mark.parametrize("among", [True, False])
@pytest.mark.parametrize("kind", ["differ", "mixed"])
def test_it_finds_what_checking_the_same_workbooks_finds(tmp_path: Path, kind: str, among: bool) -> None:
    plans_that_differ(tmp_path)
    folder = tmp_path / "in" if kind == "differ" else mixed(tmp_path / "mixed")
    here = [folder, tmp_path / "kr"] if among else [folder, "--kr", tmp_path / "kr"]
    checked = generate("check", *here, "--jobs", 1, "--json")
    collected = generate("collect", *here, "-o", tmp_path / "รวม.xlsx", "--jobs", 1)
    said = [(one["severity"] == "error", one["code"]) for one in json.loads(checked.output)["findings"]]
    listed = [(row[2] == found_sheet.ERROR, row[3]) for row in rows_found(tmp_path / "รวม.xlsx")]
    own = [one for one in listed if one not in ((False, "W020"), (False, "W021"))]
    assert sorted(own) == sorted(said)
    assert collected.exit_code == checked.exit_code == 1
