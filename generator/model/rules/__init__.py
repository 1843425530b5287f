"""Every rule that a finding can name, by its code."""

from collections.abc import Mapping
from typing import Final

from generator.model.finding import Rule
from generator.model.rules import (
    book_rules,
    cell_rules,
    city_rules,
    handout_rules,
    plan_audit_rules,
    plan_rules,
    template_rules,
    wording_rules,
    workbook_rules,
)


def _collect() -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for module in (
        workbook_rules,
        cell_rules,
        wording_rules,
        book_rules,
        plan_rules,
        plan_audit_rules,
        city_rules,
        template_rules,
        handout_rules,
    ):
        for rule in vars(module).values():
            if isinstance(rule, Rule):
                if rule.code in rules:
                    raise TypeError(f"two rules have the code {rule.code}")
                rules[rule.code] = rule
    return dict(sorted(rules.items()))


RULES: Final = _collect()
