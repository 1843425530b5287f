"""The QR code of the web address on the cover."""

import io
from functools import lru_cache
from typing import Final

import segno

from generator.render.values import Picture

SIDE: Final = 1_440_000
"""The side of the code in EMU (4 cm)."""


@lru_cache(maxsize=64)
def qr_code(address: str) -> Picture:
    """Return the QR code of an address as a picture; equal addresses give equal bytes."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=8, border=2)
    return Picture(drawn.getvalue(), "png", SIDE, SIDE, f"QR Code {address}")
