"""Bargaining solutions: the deals that four rules of fairness pick."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.core.pareto import DECIMALS, frontier

RULES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def solutions(gains: FloatArray) -> dict[str, int | None]:
    """The deal each rule picks, by index.

    Parameters
    ----------
    gains : FloatArray
        Shape (deals, negotiators): value less no deal.

    Returns
    -------
    dict
        ``nash``: largest product of gains (Nash 1950); ``kalai_smorodinsky``: largest least
        share of the ideal gain (Kalai & Smorodinsky 1975); ``egalitarian``: largest least
        gain (Kalai 1977); ``utilitarian``: largest sum. The first two look only at deals
        without a loss for anybody. None where there is no deal to pick; between equals the
        one with the larger sum, then the first.

    Notes
    -----
    No rule picks a deal that another dominates: it scores no better by any of them, and has the
    smaller sum. So the rules look at the frontier only, and time is that of finding it.
    """
    edge = np.sort(frontier(gains))
    gains = np.round(gains[edge], DECIMALS) + 0.0
    fair = np.all(gains >= 0, axis=1)
    anything = np.ones(len(gains), dtype=np.bool_)
    picked = {
        "nash": _pick(gains.prod(axis=1), gains, fair),
        "kalai_smorodinsky": _pick(_shares(gains), gains, fair),
        "egalitarian": _pick(gains.min(axis=1), gains, anything),
        "utilitarian": _pick(gains.sum(axis=1), gains, anything),
    }
    return {rule: None if i is None else int(edge[i]) for rule, i in picked.items()}


def _shares(gains: FloatArray) -> FloatArray:
    """Least share of the ideal gain; a negotiator who can gain nothing has all of it."""
    if not len(gains):
        return np.empty(0)
    ideal = gains.max(axis=0)
    shares = np.where(ideal > 0, gains / np.where(ideal > 0, ideal, 1.0), 1.0)
    return np.asarray(shares.min(axis=1), dtype=np.float64)


def _pick(score: FloatArray, gains: FloatArray, eligible: BoolArray) -> int | None:
    index = np.flatnonzero(eligible)
    if not len(index):
        return None
    rounded = np.round(score[index], DECIMALS)
    order = np.lexsort((index, -gains[index].sum(axis=1), -rounded))
    return int(index[order[0]])
