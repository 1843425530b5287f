"""The command `generate build`, and what `generate` alone does: documents from workbooks."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator.cli import screen
from generator.words import Halt, Language, Words

if TYPE_CHECKING:
    from generator.outcome import Outcome
    from generator.pdf.press import Press

_BUILD: Final = Words("สร้างเอกสารจากสมุดงานหรือโฟลเดอร์ที่ระบุ", "Make the documents of workbooks or folders.")
_TARGET: Final = Words("โฟลเดอร์ปลายทาง", "where the documents go")
_PDF: Final = Words("สร้าง PDF ด้วย", "make PDFs as well")
_FORCE: Final = Words("สร้างใหม่ทั้งหมดแม้ไม่มีอะไรเปลี่ยน", "make everything again")
_NO_PAGES: Final = Words(
    "ไม่นับหน้าใหม่ สารบัญใช้เลขหน้าที่นับไว้ครั้งก่อน ถ้าไม่มีพิมพ์ …",
    "do not count pages: contents show those counted before, else …",
)
_OWN_TEMPLATE: Final = Words("ใช้แม่แบบของหน่วยงาน {name}", "using the office's own template {name}")
_WORD_ONLY: Final = Words("ได้เฉพาะไฟล์ Word", "Word files only")


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""

    def say(words: Words) -> str:
        return words.say(language)

    @group.command(options_metavar=say(screen.OPTIONS), help=say(_BUILD))
    @click.argument("paths", nargs=-1, required=True, metavar=say(screen.PATHS), type=click.Path(path_type=Path))
    @click.option("-o", "--output", type=click.Path(path_type=Path), default=screen.DEFAULT_OUTPUTS, help=say(_TARGET))
    @click.option(
        "--templates", type=click.Path(path_type=Path), default=screen.DEFAULT_TEMPLATES, help=say(screen.TEMPLATES)
    )
    @click.option("--kr", multiple=True, type=click.Path(path_type=Path), help=say(screen.KR))
    @click.option("--pdf", is_flag=True, help=say(_PDF))
    @click.option("--pdf-if-possible", is_flag=True, hidden=True)
    @click.option("--no-pages", is_flag=True, help=say(_NO_PAGES))
    @click.option("--force", is_flag=True, help=say(_FORCE))
    @click.option("--jobs", type=click.IntRange(1, 64), default=None, help=say(screen.JOBS))
    @click.option("--json", "as_json", is_flag=True, help=say(screen.JSON))
    @click.pass_context
    def build(
        ctx: click.Context, /, paths: tuple[Path, ...], output: Path, pdf: bool, pdf_if_possible: bool, **rest: Any
    ) -> None:
        ctx.exit(run(paths, output, language, pdf=True if pdf else None if pdf_if_possible else False, **rest))


def run(
    paths: Sequence[Path],
    output: Path,
    language: Language,
    *,
    pdf: bool | None,
    kr: Sequence[Path] = (),
    templates: Path = screen.DEFAULT_TEMPLATES,
    no_pages: bool = False,
    force: bool = False,
    jobs: int | None = None,
    as_json: bool = False,
) -> int:
    """Build and report; `pdf` None makes PDFs where that is possible. Return the exit code."""
    from generator import batch, printing, report
    from generator.forms.documents import KINDS, own_template
    from generator.manifest import MANIFEST, Journal, read_manifest, write_manifest
    from generator.progress import Progress
    from generator.reading import find_kr_workbooks, find_workbooks
    from generator.render.template import TemplateError

    workbooks = find_workbooks(paths)
    besides = find_kr_workbooks(kr, screen.DEFAULT_KR, workbooks)
    earlier = read_manifest(output)
    progress = Progress(len(workbooks), language)
    try:
        outcome = batch.build(
            workbooks,
            output,
            kr=besides,
            templates=templates,
            earlier=earlier,
            jobs=jobs,
            force=force,
            step=progress.step,
        )
    except TemplateError as error:
        screen.say(report.finding_lines(error.findings, language))
        raise
    progress.close()
    notes = [
        _OWN_TEMPLATE.say(language, name=own) for kind in KINDS if (own := own_template(kind, templates)) is not None
    ]
    counting = not no_pages and any(made.docx and made.has_contents for made in outcome.documents)
    try:
        press = _press() if not outcome.interrupted and (pdf is not False or counting) else None
    except Halt as halt:
        press = None
        if pdf:
            outcome.halts.append(halt)
        elif pdf is None or any(not made.counted for made in outcome.documents):
            notes += [f"{_WORD_ONLY.say(language)}: {line}" for line in report.halt_lines([halt], language)]
    if press is not None:
        wanted = {"pdf": pdf is not False, "count_pages": not no_pages, "force": force}
        progress = Progress(len(printing.to_print(outcome, press, **wanted)), language)
        with Journal(output) as journal:
            printing.print_documents(outcome, press, output, jobs=jobs, step=progress.step, note=journal.note, **wanted)
        progress.close()
    printing.clear_kept(outcome, earlier)
    if not outcome.interrupted:
        notes += report.contents_lines(outcome, language)
    write_manifest(outcome, output, read_manifest(output))  # read again: another run may have ended meanwhile
    if as_json:
        click.echo((output / MANIFEST).read_text(encoding="utf-8"), nl=False)
    else:
        screen.say(_closing(outcome, output, language) + notes)
    screen.complain(outcome.halts, language)
    if crashes := [source.crash for source in outcome.sources if source.crash is not None]:
        raise crashes[0]
    return outcome.exit_code


def _press() -> "Press":
    from generator.pdf.press import find_press  # which brings fontTools

    return find_press()


def _closing(outcome: "Outcome", output: Path, language: Language) -> list[str]:
    from generator import report

    table = report.table_lines(outcome, output, language)
    return [
        *report.finding_lines(outcome.told, language, folded=True),
        "",
        *table,
        *report.run_lines(outcome, language),
    ]
