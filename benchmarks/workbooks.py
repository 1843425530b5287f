"""Writes full plan workbooks, each of another district, for measuring how many of them are built into documents.

They are made of the texts of the sample plan, varied: about 80 pages each, with names, figures, budgets, steps and
numbers of projects of their own, without errors, ready for signature. The same seed makes the same bytes. The first 50
lie in the folder itself, one for each district; more are those of the years after, in a folder for each year.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "inputs" / "source"))

import plan_2568  # noqa: E402
from plan_2568.invented import place_of  # noqa: E402

from generator.model.districts import DISTRICTS  # noqa: E402
from generator.model.plan.book import PLAN_FORM  # noqa: E402
from generator.workbook.blank import write_workbook  # noqa: E402

BY_CODE: Final = sorted(DISTRICTS, key=lambda district: district.code)


def name_of(number: int, year: int) -> str:
    """Return where the workbook of a number, counted from 0, lies within the folder; `year` is that of the first."""
    later, index = divmod(number, len(BY_CODE))
    name = f"{BY_CODE[index].code}-{BY_CODE[index].name}.xlsx"
    return f"{year + later}/{name}" if later else name


def write(folder: Path, number: int, year: int, seed: int) -> Path:
    """Write the workbook of a number, counted from 0, and return where it is."""
    later, index = divmod(number, len(BY_CODE))
    path = folder / name_of(number, year)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(path, PLAN_FORM, plan_2568.rows(place_of(BY_CODE[index], seed), year + later, seed))
    return path


def write_all(
    folder: Path, count: int, year: int = plan_2568.YEAR, seed: int = 1, jobs: int | None = None
) -> list[Path]:
    """Write `count` workbooks with `jobs` processes, as many as there are cores by default; return where they are."""
    numbers = range(count)
    workers = min(jobs or os.cpu_count() or 1, count)
    if workers <= 1:
        return [write(folder, number, year, seed) for number in numbers]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(write, [folder] * count, numbers, [year] * count, [seed] * count, chunksize=4))


def main() -> int:
    """Write the workbooks that the command asks for and tell how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the workbooks go; made if need be")
    parser.add_argument("--count", type=int, default=50, help="how many (50: each district once)")
    parser.add_argument("--seed", type=int, default=plan_2568.SEED, help="another seed makes other workbooks")
    parser.add_argument("--year", type=int, default=plan_2568.YEAR, help="the fiscal year of the first 50")
    parser.add_argument("--jobs", type=int, help="how many processes (all cores)")
    chosen = parser.parse_args()
    start = time.perf_counter()
    written = write_all(chosen.folder, chosen.count, chosen.year, chosen.seed, chosen.jobs)
    size = sum(path.stat().st_size for path in written) / 1_000_000
    print(f"{len(written)} workbooks, {size:.1f} MB, in {time.perf_counter() - start:.1f} s: {chosen.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
