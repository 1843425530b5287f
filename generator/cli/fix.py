"""The command `generate fix`: mends what has only one right answer, in a copy of the workbook."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from generator.cli import screen
from generator.words import Halt, Language, Words

if TYPE_CHECKING:
    from generator.repair import Repaired

_FIX: Final = Words(
    "แก้สิ่งที่มีคำตอบเดียวให้ในสำเนา และบอกทุกช่องที่แก้ ไฟล์เดิมไม่เปลี่ยน",
    "Mend what has only one right answer, in a copy, and say each cell. The workbook itself stays as it is.",
)
_FILE: Final = Words("ไฟล์", "FILE")
_TARGET: Final = Words(
    "ชื่อสำเนา (ไม่ระบุ = ชื่อเดิม.แก้แล้ว.xlsx ข้างสมุดงาน)", "the copy (by default NAME.แก้แล้ว.xlsx beside the workbook)"
)
_MISSING: Final = Words("ไม่พบสมุดงาน {name}", "there is no workbook {name}")
_MISSING_CURE: Final = Words("ระบุชื่อไฟล์ .xlsx ที่มีอยู่ หนึ่งไฟล์", "name one workbook (.xlsx) that is there")
_NOTHING: Final = Words(
    "{name} ไม่มีอะไรที่แก้แทนท่านได้ จึงไม่ได้เขียนไฟล์",
    "nothing in {name} can be mended for you: no file was written",
)
_LEFT: Final = Words(
    "ยังเหลือ: ผิด {errors} ข้อ เตือน {warnings} ข้อ ที่ต้องแก้เอง (ดูด้วย generate check {name})",
    "left for you: {errors} errors, {warnings} warnings (see generate check {name})",
)
_CLEAN: Final = Words("ไม่เหลือข้อผิดพลาด", "nothing is wrong any more")
_AFTER: Final = Words(
    "ตรวจดูทุกช่องข้างบน หากถูกต้อง ใช้สำเนาแทนสมุดงานเดิม (ลบหรือย้ายสมุดงานเดิมออกไป เพราะถ้าอยู่ด้วยกัน โปรแกรมใช้สมุดงานเดิม)",
    "look at each cell above. To use the copy, delete the workbook or move it elsewhere: as long as both are there, "
    "the workbook is used",
)


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_FIX.say(language))
    @click.argument("path", metavar=_FILE.say(language), type=click.Path(path_type=Path))
    @click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help=_TARGET.say(language))
    @click.option("--json", "as_json", is_flag=True, help=screen.JSON.say(language))
    @click.pass_context
    def fix(ctx: click.Context, /, path: Path, output: Path | None, as_json: bool) -> None:
        ctx.exit(_fix(path, output, language, as_json))


def _fix(path: Path, output: Path | None, language: Language, as_json: bool) -> int:
    import json

    from generator.repair import as_plain, repair

    if not path.is_file():
        raise Halt(_MISSING.filled(name=path), _MISSING_CURE)
    repaired = repair(path, output)
    errors = sum(finding.is_error for finding in repaired.left)
    if as_json:
        click.echo(json.dumps(as_plain(repaired), ensure_ascii=False, indent=2))
    else:
        screen.say(_lines(repaired, errors, language))
    return 1 if errors else 0


def _lines(repaired: "Repaired", errors: int, language: Language) -> list[str]:
    from generator.report import change_lines

    name = repaired.workbook.name
    lines = [*change_lines(repaired.changes, language), ""] if repaired.changes else [_NOTHING.say(language, name=name)]
    if repaired.copy:
        lines.append(screen.WRITTEN.say(language, name=repaired.copy))
    warnings = len(repaired.left) - errors
    if repaired.left:
        seen = repaired.copy or repaired.workbook
        lines.append(_LEFT.say(language, errors=errors, warnings=warnings, name=seen))
    else:
        lines.append(_CLEAN.say(language))
    return [*lines, *([_AFTER.say(language)] if repaired.copy else [])]
