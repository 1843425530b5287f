"""The stories of the manual: each fault gives what is told there, and the told cure leads to a document."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest
from click.testing import CliRunner

from generator import batch
from generator.cli import make_command
from generator.reading import read_and_check
from generator.repair import repair

DOCS: Final = Path(__file__).parent.parent / "docs"
PLAN: Final = [("X330", "ตัววัด", "B50")]
KR: Final = [("X308", "KR", "M5"), ("X317", "KR", "Q4")]
"""What the faultless samples get anyway: warnings that are true."""

TOLD: Final = {
    ("code", 1): [*PLAN, ("X301", "สนับสนุน", "B4"), ("X327", "ตัววัด", "A4")],
    ("code", 2): PLAN,
    ("zero", 1): [*KR, ("C107", "KR", "Y4"), ("C107", "KR", "Y6")],
    ("zero", 2): KR,
    ("budget", 1): [*PLAN, ("B425", "ยอดควบคุม", "B4"), ("B425", "ยอดควบคุม", "B17")],
    ("budget", 2): PLAN,
    ("column", 1): [("W024", "โครงการ", cell) for cell in ("H4", "K4", "L54", "M6")],
    ("column", 2): PLAN,
    ("year", 1): [*PLAN, ("W025", "ตั้งค่า", "C5")],
    ("year", 2): [*PLAN, ("X347", "นิยาม", "F61"), ("X347", "นิยาม", "F62"), ("X349", "ตั้งค่า", "C9"),
                  ("X352", "ตั้งค่า", "C10"), ("X353", "ยอดควบคุม", "D4")],
    ("year", 3): PLAN,
}  # fmt: skip


@pytest.fixture(scope="module")
def stories() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS / "source"))
        yield importlib.import_module("stories")
    del sys.modules["stories"]


@pytest.mark.parametrize(("name", "step"), TOLD)
def test_each_step_of_a_story_gets_what_is_told(stories: ModuleType, name: str, step: int, tmp_path: Path) -> None:
    found = read_and_check(stories.workbook(name, step, tmp_path)).findings
    assert sorted((finding.rule.code, finding.sheet, finding.cell) for finding in found) == sorted(TOLD[name, step])


def test_every_step_is_tried_and_every_story_is_in_the_manual(stories: ModuleType) -> None:
    page = (DOCS / "manual" / "stories.md").read_text(encoding="utf-8")
    steps = {name: len(story.steps) for name, story in stories.STORIES.items()}
    assert {(name, step) for name, count in steps.items() for step in range(1, count + 1)} == set(TOLD)
    for name, count in steps.items():
        assert f"<!-- made: story {name} 1 check -->" in page, "what the officer sees first"
        assert f"<!-- made: story {name} {count} made -->" in page, "the document at the end"


@pytest.mark.parametrize("name", ["code", "zero", "budget", "column", "year"])
def test_the_cure_leads_to_every_document(stories: ModuleType, name: str, tmp_path: Path, made: object) -> None:
    story = stories.STORIES[name]
    outcome = batch.build([stories.workbook(name, len(story.steps), tmp_path)], tmp_path / "outputs", jobs=1)
    assert outcome.documents
    for document in outcome.documents:
        assert not document.failed and document.docx is not None
        made(document.docx)  # type: ignore[operator]


def test_what_stops_a_document_in_a_story_stops_it(stories: ModuleType, tmp_path: Path) -> None:
    for name, stopped in (("code", 1), ("zero", 2), ("column", 1), ("budget", 0), ("year", 0)):
        outcome = batch.build([stories.workbook(name, 1, tmp_path)], tmp_path / name, jobs=1)
        assert sum(document.docx is None for document in outcome.documents) == stopped, name


def test_fixing_gives_the_zeros_back_as_the_story_says(stories: ModuleType, tmp_path: Path) -> None:
    repaired = repair(stories.workbook("zero", 1, tmp_path))
    changes = {change.place.cell: change.after for change in repaired.changes}
    assert changes == {"Y4": "020000001", "Y6": "020000001"}
    assert not any(finding.is_error for finding in repaired.left)


@pytest.mark.office
@pytest.mark.parametrize("name", ["zero", "year"])
def test_the_closing_table_of_a_story_is_that_of_a_real_run(
    stories: ModuleType, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    steps = len(stories.STORIES[name].steps)
    path = stories.workbook(name, steps, tmp_path)
    printed = CliRunner().invoke(make_command("th"), ["build", path.name, "--pdf", "--jobs", "1"]).output
    table = list(stories.story(name, str(steps), "made"))[1:-1]
    assert "\n".join(table) in printed
