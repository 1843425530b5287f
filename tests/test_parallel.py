"""Doing one thing to many: in order, whatever happens to one of them."""

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures.process import BrokenProcessPool

import pytest

from generator.parallel import AHEAD, in_parallel


def double(number: int) -> int:
    if number == 13:
        raise ValueError("unlucky")
    if number == 17:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order_and_an_exception_stops_nobody(jobs: int) -> None:
    done = list(in_parallel(double, [*range(10), 13, *range(20, 30)], jobs))
    assert [item for item, _, _ in done] == [*range(10), 13, *range(20, 30)]
    assert [value for _, value, _ in done] == [*range(0, 20, 2), None, *range(40, 60, 2)]
    assert [repr(error) for _, _, error in done if error] == ["ValueError('unlucky')"]


def test_a_process_that_dies_costs_only_what_it_was_at() -> None:
    done = list(in_parallel(double, [*range(5), 17, *range(5)], 2))
    assert [value for _, value, _ in done] == [0, 2, 4, 6, 8, None, 0, 2, 4, 6, 8]
    assert [type(error) for _, _, error in done if error] == [BrokenProcessPool]


def test_no_more_is_begun_than_is_taken() -> None:
    begun: list[int] = []
    results = in_parallel(begun.append, range(1000), 1)
    for _ in range(3):
        next(results)
    results.close()
    assert len(begun) <= 3 + AHEAD


def test_nothing_is_nothing() -> None:
    assert list(in_parallel(double, [])) == []


def test_ctrl_c_is_heard_by_the_one_that_waits_alone() -> None:
    program = (
        "import sys, time\n"
        "from generator.parallel import in_parallel\n"
        "try:\n"
        "    for done in in_parallel(time.sleep, [0.2] * 400, 2):\n"
        "        print(done.item, flush=True)\n"
        "except KeyboardInterrupt:\n"
        "    print('\\nstopped', flush=True)\n"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert run.stdout is not None and run.stdout.readline() == "0.2\n"
    timer = threading.Timer(60, run.kill)
    timer.start()
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
    out, err = run.communicate()
    timer.cancel()
    assert out.splitlines()[-1] == "stopped"
    assert err == "" and run.returncode == 0
