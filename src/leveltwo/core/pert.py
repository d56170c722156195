"""The PERT distribution: a judgement's low, best and high as a beta."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.interpolate import CubicSpline
from scipy.special import betaincinv, ndtr, ndtri

from leveltwo.core.arrays import FloatArray

TINY = 2.0**-32
REACH = 6.5
KNOTS = 521


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
    curve = _curve(1 + 4 * (best - low) / width, 1 + 4 * (high - best) / width)
    score = ndtri(np.clip(quantile, TINY, 1 - TINY))
    return np.asarray(low + width * np.clip(curve(score), 0.0, 1.0), dtype=np.float64)


@lru_cache(maxsize=2048)
def _curve(left: float, right: float) -> CubicSpline:
    """The inverse of a beta distribution over normal scores, where it is smooth.

    The inverse itself costs a microsecond a value, and words share their shapes; over
    normal scores a spline through a few hundred values is as good.
    """
    scores = np.linspace(-REACH, REACH, KNOTS)
    return CubicSpline(scores, betaincinv(left, right, ndtr(scores)))
