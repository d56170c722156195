"""Stress: a plan where every judgement is at the end that speaks against it."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import pinned
from leveltwo.core.layout import Layout
from leveltwo.core.pessimism import gloomy, pessimistic
from leveltwo.core.pivots import gate_passes
from leveltwo.core.returns import returns
from leveltwo.core.table import Table
from leveltwo.core.votes import cast
from leveltwo.core.winset import approval
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from leveltwo.solve.robustness.record import Stress
from leveltwo.solve.verdict import WORTHLESS

DRAWS = 256
"""Draws of the luck of moves; one if every move is sure to work."""
DEPTHS = 20
"""Steps from best guesses to the worst."""
NODES = 2000
Gates = dict[tuple[str, str], float]


def stress(
    layout: Layout,
    objective: Objective,
    chosen: IntArray,
    seed: int,
    *,
    known: tuple[IntArray, ...] = (),
    seconds: float | None = None,
) -> Stress:
    """A plan under pessimism, how far it holds on the way there, and what is best there.

    Every judgement moves in step from its best guess to the end that speaks against the plan (see
    `leveltwo.core.pessimism`), every side's mood to one standard deviation below par. How far of
    the way the plan holds is a radius of robustness as of Ben-Haim 2006, found in `DEPTHS` steps.

    Parameters
    ----------
    layout : Layout
        The structure.
    objective : Objective
        What is wanted, for the search for what is best there.
    chosen : IntArray
        The plan.
    seed : int
        Seed of the moves' luck.
    known : tuple of IntArray
        Plans that search may start from.
    seconds : float or None
        Its limit.
    """
    table = _table(layout, chosen, 1.0, seed)
    chance, gates = _passing(table, chosen)
    holds, first = _radius(layout, chosen, seed)
    found = optimise(
        table, objective, starts=(chosen, *known), nodes=NODES, seconds=seconds, seed=seed
    )
    if found.interrupted:
        raise KeyboardInterrupt
    best = found.chosen if found.score > WORTHLESS else None
    return Stress(
        chance=chance,
        value=_worth(table, chosen),
        gates=gates,
        holds=holds,
        first=first,
        best=None if best is None else decode(layout, best),
        best_chance=0.0 if best is None else _passing(table, best)[0],
        best_value=0.0 if best is None else _worth(table, best),
        proved=found.status in (Status.OPTIMAL, Status.INFEASIBLE),
        draws=table.draws,
    )


def _table(layout: Layout, chosen: IntArray, depth: float, seed: int) -> Table:
    """The table in which judgements and moods have gone so far."""
    case = layout.case
    values = pessimistic(case, decode(layout, chosen), depth)
    risky = any(values[f"moves.{move}.chance"] < 1 for move in case.moves)
    draws = pinned(case, values, DRAWS if risky else 1, seed, gloomy(case, depth))
    return compile_table(layout, draws)


def _radius(
    layout: Layout, chosen: IntArray, seed: int
) -> tuple[float | None, tuple[tuple[str, str], ...]]:
    """How far of the way the plan goes on to pass, and which gates fail first."""
    for step in range(DEPTHS + 1):
        chance, gates = _passing(_table(layout, chosen, step / DEPTHS, seed), chosen)
        if chance < 0.5:
            failing = tuple(gate for gate, share in gates.items() if share < 0.5)
            weakest = tuple(gate for gate, share in gates.items() if share == min(gates.values()))
            return ((step - 1) / DEPTHS if step else None), failing or weakest
    return 1.0, ()


def _passing(table: Table, chosen: IntArray) -> tuple[float, Gates]:
    """Chance that a plan passes every approval gate, and each."""
    votes = cast(table, chosen)
    all_ = np.ones(table.draws, dtype=np.bool_)
    gates: Gates = {}
    for gate in approval(table.layout.gates):
        passes = gate_passes(table.layout, gate, votes.for_, votes.against)
        gates[gate.side, gate.key] = float(passes.mean())
        all_ &= passes
    return float(all_.mean()), gates


def _worth(table: Table, chosen: IntArray) -> float:
    return float(returns(table, [chosen])[0].mean())
