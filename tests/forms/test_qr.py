"""The QR code on the cover is a clean picture that a reader reads as the address."""

import io

import pytest
import zxingcpp
from PIL import Image

from generator.forms.plan.qr import SIDE, qr_code
from generator.model.codes import LONGEST_ADDRESS

START = "https://example.org/"


def picture(address: str) -> Image.Image:
    return Image.open(io.BytesIO(qr_code(address).data))


@pytest.mark.parametrize(
    "address",
    [
        f"{START}phasicharoen",
        "https://เขตภาษีเจริญ.ไทย/แผน?ปี=๒๕๖๘",
        f"{START}%E0%B9%81?a=1&b='é'",
        START + "x" * (LONGEST_ADDRESS - len(START)),
        START + "ก" * ((LONGEST_ADDRESS - len(START)) // 3),
    ],
)
def test_a_reader_reads_the_address(address: str) -> None:
    code = zxingcpp.read_barcode(picture(address).convert("L"))
    assert code is not None and code.text == address
    assert (code.format, code.ec_level) == (zxingcpp.BarcodeFormat.QRCode, "M")


def test_modules_are_square_and_the_margin_is_white() -> None:
    drawn = picture(f"{START}phasicharoen")
    assert drawn.mode == "1" and drawn.size == (8 * 33, 8 * 33)
    assert drawn.convert("L").point(lambda level: 255 - level).getbbox() == (16, 16, 8 * 31, 8 * 31)
    first, finder = drawn.getpixel((15, 15)), [drawn.getpixel((16 + 8 * module, 16)) for module in range(9)]
    assert first == 255 and finder[:8] == [0] * 7 + [255]


def test_equal_addresses_give_equal_bytes_and_others_do_not() -> None:
    one = qr_code(f"{START}1")
    qr_code.cache_clear()
    assert qr_code(f"{START}1") == one != qr_code(f"{START}2")
    assert (one.suffix, one.width, one.height, one.description) == ("png", SIDE, SIDE, f"QR Code {START}1")
