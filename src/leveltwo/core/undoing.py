"""Undoing a gate: the fewest points that a rival must take from its voters, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.ballot import Ballot, ways_to_fail
from leveltwo.core.layout import GateRow
from leveltwo.core.prices import Steps, steps
from leveltwo.core.states import merged, undominated
from leveltwo.core.table import Table
from leveltwo.core.votes import crossed_lines, leanings

FOR, ABSTAINS, AGAINST = 0, 1, 2
CHUNK = 32
"""Draws worked on at a time."""


@dataclass(frozen=True)
class Undoing:
    """The cheapest way to break a gate.

    Parameters
    ----------
    points : FloatArray
        Shape (draws,): any more than so many points break it; 0 where it fails anyway,
        infinite where nothing that a rival takes could break it.
    taken : dict
        By constituency, shape (draws,): the points taken from it, 0 where infinite.
    """

    points: FloatArray
    taken: dict[str, FloatArray]


def cheapest(table: Table, chosen: IntArray, gate: GateRow, most: float = np.inf) -> Undoing:
    """The least total of points whose loss makes a gate fail.

    Parameters
    ----------
    table : Table
        The numbers.
    chosen : IntArray
        Shape (variables,), the plan.
    gate : GateRow
        The gate.
    most : float
        Points beyond which nobody asks: what takes more is told as infinite, which is faster.

    Returns
    -------
    Undoing
        Points may be taken from any constituency that has a vote in the gate or is followed,
        through others too, by one that has. A constituency loses points as a whole: all
        its members lose the same. Followers hear the votes that leaders then cast. The rival
        knows the draw.

    Notes
    -----
    A dynamic programme over constituencies, leaders first: priced bribery of weighted voting
    (Faliszewski, Hemaspaandra & Hemaspaandra 2009), extended to several counts at once, to
    members and to cues. A state is the sums so far of the counts still open, each clipped to
    where it still matters, and the votes of leaders whose followers are still to come. Where
    any one of several counts stops the gate, each is undone by itself and the cheapest taken.
    Time grows with constituencies × steps of each (3; up to 21 with members) × states;
    states are at most the distinct sums of one count, times 3 for each leader
    waiting, times the sums of other counts that must fail together with it.
    """
    own, crossed = leanings(table, chosen), crossed_lines(table.layout, chosen)
    return cheapest_at(table, own, crossed, gate, most)


def cheapest_at(
    table: Table, own: FloatArray, crossed: BoolArray, gate: GateRow, most: float = np.inf
) -> Undoing:
    """The same from margins before cues.

    Parameters
    ----------
    table : Table
        The numbers.
    own : FloatArray
        Shape (blocs, draws), as `votes.leanings` gives it.
    crossed : BoolArray
        Shape (blocs,), as `votes.crossed_lines` gives it.
    gate : GateRow
        The gate.
    most : float
        Points beyond which nobody asks.
    """
    ballots = [Ballot(table.layout, gate, n) for n in _ways(table, gate)]
    parts = [
        _cheapest_of(table.part(part), own[:, part], crossed, ballots, most)
        for part in (slice(start, start + CHUNK) for start in range(0, table.draws, CHUNK))
    ]
    people = sorted({who for part in parts for who in part.taken})
    return Undoing(
        np.concatenate([part.points for part in parts]),
        {who: np.concatenate([part.taken[who] for part in parts]) for who in people},
    )


def _ways(table: Table, gate: GateRow) -> list[int]:
    return list(dict.fromkeys(ways_to_fail(table.layout.thresholds, gate.node)))


def _cheapest_of(
    table: Table, own: FloatArray, crossed: BoolArray, ballots: list[Ballot], most: float
) -> Undoing:
    """The cheapest of the counts to undo, in each draw; of equals the first."""
    found = [_Programme(table, own, crossed, ballot, most).solve() for ballot in ballots]
    points = np.array([way.points for way in found])
    best = points.argmin(axis=0)
    taken: dict[str, FloatArray] = {}
    for i, way in enumerate(found):
        for who, spent in way.taken.items():
            taken[who] = np.where(best == i, spent, taken.get(who, 0.0))
    return Undoing(points.min(axis=0), taken)


@dataclass(frozen=True)
class _Layer:
    """How the states after one bloc came about.

    Parameters
    ----------
    winner : IntArray
        Shape (states, draws): the cheapest way there.
    before, step : IntArray
        Shape (ways,): the state it comes from, and the step that its bloc takes.
    price : FloatArray
        Shape (steps, draws).
    """

    winner: IntArray
    before: IntArray
    step: IntArray
    price: FloatArray


class _Programme:
    """The dynamic programme of one ballot.

    States are rows of whole numbers: votes of leaders still to be heard, then sums.
    """

    def __init__(
        self, table: Table, own: FloatArray, crossed: BoolArray, ballot: Ballot, most: float
    ) -> None:
        self.table = table
        self.own = own
        self.crossed = crossed
        self.ballot = ballot
        self.most = most
        self.leaders = {bloc: i for i, bloc in enumerate(ballot.heard_last)}

    def solve(self) -> Undoing:
        """The cheapest way to make the ballot's threshold fail."""
        ballot = self.ballot
        states = np.zeros((1, len(self.leaders) + len(ballot.nodes)), dtype=np.int64)
        cost = np.zeros((1, self.table.draws))
        layers = []
        for bloc in ballot.seats:
            states, cost, layer = self._after(bloc, states, cost)
            layers.append(layer)
        cost = np.where(states[:, -1:] < ballot.levels[-1], cost, np.inf)
        return Undoing(cost.min(axis=0), self._taken(layers, cost.argmin(axis=0), cost))

    def _taken(
        self, layers: list[_Layer], state: IntArray, cost: FloatArray
    ) -> dict[str, FloatArray]:
        """Follow the cheapest way back: what is taken from whom."""
        draws = np.arange(self.table.draws)
        possible = np.isfinite(cost.min(axis=0))
        taken = {}
        for bloc, layer in zip(reversed(self.ballot.seats), reversed(layers), strict=True):
            way = layer.winner[state, draws]
            who = self.table.layout.blocs[bloc].constituency
            taken[who] = np.where(possible, layer.price[layer.step[way], draws], 0.0)
            state = layer.before[way]
        return taken

    def _after(
        self, bloc: int, states: IntArray, cost: FloatArray
    ) -> tuple[IntArray, FloatArray, _Layer]:
        """States once a bloc has voted, for every step that it may take."""
        rows, costs, before, step, prices = [], [], [], [], []
        offset = 0
        for found, those in self._stepping(bloc, states):
            added = self._added(bloc, found)
            count = len(added)
            rows.append((states[those][:, None] + added).reshape(-1, states.shape[1]))
            costs.append((cost[those][:, None] + found.price).reshape(-1, self.table.draws))
            before.append(np.repeat(those, count))
            step.append(np.tile(np.arange(offset, offset + count), len(those)))
            prices.append(found.price)
            offset += count
        ways = np.concatenate(costs)
        within = (ways <= self.most).any(axis=1)
        reached = self._settled(bloc, np.concatenate(rows)[within])
        states, cost, winner = merged(reached, self._payable(ways[within]))
        if len(self.ballot.nodes) == 1:
            kept = undominated(states, cost)
            states, cost, winner = states[kept], cost[kept], winner[kept]
        from_, by = np.concatenate(before)[within], np.concatenate(step)[within]
        return states, cost, _Layer(winner, from_, by, np.concatenate(prices))

    def _payable(self, cost: FloatArray) -> FloatArray:
        """What a rival pays, infinite where that is more than anybody asks about."""
        return cost if np.isinf(self.most) else np.where(cost <= self.most, cost, np.inf)

    def _stepping(self, bloc: int, states: IntArray) -> Iterator[tuple[Steps, IntArray]]:
        """The steps of a bloc for every way in which its leaders vote, with the states so."""
        links = self.ballot.links(bloc)
        heard = states[:, [self.leaders[leader] for _, leader in links]]
        ways, which = np.unique(heard, axis=0, return_inverse=True)
        for i, votes in enumerate(ways.tolist()):
            margin = self.own[bloc].copy()
            for (cue, _), vote in zip(links, votes, strict=True):
                if vote != ABSTAINS:
                    table = self.table
                    margin += (table.cue_for if vote == FOR else table.cue_against)[cue]
            seats = self.ballot.seats[bloc]
            yield (
                steps(self.table, seats, margin, crossed=bool(self.crossed[bloc])),
                np.flatnonzero(which.ravel() == i),
            )

    def _added(self, bloc: int, found: Steps) -> IntArray:
        """Shape (steps, columns): what the bloc's votes add to a state."""
        for_, against = self.ballot.weights[bloc]
        added = np.zeros((len(found.price), len(self.leaders) + len(for_[0])), dtype=np.int64)
        added[:, len(self.leaders) :] = found.for_ @ for_ + found.against @ against
        if bloc in self.leaders:
            own = np.where(found.for_[:, 0], FOR, np.where(found.against[:, 0], AGAINST, ABSTAINS))
            added[:, self.leaders[bloc]] = own
        return added

    def _settled(self, bloc: int, states: IntArray) -> IntArray:
        """Forget leaders heard by all, close counts, and clip sums to where they still matter."""
        ballot, now = self.ballot, self.ballot.position[bloc]
        for leader, column in self.leaders.items():
            if ballot.heard_last[leader] <= now:
                states[:, column] = 0
        sums = states[:, len(self.leaders) :]
        least, most = (part[now] for part in ballot.ahead)
        for n, parents in enumerate(ballot.parents):
            if ballot.closing[n] == now:
                for parent, weight in parents:
                    sums[:, parent] += weight * (sums[:, n] >= ballot.levels[n])
            if ballot.closing[n] <= now and parents:
                sums[:, n] = 0
        live = np.array(
            [c > now or not p for c, p in zip(ballot.closing, ballot.parents, strict=True)]
        )
        low, high = ballot.levels - most - 1, ballot.levels - least
        sums[:, live] = np.clip(sums, low, high)[:, live]
        return states
