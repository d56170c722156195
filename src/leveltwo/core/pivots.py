"""Pivots: whose vote decides a gate."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray
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
    seats = list(gate.seats[who])
    outcomes = [
        gate_passes(layout, gate, *_turned(votes, seats, for_=stand)) for stand in (True, False)
    ]
    return np.asarray(outcomes[0] & ~outcomes[1])


def gate_passes(layout: Layout, gate: GateRow, for_: BoolArray, against: BoolArray) -> BoolArray:
    """Shape (draws,): whether a gate passes under given votes of shape (voters, draws)."""
    return np.asarray(layout.thresholds.passes(for_, against, gate.nodes)[gate.node])


def _turned(votes: Votes, seats: list[int], *, for_: bool) -> tuple[BoolArray, BoolArray]:
    yes, no = votes.for_.copy(), votes.against.copy()
    yes[seats] = for_
    no[seats] = not for_
    return yes, no
