"""Workbooks written part by part, for what no library writes. Knows nothing of the reader."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_LINKS: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

Parts = dict[str, str | bytes]


def relations(*links: tuple[str, str]) -> str:
    """Return the relations rId1, rId2 … of the given types and targets."""
    body = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def parts(
    *sheets: str, strings: str | None = None, styles: str | None = None, book: str = "", strict: bool = False
) -> Parts:
    """Return the parts of a workbook: each sheet is what stands in its worksheet element, or the whole sheetData.

    `strings` stands in sst, `styles` in styleSheet, `book` before the list of sheets.
    """
    main, links = (STRICT, STRICT_LINKS) if strict else (MAIN, LINKS)
    targets = [(f"{links}/worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="แผ่น{number}" sheetId="{number}" r:id="rId{number}"/>' for number in range(1, len(sheets) + 1)
    )
    made: Parts = {
        "_rels/.rels": relations((f"{links}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{links}">{book}<sheets>{listed}</sheets></workbook>',
    }
    for number, sheet in enumerate(sheets, 1):
        content = sheet if "<sheetData" in sheet else f"<sheetData>{sheet}</sheetData>"
        made[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{main}">{content}</worksheet>'
    if strings is not None:
        targets.append((f"{links}/sharedStrings", "sharedStrings.xml"))
        made["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
    if styles is not None:
        targets.append((f"{links}/styles", "styles.xml"))
        made["xl/styles.xml"] = f'<styleSheet xmlns="{main}">{styles}</styleSheet>'
    made["xl/_rels/workbook.xml.rels"] = relations(*targets)
    return made


def pack(path: Path, content: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip archive of these parts and return its path."""
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path
