"""The bound of a partial plan: where gates fail even at the best margins still possible."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.kernels import group_passes, tally
from leveltwo.core.program import Cues, RedLines
from leveltwo.solve.bounding import Bounding, Stack
from leveltwo.solve.problem import Exact


class Ledger(NamedTuple):
    """Room to work out one bound."""

    high: SingleArray
    low: SingleArray
    surely: BoolArray
    maybe: BoolArray
    score: FloatArray
    passes: BoolArray


@njit(cache=True, nogil=True)
def ledger(exact: Exact, bounds: Bounding) -> Ledger:  # pragma: compiled
    """An empty ledger."""
    rows, draws = exact.base.shape
    return Ledger(
        np.empty_like(bounds.high),
        np.empty_like(bounds.low),
        np.empty(rows, dtype=np.bool_),
        np.empty(rows, dtype=np.bool_),
        np.empty((exact.tests.start.shape[0], draws)),
        np.empty((1, draws), dtype=np.bool_),
    )


@njit(cache=True, nogil=True)
def hear_bounds(cues: Cues, pad: float, room: Ledger) -> None:  # pragma: compiled
    """Add to followers' highest and lowest margins the most and least they may still hear."""
    for i in range(cues.leader.shape[0]):
        up = cues.leader[i]
        down = cues.follower[i]
        for d in range(room.high.shape[1]):
            high = room.high[up, d]
            low = room.low[up, d]
            for_level = cues.for_level[up, d]
            against_level = cues.against_level[up, d]
            most = -np.inf
            least = np.inf
            if not room.surely[up] and high >= for_level - pad:
                most = max(most, cues.plus[i, d])
                least = min(least, cues.plus[i, d])
            if room.maybe[up] or low < against_level + pad:
                most = max(most, cues.minus[i, d])
                least = min(least, cues.minus[i, d])
            between = high >= against_level - pad and low < for_level + pad
            if not room.surely[up] and for_level > against_level and between:
                most = max(most, 0.0)
                least = min(least, 0.0)
            room.high[down, d] += most
            room.low[down, d] += least


@njit(cache=True, nogil=True)
def line_states(  # pragma: compiled
    domain: BoolArray, first_column: IntArray, owner: IntArray, lines: RedLines, room: Ledger
) -> None:
    """Mark rows whose red lines are crossed for certain, and those where they may still be."""
    room.surely[:] = False
    room.maybe[:] = False
    for i in range(lines.row.shape[0]):
        v = owner[lines.column[i]]
        if not domain[v, lines.column[i] - first_column[v]]:
            continue
        lifted_surely = False
        lifted_maybe = False
        for j in range(lines.first[i], lines.first[i + 1]):
            lifted_maybe |= domain[lines.lifter[j], 1]
            lifted_surely |= domain[lines.lifter[j], 1] and not domain[lines.lifter[j], 0]
        room.maybe[lines.row[i]] |= not lifted_surely
        room.surely[lines.row[i]] |= not lifted_maybe and count_options(domain, v) == 1


@njit(cache=True, nogil=True)
def count_options(domain: BoolArray, v: int) -> int:  # pragma: compiled
    """How many options of a variable are still open."""
    number = 0
    for k in range(domain.shape[1]):
        number += domain[v, k]
    return number


@njit(cache=True, nogil=True)
def least_price(  # pragma: compiled
    domain: BoolArray, v: int, first_column: IntArray, price: FloatArray
) -> float:
    """Price of the cheapest option of a variable that is still open."""
    least = float(np.inf)
    for k in range(first_column[v + 1] - first_column[v]):
        if domain[v, k]:
            least = min(least, float(price[first_column[v] + k]))
    return least


@njit(cache=True, nogil=True)
def settle(depth: int, stack: Stack, exact: Exact, bounds: Bounding) -> None:  # pragma: compiled
    """Apply every variable whose domain has shrunk to one option."""
    high = stack.high[depth]
    low = stack.low[depth]
    top = stack.top[depth]
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
                high[r, d] -= bounds.loss[c, r, d]
        for r in range(low.shape[0]):
            for d in range(high.shape[1]):
                low[r, d] += bounds.rise[c, r, d]
        for d in range(high.shape[1]):
            top[d] -= bounds.down[c, d]


@njit(cache=True, nogil=True)
def bound_of(  # pragma: compiled
    depth: int, stack: Stack, exact: Exact, bounds: Bounding, room: Ledger
) -> float:
    """The most that any plan in the domains can come to; minus infinity if none can do."""
    domain = stack.domain[depth]
    high = stack.high[depth]
    line_states(domain, exact.first_column, bounds.owner, exact.lines, room)
    if bounds.cues.leader.shape[0] > 0:
        room.high[:] = high
        room.low[:] = stack.low[depth]
        hear_bounds(bounds.cues, bounds.pad, room)
        high = room.high
    tally(high, room.surely, bounds.tests, exact.wiring, room.score)
    group_passes(room.score, exact.wiring, room.passes)
    count = 0
    total = 0.0
    for d in range(high.shape[1]):
        if room.passes[0, d]:
            count += 1
            total += max(stack.top[depth, d], 0.0)
    if count < exact.need:
        return -np.inf
    value = total / high.shape[1] - stack.paid[depth]
    for v in range(domain.shape[0]):
        if not stack.fixed[depth, v]:
            value -= least_price(domain, v, exact.first_column, exact.price)
    return float(value)
