"""`generate print` as an officer types it: what it says, what arrives at the printer, and going on after a stop."""

import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.papers import select
from generator.pdf import spooler
from generator.pdf.job import State
from generator.pdf.spooler import Shell
from tests.pages import entry, pdf, write_manifest
from tests.printqueue import Queue
from tests.printsystem import PATIENCE_SECONDS, PRINTER, PrintSystem

ROOT: Final = Path(__file__).parents[2]
DISTRICTS: Final = {"1003-2568": "สำนักงานเขตหนองจอก", "1004-2568": "สำนักงานเขตบางรัก", "1022-2568": "สำนักงานเขตภาษีเจริญ"}
TITLES: Final = [f"{key} แผนปฏิบัติราชการประจำปี พ.ศ. ๒๕๖๘ {name}" for key, name in DISTRICTS.items()]


def plans(folder: Path, count: int) -> Path:
    """Write the plans of so many districts into a folder, of 3, 4 and 5 pages, and return it."""
    made = [entry(folder, title[:9], title[10:], pages) for pages, title in enumerate(TITLES[:count], 3)]
    write_manifest(folder, made[::-1])
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the plans of three districts."""
    return plans(tmp_path, 3)


@pytest.fixture
def generate(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs `generate print` with a print system."""

    def generate(system: object, *arguments: object, language: str = "th") -> Result:
        monkeypatch.setattr(spooler, "find_spooler", lambda: system)
        command = cli.make_command("en" if language == "en" else "th")
        return CliRunner().invoke(command, ["print", *map(str, arguments)], prog_name="generate")

    return generate


def test_a_dry_run_says_what_would_go_where_and_sends_nothing(folder: Path, generate: Callable[..., Result]) -> None:
    queue = Queue()
    queue.fates = {title: [State.PRINTED] for title in TITLES}
    result = generate(queue, folder, "--printer", "eve", "--copies", 2, "--duplex", "--dry-run")
    lines = result.output.splitlines()
    assert lines[0] == "eve · 2 ชุด · สองหน้า"
    assert lines[1] == f"[1/3] {TITLES[0]} · จะพิมพ์ · 3 หน้า 4 แผ่น"
    assert lines[-1] == "จะพิมพ์ 3 ฉบับ 14 แผ่น"
    assert result.exit_code == 0 and queue.jobs == [] and not (folder / "printed.json").exists()
    generate(queue, folder, "--copies", 2, "--duplex")
    result = generate(queue, folder, "--copies", 2, "--duplex", "--dry-run")
    assert result.output.count("พิมพ์แล้ว") == 3 and "จะพิมพ์ 0 ฉบับ" in result.output
    result = generate(queue, folder, "--copies", 2, "--duplex", "--dry-run", "--again")
    assert "จะพิมพ์ 3 ฉบับ" in result.output and len(queue.jobs) == 3


def test_each_is_followed_to_its_end_and_counted(folder: Path, generate: Callable[..., Result]) -> None:
    queue = Queue()
    queue.fates = {title: [State.PRINTED] for title in TITLES[1:]}
    result = generate(queue, folder)
    assert result.exit_code == 0 and queue.printed == TITLES
    assert [line.rpartition(" · ")[2] for line in result.output.splitlines()[1:4]] == [
        "อยู่ในคิว (eve-0)",
        "กำลังพิมพ์ (eve-0)",
        "พิมพ์เสร็จ",
    ]
    assert "พิมพ์แล้ว 3 ฉบับ พิมพ์ไว้ก่อนหน้านี้ 0 ฉบับ ยังไม่ได้พิมพ์ 0 ฉบับ" in result.output
    queue.fates = {title: [State.PRINTED] for title in TITLES}
    result = generate(queue, folder)
    assert "พิมพ์แล้ว 0 ฉบับ พิมพ์ไว้ก่อนหน้านี้ 3 ฉบับ" in result.output and len(queue.jobs) == 3
    generate(queue, folder, "--force")
    assert len(queue.jobs) == 6


def test_what_cannot_be_printed_is_named_and_the_others_are_printed(
    folder: Path, generate: Callable[..., Result]
) -> None:
    write_manifest(folder, [entry(folder, TITLES[0][:9], TITLES[0][10:], 3, draft=True)], [])
    (folder / "แผน-50-เขต.pdf").write_bytes(pdf(9))
    queue = Queue()
    result = generate(queue, folder, folder / "แผน-50-เขต.pdf")
    assert result.exit_code == 2 and queue.printed == ["แผน-50-เขต"]
    assert "ยังเป็นร่าง" in result.output and "--drafts" in result.output
    assert "ไม่อยู่ใน manifest.json จึงไม่พิมพ์ ระบุชื่อไฟล์เองหากต้องการ: 1004-2568.pdf, 1022-2568.pdf" in result.output
    assert generate(queue, folder, "--drafts").exit_code == 0


def test_a_cancelled_job_ends_the_run_with_its_cure(folder: Path, generate: Callable[..., Result]) -> None:
    queue = Queue()
    queue.fates[TITLES[1]] = [State.CANCELLED]
    result = generate(queue, folder)
    assert result.exit_code == 2 and len(queue.jobs) == 2
    assert f"งาน eve-1 ({TITLES[1]}) ถูกยกเลิก: สั่งเดิมอีกครั้ง" in result.output
    assert "พิมพ์แล้ว 1 ฉบับ พิมพ์ไว้ก่อนหน้านี้ 0 ฉบับ ยังไม่ได้พิมพ์ 2 ฉบับ" in result.output


def test_words_can_be_english(folder: Path, generate: Callable[..., Result]) -> None:
    queue = Queue()
    queue.fates = {title: [State.PRINTED] for title in TITLES}
    result = generate(queue, folder, language="en")
    assert "printed 3, printed before 0, not printed 0" in result.output


def test_what_windows_does_not_tell_is_said(folder: Path, generate: Callable[..., Result]) -> None:
    given: list[str] = []
    result = generate(Shell(lambda path, verb: given.append(path)), folder)
    assert result.exit_code == 0 and [Path(path).stem for path in given] == list(DISTRICTS)
    assert "Windows ไม่บอกว่าพิมพ์เสร็จหรือไม่" in result.output and "ส่งให้โปรแกรมอ่าน PDF แล้ว" in result.output


# ------------------------------------------------------------------------------------------ with a real print system


def start(folder: Path, system: PrintSystem, *options: str, path: Path | None = None) -> "subprocess.Popen[bytes]":
    environment = dict(system.environment)
    if path is not None:
        environment["PATH"] = f"{path}:{environment['PATH']}"
    command = [sys.executable, "-m", "generator.cli", "print", str(folder), "--printer", PRINTER, *options]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def finish(process: "subprocess.Popen[bytes]") -> tuple[int, str]:
    said = process.communicate(timeout=PATIENCE_SECONDS)[0].decode()
    return process.returncode, said


def kill(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()


def check_arrivals(system: PrintSystem, folder: Path, copies: int = 1, sides: str = "one-sided") -> None:
    """Compare what arrived with what the folder lists: each PDF once, in order, all of it."""
    arrived = system.arrived()
    count = len(select([folder]).papers)
    assert [arrival.title for arrival in arrived] == TITLES[:count]
    assert {(arrival.copies, arrival.sides) for arrival in arrived} == {(copies, sides)}
    counted = [len(pikepdf.open(io.BytesIO(arrival.content)).pages) for arrival in arrived]
    assert counted == [3, 4, 5][:count]
    keys = list(DISTRICTS)[:count]
    assert [arrival.content for arrival in arrived] == [(folder / f"{key}.pdf").read_bytes() for key in keys]


@pytest.mark.printer
def test_after_a_kill_the_next_run_goes_on_and_each_pdf_arrives_once(folder: Path, printer: PrintSystem) -> None:
    printer.shut()
    process = start(folder, printer, "--copies", "2", "--duplex")
    printer.await_arrival()
    printer.let_go()
    printer.await_arrival()
    kill(process)
    process = start(folder, printer, "--copies", "2", "--duplex")
    printer.open()
    printer.let_go()
    code, said = finish(process)
    assert code == 0, said
    assert "พิมพ์แล้ว 2 ฉบับ พิมพ์ไว้ก่อนหน้านี้ 1 ฉบับ ยังไม่ได้พิมพ์ 0 ฉบับ" in said
    check_arrivals(printer, folder, 2, "two-sided-long-edge")


@pytest.mark.printer
@pytest.mark.parametrize("moment", ["hold", "resume"])
def test_a_kill_between_sending_and_noting_prints_nothing_twice(
    printer: PrintSystem, tmp_path: Path, moment: str
) -> None:
    folder = plans(tmp_path, 1)
    real = shutil.which("lp", path=printer.environment["PATH"])
    (programs := tmp_path / "programs").mkdir()
    deadly = programs / "lp"
    deadly.write_text(f'#!/bin/sh\n{real} "$@"\ncase "$*" in *{moment}*) kill -9 $PPID ;; esac\n')
    deadly.chmod(0o755)
    assert finish(start(folder, printer, path=programs))[0] == -signal.SIGKILL
    code, said = finish(start(folder, printer))
    assert code == 0, said
    check_arrivals(printer, folder)
    assert printer.ask("lpstat", "-o") == "", "no job is left in the queue"


@pytest.mark.printer
def test_ctrl_c_leaves_what_was_sent_says_so_and_the_next_run_goes_on(tmp_path: Path, printer: PrintSystem) -> None:
    folder = plans(tmp_path, 2)
    printer.shut()
    process = start(folder, printer)
    printer.await_arrival()
    os.kill(process.pid, signal.SIGINT)
    code, said = finish(process)
    assert code == 130 and f"({TITLES[0]}) ยังอยู่ในคิวและจะพิมพ์ต่อ" in said and "สั่งเดิมอีกครั้งเพื่อพิมพ์ต่อ" in said
    assert "ยังไม่ได้พิมพ์ 2 ฉบับ" in said
    printer.open()
    printer.let_go()
    assert finish(start(folder, printer))[0] == 0
    check_arrivals(printer, folder)


@pytest.mark.printer
def test_a_printer_that_stops_is_noticed_and_its_queue_is_not_filled_again(
    tmp_path: Path, printer: PrintSystem
) -> None:
    folder = plans(tmp_path, 1)
    printer.shut()
    process = start(folder, printer)
    printer.await_arrival()
    printer.ask("cupsdisable", PRINTER)
    code, said = finish(process)
    assert code == 2 and f"เครื่องพิมพ์ {PRINTER} หยุด (ถูกสั่งหยุดไว้)" in said and f"cupsenable {PRINTER}" in said
    assert "หยุดอยู่" in finish(start(folder, printer))[1], "nothing is sent to a printer that is stopped"
    assert len(printer.ask("lpstat", "-W", "all", "-o", PRINTER).splitlines()) == 1
    printer.open()
    printer.let_go()
    printer.ask("cupsenable", PRINTER)
    code, said = finish(start(folder, printer))
    assert code == 0, said
    assert len(printer.ask("lpstat", "-W", "all", "-o", PRINTER).splitlines()) == 1
