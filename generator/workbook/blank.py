"""Writes a workbook to be filled in, blank or with records, from the declaration of a form. Knows no single form."""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook

from generator.model.form import Family, Form, Page, Rows
from generator.model.sheet import Layout
from generator.words import Halt, Words
from generator.workbook import instructions, styles
from generator.workbook.cardsheet import write_card
from generator.workbook.familysheet import write_family_sheet
from generator.workbook.growing import GrowingSheet
from generator.workbook.instructions import write_instructions
from generator.workbook.lists import Lists
from generator.workbook.styles import Styles
from generator.workbook.tablesheet import HEADER_ROW, write_table
from generator.workbook.version import Mark, write_version

UNNAMED: Final = "(รหัส)"
"""Stands for the code in the name of a family sheet that nobody has named yet."""
_CREATED: Final = datetime(2025, 1, 1)
"""Not the day it was made: the same records make the same file."""

OPEN_ELSEWHERE: Final = Words("บันทึกไฟล์ “{name}” ไม่ได้", "The file “{name}” cannot be written.")
CLOSE_IT: Final = Words(
    "ไฟล์นี้คงเปิดอยู่ใน Excel ให้ปิดก่อน หรือตรวจสิทธิ์การเขียนในโฟลเดอร์ แล้วสั่งใหม่",
    "It is probably open in Excel: close it, or check that you may write in the folder, then try again.",
)
NO_FOLDER: Final = Words("ไม่พบโฟลเดอร์ “{folder}”", "There is no folder “{folder}”.")
MAKE_IT: Final = Words("สร้างโฟลเดอร์นี้ก่อน หรือเลือกที่อื่น แล้วสั่งใหม่", "Make it first, or choose another place, then try again.")
BAD_CODE: Final = Words("“{text}” ไม่ใช่รหัสของตารางแนบ", "“{text}” is no code of an attachment.")
TYPE_IT: Final = Words("พิมพ์รหัสแบบ {example} แล้วสั่งใหม่", "Type a code like {example}, then try again.")


def write_workbook(path: Path, form: Form, rows: Rows | None = None, *, attachments: Sequence[str] = ()) -> None:
    """Write the workbook of `form` to `path`: blank, or filled with `rows`.

    Its family sheets are those of the pages in `rows`; without pages, a blank one for each code in `attachments`;
    without these, one that waits for its code. The file is written beside and renamed into place; the same arguments
    make the same bytes. Raises Halt if the file cannot be replaced or a code is none.
    """
    _save(path, workbook_bytes(form, rows, attachments=attachments))


def workbook_bytes(
    form: Form, rows: Rows | None = None, *, attachments: Sequence[str] = (), marks: Iterable[Mark] = ()
) -> bytes:
    """Return the workbook that `write_workbook` writes; `marks` tell which cells were filled in for the officer."""
    rows = rows or Rows()
    return _bytes(form.shown(rows), rows, _family_sheets(form, rows, attachments), marks)


def _family_sheets(form: Form, rows: Rows, attachments: Sequence[str]) -> dict[str, Page | None]:
    """Return the names of the family sheets, and what is on them."""
    if (family := form.family) is None:
        return {}
    if rows.pages:
        return {f"{family.prefix} {page.key}": page for page in rows.pages}
    codes = [_code(family, text) for text in attachments]
    return {f"{family.prefix} {code}": None for code in codes or [UNNAMED]}


def _code(family: Family, text: str) -> str:
    code = family.key.canon(text)
    if code is None:
        raise Halt(BAD_CODE.filled(text=text), TYPE_IT.filled(example=family.key.example))
    return code


def _bytes(form: Form, rows: Rows, family_sheets: dict[str, Page | None], marks: Iterable[Mark]) -> bytes:
    stream = BytesIO()
    book = Workbook(stream, styles.OPTIONS)
    book.set_properties({"title": form.title, "created": _CREATED})
    made = Styles(book)
    lists = Lists(form, rows.by_sheet, HEADER_ROW)
    sheet = book.add_worksheet(instructions.NAME, GrowingSheet)
    sheet.set_tab_color(styles.TAB_HELP)
    write_instructions(sheet, form, made)
    for declared in form.sheets:
        sheet = book.add_worksheet(declared.NAME, GrowingSheet)
        records = rows.of(declared)
        if declared.LAYOUT is Layout.CARD:
            sheet.set_tab_color(styles.TAB_CARD)
            write_card(sheet, declared, next(iter(records), declared()), made, lists)
        else:
            sheet.set_tab_color(styles.TAB_MAIN if declared is form.main else styles.TAB_TABLE)
            write_table(sheet, declared, records, made, lists)
    for name, page in family_sheets.items():
        sheet = book.add_worksheet(name, GrowingSheet)
        sheet.set_tab_color(styles.TAB_FAMILY)
        assert form.family is not None
        write_family_sheet(sheet, form.family, page, made, lists)
    lists.write(book, made)
    write_version(book, form, marks)
    book.close()
    return stream.getvalue()


def _save(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a file that is open or a full disk never costs the old content."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        try:
            beside.write_bytes(content)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except PermissionError as error:
        raise Halt(OPEN_ELSEWHERE.filled(name=path.name), CLOSE_IT) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Halt(NO_FOLDER.filled(folder=path.parent), MAKE_IT) from error
