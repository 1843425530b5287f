"""The command `generate collect`: the plans of all districts rolled up into one workbook for headquarters."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from generator.cli import screen
from generator.words import Language, Words

if TYPE_CHECKING:
    from generator.model.rollup.city import Rollup

_COLLECT: Final = Words(
    "รวมแผนของทุกเขตเป็นสมุดงานเดียวสำหรับส่วนกลาง", "Roll the plans of all districts up into one workbook for headquarters."
)
_TARGET: Final = Words(
    "ไฟล์ .xlsx ที่จะสร้าง (ไม่ระบุ = outputs/รวมแผน-ปี.xlsx)", "the .xlsx file to write (default: outputs/รวมแผน-YEAR.xlsx)"
)
_YEAR: Final = Words(
    "ปีงบประมาณ พ.ศ. ที่รวบรวม (ไม่ระบุ = ปีของแผนส่วนใหญ่)", "the fiscal year, Buddhist Era (default: that of most plans)"
)
_RECEIVED: Final = Words(
    "ปี {year}: ได้รับแผน {received} จาก {all} เขต โครงการ {projects} โครงการ งบประมาณ {budget} บาท",
    "{year}: plans of {received} districts of {all}, {projects} projects, {budget} baht",
)
_MISSING: Final = Words("ยังไม่ได้รับ {count} เขต: {names}", "{count} districts are missing: {names}")
_UNFILLED: Final = Words("ยังไม่ได้กรอก {count} เขต: {names}", "{count} have no project yet: {names}")
_UNREADABLE: Final = Words("อ่านไม่ได้ {count} เขต: {names}", "{count} cannot be read: {names}")
_LEFT_OUT: Final = Words("ไม่นับรวม {count} ไฟล์: {names}", "{count} workbooks are left out: {names}")
_FOUND: Final = Words(
    "ผิด {errors} ข้อ เตือน {warnings} ข้อ ดูแผ่นงาน สิ่งที่พบ", "{errors} errors, {warnings} warnings: see its last sheet"
)


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""
    path = click.Path(path_type=Path)

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_COLLECT.say(language))
    @click.argument("paths", nargs=-1, required=True, metavar=screen.PATHS.say(language), type=path)
    @click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help=_TARGET.say(language))
    @click.option("--kr", multiple=True, type=path, help=screen.KR.say(language))
    @click.option("--year", type=click.IntRange(2400, 2700), default=None, help=_YEAR.say(language))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=screen.JOBS.say(language))
    @click.pass_context
    def collect(
        ctx: click.Context,
        /,
        paths: tuple[Path, ...],
        output: Path | None,
        kr: tuple[Path, ...],
        year: int | None,
        jobs: int | None,
    ) -> None:
        ctx.exit(_collect(paths, output, kr, language, year=year, jobs=jobs))


def _collect(
    paths: Sequence[Path],
    output: Path | None,
    kr: Sequence[Path],
    language: Language,
    *,
    year: int | None,
    jobs: int | None,
) -> int:
    from generator import rollup
    from generator.progress import Progress
    from generator.reading import find_kr_workbooks, find_workbooks

    if output is not None:
        output = output if output.suffix.lower() == ".xlsx" else output.with_name(f"{output.name}.xlsx")
        rollup.refuse_to_replace(output)
    plans = rollup.inputs(find_workbooks(paths))
    besides = rollup.inputs(find_kr_workbooks(kr, screen.DEFAULT_KR, plans))
    progress = Progress(len(plans) + len(besides), language)
    received = rollup.receive_all([*plans, *besides], jobs, progress.step)
    progress.close()
    rolled = rollup.roll_up(received[: len(plans)], received[len(plans) :], year=year, quiet=not kr)
    target = output or screen.DEFAULT_OUTPUTS / f"รวมแผน-{rolled.year}.xlsx"
    rollup.write(rolled, target)
    screen.say([*_closing(rolled, language), screen.WRITTEN.say(language, name=target)])
    if crashes := [one.crash for one in received if one.crash is not None]:
        raise crashes[0]
    return 1 if rolled.errors else 0


def _closing(rolled: "Rollup", language: Language) -> list[str]:
    """Return what was collected, and what is missing from it."""
    from generator.model.quantities import figure

    names = [path.name for path in rolled.left_out]
    missing = [district.name for district in rolled.missing]
    unfilled = [district.name for district in rolled.unfilled]
    unreadable = [row.district.name for row in rolled.districts if row.is_unreadable]
    lines = [
        _RECEIVED.say(
            language,
            year=rolled.year,
            received=rolled.received,
            all=len(rolled.districts),
            projects=f"{rolled.whole.count:,}",
            budget=figure(rolled.whole.budget),
        )
    ]
    lists = ((_MISSING, missing), (_UNFILLED, unfilled), (_UNREADABLE, unreadable), (_LEFT_OUT, names))
    for words, listed in lists:
        if listed:
            lines.append(words.say(language, count=len(listed), names=", ".join(listed)))
    return [*lines, _FOUND.say(language, errors=rolled.errors, warnings=rolled.warnings)]
