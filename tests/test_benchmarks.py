"""The workbooks for measuring: the command writes them, each of its own district or year, and they build."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner

from generator import cli
from tests.sources import source_modules

BENCHMARKS: Final = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(scope="module")
def workbooks() -> Iterator[Any]:
    """The program that writes them."""
    path = list(sys.path)
    with source_modules() as source:
        sys.path.insert(0, str(BENCHMARKS))
        yield source("workbooks")
    sys.path[:] = path
    del sys.modules["workbooks"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two of them, written by the command."""
    folder = tmp_path_factory.mktemp("workbooks") / "in"
    command = [sys.executable, str(BENCHMARKS / "workbooks.py"), str(folder), "--count", "2", "--jobs", "1"]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert re.match(r"2 workbooks, 0\.\d MB, in [\d.]+ s: ", said)
    return folder


def test_the_command_writes_so_many_named_by_code_and_district(written: Path, made: Callable[[Path], Path]) -> None:
    assert [made(path).name for path in sorted(written.iterdir())] == ["1001-พระนคร.xlsx", "1002-ดุสิต.xlsx"]


def test_the_same_seed_makes_the_same_bytes(written: Path, workbooks: Any, tmp_path: Path) -> None:
    again = workbooks.write(tmp_path, 1, 2568, 1)
    assert again.read_bytes() == (written / again.name).read_bytes()


def test_they_build_without_errors(written: Path, tmp_path: Path) -> None:
    arguments = ["build", str(written), "-o", str(tmp_path), "--no-pages"]
    result = CliRunner().invoke(cli.make_command("th"), arguments, prog_name="generate")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["1001-2568.docx", "1002-2568.docx"]


def test_more_than_fifty_are_of_later_years(workbooks: Any) -> None:
    names = [workbooks.name_of(number, 2568) for number in range(500)]
    assert (names[0], names[49]) == ("1001-พระนคร.xlsx", "1050-บางบอน.xlsx")
    assert (names[50], names[499]) == ("2569/1001-พระนคร.xlsx", "2577/1050-บางบอน.xlsx")
    assert len(set(names)) == 500
