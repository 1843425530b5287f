"""A loop or a condition repeats the smallest whole thing that holds both its tags."""

from collections.abc import Callable

import pytest

from tests.render.drawing import paragraph, table
from tests.render.sample import Context, Filled, Item, codes, faults

Fill = Callable[..., Filled]

TWO = Context(items=(Item("๑", "ก"), Item("๒", "ข")))
NESTED = Context(items=(Item("๑", items=(Item("๑.๑"), Item("๑.๒"))), Item("๒"), Item("๓", items=(Item("๓.๑"),))))


def test_within_a_paragraph_the_text_between_is_repeated(filled: Fill) -> None:
    assert str(filled("[{% for r in items %}{{ r.name }}, {% endfor %}]", TWO)) == "[๑, ๒, ]"


def test_paragraphs_of_their_own_repeat_all_between_and_vanish(filled: Fill) -> None:
    body = "ก\n{% for r in items %}\n{{ r.name }}\n~\n{% endfor %}\nข"
    assert str(filled(body, TWO)) == "ก\n๑\n~\n๒\n~\nข"


def test_paragraphs_with_text_belong_to_what_is_repeated(filled: Fill) -> None:
    assert str(filled("ต้น {% for r in items %}{{ r.name }}\nกลาง\nปลาย {% endfor %}", TWO)) == (
        "ต้น ๑\nกลาง\nปลาย\nต้น ๒\nกลาง\nปลาย".replace("ปลาย", "ปลาย ")
    )


def test_a_table_between_paragraphs_of_their_own_is_repeated(filled: Fill) -> None:
    body = "{% for r in items %}\nตาราง {{ r.name }}\n| ก | {{ r.group }} |\n~\n{% endfor %}"
    assert str(filled(body, TWO)) == "ตาราง ๑\n| ก | ก |\n~\nตาราง ๒\n| ก | ข |\n~"


def test_two_cells_of_a_row_repeat_the_row(filled: Fill) -> None:
    body = "| ชื่อ | กลุ่ม |\n| {% for r in items %}{{ r.name }} | {{ r.group }}{% endfor %} |\n| รวม | - |\n~"
    assert str(filled(body, TWO)) == "| ชื่อ | กลุ่ม |\n| ๑ | ก |\n| ๒ | ข |\n| รวม | - |\n~"


def test_two_rows_repeat_these_rows_and_those_between(filled: Fill) -> None:
    body = "| {% for r in items %}{{ r.name }} |\n| กลาง |\n| {{ r.group }}{% endfor %} |\n~"
    assert str(filled(body, TWO)) == "| ๑ |\n| กลาง |\n| ก |\n| ๒ |\n| กลาง |\n| ข |\n~"


def test_rows_of_their_own_repeat_the_rows_between_and_vanish(filled: Fill) -> None:
    body = "| ก | ก |\n| {% for r in items %} |  |\n| {{ r.name }} | {{ r.group }} |\n|  | {% endfor %} |\n| ข | ข |\n~"
    assert str(filled(body, TWO)) == "| ก | ก |\n| ๑ | ก |\n| ๒ | ข |\n| ข | ข |\n~"


def test_within_a_cell_its_paragraphs_are_repeated(filled: Fill) -> None:
    body = "| ก | {% for r in items %} // {{ r.name }} // {% endfor %} |\n~"
    assert str(filled(body, TWO)) == "| ก | ๑ // ๒ |\n~"


def test_loops_stand_in_loops_at_every_level(filled: Fill) -> None:
    inner = "{% for s in r.items %}\n- {{ s.name }}\n{% endfor %}"
    body = "{% for r in items %}\nข้อ {{ r.name }}\n" + inner + "\n{% endfor %}\nจบ"
    assert str(filled(body, NESTED)) == "ข้อ ๑\n- ๑.๑\n- ๑.๒\nข้อ ๒\nข้อ ๓\n- ๓.๑\nจบ"
    rows = "| {% for r in items %}{{ r.name }} |\n| {% for s in r.items %}- {{ s.name }}{% endfor %}{% endfor %} |\n~"
    assert str(filled(rows, NESTED)) == "| ๑ |\n| - ๑.๑- ๑.๒ |\n| ๒ |\n| ~ |\n| ๓ |\n| - ๓.๑ |\n~"
    inner = "| {% for s in r.items %} |\n| {{ s.name }} |\n| {% endfor %} |"
    both = "| {% for r in items %} |\n| {{ r.name }} |\n" + inner + "\n| {% endfor %} |\n~"
    assert str(filled(both, NESTED)) == "| ๑ |\n| ๑.๑ |\n| ๑.๒ |\n| ๒ |\n| ๓ |\n| ๓.๑ |\n~"


def test_tags_of_several_blocks_may_share_a_paragraph_of_their_own(filled: Fill) -> None:
    choice = "{% if draft %}{% for r in items %}\n{{ r.name }}\n{% endfor %}{% else %}\nไม่ใช่ร่าง\n{% endif %}"
    body = choice + "{% for r in items %}\n{{ r.group }}\n{% endfor %}"
    assert str(filled(body, Context(items=TWO.items, draft=True))) == "๑\n๒\nก\nข"
    assert str(filled(body, TWO)) == "ไม่ใช่ร่าง\nก\nข"


def test_tags_of_several_blocks_may_share_a_row_of_their_own(filled: Fill) -> None:
    loop = "{% for r in items %}"
    body = f"| {loop} |\n| {{{{ r.name }}}} |\n| {{% endfor %}}{loop} |\n| {{{{ r.group }}}} |\n| {{% endfor %}} |\n~"
    assert str(filled(body, TWO)) == "| ๑ |\n| ๒ |\n| ก |\n| ข |\n~"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("ก {% for r in items %}\nข\nค {% endfor %}{% for r in items %} ง\nจ {% endfor %}", "T005"),
        ("| {% for r in items %}ก | ข |\n| ค{% endfor %}{% for r in items %} | ง |\n| จ{% endfor %} | ฉ |\n~", "T005"),
        ("{% if draft %}\nก\nข {% for r in items %}{% endif %}\n{% endfor %}", "T003"),
    ],
)
def test_blocks_that_would_overlap_are_refused(body: str, code: str) -> None:
    assert set(codes(body)) == {code}


def test_a_paragraph_that_ends_one_block_and_begins_another_is_refused_by_its_place() -> None:
    (found,) = faults("ก {% for r in items %}\nค {% endfor %}{% for r in items %} ง\nจ {% endfor %}")
    assert (found.rule.code, found.sheet) == ("T005", "เนื้อหา ย่อหน้าที่ ๒")


IF, ELIF, ELSE, ENDIF = "{% if draft %}", "{% elif count > 2 %}", "{% else %}", "{% endif %}"
CHOICE = [IF, "ก", ELIF, "ข", ELSE, "ค", ENDIF]


@pytest.mark.parametrize(
    ("context", "chosen"), [(Context(draft=True), "ก"), (Context(count=3), "ข"), (Context(count=2), "ค")]
)
@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("".join(CHOICE), "{}"),
        ("\n".join(CHOICE), "{}"),
        ("\n".join(f"| {line} |" for line in CHOICE) + "\n~", "| {} |\n~"),
        (f"| {' // '.join(CHOICE)} |\n~", "| {} |\n~"),
        ("\n".join([IF, "| ก |", ELIF, "| ข |", ELSE, "| ค |", ENDIF, "~"]), "| {} |\n~"),
    ],
)
def test_a_condition_chooses_at_every_level(body: str, shown: str, context: Context, chosen: str, filled: Fill) -> None:
    assert str(filled(body, context)) == shown.format(chosen)


def test_a_condition_over_the_cells_of_a_row_keeps_or_drops_the_row(filled: Fill) -> None:
    body = "| ก | ก |\n| {% if draft %}ข | ข{% endif %} |\n~"
    assert str(filled(body, Context(draft=True))) == "| ก | ก |\n| ข | ข |\n~"
    assert str(filled(body, Context())) == "| ก | ก |\n~"


@pytest.mark.parametrize("tag", ["else", "elif draft"])
@pytest.mark.parametrize(
    "body",
    [
        "{% if draft %}\nก\n{?}ข\n{% endif %}",
        "| {% if draft %}ก | {?}ข | ค{% endif %} |\n~",
        "{% if draft %}\nก\n| {?} |\n{% endif %}",
    ],
)
def test_what_turns_a_block_needs_a_place_of_its_own(body: str, tag: str) -> None:
    assert codes(body.replace("{?}", "{% " + tag + " %}")) == ["T005"]


def test_a_cell_never_loses_its_last_paragraph(filled: Fill) -> None:
    loop = "| {% for r in items %} // {{ r.name }} // {% endfor %} | ก |\n~"
    assert str(filled(loop, Context())) == "| ~ | ก |\n~"
    choice = "| {% if draft %} // ข // {% endif %} | ก |\n~"
    assert str(filled(choice, Context())) == "| ~ | ก |\n~"
    assert str(filled("| {% merge title %} | ก |\n~")) == "| ~ | ก |\n~"


def test_a_cell_that_ends_with_a_table_gets_a_paragraph(filled: Fill) -> None:
    inner = "".join(map(paragraph, ["{% for r in items %}"])) + table([["{{ r.name }}"]]) + paragraph("{% endfor %}")
    assert str(filled(f"| {inner} | ก |\n~", TWO)) == "| [| ๑ |] // ~ // [| ๒ |] // ~ | ก |\n~"


def test_a_paragraph_kept_for_a_cell_has_the_style_of_the_cell(filled: Fill) -> None:
    texts = ["{% for r in items %}", "{{ r.name }}", "{% endfor %}"]
    inner = "".join(paragraph(text, '<w:pStyle w:val="Head"/>') for text in texts)
    document = filled(f"| {inner} | ก |\n~")
    assert document.parts["word/document.xml"].count(b'<w:p><w:pPr><w:pStyle w:val="Head"/></w:pPr></w:p>') == 1


def test_a_header_whose_paragraphs_all_vanish_keeps_one(filled: Fill) -> None:
    header = "{% if draft %}\nร่าง\n{% endif %}"
    document = filled("ก", Context(), header=header)
    assert document.parts["word/header.xml"].endswith(b"<w:p></w:p></w:hdr>")
    assert b"<w:p></w:p>" not in filled("ก", Context(draft=True), header=header).parts["word/header.xml"]


def test_tables_that_would_touch_are_kept_apart(filled: Fill) -> None:
    body = "{% for r in items %}\n| {{ r.name }} |\n{% endfor %}\n| ก |\n{% if draft %}\nข\n{% endif %}\n| ค |\n~"
    assert str(filled(body, TWO)) == "| ๑ |\n~\n| ๒ |\n~\n| ก |\n~\n| ค |\n~"
    assert str(filled(body, Context(draft=True))) == "| ก |\nข\n| ค |\n~"


def test_a_table_of_which_no_row_is_left_vanishes(filled: Fill) -> None:
    body = "ก\n| {% for r in items %}{{ r.name }} | {{ r.group }}{% endfor %} |\nข"
    assert str(filled(body, Context())) == "ก\nข"
    assert str(filled(body, TWO)) == "ก\n| ๑ | ก |\n| ๒ | ข |\nข"
    nested = "{% for r in items %}\n| {% for s in r.items %}{{ s.name }} | ก{% endfor %} |\nข\n{% endfor %}"
    assert str(filled(nested, NESTED)) == "| ๑.๑ | ก |\n| ๑.๒ | ก |\nข\nข\n| ๓.๑ | ก |\nข"


def test_a_paragraph_that_draws_something_or_ends_a_section_does_not_vanish(filled: Fill) -> None:
    line = "<w:p><w:r><w:t>{% if title %}</w:t></w:r><w:r><w:tab/></w:r></w:p>"
    assert str(filled(f"{line}\nก\n{{% endif %}}")) == "→\nก"
    section = paragraph("{% endfor %}", "<w:sectPr/>")
    document = filled(f"{{% for r in items %}}\n{{{{ r.name }}}}\n{section}\nท้าย", TWO)
    assert str(document) == "๑\n~\n๒\n~\nท้าย"
    assert document.parts["word/document.xml"].count(b"<w:sectPr") == 3


def broken(tag: str) -> str:
    """Return a paragraph of a tag and a page break."""
    return f'<w:p><w:r><w:t>{tag}</w:t></w:r><w:r><w:br w:type="page"/></w:r></w:p>'


def test_a_page_break_behind_tags_alone_moves_to_the_next_paragraph(filled: Fill) -> None:
    styled = paragraph("ก", '<w:pStyle w:val="Head"/><w:keepNext/><w:jc w:val="left"/>')
    body = "\n".join([broken("{% if draft %}"), "ข", broken("{% else %}"), styled, "{% endif %}"])
    document = filled(body)
    assert str(document) == "ก"
    ordered = b'<w:pStyle w:val="Head"/><w:keepNext/><w:pageBreakBefore/><w:jc w:val="left"/>'
    assert ordered in document.parts["word/document.xml"]


@pytest.mark.parametrize("following", ["{{ r.name }}\n{% endfor %}", "{% if draft %}\nข\n{% endif %}{% endfor %}"])
def test_a_page_break_is_never_lost(following: str, filled: Fill) -> None:
    body = f"{broken('{% for r in items %}')}\n{following}"
    xml = filled(body, Context(items=TWO.items, draft=True)).parts["word/document.xml"]
    assert xml.count(b"w:pageBreakBefore") + xml.count(b'w:type="page"') == 2


def test_a_row_that_draws_something_does_not_vanish(filled: Fill) -> None:
    body = "| {% for r in items %} | ก |\n| {{ r.name }} | {% endfor %} |\n~"
    assert str(filled(body, TWO)) == "| ~ | ก |\n| ๑ | ~ |\n| ~ | ก |\n| ๒ | ~ |\n~"


@pytest.mark.parametrize(
    "body",
    [
        *("{% for r in items %}", "{% endfor %}", "{% if draft %}", "{% endif %}", "{% else %}", "{% elif draft %}"),
        *("{% if draft %}{% for r in items %}{% endif %}{% endfor %}", "{% for r in items %}{% else %}{% endfor %}"),
        *("{% if draft %}{% else %}{% else %}{% endif %}", "{% if draft %}{% else %}{% elif draft %}{% endif %}"),
        *("{% cell r in items %}", "| {% cell r in items %} |", "{% endcell %}", "{% for r in items %}\n\n"),
    ],
)
def test_what_opens_has_to_close(body: str) -> None:
    assert set(codes(body)) == {"T003"}


@pytest.mark.parametrize(
    "body",
    [
        *("{% set x = 1 %}", "{% include 'x' %}", "{% raw %}", "{% %}", "{% elseif %}", "{% For r in items %}"),
        *("{%- if draft %}{% endif %}", "{% if draft %}{% else if title %}{% endif %}", "{% if %}ก{% endif %}"),
        *("{% if draft %}{% endif draft %}", "{% for %}ก{% endfor %}", "{% for r %}ก{% endfor %}"),
        "{% for r in items %}{% endfor r %}",
    ],
)
def test_tags_that_do_not_exist_or_say_too_much_are_refused(body: str) -> None:
    assert "T004" in codes(body)
    assert set(codes(body)) <= {"T003", "T004"}


def test_a_condition_hides_what_it_does_not_choose_from_expressions(filled: Fill) -> None:
    body = "{% for r in items %}{% if r.group %}{{ r.name }}{% endif %}{% endfor %}"
    assert str(filled(body, Context(items=(Item("๑"), Item("๒", "ก"))))) == "๒"


BOOKMARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'


def marked(text: str, start: str = "", end: str = "", name: str = "mark") -> str:
    """Return a paragraph with the beginning and the end of bookmarks, by their ids."""
    inner = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{start and BOOKMARK[0].format(start, name)}{inner}{end and BOOKMARK[1].format(end)}</w:p>"


def test_a_bookmark_torn_by_a_block_is_dropped_and_others_stay(filled: Fill) -> None:
    body = "\n".join(
        [
            marked("{% for r in items %}", start="1", name="OLE_LINK1"),
            marked("{{ r.name }}", start="2", end="1", name="_GoBack"),
            marked("{% endfor %}", end="2"),
            marked("ก", start="3", name="kept"),
            marked("ข", end="3"),
            marked("{{ title }}", start="4", name="lost"),
        ]
    )
    xml = filled(body, TWO).parts["word/document.xml"].decode()
    assert xml.count("<w:bookmarkStart") == xml.count("<w:bookmarkEnd") == 1
    assert 'w:name="kept"' in xml


def test_a_bookmark_in_a_paragraph_of_a_value_stays_before_it(filled: Fill) -> None:
    xml = filled(marked("{{ prose }}", start="1", end="1", name="mark")).parts["word/document.xml"].decode()
    assert xml.index("<w:bookmarkStart") < xml.index("<w:bookmarkEnd") < xml.index("<w:p>")
