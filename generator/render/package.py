"""The zip package of a Word document: read within bounds, written the same way every time."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable
from typing import Final, NamedTuple

from zlib_ng import zlib_ng

from generator.words import Words

LARGEST_PART: Final = 64 * 2**20
LARGEST_PACKAGE: Final = 128 * 2**20
MOST_PARTS: Final = 2_000
_LEVEL: Final = 6
_TOO_MUCH: Final = Words("คลายแล้วใหญ่เกินไป", "it unpacks to too much")
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, IndexError),
)
"""What zipfile raises for a damaged or encrypted file."""

_DATE: Final = 1 << 5 | 1  # years count from 1980


class BrokenPackage(Exception):
    """The bytes are no package that can be used; `reason` says why."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


class Entry(NamedTuple):
    """A part, compressed and ready to be written."""

    name: bytes
    checksum: int
    size: int
    data: bytes


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name, in their order.

    Raise BrokenPackage if it is no zip file, is damaged, or unpacks to more than a document can need.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = [info for info in package.infolist() if not info.is_dir()]
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_PACKAGE:
                raise BrokenPackage(_TOO_MUCH)
            if len({info.filename.lower() for info in infos}) < len(infos):
                raise BrokenPackage(Words("มีส่วนที่ชื่อซ้ำกัน", "two of its parts have one name"))
            if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
                raise BrokenPackage(Words("บีบอัดด้วยวิธีที่ Word ไม่ใช้", "it is compressed as Word never does"))
            parts = {}
            for info in infos:
                with package.open(info) as part:
                    content = part.read(LARGEST_PART + 1)
                if len(content) > LARGEST_PART:
                    raise BrokenPackage(_TOO_MUCH)
                if len(content) < info.file_size:
                    raise EOFError(info.filename)
                parts[info.filename] = content
            return parts
    except _DAMAGE as error:
        raise BrokenPackage(Words("ไฟล์เสียหาย หรือไม่ใช่ .docx", "it is damaged, or no .docx")) from error


def resolved(part: str, target: str) -> str:
    """Return the part that a relationship of `part` ("" for the package) leads to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def entry(name: str, content: bytes) -> Entry:
    """Return a part compressed."""
    packer = zlib_ng.compressobj(_LEVEL, zlib_ng.DEFLATED, -15)
    data = packer.compress(content) + packer.flush()
    return Entry(name.encode(), zlib_ng.crc32(content), len(content), data)


def assemble(entries: Iterable[Entry]) -> bytes:
    """Return the package of these parts, in their order, all dated 1 January 1980."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in entries:
        # Version 2.0, UTF-8 names, deflated; sizes stand in the header, so no data descriptor follows.
        common = struct.pack(
            "<HHHHHIIIHH", 20, 0x800, 8, 0, _DATE, part.checksum, len(part.data), part.size, len(part.name), 0
        )
        directory.append(b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, offset) + part.name)
        chunks += (b"PK\x03\x04" + common, part.name, part.data)
        offset += 30 + len(part.name) + len(part.data)
    listing = b"".join(directory)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(directory), len(directory), len(listing), offset, 0)
    return b"".join([*chunks, listing, end])
