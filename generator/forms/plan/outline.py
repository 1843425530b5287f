"""The strategy of the city as a tree of blocks: one for each key result, with the tactics and indicators below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.plan.strategy import KPI, KR, OBJECTIVE, RANKS, SIDE, STRATEGY, SUBSTRATEGY, TACTIC, StrategyNode


@dataclass
class Tactic:
    """A tactic and its indicators."""

    node: StrategyNode
    kpis: list[StrategyNode] = field(default_factory=list)


@dataclass
class Block:
    """A key result of the city with all that stands above it, and the tactics that serve it."""

    kr: StrategyNode
    above: dict[str, StrategyNode]
    tactics: list[Tactic] = field(default_factory=list)


@dataclass
class Side:
    """One side (มิติ) of the city plan; it may have no key results."""

    node: StrategyNode
    blocks: list[Block] = field(default_factory=list)


def sides(nodes: Sequence[StrategyNode]) -> list[Side]:
    """Return the sides of an outline with their blocks, in its order.

    What stands where it has no parent (an indicator above every tactic, say) is left out; a check names it.
    """
    found: list[Side] = []
    above: dict[str, StrategyNode] = {}
    for node in nodes:
        above = {level: parent for level, parent in above.items() if RANKS[level] < RANKS[node.level]}
        block = found[-1].blocks[-1] if found and found[-1].blocks else None
        match node.level:
            case level if level == SIDE:
                found.append(Side(node))
            case level if level in (STRATEGY, SUBSTRATEGY, OBJECTIVE):
                pass
            case level if level == KR and found:
                found[-1].blocks.append(Block(node, dict(above)))
            case level if level == TACTIC and block is not None:
                block.tactics.append(Tactic(node))
            case level if level == KPI and block is not None and block.tactics:
                block.tactics[-1].kpis.append(node)
        if node.level in (SIDE, STRATEGY, SUBSTRATEGY, OBJECTIVE):
            above[node.level] = node
    return found


def blocks(nodes: Sequence[StrategyNode]) -> Iterator[Block]:
    """Yield every block of an outline."""
    for side in sides(nodes):
        yield from side.blocks
