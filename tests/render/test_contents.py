"""The list of contents is made of the headings of the document itself, each with a link and its page."""

from collections.abc import Callable
from dataclasses import make_dataclass

import pytest

from generator.render.oxml import qn
from generator.render.template import compile_template
from tests.render.drawing import draw, paragraph
from tests.render.sample import Context, Filled, Item, codes

Fill = Callable[..., Filled]

BODY = "\n".join(
    [
        "{{ contents }}",
        paragraph("บทที่ ๑ {{ title }}", '<w:pStyle w:val="H1"/>'),
        "{% for r in items %}",
        paragraph("{{ r.name }} & <ข้อ>", '<w:pStyle w:val="H2"/>'),
        "{% endfor %}",
        "{% if draft %}",
        paragraph("ร่าง", '<w:pStyle w:val="H1"/>'),
        "{% endif %}",
        paragraph("{% if draft %}ก{% endif %}", '<w:pStyle w:val="H1"/>'),
    ]
)


def test_every_heading_that_is_printed_is_listed_with_its_level(filled: Fill) -> None:
    document = filled(BODY, Context(items=(Item("๑"), Item("๒"))))
    entries = [line for line in str(document).splitlines() if line.endswith("→…")]
    assert entries == ["บทที่ ๑ หัวเรื่อง→…", "- ๑ & <ข้อ>→…", "- ๒ & <ข้อ>→…"]
    assert "ร่าง→…" in str(filled(BODY, Context(draft=True)))


def test_every_entry_leads_to_a_heading_of_its_own(filled: Fill) -> None:
    root = filled(BODY, Context(items=(Item("ก"), Item("ก")))).root()
    anchors = [link.get(qn("w:anchor")) for link in root.iter(qn("w:hyperlink"))]
    codes_of = ["".join(link.itertext(qn("w:instrText"))).split()[:2] for link in root.iter(qn("w:hyperlink"))]
    names = {str(start.get(qn("w:name"))) for start in root.iter(qn("w:bookmarkStart"))}
    assert len({*anchors}) == len(anchors) == 3 and {*anchors} <= names
    assert codes_of == [["PAGEREF", anchor] for anchor in anchors]


def test_no_field_asks_to_be_refreshed(filled: Fill) -> None:
    xml = filled(BODY).parts["word/document.xml"]
    assert b"w:dirty" not in xml and b"updateFields" not in xml


def test_a_template_without_contents_has_no_bookmarks_at_its_headings(filled: Fill) -> None:
    plain = make_dataclass("plain", [("title", str)], frozen=True)
    heading = paragraph("{{ title }}", '<w:pStyle w:val="H1"/>')
    document = Filled(compile_template(draw(heading), plain, "ก.docx").fill(plain("ก")))
    assert b"bookmarkStart" not in document.parts["word/document.xml"]


@pytest.mark.parametrize(
    ("body", "code"), [("ก {{ contents }}", "T005"), ("{% for r in contents %}ก{% endfor %}", "T004")]
)
def test_the_contents_need_a_paragraph_of_their_own(body: str, code: str) -> None:
    assert codes(body) == [code]
