"""The command `generate collect` as headquarters types it."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.words import Halt
from generator.workbook.rollup import matrix
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
