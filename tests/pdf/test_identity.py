"""The same pages are the same bytes, whenever they were printed."""

import pytest

from generator.pdf.identity import settle

PDF = (
    b"%%PDF-1.6\n%(content)s\n<</Title<FEFF0E01>/CreationDate(D:%(moment)s)>>\n"
    b"trailer\n<</Size 9/ID [ <%(name)s>\n<%(name)s> ]\n/DocChecksum /%(name)s\n>>\n%%%%EOF\n"
)


def pdf(content: bytes = b"pages", moment: bytes = b"20250131120000Z'", name: bytes = b"0123456789ABCDEF" * 2) -> bytes:
    return PDF % {b"content": content, b"moment": moment, b"name": name}


@pytest.mark.parametrize("zone", [b"Z'", b"Z", b"+07'00'", b""])
def test_moment_and_identifier_do_not_show(zone: bytes) -> None:
    now = pdf(moment=b"20250131120000" + zone)
    later = pdf(moment=b"20260708091011" + zone, name=b"F" * 32)
    assert now != later
    assert settle(now) == settle(later)


def test_nothing_moves() -> None:
    before, after = pdf(moment=b"20250131120000+07'00'"), settle(pdf(moment=b"20250131120000+07'00'"))
    assert len(before) == len(after)
    assert b"/Title<FEFF0E01>" in after
    assert b"/CreationDate(D:19800101000000+00'00')" in after


def test_different_pages_keep_different_identifiers() -> None:
    one, other = settle(pdf(b"pages")), settle(pdf(b"PAGES"))
    assert one.partition(b"/ID")[2] != other.partition(b"/ID")[2]


def test_what_is_settled_stays_so() -> None:
    assert settle(settle(pdf())) == settle(pdf())


def test_moments_in_readable_metadata_do_not_show() -> None:
    metadata = b"<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>"
    now, later = b"2025-01-31T12:00:00", b"2026-07-08T09:10:11"
    assert settle(pdf(metadata % (now, now))) == settle(pdf(metadata % (later, later)))
