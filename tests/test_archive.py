"""The zip archive of what we write, and the parts of any other."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from generator.archive import assemble, entry, unpacked


def test_an_archive_is_the_same_every_time_and_any_program_opens_it() -> None:
    parts = {"ก/ข.xml": b"x" * 100_000, "empty": b""}
    data = assemble(entry(name, content) for name, content in parts.items())
    assert data == assemble(entry(name, content) for name, content in parts.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {info.filename: archive.read(info) for info in archive.infolist()} == parts
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


PARTS = {"ก.xml": b"<a/>" * 50_000, "empty": b"", "random": bytes(range(256)) * 3}


def packed(compression: int, comment: bytes = b"") -> bytes:
    """Return an archive as another program writes it, with something between the header of a part and the part."""
    written = io.BytesIO(b"MZ before the archive")
    written.seek(0, io.SEEK_END)
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, content in PARTS.items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.extra = compression, struct.pack("<HH5s", 0xCAFE, 5, b"extra")
            archive.writestr(info, content)
        archive.comment = comment
    return written.getvalue()


def directory(data: bytes) -> dict[str, zipfile.ZipInfo]:
    return {info.filename: info for info in zipfile.ZipFile(io.BytesIO(data)).infolist()}


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_parts_of_any_archive_are_taken_out(compression: int) -> None:
    data = packed(compression, b"PK\3\4 is only said here")
    assert {name: unpacked(data, info) for name, info in directory(data).items()} == PARTS


LIES = [
    (compression, field, change)
    for compression in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    for field in ("file_size", "compress_size", "CRC", "header_offset")
    for change in (-1, 1, -1_000_000, 1_000_000)
    if (compression, field) != (zipfile.ZIP_DEFLATED, "compress_size") or change < 0  # it ends where it ends
]


@pytest.mark.parametrize(("compression", "field", "change"), LIES)
def test_a_directory_that_lies_is_refused(compression: int, field: str, change: int) -> None:
    data = packed(compression)
    info = directory(data)["ก.xml"]
    setattr(info, field, getattr(info, field) + change)
    info.file_size = max(info.file_size, 0)  # as the directory has it
    with pytest.raises(zipfile.BadZipFile, match=r"ก\.xml"):
        unpacked(data, info)


def test_a_part_that_is_cut_off_or_garbled_is_refused() -> None:
    data = packed(zipfile.ZIP_DEFLATED)
    info = directory(data)["ก.xml"]
    begin = info.header_offset + 60
    for torn in (data[: info.header_offset + 20], data[:begin], data[:begin] + b"\xff" * (len(data) - begin)):
        with pytest.raises(zipfile.BadZipFile):
            unpacked(torn, info)


def test_no_more_is_unpacked_than_was_declared() -> None:
    bomb = assemble([entry("a.xml", bytes(20_000_000))])
    (info,) = directory(bomb).values()
    info.file_size = 1_000
    tracemalloc.start()
    try:
        with pytest.raises(zipfile.BadZipFile):
            unpacked(bomb, info)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
