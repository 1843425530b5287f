"""The command `generate`: its arguments and its words, nothing else."""

import gettext
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator import __version__
from generator.words import Halt, Language, Words

if TYPE_CHECKING:
    from generator.outcome import Outcome

DEFAULT_INPUTS: Final = Path("inputs")
DEFAULT_OUTPUTS: Final = Path("outputs")
DEFAULT_TEMPLATES: Final = Path("templates")
FORM_NAMES: Final = ("kr", "plan", "kr-form", "plan-form")

_ABOUT: Final = Words(
    "สร้างเอกสาร Word และ PDF ของกรุงเทพมหานครจากสมุดงาน Excel\n\n"
    "พิมพ์ generate อย่างเดียว = สร้างทุกอย่างใน inputs ไปไว้ที่ outputs",
    "Make official Word documents and PDFs from Excel workbooks.\n\ngenerate alone builds all of inputs into outputs",
)
_OPTIONS: Final = Words("[ตัวเลือก]", "[OPTIONS]")
_SUBCOMMANDS: Final = Words("[คำสั่งย่อย] …", "[COMMAND] …")
_PATHS: Final = Words("ไฟล์หรือโฟลเดอร์…", "PATHS…")
_LANG: Final = Words("ภาษาของข้อความบนหน้าจอ", "language of the screen")
_BUILD: Final = Words("สร้างเอกสารจากสมุดงานหรือโฟลเดอร์ที่ระบุ", "Make the documents of workbooks or folders.")
_TARGET: Final = Words("โฟลเดอร์ปลายทาง", "where the documents go")
_PDF: Final = Words("สร้าง PDF ด้วย", "make PDFs as well")
_FORCE: Final = Words("สร้างใหม่ทั้งหมดแม้ไม่มีอะไรเปลี่ยน", "make everything again")
_NO_PAGES: Final = Words(
    "ไม่นับหน้าใหม่ สารบัญใช้เลขหน้าที่นับไว้ครั้งก่อน ถ้าไม่มีพิมพ์ …",
    "do not count pages: contents show those counted before, else …",
)
_JOBS: Final = Words("จำนวนงานที่ทำพร้อมกัน", "how much is done at once")
_JSON: Final = Words("แสดงผลเป็น JSON", "print JSON")
_CHECK: Final = Words("ตรวจสมุดงานโดยไม่สร้างเอกสาร", "Check workbooks without making anything.")
_EXPLAIN: Final = Words("อธิบายรหัสข้อผิดพลาด เช่น C101", "Explain a code such as C101.")
_NEW: Final = Words(
    "สร้างแบบกรอกเปล่า (kr, plan) หรือสำเนาแม่แบบ Word ไว้แก้ไข (kr-form, plan-form)",
    "Write a blank workbook (kr, plan), or a copy of the Word template to edit (kr-form, plan-form).",
)
_TEMPLATES: Final = Words("โฟลเดอร์แม่แบบ Word ของหน่วยงาน", "folder of the office's own Word templates")
_OWN_TEMPLATE: Final = Words("ใช้แม่แบบของหน่วยงาน {name}", "using the office's own template {name}")
_NEW_TARGET: Final = Words("ไฟล์ที่จะสร้าง", "the file to write")
_ATTACH: Final = Words("เพิ่มตารางแนบของ KR รหัสนี้ (ระบุซ้ำได้)", "add an attachment for this KR code (may be repeated)")
_DISTRICT: Final = Words("เขตของแผน (เฉพาะ plan)", "the district of the plan (plan only)")
_YEAR: Final = Words("ปีงบประมาณ พ.ศ. ของแผน (เฉพาะ plan)", "the fiscal year of the plan, Buddhist Era (plan only)")
_WRITTEN: Final = Words("สร้าง {name} แล้ว", "wrote {name}")
_NO_CODE: Final = Words("ไม่มีรหัส {code}", "there is no code {code}")
_NO_CODE_CURE: Final = Words("รหัสที่มี: {codes}", "known codes: {codes}")
_WORD_ONLY: Final = Words("ได้เฉพาะไฟล์ Word", "Word files only")


def _language(arguments: Sequence[str]) -> Language:
    """Return the language that the arguments or the environment ask for; Thai if they do not."""
    wanted = os.environ.get("GENERATE_LANG", "th")
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            wanted = arguments[index + 1]
        elif argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
    return "en" if wanted == "en" else "th"


def _speak(language: Language) -> None:
    """Make the command-line library speak `language`: it asks gettext, which looks for catalogues where it is told."""
    if language == "th":
        gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
    os.environ["LANGUAGE"] = language


class _Group(click.Group):
    """A group that takes the path of a workbook or folder for the command `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for index, argument in enumerate(args):
            if argument in self.commands:
                break
            if not argument.startswith("-") and (argument.lower().endswith(".xlsx") or Path(argument).exists()):
                args = [*args[:index], "build", "--pdf-if-possible", *args[index:]]
                break
        return super().parse_args(ctx, args)


def make_command(language: Language) -> click.Group:
    """Return the command with all its words in `language`."""

    def say(words: Words) -> str:
        return words.say(language)

    @click.group(
        cls=_Group,
        invoke_without_command=True,
        help=say(_ABOUT),
        options_metavar=say(_OPTIONS),
        subcommand_metavar=say(_SUBCOMMANDS),
    )
    @click.option("--lang", type=click.Choice(["th", "en"]), default=language, help=say(_LANG), expose_value=False)
    @click.version_option(__version__, prog_name="generate")
    @click.pass_context
    def generate(ctx: click.Context) -> None:
        if ctx.invoked_subcommand is None:
            ctx.exit(_build([DEFAULT_INPUTS], DEFAULT_OUTPUTS, language, pdf=None))

    @generate.command(options_metavar=say(_OPTIONS), help=say(_BUILD))
    @click.argument("paths", nargs=-1, required=True, metavar=say(_PATHS), type=click.Path(path_type=Path))
    @click.option("-o", "--output", type=click.Path(path_type=Path), default=DEFAULT_OUTPUTS, help=say(_TARGET))
    @click.option("--templates", type=click.Path(path_type=Path), default=DEFAULT_TEMPLATES, help=say(_TEMPLATES))
    @click.option("--pdf", is_flag=True, help=say(_PDF))
    @click.option("--pdf-if-possible", is_flag=True, hidden=True)
    @click.option("--no-pages", is_flag=True, help=say(_NO_PAGES))
    @click.option("--force", is_flag=True, help=say(_FORCE))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=say(_JOBS))
    @click.option("--json", "as_json", is_flag=True, help=say(_JSON))
    @click.pass_context
    def build(
        ctx: click.Context, /, paths: tuple[Path, ...], output: Path, pdf: bool, pdf_if_possible: bool, **rest: Any
    ) -> None:
        ctx.exit(_build(paths, output, language, pdf=True if pdf else None if pdf_if_possible else False, **rest))

    @generate.command(options_metavar=say(_OPTIONS), help=say(_CHECK))
    @click.argument("paths", nargs=-1, metavar=say(_PATHS), type=click.Path(path_type=Path))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=say(_JOBS))
    @click.option("--json", "as_json", is_flag=True, help=say(_JSON))
    @click.pass_context
    def check(ctx: click.Context, /, paths: tuple[Path, ...], jobs: int | None, as_json: bool) -> None:
        ctx.exit(_check(paths or (DEFAULT_INPUTS,), language, jobs, as_json))

    @generate.command(options_metavar=say(_OPTIONS), help=say(_EXPLAIN))
    @click.argument("code", required=False)
    def explain(code: str | None) -> None:
        _explain(code, language)

    @generate.command(options_metavar=say(_OPTIONS), help=say(_NEW))
    @click.argument("form", type=click.Choice(FORM_NAMES))
    @click.option(
        "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=say(_NEW_TARGET)
    )
    @click.option("--attach", multiple=True, help=say(_ATTACH))
    @click.option("--district", help=say(_DISTRICT))
    @click.option("--year", help=say(_YEAR))
    def new(form: str, output: Path, attach: tuple[str, ...], district: str | None, year: str | None) -> None:
        from generator.blanks import write_blank

        written = write_blank(form, output, attachments=attach, district=district, year=year)
        _say([_WRITTEN.say(language, name=written)])

    return generate


def _build(
    paths: Sequence[Path],
    output: Path,
    language: Language,
    *,
    pdf: bool | None,
    templates: Path = DEFAULT_TEMPLATES,
    no_pages: bool = False,
    force: bool = False,
    jobs: int | None = None,
    as_json: bool = False,
) -> int:
    """Build and report; `pdf` None makes PDFs where that is possible. Return the exit code."""
    from generator import batch, printing, report
    from generator.forms.documents import KINDS, own_template
    from generator.outcome import MANIFEST, read_manifest, write_manifest
    from generator.pdf.press import find_press
    from generator.render.template import TemplateError

    workbooks = batch.find_workbooks(paths)
    earlier = read_manifest(output)
    progress = report.Progress(len(workbooks), language)
    try:
        outcome = batch.build(workbooks, output, templates=templates, earlier=earlier, jobs=jobs, step=progress.step)
    except TemplateError as error:
        _say(report.finding_lines(error.findings, language))
        raise
    progress.close()
    printed_by = str(earlier.get("printed_by", ""))
    notes = [
        _OWN_TEMPLATE.say(language, name=own) for kind in KINDS if (own := own_template(kind, templates)) is not None
    ]
    uncounted = any(made.content and made.has_contents and (force or not made.counted) for made in outcome.documents)
    try:
        press = find_press() if pdf is not False or (uncounted and not no_pages) else None
    except Halt as halt:
        press = None
        if pdf:
            outcome.halts.append(halt)
        else:
            notes += [f"{_WORD_ONLY.say(language)}: {line}" for line in report.halt_lines([halt], language)]
    if press is not None:
        progress = report.Progress(len(outcome.documents), language)
        printing.print_documents(
            outcome,
            press,
            output,
            earlier,
            pdf=pdf is not False,
            count_pages=not no_pages,
            jobs=jobs,
            force=force,
            step=progress.step,
        )
        progress.close()
    printing.keep_pdfs(outcome, earlier)
    printing.clear_kept(outcome, earlier)
    if press is not None and pdf is not False:
        printed_by = press.fingerprint
    notes += report.contents_lines(outcome, language)
    write_manifest(outcome, output, printed_by, earlier)
    if as_json:
        click.echo((output / MANIFEST).read_text(encoding="utf-8"), nl=False)
    else:
        _say(_closing(outcome, output, language) + notes)
    _complain(outcome.halts, language)
    return outcome.exit_code


def _closing(outcome: "Outcome", output: Path, language: Language) -> list[str]:
    from generator import report

    findings = [*outcome.findings, *(finding for made in outcome.documents for finding in made.findings)]
    table = report.table_lines(outcome, output, language)
    return [*report.finding_lines(findings, language), "", *table]


def _check(paths: Sequence[Path], language: Language, jobs: int | None, as_json: bool) -> int:
    import json

    from generator import batch, report
    from generator.outcome import as_plain

    workbooks = batch.find_workbooks(paths)
    progress = report.Progress(len(workbooks), language)
    results = list(batch.read_all(workbooks, DEFAULT_TEMPLATES, jobs, progress.step))
    progress.close()
    findings = [
        finding
        for documents, general in results
        for group in (general, *(made.findings for made in documents))
        for finding in group
    ]
    if as_json:
        listed = [as_plain(finding) for finding in report.in_order(findings)]
        click.echo(json.dumps({"findings": listed}, ensure_ascii=False, indent=2))
    else:
        _say(report.finding_lines(findings, language))
    return 1 if any(finding.is_error for finding in findings) else 0


def _explain(code: str | None, language: Language) -> None:
    from generator import report
    from generator.model.rules import RULES

    if code is None:
        _say([report.rule_lines(rule, language)[0] for rule in RULES.values()])
    elif (rule := RULES.get(code.strip().upper())) is not None:
        _say(report.rule_lines(rule, language))
    else:
        raise Halt(_NO_CODE.filled(code=code), _NO_CODE_CURE.filled(codes=" ".join(RULES)))


def _say(lines: Sequence[str]) -> None:
    click.echo("\n".join(lines))


def _complain(halts: Sequence[Halt], language: Language) -> None:
    from generator import report

    for line in report.halt_lines(halts, language):
        click.echo(line, err=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with `arguments`, or those of the command line.

    Exit codes: 0 good, 1 errors in workbooks, 2 the operator must act.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(arguments)
    _speak(language)
    try:
        make_command(language)(arguments, prog_name="generate")
    except Halt as halt:
        _complain([halt], language)
        sys.exit(2)


if __name__ == "__main__":
    main()
