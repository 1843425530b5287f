"""The free text of the plan: a line is a paragraph, its first character tells the style."""

from typing import Final

from records import prose

from generator.model.plan.texts import DASH, HEADING, ITEM, PARAGRAPH, SUBHEADING, PlanText
from generator.model.prose import Prose
from plan_2567.texts_front import FOREWORD, GENERAL
from plan_2567.texts_outlook import MISSION, OPPORTUNITIES, STRENGTHS, SURROUNDINGS, THREATS, VISION, WEAKNESSES

_STYLES: Final = {"# ": HEADING, "+ ": SUBHEADING, "> ": ITEM, "- ": DASH}


def text_rows(part: str, text: str) -> list[PlanText]:
    """Return a row for each paragraph of `text`, its style told by how it begins."""
    rows = []
    for paragraph in prose(text).paragraphs:
        first, *rest = paragraph
        style = _STYLES.get(first.text[:2], PARAGRAPH)
        if style != PARAGRAPH:
            first = first._replace(text=first.text[2:])
        rows.append(PlanText(part=part, style=style, text=Prose(((first, *rest),))))
    return rows


TEXTS: Final = [
    row
    for part, text in (
        ("คำนำ", FOREWORD),
        ("ข้อมูลทั่วไป", GENERAL),
        ("สภาพแวดล้อม", SURROUNDINGS),
        ("จุดแข็ง", STRENGTHS),
        ("จุดอ่อน", WEAKNESSES),
        ("โอกาส", OPPORTUNITIES),
        ("อุปสรรค", THREATS),
        ("วิสัยทัศน์", VISION),
        ("พันธกิจ", MISSION),
    )
    for row in text_rows(part, text)
]
