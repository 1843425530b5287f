"""Cells are repeated, joined downwards and widened, and the grid of their table always adds up."""

from collections.abc import Callable

import pytest

from generator.render.oxml import qn
from generator.render.oxml.shapes import EMU_PER_TWIP
from tests.render.drawing import WIDTH, blocks, cell, paragraph, table
from tests.render.sample import Context, Filled, Item, codes, compiled, faults

Fill = Callable[..., Filled]


def items(*groups: str) -> tuple[Item, ...]:
    return tuple(Item(str(number), group) for number, group in enumerate(groups, 1))


MERGED = "| ชื่อ | กลุ่ม |\n| {% for r in items %}{{ r.name }} | {% merge r.group %}{{ r.group }}{% endfor %} |\n~"


def test_cells_of_one_key_are_joined_downwards(filled: Fill) -> None:
    context = Context(items=items("ก", "ก", "ข", "ก", "ก", "ก"))
    assert str(filled(MERGED, context)).splitlines()[1:-1] == [
        "| 1 | ก |",
        "| 2 | ↑ |",
        "| 3 | ข |",
        "| 4 | ก |",
        "| 5 | ↑ |",
        "| 6 | ↑ |",
    ]


def test_an_empty_key_joins_like_any_other(filled: Fill) -> None:
    assert str(filled(MERGED, Context(items=items("", "")))) == "| ชื่อ | กลุ่ม |\n| 1 | ~ |\n| 2 | ↑ |\n~"


def test_a_row_of_another_look_goes_on_with_the_cell_above(filled: Fill) -> None:
    joined = "{% merge r.group %}{{ r.group }}"
    lines = ("{% for r in items %}", "{% if r.name == '2' %}", ("สอง", joined), "{% else %}", ("{{ r.name }}", joined))
    tags = (*lines, "{% endif %}", "{% endfor %}")
    body = "\n".join(f"| {row[0]} | {row[1]} |" if isinstance(row, tuple) else f"| {row} |  |" for row in tags) + "\n~"
    document = filled(body, Context(items=items("ก", "ก", "ก", "ข")))
    assert str(document).splitlines()[:-1] == ["| 1 | ก |", "| สอง | ↑ |", "| 3 | ↑ |", "| 4 | ข |"]


def test_another_row_between_begins_a_new_cell(filled: Fill) -> None:
    body = "| {% for r in items %}{{ r.name }} | {% merge r.group %}{{ r.group }} |\n| คั่น | -{% endfor %} |\n~"
    assert str(filled(body, Context(items=items("ก", "ก")))) == "| 1 | ก |\n| คั่น | - |\n| 2 | ก |\n| คั่น | - |\n~"


def test_a_repeated_table_begins_a_new_cell(filled: Fill) -> None:
    rows = "| {% for s in r.items %}{{ s.name }} | {% merge s.group %}{{ s.group }}{% endfor %} |"
    body = "{% for r in items %}\n" + rows + "\n~\n{% endfor %}"
    context = Context(items=(Item(items=items("ก", "ก")), Item(items=items("ก"))))
    assert str(filled(body, context)) == "| 1 | ก |\n| 2 | ↑ |\n~\n| 1 | ก |\n~"


def test_cells_are_joined_over_the_rounds_of_an_outer_loop(filled: Fill) -> None:
    body = (
        "| {% for r in items %}{% for s in r.items %}{% merge r.group %}{{ r.group }} "
        "| {% merge s.group %}{{ s.group }}{% endfor %}{% endfor %} |\n~"
    )
    context = Context(items=(Item(group="๑", items=items("ก", "ข")), Item(group="๑", items=items("ข", "ข"))))
    assert str(filled(body, context)) == "| ๑ | ก |\n| ↑ | ข |\n| ↑ | ↑ |\n| ↑ | ↑ |\n~"


def test_tables_within_joined_cells_do_not_disturb_the_joining(filled: Fill) -> None:
    inner = table([["{% for s in r.items %}{% merge s.group %}{{ s.group }}", "ก{% endfor %}"]])
    joined = f"{paragraph('{% merge r.group %}')}{inner}<w:p/>"
    body = "| {% for r in items %}{{ r.name }} | " + joined + " | -{% endfor %} |\n~"
    context = Context(items=(Item("1", "ก", items=items("ข", "ข")), Item("2", "ก", items=items("ค"))))
    assert str(filled(body, context)) == "| 1 | [| ข | ก |] // [| ↑ | ก |] // ~ | - |\n| 2 | ↑ | - |\n~"


def test_a_joined_cell_keeps_its_borders_and_its_own_properties(filled: Fill) -> None:
    properties = '<w:shd w:val="clear" w:fill="DDDDDD"/><w:vAlign w:val="center"/>'
    row = cell("{% for r in items %}ก", 4500) + cell("{% merge r.group %}{{ r.group }}{% endfor %}", 4500, properties)
    body = table([["ก", "ข"]]).replace("</w:tbl>", f"<w:tr>{row}</w:tr></w:tbl>") + "\n~"
    xml = filled(body, Context(items=items("ก", "ก"))).parts["word/document.xml"].decode()
    assert xml.count(f'<w:vMerge w:val="restart"/>{properties}') == xml.count(f"<w:vMerge/>{properties}") == 1


COLUMNS = """| ชื่อ | {% cell h in names %}{{ h }}{% endcell %} | หมายเหตุ |
| {% for r in items %}{{ r.name }} | {% cell n in r.numbers %}{{ n }}{% endcell %} | -{% endfor %} |
| รวม | {% cell h in names %}={% endcell %} | ~ |
~"""


def widths(document: Filled) -> list[list[int]]:
    """Return the grid of the first table, then the widths of the cells of each row."""
    root = document.root().find(f".//{qn('w:tbl')}")
    grid = [int(column.get(qn("w:w"), "")) for column in root.iter(qn("w:gridCol"))]
    rows = [[int(width.get(qn("w:w"), "")) for width in row.iter(qn("w:tcW"))] for row in root.iter(qn("w:tr"))]
    return [grid, *rows]


@pytest.mark.parametrize("count", [0, 1, 2, 6, 12])
def test_a_cell_is_repeated_in_header_body_and_total_and_the_widths_add_up(count: int, filled: Fill) -> None:
    names = tuple(f"ช{number}" for number in range(count))
    context = Context(names=names, items=(Item("ก", numbers=names), Item("ข", numbers=names)))
    document = filled(COLUMNS, context)
    lines = str(document).splitlines()
    inner = "".join(f" {name} |" for name in names)
    assert lines[:3] == [f"| ชื่อ |{inner} หมายเหตุ |", f"| ก |{inner} - |", f"| ข |{inner} - |"]
    grid, *rows = widths(document)
    assert len(grid) == count + 2 and sum(grid) == WIDTH
    assert all(row == grid for row in rows)


def test_a_cell_over_repeated_columns_covers_them_all(filled: Fill) -> None:
    wide = "".join(map(cell, ["ก", "หัว"], [3000, 6000], ["", '<w:gridSpan w:val="2"/>']))
    body = COLUMNS.splitlines()
    drawn = table([["x", "y", "z"]]).partition("<w:tr>")[0] + f"<w:tr>{wide}</w:tr>"
    rows = "".join(
        f"<w:tr>{''.join(cell(text.strip(), 3000) for text in line.strip('|').split(' | '))}</w:tr>"
        for line in body[:2]
    )
    context = Context(names=("๑", "๒", "๓"), items=(Item("ข", numbers=("1", "2", "3")),))
    shown = str(filled(f"{drawn}{rows}</w:tbl>\n~", context)).splitlines()
    assert shown[:3] == ["| ก | 4× หัว |", "| ชื่อ | ๑ | ๒ | ๓ | หมายเหตุ |", "| ข | 1 | 2 | 3 | - |"]
    assert str(filled(f"{drawn}{rows}</w:tbl>\n~")).splitlines()[0] == "| ก | หัว |"


def test_a_heading_above_repeated_columns_vanishes_with_them(filled: Fill) -> None:
    body = "| ก | หัว |\n| ข | {% cell n in names %}{{ n }}{% endcell %} |\n~"
    assert str(filled(body, Context(names=("๑", "๒")))) == "| ก | 2× หัว |\n| ข | ๑ | ๒ |\n~"
    assert str(filled(body)) == "| ก |\n| ข |\n~"


def test_a_repeated_cell_that_covers_columns_takes_their_width(filled: Fill) -> None:
    row = cell("ก", 3000) + cell("{% cell n in names %}{{ n }}{% endcell %}", 6000, '<w:gridSpan w:val="2"/>')
    body = table([["x", "y", "z"]]).partition("<w:tr>")[0] + f"<w:tr>{row}</w:tr></w:tbl>\n~"
    assert widths(filled(body, Context(names=("๑", "๒", "๓"))))[0] == [3000, 2000, 2000, 2000]


MONTHS = """| งาน | {% cell m in names %}{{ m }}{% endcell %} |
| {% for r in items %}{{ r.name }} | {% cell s in r.items %}{% span s.width %}{{ s.name }}{% endcell %}{% endfor %} |
~"""


def test_a_cell_covers_as_many_columns_as_its_span_says(filled: Fill) -> None:
    steps = (Item("", width=2), Item("↔", width=3), Item("", width=0), Item("", width=1))
    document = filled(MONTHS, Context(names=tuple("abcdef"), items=(Item("ก", items=steps),)))
    assert str(document).splitlines()[1] == "| ก | 2× ~ | 3× ↔ | ~ |"
    grid, _, row = widths(document)
    assert row == [grid[0], sum(grid[1:3]), sum(grid[3:6]), grid[6]]


def test_an_arrow_is_as_wide_as_the_columns_it_lies_over(filled: Fill) -> None:
    body = MONTHS.replace("{{ s.name }}", "{% if s.name %}{{ arrow }}{% endif %}")
    steps = (Item("", width=1), Item("↔", width=2), Item("↔", width=3))
    document = filled(body, Context(names=tuple("abcdef"), items=(Item("ก", items=steps),)))
    arrows = [int(extent.get("cx", "")) / EMU_PER_TWIP for extent in document.root().iter(qn("wp:extent"))]
    grid = widths(document)[0]
    assert [round(sum(columns) - arrow) for columns, arrow in zip((grid[2:4], grid[4:7]), arrows, strict=True)] == [
        80,
        80,
    ]
    assert {shape.get("descr") for shape in document.root().iter(qn("wp:docPr"))} == {"ต.ค. ถึง ธ.ค."}


@pytest.mark.parametrize("body", ["{{ arrow }}", "| {{ arrow }} |\n~"])
def test_an_arrow_stands_in_a_table_whose_widths_are_known(body: str) -> None:
    assert codes(body) == ["T005"]


def test_spans_of_cells_of_their_own_share_the_columns_of_a_repeated_cell(filled: Fill) -> None:
    head = cell("งาน", 3000) + cell("{% cell m in names %}{{ m }}{% endcell %}", 6000, '<w:gridSpan w:val="2"/>')
    row = "".join(map(cell, ["ก", "{% span count %}ข", "{% span 1 %}ค"], [3000] * 3))
    body = table([["x", "y", "z"]]).partition("<w:tr>")[0] + f"<w:tr>{head}</w:tr><w:tr>{row}</w:tr></w:tbl>\n~"
    assert str(filled(body, Context(names=tuple("abcd")))).splitlines()[1] == "| ก | 3× ข | ค |"


def test_a_row_that_does_not_cover_its_table_is_no_document() -> None:
    context = Context(names=("๑", "๒"), items=(Item("ก", numbers=("1",)),))
    with pytest.raises(ValueError, match="3 columns of a table that has 4"):
        compiled(COLUMNS).fill(context)


def test_a_row_and_a_table_without_cells_vanish(filled: Fill) -> None:
    body = "ก\n| {% cell n in names %}{{ n }}{% endcell %} |\n| {% cell n in names %}-{% endcell %} |\nข"
    assert str(filled(body)) == "ก\nข"
    assert str(filled(body, Context(names=("๑", "๒")))) == "ก\n| ๑ | ๒ |\n| - | - |\nข"


def test_a_row_that_holds_only_tags_of_its_cells_stays(filled: Fill) -> None:
    row = "| {% cell n in names %}{% endcell %} | {% merge title %} |"
    body = "| {% cell n in names %}{{ n }}{% endcell %} | ก |\n" + row + "\n~"
    assert str(filled(body, Context(names=("๑", "๒")))) == "| ๑ | ๒ | ก |\n| ~ | ~ | ~ |\n~"


def test_columns_are_counted_anew_in_each_repeated_table(filled: Fill) -> None:
    body = "{% for r in items %}\n| ก | {% cell n in r.numbers %}{{ n }}{% endcell %} |\n~\n{% endfor %}"
    context = Context(items=(Item(numbers=("1",)), Item(numbers=("1", "2", "3")), Item()))
    assert str(filled(body, context)) == "| ก | 1 |\n~\n| ก | 1 | 2 | 3 |\n~\n| ก |\n~"


def test_a_table_within_a_repeated_cell_has_columns_of_its_own(filled: Fill) -> None:
    inner = table([["x", "{% cell n in s.numbers %}{{ n }}{% endcell %}"]], [1000, 2000])
    body = f"| ก | {paragraph('{% cell s in items %}')}{inner}{paragraph('{% endcell %}')} |\n~"
    context = Context(items=(Item(numbers=("1", "2")), Item(numbers=("3",))))
    assert str(filled(body, context)) == "| ก | [| x | 1 | 2 |] // ~ | [| x | 3 |] // ~ |\n~"


def test_repeated_and_joined_cells_go_together(filled: Fill) -> None:
    joined = "{% for r in items %}{% merge r.group %}{{ r.group }}"
    body = f"| {joined} | {{% cell n in names %}}{{{{ r.name }}}}{{{{ n }}}}{{% endcell %}}{{% endfor %}} |\n~"
    context = Context(names=("ก", "ข"), items=items("x", "x"))
    assert str(filled(body, context)) == "| x | 1ก | 1ข |\n| ↑ | 2ก | 2ข |\n~"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("{% merge title %}", "T005"),
        ("{% span count %}", "T005"),
        ("{% cell n in names %}{% endcell %}", "T005"),
        ("| {% cell n in names %} | {% endcell %} |\n~", "T005"),
        ("| {% cell n in names %}{% endcell %}{% cell n in names %}{% endcell %} |\n~", "T005"),
        ("| {% merge title %}{% merge count %} |\n~", "T005"),
        ("| {% span title %}ก |\n~", "T005"),
        ("| {% span %}ก |\n~", "T004"),
        ("| {% merge %}ก |\n~", "T004"),
        ("| {% cell n in title %}ก{% endcell %} |\n~", "T004"),
        ("| {% cell n in nmaes %}{{ n.x }}{% endcell %} |\n~", "T001"),
        (table([["ก", "{% cell n in names %}ข{% endcell %}"], ["ค"]]) + "\n~", "T005"),
    ],
)
def test_a_cell_tag_that_cannot_work_is_refused(body: str, code: str) -> None:
    assert codes(body) == [code]


def test_a_list_that_only_the_rows_know_is_asked_of_the_header() -> None:
    body = "| ก | ข |\n| {% for r in items %}ก | {% cell n in r.numbers %}{{ n }}{% endcell %}{% endfor %} |\n~"
    (found,) = faults(body)
    assert (found.rule.code, found.sheet) == ("T005", "เนื้อหา ตาราง ๑ แถว ๒")
    assert "header" in found.message("en")


def test_the_style_hints_of_a_cell_stay_in_the_order_of_the_schema(filled: Fill) -> None:
    hint = '<w:cnfStyle w:val="100000000000"/>'
    joined = "{% for r in items %}{% merge r.group %}{{ r.group }}"
    body = f"| {joined} | {{% cell n in names %}}{{{{ n }}}}{{% endcell %}}{{% endfor %}} |\n~"
    markup = blocks(body).replace("<w:tcPr>", f"<w:tcPr>{hint}")
    xml = filled(markup, Context(items=items("ก"), names=("ข",))).parts["word/document.xml"].decode()
    assert xml.count(f'<w:tcPr>{hint}<w:tcW w:w="4500" w:type="dxa"/>') == 2
