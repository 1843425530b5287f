"""What tells two Thai names apart although nearly all of their letters agree. Knows no cells and no library.

Thai writes no blanks between words, so a likeness of letters takes วัดกำแพง and วัดโตนด for slips of each other. What
follows a word for a place is a proper name, up to the next blank; it must agree, like each number and Latin word.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from generator.thai.numerals import to_arabic

PLACES: Final = (
    "ซอย", "ตรอก", "ถนน", "แยก", "สี่แยก", "สะพาน", "คลอง", "ลำกระโดง", "ลำราง", "คู", "บึง", "วัด", "มัสยิด", "ศาลเจ้า",
    "โรงเรียน", "ชุมชน", "หมู่บ้าน", "หมู่", "เคหะ", "แขวง", "เขต", "ตลาด", "สวน", "สถานี", "ท่าน้ำ", "ท่าเรือ", "อาคาร",
    "โรงพยาบาล", "ศูนย์", "สำนัก", "กอง", "ฝ่าย", "วันที่",
)  # fmt: skip
"""Words that a proper name follows."""
GENERIC: Final = ("ค่าใช้จ่ายตาม", "ค่าใช้จ่ายในการ", "ค่าใช้จ่าย", "โครงการ", "กิจกรรมการ", "กิจกรรม", "การ")
"""What a name of a project may begin with or not: it is the same project."""


class Anatomy(NamedTuple):
    """A name taken apart: what must agree exactly, and the letters that may differ by a slip."""

    fixed: tuple[str, ...]
    letters: str


_PROPER: Final = {place: re.compile(rf"{place}([^\s()/,“”\"-]+)") for place in PLACES}
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,/][0-9]+)*")
_LATIN: Final = re.compile("[A-Za-z]+")
_UNIT: Final = re.compile(r"\s*\((?:[ก-๎]{1,8}|[ก-ฮ]{1,3}\.)\)\s*$")
_GENERIC_START: Final = re.compile(f"^(?:{'|'.join(GENERIC)})+(?=.)")
_NO_LETTER: Final = re.compile("[^ก-๎A-Za-z0-9]+|[ๆฯ]")


@lru_cache(maxsize=4096)
def anatomy(name: str) -> Anatomy:
    """Return what of a name must agree, in its order, and its letters without blanks, generic words and its unit."""
    text = _UNIT.sub("", to_arabic(name)).casefold()
    fixed = [found for place in PLACES if place in text for found in _PROPER[place].findall(text)]
    fixed += _NUMBER.findall(text) + _LATIN.findall(text)
    return Anatomy(tuple(fixed), _GENERIC_START.sub("", _NO_LETTER.sub("", text)))
