"""The Pareto frontier: deals that no other beats for one negotiator without loss to another."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray

DECIMALS = 9
"""Values are compared after rounding to so many decimals."""
CHUNK = 512
CLEARLY = 2 * 10.0**-DECIMALS
"""Points by which one value must lie below another to stay below it when both are rounded."""
FAVOUR = 4.0
"""How much more one negotiator's points count in looking for strong deals on its side."""


def frontier(values: FloatArray) -> IntArray:
    """Deals on the frontier, one for each distinct point.

    Parameters
    ----------
    values : FloatArray
        Shape (deals, negotiators).

    Returns
    -------
    IntArray
        Indices of the first deal of every value vector that no deal dominates (at least as
        good for all and better for one), by falling value to the first negotiator. Time
        grows with deals × log deals for two negotiators, with deals × frontier for more.
    """
    rounded = np.round(values, DECIMALS) + 0.0
    points, first = np.unique(-rounded, axis=0, return_index=True)
    keep = _undominated_pairs(points) if points.shape[1] == 2 else _undominated(points)
    return np.asarray(first[keep])


def shortlist(values: FloatArray) -> IntArray:
    """Deals that no strong one clearly beats: all of the frontier, and few others.

    Strong are the deals with the largest sum of values and, for each negotiator, with the
    largest sum in which its own, or that of the others, counts `FAVOUR` times.

    Parameters
    ----------
    values : FloatArray
        Shape (deals, negotiators); at least one deal.

    Returns
    -------
    IntArray
        Indices, ascending. Time grows with deals × negotiators².
    """
    sides = values.shape[1]
    favours = np.ones((2 * sides + 1, sides))
    favours[1 : sides + 1] += (FAVOUR - 1) * np.eye(sides)
    favours[sides + 1 :] += (1 / FAVOUR - 1) * np.eye(sides)
    strong = np.unique(np.argmax(favours @ values.T, axis=1))
    left = np.arange(len(values))
    for best in values[strong]:
        left = left[(values[left] > best - CLEARLY).any(axis=1)]
    return left


def _undominated_pairs(points: FloatArray) -> BoolArray:
    """Of distinct points sorted from best first value down: those whose second beats all before."""
    best_before = np.minimum.accumulate(np.concatenate([[np.inf], points[:-1, 1]]))
    return np.asarray(points[:, 1] < best_before)


def _undominated(points: FloatArray) -> BoolArray:
    """Of distinct points sorted lexicographically: those that none before is as low as in all."""
    keep = np.zeros(len(points), dtype=np.bool_)
    kept = np.empty((0, points.shape[1]))
    for start in range(0, len(points), CHUNK):
        chunk = points[start : start + CHUNK]
        beaten = np.any(np.all(kept[None] <= chunk[:, None], axis=2), axis=1)
        for i in np.flatnonzero(~beaten).tolist():
            if not np.all(kept <= chunk[i], axis=1).any():
                keep[start + i] = True
                kept = np.vstack([kept, chunk[i]])
    return keep
