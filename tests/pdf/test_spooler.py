"""Windows is given one file at a time and asked for nothing that it cannot do. A stand-in is asked, not Windows."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.pdf.job import Job, State
from generator.pdf.spooler import Shell, find_spooler
from generator.words import Halt

JOB = Job(Path("แผน -o.pdf"), b"", "แผน", "default", 1, False)


def test_windows_prints_through_its_reader_and_elsewhere_cups_does() -> None:
    assert not find_spooler({}, "win32").follows
    with pytest.raises(Halt) as halt:
        find_spooler({"PATH": ""}, "linux")
    assert "CUPS" in halt.value.problem.th and "sudo apt install cups" in halt.value.cure.th


@pytest.mark.parametrize("asked", [("eve", 1, False), (None, 2, False), (None, 1, True)])
def test_what_windows_cannot_do_is_refused(asked: tuple[str | None, int, bool]) -> None:
    with pytest.raises(Halt) as halt:
        Shell().choose(*asked)
    assert "Windows" in halt.value.problem.th


def test_the_reader_is_given_the_whole_path() -> None:
    given: list[tuple[str, str]] = []
    shell = Shell(lambda path, verb: given.append((path, verb)))
    shell.choose(None, 1, False)
    number = shell.send(JOB, lambda number: None)
    assert given == [(str(Path("แผน -o.pdf").resolve()), "print")]
    assert shell.status(number).state is State.GIVEN


def test_a_file_that_may_have_been_given_is_not_called_given() -> None:
    shell = Shell()
    assert shell.status(shell.find(JOB, datetime.now(UTC)) or "").state is State.UNKNOWN


def test_without_a_reader_the_operator_is_told_to_install_one() -> None:
    def start(path: str, verb: str) -> None:
        raise OSError(1155, "No application is associated")

    told: list[str] = []
    with pytest.raises(Halt) as halt:
        Shell(start).send(JOB, told.append)
    assert "แผน -o.pdf" in halt.value.problem.th and "โปรแกรมอ่าน PDF" in halt.value.cure.th
    assert told == []
