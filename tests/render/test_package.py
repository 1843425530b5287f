"""A file that is no template, or was made to do harm, is refused in words; what is written is the same every time."""

import io
import random
import zipfile
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import assemble, entry
from generator.render import package
from generator.render.package import BrokenPackage, read_parts, resolved
from generator.render.template import TemplateError, compile_template
from tests.render.drawing import CONTENT, CORE, draw
from tests.render.sample import Context, Filled, codes, compiled


def refusal(data: bytes) -> str:
    with pytest.raises(TemplateError) as refused:
        compile_template(data, Context, "แม่แบบ.docx")
    (found,) = refused.value.findings
    assert found.rule.code == "T008" and found.message("th") and found.cure("th")
    return found.message("en")


def packed(**parts: Any) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK", "ข้อความ".encode(), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, packed()]
)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    assert "no usable Word file" in refusal(data)


def test_a_workbook_is_no_template() -> None:
    assert "usual kind" in refusal(packed(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}))


def test_a_document_of_the_strict_kind_is_told_apart() -> None:
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    assert "usual kind" in refusal(draw("ก", parts={"word/document.xml": strict}))


def test_damaged_markup_is_refused_with_its_part() -> None:
    assert "word/document.xml is damaged" in refusal(draw("<w:p>"))


def test_a_document_type_is_refused() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><x>&b;</x>"
    assert "document type" in refusal(draw("ก", parts={"word/settings.xml": bomb}))


def test_an_entity_never_reads_a_file(tmp_path: Any) -> None:
    (tmp_path / "secret").write_text("ความลับ", encoding="utf-8")
    part = f"<!DOCTYPE x [<!ENTITY s SYSTEM '{(tmp_path / 'secret').as_uri()}'>]>" + CORE.format("&s;")
    assert "ความลับ" not in refusal(draw("{{ title }}", parts={"docProps/core.xml": part}))


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/x.png", b"\0" * (package.LARGEST_PART + 1))
    assert len(buffer.getvalue()) < 100_000 and "too much" in refusal(buffer.getvalue())


def test_parts_that_unpack_to_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST_PACKAGE", 1_000)
    assert "too much" in refusal(draw("ก"))


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = draw("ก", parts={"word/x.bin": zlib.compress(b"")})
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/x.bin"))
    assert "damaged" in refusal(data[: at + 24] + (2**20).to_bytes(4, "little") + data[at + 28 :])


def test_too_many_parts_are_refused() -> None:
    assert "too much" in refusal(packed(**{f"p{number}": "" for number in range(package.MOST_PARTS + 1)}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    data = draw("ก").replace(b"docProps/core.xml", b"WORD/DOCUMENT.XML")
    assert "one name" in refusal(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_word_does_not_use_is_refused(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("x", "x")
    assert "compressed" in refusal(buffer.getvalue())


@pytest.mark.parametrize(("depth", "code"), [(120, "T002"), (400, "T008")])
def test_markup_nested_beyond_reason_is_refused(depth: int, code: str) -> None:
    deep = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
    assert code in codes(f"{{{{ title }}}}\n{deep}")


@given(st.integers(0, 2**32), st.integers(1, 40))
def test_a_damaged_template_is_refused_or_works_but_never_crashes(seed: int, wounds: int) -> None:
    data = bytearray(draw("{{ title }}\n| {% for r in items %}{{ r.name }} | {% endfor %} |\n~", header="ก"))
    chance = random.Random(seed)
    for _ in range(wounds):
        at = chance.randrange(len(data))
        data[at] = chance.randrange(256)
    try:
        filled = compile_template(bytes(data), Context, "แม่แบบ.docx").fill(Context())
    except TemplateError as refused:
        assert all(found.message("th") for found in refused.findings)
    else:
        assert Filled(filled).parts


def test_a_prefix_with_two_meanings_is_refused() -> None:
    assert codes('<w:p><x:a xmlns:x="urn:a"/><x:a xmlns:x="urn:b"/></w:p>\n{{ title }}') == ["T008"]


def test_foreign_namespaces_keep_their_prefixes_where_they_can() -> None:
    body = '<w:p><w:r><w:t>{{ title }}</w:t></w:r><x:a xmlns:x="urn:a" x:b="1"/><c xmlns="urn:c"/></w:p>'
    xml = Filled(compiled(body).fill(Context())).root()
    assert xml.find(".//{urn:a}a[@{urn:a}b='1']") is not None and xml.find(".//{urn:c}c") is not None
    assert xml.nsmap["x"] == "urn:a"


def test_prefixes_named_by_attributes_stay_declared() -> None:
    choice = '<mc:AlternateContent><mc:Choice xmlns:w16x="urn:w16" Requires="w16x"/></mc:AlternateContent>'
    body = f"<w:p><w:r>{choice}</w:r></w:p>"
    xml = Filled(compiled(body + "\n{{ title }}").fill(Context())).root()
    assert xml.nsmap["w16x"] == "urn:w16"


def test_what_was_saved_as_a_word_template_becomes_a_document() -> None:
    parts = Filled(draw("{{ title }}")).parts
    types = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    template = compile_template(packed(**{**parts, "[Content_Types].xml": types}), Context, "แม่แบบ.dotx")
    filled = Filled(template.fill(Context()))
    assert f'"{CONTENT}.document.main+xml"'.encode() in filled.parts["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("part", "target", "found"),
    [
        ("", "word/document.xml", "word/document.xml"),
        ("word/document.xml", "media/1.png", "word/media/1.png"),
        ("word/document.xml", "/word/media/1.png", "word/media/1.png"),
        ("word/document.xml", "../docProps/x.xml", "docProps/x.xml"),
    ],
)
def test_a_relationship_leads_to_a_part(part: str, target: str, found: str) -> None:
    assert resolved(part, target) == found


def test_a_package_reads_as_it_was_written() -> None:
    parts = {"ก/ข.xml": b"x" * 100_000, "empty": b""}
    data = assemble(entry(name, content) for name, content in parts.items())
    assert read_parts(data) == parts
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_broken_package_says_why_in_both_languages() -> None:
    with pytest.raises(BrokenPackage) as broken:
        read_parts(b"")
    assert broken.value.reason.th and str(broken.value) == broken.value.reason.en
