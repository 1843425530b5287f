"""Measures the annual plan side by side with openpyxl and docxtpl, doing the same job. Run it with `make bench`.

The shipped workbook of a district is read, made into a book and a context, and filled into the plan, in turns with the
other side, and the CPU time of this process is taken.

- Reading: ours goes from the file to typed rows with all their findings, and forgets what it knew of texts before each
  round; openpyxl, read-only and with rich text, takes value and number format of each cell, first of all sheets, then
  only of those that ours reads, and checks nothing.
- Rendering: both sides begin with the very same context object and end with the bytes of a document. Words and table
  rows of both are compared first; what is left out for docxtpl's sake stands in `_plan_template.py`. Our template is
  compiled once, as the program does; what that costs is told apart.
- Building: from typed rows to the context, in turns with rendering it. The QR code, drawn once per address, is told
  apart.
- Growth: the same with ten times the projects, steps, indicators and definitions.
"""

import argparse
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from _plan_template import translated
from _sides import ROOT, Docxtpl, cpu, in_turns, print_table, read_with_openpyxl, rows, words

from generator.checks.plan import check
from generator.forms.documents import KINDS, template_bytes
from generator.forms.plan.qr import qr_code
from generator.forms.plan_form import TEMPLATE, PlanContext, plan_context
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.strategy import KPI
from generator.render.template import compile_template
from generator.thai.text import normal
from generator.workbook.reader import read_workbook

SHIPPED: Final = ROOT / "inputs" / "plans" / "2567"
GROWN: Final = 10

Change = Callable[[str, int], str]


def grown(book: PlanBook, times: int) -> PlanBook:
    """Return a book with so many times the projects, steps, indicators and definitions, codes told apart."""

    def again(listed: Sequence[Any], **changes: Change) -> tuple[Any, ...]:
        copies = list(listed)
        for number in range(1, times):
            for row in listed:
                copies.append(replace(row, **{name: new(getattr(row, name), number) for name, new in changes.items()}))
        return tuple(copies)

    def handle(code: str, number: int) -> str:
        return f"{code[0]}{number}{code[1:]}" if code else ""

    def code(typed: str, number: int) -> str:
        head, dot, last = typed.rpartition(".")
        return f"{head}.{number}{last}" if dot else typed

    strategy = [
        replace(node, code=code(node.code, number)) if node.level == KPI and number else node
        for number in range(times)
        for node in book.strategy
    ]
    return replace(
        book,
        strategy=tuple(strategy),
        measures=again(book.measures, code=code),
        projects=again(book.projects, code=handle, parent=handle, part_of=handle),
        supports=again(book.supports, project=handle, served=code),
        negotiated=again(book.negotiated, code=code),
        definitions=again(book.definitions, owner=code),
        scoring=again(book.scoring, indicator=code),
        conditions=again(book.conditions, indicator=code),
        steps=again(book.steps, project=handle),
        component_indicators=again(book.component_indicators, code=code),
    )


def read(path: Path) -> object:
    """Read the workbook as a run of the program does, nothing known before."""
    normal.cache_clear()
    return read_workbook(path, PLAN_FORM)


def main() -> int:
    """Measure and print the tables; return 1 if the two sides do not print the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9, help="how many rounds; medians are printed")
    rounds = parser.parse_args().rounds
    (kind,) = [kind for kind in KINDS if kind.template == TEMPLATE]
    (path,) = SHIPPED.glob("*.xlsx")
    data = template_bytes(kind)
    typed = read_workbook(path, PLAN_FORM).rows
    book = PlanBook.of(typed)
    ready = plan_context(book)
    ours, theirs = compile_template(data, PlanContext, TEMPLATE), Docxtpl(translated())
    document, other = ours.fill(ready), theirs.fill(ready)
    if (words(document), rows(document)) != (words(other), rows(other)):
        print("the two sides do not print the same words and rows", file=sys.stderr)
        return 1
    sheets = {declared.NAME for declared in PLAN_FORM.sheets}
    taken = in_turns(
        {
            "read the workbook, all its sheets": (lambda: read(path), lambda: read_with_openpyxl(path)),
            "read the sheets of the form": (lambda: read(path), lambda: read_with_openpyxl(path, sheets)),
            "context to bytes": (lambda: ours.fill(ready), lambda: theirs.fill(ready)),
        },
        rounds,
    )
    counts = rows(document)
    print(f"Plan: {len(counts)} tables, {sum(counts)} rows. CPU milliseconds, medians of {rounds} rounds\n")
    print_table(taken, ("step", "generate", "openpyxl, docxtpl"))
    built = in_turns({"the plan": (lambda: plan_context(PlanBook.of(typed)), lambda: ours.fill(ready))}, rounds)
    print()
    print_table(built, ("building against rendering", "context", "rendering"))
    _print_growth(book, ours.fill, rounds)
    compiling = statistics.median(cpu(lambda: compile_template(data, PlanContext, TEMPLATE)) for _ in range(5))
    drawing = statistics.median(cpu(lambda: qr_code.__wrapped__(book.settings.address)) for _ in range(5))
    print(f"\nCompiling the template, once per process: {compiling:.1f} ms")
    print(f"Drawing the QR code, once per address and not in the table: {drawing:.1f} ms")
    return 0


def _print_growth(book: PlanBook, fill: Callable[[PlanContext], bytes], rounds: int) -> None:
    """Print what the book costs, and what one of ten times its rows does; each round begins with a fresh book."""
    large = grown(book, GROWN)
    small_context, large_context = plan_context(book), plan_context(large)
    times = sum(rows(fill(large_context))) / sum(rows(fill(small_context)))
    taken = in_turns(
        {
            "check": (lambda: list(check(replace(book))), lambda: list(check(replace(large)))),
            "build the context": (lambda: plan_context(replace(book)), lambda: plan_context(replace(large))),
            "context to bytes": (lambda: fill(small_context), lambda: fill(large_context)),
        },
        rounds,
    )
    print()
    print_table(taken, (f"growth to {times:.1f} times the rows", "plan", "large plan"))


if __name__ == "__main__":
    sys.exit(main())
