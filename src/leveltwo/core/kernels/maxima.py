"""Compiled loops that find maxima of vectors."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.compiled import compiled

PATIENCE = 4096
"""After so many points, and again, it is asked whether the window is of use."""
FEW = 8
"""Points that a window is cut down to if it beats fewer than half."""


@compiled
def sift(  # pragma: compiled
    points: FloatArray, step: int, window: FloatArray, apart: float
) -> IntArray:
    """Leave out points that some of a few others dominate.

    Parameters
    ----------
    points : FloatArray
        Shape (points, objectives), the larger the better.
    step : int
        Every so many points are looked at first, to find the few others among them.
    window : FloatArray
        Shape (most, objectives + 1), overwritten: the few others, and their sums.
    apart : float
        How much larger the sum of a point must be than that of one that it dominates.

    Returns
    -------
    IntArray
        Shape (kept,): the points left, in their order; all maxima are among them.
    """
    count, width = points.shape
    room, most = 0, window.shape[0]
    for i in range(0, count, step):
        room = _admit(points, i, window, room, most)
    kept = np.empty(count, dtype=np.int64)
    found = 0
    for i in range(count):
        if i % PATIENCE == PATIENCE - 1 and 2 * found > i:
            most = FEW
            room = min(room, FEW)
        total = apart
        for k in range(width):
            total += points[i, k]
        beaten = -1
        for w in range(room):
            above = window[w, width] > total
            for k in range(width):
                above &= window[w, k] >= points[i, k]
            if above:
                beaten = w
                break
        if beaten > 0:
            # Whoever has just beaten one will probably beat the next: move it up.
            for k in range(width + 1):
                other = window[beaten - 1, k]
                window[beaten - 1, k] = window[beaten, k]
                window[beaten, k] = other
        elif beaten < 0:
            kept[found] = i
            found += 1
            room = _admit(points, i, window, room, most)
    return kept[:found]


@compiled
def _admit(  # pragma: compiled
    points: FloatArray, i: int, window: FloatArray, room: int, most: int
) -> int:
    """Put a point into the window, unless another is above it, in place of those that it is above.

    Returns the number of rows filled; where there is no room it stays out.
    """
    width = points.shape[1]
    for w in range(room):
        above = True
        for k in range(width):
            above &= window[w, k] >= points[i, k]
        if above:
            return room
    left = 0
    for w in range(room):
        above = True
        for k in range(width):
            above &= points[i, k] >= window[w, k]
        if not above:
            if left != w:
                window[left] = window[w]
            left += 1
    if left < most:
        window[left, width] = 0.0
        for k in range(width):
            window[left, k] = points[i, k]
            window[left, width] += points[i, k]
        left += 1
    return left


@compiled
def sweep(rank: IntArray, last: FloatArray, keep: BoolArray) -> None:  # pragma: compiled
    """Mark those of distinct points, sorted by the first of three objectives, that are minima.

    Parameters
    ----------
    rank : IntArray
        Shape (points,), from 1: rank of the second objective, equal ones alike.
    last : FloatArray
        Shape (points,): the third objective.
    keep : BoolArray
        Shape (points,), overwritten.

    Notes
    -----
    A binary indexed tree over ranks holds the least third objective of all before (Fenwick 1994):
    time grows with points × log points.
    """
    count = rank.shape[0]
    least = np.full(count + 1, np.inf)
    for i in range(count):
        best = np.inf
        at = rank[i]
        while at > 0:
            best = min(best, least[at])
            at -= at & -at
        keep[i] = best > last[i]
        if keep[i]:
            at = rank[i]
            while at <= count:
                least[at] = min(least[at], last[i])
                at += at & -at


@compiled
def scan(points: FloatArray, keep: BoolArray) -> None:  # pragma: compiled
    """Mark those of distinct points in lexicographic order that are minima.

    Parameters
    ----------
    points : FloatArray
        Shape (points, objectives).
    keep : BoolArray
        Shape (points,), overwritten. Time grows with points × minima.
    """
    count, width = points.shape
    minima = np.empty(points.shape)
    found = 0
    for i in range(count):
        keep[i] = True
        for m in range(found):
            below = True
            for k in range(width):
                if minima[m, k] > points[i, k]:
                    below = False
                    break
            if below:
                keep[i] = False
                if m > 0:
                    for k in range(width):
                        other = minima[m - 1, k]
                        minima[m - 1, k] = minima[m, k]
                        minima[m, k] = other
                break
        if keep[i]:
            minima[found] = points[i]
            found += 1


@compiled
def scan_apart(points: FloatArray, apart: float, keep: BoolArray) -> None:  # pragma: compiled
    """Mark those of points, sorted by falling sum, that none dominates clearly.

    Parameters
    ----------
    points : FloatArray
        Shape (points, objectives), the larger the better.
    apart : float
        How much larger the sum of a point must be than that of one that it dominates.
    keep : BoolArray
        Shape (points,), overwritten. Time grows with points × those kept.
    """
    count, width = points.shape
    kept = np.empty((count, width + 1))
    found = 0
    for i in range(count):
        total = 0.0
        for k in range(width):
            total += points[i, k]
        keep[i] = True
        for m in range(found):
            above = kept[m, width] > total + apart
            for k in range(width):
                above &= kept[m, k] >= points[i, k]
            if above:
                keep[i] = False
                break
        if keep[i]:
            for k in range(width):
                kept[found, k] = points[i, k]
            kept[found, width] = total
            found += 1
