"""The QR code of the web address on the cover."""

import struct
import zlib
from functools import lru_cache
from typing import Final

import segno

from generator.render.values import Picture

SIDE: Final = 1_440_000
"""The side of the code in EMU (4 cm)."""

_DOTS: Final = 12
"""Pixels of a module of the code, either way."""
_MARGIN: Final = 2
"""Modules of white around the code."""
_PIXELS: Final = ("1" * _DOTS, "0" * _DOTS)


@lru_cache(maxsize=64)
def qr_code(address: str) -> Picture:
    """Return the QR code of an address as a picture; equal addresses give equal bytes."""
    matrix = segno.make(address, error="m", micro=False).matrix
    side = (len(matrix) + 2 * _MARGIN) * _DOTS
    edge = _PIXELS[0] * _MARGIN
    blank = _packed("1" * side) * _DOTS * _MARGIN
    lines = [_packed(edge + "".join([_PIXELS[module] for module in row]) + edge) * _DOTS for row in matrix]
    data = _png(side, b"".join([blank, *lines, blank]))
    return Picture(data, "png", SIDE, SIDE, f"QR Code {address}")


def _packed(pixels: str) -> bytes:
    """Return a line of black and white pixels as PNG keeps it: no filter, eight pixels a byte."""
    count = -(-len(pixels) // 8)
    return b"\0" + int(pixels.ljust(count * 8, "0"), 2).to_bytes(count, "big")


def _png(side: int, lines: bytes) -> bytes:
    """Return a square picture of one bit a pixel."""
    parts = ((b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)), (b"IDAT", zlib.compress(lines, 9)))
    chunks = [(kind + data, len(data)) for kind, data in (*parts, (b"IEND", b""))]
    packed = (struct.pack(">I", size) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk, size in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
