"""The print copy says differently only what LibreOffice would print wrongly."""

import io
import zipfile

import pytest
from lxml import etree

from generator.pdf.printcopy import NotADocument, PrintCopy
from tests.pdf.paper import FONT, STYLES, W, check_box, draw, fields, paragraph, row, run, table

DISTRIBUTED = '<w:jc w:val="thaiDistribute"/>'


def copied(part: str, document: bytes, family: str = FONT, symbols: str | None = None) -> etree._Element:
    """Return the root of a part of the print copy."""
    with zipfile.ZipFile(io.BytesIO(PrintCopy(document, family, symbols).content())) as package:
        return etree.fromstring(package.read(f"word/{part}.xml"))


def values(root: etree._Element, name: str, attribute: str = "val") -> list[str | None]:
    return [element.get(f"{{{W}}}{attribute}") for element in root.iter(f"{{{W}}}{name}")]


def text(root: etree._Element) -> str:
    return "".join(element.text or "" for element in root.iter(f"{{{W}}}t"))


def test_thai_distribution_is_justified_in_running_text_and_left_in_cells() -> None:
    root = copied("document", draw(paragraph(run("ก"), DISTRIBUTED) + table(row(paragraph(run("ข"), DISTRIBUTED)))))
    assert values(root, "jc") == ["both", "left"]


@pytest.mark.parametrize(
    "style",
    [
        f'<w:style w:type="paragraph" w:styleId="Own"><w:pPr>{DISTRIBUTED}</w:pPr></w:style>',
        f'<w:style w:type="paragraph" w:styleId="Base"><w:pPr>{DISTRIBUTED}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>',
    ],
    ids=["its own", "inherited"],
)
def test_a_style_that_distributes_is_left_in_cells(style: str) -> None:
    styled = paragraph(run("ก"), '<w:pStyle w:val="Own"/><w:rPr/>')
    document = draw(styled + table(row(styled)), styles=STYLES + style)
    body, cell = copied("document", document).iter(f"{{{W}}}pPr")
    assert values(body, "jc") == ["both"]
    assert values(cell, "jc") == ["left"]
    assert [etree.QName(child).localname for child in cell] == ["pStyle", "jc", "rPr"]
    assert values(copied("styles", document), "jc") == ["both"]


def test_the_default_style_and_the_document_defaults_count_in_cells() -> None:
    default = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr>{DISTRIBUTED}</w:pPr></w:style>'
    assert values(copied("document", draw(table(row(paragraph(run("ก")))), styles=STYLES + default)), "jc") == ["left"]
    defaults = STYLES.replace("<w:spacing", f"{DISTRIBUTED}<w:spacing")
    assert values(copied("document", draw(table(row(paragraph(run("ก")))), styles=defaults)), "jc") == ["left"]


def test_a_cell_that_is_centred_stays_so() -> None:
    default = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:pPr>{DISTRIBUTED}</w:pPr></w:style>'
    centred = table(row(paragraph(run("ก"), '<w:jc w:val="center"/>')))
    assert values(copied("document", draw(centred, styles=STYLES + default)), "jc") == ["center"]


def test_table_styles_and_lists_are_left() -> None:
    styles = f'{STYLES}<w:style w:type="table" w:styleId="Grid"><w:pPr>{DISTRIBUTED}</w:pPr></w:style>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:pPr>{DISTRIBUTED}</w:pPr></w:lvl></w:abstractNum>'
    )
    document = draw(table(row(paragraph(run("ก"))), style="Grid"), styles=styles, numbering=numbering)
    assert values(copied("styles", document), "jc") == ["left"]
    assert values(copied("numbering", document), "jc") == ["left"]
    assert values(copied("document", document), "jc") == ["left"]


def test_styles_that_refer_to_each_other_in_a_ring_do_no_harm() -> None:
    ring = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    document = draw(table(row(paragraph(run("ก"), '<w:pStyle w:val="A"/>'))), styles=STYLES + ring)
    assert values(copied("document", document), "jc") == []


def test_a_page_reference_becomes_what_it_showed() -> None:
    root = copied("document", draw(paragraph(run("เรื่อง (") + fields("PAGEREF _Toc1 \\h", "๑๒") + run(")"))))
    assert text(root) == "เรื่อง (๑๒)"
    assert values(root, "fldChar", "fldCharType") == []
    assert list(root.iter(f"{{{W}}}instrText")) == []


def test_a_simple_page_reference_becomes_what_it_showed() -> None:
    simple = f'<w:fldSimple w:instr=" pageref _Toc1 ">{run("๓")}</w:fldSimple>'
    root = copied("document", draw(paragraph(run("หน้า ") + simple + run(" ต่อ"))))
    assert text(root) == "หน้า ๓ ต่อ"
    assert list(root.iter(f"{{{W}}}fldSimple")) == []


def test_a_page_reference_inside_another_field_is_frozen_alone() -> None:
    inner = fields("PAGEREF _Toc1", "๕")
    outer = fields("TOC \\o", "MARK").replace(run("MARK"), run("บทที่ ๑") + inner)
    root = copied("document", draw(paragraph(outer)))
    assert text(root) == "บทที่ ๑๕"
    assert values(root, "fldChar", "fldCharType") == ["begin", "separate", "end"]


def test_a_field_in_one_run_is_frozen_too() -> None:
    crowded = fields("PAGEREF _Toc1", "๕").replace("</w:r><w:r>", "")
    root = copied("document", draw(paragraph(crowded)))
    assert text(root) == "๕"
    assert values(root, "fldChar", "fldCharType") == []


def test_a_page_reference_that_shows_nothing_stays_a_field() -> None:
    root = copied("document", draw(paragraph(fields("PAGEREF _Toc1"))))
    assert values(root, "fldChar", "fldCharType") == ["begin", "end"]


def test_other_fields_stay() -> None:
    document = draw(paragraph(fields("NUMPAGES", "9")), header=paragraph(fields("PAGE", "1")))
    for part in ("document", "header1"):
        assert values(copied(part, document), "fldChar", "fldCharType") == ["begin", "separate", "end"]


def test_header_runs_are_marked_as_thai_in_the_right_place() -> None:
    properties = '<w:sz w:val="32"/><w:lang w:val="en-US"/><w:specVanish/>'
    header = paragraph(run("(", properties) + fields("PAGE", "1") + run(")", "<w:specVanish/>"))
    document = draw(paragraph(run("ก")), header=header)
    root = copied("header1", document)
    assert values(root, "lang") == ["th-TH"] * 7
    assert values(root, "lang", "bidi") == ["th-TH"] * 7
    kept, *_, added = root.iter(f"{{{W}}}rPr")
    assert [etree.QName(child).localname for child in kept] == ["sz", "lang", "specVanish"]
    assert [etree.QName(child).localname for child in added] == ["lang", "specVanish"]
    assert values(copied("document", document), "lang") == []


def test_both_names_of_the_font_become_the_family_that_is_there() -> None:
    body = paragraph(run("ก", '<w:rFonts w:ascii="TH SarabunPSK" w:cs="th sarabun new" w:hAnsi="Arial"/>'))
    root = copied("document", draw(body), family="Stand-in")
    assert [values(root, "rFonts", slot) for slot in ("ascii", "cs", "hAnsi")] == [
        ["Stand-in"],
        ["Stand-in"],
        ["Arial"],
    ]
    assert values(copied("styles", draw(body), family="Stand-in"), "rFonts", "eastAsia") == ["Stand-in"]


def test_check_boxes_are_set_in_the_family_that_has_them() -> None:
    document = draw(paragraph(check_box("☑")))
    assert values(copied("document", document, symbols="DejaVu Sans"), "rFonts", "ascii") == ["DejaVu Sans"]
    assert values(copied("document", document), "rFonts", "ascii") == ["Segoe UI Symbol"]
    assert text(copied("document", document)) == "☑"


def test_a_part_with_nothing_to_change_keeps_its_content() -> None:
    document = draw(paragraph(run("ก &amp; ข  ค")))
    with zipfile.ZipFile(io.BytesIO(document)) as before:
        entries = {name: before.read(name) for name in before.namelist()}
    with zipfile.ZipFile(io.BytesIO(PrintCopy(document, FONT).content())) as after:
        assert after.namelist() == list(entries)
        for name, content in entries.items():
            if name.startswith("word/") and name.endswith(".xml"):
                assert etree.tostring(etree.fromstring(after.read(name)), method="c14n") == etree.tostring(
                    etree.fromstring(content), method="c14n"
                )
            else:
                assert after.read(name) == content


def test_the_same_document_gives_the_same_copy() -> None:
    document = draw(paragraph(run("ก"), DISTRIBUTED))
    assert PrintCopy(document, FONT).content() == PrintCopy(document, FONT).content()


def test_a_document_that_declares_entities_is_refused() -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(draw(paragraph(run("ก"))))) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode()
            if name == "word/document.xml":
                content = '<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + content.replace(
                    "ก", "&e;"
                )
            after.writestr(name, content)
    with pytest.raises(NotADocument, match="entities"):
        PrintCopy(changed.getvalue(), FONT).content()


@pytest.mark.parametrize("content", [b"", b"no archive", None], ids=["empty", "text", "another archive"])
def test_what_is_no_document_is_refused(content: bytes | None) -> None:
    if content is None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
        content = packed.getvalue()
    with pytest.raises(NotADocument):
        PrintCopy(content, FONT).content()


def test_the_text_of_links_has_a_style_that_exists() -> None:
    link = f'<w:hyperlink w:anchor="_Toc1">{run("ก")}{run("ข", "<w:b/>")}</w:hyperlink>'
    own = run("ค", '<w:rStyle w:val="Own"/>')
    styled = f'<w:hyperlink w:anchor="_Toc1">{own}</w:hyperlink>'
    with zipfile.ZipFile(io.BytesIO(PrintCopy(draw(paragraph(link + styled)), FONT).content())) as package:
        document, styles = package.read("word/document.xml").decode(), package.read("word/styles.xml").decode()
    assert document.count('<w:rPr><w:rStyle w:val="PrintedLink"/>') == 2 and document.count("w:rStyle") == 3
    assert styles.count('w:styleId="PrintedLink"') == 1
