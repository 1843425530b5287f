"""Files are replaced whole or not at all, and never lost."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.files import TargetBusy, put, sweep
from generator.words import Halt


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    put(b"new", target)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.pdf", b"new")]


def test_pieces_are_written_in_their_order_and_none_if_one_cannot_be_had(tmp_path: Path) -> None:
    def torn() -> Iterator[bytes]:
        yield b"half"
        raise RuntimeError("nothing more")

    put((piece for piece in (b"a", b"", b"bc")), tmp_path / "plan.pdf")
    with pytest.raises(RuntimeError):
        put(torn(), tmp_path / "plan.pdf")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.pdf", b"abc")]


def test_a_file_open_in_a_viewer_is_named_and_the_new_one_kept(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    with pytest.raises(TargetBusy) as busy:
        put(b"new", target, refusing("plan.pdf"))
    assert (busy.value.path, busy.value.kept) == (target, tmp_path / "plan.new.pdf")
    assert busy.value.kept.read_bytes() == b"new"
    assert target.read_bytes() == b"old"
    assert "plan.pdf" in busy.value.problem.th and "plan.new.pdf" in busy.value.cure.th
    assert len(list(tmp_path.iterdir())) == 2


def test_a_kept_file_that_is_open_too_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(TargetBusy) as busy:
        put(b"new", tmp_path / "plan.pdf", refusing("plan.pdf", "plan.new.pdf"))
    assert busy.value.kept == tmp_path / "plan.new-2.pdf"


def test_a_folder_in_which_nothing_can_be_replaced_is_an_error(tmp_path: Path) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(13, "denied", str(target))

    with pytest.raises(Halt, match="denied"):
        put(b"new", tmp_path / "plan.pdf", refuse)
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "afile").write_bytes(b"theirs")
    with pytest.raises(Halt):
        put(b"new", tmp_path / "afile" / "plan.pdf")
    assert (tmp_path / "afile").read_bytes() == b"theirs"


def test_a_full_disk_is_said_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Halt) as caught:
        put(b"content", tmp_path / "x.docx", full)
    assert "ดิสก์เต็ม" in caught.value.cure.th
    assert list(tmp_path.iterdir()) == []


def refusing(*names: str) -> Callable[[Path, Path], None]:
    """Return an os.replace that does what Windows does when files of these names are open."""

    def replace(source: Path, target: Path) -> None:
        if target.name in names:
            raise PermissionError(13, "in use", str(target))
        os.replace(source, target)

    return replace


def test_what_was_left_half_written_is_swept_and_nothing_else(tmp_path: Path) -> None:
    theirs = [tmp_path / name for name in ("งาน.tmp", ".settings.tmp", ".0123456789abcdeg.tmp", "0123456789abcdef.tmp")]
    ours = tmp_path / ".0123456789abcdef.tmp"
    for path in [*theirs, ours]:
        path.write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(theirs)
