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
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from _sides import ROOT, Docxtpl, cell, cpu, in_turns, print_table, read_with_openpyxl, replace, text_of, words
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from generator.forms.documents import KINDS, template_bytes
from generator.forms.kr_form import TEMPLATE, KrContext, contexts
from generator.model.form import Rows
from generator.model.kr.book import KR_FORM, KrBook
from generator.model.kr.key_result import KeyResult
from generator.model.prose import Prose
from generator.render.expressions import fields
from generator.render.template import compile_template
from generator.render.values import Flow, Tick
from generator.workbook.blank import write_workbook
from generator.workbook.reader import read_workbook

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


# ------------------------------------------------------------------------------------------------------ the comparison


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
        ours, theirs = compile_template(data, KrContext, TEMPLATE), Docxtpl(Translation().template())
        if words(ours.fill(ready[0])) != words(theirs.fill(ready[0])):
            print("the two sides do not print the same words", file=sys.stderr)
            return 1
        steps: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "read the workbook": (lambda: read_workbook(book, KR_FORM), lambda: read_with_openpyxl(book)),
            "build contexts": (lambda: list(contexts(KrBook.of(rows), {})), lambda: contexts_of(sheets)),
            "context to bytes": (lambda: list(map(ours.fill, ready)), lambda: list(map(theirs.fill, ready))),
        }
        taken = in_turns(steps, chosen.rounds)
        compiling = statistics.median(cpu(lambda: compile_template(data, KrContext, TEMPLATE)) for _ in range(5))
    print(f"KR forms: {chosen.forms} documents, CPU milliseconds per document, medians of {chosen.rounds} rounds\n")
    taken["all"] = [(sum(a for a, _ in run), sum(b for _, b in run)) for run in zip(*taken.values(), strict=True)]
    print_table(taken, ("step", "generate", "openpyxl + docxtpl"), chosen.forms)
    print(f"\nCompiling the template, once per process: {compiling:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
