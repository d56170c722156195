"""What is maximised, over which plans, and subject to what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leveltwo.model.deal import Deal


class Goal(StrEnum):
    """What a search is for."""

    VALUE = "value"
    COST = "cost"
    CHANCE = "chance"


@dataclass(frozen=True)
class Objective:
    """One question to the search.

    Parameters
    ----------
    goal : Goal
        The most value, mean over draws of [all gates pass] × (our negotiator's value
        − no deal), less the cost of our moves; or the least cost; or the best chance.
    floor : float
        The least chance, over the draws, that all gates pass.
    deal : dict or None
        The deal, if it is given.
    moves : frozenset of str or None
        Moves that may be used; None for all of the viewpoint's moves that may be recommended.
    sides : frozenset of str or None
        Sides whose gates must pass; None for all.
    """

    goal: Goal = Goal.VALUE
    floor: float = 0.0
    deal: Deal | None = None
    moves: frozenset[str] | None = None
    sides: frozenset[str] | None = None
