"""The marked copy of a workbook: faulty cells coloured, with a note, and a first sheet that lists all findings.

Marks of an earlier time are replaced; all else stays as it was, and parts that are not concerned keep their bytes.
Knows findings, not the forms that they are about.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from generator.model.cell import Cell, address
from generator.model.finding import Finding
from generator.words import Language, Words
from generator.workbook import findingsheet
from generator.workbook.colouring import SPACES, Colour, colour, is_coloured
from generator.workbook.findingsheet import ERROR_COLOUR, SEVERITIES, WARNING_COLOUR, clipped
from generator.workbook.firstsheet import open_on, put_first
from generator.workbook.formats import Formats, sides
from generator.workbook.grid import RawSheet, RawWorkbook
from generator.workbook.markup import Markup
from generator.workbook.noteboxes import Place
from generator.workbook.notes import annotate, has_notes
from generator.workbook.package import Package, Reason, Rejection
from generator.workbook.parts import Parts
from generator.workbook.sheetpart import place_of

MOST: Final = 5_000
"""So many findings are listed and marked at most."""
_LONGEST_NOTE: Final = 1_000
_EMPTY: Final = Cell(1, 1)
_CURE: Final = Words("วิธีแก้", "cure")
_NAMED_LIKE_OURS: Final = re.compile(rf"{findingsheet.NAME}(?: \(\d+\))?")
_BORDERS: Final = {ERROR_COLOUR: "FFC00000", WARNING_COLOUR: "FFBF8F00"}


class _Marks(NamedTuple):
    """What is to be seen on one sheet."""

    errors: list[Place]
    warnings: list[Place]
    notes: dict[Place, str]


def mark(package: Package, findings: Sequence[Finding], language: Language) -> bytes:
    """Return a copy of a workbook, as the bytes of its file, marked with findings, which are listed in their order.

    Equal workbooks with equal findings are equal bytes, be they marked already or not. Raise Rejection if the file is
    no workbook, or a part of it that has to change is faulty or too large.
    """
    raw = RawWorkbook("", package)
    parts = Parts(package)
    book = package.workbook()
    ours = _our_sheet(raw)
    try:
        return _marked(parts, book, raw, ours, findings, language)
    except ValueError as error:  # numbers and addresses that are none
        raise Rejection(Reason.DAMAGED, str(error)) from error


def is_marked(package: Package) -> bool:
    """Return whether a workbook has a list of findings of ours; raise Rejection if it is no workbook."""
    return _our_sheet(RawWorkbook("", package)) is not None


def is_untouched(path: Path) -> bool:
    """Return whether the file at `path` is a marked copy that nobody has saved since it was made."""
    try:
        package = Package.open(path)
        ours = _our_sheet(RawWorkbook("", package))
        return ours is not None and findingsheet.is_sealed(
            package.read(ours.part), Parts(package).digest(without=ours.part)
        )
    except Rejection:
        return False


def _marked(
    parts: Parts, book: str, raw: RawWorkbook, ours: RawSheet | None, findings: Sequence[Finding], language: Language
) -> bytes:
    sheets = [sheet for sheet in raw.sheets if sheet is not ours]
    listed = findings[:MOST]
    formats = Formats(parts, book)
    red, yellow = (formats.condition(_condition(known)) for known in (ERROR_COLOUR, WARNING_COLOUR))
    for sheet in sheets:
        own = [finding for finding in listed if finding.sheet == sheet.name]
        if own or is_coloured(parts.read(sheet.part)) or has_notes(parts, sheet.part):
            marks = _marks(sheet, own, language)
            _mark_sheet(parts, sheet.part, marks, (red, yellow))
    shown = {sheet.name for sheet in sheets if not sheet.hidden}
    main = parts.dialect(book).main
    content = findingsheet.finding_sheet(listed, len(findings) - len(listed), language, formats, main, shown)
    formats.save()
    part = ours.part if ours else ""
    if not part:
        name = _free_name({sheet.name.casefold() for sheet in raw.sheets})
        part = put_first(parts, book, name, findingsheet.printed_titles(name), b"")
    open_on(parts, book, part)
    parts.replace(part, findingsheet.sealed(content, parts.digest(without=part)))
    return parts.to_bytes()


def _our_sheet(raw: RawWorkbook) -> RawSheet | None:
    """Return the sheet that lists findings: known by its name and its title, whoever has saved the file since."""
    named = (sheet for sheet in raw.sheets if _NAMED_LIKE_OURS.fullmatch(sheet.name))
    return next((sheet for sheet in named if sheet.cells.get((1, 1), _EMPTY).value in findingsheet.TITLE), None)


def _free_name(taken: set[str]) -> str:
    names = [findingsheet.NAME, *(f"{findingsheet.NAME} ({number})" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _marks(sheet: RawSheet, findings: Sequence[Finding], language: Language) -> _Marks:
    """Return what findings about a sheet mark: their cells, or the first one with text if they name none."""
    marks = _Marks([], [], {})
    told: dict[Place, list[Finding]] = {}
    for finding in findings:
        place = place_of(finding.cell) if finding.cell else next(iter(sheet.cells), (1, 1))
        told.setdefault(place, []).append(finding)
    for place, about in told.items():
        (marks.errors if any(finding.is_error for finding in about) else marks.warnings).append(place)
        marks.notes[place] = clipped("\n".join(_said(finding, language) for finding in about), _LONGEST_NOTE)
    return marks


def _said(finding: Finding, language: Language) -> str:
    head = f"{SEVERITIES[finding.severity].say(language)} {finding.rule.code}: {finding.message(language)}"
    return f"{head}\n{_CURE.say(language)}: {finding.cure(language)}"


def _mark_sheet(parts: Parts, part: str, marks: _Marks, formats: tuple[int, int]) -> None:
    sheet = Markup(part, parts.read(part), SPACES)
    red, yellow = ([address(*place) for place in places] for places in (marks.errors, marks.warnings))
    colour(sheet, (Colour("error", red, formats[0]), Colour("warning", yellow, formats[1])))
    annotate(parts, part, sheet, marks.notes)
    parts.replace(part, sheet.to_bytes())


def _condition(shade: str) -> str:
    """Return a format of black text on a colour, with a frame: LibreOffice lays a colour scale over the colour."""
    return (
        '<~dxf><~font><~color rgb="FF000000"/></~font><~fill><~patternFill patternType="solid">'
        f'<~fgColor rgb="{shade}"/><~bgColor rgb="{shade}"/></~patternFill></~fill>'
        f"<~border>{sides(_BORDERS[shade])}</~border></~dxf>"
    )
