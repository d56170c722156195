"""The Pareto frontier: deals that no other beats for one negotiator without loss to another."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray

DECIMALS = 9
"""Values are compared after rounding to so many decimals."""
APART = 4e-9
"""Values whose sums differ by more, for each negotiator, differ after rounding too."""
WINDOW = 256
"""Points that all others are compared with before anything is sorted."""
SAMPLE = 1024


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
        good for all and better for one), by falling value to the first negotiator, then to the
        second, and so on.

    Notes
    -----
    Deals that one of a few good ones dominates are left out first, most of them after one or two
    comparisons (the window of Börzsönyi, Kossmann & Stocker 2001). The rest are
    sorted and swept (Kung, Luccio & Preparata 1975). Time grows with deals, and with rest ×
    log rest for two and three negotiators, with rest × frontier for more.
    """
    left = _sifted(values)
    points = -np.round(values[left], DECIMALS) + 0.0
    order = np.lexsort(points.T[::-1])
    points, left = points[order], left[order]
    new = np.ones(len(points), dtype=np.bool_)
    new[1:] = (points[1:] != points[:-1]).any(axis=1)
    return np.asarray(left[new][_minima(points[new])])


def _sifted(values: FloatArray) -> IntArray:
    """Deals in their order, without most of those that others dominate."""
    from leveltwo.core.kernels.maxima import sift

    window = np.empty((WINDOW, values.shape[1] + 1))
    step = max(1, len(values) // SAMPLE)
    return np.asarray(sift(np.ascontiguousarray(values), step, window, APART * values.shape[1]))


def _minima(points: FloatArray) -> BoolArray:
    """Of distinct points in lexicographic order: those that none before is as low as in all."""
    from leveltwo.core.kernels.maxima import scan, sweep

    keep = np.zeros(len(points), dtype=np.bool_)
    if points.shape[1] == 2:
        best_before = np.minimum.accumulate(np.concatenate([[np.inf], points[:-1, 1]]))
        return np.asarray(points[:, 1] < best_before)
    if points.shape[1] == 3:
        _, rank = np.unique(points[:, 1], return_inverse=True)
        sweep(rank + 1, np.ascontiguousarray(points[:, 2]), keep)
    else:
        order = np.argsort(points.sum(axis=1), kind="stable")
        found = keep.copy()
        scan(points[order], found)
        keep[order] = found
    return keep
