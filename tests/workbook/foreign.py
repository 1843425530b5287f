"""Workbooks as other programs and officers make them, to be changed without loss. Knows nothing of the program."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import openpyxl
import xlsxwriter
from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.styles import PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tests.workbook.rawzip import LINKS, MAIN, STRICT, STRICT_LINKS, pack, parts
from tests.workbook.rich import SHEET, by_openpyxl, by_xlsxwriter, parts_of, png

SECOND: Final = "แผ่น & อื่น"
X14: Final = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def _repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    content = parts_of(path.read_bytes())
    change(content)
    return pack(path, content)


def of_many_sheets(path: Path) -> Path:
    """Write a workbook of shown, hidden, protected and chart sheets, names of single sheets, opened on the third."""
    with xlsxwriter.Workbook(path) as book:
        first, second, third = (book.add_worksheet(name) for name in (SHEET, SECOND, "ที่สาม"))
        hidden, very = book.add_worksheet("ซ่อน"), book.add_worksheet("ซ่อนสนิท")
        for sheet in (first, second, third, hidden, very):
            for row in range(6):
                sheet.write_row(row, 0, (f"แถว {row}", row, row / 7))
        first.print_area("A1:C6")
        second.print_area("A1:B3")
        second.repeat_rows(0)
        third.autofilter("A1:C6")
        third.protect("ลับ")
        third.activate()
        hidden.hide()
        very.very_hidden()
        book.define_name(f"'{SECOND}'!เฉพาะแผ่น", f"='{SECOND}'!$A$1")
        book.define_name("ทั้งเล่ม", f"='{SHEET}'!$B$2")
        drawn = book.add_chartsheet("แผนภูมิ")
        chart: Any = book.add_chart({"type": "line"})
        chart.add_series({"values": f"='{SECOND}'!$B$1:$B$6"})
        drawn.set_chart(chart)
    return path


def of_conditions(path: Path) -> Path:
    """Write a workbook whose cells have colours of their own: scales, bars, icons, and rules that stop others."""
    with xlsxwriter.Workbook(path) as book:
        sheet, other = book.add_worksheet(SHEET), book.add_worksheet(SECOND)
        red = book.add_format({"bg_color": "#FF0000"})
        for row in range(8):
            sheet.write_row(row, 0, (f"รายการ {row}", row, row, row))
        sheet.conditional_format("B1:B8", {"type": "3_color_scale"})
        sheet.conditional_format("C1:C8", {"type": "icon_set", "icon_style": "3_arrows"})
        sheet.conditional_format("D1:D8", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format("A1:A8", {"type": "formula", "criteria": "=TRUE", "format": red, "stop_if_true": True})
        sheet.data_validation("A2:A8", {"validate": "list", "source": f"='{SECOND}'!$A$1:$A$3"})
        sheet.add_sparkline("F2", {"range": f"'{SHEET}'!B1:B8"})
        other.write("A1", "ก")
    return path


def of_controls(path: Path) -> Path:
    """Write a workbook with a button, a tick box in a cell, a background, and pictures in header and cell."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet(SHEET)
        sheet.write_column("A1", ("หัว", "ก", "ข"))
        sheet.insert_button("D4", {"caption": "กด", "macro": "ทำ"})
        sheet.insert_checkbox("B2", True)
        sheet.set_header("&L&G", {"image_left": "ภาพ.png", "image_data_left": io.BytesIO(png())})
        sheet.set_background(io.BytesIO(png()))
        sheet.embed_image("C3", "ภาพ.png", {"image_data": io.BytesIO(png())})
        sheet.write_url("A5", "https://example.org/", string="ลิงก์")
        sheet.write_url("A6", f"internal:'{SECOND}'!A1")
        book.add_worksheet(SECOND).write("A1", 1)
    return path


def of_notes(path: Path) -> Path:
    """Write a workbook with many notes of an officer, some shown, on two sheets."""
    with xlsxwriter.Workbook(path) as book:
        for name in (SHEET, SECOND):
            sheet = book.add_worksheet(name)
            sheet.write_column("A1", ("หัว", "ก", "ข"))
            for row in range(3):
                sheet.write_comment(row, 0, f"ความเห็น {row} & <อื่น>", {"author": "เจ้าหน้าที่", "visible": row == 1})
            sheet.write_comment("B9", "  มีวรรค\nสองบรรทัด", {"x_scale": 2, "color": "#CCFFCC"})
    return path


def of_openpyxl_rules(path: Path) -> Path:
    """Write with openpyxl a workbook of conditions, validations, names and printing."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    for row in range(1, 9):
        sheet.append((f"รายการ {row}", row, row / 3))
    sheet.conditional_formatting.add("B1:B8", ColorScaleRule(start_type="min", start_color="FFFFFF", end_type="max"))
    fill = PatternFill(bgColor="00FF00")
    sheet.conditional_formatting.add("A1:A8", FormulaRule(formula=["$B1>3"], fill=fill))
    sheet.data_validations.append(DataValidation("whole", formula1="0", formula2="9", sqref="B1:B8"))
    other = book.create_sheet(SECOND)
    other["A1"] = "=1+1"
    other.print_area = "A1:C3"
    other.print_title_rows = "1:1"
    sheet.freeze_panes = "B2"
    book.defined_names["ชื่อ"] = DefinedName("ชื่อ", attr_text=f"'{SHEET}'!$A$1")
    book.active = 1
    book.save(path)
    return path


def without_shared_strings(path: Path) -> Path:
    """Write a workbook row by row, its texts in their cells."""
    with xlsxwriter.Workbook(path, {"constant_memory": True, "use_zip64": True}) as book:
        sheet = book.add_worksheet(SHEET)
        for row in range(200):
            sheet.write_row(row, 0, (f"=ไม่ใช่สูตร {row}" if row else "หัว", row, "  ข้อความ "))
        book.add_worksheet(SECOND)
    return path


def of_strict(path: Path) -> Path:
    """Write a workbook in the strict dialect of the standard."""
    by_xlsxwriter(path, sparkline=False)
    strict = "http://purl.oclc.org/ooxml/"
    spelt = {
        MAIN: STRICT,
        LINKS: STRICT_LINKS,
        "http://schemas.openxmlformats.org/drawingml/2006/": f"{strict}drawingml/",
        "http://schemas.openxmlformats.org/officeDocument/2006/": f"{strict}officeDocument/",
    }

    def respell(content: dict[str, bytes]) -> None:
        for name, data in content.items():
            if name.endswith((".xml", ".rels")):
                for old, new in spelt.items():
                    data = data.replace(old.encode(), new.encode())
                content[name] = data

    return _repacked(path, respell)


def of_conversations(path: Path) -> Path:
    """Write a workbook in which a note stands for a conversation, as Excel does today, and parts that nobody knows."""
    by_xlsxwriter(path)
    thread = "{11111111-2222-3333-4444-555555555555}"
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    types = "http://schemas.microsoft.com/office/2017/10/relationships/"

    def talk(content: dict[str, bytes]) -> None:
        notes = content["xl/comments1.xml"].decode()
        content["xl/comments1.xml"] = notes.replace("<author>เจ้าหน้าที่", f"<author>tc={thread}").encode()
        content["xl/threadedComments/threadedComment1.xml"] = (
            f'<ThreadedComments xmlns="{space}"><threadedComment ref="A2" dT="2024-01-01T00:00:00.00" '
            f'personId="{{AAAAAAAA-2222-3333-4444-555555555555}}" id="{thread}"><text>คุยกัน</text></threadedComment>'
            "</ThreadedComments>"
        ).encode()
        content["xl/persons/person.xml"] = (
            f'<personList xmlns="{space}"><person displayName="เจ้าหน้าที่" '
            'id="{AAAAAAAA-2222-3333-4444-555555555555}" userId="ก" providerId="None"/></personList>'
        ).encode()
        content["customXml/item1.xml"] = b"<theirs xmlns='urn:theirs'/>"
        content["xl/unknown/thing.bin"] = b"\x00\x01theirs"
        _link(
            content,
            "xl/worksheets/_rels/sheet1.xml.rels",
            f"{types}threadedComment",
            "../threadedComments/threadedComment1.xml",
        )
        _link(content, "xl/_rels/workbook.xml.rels", f"{types}person", "persons/person.xml")
        _link(content, "xl/_rels/workbook.xml.rels", f"{LINKS}/customXml", "../customXml/item1.xml")
        _link(content, "xl/worksheets/_rels/sheet1.xml.rels", "urn:theirs/thing", "../unknown/thing.bin")
        _declare(content, '<Default Extension="bin" ContentType="application/theirs"/>')
        for part, kind in (("threadedComments/threadedComment1", "threadedcomments"), ("persons/person", "person")):
            _declare(
                content, f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.ms-excel.{kind}+xml"/>'
            )

    return _repacked(path, talk)


def _link(content: dict[str, bytes], part: str, kind: str, target: str) -> None:
    line = f'<Relationship Id="rIdX{len(content[part])}" Type="{kind}" Target="{target}"/></Relationships>'
    content[part] = content[part].replace(b"</Relationships>", line.encode())


def _declare(content: dict[str, bytes], line: str) -> None:
    content["[Content_Types].xml"] = content["[Content_Types].xml"].replace(b"</Types>", line.encode() + b"</Types>")


def with_prefixes(path: Path) -> Path:
    """Write a workbook whose elements all have a prefix, with shared formulas, a data table and a condition of 2010."""
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>หัว</t></is></c></row>'
        '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">1+1</f><v>2</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    later = (
        f'<extLst><ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}" xmlns:x14="{X14}"><x14:conditionalFormattings>'
        '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:cfRule type="expression" priority="1" id="{11111111-2222-3333-4444-666666666666}"><xm:f>A1&gt;0</xm:f>'
        "</x14:cfRule><xm:sqref>A1:A3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    first = (
        f"<sheetData>{rows}</sheetData><conditionalFormatting sqref='A2'><cfRule type='duplicateValues' priority='2'/>"
        f"</conditionalFormatting>{later}"
    )
    content = parts(first, "", styles="<fonts count='1'><font/></fonts>")
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    listed = {
        "workbook": "sheet.main",
        "worksheets/sheet1": "worksheet",
        "worksheets/sheet2": "worksheet",
        "styles": "styles",
    }
    content["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.xml" ContentType="{types}{kind}+xml"/>' for part, kind in listed.items()
        )
        + "</Types>"
    )
    book = content["xl/workbook.xml"]
    assert isinstance(book, str)
    content["xl/workbook.xml"] = book.replace("แผ่น1", SHEET).replace("แผ่น2", SECOND.replace("&", "&amp;"))
    for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"):
        text = content[name]
        assert isinstance(text, str)
        content[name] = _prefixed(text)
    return pack(path, content)


def _prefixed(text: str) -> str:
    """Return XML whose elements without a prefix get one."""
    import re

    text = re.sub(r"<(/?)(?!x14:|xm:)(\w)", r"<\1s:\2", text)
    return text.replace("xmlns=", "xmlns:s=", 1)


def bare(path: Path) -> Path:
    """Write a workbook of nothing but rows: no formats, no properties, no windows."""
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>หัว</t></is></c></row>'
    content = parts(row, "")
    book = content["xl/workbook.xml"]
    assert isinstance(book, str)
    content["xl/workbook.xml"] = book.replace("แผ่น1", SHEET).replace("แผ่น2", SECOND.replace("&", "&amp;"))
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return pack(path, {"[Content_Types].xml": types, **content})


MAKERS: Final[Mapping[str, Callable[[Path], Path]]] = {
    "XlsxWriter": by_xlsxwriter,
    "openpyxl": by_openpyxl,
    "many sheets": of_many_sheets,
    "conditions": of_conditions,
    "controls": of_controls,
    "notes": of_notes,
    "openpyxl rules": of_openpyxl_rules,
    "texts in cells": without_shared_strings,
    "strict": of_strict,
    "conversations": of_conversations,
    "prefixes": with_prefixes,
    "bare": bare,
}
"""What writes each workbook; all have a sheet SHEET whose A1 holds a text."""
VALID: Final = ("XlsxWriter", "many sheets", "conditions", "controls", "notes", "texts in cells")
"""Those that are valid before anything is changed: openpyxl's styles are not, and parts drawn by hand are bare."""


def folder_of(data: bytes) -> list[str]:
    """Return the names of the parts of a package in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()
