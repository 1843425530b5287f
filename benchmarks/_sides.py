"""What all comparisons share: the other side, openpyxl and docxtpl, and how both sides are timed, side by side."""

import dataclasses
import gc
import statistics
import time
from collections.abc import Callable, Container, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
import openpyxl
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, RichText
from jinja2 import Environment

from generator.render.values import Fraction, Item, Kept

ROOT: Final = Path(__file__).resolve().parent.parent

Work = Callable[[], object]
Times = list[tuple[float, float]]
"""Milliseconds of CPU time of ours and of the other side, for each round."""


# ----------------------------------------------------------------------------------------------------- the other side


def read_with_openpyxl(path: Path, only: Container[str] | None = None) -> dict[str, list[list[Any]]]:
    """Return value and number format of every cell, rich text included; `only` those sheets, or all."""
    book = openpyxl.load_workbook(path, read_only=True, rich_text=True, data_only=True)
    sheets = {
        sheet.title: [
            [(cell.value, cell.number_format if cell.value is not None else "") for cell in row] for row in sheet
        ]
        for sheet in book.worksheets
        if only is None or sheet.title in only
    }
    book.close()
    return sheets


def rich(block: Any) -> RichText:
    """Return a paragraph of ours as docxtpl wants it; a fraction becomes a line of text."""
    text = RichText()
    if isinstance(block, Kept):
        block = block.block
    if isinstance(block, Fraction):
        text.add(f"{block.numerator}\t× {block.factor}\t{block.denominator}")
        return text
    for run in (block.mark._replace(text=f"{block.mark.text}\t"), *block.text) if isinstance(block, Item) else block:
        text.add(run.text, bold=run.bold, italic=run.italic, underline="single" if run.underline else None)
    return text


class Docxtpl:
    """Fills a translated template, opened anew for each document as docxtpl wants it."""

    def __init__(self, template: bytes) -> None:
        self.template = template
        self.environment = Environment()
        self.environment.filters |= {"box": lambda tick: "☑" if tick else "☐", "rich": rich}

    def fill(self, context: Any) -> bytes:
        """Return the document of a context."""
        document = DocxTemplate(BytesIO(self.template))
        names = {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
        document.render(names, self.environment, autoescape=True)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def cell(text: str) -> str:
    """Return a cell that holds a text."""
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def text_of(element: Any) -> str:
    """Return all text in an element."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def replace(element: Any, old: str, new: str) -> None:
    """Replace a text that stands within one run."""
    for text in element.iter(qn("w:t")):
        if old in (text.text or ""):
            text.text = text.text.replace(old, new)


# ------------------------------------------------------------------------------------------------- what both sides say


def words(document: bytes) -> list[str]:
    """Return what a document says, word by word; its contents are left out, since docxtpl has none."""
    body = docx.Document(BytesIO(document)).element.body
    paragraphs = ("".join(_shown(paragraph)) for paragraph in body.iter(qn("w:p")))
    return [word for paragraph in paragraphs for word in paragraph.split()]


def _shown(paragraph: Any) -> Iterator[str]:
    if paragraph.find(qn("w:hyperlink")) is not None:
        return
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        yield element.text or "" if element.tag == qn("w:t") else " "


def rows(document: bytes) -> list[int]:
    """Return how many rows each table of a document has, those within cells left out."""
    body = docx.Document(BytesIO(document)).element.body
    return [len(table.findall(qn("w:tr"))) for table in body.iterchildren(qn("w:tbl"))]


# ------------------------------------------------------------------------------------------------------ the comparison


def cpu(work: Work) -> float:
    """Return how many milliseconds of CPU time a piece of work takes, what others left behind tidied up before."""
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def in_turns(steps: Mapping[str, tuple[Work, Work]], rounds: int) -> dict[str, Times]:
    """Return the times of both sides for each step, taken in turns, so that a busy machine slows both."""
    taken: dict[str, Times] = {name: [] for name in steps}
    for _ in range(rounds):
        for name, (one, other) in steps.items():
            taken[name].append((cpu(one), cpu(other)))
    return taken


def print_table(taken: Mapping[str, Times], heads: tuple[str, str, str], count: int = 1) -> None:
    """Print medians for each of `count` documents, and the ratios: their median, their lowest and their highest."""
    wide = max(len(name) for name in (*taken, heads[0]))
    one, other = (max(8, len(head)) for head in heads[1:])
    print(f"| {heads[0]:<{wide}} | {heads[1]:>{one}} | {heads[2]:>{other}} | ratio | in the rounds |")
    print(f"|:{'-' * wide}-|-{'-' * one}:|-{'-' * other}:|------:|--------------:|")
    for name, runs in taken.items():
        ours, theirs = (statistics.median(side) / count for side in zip(*runs, strict=True))
        ratios = [b / a for a, b in runs]
        spread = f"{min(ratios):.1f}–{max(ratios):.1f}"
        ratio = statistics.median(ratios)
        print(f"| {name:<{wide}} | {ours:>{one}.2f} | {theirs:>{other}.2f} | {ratio:>5.1f} | {spread:>13} |")
