"""Where Thai words part at the end of a line: cures for words that LibreOffice's dictionary does not know.

LibreOffice looks up where a line of Thai may end. A word that it lacks is cut in its middle and misleads it about the
words around it. In the print copy alone, where nobody searches or edits, such words are spelled with a word joiner
where they must not part and a zero-width space where they may. Knows nothing of documents.
"""

import re
from typing import Final

JOINER: Final = "\u2060"
SPACE: Final = "\u200b"

WORDS: Final = (
    "ข้อ/หารือ",
    "ค้า/นอก",
    "งบ+ประมาณ",
    "จันทร์+ประดิ+ษ+ฐา+ราม",
    "นุ+เบกษา",
    "บู+รณ+ปฏิสังขรณ์",
    "บู+รณา+การ",
    "ผสม+ผสาน",
    "พันธ+กิจ",
    "มา/บริหาร",
    "มี/ดวง",
    "รับ/คำขอ",
    "ร้อย+ละ",
    "วิสัย+ทัศน์",
    "สาร+สนเทศ",
    "ส่ง+เสริม/สุข+ภาพ",
    "หน่วย+งาน",
    "เทศ+กิจ",
    "เปราะ+บาง",
    "เปอร์+เซ็น+ต์+ไทล์",
    "เป้า+หมาย",
)
"""Words as they may be parted: + stands where they may not, / where they may."""

_SPELLED: Final = {re.sub("[+/]", "", word): word.replace("+", JOINER).replace("/", SPACE) for word in WORDS}
_KNOWN: Final = re.compile("(?P<after>(?<=[ก-ฮะ-์]))?(?P<word>" + "|".join(map(re.escape, _SPELLED)) + ")")
_SHORTENED: Final = re.compile("(?<=[ก-ฮะ-์])(?<!ฯล)ฯ(?!ล)")


def cured(text: str) -> str:
    """Return Thai text spelled so that LibreOffice ends lines only between words."""
    text = _KNOWN.sub(_spelled, text)
    return _SHORTENED.sub(f"{JOINER}ฯ", text) if "ฯ" in text else text


def _spelled(found: re.Match[str]) -> str:
    return (SPACE if found["after"] is not None else "") + _SPELLED[found["word"]]
