"""Writes what an officer begins with: blank workbooks, and copies of Word templates. Knows no command line."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from generator.files import put
from generator.forms.documents import KINDS, template_bytes
from generator.model.cell import Cell
from generator.model.codes import DistrictName
from generator.model.kinds import Kind, Refusal, Year
from generator.model.plan.book import PLAN_FORM
from generator.model.plan.prefilled import prefilled
from generator.words import Halt, Words
from generator.workbook.blank import write_workbook

T = TypeVar("T")

EXISTS: Final = Words("มีไฟล์ {name} อยู่แล้ว", "there is a file {name} already")
EXISTS_CURE: Final = Words("ตั้งชื่อใหม่ หรือย้ายไฟล์เดิมก่อน", "choose another name, or move that file first")
INCOMPLETE: Final = Words("แบบกรอก {form} ต้องระบุเขตและปี", "a blank {form} workbook needs its district and its year")
INCOMPLETE_CURE: Final = Words(
    "สั่งใหม่โดยเพิ่ม --district กับ --year เช่น --district ภาษีเจริญ --year 2567",
    "try again with --district and --year, such as --district ภาษีเจริญ --year 2567",
)
NOT_FOR: Final = Words("{option} ใช้กับ {form} ไม่ได้", "{option} says nothing about {form}")
NOT_FOR_CURE: Final = Words("สั่งใหม่โดยไม่ใส่ {option}", "try again without {option}")


def write_blank(
    form: str, output: Path, *, attachments: Sequence[str] = (), district: str | None = None, year: str | None = None
) -> Path:
    """Write to `output` the blank workbook of a kind of form, or a copy of the template of that name; return its path.

    `attachments` are codes that get a sheet each in a workbook with such sheets. A plan needs `district`, by name or
    code, and `year`, of the Buddhist Era, as typed. Raise Halt if the file is there already, cannot be written, or
    something is missing, not understood or of no use. A name without a suffix gets that of its kind of file.
    """
    if not re.fullmatch(r"\.[A-Za-z]\w*", output.suffix, re.ASCII):  # the dots of "แผน พ.ศ.2567" are no suffix
        is_workbook = any(form == kind.form.kind for kind in KINDS)
        output = output.with_name(f"{output.name}{'.xlsx' if is_workbook else '.docx'}")
    if output.exists():
        raise Halt(EXISTS.filled(name=output), EXISTS_CURE)
    is_plan = form == PLAN_FORM.kind
    useless = {
        "--attach": is_plan and attachments,
        "--district": not is_plan and district,
        "--year": not is_plan and year,
    }
    for option in (option for option, given in useless.items() if given):
        raise Halt(NOT_FOR.filled(option=option, form=form), NOT_FOR_CURE.filled(option=option))
    if is_plan:
        if not district or not year:
            raise Halt(INCOMPLETE.filled(form=form), INCOMPLETE_CURE)
        found = _understood(DistrictName(), district)
        assert found is not None
        write_workbook(output, PLAN_FORM, prefilled(found, _understood(Year(), year)))
        return output
    for kind in KINDS:
        if form == Path(kind.template).stem:
            put(template_bytes(kind), output)
        elif form == kind.form.kind:
            write_workbook(output, kind.form, attachments=attachments)
    return output


def _understood(kind: Kind[T], text: str) -> T:
    """Return what an argument means, read as a cell would be."""
    try:
        return kind.parse(Cell(0, 0, text), lambda rule, **values: None)
    except Refusal as refusal:
        rule, values = refusal.rule, refusal.values
        raise Halt(rule.message.filled(**values), rule.cure.filled(**values)) from refusal
