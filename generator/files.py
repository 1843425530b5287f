"""Writing files so that nothing is lost or half written. Knows only bytes and paths."""

import errno
import itertools
import os
import re
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.words import Halt, Words

UNFINISHED: Final = ".tmp"
"""Ends the name of a file that is being written."""


EDITED: Final = "แก้เอง"
"""Behind the name of a document that somebody edited by hand, when it is made anew."""


class TargetBusy(Halt):
    """The file at `path` is open elsewhere and could not be replaced; the new one is at `kept`."""

    def __init__(self, path: Path, kept: Path) -> None:
        super().__init__(
            Words(
                "เขียนทับ {name} ไม่ได้เพราะเปิดอยู่ในโปรแกรมอื่น", "{name} is open in another program and was not replaced"
            ).filled(name=path.name),
            Words("ปิดไฟล์นั้นแล้วสั่งใหม่ (ไฟล์ใหม่เก็บไว้ในชื่อ {kept})", "close it and try again (the new file is {kept})").filled(
                kept=kept.name
            ),
        )
        self.path = path
        self.kept = kept


class Exists(Halt):
    """A file is there already that is not ours to write over."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            Words("มีไฟล์ {name} อยู่แล้ว", "there is a file {name} already").filled(name=path),
            Words("ตั้งชื่อใหม่ หรือย้ายไฟล์เดิมก่อน", "choose another name, or move that file first"),
        )


def with_suffix(path: Path, suffix: str) -> Path:
    """Return a path that has a suffix: its own or the given one. The dots of "แผน พ.ศ.2567" are none."""
    own = re.fullmatch(r"\.[A-Za-z]\w*", path.suffix, re.ASCII)
    return path if own else path.with_name(f"{path.name}{suffix}")


def put(content: bytes | Iterable[bytes], target: Path, replace: Callable[[Path, Path], None] = os.replace) -> None:
    """Write `content`, whole or piece by piece, beside `target` and rename it into place.

    Where `target` is open in a program that forbids this, the new file is kept as `<stem>.new<suffix>` and TargetBusy
    raised; where that is open too, as `<stem>.new-2<suffix>`, and so on. Raises Halt when the disk is full or the
    folder cannot be written.
    """
    fresh = target.with_name(f".{secrets.token_hex(8)}{UNFINISHED}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("xb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            os.fsync(file.fileno())
        try:
            replace(fresh, target)
        except PermissionError as error:
            raise TargetBusy(target, _keep(fresh, target, replace)) from error
    except OSError as error:
        raise Halt(_problem(target, error), _cure(error)) from error
    finally:
        with suppress(FileNotFoundError, NotADirectoryError):
            fresh.unlink()


def set_aside(path: Path) -> Path | None:
    """Give a file that somebody edited another name beside it, and return that; None if it is open elsewhere."""
    for count in itertools.count(1):
        aside = path.with_name(f"{path.stem}.{EDITED}{f'-{count}' if count > 1 else ''}{path.suffix}")
        if not aside.exists():
            try:
                path.rename(aside)
            except OSError:
                return None
            return aside
    raise AssertionError("counting does not end")


def sweep(folder: Path) -> None:
    """Take away what writing left half done in a folder when it was cut off."""
    for path in folder.glob(f".*{UNFINISHED}"):
        if re.fullmatch("[0-9a-f]{16}", path.stem.removeprefix(".")):
            with suppress(OSError):
                path.unlink()


def _keep(fresh: Path, target: Path, replace: Callable[[Path, Path], None]) -> Path:
    for count in itertools.count(1):
        kept = target.with_name(f"{target.stem}.new{f'-{count}' if count > 1 else ''}{target.suffix}")
        try:
            replace(fresh, kept)
        except PermissionError:
            if count == 9:  # nobody has nine of them open: nothing in this folder can be replaced
                raise
        else:
            return kept
    raise AssertionError("counting does not end")


def _problem(target: Path, error: OSError) -> Words:
    reason = error.strerror or str(error)
    return Words(f"เขียนไฟล์ {target} ไม่ได้ ({reason})", f"{target} cannot be written ({reason})")


def _cure(error: OSError) -> Words:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Words("ดิสก์เต็ม: ลบไฟล์ที่ไม่ใช้แล้วสั่งใหม่", "the disk is full: free some space and try again")
    return Words(
        "ตรวจว่าโฟลเดอร์มีอยู่และเขียนได้ หรือเลือกโฟลเดอร์อื่นด้วย -o",
        "check that the folder can be written, or choose another with -o",
    )
