"""ตาราง ง of the plan: the policy of the governor and the projects that serve it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.forms.flows import hung, plain
from generator.forms.plan.names import Names
from generator.forms.plan.parts import objective_text
from generator.model.plan.measures import Measure
from generator.model.plan.projects import SHOWN, Project, Support
from generator.render.values import Flow, Item

STAR: Final = "*"
"""Behind the name of what is part of another project."""


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A line of ตาราง ง; the keys are the same as long as a cell is joined downwards."""

    objective_key: str
    objective: str
    measure_key: str
    measure: str
    unit: str
    target: str
    project: Flow
    budget: str
    kpi: str


@dataclass(frozen=True, slots=True)
class PolicyBand:
    """A dimension in ตาราง ง."""

    heading: str
    lines: Sequence[PolicyLine]


def policy_bands(names: Names) -> Iterator[PolicyBand]:
    """Yield the dimensions of ตาราง ง."""
    for dimension in names.book.dimensions:
        ordered = names.book.measures_in_order
        measures = [measure for measure in ordered if measure.code.startswith(str(dimension.number))]
        lines = [line for measure in measures for line in _policy_lines(names, measure)]
        if lines:
            yield PolicyBand(names.set(f"ด้านที่ {dimension.number} ด้าน{dimension.name}"), tuple(lines))


def is_starred(bands: Iterable[PolicyBand]) -> bool:
    """Return whether a project in these bands has a star, which a note below the table explains."""
    blocks = [block for band in bands for line in band.lines for block in line.project.blocks]
    runs = [block.text if isinstance(block, Item) else block for block in blocks]
    return any(isinstance(text, tuple) and text[-1].text.endswith(STAR) for text in runs)


def _policy_lines(names: Names, measure: Measure) -> Iterator[PolicyLine]:
    expanded = tuple(_expanded(names, names.book.supports_for.get(f"OKR {measure.code}", ())))
    widest = names.set(f"{max((number for *_, number in expanded), default=0)}.")
    for support, project, number in expanded:
        name = f"{names.short_name(project)}{STAR if project.part_of else ''}"
        yield PolicyLine(
            measure.under,
            objective_text(names, measure.under),
            measure.code,
            names.set(measure.name),
            names.policy_unit(measure),
            names.policy_target(measure),
            hung(names.set(f"{number}."), name, widest) if number else plain(name),
            _policy_budget(names, project),
            names.project_kpi(support),
        )


def _expanded(names: Names, supports: Sequence[Support]) -> Iterator[tuple[Support, Project, int]]:
    """Yield each project that serves a key result; in the place of a parent, its sub-projects, numbered.

    Those whose own row is not to be shown are left out.
    """
    own = {support.project: support for support in supports}
    number = 0
    for support in supports:
        project = names.book.by_code.get(support.project)
        if project is None or support.shown != SHOWN:
            continue
        children = names.book.children.get(project.code, ())
        if project.parent in own and own[project.parent].shown == SHOWN:
            continue  # it stands with its parent
        if not children:
            number += 1 if project.parent else 0
            yield support, project, number if project.parent else 0
            continue
        for child in children:
            row = own.get(child.code, support)
            if row.shown == SHOWN:
                number += 1
                yield row, child, number


def _policy_budget(names: Names, project: Project) -> str:
    if project.part_of:
        return names.set(names.book.settings.part_words or "ใช้งบประมาณส่วนหนึ่งในโครงการ")
    return names.budget(project)
