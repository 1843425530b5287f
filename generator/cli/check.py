"""The commands `generate check` and `generate explain`: what is wrong with workbooks, and what a code means."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator.cli import screen
from generator.words import Halt, Language, Words

if TYPE_CHECKING:
    from generator.marked import MarkedCopy
    from generator.model.finding import Finding

_CHECK: Final = Words("ตรวจสมุดงานโดยไม่สร้างเอกสาร", "Check workbooks without making documents.")
_MARK: Final = Words(
    "เขียนสำเนาที่ระบายสีช่องที่ผิด มีโน้ตบอกวิธีแก้ และมีแผ่นงานรวมผลการตรวจ",
    "write a copy with the faulty cells coloured, a note in each, and a sheet that lists all",
)
_TARGET: Final = Words(
    "ชื่อสำเนาของ --mark (ไม่ระบุ = ชื่อเดิม.ตรวจแล้ว.xlsx ข้างสมุดงาน)",
    "the copy that --mark writes (by default NAME.ตรวจแล้ว.xlsx beside the workbook)",
)
_NOT_ALONE: Final = Words("-o ใช้กับ --mark และสมุดงานเล่มเดียวเท่านั้น", "-o goes with --mark and a single workbook")
_NOT_ALONE_CURE: Final = Words(
    "ใส่ --mark และระบุสมุดงานเล่มเดียว หรือไม่ใส่ -o", "add --mark and name one workbook, or leave -o out"
)
_FATES: Final = {
    "WRITTEN": Words("เขียนสำเนาที่ทำเครื่องหมายแล้ว: {copy}", "marked copy: {copy}"),
    "REMOVED": Words(
        "{workbook} ไม่มีอะไรต้องแก้แล้ว จึงลบ {copy} ของครั้งก่อน", "nothing is wrong with {workbook} any more: {copy} is gone"
    ),
    "REFUSED": Words("ทำสำเนาของ {workbook} ไม่ได้ แก้ตามข้อข้างบนก่อน", "no copy of {workbook} can be made: see above"),
    "CLEAN": Words("{workbook} ไม่มีอะไรต้องทำเครื่องหมาย จึงไม่ได้เขียนสำเนา", "there is nothing to mark in {workbook}"),
}
_AFTER_MARKING: Final = Words(
    "แก้ในสมุดงานเดิม หรือแก้ในสำเนาแล้วใช้สำเนาแทน (ลบหรือย้ายสมุดงานเดิมออกไป เพราะถ้าอยู่ด้วยกัน โปรแกรมใช้สมุดงานเดิม)",
    "mend the workbook itself, or mend the copy and use that: delete the workbook or move it elsewhere, for as long as "
    "both are there, the workbook is used",
)
_HINT: Final = Words(
    "ให้เห็นในสมุดงาน: ใส่ --mark   แก้สิ่งที่มีคำตอบเดียวให้: generate fix   อธิบายรหัส: generate explain",
    "to see it in the workbook: --mark; to mend what has one answer: generate fix; to explain a code: generate explain",
)
_HTML: Final = Words(
    "ไฟล์ .html ที่จะสร้าง: สรุปผลรายเขตสำหรับส่วนกลาง", "an .html file to write: the state of each district, for headquarters"
)
_EXPLAIN: Final = Words("อธิบายรหัสข้อผิดพลาด เช่น C101", "Explain a code such as C101.")
_NO_CODE: Final = Words("ไม่มีรหัส {code}", "there is no code {code}")
_NO_CODE_CURE: Final = Words("รหัสที่มี: {codes}", "known codes: {codes}")


def add(group: click.Group, language: Language) -> None:
    """Add the commands to `group`, their words in `language`."""

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_CHECK.say(language))
    @click.argument("paths", nargs=-1, metavar=screen.PATHS.say(language), type=click.Path(path_type=Path))
    @click.option("--mark", is_flag=True, help=_MARK.say(language))
    @click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help=_TARGET.say(language))
    @click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help=_HTML.say(language))
    @click.option("--kr", multiple=True, type=click.Path(path_type=Path), help=screen.KR.say(language))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=screen.JOBS.say(language))
    @click.option("--json", "as_json", is_flag=True, help=screen.JSON.say(language))
    @click.pass_context
    def check(ctx: click.Context, /, paths: tuple[Path, ...], **rest: Any) -> None:
        ctx.exit(_check(paths or (screen.DEFAULT_INPUTS,), language, **rest))

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_EXPLAIN.say(language))
    @click.argument("code", required=False)
    def explain(code: str | None) -> None:
        _explain(code, language)


def _check(
    paths: Sequence[Path],
    language: Language,
    mark: bool,
    output: Path | None,
    html: Path | None,
    kr: Sequence[Path],
    jobs: int | None,
    as_json: bool,
) -> int:
    import json

    from generator import report
    from generator.checking import check_workbooks
    from generator.manifest import as_plain
    from generator.progress import Progress
    from generator.reading import find_kr_workbooks, find_workbooks

    workbooks = find_workbooks(paths)
    if output is not None and (not mark or len(workbooks) > 1):
        raise Halt(_NOT_ALONE, _NOT_ALONE_CURE)
    target = _page_target(html) if html else None
    besides = find_kr_workbooks(kr, screen.DEFAULT_KR, workbooks)
    progress = Progress(len(workbooks) + len(besides), language)
    checkup = check_workbooks(workbooks, besides, jobs, progress.step)
    progress.close()
    found = {checked.workbook: checked.findings for checked in checkup.workbooks}
    copies, halts = _marked(found, language, output) if mark else ([], [])
    lines = report.finding_lines(checkup.findings, language)
    if checkup.findings and not mark:
        lines.append(_HINT.say(language))
    if target:
        from generator.checkpage import write_page

        write_page(checkup, target)
        lines = [report.finding_lines(checkup.findings, language)[-1], screen.WRITTEN.say(language, name=target)]
    if as_json:
        said: dict[str, Any] = {
            "workbooks": [checked.as_plain() for checked in checkup.workbooks],
            "findings": [as_plain(finding) for finding in report.in_order(checkup.findings)],
        }
        written = [copy for copy in copies if copy.fate.name == "WRITTEN"]
        if mark:
            said["copies"] = [{"workbook": one.workbook.name, "copy": str(one.copy)} for one in written]
        click.echo(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        screen.say([*lines, *_copy_lines(copies, language)])
    screen.complain(halts, language)
    return 2 if halts else 1 if any(finding.is_error for finding in checkup.findings) else 0


def _page_target(html: Path) -> Path:
    """Return where the page goes. Raise Halt if there is a file that is no page of ours."""
    from generator.checkpage import refuse_to_replace

    target = html if html.suffix.lower() in (".html", ".htm") else html.with_name(f"{html.name}.html")
    refuse_to_replace(target)
    return target


def _marked(
    found: "Mapping[Path, Sequence[Finding]]", language: Language, output: Path | None
) -> "tuple[list[MarkedCopy], list[Halt]]":
    """Write the marked copies; what keeps one from being written does not keep the others."""
    from generator.marked import write_marked
    from generator.report import in_order

    copies: list[MarkedCopy] = []
    halts: list[Halt] = []
    for workbook, findings in found.items():
        try:
            copies.append(write_marked(workbook, in_order(findings), language, output))
        except Halt as halt:
            halts.append(halt)
    return copies, halts


def _copy_lines(copies: "Sequence[MarkedCopy]", language: Language) -> list[str]:
    if not copies:
        return []
    lines = [_FATES[one.fate.name].say(language, copy=one.copy, workbook=one.workbook.name) for one in copies]
    written = any(one.fate.name == "WRITTEN" for one in copies)
    return ["", *lines, *([_AFTER_MARKING.say(language)] if written else [])]


def _explain(code: str | None, language: Language) -> None:
    from generator import report
    from generator.model.rules import RULES

    if code is None:
        screen.say([report.rule_lines(rule, language)[0] for rule in RULES.values()])
    elif (rule := RULES.get(code.strip().upper())) is not None:
        screen.say(report.rule_lines(rule, language))
    else:
        raise Halt(_NO_CODE.filled(code=code), _NO_CODE_CURE.filled(codes=" ".join(RULES)))
