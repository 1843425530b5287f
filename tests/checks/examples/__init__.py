"""For every rule a case that breaks it and one that keeps it: what `generate explain` shows as wrong and right."""

from tests.checks.examples import cells, city, files, handout, kr, plan, plan_sums, templates, wording
from tests.checks.examples.case import Example

EXAMPLES: dict[str, Example] = {}
for _module in (files, cells, wording, kr, plan, plan_sums, templates, handout, city):
    assert not EXAMPLES.keys() & _module.EXAMPLES.keys(), "a rule has two examples"
    EXAMPLES |= _module.EXAMPLES
