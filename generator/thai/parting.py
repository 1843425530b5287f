"""Where two texts part, and what stands around a place in a text. Knows nothing of what the texts are about."""

import unicodedata


def common(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))


def around(text: str, place: int, *, before: int, after: int) -> str:
    """Return so many letters before and after a place, with dots where more of the text is left out."""
    start, end = max(0, place - before), place + after
    while start > 0 and _is_mark(text[start : start + 1]):
        start -= 1
    while _is_mark(text[end : end + 1]):
        end += 1
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")


def _is_mark(letter: str) -> bool:
    """Return whether this is a vowel or tone that stands on the letter before it; nothing is none."""
    return letter != "" and unicodedata.category(letter) == "Mn"
