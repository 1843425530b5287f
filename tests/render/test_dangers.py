"""A template that would reach outside, run something, or was tampered with is refused."""

import pytest

from generator.render.oxml import HYPERLINK, OFFICE
from tests.render.drawing import SPACES
from tests.render.sample import codes, faults


def linked(kind: str, target: str = "https://example.org/x", mode: str = "External") -> str:
    return f'<Relationship Id="out" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "subDocument", "frame", "mailMergeSource"])
def test_a_link_to_something_outside_is_refused_and_named(kind: str) -> None:
    (found,) = faults("{{ title }}", links=linked(kind))
    assert found.rule.code == "T007" and "https://example.org/x" in found.message("th")


def test_an_attached_template_is_refused_in_the_settings_too() -> None:
    more = {
        "parts": {
            "word/_rels/settings.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships">{linked("attachedTemplate", "file:///C:/Normal.dotm")}</Relationships>'
        }
    }
    assert codes("{{ title }}", **more) == ["T007"]


def test_a_hyperlink_may_lead_outside() -> None:
    link = f'<Relationship Id="out" Type="{HYPERLINK}" Target="https://example.org" TargetMode="External"/>'
    assert "T007" not in codes("{{ title }}", links=link)


@pytest.mark.parametrize(
    "markup",
    [
        '<w:altChunk r:id="x"/>',
        "<w:p><w:r><w:object/></w:r></w:p>",
        '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://example.org/x.png"/></w:pict></w:r></w:p>',
        '<w:p><w:r><w:drawing><a:blip r:link="x"/></w:drawing></w:r></w:p>',
        '<w:subDoc r:id="x"/>',
    ],
)
def test_what_is_brought_in_when_the_document_is_opened_is_refused(markup: str) -> None:
    assert set(codes(f"{{{{ title }}}}\n{markup}")) == {"T007"}


@pytest.mark.parametrize("setting", ["<w:mailMerge/>", '<w:attachedTemplate r:id="x"/>', "<w:saveThroughXslt/>"])
def test_settings_that_reach_outside_are_refused(setting: str) -> None:
    parts = {"word/settings.xml": f"<w:settings {SPACES}>{setting}</w:settings>"}
    assert codes("{{ title }}", parts=parts) == ["T007"]


def field(*codes: str) -> str:
    """Return a paragraph with a field whose code is cut into runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" if "<" not in code else code for code in codes)
    return f"<w:p>{mark('begin')}{runs}{mark('separate')}<w:r><w:t>ก</w:t></w:r>{mark('end')}</w:p>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


INNER = f"{mark('begin')}<w:r><w:instrText> QUOTE 69 </w:instrText></w:r>{mark('separate')}{mark('end')}"


@pytest.mark.parametrize(
    "paragraph",
    [
        field(' INCLUDETEXT "C:\\\\x.docx" '),
        field(" INCLUDE", "PICTURE ", '"http://example.org/x.png"'),
        field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'),
        field("dde a b"),
        field(' LINK Excel.Sheet.8 "x" '),
        field(" \\DATABASE \\d x"),
        field(" DD", INNER, " x"),
        field(INNER),
        '<w:p><w:fldSimple w:instr=" IMPORT x "><w:r><w:t>ก</w:t></w:r></w:fldSimple></w:p>',
    ],
)
def test_a_field_that_fetches_or_runs_something_is_refused(paragraph: str) -> None:
    assert codes(f"{{{{ title }}}}\n{paragraph}") == ["T007"]


@pytest.mark.parametrize(
    "paragraph",
    [
        *(field(" PAGE "), field(' HYPERLINK "https://example.org/link" '), field(" PAGEREF _x \\h ")),
        *(field("=", INNER, "-1"), field(" IF ", INNER, " = 1 a b"), field("IF", INNER, " = 1 a b")),
    ],
)
def test_other_fields_are_left_alone(paragraph: str) -> None:
    assert "T007" not in codes(f"{{{{ title }}}}\n{paragraph}")


def test_tags_in_the_code_of_a_field_are_refused() -> None:
    assert codes(field(' HYPERLINK "{{ title }}" ')) == ["T005"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-office.activeX+xml",
        "application/vnd.openxmlformats-officedocument.oleObject",
    ],
)
def test_macros_and_active_objects_are_refused(kind: str) -> None:
    assert codes("{{ title }}", types=f'<Override PartName="/word/x.bin" ContentType="{kind}"/>') == ["T008"]


@pytest.mark.parametrize("markup", ['<x:marker n="0"/>', '<w:r x:cell="0"/>', '<x:operation n="9"/>'])
def test_marks_of_this_program_in_a_template_are_refused(markup: str) -> None:
    assert codes(f'{{{{ title }}}}\n<w:p xmlns:x="tag">{markup}</w:p>') == ["T008"]
