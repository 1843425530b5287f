"""Workbooks with all that an officer may add to one: pictures, charts, comments, tables, formulas, shapes and more."""

import io
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

SHEET = "ข้อมูล"


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def png() -> bytes:
    """Return the smallest picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
        + chunk(b"IEND", b"")
    )


def by_xlsxwriter(path: Path, *, sparkline: bool = True) -> Path:
    """Write a workbook with the widest range of content; LibreOffice saves its sparkline in a way that is not valid."""
    with xlsxwriter.Workbook(
        path, {"default_format_properties": {"font_name": "TH Sarabun New", "font_size": 16}}
    ) as book:
        bold, percent = book.add_format({"bold": True}), book.add_format({"num_format": "0.0%"})
        text = book.add_format({"num_format": "@", "font_color": "#1F3864"})
        sheet = book.add_worksheet(SHEET)
        other = book.add_worksheet("แผ่น & อื่น")
        sheet.set_column(0, 0, 30, text)
        sheet.set_row(9, 30, bold)
        sheet.write_row(0, 0, ("ชื่อ", "จำนวน", "ร้อยละ", "สูตร"))
        for row in range(1, 5):
            sheet.write_string(row, 0, f"รายการ {row}", text)
            sheet.write_number(row, 1, row * 10)
            sheet.write_number(row, 2, row / 10, percent)
            sheet.write_formula(row, 3, f"=B{row + 1}*2", None, row * 20)
        sheet.add_table(0, 0, 4, 3, {"columns": [{"header": name} for name in ("ชื่อ", "จำนวน", "ร้อยละ", "สูตร")]})
        sheet.write_rich_string(7, 0, "ปกติ ", bold, "หนา", text)
        sheet.write_array_formula("F2:F4", "{=B2:B4*2}", None, 20)
        sheet.merge_range("H2:J3", "ผสาน", bold)
        sheet.write_comment("A2", "ความเห็นของเจ้าหน้าที่", {"author": "เจ้าหน้าที่"})
        sheet.insert_image("H6", "ภาพ.png", {"image_data": io.BytesIO(png())})
        sheet.insert_textbox("H9", "กล่องข้อความ")
        sheet.data_validation("B2:B9", {"validate": "integer", "criteria": ">", "value": 0})
        sheet.conditional_format("B2:B9", {"type": "data_bar", "data_bar_2010": True})
        if sparkline:
            sheet.add_sparkline("L2", {"range": f"'{SHEET}'!B2:B5"})
        chart: Any = book.add_chart({"type": "column"})
        chart.add_series({"values": f"='{SHEET}'!$B$2:$B$5"})
        sheet.insert_chart("H14", chart)
        sheet.set_header("&Cหัวกระดาษ")
        sheet.set_landscape()
        sheet.autofilter("A8:B9")
        other.write_formula("A1", f"='{SHEET}'!B2", None, 10)
        book.define_name("จำนวน", f"='{SHEET}'!$B$2:$B$5")
    return path


def by_openpyxl(path: Path) -> Path:
    """Write a workbook as scripts of offices often do."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    for row in (
        ("ชื่อ", "จำนวน", "ร้อยละ", "สูตร"),
        *((f"รายการ {n}", n * 10, n / 10, f"=B{n + 1}*2") for n in range(1, 5)),
    ):
        sheet.append(row)
    sheet["F2"] = ArrayFormula("F2:F4", "=B2:B4*2")
    sheet["A2"].comment = Comment("ความเห็น", "เจ้าหน้าที่")
    sheet.merge_cells("H2:J3")
    sheet.add_table(Table(displayName="ตาราง", ref="A1:D5"))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=5), titles_from_data=True)
    sheet.add_chart(chart, "H14")
    sheet.print_title_rows = "1:1"
    book.save(path)
    return path


def by_libreoffice(path: Path, folder: Path) -> Path:
    """Return the workbook at `path` as LibreOffice saves it, in `folder`."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        folder,
        path,
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=120)
    return folder / path.name
