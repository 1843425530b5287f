"""The wording that a template prints in every document: Arabic digits in it, and tags where none can work."""

import re
from typing import Any, Final

from generator.model.rules import template_rules as rules
from generator.render.dangers import field_codes
from generator.render.oxml import FIELD_MARK, FIELD_MARK_TYPE, LINE_BREAK, PARAGRAPH, SIMPLE_FIELD, TAB, TEXT
from generator.render.tags import TAG, Faults, places
from generator.words import Words

Element = Any

_LATIN_WORD: Final = re.compile("[!-~]+")
_AROUND: Final = 12


def check_wording(root: Element, part: str, faults: Faults) -> None:
    """Note Arabic digits, once for each paragraph, but those of Latin words, of addresses and of fields."""
    for code in field_codes(root):
        for tag in TAG.finditer(code):
            reason = Words("ในรหัสฟิลด์ใช้คำสั่งไม่ได้", "the code of a field cannot hold tags")
            faults.add(rules.WRONG_PLACE, part, tag=tag[0], reason=reason)
    texts = _texts(root)
    for paragraph, place in places(root, part):
        text = TAG.sub("\0", texts.get(paragraph, ""))
        for word in _LATIN_WORD.finditer(text):
            if re.search("[0-9]", word[0]) and not re.search("[A-Za-z]", word[0]):
                near = text[max(0, word.start() - _AROUND) : word.end() + _AROUND]
                faults.add(rules.ARABIC_DIGITS, place, text=near.replace("\0", "…").strip())
                break


def _texts(root: Element) -> dict[Element, str]:
    """Return what each paragraph says outside of fields."""
    found: dict[Element, list[str]] = {}
    depth = 0
    for element in root.iter(FIELD_MARK, TEXT, TAB, LINE_BREAK):
        if element.tag == FIELD_MARK:
            kind = element.get(FIELD_MARK_TYPE)
            depth += (kind == "begin") - (kind == "end")
        elif not depth and next(element.iterancestors(SIMPLE_FIELD), None) is None:
            paragraph = next(element.iterancestors(PARAGRAPH), None)
            found.setdefault(paragraph, []).append(element.text or " ")
    return {paragraph: "".join(texts) for paragraph, texts in found.items()}
