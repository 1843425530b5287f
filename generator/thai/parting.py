"""Where two texts part, and what stands around a place in a text. Knows nothing of what the texts are about."""

import unicodedata


def common(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))


def around(text: str, place: int, *, before: int, after: int) -> str:
    """Return so many letters before and after a place, with dots where more of the text is left out."""
    start, end = max(0, place - before), place + after
    while (
        0 < start < len(text) and unicodedata.category(text[start]) == "Mn"
    ):  # a vowel or tone mark stands on a letter
        start -= 1
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
