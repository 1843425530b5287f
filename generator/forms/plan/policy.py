"""ตาราง ง of the plan: the policy of the governor and the projects that serve it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.forms.plan.names import Names
from generator.forms.plan.parts import objective_text
from generator.model.plan.measures import Measure
from generator.model.plan.projects import SHOWN, Project, Support


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A line of ตาราง ง; the keys are the same as long as a cell is joined downwards."""

    objective_key: str
    objective: str
    measure_key: str
    measure: str
    unit: str
    target: str
    project: str
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


def _policy_lines(names: Names, measure: Measure) -> Iterator[PolicyLine]:
    supports = [row for row in names.book.supports_for.get(f"OKR {measure.code}", ()) if row.shown == SHOWN]
    for support, project, number in _expanded(names, supports):
        label = names.set(f"{number}. ") if number else ""
        yield PolicyLine(
            measure.under,
            objective_text(names, measure.under),
            measure.code,
            names.set(measure.name),
            names.policy_unit(measure),
            names.policy_target(measure),
            f"{label}{names.short_name(project)}{'*' if project.part_of else ''}",
            _policy_budget(names, project),
            names.project_kpi(support),
        )


def _expanded(names: Names, supports: Sequence[Support]) -> Iterator[tuple[Support, Project, int]]:
    """Yield each project that serves a key result; in the place of a parent, its sub-projects, numbered."""
    own = {support.project: support for support in supports}
    number = 0
    for support in supports:
        project = names.book.by_code.get(support.project)
        if project is None:
            continue
        children = names.book.children.get(project.code, ())
        if project.parent and project.parent in own:
            continue  # it stands with its parent
        if not children:
            number += 1 if project.parent else 0
            yield support, project, number if project.parent else 0
            continue
        for child in children:
            number += 1
            yield own.get(child.code, support), child, number


def _policy_budget(names: Names, project: Project) -> str:
    if project.part_of:
        return names.set(names.book.settings.part_words or "ใช้งบประมาณส่วนหนึ่งในโครงการ")
    return names.budget(project)
