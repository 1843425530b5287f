"""The copies that lie beside an officer's workbook: what they are called, which are passed over, which spoken of.

A copy is an offer: as long as the workbook is there, that is what documents are made from. Makes no copy itself.
"""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.model.finding import Finding, Place, Rule
from generator.model.rules import workbook_rules

MARKED: Final = "ตรวจแล้ว"
"""Behind the name of a workbook, after a full stop: a copy in which its faults are marked."""
MENDED: Final = "แก้แล้ว"
"""The same: a copy in which what has only one right answer is mended."""
REVISED: Final = "ปรับปรุง"
"""The same: a copy with what the city changed, which waits to be taken or left."""
_SPOKEN_OF: Final[Mapping[str, Rule]] = {
    MARKED: workbook_rules.COPY_WAITING,
    MENDED: workbook_rules.COPY_WAITING,
    REVISED: workbook_rules.REVISION_WAITING,
}
_NAME: Final = re.compile(rf"(?P<name>.+)\.(?P<what>{'|'.join(_SPOKEN_OF)})(?:-(?P<number>\d+))?")
_MOST: Final = 100
"""So many copies of one kind are looked for at most."""


def copies_of(workbook: Path, what: str) -> Iterator[Path]:
    """Yield the names that a copy of a workbook may have beside it: ก.ตรวจแล้ว.xlsx, ก.ตรวจแล้ว-2.xlsx and so on.

    `what` is MARKED, MENDED or REVISED. A copy of such a copy is named after the workbook too.
    """
    found = _NAME.fullmatch(workbook.stem)
    name = found["name"] if found and found["what"] == what else workbook.stem
    for number in itertools.count(1):
        copy = workbook.with_name(f"{_stem(name, what, number)}{workbook.suffix}")
        if copy != workbook:
            yield copy


def copy_of(workbook: Path, what: str) -> Path:
    """Return the first of these names."""
    return next(copies_of(workbook, what))


def is_copy(path: Path) -> bool:
    """Return whether a file is named as a copy of another that is beside it, and so waits."""
    found = _NAME.fullmatch(path.stem)
    if found is None:
        return False
    earlier = range(1, min(int(found["number"] or 1), _MOST))
    stems = (found["name"], *(_stem(found["name"], found["what"], number) for number in earlier))
    return any(path.with_name(f"{stem}{path.suffix}").is_file() for stem in stems)


def waiting_copies(workbooks: Sequence[Path], named: Sequence[Path] = ()) -> list[Finding]:
    """Return a warning for each copy that waits beside a workbook to be taken or left.

    One that is among them or `named` itself does not wait; one whose faults are marked says nothing new until somebody
    has saved it.
    """
    return [
        Place(workbook.name).finding(rule, name=copy.name)
        for workbook in workbooks
        for what, rule in _SPOKEN_OF.items()
        for copy in itertools.takewhile(Path.is_file, copies_of(workbook, what))
        if copy not in (*workbooks, *named) and is_copy(copy) and not (what == MARKED and _is_untouched(copy))
    ]


def _is_untouched(copy: Path) -> bool:
    from generator.workbook.marking import is_untouched  # which brings XlsxWriter, and most runs meet no such copy

    return is_untouched(copy)


def _stem(name: str, what: str, number: int) -> str:
    return f"{name}.{what}-{number}" if number > 1 else f"{name}.{what}"
