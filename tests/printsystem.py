"""A print system of its own: CUPS and an IPP Everywhere printer, on loopback, in a folder that goes away.

Both are those of Debian. The printer keeps what arrives, and can be told to wait. Knows nothing of the program.
"""

import grp
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROGRAMS: Final = ("cupsd", "ippeveprinter", "dbus-daemon", "lp", "lpstat", "lpadmin", "ipptool", "cancel")
PRINTER: Final = "eve"
PATIENCE_SECONDS: Final = 30.0
_SBIN: Final = "/usr/sbin:/sbin"

# What the printer runs for each PDF: it is kept with what was asked for, then waits for a word if the gate is shut.
_ARRIVAL: Final = """#!/bin/sh
number=$(ls {folder}/arrived | wc -l)
mkdir {folder}/arrived/$(printf %03d $number)
cd {folder}/arrived/$(printf %03d $number)
cp "$1" document.pdf
for name in JOB_NAME COPIES SIDES; do eval "printf %s \\"\\$IPP_$name\\"" > $name; done
complaint=$(cat {folder}/complaint)
[ -z "$complaint" ] || echo "STATE: +$complaint" >&2
if [ -e {folder}/shut ]; then
    echo $number > {folder}/bell
    read -r word < {folder}/gate
fi
[ -z "$complaint" ] || echo "STATE: -$complaint" >&2
"""
_CUPSD: Final = """
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
LogLevel warn
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  <Limit Send-Document Hold-Job Release-Job Restart-Job Set-Job-Attributes Cancel-Job Cancel-My-Jobs Close-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
# What drivers said of a printer before there were printers that say it themselves: this one has no second side.
_ONE_SIDED: Final = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "ONESIDE.PPD"
*Manufacturer: "None"
*Product: "(None)"
*ModelName: "One side"
*ShortNickName: "One side"
*NickName: "One side"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*OpenUI *PageSize/Page Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Page Region: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
"""
_FILES: Final = """
ServerRoot {folder}/etc
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/pages
User nobody
Group nogroup
SystemGroup {group}
"""


class PrintSystemMissing(Exception):
    """A program is missing or does not run here."""


@dataclass(frozen=True)
class Arrival:
    """What the printer got."""

    title: str
    copies: int
    sides: str
    content: bytes


class PrintSystem:
    """A running CUPS with one printer, `eve`."""

    def __init__(self, folder: Path, port: int, device: str) -> None:
        self.folder = folder
        self.one_sided = folder / "one-sided.ppd"
        self.one_sided.write_text(_ONE_SIDED)
        self._device = device
        path = f"{os.environ.get('PATH', '')}:{_SBIN}"
        self.environment = {**os.environ, "PATH": path, "CUPS_SERVER": f"127.0.0.1:{port}", "LC_ALL": "C"}
        for name in ("bell", "gate"):
            os.mkfifo(folder / name)
        # Both ends stay open, so that neither side waits for the other to open.
        self._bell = os.open(folder / "bell", os.O_RDWR)
        self._gate = os.open(folder / "gate", os.O_RDWR)

    def close(self) -> None:
        os.close(self._bell)
        os.close(self._gate)

    def ask(self, *command: str) -> str:
        """Run a program of CUPS and return what it says."""
        done = subprocess.run(command, env=self.environment, capture_output=True, check=True, timeout=PATIENCE_SECONDS)
        return done.stdout.decode()

    def arrived(self) -> list[Arrival]:
        """Return what the printer got, in order."""
        folders = sorted((self.folder / "arrived").iterdir())
        return [
            Arrival(
                (folder / "JOB_NAME").read_text(encoding="utf-8"),
                int((folder / "COPIES").read_text() or 1),
                (folder / "SIDES").read_text(),
                (folder / "document.pdf").read_bytes(),
            )
            for folder in folders
        ]

    def shut(self) -> None:
        """Let the printer wait with each document, before it is done, for `let_go`."""
        (self.folder / "shut").touch()

    def await_arrival(self) -> None:
        """Wait until the next document has arrived at the printer, which is shut."""
        ready, _, _ = select.select([self._bell], [], [], PATIENCE_SECONDS)
        assert ready, "nothing arrives at the printer"
        os.read(self._bell, 1024)

    def let_go(self) -> None:
        """Let the printer finish the document that has arrived."""
        os.write(self._gate, b"go\n")

    def open(self) -> None:
        """Let the printer finish what it has, and what comes, without waiting."""
        (self.folder / "shut").unlink(missing_ok=True)

    def complain(self, *reasons: str) -> None:
        """Let the printer complain of these reasons (media-empty-error) with the next document that arrives."""
        (self.folder / "complaint").write_text(",".join(reasons))

    def clear(self) -> None:
        """Forget all jobs and documents, and start the printer."""
        self.open()
        self.complain()
        self.ask("lpadmin", "-p", PRINTER, "-E", "-v", self._device, "-m", "raw")
        self.ask("cupsenable", PRINTER)
        self.ask("cancel", "-a", "-x")
        shutil.rmtree(self.folder / "arrived")
        (self.folder / "arrived").mkdir()


@contextmanager
def print_system() -> Iterator[PrintSystem]:
    """Yield a running print system; raise PrintSystemMissing if this computer cannot have one."""
    path = f"{os.environ.get('PATH', '')}:{_SBIN}"
    if lacking := [name for name in PROGRAMS if shutil.which(name, path=path) is None]:
        raise PrintSystemMissing(f"{', '.join(lacking)} not found: run .ci/system test as root")
    folder = Path(tempfile.mkdtemp(prefix="print-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)  # CUPS works as another user
        for name in ("etc", "spool/tmp", "cache", "state", "arrived", "printer"):
            (folder / name).mkdir(parents=True)
        port, printer_port = _free_ports()
        group = grp.getgrgid(os.getgid()).gr_name
        (folder / "etc/cupsd.conf").write_text(_CUPSD.format(port=port))
        (folder / "etc/files.conf").write_text(_FILES.format(folder=folder, group=group))
        (folder / "arrival").write_text(_ARRIVAL.format(folder=folder))
        (folder / "arrival").chmod(0o755)
        system = PrintSystem(folder, port, f"ipp://localhost:{printer_port}/ipp/print")
        stack.callback(system.close)
        # ippeveprinter wants a message bus to announce itself on, even when it is told not to.
        bus = f"unix:path={folder}/bus"
        _start(stack, system.environment, "dbus-daemon", "--session", f"--address={bus}", "--nofork")
        _await((folder / "bus").exists, "dbus-daemon")
        options = ("-2", "-r", "off", "-n", "localhost", "-p", str(printer_port), "-f", "application/pdf")
        command = ("ippeveprinter", *options, "-d", f"{folder}/printer", "-c", f"{folder}/arrival", PRINTER)
        _start(stack, {**system.environment, "DBUS_SYSTEM_BUS_ADDRESS": bus}, *command)
        _await(lambda: _listens(printer_port), "ippeveprinter (it needs IPv6 on loopback)")
        _start(
            stack, system.environment, "cupsd", "-f", "-c", f"{folder}/etc/cupsd.conf", "-s", f"{folder}/etc/files.conf"
        )
        _await(lambda: _listens(port), "cupsd")
        system.clear()
        yield system


def _start(stack: ExitStack, environment: Mapping[str, str], *command: str) -> None:
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    stack.callback(_end, process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _await(ready: Callable[[], bool], name: str) -> None:
    """Wait until a program that was started is ready."""
    limit = time.monotonic() + PATIENCE_SECONDS
    while not ready():
        if time.monotonic() > limit:
            raise PrintSystemMissing(f"{name} does not run here")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]
