"""Measures the whole job: full plan workbooks into Word files by the command, from an empty folder.

Each run is `generate build DIR -o OUT --no-pages` in a fresh process; beside it, in turns, openpyxl and docxtpl do the
same work with as many processes (`_other_plans.py`). Told are the seconds on the clock, those of all processors, and
the memory of the largest process at its peak, as the system itself accounts for a process and all that it waited for.
After each run of ours comes a second one, with nothing changed. The words of both sides are compared before anything is
printed.

The 50 workbooks are those of `workbooks.py`. With --growth ten times as many are built by us too.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

# Nothing heavy is imported before the runs: the memory of a process counts what it was forked from.
HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent
GROWN: Final = 10
ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Of both sides: each may keep its modules compiled, as pip leaves those of a program that it installs."""


class Run(NamedTuple):
    """What a command took: seconds on the clock, seconds of all processors, megabytes of its largest process."""

    seconds: float
    cpu: float
    megabytes: float


def run(*command: object) -> Run:
    """Run a command in the folder of the project; exit if it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=ROOT, env=ENVIRONMENT, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(map(str, command))}\n{said.read().decode('utf-8', 'replace')}")
    scale = 1 if sys.platform == "darwin" else 1_024
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / 1_000_000)


def ours(workbooks: Path, target: Path, jobs: int) -> Run:
    """Build with the command, into a folder that may hold what an earlier run made."""
    return run(
        sys.executable, "-m", "generator.cli", "build", workbooks, "-o", target, "--no-pages", "--jobs", jobs
    )  # fmt: skip


def theirs(workbooks: Path, template: Path, target: Path, jobs: int) -> Run:
    """Build with openpyxl and docxtpl, into an empty folder."""
    target.mkdir()
    return run(sys.executable, HERE / "_other_plans.py", workbooks, template, target, jobs)


def differing(one: Path, other: Path) -> list[str]:
    """Return the names of the documents that do not say the same in two folders, or are only in one."""
    from _sides import words

    names = {path.name for folder in (one, other) for path in folder.glob("*.docx")}
    return [
        name
        for name in sorted(names)
        if not (one / name).exists()
        or not (other / name).exists()
        or words((one / name).read_bytes()) != words((other / name).read_bytes())
    ]


def machine() -> str:
    """Return what this runs on."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    return (
        f"{platform.node()}: {model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    )


def spread(values: Sequence[float]) -> str:
    """Return the median of values, and from where to where they go."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def write_workbooks(folder: Path, count: int, seed: int) -> None:
    """Write the workbooks that are built."""
    took = run(sys.executable, HERE / "workbooks.py", folder, "--count", count, "--seed", seed)
    print(f"{count} workbooks written in {took.seconds:.0f} s", file=sys.stderr)


def write_template(path: Path) -> None:
    """Write the template of the other side, in a process of its own."""
    program = "import sys, _plan_template; open(sys.argv[1], 'wb').write(_plan_template.translated())"
    subprocess.run(
        [sys.executable, "-c", program, path], cwd=HERE, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )


def main() -> int:
    """Measure and print; return 1 if the two sides do not print the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=50, help="how many workbooks (50)")
    parser.add_argument("--rounds", type=int, default=3, help="how many rounds; medians are printed (3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes of each side (all cores)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other workbooks")
    parser.add_argument("--alone", action="store_true", help="without the other side")
    parser.add_argument("--growth", action="store_true", help="build ten times as many too")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workbooks(folder / "in", chosen.count, chosen.seed)
        write_template(folder / "template.docx")
        cold, again, other = [], [], []
        for number in range(chosen.rounds):
            for old in (folder / "ours", folder / "theirs"):
                shutil.rmtree(old, ignore_errors=True)
            cold.append(ours(folder / "in", folder / "ours", chosen.jobs))
            again.append(ours(folder / "in", folder / "ours", chosen.jobs))
            if not chosen.alone:
                other.append(theirs(folder / "in", folder / "template.docx", folder / "theirs", chosen.jobs))
            print(f"round {number + 1} of {chosen.rounds} done", file=sys.stderr)
        grown = _growth(folder, chosen) if chosen.growth else []
        if other and (names := differing(folder / "ours", folder / "theirs")):
            print(f"the two sides do not print the same: {' '.join(names)}", file=sys.stderr)
            return 1
    print(machine())
    print(
        f"{chosen.count} plans to Word, {chosen.jobs} processes; medians of {chosen.rounds} rounds, and their spread\n"
    )
    _print("generate, cold", cold)
    _print("generate, nothing changed", again)
    if other:
        _print("openpyxl + docxtpl", other)
        ratios = [theirs.seconds / ours.seconds for ours, theirs in zip(cold, other, strict=True)]
        cpu = [theirs.cpu / ours.cpu for ours, theirs in zip(cold, other, strict=True)]
        print(f"\nThe other side takes {spread(ratios)} times as long, and {spread(cpu)} times the CPU")
    if grown:
        print(f"\n{GROWN} times as many plans:")
        _print("generate, cold", grown)
        seconds, cpu, megabytes = (statistics.median(column) for column in zip(*cold, strict=True))
        once = grown[0]
        print(f"time × {once.seconds / seconds:.1f}, CPU × {once.cpu / cpu:.1f}", end=", ")
        print(f"memory × {once.megabytes / megabytes:.2f}")
    return 0


def _growth(folder: Path, chosen: argparse.Namespace) -> list[Run]:
    write_workbooks(folder / "many", GROWN * chosen.count, chosen.seed)
    return [ours(folder / "many", folder / "many-out", chosen.jobs)]


def _print(what: str, runs: Sequence[Run]) -> None:
    seconds, cpu, megabytes = zip(*runs, strict=True)
    print(f"{what:<26} {spread(seconds):>20} s   {spread(cpu):>20} s of CPU   {spread(megabytes):>24} MB a process")


if __name__ == "__main__":
    sys.exit(main())
