"""Plain workbooks, written in a tenth of the time that openpyxl takes: most tests draw one, and have nothing but cells.

Knows what a file of Excel is made of; nothing of drawings and nothing of the program.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE
from openpyxl.utils import get_column_letter

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
OWN_FORMATS: Final = 164
"""Numbers of formats from here on are those of a file."""


class Typed(NamedTuple):
    """What stands in a cell; a text that begins with = is a formula that was never calculated."""

    value: str | int | float | bool | None
    format: str = "General"

    @property
    def is_error(self) -> bool:
        """Whether the text is an error of Excel; typed as text only one that Excel knows is."""
        value = self.value
        return isinstance(value, str) and (value in ERROR_CODES or (value.startswith("#") and self.format != "@"))


def write_plain(path: Path, sheets: Mapping[str, Sequence[Sequence[Typed]]]) -> None:
    """Write a workbook of sheets of rows of cells."""
    texts: dict[str, int] = {}
    formats: dict[str, int] = {"General": 0}
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet(rows, texts, formats)
        for number, rows in enumerate(sheets.values(), 1)
    }
    names = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    count = len(sheets)
    parts |= {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/styles.xml": _styles(formats),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(map(_text, texts))}</sst>',
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/_rels/workbook.xml.rels": _relations(
            [
                *(("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, count + 1)),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]
        ),
    }
    kinds = {"workbook": "sheet.main", "styles": "styles", "sharedStrings": "sharedStrings"}
    overrides = [
        *(f'<Override PartName="/xl/{part}.xml" ContentType="{TYPES}.{kind}+xml"/>' for part, kind in kinds.items()),
        *(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{TYPES}.worksheet+xml"/>'
            for number in range(1, count + 1)
        ),
    ]
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    listed = f'<Types xmlns="{PACKAGE}/content-types">{defaults}{"".join(overrides)}</Types>'
    with ZipFile(path, "w") as file:
        for name, content in {"[Content_Types].xml": listed, **parts}.items():
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            file.writestr(part, f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>{content}", compresslevel=1)


def _sheet(rows: Sequence[Sequence[Typed]], texts: dict[str, int], formats: dict[str, int]) -> str:
    columns = max((len(row) for row in rows), default=1)
    lines = [
        f'<row r="{number}">{"".join(_cells(row, number, texts, formats))}</row>' for number, row in enumerate(rows, 1)
    ]
    area = f"A1:{get_column_letter(columns)}{max(len(rows), 1)}"
    return f'<worksheet xmlns="{MAIN}"><dimension ref="{area}"/><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cells(row: Sequence[Typed], number: int, texts: dict[str, int], formats: dict[str, int]) -> Iterable[str]:
    for column, typed in enumerate(row, 1):
        value = typed.value
        if value is None:
            continue
        head = f'<c r="{get_column_letter(column)}{number}" s="{formats.setdefault(typed.format, len(formats))}"'
        if isinstance(value, bool):
            yield f'{head} t="b"><v>{value:d}</v></c>'
        elif isinstance(value, int | float):
            yield f"{head}><v>{value!r}</v></c>"
        elif typed.is_error:
            yield f'{head} t="e"><v>{escape(value)}</v></c>'
        elif value.startswith("=") and len(value) > 1:
            yield f"{head}><f>{escape(value[1:])}</f><v></v></c>"
        else:
            yield f'{head} t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'


def _text(text: str) -> str:
    kept = ' xml:space="preserve"' if re.search(r"^\s|\s$|\n", text) else ""
    return f"<si><t{kept}>{escape(text)}</t></si>"


def _styles(formats: Mapping[str, int]) -> str:
    numbers = {code: BUILTIN_FORMATS_REVERSE.get(code, OWN_FORMATS + index) for index, code in enumerate(formats)}
    own = [
        f'<numFmt numFmtId="{number}" formatCode={quoteattr(code)}/>'
        for code, number in numbers.items()
        if number >= OWN_FORMATS
    ]
    declared = f'<numFmts count="{len(own)}">{"".join(own)}</numFmts>' if own else ""
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in numbers.values()
    )
    return (
        f'<styleSheet xmlns="{MAIN}">{declared}'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(numbers)}">{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
