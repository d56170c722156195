"""Hindrance: what keeps somebody from voting for at a gate, in points."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.arrays import TOLERANCE
from leveltwo.core.stakes import Stakes
from leveltwo.core.swaps import Swap
from leveltwo.core.tally import Tally


@dataclass(frozen=True)
class Hindrance:
    """What stands between a constituency and its vote for, at one gate.

    Parameters
    ----------
    lacking : float
        Points that would win nine in ten of its votes, counted over all draws; red lines aside.
    stakes : Stakes
        What the terms are worth to it.
    crossed : tuple of str
        Issues on which the deal crosses a red line that no move of the plan lifts here.
    pardoned : float
        Chance that it would vote for if it had no red lines.
    discounted, unsure, harmed : dict
        Points lost by move of the plan: because it discounts what comes from another side,
        because the move may not work, because the move hurts it.
    words : dict
        Points more that a different vote of each leader would be worth, where that is more.
    swap : Swap or None
        The one term whose change would do most.
    ordinary : float
        Chance of the gate if a bare majority were enough.
    tally : Tally or None
        The count of votes in which it votes.
    """

    lacking: float
    stakes: Stakes
    crossed: tuple[str, ...]
    pardoned: float
    discounted: dict[str, float]
    unsure: dict[str, float]
    harmed: dict[str, float]
    words: dict[str, float]
    swap: Swap | None
    ordinary: float
    tally: Tally | None

    def met_by(self, points: float) -> bool:
        """Whether so many points are all that is lacking."""
        return points + TOLERANCE >= self.lacking
