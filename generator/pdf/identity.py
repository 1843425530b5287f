"""The marks of time and chance that LibreOffice leaves in a PDF, replaced so that the same pages are the same bytes.

Knows the bytes of a PDF only.
"""

import hashlib
import re

# A moment that says "not recorded"; the zone keeps its length, so that every offset in the file stays right.
MOMENT = b"19800101000000"
DATES = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}(Z|[+-]\d\d'\d\d'?)?")
XML_DATES = re.compile(rb"(<xmp:(?:Create|Modify|Metadata)Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
IDENTIFIER = re.compile(rb"(/ID\s*\[\s*<)[0-9A-Fa-f]{32}(>\s*<)[0-9A-Fa-f]{32}(>\s*\])")
CHECKSUM = re.compile(rb"(/DocChecksum\s*/)[0-9A-Fa-f]{32}")


def settle(pdf: bytes) -> bytes:
    """Return `pdf` with fixed dates and an identifier computed from its content; same length, all else untouched."""
    settled = DATES.sub(lambda date: date[1] + MOMENT + _same_zone(date[2]), pdf)
    settled = XML_DATES.sub(rb"\g<1>1980-01-01T00:00:00", settled)
    nothing = b"0" * 32
    settled = _identify(settled, nothing)
    return _identify(settled, hashlib.md5(settled, usedforsecurity=False).hexdigest().upper().encode())


def _same_zone(zone: bytes | None) -> bytes:
    if not zone or zone == b"Z":
        return zone or b""
    return re.sub(rb"[-+]", b"+", re.sub(rb"\d", b"0", zone))


def _identify(pdf: bytes, name: bytes) -> bytes:
    pdf = IDENTIFIER.sub(lambda mark: mark[1] + name + mark[2] + name + mark[3], pdf)
    return CHECKSUM.sub(lambda mark: mark[1] + name, pdf)
