"""What a cell means that is typed into a column of some kind, and how it is refused."""

from typing import Any

import pytest

from generator.model.cell import Cell, Scalar
from generator.model.kinds import Kind, Refusal

Said = tuple[str, dict[str, object]]
"""The code of a rule, and the values of its sentence."""


def read(kind: Kind[Any], value: Scalar, number_format: str = "General") -> tuple[Any, list[Said]]:
    """Return what a cell means, and what was remarked about it."""
    remarks: list[Said] = []
    found = kind.parse(Cell(1, 1, value, number_format), lambda rule, **values: remarks.append((rule.code, values)))
    return found, remarks


def refused(kind: Kind[Any], value: Scalar, number_format: str = "General") -> Said:
    """Return why a cell means nothing; fail if it means something."""
    with pytest.raises(Refusal) as caught:
        read(kind, value, number_format)
    return caught.value.rule.code, caught.value.values
