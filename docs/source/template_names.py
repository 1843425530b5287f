"""What the template of a form may name, as Markdown. Knows no page and no template."""

import typing
from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass
from typing import Any, Final

import book_names
import kr_names
import plan_names
from tables import table

from generator.forms.documents import LAYOUTS
from generator.model.prose import Prose
from generator.render.expressions import FILTERS, bare, fields
from generator.render.values import Arrow, Contents, Flow, Picture, Tick

MEANINGS: Final = {**kr_names.MEANINGS, **plan_names.MEANINGS, **book_names.MEANINGS}
TYPES: Final = {
    str: "ข้อความ",
    bool: "ใช่/ไม่ใช่",
    int: "จำนวน",
    Tick: "ช่องกาเครื่องหมาย",
    Flow: "หลายย่อหน้า",
    Prose: "ข้อความหลายบรรทัด",
    Picture: "รูป (อาจไม่มี)",
    Arrow: "ลูกศร",
    Contents: "สารบัญ",
}
"""What a name may stand for, in a few words; `docs/manual/templates.md` says where each can be put."""


def owners(context: type) -> list[type]:
    """Return the dataclasses whose fields a template may name: its context, and what the lists in it hold."""
    found = [context]
    for owner in found:
        items = [item for hint in fields(owner).values() for item in (bare(hint), *typing.get_args(bare(hint)))]
        found += [item for item in dict.fromkeys(items) if _is_record(item) and item not in found]
    return found


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and kind not in TYPES


OWNERS: Final = {owner.__name__: owner for layout in LAYOUTS for owner in owners(layout.context)}


def names(name: str) -> Iterator[str]:
    """Yield the table of what a template may name: the fields of one dataclass of a form."""
    rows = [
        (f"`{field}`", typed(kind), meaning(name, field), f"`{example(field, kind)}`")
        for field, kind in fields(OWNERS[name]).items()
    ]
    yield from table(("ชื่อ", "ชนิด", "ความหมาย", "ใช้ในแม่แบบ"), rows)


def meaning(owner: str, field: str) -> str:
    """Return what a name means."""
    if (words := MEANINGS[owner].get(field)) is None:
        raise KeyError(f"say in docs/source/{{kr,plan,book}}_names.py what {owner}.{field} means")
    return words


def typed(kind: Any) -> str:
    """Return in a few words what kind of value a name stands for."""
    if typing.get_origin(kind) is Sequence:
        (item,) = typing.get_args(kind)
        return "รายการของข้อความ" if item is str else f"รายการของ {item.__name__}"
    return TYPES.get(bare(kind)) or bare(kind).__name__


def example(field: str, kind: Any) -> str:
    """Return how a template uses a name."""
    if typing.get_origin(kind) is Sequence:
        return f"{{% for x in {field} %}} … {{% endfor %}}"
    if kind is int:
        return f"{{% span {field} %}}"
    if _is_record(kind):
        return f"{{{{ {field}.{next(iter(fields(kind)))} }}}}"
    if kind is bool or kind != bare(kind):
        return f"{{% if {field} %}} … {{% endif %}}"
    return f"{{{{ {field} }}}}"


def filters() -> Iterator[str]:
    """Yield the table of what a template may do with a text."""
    rows = [
        (f"`{{{{ name | {name} }}}}`", f"2568 ๒๕๖๘ → {function('2568 ๒๕๖๘')}") for name, function in FILTERS.items()
    ]
    yield from table(("เขียนว่า", "ได้ผลว่า"), rows)
