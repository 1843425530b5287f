"""Measures the roll-up: full plan workbooks of 50 districts into one workbook by the command, in a fresh process.

Told are the seconds on the clock, those of all processors, and the memory of the largest process at its peak. The
workbooks are those of `workbooks.py`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from plans import machine, run, spread, write_workbooks


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50, help="how many workbooks, at most 50 (50)")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds; medians are printed (5)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other workbooks")
    chosen = parser.parse_args()
    count = min(chosen.count, 50)
    with tempfile.TemporaryDirectory() as name:
        plans, target = Path(name) / "plans", Path(name) / "rollup.xlsx"
        write_workbooks(plans, count, chosen.seed)
        command = (sys.executable, "-m", "generator.cli", "collect", plans, "-o", target)
        runs = [run(*command) for _ in range(chosen.rounds)]
        size = target.stat().st_size
    seconds, cpu, megabytes = zip(*runs, strict=True)
    print(machine())
    print(f"{count} plans rolled up, {size / 1000:,.0f} kB; medians of {chosen.rounds}, and their spread")
    print(f"{spread(seconds)} s   {spread(cpu)} s of CPU   {spread(megabytes)} MB a process")
    return 0


if __name__ == "__main__":
    sys.exit(main())
