"""Where Thai words part at the end of a line: cures for words that LibreOffice's dictionary does not know.

LibreOffice looks up where a line of Thai may end. A word that it lacks is cut in its middle and misleads it about the
words around it. In the print copy alone, where nobody searches or edits, such words are spelled with a word joiner
where they must not part and a zero-width space where they may. Knows nothing of documents.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

JOINER: Final = "\u2060"
SPACE: Final = "\u200b"

WORDS: Final = (
    "/ข้อ/หารือ",
    "/จันทร์+ประดิ+ษ+ฐา+ราม",
    "/บู+รณ+ปฏิสังขรณ์",
    "/บู+รณา+การ",
    "/มา/บริหาร",
    "/มี/ดวง",
    "/เปอร์+เซ็น+ต์+ไทล์",
    "ข้อ+เสนอ+แนะ",
    "คน+พิการ",
    "คน+ไร้+บ้าน",
    "ครัว+เรือน",
    "ครั้ง+ที่",
    "คล่อง+ตัว",
    "คัด+แยก",
    "ค้า/นอก",
    "งบ+ประมาณ",
    "งบ+รายจ่าย",
    "จัด+จ้าง",
    "จุด+อ่อน",
    "ช่อง+ทาง",
    "ดำเนิน+งาน",
    "ติด+ตั้ง",
    "ทาง+เดิน",
    "นำ+เข้า",
    "นุ+เบกษา",
    "น้ำ+เสีย",
    "บาง+ระแนะ",
    "บ่อ+พัก",
    "ประเสริฐ+อุทิศ",
    "ผสม+ผสาน",
    "ผู้+สูง+อายุ",
    "พันธ+กิจ",
    "พุทธ+มณฑล",
    "พ่วง+อุทิศ",
    "ภาค+รัฐ",
    "ภาค+เรียน",
    "รับ+ผิด+ชอบ",
    "รับ/คำขอ",
    "ร่วม+มือ",
    "ร้อง+ทุกข์",
    "ร้อง+เรียน",
    "ร้อย+ละ",
    "ลำดับ+ที่",
    "ลูก+เสือ",
    "วัน+ที่",
    "วิสัย+ทัศน์",
    "สาร+พิษ",
    "สาร+สนเทศ",
    "สิ่ง+แวดล้อม",
    "ส่ง+เสริม/สุข+ภาพ",
    "ส่วน+ราชการ",
    "ส่อง+สว่าง",
    "หน่วย+งาน",
    "หลังคา+เรือน",
    "หลาก+หลาย",
    "อาสา+สมัคร",
    "เข้ม+แข็ง",
    "เครือ+ข่าย",
    "เดิน+ทาง",
    "เทศ+กิจ",
    "เบิก+จ่าย",
    "เปราะ+บาง",
    "เปิด+เผย",
    "เป้า+หมาย",
    "เพิ่ม+เติม",
    "เรียน+รู้",
    "เร่ง+ด่วน",
    "เลข+ที่",
    "แผน+ปฏิบัติ+ราชการ",
    "แสง+สว่าง",
    "ใช้+จ่าย",
    "ไข้+เลือด+ออก",
    "ไม่+เท+รวม",
)
"""Words as they may be parted: + stands where they may not, / where they may, also from a word before."""

_SPELLED: Final[Mapping[str, str]] = {re.sub("[+/]", "", word): word for word in WORDS}
_KNOWN: Final = re.compile("|".join(map(re.escape, sorted(_SPELLED, key=len, reverse=True))))
_LETTER: Final = re.compile("[ก-ฮะ-์]")
_SHORTENED: Final = re.compile("(?<=[ก-ฮะ-์])(?<!ฯล)ฯ(?!ล)")


_BRACKET: Final = re.compile(r"(?<= )\((?=[ก-ฮเ-ไ])")
"""Where LibreOffice puts a bracket at the end of a line, it cuts the Thai word behind it anywhere."""

_CODE: Final = re.compile("(?<=[A-Za-z])(?=[๐-๙])")
"""Between a Latin letter and a Thai digit LibreOffice leaves a gap, as between languages: P ๑๐๐."""


@lru_cache(4_096)
def cured(text: str) -> str:
    """Return Thai text spelled so that LibreOffice ends lines only between words, and leaves no gaps within them."""
    text = _KNOWN.sub(_spelled, text)
    text = _BRACKET.sub(f"{JOINER}(", text) if " (" in text else text
    text = _SHORTENED.sub(f"{JOINER}ฯ", text) if "ฯ" in text else text
    return _CODE.sub(JOINER, text)


def _spelled(found: re.Match[str]) -> str:
    word = _SPELLED[found[0]]
    if not _LETTER.match(found.string[found.start() - 1 : found.start()]):
        word = word.removeprefix("/")  # it begins a line of its own, or follows a blank
    return word.replace("+", JOINER).replace("/", SPACE)
