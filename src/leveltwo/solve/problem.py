"""One optimisation problem in arrays: the table, our gain, costs, rules and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.program import Program, flatten
from leveltwo.core.table import Table
from leveltwo.core.winset import approval
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.rules import Rules, rules_of

PER_MOVE = 1e-7
"""Charged for each move, so that of plans of equal worth the one with fewer moves is chosen."""


@dataclass(frozen=True)
class Problem:
    """What the compiled search needs.

    Parameters
    ----------
    layout : Layout
        What variables stand for.
    program : Program
        All approval gates as one group.
    own : FloatArray
        Shape (columns, draws): what each option adds to the worth of passing.
    own_base : FloatArray
        Shape (draws,): what passing is worth before any option: minus what no deal is worth
        to our negotiator; 0 if the goal is cost, 1 if it is chance.
    price : FloatArray
        Shape (columns,): mean cost of our moves where done, with a trifle for every move.
    allowed : BoolArray
        Shape (variables, most options).
    rules : Rules
        Forbidden combinations and resources.
    need : int
        Draws in which all gates must pass.
    """

    layout: Layout
    program: Program
    own: FloatArray
    own_base: FloatArray
    price: FloatArray
    allowed: BoolArray
    rules: Rules
    need: int


def pose(table: Table, objective: Objective) -> Problem:
    """Put an objective about a table into arrays."""
    layout = table.layout
    own, own_base = _own(table, objective.goal)
    cost = np.zeros(layout.columns) if objective.goal is Goal.CHANCE else _costs(table)
    return Problem(
        layout=layout,
        program=flatten(table, [_gates(layout, objective)]),
        own=own,
        own_base=own_base,
        price=cost + PER_MOVE * _move_columns(layout),
        allowed=_allowed(layout, objective),
        rules=rules_of(layout),
        need=int(np.ceil(objective.floor * table.draws - 1e-9)),
    )


def _gates(layout: Layout, objective: Objective) -> list[GateRow]:
    wanted = objective.sides
    return [g for g in approval(layout.gates) if wanted is None or g.side in wanted]


def _own(table: Table, goal: Goal) -> tuple[FloatArray, FloatArray]:
    """What passing is worth in each draw: by column, and to begin with."""
    worth = table.worth[table.layout.case.viewpoint]
    if goal is Goal.VALUE:
        return worth, -np.asarray(table.no_deal[table.layout.case.viewpoint])
    base = np.full(table.draws, float(goal is Goal.CHANCE))
    return np.zeros_like(worth), base


def _costs(table: Table) -> FloatArray:
    """Shape (columns,): mean cost of our moves where done."""
    layout = table.layout
    found = np.zeros(layout.columns)
    for i, variable in enumerate(layout.variables):
        if variable.is_move and layout.case.moves[variable.key].by == layout.case.viewpoint:
            found[variable.first + 1] = table.cost[i].mean()
    return found


def _move_columns(layout: Layout) -> FloatArray:
    """Shape (columns,): 1 where a move is done."""
    found = np.zeros(layout.columns)
    found[[v.first + 1 for v in layout.variables if v.is_move]] = 1.0
    return found


def usable(layout: Layout, objective: Objective) -> frozenset[str]:
    """Moves that a plan may hold: those asked for, less those without consent."""
    case = layout.case
    asked = objective.moves if objective.moves is not None else frozenset(case.our_moves)
    return frozenset(m for m in asked if not case.moves[m].lacks_consent)


def _allowed(layout: Layout, objective: Objective) -> BoolArray:
    width = max(len(v.options) for v in layout.variables)
    found = np.zeros((len(layout.variables), width), dtype=np.bool_)
    moves = usable(layout, objective)
    for i, variable in enumerate(layout.variables):
        if not variable.is_move:
            found[i, : len(variable.options)] = True
            if objective.deal is not None:
                found[i] = False
                found[i, variable.options.index(objective.deal[variable.key])] = True
        else:
            found[i, :2] = True, variable.key in moves
    return found
