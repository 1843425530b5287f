"""The house keeps its own rules: sizes, names, docstrings, what is said once, and nothing of any one machine."""

import ast
import configparser
import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
GENERATOR: Final = ROOT / "generator"
LONGEST_MODULE: Final = 300

MODULES: Final = sorted(path.relative_to(ROOT).as_posix() for path in GENERATOR.rglob("*.py"))
TEMPLATES: Final = sorted(path.stem for path in (ROOT / "templates").glob("*.docx"))

# Paths of one machine, other checkouts, and where one machine gets its packages from. None belongs to the project.
FOREIGN: Final = re.compile(
    r"""
    (?<![\w.*/-]) / (?:home|root|Users|work|mnt|srv|farm) / \w\w   # a folder of somebody's computer, /Users/a is nobody
    | \b [A-Z]:\\Users\\ (?!<)
    | \.\./shared
    | file:/// (?:opt|home|root|usr) /
    | \b (?:files\.pythonhosted\.org | pypi\.org/simple | registry\.npmjs\.org | deb\.debian\.org)
    | --(?:extra-)?index-url | --find-links\s+[./]
    | \b [Ii]ssue \s \#?\d
    """,
    re.VERBOSE,
)


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def settings() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def tracked() -> list[str]:
    """Return the files that git keeps, or would keep if they were added now."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return sorted(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


@pytest.mark.parametrize("module", MODULES)
def test_a_module_can_be_read_in_one_go(module: str) -> None:
    assert len(read(module).splitlines()) <= LONGEST_MODULE, "split it, or let two things be one"


@pytest.mark.parametrize("module", [module for module in MODULES if read(module).strip()])
def test_a_module_says_what_it_is(module: str) -> None:
    assert ast.get_docstring(ast.parse(read(module))), "begin with one sentence, and what it must not know"


def test_no_module_is_named_after_nothing() -> None:
    names = {part for module in MODULES for part in Path(module).with_suffix("").parts}
    assert not names & {"utils", "util", "helpers", "helper", "base", "common", "manager", "misc"}


def test_every_package_is_in_the_wheel() -> None:
    folders = {Path(module).parent.as_posix().replace("/", ".") for module in MODULES} | {"generator.templates"}
    listed = settings()["options"]["packages"].split()
    assert sorted(listed) == sorted(folders), "[options] packages in setup.cfg"
    missing = [
        folder
        for folder in folders - {"generator.templates"}
        if f"{folder.replace('.', '/')}/__init__.py" not in MODULES
    ]
    assert not missing, "each folder of modules needs an __init__.py"


def test_every_test_stands_where_its_room_stands() -> None:
    rooms = {path.parent.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert [room for room in rooms - {"."} if not (GENERATOR / room / "__init__.py").exists()] == []


def test_every_room_has_tests() -> None:
    rooms = {path.parent.name for path in GENERATOR.glob("*/*.py") if path.name != "__init__.py"}
    assert [room for room in sorted(rooms) if not list((ROOT / "tests" / room).rglob("test_*.py"))] == []


@pytest.mark.parametrize("stem", TEMPLATES)
def test_a_form_has_one_name_everywhere(stem: str) -> None:
    module = stem.replace("-", "_")
    twins = [f"generator/forms/{module}.py", f"templates/source/{module}.py", f"docs/forms/{stem}.md"]
    assert [twin for twin in twins if not (ROOT / twin).exists()] == []


def test_there_is_a_form() -> None:
    assert "kr-form" in TEMPLATES


def test_nothing_in_the_tree_belongs_to_one_machine() -> None:
    found = []
    for name in tracked():
        content = (ROOT / name).read_bytes()
        if b"\0" in content or name == "tests/test_house.py":
            continue
        for number, line in enumerate(content.decode("utf-8").splitlines(), 1):
            if foreign := FOREIGN.search(line):
                found.append(f"{name}:{number}: {foreign[0]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see /home/somebody/x", True),
        ("C:\\Users\\somebody", True),
        ("--index-url https://mirror.example", True),
        ("https://pypi.org/simple", True),
        ("as issue 12 asks", True),
        ("https://example.org/home/page", False),
        ("/usr/lib/libreoffice/program", False),
        ("word/document.xml", False),
    ],
)
def test_a_path_of_one_machine_is_recognised(line: str, found: bool) -> None:
    assert bool(FOREIGN.search(line)) is found


def locked(name: str) -> dict[str, str]:
    """Return the entries of a lock file, by package and version."""
    entries = re.split(r"^(?=[a-z0-9])", read(f"requirements/{name}.txt"), flags=re.MULTILINE)[1:]
    return {entry.split()[0]: entry for entry in entries}


@pytest.mark.parametrize("name", ["build", "runtime", "dev"])
def test_every_locked_package_has_its_hashes(name: str) -> None:
    entries = locked(name)
    assert entries
    assert [package for package, entry in entries.items() if "==" not in package or "--hash=sha256:" not in entry] == []


def test_the_tests_run_with_the_very_packages_of_the_program() -> None:
    assert locked("runtime").keys() < locked("dev").keys()


def test_every_declared_package_is_locked() -> None:
    declared = settings()
    names = {
        "runtime": declared["options"]["install_requires"],
        "dev": declared["options.extras_require"]["dev"],
    }
    for lock, lines in names.items():
        wanted = {re.split(r"[ ><=]", line)[0].lower() for line in lines.split("\n") if line}
        assert wanted <= {package.partition("==")[0] for package in locked(lock)}, "run `make lock`"
