"""Covering: the least points that make every way of breaking a gate dear enough."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.heights import Heights
from leveltwo.core.layout import GateRow
from leveltwo.core.table import Table
from leveltwo.solve.insurance.passing import passing
from leveltwo.solve.insurance.ways import SHORT, Attacks, Way

MOST_WAYS = 150
"""Ways of breaking a gate that are looked at before giving up."""
NEVER = -1.0
"""How high stands a vote that is not counted on: below the level, so that a rival pays nothing."""


Solved = tuple[FloatArray, BoolArray]
"""Points added, shape (people,), and which votes are counted on, shape (seats,)."""
Rows = tuple[FloatArray, float, float]
"""Linear rules: shape (rules, variables), and between what each sum must lie."""
Stand = Callable[[FloatArray, BoolArray], FloatArray]
"""From those, how high each vote then stands, shape (seats,)."""


class TooManyWays(Exception):
    """The gate can be broken in more ways than are looked at."""

    def __init__(self, most: int) -> None:
        super().__init__(f"more than {most} ways to break the gate")


class Covering:
    """A gate, those who vote in it, and the ways found of breaking it.

    Parameters
    ----------
    table : Table
        One draw.
    gate : GateRow
        The gate.
    heights : Heights
        Where its people stand; somewhere not at minus infinity.
    budget : float
        Points, above 0, that every way of breaking it must take.
    most : int
        If more ways than these have to be looked at, it gives up.

    Notes
    -----
    Those who follow somebody hear what they hear as the plan stands. Let x be the points added to
    each person, and y = max(0, height + x) how high each vote stands then. A gate is a
    monotone rule, so it is broken just when all votes of some blocking set are lost; from each
    person a rival takes the y of the highest vote lost there. So the gate holds against a
    budget just if for every blocking set those y sum up to the budget or more: a cover, linear in
    y, whatever the rule. A vote that lacks points is won at once or not at all: a mixed-integer
    programme. Blocking sets are many, so only those are kept that some answer so far
    violates (Dantzig, Fulkerson & Johnson 1954): those within the cheapest attack on it, several
    at a time (`ways.Attacks`). An answer that no attack violates meets all, and is the best of a
    looser programme: so it is the best. From the start the gate must pass with the votes that are
    won (`passing`), which is what blocking sets without a rival come to. Each round adds a
    set that was not there; time is rounds × (one programme + one attack), and there may be as many
    rounds as minimal blocking sets.
    """

    def __init__(
        self,
        table: Table,
        gate: GateRow,
        heights: Heights,
        budget: float,
        most: int = MOST_WAYS,
    ) -> None:
        self._heights, self._budget, self._most = heights, budget, most
        self._attacks = Attacks(table, gate, heights, budget)
        self._rule = passing(gate, table.layout.thresholds, heights.seat)
        self._ways: list[Way] = []
        self._won = heights.height >= 0
        self._can = np.isfinite(heights.height)
        self._height = np.where(self._can, heights.height, -1.0)
        lacking = np.maximum(-self._height, 0.0)
        self._last = np.zeros(len(heights.people))
        np.maximum.at(self._last, heights.person, np.where(self._can, lacking + budget, 0.0))

    def best(self) -> FloatArray | None:
        """Shape (people,): points to be added that cost least; None if nothing will do.

        Raises
        ------
        TooManyWays
            If there are too many ways of breaking the gate.
        """
        return self._covered(self._of_heights, lambda x, _: self._after(x))

    def bare(self) -> FloatArray | None:
        """The same if each vote counted on must by itself take the budget; raises alike."""
        return self._covered(self._of_votes, lambda _, won: np.where(won, self._budget, NEVER))

    def _after(self, added: FloatArray) -> FloatArray:
        """Shape (seats,): how high each vote stands; `NEVER` where it is lost."""
        raised = self._height + added[self._heights.person]
        lost = (raised <= SHORT) & ~self._won | ~self._can
        return np.where(lost, NEVER, raised)

    def _of_heights(self) -> Solved | None:
        """The programme of `best`: points by person, then height and whether won by seat.

        All in units of the budget; heights are cut off there, where no more is needed.
        """
        people, seats = len(self._heights.people), len(self._heights.seat)
        who = np.eye(people)[self._heights.person]
        height = np.diag(self._height / self._budget)
        one, ways = np.eye(seats), self._matrix()
        found = self._solved(
            np.repeat([1.0, 0.0, 0.0], [people, seats, seats]),
            np.concatenate([np.zeros(people + seats), self._won]),
            np.concatenate([self._last / self._budget, self._can, self._can]),
            [
                (np.hstack([-who, one, -height]), -np.inf, 0.0),
                (np.hstack([0 * who, one, -one]), -np.inf, 0.0),
                (np.hstack([np.zeros((len(ways), people)), ways, 0 * ways]), 1.0, np.inf),
            ],
        )
        return None if found is None else (self._budget * found[0], found[1])

    def _of_votes(self) -> Solved | None:
        """The programme of `bare`: points by person, then whether counted on by seat."""
        people, seats = len(self._heights.people), len(self._heights.seat)
        who = np.eye(people)[self._heights.person]
        lacking = np.maximum(1.0 - self._height / self._budget, 0.0)
        ways = self._matrix()
        found = self._solved(
            np.repeat([1.0, 0.0], [people, seats]),
            np.zeros(people + seats),
            np.concatenate([self._last / self._budget, self._can]),
            [
                (np.hstack([who, -np.diag(lacking)]), 0.0, np.inf),
                (np.hstack([np.zeros((len(ways), people)), ways]), 1.0, np.inf),
            ],
        )
        return None if found is None else (self._budget * found[0], found[1])

    def _solved(
        self, cost: FloatArray, low: FloatArray, high: FloatArray, rules: list[Rows]
    ) -> Solved | None:
        """Points by person and which votes are counted on: the last variables, yes or no.

        With these the gate must pass, or the rival would need nothing: more than the ways
        found so far may say, so that votes which are too few are not even tried.
        """
        people, seats = len(self._heights.people), len(self._heights.seat)
        votes, parts = self._rule
        free = np.zeros((len(votes), len(cost) - seats))
        wide = ((0, 0), (0, len(parts)))
        known = [LinearConstraint(np.pad(rows, wide), least, most) for rows, least, most in rules]
        found = milp(
            np.concatenate([cost, np.zeros(len(parts))]),
            integrality=np.repeat([0, 1], [len(cost) - seats, seats + len(parts)]),
            bounds=Bounds(
                np.concatenate([low, np.arange(len(parts)) == len(parts) - 1]),
                np.concatenate([high, np.ones(len(parts))]),
            ),
            constraints=[*known, LinearConstraint(np.hstack([free, votes, parts]), lb=0.0)],
            options={"mip_rel_gap": 0.0},
        )
        if found.x is None:
            return None
        return np.maximum(found.x[:people], 0.0), found.x[len(cost) - seats : len(cost)] > 0.5

    def _covered(self, solve: Callable[[], Solved | None], stand: Stand) -> FloatArray | None:
        """Answer, attack, remember the attack, until none is too cheap."""
        self._ways = []
        while len(self._ways) <= self._most:
            found = solve()
            if found is None:
                return None
            new = [way for way in self._attacks.on(stand(*found)) if way not in self._ways]
            if not new:
                return found[0]
            self._ways += new
        raise TooManyWays(self._most)

    def _matrix(self) -> FloatArray:
        """Shape (ways, seats): 1 for the highest vote lost of each person."""
        rows = [[float(k in way) for k in range(len(self._heights.seat))] for way in self._ways]
        return np.array(rows).reshape(len(rows), len(self._heights.seat))
