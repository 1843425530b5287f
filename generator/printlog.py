"""What was sent to a printer, kept beside the PDFs so that a further run goes on where the last one stopped.

Knows neither printers nor what is printed.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator import __version__
from generator.files import put
from generator.words import Halt, Words

if sys.platform != "win32":
    import fcntl

PRINT_LOG: Final = "printed.json"
_DAMAGED: Final = Words(
    "อ่าน {path} ไม่ได้ จึงไม่รู้ว่าพิมพ์อะไรไปแล้ว", "{path} cannot be read, so what was printed is not known"
)
_DAMAGED_CURE: Final = Words("ลบไฟล์นั้นหากต้องการพิมพ์ใหม่ทั้งหมด", "delete it if everything is to be printed again")
_BUSY: Final = Words("มีการสั่งพิมพ์ {folder} อยู่แล้ว", "{folder} is being printed already")
_BUSY_CURE: Final = Words("รอให้จบ หรือหยุดคำสั่งนั้นก่อน", "wait until it is done, or stop it first")


class Step(StrEnum):
    """How far a PDF has come."""

    SENDING = "sending"
    """It was about to be given to the print system, which may have taken it; it has not been printed."""
    ACCEPTED = "accepted"
    """The print system has it, but was not yet seen to let it go."""
    SENT = "sent"
    PRINTED = "printed"
    GIVEN = "given"
    """It was handed to a program that does not tell what becomes of it."""
    CANCELLED = "cancelled"
    ABORTED = "aborted"
    UNKNOWN = "unknown"
    """The print system has forgotten the job; it may be printed or not."""


class Key(NamedTuple):
    """What makes printing the same: what stands in the PDF, and how it was printed."""

    sha256: str
    printer: str
    copies: int
    duplex: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """How far a PDF has come, the id of its job, its title, its file, and when this was noted."""

    step: Step
    job: str
    title: str
    file: str
    at: datetime


class PrintLog:
    """The log of a folder. Every change is on the disk before the method returns."""

    def __init__(self, folder: Path) -> None:
        """Read the log; raise Halt if it is there and cannot be understood."""
        self._path = folder / PRINT_LOG
        self._entries = _read(self._path)

    def entry(self, key: Key) -> Entry | None:
        """Return what is known of a PDF, None if it was never sent."""
        return self._entries.get(key)

    def note(self, key: Key, step: Step, job: str, title: str, file: str) -> None:
        """Note how far a PDF has come; raise Halt if the folder cannot be written."""
        self._entries[key] = Entry(step, job, title, file, datetime.now(UTC).replace(microsecond=0))
        self._write()

    def forget(self, keys: set[Key]) -> None:
        """Forget what is known of some PDFs, so that they are printed again."""
        if known := keys & self._entries.keys():
            for key in known:
                del self._entries[key]
            self._write()

    def _write(self) -> None:
        jobs = [key._asdict() | asdict(entry) | {"at": entry.at.isoformat()} for key, entry in self._entries.items()]
        text = json.dumps({"generator": __version__, "jobs": jobs}, ensure_ascii=False, indent=2) + "\n"
        put(text.encode(), self._path)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other runs from printing the same folder meanwhile; raise Halt if one does. Windows keeps none."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network drive without locks
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Halt(_BUSY.filled(folder=folder), _BUSY_CURE) from error
        yield
    finally:
        os.close(descriptor)


def _read(path: Path) -> dict[Key, Entry]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Halt(_DAMAGED.filled(path=path), _DAMAGED_CURE) from error
    try:
        return dict(map(_one, json.loads(text)["jobs"]))
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Halt(_DAMAGED.filled(path=path), _DAMAGED_CURE) from error


def _one(job: Mapping[str, Any]) -> tuple[Key, Entry]:
    key = Key(str(job["sha256"]), str(job["printer"]), int(job["copies"]), bool(job["duplex"]))
    job_id, title, file = (str(job[name]) for name in ("job", "title", "file"))
    return key, Entry(Step(job["step"]), job_id, title, file, datetime.fromisoformat(job["at"]))
