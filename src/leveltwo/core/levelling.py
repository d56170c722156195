"""Levelling: the least that keeps a coalition of equal votes together against a rival."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import FloatArray


def levelled(height: FloatArray, counted: int, needed: int, budget: float) -> FloatArray | None:
    """The least heights of a coalition that a rival cannot break with less than its budget.

    Parameters
    ----------
    height : FloatArray
        Shape (people,), points: where each stands; minus infinity where no points win them.
    counted : int
        How many are counted on: the highest, at least as many as needed.
    needed : int
        How many must stay.
    budget : float
        Points, at least 0, that the rival must need, spread as it likes.

    Returns
    -------
    FloatArray or None
        Shape (people,): how high each stands afterwards, minus infinity for those not counted on;
        None if not so many can be won. Their total less where they stood is the least there is.

    Notes
    -----
    Groseclose & Snyder 1996, proposition 1 (levelling), for any heights to begin with. The rival
    takes the ``r = counted − needed + 1`` lowest. The sum f of the r lowest of some heights y is
    ``max over t of r t − Σ max(0, t − y)``: at most f for any t, and equal at the r-th lowest.
    So the coalition holds just if some t makes that at least the budget; for a given t
    one point of height counts one point, as long as it lies below t. The shortfall
    ``budget − r t + Σ max(0, t − b)``, with b the heights once all counted on are just won, is
    convex in t and least at the r-th lowest b, or at budget/r if that is more, below which no t
    will do. Raising the lowest to one level makes it up. Whom to count on: exchanging one for
    somebody higher costs no more. Time grows with people × log people.
    """
    highest = np.argsort(-height, kind="stable")[:counted]
    if not np.isfinite(height[highest]).all():
        return None
    base = np.maximum(height[highest[::-1]], 0.0)
    taken = counted - needed + 1
    top = max(budget / taken, float(base[taken - 1]))
    lacking = budget - taken * top + float(np.maximum(top - base, 0.0).sum())
    found = np.full(len(height), -np.inf)
    found[highest[::-1]] = np.maximum(base, _level(base, lacking))
    return found


def _level(base: FloatArray, more: float) -> float:
    """The level to which so many points raise the lowest of heights in ascending order."""
    if more <= 0:
        return 0.0
    sizes = np.arange(1, len(base) + 1)
    levels: FloatArray = (np.cumsum(base) + more) / sizes
    above = np.append(base[1:], np.inf)
    return float(levels[np.argmax(levels <= above)])
