"""Values print as they are: escaped, formatted for Thai and Latin alike, in the order that the schema demands."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.model.prose import Prose, Run
from generator.render.oxml import RUN_ORDER, W, qn
from generator.render.oxml.markup import ParagraphMold, RunMold, escaped, inner_text
from generator.render.source import Source, namespaces
from generator.render.values import Flow, Fraction, Item, Kept, Picture, Tick
from tests.lint import W as PREFIX
from tests.render.drawing import paragraph, text_of
from tests.render.sample import Context, Filled

Fill = Callable[..., Filled]

STYLED = '<w:pStyle w:val="Head"/><w:keepNext/><w:spacing w:before="60"/><w:ind w:left="200"/><w:jc w:val="left"/>'


@pytest.mark.parametrize(
    "text", ["R&D งบ", "<b>หนา</b>", "เขาพูดว่า \"ได้\" 'จริง'", "]]>", "a  b", " ก ", "&amp;", "{{ draft }}", "{% if %}"]
)
def test_a_text_prints_as_it_is(text: str, filled: Fill) -> None:
    document = filled("{{ title }}", Context(title=text), title="{{ title }}")
    assert str(document) == text
    assert document.root("docProps/core.xml").findtext("{*}title") == text


def test_what_xml_forbids_is_left_out(filled: Fill) -> None:
    text = "ก\x00\x08\x0b\x1f\ud800\udfff\ufffe\uffffข"
    document = filled("{{ title }}", Context(title=text, flow=Flow(((Run(text),),))), title="{{ title }}")
    assert str(document) == document.root("docProps/core.xml").findtext("{*}title") == "กข"


def test_line_breaks_and_tabs_become_those_of_word(filled: Fill) -> None:
    document = filled("{{ title }}", Context(title="ก\nข\r\nค\rง\tจ"), title="{{ title }}")
    assert str(document) == "ก↵ข↵ค↵ง→จ"
    assert "<w:" not in str(document.root("docProps/core.xml").findtext("{*}title"))


@given(st.text())
def test_any_text_stays_well_formed(text: str) -> None:
    etree.fromstring(f'<w:t xmlns:w="{W}" a="{escaped(text)}"><w:t>{inner_text(text)}</w:t></w:t>')


def formatted(*runs: Run) -> Flow:
    return Flow((runs,))


@pytest.mark.parametrize(
    "template", ["", "<w:b/><w:bCs/><w:sz w:val='28'/><w:szCs w:val='28'/><w:lang w:bidi='th-TH'/>"]
)
@pytest.mark.parametrize(
    ("run", "twins"),
    [
        (Run("ก", bold=True), {"b", "bCs"}),
        (Run("ก", italic=True), {"i", "iCs"}),
        (Run("ก", underline=True), {"u"}),
        (Run("ก", True, True, True), {"b", "bCs", "i", "iCs", "u"}),
    ],
)
def test_formats_carry_their_twins_in_the_order_of_the_schema(
    run: Run, twins: set[str], template: str, filled: Fill
) -> None:
    body = f"<w:p><w:r>{template and f'<w:rPr>{template}</w:rPr>'}<w:t>{{{{ flow }}}}</w:t></w:r></w:p>"
    (properties,) = filled(body, Context(flow=formatted(run))).root().iter(qn("w:rPr"))
    names = [child.tag for child in properties]
    assert {name.removeprefix(PREFIX) for name in names} >= twins
    assert names == sorted(names, key=RUN_ORDER.index) and len(names) == len({*names})


def test_prose_within_a_line_parts_its_paragraphs_by_breaks(filled: Fill) -> None:
    prose = Prose(((Run("ก"), Run("ข", bold=True)), (), (Run("ค"),)))
    assert str(filled("[{{ prose }}]", Context(prose=prose))) == "[กข↵↵ค]"


def test_prose_in_a_paragraph_of_its_own_repeats_it_with_its_style(filled: Fill) -> None:
    document = filled(paragraph("{{ prose }}", STYLED), Context(prose=Prose.of("ก\n\nข")))
    assert str(document) == "ก\n~\nข"
    assert document.parts["word/document.xml"].decode().count(f"<w:pPr>{STYLED}</w:pPr>") == 3


def test_a_blank_typed_beside_the_tag_does_not_matter(filled: Fill) -> None:
    assert str(filled(paragraph(" {{ flow }} "), Context(flow=formatted(Run("ก"))))) == "ก"


def test_nothing_leaves_one_empty_paragraph(filled: Fill) -> None:
    assert str(filled("{{ flow }}\n| {{ prose }} |\n~")) == "~\n| ~ |\n~"


def test_a_paragraph_that_begins_a_page_begins_it_once(filled: Fill) -> None:
    body = paragraph("{{ prose }}", "<w:pageBreakBefore/>")
    document = filled(f"ก\n{body}", Context(prose=Prose.of("ข\nค")))
    assert document.parts["word/document.xml"].count(b"pageBreakBefore") == 1


def test_list_items_hang_by_the_width_of_their_mark_at_each_level(filled: Fill) -> None:
    flow = Flow((Item(Run("๑."), (Run("ข้อ"),), 0, 300), Item(Run("-"), (Run("ย่อย"), Run("เน้น", bold=True)), 300, 150)))
    document = filled(f"| {paragraph('{{ flow }}', STYLED)} |\n~", Context(flow=flow))
    assert str(document) == "| ๑.→ข้อ // -→ย่อยเน้น |\n~"
    xml = document.parts["word/document.xml"].decode()
    before, after = '<w:spacing w:before="60"/>', '<w:jc w:val="left"/>'
    assert f'{before}<w:ind w:left="500" w:hanging="300"/>{after}' in xml
    assert f'{before}<w:ind w:left="650" w:hanging="150"/>{after}' in xml


def test_a_heading_within_a_flow_stays_with_what_follows(filled: Fill) -> None:
    item = Item(Run("๑.", bold=True), (Run("ข้อ", bold=True),), 0, 300)
    flow = Flow((Kept((Run("หัวข้อ"),)), Kept(item), (Run("เนื้อ"),)))
    body = paragraph("{{ flow }}", '<w:pStyle w:val="Head"/><w:spacing w:before="60"/><w:jc w:val="left"/>')
    xml = filled(body, Context(flow=flow)).parts["word/document.xml"].decode()
    heading, listed, text = re.findall("<w:p>(.*?)</w:p>", xml)[:3]
    assert heading.startswith('<w:pPr><w:pStyle w:val="Head"/><w:keepNext/><w:spacing w:before="60"/>')
    assert "<w:keepNext/>" in listed and listed.index("keepNext") < listed.index("<w:ind ")
    assert '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">๑.</w:t><w:tab/></w:r>' in listed
    assert "keepNext" not in text


def test_a_style_that_keeps_already_is_not_told_twice(filled: Fill) -> None:
    kept = '<w:pStyle w:val="Head"/><w:keepNext w:val="0"/>'
    xml = filled(paragraph("{{ flow }}", kept), Context(flow=Flow((Kept((Run("ก"),)),)))).parts["word/document.xml"]
    assert xml.count(b"keepNext") == 1 and b'<w:pStyle w:val="Head"/><w:keepNext/>' in xml


def test_a_fraction_is_a_table_with_a_rule_under_its_numerator(filled: Fill) -> None:
    flow = Flow(((Run("สูตร"),), Fraction("ตัวตั้ง & ก", "ตัวหาร <ข>", "๑๐๐", 4000), (Run("ท้าย"),)))
    document = filled("| {{ flow }} |\n~", Context(flow=flow))
    assert str(document) == "| สูตร // [| ตัวตั้ง & ก | × ๑๐๐ |] // [| ตัวหาร <ข> | ↑ |] // ท้าย |\n~"
    ruled = [rule.getparent().getparent() for rule in document.root().iter(qn("w:tcBorders"))]
    assert [text_of(cell) for cell in ruled] == ["ตัวตั้ง & ก"]


def test_fractions_neither_touch_nor_end_a_cell(filled: Fill) -> None:
    fraction = Fraction("ก", "ข", "๑๐๐", 2000)
    document = filled("| {{ flow }} |\n~", Context(flow=Flow((fraction, fraction))))
    line = "[| ก | × ๑๐๐ |] // [| ข | ↑ |] // ~"
    assert str(document) == f"| {line} // {line} |\n~"


def test_a_fraction_does_not_touch_the_table_above(filled: Fill) -> None:
    context = Context(flow=Flow((Fraction("ก", "ข", "๑๐๐", 2000),)))
    assert str(filled("| ค |\n{{ flow }}", context)) == "| ค |\n~\n| ก | × ๑๐๐ |\n| ข | ↑ |\n~"
    assert str(filled("| ค |\n{% if draft %}\nง\n{% endif %}\n{{ flow }}", context)).count("~") == 2
    assert str(filled("| ค |\nง\n{{ flow }}", context)).count("~") == 1


def test_a_tick_box_is_a_content_control_a_little_smaller_than_its_text(filled: Fill) -> None:
    body = '<w:p><w:r><w:rPr><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>{{ tick }}</w:t></w:r></w:p>'
    for ticked, sign, state in ((True, "☑", b'w14:checked w14:val="1"'), (False, "☐", b'w14:checked w14:val="0"')):
        document = filled(body, Context(tick=Tick(ticked)))
        assert text_of(document.root()) == sign
        assert state in document.parts["word/document.xml"]
        assert document.parts["word/document.xml"].count(b'<w:sz w:val="26"/><w:szCs w:val="26"/>') == 2


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f6"
    "45400000000049454e44ae426082"
)
PICTURE = Picture(PNG, "png", 360_000, 180_000, 'ลายมือชื่อ "ก" & ข')


def test_a_picture_stands_in_its_line_with_its_size_and_its_words(filled: Fill) -> None:
    document = filled("ลงชื่อ {{ picture }}", Context(picture=PICTURE))
    assert str(document) == "ลงชื่อ ▣"
    shape = document.root().find(f".//{qn('wp:docPr')}")
    assert shape is not None and shape.get("descr") == PICTURE.description
    extent = document.root().find(f".//{qn('wp:extent')}")
    assert extent is not None and dict(extent.attrib) == {"cx": "360000", "cy": "180000"}


def test_without_a_picture_its_place_is_empty(filled: Fill) -> None:
    assert str(filled("ลงชื่อ {{ picture }}{% if picture %}ก{% else %}…{% endif %}")) == "ลงชื่อ …"


@pytest.mark.parametrize("size", ["", ' w:val=""', ' w:val="32.0"', ' w:val="x"'])
def test_a_size_that_is_no_number_is_that_of_the_body(size: str) -> None:
    properties = etree.fromstring(f'<w:rPr xmlns:w="{W}"><w:szCs{size}/></w:rPr>')
    assert RunMold.of(properties, lambda element: "").size == 32


def test_molds_of_one_format_are_one() -> None:
    element = etree.fromstring(f'<w:p xmlns:w="{W}"><w:pPr>{STYLED}</w:pPr></w:p>')
    source = Source(namespaces(element))
    molds = [ParagraphMold.of(element, RunMold.of(None, source.whole), source.whole) for _ in range(2)]
    assert source.constant(molds[0]) == source.constant(molds[1])
