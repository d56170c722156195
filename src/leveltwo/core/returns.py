"""Returns: what plans are worth to us, draw by draw."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.pivots import gate_passes
from leveltwo.core.table import Table
from leveltwo.core.votes import cast
from leveltwo.core.winset import approval


def returns(table: Table, plans: Sequence[IntArray | None]) -> FloatArray:
    """What each of some plans is worth to the side being advised, in every draw.

    Parameters
    ----------
    table : Table
        The numbers.
    plans : sequence of IntArray or None
        Encoded plans; None stands for walking away, which is worth 0.

    Returns
    -------
    FloatArray
        Shape (plans, draws), points: [all approval gates pass] × (our negotiator's value − no
        deal), less the cost of our moves. Time grows with plans × draws × voters.
    """
    nothing = np.zeros(table.draws)
    return np.array([nothing if plan is None else _return(table, plan) for plan in plans])


def _return(table: Table, chosen: IntArray) -> FloatArray:
    layout, side = table.layout, table.layout.case.viewpoint
    votes = cast(table, chosen)
    passes = np.ones(table.draws, dtype=np.bool_)
    for gate in approval(layout.gates):
        passes &= gate_passes(layout, gate, votes.for_, votes.against)
    taken = columns(layout, chosen)
    gain = table.worth[side][taken].sum(axis=0) - table.no_deal[side]
    ours = [
        i
        for i, v in enumerate(layout.variables)
        if v.is_move and chosen[i] and layout.case.moves[v.key].by == side
    ]
    return np.asarray(passes * gain - table.cost[ours].sum(axis=0))
