"""Checks of where a workbook lies: what its file or its folder is called, against what it says itself.

Opens no file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model.finding import Finding
from generator.model.kr.settings import Settings
from generator.model.plan.settings import PlanSettings
from generator.model.rules import workbook_rules as rules
from generator.thai.numerals import to_arabic
from generator.words import Words

_YEAR: Final = re.compile(r"(?<![0-9])25[5-9][0-9](?![0-9])")
_FILE: Final = Words("ชื่อไฟล์", "name of the file")
_FOLDER: Final = Words("ชื่อโฟลเดอร์", "name of the folder")


def named_other_year(workbook: Path, settings: Settings | PlanSettings) -> Iterator[Finding]:
    """Yield that the name of the file, or of its folder if the file names no year, names years but not this one."""
    for what, name in ((_FILE, workbook.name), (_FOLDER, workbook.absolute().parent.name)):
        named = [int(year) for year in _YEAR.findall(to_arabic(name))]
        if not named:
            continue
        if settings.year and not min(named) <= settings.year <= max(named):  # 2566-2570 names all between them too
            values = {"what": what, "name": name, "named": named[-1], "year": settings.year}
            yield settings.place("year").finding(rules.NAMED_OTHER_YEAR, **values)
        return
