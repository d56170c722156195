"""The PERT distribution: a judgement's low, best and high as a beta."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.special import betaincinv, ndtr, ndtri

from leveltwo.core.arrays import FloatArray

TINY = 2.0**-32
REACH = 6.5
PIECES = 520
NODES = 40


def pert(quantile: FloatArray, low: float, best: float, high: float) -> FloatArray:
    """Values of a PERT distribution at given quantiles.

    Parameters
    ----------
    quantile : FloatArray
        In [0, 1], any shape.
    low, best, high : float
        Ends and mode, ``low <= best <= high``, ``low < high``.

    Returns
    -------
    FloatArray
        Same shape, between low and high (Malcolm et al. 1959, with the usual weight of 4
        on the mode: a beta of shapes 1 + 4(best − low)/(high − low) and
        1 + 4(high − best)/(high − low)). Exact to about a billionth of the width.
    """
    width = high - low
    cubic = _curve((best - low) / width)
    score = ndtri(np.clip(quantile, TINY, 1 - TINY))
    piece = ((score + REACH) * (PIECES / (2 * REACH))).astype(np.int64)
    part = score - _knots()[piece]
    share = cubic[0, piece]
    for power in (1, 2, 3):
        share = share * part + cubic[power, piece]
    return np.asarray(low + width * np.clip(share, 0.0, 1.0), dtype=np.float64)


@lru_cache(maxsize=2048)
def _curve(mode: float) -> FloatArray:
    """The inverse of one distribution over normal scores, as cubics: shape (4, pieces).

    The inverse of a beta costs a microsecond a value. Its two shapes always add up to 6 here, so
    that all of them are one family in the place of the mode, in which it is smooth: it is
    interpolated between a few members of that family (Berrut & Trefethen 2004, equation 4.2).
    """
    distance = mode - _nodes()
    if not distance.all():
        return np.asarray(_family()[np.argmin(np.abs(distance))])
    weight = (-1.0) ** np.arange(NODES) / distance
    weight[[0, -1]] /= 2
    return np.tensordot(weight / weight.sum(), _family(), axes=1)


@cache
def _knots() -> FloatArray:
    return np.linspace(-REACH, REACH, PIECES + 1)


@cache
def _nodes() -> FloatArray:
    """Chebyshev points between 0 and 1, ends included."""
    return np.asarray((1 - np.cos(np.pi * np.arange(NODES) / (NODES - 1))) / 2)


@cache
def _family() -> FloatArray:
    """Shape (nodes, 4, pieces): cubics of the distributions with their modes at the nodes.

    Over normal scores the inverse is smooth, so that a spline through a few hundred
    values is as good.
    """
    quantiles = ndtr(_knots())
    shapes = 1 + 4 * _nodes()
    curves = [CubicSpline(_knots(), betaincinv(a, 6 - a, quantiles)).c for a in shapes]
    return np.array(curves)
