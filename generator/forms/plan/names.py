"""How the plan says targets, projects and indicators: the wordings that several of its tables share."""

from collections.abc import Iterable, Sequence
from typing import Final

from generator.forms.flows import BLANK, Typesetter
from generator.model.plan.book import PlanBook
from generator.model.plan.measures import Measure
from generator.model.plan.projects import Project, Support
from generator.model.prose import Prose
from generator.model.quantities import Value

NOTHING: Final = "-"
LONG_AMOUNT: Final = 10
"""So many letters of an amount surely stand on one line of the narrowest column of budgets."""
HARD: Final = "\u00a0"
"""A blank that ends no line."""

_BEFORE: Final = ("ร้อยละ", "ระดับ")
"""Units that stand before their number."""


def with_unit(value: Value, unit: str) -> str:
    """Return a quantity with its unit: ร้อยละ ๘๐, ๑๐,๕๐๐ ดวง; words and N/A stand alone."""
    if value.number is None or not unit or unit in value.text:
        return value.text
    return f"{unit}{HARD}{value.text}" if unit in _BEFORE else f"{value.text}{HARD}{unit}"


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

    def short_division(self, project: Project) -> str:
        """Return the short name of the division of a project."""
        division = self.book.division_of(project)
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
        return self.money(project.budget.text) or NOTHING

    def children(self, project: Project) -> Sequence[Project]:
        """Return the sub-projects of a project that stand below it: all but those for ตาราง ง only."""
        return self.book.shown_children.get(project.code, ())

    def is_split(self, project: Project) -> bool:
        """Return whether the sub-projects of a project carry its budget and its work."""
        return any(not child.part_of for child in self.children(project))

    def own_budget(self, project: Project) -> str:
        """Return the budget of a project that stands above or below others: empty where its sub-projects carry it."""
        if project.part_of:
            return NOTHING
        return self.money(project.budget.text) or ("" if self.is_split(project) else NOTHING)

    def own_division(self, project: Project) -> str:
        """Return the division of a project that stands above or below others: empty where another row names it."""
        return "" if project.part_of or self.is_split(project) else self.short_division(project)

    def money(self, amount: str) -> str:
        """Return an amount as it prints; one that is too long for its column goes on behind a comma, not anywhere."""
        return self.set(amount).replace(",", ",\u200b") if len(amount) > LONG_AMOUNT else self.set(amount)

    def policies(self, project: Project) -> tuple[str, ...]:
        """Return the policy codes of a project; a sub-project has those of its parent."""
        parent = self.book.by_code.get(project.parent)
        return project.policies or (parent.policies if parent else ())

    def all_policies(self, project: Project) -> tuple[str, ...]:
        """Return its own policy codes, then those of the parents of projects that are part of it."""
        parts = self.book.parts_of.get(project.code, ())
        codes = [*self.policies(project), *(code for part in parts for code in self.policies(part))]
        return tuple(self.set(code) for code in dict.fromkeys(codes))

    def projects_for(self, served: str) -> list[Project]:
        """Return the projects that serve an indicator, in the order of their rows, without those for ตาราง ง only.

        A sub-project whose parent serves it too stands with its parent.
        """
        codes = dict.fromkeys(support.project for support in self.book.supports_for.get(served, ()))
        projects = [self.book.by_code[code] for code in codes if code in self.book.by_code]
        shown = [project for project in projects if not self.book.in_policy_table_only(project)]
        return [project for project in shown if project.parent not in codes]

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
        return self.set(with_unit(*self.book.kpi_of(support)) + in_brackets(support.kpi_explanation)) or NOTHING

    def agencies(self, names: Iterable[str]) -> str:
        """Return short names of agencies, parted by blanks."""
        return self.set(" ".join(names)) or NOTHING

    def defined_by(self, definition: Prose, agency: str) -> Prose:
        """Return a definition; without one, the sentence that names the agency which defines it."""
        return definition or Prose.of(f"ตามที่ {agency} กำหนด" if agency else BLANK)

    def served_codes(self, project: Project) -> str:
        """Return the OKRs a project serves: ๒.๑.๐๑ - ๒.๑.๐๒ where they are neighbours, else with commas."""
        served = [support.served for support in self.book.supports_of(project)]
        listed = [code.removeprefix("OKR ") for code in served if code.startswith("OKR ") and has_number(code)]
        if len(listed) == 2 and self._neighbours(*listed):
            return self.set(f"{listed[0]} - {listed[1]}")
        return self.set(", ".join(listed))

    def _neighbours(self, one: str, other: str) -> bool:
        head, _, last = one.rpartition(".")
        other_head, _, other_last = other.rpartition(".")
        return head == other_head and int(other_last) == int(last) + 1
