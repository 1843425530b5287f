"""What an agency and the city hand out in these tests: small workbooks, and what officers do to what they get."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from click.testing import CliRunner, Result

from generator.cli import make_command
from generator.model.form import Rows
from generator.model.plan.book import PLAN_FORM, PlanBook
from generator.model.plan.measures import Measure
from generator.model.plan.prefilled import prefilled
from generator.model.plan.settings import PlanSettings
from generator.model.sheet import Sheet
from generator.workbook.blank import write_workbook
from generator.workbook.editing import Edited
from generator.workbook.reader import Reading, read_workbook
from tests.minibook import complete, draw

PHASI, DUSIT = "1022-ภาษีเจริญ.xlsx", "1002-ดุสิต.xlsx"
REVISED: Final = "1022-ภาษีเจริญ.ปรับปรุง.xlsx"
ATTACHMENT: Final = """
== แนบ 8214
ชื่อตาราง | ก
คอลัมน์ที่เป็นค่าเป้าหมาย | เป้าหมาย (คน)
เขต | กลุ่ม | ชุมชน | เป้าหมาย (คน)
ดุสิต | กท.กลาง | 7 | {dusit}
ภาษีเจริญ | กธ.ใต้ | 9 | {phasi}
"""


def generate(*arguments: object) -> Result:
    """Run the command; a Halt or a fault of the program is in `exception`."""
    return CliRunner().invoke(make_command("th"), [str(argument) for argument in arguments])


def kr_workbook(path: Path, phasi: int = 40, *, meaning: str = "ความหมาย", unit: str = "คน", **cells: str) -> Path:
    """Draw a KR workbook that gives its target of 100 to two districts."""
    shared = {"(R)_ระดับเขต": "'✓", "มีหน่วยงาน_(R)": "'✓", "หน่วยนับ": unit}
    drawing = complete(ATTACHMENT.format(phasi=phasi, dusit=100 - phasi), **(shared | cells))
    return draw(drawing.replace("ความหมาย", meaning), path)


def city_workbook(path: Path, rows: dict[type[Sheet], Sequence[Sheet]], year: int = 2568) -> Path:
    """Write a workbook of the city."""
    write_workbook(path, PLAN_FORM, Rows({**prefilled(None, year).by_sheet, **rows}))
    return path


def row(sheet: type[Any], **values: Any) -> Any:
    """Return a record of which only these cells are filled in."""
    return sheet(**values)


def scatter(folder: Path, *sources: object, districts: Sequence[str] = ("ภาษีเจริญ",), year: int = 2568) -> Result:
    """Hand out to some districts."""
    chosen = [word for name in districts for word in ("--district", name)]
    return generate("scatter", *sources, "--year", year, "-o", folder, "--jobs", 1, *chosen)


def plan(path: Path) -> Reading:
    """Return what a plan workbook says."""
    return read_workbook(path, PLAN_FORM)


def measures(path: Path) -> dict[str, Measure]:
    """Return the key results of a plan workbook by their code."""
    return {measure.code: measure for measure in PlanBook.of(plan(path).rows).measures}


def officer_types(path: Path, key: str, /, **values: object) -> None:
    """Type values into the row of a key result, as an officer would."""
    measure = measures(path)[key]
    copy = Edited.of(path.read_bytes())
    for name, value in values.items():
        offset, column = measure.origin.cells[name]
        copy.set_cell(measure.origin.sheet, measure.origin.row + offset, column, value)  # type: ignore[arg-type]
    path.write_bytes(copy.to_bytes())


def types_a_row(path: Path, sheet: type[Sheet]) -> None:
    """Type the examples of its columns below all that a sheet holds, on a card the name of the director."""
    copy = Edited.of(path.read_bytes())
    (raw,) = (raw for raw in copy.found if raw.name == sheet.NAME)
    if sheet is PlanSettings:
        copy.set_cell(sheet.NAME, 7, 3, PlanSettings.COLUMNS["director"].example)
    else:
        for column, declared in enumerate(sheet.COLUMNS.values(), 1):
            copy.set_cell(sheet.NAME, max(raw.max_row, 3) + 1, column, declared.example or None)
    path.write_bytes(copy.to_bytes())
