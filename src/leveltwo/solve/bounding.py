"""The bounding side of a problem, in single precision."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray, SingleArray
from leveltwo.core.memory import reserve
from leveltwo.core.program import Cues, Tests, Wiring
from leveltwo.solve.aids import Aids
from leveltwo.solve.problem import Problem

LEAST_PAD = 1e-3
SINGLE = np.float32
WHOLE = 2**24
"""Whole numbers that single precision holds."""
REMEDY = "use fewer draws, or take out moves and options that nobody would choose"


class Bounding(NamedTuple):
    """What the best and worst still possible come to, and what each option takes from them.

    Parameters
    ----------
    owner : IntArray
        Shape (columns,): the variable of each column.
    loss, rise : SingleArray
        Shape (columns, rows, draws), not negative: what choosing an option takes from the
        highest margin still possible, and adds to the lowest. Lowest margins only matter
        where cues are heard; otherwise `rise` has no rows.
    down : FloatArray
        Shape (columns, draws): what it takes from the most that passing may be worth.
    high, low : SingleArray
        Shape (rows, draws): highest and lowest margins before any choice.
    top : FloatArray
        Shape (draws,): the most that passing may be worth.
    tests, cues : Tests, Cues
        Optimistic tests, and cues, in single precision.
    lift : SingleArray
        Shape (lifts, draws): see `Aids`.
    pad : float
        Points that rounding to single precision may take from a margin at most.
    draws : int
        All draws, those left out included.
    """

    owner: IntArray
    loss: SingleArray
    rise: SingleArray
    down: FloatArray
    high: SingleArray
    low: SingleArray
    top: FloatArray
    tests: Tests
    cues: Cues
    lift: SingleArray
    pad: float
    draws: int


def bounding(problem: Problem, aids: Aids) -> Bounding:
    """Work out the bounding numbers of a problem.

    Raises
    ------
    TooLarge
        If they and the stack would take too much memory.
    """
    exact = problem.exact
    columns, rows, draws = exact.gain.shape
    heard = rows if len(exact.cues.leader) else 0
    each = 4 * (rows + heard) * draws + 8 * draws
    reserve("search", each * (3 * columns + 2 * _depth(problem)), REMEDY)
    loss = np.zeros((columns, rows, draws), dtype=SINGLE)
    rise = np.zeros((columns, heard, draws), dtype=SINGLE)
    down = np.zeros_like(exact.own)
    high, low, top = exact.base.copy(), exact.base.copy(), exact.own_base.copy()
    reach = 0.0
    for v, first in enumerate(exact.first_column[:-1]):
        open_ = first + np.flatnonzero(problem.allowed[v])
        gain, own = exact.gain[open_], exact.own[open_]
        best, worst, most = gain.max(axis=0), gain.min(axis=0), own.max(axis=0)
        high, low, top = high + best, low + worst, top + most
        loss[open_] = best - gain
        rise[open_] = (gain - worst)[:, :heard]
        down[open_] = most - own
        reach += float(np.max(best - worst, initial=0.0))
    pad = _pad(problem, reach, high, low)
    return Bounding(
        owner=np.repeat(np.arange(len(problem.allowed)), np.diff(exact.first_column)),
        loss=loss,
        rise=rise,
        down=down,
        high=high.astype(SINGLE),
        low=low[:heard].astype(SINGLE),
        top=top,
        tests=problem.optimistic._replace(
            level=(problem.optimistic.level - pad).astype(SINGLE),
            start=problem.optimistic.start + _doubt(problem.optimistic, exact.wiring),
        ),
        cues=exact.cues,
        lift=aids.lift,
        pad=pad,
        draws=draws,
    )


def _pad(problem: Problem, reach: float, high: FloatArray, low: FloatArray) -> float:
    """What rounding can come to: half a unit in the last place for every sum and every term."""
    cues, level = problem.exact.cues, problem.optimistic.level
    arrays = [high, low, level, cues.for_level, cues.against_level]
    largest = max(float(np.abs(array).max(initial=0.0)) for array in arrays)
    heard = sum(float(np.abs(c).max(initial=0.0)) * len(c) for c in (cues.plus, cues.minus))
    terms = 2 * len(problem.allowed) + len(cues.leader) + 2
    return max(LEAST_PAD, float(np.finfo(SINGLE).eps) * terms * (largest + reach + heard))


def _doubt(tests: Tests, wiring: Wiring) -> FloatArray:
    """Shape (thresholds,): votes that single precision may lose, beyond whole numbers it holds."""
    total, terms = np.abs(tests.start), np.full(len(tests.start), 2)
    np.add.at(total, tests.node, np.abs(tests.weight))
    np.add.at(terms, tests.node, 1)
    for i, (a, b) in enumerate(pairwise(wiring.first)):
        total[i] += wiring.weight[a:b].sum()
        terms[i] += b - a
    return np.where(total < WHOLE, 0.0, float(np.finfo(SINGLE).eps) * total * terms)


def ceiling(problem: Problem, bounds: Bounding) -> float:
    """What no plan can exceed even if every gate passed in every draw."""
    prices = np.split(problem.exact.price, problem.exact.first_column[1:-1])
    pairs = zip(prices, problem.allowed, strict=True)
    cheapest = sum(float(price[open_[: len(price)]].min()) for price, open_ in pairs)
    return float(np.maximum(bounds.top, 0).mean()) - cheapest


def _depth(problem: Problem) -> int:
    """Partial plans that may lie on each other: one for each choice, the root, and a trial."""
    return int((problem.allowed.sum(axis=1) > 1).sum()) + 3


def order(problem: Problem, bounds: Bounding) -> IntArray:
    """Issues before moves; within each, those that can change margins and our gain most."""
    weight = bounds.loss.mean(axis=(1, 2), dtype=np.float64) + bounds.down.mean(axis=1)
    first = problem.exact.first_column
    reach = [weight[a:b].max(initial=0.0) for a, b in pairwise(first)]
    is_move = [v.is_move for v in problem.layout.variables]
    return np.lexsort((-np.array(reach), np.array(is_move))).astype(np.int64)
