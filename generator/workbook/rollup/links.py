"""Links from the roll-up into the workbooks it was made from, within the limits of Excel.

Names of files and sheets are whatever officers typed: Thai, blanks, quotes, # and %. What Excel could not follow is no
link, but plain text.
"""

import os
from pathlib import Path
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from generator.workbook.lists import quoted

MOST: Final = 65_530
"""Links that Excel takes on one sheet."""
LONGEST: Final = 2_079
"""Characters of an address, and of a place in it."""
DEEPEST: Final = 255
"""Characters of the path of a file that Excel opens."""

# As Excel escapes them; Thai letters stay as they are.
_ESCAPED: Final = {ord(sign): f"%{ord(sign):02x}" for sign in '%"<>[]^`{}# '}


def plain_name(path: Path) -> str:
    """Return the name of a file as text: bytes that are none in UTF-8 become question marks."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def file_of(path: Path, folder: Path) -> str | None:
    """Return the address of a file, relative to `folder`, an absolute path; None if Excel could not follow it."""
    try:
        relative = os.path.relpath(path.resolve(), folder)
    except ValueError:  # another drive of Windows
        relative = str(path.resolve())
    # Backslashes part folders in Excel's links, so that one in a name of Linux would lead elsewhere.
    if not _is_text(relative) or "\\" in relative.replace(os.sep, "/") or _length(relative) > DEEPEST:
        return None
    address = relative.replace(os.sep, "/").translate(_ESCAPED)
    return address if _length(address) <= LONGEST else None


def place_in(sheet: str, cell: str) -> str | None:
    """Return a cell as links name it, the first one where none is named; empty for no sheet, None for an odd one."""
    place = f"{quoted(sheet)}!{cell or 'A1'}" if sheet else ""
    return place if _is_text(place) and _length(place) <= LONGEST else None


def _is_text(text: str) -> bool:
    """Return whether XML can hold a text: no control characters, and no bytes that are none in UTF-8."""
    return all(sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff" for sign in text)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Links:
    """The links of one sheet, counted."""

    def __init__(self, sheet: Worksheet, folder: Path) -> None:
        self._sheet = sheet
        self._folder = folder
        self._count = 0
        self._files: dict[Path, str | None] = {}

    def put(self, row: int, column: int, style: Any, path: Path, sheet: str = "", cell: str = "") -> bool:
        """Lay a link over a cell, whose value is to be written afterwards; return whether there is one."""
        if path not in self._files:
            self._files[path] = file_of(path, self._folder)
        file, place = self._files[path], place_in(sheet, cell)
        if self._count >= MOST or file is None or place is None:
            return False
        self._count += 1
        self._sheet.write_url(row, column, f"external:{file}#{place}" if place else f"external:{file}", style, "")
        return True
