"""Sends PDFs to a printer one after the other, follows each to its end, and goes on at the first one not printed.

A PDF is sent when the one before it is printed: so they lie in the tray in order, and what stops one stops all behind
it. Knows no forms and no screen.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.outcome import digest
from generator.papers import Paper
from generator.pdf.job import Job, Spooler, State, Status
from generator.printlog import Entry, Key, PrintLog, Step, alone
from generator.words import Halt, Words

_FIRST_LOOK: Final = 0.1
_LONGEST_LOOK: Final = 2.0
"""How long, in seconds, to wait before looking at a job again: longer and longer, since most take minutes."""

_CHANGED: Final = Words("{name} เปลี่ยนไประหว่างสั่งพิมพ์", "{name} changed meanwhile")
_AGAIN: Final = Words("สั่งเดิมอีกครั้ง", "try again")
_CANCELLED: Final = Words("งาน {job} ({title}) ถูกยกเลิก", "the job {job} ({title}) was cancelled")
_RESUME: Final = Words(
    "สั่งเดิมอีกครั้งเพื่อพิมพ์ต่อจากฉบับนี้ ฉบับที่พิมพ์แล้วไม่พิมพ์ซ้ำ",
    "try again to go on with this one: what is printed is not printed again",
)
_ABORTED: Final = Words(
    "ระบบพิมพ์พิมพ์งาน {job} ({title}) ไม่สำเร็จ {notice}", "the print system gave up {job} ({title}) {notice}"
)
_STOPPED: Final = Words(
    "เครื่องพิมพ์ {printer} หยุด {notice} งาน {job} ({title}) รออยู่ในคิว",
    "the printer {printer} stopped {notice}; the job {job} ({title}) waits in its queue",
)
_STOPPED_CURE: Final = Words(
    "แก้ที่เครื่องพิมพ์ เปิดด้วย cupsenable {printer} แล้วสั่งเดิมอีกครั้ง งานที่อยู่ในคิวไม่พิมพ์ซ้ำ",
    "see to the printer, start it with cupsenable {printer}, then try again: what is queued is not printed twice",
)
_HELD: Final = Words("งาน {job} ({title}) ถูกพักไว้ในคิว", "the job {job} ({title}) is held in the queue")
_HELD_CURE: Final = Words(
    "ปล่อยด้วย lp -i {job} -H resume หรือลบด้วย cancel {job} แล้วสั่งเดิมอีกครั้ง",
    "let it go with lp -i {job} -H resume, or remove it with cancel {job}, then try again",
)

_ENDS: Final = {
    State.PRINTED: Step.PRINTED,
    State.GIVEN: Step.GIVEN,
    State.CANCELLED: Step.CANCELLED,
    State.ABORTED: Step.ABORTED,
    State.UNKNOWN: Step.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class How:
    """How everything is printed."""

    printer: str
    copies: int
    duplex: bool

    def sheets(self, paper: Paper) -> int:
        """Return how many sheets a PDF takes, all copies together."""
        return (-(-paper.pages // 2) if self.duplex else paper.pages) * self.copies

    def key(self, paper: Paper) -> Key:
        """Return under which key the log knows a PDF."""
        return Key(paper.sha256, self.printer, self.copies, self.duplex)


class News(NamedTuple):
    """What has become of a PDF, the id of its job, what the printer says; `before` tells that the log has it."""

    paper: Paper
    state: State
    job: str = ""
    notice: Words = Words("", "")
    before: bool = False


def printed_before(papers: Sequence[Paper], how: How) -> list[Entry | None]:
    """Return for each PDF what its log says of it, if it says that it is done."""
    logs = {folder: PrintLog(folder) for folder in {paper.path.parent for paper in papers}}
    entries = [logs[paper.path.parent].entry(how.key(paper)) for paper in papers]
    return [entry if entry is not None and entry.step in (Step.PRINTED, Step.GIVEN) else None for entry in entries]


def dispatch(
    papers: Sequence[Paper], spooler: Spooler, how: How, stop: threading.Event, again: bool = False
) -> Iterator[News]:
    """Print PDFs in order and yield what becomes of each, whenever that changes.

    Those that the logs of their folders call printed are passed over, unless `again`. A job that an earlier run
    left is followed, not sent twice. When `stop` is set, nothing more is sent, and what was sent is left to the print
    system. Raise Halt if the print system or the printer wants somebody to see to it.
    """
    wanted = [paper for paper in papers if paper.obstacle is None]
    folders = dict.fromkeys(paper.path.parent.resolve() for paper in wanted)
    with ExitStack() as stack:
        for folder in folders:
            stack.enter_context(alone(folder))
        logs = {folder: PrintLog(folder) for folder in folders}
        if again:
            for log in logs.values():
                log.forget({how.key(paper) for paper in wanted})
        for paper in wanted:
            if stop.is_set():
                return
            yield from _Delivery(paper, spooler, how, logs[paper.path.parent.resolve()]).run(stop)


class _Delivery:
    """The printing of one PDF."""

    def __init__(self, paper: Paper, spooler: Spooler, how: How, log: PrintLog) -> None:
        self.paper = paper
        self.spooler = spooler
        self.how = how
        self.log = log
        self.key = how.key(paper)
        self.job = ""

    def run(self, stop: threading.Event) -> Iterator[News]:
        entry = self.log.entry(self.key)
        if entry is not None and entry.step in (Step.PRINTED, Step.GIVEN):
            yield News(self.paper, State.PRINTED if entry.step is Step.PRINTED else State.GIVEN, entry.job, before=True)
            return
        left = self._left_behind(entry)
        if left is not None and left.state is State.UNKNOWN:
            self._note(Step.UNKNOWN)
            yield News(self.paper, State.UNKNOWN, self.job)
            return
        if left is None:
            self._send()
        yield from self._follow(stop)

    def _left_behind(self, entry: Entry | None) -> Status | None:
        """Return the state of the job that an earlier run left, and let it go; None if the PDF has to be sent."""
        if entry is None:
            return None
        found = entry.job or self.spooler.find(self._order(b""), entry.at)
        if not found:
            return None
        status = self.spooler.status(found)
        if status.title not in (None, entry.title):  # the print system counts from the beginning again
            status = Status(State.UNKNOWN)
        lost = status.state is State.UNKNOWN and entry.step in (Step.CANCELLED, Step.ABORTED)
        if lost or status.state in (State.CANCELLED, State.ABORTED):
            return None
        self.job = found
        if status.state is State.HELD and entry.step in (Step.SENDING, Step.ACCEPTED):
            self._note(Step.ACCEPTED)
            self.spooler.release(found)
            self._note(Step.SENT)
        return status

    def _send(self) -> None:
        try:
            content = self.paper.path.read_bytes()
        except OSError:
            content = b""
        if digest(content) != self.paper.sha256:
            raise Halt(_CHANGED.filled(name=self.paper.path.name), _AGAIN)
        self._note(Step.SENDING)
        try:
            self.spooler.send(self._order(content), self._accepted)
        except Halt:
            if not self.job:
                self.log.forget({self.key})
            raise
        self._note(Step.SENT)

    def _accepted(self, job: str) -> None:
        self.job = job
        self._note(Step.ACCEPTED)

    def _order(self, content: bytes) -> Job:
        return Job(self.paper.path, content, self.paper.title, self.how.printer, self.how.copies, self.how.duplex)

    def _follow(self, stop: threading.Event) -> Iterator[News]:
        """Yield the states of the job until it has ended, or somebody has to see to it, or `stop` is set."""
        said: Status | None = None
        look = _FIRST_LOOK
        while True:
            status = self.spooler.status(self.job)
            if status != said:
                said = status
                yield News(self.paper, status.state, self.job, status.notice)
            if (end := _ENDS.get(status.state)) is not None:
                self._note(end)
                self._complain(status)
                return
            self._complain(status)
            if stop.wait(look):
                return
            look = min(look * 1.5, _LONGEST_LOOK)

    def _complain(self, status: Status) -> None:
        """Raise Halt if a job cannot go on by itself."""
        notice = Words(f"({status.notice.th})", f"({status.notice.en})") if status.notice.th else Words("", "")
        values = {"job": self.job, "title": self.paper.title, "printer": self.how.printer, "notice": notice}
        match status.state:
            case State.CANCELLED:
                raise Halt(_CANCELLED.filled(**values), _RESUME)
            case State.ABORTED:
                raise Halt(_ABORTED.filled(**values), _RESUME)
            case State.STOPPED:
                raise Halt(_STOPPED.filled(**values), _STOPPED_CURE.filled(**values))
            case State.HELD:
                raise Halt(_HELD.filled(**values), _HELD_CURE.filled(**values))

    def _note(self, step: Step) -> None:
        self.log.note(self.key, step, self.job, self.paper.title, self.paper.path.name)
