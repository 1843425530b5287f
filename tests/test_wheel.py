"""An installed wheel works from any folder, with nothing of this checkout and none of its development tools."""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

ROOT: Final = Path(__file__).parent.parent
# Kept by `make`, so that this test needs no network; without them pip asks its registry.
WHEELS: Final = Path(sys.prefix) / "wheels"
BIN: Final = "Scripts" if sys.platform == "win32" else "bin"

pytestmark = pytest.mark.wheel


def run(*command: str | Path, cwd: Path) -> str:
    """Return what `command` prints; its words on both streams are the message when it fails."""
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    words = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, f"{command} ends with {done.returncode}:\n{words}"
    return words


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from a copy of what is needed to build it, so that nothing is left in the checkout."""
    source = tmp_path_factory.mktemp("source")
    for name in ("generator", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", source / "dist", cwd=source)
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of an environment that holds the locked runtime packages and the wheel alone."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        home / BIN / "python",
        "install",
    ]
    source: list[str | Path] = ["--no-index", "--find-links", WHEELS] if WHEELS.is_dir() else []
    run(*pip, *source, "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt", cwd=home)
    run(*pip, "--no-index", "--no-deps", wheel, cwd=home)
    return home / BIN


def test_the_wheel_holds_all_that_is_read_at_run_time_and_no_build_programs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    data = (".docx", ".csv", ".html", ".json", ".py")
    shipped = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "generator").rglob("*")
        if path.suffix in data and "__pycache__" not in path.parts
    }
    templates = {f"generator/templates/{path.name}" for path in (ROOT / "templates").iterdir() if path.suffix in data}
    assert "generator/templates/kr-form.docx" in templates
    assert names >= shipped | templates | {"generator/py.typed"}
    assert {name for name in names if name.endswith(data)} == shipped | templates


def test_an_installed_program_makes_a_form_for_each_key_result_in_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    workbooks = sorted((ROOT / "inputs" / "kr").glob("*.xlsx"))
    for workbook in workbooks:
        shutil.copy(workbook, tmp_path)
    run(installed / "generate", "build", *(path.name for path in workbooks), "-o", "out", cwd=tmp_path)
    documents = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["documents"]
    assert {document["key"] for document in documents} == {"8207-2568", "8214-2568", "8308-2568"}
    for document in documents:
        with ZipFile(tmp_path / "out" / document["docx"]) as form:
            assert form.testzip() is None
            assert "word/document.xml" in form.namelist()


def test_help_starts_without_the_libraries_of_word_and_excel(installed: Path, tmp_path: Path) -> None:
    ask = (
        "import sys\n"
        "from generator.cli import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print('imported:', *sorted({'openpyxl', 'xlsxwriter', 'lxml', 'jinja2', 'fontTools'} & set(sys.modules)))\n"
    )
    assert run(installed / "python", "-c", ask, cwd=tmp_path).splitlines()[-1].split() == ["imported:"]
    assert "build" in run(installed / "generate", "--help", cwd=tmp_path)
