"""Ways: sets of votes whose loss breaks a gate, none of which could be left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.heights import Heights
from leveltwo.core.layout import GateRow
from leveltwo.core.pivots import gate_passes
from leveltwo.core.table import Table
from leveltwo.core.undoing import cheapest_at

Way = tuple[int, ...]
"""Of each person who loses votes, the highest vote lost; everybody's lower votes go with it."""
SHORT = 1e-5
"""Points by which an attack may be cheaper than asked, since the solver rounds."""
ORDERS = 16
"""Orders in which votes are given back."""


class Attacks:
    """The attacks on a gate by a rival with some budget.

    Parameters
    ----------
    table : Table
        One draw.
    gate : GateRow
        The gate.
    heights : Heights
        Where its people stand, the order of each person's votes among them.
    budget : float
        Points that every attack must take.
    """

    def __init__(self, table: Table, gate: GateRow, heights: Heights, budget: float) -> None:
        deaf = np.zeros_like(table.cue_for)
        self._table = replace(table, cue_for=deaf, cue_against=deaf)
        self._gate, self._heights, self._budget = gate, heights, budget
        self._can = np.isfinite(heights.height)
        rank = np.empty(len(heights.seat), dtype=np.int64)
        rank[np.argsort(-heights.height, kind="stable")] = np.arange(len(rank))
        together = heights.person[:, None] == heights.person
        self._above = together & (rank[:, None] > rank)
        self._orders = np.array([_order(heights, rank, seed) for seed in range(ORDERS)])

    def on(self, height: FloatArray) -> list[Way]:
        """Ways of breaking the gate for less than the budget.

        Parameters
        ----------
        height : FloatArray
            Shape (seats,), points: how high each vote stands, below 0 if it is lost.

        Returns
        -------
        list of tuple of int
            In ascending order, none if every attack takes the budget. The cheapest attack is found
            (`undoing.cheapest_at`), and votes not needed for it are given back one by one, in
            several orders: what is left each time breaks the gate, costs no more, and asks more
            of those who must prevent it. Time grows with that attack, and with orders × seats.
        """
        here = self._heights
        own, offset = np.zeros_like(self._table.base), np.zeros_like(self._table.offset)
        offset[here.seat, 0] = here.level + height
        table = replace(self._table, offset=offset)
        crossed = np.zeros(len(own), dtype=np.bool_)
        found = cheapest_at(table, own, crossed, self._gate)
        if found.points[0] >= self._budget - SHORT:
            return []
        spent = np.array([float(found.taken.get(who, np.zeros(1))[0]) for who in here.people])
        lost = height <= np.maximum(spent, 0.0)[here.person] + SHORT
        return sorted({self._tops(left) for left in self._least(lost | ~self._can).T})

    def _least(self, lost: BoolArray) -> BoolArray:
        """Shape (seats, orders): lost votes, of which none can be given back."""
        every = np.arange(ORDERS)
        left = np.repeat(lost[:, None], ORDERS, axis=1)
        for seat in self._orders.T:
            without = left.copy()
            without[seat, every] = False
            held_down = (self._above[seat] & left.T).any(axis=1) | ~self._can[seat]
            left = np.where(held_down | self._passes(without), left, without)
        return left

    def _passes(self, lost: BoolArray) -> BoolArray:
        """Shape (orders,): whether the gate passes all the same."""
        layout = self._table.layout
        for_ = np.ones((len(layout.voters), lost.shape[1]), dtype=np.bool_)
        for_[self._heights.seat] = ~lost
        return gate_passes(layout, self._gate, for_, ~for_)

    def _tops(self, lost: BoolArray) -> Way:
        """Of each person the highest vote lost that they could have kept."""
        here, tops = self._heights, []
        for i in range(len(here.people)):
            those = np.flatnonzero(lost & self._can & (here.person == i))
            if len(those):
                tops.append(int(those[np.argmax(here.height[those])]))
        return tuple(tops)


def _order(heights: Heights, rank: IntArray, seed: int) -> IntArray:
    """Shape (seats,): all votes in a random order, but each person's own from the highest."""
    turn = np.random.default_rng(seed).random(len(rank))
    for i in range(len(heights.people)):
        those = np.flatnonzero(heights.person == i)
        turn[those[np.argsort(rank[those])]] = np.sort(turn[those])
    return np.argsort(turn)
