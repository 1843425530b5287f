"""The own lint finds each fault that it names: every test plants one in a document that is otherwise right."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.lint import RULES, lint_docx

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WP: Final = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

RIGHT: Final = (
    '<w:bookmarkStart w:id="1" w:name="one"/><w:bookmarkEnd w:id="1"/>'
    '<w:p><w:hyperlink w:anchor="one"><w:r><w:t xml:space="preserve">หน้า </w:t></w:r></w:hyperlink>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF one</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>๑</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    '<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>'
    '<w:r><w:rPr><w:b/><w:bCs w:val="1"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>นิยาม</w:t></w:r></w:p>'
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="200"/></w:tblGrid>'
    '<w:tr><w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc>'
    '<w:tc><w:tcPr><w:tcW w:w="200" w:type="dxa"/></w:tcPr><w:p/></w:tc></w:tr>'
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
)
STYLES: Final = f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Body"/></w:styles>'


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a small .docx: a body, and parts to add, or to leave out where they are empty."""

    def drawn(body: str = RIGHT, parts: Mapping[str, str] | None = None) -> Path:
        entries = {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W} {R} {WP}><w:body>{body}<w:p/><w:sectPr/></w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
            "word/styles.xml": STYLES,
        }
        path = tmp_path / "drawn.docx"
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in {**entries, **(parts or {})}.items():
                if content:
                    archive.writestr(name, content)
        return path

    return drawn


def test_a_right_document_has_no_faults(drawn: Callable[..., Path], made: Callable[[Path], Path]) -> None:
    assert lint_docx(made(drawn())) == []


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("<w:tc><w:p/></w:tc>", "<w:tc/>", "does not end with a paragraph"),
        ('<w:gridSpan w:val="2"/>', "", "row 3 covers 1 of 2 columns"),
        ('<w:vMerge w:val="restart"/>', "", "w:vMerge goes on where none was begun"),
        ('<w:tcW w:w="200"', '<w:tcW w:w="300"', "is 300 wide, its columns 200"),
        (' xml:space="preserve"', "", "needs xml:space"),
        ('<w:bCs w:val="1"/>', "", "w:b and w:bCs differ in the paragraph 'นิยาม'"),
        ('<w:bCs w:val="1"/>', '<w:bCs w:val="0"/>', "w:b and w:bCs differ"),
        ('<w:szCs w:val="32"/>', '<w:szCs w:val="28"/>', "w:sz and w:szCs differ"),
        ("<w:b/>", '<w:rFonts w:ascii="Arial"/><w:b/>', "no font for Thai"),
        ('<w:pStyle w:val="Body"/>', '<w:pStyle w:val="Bdy"/>', "asks for the absent style Bdy"),
        ("</w:pPr>", '<w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>', "asks for the absent list 7"),
        ('w:anchor="one"', 'w:anchor="two"', "leads to the absent bookmark two"),
        ("PAGEREF one", "PAGEREF two", "PAGEREF leads to the absent bookmark two"),
        ("PAGEREF one", "PAGE \\* ThaiArabic", "counts in ThaiArabic"),
        ('w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="1"', "marked dirty"),
        ('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "1 field(s) without end"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "", "has separate without begin"),
        ('<w:bookmarkEnd w:id="1"/>', "", "do not pair"),
        ('w:name="one"', f'w:name="{"o" * 41}"', "too long"),
        ("<w:tbl>", '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/><w:tbl>', "bookmark id 1 stands 2"),
        ("<w:tbl>", '<w:bookmarkStart w:id="2" w:name="one"/><w:bookmarkEnd w:id="2"/><w:tbl>', "name one stands 2"),
        ("<w:tbl>", '<w:p><w:r><w:drawing r:id="x"/></w:r></w:p><w:tbl>', "refers to relationship x, which is absent"),
        ("<w:tbl>", '<wp:docPr id="1"/><wp:docPr id="1"/><w:tbl>', "wp:docPr id 1 stands 2 times"),
        ("<w:tbl>", '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr></w:sdt>' * 2 + "<w:tbl>", "control id 5 stands 2"),
    ],
)
def test_a_planted_fault_is_found(drawn: Callable[..., Path], right: str, wrong: str, fault: str) -> None:
    assert right in RIGHT
    found = lint_docx(drawn(RIGHT.replace(right, wrong, 1)))
    assert any(fault in line for line in found), found


@pytest.mark.parametrize(
    ("part", "content", "fault"),
    [
        ("word/styles.xml", "", "leads to word/styles.xml, which is absent"),
        ("word/styles.xml", "", "word/styles.xml: has a content type but is absent"),
        ("word/_rels/document.xml.rels", "", "word/styles.xml: no relationship leads here"),
        ("word/extra.png", "?", "word/extra.png: has no content type"),
        ("word/styles.xml", STYLES[:-1], "is not well-formed"),
        (
            "word/styles.xml",
            STYLES.replace("<w:styles", '<w:styles xmlns:mc="{MC}" mc:Ignorable="w14"').replace(
                "{MC}", "http://schemas.openxmlformats.org/markup-compatibility/2006"
            ),
            "undeclared prefix w14",
        ),
        (
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            + f'<Relationship Id="a" Type="{OFFICE}/styles" Target="styles.xml"/>' * 2
            + "</Relationships>",
            "relationship a stands 2 times",
        ),
        ("word/settings.xml", f"<w:settings {W}><w:updateFields/></w:settings>", "w:updateFields is set"),
    ],
)
def test_a_fault_of_the_package_is_found(drawn: Callable[..., Path], part: str, content: str, fault: str) -> None:
    found = lint_docx(drawn(parts={part: content}))
    assert any(fault in line for line in found), found


def test_a_package_in_the_wrong_order_is_found(drawn: Callable[..., Path], tmp_path: Path) -> None:
    with zipfile.ZipFile(drawn()) as right, zipfile.ZipFile(tmp_path / "turned.docx", "w") as turned:
        for name in reversed(right.namelist()):
            turned.writestr(name, right.read(name))
    assert lint_docx(tmp_path / "turned.docx") == ["[Content_Types].xml is not the first entry"]


def test_what_is_no_package_is_a_fault_and_no_exception(tmp_path: Path) -> None:
    (tmp_path / "text.docx").write_text("ข้อความ", encoding="utf-8")
    assert "cannot be read" in lint_docx(tmp_path / "text.docx")[0]


def test_every_rule_says_what_it_holds() -> None:
    assert all(rule.__doc__ for rule in RULES)
