"""Writes what an officer begins with: blank workbooks, and copies of Word templates. Knows no command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.files import Exists, put, with_suffix
from generator.forms.documents import KINDS, LAYOUTS, template_bytes
from generator.model.arguments import understood
from generator.model.codes import DistrictName
from generator.model.moments import Year
from generator.model.plan.book import PLAN_FORM
from generator.model.plan.prefilled import prefilled
from generator.words import Halt, Words
from generator.workbook.blank import write_workbook

CITY: Final = "city"
"""The plan workbook without a district, whose sheets are the same for all."""

INCOMPLETE: Final = Words("แบบกรอก {form} ต้องระบุเขตและปี", "a blank {form} workbook needs its district and its year")
INCOMPLETE_CURE: Final = Words(
    "สั่งใหม่โดยเพิ่ม --district กับ --year เช่น --district ภาษีเจริญ --year 2567",
    "try again with --district and --year, such as --district ภาษีเจริญ --year 2567",
)
YEARLESS: Final = Words("แบบกรอก city ต้องระบุปี", "a blank city workbook needs its year")
YEARLESS_CURE: Final = Words("สั่งใหม่โดยเพิ่ม --year เช่น --year 2568", "try again with --year, such as --year 2568")
NOT_FOR: Final = Words("{option} ใช้กับ {form} ไม่ได้", "{option} says nothing about {form}")
NOT_FOR_CURE: Final = Words("สั่งใหม่โดยไม่ใส่ {option}", "try again without {option}")


def write_blank(
    form: str, output: Path, *, attachments: Sequence[str] = (), district: str | None = None, year: str | None = None
) -> Path:
    """Write to `output` the blank workbook of a kind of form, or a copy of the template of that name; return its path.

    `attachments` are codes that get a sheet each in a workbook with such sheets. A plan needs `district`, by name or
    code, and `year`, of the Buddhist Era, as typed; the workbook of the city needs its year. Raise Halt if the file is
    there already, cannot be written, or something is missing, not understood or of no use. A name without a suffix
    gets that of its kind of file.
    """
    is_workbook = form in (CITY, *(kind.form.kind for kind in KINDS))
    output = with_suffix(output, ".xlsx" if is_workbook else ".docx")
    if output.exists():
        raise Exists(output)
    is_plan = form == PLAN_FORM.kind
    is_of_year = is_plan or form == CITY
    useless = {
        "--attach": is_of_year and attachments,
        "--district": not is_plan and district,
        "--year": not is_of_year and year,
    }
    for option in (option for option, given in useless.items() if given):
        raise Halt(NOT_FOR.filled(option=option, form=form), NOT_FOR_CURE.filled(option=option))
    if is_plan:
        if not district or not year:
            raise Halt(INCOMPLETE.filled(form=form), INCOMPLETE_CURE)
        found = understood(DistrictName(), district)
        assert found is not None
        write_workbook(output, PLAN_FORM, prefilled(found, understood(Year(), year)))
        return output
    if form == CITY:
        if not year:
            raise Halt(YEARLESS, YEARLESS_CURE)
        write_workbook(output, PLAN_FORM, prefilled(None, understood(Year(), year)))
        return output
    for layout in LAYOUTS:
        if form == Path(layout.template).stem:
            put(template_bytes(layout), output)
    for kind in KINDS:
        if form == kind.form.kind:
            write_workbook(output, kind.form, attachments=attachments)
    return output
