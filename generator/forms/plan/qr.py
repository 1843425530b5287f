"""The QR code of the web address on the cover."""

import struct
import zlib
from functools import lru_cache
from typing import Any, Final

from zxingcpp import BarcodeFormat, create_barcode

from generator.render.values import Picture

SIDE: Final = 1_440_000
"""The side of the code in EMU (4 cm)."""

_QUIET: Final = b"\xff" * 2
"""White modules on each side; the paper around them is white as well."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> Picture:
    """Return the QR code of an address as a picture; equal addresses give equal bytes."""
    code = create_barcode(address, BarcodeFormat.QRCode, ec_level="M")
    modules: Any = code.to_image(scale=1, add_quiet_zones=False)  # a buffer, which is not published of its type
    side, dots = len(memoryview(modules)), bytes(modules)
    around = [b"\xff" * (side + 2 * len(_QUIET))] * len(_QUIET)
    rows = [_QUIET + dots[start : start + side] + _QUIET for start in range(0, len(dots), side)]
    return Picture(_png([*around, *rows, *around]), "png", SIDE, SIDE, f"QR Code {address}")


def _png(rows: list[bytes]) -> bytes:
    """Return a picture of modules, a byte each, 255 for white.

    Such a byte is eight white pixels of a bit side by side; each row is given eight times, so that modules are square.
    """
    header = struct.pack(">IIBBBBB", 8 * len(rows[0]), 8 * len(rows), 1, 0, 0, 0, 0)  # one bit a pixel, grey
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows for _ in range(8)))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    )
