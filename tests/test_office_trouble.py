"""LibreOffice crashes, hangs or is interrupted amid many files: the rest is printed, and nothing is left running."""

import functools
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator import cli
from generator.pdf import convert
from generator.pdf.convert import Converter
from tests.test_interrupted import workbooks

VICTIM: Final = "๘๑๐๑"
BEAT: Final = 0.01

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc"),
]


def offices(folder: Path) -> list[int]:
    """Return the LibreOffices, and the workers that started them, whose files lie below a folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            said = (entry / "cmdline").read_bytes().decode(errors="replace")
            state = (entry / "stat").read_text().rpartition(") ")[2][0]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if str(folder) in said and ("soffice" in said or "uno_worker" in said) and state not in "ZX":
            found.append(int(entry.name))
    return found


def happens(what: Callable[[], bool], seconds: float = 20) -> bool:
    """Return whether something happens within some time."""
    deadline = time.monotonic() + seconds
    while not what():
        if time.monotonic() > deadline:
            return False
        time.sleep(BEAT)
    return True


def is_left(folder: Path) -> bool:
    """Return whether anything of LibreOffice is left: a process, or a file in the folder for temporary ones."""
    return bool(offices(folder)) or any(folder.iterdir())


class Saboteur(threading.Thread):
    """Sends a signal to each LibreOffice that is at the victim, whenever it is."""

    def __init__(self, folder: Path, number: int) -> None:
        super().__init__(daemon=True)
        self.folder, self.number = folder, number
        self.struck: set[int] = set()
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(BEAT):
            for copy in self.folder.glob("generate-office-*/document.docx"):
                try:
                    at_it = [process for process in offices(copy.parent) if opened(process, copy)]
                    if at_it and VICTIM.encode() in copy.read_bytes():
                        os.kill(at_it[0], self.number)
                        self.struck.add(at_it[0])
                except (FileNotFoundError, ProcessLookupError):
                    continue  # it is done already


def opened(process: int, file: Path) -> bool:
    """Return whether a process has a file open."""
    return any(
        os.path.lexists(link) and os.readlink(link) == str(file) for link in Path(f"/proc/{process}/fd").iterdir()
    )


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, for this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(params=[signal.SIGKILL, signal.SIGSTOP], ids=["crashes", "hangs"])
def saboteur(temporary: Path, request: pytest.FixtureRequest) -> Iterator[Saboteur]:
    saboteur = Saboteur(temporary, request.param)
    saboteur.start()
    yield saboteur
    saboteur.done.set()
    saboteur.join()


def test_a_file_that_twice_takes_libreoffice_down_is_named_and_the_others_are_printed(
    saboteur: Saboteur, temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(convert, "Converter", functools.partial(Converter, limit=6))
    arguments = ["build", str(workbooks(tmp_path / "in", 4)), "-o", str(tmp_path / "out"), "--pdf", "--jobs", "2"]
    result = CliRunner().invoke(cli.make_command("th"), arguments, prog_name="generate")
    assert "LibreOffice ทำไฟล์ PDF 8101-2568.pdf ไม่สำเร็จ" in result.output
    assert sorted(path.name for path in (tmp_path / "out").glob("*.pdf")) == [
        f"{n}-2568.pdf" for n in (8100, 8102, 8103)
    ]
    assert len(list((tmp_path / "out").glob("*.docx"))) == 4
    assert len(saboteur.struck) == 2, "each file is tried twice, no more"
    assert happens(lambda: not is_left(temporary))


def test_ctrl_c_leaves_no_libreoffice_behind(temporary: Path, tmp_path: Path) -> None:
    inputs = workbooks(tmp_path / "in", 12)
    command = [sys.executable, "-m", "generator.cli", "build", str(inputs), "-o", str(tmp_path / "out"), "--pdf"]
    run = subprocess.Popen(
        [*command, "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "TMPDIR": str(temporary)},
        start_new_session=True,
    )
    assert happens(lambda: any((tmp_path / "out").glob("*.pdf"))) and offices(temporary)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
    said, _ = run.communicate(timeout=60)
    assert run.returncode == 130, said.decode()
    assert happens(lambda: not is_left(temporary))
