"""Pages are counted of what is a PDF, and nothing else passes for one."""

import io

import pikepdf
import pytest

from generator.pdf.pagecount import DAMAGED, LOCKED, BadPdf, count_pages
from generator.words import Words
from tests.pages import pdf


def locked() -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(1))) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


def without_a_page() -> bytes:
    """Return a PDF that lists a page which is no object, and does not say how many there are."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(3))) as opened:
        opened.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(target.getvalue())) as saved:
        first = b"\n%d 0 obj" % saved.pages[0].objgen[0]
    return target.getvalue().replace(b"/Count 3", b"/Count n").replace(first, first.replace(b" 0 obj", b" n obj"))


def test_pages_are_counted() -> None:
    assert count_pages(pdf(3)) == 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", DAMAGED),
        (b"not a PDF", DAMAGED),
        (pdf(2)[:40], DAMAGED),
        (pdf(0), DAMAGED),
        (without_a_page(), DAMAGED),
        (locked(), LOCKED),
    ],
    ids=["empty", "text", "torn", "no pages", "a page missing", "locked"],
)
def test_what_cannot_be_printed_says_why(content: bytes, reason: Words) -> None:
    with pytest.raises(BadPdf) as bad:
        count_pages(content)
    assert bad.value.reason == reason
