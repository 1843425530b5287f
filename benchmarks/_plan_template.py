"""Turns the template of the plan, as python-docx lays it out, into one that docxtpl understands.

Loops and conditions become docxtpl's {%p %}, {%tr %} and {%tc %}, a span its {% colspan %}, prose and flows loops of
rich text. What docxtpl cannot do is left out, to its advantage: it lists no contents, draws neither arrows nor the QR
code, sets fractions as a line of text, and keeps all columns as wide as they were. Where we join cells downwards it
prints the first text and leaves the others empty.
"""

import re
import sys
from io import BytesIO
from typing import Any, Final

from _sides import ROOT, cell, replace, text_of
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from generator.forms.plan_form import PlanContext
from generator.model.prose import Prose
from generator.render.expressions import bare, fields
from generator.render.values import Arrow, Contents, Flow, Picture

_LINES: Final = {Flow: "blocks", Prose: "paragraphs"}
_LOOP: Final = re.compile(r"{% for (\w+) in ([\w.]+) %}")
_BLOCK: Final = re.compile(r"{% (?:for (\w+) in ([\w.]+)|(endfor)) %}")
_CELLS: Final = re.compile(r"{% cell (\w+ in [\w.]+) %}(.*){% endcell %}")
_MERGE: Final = re.compile(r"{% merge ([\w.]+) %}")
_VALUE: Final = re.compile(r"{{ ([\w.]+) }}")


def translated() -> bytes:
    """Return the template of the plan for docxtpl."""
    sys.path.insert(0, str(ROOT / "templates" / "source"))
    import plan_form

    document = plan_form.build()
    body = document.element.body
    kinds, merged = _read(body)
    for row in [row for row in body.iter(qn("w:tr")) if row.find(f".//{qn('w:tbl')}") is None]:
        _cells(row)
        _row(row)
    for paragraph in list(body.iter(qn("w:p"))):
        _paragraph(paragraph, kinds.get(paragraph), merged.get(paragraph, ""))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _read(body: Any) -> tuple[dict[Any, type], dict[Any, str]]:
    """Return the kind of the value that a paragraph holds alone, or beside tags only; and when cells are printed.

    A cell that is joined downwards is printed where its key is not that of the line before; its tag is taken away.
    """
    names: list[tuple[str, dict[str, Any]]] = [("", dict(fields(PlanContext)))]
    kinds = {}
    merged: dict[Any, str] = {}
    for paragraph in body.iter(qn("w:p")):
        text = text_of(paragraph)
        for tag in _BLOCK.finditer(text):
            if not tag[3]:
                inner = {**names[-1][1], tag[1]: _kind(tag[2], names[-1][1]).__args__[0]}
                names.append((tag[1], inner))
        values = _VALUE.findall(text)
        if len(values) == 1 and not re.sub(r"{[{%].*?[%}]}", "", text):
            kinds[paragraph] = bare(_kind(values[0], names[-1][1]))
        if (tag := _MERGE.search(text)) is not None:
            owner, _, key = tag[1].partition(".")
            replace(paragraph, tag[0], "")
            if owner == names[-1][0]:
                here = f"loop.first or loop.previtem.{key} != {tag[1]}"
                merged |= dict.fromkeys(next(paragraph.iterancestors(qn("w:tc"))).iter(qn("w:p")), here)
        del names[len(names) - sum(bool(tag[3]) for tag in _BLOCK.finditer(text)) :]
    return kinds, merged


def _kind(path: str, names: dict[str, Any]) -> Any:
    first, *rest = path.split(".")
    kind = names.get(first, str)
    for name in rest:
        kind = fields(kind)[name]
    return kind


def _cells(row: Any) -> None:
    """Give the loops of cells cells of their own."""
    for column in list(row.iterchildren(qn("w:tc"))):
        replace(column, "{% span ", "{% colspan ")
        if (tag := _CELLS.search(text_of(column))) is None:
            continue
        replace(column, tag[0].removesuffix("{% endcell %}").removesuffix(tag[2]), "")
        replace(column, "{% endcell %}", "")
        for add, text in ((column.addprevious, f"{{%tc for {tag[1]} %}}"), (column.addnext, "{%tc endfor %}")):
            add(parse_xml(cell(text).replace("<w:tc>", f"<w:tc {nsdecls('w')}>")))


def _row(row: Any) -> None:
    """Give the loop of a row rows of its own, before and after it."""
    text = text_of(row)
    if text.startswith("{% ") and text.endswith(" %}") and text.count("{%") == 1:
        replace(row, "{% ", "{%tr ")
    elif (loop := _LOOP.search(text)) is not None:
        replace(row, loop[0], "")
        replace(row, "{% endfor %}", "")
        row.addprevious(parse_xml(f"<w:tr {nsdecls('w')}>{cell(loop[0].replace('{% ', '{%tr '))}</w:tr>"))
        row.addnext(parse_xml(f"<w:tr {nsdecls('w')}>{cell('{%tr endfor %}')}</w:tr>"))
        last = list(row.iter(qn("w:p")))[-1]
        if not text_of(last) and last.getprevious().tag == qn("w:p"):
            last.getparent().remove(last)


def _paragraph(paragraph: Any, kind: type | None, condition: str) -> None:
    """Translate what a paragraph holds; with a `condition` it is printed only where that is true."""
    text = text_of(paragraph)
    if text.startswith("{% ") and text.endswith(" %}") and text.count("{%") == 1:
        replace(paragraph, "{% ", "{%p ")
        return
    tag = _VALUE.search(text)
    if tag is None:
        return
    if kind in _LINES:
        listed = f"{tag[1]}.{_LINES[kind]}"
        listed = f"({listed} if {condition} else [])" if condition else listed
        replace(paragraph, tag[0], "{{r paragraph|rich }}")
        for add, block in ((paragraph.addprevious, f"for paragraph in {listed}"), (paragraph.addnext, "endfor")):
            add(parse_xml(_alone(f"{{%p {block} %}}")))
        if condition:  # a cell has to hold a paragraph
            paragraph.addnext(parse_xml(_alone("")))
            paragraph.addnext(parse_xml(_alone("{%p else %}")))
    elif kind in (Picture, Contents):
        replace(paragraph, tag[0], "")
    elif kind is Arrow:
        replace(paragraph, tag[0], "↔")
    elif condition:
        replace(paragraph, tag[0], f'{{{{ {tag[1]} if {condition} else "" }}}}')


def _alone(text: str) -> str:
    return f"<w:p {nsdecls('w')}><w:r><w:t>{text}</w:t></w:r></w:p>"
