"""Measures printing: Word files of plans into PDF with the pages of their contents, and beside it plain LibreOffice.

Our side is what `generate` does with finished Word files: as many LibreOffices as there are jobs, each document loaded
once, its pages counted, written into its contents, and printed. The other side starts `soffice --convert-to pdf` for
each file, as many at a time, each place with a profile of its own; its contents keep their dots, and its page numbers
Arabic digits. Both take turns, some files each, so that a busy machine slows both. Starting LibreOffice counts on both
sides.

The plans are those that a folder holds, or are built from the workbooks of `workbooks.py`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue
from typing import Final, NamedTuple

import pikepdf
from plans import machine, spread, write_workbooks

from generator.files import put
from generator.pdf import laksaman
from generator.pdf.convert import Converter
from generator.pdf.font import GENUINE
from generator.pdf.press import Press, find_press
from generator.render.pages import labels, marks, with_pages

ROOT: Final = Path(__file__).resolve().parent.parent
TURN: Final = 10
"""So many files each side prints before the other has its turn."""


class Turn(NamedTuple):
    """What a side did in a turn: pages, in seconds on the clock."""

    pages: int
    seconds: float


def build(folder: Path, count: int, seed: int) -> list[Path]:
    """Build the plans of so many workbooks, their contents without pages, and return their Word files."""
    write_workbooks(folder / "in", count, seed)
    command = [sys.executable, "-m", "generator.cli", "build", folder / "in", "-o", folder / "word", "--no-pages"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return sorted((folder / "word").glob("*.docx"))


class Ours:
    """Prints as `generate` does."""

    def __init__(self, press: Press, jobs: int, target: Path) -> None:
        self.target = target
        self.converters: Queue[Converter] = Queue()
        for _ in range(jobs):
            self.converters.put(Converter(press))

    def print(self, docx: Path) -> int:
        """Print a Word file, with its pages in its contents and in a new Word file; return how many they are."""
        document = docx.read_bytes()
        marked = marks(document)
        found: Mapping[str, str] = {}

        def counted(pages: Mapping[str, int]) -> Mapping[str, str]:
            nonlocal found
            found = labels(marked, pages)
            return found

        converter = self.converters.get()
        try:
            pages = converter.convert(document, self.target / f"{docx.stem}.pdf", counted).pages
        finally:
            self.converters.put(converter)
        put(with_pages(document, found), self.target / docx.name)
        return pages

    def close(self) -> None:
        """End all LibreOffices."""
        while not self.converters.empty():
            self.converters.get().close()


class Theirs:
    """Lets LibreOffice convert each file by itself, in the same typeface."""

    def __init__(self, press: Press, jobs: int, target: Path) -> None:
        self.press = press
        self.target = target
        self.environment = {**os.environ, "FONTCONFIG_FILE": str(_named_as_in_word(press, target / "fonts.conf"))}
        self.profiles: Queue[Path] = Queue()
        for number in range(jobs):
            self.profiles.put(target / f"profile{number}")

    def print(self, docx: Path) -> int:
        """Convert a Word file, and return how many pages that makes."""
        profile = self.profiles.get()
        command = [self.press.office.program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        try:
            subprocess.run(
                [*command, "--convert-to", "pdf", "--outdir", self.target, docx],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.environment,
            )
        finally:
            self.profiles.put(profile)
        with pikepdf.open(self.target / f"{docx.stem}.pdf") as pdf:
            return len(pdf.pages)


def _named_as_in_word(press: Press, path: Path) -> Path:
    """Write a configuration of fonts where our typeface has the names by which Word files call it."""
    usual = press.typeface.environment().get("FONTCONFIG_FILE", laksaman.SYSTEM_CONFIGURATION)
    named = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test><edit name="family" mode="assign" '
        f'binding="strong"><string>{press.typeface.family}</string></edit></match>'
        for name in GENUINE
    )
    path.write_text(f'<fontconfig><include ignore_missing="yes">{usual}</include>{named}</fontconfig>', "utf-8")
    return path


def timed(pool: ThreadPoolExecutor, work: Callable[[Path], int], files: Sequence[Path]) -> Turn:
    """Return how many pages `work` makes of files, and the seconds that it takes."""
    start = time.perf_counter()
    pages = sum(pool.map(work, files))
    return Turn(pages, time.perf_counter() - start)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", metavar="DIR", help="Word files of plans, instead of new ones")
    parser.add_argument("--count", type=int, default=50, help="how many plans (50)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="LibreOffices of each side (all cores)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other plans")
    parser.add_argument("--alone", action="store_true", help="without the other side")
    chosen = parser.parse_args()
    press = find_press()
    one: list[Turn] = []
    other: list[Turn] = []
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(chosen.jobs) as pool:
        folder = Path(name)
        given = sorted(chosen.folder.glob("*.docx")) if chosen.folder else build(folder, chosen.count, chosen.seed)
        files = [_copied(given[number % len(given)], folder / "plans", number) for number in range(chosen.count)]
        for target in (folder / "ours", folder / "theirs"):
            target.mkdir()
        ours, theirs = Ours(press, chosen.jobs, folder / "ours"), Theirs(press, chosen.jobs, folder / "theirs")
        try:
            for first in range(0, len(files), TURN):
                turn = files[first : first + TURN]
                one.append(timed(pool, ours.print, turn))
                if not chosen.alone:
                    other.append(timed(pool, theirs.print, turn))
                print(f"{first + len(turn)} of {len(files)} plans", file=sys.stderr)
        finally:
            ours.close()
    print(machine(), press.office.version, sep=", ")
    print(f"{len(files)} plans, {chosen.jobs} LibreOffices a side, {TURN} plans a turn: pages a second, in all and ")
    print("as the median of the turns with their spread\n")
    _print("generate, with contents", one)
    if other:
        _print("soffice --convert-to pdf", other)
        ratios = [second.seconds / first.seconds for first, second in zip(one, other, strict=True)]
        print(f"\nfor the same plans generate is {spread(ratios)} times as fast")
    return 0


def _copied(docx: Path, folder: Path, number: int) -> Path:
    """Return a copy of a Word file under a name of its own, for a folder may hold fewer than are printed."""
    folder.mkdir(exist_ok=True)
    return Path(shutil.copy(docx, folder / f"{number:03}-{docx.name}"))


def _print(what: str, turns: Sequence[Turn]) -> None:
    pages, seconds = (sum(values) for values in zip(*turns, strict=True))
    rates = [turn.pages / turn.seconds for turn in turns]
    print(f"{what:<26} {pages / seconds:6.1f}   {spread(rates):>22}   {pages} pages in {seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
