"""Where LibreOffice is, which Python can speak to it, and which version it is.

It starts nothing but that Python, for a moment, and knows neither Word nor fonts.
"""

import configparser
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.words import Halt, Words

NO_OFFICE = (
    Words("ไม่พบโปรแกรม LibreOffice ในเครื่องนี้ จึงทำไฟล์ PDF ไม่ได้", "LibreOffice was not found, so no PDF can be made."),
    Words(
        "ติดตั้ง LibreOffice จาก https://www.libreoffice.org แล้วสั่งใหม่ "
        "(Debian หรือ Ubuntu: sudo apt install libreoffice-writer python3-uno)",
        "Install LibreOffice from https://www.libreoffice.org and try again "
        "(Debian or Ubuntu: sudo apt install libreoffice-writer python3-uno).",
    ),
)
NO_UNO_PROBLEM = Words(
    "พบ LibreOffice ที่ {program} แต่ไม่พบ Python ที่สั่งงานโปรแกรมนี้ได้ (uno) จึงทำไฟล์ PDF ไม่ได้",
    "LibreOffice is at {program}, but no Python that can control it (uno) was found, so no PDF can be made.",
)
NO_UNO_CURE = Words(
    "Debian หรือ Ubuntu: sudo apt install python3-uno เครื่องอื่น: ติดตั้ง LibreOffice ใหม่จาก https://www.libreoffice.org",
    "Debian or Ubuntu: sudo apt install python3-uno; elsewhere install LibreOffice anew from https://www.libreoffice.org.",
)

# The variables that would make LibreOffice's or the system's Python load our own libraries instead of its own.
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONEXECUTABLE", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")


@dataclass(frozen=True, slots=True)
class Office:
    """A LibreOffice that can be used: the program, the Python that speaks to it, and its version in words."""

    program: Path
    python: Path
    version: str


def find_office(
    environment: Mapping[str, str] = os.environ,
    places: Sequence[Path] | None = None,
    pythons: Sequence[Path] | None = None,
) -> Office:
    """Return the LibreOffice of this computer.

    `environment` gives PATH; `places` are the programs to try beyond it and `pythons` the interpreters to try beyond
    the one that LibreOffice brings, by default the usual ones of the system. Raises Halt when one of both is missing.
    """
    program = next(_programs(environment, usual_places(environment) if places is None else places), None)
    if program is None:
        raise Halt(*NO_OFFICE)
    own = _own_pythons(program)
    others = _system_pythons(environment) if pythons is None else pythons
    python = next((python for python in _existing([*own, *others]) if _imports_uno(python)), None)
    if python is None:
        raise Halt(NO_UNO_PROBLEM.filled(program=program), NO_UNO_CURE)
    return Office(program, python, read_version(program))


def usual_places(environment: Mapping[str, str], platform: str = sys.platform) -> list[Path]:
    """Return where LibreOffice's installers put the program on `platform`, best first."""
    if platform == "win32":
        installed = (environment.get(name) for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"))
        return [Path(root, "LibreOffice", "program", "soffice.exe") for root in installed if root]
    if platform == "darwin":
        roots = (Path("/Applications"), Path(environment.get("HOME", "/"), "Applications"))
        return [root / "LibreOffice.app/Contents/MacOS/soffice" for root in roots]
    newest_first = sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    return [Path("/usr/lib/libreoffice/program/soffice"), Path("/usr/lib64/libreoffice/program/soffice"), *newest_first]


def read_version(program: Path) -> str:
    """Return the version and build of LibreOffice, read from the files beside it or, failing these, from itself."""
    folders = (program.parent, program.parent.parent / "Resources")
    product = _setting(folders, ("bootstraprc", "bootstrap.ini"), "Bootstrap", "ProductKey")
    build = _setting(folders, ("versionrc", "version.ini"), "Version", "buildid")
    if product and build:
        return f"{product} {build}"
    asked = subprocess.run([program, "--version"], capture_output=True, check=False, timeout=60, creationflags=hidden())
    return asked.stdout.decode("utf-8", "replace").strip() or str(program)


def clean_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the variables for LibreOffice's Python: `environment` without what belongs to ours."""
    return {name: value for name, value in environment.items() if name.upper() not in FOREIGN}


def hidden() -> int:
    """Return the flags that keep a started program from opening a window or hearing our Ctrl+C (Windows only)."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    else:
        return 0


def _programs(environment: Mapping[str, str], places: Iterable[Path]) -> Iterator[Path]:
    path = environment.get("PATH", "")
    for name in ("soffice", "libreoffice"):
        if path and (found := shutil.which(name, path=path)):
            yield Path(found).resolve()
    for place in _existing(places):
        yield place.resolve()


def _own_pythons(program: Path) -> list[Path]:
    folders = (program.parent, program.parent.parent / "Resources")
    return [folder / name for folder in folders for name in ("python.exe", "python", "python3")]


def _system_pythons(environment: Mapping[str, str]) -> list[Path]:
    on_path = shutil.which("python3", path=environment.get("PATH", "")) if environment.get("PATH") else None
    return [Path("/usr/bin/python3"), *([Path(on_path)] if on_path else [])]


def _existing(places: Iterable[Path]) -> Iterator[Path]:
    return (place for place in places if place.is_file())


@functools.cache
def _imports_uno(python: Path) -> bool:
    try:
        done = subprocess.run(
            [python, "-c", "import uno"],
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
            creationflags=hidden(),
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _setting(folders: Iterable[Path], names: Sequence[str], section: str, option: str) -> str | None:
    for file in _existing(folder / name for folder in folders for name in names):
        settings = configparser.RawConfigParser(strict=False)
        settings.read_string(file.read_text(encoding="utf-8-sig", errors="replace"))
        return settings.get(section, option, fallback=None)
    return None
