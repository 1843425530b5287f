"""The command `generate check` over a folder of plans: against the city, and as a page for headquarters."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from lxml import html

from generator import cli
from generator.words import Halt
from tests.cityfolder import kr_workbook, plan_workbook


def generate(*arguments: object, language: str = "th") -> Result:
    command = cli.make_command("en" if language == "en" else "th")
    return CliRunner().invoke(command, [str(argument) for argument in arguments], prog_name="generate")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as an office has it: a plan that differs from the city, one that does not, and the KR workbook."""
    kr_workbook(tmp_path / "inputs" / "kr" / "KR.xlsx")
    plan_workbook(tmp_path / "inputs" / "plans" / "1002-ดุสิต.xlsx", "ดุสิต", 60)
    plan_workbook(tmp_path / "inputs" / "plans" / "1022-ภาษีเจริญ.xlsx", "ภาษีเจริญ", 45)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_plans_are_compared_with_the_kr_workbooks_of_the_default_folder(folder: Path) -> None:
    for paths in (["inputs/plans"], ["inputs"], []):
        said = generate("check", *paths, "--jobs", 1).output
        assert "D506 ตัววัด!E3" in said and "คือ 45 แต่ KR.xlsx แนบ 8214!C5 จัดสรรไว้ 40 ต่างกัน 5" in said
        assert said.count("D506") == 1


def test_other_kr_workbooks_may_be_named(folder: Path) -> None:
    kr_workbook(folder / "อื่น" / "KR2.xlsx", dusit=55, target=95)
    said = generate("check", "inputs/plans", "--kr", folder / "อื่น", "--jobs", 1).output
    assert "KR2.xlsx" in said and "KR.xlsx" not in said
    for wrong in ("inputs/plans", "ไม่มี"):
        assert isinstance(generate("check", "inputs/plans", "--kr", wrong).exception, Halt)


def test_building_holds_the_same_against_a_plan(folder: Path) -> None:
    said = generate("build", "inputs/plans", "--no-pages", "--jobs", 1).output
    assert "เตือน D506 ตัววัด!E3" in said
    shutil.rmtree("inputs/kr")
    assert "D506" not in generate("build", "inputs/plans", "--no-pages", "--jobs", 1).output


def test_the_page_is_written_and_the_screen_says_where(folder: Path) -> None:
    result = generate("check", "inputs", "--html", "ผล พ.ศ.2568", "--jobs", 1)
    first, second = result.output.splitlines()
    assert first.startswith("ผิด ") and second == "สร้าง ผล พ.ศ.2568.html แล้ว"
    content = Path("ผล พ.ศ.2568.html").read_bytes()
    document = html.document_fromstring(content.decode())
    links = document.xpath("//article[@id='D506']//a/@href")
    assert links == [
        "inputs/plans/1022-%E0%B8%A0%E0%B8%B2%E0%B8%A9%E0%B8%B5%E0%B9%80%E0%B8%88%E0%B8%A3%E0%B8%B4%E0%B8%8D.xlsx"
        "#%27%E0%B8%95%E0%B8%B1%E0%B8%A7%E0%B8%A7%E0%B8%B1%E0%B8%94%27!E3"
    ]
    generate("check", "inputs", "--html", "ผล พ.ศ.2568.html", "--jobs", 2)
    assert Path("ผล พ.ศ.2568.html").read_bytes() == content


def test_json_goes_to_the_screen_beside_the_page(folder: Path) -> None:
    said = json.loads(generate("check", "inputs/plans", "--html", "r.html", "--json", "--jobs", 1).stdout)
    assert [(one["district"], one["state"], one["path"]) for one in said["workbooks"]] == [
        ("1002", "warnings", "inputs/plans/1002-ดุสิต.xlsx"),
        ("1022", "warnings", "inputs/plans/1022-ภาษีเจริญ.xlsx"),
    ]
    assert Path("r.html").is_file()


def test_somebodys_file_is_not_written_over(folder: Path) -> None:
    Path("งาน.html").write_text("<p>งานของใครบางคน</p>", encoding="utf-8")
    assert isinstance(generate("check", "inputs", "--html", "งาน.html").exception, Halt)
    assert "ใครบางคน" in Path("งาน.html").read_text(encoding="utf-8")
    plan = Path("inputs/plans/1002-ดุสิต.xlsx")
    before = plan.read_bytes()
    generate("check", "inputs", "--html", plan, "--jobs", 1)
    assert plan.read_bytes() == before


def test_what_differs_from_the_city_is_marked_in_the_copy(folder: Path) -> None:
    generate("check", "inputs/plans/1022-ภาษีเจริญ.xlsx", "--mark", "--jobs", 1)
    (copy,) = Path("inputs/plans").glob("*ตรวจแล้ว.xlsx")
    comment = openpyxl.load_workbook(copy)["ตัววัด"]["E3"].comment
    assert comment is not None and "D506" in comment.text
    assert not list(Path("inputs/kr").glob("*ตรวจแล้ว*")), "a workbook that was only compared with is let be"
