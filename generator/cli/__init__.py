"""The command `generate`: its arguments and its words, nothing else. Each command has a module of its own."""

import atexit
import gettext
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from generator import __version__
from generator.cli import book, build, check, collect, fix, new, print_, scatter, screen
from generator.garbage import collect_seldom
from generator.words import Halt, Language, Words

COMMANDS: Final = (build, check, fix, new, scatter, book, print_, collect)
"""The modules whose `add` puts a command into the group."""

_ABOUT: Final = Words(
    "สร้างเอกสาร Word และ PDF ของกรุงเทพมหานครจากสมุดงาน Excel\n\n"
    "พิมพ์ generate อย่างเดียว = สร้างทุกอย่างใน inputs ไปไว้ที่ outputs",
    "Make official Word documents and PDFs from Excel workbooks.\n\ngenerate alone builds all of inputs into outputs",
)
_SUBCOMMANDS: Final = Words("[คำสั่งย่อย] …", "[COMMAND] …")
_LANG: Final = Words("ภาษาของข้อความบนหน้าจอ", "language of the screen")


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
        gettext.bindtextdomain("messages", str(Path(__file__).parent.parent / "locale"))
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
        options_metavar=say(screen.OPTIONS),
        subcommand_metavar=say(_SUBCOMMANDS),
    )
    @click.option("--lang", type=click.Choice(["th", "en"]), default=language, help=say(_LANG), expose_value=False)
    @click.version_option(__version__, prog_name="generate")
    @click.pass_context
    def generate(ctx: click.Context) -> None:
        if ctx.invoked_subcommand is None:
            ctx.exit(build.run([screen.DEFAULT_INPUTS], screen.DEFAULT_OUTPUTS, language, pdf=None))

    for command in COMMANDS:
        command.add(generate, language)
    return generate


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command with `arguments`, or those of the command line.

    Exit codes: 0 good, 1 errors in workbooks, 2 the operator must act.
    """
    if arguments is None:  # the process is the command's own
        collect_seldom()
        atexit.register(collect_seldom)  # nor is it looked through once more when it ends
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(arguments)
    _speak(language)
    try:
        make_command(language)(arguments, prog_name="generate")
    except Halt as halt:
        screen.complain([halt], language)
        sys.exit(2)
