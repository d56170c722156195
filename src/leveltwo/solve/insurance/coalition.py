"""Whom to count on: whether a larger coalition is cheaper to hold than a bare one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.heights import Heights, heights
from leveltwo.core.layout import GateRow
from leveltwo.core.levelling import levelled
from leveltwo.core.table import Table
from leveltwo.core.undoing import cheapest_at
from leveltwo.core.votes import crossed_lines, leanings
from leveltwo.solve.insurance.covering import Covering, TooManyWays

EQUAL = 1e-5


class Unpriced(StrEnum):
    """Why it is not worked out whom to count on."""

    ABSTENTION = "abstention"
    TOO_MANY = "too_many_ways"


@dataclass(frozen=True)
class Coalition:
    """Some people whom one counts on, and what it takes to hold them.

    Parameters
    ----------
    cost : float
        Points to be added to them in all.
    added : dict
        Points to be added to each, by constituency; 0 left out.
    standing : tuple of str
        Those with a vote that stands then.
    """

    cost: float
    added: dict[str, float]
    standing: tuple[str, ...]


@dataclass(frozen=True)
class Coalitions:
    """A bare coalition beside the cheapest one.

    Parameters
    ----------
    people : int
        How many constituencies the gate asks.
    bare : Coalition or None
        Each of those counted on is held alone against all that the rival has, so that
        nobody needs to be spared; None if no points win enough of them, or it is not known.
    bare_known : bool
        Whether it was worked out.
    best : Coalition or None
        The cheapest of all.
    sizes : dict
        Where all have equal votes in one count: by how many are counted on, the points it takes.
    withstands : float or None
        Where somebody follows somebody: the points that a rival needs against the cheapest, once
        followers hear how leaders then vote; infinite if nothing will do.
    """

    people: int
    bare: Coalition | None
    bare_known: bool
    best: Coalition | None
    sizes: dict[int, float]
    withstands: float | None = None

    @property
    def wider_is_cheaper(self) -> bool:
        """Whether counting on more than a bare coalition saves points."""
        if self.bare is None or self.best is None:
            return False
        return self.best.cost < self.bare.cost - EQUAL


def coalitions(
    table: Table, chosen: IntArray, gate: GateRow, budget: float
) -> Coalitions | Unpriced:
    """The cheapest coalitions that a rival needs at least a budget to break.

    Parameters
    ----------
    table : Table
        The numbers; its first draw counts.
    chosen : IntArray
        Shape (variables,), the plan.
    gate : GateRow
        The gate, any tree of rules.
    budget : float
        Points, above 0, that the rival has; it spreads them as it likes, and moves last.

    Returns
    -------
    Coalitions or Unpriced
        Each point added to somebody is taken to cost the same (Groseclose & Snyder 1996); all
        members of a constituency gain by it. Exact, or the reason why there is no answer.
        Those who follow somebody are taken to hear what they hear as the plan stands;
        `withstands` says what comes of it when they do not. Equal votes in one count are
        levelled (`levelled`), in people² × log people; other rules are covered (`Covering`).
    """
    found = heights(table, chosen, gate)
    if found is None:
        return Unpriced.ABSTENTION
    one = table.part(slice(0, 1))
    needed = _needed(table, gate) if found.one_each else None
    try:
        result = (
            _covered(one, gate, found, budget)
            if needed is None
            else _levelled(found, needed, budget)
        )
    except TooManyWays:
        return Unpriced.TOO_MANY
    if not found.hearing or result.best is None:
        return result
    return replace(result, withstands=_withstood(one, chosen, gate, result.best.added))


def _withstood(table: Table, chosen: IntArray, gate: GateRow, added: dict[str, float]) -> float:
    """Points that break a gate once some are added to people and followers hear the votes."""
    own = leanings(table, chosen)
    for i, bloc in enumerate(table.layout.blocs):
        own[i] += added.get(bloc.constituency, 0.0)
    crossed = crossed_lines(table.layout, chosen)
    return float(cheapest_at(table, own, crossed, gate).points[0])


def _needed(table: Table, gate: GateRow) -> int | None:
    """How many of equal votes one count needs; None for any other rule."""
    node = table.layout.thresholds.nodes[gate.node]
    for_, against = set(node.for_.values()), set(node.against.values())
    voters = len(node.for_)
    if len(gate.nodes) > 1 or len(for_) != 1 or len(against) > 1:
        return None
    won, lost = next(iter(for_)), next(iter(against), 0)
    enough = (n for n in range(1, voters + 1) if n * won + (voters - n) * lost >= node.level)
    return next(enough, None)


def _levelled(found: Heights, needed: int, budget: float) -> Coalitions:
    sizes = range(needed, len(found.people) + 1)
    after = {size: levelled(found.height, size, needed, budget) for size in sizes}
    won = {
        size: _told(found, _raised(found, high)) for size, high in after.items() if high is not None
    }
    best = min(won, key=lambda size: (round(won[size].cost, 6), size), default=None)
    return Coalitions(
        people=len(found.people),
        bare=won.get(needed),
        bare_known=True,
        best=None if best is None else won[best],
        sizes={size: option.cost for size, option in won.items()},
    )


def _raised(found: Heights, after: FloatArray) -> FloatArray:
    """Shape (people,): points added, where everybody has one vote."""
    more = np.zeros(len(after))
    return np.subtract(after, found.height, out=more, where=np.isfinite(after))


def _covered(table: Table, gate: GateRow, found: Heights, budget: float) -> Coalitions:
    covering = Covering(table, gate, found, budget)
    best, bare, known = covering.best(), None, True
    try:
        bare = covering.bare()
    except TooManyWays:
        known = False
    return Coalitions(
        people=len(found.people),
        bare=None if bare is None else _told(found, bare),
        bare_known=known,
        best=None if best is None else _told(found, best),
        sizes={},
    )


def _told(found: Heights, added: FloatArray) -> Coalition:
    """A coalition from the points added to each person."""
    points = dict(zip(found.people, np.where(added > EQUAL, added, 0.0).tolist(), strict=True))
    raised = found.height + added[found.person]
    standing = {found.people[i] for i in found.person[raised >= -EQUAL].tolist()}
    return Coalition(
        cost=sum(points.values()),
        added={who: more for who, more in points.items() if more},
        standing=tuple(who for who in found.people if who in standing),
    )
