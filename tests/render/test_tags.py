"""Tags are found however Word cuts them up, and whatever stands beside them stays as it was."""

from collections.abc import Callable

import pytest

from generator.render.oxml import OFFICE, qn
from tests.render.drawing import CONTENT, SPACES, paragraph, table, text_of
from tests.render.sample import Context, Filled, Item, codes, faults

Fill = Callable[..., Filled]


def runs(*texts: str) -> str:
    """Return a paragraph of one run for each text; a text that begins with * is bold."""
    made = [
        f"<w:r>{'<w:rPr><w:b/><w:bCs/></w:rPr>' if text.startswith('*') else ''}"
        f'<w:t xml:space="preserve">{text.lstrip("*")}</w:t></w:r>'
        for text in texts
    ]
    return f"<w:p>{''.join(made)}</w:p>"


def test_a_tag_that_word_cut_into_runs_is_one_tag(filled: Fill) -> None:
    assert str(filled(runs("ก {", "{ ti", "tle", " }", "} ข"))) == "ก หัวเรื่อง ข"


def test_a_value_has_the_format_of_the_run_where_its_tag_begins(filled: Fill) -> None:
    document = filled(runs("ก ", "*{{ ti", "tle }} ข")).root()
    bold = [run.findtext(qn("w:t")) for run in document.iter(qn("w:r")) if run.find(qn("w:rPr")) is not None]
    assert bold == ["หัวเรื่อง"]


def test_text_around_tags_keeps_its_format_and_its_blanks(filled: Fill) -> None:
    document = filled(runs("*ก  {{ title }} ข {{ title }}", " ค"))
    assert str(document) == "ก  หัวเรื่อง ข หัวเรื่อง ค"
    kept = [run.findtext(qn("w:t")) for run in document.root().iter(qn("w:r")) if run.find(qn("w:rPr")) is not None]
    assert "".join(map(str, kept)) == "ก  หัวเรื่อง ข หัวเรื่อง"


def test_tabs_and_breaks_between_tags_stay_where_they_were(filled: Fill) -> None:
    line = "<w:p><w:r><w:t>ก</w:t><w:tab/><w:t>{{ title }}</w:t><w:br/><w:t>ข{{ title }}</w:t><w:tab/></w:r></w:p>"
    assert str(filled(line)) == "ก→หัวเรื่อง↵ขหัวเรื่อง→"


@pytest.mark.parametrize(
    "tag",
    [
        "{%\u00a0if title == “หัวเรื่อง” %}",
        "{% if\u00a0title == ‘หัวเรื่อง’ %}",
        "{%if title=='หัวเรื่อง'%}",
        "{% if \u200btitle == \ufeff'หัวเรื่อง' %}",
    ],
)
def test_smart_quotes_hard_blanks_and_invisible_characters_do_not_spoil_a_tag(tag: str, filled: Fill) -> None:
    assert str(filled(f"{tag}ใช่{{% else %}}ไม่{{% endif %}}")) == "ใช่"


def test_a_hard_blank_within_quotes_stays(filled: Fill) -> None:
    assert str(filled("{{ 'พ.ศ.\u00a0๒๕๖๘' if title else '' }}")) == "พ.ศ.\u00a0๒๕๖๘"


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("ปี {{ title }", "ปี {{ title }"),
        ("{{ title", "{{ title"),
        ("title }} ท้าย", "title }} ท้าย"),
        ("{% if draft }ร่าง", "{% if draft }ร่าง"),
        ("{# หมายเหตุ #}", "{# หมายเหตุ #}"),
        ("<w:p><w:r><w:t>{{ ti</w:t><w:tab/><w:t>tle }}</w:t></w:r></w:p>", "{{ ti tle }}"),
    ],
)
def test_braces_that_were_left_open_are_told_with_what_is_near(line: str, near: str) -> None:
    found = faults(line)
    assert {finding.rule.code for finding in found} == {"T006"}
    assert any(str(finding.values["text"]) in near for finding in found)


def test_a_tag_over_two_paragraphs_is_left_open_in_both() -> None:
    assert codes("{{ ti\ntle }}") == ["T006", "T006"]


def test_single_braces_are_text(filled: Fill) -> None:
    assert str(filled("{ก} {{{ title }}} }")) == "{ก} {หัวเรื่อง} }"


def test_a_place_names_part_table_and_row() -> None:
    body = "ก\n| ก |\n~\n| ข |\n| ค |\n| {{ titel }} |\n~\n{{ titel }}"
    found = [finding.sheet for finding in faults(body, header="{{ titel }}", footer="{{ titel }}")]
    assert found == ["เนื้อหา ตาราง ๒ แถว ๓", "เนื้อหา ย่อหน้าที่ ๘", "หัวกระดาษ ย่อหน้าที่ ๑", "ท้ายกระดาษ ย่อหน้าที่ ๑"]


def test_the_rows_of_a_table_within_a_table_are_counted_by_themselves() -> None:
    inner = f"<w:p/>{table([['ก'], ['ข'], ['{{ x }}']])}<w:p/>"
    assert [finding.sheet for finding in faults(f"| ก |\n| {inner} |\n| {{{{ y }}}} |")] == [
        "เนื้อหา ตาราง ๒ แถว ๓",
        "เนื้อหา ตาราง ๑ แถว ๓",
    ]


def text_box(text: str) -> str:
    """Return a run that holds a text box."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="1" name="box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/>'
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def test_tags_in_a_text_box_are_its_own(filled: Fill) -> None:
    box = text_box("".join(map(paragraph, ["{% for r in items %}", "{{ r.name }} {{ title }}", "{% endfor %}"])))
    body = f'<w:p><w:r><w:t xml:space="preserve">ก {{{{ title }}}}</w:t></w:r>{box}</w:p>'
    document = filled(body, Context(items=(Item("๑"), Item("๒"))))
    texts = ["".join(p.itertext()) for p in document.root().iter(qn("w:p"))]
    assert texts[1:] == ["๑ หัวเรื่อง", "๒ หัวเรื่อง"]


def test_what_only_tells_how_the_template_was_made_does_not_get_out(filled: Fill) -> None:
    body = (
        '<w:p w:rsidR="00A1" w14:paraId="1A2B3C4D"><w:commentRangeStart w:id="0"/><w:r w:rsidRPr="00A2"><w:rPr>'
        '<w:noProof/></w:rPr><w:t>{{ ti</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:lastRenderedPageBreak/>'
        '<w:t>tle }}</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    document = filled(body)
    assert str(document) == "หัวเรื่อง"
    for trace in (b"rsid", b"paraId", b"noProof", b"proofErr", b"lastRendered", b"comment"):
        assert trace not in document.parts["word/document.xml"]


def test_notes_may_hold_tags_but_are_not_repeated(filled: Fill) -> None:
    notes = f'<w:footnotes {SPACES}><w:footnote w:id="2">{paragraph("{{ title }}")}</w:footnote></w:footnotes>'
    more = {
        "links": f'<Relationship Id="notes" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>',
        "types": f'<Override PartName="/word/footnotes.xml" ContentType="{CONTENT}.footnotes+xml"/>',
        "parts": {"word/footnotes.xml": notes},
    }
    body = '<w:p><w:r><w:t>ก</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert text_of(filled(body, **more).root("word/footnotes.xml")) == "หัวเรื่อง"
    assert codes("{% for r in items %}\n" + body + "\n{% endfor %}", **more) == ["T005"]


def test_a_run_within_a_text_which_word_never_writes_does_no_harm() -> None:
    inner = "<w:r><w:t>{% if draft %}</w:t></w:r>"
    body = f"<w:p><w:r><w:t>{{{{ title }}}}{inner}</w:t></w:r><w:r><w:t>{{% endif %}}</w:t></w:r></w:p>"
    assert codes(body) == ["T003"]
