"""Templates may name what their form has, and nothing else: no calls, no sums, no way out."""

from collections.abc import Callable
from dataclasses import dataclass
from types import CodeType
from xml.sax.saxutils import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.finding import Severity
from generator.render import expressions
from generator.render.expressions import Scope, Unreadable, translate
from generator.render.template import compile_template
from generator.render.values import Tick
from tests.render.drawing import draw
from tests.render.sample import Context, Filled, Item, codes, compiled, faults

Fill = Callable[..., Filled]


def test_a_misspelt_name_is_told_with_its_place_and_a_guess() -> None:
    (found,) = faults("~\n| ก |\n| ข |\n| {{ titel }} |")
    assert (found.rule.code, found.sheet) == ("T001", "เนื้อหา ตาราง ๑ แถว ๓")
    assert "“titel”" in found.message("th") and "หมายถึง “title” หรือไม่" in found.message("th")
    assert "did you mean “title”?" in found.message("en")


def test_a_name_like_no_other_gets_no_guess() -> None:
    (found,) = faults("{{ xyzzy }}")
    assert "หมายถึง" not in found.message("th")


def test_a_misspelt_field_of_an_item_is_guessed_among_the_fields_of_items() -> None:
    (found,) = faults("{% for r in items %}{{ r.nmae }}{% endfor %}")
    assert "“name”" in found.message("en")


def test_all_misspelt_names_are_told_at_once_and_each_once() -> None:
    body = "{{ titel }} {{ cuont }} {{ titel }}\n{{ titel }}\n{% for r in itmes %}{{ r.nmae }}{{ r }}{% endfor %}"
    found = faults(body, header="{{ drfat }}", title="{{ titl }}")
    assert [(finding.values["name"], finding.sheet) for finding in found] == [
        ("titel", "เนื้อหา ย่อหน้าที่ ๑"),
        ("cuont", "เนื้อหา ย่อหน้าที่ ๑"),
        ("titel", "เนื้อหา ย่อหน้าที่ ๒"),
        ("itmes", "เนื้อหา ย่อหน้าที่ ๓"),
        ("titl", "คุณสมบัติของเอกสาร"),
        ("drfat", "หัวกระดาษ ย่อหน้าที่ ๑"),
    ]


def test_a_name_that_is_never_used_is_a_warning() -> None:
    found = faults("{% for r in items %}{{ r.name }}{% endfor %}{{ title }}")
    assert {finding.rule.code for finding in found} == {"T002"}
    assert all(finding.severity is Severity.WARNING for finding in found)
    names = [finding.values["name"] for finding in found]
    assert "draft" in names and "items.group" in names
    assert not {"title", "items", "items.name"} & {*names}


def test_a_name_is_used_where_it_only_decides() -> None:
    body = "{% if draft %}{% for r in items %}{% if r.group == title %}ก{% endif %}{% endfor %}{% endif %}"
    names = [finding.values["name"] for finding in faults(body)]
    assert not {"draft", "title", "items", "items.group"} & {*names}


def test_names_that_a_broken_template_does_not_use_are_not_told() -> None:
    assert codes("{{ titel }}") == ["T001"]


@pytest.mark.parametrize(
    "expression",
    [
        *("title()", "title.upper()", "open('x')", "range(3)", "''.join(names)", "items.append(1)"),
        *("1 + 1", "count * 2", "title ~ title", "-count", "count // 2", "2 ** 99999", "'a' * 9", "title % 1"),
        *("items[0]", "title[0]", "names[0:1]", "title['x']"),
        *("title.__class__", "__import__", "_private", "items.__len__", "title.__class__.__mro__"),
        *("title | upper", "title | safe", "title | attr('x')", "title | thai(1)", "title | thai | nope"),
        *("[1, 2]", "(1, 2)", "none", "1.5", "title is defined", "count is number", "count in names"),
        *("1 < count < 3", "a = b", "title if draft", "title;", "import os", "lambda: 1", "title, title", ""),
        *("title == 3", "title < 3", "tick == tick", "items > 3", "items == items", "draft < draft", "count == draft"),
        *("title if draft else count", "count | thai", "items | thai", "'" * 3, "a b", "a(", "a[", "((title)"),
    ],
)
def test_what_is_no_name_choice_or_comparison_is_refused(expression: str) -> None:
    body = "{{ " + expression + " }}" if expression else "{{ }}"
    assert codes(body) == ["T004"]
    assert codes("{% if " + expression + " %}ก{% endif %}") == ["T004"]


def test_what_is_wrong_with_a_tag_is_told_without_stumbling_over_its_braces() -> None:
    (found,) = faults("{{ title( }}")
    assert "{{ title( }}" in found.message("th") and "}" in found.message("en")


@pytest.mark.parametrize(
    ("expression", "printed"),
    [
        ("title", "หัว 2 ๒"),
        ("title | thai", "หัว ๒ ๒"),
        ("title | arabic", "หัว 2 2"),
        ("title if draft else 'ไม่'", "ไม่"),
        ("'ก' if count > 2 and not draft else 'ข'", "ก"),
        ("'ก' if count <= 2 or draft else 'ข'", "ข"),
        ("'ก' if title != '' else 'ข'", "ก"),
        ("'ก' if items else 'ข'", "ข"),
        ("'ก' if tick else 'ข'", "ก"),
        ("'ก' if picture else 'ข'", "ข"),
        ("'ก' if prose or flow or note else 'ข'", "ข"),
        ("'ก' if (count == 3) == true else 'ข'", "ก"),
        ("'\"&<' if not draft else ''", '"&<'),
    ],
)
def test_choices_comparisons_and_filters_print_what_they_say(expression: str, printed: str, filled: Fill) -> None:
    assert str(filled("{{ " + expression + " }}", Context(title="หัว 2 ๒", tick=Tick(True)))) == printed


def test_a_box_that_is_not_ticked_is_no(filled: Fill) -> None:
    assert str(filled("{% if tick %}ก{% else %}ข{% endif %}", Context(tick=Tick(False)))) == "ข"


@pytest.mark.parametrize("name", ["for", "class", "lambda", "not", "in", "true", "None", "match", "loop"])
def test_a_loop_cannot_take_a_word_that_means_something_else(name: str) -> None:
    assert codes("{% for " + name + " in items %}ก{% endfor %}") == ["T004"]


@pytest.mark.parametrize(
    "name", ["len", "print", "str", "c", "o", "a", "text", "k0", "v1_r", "spread", "at0", "เขต", "ﬁ"]
)
def test_a_loop_may_take_any_other_name(name: str, filled: Fill) -> None:
    body = "{% for " + name + " in names %}{{ " + name + " }}{{ title }}{% endfor %}"
    assert str(filled(body, Context(title="-", names=("ก", "ข")))) == "ก-ข-"


@pytest.mark.parametrize("rest", ["title in items", "r in names %}{% for r in items", "_r in items", "r of items"])
def test_a_loop_cannot_hide_a_name_or_go_without_one(rest: str) -> None:
    body = "{% for " + rest + " %}ก{% endfor %}"
    assert codes(body + "{% endfor %}" * ("%}" in rest)) == ["T004"]


@pytest.mark.parametrize("rest", ["r in title", "r in count", "r in flow", "r in picture", "r in note", "r in draft"])
def test_only_lists_are_repeated(rest: str) -> None:
    assert codes("{% for " + rest + " %}ก{% endfor %}") == ["T004"]


@pytest.mark.parametrize("path", ["flow.blocks", "tick.ticked", "picture.data", "prose.paragraphs", "title.upper"])
def test_values_are_not_looked_into(path: str) -> None:
    assert codes("{{ " + path + " }}") == ["T001"]


@pytest.mark.parametrize("name", ["flow", "items", "count", "draft", "note", "names"])
def test_what_is_no_text_is_not_printed_within_a_line(name: str) -> None:
    assert codes("ก {{ " + name + " }}") == ["T005"]


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("(" * 140 + "title" + ")" * 140, "T004"),
        ("a" * 301, "T004"),
        ("not " * 70 + "draft", "T005"),
        ("title" + ".x" * 140, "T001"),
    ],
)
def test_an_expression_beyond_reason_is_refused(expression: str, code: str) -> None:
    assert codes("{{ " + expression + " }}") == [code]


def test_brackets_beyond_what_python_can_read_are_refused() -> None:
    with pytest.raises(Unreadable):
        translate("(" * 149 + ")" * 149, Scope.of(Context))


def test_loops_beyond_what_python_can_read_are_refused(filled: Fill) -> None:
    def nested(depth: int) -> str:
        opened = "".join(
            "{% for r" + str(n) + " in " + ("items" if not n else f"r{n - 1}.items") + " %}" for n in range(depth)
        )
        return opened + "ก" + "{% endfor %}" * depth

    assert str(filled(nested(15))) == "~"
    assert set(codes(nested(16))) == set(codes(nested(40))) == {"T004"}


def test_conditions_beyond_what_python_can_read_are_refused(filled: Fill) -> None:
    assert str(filled("{% if title %}" * 80 + "ก" + "{% endif %}" * 80)) == "ก"
    assert codes("{% if title %}" * 200 + "ก" + "{% endif %}" * 200) == ["T008"]
    assert str(filled("{% if draft %}ก" + "{% elif draft %}ข" * 60 + "{% else %}ค{% endif %}")) == "ค"


WICKED = "'''\"\"\"\\ \\'); import os # % raw \\x00\\N f'' ]]>&lt;%s</w:t>"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}\ufffe\uffff"), max_size=30))
@example(WICKED)
def test_whatever_stands_in_a_template_is_printed_and_never_run(text: str) -> None:
    body = f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}{{{{ title }}}}</w:t></w:r></w:p>'
    assert str(Filled(compiled(body).fill(Context()))) == f"{text}หัวเรื่อง"


def names_of(code: CodeType) -> set[str]:
    """Return the global names and the attributes that a function and those within it use."""
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return {*code.co_names}.union(*map(names_of, inner))


def test_a_function_names_only_what_this_program_gives_it() -> None:
    mark = '<w:p><w:bookmarkStart w:id="o.x" w:name="import os"/>{}<w:bookmarkEnd w:id="o.x"/></w:p>'
    body = (
        mark.format("<w:r><w:t>print(1)</w:t></w:r>")
        + "\n{% for print in items %}{{ print.name }}{{ 'os.system' }}{% endfor %}\n{{ tick }}{{ picture }}\n{{ flow }}"
        + "\n| {% cell n in names %}{{ n }}{% endcell %} | {% merge title %}{{ title|thai }} |\n~"
    )
    (part,) = compiled(body).plan.parts
    fields = {*expressions.fields(Context), *expressions.fields(Item)}
    assert names_of(part.fill.__code__) - fields <= {
        *("add", "mark", "marks", "number", "embed", "ends", "chunks", "tick", "picture", "flow", "len", "str", "sum"),
        *("text", "f_thai", "spread", "columns", "extent", "downwards", "fit", "k0", "k1", "k2"),
    }


def test_a_context_may_be_declared_with_written_out_types() -> None:
    @dataclass(frozen=True)
    class Late:
        names: "tuple[str, ...]"
        pair: "tuple[str, str]"

    body = "{% for name in names %}{{ name }}{% endfor %}"
    assert compile_template(draw(body), Late, "ก.docx").fill(Late(("๑",), ("๒", "๓")))
    with pytest.raises(Unreadable):
        expressions.loop("x in pair", Scope.of(Late))
