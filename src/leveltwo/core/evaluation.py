"""Chance, worth and cost of several plans on the same draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.means import weighted
from leveltwo.core.pivots import gate_passes
from leveltwo.core.sample import Sample
from leveltwo.core.stretches import measured
from leveltwo.core.table import Table
from leveltwo.core.votes import cast


@dataclass(frozen=True)
class Score:
    """What a plan comes to for the side being advised.

    Parameters
    ----------
    chance : float
        Chance that all approval gates pass.
    durable : float
        Chance that the implementation gates hold too.
    value : float
        Mean over draws of [all pass] × (our negotiator's value − no deal), less cost.
    gain : float
        Mean of value − no deal − cost, passing or not.
    cost : float
        Mean cost of our moves.
    """

    chance: float
    durable: float
    value: float
    gain: float
    cost: float

    @property
    def before_cost(self) -> float:
        """Mean of our negotiator's value − no deal, before the cost of our moves.

        Chance × this − cost is the value, but for how gain and passing go together over draws.
        """
        return self.gain + self.cost


@dataclass(frozen=True)
class _Scores:
    """Scores of some plans in a block of draws."""

    layout: Layout
    plans: Sequence[IntArray]

    def __call__(self, draws: Draws) -> dict[str, FloatArray]:
        wanted = sorted({int(c) for plan in self.plans for c in columns(self.layout, plan)})
        return {"scores": _scores(compile_table(self.layout, draws, wanted), self.plans)}


def evaluate(
    layout: Layout, sample: Sample, plans: Sequence[IntArray], crew: Crew | None = None
) -> list[Score]:
    """Score encoded plans on one sample, a block of draws at a time.

    Time grows with plans × draws × voters. With a crew the blocks are shared out; the
    scores are the same.
    """
    blocks = measured(layout.case, sample, _Scores(layout, plans), crew)
    return [Score(*row) for row in weighted(blocks)["scores"].tolist()]


def scores(table: Table, plans: Sequence[IntArray]) -> list[Score]:
    """Score encoded plans on the draws of a table."""
    return [Score(*row) for row in _scores(table, plans).tolist()]


def _scores(table: Table, plans: Sequence[IntArray]) -> FloatArray:
    return np.array([_score(table, plan) for plan in plans])


def _score(table: Table, chosen: IntArray) -> list[float]:
    layout, side = table.layout, table.layout.case.viewpoint
    votes = cast(table, chosen)
    approved = held = np.ones(table.draws, dtype=np.bool_)
    for gate in layout.gates:
        passes = gate_passes(layout, gate, votes.for_, votes.against)
        held = held & passes
        if not gate.implementation:
            approved = approved & passes
    gain = table.worth[side][columns(layout, chosen)].sum(axis=0) - table.no_deal[side]
    cost = sum(table.cost[i].mean() for i in our_moves(layout, chosen))
    value = float((approved * gain).mean() - cost)
    return [approved.mean(), held.mean(), value, float(gain.mean() - cost), float(cost)]


def our_moves(layout: Layout, chosen: IntArray) -> list[int]:
    """Numbers of the variables of our moves that a plan holds."""
    case = layout.case
    return [
        i
        for i, v in enumerate(layout.variables)
        if v.is_move and chosen[i] and case.moves[v.key].by == case.viewpoint
    ]


def without(layout: Layout, chosen: IntArray, move: str) -> IntArray:
    """The same plan without one move, and without the moves that need it."""
    left = chosen.copy()
    gone = [move]
    while gone:
        key = gone.pop()
        left[layout.index[f"move:{key}"]] = 0
        gone += [
            v.key
            for i, v in enumerate(layout.variables)
            if v.is_move and left[i] and key in layout.case.moves[v.key].needs
        ]
    return left
