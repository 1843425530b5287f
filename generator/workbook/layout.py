"""Where the columns of a declared sheet lie in a real one: found by their headers, wherever these stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from generator.model.cell import Cell
from generator.model.finding import Finding, Place
from generator.model.rules import workbook_rules as rules
from generator.model.sheet import Required, Sheet
from generator.thai.numerals import to_arabic
from generator.words import Words
from generator.workbook.grid import Lines, RawSheet

DEEPEST_HEADER = 100
"""The header of a table is looked for in so many rows at most, below the card if there is one."""

_MEANT: Final = Words(
    " หัวคอลัมน์ {cell} “{text}” หมายถึง “{header}” หรือไม่", "; does the header “{text}” in {cell} mean “{header}”?"
)


@dataclass(frozen=True)
class Slots:
    """Where the fields of a sheet lie: offset from the row of the record, and column."""

    cells: Mapping[str, tuple[int, int]]
    header_row: int = 0
    further: Sequence[int] = ()
    findings: Sequence[Finding] = field(default=())


@lru_cache(maxsize=2048)  # every workbook has the same headers
def folded(text: str) -> str:
    """Return a header for comparison: without blanks, line breaks and full stops, digits Arabic."""
    return "".join(to_arabic(text).split()).replace(".", "").casefold()


def find_card(card: type[Sheet], lines: Lines, sheet: RawSheet, workbook: str) -> Slots:
    """Return where the values of a card lie: right of their labels, merged labels counted as one cell."""
    labels = _labels(card)
    found: dict[str, tuple[int, int]] = {}
    findings = []
    for cell in _texts(lines, range(1, DEEPEST_HEADER + 1)):
        name = labels.get(folded(str(cell.value)))
        if name is None:
            continue
        if name in found:
            place = Place(workbook, sheet.name, cell.address)
            other = Cell(found[name][0], found[name][1] - 1).address
            findings.append(place.finding(rules.DOUBLE_COLUMN, header=card.COLUMNS[name].header, other=other))
            continue
        end = next((c2 for r1, c1, _, c2 in sheet.merges if (r1, c1) == (cell.row, cell.column)), cell.column)
        found[name] = (cell.row, end + 1)
    findings += _missing(card, found, Place(workbook, sheet.name))
    return Slots(found, findings=findings)


def find_table(table: type[Sheet], lines: Lines, sheet: RawSheet, workbook: str) -> Slots | None:
    """Return where the columns of a table lie; None if there is no row that looks like its header.

    The header is the row that shows most of the declared headers. Columns that nobody declared are passed over, but
    for those that a `rest` column takes: all that follow the last declared one without a gap. Its slot is their first.
    """
    labels = _labels(table)
    best: dict[str, tuple[int, int]] = {}
    row = 0
    for number in sorted(lines)[: DEEPEST_HEADER * 2]:
        here: dict[str, tuple[int, int]] = {}
        for cell in _texts(lines, [number]):
            if (name := labels.get(folded(str(cell.value)))) is not None:
                here.setdefault(name, (0, cell.column))
        if len(here) > len(best):
            best, row = here, number
        if len(best) == len(set(labels.values())):  # no row shows more
            break
    if len(best) < min(2, len(table.COLUMNS)):
        return None
    findings = []
    for cell in _texts(lines, [row]):
        name = labels.get(folded(str(cell.value)))
        if name is not None and best[name][1] != cell.column:
            other = Cell(row, best[name][1]).address
            place = Place(workbook, sheet.name, cell.address)
            findings.append(place.finding(rules.DOUBLE_COLUMN, header=table.COLUMNS[name].header, other=other))
    unknown = [cell for cell in _texts(lines, [row]) if folded(str(cell.value)) not in labels]
    heads = [cell for cell in unknown if _filled_below(lines, row, cell.column)]
    findings += _missing(table, best, Place(workbook, sheet.name, Cell(row, 1).address), heads)
    further: list[int] = []
    if any(column.rest for column in table.COLUMNS.values()):
        column = max(column for _, column in best.values()) + 1
        best[next(name for name, declared in table.COLUMNS.items() if declared.rest)] = (0, column)
        while column in lines[row]:
            further.append(column)
            column += 1
        findings += _headless(lines, row, column, Place(workbook, sheet.name))
    return Slots(best, row, further, findings)


def _labels(sheet: type[Sheet]) -> Mapping[str, str]:
    return {
        folded(label): name
        for name, column in sheet.COLUMNS.items()
        if not column.rest
        for label in (column.header, *column.was)
    }


def _texts(lines: Lines, rows: Sequence[int]) -> Iterator[Cell]:
    for number in rows:
        for cell in lines.get(number, {}).values():
            if isinstance(cell.value, str) and cell.fault is None:
                yield cell


def _filled_below(lines: Lines, row: int, column: int) -> bool:
    return any(number > row and column in line and not line[column].empty for number, line in lines.items())


def _missing(
    sheet: type[Sheet], found: Mapping[str, object], place: Place, heads: Sequence[Cell] = ()
) -> Iterator[Finding]:
    """Yield the columns that are not there; `heads` are unknown headers, of which one may mean them."""
    for name, column in sheet.COLUMNS.items():
        if name not in found and not column.rest:
            optional = column.required is Required.NEVER and not column.always
            rule = rules.MISSING_OPTIONAL if optional else rules.MISSING_COLUMN
            yield place.finding(rule, header=column.header, guess=_meant(column.header, heads))


def _meant(header: str, heads: Sequence[Cell]) -> Words:
    """Return that the most similar of some unknown headers may mean this one; nothing if none is."""
    known = {folded(str(cell.value)): cell for cell in heads}
    near = [known[text] for text in get_close_matches(folded(header), known, 1, 0.5)]
    if not near:
        return Words("", "")
    return _MEANT.filled(cell=near[0].address, text=near[0].value, header=header)


def _headless(lines: Lines, row: int, column: int, place: Place) -> list[Finding]:
    """Return a finding if there are values below the first empty header beside the table."""
    first = next((lines[number][column] for number in sorted(lines) if number > row and column in lines[number]), None)
    if first is None:
        return []
    there = Place(place.workbook, place.sheet, first.address)
    return [there.finding(rules.HEADLESS_VALUE, header_cell=Cell(row, column).address)]
