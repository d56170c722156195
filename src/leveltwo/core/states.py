"""States of a dynamic programme: rows of whole numbers, each with its least cost in every draw."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray


def merged(states: IntArray, cost: FloatArray) -> tuple[IntArray, FloatArray, IntArray]:
    """Equal states as one.

    Parameters
    ----------
    states : IntArray
        Shape (ways, columns).
    cost : FloatArray
        Shape (ways, draws); infinite where there is no such way.

    Returns
    -------
    tuple
        States in lexicographic order, the least cost of each in every draw, and the first way that
        has it, of shape (states, draws). Time grows with ways × (log ways + draws).
    """
    order = np.lexsort(states.T[::-1])
    states, cost = states[order], cost[order]
    new = _new(states)
    first = np.flatnonzero(new)
    least = np.minimum.reduceat(cost, first, axis=0)
    has_it = cost == least[np.cumsum(new) - 1]
    place = np.where(has_it, np.arange(len(cost))[:, None], len(cost))
    winner = order[np.minimum.reduceat(place, first, axis=0)]
    kept = np.isfinite(least).any(axis=1)
    return states[first][kept], least[kept], winner[kept]


def undominated(states: IntArray, cost: FloatArray) -> BoolArray:
    """Shape (states,): those that no other makes superfluous.

    Of states in lexicographic order that differ in their last column alone, those are kept that are
    cheaper in some draw than all with a lower last column.
    """
    kept = np.ones(len(states), dtype=np.bool_)
    edges = [*np.flatnonzero(_new(states[:, :-1])).tolist(), len(states)]
    for start, stop in pairwise(edges):
        before = np.minimum.accumulate(cost[start:stop], axis=0)
        kept[start + 1 : stop] = (cost[start + 1 : stop] < before[:-1]).any(axis=1)
    return kept


def _new(rows: IntArray) -> BoolArray:
    """Shape (rows,): whether each differs from the one before."""
    new = np.ones(len(rows), dtype=np.bool_)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    return new
