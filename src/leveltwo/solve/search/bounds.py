"""The bound of a partial plan: where gates fail even at the best margins still possible."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.votes import group_passes, tally
from leveltwo.core.program import Cues, RedLines
from leveltwo.solve.bounding import Bounding
from leveltwo.solve.problem import Exact


class Ledger(NamedTuple):
    """Room to work out one bound."""

    high: SingleArray
    low: SingleArray
    surely: BoolArray
    maybe: BoolArray
    score: SingleArray
    passes: BoolArray


@compiled
def ledger(exact: Exact, bounds: Bounding) -> Ledger:  # pragma: compiled
    """An empty ledger."""
    rows, draws = bounds.high.shape
    return Ledger(
        np.empty((rows, draws), dtype=np.float32),
        np.empty((bounds.low.shape[0], draws), dtype=np.float32),
        np.empty(rows, dtype=np.bool_),
        np.empty(rows, dtype=np.bool_),
        np.empty((exact.tests.start.shape[0], draws), dtype=np.float32),
        np.empty((1, draws), dtype=np.bool_),
    )


@compiled
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


@compiled
def line_states(  # pragma: compiled
    domain: BoolArray, first_column: IntArray, owner: IntArray, lines: RedLines, room: Ledger
) -> None:
    """Mark rows whose red lines are crossed for certain, and those where they may still be."""
    for r in range(room.surely.shape[0]):
        room.surely[r] = False
        room.maybe[r] = False
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


@compiled
def count_options(domain: BoolArray, v: int) -> int:  # pragma: compiled
    """How many options of a variable are still open."""
    number = 0
    for k in range(domain.shape[1]):
        number += domain[v, k]
    return number


@compiled
def least_price(  # pragma: compiled
    domain: BoolArray, v: int, first_column: IntArray, price: FloatArray
) -> float:
    """Price of the cheapest option of a variable that is still open."""
    least = float(np.inf)
    for k in range(first_column[v + 1] - first_column[v]):
        if domain[v, k]:
            least = min(least, float(price[first_column[v] + k]))
    return least


@compiled
def who_passes(  # pragma: compiled
    domain: BoolArray,
    high: SingleArray,
    low: SingleArray,
    exact: Exact,
    bounds: Bounding,
    room: Ledger,
) -> None:
    """Mark in ``room.passes`` the draws in which gates may still pass.

    Leaves the highest margins, cues heard, in ``room.high``, and rows that are against for
    certain in ``room.surely``.
    """
    line_states(domain, exact.first_column, bounds.owner, exact.lines, room)
    heard = room.high
    for r in range(high.shape[0]):
        for d in range(high.shape[1]):
            heard[r, d] = high[r, d]
    if bounds.cues.leader.shape[0] > 0:
        for r in range(low.shape[0]):
            for d in range(low.shape[1]):
                room.low[r, d] = low[r, d]
        hear_bounds(bounds.cues, bounds.pad, room)
    tally(heard, room.surely, bounds.tests, exact.wiring, room.score)
    group_passes(room.score, exact.wiring, room.passes)


@compiled
def passing_worth(  # pragma: compiled
    passes: BoolArray, top: FloatArray, need: int, draws: int
) -> float:
    """Mean over all draws of what passing may be worth; minus infinity if too few pass."""
    count = 0
    total = 0.0
    for d in range(top.shape[0]):
        if passes[0, d]:
            count += 1
            total += max(top[d], 0.0)
    return total / draws if count >= need else -np.inf
