"""What every test can ask for: validated documents, goldens, and no network.

Knows pytest, the lint and the validator; of the program only how long its lists are.
"""

import difflib
import gc
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.lint import lint_docx
from tests.printsystem import PrintSystem, PrintSystemMissing, print_system
from tests.validation import Gathering, Passed, ValidatorMissing, validate

# Two workers and LibreOffice share the machine: how long one example takes says nothing.
settings.register_profile("generator", deadline=None)
settings.load_profile("generator")

GATHERING = pytest.StashKey[Gathering]()
UNVALIDATED = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("generator")
    group.addoption("--accept", action="store_true", help="write what the tests make to tests/golden/ (make golden)")
    group.addoption("--no-validator", action="store_true", help="leave the Open XML SDK validator (Node) out")


def pytest_configure(config: pytest.Config) -> None:
    worker = getattr(config, "workerinput", None)
    folder = tempfile.mkdtemp(prefix="made-") if worker is None else worker["gathering"]
    config.stash[GATHERING] = Gathering(Path(folder), "main" if worker is None else worker["workerid"])


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each worker of pytest-xdist where to put the files it makes."""
    node.workerinput["gathering"] = str(node.config.stash[GATHERING].folder)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        # One LibreOffice at a time, its documents made once: all its tests go to one worker, and begin first.
        if item.get_closest_marker("office"):
            item.add_marker(pytest.mark.xdist_group("office"))
        if item.get_closest_marker("printer"):
            item.add_marker(pytest.mark.xdist_group("printer"))
    items.sort(key=lambda item: item.get_closest_marker("office") is None)
    if config.getoption("accept"):
        golden = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in golden])
        items[:] = golden


def pytest_collection_finish() -> None:
    """Let the garbage collector pass over all that stays until the end: modules, and thousands of tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse each connection to another machine: a test that needs one fails on somebody's train."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test wants to connect to {address}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(scope="session")
def made(request: pytest.FixtureRequest) -> Callable[[Path], Path]:
    """Return a function that takes the path of a .docx or .xlsx just made, and returns it.

    A .docx is linted at once. Every file is copied, and validated by the Open XML SDK when the session ends; each
    file with faults is then a failure of its own, named after its test.
    """
    gathering = request.config.stash[GATHERING]

    def made(path: Path) -> Path:
        test = os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]
        gathering.add(path, test)
        if path.suffix == ".docx" and (faults := lint_docx(path)):
            pytest.fail(f"{path.name} has faults:\n  " + "\n  ".join(faults), pytrace=False)
        return path

    return made


@pytest.fixture(scope="module")
def short_lists() -> Iterator[None]:
    """Let dropdowns offer thirty rows of a sheet instead of five hundred, where many plan workbooks are written.

    Two thirds of the work of writing one are those formulas. tests/workbook/test_lists.py sees to long lists, and whole
    workbooks are made in test_plan_workbook.py beside it and compared with the shipped ones.
    """
    from generator.workbook import lists

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "REFERENCES", 30)
        patch.setattr(lists, "SPARE", 10)
        yield


@pytest.fixture(scope="session")
def running_print_system() -> Iterator[PrintSystem]:
    with ExitStack() as stack:
        try:
            system = stack.enter_context(print_system())
        except PrintSystemMissing as missing:
            pytest.fail(f"no print system to test with: {missing}", pytrace=False)
        yield system


@pytest.fixture
def printer(running_print_system: PrintSystem) -> PrintSystem:
    """Return a print system of CUPS and one printer, `eve`, that has nothing to do yet."""
    running_print_system.clear()
    return running_print_system


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function of a name and a text that fails unless the text is that of tests/golden/<name>.

    With --accept the text is written there instead.
    """
    folder = request.config.rootpath / "tests" / "golden"

    def golden(name: str, text: str) -> None:
        path = folder / name
        if request.config.getoption("accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if text != expected:
            lines = difflib.unified_diff(
                expected.splitlines(), text.splitlines(), f"tests/golden/{name}", "made now", lineterm="", n=2
            )
            difference = "\n".join(lines) or "only the line ends differ"
            pytest.fail(f"{difference}\nIf this is as it should be, run `make golden` to accept it.", pytrace=False)

    return golden


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Validate in one go what all workers made; each file with faults becomes a failed report of this session."""
    config = session.config
    if hasattr(config, "workerinput") or exitstatus not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        return
    gathering = config.stash[GATHERING]
    gathered = gathering.files()
    if config.getoption("no_validator"):
        config.stash[UNVALIDATED] = len(gathered)
        return
    # Without a cache (-p no:cacheprovider) each file is asked about; --cache-clear forgets them all.
    cache = getattr(config, "cache", None)
    passed = Passed(cache.mkdir("validator")) if cache else None
    new = [file for file in gathered if passed is None or file not in passed]
    try:
        faults = validate(new)
    except ValidatorMissing as missing:
        _report_failure(session, "tests/validator", str(missing))
        return
    for file in new:
        if found := faults[file.path]:
            _report_failure(session, file.tests[0], file.complaint(found))
    if passed is not None:
        passed.add(file for file in new if not faults[file.path])


def _report_failure(session: pytest.Session, test: str, message: str) -> None:
    place = test.partition("::")[0]
    report = pytest.TestReport(
        nodeid=f"{test} (validator)",
        location=(place, None, f"{test} (validator)"),
        keywords={},
        outcome="failed",
        longrepr=message,
        when="call",
    )
    session.config.hook.pytest_runtest_logreport(report=report)
    session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash.get(UNVALIDATED, 0):
        terminalreporter.write_line(f"{count} documents were NOT validated (--no-validator)", yellow=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        shutil.rmtree(config.stash[GATHERING].folder, ignore_errors=True)
