"""Slips of the hand in typed Thai that print badly, each with the corrected text. Knows no cells and no documents.

Texts come in the normal form of `generator.thai.text`, which has mended silently what has one right answer; what a
typist sets anyway (Thai digits) is no slip either; the blank before ๆ, which he sets too, is asked for by itself.
"""

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Final, NamedTuple

from generator.thai.dates import ERA_OFFSET, MONTHS, MONTHS_SHORT
from generator.thai.numerals import to_arabic
from generator.thai.typist import Typist


class Slip(NamedTuple):
    """What was typed, with the word around it, and what was meant."""

    typed: str
    meant: str


_CONSONANT: Final = "ก-ฮ"
_LEADING: Final = "เแโใไ"
_UPPER: Final = "ัิีึื็ํ"
_TONES: Final = "่้๊๋"
_MARKS: Final = "ัิ-ฺ็-๎"
_AROUND: Final = 12
"""So many characters on each side are shown with a slip, as far as the word goes."""

_EITHER: Final = re.compile(rf"[{_TONES}]{{2,}}|[ัิีึื]{{2,}}|[ุู]{{2,}}|[{_LEADING}]{{2,}}")
"""Marks of one kind side by side: one of them was meant, and nobody knows which."""
_MISPLACED: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (rf"([{_LEADING}])([{_TONES}])([{_CONSONANT}])", r"\1\3\2"),  # เ่ก: the tone before its consonant
        ("([ะาำ])\\1+", r"\1"),
        ("(?<![ฤฦ])ๅ", "า"),
        (rf"([ัื][{_TONES}]?) (?=[{_CONSONANT}])", r"\1"),  # วั น: torn apart by a blank
        (rf"([{_LEADING}]) (?=[{_CONSONANT}])", r"\1"),
        (rf"(?<![{_CONSONANT}{_MARKS}])[{_MARKS}]+", ""),  # a mark that stands on nothing
    )
)
_SUSPECT: Final = re.compile(  # each branch begins with a plain class, which costs a third of a look behind
    f"[{_MARKS}](?<![ก-ฮ].)(?<![ัิ-ู็][่-์])|[{_LEADING}](?![ก-ฮ])|ะ[ะาำ]|า[าำ]|ำ[ะาำ]| (?<=[ัื].)| (?<=[ัื][่-๋].)|ๅ"
)
"""What every misplaced mark holds: one look that most texts pass."""


def misplaced(text: str) -> Iterator[Slip]:
    """Yield vowels and tone marks that stand twice, on nothing, or before what carries them, one for each line."""
    if not _SUSPECT.search(text):
        return
    for line in text.split("\n"):
        mended = line
        for pattern, meant in _MISPLACED:
            mended = pattern.sub(meant, mended)
        first = _EITHER.sub(lambda marks: marks[0][0], mended)
        last = _EITHER.sub(lambda marks: marks[0][-1], mended)
        if first != line:
            slip, other = _narrowed(line, first), _narrowed(line, last)
            yield slip if first == last else Slip(slip.typed, f"{slip.meant} / {other.meant}")


_QUOTE: Final = re.compile('["“”]')
_INCHES: Final = re.compile('(?<=[0-9๐-๙])"')


def quotation(text: str) -> Iterator[Slip]:
    """Yield quotation marks of two kinds in one text, and opening ones without their closing one."""
    if '"' not in text and "“" not in text and "”" not in text:
        return
    bare = _INCHES.sub("″", text)
    straight = bare.count('"')
    curly = bare.count("“"), bare.count("”")
    if straight and any(curly):
        yield Slip(_first(text, '"'), _shown(_paired(bare), bare.index('"'), bare.index('"') + 1))
    elif straight % 2 or curly[0] != curly[1]:
        mark = '"' if straight else ("“" if curly[0] > curly[1] else "”")
        yield Slip(_first(text, mark), "“…”")


def _paired(text: str) -> str:
    """Return the text with its quotation marks, by turns, opening and closing ones."""
    turns = cycle("“”")
    return _QUOTE.sub(lambda _: next(turns), text)


def _first(text: str, mark: str) -> str:
    found = text.index(mark)
    return _shown(text, found, found + 1)


_CROWDED: Final = re.compile(rf"[0-9๐-๙](?<=[{_CONSONANT}{_MARKS}ะาำๆฯ].)[0-9๐-๙,.]*(?=[ก-ฮ{_LEADING}])")


def crowded(text: str) -> Iterator[Slip]:
    """Yield digits in the middle of a Thai word, with no blank on either side."""
    for found in _CROWDED.finditer(text):
        number = found[0].rstrip(".,")
        before, after = text[: found.start()], text[found.start() + len(number) :]
        start, end = found.start(), found.start() + len(number)
        yield Slip(_shown(text, start, end), _shown(f"{before} {number} {after}", start, end + 2))


_REPEATED: Final = re.compile("(?<=[ก-ฮะ-ูเ-์])ๆ")


def repetition(text: str) -> Iterator[Slip]:
    """Yield each ๆ that touches the word before it."""
    for found in _REPEATED.finditer(text) if "ๆ" in text else ():
        start = found.start()
        yield Slip(_shown(text, start, start + 1), _shown(f"{text[:start]} {text[start:]}", start, start + 2))


_LATIN_NUMBER: Final = re.compile("[A-Za-z][A-Za-z-]*[0-9]|[0-9][A-Za-z]|PM ?2[.]5")
_SET_APART: Final = re.compile("(?:[A-Za-z]+-?[๐-๙][A-Za-z๐-๙.-]*|[๐-๙]+[A-Za-z]+|PM[ \u00a0]?๒[.]๕)")
_OWN_CODES: Final = re.compile("(?:P|O?KR|KPI|TEL|T)-?[๐-๙.]*", re.IGNORECASE)


def names_with_digits(text: str, typist: Typist) -> Iterator[Slip]:
    """Yield Latin names typed with Arabic digits that the typist would set in Thai ones: COVID-19 as COVID-๑๙."""
    if not _LATIN_NUMBER.search(text):
        return
    for found in _SET_APART.finditer(typist(text)):
        printed = found[0].rstrip(".-")
        typed = to_arabic(printed).replace("\u00a0", " ")
        if typed in text and not _OWN_CODES.fullmatch(printed):
            yield Slip(typed, printed)


_MONTH: Final = "|".join(map(re.escape, MONTHS + MONTHS_SHORT))
_COMMON: Final = "(?<![0-9.,/-])((?:19|20)[0-9]{2})(?![0-9.,/]*[0-9])"
_BUDDHIST: Final = "(?<![0-9.,/-])(2[45][0-9]{2})(?![0-9.,/]*[0-9])"
_SAID_BUDDHIST: Final = re.compile(rf"(?:พ\.? ?ศ\.?|ปีงบประมาณ|{_MONTH}) ?{_COMMON}")
_SAID_COMMON: Final = re.compile(rf"ค\.? ?ศ\.? ?{_BUDDHIST}")
_YEAR_ALONE: Final = re.compile(rf"ปี ?{_COMMON}")
_BUDDHIST_YEAR: Final = re.compile(rf"(?:ปี|พ\.? ?ศ\.?|ปีงบประมาณ|{_MONTH}) ?{_BUDDHIST}")
_FOUR_DIGITS: Final = re.compile("[0-9๐-๙]{4}")


def eras(text: str) -> Iterator[Slip]:
    """Yield years of the Common Era among those of the Buddhist Era, and years of one said to be of the other."""
    if not _FOUR_DIGITS.search(text):
        return
    arabic = to_arabic(text)
    patterns = [(_SAID_BUDDHIST, ERA_OFFSET), (_SAID_COMMON, -ERA_OFFSET)]
    if _BUDDHIST_YEAR.search(arabic):
        patterns.append((_YEAR_ALONE, ERA_OFFSET))
    for pattern, offset in patterns:
        for found in pattern.finditer(arabic):
            meant = found[0][: found.start(1) - found.start()] + str(int(found[1]) + offset)
            yield Slip(text[found.start() : found.end()], meant)


def _shown(text: str, start: int, end: int) -> str:
    """Return what stands between two places, with the words around it as far as they reach within a few characters."""
    left = max(text.rfind(blank, 0, start) for blank in " \n") + 1
    rights = [place for blank in " \n" if (place := text.find(blank, end)) >= 0]
    left, right = max(left, start - _AROUND), min([*rights, len(text), end + _AROUND])
    while left < start and text[left] in _NOT_FIRST:
        left += 1
    while right < len(text) and text[right] in _NOT_FIRST:
        right += 1
    return text[left:right]


_NOT_FIRST: Final = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


def _narrowed(typed: str, meant: str) -> Slip:
    """Return where two texts differ, with the words around it."""
    same = next((i for i, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    rest = min(len(typed), len(meant)) - same
    tail = next((i for i in range(rest) if typed[-1 - i] != meant[-1 - i]), rest)
    return Slip(_shown(typed, same, len(typed) - tail), _shown(meant, same, len(meant) - tail))
