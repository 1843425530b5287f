"""How a plan is set: its styles, headings, gaps, and tables whose header is repeated. Knows none of its contents."""

from collections.abc import Sequence
from typing import Any

import paper
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

HARD = "\u00a0"
YEAR = f"พ.ศ.{HARD}{{{{ year }}}}"
MARGIN = 70
"""What stands left and right of the text of a cell, in twips: less than usual, so that the columns hold their words."""

SMALL = " เล็ก"
"""Behind the name of a style of table cells: the one for the wide tables on landscape pages."""

Texts = Sequence[tuple[str, str]]
"""The cells of a row: text and style, without the word แผน before it."""

GAP = Pt(8)
"""The room below a table."""

EMPTY = ("", "ช่อง")
"""A cell without text, or one that is filled otherwise."""

_EVEN = '<w:jc w:val="thaiDistribute"/>'


def add_styles(document: DocumentType) -> None:
    """Add the styles of the plan; those of table cells in two sizes."""
    paper.style(document, "แผน ปก", '<w:jc w:val="center"/>', bold=True, points=36)
    paper.style(document, "แผน ปกรอง", '<w:jc w:val="center"/>', bold=True, points=24)
    paper.style(document, "แผน เนื้อความ", f'<w:spacing w:after="60"/><w:ind w:firstLine="1134"/>{_EVEN}')
    paper.style(document, "แผน กลาง", '<w:keepNext/><w:jc w:val="center"/>', bold=True)
    paper.style(document, "แผน วิสัยทัศน์", '<w:spacing w:after="60"/><w:jc w:val="center"/>', bold=True, points=18)
    paper.style(document, "แผน หัวข้อ", '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="60"/>', bold=True)
    below = '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="2"/>'
    paper.style(document, "แผน หัวข้อรอง", below, bold=True)
    paper.style(document, "แผน ขีด", f'<w:ind w:left="705" w:hanging="138"/>{_EVEN}')
    paper.style(document, "แผน ผลรวม", '<w:keepNext/><w:spacing w:before="60"/>')
    paper.style(document, "แผน ลงนาม", '<w:keepNext/><w:keepLines/><w:ind w:left="3969"/><w:jc w:val="center"/>')
    for name, points in (("", paper.SIZE), (SMALL, 15)):
        paper.style(document, f"แผน หัวตาราง{name}", '<w:keepNext/><w:jc w:val="center"/>', bold=True, points=points)
        paper.style(document, f"แผน แถบ{name}", '<w:keepNext/><w:jc w:val="left"/>', bold=True, points=points)
        paper.style(document, f"แผน ช่อง{name}", '<w:jc w:val="left"/>', points=points)
        paper.style(document, f"แผน ช่องกลาง{name}", '<w:jc w:val="center"/>', points=points)
        paper.style(document, f"แผน ช่องขวา{name}", '<w:jc w:val="right"/>', points=points)
        paper.style(document, f"แผน รายการ{name}", f'<w:ind w:left="840" w:hanging="273"/>{_EVEN}', points=points)


def say(document: DocumentType, text: str, style: str = "", **formats: Any) -> Any:
    """Add a paragraph; `formats` are set on its paragraph format. Return it."""
    paragraph = paper.write(document.add_paragraph(), text, style)
    for name, value in formats.items():
        setattr(paragraph.paragraph_format, name, value)
    return paragraph


def title(document: DocumentType, text: str, level: int = 1, new_page: bool = False) -> None:
    """Add a centred heading that the contents list; it may have several lines.

    One that begins a page keeps nothing: for its sake LibreOffice would send a row that goes over pages to the next.
    """
    formats = {"page_break_before": True, "keep_with_next": False} if new_page else {}
    say(document, text, f"Heading {level}", space_after=Pt(6), **formats)


def heading(document: DocumentType, text: str) -> None:
    """Add a heading of the second level that the contents list, at the left margin."""
    formats = {"alignment": WD_ALIGN_PARAGRAPH.LEFT, "space_before": Pt(9), "space_after": Pt(3)}
    say(document, text, "Heading 2", **formats)


def gap(document: DocumentType, height: Any = GAP, keep: bool = False) -> None:
    """Add the room between a table and what follows, or before a table that it then keeps."""
    formats = paper.lowest(document.add_paragraph()).paragraph_format
    formats.space_before, formats.keep_with_next = height, keep or None


def dash(document: DocumentType, listed: str) -> None:
    """Print a dash in place of a list of the context that is empty."""
    say(document, f"{{% if not {listed} %}}")
    say(document, "-", "", alignment=WD_ALIGN_PARAGRAPH.CENTER)
    say(document, "{% endif %}")


def grid(
    document: Any,
    widths: Sequence[int],
    heads: Sequence[Sequence[str]],
    rows: Sequence[Texts | str],
    small: bool = False,
) -> Any:
    """Return a table: header rows repeated on each page, then `rows`; one that is a text holds nothing but that tag.

    Widths in twips. Rows stay whole; a header keeps the row below it.
    """
    table = paper.table(document, list(widths), len(heads) + len(rows), margin=MARGIN)
    size = SMALL if small else ""
    for row, texts in zip(table.rows, heads, strict=False):
        paper.repeat_header(row)
        for cell, text in zip(row.cells, texts, strict=True):
            paper.write(cell.paragraphs[0], text, f"แผน หัวตาราง{size}")
            paper.cell_property(cell, '<w:vAlign w:val="center"/>')
    for row, texts in zip(table.rows[len(heads) :], rows, strict=True):
        if isinstance(texts, str):
            paper.write(row.cells[0].paragraphs[0], texts)
            continue
        paper.whole_row(row)
        for cell, (text, style) in zip(row.cells, texts, strict=True):
            paper.write(cell.paragraphs[0], text, f"แผน {style}{size}")
    return table


def money(cell: Any, name: str, small: bool = False) -> None:
    """Put a budget into a cell: figures to the right, words and the dash in the middle.

    Thai digits sort behind all letters and signs, so a text that is not less than ๐ is a figure.
    """
    size = SMALL if small else ""
    lines = (
        (f'{{% if {name} >= "๐" %}}', ""),
        (f"{{{{ {name} }}}}", f"แผน ช่องขวา{size}"),
        ("{% else %}", ""),
        (f"{{{{ {name} }}}}", f"แผน ช่องกลาง{size}"),
        ("{% endif %}", ""),
    )
    for index, (text, style) in enumerate(lines):
        paper.write(cell.add_paragraph() if index else cell.paragraphs[0], text, style)


def keep(row: Any) -> None:
    """Keep a row on the page of the next one."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def may_split(row: Any) -> None:
    """Let a row go over pages."""
    for mark in row._tr.get_or_add_trPr().findall(paper.qn("w:cantSplit")):
        row._tr.trPr.remove(mark)


def tall_or_whole(row: Texts) -> list[Texts | str]:
    """Return the rows of a loop with a row for tall lines, which may go over pages, and then one for the others."""
    return ["{% if row.tall %}", row, "{% else %}", row, "{% endif %}"]


def last_paragraph(cell: Any, text: str, style: str) -> None:
    """Add a paragraph to a cell, for the tags that cannot stand beside a value of several paragraphs."""
    paper.write(cell.add_paragraph(), text, f"แผน {style}")


def span(row: Any, first: int, last: int) -> Any:
    """Join the cells of a row from one column to another; return the cell."""
    return row.cells[first].merge(row.cells[last])


def indent(document: DocumentType, value: str) -> None:
    """Add a list of the context, its marks a centimetre from the margin."""
    say(document, f"{{{{ {value} }}}}", "แผน เนื้อความ", left_indent=Cm(1), first_line_indent=0, space_after=Pt(0))
