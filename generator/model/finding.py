"""What is wrong with a workbook, where, and what to do about it. Knows neither Excel nor the screen."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePath

from generator.words import Language, Words


class Severity(StrEnum):
    """An error stops the document it concerns; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault: its code, its words, and the page that `generate explain` prints.

    Codes are never used again for something else. The letter says which stage speaks: W workbook, C cell, R row,
    X between sheets, B sums, D between workbooks, T template, H handing out. `wrong` and `right` are examples,
    `why` the reason.
    """

    code: str
    severity: Severity
    message: Words
    cure: Words
    why: Words
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place. `document` is the key of the document that it concerns; empty: the whole workbook.

    With `when_final`, the finding is a warning as long as the document is a draft and an error from then on. `rank`
    is where its sheet stands in the form.
    """

    rule: Rule
    workbook: str
    sheet: str = ""
    cell: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    document: str = ""
    severity: Severity = Severity.ERROR
    when_final: bool = False
    rank: int = 0

    def message(self, language: Language) -> str:
        """Return what is wrong, in `language`."""
        return self.rule.message.say(language, **self.values)

    def cure(self, language: Language) -> str:
        """Return what to do about it, in `language`."""
        return self.rule.cure.say(language, **self.values)

    def about(self, document: str) -> "Finding":
        """Return the same finding for one document."""
        return replace(self, document=document)

    def once_final(self) -> "Finding":
        """Return the same finding as one that stops only documents that are no drafts any more."""
        return replace(self, severity=Severity.WARNING, when_final=True)

    @property
    def is_error(self) -> bool:
        """Whether the document cannot be printed with it."""
        return self.severity is Severity.ERROR


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet of a workbook, as people name it."""

    workbook: str
    sheet: str = ""
    cell: str = ""

    @property
    def full(self) -> str:
        """How it is named in another workbook: KR-2568.xlsx KR!I4."""
        return " ".join(filter(None, (self.workbook, f"{self.sheet}!{self.cell}" if self.cell else self.sheet)))

    def finding(self, rule: Rule, /, **values: object) -> Finding:
        """Return a finding of `rule` at this place; `values` fill its message."""
        return Finding(rule, self.workbook, self.sheet, self.cell, values, severity=rule.severity)


def both_named(first: str, own: str, words: Words) -> Words:
    """Return `words` about two names where they differ, else nothing; blanks make no difference."""
    if not first or not own or "".join(first.split()) == "".join(own.split()):
        return Words("", "")
    return words.filled(first=first, own=own)


def listed(places: Sequence[Place], *, sheet: bool = False) -> str:
    """Return the cells of one sheet, neighbours below each other as a span: G7, G9–G12. With `sheet`, name it too."""
    spans: list[list[str]] = []
    below: str | None = None
    for place in places:
        if place.cell == below:
            spans[-1][1:] = [place.cell]
        else:
            spans.append([place.cell])
        found = re.fullmatch(r"([A-Z]+)(\d+)", place.cell, re.ASCII)
        below = f"{found[1]}{int(found[2]) + 1}" if found else None
    cells = ", ".join("–".join(span) for span in spans)
    return f"{places[0].sheet}!{cells}" if sheet and places else cells


def told_apart(found: Iterable[tuple[PurePath, Finding]]) -> list[Finding]:
    """Return findings of workbooks, given with the path of each: of two of one name, as much of the path as differs."""
    pairs = list(found)
    paths: dict[str, set[PurePath]] = {}
    for path, finding in pairs:
        paths.setdefault(finding.workbook, set()).add(path)
    return [
        replace(finding, workbook=_label(path, same)) if len(same := paths[finding.workbook]) > 1 else finding
        for path, finding in pairs
    ]


def _label(path: PurePath, paths: Collection[PurePath]) -> str:
    """Return as much of the end of a path as no other of these paths has."""
    for length in range(1, len(path.parts)):
        if sum(other.parts[-length:] == path.parts[-length:] for other in paths) == 1:
            return PurePath(*path.parts[-length:]).as_posix()
    return path.as_posix()
