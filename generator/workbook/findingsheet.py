"""The sheet that lists all findings of a workbook, with links to their cells: its words, its columns, its XML.

Every text is written as text, whatever it begins with. Knows findings; nothing of the other sheets but their names.
"""

from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from generator.model.cell import address
from generator.model.finding import Finding, Severity
from generator.words import Language, Words
from generator.workbook.formats import Formats, sides
from generator.workbook.markup import escaped, quoted
from generator.workbook.measure import count_lines, height_of
from generator.workbook.sheetpart import written_text
from generator.workbook.styles import FONT, LINE, NAVY, SMALL, TITLE_SIZE

NAME: Final = "ผลการตรวจ"
TITLE: Final = Words("ผลการตรวจสมุดงาน", "What was found in this workbook")
ERROR_COLOUR: Final = "FFFFA7A0"
WARNING_COLOUR: Final = "FFFFE173"
SEVERITIES: Final = {Severity.ERROR: Words("ผิด", "error"), Severity.WARNING: Words("เตือน", "warning")}
FIRST_ROW: Final = 5
"""The row of the first finding; the one above has the headers."""
LONGEST: Final = 2_000
"""So many characters of a message or a cure are shown."""
_COUNT: Final = Words("ผิด {errors} ข้อ เตือน {warnings} ข้อ", "{errors} errors, {warnings} warnings")
_CLEAN: Final = Words("ไม่พบข้อผิดพลาด", "nothing is wrong")
_MORE: Final = Words("และอีก {count} ข้อ สั่งตรวจซ้ำหลังแก้ข้อข้างบน", "and {count} more: check again when these are mended")
_HINT: Final = Words(
    "กดช่องสีน้ำเงินเพื่อไปที่ช่องนั้น สีแดง = ผิด ต้องแก้จึงพิมพ์ได้  สีเหลือง = เตือน พิมพ์ได้ แต่ควรดู  "
    "วางเมาส์บนช่องที่มีสีเพื่ออ่านวิธีแก้  เมื่อสั่งตรวจใหม่ เครื่องหมายเดิมหายไปเอง",
    "Click a blue cell to go there. Red: an error, to be mended before printing. Yellow: a warning, to be looked at. "
    "Hover over a coloured cell to read the cure. Checking again replaces these marks.",
)
_HEADERS: Final = (
    (Words("ที่", "No."), 6), (Words("ระดับ", "Level"), 8), (Words("รหัส", "Code"), 8), (Words("แผ่นงาน", "Sheet"), 20),
    (Words("ช่อง", "Cell"), 9), (Words("สิ่งที่พบ", "What is wrong"), 54), (Words("วิธีแก้", "Cure"), 54),
)  # fmt: skip
_CELL_COLUMN: Final = 5
_PAGE: Final = Words("หน้า", "page")
_NARROWER: Final = 0.9
"""Where the usual font of a workbook is smaller, so are its columns."""
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class _Looks(NamedTuple):
    """The numbers of the formats of cells."""

    title: int
    line: int
    header: int
    text: int
    link: int
    severity: dict[Severity, int]


def printed_titles(name: str) -> str:
    """Return what a workbook says so that the headers are printed on each page."""
    return f"'{name}'!${FIRST_ROW - 1}:${FIRST_ROW - 1}"


def finding_sheet(
    findings: Sequence[Finding], more: int, language: Language, formats: Formats, main: str, shown: Container[str]
) -> str:
    """Return the sheet as XML without its first line; its formats are added to `formats`.

    `more` findings are counted, not listed; `main` is the namespace of the file, `shown` the sheets that a link can
    lead to.
    """
    looks = _looks(formats)
    errors = sum(finding.is_error for finding in findings)
    count = _COUNT.say(language, errors=errors, warnings=len(findings) - errors) if findings else _CLEAN.say(language)
    rows = [
        _row(1, [(TITLE.say(language), looks.title)], height_of(1, TITLE_SIZE)),
        _row(2, [(count, looks.line)], height_of(1)),
        _row(3, [(_HINT.say(language), looks.line)], height_of(1)),
        _row(FIRST_ROW - 1, [(words.say(language), looks.header) for words, _ in _HEADERS], height_of(1)),
    ]
    links = []
    for number, finding in enumerate(findings, 1):
        row = FIRST_ROW + number - 1
        leads = finding.sheet in shown
        rows.append(_finding_row(row, number, finding, language, looks, leads))
        if leads:
            links.append(_link(row, finding))
    if more:
        rows.append(_row(FIRST_ROW + len(findings), [(_MORE.say(language, count=more), looks.line)], height_of(1)))
    columns = "".join(
        f'<col min="{index}" max="{index}" width="{width}" customWidth="1"/>'
        for index, (_, width) in enumerate(_HEADERS, 1)
    )
    font = f'&"{FONT},Regular"&{SMALL}'
    footer = f"&L{font}{TITLE.say(language)}&R{font}{_PAGE.say(language)} &P/&N"
    last = address(FIRST_ROW + len(findings), len(_HEADERS))
    top = address(FIRST_ROW, 1)
    return (
        f'<worksheet xmlns="{main}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{last}"/><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{FIRST_ROW - 1}" topLeftCell="{top}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{top}" sqref="{top}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{height_of(1, SMALL):g}"/><cols>{columns}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        + (f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "")
        + '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>{escaped(footer)}</oddFooter></headerFooter>"
        f'<ignoredErrors><ignoredError sqref="A1:{last}" numberStoredAsText="1"/></ignoredErrors>'
        "</worksheet>"
    )


def sealed(sheet: str, fingerprint: str) -> bytes:
    """Return the part of the sheet, which says what the other parts of its file were when it was made."""
    return f"{_HEAD}<!--{fingerprint}-->\n{sheet}".encode()


def is_sealed(part: bytes, fingerprint: str) -> bool:
    """Return whether the sheet says that the other parts of its file are as they were when it was made."""
    return part.startswith(f"{_HEAD}<!--{fingerprint}-->\n".encode())


def clipped(text: str, longest: int = LONGEST) -> str:
    """Return a text no longer than is shown."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _finding_row(row: int, number: int, finding: Finding, language: Language, looks: _Looks, leads: bool) -> str:
    message, cure = (clipped(text) for text in (finding.message(language), finding.cure(language)))
    place = finding.cell or ("A1" if leads else "")
    cells = [
        (str(number), looks.text), (SEVERITIES[finding.severity].say(language), looks.severity[finding.severity]),
        (finding.rule.code, looks.text), (finding.sheet, looks.text), (place, looks.link if leads else looks.text),
        (message, looks.text), (cure, looks.text),
    ]  # fmt: skip
    lines = max(
        count_lines(text, width * _NARROWER, SMALL) for (text, _), (_, width) in zip(cells, _HEADERS, strict=True)
    )
    return _row(row, cells, min(height_of(lines, SMALL), 405))


def _row(row: int, cells: Sequence[tuple[str, int]], height: float) -> str:
    texts = "".join(
        f'<c r="{address(row, column)}" s="{look}" t="inlineStr"><is>{written_text("", text)}</is></c>'
        for column, (text, look) in enumerate(cells, 1)
    )
    return f'<row r="{row}" ht="{height:g}">{texts}</row>'


def _link(row: int, finding: Finding) -> str:
    name = finding.sheet.replace("'", "''")
    target = quoted(f"'{name}'!{finding.cell or 'A1'}")
    return f'<hyperlink ref="{address(row, _CELL_COLUMN)}" location="{target}"/>'


def _looks(formats: Formats) -> _Looks:
    navy, grey = f"FF{NAVY[1:]}", f"FF{LINE[1:]}"
    frame = f"<~border>{sides(grey)}<~diagonal/></~border>"
    wrapped = '<~alignment vertical="top" wrapText="1"/>'
    centred = '<~alignment horizontal="center" vertical="center" wrapText="1"/>'
    plain = _font(SMALL)
    return _Looks(
        title=formats.cell(_font(TITLE_SIZE, navy, "<~b/>"), alignment='<~alignment vertical="center"/>'),
        line=formats.cell(_font(SMALL), alignment='<~alignment vertical="center"/>'),
        header=formats.cell(_font(SMALL, "FFFFFFFF", "<~b/>"), _fill(navy), frame, centred),
        text=formats.cell(plain, "", frame, wrapped),
        link=formats.cell(_font(SMALL, "FF0563C1", "<~u/>"), "", frame, wrapped),
        severity={
            Severity.ERROR: formats.cell(plain, _fill(ERROR_COLOUR), frame, wrapped),
            Severity.WARNING: formats.cell(plain, _fill(WARNING_COLOUR), frame, wrapped),
        },
    )


def _font(size: int, colour: str = "FF000000", marks: str = "") -> str:
    return f'<~font>{marks}<~sz val="{size}"/><~color rgb="{colour}"/><~name val="{FONT}"/><~family val="2"/></~font>'


def _fill(colour: str) -> str:
    inner = f'<~fgColor rgb="{colour}"/><~bgColor indexed="64"/>'
    return f'<~fill><~patternFill patternType="solid">{inner}</~patternFill></~fill>'
