"""Whatever an owner puts together is filled or refused in words; it never crashes, and never makes a bad file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.prose import Prose, Run
from generator.render.oxml import qn
from generator.render.template import TemplateError, compile_template
from generator.render.values import Flow, Fraction, Kept, Picture, Tick
from generator.render.values import Item as ListItem
from tests.lint import lint_docx
from tests.render.drawing import draw
from tests.render.sample import Context, Filled, Item
from tests.render.test_values import PNG

TEXTS = st.sampled_from(["", "ก", "R&D <b>", "๑. ข", "a\nb\tc", "]]>", "  "])
RUNS = st.lists(st.builds(Run, TEXTS, st.booleans(), st.booleans(), st.booleans()), max_size=2).map(tuple)
LISTED = st.builds(ListItem, st.just(Run("๑.")), RUNS, st.just(0), st.just(300))
BLOCKS = st.one_of(
    RUNS,
    LISTED,
    st.builds(Kept, st.one_of(RUNS, LISTED)),
    st.just(Fraction("ก", "ข", "๑๐๐", 3000)),
)
FLOWS = st.lists(BLOCKS, max_size=3).map(lambda blocks: Flow(tuple(blocks)))
NUMBERS = st.integers(0, 3).map(lambda count: tuple("๑๒๓"[:count]))


@st.composite
def contexts(draw_from: st.DrawFn) -> Context:
    """Return a context whose lists of columns agree."""
    names = draw_from(NUMBERS)
    inner = st.builds(Item, name=TEXTS, group=TEXTS, numbers=st.just(names), text=FLOWS)
    items = st.lists(st.builds(Item, TEXTS, TEXTS, st.just(names), st.lists(inner, max_size=2)), max_size=3)
    return Context(
        title=draw_from(TEXTS),
        draft=draw_from(st.booleans()),
        count=draw_from(st.integers(0, 3)),
        items=tuple(draw_from(items)),
        names=names,
        prose=Prose(tuple(draw_from(st.lists(RUNS, max_size=2)))),
        flow=draw_from(FLOWS),
        tick=Tick(draw_from(st.booleans())),
        picture=draw_from(st.sampled_from([None, Picture(PNG, "png", 9, 9, "ก")])),
    )


VALUES = ["{{ title|thai }}", "{{ tick }}", "{{ picture }}", "{{ prose }}", "{{ flow }}", "ข้อความ", "~"]
OPENERS = {
    "{% for r in items %}": "{% endfor %}",
    "{% for s in items %}": "{% endfor %}",
    "{% if draft %}": "{% endif %}",
    "{% if count > 1 %}": "{% else %}ก{% endif %}",
    "{% if items %}": "{% endif %}",
}
LINES = st.sampled_from([*VALUES, *VALUES, "{{ r.name }}", "{% if draft %}ก{% endif %}"])
PAIRS = st.sampled_from(list(OPENERS.items()))


def within(lines: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """Return lines with more lines around them, tags on lines of their own or at both ends."""
    own = st.builds(lambda pair, inner: [pair[0], *inner, pair[1].replace("ก", "")], PAIRS, lines)
    ends = st.builds(lambda pair, inner: [f"{pair[0]}{inner[0]}", *inner[1:], f"ข{pair[1]}"], PAIRS, lines)
    more = st.builds(lambda one, other: one + other, lines, lines)
    return st.one_of(own, ends, more)


PARAGRAPHS = st.recursive(LINES.map(lambda line: [line]), within, max_leaves=6)
CELLS = PARAGRAPHS.map(" // ".join)
COLUMN = "{% cell n in names %}{{ n }}{% endcell %}"
LOOP = "{% for r in items %}", "{% endfor %}"


@st.composite
def tables(draw_from: st.DrawFn) -> list[str]:
    """Return the lines of a table: a header, rows in a loop or not, and a column that is repeated or not."""
    column = draw_from(st.sampled_from([COLUMN, "ก"]))
    header = f"| {draw_from(CELLS)} | {column} |"
    merge = draw_from(st.sampled_from(["", "", "{% merge r.group %}", "{% merge title %}"]))
    cells = [f"{merge}{draw_from(CELLS)}", draw_from(CELLS)]
    start, end = draw_from(st.sampled_from([LOOP, ("{% if draft %}", "{% endif %}"), ("", "")]))
    body = [f"| {start}{cells[0]} | {column}{end} |"]
    if draw_from(st.booleans()):
        body = [f"| {start} | ~ |", f"| {cells[0]} | {column} |", f"| {cells[1]} | {column} |", f"| {end} | ~ |"]
    rows = [header, *body] if draw_from(st.booleans()) else body
    return [*rows, *draw_from(st.sampled_from([["~"], []]))]


BODIES = st.recursive(st.one_of(PARAGRAPHS, tables()), within, max_leaves=5)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(BODIES, contexts(), st.one_of(st.just([]), PARAGRAPHS))
def test_a_template_put_together_by_chance_is_filled_well_or_refused(
    lines: list[str], context: Context, header: list[str]
) -> None:
    body = [*lines, "~"]
    try:
        template = compile_template(draw("\n".join(body), header="\n".join(header)), Context, "แม่แบบ.docx")
    except TemplateError as refused:
        assert all(found.message("th") and found.cure("th") for found in refused.findings)
        return
    data = template.fill(context)
    assert data == template.fill(context)
    for table in Filled(data).root().iter(qn("w:tbl")):
        following = table.getnext()
        assert following is None or following.tag != table.tag, "Word would join these tables"
        assert all(row.find(qn("w:tc")) is not None for row in [table.find(qn("w:tr")), *table.iter(qn("w:tr"))])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        path.write_bytes(data)
        assert lint_docx(path) == []
