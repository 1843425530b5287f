"""The command `generate scatter`: plan workbooks for the districts, from the workbooks of agencies and city."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from generator.cli import screen
from generator.words import Language, Words

_SCATTER: Final = Words(
    "แจกสมุดงานแผนให้ทุกเขตจากสมุดงาน KR และสมุดงานของเมือง ไฟล์ที่มีอยู่ไม่ถูกแก้ หากเมืองเปลี่ยนค่าจะเขียนฉบับปรับปรุงไว้ข้างกัน",
    "Hand out plan workbooks to the districts from KR workbooks and the city's workbook. What stands there is never "
    "changed: what the city changed goes into a revised copy beside it.",
)
_SOURCES: Final = Words("สมุดงาน…", "WORKBOOKS…")
_YEAR: Final = Words("ปีงบประมาณ พ.ศ. ที่แจก", "the fiscal year to hand out, Buddhist Era")
_FOLDER: Final = Words("โฟลเดอร์ปลายทาง ไม่ระบุ = inputs/plans/ปี", "where the workbooks go; inputs/plans/YEAR by default")
_DISTRICT: Final = Words("เฉพาะเขตนี้ (ระบุซ้ำได้)", "this district only (may be repeated)")
_FROM: Final = Words(
    "โฟลเดอร์หรือไฟล์แผนปีก่อน ยกข้อความ เขตข้างเคียง และภารกิจประจำมาให้ยืนยัน",
    "plans of last year: texts, neighbours and routine projects are carried over, to be confirmed",
)
_STOPPED: Final = Words(
    "ไม่ได้แจกสมุดงาน เพราะสมุดงานต้นทางมีข้อผิด แก้แล้วสั่งใหม่",
    "Nothing was handed out, for there are errors in the workbooks to hand out from: mend them, then try again.",
)
_INTERRUPTED: Final = Words(
    "หยุดกลางคัน เหลืออีก {count} เขต สั่งซ้ำเพื่อทำต่อ", "stopped; {count} districts are left, run it again to go on"
)


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""

    def say(words: Words) -> str:
        return words.say(language)

    @group.command(options_metavar=say(screen.OPTIONS), help=say(_SCATTER))
    @click.argument("paths", nargs=-1, required=True, metavar=say(_SOURCES), type=click.Path(path_type=Path))
    @click.option("--year", required=True, help=say(_YEAR))
    @click.option("-o", "--output", type=click.Path(path_type=Path), help=say(_FOLDER))
    @click.option("--district", "names", multiple=True, help=say(_DISTRICT))
    @click.option("--from", "last", multiple=True, type=click.Path(path_type=Path), help=say(_FROM))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=say(screen.JOBS))
    @click.pass_context
    def scatter(
        ctx: click.Context,
        /,
        paths: tuple[Path, ...],
        year: str,
        output: Path | None,
        names: tuple[str, ...],
        last: tuple[Path, ...],
        jobs: int | None,
    ) -> None:
        ctx.exit(_scatter(paths, year, output, names, last, jobs, language))


def _scatter(
    paths: Sequence[Path],
    typed_year: str,
    output: Path | None,
    names: Sequence[str],
    last: Sequence[Path],
    jobs: int | None,
    language: Language,
) -> int:
    """Hand out and report; return the exit code."""
    from generator import report
    from generator.handout.lines import served_lines
    from generator.handout.rounds import chosen, hand_out, last_plans
    from generator.handout.serving import Order, Served
    from generator.handout.sources import gather
    from generator.model.arguments import understood
    from generator.model.moments import Year
    from generator.progress import Progress
    from generator.reading import find_workbooks

    year = understood(Year(), typed_year)
    districts = chosen(names)
    gathered = gather(find_workbooks(paths), year, districts, jobs)
    if gathered.findings:
        screen.say(report.finding_lines(gathered.findings, language))
    if gathered.is_faulty:
        screen.say(["", _STOPPED.say(language)])
        return 1
    folder = output or screen.DEFAULT_INPUTS / "plans" / str(year)
    order = Order(gathered.given, year, folder, last_plans(last))
    progress = Progress(len(districts), language)
    done: list[Served] = []
    interrupted = False
    try:
        for served in hand_out(districts, order, jobs):
            done.append(served)
            progress.step(served.district.name)
    except KeyboardInterrupt:
        interrupted = True
    progress.close()
    findings = [finding for served in done for finding in served.findings]
    if findings:
        screen.say(report.finding_lines(findings, language))
    screen.say(["", *served_lines(done, language)])
    if interrupted:
        screen.say([_INTERRUPTED.say(language, count=len(districts) - len(done))])
        return 130
    halts = [halt for served in done for halt in served.halts]
    screen.complain(halts, language)
    if crashes := [served.crash for served in done if served.crash is not None]:
        raise crashes[0]
    return 2 if halts else 1 if any(finding.is_error for finding in findings) else 0
