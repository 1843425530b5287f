"""What handing out has to say, as lines for the screen: for each district what changed, and what was left and why."""

from collections.abc import Iterable, Iterator
from typing import Final

from generator import report
from generator.handout.serving import Changed, Served, State
from generator.model.handout.revision import Kept, Why
from generator.words import Language, Words

_STATES: Final = {
    State.FRESH: Words("สร้างใหม่", "new"),
    State.REVISED: Words("เขียนฉบับปรับปรุง", "revised copy written"),
    State.CURRENT: Words("ไม่มีอะไรต้องปรับปรุง", "nothing to revise"),
    State.UNDECIDED: Words(
        "ไม่เขียนฉบับปรับปรุง มีที่ต่างจากของเมือง {count} แห่ง ให้ตัดสินเอง",
        "no revised copy: it differs from what the city says in {count} places, which are yours to decide",
    ),
    State.WAITING: Words(
        "ฉบับปรับปรุงที่มีอยู่เป็นปัจจุบันแล้ว รอเลือกใช้", "the revised copy there is current and waits to be chosen"
    ),
    State.OBSOLETE: Words("ฉบับปรับปรุงนี้ไม่ต้องใช้แล้ว ลบได้", "this revised copy is not needed any more and may be deleted"),
    State.LEFT: Words("ไม่ได้ทำ", "left alone"),
    State.CRASHED: report.CRASHED,
}
_CARRIED: Final = Words("ยกข้อมูลจาก {name} มาให้ยืนยัน", "carried over from {name}, to be confirmed")
_CHANGED: Final = Words("แก้", "changed")
_ADDED: Final = Words("เพิ่มแถว", "row added")
_KEPT: Final = Words("คงไว้", "kept")
_THEIRS: Final = Words("ในสมุดงาน {theirs} · ของเมือง {city}", "there {theirs} · the city's {city}")
_ROWS: Final = Words("{count} แถว ({keys})", "{count} rows ({keys})")
_TOTALS: Final = Words(
    "{districts} เขต: สร้างใหม่ {fresh} ปรับปรุง {revised} ต้องตัดสินเอง {undecided} ไม่เปลี่ยน {same} ไม่ได้ทำ {left}",
    "{districts} districts: {fresh} new, {revised} revised, {undecided} to be decided by hand, {same} unchanged, "
    "{left} left alone",
)
_ADOPT: Final = Words(
    "ใช้ฉบับปรับปรุง: ลบสมุดงานเดิม แล้วเปลี่ยนชื่อฉบับปรับปรุงเป็นชื่อเดิม ระหว่างนี้ generate ยังสร้างเอกสารจากสมุดงานเดิม",
    "To adopt a revised copy, delete the workbook beside it and give the copy its name; until then documents are made "
    "from that workbook",
)
_MOST: Final = 5
"""So many keys of rows that were withdrawn are named."""


def served_lines(all_served: Iterable[Served], language: Language) -> list[str]:
    """Return the lines of every district, and one that counts them."""
    listed = list(all_served)
    lines: list[str] = []
    for served in listed:
        lines.append(f"{served.path.name}  {_STATES[served.state].say(language, count=len(served.kept))}")
        if served.carried_from is not None:
            lines.append(f"  {_CARRIED.say(language, name=served.carried_from.name)}")
        lines += [f"  {line}" for line in _details(served, language)]
    count = {state: sum(served.state is state for served in listed) for state in State}
    same = count[State.CURRENT] + count[State.WAITING] + count[State.OBSOLETE]
    values = {
        "fresh": count[State.FRESH],
        "revised": count[State.REVISED],
        "undecided": count[State.UNDECIDED],
        "same": same,
        "left": count[State.LEFT] + count[State.CRASHED],
    }
    lines += ["", _TOTALS.say(language, districts=len(listed), **values)]
    if count[State.REVISED] or count[State.WAITING]:
        lines.append(_ADOPT.say(language))
    return lines


def _details(served: Served, language: Language) -> Iterator[str]:
    for change in served.changed:
        yield _change(change, language)
    withdrawn: dict[str, list[str]] = {}
    for kept in served.kept:
        if kept.why is Why.WITHDRAWN:
            withdrawn.setdefault(kept.sheet, []).append(kept.key)
        else:
            yield _left(kept, language)
    for sheet, keys in withdrawn.items():
        named = ", ".join(keys[:_MOST]) + (" …" if len(keys) > _MOST else "")
        rows = _ROWS.say(language, count=len(keys), keys=named)
        yield f"{_KEPT.say(language)} {sheet} {rows}: {Why.WITHDRAWN.value.say(language)}"


def _change(change: Changed, language: Language) -> str:
    where = f"{change.sheet}!{change.cell}"
    if not change.header:
        return f"{_ADDED.say(language)} {where} {change.after}"
    how = change.alike.value.say(language) if change.alike else f"{change.before} → {change.after}"
    return f"{_CHANGED.say(language)} {where} {_about(change.key, change.header)}: {how}"


def _left(kept: Kept, language: Language) -> str:
    where = f"{kept.sheet}!{kept.cell}" if kept.cell else kept.sheet
    why = kept.why.value.say(language)
    values = _THEIRS.say(language, theirs=kept.theirs, city=kept.city) if kept.city else ""
    if kept.alike is not None:
        values = kept.alike.value.say(language)
    return f"{_KEPT.say(language)} {where} {_about(kept.key, kept.header)}: {why}" + (f" ({values})" if values else "")


def _about(key: str, header: str) -> str:
    return " ".join(part for part in (key, header) if part)
