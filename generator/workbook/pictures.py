"""Reads the pictures that lie beside a workbook. Never follows a path out of its folder."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from generator.words import Words

LARGEST: Final = 5 * 2**20
"""The largest picture file in bytes."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class Image(NamedTuple):
    """A picture file: its bytes, its kind (png or jpg) and its size in pixels."""

    data: bytes
    suffix: str
    width: int
    height: int


class BadImage(Exception):
    """A picture that cannot be used; `reason` says why."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def read_image(folder: Path, name: str) -> Image:
    """Return the picture of this name in `folder`.

    Raise BadImage if it is not there, leads elsewhere, is too large, or is neither PNG nor JPEG.
    """
    path = folder / name
    if path.resolve().parent != folder.resolve() or not path.is_file():
        raise BadImage(Words("ไม่พบไฟล์ในโฟลเดอร์ของสมุดงาน", "it is not in the folder of the workbook"))
    if path.stat().st_size > LARGEST:
        raise BadImage(Words("ไฟล์ใหญ่เกิน 5 MB", "it is larger than 5 MB"))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadImage(Words("เปิดไฟล์ไม่ได้", "it cannot be opened")) from error
    if data.startswith(_PNG) and len(data) > 24:
        width, height = struct.unpack(">II", data[16:24])
        suffix = "png"
    else:
        suffix = "jpg"
        width, height = next(_jpeg_sizes(data), (0, 0))
    if not (0 < width <= 20_000 and 0 < height <= 20_000):
        raise BadImage(Words("ไม่ใช่รูป PNG หรือ JPEG ที่สมบูรณ์", "it is no complete PNG or JPEG picture"))
    return Image(data, suffix, width, height)


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield width and height from the frame headers of a JPEG file."""
    position = 2
    if data[:2] != b"\xff\xd8":
        return
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            yield width, height
            return
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
