"""The page for headquarters: what checking many workbooks found, as one HTML file that needs nothing else.

Texts of workbooks are untrusted: the template escapes everything, and what is long or too much is cut. Nothing on the
page is of the day it was made, so that the same workbooks give the same bytes.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template

from generator.checkup import CheckedWorkbook, Checkup, State
from generator.files import put
from generator.model.districts import DISTRICTS
from generator.model.finding import Finding, Rule
from generator.model.kr.book import KR_FORM
from generator.model.kr.key_result import Status
from generator.report import in_order, rule_lines
from generator.words import Halt, Words
from generator.workbook.lists import quoted

MOST_LISTED: Final = 300
"""So many findings of one rule are listed; the others are counted."""
LONGEST: Final = 400
"""Letters of a message; more is cut."""
MARK: Final = '<meta name="generator" content="generate check">'
"""What tells a page of ours from somebody's work."""

STATES: Final = {
    State.UNREADABLE: "อ่านไม่ได้",
    State.ERRORS: "มีข้อผิด",
    State.WARNINGS: "มีคำเตือน",
    State.GOOD: "ผ่าน",
}
_NOT_OURS: Final = Words(
    "{name} มีอยู่แล้ว และไม่ใช่ไฟล์ที่คำสั่งนี้สร้าง", "{name} is there already and was not made by this command"
)
_NOT_OURS_CURE: Final = Words("ตั้งชื่ออื่น หรือย้ายไฟล์เดิมก่อน", "choose another name, or move that file first")


@dataclass(frozen=True)
class Row:
    """One workbook as the page lists it: its name and state, and how many findings of each rule it has.

    `file` is the name of the file, empty where the label says it.
    """

    label: str
    file: str
    address: str
    status: str
    state: State
    errors: int
    warnings: int
    codes: Sequence[tuple[Rule, int]]

    @property
    def said(self) -> str:
        """Its state in words."""
        return STATES[self.state]


@dataclass(frozen=True)
class Year:
    """The plans of one year, the worst first, and the districts that have none."""

    year: int
    rows: Sequence[Row]
    received: int
    missing: Sequence[str]

    def count(self, state: str) -> int:
        """Return how many plans are in a state."""
        return sum(row.state == state for row in self.rows)

    @property
    def statuses(self) -> list[tuple[str, int]]:
        """How many plans have come how far, drafts first; those that cannot be read have no status."""
        return [(status.value, sum(row.status == status for row in self.rows)) for status in Status]


@dataclass(frozen=True)
class Link:
    """A cell in a workbook, as the page names it and leads to it."""

    label: str
    place: str
    address: str


@dataclass(frozen=True)
class Entry:
    """Findings of one rule that say the same, in however many workbooks."""

    message: str
    is_error: bool
    links: Sequence[Link]


@dataclass(frozen=True)
class Kind:
    """All findings of one rule; `hidden` are so many that are counted, but not listed."""

    rule: Rule
    title: str
    lines: Sequence[str]
    errors: int
    warnings: int
    entries: Sequence[Entry]
    hidden: int


def refuse_to_replace(target: Path) -> None:
    """Raise Halt if there is a file that is no page of ours: it may be somebody's work."""
    if target.exists() and not (target.is_file() and MARK.encode() in target.read_bytes()[:1000]):
        raise Halt(_NOT_OURS.filled(name=target), _NOT_OURS_CURE)


def write_page(checkup: Checkup, target: Path) -> None:
    """Write the page of a checkup, its links relative to its folder. Raise Halt if that cannot be done."""
    refuse_to_replace(target)
    put(page(checkup, target.resolve().parent), target)


def page(checkup: Checkup, folder: Path) -> bytes:
    """Return the page of a checkup, as it is to lie in `folder`, an absolute path."""
    errors = sum(finding.is_error for finding in checkup.findings)
    plans = [one for one in checkup.workbooks if one.kind != KR_FORM.kind and (one.year or one.district)]
    others = [one for one in checkup.workbooks if one not in plans]
    text = _template().render(
        years=list(_years(plans, folder)),
        others=_rows(others, folder),
        compared=[_row(one, folder) for one in checkup.besides],
        kinds=_kinds(checkup, folder),
        count=len(checkup.workbooks),
        errors=errors,
        warnings=len(checkup.findings) - errors,
    )
    return text.encode("utf-8")


@cache
def _template() -> Template:
    source = resources.files("generator").joinpath("checkpage.html").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)


def address(workbook: Path, folder: Path, sheet: str = "", cell: str = "") -> str:
    """Return the link to a workbook, or to a cell in it, as seen from `folder`, an absolute path."""
    try:
        path = quote(os.fsencode(os.path.relpath(workbook.resolve(), folder).replace(os.sep, "/")))
    except ValueError:  # another drive of Windows
        path = workbook.resolve().as_uri()
    place = f"{quoted(sheet)}!{cell or 'A1'}"
    return f"{path}#{quote(place, safe='!')}" if sheet else path


def _years(plans: Iterable[CheckedWorkbook], folder: Path) -> Iterator[Year]:
    """Yield the plans by year, the latest first; one that cannot be read goes to the year of most."""
    by_year: dict[int, list[CheckedWorkbook]] = {}
    for one in plans:
        by_year.setdefault(one.year, []).append(one)
    if len(by_year) > 1 and (lost := by_year.pop(0, [])):
        max(by_year.items(), key=lambda item: (len(item[1]), item[0]))[1].extend(lost)
    for year, own in sorted(by_year.items(), reverse=True):
        there = {one.district.code for one in own if one.district}
        missing = [district.name for district in DISTRICTS if district.code not in there]
        yield Year(year, _rows(own, folder), len(there), missing if year else ())


def _rows(workbooks: Iterable[CheckedWorkbook], folder: Path) -> list[Row]:
    states = list(State)
    ranked = sorted(
        workbooks,
        key=lambda one: (states.index(one.state), -one.errors, -one.warnings, _label(one), str(one.workbook)),
    )
    return [_row(one, folder) for one in ranked]


def _row(one: CheckedWorkbook, folder: Path) -> Row:
    counts: dict[str, list[Finding]] = {}
    for finding in one.all:
        counts.setdefault(finding.rule.code, []).append(finding)
    worst = sorted(
        counts.items(), key=lambda item: (not any(find.is_error for find in item[1]), -len(item[1]), item[0])
    )
    codes = [(found[0].rule, len(found)) for _, found in worst]
    link = address(one.workbook, folder)
    usual = one.district is not None and one.workbook.stem == f"{one.district.code}-{one.district.name}"
    file = "" if usual or not one.district else _name(one.workbook)
    return Row(_label(one), file, link, one.status, one.state, one.errors, one.warnings, codes)


def _kinds(checkup: Checkup, folder: Path) -> list[Kind]:
    """Return all findings by rule: those with errors first, then the most frequent."""
    found: dict[str, list[tuple[CheckedWorkbook, Finding]]] = {}
    for one in sorted(checkup, key=lambda one: (_label(one), str(one.workbook))):
        for finding in in_order(one.all):
            found.setdefault(finding.rule.code, []).append((one, finding))
    kinds = []
    for own in found.values():
        own.sort(key=lambda pair: not pair[1].is_error)
        rule, errors = own[0][1].rule, sum(finding.is_error for _, finding in own)
        first, why, cure, *_ = rule_lines(rule, "th")
        title, hidden = first.partition(")")[2].strip(), max(0, len(own) - MOST_LISTED)
        entries = _entries(own[:MOST_LISTED], folder)
        kinds.append(Kind(rule, title.replace("……", "…"), (why, cure), errors, len(own) - errors, entries, hidden))
    return sorted(kinds, key=lambda kind: (-kind.errors, -kind.warnings, kind.rule.code))


def _entries(found: Iterable[tuple[CheckedWorkbook, Finding]], folder: Path) -> list[Entry]:
    """Return findings of one rule by what they say: errors first, then what is said most often."""
    links: dict[tuple[str, bool], list[Link]] = {}
    for one, finding in found:
        cell = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet
        link = Link(_label(one), cell, address(one.workbook, folder, finding.sheet, finding.cell))
        links.setdefault((finding.message("th"), finding.is_error), []).append(link)
    entries = [Entry(_cut(message), is_error, places) for (message, is_error), places in links.items()]
    return sorted(entries, key=lambda entry: (not entry.is_error, -len(entry.links)))


def _cut(message: str) -> str:
    return message if len(message) <= LONGEST else f"{message[:LONGEST]}…"


def _label(one: CheckedWorkbook) -> str:
    """Return what a workbook is called by: the code and the name of its district, else the name of its file."""
    return f"{one.district.code} {one.district.name}" if one.district else _name(one.workbook)


def _name(path: Path) -> str:
    """Return the name of a file as text: bytes that are none in UTF-8 become question marks."""
    return os.fsencode(path.name).decode("utf-8", "replace")
