"""What a print job is, what may become of it, and what every print system must be able to do with it.

Knows neither CUPS nor Windows, and nothing of forms, manifests or journals.
"""

import enum
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from generator.words import Words

LONGEST_TITLE: Final = 255
"""In octets of UTF-8: more is no name in IPP (RFC 8011 §5.1.3)."""
_NOTHING: Final = Words("", "")


class State(enum.Enum):
    """What has become of a print job."""

    WAITING = enum.auto()
    HELD = enum.auto()
    PRINTING = enum.auto()
    STOPPED = enum.auto()
    """It cannot go on before somebody sees to the printer."""
    PRINTED = enum.auto()
    CANCELLED = enum.auto()
    ABORTED = enum.auto()
    """The print system gave it up."""
    GIVEN = enum.auto()
    """It was handed to a program that does not tell what becomes of it."""
    UNKNOWN = enum.auto()
    """The print system does not know the job: it may be printed or not."""


class Status(NamedTuple):
    """The state of a job, the title under which the print system knows it, and what the printer says beside it."""

    state: State
    title: str | None = None
    notice: Words = _NOTHING


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be printed: a PDF, `content` being what stands in the file `path`, and how."""

    path: Path
    content: bytes
    title: str
    printer: str
    copies: int
    duplex: bool


class Spooler(Protocol):
    """A print system. What only the operator can mend is a Halt."""

    @property
    def follows(self) -> bool:
        """Whether it can print to a printer of choice, several copies, two-sided, and tell what becomes of a job."""

    def choose(self, printer: str | None, copies: int, duplex: bool) -> str:
        """Return the printer to print to, by default that of the system, if it is there and ready for this."""

    def send(self, job: Job, accepted: Callable[[str], None]) -> str:
        """Print a job and return its id; `accepted` is given the id before a sheet can be printed."""

    def release(self, number: str) -> None:
        """Let a job be printed that was accepted, but not yet let go."""

    def find(self, job: Job, since: datetime) -> str | None:
        """Return the id of such a job that was accepted at that time or later and not let go, if there is one."""

    def status(self, number: str) -> Status:
        """Return what has become of a job."""


def job_title(text: str) -> str:
    """Return `text` as the title of a job: one line without control characters, cut in its middle if it is too long."""
    line = " ".join("".join(" " if char.isspace() else char for char in text if _is_shown(char)).split())
    if len(line.encode()) <= LONGEST_TITLE:
        return line
    half = (LONGEST_TITLE - len("…".encode())) // 2
    head, tail = _fitting(line, half), len(line) - _fitting(line[::-1], half)
    while head and _is_mark(line[head]):
        head -= 1
    while tail < len(line) and _is_mark(line[tail]):
        tail += 1
    return f"{line[:head]}…{line[tail:]}"


def _is_shown(char: str) -> bool:
    return char.isspace() or not unicodedata.category(char).startswith("C")


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _fitting(text: str, octets: int) -> int:
    """Return how many characters at the beginning of a text fit into so many octets."""
    return len(text.encode()[:octets].decode("utf-8", "ignore"))
