"""Files that are workbooks, files that are not, and files that mean harm."""

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from generator.workbook import package
from generator.workbook.grid import open_workbook
from generator.workbook.package import Package, Reason, Rejection
from tests.workbook.rawzip import LINKS, Parts, pack, parts, relations

CELL = '<row r="1"><c r="A1"><v>7</v></c></row>'


def read(path: Path) -> list[object]:
    """Return all values of a workbook."""
    return [cell.value for sheet in open_workbook(path).sheets for cell in sheet.cells.values()]


def refused(path: Path) -> Reason:
    with pytest.raises(Rejection) as raised:
        read(path)
    return raised.value.reason


def changed(name: str, change: Callable[[str], str | bytes], **made: str) -> Parts:
    """Return the parts of a small workbook, one of them changed."""
    content = parts(made.pop("sheet", CELL), **made)
    text = content[name]
    assert isinstance(text, str)
    return content | {name: change(text)}


def compound(*streams: str) -> bytes:
    """Return the beginning of a compound file of Microsoft: a header, then a directory with these streams."""
    directory = b""
    for name in ("Root Entry", *streams):
        encoded = name.encode("utf-16-le") + b"\0\0"
        directory += encoded.ljust(64, b"\0") + len(encoded).to_bytes(2, "little") + bytes(62)
    return bytes.fromhex("d0cf11e0a1b11ae1").ljust(512, b"\0") + directory


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A workbook as XlsxWriter writes it, with text, numbers, dates and formats."""
    path = tmp_path / "งาน.xlsx"
    with xlsxwriter.Workbook(path) as book:
        bold, money = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
        for name in ("KR", "หน่วยงาน"):
            sheet = book.add_worksheet(name)
            for row in range(20):
                sheet.write(row, 0, f"ข้อความ {row} {name}")
                sheet.write(row, 1, row * 1000.5, money)
                sheet.write_rich_string(row, 2, "ปกติ ", bold, f"หนา {row}")
    return path


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", Reason.EMPTY_FILE, id="empty file"),
        pytest.param("รหัส,ชื่อ\n8214,คนไร้บ้าน\n".encode(), Reason.NOT_EXCEL, id="CSV"),
        pytest.param(b"<html><table><tr><td>1</td></tr></table></html>", Reason.NOT_EXCEL, id="HTML"),
        pytest.param(b"%PDF-1.7\n", Reason.NOT_EXCEL, id="PDF"),
        pytest.param("PK,ชื่อ\n".encode(), Reason.NOT_EXCEL, id="text that begins like a zip archive"),
        pytest.param(bytes(4096), Reason.DAMAGED, id="nothing but zeros"),
        pytest.param(b"PK\3\4" + bytes(500), Reason.DAMAGED, id="zip archive without an end"),
        pytest.param(compound("Workbook"), Reason.OLD_XLS, id="Excel 97"),
        pytest.param(compound("\5SummaryInformation", "Book"), Reason.OLD_XLS, id="Excel 5"),
        pytest.param(b"\x09\x08\x08\0\0\5\x10\0", Reason.OLD_XLS, id="Excel 5 without a compound file"),
        pytest.param(compound("EncryptionInfo", "EncryptedPackage"), Reason.ENCRYPTED, id="password"),
        pytest.param(compound("WordDocument", "1Table"), Reason.NOT_EXCEL, id="Word 97"),
        pytest.param(
            compound("WordDocument") + "Workbook\0".encode("utf-16-le").ljust(128, b"."),
            Reason.NOT_EXCEL,
            id="a mention",
        ),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path: Path, content: bytes, reason: Reason) -> None:
    path = tmp_path / "ก.xlsx"
    path.write_bytes(content)
    assert refused(path) is reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param({}, Reason.NOT_EXCEL, id="nothing"),
        pytest.param({"ภาพ.png": b"x"}, Reason.NOT_EXCEL, id="any zip archive"),
        pytest.param({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, Reason.ODS, id="spreadsheet"),
        pytest.param({"mimetype": "application/vnd.oasis.opendocument.text"}, Reason.NOT_EXCEL, id="ODT"),
        pytest.param(
            {"_rels/.rels": relations((f"{LINKS}/officeDocument", "xl/workbook.bin")), "xl/workbook.bin": b"\x83"},
            Reason.XLSB,
            id="XLSB",
        ),
        pytest.param(
            {
                "_rels/.rels": relations((f"{LINKS}/officeDocument", "word/document.xml")),
                "word/document.xml": '<w:document xmlns:w="urn:w"/>',
            },
            Reason.NOT_EXCEL,
            id="Word",
        ),
        pytest.param({"xl/workbook.xml": "<workbook/>"}, Reason.DAMAGED, id="no relations"),
        pytest.param(parts(), Reason.NO_SHEETS, id="no sheets"),
    ],
)
def test_zip_archives_that_are_no_workbook_are_named(tmp_path: Path, content: Parts, reason: Reason) -> None:
    assert refused(pack(tmp_path / "ก.xlsx", content)) is reason


def test_a_workbook_of_charts_only_has_no_sheets(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "ก.xlsx") as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "={1,2}"})
        book.add_chartsheet("กราฟ").set_chart(chart)
    assert refused(tmp_path / "ก.xlsx") is Reason.NO_SHEETS


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    assert refused(tmp_path / "ไม่มี.xlsx") is Reason.MISSING
    assert refused(tmp_path) is Reason.UNREADABLE
    with pytest.raises(Rejection) as raised:
        open_workbook(tmp_path / ("x" * 300 + ".xlsx"))
    assert raised.value.reason is Reason.UNREADABLE
    assert raised.value.detail == "File name too long"


def test_the_file_is_closed_at_once_and_left_as_it_was(sound: Path) -> None:
    before = sound.read_bytes(), sound.stat().st_mtime_ns
    book = open_workbook(sound)
    assert (sound.read_bytes(), sound.stat().st_mtime_ns) == before
    sound.unlink()
    assert book.name == "งาน.xlsx"
    assert [len(sheet.cells) for sheet in book.sheets] == [60, 60]


def test_a_file_cut_off_anywhere_is_damaged(sound: Path) -> None:
    content = sound.read_bytes()
    for length in range(4, len(content) - 22, 97):
        sound.write_bytes(content[:length])
        assert refused(sound) is Reason.DAMAGED, length


def test_no_damage_of_the_archive_is_an_accident(sound: Path) -> None:
    content = sound.read_bytes()
    directory = content.index(b"PK\1\2")
    chance = random.Random(1)
    for _ in range(250):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 3)):
            damaged[chance.randrange(directory, len(content))] = chance.randrange(256)
        sound.write_bytes(damaged)
        try:
            read(sound)
        except Rejection as rejection:
            assert rejection.detail or rejection.reason in (Reason.NOT_EXCEL, Reason.NO_SHEETS)


def test_no_damage_of_a_part_is_an_accident(sound: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(sound) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in content if name.startswith("xl/") and "theme" not in name]
    chance = random.Random(2)
    seen = set()
    for _ in range(250):
        name = chance.choice(names)
        damaged = bytearray(content[name])
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.choice(b'0129AZ<>"/=ae&\0\xe0')
        path = pack(tmp_path / "ก.xlsx", content | {name: bytes(damaged)}, zipfile.ZIP_STORED)
        try:
            read(path)
        except Rejection as rejection:
            seen.add(rejection.reason)
    assert Reason.DAMAGED in seen
    assert seen <= {Reason.DAMAGED, Reason.NOT_EXCEL, Reason.NO_SHEETS, Reason.XLSB, Reason.TOO_LARGE}


TENFOLD = "".join(f'<!ENTITY {name} "{f"&{part};" * 10}">' for part, name in pairwise("abcdefghi"))
BOMB = f'<!DOCTYPE x [<!ENTITY a "ฮ่า">{TENFOLD}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("declaration", [BOMB, OUTSIDE, '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'])
@pytest.mark.parametrize("name", ["_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_a_document_type_is_refused(tmp_path: Path, declaration: str, name: str, encoding: str) -> None:
    def change(text: str) -> bytes:
        text = text.replace("<t>", "<t>&i;")
        return f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{text}'.encode(encoding)

    sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    content = changed(name, change, sheet=sheet, strings="<si><t>ก</t></si>")
    assert refused(pack(tmp_path / "ก.xlsx", content)) is Reason.DAMAGED


def test_parts_in_utf_16_are_read(tmp_path: Path) -> None:
    content = changed(
        "xl/worksheets/sheet1.xml", lambda xml: f'<?xml version="1.0" encoding="UTF-16"?>{xml}'.encode("utf-16")
    )
    assert read(pack(tmp_path / "ก.xlsx", content)) == [7]


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused(tmp_path: Path) -> None:
    content = changed("xl/worksheets/sheet1.xml", lambda xml: xml + " " * 5_000_000)
    assert refused(pack(tmp_path / "ก.xlsx", content)) is Reason.TOO_LARGE
    assert read(pack(tmp_path / "ข.xlsx", content, zipfile.ZIP_STORED)) == [7]


def test_a_part_never_unpacks_to_more_than_it_declares(tmp_path: Path) -> None:
    name = "xl/worksheets/sheet1.xml"
    path = pack(tmp_path / "ก.xlsx", changed(name, lambda xml: xml + " " * 40_000_000))
    size = zipfile.ZipFile(path).getinfo(name).file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (400).to_bytes(4, "little")))
    opened = Package.open(path)
    tracemalloc.start()
    try:
        with pytest.raises(Rejection) as raised:
            opened.read(name)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert raised.value.reason is Reason.DAMAGED


@pytest.mark.parametrize(("limit", "value"), [("MAX_FILE", 2000), ("MAX_TOTAL", 2000), ("MAX_PARTS", 5)])
def test_a_workbook_beyond_a_limit_is_refused(
    sound: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(package, limit, value)
    assert refused(sound) is Reason.TOO_LARGE


def test_what_has_no_end_does_not_grow_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_TREE", 3_000_000)
    endless = '<row r="1">' + '<c r="A1"/>' * 600_000 + "</row>"
    assert refused(pack(tmp_path / "ก.xlsx", parts(endless), zipfile.ZIP_STORED)) is Reason.TOO_LARGE
    long = "".join(f'<row r="{row}"><c r="A{row}" t="str"><v>{"ก" * 400}</v></c></row>' for row in range(1, 5001))
    assert len(read(pack(tmp_path / "ข.xlsx", parts(long), zipfile.ZIP_STORED))) == 5000


def test_only_a_piece_of_a_large_part_is_in_memory(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{"1" * 100}</v></c></row>' for row in range(1, 50_001))
    opened = Package.open(pack(tmp_path / "ก.xlsx", parts(rows), zipfile.ZIP_STORED))
    most = count = 0
    for count, row in enumerate(opened.pieces("xl/worksheets/sheet1.xml", "worksheet", "row"), 1):
        if count % 50 == 0:  # counting them takes as long as there are many
            parent = row.getparent()
            assert parent is not None
            most = max(most, len(parent))
    assert count == 50_000
    assert 0 < most < 20_000


def test_names_of_parts_lead_nowhere_else(tmp_path: Path) -> None:
    content = parts(CELL)
    content["xl/_rels/workbook.xml.rels"] = relations((f"{LINKS}/worksheet", "../../../../../../etc/hostname"))
    assert refused(pack(tmp_path / "ก.xlsx", content)) is Reason.DAMAGED
    content["../../etc/hostname"] = content["/etc/passwd"] = b"x"
    assert refused(pack(tmp_path / "ข.xlsx", content)) is Reason.DAMAGED


def test_links_out_of_the_workbook_are_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "sheet.xml"
    elsewhere.write_text(str(parts(CELL)["xl/worksheets/sheet1.xml"]), encoding="utf-8")
    name = "xl/_rels/workbook.xml.rels"
    for target in (elsewhere.as_uri(), str(elsewhere), "worksheets/sheet1.xml"):
        content = parts(CELL)
        link = f'TargetMode="External" Target="{target}"'
        content[name] = str(content[name]).replace('Target="worksheets/sheet1.xml"', link)
        assert refused(pack(tmp_path / "ก.xlsx", content)) is Reason.DAMAGED


@pytest.mark.parametrize(
    "target", ["/xl/worksheets/sheet1.xml", "../xl/Worksheets/SHEET1.xml", "./worksheets/sheet1.xml"]
)
def test_parts_are_found_however_they_are_named(tmp_path: Path, target: str) -> None:
    content = changed("xl/_rels/workbook.xml.rels", lambda xml: xml.replace("worksheets/sheet1.xml", target))
    content = {name.replace("/", "\\"): data for name, data in content.items()}
    assert read(pack(tmp_path / "ก.xlsx", content)) == [7]


def test_of_two_parts_of_one_name_the_last_counts(tmp_path: Path) -> None:
    path = pack(tmp_path / "ก.xlsx", parts(CELL))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/worksheets/sheet1.xml", str(parts(CELL)["xl/worksheets/sheet1.xml"]).replace("7", "8"))
    assert read(path) == [8]


def test_a_part_locked_with_a_password_is_named(sound: Path) -> None:
    content = bytearray(sound.read_bytes())
    place = -1
    while (place := content.find(b"PK\1\2", place + 1)) >= 0:
        content[place + 8] |= 1
    sound.write_bytes(content)
    assert refused(sound) is Reason.ENCRYPTED


def test_a_part_packed_in_an_unusual_way_is_refused(tmp_path: Path) -> None:
    assert refused(pack(tmp_path / "ก.xlsx", parts(CELL), zipfile.ZIP_LZMA)) is Reason.DAMAGED


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("content", ["<sheets", "<other/>", ""], ids=["broken", "something else", "nothing"])
def test_faulty_xml_is_named(tmp_path: Path, name: str, content: str) -> None:
    made = changed(name, lambda _: content, strings="<si><t>ก</t></si>", styles="")
    reason = Reason.NOT_EXCEL if (name, content) == ("xl/workbook.xml", "<other/>") else Reason.DAMAGED
    assert refused(pack(tmp_path / "ก.xlsx", made)) is reason


def test_a_workbook_without_styles_and_strings_is_read(tmp_path: Path) -> None:
    assert read(pack(tmp_path / "ก.xlsx", parts('<row r="1"><c r="A1" s="4"><v>7</v></c></row>'))) == [7]


def test_what_openpyxl_writes_is_opened(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["ก", 1])  # type: ignore[union-attr]
    made = io.BytesIO()
    book.save(made)
    path = tmp_path / "ก.xlsx"
    path.write_bytes(made.getvalue())
    assert read(path) == ["ก", 1]
