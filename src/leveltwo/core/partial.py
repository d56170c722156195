"""What one block of deals adds to the map, and how such parts are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, WholeArray
from leveltwo.core.pareto import frontier

TOP = 10
"""How many of the likeliest deals are kept."""


@dataclass(frozen=True)
class Picks:
    """Some deals, in the order of their numbers.

    Parameters
    ----------
    number : IntArray
        Shape (deals,): which combination of options each is.
    values : FloatArray
        Shape (deals, sides): what each is worth to each side's negotiator, points.
    counts : IntArray
        Shape (deals, sides + 1): draws in which each side's gates pass, and all do.
    """

    number: IntArray
    values: FloatArray
    counts: WholeArray

    def __len__(self) -> int:
        """How many."""
        return len(self.number)

    def take(self, which: IntArray | BoolArray) -> Picks:
        """Some of them."""
        return Picks(self.number[which], self.values[which], self.counts[which])

    @staticmethod
    def join(parts: Sequence[Picks]) -> Picks:
        """Several together, the earlier first."""
        return Picks(
            np.concatenate([p.number for p in parts]),
            np.concatenate([p.values for p in parts]),
            np.concatenate([p.counts for p in parts]),
        )


@dataclass(frozen=True)
class Partial:
    """The map of some deals.

    Only deals that may matter are kept: the Pareto frontier of all of them, on which all that
    the bargaining rules pick lies, that of the overlap likewise, and the likeliest.

    Parameters
    ----------
    deals, overlap : int
        How many there are, and how many of them are in every side's win-set.
    histogram : IntArray
        Shape (sides + 1, draws + 1): deals by the number of draws in which they pass.
    edge, inside, likely : Picks
        The frontier of all deals; that of the overlap; the likeliest deals.
    """

    deals: int
    overlap: int
    histogram: IntArray
    edge: Picks
    inside: Picks
    likely: Picks


@dataclass(frozen=True)
class Ruler:
    """What a map is drawn by.

    Parameters
    ----------
    no_deal : FloatArray
        Shape (sides,): what no deal is worth to each negotiator, points.
    ours : int
        The side being advised.
    least : int
        Draws in which a deal must pass a side's gates to be in its win-set.
    draws : int
        Number of draws.
    """

    no_deal: FloatArray
    ours: int
    least: int
    draws: int

    def partial(self, deals: Picks) -> Partial:
        """The map of some deals. Time grows with deals."""
        passing = np.ones(len(deals), dtype=np.bool_)
        for side in range(deals.counts.shape[1] - 1):
            passing &= deals.counts[:, side] >= self.least
        return Partial(
            deals=len(deals),
            overlap=int(passing.sum()),
            histogram=np.stack(
                [np.bincount(column, minlength=self.draws + 1) for column in deals.counts.T]
            ),
            edge=self.edge(deals),
            inside=self.edge(deals.take(passing)),
            likely=self.likeliest(deals),
        )

    def merged(self, parts: Iterable[Partial], nothing: Partial) -> Partial:
        """Parts put together, in the order of their deals."""
        whole = nothing
        for part in parts:
            whole = Partial(
                whole.deals + part.deals,
                whole.overlap + part.overlap,
                whole.histogram + part.histogram,
                self.edge(Picks.join([whole.edge, part.edge])),
                self.edge(Picks.join([whole.inside, part.inside])),
                self.likeliest(Picks.join([whole.likely, part.likely])),
            )
        return whole

    def edge(self, deals: Picks) -> Picks:
        """Those on the frontier of values, or on that of gains, which rounding may tell apart."""
        if not len(deals):
            return deals
        on = np.union1d(frontier(deals.values), frontier(deals.values - self.no_deal))
        return deals.take(on)

    def likeliest(self, deals: Picks) -> Picks:
        """The `TOP` likeliest, of equals those best for the side being advised."""
        if len(deals) > TOP:
            deals = deals.take(_best(deals.counts[:, -1], self._ours(deals)))
        order = np.lexsort((-self._ours(deals), -deals.counts[:, -1]))
        return deals.take(np.sort(order[:TOP]))

    def ranked(self, likely: Picks) -> Picks:
        """The likeliest deals, best first."""
        return likely.take(np.lexsort((-self._ours(likely), -likely.counts[:, -1])))

    def _ours(self, deals: Picks) -> FloatArray:
        return np.asarray(deals.values[:, self.ours] - self.no_deal[self.ours])


def _best(count: WholeArray, ours: FloatArray) -> IntArray:
    """Deals among which the `TOP` likeliest lie: all above the last of them, and its equals."""
    last = np.partition(count, -TOP)[-TOP]
    equal = np.flatnonzero(count == last)
    if len(equal) > TOP:
        enough = np.partition(ours[equal], -TOP)[-TOP]
        equal = equal[ours[equal] >= enough]
    return np.union1d(np.flatnonzero(count > last), equal)
