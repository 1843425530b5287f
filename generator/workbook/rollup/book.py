"""Writes the workbook of headquarters as a whole. Reads no plan; the same figures make the same bytes."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook

from generator.model.rollup.city import Rollup
from generator.workbook import styles
from generator.workbook.growing import GrowingSheet
from generator.workbook.package import Package, Rejection
from generator.workbook.rollup import districts, findings, matrix, overview, projects
from generator.workbook.rollup.pen import Pen
from generator.workbook.styles import Styles

_CREATED: Final = datetime(2025, 1, 1)
"""Not the day it was made: the same figures make the same file."""
_MARK: Final = "generate collect"
_ZOOM: Final = 90


def rollup_bytes(rollup: Rollup, folder: Path) -> bytes:
    """Return the workbook; its links are relative to `folder`, an absolute path, in which it is to lie."""
    stream = BytesIO()
    book = Workbook(stream, styles.OPTIONS)
    title = f"รวมแผนปฏิบัติราชการของ 50 สำนักงานเขต ปีงบประมาณ พ.ศ. {rollup.year}"
    book.set_properties({"title": title, "created": _CREATED})
    book.set_custom_property("made by", _MARK)
    made = Styles(book)
    names = (overview.NAME, districts.NAME, matrix.NAME, projects.NAME, findings.NAME)
    sheets = {name: book.add_worksheet(name, GrowingSheet) for name in names}
    lists = (projects.NAME, findings.NAME)  # whose rows differ in height
    pens = {name: Pen(sheet, made, folder, "top" if name in lists else "vcenter") for name, sheet in sheets.items()}
    tabs = (styles.TAB_MAIN, styles.TAB_TABLE, styles.TAB_FAMILY, styles.TAB_TABLE, styles.TAB_CARD)
    for sheet, colour in zip(sheets.values(), tabs, strict=True):
        sheet.set_tab_color(colour)
        sheet.set_zoom(_ZOOM)
    for name, area in (projects.names(len(rollup.lines)) | findings.names(len(findings.records(rollup)))).items():
        book.define_name(name, f"={area}")
    overview.write_overview(book, sheets[overview.NAME], pens[overview.NAME], rollup)
    for module, write in (
        (districts, districts.write_districts),
        (matrix, matrix.write_matrix),
        (projects, projects.write_projects),
        (findings, findings.write_findings),
    ):
        write(sheets[module.NAME], pens[module.NAME], rollup)
    sheets[overview.NAME].activate()
    book.close()
    return stream.getvalue()


def is_rollup(path: Path) -> bool:
    """Return whether a file is a workbook that was written here, also if somebody saved it since."""
    try:
        package = Package.open(path)
        if "docProps/custom.xml" not in package:
            return False
        return any(text == _MARK for text in package.root("docProps/custom.xml").itertext())
    except Rejection:
        return False
