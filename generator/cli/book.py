"""The command `generate book`: the plans of all districts in one PDF for the print shop, or in volumes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from generator.cli import screen
from generator.words import Language, Words

if TYPE_CHECKING:
    from generator.bookmaking.making import Book

_BOOK: Final = Words(
    "รวม PDF ของแผนทุกเขตเป็นเล่มเดียวหรือหลายเล่มสำหรับโรงพิมพ์",
    "Bind the PDFs of all plans into one book, or into volumes, for the print shop.",
)
_PATHS: Final = Words("โฟลเดอร์หรือไฟล์ PDF…", "FOLDERS OR PDF FILES…")
_TARGET: Final = Words("ไฟล์ PDF ของเล่ม หลายเล่มเติม -เล่ม-1 -เล่ม-2 …", "the PDF of the book; volumes add -เล่ม-1, -เล่ม-2 …")
_YEAR: Final = Words("ปีงบประมาณ พ.ศ. เมื่อมีแผนหลายปี", "the fiscal year, where there are plans of several (Buddhist Era)")
_ORDER: Final = Words(
    "เรียงตามรหัสเขต (code) หรือกลุ่มเขต (group)", "by the codes of districts (code) or by their groups (group)"
)
_SEPARATORS: Final = Words(
    "ใส่ใบคั่นหน้าแผนแต่ละเขต (district) หรือหน้ากลุ่มเขต (group)", "a separator sheet for each district, or each group"
)
_MAX_PAGES: Final = Words("แบ่งเล่มไม่ให้เกินจำนวนหน้านี้", "cut into volumes of at most so many pages")
_BY_GROUP: Final = Words("แบ่งเล่มตามกลุ่มเขต", "cut into a volume for each group of districts")
_DRAFTS: Final = Words(
    "ทำเล่มตรวจ: รวมร่างและ PDF ที่ไม่ตรงกับ Word ข้ามเขตที่ไม่มี PDF",
    "for proofreading: take drafts and PDFs that are not those of their Word files, leave out what has no PDF",
)
_BOUND: Final = Words(
    "สร้าง {name} แล้ว: {districts} เขต {pages} หน้า {size} MB",
    "wrote {name}: {districts} districts, {pages} pages, {size} MB",
)
_NOT_BOUND: Final = Words("ยังไม่ได้รวมเล่ม ต้องแก้ {count} ข้อ:", "not bound, {count} things to see to:")
_UNFIT: Final = Words("เล่มตรวจ ห้ามส่งพิมพ์:", "for proofreading only, not for print:")
_TAKEN_DRAFTS: Final = Words(
    "เล่มตรวจ ห้ามส่งพิมพ์: เป็นร่าง {count} เขต: {names}", "for proofreading only: {count} districts are drafts: {names}"
)
_ABSENT: Final = Words("ไม่มีแผนของ {count} เขต: {names}", "no plans of {count} districts: {names}")
_LEFTOVER: Final = Words(
    "ไฟล์จากครั้งก่อนยังอยู่ อย่าส่งพิมพ์: {names}", "files of an earlier book are still there, do not print them: {names}"
)
_OWN_TEMPLATE: Final = Words("ใช้แม่แบบของหน่วยงาน {name}", "using the office's own template {name}")


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""

    def say(words: Words) -> str:
        return words.say(language)

    @group.command(options_metavar=say(screen.OPTIONS), help=say(_BOOK))
    @click.argument("paths", nargs=-1, metavar=say(_PATHS), type=click.Path(path_type=Path, exists=True))
    @click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=say(_TARGET))
    @click.option("--year", type=click.IntRange(2500, 2700), default=None, help=say(_YEAR))
    @click.option("--order", type=click.Choice(["code", "group"]), default=None, help=say(_ORDER))
    @click.option("--separators", type=click.Choice(["district", "group"]), default=None, help=say(_SEPARATORS))
    @click.option("--max-pages", type=click.IntRange(min=1), default=None, help=say(_MAX_PAGES))
    @click.option("--by-group", is_flag=True, help=say(_BY_GROUP))
    @click.option("--drafts", is_flag=True, help=say(_DRAFTS))
    @click.option(
        "--templates", type=click.Path(path_type=Path), default=screen.DEFAULT_TEMPLATES, help=say(screen.TEMPLATES)
    )
    @click.pass_context
    def book(ctx: click.Context, /, paths: tuple[Path, ...], output: Path, **rest: Any) -> None:
        ctx.exit(_run(paths or (screen.DEFAULT_OUTPUTS,), output, language, **rest))


def _run(
    paths: tuple[Path, ...],
    output: Path,
    language: Language,
    *,
    year: int | None,
    drafts: bool,
    templates: Path,
    **wishes: Any,
) -> int:
    """Bind and report; return the exit code."""
    from generator import report
    from generator.bookmaking.making import Wishes, make_book
    from generator.forms.documents import BOOK, own_template
    from generator.render.template import TemplateError

    try:
        made = make_book(paths, output, Wishes(**wishes), year=year, drafts=drafts, templates=templates)
    except TemplateError as error:
        screen.say(report.finding_lines(error.findings, language))
        raise
    lines = _lines(made, language)
    if made.bound and (own := own_template(BOOK, templates)) is not None:
        lines.append(_OWN_TEMPLATE.say(language, name=own))
    if lines:
        screen.say(lines)
    if made.halts and not made.bound:
        click.echo(_NOT_BOUND.say(language, count=len(made.halts)), err=True)
    screen.complain(made.halts, language)
    return 2 if made.halts else 0


def _lines(made: "Book", language: Language) -> list[str]:
    """Return what there is to say of a book that was bound, and what it lacks."""
    from generator import report

    if not made.bound:
        return []
    lines = [
        _BOUND.say(
            language,
            name=bound.path,
            districts=bound.districts,
            pages=f"{bound.pages:,}",
            size=f"{bound.size / 1_000_000:.1f}",
        )
        for bound in made.bound
    ]
    if unfit := [*made.found.unfit, *made.found.lost]:
        lines += [_UNFIT.say(language), *(f"  {line}" for line in report.halt_lines(unfit, language))]
    for words, districts in ((_TAKEN_DRAFTS, made.drafts), (_ABSENT, made.absent)):
        if districts:
            names = " ".join(district.name for district in districts)
            lines.append(words.say(language, count=len(districts), names=names))
    if made.leftover:
        lines.append(_LEFTOVER.say(language, names=" ".join(path.name for path in made.leftover)))
    return lines
