"""Which tests are asked about a mutant: those that speak of what was changed, and some that only come by it.

A plugin of pytest for `make mutants`. Nearly all tests of checks run through nearly every check, so that asking all of
them about each mutant would take hours. Those that name the changed function, its class or its rules are asked first,
then some of the others, evenly chosen. Knows mutmut's names, and nothing of the program but its rules.
"""

import ast
import difflib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final

import pytest

from generator.model import rules
from generator.model.finding import Rule

BESIDE: Final = 200
"""At most so many tests that stand where those of a module should are asked: one of many examples may be what tells."""
TELLING: Final = 40
"""At most so many tests that name what was changed are asked, and as many of those that name its rules."""
PASSING: Final = 10
"""At most so many of the others."""
OUTCOMES: Final = {1: "killed", 3: "killed", 0: "survived", 5: "no test", 33: "no test", None: "untried"}
"""What the numbers mean that mutmut keeps; any other is a test that did not come to its end."""
CODES: Final = {
    name: rule.code
    for room in vars(rules).values()
    for name, rule in getattr(room, "__dict__", {}).items()
    if isinstance(rule, Rule)
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let each test work out again what an earlier one left in a cache: mutmut asks the tests that reach a function."""
    for name, room in list(sys.modules.items()):
        if name.startswith(("generator.checks.", "generator.model.")):
            for value in vars(room).values():
                if callable(forget := getattr(value, "cache_clear", None)):
                    forget()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, while a mutant is tried, most of the tests that would hardly tell; the telling ones come first."""
    module, _, mutant = os.environ.get("MUTANT_UNDER_TEST", "").rpartition(".")
    if "__mutmut_" not in mutant or "EVERY_TEST" in os.environ:
        return
    mangled = mutant.partition("__mutmut_")[0]
    own, steps, rooms = plain(mangled), spoilt(module, mangled), beside(module)
    said = {item: spoken(item) for item in items}
    near = [item for item in items if item.nodeid.startswith(rooms)]
    near.sort(key=lambda item: not said[item] & own)
    naming = [item for item in items if said[item] & own and item not in near]
    left = [item for item in items if item not in naming and item not in near]
    telling: list[pytest.Item] = []
    for words in steps:
        found = [item for item in left if said[item] & words]
        telling += evenly(found, TELLING - len(telling))
        left = [item for item in left if item not in found]
    chosen = [*evenly(near, BESIDE), *evenly(naming, TELLING), *telling, *evenly(left, PASSING)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def beside(module: str) -> tuple[str, ...]:
    """Return how the ids of the tests begin that stand where those of a module should, or one folder higher."""
    _, *rooms, name = module.split(".")
    folder, above = "/".join(["tests", *rooms]), "/".join(["tests", *rooms[:-1]])
    files = (f"{folder}/test_{name}", f"{above}/test_{name}", f"{above}/test_{rooms[-1]}")
    return tuple(f"{file}{end}" for file in files for end in "._")


def evenly(items: Sequence[pytest.Item], count: int) -> Sequence[pytest.Item]:
    """Return at most `count` items, taken from all over."""
    return items if len(items) <= count else [items[index * len(items) // count] for index in range(count)]


def plain(mangled: str) -> set[str]:
    """Return what a function is called where it is used, and its class."""
    return set(mangled.removeprefix("x").strip("ǁ").removeprefix("_").split("ǁ"))


def spoilt(module: str, mangled: str) -> list[set[str]]:
    """Return what a test would name that a function can spoil, the nearest first.

    These are the codes of the rules that it names, itself or through the helpers of its module. One that names none
    helps others: it spoils their rules, and themselves, a step further each.
    """
    functions = {
        (name, found.removeprefix("mutants_").removesuffix("__mutmut")): set(names(versions["_mutmut_orig"].__code__))
        for name, room in list(sys.modules.items())
        if name.startswith("generator.")
        for found, versions in vars(room).items()
        if found.startswith("mutants_x")
    }

    def ruled(place: tuple[str, str]) -> set[str]:
        helpers = [place]
        for one in helpers:
            used = functions[one]
            helpers += [
                other for other in functions if other[0] == one[0] and plain(other[1]) <= used and other not in helpers
            ]
        return {CODES[word] for helper in helpers for word in functions[helper] & CODES.keys()}

    steps, reached, places = [set[str]()], {(module, mangled)}, [(module, mangled)]
    while places:
        callers: list[tuple[str, str]] = []
        for place in places:
            codes = ruled(place)
            steps[-1] |= codes
            if not codes:
                callers += [other for other, used in functions.items() if plain(place[1]) & used]
        places = [place for place in dict.fromkeys(callers) if place not in reached]
        reached |= {*places}
        steps.append({word for _, name in places for word in plain(name)})
    return steps


def spoken(item: pytest.Item) -> set[str]:
    """Return the words of a test: the names and texts in its function, and the examples it is given."""
    assert isinstance(item, pytest.Function) and isinstance(item.function, FunctionType)
    given = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return {*names(item.function.__code__), *(word for value in given for word in texts(value))}


def names(code: CodeType) -> Iterator[str]:
    """Yield the names and texts in a function and in those within it."""
    yield from code.co_names
    for constant in code.co_consts:
        yield from names(constant) if isinstance(constant, CodeType) else texts(constant)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from texts(part)
    elif isinstance(value, dict):
        yield from texts([*value.values()])
    elif isinstance(value, (type, FunctionType)):
        yield value.__name__


def figures(folder: Path) -> Iterator[str]:
    """Yield what became of the mutants of each module: how many, and how many of those tried no test noticed."""
    whole = Counter[str]()
    for meta in sorted(folder.rglob("*.py.meta")):
        outcomes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"].values()
        counted = Counter(OUTCOMES.get(outcome, "timeout") for outcome in outcomes)
        whole += counted
        if counted:
            yield line(meta.relative_to(folder).as_posix().removesuffix(".meta"), counted)
    yield line("all", whole)


def line(name: str, counted: Counter[str]) -> str:
    noticed = counted["killed"] + counted["timeout"]
    tried = noticed + counted["survived"] + counted["no test"]
    shown = "".join(f"{counted[outcome]:>9}" for outcome in (*dict.fromkeys(OUTCOMES.values()), "timeout"))
    return f"{name:44}{counted.total():>8}{shown}{f'{100 * noticed / tried:.1f} %' if tried else '-':>9}"


def unnoticed(folder: Path) -> Iterator[str]:
    """Yield the mutants that no test noticed, by module: the name of each, and the lines that it changes."""
    for meta in sorted(folder.rglob("*.py.meta")):
        outcomes = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        left = [name for name, outcome in outcomes.items() if OUTCOMES.get(outcome) in ("survived", "no test")]
        if not left:
            continue
        source = meta.with_suffix("").read_text(encoding="utf-8")
        lines = source.splitlines()
        functions = {
            node.name: [line.replace(node.name, "") for line in lines[node.lineno - 1 : node.end_lineno]]
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef)
        }
        for name in left:
            mutant = name.rpartition(".")[2]
            before = functions[f"{mutant.partition('__mutmut_')[0]}__mutmut_orig"]
            yield f"{name} ({OUTCOMES[outcomes[name]]})"
            yield from (line for line in difflib.ndiff(before, functions[mutant]) if line.startswith(("- ", "+ ")))


if __name__ == "__main__":
    heads = ("mutants", *dict.fromkeys(OUTCOMES.values()), "timeout", "noticed")
    print(f"{'':44}{heads[0]:>8}" + "".join(f"{head:>9}" for head in heads[1:]))
    print(*figures(Path("mutants/generator")), sep="\n")
    Path("mutants/unnoticed.txt").write_text("\n".join(unnoticed(Path("mutants/generator"))), encoding="utf-8")
    print("What was not noticed stands in mutants/unnoticed.txt")
