"""A plan with one move more or less: what comes or goes with it, and whether it is a plan."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.evaluation import without
from leveltwo.core.layout import Layout
from leveltwo.model.compatibility import conflicts


@dataclass(frozen=True)
class Toggled:
    """A plan with one move turned round.

    Parameters
    ----------
    move : str
        The move.
    made : bool
        Whether the plan held it.
    chosen : IntArray
        Shape (variables,): the plan without it, or with it.
    along : tuple of str
        Moves that go because they need it, or come because it needs them.
    conflicts : tuple of str
        Why it cannot be added, in words; empty if it can.
    """

    move: str
    made: bool
    chosen: IntArray
    along: tuple[str, ...]
    conflicts: tuple[str, ...]


def toggled(layout: Layout, chosen: IntArray, move: str) -> Toggled:
    """A plan without one of its moves, or with one more.

    Parameters
    ----------
    layout : Layout
        The structure.
    chosen : IntArray
        Shape (variables,): the plan.
    move : str
        The move to take out, or to add.
    """
    made = bool(chosen[layout.index[f"move:{move}"]])
    other = without(layout, chosen, move) if made else _with(layout, chosen, move)
    along = tuple(
        v.key
        for i, v in enumerate(layout.variables)
        if v.is_move and v.key != move and chosen[i] != other[i]
    )
    wrong = () if made else tuple(conflicts(layout.case, decode(layout, other)))
    return Toggled(move, made, other, along, wrong)


def _with(layout: Layout, chosen: IntArray, move: str) -> IntArray:
    """The same plan with one move more, and with all that it needs."""
    found, open_ = chosen.copy(), [move]
    while open_:
        key = open_.pop()
        found[layout.index[f"move:{key}"]] = 1
        needs = layout.case.moves[key].needs
        open_ += [other for other in needs if not found[layout.index[f"move:{other}"]]]
    return found
