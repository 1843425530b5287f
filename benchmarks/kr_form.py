"""Measures KR forms side by side with openpyxl and docxtpl, doing the same job. Run it with `make bench`.

Fifty key results with a table of all districts each are read, turned into contexts and filled into the form, in turns
with the other side, and the CPU time of this process is taken. Filling begins with the very same context objects on
both sides and ends with the bytes of a document; the words of both documents are compared first. What helps the other
side is left to it: its template lies in memory, its boxes are plain characters, its columns keep their widths, and its
reader checks nothing. Our template is compiled once, as the program does; what that costs is told apart.
"""

import argparse
import dataclasses
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docxtpl import DocxTemplate, RichText
from jinja2 import Environment

from generator.forms.documents import KINDS, template_bytes
from generator.forms.kr_form import TEMPLATE, KrContext, contexts
from generator.model.form import Rows
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.key_result import KeyResult
from generator.model.prose import Prose
from generator.render.expressions import fields
from generator.render.template import compile_template
from generator.render.values import Flow, Item, Tick
from generator.workbook.blank import write_workbook
from generator.workbook.reader import read_workbook

ROOT: Final = Path(__file__).resolve().parent.parent
SHIPPED: Final = ROOT / "inputs" / "kr"
LIKE: Final = "8214"
"""All forms are copies of this one, which has a table of all districts."""

THAI: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
LINES: Final = {Flow: "blocks", Prose: "paragraphs"}


# ------------------------------------------------------------------------------------------------ what both sides read


def write_book(path: Path, count: int) -> None:
    """Write a workbook of `count` copies of one key result of the shipped workbook."""
    (shipped,) = SHIPPED.glob("*.xlsx")
    rows = read_workbook(shipped, KR_FORM).rows
    codes = [f"8{number // 90 + 1}{number % 90 + 1:02}" for number in range(count)]
    by_sheet: dict[Any, list[Any]] = {}
    for sheet, records in rows.by_sheet.items():
        key = "code" if sheet is KeyResult else "kr"
        if key in sheet.COLUMNS:
            like = [record for record in records if getattr(record, key) == LIKE]
            by_sheet[sheet] = [dataclasses.replace(record, **{key: code}) for code in codes for record in like]
        else:
            by_sheet[sheet] = list(records)
    (page,) = [page for page in rows.pages if page.key == LIKE]
    write_workbook(path, KR_FORM, Rows(by_sheet, [dataclasses.replace(page, key=code) for code in codes]))


# ----------------------------------------------------------------------------------------------------- the other side


def read_with_openpyxl(path: Path) -> dict[str, list[list[Any]]]:
    """Return the rows of every sheet, rich text and number formats included."""
    book = openpyxl.load_workbook(path, read_only=True, rich_text=True, data_only=True)
    sheets = {
        sheet.title: [
            [(cell.value, cell.number_format if cell.value is not None else "") for cell in row] for row in sheet
        ]
        for sheet in book.worksheets
    }
    book.close()
    return sheets


def contexts_of(sheets: Mapping[str, list[list[Any]]]) -> list[dict[str, Any]]:
    """Return for each key result a dictionary of its row and of the rows of the other sheets, in Thai digits."""
    records = {}
    for name in ("KR", "นิยาม", "หน่วยงาน", "มาตรฐาน", "ตัวอย่าง"):
        start = next(index for index, row in enumerate(sheets[name]) if row and row[0][0] in ("รหัส", "KR"))
        header = [str(value) for value, _ in sheets[name][start]]
        records[name] = [
            dict(zip(header, (thai(*cell) for cell in row), strict=False))
            for row in sheets[name][start + 1 :]
            if row and row[0][0] is not None
        ]
    found = []
    for row in records["KR"]:
        code = row["รหัส"]
        others = {
            name: [one for one in rows if one.get("KR") == code] for name, rows in records.items() if name != "KR"
        }
        attached = sheets[f"แนบ {code.translate(str.maketrans('๐๑๒๓๔๕๖๗๘๙', '0123456789'))}"]
        found.append({**row, **others, "table": [[thai(*cell) for cell in line] for line in attached]})
    return found


def thai(value: Any, number_format: str) -> str:
    """Return a cell in Thai digits."""
    if value is None:
        return ""
    if isinstance(value, int | float) and "," in number_format:
        return f"{value:,}".translate(THAI)
    return str(value).translate(THAI)


def rich(block: Any) -> RichText:
    """Return a paragraph of ours as docxtpl wants it."""
    text = RichText()
    runs = block
    if isinstance(block, Item):
        text.add(f"{block.mark}\t")
        runs = block.text
    for run in runs:
        text.add(run.text, bold=run.bold, italic=run.italic, underline="single" if run.underline else None)
    return text


class Translation:
    """Turns the template of this program, as python-docx lays it out, into one that docxtpl understands."""

    def __init__(self) -> None:
        sys.path.insert(0, str(ROOT / "templates" / "source"))
        import kr_form

        self.document = kr_form.build()
        named = {
            **fields(KrContext),
            **{f"{name}.{field}": kind for name in ("line", "entry") for field, kind in self._fields(name).items()},
        }
        self.ticks = [name for name, kind in named.items() if kind is Tick]
        self.lines = {name: f"{name}.{LINES[kind]}" for name, kind in named.items() if kind in LINES}

    @staticmethod
    def _fields(name: str) -> Mapping[str, Any]:
        kind: Any = fields(KrContext)[{"line": "agencies", "entry": "standards"}[name]]
        return fields(kind.__args__[0])

    def template(self) -> bytes:
        """Return the translated template."""
        section = self.document.sections[0]
        for part in (self.document.element.body, section.header._element, section.first_page_header._element):
            for row in [row for row in part.iter(qn("w:tr")) if row.find(f".//{qn('w:tbl')}") is None]:
                self._row(row)
            for paragraph in list(part.iter(qn("w:p"))):
                self._paragraph(paragraph)
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _row(self, row: Any) -> None:
        """Give the loop of a row rows of its own, and the loops of its cells cells of their own."""
        text = text_of(row)
        tags = [tag for tag in ("for line in agencies", "for row in table.rows") if f"{{% {tag} %}}" in text]
        for tag in tags:
            replace(row, f"{{% {tag} %}}", "")
            replace(row, "{% endfor %}", "")
            row.addprevious(parse_xml(f"<w:tr {nsdecls('w')}>{cell(f'{{%tr {tag} %}}')}</w:tr>"))
            row.addnext(parse_xml(f"<w:tr {nsdecls('w')}>{cell('{%tr endfor %}')}</w:tr>"))
            for paragraph in list(row.iter(qn("w:p"))):
                if not text_of(paragraph) and paragraph.getprevious().tag == qn("w:p"):
                    paragraph.getparent().remove(paragraph)
        if not tags and text.count("{%") == 1 and text.startswith("{%") and text.endswith("%}"):
            replace(row, "{% ", "{%tr ")
        for column in list(row.iter(qn("w:tc"))):
            start, middle, _ = text_of(column).partition(" %}")
            if start.startswith("{% cell "):
                replace(column, f"{start}{middle}", "")
                replace(column, "{% endcell %}", "")
                loop = start.removeprefix("{% cell ")
                column.addprevious(parse_xml(cell(f"{{%tc for {loop} %}}").replace("<w:tc>", f"<w:tc {nsdecls('w')}>")))
                column.addnext(parse_xml(cell("{%tc endfor %}").replace("<w:tc>", f"<w:tc {nsdecls('w')}>")))

    def _paragraph(self, paragraph: Any) -> None:
        text = text_of(paragraph)
        if text.startswith("{% ") and text.endswith(" %}") and text.count("{%") == 1:
            replace(paragraph, "{% ", "{%p ")
        for name in self.ticks:
            replace(paragraph, f"{{{{ {name} }}}}", f"{{{{ {name}|box }}}}")
        if (lines := self.lines.get(text.removeprefix("{{ ").removesuffix(" }}"))) is not None:
            replace(paragraph, text, "{{r block|rich }}")
            for add, tag in ((paragraph.addprevious, f"for block in {lines}"), (paragraph.addnext, "endfor")):
                add(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>{{%p {tag} %}}</w:t></w:r></w:p>"))


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


class Docxtpl:
    """Fills the translated template, opened anew for each document as docxtpl wants it."""

    def __init__(self) -> None:
        self.template = Translation().template()
        self.environment = Environment()
        self.environment.filters |= {"box": lambda tick: "☑" if tick else "☐", "rich": rich}

    def fill(self, context: KrContext) -> bytes:
        """Return the document of a context."""
        document = DocxTemplate(BytesIO(self.template))
        names = {field.name: getattr(context, field.name) for field in dataclasses.fields(context)}
        document.render(names, self.environment, autoescape=True)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


# ------------------------------------------------------------------------------------------------------ the comparison


def words(document: bytes) -> list[str]:
    """Return what a document says, word by word."""
    body = docx.Document(BytesIO(document)).element.body
    paragraphs = ("".join(_shown(paragraph)) for paragraph in body.iter(qn("w:p")))
    return [word for paragraph in paragraphs for word in paragraph.split()]


def _shown(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        yield element.text or "" if element.tag == qn("w:t") else " "


def cpu(work: Callable[[], object]) -> float:
    """Return how many milliseconds of CPU time a piece of work takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1_000


def main() -> int:
    """Measure and print the table; return 1 if the two sides do not print the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--forms", type=int, default=50, help="how many forms")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds; medians are printed")
    chosen = parser.parse_args()
    (kind,) = [kind for kind in KINDS if kind.template == TEMPLATE]
    data = template_bytes(kind)
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "book.xlsx"
        write_book(book, chosen.forms)
        rows = read_workbook(book, KR_FORM).rows
        ready = [context for _, context in contexts(KrBook.of(rows), {})]
        sheets = read_with_openpyxl(book)
        ours, theirs = compile_template(data, KrContext, TEMPLATE), Docxtpl()
        if words(ours.fill(ready[0])) != words(theirs.fill(ready[0])):
            print("the two sides do not print the same words", file=sys.stderr)
            return 1
        steps: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "read the workbook": (lambda: read_workbook(book, KR_FORM), lambda: read_with_openpyxl(book)),
            "build contexts": (lambda: list(contexts(KrBook.of(rows), {})), lambda: contexts_of(sheets)),
            "context to bytes": (lambda: list(map(ours.fill, ready)), lambda: list(map(theirs.fill, ready))),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in steps}
        for _ in range(chosen.rounds):
            for name, (one, other) in steps.items():
                taken[name].append((cpu(one), cpu(other)))
        compiling = statistics.median(cpu(lambda: compile_template(data, KrContext, TEMPLATE)) for _ in range(5))
    print(f"KR forms: {chosen.forms} documents, CPU milliseconds per document, medians of {chosen.rounds} rounds\n")
    print(f"| {'step':<17} | {'generate':>8} | openpyxl + docxtpl | {'ratio':>5} | {'in the rounds':>13} |")
    print(f"|:{'-' * 17}-|-{'-' * 8}:|-{'-' * 18}:|-{'-' * 5}:|-{'-' * 13}:|")
    taken["all"] = [(sum(a for a, _ in run), sum(b for _, b in run)) for run in zip(*taken.values(), strict=True)]
    for name, runs in taken.items():
        one, other = (statistics.median(side) / chosen.forms for side in zip(*runs, strict=True))
        ratios = [b / a for a, b in runs]
        spread = f"{min(ratios):.1f}–{max(ratios):.1f}"
        print(f"| {name:<17} | {one:>8.2f} | {other:>18.2f} | {statistics.median(ratios):>5.1f} | {spread:>13} |")
    print(f"\nCompiling the template, once per process: {compiling:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
