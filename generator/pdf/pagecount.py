"""How many pages a PDF has, without believing that it is one.

Knows nothing of who made it or where it goes.
"""

import io
from typing import Final

from pikepdf import PasswordError, Pdf, PikepdfError

from generator.words import Words

LOCKED: Final = Words("มีรหัสผ่าน", "it has a password")
DAMAGED: Final = Words("เสียหรือไม่ใช่ PDF", "it is damaged or no PDF")


class BadPdf(Exception):
    """A file that cannot be printed; `reason` says why."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def count_pages(content: bytes) -> int:
    """Return the number of pages of a PDF; raise BadPdf if it has none."""
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            count = len(pdf.pages)
    except PasswordError as error:
        raise BadPdf(LOCKED) from error
    except (PikepdfError, ValueError) as error:
        raise BadPdf(DAMAGED) from error
    if not count:
        raise BadPdf(DAMAGED)
    return count
