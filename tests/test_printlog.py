"""The log tells what was printed, is never half written, and is not guessed at when it is damaged."""

import json
import sys
from pathlib import Path

import pytest

from generator.printlog import PRINT_LOG, Key, PrintLog, Step, alone
from generator.words import Halt

KEY = Key("a" * 64, "eve", 2, True)


def test_what_was_noted_is_known_to_the_next_run(tmp_path: Path) -> None:
    PrintLog(tmp_path).note(KEY, Step.SENT, "eve-7", "แผน", "1022-2568.pdf")
    entry = PrintLog(tmp_path).entry(KEY)
    assert entry is not None
    assert (entry.step, entry.job, entry.title, entry.file) == (Step.SENT, "eve-7", "แผน", "1022-2568.pdf")
    assert [path.name for path in tmp_path.iterdir()] == [PRINT_LOG]


@pytest.mark.parametrize(
    "other",
    [KEY._replace(sha256="b" * 64), KEY._replace(printer="x"), KEY._replace(copies=1), KEY._replace(duplex=False)],
)
def test_another_content_printer_count_or_side_is_another_thing(tmp_path: Path, other: Key) -> None:
    PrintLog(tmp_path).note(KEY, Step.PRINTED, "eve-7", "แผน", "1022-2568.pdf")
    assert PrintLog(tmp_path).entry(other) is None


def test_what_is_forgotten_is_not_known_any_more(tmp_path: Path) -> None:
    log = PrintLog(tmp_path)
    log.note(KEY, Step.PRINTED, "eve-7", "แผน", "1022-2568.pdf")
    log.note(KEY._replace(copies=1), Step.PRINTED, "eve-8", "แผน", "1022-2568.pdf")
    log.forget({KEY, KEY._replace(copies=3)})
    assert PrintLog(tmp_path).entry(KEY) is None
    assert PrintLog(tmp_path).entry(KEY._replace(copies=1)) is not None


@pytest.mark.parametrize(
    "text", ["", "[]", '{"jobs": [{}]}', '{"jobs": [1]}', "\udcff", "[" * 100_000], ids=str.__len__
)
def test_a_damaged_journal_is_not_taken_for_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / PRINT_LOG).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(Halt) as halt:
        PrintLog(tmp_path)
    assert PRINT_LOG in halt.value.problem.th


def test_a_step_nobody_knows_is_damage(tmp_path: Path) -> None:
    PrintLog(tmp_path).note(KEY, Step.PRINTED, "eve-7", "แผน", "1022-2568.pdf")
    content = json.loads((tmp_path / PRINT_LOG).read_text(encoding="utf-8"))
    content["jobs"][0]["step"] = "perhaps"
    (tmp_path / PRINT_LOG).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(Halt):
        PrintLog(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps nobody out")
def test_a_folder_is_printed_by_one_run_at_a_time(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(Halt) as halt, alone(tmp_path):
        pass
    assert str(tmp_path) in halt.value.problem.th
    with alone(tmp_path):
        pass
