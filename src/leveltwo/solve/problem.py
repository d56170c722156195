"""One optimisation problem in arrays: the table, our gain, costs, rules and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.program import Cues, RedLines, Tests, Wiring, flatten
from leveltwo.core.table import Table
from leveltwo.core.winset import approval
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.rules import Rules, rules_of

EQUAL = 1e-6
"""Plans whose worth differs by no more count as equal; the one with fewer moves is chosen."""


class Exact(NamedTuple):
    """All that it takes to say what a plan comes to.

    Parameters
    ----------
    base : FloatArray
        Shape (rows, draws): margins before any choice.
    gain : FloatArray
        Shape (columns, rows, draws): what each option adds to them.
    first_column : IntArray
        Shape (variables + 1,): where each variable's columns begin.
    own : FloatArray
        Shape (columns, draws): what each option adds to the worth of passing.
    own_base : FloatArray
        Shape (draws,): what passing is worth before any option: minus what no deal is worth
        to our negotiator; 0 if the goal is cost, 1 if it is chance.
    price : FloatArray
        Shape (columns,): mean cost of our moves where done, with a trifle for every move.
    need : int
        Draws in which all gates must pass.
    tests, cues, wiring, lines
        The program of all approval gates as one group.
    """

    base: FloatArray
    gain: FloatArray
    first_column: IntArray
    own: FloatArray
    own_base: FloatArray
    price: FloatArray
    need: int
    tests: Tests
    cues: Cues
    wiring: Wiring
    lines: RedLines


@dataclass(frozen=True)
class Problem:
    """What the compiled search needs.

    Parameters
    ----------
    layout : Layout
        What variables stand for.
    exact : Exact
        What plans come to.
    optimistic : Tests
        Tests of votes as they could at best be.
    allowed : BoolArray
        Shape (variables, most options).
    rules : Rules
        Forbidden combinations and resources.
    """

    layout: Layout
    exact: Exact
    optimistic: Tests
    allowed: BoolArray
    rules: Rules


def pose(table: Table, objective: Objective) -> Problem:
    """Put an objective about a table into arrays."""
    layout = table.layout
    own, own_base = _own(table, objective.goal)
    cost = np.zeros(layout.columns) if objective.goal is Goal.CHANCE else _costs(table)
    program = flatten(table, [_gates(layout, objective)])
    return Problem(
        layout=layout,
        exact=Exact(
            base=program.base,
            gain=program.gain,
            first_column=program.first_column,
            own=own,
            own_base=own_base,
            price=cost + trifle(layout) * _move_columns(layout),
            need=int(np.ceil(objective.floor * table.draws - 1e-9)),
            tests=program.exact,
            cues=program.cues,
            wiring=program.wiring,
            lines=program.red_lines,
        ),
        optimistic=program.optimistic,
        allowed=_allowed(layout, objective),
        rules=rules_of(layout),
    )


def trifle(layout: Layout) -> float:
    """What each move is charged, so that all moves together are charged less than `EQUAL`."""
    return EQUAL / (1 + len(layout.case.moves))


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
    """Moves that a plan may hold: those asked for that may be recommended."""
    case = layout.case
    asked = objective.moves if objective.moves is not None else frozenset(case.our_moves)
    return frozenset(m for m in asked if case.may_recommend(m))


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
