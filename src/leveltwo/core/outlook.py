"""Outlook: in which draws a plan must pass, or may, while it is open who will hear whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import TOLERANCE, BoolArray, FloatArray
from leveltwo.core.layout import GateRow
from leveltwo.core.listening import Ballots, Listening


@dataclass(frozen=True)
class Outlook:
    """What is settled.

    Parameters
    ----------
    surely, possibly : BoolArray
        Shape (draws,): whether the plan passes however those who are still to vote hear each
        other, and whether it may.
    """

    surely: BoolArray
    possibly: BoolArray


def outlook(listening: Listening, ballots: Ballots, done: int, people: Collection[str]) -> Outlook:
    """What is settled once some have voted.

    Parameters
    ----------
    listening : Listening
        The plan in numbers.
    ballots : Ballots
        Filled in for those who have voted.
    done : int
        How many of `listening.everybody` have voted.
    people : collection of str
        Those approached one after the other.

    Returns
    -------
    Outlook
        Whoever is still to vote may hear, in each draw anew, any of the leaders approached, so
        no order can do better or worse. Time grows with draws × (voters + links + votes of the
        gates).
    """
    may = _May(listening, ballots)
    for who in listening.everybody[done:]:
        may.open(who, people)
    surely, possibly = np.ones((2, listening.draws), dtype=np.bool_)
    for gate in listening.approvals:
        low, high = may.sums(gate)
        surely &= listening.layout.thresholds.settled(low, gate.nodes)[-1]
        possibly &= listening.layout.thresholds.settled(high, gate.nodes)[-1]
    return Outlook(surely, possibly)


class _May:
    """How each voter may still vote: shape (voters, draws) each."""

    def __init__(self, listening: Listening, ballots: Ballots) -> None:
        self.listening = listening
        self.for_ = ballots.for_.copy()
        self.against = ballots.against.copy()
        self.abstain = ~(self.for_ | self.against)

    def open(self, who: str, people: Collection[str]) -> None:
        """Work out how somebody may vote who has not, from how their leaders may."""
        listening = self.listening
        rows = list(listening.blocs[who])
        low, high = listening.own[rows], listening.own[rows]
        for leader, numbers in listening.cues[who].items():
            if who in people and leader not in people:
                continue
            for i in numbers:
                row = rows.index(listening.layout.cues[i].follower)
                least, most = self._cue(i, unheard=who in people)
                low[row] += least
                high[row] += most
        self._stand(who, low, high)

    def _cue(self, i: int, *, unheard: bool) -> tuple[FloatArray, FloatArray]:
        """The least and the most that a link may add."""
        leader = self.listening.layout.cues[i].leader
        plus, minus = self.listening.plus[i], self.listening.minus[i]
        for_, against = self.for_[leader], self.against[leader]
        silent = np.ones_like(for_) if unheard else self.abstain[leader]
        return _ends([(for_, plus), (against, minus), (silent, np.zeros_like(plus))])

    def _stand(self, who: str, low: FloatArray, high: FloatArray) -> None:
        listening, seats = self.listening, self.listening.seats[who]
        bloc = np.array([listening.layout.voters[seat].bloc for seat in seats])
        row = np.searchsorted(listening.blocs[who], bloc)
        low, high = low[row] + listening.offset[seats], high[row] + listening.offset[seats]
        band, crossed = listening.band[bloc], listening.crossed[bloc][:, None]
        for_, against = band - TOLERANCE, -band - TOLERANCE
        self.for_[seats] = (high >= for_) & ~crossed
        self.against[seats] = (low < against) | crossed
        self.abstain[seats] = (low < for_) & (high >= against) & (against < for_) & ~crossed

    def sums(self, gate: GateRow) -> tuple[FloatArray, FloatArray]:
        """Shape (nodes, draws) each: the least and the most that votes may add to thresholds."""
        low = np.zeros((len(gate.nodes), self.listening.draws))
        high = np.zeros_like(low)
        for row, i in enumerate(gate.nodes):
            node = self.listening.layout.thresholds.nodes[i]
            seats = sorted({*node.for_, *node.against})
            if seats:
                for_ = np.array([[float(node.for_.get(seat, 0))] for seat in seats])
                against = np.array([[float(node.against.get(seat, 0))] for seat in seats])
                parts = [(self.for_[seats], for_), (self.against[seats], against)]
                least, most = _ends([*parts, (self.abstain[seats], np.zeros_like(for_))])
                low[row], high[row] = least.sum(axis=0), most.sum(axis=0)
        return low, high


def _ends(ways: list[tuple[BoolArray, FloatArray]]) -> tuple[FloatArray, FloatArray]:
    """The least and the greatest among the numbers that are possible, at least one of them."""
    least = np.min([np.where(may, number, np.inf) for may, number in ways], axis=0)
    most = np.max([np.where(may, number, -np.inf) for may, number in ways], axis=0)
    return least, most
