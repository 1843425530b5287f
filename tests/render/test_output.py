"""A document is whole: its parts, ids and pictures agree, and it is the same every time."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from generator.render.oxml import IMAGE, NAMESPACES, OFFICE, RELATIONSHIPS, qn
from generator.render.template import compile_template
from generator.render.values import Picture, Tick
from tests.render.drawing import SPACES, draw, paragraph
from tests.render.sample import Context, Filled, Item, codes, compiled, faults
from tests.render.test_values import PICTURE, PNG

Fill = Callable[..., Filled]

TWO = Context(items=(Item("๑"), Item("๒")))


EMPTY = '<a:graphicData uri="urn:nothing"/>'


def shape(number: int = 1, picture: str = "") -> str:
    """Return a run with a shape or a picture of the template."""
    fill = (
        f'<a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        "<pic:spPr/></pic:pic></a:graphicData>"
    )
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="{number}" name="s{number}" descr="ก&#10;ข"/><a:graphic>{fill if picture else EMPTY}</a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def control(number: int) -> str:
    """Return a content control."""
    run = "<w:r><w:t>ก</w:t></w:r>"
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>'


def bookmark(number: int, name: str) -> str:
    """Return a bookmark over some text."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}<w:r><w:t>ก</w:t></w:r><w:bookmarkEnd w:id="{number}"/>'


def ids(document: Filled) -> list[str]:
    """Return all ids of shapes, content controls and bookmarks of a document."""
    found = []
    for part, content in document.parts.items():
        if part.startswith("word/") and part.endswith(".xml"):
            root = etree.fromstring(content)
            found += [str(element.get("id")) for element in root.iter(qn("wp:docPr"))]
            found += [str(element.get(qn("w:val"))) for element in root.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}")]
            found += [str(element.get(qn("w:id"))) for element in root.iter(qn("w:bookmarkStart"))]
    return found


def test_ids_are_their_own_over_repetitions_and_over_header_and_body(filled: Fill) -> None:
    things = shape(1) + control(1) + bookmark(1, "a" * 40)
    loop = ["{% for r in items %}", f"<w:p>{things}</w:p>", "{{ tick }}{{ picture }}", "{% endfor %}"]
    body = "\n".join([*loop, f"<w:p>{bookmark(2, 'b')}</w:p>"])
    document = filled(body, Context(items=TWO.items, picture=PICTURE), header=f"<w:p>{shape(1)}{control(1)}</w:p>")
    found = ids(document)
    assert len(found) == 2 * 5 + 1 + 2 == len({*found})


def test_ids_of_parts_that_are_not_filled_are_not_given_again(filled: Fill) -> None:
    inner = f'<w:comment w:id="0" w:author="ก"><w:p>{control(1001)}{control(1003)}</w:p></w:comment>'
    notes = f"<w:comments {SPACES}>{inner}</w:comments>"
    document = filled(
        "{{ tick }}{{ tick }}{{ tick }}",
        parts={"word/comments.xml": notes},
        types='<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.comments+xml"/>',
        links=f'<Relationship Id="c" Type="{OFFICE}/comments" Target="comments.xml"/>',
    )
    assert sorted(ids(document)) == ["1001", "1002", "1003", "1004", "1005"]


def test_a_bookmark_outside_of_loops_keeps_its_name(filled: Fill) -> None:
    link = '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>{{ title }}</w:t></w:r></w:hyperlink>'
    document = filled(f"<w:p>{bookmark(7, '_Toc1')}</w:p>\n<w:p>{link}</w:p>")
    start, end = document.root().iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
    assert start.get(qn("w:name")) == "_Toc1" and start.get(qn("w:id")) == end.get(qn("w:id"))


def test_a_repeated_bookmark_gets_a_name_for_each_repetition(filled: Fill) -> None:
    document = filled(
        f"{{% for r in items %}}\n<w:p>{bookmark(7, 'ก' * 40)}</w:p>\n{{% endfor %}}\n{{{{ title }}}}", TWO
    )
    names = [str(start.get(qn("w:name"))) for start in document.root().iter(qn("w:bookmarkStart"))]
    assert len({*names}) == 2 and all(name.startswith("ก" * 30) and len(name) <= 40 for name in names)


def test_the_words_of_a_shape_keep_their_line_breaks(filled: Fill) -> None:
    document = filled(f"<w:p>{shape()}</w:p>\n{{{{ title }}}}")
    assert next(document.root().iter(qn("wp:docPr"))).get("descr") == "ก\nข"


def test_header_and_footer_are_filled(filled: Fill) -> None:
    header = "{{ title }}\n{% for r in items %}{{ r.name }}{% endfor %}"
    document = filled("ก", TWO, header=header, footer="| {{ title }} |\n~")
    texts = ["".join(document.root(f"word/{part}.xml").itertext()) for part in ("header", "footer")]
    assert texts == ["หัวเรื่อง๑๒", "หัวเรื่อง"]


def test_properties_are_filled_and_escaped(filled: Fill) -> None:
    document = filled("ก", Context(title='R&D <b> "ก"\n'), title="เรื่อง {{ title | thai }} & {{ title }}")
    assert document.root("docProps/core.xml").findtext("{*}title") == 'เรื่อง R&D <b> "ก"\n & R&D <b> "ก"\n'
    kind = document.root("docProps/core.xml").find("{*}created")
    assert kind is not None and kind.get("{http://www.w3.org/2001/XMLSchema-instance}type") == "dcterms:W3CDTF"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        *(("{{ titel }}", "T001"), ("{{ title", "T006"), ("{% if draft %}", "T005"), ("{{ flow }}", "T005")),
        ("{{ 1 + 1 }}", "T004"),
    ],
)
def test_a_fault_in_a_property_is_told_with_its_place(title: str, code: str) -> None:
    (found,) = faults("ก", title=title)
    assert (found.rule.code, found.sheet) == (code, "คุณสมบัติของเอกสาร")


def test_one_picture_at_many_places_is_one_part(filled: Fill) -> None:
    body = "{{ picture }}{{ picture }}\n{% for r in items %}{{ picture }}{% endfor %}"
    document = filled(body, Context(picture=PICTURE, items=TWO.items), header="{{ picture }}")
    assert media(document) == [f"word/media/{hashlib.sha256(PNG).hexdigest()[:16]}.png"]
    for part in ("document", "header"):
        links = etree.fromstring(document.parts[f"word/_rels/{part}.xml.rels"])
        assert [link.get("Type") for link in links].count(IMAGE) == 1


def test_the_kinds_of_pictures_are_declared(filled: Fill) -> None:
    jpeg = Picture(b"\xff\xd8\xff\xe0" + b"\0" * 40, "jpeg", 9, 9, "")
    assert any(part.endswith(".jpeg") for part in filled("{{ picture }}", Context(picture=jpeg)).parts)


WATERMARK = f'<Relationship Id="mark" Type="{IMAGE}" Target="media/draft.png"/>'
LISTED = f'<Relationships xmlns="{RELATIONSHIPS}">{WATERMARK}</Relationships>'
HIDDEN = f"<w:p><w:r><w:t>{{% if draft %}}</w:t></w:r>{shape(picture='mark')}<w:r><w:t>{{% endif %}}</w:t></w:r></w:p>"
SHOWN = f"<w:p>{shape(picture='mark')}</w:p>"


def media(document: Filled) -> list[str]:
    return [part for part in document.parts if "media" in part]


def test_a_picture_that_a_condition_left_out_is_no_part_of_the_document(filled: Fill) -> None:
    more = {"header": HIDDEN, "parts": {"word/media/draft.png": PNG, "word/_rels/header.xml.rels": LISTED}}
    assert media(filled("{{ title }}", Context(draft=True), **more)) == ["word/media/draft.png"]
    without = filled("{{ title }}", **more)
    assert media(without) == [] and "word/_rels/header.xml.rels" not in without.parts


@pytest.mark.parametrize("body", [SHOWN, SHOWN + "\n{{ title }}"])
def test_a_picture_left_out_at_one_place_stays_for_another(body: str, filled: Fill) -> None:
    parts = {"word/media/draft.png": PNG, "word/_rels/header.xml.rels": LISTED}
    assert media(filled(body, header=HIDDEN, links=WATERMARK, parts=parts)) == ["word/media/draft.png"]


def test_a_picture_left_out_stays_for_a_part_that_is_not_filled(filled: Fill) -> None:
    image = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="mark"/></v:shape>'
    drawn = f"<w:p><w:r><w:pict>{image}</w:pict></w:r></w:p>"
    listed = {f"word/_rels/{part}.xml.rels": LISTED for part in ("header", "footer")}
    parts = {"word/media/draft.png": PNG, **listed}
    assert media(filled("ก", header=HIDDEN, footer=drawn, parts=parts)) == ["word/media/draft.png"]


def test_a_picture_with_an_absolute_address_is_found_as_well(filled: Fill) -> None:
    links = WATERMARK.replace("media/", "/word/media/")
    assert media(filled(HIDDEN, links=links, parts={"word/media/draft.png": PNG})) == []


def test_a_filled_document_can_be_a_template_again(filled: Fill) -> None:
    first = filled("{{ picture }}\n{{ tick }}", Context(picture=PICTURE, tick=Tick(True)))
    typed = first.parts["word/document.xml"].replace(b"<w:sectPr", paragraph("{{ picture }}").encode() + b"<w:sectPr")
    again = filled("ก", Context(picture=PICTURE), parts={**first.parts, "word/document.xml": typed})
    assert str(again) == "▣\n☑\n▣"


def test_a_second_run_gives_the_same_bytes() -> None:
    body = "{{ title }}{{ tick }}{{ picture }}\n| {% for r in items %}{{ r.name }} | {% merge title %}{% endfor %} |\n~"
    context = Context(items=TWO.items, picture=PICTURE)
    template = compiled(body, header="{{ title }}", title="{{ title }}")
    assert template.fill(context) == template.fill(context)
    assert template.fill(context) == compiled(body, header="{{ title }}", title="{{ title }}").fill(context)


PROGRAM = """
import sys, hashlib
from tests.render.test_output import everything
print(hashlib.sha256(everything()).hexdigest())
"""


def everything() -> bytes:
    """Return a document with everything in it that is kept by name."""
    body = "\n".join(
        [
            "{{ title }}{{ tick }}{{ picture }} 5",
            f"<w:p>{shape()}{control(3)}{bookmark(4, 'x')}</w:p>",
            "| {% cell n in names %}{{ n }}{% endcell %} | ก |",
            "| {% for r in items %}{% cell n in r.numbers %}{{ n }}{% endcell %} | {% merge r.group %}ก{% endfor %} |",
            "~",
        ]
    )
    items = tuple(Item(numbers=("1", "2")) for _ in range(3))
    template = compile_template(draw(body, header="{{ title }}{{ picture }}", title="{{ title }}"), Context, "ก")
    assert template.warnings[0].rule.code == "T009"
    return template.fill(Context(names=("ก", "ข"), items=items, picture=PICTURE))


def test_processes_with_different_hash_seeds_give_the_same_bytes() -> None:
    root = Path(__file__).parents[2]
    digests = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert digests[0] == digests[1] == f"{hashlib.sha256(everything()).hexdigest()}\n".encode()


def calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_ten_times_the_rows_take_about_ten_times_the_work() -> None:
    template = compiled(
        "| {% cell n in names %}{{ n }}{% endcell %} | ก |\n| {% for r in items %}{% cell n in r.numbers %}{{ n }}"
        "{% endcell %} | {% merge r.group %}{{ tick }}{% endfor %} |"
    )

    def fill(rows: int) -> Callable[[], object]:
        items = tuple(Item(group=str(number // 3), numbers=("1", "2", "3")) for number in range(rows))
        return lambda: template.fill(Context(names=("ก", "ข", "ค"), items=items))

    assert 8 < calls(fill(1_000)) / calls(fill(100)) < 10.5


@pytest.mark.parametrize(
    "block",
    [
        "{{ title }} {% if draft %}ก{% endif %}",
        "| {{ title }} | {% merge title %}ก |\n~",
        "{% for r in items %}\n{{ r.name }}\n{% endfor %}",
    ],
)
def test_a_template_of_ten_times_the_length_takes_about_ten_times_the_work(block: str) -> None:
    small, large = (draw("\n".join([block] * count)) for count in (20, 200))
    work = [calls(lambda data=data: compile_template(data, Context, "ก")) for data in (small, large)]
    assert work[1] < 10.5 * work[0]


def test_a_fault_in_the_header_does_not_hide_those_in_the_body() -> None:
    assert codes("{{ titel }}", header="{% if draft %}") == ["T001", "T003"]
    assert codes("{% if draft %}", header="{{ titel }}") == ["T003", "T001"]
