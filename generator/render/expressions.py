"""The expressions of templates: Jinja's syntax, checked against a typed context, and turned into Python.

An expression may name fields of the context and loop variables, compare, combine with and/or/not, choose with
if/else, and pass a text through one of the filters below. It cannot call, index, calculate or reach anything that
is not a declared field, so nothing that an owner of a template types can run, read or write anything else.
"""

import dataclasses
import keyword
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.model.kinds import MEANT
from generator.model.prose import Prose
from generator.render.values import Arrow, Contents, Flow, Picture, Tick
from generator.thai.numerals import to_arabic, to_thai
from generator.words import Words

Type = Any

FILTERS: Final[Mapping[str, Callable[[str], str]]] = {"thai": to_thai, "arabic": to_arabic}
"""What a template may do with a text, by the name it has there."""

VALUES: Final = (Prose, Flow, Tick, Picture, Arrow, Contents)
"""What turns into markup as a whole: templates cannot look into it."""

ANYTHING: Final = object()
"""The type of what is not known because of a fault already told: nothing more is said about it."""

_LONGEST: Final = 300
_SYNTAX: Final = Environment(autoescape=False)
_EQUALITIES: Final = {"eq": "==", "ne": "!="}
_ORDERS: Final = {"lt": "<", "lteq": "<=", "gt": ">", "gteq": ">="}
_LOOP: Final = re.compile(r"(\S+)\s+in\s+(.+)", re.DOTALL)
_WORDS: Final = frozenset((*keyword.kwlist, *keyword.softkwlist, "true", "false", "none", "loop"))
"""Names that would mean something else in an expression."""


class Unknown(Exception):
    """A name that the context does not have; `near` is the most similar one that it has."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        near = get_close_matches(name, known, 1, 0.5)
        self.guess = MEANT.filled(word=near[0]) if near else Words("", "")


class Unreadable(Exception):
    """An expression that templates may not contain; `reason` says why."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclasses.dataclass(slots=True)
class Scope:
    """The names that an expression sees: Python source and type of each; `used` collects the fields it reads."""

    names: dict[str, tuple[str, Type]]
    root: type
    used: set[tuple[type, str]] = dataclasses.field(default_factory=set)

    @classmethod
    def of(cls, context: type) -> "Scope":
        """Return the scope of a whole template: the fields of its context."""
        return cls({name: (f"c.{name}", kind) for name, kind in fields(context).items()}, context)

    def names_a(self, kind: Type) -> bool:
        """Return whether a field of the context is of this type."""
        return any(found is kind for _, found in self.names.values())

    def with_name(self, name: str, source: str, kind: Type) -> "Scope":
        """Return a scope that sees one name more; what is used is still collected in one place."""
        return Scope({**self.names, name: (source, kind)}, self.root, self.used)


@cache
def fields(context: type) -> Mapping[str, Type]:
    """Return the names and types of the fields of a dataclass."""
    hints = typing.get_type_hints(context)
    return {field.name: hints[field.name] for field in dataclasses.fields(context)}


def unused(scope: Scope) -> Iterator[str]:
    """Yield the fields of the context that no expression has read, and those of the items of its lists."""
    waiting: list[tuple[type, str]] = [(scope.root, "")]
    seen = {scope.root}
    for owner, path in waiting:
        for name, kind in fields(owner).items():
            inner = item(kind) or kind
            if (owner, name) not in scope.used:
                yield f"{path}{name}"
            elif _opens(inner) and inner not in seen:
                seen.add(inner)
                waiting.append((inner, f"{path}{name}."))


def translate(text: str, scope: Scope) -> tuple[str, Type]:
    """Return the Python source and the type of an expression.

    Raise Unknown for a name that is not there, Unreadable for anything that is not allowed.
    """
    if len(text) > _LONGEST:
        raise Unreadable(Words("ยาวเกินไป", "it is too long"))
    try:
        return _translate(_parse(text), scope)
    except RecursionError as error:
        raise Unreadable(Words("วงเล็บซ้อนกันลึกเกินไป", "it is nested too deeply")) from error


def loop(text: str, scope: Scope) -> tuple[str, str, Type]:
    """Return the variable of `name in expression`, the source of the expression and the type of its items."""
    found = _LOOP.fullmatch(text)
    if found is None or not found[1].isidentifier() or found[1].startswith("_"):
        raise Unreadable(Words("ต้องเขียนว่า ชื่อ in รายการ", "it has to read: name in list"))
    name = found[1]
    if name in _WORDS:
        raise Unreadable(Words(f"ใช้ {name} เป็นชื่อไม่ได้", f"{name} cannot be used as a name"))
    if name in scope.names:
        raise Unreadable(Words(f"ชื่อ {name} ใช้อยู่แล้ว", f"the name {name} is already in use"))
    source, kind = translate(found[2], scope)
    if (inner := item(kind)) is None:
        raise Unreadable(Words("สิ่งที่วนซ้ำต้องเป็นรายการ", "only a list can be repeated"))
    return name, source, inner


def item(kind: Type) -> Type | None:
    """Return the type of the items of a list; None if the type is no list."""
    if kind is ANYTHING:
        return ANYTHING
    origin: Any = typing.get_origin(kind)
    arguments = typing.get_args(kind)
    if origin is tuple:
        return arguments[0] if arguments[1:] == (Ellipsis,) else None
    return arguments[0] if origin in (list, Sequence) else None


def _opens(kind: Type) -> bool:
    """Return whether templates may name the fields of a type."""
    return isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind not in VALUES


@lru_cache(maxsize=1024)  # a template says the same thing in many places, and parsing is a fourth of compiling it
def _parse(text: str) -> nodes.Expr:
    first, *names = text.strip().split(".")
    if all(name.isidentifier() and name not in _WORDS for name in (first, *names)):  # most are, and need no parser
        path: nodes.Expr = nodes.Name(first, "load")
        for name in names:
            path = nodes.Getattr(path, name, "load")
        return path
    try:
        tree = _SYNTAX.parse(f"{{{{ {text} }}}}")
    except TemplateSyntaxError as error:
        problem = Words("ไวยากรณ์ไม่ถูกต้อง", "syntax error: {reason}").filled(reason=error.message or "")
        raise Unreadable(problem) from error
    output = tree.body[0] if len(tree.body) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise Unreadable(Words("ต้องเป็นค่าเดียว", "one value is wanted"))
    return output.nodes[0]


def _translate(node: nodes.Node, scope: Scope) -> tuple[str, Type]:
    match node:
        case nodes.Name(name=name):
            _refuse_hidden(name)
            if name not in scope.names:
                raise Unknown(name, list(scope.names))
            source, kind = scope.names[name]
            if source.startswith("c."):
                scope.used.add((scope.root, name))
            return source, kind
        case nodes.Getattr(node=owner, attr=name):
            source, kind = _translate(owner, scope)
            _refuse_hidden(name)
            if kind is ANYTHING:
                return source, ANYTHING
            known = fields(kind) if _opens(kind) else {}
            if name not in known:
                raise Unknown(name, list(known))
            scope.used.add((kind, name))
            return f"{source}.{name}", known[name]
        case nodes.Const(value=value) if isinstance(value, str | int | bool):
            return repr(value), type(value)
        case nodes.Not(node=inner):
            return f"(not {_translate(inner, scope)[0]})", bool
        case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
            word = "and" if isinstance(node, nodes.And) else "or"
            return f"({_translate(left, scope)[0]} {word} {_translate(right, scope)[0]})", bool
        case nodes.Compare(expr=left, ops=[nodes.Operand(op=op, expr=right)]) if op in _EQUALITIES | _ORDERS:
            (one, kind), (other, other_kind) = _translate(left, scope), _translate(right, scope)
            wanted = (str, int, bool) if op in _EQUALITIES else (str, int)
            if ANYTHING not in (kind, other_kind) and (kind != other_kind or kind not in wanted):
                raise Unreadable(Words("เปรียบเทียบสองค่านี้ไม่ได้", "these two values cannot be compared"))
            return f"({one} {(_EQUALITIES | _ORDERS)[op]} {other})", bool
        case nodes.CondExpr(test=test, expr1=chosen, expr2=other) if other is not None:
            (yes, kind), (no, other_kind) = _translate(chosen, scope), _translate(other, scope)
            if kind != other_kind and ANYTHING not in (kind, other_kind):
                raise Unreadable(Words("สองทางเลือกต้องเป็นค่าแบบเดียวกัน", "both choices must be of one kind"))
            return f"({yes} if {_translate(test, scope)[0]} else {no})", kind
        case nodes.Filter(node=inner, name=name, args=[], kwargs=[]) if inner is not None and name in FILTERS:
            source, kind = _translate(inner, scope)
            if kind not in (str, ANYTHING):
                raise Unreadable(Words("ตัวกรองใช้กับข้อความเท่านั้น", "filters work on text only"))
            return f"f_{name}({source})", str
    raise Unreadable(Words("คำสั่งนี้ใช้ในแม่แบบไม่ได้", "this is not allowed in a template"))


def _refuse_hidden(name: str) -> None:
    if name.startswith("_"):
        raise Unreadable(Words("ชื่อขึ้นต้นด้วย _ ใช้ไม่ได้", "names beginning with _ are not allowed"))


def bare(kind: Type) -> Type:
    """Return the type without None."""
    origin: Any = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        rest = [member for member in typing.get_args(kind) if member is not type(None)]
        return rest[0] if len(rest) == 1 else kind
    return kind
