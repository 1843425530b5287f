"""Tables จ and ฉ of the plan: the steps of its projects, and the indicators of the other components."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.forms.flows import BLANK, joined
from generator.forms.plan.listing import lines, listed
from generator.forms.plan.names import Names
from generator.forms.plan.room import is_tall
from generator.model.prose import Prose
from generator.model.quantities import figure
from generator.render.values import Arrow, Flow
from generator.thai.dates import FISCAL_MONTHS


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in ตาราง จ: empty months before the arrow, the months of the arrow, empty months behind it.

    One that is kept stays on the page of the next one, so that no step stands on a page alone.
    """

    text: Flow
    share: str
    sum: str
    before: Sequence[str]
    months: int
    arrow: Arrow
    after: Sequence[str]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class StepTable:
    """ตาราง จ of one project."""

    project: str
    division: str
    steps: Sequence[StepLine]


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """A line of ตาราง ฉ; a tall one may be split."""

    name: str
    definition: Flow
    projects: Flow
    tall: bool


@dataclass(frozen=True, slots=True)
class ComponentTable:
    """ตาราง ฉ of one component."""

    heading: str
    lines: Sequence[ComponentLine]


def step_tables(names: Names) -> Iterator[StepTable]:
    """Yield ตาราง จ of each project that has steps, in the order of the projects."""
    for project in names.book.projects:
        steps = names.book.steps_of.get(project.code, ())
        if not steps:
            continue
        rows, total = [], Decimal(0)
        for number, step in enumerate(steps, 1):
            total += step.share or Decimal(0)
            first = (step.first - 10) % 12 if step.first else 0
            last = (step.last - 10) % 12 if step.last else first
            months = max(1, last - first + 1) if step.first else 0
            text = names.typesetter.flow(Prose.of(f"{number}. {step.text.plain}"))
            rows.append(
                StepLine(
                    text,
                    names.set(figure(step.share)) if step.share is not None else BLANK,
                    names.set(figure(total)),
                    ("",) * first,
                    months,
                    Arrow(names.set(f"ระยะเวลา {months} เดือน")),
                    ("",) * (len(FISCAL_MONTHS) - first - months),
                    kept=number in (1, len(steps) - 1) and number < len(steps),
                )
            )
        yield StepTable(names.short_name(project), names.short_division(project), tuple(rows))


def component_tables(names: Names) -> Iterator[ComponentTable]:
    """Yield ตาราง ฉ of each component."""
    for component in names.book.components:
        own = [row for row in names.book.component_indicators if row.code.startswith(f"{component.number}.")]
        rows = []
        for row in own:
            label = f"{row.code} " if len(own) > 1 else ""
            projects = names.projects_for(f"ฉ {row.code}")
            defined = names.typesetter.flow(names.defined_by(row.definition, row.agency))
            served_by = joined(listed(names, project) for project in projects) or lines(names, [])
            tall = is_tall((defined, 31), (served_by, 45))
            rows.append(ComponentLine(names.set(f"{label}{row.name}"), defined, served_by, tall))
        yield ComponentTable(names.set(f"องค์ประกอบที่ {component.number} {component.name}"), tuple(rows))
