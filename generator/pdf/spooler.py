"""The print system of this computer: CUPS, or on Windows what its PDF reader does when a file is to be printed.

Knows nothing of what is printed in which order.
"""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from generator.pdf.cups import Cups
from generator.pdf.job import Job, Spooler, State, Status
from generator.words import Halt, Words

_DEFAULT: Final = "default"
_GIVEN: Final = "given"
_FIXED: Final = Words(
    "บน Windows โปรแกรมเลือกเครื่องพิมพ์ จำนวนชุด และพิมพ์สองหน้าให้ไม่ได้",
    "on Windows the printer, the copies and two-sided printing cannot be chosen from here",
)
_FIXED_CURE: Final = Words(
    "ตั้งเครื่องพิมพ์หลักและการพิมพ์สองหน้าใน Windows แล้วสั่งใหม่โดยไม่ใส่ --printer --copies --duplex",
    "set the default printer and its two sides in Windows, then leave out --printer, --copies and --duplex",
)
_NO_READER: Final = Words("Windows สั่งพิมพ์ {name} ไม่ได้ ({reason})", "Windows cannot print {name} ({reason})")
_NO_READER_CURE: Final = Words(
    "ติดตั้งโปรแกรมอ่าน PDF ที่พิมพ์ได้ เช่น Adobe Acrobat Reader แล้วตั้งเป็นโปรแกรมหลัก",
    "install a PDF reader that can print, such as Adobe Acrobat Reader, and make it the default",
)


def find_spooler(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Spooler:
    """Return the print system of this computer; raise Halt if there is none."""
    return Shell() if platform == "win32" else Cups(environment)


class Shell:
    """The print verb of Windows: gives a file to the PDF reader, which prints it on the default printer or does not.

    It takes no copies, no sides, no printer, and does not tell what becomes of a file. Tested with a stand-in only.
    """

    follows = False

    def __init__(self, start: Callable[[str, str], None] | None = None) -> None:
        """Take the function that starts a verb with a file, by default that of Windows."""
        self._start = start or _start

    def choose(self, printer: str | None, copies: int, duplex: bool) -> str:
        """Return a name for the default printer; raise Halt if something is asked that Windows does not take."""
        if printer is not None or copies != 1 or duplex:
            raise Halt(_FIXED, _FIXED_CURE)
        return _DEFAULT

    def send(self, job: Job, accepted: Callable[[str], None]) -> str:
        """Give the file of a job to the PDF reader; raise Halt if there is none."""
        try:
            self._start(str(job.path.resolve()), "print")
        except OSError as error:
            reason = error.strerror or str(error)
            raise Halt(_NO_READER.filled(name=job.path.name, reason=reason), _NO_READER_CURE) from error
        accepted(_GIVEN)
        return _GIVEN

    def release(self, number: str) -> None:
        """Do nothing: Windows holds no jobs for us."""

    def find(self, job: Job, since: datetime) -> str | None:
        """Return an id that stands for a file that may have been given or not."""
        return "?"

    def status(self, number: str) -> Status:
        """Return that a file was given, or that this is not known."""
        return Status(State.GIVEN if number == _GIVEN else State.UNKNOWN)


def _start(path: str, verb: str) -> None:
    if sys.platform == "win32":
        os.startfile(path, verb)
    else:
        raise OSError("no Windows")
