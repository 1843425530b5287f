"""The commands `generate check` and `generate explain`: what is wrong with workbooks, and what a code means."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from generator.cli import screen
from generator.words import Halt, Language, Words

if TYPE_CHECKING:
    pass

_CHECK: Final = Words("ตรวจสมุดงานโดยไม่สร้างเอกสาร", "Check workbooks without making anything.")
_EXPLAIN: Final = Words("อธิบายรหัสข้อผิดพลาด เช่น C101", "Explain a code such as C101.")
_NO_CODE: Final = Words("ไม่มีรหัส {code}", "there is no code {code}")
_NO_CODE_CURE: Final = Words("รหัสที่มี: {codes}", "known codes: {codes}")


def add(group: click.Group, language: Language) -> None:
    """Add the commands to `group`, their words in `language`."""

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_CHECK.say(language))
    @click.argument("paths", nargs=-1, metavar=screen.PATHS.say(language), type=click.Path(path_type=Path))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=screen.JOBS.say(language))
    @click.option("--json", "as_json", is_flag=True, help=screen.JSON.say(language))
    @click.pass_context
    def check(ctx: click.Context, /, paths: tuple[Path, ...], jobs: int | None, as_json: bool) -> None:
        ctx.exit(_check(paths or (screen.DEFAULT_INPUTS,), language, jobs, as_json))

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_EXPLAIN.say(language))
    @click.argument("code", required=False)
    def explain(code: str | None) -> None:
        _explain(code, language)


def _check(paths: Sequence[Path], language: Language, jobs: int | None, as_json: bool) -> int:
    import json

    from generator import report
    from generator.manifest import as_plain
    from generator.parallel import in_parallel
    from generator.reading import Owners, find_faults, find_workbooks, waiting_revisions

    workbooks = find_workbooks(paths)
    progress = report.Progress(len(workbooks), language)
    owners = Owners()
    findings = waiting_revisions(workbooks)
    for workbook, faults, crash in in_parallel(find_faults, workbooks, jobs):
        if faults is None:
            raise RuntimeError(workbook.name) from crash
        findings += faults.findings
        findings += [double for key in faults.keys if (double := owners.claim(key, workbook)) is not None]
        progress.step(workbook.stem)
    progress.close()
    if as_json:
        listed = [as_plain(finding) for finding in report.in_order(findings)]
        click.echo(json.dumps({"findings": listed}, ensure_ascii=False, indent=2))
    else:
        screen.say(report.finding_lines(findings, language))
    return 1 if any(finding.is_error for finding in findings) else 0


def _explain(code: str | None, language: Language) -> None:
    from generator import report
    from generator.model.rules import RULES

    if code is None:
        screen.say([report.rule_lines(rule, language)[0] for rule in RULES.values()])
    elif (rule := RULES.get(code.strip().upper())) is not None:
        screen.say(report.rule_lines(rule, language))
    else:
        raise Halt(_NO_CODE.filled(code=code), _NO_CODE_CURE.filled(codes=" ".join(RULES)))
