"""The normal form of typed Thai, list marks, columns of a terminal and dictionary order. Knows no cells or paragraphs.

The private-use codes are those of fonts made before OpenType, which kept a glyph of its own for each mark that had to
be moved; they come along when text is copied out of a PDF. The table is the one of the Thai fallback of OpenType
shaping engines: https://linux.thai.net/~thep/th-otf/shaping.html.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

from generator.thai.numerals import to_arabic

_WINDOWS_GLYPHS: Final = dict(zip(range(0xF700, 0xF71B), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))
_MAC_GLYPHS: Final = dict(zip(range(0xF884, 0xF89F), "ัิีึื็่่่้้้๊๊๊๋๋๋์์์ํญฺุูฐ", strict=True))
# The bullets of Word's library, which are written in symbol fonts and copied as codes of their own.
_WORD_BULLETS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓"}
_BLANKS: Final = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE: Final = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Controls, halves of surrogate pairs and the codes that XML refuses.
_REFUSED: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"

_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NOTHING: Final = re.compile(f"[{_INVISIBLE}{_REFUSED}]+")
_OTHER_BLANK: Final = re.compile(f"[{_BLANKS}]")
_OLD_GLYPHS: Final = _WINDOWS_GLYPHS | _MAC_GLYPHS | _WORD_BULLETS
_OLD_GLYPH: Final = re.compile(f"[{''.join(map(chr, _OLD_GLYPHS))}]")

# Marks in the order in which they follow their consonant. It agrees with the canonical order of Unicode, which ranks
# only ฺ (9), ุ ู (103) and the tones (107), so that neither undoes the other's work.
_ORDER: Final = {mark: rank for rank, marks in enumerate(("ฺ", "ุู", "ัิีึื็ํ", "่้๊๋", "์๎")) for mark in marks}
_MARKS: Final = "ัิ-ฺ็-๎"
_MARK_RUN: Final = re.compile(f"[{_MARKS}]{{2,}}")
_SPLIT_AM: Final = re.compile("ํ([่-๎]*)า")
_TONE_AFTER_VOWEL: Final = re.compile("([ก-ฮ])([ะาำ])([่-๋]+)")
_TORN_MARK: Final = re.compile(f"(?<=[ก-ฮ{_MARKS}]) (?=[{_MARKS}ำ])")
_BLANK_RUN: Final = re.compile(" {2,}")
_LINE_EDGE: Final = re.compile(" ?\n ?")

# Only what these three let pass untouched is called clean; the rest is mended, which may leave it as it was.
_UNUSUAL: Final = re.compile(
    "[^\n -~\u00a1-\u00ac\u00ae-\u00ffก-ูเ-์๐-๙ฯๆ฿๏๚๛\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u27bf]"
)
_MISPLACED: Final = re.compile(f"[{_MARKS}](?<![ก-ฮ].)(?<![ัิ-ู็][่-์])")
_SUSPECT: Final = ("  ", "เเ", " ำ", " \n", "\n ")


@lru_cache(maxsize=4096)
def normal(text: str, edges: bool = True) -> str:
    """Return the normal form of typed text: what its writer meant to type, digits as they were.

    Line ends become newlines, other blanks plain blanks, one at a time and none at the ends of lines; invisible
    characters and those that XML refuses vanish; marks stand in their order, once each, in the codes of Unicode. With
    `edges` the blanks and empty lines at both ends are dropped; without, they stay, for a run that is joined to others.
    """
    if not _clean(text):
        text = _mend(text)
    return text.strip(" \n") if edges else text


def _clean(text: str) -> bool:
    """Whether no rule of the normal form, edges apart, applies to `text`; a false no costs time only."""
    if _UNUSUAL.search(text) or any(pair in text for pair in _SUSPECT):
        return False
    return _MISPLACED.search(text) is None


def _mend(text: str) -> str:
    text = _LINE_END.sub("\n", text)
    text = _OTHER_BLANK.sub(" ", _NOTHING.sub("", text))
    text = _OLD_GLYPH.sub(lambda found: _OLD_GLYPHS[ord(found[0])], text)
    text = _LINE_EDGE.sub("\n", _BLANK_RUN.sub(" ", text))
    text = _TORN_MARK.sub("", text).replace("เเ", "แ")
    text = _order_marks(unicodedata.normalize("NFC", text))
    # Marks of other scripts among the Thai ones can make the canonical order differ once more.
    while not unicodedata.is_normalized("NFC", text):
        text = _order_marks(unicodedata.normalize("NFC", text))
    return text


def _order_marks(text: str) -> str:
    text = _MARK_RUN.sub(lambda found: "".join(sorted(dict.fromkeys(found[0]), key=_ORDER.__getitem__)), text)
    return _TONE_AFTER_VOWEL.sub(r"\1\3\2", _SPLIT_AM.sub(r"\1ำ", text))


_NUMBER: Final = "(?:[1-9๑-๙][0-9๐-๙]?)"
_BULLETS: Final = "-–—•·●○◦▪■➢✓๏"
_MARK: Final = re.compile(
    rf"""(?:
        {_NUMBER}\.(?=[ \u00a0]|[ก-ฮเ-ไ"'“‘])  # typed in a hurry: ๑.ประสาน
      | (?:\({_NUMBER}\)|{_NUMBER}\)|[•●])(?=[ \u00a0]|[ก-ฮเ-ไ])
      | (?:[กขคง-ญ][.)]|\([กขคฆ-ฮ]\)|[{_BULLETS}])(?=[ \u00a0])  # no ฃ ฅ in lists; ม. น. ต. พ. are abbreviations
      | {_NUMBER}(?:\.{_NUMBER})+[.)](?=[ \u00a0])
      | (?P<outline>{_NUMBER}(?:\.{_NUMBER})+)(?=[ \u00a0]+[A-Zก-ฮเ-ไ"“‘(])
    )""",
    re.VERBOSE,
)
# What makes the number before it a quantity, a time of day or a reference, and not the number of a paragraph.
_MEASURE: Final = re.compile(
    r"""กิโล|เซนติ|มิลลิ|ตาราง(?:เมตร|กิโล|วา)|ลูกบาศก์|เปอร์เซ็น|ล้าน|(?:แสน|หมื่น|พัน)(?:บาท|ล้าน|คน)
    |(?:บาท|เมตร|ไร่|วา|ตัน|กรัม|ลิตร|เท่า|องศา|คะแนน|คน|ชั่วโมง|นาที|วัน|เดือน|ปี|ถึง|และ|หรือ)(?![ก-๎])
    |(?:น|ม|กม|ซม|มม|กก|ตร|ลบ)\.|เท่าของ|เท่าตัว""",
    re.VERBOSE,
)


def list_mark(text: str) -> tuple[str, str]:
    """Return the mark of a list that opens a paragraph in normal form, as typed, and the text after it.

    Without a mark the first is empty and the second is `text`. Marks are numbers of one or more levels, letters and
    bullets with a blank after them. An asterisk is none: it points to a footnote.
    """
    found = _MARK.match(text)
    if found is None:
        return "", text
    rest = text[found.end() :].lstrip(" \u00a0")
    if found["outline"] and _MEASURE.match(rest):
        return "", text
    return found[0], rest


@lru_cache(maxsize=1024)
def mark_kind(mark: str) -> str:
    """Return what marks of one level have in common: "1." for ๑. and ๑๒., "(ก)" for (ค), "1.1" for ๒.๓ and ๒.๓., "-".

    `mark` comes from `list_mark`; an empty one has the empty kind.
    """
    kind = re.sub("[ก-ฮ]", "ก", re.sub("[0-9]+", "1", to_arabic(mark)))
    if kind in ("–", "—"):
        return "-"
    return kind.removesuffix(".") if kind.count(".") > 1 else kind


_THAI_OR_ASCII: Final = re.compile("[ -~\u00a0ก-ฺ฿-๛]*")
_MARK_ABOVE_OR_BELOW: Final = re.compile(f"[{_MARKS}]+")


@lru_cache(maxsize=1024)
def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def display_width(text: str) -> int:
    """Return how many columns of a terminal `text` takes: marks none, wide East Asian characters two, the rest one."""
    if _THAI_OR_ASCII.fullmatch(text):
        return len(_MARK_ABOVE_OR_BELOW.sub("", text))
    return sum(map(_columns, text))


def pad(text: str, width: int, align: Literal["left", "right", "center"] = "left") -> str:
    """Return `text` filled up with blanks to `width` columns of a terminal; a longer text stays whole."""
    missing = max(0, width - display_width(text))
    left = {"left": 0, "right": missing, "center": missing // 2}[align]
    return " " * left + text + " " * (missing - left)


_LEADING_VOWEL: Final = re.compile("([เ-ไ])([ก-ฮ])")
_LIGHT: Final = re.compile(r"""[็-๎ฯๆ.,()'"“”‘’–-]""")


def sort_key(text: str) -> tuple[str, str, str]:
    """Return a key that sorts names as a Thai dictionary does.

    A vowel written before its consonant counts after it; tone marks and punctuation decide only between words that are
    otherwise alike. Numbers sort by their digits, Thai like Arabic.
    """
    spoken = _LEADING_VOWEL.sub(r"\2\1", to_arabic(text).casefold())
    return _LIGHT.sub("", spoken), spoken, text
