"""Builds the sample workbooks of inputs/ from the records beside it; --check tells whether those shipped are fresh."""

import argparse
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import kr_2568
import plan_2567
import plan_2568
from plan_2567.settings import DISTRICT, SETTINGS
from plan_2568.places import KNOWN

from generator.model.kr.book import KR_FORM
from generator.model.plan.book import PLAN_FORM
from generator.workbook.blank import write_workbook

INPUTS: Final = Path(__file__).resolve().parent.parent
SAMPLES: Final = {
    f"kr/{kr_2568.SETTINGS.year}-{kr_2568.SETTINGS.agency}.xlsx": (KR_FORM, kr_2568.rows),
    f"plans/{SETTINGS.year}/{DISTRICT.code}-{DISTRICT.name}.xlsx": (PLAN_FORM, plan_2567.rows),
    **{
        f"plans/{plan_2568.YEAR}/{place.district.code}-{place.district.name}.xlsx": (
            PLAN_FORM,
            partial(plan_2568.rows, place),
        )
        for place in KNOWN.values()
    },
}
SHOWN: Final = 60
"""So many bytes before and after the first difference of a part are shown."""


def build(folder: Path) -> list[Path]:
    """Write all sample workbooks below `folder` and return where they are."""
    written = []
    for name, (form, rows) in SAMPLES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_workbook(path, form, rows())
        written.append(path)
    return written


def differences(shipped: Path, fresh: Path) -> Iterator[str]:
    """Yield a line for each part in which two workbooks differ.

    The parts are compared as they are before compression, which libraries do differently.
    """
    if not shipped.exists():
        yield "is missing"
        return
    here, there = _parts(shipped), _parts(fresh)
    for name in sorted(here.keys() | there.keys()):
        if name not in here:
            yield f"{name}: is missing"
        elif name not in there:
            yield f"{name}: should not be there"
        elif here[name] != there[name]:
            yield f"{name}: {_first_difference(here[name], there[name])}"


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _first_difference(here: bytes, there: bytes) -> str:
    shorter = min(len(here), len(there))
    start = next((index for index in range(shorter) if here[index] != there[index]), shorter)
    shown = slice(max(0, start - SHOWN), start + SHOWN)
    shipped, fresh = (part[shown].decode("utf-8", "replace") for part in (here, there))
    return f"byte {start}\n    shipped: …{shipped}…\n    fresh:   …{fresh}…"


def check() -> int:
    """Print in what the shipped workbooks differ from what would be built now; return 1 if they do, else 0."""
    stale = 0
    with tempfile.TemporaryDirectory() as folder:
        for fresh in build(Path(folder)):
            shipped = INPUTS / fresh.relative_to(folder)
            for line in differences(shipped, fresh):
                print(f"{shipped.relative_to(INPUTS.parent)}: {line}")
                stale = 1
    if stale:
        print("`make inputs` builds them anew.")
    return stale


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, or with --check compare; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 if anything differs")
    if parser.parse_args(arguments).check:
        return check()
    for path in build(INPUTS):
        print(path.relative_to(INPUTS.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
