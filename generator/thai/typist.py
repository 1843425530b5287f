"""How a careful typist sets Thai: Thai digits, and hard blanks where a line must not end. Knows no documents.

Digits change in this one place only. Web addresses, e-mail addresses and the names an office excepts keep Arabic
digits, since an address in Thai digits leads nowhere.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, Self

from generator.thai.dates import MONTHS, MONTHS_SHORT
from generator.thai.numerals import ARABIC, THAI, to_arabic, to_thai

HARD_BLANK: Final = "\u00a0"

WORDS_BEFORE_NUMBERS: Final = (
    "ร้อยละ",
    "ข้อ",
    "มาตรา",
    "ที่",  # ส่วนที่ มิติที่ ด้านที่ ครั้งที่ วันที่ เลขที่
    "ตาราง",
    "หน้า",
    "ระดับ",
    "โทร.",
    "KR",
    "KPI",
    "OKR",
)
"""Words whose number stays on their line, also as the end of a longer word."""

_LATIN: Final = "A-Za-z\u00c0-\u024f"
_WORD: Final = f"{_LATIN}0-9๐-๙"

_ERA: Final = r"[คจพมรฮ]\.ศ\."
_BLANK_TO_HARDEN: Final = re.compile(
    " (?:"
    f"(?=[๐-๙])(?:{'|'.join(f'(?<={re.escape(word)} )' for word in WORDS_BEFORE_NUMBERS)}|(?<={_ERA} ))"
    rf"|(?<=[๐-๙] )(?=น\.|{'|'.join(map(re.escape, MONTHS + MONTHS_SHORT))})"
    ")"
)
_BARE_ERA: Final = re.compile(f"({_ERA})(?=[๐-๙])")
# The Royal Society sets ๆ between blanks; the one before it must not end a line. Quoted, it is only named.
_BEFORE_YAMOK: Final = re.compile(r"(?:(?<=[^\s(\[“‘\"'ๆ])|[ \u00a0]+)(?=ๆ)")
_BARE_YAMOK: Final = re.compile(f"ๆ(?=[ก-ฮเ-ไ(“‘{_WORD}])")
_TELEPHONE: Final = re.compile(
    "๐(?<![๐-๙]๐)[๐-๙]{0,2}(?:[ \u00a0][๐-๙]{3,4}){2}(?:[ \u00a0]ต่อ[ \u00a0][๐-๙]+)?(?![๐-๙])"
)

_TOP_LEVELS: Final = (
    "th|com|org|net|edu|gov|info|int|biz|io|me|co|cc|tv|ly|be|gl|gle|gd|ee|ai|app|dev|asia|cloud|link|online|page|site"
    "|xyz"
)
_LABEL: Final = "[A-Za-z0-9๐-๙](?:[A-Za-z0-9๐-๙-]*[A-Za-z0-9๐-๙])?"
# Thai letters belong to an address only where a part of its path begins with them: people put no blank after one.
_PATH: Final = r"(?:[A-Za-z0-9๐-๙._~:/?#@!$&'*+,;=%|-]|\([A-Za-z0-9๐-๙._~-]*\)|(?<=[/=_&?#-])[ก-๎][ก-๎0-9๐-๙]*)*"
_ADDRESS: Final = (
    rf"(?:[A-Za-z]{{2,10}}://|(?i:www)\.){_PATH}"
    rf"|(?<![A-Za-z0-9๐-๙._%+-])[A-Za-z0-9๐-๙._%+-]+@(?:{_LABEL}\.)+[A-Za-z]{{2,}}"
    # A name that is all digits is the number of a paragraph: "1.Net Zero".
    r"|(?<![A-Za-z0-9๐-๙-])(?<![A-Za-z0-9๐-๙]\.)(?=[0-9๐-๙.-]*[A-Za-z][A-Za-z0-9๐-๙-]*\.)"
    rf"(?:{_LABEL}\.)+(?i:{_TOP_LEVELS})(?![A-Za-z0-9๐-๙-])(?::[0-9๐-๙]+)?(?:[/?#]{_PATH})?"
)

_HINT: Final = re.compile(r"://|@|[A-Za-z][A-Za-z0-9๐-๙-]*\.")
"""What every address holds: a quick look that spares most texts the long one."""

_TO_SET: Final = re.compile("[0-9๐-๙ๆ]")
_HAS_LATIN: Final = re.compile("[A-Za-z]")


class Typist:
    """Sets text as print; keeps Arabic digits in addresses and in the `exceptions` ("COVID-19", "PM 2.5").

    An exception is found in the letters it is given in, whatever blanks are typed between its parts and whichever
    digits, but not as a part of a longer word or number.
    """

    def __init__(self, exceptions: Iterable[str] = ()) -> None:
        self.exceptions: Final = tuple(exceptions)
        names = {" ".join(to_arabic(exception).split()) for exception in self.exceptions} - {""}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        patterns = list(map(_name_pattern, longest_first))
        self._kept: Final = re.compile("|".join([_ADDRESS, *patterns]))
        self._named: Final = re.compile("|".join(patterns)) if patterns else None
        self._kept_has_latin: Final = all(_HAS_LATIN.search(name) for name in names)
        self._remembered: Final[Callable[[str], str]] = lru_cache(maxsize=4096)(self._set)

    def __call__(self, text: str) -> str:
        """Return `text`, in normal form, with Thai digits and hard blanks; text already set stays as it is."""
        return self._remembered(text)

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[str, ...]]]:
        return type(self), (self.exceptions,)  # what is remembered stays here

    def _set(self, text: str) -> str:
        if not _TO_SET.search(text):
            return text
        if self._kept_has_latin and not _HAS_LATIN.search(text):
            return _set_thai(text)
        pattern = self._kept if _HINT.search(text) else self._named
        if pattern is None:
            return _set_thai(text)
        parts: list[str] = []
        end = 0
        for kept in pattern.finditer(text):
            parts += (_set_thai(text[end : kept.start()]), to_arabic(kept[0]))
            end = kept.end()
        parts.append(_set_thai(text[end:]))
        return "".join(parts)


@lru_cache(maxsize=8)
def typist(exceptions: tuple[str, ...]) -> Typist:
    """Return a typist who keeps Arabic digits in `exceptions`: the same one for all plans, which say much alike."""
    return Typist(exceptions)


def _name_pattern(name: str) -> str:
    """Return the pattern of an excepted name, which is given in Arabic digits and with single blanks."""
    spelling = "".join(
        f"[{character}{THAI[int(character)]}]" if character in ARABIC else re.escape(character) for character in name
    ).replace(r"\ ", "[ \u00a0]*")
    before = f"(?<![{_WORD}])" if re.match(f"[{_WORD}]", name) else ""
    after = f"(?![{_WORD}])" if re.search(f"[{_WORD}]$", name) else ""
    if name[0] in ARABIC:
        before += "(?<![0-9๐-๙][.,])"
    if name[-1] in ARABIC:
        after += "(?![.,][0-9๐-๙])"
    return before + spelling + after


def _set_thai(text: str) -> str:
    text = to_thai(text)
    if " " in text:
        text = _BLANK_TO_HARDEN.sub(HARD_BLANK, text)
    if ".ศ." in text:
        text = _BARE_ERA.sub(rf"\1{HARD_BLANK}", text)
    if "ๆ" in text:
        text = _BARE_YAMOK.sub("ๆ ", _BEFORE_YAMOK.sub(HARD_BLANK, text))
    if "๐" in text:
        text = _TELEPHONE.sub(lambda number: number[0].replace(" ", HARD_BLANK), text)
    return text
