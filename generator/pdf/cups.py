"""CUPS, the print system of Linux and macOS, asked by its own programs: lp, lpstat and ipptool.

Knows nothing of what is printed in which order. Texts go to these programs as arguments, never through a shell, and
PDFs through their input, so that what is printed is what was looked at.
"""

import difflib
import plistlib
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote
from xml.parsers.expat import ExpatError

from generator.pdf.job import Job, State, Status, job_title
from generator.words import Halt, Words

PROGRAMS: Final = ("lp", "lpstat", "ipptool")
LIMIT_SECONDS: Final = 300.0
_PORT: Final = 631

_NO_PROGRAM: Final = Words("ไม่พบ {name} ของระบบพิมพ์ CUPS", "{name} of the print system CUPS was not found")
_NO_PROGRAM_CURE: Final = Words(
    "ติดตั้ง CUPS เช่น sudo apt install cups cups-client cups-ipp-utils หรือเปิด PDF แล้วสั่งพิมพ์เอง",
    "install CUPS, for instance: sudo apt install cups cups-client cups-ipp-utils; or open the PDFs and print them",
)
_SILENT: Final = Words("ระบบพิมพ์ CUPS ไม่ตอบ ({reason})", "the print system CUPS does not answer ({reason})")
_SILENT_CURE: Final = Words(
    "เปิดบริการ เช่น sudo systemctl start cups แล้วสั่งเดิมอีกครั้ง งานที่ส่งแล้วจะไม่พิมพ์ซ้ำ",
    "start it, for instance: sudo systemctl start cups; then try again: what was sent is not printed twice",
)
_UNKNOWN: Final = Words("ไม่มีเครื่องพิมพ์ชื่อ {name}", "there is no printer {name}")
_DID_YOU_MEAN: Final = Words("หมายถึง {name} หรือไม่ (เครื่องพิมพ์ที่มี: {names})", "did you mean {name}? (printers: {names})")
_PRINTERS: Final = Words("ระบุ --printer เครื่องพิมพ์ที่มี: {names}", "name one with --printer: {names}")
_NO_PRINTERS: Final = Words("เครื่องนี้ยังไม่มีเครื่องพิมพ์", "this computer has no printer")
_NO_PRINTERS_CURE: Final = Words(
    "เพิ่มเครื่องพิมพ์ในการตั้งค่าของระบบ หรือด้วย lpadmin", "add one in the settings of the system, or with lpadmin"
)
_NO_DEFAULT: Final = Words("ยังไม่ได้ตั้งเครื่องพิมพ์หลัก", "no default printer is set")
_STOPPED: Final = Words("เครื่องพิมพ์ {name} หยุดอยู่{notice}", "the printer {name} is stopped{notice}")
_STOPPED_CURE: Final = Words(
    "แก้ที่เครื่องพิมพ์ เปิดด้วย cupsenable {name} แล้วสั่งเดิมอีกครั้ง",
    "see to the printer, start it with cupsenable {name}, then try again",
)
_REJECTING: Final = Words("เครื่องพิมพ์ {name} ไม่รับงาน{notice}", "the printer {name} does not accept jobs{notice}")
_REJECTING_CURE: Final = Words(
    "เปิดรับงานด้วย cupsaccept {name} แล้วสั่งเดิมอีกครั้ง", "let it accept jobs with cupsaccept {name}, then try again"
)
_ONE_SIDED: Final = Words("เครื่องพิมพ์ {name} พิมพ์สองหน้าไม่ได้", "the printer {name} does not print two-sided")
_ONE_SIDED_CURE: Final = Words("เลือกเครื่องอื่น หรือไม่ใส่ --duplex", "choose another one, or leave out --duplex")
_REFUSED: Final = Words("ระบบพิมพ์ไม่รับ {title}{notice}", "the print system refused {title}{notice}")
_REFUSED_CURE: Final = Words("แก้ตามที่ระบบพิมพ์บอก แล้วสั่งเดิมอีกครั้ง", "see to what the print system says, then try again")
_STUCK: Final = Words(
    "ระบบพิมพ์รับงาน {number} แล้วแต่ไม่ยอมปล่อยให้พิมพ์{notice}", "the print system took {number} but does not let it go{notice}"
)
_STUCK_CURE: Final = Words(
    "สั่งเดิมอีกครั้ง หรือลบงานด้วย cancel {number}", "try again, or remove the job with cancel {number}"
)

_REASONS: Final[Mapping[str, Words]] = {
    "media-empty": Words("กระดาษหมด", "out of paper"),
    "media-needed": Words("ต้องใส่กระดาษ", "paper is needed"),
    "media-low": Words("กระดาษใกล้หมด", "paper is low"),
    "media-jam": Words("กระดาษติด", "paper jam"),
    "input-tray-missing": Words("ไม่มีถาดกระดาษ", "a tray is missing"),
    "output-area-full": Words("ถาดรับกระดาษเต็ม", "the output tray is full"),
    "cover-open": Words("ฝาเครื่องเปิดอยู่", "a cover is open"),
    "door-open": Words("ฝาเครื่องเปิดอยู่", "a door is open"),
    "toner-empty": Words("หมึกหมด", "out of toner"),
    "toner-low": Words("หมึกใกล้หมด", "toner is low"),
    "marker-supply-empty": Words("หมึกหมด", "out of ink"),
    "marker-supply-low": Words("หมึกใกล้หมด", "ink is low"),
    "offline": Words("เครื่องพิมพ์ไม่ได้เปิดหรือไม่ได้ต่อสาย", "the printer is off or not connected"),
    "connecting-to-device": Words("กำลังติดต่อเครื่องพิมพ์", "connecting to the printer"),
    "timed-out": Words("เครื่องพิมพ์ไม่ตอบ", "the printer does not answer"),
    "paused": Words("ถูกสั่งหยุดไว้", "it was stopped by hand"),
    "shutdown": Words("เครื่องพิมพ์ปิดอยู่", "the printer is shut down"),
}
"""What printers complain of (RFC 8011 §5.4.12), without the suffix that says how bad it is."""

# As numbers in what ipptool prints today, as keywords in case it thinks better of it.
_STATES: Final[Mapping[Any, State]] = {
    3: State.WAITING, "pending": State.WAITING,
    4: State.HELD, "pending-held": State.HELD,
    5: State.PRINTING, "processing": State.PRINTING,
    6: State.STOPPED, "processing-stopped": State.STOPPED,
    7: State.CANCELLED, "canceled": State.CANCELLED,
    8: State.ABORTED, "aborted": State.ABORTED,
    9: State.PRINTED, "completed": State.PRINTED,
}  # fmt: skip
_PRINTER_STOPPED: Final = (5, "stopped")
_TWO_SIDED: Final = "two-sided-long-edge"

_QUESTION: Final = """{{
    OPERATION {operation}
    GROUP operation-attributes-tag
    ATTR charset attributes-charset utf-8
    ATTR naturalLanguage attributes-natural-language en
    {subject}
    ATTR name requesting-user-name $user
    ATTR keyword requested-attributes {wanted}
}}
"""
_JOB_WANTED: Final = "job-id,job-name,job-state,time-at-creation"
_PRINTER_WANTED: Final = (
    "printer-state,printer-state-reasons,printer-state-message,printer-is-accepting-jobs,sides-supported"
)


class Cups:
    """The print system that `environment` leads to (PATH, and CUPS_SERVER where set)."""

    follows = True

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Find the programs; raise Halt if one is missing."""
        self._environment = {**environment, "LC_ALL": "C", "LANGUAGE": ""}
        self._programs: dict[str, str] = {}
        for name in PROGRAMS:
            found = shutil.which(name, path=environment.get("PATH", "")) if environment.get("PATH") else None
            if found is None:
                raise Halt(_NO_PROGRAM.filled(name=name), _NO_PROGRAM_CURE)
            self._programs[name] = found
        self._address = ""

    def choose(self, printer: str | None, copies: int, duplex: bool) -> str:
        """Return the printer to print to; raise Halt if it is not there, stopped, or not up to it."""
        known = self.printers()
        if not known:
            raise Halt(_NO_PRINTERS, _NO_PRINTERS_CURE)
        if printer is None:
            said = self._run("lpstat", "-d").stdout.decode("utf-8", "replace")
            default = re.search(r"^system default destination: (\S+)$", said, re.MULTILINE)
            if default is None:
                raise Halt(_NO_DEFAULT, _PRINTERS.filled(names=", ".join(known)))
            printer = default[1]
        if printer not in known:
            names, close = ", ".join(known), difflib.get_close_matches(printer, known, 1, 0.5)
            cure = _DID_YOU_MEAN.filled(name=close[0], names=names) if close else _PRINTERS.filled(names=names)
            raise Halt(_UNKNOWN.filled(name=job_title(printer)), cure)
        (found,) = self._ask(self._about_printer(printer))
        if found.get("printer-state") in _PRINTER_STOPPED:
            raise Halt(
                _STOPPED.filled(name=printer, notice=_in_brackets(_notice(found))), _STOPPED_CURE.filled(name=printer)
            )
        if found.get("printer-is-accepting-jobs") is False:
            notice = _in_brackets(_notice(found))
            raise Halt(_REJECTING.filled(name=printer, notice=notice), _REJECTING_CURE.filled(name=printer))
        sides = found.get("sides-supported")
        if duplex and sides is not None and _TWO_SIDED not in _listed(sides):
            raise Halt(_ONE_SIDED.filled(name=printer), _ONE_SIDED_CURE)
        return printer

    def printers(self) -> list[str]:
        """Return the names of all printers; raise Halt if CUPS does not run."""
        running = self._run("lpstat", "-r")
        if running.stdout.strip() != b"scheduler is running":
            raise _silent(running.stdout or running.stderr)
        return self._run("lpstat", "-e").stdout.decode("utf-8", "replace").split()

    def send(self, job: Job, accepted: Callable[[str], None]) -> str:
        """Have CUPS take a job and hold it, tell its id, then let it go. Raise Halt if CUPS refuses."""
        sides = _TWO_SIDED if job.duplex else "one-sided"
        options = ("-d", job.printer, "-n", str(job.copies), "-o", f"sides={sides}", "-H", "hold", "-t", job.title)
        done = self._run("lp", *options, content=job.content)
        found = re.search(rb"^request id is (\S+-\d+)\b", done.stdout, re.MULTILINE)
        if done.returncode or found is None:
            notice = _in_brackets(_said(done.stderr or done.stdout))
            raise Halt(_REFUSED.filled(title=job.title, notice=notice), _REFUSED_CURE)
        number = found[1].decode("utf-8", "replace")
        accepted(number)
        self.release(number)
        return number

    def release(self, number: str) -> None:
        """Let a job go that CUPS holds; raise Halt if it refuses."""
        done = self._run("lp", "-i", number, "-H", "resume")
        if done.returncode:
            notice = _in_brackets(_said(done.stderr))
            raise Halt(_STUCK.filled(number=number, notice=notice), _STUCK_CURE.filled(number=number))

    def find(self, job: Job, since: datetime) -> str | None:
        """Return the id of a job of this title that CUPS has held for us since then, if there is one."""
        subject = f'ATTR uri printer-uri "{self._uri(job.printer)}"\nATTR boolean my-jobs true'
        question = _QUESTION.format(operation="Get-Jobs", subject=subject, wanted=_JOB_WANTED)
        for found in self._ask(question, each=True):
            held = found.get("job-name") == job.title and _STATES.get(found.get("job-state")) is State.HELD
            made = found.get("time-at-creation")
            if held and isinstance(made, int) and made >= since.timestamp():
                return f"{job.printer}-{found.get('job-id')}"
        return None

    def status(self, number: str) -> Status:
        """Return what has become of a job; lpstat cannot tell a job that was cancelled from one that was printed."""
        printer, _, plain = number.rpartition("-")
        if not re.fullmatch(r"[0-9]{1,10}", plain):  # a log that somebody wrote in
            return Status(State.UNKNOWN)
        subject = f'ATTR uri printer-uri "{self._uri(printer)}"\nATTR integer job-id {plain}'
        question = _QUESTION.format(operation="Get-Job-Attributes", subject=subject, wanted=_JOB_WANTED)
        job, owner = self._ask(question + self._about_printer(printer))
        state = _STATES.get(job.get("job-state"), State.UNKNOWN)
        if state in (State.WAITING, State.PRINTING) and owner.get("printer-state") in _PRINTER_STOPPED:
            state = State.STOPPED
        title = job.get("job-name")
        return Status(state, title if isinstance(title, str) else None, _notice(owner))

    def _about_printer(self, printer: str) -> str:
        subject = f'ATTR uri printer-uri "{self._uri(printer)}"'
        return _QUESTION.format(operation="Get-Printer-Attributes", subject=subject, wanted=_PRINTER_WANTED)

    def _uri(self, printer: str) -> str:
        return f"ipp://{self._server()}/printers/{quote(printer.partition('/')[0], safe='')}"

    def _server(self) -> str:
        """Return host and port of the scheduler; one that is reached through a socket of this computer listens too."""
        if not self._address:
            said = self._run("lpstat", "-H").stdout.decode("utf-8", "replace").strip()
            host = "localhost" if not said or said.startswith("/") else said.partition("/")[0]
            if not re.fullmatch(r"[\w.:\[\]-]+", host):
                raise _silent(said.encode())
            self._address = host if re.search(r":\d+$", host) else f"{host}:{_PORT}"
        return self._address

    def _ask(self, questions: str, each: bool = False) -> list[dict[str, Any]]:
        """Return the attributes that answer each question, or with `each` those of every thing that answers the one."""
        done = self._run("ipptool", "-X", f"ipp://{self._server()}/", "/dev/stdin", content=questions.encode())
        plist, end, _ = done.stdout.partition(b"</plist>")
        try:
            answers = plistlib.loads(plist + end, fmt=plistlib.FMT_XML)["Tests"]
            groups = [answer.get("ResponseAttributes", [])[1:] for answer in answers]
        except (ExpatError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise _silent(done.stderr or done.stdout) from error
        if not groups:
            raise _silent(done.stderr)
        return groups[0] if each else [group[0] if group else {} for group in groups]

    def _run(self, program: str, *arguments: str, content: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """Run a program of CUPS; Ctrl+C does not reach it, so that no job is torn in the middle."""
        try:
            return subprocess.run(
                [self._programs[program], *arguments],
                input=content,
                env=self._environment,
                capture_output=True,
                check=False,
                timeout=LIMIT_SECONDS,
                start_new_session=True,
            )
        except subprocess.TimeoutExpired as error:
            raise _silent(program.encode()) from error


def _silent(said: bytes) -> Halt:
    return Halt(_SILENT.filled(reason=_said(said).en or "?"), _SILENT_CURE)


def _said(output: bytes) -> Words:
    """Return what a program says, as one short line."""
    line = job_title(output.decode("utf-8", "replace"))[:200]
    return Words(line, line).filled()


def _notice(printer: Mapping[str, Any]) -> Words:
    """Return what a printer complains of, or what it says if it is stopped without a reason."""
    complaints: dict[str, Words] = {}
    for reason in map(str, _listed(printer.get("printer-state-reasons", []))):
        bare = re.sub(r"-(error|warning)$", "", reason)
        if bare and bare != "none" and not bare.startswith("cups-") and not bare.endswith("-report"):
            complaints[bare] = _REASONS.get(bare, _said(bare.encode()))
    said = printer.get("printer-state-message")
    if not complaints and printer.get("printer-state") in _PRINTER_STOPPED and isinstance(said, str):
        return _said(said.encode())
    return (
        Words(*(", ".join(dict.fromkeys(words)) for words in zip(*complaints.values(), strict=True)))
        if complaints
        else Words("", "")
    )


def _listed(values: object) -> Sequence[object]:
    """Return the values of an attribute, of which ipptool gives a single one alone."""
    return values if isinstance(values, list) else [values]


def _in_brackets(words: Words) -> Words:
    return Words(f" ({words.th})", f" ({words.en})") if words.th else words
