"""The documents and workbooks that the tests make, gathered, and validated in one go by Microsoft's Open XML SDK.

Knows no test and nothing of the program; the validator itself stands in tests/validator/ and runs on Node.
"""

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

VALIDATOR: Final = Path(__file__).parent / "validator"
# The SDK takes seconds to start and a tenth of a second for a file: a second process pays from here.
WORTH_A_PROCESS: Final = 20
SHOWN: Final = 10
REMEMBERED: Final = 20_000


class ValidatorMissing(Exception):
    """Node, or the packages of tests/validator, are not installed."""


@dataclass(frozen=True)
class Made:
    """A file that tests made: its copy, its names there, and the tests, in the order they came."""

    path: Path
    names: tuple[str, ...]
    tests: tuple[str, ...]

    def complaint(self, faults: Sequence[str]) -> str:
        """Return what to tell the author of the first test: the file, and its first faults."""
        more = [f"… and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
        lines = [f"{self.names[0]}, made by {self.tests[0]}, is not valid:", *faults[:SHOWN], *more]
        return "\n  ".join(lines)


class Gathering:
    """A folder that several processes of one test session fill: each content once, with a note of who made it."""

    def __init__(self, folder: Path, writer: str) -> None:
        self.folder = folder
        self._notes = folder / f"{writer}.jsonl"

    def add(self, path: Path, test: str) -> None:
        """Copy the file at `path`, made by `test`."""
        content = path.read_bytes()
        copy = self.folder / f"{hashlib.sha256(content).hexdigest()}{path.suffix}"
        if not copy.exists():
            copy.write_bytes(content)
        with self._notes.open("a", encoding="utf-8") as notes:
            notes.write(json.dumps({"copy": copy.name, "name": path.name, "test": test}) + "\n")

    def files(self) -> list[Made]:
        """Return what all writers have added so far, by test."""
        notes = [
            json.loads(line)
            for file in sorted(self.folder.glob("*.jsonl"))
            for line in file.read_text(encoding="utf-8").splitlines()
        ]
        copies: dict[str, list[dict[str, str]]] = {}
        for note in sorted(notes, key=lambda note: note["test"]):
            copies.setdefault(note["copy"], []).append(note)
        return [
            Made(self.folder / copy, tuple(note["name"] for note in of), tuple(note["test"] for note in of))
            for copy, of in copies.items()
        ]


class Passed:
    """The contents that this very validator has passed before, in a folder that may be thrown away.

    Equal input gives equal bytes, so of what a change does not touch nothing needs to be asked again. What was found
    faulty is not remembered.
    """

    def __init__(self, folder: Path) -> None:
        packages, program = (VALIDATOR / name for name in ("package-lock.json", "validate.mjs"))
        asked = hashlib.sha256(packages.read_bytes() + program.read_bytes()).hexdigest()
        self._list = folder / f"{asked}.txt"
        self._known = set(self._list.read_text(encoding="utf-8").split()) if self._list.exists() else set()

    def __contains__(self, made: Made) -> bool:
        return made.path.name in self._known

    def add(self, made: Iterable[Made]) -> None:
        """Remember these too; what came long ago is forgotten in one go."""
        new = {file.path.name for file in made}
        known = new | self._known if len(self._known) < REMEMBERED else new
        draft = self._list.with_suffix(f".{os.getpid()}")
        draft.write_text("\n".join(sorted(known)), encoding="utf-8")
        draft.replace(self._list)


def validate(made: Sequence[Made]) -> dict[Path, list[str]]:
    """Return the faults of each file, by path, in as many processes as are worth it.

    Raises ValidatorMissing, or subprocess.CalledProcessError if the validator itself breaks down.
    """
    if not made:
        return {}
    if (node := shutil.which("node")) is None:
        raise ValidatorMissing(f"{len(made)} documents could not be validated: install Node 18 or newer")
    if not (VALIDATOR / "node_modules").is_dir():
        raise ValidatorMissing(f"{len(made)} documents could not be validated: run `make test`, it installs the rest")
    processes = min(os.cpu_count() or 1, -(-len(made) // WORTH_A_PROCESS))
    shares = [[str(file.path) for file in made[first::processes]] for first in range(processes)]
    with ThreadPoolExecutor(processes) as pool:
        answers: Iterable[dict[str, list[str]]] = pool.map(lambda share: _ask(node, share), shares)
        return {Path(path): faults for answer in answers for path, faults in answer.items()}


def _ask(node: str, paths: list[str]) -> dict[str, list[str]]:
    asked = subprocess.run(
        [node, str(VALIDATOR / "validate.mjs")],
        input=json.dumps(paths),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    answer: dict[str, list[str]] = json.loads(asked.stdout)
    return answer
