"""The projects of one plan as they are entered: each gets the next handle. Knows no single project."""

from dataclasses import replace
from typing import Any

from plan_2567.figures import baht

from generator.model.plan.projects import Project
from generator.thai.numerals import group


class Register:
    """Projects in their order, and their handles by the names that the program has for them."""

    def __init__(self) -> None:
        self.projects: list[Project] = []
        self.handles: dict[str, str] = {}

    def add(self, role: str, project: Project, **changes: Any) -> str:
        """Enter a project with some of its cells changed, known here by `role`; return its handle."""
        handle = f"ค{len(self.projects) + 1:03}"
        self.projects.append(replace(project, code=handle, **changes))
        self.handles[role] = handle
        return handle


def money(amount: int) -> str:
    """Return an amount of baht as it is typed."""
    return group(str(amount))


def project(part: str, name: str, division: str, *, budget: str = "", policy: str = "", **cells: Any) -> Project:
    """Return a project without a handle."""
    policies = (policy,) if policy else ()
    return Project(part=part, name=name, division=division, budget=baht(budget), policies=policies, **cells)
