"""CUPS is asked, and what it says is understood: printers, states, titles, and what stops a job."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from generator.pdf.cups import PROGRAMS, Cups
from generator.pdf.job import Job, State, job_title
from generator.words import Halt
from tests.pages import pdf
from tests.printsystem import PRINTER, PrintSystem, print_system

TITLE: Final = job_title("-1022-2568 <แผน> & $(ปี) “" + "แผนปฏิบัติราชการประจำปี " * 20 + "สำนักงานเขตภาษีเจริญ")


@pytest.fixture
def cups(printer: PrintSystem) -> Cups:
    return Cups(printer.environment)


def job(title: str = TITLE, copies: int = 1, duplex: bool = False) -> Job:
    return Job(Path("-x.pdf"), pdf(3, title), title, PRINTER, copies, duplex)


def await_state(cups: Cups, number: str, state: State) -> None:
    while (found := cups.status(number).state) is not state:
        assert found in (State.WAITING, State.PRINTING), found


def ignore(number: str) -> None:
    """Take an id and do nothing."""


@pytest.mark.parametrize("missing", PROGRAMS)
def test_without_a_program_of_cups_the_operator_is_told_what_to_install(tmp_path: Path, missing: str) -> None:
    for name in set(PROGRAMS) - {missing}:
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    with pytest.raises(Halt) as halt:
        Cups({"PATH": str(tmp_path)})
    assert missing in halt.value.problem.th and "sudo apt install" in halt.value.cure.th


@pytest.mark.printer
def test_a_job_arrives_as_it_was_sent(cups: Cups, printer: PrintSystem) -> None:
    sent = job(copies=2, duplex=True)
    states: list[State] = []
    number = cups.send(sent, lambda number: states.append(cups.status(number).state))
    assert states == [State.HELD], "it is held until its id is known"
    await_state(cups, number, State.PRINTED)
    (arrived,) = printer.arrived()
    assert (arrived.title, arrived.copies, arrived.sides) == (TITLE, 2, "two-sided-long-edge")
    assert arrived.content == sent.content
    assert cups.status(number).title == TITLE


@pytest.mark.printer
def test_what_is_no_number_of_a_job_is_not_known(cups: Cups) -> None:
    assert {cups.status(number).state for number in ("", "given", "x-", "x-1\nATTR", "x-๑")} == {State.UNKNOWN}


def test_a_job_cancelled_while_it_waits_is_not_taken_for_printed(cups: Cups, printer: PrintSystem) -> None:
    printer.ask("cupsdisable", PRINTER)
    number = cups.send(job(), ignore)
    assert cups.status(number).state is State.STOPPED
    printer.ask("cancel", number)
    assert cups.status(number).state is State.CANCELLED
    assert cups.status(f"{PRINTER}-99999").state is State.UNKNOWN


@pytest.mark.printer
def test_a_held_job_is_found_by_its_title_and_let_go(cups: Cups, printer: PrintSystem) -> None:
    def die(number: str) -> None:
        raise KeyboardInterrupt

    begun = datetime.now(UTC).replace(microsecond=0)
    assert cups.find(job(), begun) is None
    with pytest.raises(KeyboardInterrupt):
        cups.send(job(), die)
    number = cups.find(job(), begun)
    assert number is not None and cups.find(job("อื่น"), begun) is None
    assert cups.find(job(), begun + timedelta(hours=1)) is None, "one that is older may be of another content"
    cups.release(number)
    await_state(cups, number, State.PRINTED)
    assert [arrived.title for arrived in printer.arrived()] == [TITLE]
    with pytest.raises(Halt) as halt:
        cups.release(number)
    assert number in halt.value.problem.th


def stopped(printer: PrintSystem) -> None:
    printer.ask("cupsdisable", PRINTER)


def rejecting(printer: PrintSystem) -> None:
    printer.ask("cupsreject", PRINTER)


def one_sided(printer: PrintSystem) -> None:
    printer.ask("lpadmin", "-p", PRINTER, "-P", str(printer.one_sided))


def nothing(printer: PrintSystem) -> None:
    """Leave the printer as it is."""


@pytest.mark.printer
@pytest.mark.parametrize(
    ("name", "change", "problem", "cure"),
    [
        ("Evee", nothing, "ไม่มีเครื่องพิมพ์ชื่อ Evee", "หมายถึง eve หรือไม่"),
        ("-d; zzzz", nothing, "ไม่มีเครื่องพิมพ์ชื่อ -d; zzzz", "เครื่องพิมพ์ที่มี: eve"),
        (None, nothing, "ยังไม่ได้ตั้งเครื่องพิมพ์หลัก", "เครื่องพิมพ์ที่มี: eve"),
        ("eve", stopped, "เครื่องพิมพ์ eve หยุดอยู่ (ถูกสั่งหยุดไว้)", "cupsenable eve"),
        ("eve", rejecting, "เครื่องพิมพ์ eve ไม่รับงาน", "cupsaccept eve"),
        ("eve", one_sided, "พิมพ์สองหน้าไม่ได้", "ไม่ใส่ --duplex"),
    ],
)
def test_a_printer_that_cannot_be_used_is_named_with_its_cure(
    cups: Cups,
    printer: PrintSystem,
    name: str | None,
    change: Callable[[PrintSystem], None],
    problem: str,
    cure: str,
) -> None:
    change(printer)
    with pytest.raises(Halt) as halt:
        cups.choose(name, 1, True)
    assert problem in halt.value.problem.th and cure in halt.value.cure.th


@pytest.mark.printer
def test_the_default_printer_is_taken_whatever_its_name(printer: PrintSystem) -> None:
    name = "ห้องถ่าย-2"
    printer.ask("lpadmin", "-p", name, "-E", "-v", "ipp://localhost:1/", "-m", "raw")
    cups = Cups({**printer.environment, "PRINTER": name})
    assert cups.choose(None, 1, True) == name
    printer.ask("cupsdisable", name)
    number = cups.send(Job(Path("x.pdf"), pdf(1), "แผน", name, 1, False), ignore)
    assert number.startswith(f"{name}-") and cups.status(number).title == "แผน"
    printer.ask("lpadmin", "-x", name)


@pytest.mark.printer
def test_a_printer_that_went_away_refuses_the_job(cups: Cups, printer: PrintSystem) -> None:
    lost = Job(Path("x.pdf"), b"%PDF", "แผน", "adam", 1, False)
    with pytest.raises(Halt) as halt:
        cups.send(lost, ignore)
    assert "ระบบพิมพ์ไม่รับ แผน" in halt.value.problem.th and "does not exist" in halt.value.problem.th


@pytest.mark.printer
def test_a_print_system_that_does_not_run_is_named(printer: PrintSystem) -> None:
    away = Cups({**printer.environment, "CUPS_SERVER": "127.0.0.1:1"})
    for ask in (away.printers, lambda: away.status("eve-1")):
        with pytest.raises(Halt) as halt:
            ask()
        assert "CUPS ไม่ตอบ" in halt.value.problem.th


@pytest.mark.printer
def test_what_the_printer_complains_of_is_said(cups: Cups, printer: PrintSystem) -> None:
    printer.shut()
    printer.complain("media-empty-error", "cover-open-warning")
    number = cups.send(job(), ignore)
    printer.await_arrival()
    while not (notice := cups.status(number).notice).th:
        assert cups.status(number).state is State.PRINTING
    printer.complain()
    printer.let_go()
    assert "กระดาษหมด" in notice.th
    await_state(cups, number, State.PRINTED)


@pytest.mark.printer
def test_nothing_is_left_of_a_print_system_that_was_closed() -> None:
    def running(folder: Path) -> int:
        listed = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, check=True).stdout.decode()
        return sum(str(folder) in line for line in listed.splitlines())

    with print_system() as system:
        assert running(system.folder) > 1
    assert running(system.folder) == 0 and not system.folder.exists()
