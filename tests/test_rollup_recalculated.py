"""LibreOffice calculates every formula of the roll-up anew, and finds the value that we wrote beside it."""

import subprocess
import zipfile
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

from generator.pdf.office import find_office
from generator.rollup import write
from tests.miniplans import mixed, rolled_up

pytestmark = pytest.mark.office

ALWAYS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""
"""LibreOffice's setting to trust no stored value of a workbook."""


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("profile")
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("recalculated")
    write(rolled_up(mixed(folder / "in")), folder / "รวม.xlsx")
    return folder / "รวม.xlsx"


def recalculated(path: Path, profile: Path) -> Path:
    target = path.parent / "recalculated"
    options = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    command = [find_office().program, *options, "--outdir", target, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return target / path.name


def different(path: Path, other: Path) -> tuple[int, list[str]]:
    """Return how many formulas there are, and those whose values differ between two workbooks."""
    formulas, here, there = (
        openpyxl.load_workbook(path),
        *(openpyxl.load_workbook(p, data_only=True) for p in (path, other)),
    )
    cells = [
        (sheet.title, cell) for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    found = []
    for sheet, cell in cells:
        ours, theirs = (book[sheet][cell.coordinate].value for book in (here, there))
        if not same(ours, theirs):
            found.append(f"{sheet}!{cell.coordinate} {cell.value}: {ours!r}, recalculated {theirs!r}")
    return len(cells), found


def same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return ours == pytest.approx(theirs, rel=1e-9, abs=1e-6)
    return (ours or "") == (theirs or "")


def test_every_formula_has_the_value_that_libreoffice_finds(path: Path, profile: Path) -> None:
    count, found = different(path, recalculated(path, profile))
    assert found == []
    assert count > 850


def test_a_wrong_value_would_be_noticed(path: Path, profile: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / path.name
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(spoilt, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == "xl/worksheets/sheet2.xml":
                assert content.count(b"<v>1570.5</v>") == 3
                content = content.replace(b"<v>1570.5</v>", b"<v>0</v>")
            copy.writestr(name, content)
    _, found = different(spoilt, recalculated(spoilt, profile))
    assert len(found) == 3
