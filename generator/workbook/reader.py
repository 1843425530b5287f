"""Reads a workbook: raw cells become records with their origin, and everything amiss becomes a finding."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.model.cell import Cell, Fault
from generator.model.finding import Finding, Place, Rule
from generator.model.form import Family, Form, Page, Rows
from generator.model.kinds import Refusal
from generator.model.prose import Prose
from generator.model.quantities import Value, value_of
from generator.model.rules import cell_rules, workbook_rules
from generator.model.sheet import Column, Layout, Origin, Required, Sheet
from generator.workbook import version
from generator.workbook.grid import Lines, RawSheet, RawWorkbook, open_workbook
from generator.workbook.layout import Slots, find_card, find_table, folded
from generator.workbook.meanings import Remarked, is_nothing, meanings
from generator.workbook.package import Package, Reason, Rejection
from generator.workbook.version import Version

_REJECTIONS: Final[Mapping[Reason, Rule]] = {
    Reason.MISSING: workbook_rules.MISSING_FILE,
    Reason.EMPTY_FILE: workbook_rules.EMPTY_FILE,
    Reason.NOT_EXCEL: workbook_rules.NOT_EXCEL,
    Reason.OLD_XLS: workbook_rules.OLD_XLS,
    Reason.ENCRYPTED: workbook_rules.ENCRYPTED,
    Reason.DAMAGED: workbook_rules.DAMAGED,
    Reason.TOO_LARGE: workbook_rules.TOO_LARGE,
    Reason.NO_SHEETS: workbook_rules.DAMAGED,
    Reason.UNREADABLE: workbook_rules.UNREADABLE,
    Reason.ODS: workbook_rules.OTHER_FORMAT,
    Reason.XLSB: workbook_rules.OTHER_FORMAT,
}
_TOTALS: Final = frozenset(("รวม", "รวมทั้งสิ้น", "ยอดรวม", "รวมทั้งหมด"))
_EMPTY: Final = Cell(0, 0)


@dataclass
class Reading:
    """What a workbook says: which form it is, its records, what is amiss, and what its hidden sheet remembers."""

    form: Form
    rows: Rows = field(default_factory=Rows)
    findings: list[Finding] = field(default_factory=list)
    version: Version = field(default_factory=Version)


def read_workbook(path: Path, *forms: Form, content: bytes | None = None) -> Reading:
    """Return what a workbook says, read as the first of `forms` whose main sheet it has.

    With `content`, that is read as if it stood in the file. Nothing that is in the file makes it raise; all of that
    becomes findings.
    """
    try:
        raw = open_workbook(path) if content is None else RawWorkbook(path.name, Package(content))
        form = _form_of(raw, forms)
        if form is None:
            expected = " / ".join(form.main.NAME for form in forms)
            return Reading(forms[0], findings=[Place(raw.name).finding(workbook_rules.OTHER_KIND, expected=expected)])
        reading = Reading(form)
        _Reader(raw, form, reading).read()
    except Rejection as rejection:
        rule = _REJECTIONS[rejection.reason]
        finding = Place(path.name).finding(rule, reason=rejection.detail, format=rejection.reason.name)
        return Reading(forms[0], findings=[finding])
    return reading


def find_form(path: Path, *forms: Form) -> Form | None:
    """Return the first of `forms` whose main sheet a workbook has; None if there is none, or it cannot be opened."""
    try:
        return _form_of(open_workbook(path), forms)
    except Rejection:
        return None


def _form_of(raw: RawWorkbook, forms: Sequence[Form]) -> Form | None:
    names = {folded(sheet.name) for sheet in raw.sheets}
    return next((form for form in forms if folded(form.main.NAME) in names), None)


class _Reader:
    def __init__(self, raw: RawWorkbook, form: Form, reading: Reading) -> None:
        self.raw = raw
        self.form = form
        self.reading = reading
        self.names: dict[str, list[RawSheet]] = {}
        for sheet in raw.sheets:
            self.names.setdefault(folded(sheet.name), []).append(sheet)

    def read(self) -> None:
        form, reading = self.form, self.reading
        self._version()
        records: dict[type[Sheet], list[Sheet]] = {}
        for declared in form.sheets:
            records[declared] = self._sheet(declared)
        pages = list(self._pages(form.family)) if form.family else []
        reading.rows = Rows(records, pages)
        if not form.has_document(reading.rows) and not any(finding.is_error for finding in reading.findings):
            self._find(Place(self.raw.name, form.main.NAME), workbook_rules.NO_DOCUMENT, name=form.main.NAME)
        self._settle_documents(records[form.main])

    def _version(self) -> None:
        for sheet in self.names.get(folded(version.NAME), ()):
            self.reading.version = found = version.read_version(sheet)
            if found.number > self.form.version:
                place = Place(self.raw.name)
                self._find(place, workbook_rules.NEWER_FORM, found=found.number, known=self.form.version)

    def _sheet(self, declared: type[Sheet]) -> list[Sheet]:
        found = self.names.get(folded(declared.NAME), [])
        if len(found) > 1:
            place = Place(self.raw.name, found[1].name)
            self._find(place, workbook_rules.DOUBLE_SHEET, name=declared.NAME)
        if not found:
            if not declared.OPTIONAL:
                self._find(Place(self.raw.name), workbook_rules.MISSING_SHEET, name=declared.NAME)
            return [declared()] if declared.LAYOUT is Layout.CARD else []
        lines = found[0].lines
        if declared.LAYOUT is Layout.CARD:
            return [self._card(declared, lines, found[0])]
        return self._table(declared, lines, found[0])[0]

    def _card(self, declared: type[Sheet], lines: Lines, sheet: RawSheet, document: str = "") -> Sheet:
        slots = find_card(declared, lines, sheet, self.raw.name)
        self.reading.findings += [finding.about(document) for finding in slots.findings]
        origin = Origin(self.raw.name, sheet.name, 0, slots.cells)
        cells = {name: lines.get(row, {}).get(column, _EMPTY) for name, (row, column) in slots.cells.items()}
        return self._record(declared, origin, cells, cells, (), document)

    def _table(
        self, declared: type[Sheet], lines: Lines, sheet: RawSheet, document: str = ""
    ) -> tuple[list[Sheet], Slots | None, list[Sheet]]:
        """Return the records of a table, where its columns are, and the total rows that somebody typed into it."""
        slots = find_table(declared, lines, sheet, self.raw.name)
        if slots is None:
            header = next(iter(declared.COLUMNS.values())).header
            missing = Place(self.raw.name, sheet.name).finding(workbook_rules.MISSING_COLUMN, header=header)
            self.reading.findings.append(missing.about(document))
            return [], None, []
        self.reading.findings += [finding.about(document) for finding in slots.findings]
        columns = {name: column for name, (_, column) in slots.cells.items() if not declared.COLUMNS[name].rest}
        handed_out = declared.key() if declared.HANDED_OUT else ""
        records: list[Sheet] = []
        totals: list[Sheet] = []
        for number, line in lines.items():
            if number <= slots.header_row:
                continue
            cells = {name: line[column] for name, column in columns.items() if column in line}
            further = tuple(line.get(column, _EMPTY) for column in slots.further)
            used = any(not is_nothing(cell) for name, cell in cells.items() if name != handed_out)
            if not used and all(map(is_nothing, further)):
                continue
            origin = Origin(self.raw.name, sheet.name, number, slots.cells)
            if further and any(cell.value in _TOTALS for cell in cells.values()):
                totals.append(_total(declared, origin, further))
                continue
            records.append(self._record(declared, origin, columns, cells, further, document))
        return records, slots, totals

    def _record(
        self,
        declared: type[Sheet],
        origin: Origin,
        names: Collection[str],
        cells: Mapping[str, Cell],
        further: tuple[Cell, ...],
        document: str,
    ) -> Sheet:
        """Return a record of the fields `names`, of which `cells` has those that are not blank."""
        values, refused = dict[str, Any](), set[str]()
        columns, subject, known = declared.COLUMNS, declared.SUBJECT, meanings(declared)
        if subject in names:
            values[subject], document = self._subject(declared, origin, cells.get(subject, _EMPTY))
        for name in names:
            cell, column = cells.get(name, _EMPTY), columns[name]
            nothing = cell is _EMPTY or is_nothing(cell)
            if name == subject or (nothing and column.required is Required.NEVER):
                continue  # a record has it already, or has it empty by itself
            if not nothing and not cell.runs and cell.fault is None:
                try:
                    values[name] = known[name](cell.value, cell.format)
                    continue
                except (Refusal, Remarked):
                    pass  # to be told with its place
            before = len(self.reading.findings)
            values[name] = self._value(column, cell, partial(origin.place, name), document)
            if not nothing and any(finding.is_error for finding in self.reading.findings[before:]):
                refused.add(name)
        if further:
            rest = next(name for name, column in declared.COLUMNS.items() if column.rest)
            column = declared.COLUMNS[rest]
            before = len(self.reading.findings)
            values[rest] = tuple(self._value(column, cell, partial(_place, origin, cell), document) for cell in further)
            if any(finding.is_error for finding in self.reading.findings[before:]):
                refused.add(rest)
        return declared(origin=replace(origin, refused=refused) if refused else origin, **values)

    def _subject(self, declared: type[Sheet], origin: Origin, cell: Cell) -> tuple[Any, str]:
        """Return the value that names the document of a record, and that name; as typed if it cannot be read."""
        before = len(self.reading.findings)
        value = self._value(declared.COLUMNS[declared.SUBJECT], cell, partial(origin.place, declared.SUBJECT), "")
        document = value or ("" if cell.empty else str(cell.value))
        added = self.reading.findings[before:]
        self.reading.findings[before:] = [finding.about(document) for finding in added]
        return value, document

    def _value(self, column: Column, cell: Cell, where: Callable[[], Place], document: str) -> Any:
        """Return what a cell means, empty if nothing; `where` gives its place, which most cells never need."""
        before = len(self.reading.findings)
        value = None
        if cell.fault is Fault.ERROR_VALUE:
            self._find(where(), cell_rules.ERROR_VALUE, text=cell.value)
        elif cell.fault is Fault.NOT_CALCULATED:
            self._find(where(), cell_rules.NOT_CALCULATED)
        elif not is_nothing(cell):
            try:
                value = column.kind.parse(cell, partial(self._remark, where))
            except Refusal as refusal:
                self._find(where(), refusal.rule, **refusal.values)
        elif column.required is not Required.NEVER:
            missing = where().finding(cell_rules.REQUIRED, header=column.header)
            self.reading.findings.append(missing.once_final() if column.required is Required.FINAL else missing)
        added = self.reading.findings[before:]
        if added:
            self.reading.findings[before:] = [finding.about(document) for finding in added]
        return column.kind.empty() if value is None else value

    def _pages(self, family: Family) -> Iterator[Page]:
        seen: set[str] = set()
        for sheet in self.raw.sheets:
            name = "".join(sheet.name.split())
            if not name.startswith(family.prefix) or folded(sheet.name) in {folded(s.NAME) for s in self.form.sheets}:
                continue
            key = family.key.canon(name.removeprefix(family.prefix))
            lines = sheet.lines
            if key is None:
                if self._has_figures(family, lines, sheet):
                    self._find(Place(self.raw.name, sheet.name), workbook_rules.NAMELESS_ATTACHMENT)
                continue
            if key in seen:
                double = Place(self.raw.name, sheet.name).finding(workbook_rules.DOUBLE_SHEET, name=sheet.name)
                self.reading.findings.append(double.about(key))
                continue
            seen.add(key)
            card = self._card(family.card, lines, sheet, key)
            records, slots, totals = self._table(family.table, lines, sheet, key)
            row, further = (slots.header_row, slots.further) if slots else (0, ())
            headers = [Prose.of(str(lines[row][column].value)) for column in further]
            start = Cell(row or 1, further[0] if further else 1).address
            yield Page(
                key,
                Rows({family.card: [card], family.table: records}),
                headers,
                Place(self.raw.name, sheet.name, start),
                totals,
            )

    def _has_figures(self, family: Family, lines: Lines, sheet: RawSheet) -> bool:
        slots = find_table(family.table, lines, sheet, self.raw.name)
        return slots is not None and any(
            number > slots.header_row and not is_nothing(cell)
            for number, line in lines.items()
            for column, cell in line.items()
            if column in slots.further
        )

    def _settle_documents(self, main: list[Sheet]) -> None:
        """Let findings about rows that belong to no known document concern the whole workbook."""
        key = self.form.main.SUBJECT
        if not key:  # the whole workbook makes one document
            return
        known = {getattr(record, key) for record in main}
        named = {(finding.sheet, finding.document) for finding in self.reading.findings}
        known |= {document for sheet, document in named if sheet == self.form.main.NAME}
        self.reading.findings = [
            finding if finding.document in known else finding.about("") for finding in self.reading.findings
        ]

    def _find(self, place: Place, rule: Rule, /, **values: object) -> None:
        self.reading.findings.append(place.finding(rule, **values))

    def _remark(self, where: Callable[[], Place], rule: Rule, /, **values: object) -> None:
        self._find(where(), rule, **values)


def _place(origin: Origin, cell: Cell) -> Place:
    return Place(origin.workbook, origin.sheet, cell.address)


def _total(declared: type[Sheet], origin: Origin, further: tuple[Cell, ...]) -> Sheet:
    """Return a typed total row: its figures alone, and nothing where there is no number."""
    rest = next(name for name, column in declared.COLUMNS.items() if column.rest)
    values: dict[str, Any] = {
        rest: tuple(Value() if cell.fault or isinstance(cell.value, bool) else value_of(cell) for cell in further)
    }
    return declared(origin=origin, **values)
