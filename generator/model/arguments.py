"""What was typed behind a command, understood as a cell of a workbook would be. Knows no command."""

from typing import TypeVar

from generator.model.kinds import Kind, Refusal, meant
from generator.words import Halt

T = TypeVar("T")


def understood(kind: Kind[T], text: str) -> T:
    """Return what an argument means; raise Halt with the words of the rule it breaks if it means nothing."""
    try:
        return meant(kind, text)
    except Refusal as refusal:
        rule, values = refusal.rule, refusal.values
        raise Halt(rule.message.filled(**values), rule.cure.filled(**values)) from refusal
