"""What a test makes is really validated: each of these runs pytest on a small file of tests, and reads its verdict."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from xlsxwriter import Workbook

from tests.validation import Gathering, Made, Passed, validate

ROOT = Path(__file__).parent.parent

# The first is wrong for the SDK alone (w:jc knows no "sideways"), the second for the lint alone (a cell without a
# paragraph), the third is a workbook cut short, the last are right.
MAKERS = """
import docx, xlsxwriter
from docx.oxml.ns import qn

def test_wrong_for_the_sdk(made, tmp_path):
    document = docx.Document()
    alignment = document.add_paragraph("x").paragraph_format.element.get_or_add_pPr().makeelement(qn("w:jc"))
    alignment.set(qn("w:val"), "sideways")
    document.paragraphs[0]._p.pPr.append(alignment)
    document.save(tmp_path / "sideways.docx")
    made(tmp_path / "sideways.docx")

def test_wrong_for_the_lint(made, tmp_path):
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)._tc
    cell.remove(cell.p_lst[0])
    document.save(tmp_path / "empty-cell.docx")
    made(tmp_path / "empty-cell.docx")

def test_cut_short(made, tmp_path):
    (tmp_path / "cut.xlsx").write_bytes(b"PK not much more")
    made(tmp_path / "cut.xlsx")

def test_right(made, tmp_path):
    docx.Document().save(tmp_path / "right.docx")
    made(tmp_path / "right.docx")
    with xlsxwriter.Workbook(tmp_path / "right.xlsx") as book:
        book.add_worksheet()
    assert made(tmp_path / "right.xlsx").exists()
"""


# A right document, the same bytes each time, and a file that the SDK refuses.
RIGHT_AND_WRONG = f"""
from pathlib import Path

def test_right(made):
    made(Path({str(ROOT / "templates" / "book-form.docx")!r}))

def test_wrong(made, tmp_path):
    (tmp_path / "wrong.xlsx").write_bytes(b"PK not much more")
    made(tmp_path / "wrong.xlsx")
"""


def run_inner(folder: Path, tests: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run pytest, with this project's conftest, on the source `tests` in `folder`."""
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -q\n", encoding="utf-8")
    (folder / "conftest.py").write_text("from tests.conftest import *\n", encoding="utf-8")
    (folder / "test_inner.py").write_text(tests, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.session
@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two workers"])
def test_each_broken_file_fails_the_session_by_name(tmp_path: Path, options: tuple[str, ...]) -> None:
    inner = run_inner(tmp_path, MAKERS, *options)
    assert inner.returncode == pytest.ExitCode.TESTS_FAILED, inner.stdout + inner.stderr
    assert inner.stdout.splitlines()[-1].startswith("3 failed, 3 passed"), inner.stdout
    assert "sideways.docx, made by test_inner.py::test_wrong_for_the_sdk, is not valid" in inner.stdout
    assert "cut.xlsx, made by test_inner.py::test_cut_short, is not valid" in inner.stdout
    assert "table 1, row 1, column 1: the cell does not end with a paragraph" in inner.stdout
    assert "right.docx" not in inner.stdout


def test_without_the_validator_the_session_says_so(tmp_path: Path) -> None:
    inner = run_inner(tmp_path, MAKERS, "--no-validator", "-k", "right")
    assert inner.returncode == pytest.ExitCode.OK, inner.stdout + inner.stderr
    assert "2 documents were NOT validated" in inner.stdout


def test_a_missing_node_fails_the_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    inner = run_inner(tmp_path, MAKERS, "-k", "right")
    assert inner.returncode == pytest.ExitCode.TESTS_FAILED
    assert "2 documents could not be validated: install Node" in inner.stdout


def test_equal_files_are_validated_once_and_named_after_every_test(tmp_path: Path) -> None:
    gathering = Gathering(tmp_path, "main")
    for name, test in (("a.docx", "one"), ("b.docx", "two")):
        Document().save(str(tmp_path / name))
        (tmp_path / name).write_bytes((tmp_path / "a.docx").read_bytes())
        gathering.add(tmp_path / name, test)
    (file,) = gathering.files()
    assert (file.names, file.tests) == (("a.docx", "b.docx"), ("one", "two"))


@pytest.mark.session
def test_what_an_earlier_run_passed_is_not_asked_about_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_inner(tmp_path, RIGHT_AND_WRONG)
    assert first.stdout.splitlines()[-1].startswith("1 failed, 2 passed"), first.stdout + first.stderr
    monkeypatch.setenv("PATH", str(tmp_path))
    again = run_inner(tmp_path, RIGHT_AND_WRONG, "-k", "right")
    assert again.returncode == pytest.ExitCode.OK, again.stdout
    wrong = run_inner(tmp_path, RIGHT_AND_WRONG)
    assert "1 documents could not be validated" in wrong.stdout, "what was faulty is asked about every time"
    anew = run_inner(tmp_path, RIGHT_AND_WRONG, "--cache-clear", "-k", "right")
    assert "1 documents could not be validated" in anew.stdout


def test_another_validator_has_passed_nothing_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    validator = tmp_path / "validator"
    validator.mkdir()
    for name in ("package-lock.json", "validate.mjs"):
        (validator / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr("tests.validation.VALIDATOR", validator)
    file, other = (Made(tmp_path / name, (), ()) for name in ("a.docx", "b.docx"))
    Passed(tmp_path).add([file])
    assert file in Passed(tmp_path) and other not in Passed(tmp_path)
    (validator / "package-lock.json").write_text("another", encoding="utf-8")
    assert file not in Passed(tmp_path)


@pytest.mark.session
def test_many_files_are_shared_among_processes_and_all_answered(tmp_path: Path) -> None:
    gathering = Gathering(tmp_path, "main")
    for number in range(41):
        with Workbook(tmp_path / "book.xlsx") as book:
            book.add_worksheet().write(0, 0, number)
        gathering.add(tmp_path / "book.xlsx", f"test {number:02}")
    made = gathering.files()
    assert validate(made) == {file.path: [] for file in made}
    assert len(made) == 41


GOLDEN = """
def test_golden(golden):
    golden("kr/8214.xml", "บรรทัดหนึ่ง\\nบรรทัดสอง\\n")

def test_other():
    raise AssertionError("not about goldens")
"""


@pytest.mark.session
def test_a_golden_that_differs_is_shown_and_can_be_accepted(tmp_path: Path) -> None:
    before = run_inner(tmp_path, GOLDEN, "-k", "golden")
    assert before.returncode == pytest.ExitCode.TESTS_FAILED
    assert "+บรรทัดสอง" in before.stdout
    assert "run `make golden` to accept it" in before.stdout
    accepting = run_inner(tmp_path, GOLDEN, "--accept")
    assert accepting.stdout.splitlines()[-1].startswith("1 passed, 1 deselected"), accepting.stdout
    assert run_inner(tmp_path, GOLDEN, "-k", "golden").returncode == pytest.ExitCode.OK
    assert (tmp_path / "tests/golden/kr/8214.xml").read_bytes() == "บรรทัดหนึ่ง\nบรรทัดสอง\n".encode()


def test_a_test_that_wants_the_network_fails(tmp_path: Path) -> None:
    wants = "import socket\n\ndef test_far():\n    socket.create_connection(('192.0.2.1', 80), 0.1)\n"
    inner = run_inner(tmp_path, wants)
    assert "a test wants to connect to ('192.0.2.1', 80)" in inner.stdout
