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


def unbeaten(values: FloatArray) -> IntArray:
    """Points that no other dominates clearly, each once.

    Parameters
    ----------
    values : FloatArray
        Shape (points, objectives).

    Returns
    -------
    IntArray
        Indices, rising: the first of equal points; without those below another one in nothing
        and above it by more than rounding could undo in something. Time grows with points ×
        log points for two objectives, with points × those left for more.
    """
    from leveltwo.core.kernels.maxima import scan_apart

    left = _sifted(values)
    _, first = np.unique(values[left] + 0.0, axis=0, return_index=True)
    left = left[np.sort(first)]
    points = values[left]
    if points.shape[1] == 2:
        return np.asarray(left[_unbeaten_pairs(points)])
    order = np.argsort(-points.sum(axis=1), kind="stable")
    keep = np.zeros(len(points), dtype=np.bool_)
    scan_apart(points[order], APART * points.shape[1], keep)
    return np.sort(left[order[keep]])


def _unbeaten_pairs(points: FloatArray) -> BoolArray:
    """Those of pairs that none dominates clearly in either coordinate."""
    beaten = np.zeros(len(points), dtype=np.bool_)
    for one, other in (points.T, points.T[::-1]):
        order = np.argsort(-one, kind="stable")
        best = np.maximum.accumulate(np.concatenate([[-np.inf], other[order]]))
        as_good = np.searchsorted(-one[order], -one, side="right")
        beaten |= best[as_good] > other + APART
    return ~beaten


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
