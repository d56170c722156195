"""Pivots: whose vote decides a gate."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.votes import Votes


def pivotal(layout: Layout, votes: Votes, gate: GateRow, who: str) -> BoolArray:
    """In which draws a gate turns on one constituency's vote.

    Parameters
    ----------
    layout : Layout
        The structure.
    votes : Votes
        The votes on a plan.
    gate : GateRow
        The gate.
    who : str
        A constituency that it asks.

    Returns
    -------
    BoolArray
        Shape (draws,): the gate passes with all of its votes for and fails with all of
        them against, everybody else voting as they do (Straffin 1977, §2, with votes as
        drawn rather than equiprobable). Time grows with draws × votes of the gate.
    """
    return _turning(layout, votes, gate, who, _sums(layout, votes, gate))


def pivots(layout: Layout, votes: Votes, gate: GateRow) -> dict[str, BoolArray]:
    """In which draws a gate turns on each constituency that it asks.

    As `pivotal` for each. The counts are taken once and each constituency's part of them exchanged:
    time grows with draws × (votes + constituencies × counts) of the gate.
    """
    sums = _sums(layout, votes, gate)
    return {who: _turning(layout, votes, gate, who, sums) for who in gate.blocs}


def gate_passes(layout: Layout, gate: GateRow, for_: BoolArray, against: BoolArray) -> BoolArray:
    """Shape (draws,): whether a gate passes under given votes of shape (voters, draws)."""
    thresholds = layout.thresholds
    settled = thresholds.settled(thresholds.sums(for_, against, gate.nodes), gate.nodes)
    return np.asarray(settled[-1])


def _sums(layout: Layout, votes: Votes, gate: GateRow) -> FloatArray:
    return layout.thresholds.sums(votes.for_, votes.against, gate.nodes)


def _turning(layout: Layout, votes: Votes, gate: GateRow, who: str, sums: FloatArray) -> BoolArray:
    """Where the gate passes with somebody for and not with them against, from the sums as drawn."""
    seats = list(gate.seats[who])
    thresholds = layout.thresholds
    nodes = [thresholds.nodes[i] for i in gate.nodes]
    for_ = np.array([[node.for_.get(seat, 0) for seat in seats] for node in nodes], float)
    against = np.array([[node.against.get(seat, 0) for seat in seats] for node in nodes], float)
    others = sums - for_ @ votes.for_[seats] - against @ votes.against[seats]
    with_it = thresholds.settled(others + for_.sum(axis=1)[:, None], gate.nodes)[-1]
    without = thresholds.settled(others + against.sum(axis=1)[:, None], gate.nodes)[-1]
    return np.asarray(with_it & ~without)
