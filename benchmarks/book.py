"""Measures the binding of 50 plans side by side with other ways of joining PDFs. Run it with `make bench`.

The shipped plan is printed once and copied 50 times. Each way runs in a process of its own, in turns, and what the
system says of that process is taken: time on the clock, CPU time, peak memory; and the size of the book.

- `generate book` is the whole command, LibreOffice for its contents included.
- *bound* is what our binding alone does: each PDF is checked and stripped, pages are numbered, bookmarks and links
  drawn anew.
- *pages only* appends pages with pikepdf and does nothing else: what binding would cost at least.
- `pdfunite` of poppler appends pages; like *pages only* it leaves bookmarks and the goals of links behind.
- pypdf, if it is installed, appends pages and keeps both.
"""

import argparse
import importlib.util
import json
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

from _sides import ROOT

from generator.model.districts import DISTRICTS
from generator.outcome import digest

SAMPLE: Final = ROOT / "inputs" / "plans" / "2567" / "1022-ภาษีเจริญ.xlsx"
LARGEST: Final = 25_000_000
"""So many bytes the book of all districts may have."""


class Run(NamedTuple):
    """What one run cost: seconds on the clock, seconds of CPU, megabytes of memory at its peak."""

    clock: float
    cpu: float
    memory: float


def bound(pdfs: Sequence[Path], target: Path) -> None:
    """Bind as `generate book` does, without contents."""
    from generator.pdf.binding import Bookmark, Section, bind
    from generator.pdf.folio import Folio
    from generator.pdf.font import find_typeface
    from generator.pdf.untrusted import open_source

    sources = [open_source(pdf.read_bytes(), pdf.name) for pdf in pdfs]
    sections = [Section(source, [Bookmark(1, source.name)], inner=True) for source in sources]
    target.write_bytes(bind(sections, "แผน", Folio(find_typeface().upright())))


def pages_only(pdfs: Sequence[Path], target: Path) -> None:
    """Append all pages with pikepdf."""
    import pikepdf

    with pikepdf.new() as book:
        sources = [pikepdf.open(pdf) for pdf in pdfs]
        for source in sources:
            book.pages.extend(source.pages)
        book.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def with_pypdf(pdfs: Sequence[Path], target: Path) -> None:
    """Append all pages with pypdf."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for pdf in pdfs:
        writer.append(str(pdf))
    writer.write(str(target))


WAYS: Final = {"bound": bound, "pages only": pages_only, "pypdf": with_pypdf}


def timed(command: Sequence[str]) -> Run:
    """Run a command and return what the system says of its process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def write_plans(folder: Path, count: int) -> list[Path]:
    """Print the shipped plan into a folder and list copies of it as plans of so many districts; return their PDFs."""
    command = [sys.executable, "-m", "generator.cli", "build", str(SAMPLE), "--pdf", "-o", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    document, printed = (next(folder.glob(f"*.{suffix}")).read_bytes() for suffix in ("docx", "pdf"))
    shutil.rmtree(folder)
    folder.mkdir()
    entries, pdfs = [], []
    for number in range(count):
        key = f"{DISTRICTS[number % len(DISTRICTS)].code}-{2567 + number // len(DISTRICTS)}"
        (folder / f"{key}.docx").write_bytes(document)
        pdfs.append(folder / f"{key}.pdf")
        pdfs[-1].write_bytes(printed)
        fingerprints = {"sha256": digest(document), "pdf_sha256": digest(printed)}
        names = {"docx": f"{key}.docx", "pdf": f"{key}.pdf", "workbook": SAMPLE.name}
        entries.append({"kind": "plan", "key": key, "draft": False, **names, **fingerprints})
    (folder / "manifest.json").write_text(json.dumps({"documents": entries}), encoding="utf-8")
    return pdfs


def main() -> int:
    """Measure and print the table; return 1 if the book is too large."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds; medians are printed")
    parser.add_argument("--plans", type=int, default=50, help="how many plans")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.way:
        WAYS[asked.way](asked.files[1:], asked.files[0])
        return 0
    with tempfile.TemporaryDirectory() as name:
        target = Path(name, "book.pdf")
        pdfs = write_plans(Path(name, "outputs"), asked.plans)
        files = [str(target), *map(str, pdfs)]
        ours = [sys.executable, "-m", "generator.cli", "book", str(pdfs[0].parent), "-o", str(target), "--year", "2567"]
        commands = {"generate book": ours} if asked.plans <= len(DISTRICTS) else {}
        commands |= {way: [sys.executable, __file__, "--way", way, *files] for way in ("bound", "pages only")}
        if shutil.which("pdfunite"):
            commands["pdfunite"] = ["pdfunite", *files[1:], files[0]]
        if importlib.util.find_spec("pypdf"):
            commands["pypdf"] = [sys.executable, __file__, "--way", "pypdf", *files]
        runs: dict[str, list[Run]] = {way: [] for way in commands}
        sizes = {}
        for _ in range(asked.rounds):
            for way, command in commands.items():
                runs[way].append(timed(command))
                sizes[way] = target.stat().st_size
    where = f"{platform.node()}, {os.cpu_count()} cores"
    print(f"{len(pdfs)} plans of 82 pages; {where}; medians of {asked.rounds} rounds (lowest–highest)\n")
    print("| way | seconds | CPU seconds | peak MB | book MB |\n|:--|--:|--:|--:|--:|")
    for way, some in runs.items():
        clock, cpu = ([run[number] for run in some] for number in (0, 1))
        spread = f"{statistics.median(clock):.2f} ({min(clock):.2f}–{max(clock):.2f})"
        memory = max(run.memory for run in some)
        print(f"| {way} | {spread} | {statistics.median(cpu):.2f} | {memory:.0f} | {sizes[way] / 1e6:.1f} |")
    return int(len(pdfs) <= len(DISTRICTS) and max(sizes[way] for way in ("bound", "generate book")) > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
