"""The Pareto frontier: deals that no other beats for one negotiator without loss to another."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray

DECIMALS = 9
"""Values are compared after rounding to so many decimals."""
CHUNK = 512


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
