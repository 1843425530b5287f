"""A build that is cut off: what is there is whole, nothing is left running, and the next run goes on from there."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.manifest import JOURNAL, MANIFEST
from tests.minibook import complete, draw

MANY: Final = 24


def workbooks(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(8100, 8100 + count):
        draw(complete().replace("8214", str(number)), folder / f"{number}.xlsx")
    return folder


def start(inputs: Path, target: Path, *options: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "generator.cli", "build", str(inputs), "-o", str(target), *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    )


def finish(run: "subprocess.Popen[str]") -> str:
    """Let a run come to its end, and return what it said."""
    out, err = run.communicate(timeout=120)
    assert run.returncode == 0, out + err
    return out


def documents(target: Path, suffix: str = ".docx") -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in target.glob(f"*{suffix}")}


def cut_off(run: "subprocess.Popen[str]", target: Path, suffix: str, send: Callable[[int], None]) -> tuple[str, str]:
    """Wait until two documents are there, end the run as `send` does, and return what it said."""
    while len(list(target.glob(f"*{suffix}"))) < 2 and run.poll() is None:
        os.sched_yield()
    send(run.pid)
    return run.communicate(timeout=60)


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def interrupt(pid: int) -> None:
    os.killpg(pid, signal.SIGINT)


def is_gone(group: int) -> bool:
    """Return whether no process of a group is left; those that are ending are waited for."""
    try:
        for _ in range(2_000_000):
            os.killpg(group, 0)
            os.sched_yield()
    except ProcessLookupError:
        return True
    return False


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workbooks(tmp_path_factory.mktemp("many") / "inputs", MANY)


@pytest.fixture(scope="module")
def whole(inputs: Path) -> dict[str, bytes]:
    """Return the documents of a run that was not cut off."""
    finish(start(inputs, inputs.parent / "whole"))
    made = documents(inputs.parent / "whole")
    assert len(made) == MANY
    return made


@pytest.mark.parametrize("send", [kill, interrupt])
def test_a_build_that_is_cut_off_goes_on(
    inputs: Path, whole: dict[str, bytes], tmp_path: Path, send: Callable[[int], None]
) -> None:
    target = tmp_path / "out"
    run = start(inputs, target, "--jobs", "2")
    out, err = cut_off(run, target, ".docx", send)
    assert is_gone(run.pid)
    first = documents(target)
    assert 0 < len(first) < MANY, "it was not cut off in the middle"
    assert first.items() <= whole.items(), "what is there is whole"
    if send is interrupt:
        assert run.returncode == 130 and err == "" and "หยุดตามที่สั่ง" in out
        assert not (target / JOURNAL).exists()
    dates = {name: (target / name).stat().st_mtime_ns for name in first}
    out = finish(start(inputs, target, "--jobs", "2"))
    assert documents(target) == whole
    assert {name: (target / name).stat().st_mtime_ns for name in first} == dates
    assert re.search(f"ข้าม (?:{len(first)}|{len(first) - 1}) ฉบับ", out), "perhaps not the last, just written"
    assert sorted(path.name for path in target.iterdir()) == sorted([*whole, MANIFEST])


@pytest.mark.office
@pytest.mark.parametrize("send", [kill, interrupt])
def test_printing_that_is_cut_off_goes_on(tmp_path: Path, send: Callable[[int], None]) -> None:
    inputs = workbooks(tmp_path / "inputs", 5)
    finish(start(inputs, tmp_path / "whole", "--pdf"))
    whole = documents(tmp_path / "whole", ".pdf")
    target = tmp_path / "out"
    run = start(inputs, target, "--pdf", "--jobs", "1")
    cut_off(run, target, ".pdf", send)
    assert is_gone(run.pid)
    first = documents(target, ".pdf")
    assert 0 < len(first) < 5, "it was not cut off in the middle"
    dates = {name: (target / name).stat().st_mtime_ns for name in first}
    finish(start(inputs, target, "--pdf"))
    assert documents(target, ".pdf") == whole
    kept = [name for name in first if (target / name).stat().st_mtime_ns == dates[name]]
    assert len(kept) >= len(first) - 1, "perhaps not the last, just written"
