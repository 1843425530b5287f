"""LibreOffice is found where it is, and what is missing is said in one sentence with the cure."""

import ast
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator.pdf import uno_document, uno_worker
from generator.pdf.office import clean_environment, find_office, read_version, usual_places
from generator.pdf.press import available, find_press
from generator.words import Halt


def program(folder: Path) -> Path:
    """Write a program that is there but does nothing."""
    file = folder / "program" / "soffice"
    file.parent.mkdir(parents=True)
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return file


def test_without_libreoffice_the_operator_is_told_what_to_install() -> None:
    halt = available({"PATH": ""}, places=[])
    assert halt is not None
    assert "LibreOffice" in halt.problem.th and "PDF" in halt.problem.th
    assert "sudo apt install libreoffice-writer python3-uno" in halt.cure.th
    assert "sudo apt install libreoffice-writer python3-uno" in halt.cure.en


def test_without_a_python_that_has_uno_the_operator_is_told_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(Halt) as halt:
        find_office({"PATH": ""}, places=[program(tmp_path)], pythons=[])
    assert str(program.__name__) in halt.value.problem.en
    assert str(tmp_path) in halt.value.problem.th
    assert "python3-uno" in halt.value.cure.th


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Python")
def test_a_python_that_cannot_import_uno_is_passed_over(tmp_path: Path) -> None:
    office = program(tmp_path)
    bad, good = office.with_name("bad"), office.with_name("good")
    for python, code in ((bad, 1), (good, 0)):
        python.write_text(f"#!/bin/sh\nexit {code}\n")
        python.chmod(0o755)
    assert find_office({"PATH": ""}, places=[office], pythons=[bad, good]).python == good


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Python")
def test_the_python_beside_libreoffice_comes_first(tmp_path: Path) -> None:
    office = program(tmp_path)
    own, system = office.with_name("python"), tmp_path / "python3"
    for python in (own, system):
        python.write_text("#!/bin/sh\nexit 0\n")
        python.chmod(0o755)
    assert find_office({"PATH": ""}, places=[office], pythons=[system]).python == own


def test_the_path_comes_before_the_usual_places(tmp_path: Path) -> None:
    on_path, elsewhere = program(tmp_path / "a"), program(tmp_path / "b")
    with pytest.raises(Halt) as halt:
        find_office({"PATH": str(on_path.parent)}, places=[elsewhere], pythons=[])
    assert str(on_path) in halt.value.problem.en


def test_the_usual_places_are_those_of_the_system() -> None:
    windows = usual_places({"PROGRAMFILES": "C:/Program Files", "PROGRAMFILES(X86)": "C:/x86"}, "win32")
    assert windows[0] == Path("C:/Program Files/LibreOffice/program/soffice.exe")
    assert windows[1] == Path("C:/x86/LibreOffice/program/soffice.exe")
    mac = usual_places({"HOME": "/Users/a"}, "darwin")
    assert mac[0] == Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    assert mac[1] == Path("/Users/a/Applications/LibreOffice.app/Contents/MacOS/soffice")
    assert Path("/usr/lib/libreoffice/program/soffice") in usual_places({}, "linux")


@pytest.mark.parametrize("names", [("bootstraprc", "versionrc"), ("bootstrap.ini", "version.ini")])
def test_the_version_is_read_from_the_files_beside_the_program(tmp_path: Path, names: tuple[str, str]) -> None:
    office = program(tmp_path)
    (office.parent / names[0]).write_text("[Bootstrap]\nProductKey=LibreOffice 24.8\n", encoding="utf-8-sig")
    (office.parent / names[1]).write_text("[Version]\nUpdateUserAgent=<P> (${x}; %s)\nbuildid=abc\n")
    assert read_version(office) == "LibreOffice 24.8 abc"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_a_program_without_these_files_is_asked_for_its_version(tmp_path: Path) -> None:
    office = program(tmp_path)
    office.write_text("#!/bin/sh\necho LibreOffice 9.9 ' '\n")
    assert read_version(office) == "LibreOffice 9.9"


def test_other_pythons_do_not_see_the_libraries_of_ours() -> None:
    assert clean_environment({"PATH": "p", "PYTHONPATH": "x", "PythonHome": "y", "VIRTUAL_ENV": "z"}) == {"PATH": "p"}


@pytest.mark.office
def test_this_computer_can_print() -> None:
    assert available() is None
    press = find_press()
    assert press.office.program.is_file() and press.office.python.is_file()
    assert press.office.version.startswith("LibreOffice")
    assert press.office.version in press.fingerprint and press.typeface.fingerprint in press.fingerprint


@pytest.mark.parametrize("module", [uno_worker, uno_document], ids=["worker", "document"])
def test_the_worker_runs_under_an_old_python_without_this_package(module: ModuleType) -> None:
    tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"), feature_version=(3, 8))
    inside = next((node for node in tree.body if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node)), None)
    if inside is not None:  # what the package sees; the script takes the other way
        assert ast.unparse(inside.test) == "TYPE_CHECKING or __name__ != '__main__'"
        inside.body = []
    imported = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported <= sys.stdlib_module_names | {"uno_document"}
    assert "__future__" in imported  # so that the newer spelling of types is not evaluated
