"""Map: which deals each side could get approved, and which of them negotiators would pick."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.bargaining import solutions
from leveltwo.core.choice import decode, encode
from leveltwo.core.compile import compile_table
from leveltwo.core.deals import all_deals
from leveltwo.core.layout import Layout
from leveltwo.core.pareto import frontier
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.core.winset import Progress, chances
from leveltwo.model.deal import Deal

CLOSE = 1e-9
FRONTIER_SHOWN = 50


@dataclass(frozen=True)
class Spot:
    """A deal on the map.

    Parameters
    ----------
    deal : dict
        The deal.
    chance : float
        Chance that it passes all gates.
    sides : dict
        Chance at each side's gates.
    gains : dict
        Mean gain of each side's negotiator over no deal, points.
    """

    deal: Deal
    chance: float
    sides: dict[str, float]
    gains: dict[str, float]


@dataclass(frozen=True)
class Map:
    """The deal space mapped.

    Parameters
    ----------
    sample : Sample
        The draws.
    moves : tuple of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing.
    deals : int
        Deals that the rules allow.
    winsets : dict
        Size of each side's win-set.
    overlap : int
        Deals in every side's win-set.
    pareto : int
        Points on the frontier of the negotiators' values, gates apart.
    frontier : tuple of Spot
        Deals of the frontier (the first 50 if there are more).
    solutions : dict
        What each rule picks within the overlap; None where there is nothing to pick.
    at_the_table : dict
        What each rule would pick if only the negotiators had to agree.
    likeliest : Spot or None
        The deal with the best chance at all gates, of equals the best for our negotiator.
    """

    sample: Sample
    moves: tuple[str, ...]
    confidence: float
    deals: int
    winsets: dict[str, int]
    overlap: int
    pareto: int
    frontier: tuple[Spot, ...]
    solutions: dict[str, Spot | None]
    at_the_table: dict[str, Spot | None]
    likeliest: Spot | None


def map_deals(
    layout: Layout,
    sample: Sample,
    moves: Collection[str],
    confidence: float,
    progress: Progress | None = None,
) -> Map:
    """Map every allowed deal. Time grows with deals × draws × voters.

    Raises
    ------
    TooLarge
        If there are too many deals to list.
    """
    table = compile_table(layout, sample.all_at_once(layout.case))
    deals = all_deals(layout, moves)
    return _Mapper(table, deals, chances(table, deals, moves, progress)).map(
        sample, tuple(sorted(moves)), confidence
    )


class _Mapper:
    """The chances and gains of all deals."""

    def __init__(self, table: Table, deals: IntArray, passing: FloatArray) -> None:
        self.layout = table.layout
        self.case = table.layout.case
        self.sides = sorted(self.case.sides)
        self.deals = deals
        self.chance = passing
        self.values = np.column_stack([self._values(table, side) for side in self.sides])
        no_deal = np.array([np.mean(table.no_deal[side]) for side in self.sides])
        self.gains = self.values - no_deal

    def _values(self, table: Table, side: str) -> FloatArray:
        worth = table.worth[side].mean(axis=1)
        issues = [v for v in self.layout.variables if not v.is_move]
        total = np.zeros(len(self.deals))
        for k, variable in enumerate(issues):
            total += worth[variable.first + self.deals[:, k]]
        return total

    def map(self, sample: Sample, moves: tuple[str, ...], confidence: float) -> Map:
        """Put the map together."""
        inside = self.chance[:, :-1] >= confidence - CLOSE
        overlap = np.flatnonzero(inside.all(axis=1))
        edge = frontier(self.values) if len(self.deals) else np.empty(0, dtype=np.int64)
        everything = np.arange(len(self.deals))
        return Map(
            sample=sample,
            moves=moves,
            confidence=confidence,
            deals=len(self.deals),
            winsets={s: int(inside[:, self.sides.index(s)].sum()) for s in self.case.sides},
            overlap=len(overlap),
            pareto=len(edge),
            frontier=tuple(self.spot(i) for i in edge[:FRONTIER_SHOWN].tolist()),
            solutions=self._solve(overlap),
            at_the_table=self._solve(everything),
            likeliest=self._likeliest(),
        )

    def spot(self, i: int) -> Spot:
        """One deal of the map."""
        options = iter(self.deals[i].tolist())
        deal = {v.key: v.options[next(options)] for v in self.layout.variables if not v.is_move}
        plan = decode(self.layout, encode(self.layout, deal))
        by_side = dict(zip(self.sides, range(len(self.sides)), strict=True))
        return Spot(
            deal=plan.deal,
            chance=float(self.chance[i, -1]),
            sides={s: float(self.chance[i, by_side[s]]) for s in self.case.sides},
            gains={s: float(self.gains[i, by_side[s]]) for s in self.case.sides},
        )

    def _solve(self, among: IntArray) -> dict[str, Spot | None]:
        picked = solutions(self.gains[among])
        return {rule: None if i is None else self.spot(int(among[i])) for rule, i in picked.items()}

    def _likeliest(self) -> Spot | None:
        if not len(self.deals):
            return None
        ours = self.gains[:, self.sides.index(self.case.viewpoint)]
        return self.spot(int(np.lexsort((-ours, -self.chance[:, -1]))[0]))
