"""The other process that prints, seen from here: started, asked with a time limit, ended with all it started.

Knows how a line is asked and answered, but nothing of Word, PDF or what the answers mean.
"""

import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path

from generator.pdf import uno_worker
from generator.pdf.office import clean_environment, hidden

SCRIPT = Path(uno_worker.__file__)
START_SECONDS = 120.0
GOODBYE_SECONDS = 5.0
BEAT = 0.5  # on Windows a wait cannot be interrupted by Ctrl+C, so waits are short

Answer = dict[str, object]


class WorkerLost(Exception):
    """The worker did not answer in time, ended, or could not do its job."""


class Worker:
    """A running worker with a LibreOffice of its own; it lasts until `end`, or until this process ends."""

    def __init__(self, python: Path, program: Path, variables: Mapping[str, str]) -> None:
        """Start `python`, which starts `program`, with `variables` added to those of this process.

        It is not yet ready when this returns: the first question waits for it.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="generate-office-")).resolve()
        self._log = self.folder / "log.txt"
        self._ready = False
        temporary = dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(self.folder))
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [python, SCRIPT, "--office", program, "--folder", self.folder],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={
                    **clean_environment(),
                    "PYTHONUTF8": "1",
                    "PYTHONDONTWRITEBYTECODE": "1",
                    "SAL_USE_VCLPLUGIN": "svp",  # no desktop is asked for its opinion
                    **temporary,
                    **variables,
                },
                cwd=tempfile.gettempdir(),  # not in a folder of the user, which could then not be moved
                start_new_session=os.name == "posix",  # so that it can be ended with all its children, and no others
                creationflags=hidden(),
            )
        self._lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the worker's process, which on POSIX is also that of its process group."""
        return self._process.pid

    def ask(self, job: Mapping[str, object], seconds: float) -> Answer:
        """Return the answer to `job`, given within `seconds` once the worker is ready. Raises WorkerLost."""
        if not self._ready:
            self._answer(START_SECONDS)
            self._ready = True
        if self._process.stdin is None:
            raise WorkerLost("no way to speak to it")
        try:
            self._process.stdin.write(json.dumps(dict(job)).encode() + b"\n")
            self._process.stdin.flush()
        except OSError as error:
            raise WorkerLost(self._last_words()) from error
        answer = self._answer(seconds)
        if "error" in answer:
            raise WorkerLost(str(answer["error"]))
        return answer

    def end(self) -> None:
        """End the worker and LibreOffice, in the middle of a job if need be, and take away what they wrote."""
        try:
            if self._process.stdin is not None:
                with contextlib.suppress(OSError):
                    self._process.stdin.close()  # it then tidies up and ends by itself
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(GOODBYE_SECONDS)
        finally:
            self._kill()
            self._process.wait()
            remove(self.folder)
            for socket in uno_worker.sockets(self.folder / uno_worker.PROFILE):
                socket.unlink(missing_ok=True)

    def _kill(self) -> None:
        if sys.platform == "win32":
            command = ["taskkill", "/T", "/F", "/PID", str(self.pid)]
            subprocess.run(command, capture_output=True, check=False, creationflags=hidden())
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left
                os.killpg(self.pid, signal.SIGKILL)

    def _listen(self) -> None:
        if self._process.stdout is not None:
            with self._process.stdout as output:
                for line in output:
                    self._lines.put(line)
        self._lines.put(b"")

    def _answer(self, seconds: float) -> Answer:
        deadline = time.monotonic() + seconds
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, min(BEAT, deadline - time.monotonic())))
            except queue.Empty:
                if time.monotonic() >= deadline:
                    raise WorkerLost(f"no answer in {seconds:g} seconds") from None
                continue
            if not line:
                raise WorkerLost(self._last_words())
            try:
                answer = json.loads(line)
            except ValueError:
                continue  # something else was printed
            if isinstance(answer, dict):
                return answer

    def _last_words(self) -> str:
        words = self._log.read_text(encoding="utf-8", errors="replace") if self._log.is_file() else ""
        return words.strip().rpartition("\n")[2] or "it ended without a word"


def remove(folder: Path, seconds: float = GOODBYE_SECONDS) -> None:
    """Remove a folder in which a process that was just killed may still be finishing a write."""
    deadline = time.monotonic() + seconds
    shutil.rmtree(folder, ignore_errors=True)
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
        shutil.rmtree(folder, ignore_errors=True)
