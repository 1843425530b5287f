"""How the plan says targets, projects and indicators: the wordings that several of its tables share."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from generator.forms.flows import BLANK, Typesetter
from generator.model.plan.book import PlanBook
from generator.model.plan.lists import Division
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Support
from generator.model.prose import Prose
from generator.model.quantities import Value

NOTHING: Final = "-"
_BEFORE: Final = ("ร้อยละ", "ระดับ")
"""Units that stand before their number."""


def with_unit(value: Value, unit: str) -> str:
    """Return a quantity with its unit: ร้อยละ ๘๐, ๑๐,๕๐๐ ดวง; words and N/A stand alone."""
    if value.number is None or not unit or unit in value.text:
        return value.text
    return f"{unit} {value.text}" if unit in _BEFORE else f"{value.text} {unit}"


def in_brackets(*parts: str) -> str:
    """Return the parts that are not empty, in brackets, behind a blank; nothing if all are empty."""
    filled = " ".join(part for part in parts if part)
    return f" ({filled})" if filled else ""


def has_number(code: str) -> bool:
    """Return whether a code is one that the city gave; our own end in a Thai letter and are not printed."""
    return code[-1:].isdigit()


class Names:
    """The wordings of one plan. All texts are set, so that they print as they are."""

    def __init__(self, book: PlanBook, typesetter: Typesetter) -> None:
        self.book = book
        self.set = typesetter.text
        self.typesetter = typesetter

    @cached_property
    def _divisions(self) -> dict[str, Division]:
        spellings = {
            "".join(name.split()): division
            for division in self.book.divisions
            for name in (division.name, division.short, *division.others)
        }
        return spellings

    def division(self, typed: str) -> Division | None:
        """Return the division that a typed name means; None if the list does not have it."""
        return self._divisions.get("".join(typed.split()))

    def division_of(self, project: Project) -> Division | None:
        """Return the division of a project; a sub-project has that of its parent."""
        parent = self.book.by_code.get(project.parent)
        return self.division(project.division or (parent.division if parent else ""))

    def short_division(self, project: Project) -> str:
        """Return the short name of the division of a project."""
        division = self.division_of(project)
        return self.set(division.short) if division else project.division or NOTHING

    def full_name(self, project: Project) -> str:
        """Return the name of a project; a part without a name has that of the whole."""
        whole = self.book.by_code.get(project.part_of)
        return self.set(project.name or (whole.name if whole else "") or BLANK)

    def short_name(self, project: Project) -> str:
        """Return the short name of a project, which is its name if it has no other."""
        whole = self.book.by_code.get(project.part_of)
        named = project.short or project.name or (whole.short or whole.name if whole else "")
        return self.set(named or BLANK)

    def budget(self, project: Project) -> str:
        """Return the budget of a project, or the words or the dash in its place."""
        return self.set(project.budget.text) or NOTHING

    def policies(self, project: Project) -> tuple[str, ...]:
        """Return the policy codes of a project; a sub-project has those of its parent."""
        parent = self.book.by_code.get(project.parent)
        return project.policies or (parent.policies if parent else ())

    def all_policies(self, project: Project) -> tuple[str, ...]:
        """Return its own policy codes, then those of the parents of projects that are part of it."""
        parts = [other for other in self.book.projects if other.part_of == project.code]
        codes = [*self.policies(project), *(code for part in parts for code in self.policies(part))]
        return tuple(self.set(code) for code in dict.fromkeys(codes))

    def supports_of(self, project: Project) -> Sequence[Support]:
        """Return what a project serves; a sub-project without rows of its own serves what its parent serves."""
        return self._supports.get(project.code) or self._supports.get(project.parent) or ()

    @cached_property
    def _supports(self) -> dict[str, list[Support]]:
        found: dict[str, list[Support]] = {}
        for support in self.book.supports:
            found.setdefault(support.project, []).append(support)
        return found

    def projects_for(self, served: str) -> list[Project]:
        """Return the projects that serve an indicator, in the order of their rows."""
        codes = [support.project for support in self.book.supports if support.served == served]
        return [self.book.by_code[code] for code in dict.fromkeys(codes) if code in self.book.by_code]

    def measure(self, measure: Measure, *, starred: bool = True) -> str:
        """Return code and name of a key result, with its star: OKR ๑.๑.๐๑ ชื่อ*."""
        code = f"OKR {measure.code} " if has_number(measure.code) else ""
        return self.set(f"{code}{measure.name}{'*' if starred and measure.starred else ''}")

    def target(self, measure: Measure) -> str:
        """Return the target of a key result with unit, second value and explanation."""
        second = with_unit(measure.second, measure.second_unit) if measure.second else ""
        return self.set(with_unit(measure.target, measure.unit) + in_brackets(second, measure.explanation)) or BLANK

    def policy_unit(self, measure: Measure) -> str:
        """Return the unit of a key result as ตาราง ง says it."""
        second = f" ({measure.second_unit})" if measure.second_unit else ""
        return self.set(measure.policy_unit or f"{measure.unit}{second}") or NOTHING

    def policy_target(self, measure: Measure) -> str:
        """Return the target of a key result as ตาราง ง says it, without its unit."""
        brackets = in_brackets(measure.second.text, measure.explanation)
        return self.set(measure.policy_target or f"{measure.target.text}{brackets}") or NOTHING

    def project_kpi(self, support: Support) -> str:
        """Return the indicator of success of a project in ตาราง ง."""
        return self.set(with_unit(support.kpi, support.kpi_unit) + in_brackets(support.kpi_explanation)) or NOTHING

    def agencies(self, names: Iterable[str]) -> str:
        """Return short names of agencies, parted by blanks."""
        return self.set(" ".join(names)) or NOTHING

    def defined_by(self, definition: Prose, agency: str) -> Prose:
        """Return a definition; without one, the sentence that names the agency which defines it."""
        return definition or Prose.of(f"ตามที่ {agency} กำหนด" if agency else BLANK)

    def served_codes(self, project: Project) -> str:
        """Return the OKRs a project serves: ๒.๑.๐๑ - ๒.๑.๐๒ where they are neighbours, else with commas."""
        codes = [support.served.removeprefix("OKR ") for support in self.supports_of(project)]
        numbered = [code for code in codes if code.count(".") == 2 and code[0].isdigit() and has_number(code)]
        own = [code for code, whole in zip(codes, self.supports_of(project), strict=True) if whole.served[:3] == "OKR"]
        listed = [code for code in numbered if code in own]
        if len(listed) == 2 and self._neighbours(*listed):
            return self.set(f"{listed[0]} - {listed[1]}")
        return self.set(", ".join(listed))

    def _neighbours(self, one: str, other: str) -> bool:
        head, _, last = one.rpartition(".")
        other_head, _, other_last = other.rpartition(".")
        return head == other_head and int(other_last) == int(last) + 1
