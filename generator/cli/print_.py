"""The command `generate print`: finished PDFs to a printer, in order, and on from where the last run stopped."""

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

import click

from generator.cli import screen
from generator.words import Halt, Language, Words

if TYPE_CHECKING:
    from datetime import datetime

    from generator.dispatch import How, News
    from generator.papers import Paper, Selection
    from generator.printlog import Entry

MOST_COPIES: Final = 999

_PRINT: Final = Words(
    "พิมพ์ PDF ที่ทำแล้วออกเครื่องพิมพ์ตามลำดับ สั่งซ้ำจะพิมพ์ต่อจากฉบับที่ยังไม่ได้พิมพ์",
    "Print finished PDFs in order; told again, it goes on at the first one not printed.",
)
_PRINTER: Final = Words("ชื่อเครื่องพิมพ์ (ไม่ระบุ = เครื่องพิมพ์หลัก)", "name of the printer; the default one if left out")
_COPIES: Final = Words("จำนวนชุด", "copies of each")
_DUPLEX: Final = Words("พิมพ์สองหน้า พลิกด้านยาว", "two-sided, turned over the long edge")
_DRY_RUN: Final = Words("บอกว่าจะพิมพ์อะไรที่ใด โดยไม่พิมพ์", "say what would be printed where, and print nothing")
_AGAIN: Final = Words("พิมพ์ใหม่ทั้งหมดแม้พิมพ์แล้ว", "print all again, even what is printed")
_DRAFTS: Final = Words("พิมพ์ร่างที่มีลายน้ำด้วย", "print drafts too, with their watermark")

_WHERE: Final = Words("{printer} · {copies} ชุด · {sides}", "{printer} · {copies} copies · {sides}")
_TWO: Final = Words("สองหน้า", "two-sided")
_ONE: Final = Words("หน้าเดียว", "one-sided")
_SIZE: Final = Words("{pages} หน้า {sheets} แผ่น", "{pages} pages, {sheets} sheets")
_WOULD: Final = Words("จะพิมพ์", "would be printed")
_TOTAL: Final = Words("จะพิมพ์ {count} ฉบับ {sheets} แผ่น", "{count} would be printed, {sheets} sheets")
_WAS: Final = Words("พิมพ์แล้ว {at}", "printed already, {at}")
_KEPT_BACK: Final = Words("ไม่พิมพ์", "not printed")
_PASSED_OVER: Final = Words(
    "ไม่อยู่ใน manifest.json จึงไม่พิมพ์ ระบุชื่อไฟล์เองหากต้องการ: {names}",
    "not in manifest.json and not printed, unless named: {names}",
)
_SAID: Final = Words("[{number}/{total}] {title} · {state}", "[{number}/{total}] {title} · {state}")
_BEFORE: Final = Words("พิมพ์แล้วก่อนหน้านี้", "printed before")
_DONE: Final = Words(
    "พิมพ์แล้ว {now} ฉบับ พิมพ์ไว้ก่อนหน้านี้ {before} ฉบับ ยังไม่ได้พิมพ์ {left} ฉบับ",
    "printed {now}, printed before {before}, not printed {left}",
)
_STOPPED: Final = Words(
    "หยุดตามคำสั่ง สั่งเดิมอีกครั้งเพื่อพิมพ์ต่อ (ไม่ใส่ --again)", "stopped as told; the same command without --again goes on"
)
_LEFT: Final = Words(
    "งาน {job} ({title}) ยังอยู่ในคิวและจะพิมพ์ต่อ ครั้งหน้าจะไม่พิมพ์ซ้ำ หากไม่ต้องการ ลบด้วย cancel {job}",
    "the job {job} ({title}) is left to print, and is not printed again; if that is not wanted: cancel {job}",
)
_FORGOTTEN: Final = Words("{title}: ไม่รู้ว่าพิมพ์แล้วหรือไม่", "{title}: nobody knows whether it is printed")
_FORGOTTEN_CURE: Final = Words(
    "ดูที่เครื่องพิมพ์ หากยังไม่ได้พิมพ์ สั่ง generate print {path} --again",
    "look at the printer; if it is not printed: generate print {path} --again",
)
_UNFOLLOWED: Final = Words(
    "Windows ไม่บอกว่าพิมพ์เสร็จหรือไม่ และอาจพิมพ์ไม่ตรงลำดับ ตรวจที่เครื่องพิมพ์",
    "Windows does not tell whether they are printed, nor keep their order: look at the printer",
)
_STATES: Final = {
    "WAITING": Words("อยู่ในคิว ({job})", "queued ({job})"),
    "HELD": Words("ถูกพักไว้ ({job})", "held ({job})"),
    "PRINTING": Words("กำลังพิมพ์ ({job})", "printing ({job})"),
    "STOPPED": Words("เครื่องพิมพ์หยุด ({job})", "the printer stopped ({job})"),
    "PRINTED": Words("พิมพ์เสร็จ", "printed"),
    "CANCELLED": Words("ถูกยกเลิก ({job})", "cancelled ({job})"),
    "ABORTED": Words("พิมพ์ไม่สำเร็จ ({job})", "failed ({job})"),
    "GIVEN": Words("ส่งให้โปรแกรมอ่าน PDF แล้ว", "given to the PDF reader"),
    "UNKNOWN": Words("ไม่รู้ว่าพิมพ์แล้วหรือไม่", "nobody knows whether it is printed"),
}
"""By the name of a `State`, so that the print system is not imported for `--help`."""
_ENDED: Final = ("PRINTED", "GIVEN")
_GOING_ON: Final = ("WAITING", "PRINTING")


def add(group: click.Group, language: Language) -> None:
    """Add the command to `group`, its words in `language`."""

    @group.command("print", options_metavar=screen.OPTIONS.say(language), help=_PRINT.say(language))
    @click.argument(
        "paths", nargs=-1, required=True, metavar=screen.PATHS.say(language), type=click.Path(path_type=Path)
    )
    @click.option("--printer", help=_PRINTER.say(language))
    @click.option(
        "--copies", type=click.IntRange(1, MOST_COPIES), default=1, show_default=True, help=_COPIES.say(language)
    )
    @click.option("--duplex", is_flag=True, help=_DUPLEX.say(language))
    @click.option("--dry-run", is_flag=True, help=_DRY_RUN.say(language))
    @click.option("--again", "--force", "again", is_flag=True, help=_AGAIN.say(language))
    @click.option("--drafts", is_flag=True, help=_DRAFTS.say(language))
    @click.pass_context
    def print_(
        ctx: click.Context,
        /,
        paths: tuple[Path, ...],
        printer: str | None,
        copies: int,
        duplex: bool,
        dry_run: bool,
        again: bool,
        drafts: bool,
    ) -> None:
        from generator.dispatch import How, dispatch
        from generator.papers import select
        from generator.pdf.spooler import find_spooler

        selection = select(paths, drafts)
        try:
            spooler = find_spooler()
            how = How(spooler.choose(printer, copies, duplex), copies, duplex)
        except Halt as halt:
            if dry_run:  # what would be printed can be said all the same
                _foretell(selection, How(printer or "-", copies, duplex), again, language)
                screen.complain([paper.obstacle for paper in selection.papers if paper.obstacle is not None], language)
            raise halt
        sides = (_TWO if duplex else _ONE).say(language)
        screen.say([_WHERE.say(language, printer=how.printer, copies=copies, sides=sides)])
        if names := ", ".join(path.name for path in selection.passed_over):
            screen.say([_PASSED_OVER.say(language, names=names)])
        obstacles = [paper.obstacle for paper in selection.papers if paper.obstacle is not None]
        if dry_run:
            _foretell(selection, how, again, language)
            screen.complain(obstacles, language)
            ctx.exit(2 if obstacles else 0)
        screen.complain(obstacles, language)
        report = _Report(selection, language)
        with _interruption() as stop:
            try:
                for news in dispatch(selection.papers, spooler, how, stop, again):
                    report.tell(news)
            except Halt as halt:
                report.close(False)
                screen.complain([halt], language)
                ctx.exit(2)
        report.close(stop.is_set())
        if not spooler.follows:
            screen.say([_UNFOLLOWED.say(language)])
        ctx.exit(0 if report.complete else 130 if stop.is_set() else 2)


@contextmanager
def _interruption() -> Iterator[threading.Event]:
    """Yield an event that the first Ctrl+C sets, so that no job is torn; the second one ends the program."""
    stop = threading.Event()

    def heard(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _foretell(selection: "Selection", how: "How", again: bool, language: Language) -> None:
    """Say what would be printed."""
    from generator.dispatch import printed_before

    entries: Sequence[Entry | None] = printed_before(selection.papers, how)
    total = len(selection.papers)
    wanted: list[Paper] = []
    lines = []
    for number, (paper, entry) in enumerate(zip(selection.papers, entries, strict=True), 1):
        size = _SIZE.say(language, pages=paper.pages, sheets=how.sheets(paper))
        if paper.obstacle is not None:
            state = _KEPT_BACK.say(language)
        elif entry is not None and not again:
            state = _WAS.say(language, at=_moment(entry.at))
        else:
            state = f"{_WOULD.say(language)} · {size}"
            wanted.append(paper)
        lines.append(_SAID.say(language, number=number, total=total, title=paper.title, state=state))
    sheets = sum(map(how.sheets, wanted))
    screen.say([*lines, _TOTAL.say(language, count=len(wanted), sheets=sheets)])


def _moment(at: "datetime") -> Words:
    """Return a moment as people here write it."""
    from generator.thai.dates import thai_date

    local = at.astimezone()
    return Words(f"{thai_date(local.date())} {local:%H:%M} น.", f"{local:%Y-%m-%d %H:%M}").filled()


class _Report:
    """Says what becomes of each PDF, and in the end of all."""

    def __init__(self, selection: "Selection", language: Language) -> None:
        self._numbers = {paper.path: number for number, paper in enumerate(selection.papers, 1)}
        self._language = language
        self._last: dict[Path, News] = {}

    def tell(self, news: "News") -> None:
        """Say what has become of a PDF."""
        self._last[news.paper.path] = news
        words = _BEFORE if news.before else _STATES[news.state.name]
        state = words.say(self._language, job=news.job)
        if news.notice.th and not news.before and news.state.name in _GOING_ON:
            state += f" ({news.notice.say(self._language)})"
        number, total = self._numbers[news.paper.path], len(self._numbers)
        screen.say([_SAID.say(self._language, number=number, total=total, title=news.paper.title, state=state)])

    def close(self, stopped: bool) -> None:
        """Say how many are printed, and where things stand that are not."""
        done = [news for news in self._last.values() if news.state.name in _ENDED]
        before = sum(news.before for news in done)
        left = len(self._numbers) - len(done)
        lines = [_DONE.say(self._language, now=len(done) - before, before=before, left=left)]
        if stopped:
            going = [news for news in self._last.values() if news.state.name in _GOING_ON]
            lines += [_LEFT.say(self._language, job=news.job, title=news.paper.title) for news in going]
            lines += [_STOPPED.say(self._language)] if left else []
        screen.say(lines)
        screen.complain(
            [
                Halt(_FORGOTTEN.filled(title=news.paper.title), _FORGOTTEN_CURE.filled(path=news.paper.path))
                for news in self._last.values()
                if news.state.name == "UNKNOWN"
            ],
            self._language,
        )

    @property
    def complete(self) -> bool:
        """Whether everything is printed."""
        done = [news for news in self._last.values() if news.state.name in _ENDED]
        return len(done) == len(self._numbers)
