"""The process that talks to LibreOffice: it starts one of its own and turns documents into PDF, one line of JSON each.

It is run as a script by the Python that LibreOffice brings (3.8 or later) and must know nothing of this package but
the module beside it, `uno_document`.

A job is `{"source": path, "target": path, "joined": tables}` on standard input, the tables as `repeat_labels` takes
them; the answer on standard output is `{"pages": count, "bookmarks": {name: page}}` or `{"error": text}`. The next line
on standard input holds what the contents are to show, `{"labels": {bookmark: text}}`; when the PDF is there,
`{"done": true}` is printed. The first line it prints, before any job, is `{"ready": true}`. When standard input ends,
whoever started it has gone, and LibreOffice goes too. What it cannot answer ends it, with a traceback on its log.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or __name__ != "__main__":
    from generator.pdf import uno_document
else:  # run as a script, it finds the module beside it
    import uno_document

NEVER_EXECUTE = 0  # com.sun.star.document.MacroExecMode
NO_UPDATE = 0  # com.sun.star.document.UpdateDocMode
START_SECONDS, REMOVE_SECONDS = 100.0, 5.0
PROFILE = "profile"

# Thai digits need the locale; the rest keeps LibreOffice from asking, fetching, running or remembering anything.
SETTINGS = (
    ("Setup/L10N", "ooSetupSystemLocale", "th-TH"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", 3),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", True),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", True),
    ("Office.Writer/Content/Update", "Link", 0),
    ("Office.Common/Save/Document", "AutoSave", False),
    ("Office.Recovery/AutoSave", "Enabled", False),
    ("Office.Recovery/RecoveryInfo", "Enabled", False),
    ("Office.Common/Misc", "CrashReport", False),
    ("Office.Common/Misc", "FirstRun", False),
    ("Office.Common/Misc", "UseLocking", False),
    ("Office.Common/History", "PickListSize", 0),
    ("Office.Java/VirtualMachine", "Enable", False),
    ("Setup/Office", "ooSetupInstCompleted", True),
    ("Setup/Office", "LastCompatibilityCheckID", ""),
)

# What the exported PDF holds: bookmarks as named places, headings as outline, check boxes as plain ink; and not the
# empty pages that LibreOffice puts in, as Word does not, where numbering begins anew at 1 on an even page.
EXPORT = (
    ("ExportBookmarks", True),
    ("ExportBookmarksToPDFDestination", True),
    ("ExportFormFields", False),
    ("ExportNotes", False),
    ("UseTaggedPDF", False),
    ("IsSkipEmptyPages", True),
    ("UseLosslessCompression", True),
    ("ReduceImageResolution", False),
)


def write_profile(folder: Path) -> None:
    """Write the settings of LibreOffice into a profile of its own, in `folder`."""

    def item(path: str, name: str, value: object) -> str:
        text = str(value).lower() if isinstance(value, bool) else str(value)
        return (
            f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
            f"<value>{text}</value></prop></item>\n"
        )

    place = folder / "user" / "registrymodifications.xcu"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        + "".join(item(*setting) for setting in SETTINGS)
        + "</oor:items>\n",
        encoding="utf-8",
    )


def start_office(program: str, profile: Path) -> subprocess.Popen[bytes]:
    """Start LibreOffice with a profile of its own; it is ready when its pipe answers."""
    write_profile(profile)
    return subprocess.Popen(
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--invisible",
            "--nologo",
            "--nodefault",
            "--norestore",
            "--nofirststartwizard",
            f"--accept=pipe,name={pipe_name(profile)};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


class Office:
    """A LibreOffice of one's own, reached through the pipe of that name."""

    def __init__(self, process: subprocess.Popen[bytes], pipe: str) -> None:
        self.uno = importlib.import_module("uno")
        self.error: Any = self.uno.getClass("com.sun.star.uno.Exception")
        self.process = process
        self.desktop = self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")

    def _connect(self, address: str) -> Any:
        context = self.uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                remote = resolver.resolve(address)
                return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
            except self.error:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise
                time.sleep(0.05)

    def options(self, **values: object) -> tuple[Any, ...]:
        """Return `values` as the PropertyValue list that UNO calls take."""
        return tuple(self._option(name, value) for name, value in values.items())

    def _option(self, name: str, value: object) -> Any:
        option = self.uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        option.Name, option.Value = name, value
        return option

    def print_job(self, job: dict[str, Any], ask: Callable[[dict[str, object]], dict[str, str]]) -> None:
        """Turn the document `job["source"]` into the PDF `job["target"]`.

        `ask` is given its pages and those of its bookmarks, and returns what the contents show for each bookmark.
        """
        document = self.desktop.loadComponentFromURL(
            Path(job["source"]).resolve().as_uri(),
            "_blank",
            0,
            self.options(
                Hidden=True, ReadOnly=True, MacroExecutionMode=NEVER_EXECUTE, UpdateDocMode=NO_UPDATE, Silent=True
            ),
        )
        if document is None or not document.supportsService("com.sun.star.text.TextDocument"):
            raise ValueError("LibreOffice could not read the document")
        try:
            uno_document.number_pages_natively(document)
            uno_document.let_tabs_reach_the_margin(document)
            uno_document.repeat_labels(document, job["joined"])
            pages, bookmarks = uno_document.read_pages(document)
            uno_document.show_pages(document, ask({"pages": pages, "bookmarks": bookmarks}))
            settings = self.uno.Any("[]com.sun.star.beans.PropertyValue", self.options(**dict(EXPORT)))
            document.storeToURL(
                Path(job["target"]).resolve().as_uri(),
                (*self.options(FilterName="writer_pdf_Export"), self._option("FilterData", settings)),
            )
        finally:
            document.close(True)


def answer(message: dict[str, object]) -> None:
    """Print one line of JSON."""
    print(json.dumps(message), flush=True)


def listen(jobs: queue.Queue[dict[str, Any]], process: subprocess.Popen[bytes], folder: Path) -> None:
    """Put the jobs from standard input into `jobs`; when it ends, end everything, even in the middle of a job."""
    for line in sys.stdin:
        jobs.put(json.loads(line))
    end(process, folder)


def end(process: subprocess.Popen[bytes], folder: Path) -> None:
    """End LibreOffice, whose launcher is `process`, and this process, and take away what was put on the disk."""
    if sys.platform != "win32":
        group = os.getpgrp()
        if os.fork() == 0:  # outlives the others, who would go on writing while their files are taken away
            os.setsid()
            os.killpg(group, signal.SIGKILL)
            remove(folder)
            os._exit(0)
    else:
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], stdout=subprocess.DEVNULL, check=False)
        remove(folder)
        os._exit(0)


def remove(folder: Path) -> None:
    """Take away a folder that processes may still be writing to, for they were killed just now, and their sockets."""
    deadline = time.monotonic() + REMOVE_SECONDS
    while folder.exists() and time.monotonic() < deadline:
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(0.02)
    for socket in sockets(folder / PROFILE):
        with contextlib.suppress(FileNotFoundError):
            socket.unlink()


def pipe_name(profile: Path) -> str:
    """Return the name of the pipe to the LibreOffice that uses `profile`; no two are alike."""
    return f"generate{_digest(profile)}"


def sockets(profile: Path) -> list[Path]:
    """Return the sockets that a LibreOffice using `profile` leaves behind when it is killed (not on Windows).

    The names are those of osl/unx/pipe.cxx and desktop/source/app/officeipcthread.cxx.
    """
    names = (pipe_name(profile), f"SingleOfficeIPC_{_digest(profile)}")
    return [Path(f"/tmp/OSL_PIPE_{os.getuid()}_{name}") for name in names] if hasattr(os, "getuid") else []


def _digest(profile: Path) -> str:
    address = profile.as_uri().encode("utf-16-le")
    return "".join(f"{byte:x}" for byte in hashlib.md5(address).digest())  # without leading zeros, as LibreOffice does


def serve(program: str, folder: Path) -> None:
    """Start LibreOffice and print one document after the other until standard input ends."""
    jobs: queue.Queue[dict[str, Any]] = queue.Queue()
    process = start_office(program, folder / PROFILE)
    threading.Thread(target=listen, args=(jobs, process, folder), daemon=True).start()
    office = Office(process, pipe_name(folder / PROFILE))
    answer({"ready": True})

    def ask(pages: dict[str, object]) -> dict[str, str]:
        answer(pages)
        labels: dict[str, str] = jobs.get()["labels"]
        return labels

    while True:
        try:
            office.print_job(jobs.get(), ask)
            answer({"done": True})
        except (office.error, OSError, ValueError) as error:
            answer({"error": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--office", required=True, help="the program soffice")
    arguments.add_argument("--folder", required=True, type=Path, help="a folder of its own, taken away at the end")
    chosen = arguments.parse_args()
    if sys.platform != "win32" and os.getpgrp() != os.getpid():
        os.setsid()  # a process group of one's own can be ended without hitting anyone else
    serve(chosen.office, chosen.folder.resolve())
