"""The command `generate new`: blank workbooks, and copies of templates."""

from pathlib import Path
from typing import Final

import click

from generator.cli import screen
from generator.words import Language, Words

FORM_NAMES: Final = ("kr", "plan", "city", "kr-form", "plan-form", "book-form")

_NEW: Final = Words(
    "สร้างแบบกรอกเปล่า (kr, plan, city = สิ่งที่เหมือนกันทุกเขต) หรือสำเนาแม่แบบ Word ไว้แก้ไข (kr-form, plan-form, book-form)",
    "Write a blank workbook (kr, plan, city: what is the same for all districts), or a copy of the Word template to "
    "edit (kr-form, plan-form, book-form).",
)
_ATTACH: Final = Words("เพิ่มตารางแนบของ KR รหัสนี้ (ระบุซ้ำได้)", "add an attachment for this KR code (may be repeated)")
_DISTRICT: Final = Words("เขตของแผน (เฉพาะ plan)", "the district of the plan (plan only)")
_YEAR: Final = Words(
    "ปีงบประมาณ พ.ศ. ของแผน (เฉพาะ plan และ city)", "the fiscal year of the plan, Buddhist Era (plan and city)"
)


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""

    @group.command(options_metavar=screen.OPTIONS.say(language), help=_NEW.say(language))
    @click.argument("form", type=click.Choice(FORM_NAMES))
    @click.option(
        "-o",
        "--output",
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=screen.NEW_TARGET.say(language),
    )
    @click.option("--attach", multiple=True, help=_ATTACH.say(language))
    @click.option("--district", help=_DISTRICT.say(language))
    @click.option("--year", help=_YEAR.say(language))
    def new(form: str, output: Path, attach: tuple[str, ...], district: str | None, year: str | None) -> None:
        from generator.blanks import write_blank

        written = write_blank(form, output, attachments=attach, district=district, year=year)
        screen.say([screen.WRITTEN.say(language, name=written)])
