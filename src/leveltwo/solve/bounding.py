"""The bounding side of a problem, in single precision, and the stack of partial plans."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.memory import reserve
from leveltwo.core.program import Cues, Tests
from leveltwo.solve.problem import Problem

LEAST_PAD = 1e-3
SINGLE = np.float32
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
    pad : float
        Points that rounding to single precision may take from a margin at most.
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
    pad: float


class Stack(NamedTuple):
    """Partial plans from the root down to the one being looked at; first axis: depth.

    Parameters
    ----------
    domain : BoolArray
        Options still open, shape (variables, most options).
    fixed : BoolArray
        Variables whose one option left has been applied.
    high, low, top
        As in `Bounding`, for this partial plan.
    paid, limit : FloatArray
        Price of the options applied; what no plan below can exceed.
    variable, child, child_bound, next_child
        The variable branched on, its options by falling bound, and the next to descend to
        (−1 before the partial plan has been looked at).
    """

    domain: BoolArray
    fixed: BoolArray
    high: SingleArray
    low: SingleArray
    top: FloatArray
    paid: FloatArray
    limit: FloatArray
    variable: IntArray
    child: IntArray
    child_bound: FloatArray
    next_child: IntArray


def bounding(problem: Problem) -> Bounding:
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
    reserve("search", each * (columns + _depth(problem)), REMEDY)
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
    return Bounding(
        owner=np.repeat(np.arange(len(problem.allowed)), np.diff(exact.first_column)),
        loss=loss,
        rise=rise,
        down=down,
        high=high.astype(SINGLE),
        low=low[:heard].astype(SINGLE),
        top=top,
        tests=problem.optimistic._replace(level=problem.optimistic.level.astype(SINGLE)),
        cues=exact.cues,
        pad=_pad(problem, reach, high, low),
    )


def _pad(problem: Problem, reach: float, high: FloatArray, low: FloatArray) -> float:
    """What rounding can come to: half a unit in the last place for every sum and every term."""
    cues, level = problem.exact.cues, problem.optimistic.level
    arrays = [high, low, level, cues.for_level, cues.against_level]
    largest = max(float(np.abs(array).max(initial=0.0)) for array in arrays)
    heard = sum(float(np.abs(c).max(initial=0.0)) * len(c) for c in (cues.plus, cues.minus))
    terms = len(problem.allowed) + len(cues.leader) + 2
    return max(LEAST_PAD, float(np.finfo(SINGLE).eps) * terms * (largest + reach + heard))


def stack(problem: Problem, bounds: Bounding) -> Stack:
    """A stack with nothing decided at its root."""
    variables, width = problem.allowed.shape
    depth, draws = _depth(problem), len(bounds.top)
    made = Stack(
        domain=np.zeros((depth, variables, width), dtype=np.bool_),
        fixed=np.zeros((depth, variables), dtype=np.bool_),
        high=np.zeros((depth, *bounds.high.shape), dtype=SINGLE),
        low=np.zeros((depth, *bounds.low.shape), dtype=SINGLE),
        top=np.zeros((depth, draws)),
        paid=np.zeros(depth),
        limit=np.full(depth, np.inf),
        variable=np.zeros(depth, dtype=np.int64),
        child=np.full((depth, width), -1),
        child_bound=np.full((depth, width), -np.inf),
        next_child=np.full(depth, -1),
    )
    made.domain[0] = problem.allowed
    made.high[0], made.low[0], made.top[0] = bounds.high, bounds.low, bounds.top
    made.limit[0] = _ceiling(problem, bounds)
    return made


def _ceiling(problem: Problem, bounds: Bounding) -> float:
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
