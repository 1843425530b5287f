"""Stands for a print system in tests that want none: jobs are taken, wait, print, and come to the end they are told."""

import threading
from collections.abc import Callable
from datetime import datetime

from generator.pdf.job import Job, State, Status
from generator.words import Words


class Impatient(threading.Event):
    """Waits for nothing."""

    def wait(self, timeout: float | None = None) -> bool:
        return self.is_set()


class Killed(BaseException):
    """Stands for the end of the process."""


class Queue:
    """Stands for a print system: each job waits, prints and is done, unless `fates` tells otherwise of its title.

    `dies` names what is done last before the process ends.
    """

    follows = True

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.held: set[int] = set()
        self.fates: dict[str, list[State]] = {}
        self.forgotten: set[int] = set()
        self._ahead: dict[int, list[State]] = {}
        self.dies = ""
        self.looks: Callable[[], object] = lambda: None

    @property
    def printed(self) -> list[str]:
        """Return the titles of the jobs that were let go, in order."""
        return [job.title for number, job in enumerate(self.jobs) if number not in self.held]

    def choose(self, printer: str | None, copies: int, duplex: bool) -> str:
        return printer or "eve"

    def send(self, job: Job, accepted: Callable[[str], None]) -> str:
        self.held.add(len(self.jobs))
        self.jobs.append(job)
        self._step("taken")
        accepted(number := f"eve-{len(self.jobs) - 1}")
        self._step("accepted")
        self.release(number)
        self._step("let go")
        return number

    def release(self, number: str) -> None:
        self.held.remove(int(number.removeprefix("eve-")))

    def find(self, job: Job, since: datetime) -> str | None:
        return next((f"eve-{number}" for number in sorted(self.held) if self.jobs[number].title == job.title), None)

    def status(self, number: str) -> Status:
        self.looks()
        index = int(number.removeprefix("eve-"))
        if index in self.forgotten:
            return Status(State.UNKNOWN)
        title = self.jobs[index].title
        if index in self.held:
            return Status(State.HELD, title)
        fate = self.fates.get(title, [State.WAITING, State.PRINTING, State.PRINTED])
        ahead = self._ahead.setdefault(index, list(fate))
        state = ahead.pop(0) if len(ahead) > 1 else ahead[0]
        self._step(state.name.lower())
        return Status(state, title, Words("กระดาษหมด", "out of paper") if state is State.STOPPED else Words("", ""))

    def _step(self, name: str) -> None:
        if self.dies == name:
            self.dies = ""
            raise Killed
