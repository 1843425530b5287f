"""The properties of a document (title, author …), whose texts may hold tags. Knows no paragraphs."""

from typing import Any

from generator.model.rules import template_rules as rules
from generator.render.emit import Emitter
from generator.render.expressions import ANYTHING
from generator.render.oxml.markup import escaped
from generator.render.source import Source
from generator.render.tags import TAG, Faults, read_tag, report_braces
from generator.words import Words

Element = Any
PLACE = "คุณสมบัติของเอกสาร"


def emit_properties(tree: Element, source: Source, emitter: Emitter, faults: Faults) -> bool:
    """Emit what is in the part of the properties; return whether anything in it depends on the context."""
    filled = False
    for child in tree:
        text = child.text or ""
        report_braces(text, PLACE, faults)
        source.text(f"{source.tag(child)}>")
        cursor = 0
        for match in TAG.finditer(text):
            source.text(escaped(text[cursor : match.start()]))
            cursor = match.end()
            filled = True
            tag = read_tag(match, PLACE)
            if tag.word:
                reason = Words("ในคุณสมบัติใช้ได้เฉพาะ {{{{ ชื่อ }}}}", "a property can hold {{{{ name }}}} only")
                faults.add(rules.WRONG_PLACE, PLACE, tag=tag.source, reason=reason)
                continue
            value, kind = emitter.expression(tag)
            if kind not in (str, ANYTHING):
                emitter.misplaced(tag, "ค่านี้พิมพ์เป็นข้อความไม่ได้", "this value cannot be printed as text")
            source.value(f"escaped({value})")
        source.text(f"{escaped(text[cursor:])}</{source.name(child.tag)}>")
    return filled
