"""Measures plans of 50 districts against the city: the comparison alone, and the whole command in a fresh process.

The comparison is timed in this process on facts that were read before: with the KR workbook of the samples, and with a
city that allots a target of every OKR to every district. The workbooks are those of `workbooks.py`.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from plans import ROOT, machine, run, spread, write_workbooks

from generator.checks.city import check, check_all
from generator.model.facts import City, KrFacts, PlanFacts
from generator.parallel import in_parallel
from generator.reading import read_facts

KR = ROOT / "inputs" / "kr"


def whole_city(book: KrFacts, plan: PlanFacts) -> City:
    """Return a city that has every OKR of a plan, each with a target of every district."""
    model = book.allotments[0]
    allotments = tuple(replace(model, okr=measure.code) for measure in plan.measures)
    return City.of(
        [replace(book, allotments=allotments, settled=frozenset(plan.code for plan in plan.measures))], book.year
    )


def compare(plans: Sequence[PlanFacts], city: City) -> int:
    """Return how many findings there are between all plans and the city."""
    return sum(len(list(check(plan, city))) for plan in plans) + len(list(check_all(plans, city)))


def seconds(work: Callable[[], int], rounds: int) -> tuple[float, int]:
    """Return the median of the seconds that something takes, and what it returns."""
    taken, found = [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), found


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50, help="how many workbooks, at most 50 (50)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds; medians are printed (5)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other workbooks")
    chosen = parser.parse_args()
    count = min(chosen.count, 50)
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        plans, page = Path(name) / "plans", Path(name) / "report.html"
        write_workbooks(plans, count, chosen.seed)
        files = [*sorted(plans.rglob("*.xlsx")), *sorted(KR.glob("*.xlsx"))]
        facts = [done.value for done in in_parallel(read_facts, files)]
        own = [one for one in facts if isinstance(one, PlanFacts)]
        book = next(one for one in facts if isinstance(one, KrFacts))
        for label, city in (
            ("the KR workbook of the samples", City.of([book], book.year)),
            ("a city of all OKRs", whole_city(book, own[0])),
        ):
            taken, found = seconds(partial(compare, own, city), chosen.rounds)
            print(f"{len(own)} plans against {label} ({len(city.allotments)}): {taken * 1000:.0f} ms, {found} findings")
        for label, more in (("on the screen", ()), ("as a page", ("--html", page))):
            command = (sys.executable, "-m", "generator.cli", "check", plans, "--kr", KR, *more)
            clock, cpu, megabytes = zip(*(run(*command) for _ in range(chosen.rounds)), strict=True)
            print(
                f"generate check {label}: {spread(clock)} s   {spread(cpu)} s of CPU   {spread(megabytes)} MB a process"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
