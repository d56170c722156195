"""Partial plans lying on each other, from the one a search began with down to the latest."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.compiled import compiled
from leveltwo.solve.bounding import Bounding
from leveltwo.solve.problem import Exact
from leveltwo.solve.search.bounds import count_options


class Stack(NamedTuple):
    """Partial plans; first axis: depth.

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


@compiled
def new_stack(domain: BoolArray, limit: float, bounds: Bounding) -> Stack:  # pragma: compiled
    """A stack with one partial plan.

    It is as deep as there are open choices, with room for the first and for a trial.
    """
    variables, width = domain.shape
    depth = 3
    for v in range(variables):
        depth += count_options(domain, v) > 1
    rows, draws = bounds.high.shape
    stack = Stack(
        np.zeros((depth, variables, width), dtype=np.bool_),
        np.zeros((depth, variables), dtype=np.bool_),
        np.empty((depth, rows, draws), dtype=np.float32),
        np.empty((depth, bounds.low.shape[0], draws), dtype=np.float32),
        np.empty((depth, draws)),
        np.zeros(depth),
        np.empty(depth),
        np.zeros(depth, dtype=np.int64),
        np.empty((depth, width), dtype=np.int64),
        np.empty((depth, width)),
        np.empty(depth, dtype=np.int64),
    )
    for v in range(variables):
        for k in range(width):
            stack.domain[0, v, k] = domain[v, k]
    copy_rows(bounds.high, stack.high[0])
    copy_rows(bounds.low, stack.low[0])
    for d in range(draws):
        stack.top[0, d] = bounds.top[d]
    stack.limit[0] = limit
    stack.next_child[0] = -1
    return stack


@compiled
def copy_rows(one: SingleArray, other: SingleArray) -> None:  # pragma: compiled
    """Copy a table into another of the same shape."""
    for r in range(one.shape[0]):
        for d in range(one.shape[1]):
            other[r, d] = one[r, d]


@compiled
def descend(depth: int, v: int, option: int, stack: Stack) -> None:  # pragma: compiled
    """Copy a partial plan one deeper, with one more variable down to one option."""
    below = depth + 1
    domain, fixed, top = stack.domain, stack.fixed, stack.top
    for u in range(domain.shape[1]):
        fixed[below, u] = fixed[depth, u]
        for k in range(domain.shape[2]):
            domain[below, u, k] = domain[depth, u, k] and (u != v or k == option)
    copy_rows(stack.high[depth], stack.high[below])
    copy_rows(stack.low[depth], stack.low[below])
    for d in range(top.shape[1]):
        top[below, d] = top[depth, d]
    stack.paid[below] = stack.paid[depth]


@compiled
def settle(depth: int, stack: Stack, exact: Exact, bounds: Bounding) -> None:  # pragma: compiled
    """Apply every variable whose domain has shrunk to one option."""
    high, low, top = stack.high[depth], stack.low[depth], stack.top[depth]
    loss, rise, down = bounds.loss, bounds.rise, bounds.down
    for v in range(stack.domain.shape[1]):
        if stack.fixed[depth, v] or count_options(stack.domain[depth], v) != 1:
            continue
        stack.fixed[depth, v] = True
        c = exact.first_column[v]
        while not stack.domain[depth, v, c - exact.first_column[v]]:
            c += 1
        stack.paid[depth] += exact.price[c]
        for r in range(high.shape[0]):
            for d in range(high.shape[1]):
                high[r, d] -= loss[c, r, d]
        for r in range(low.shape[0]):
            for d in range(high.shape[1]):
                low[r, d] += rise[c, r, d]
        for d in range(high.shape[1]):
            top[d] -= down[c, d]


@compiled
def open_plans(  # pragma: compiled
    depth: int, aim: float, stack: Stack
) -> tuple[BoolArray, FloatArray]:
    """What has not been looked at: the options left at each depth, and the latest plan itself."""
    variables, width = stack.domain.shape[1:]
    left = np.empty(((depth + 1) * width + 1, variables, width), dtype=np.bool_)
    limits = np.empty(left.shape[0])
    count = 0
    for i in range(depth + 1):
        fresh = stack.next_child[i] < 0
        for at in range(0 if fresh else stack.next_child[i], 1 if fresh else width):
            limit = stack.limit[i]
            if not fresh:
                if stack.child[i, at] < 0:
                    break
                limit = stack.child_bound[i, at]
            if limit <= aim:
                continue
            for v in range(variables):
                for k in range(width):
                    left[count, v, k] = stack.domain[i, v, k]
                    if not fresh and v == stack.variable[i]:
                        left[count, v, k] = k == stack.child[i, at]
            limits[count] = limit
            count += 1
    return left[:count].copy(), limits[:count].copy()
