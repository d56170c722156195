"""The bounding numbers of one partial plan: only options still open, only draws not yet lost.

Draws that can no longer pass leave the arrays for good, so that everything deeper costs a part
only; and an option that is no longer open no longer counts as the best still possible.
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray, RealArray, SingleArray
from leveltwo.core.compiled import compiled
from leveltwo.core.program import Cues, Tests
from leveltwo.solve.bounding import Bounding
from leveltwo.solve.problem import Exact
from leveltwo.solve.recipe import Recipe
from leveltwo.solve.search.bounds import count_options, ledger, who_passes

WORTHWHILE = 0.7
"""Share of draws still passing above which smaller arrays are not worth their making."""
Numbers = TypeVar("Numbers", SingleArray, RealArray)


@compiled
def take(values: Numbers, live: IntArray) -> Numbers:  # pragma: compiled
    """Some columns of a table."""
    found = np.empty((values.shape[0], live.shape[0]), dtype=values.dtype)
    for i in range(values.shape[0]):
        for j in range(live.shape[0]):
            found[i, j] = values[i, live[j]]
    return found


@compiled
def least(  # pragma: compiled
    domain: BoolArray, v: int, first: int, table: SingleArray, live: IntArray, found: SingleArray
) -> None:
    """Shape (rows, live draws), overwritten: the least over open options of a variable."""
    for r in range(table.shape[1]):
        for j in range(live.shape[0]):
            found[r, j] = np.inf
        for k in range(domain.shape[1]):
            if domain[v, k]:
                for j in range(live.shape[0]):
                    found[r, j] = min(found[r, j], table[first + k, r, live[j]])


@compiled
def narrow(  # pragma: compiled
    domain: BoolArray, recipe: Recipe, exact: Exact, bounds: Bounding
) -> Bounding:
    """Bounding numbers for the plans in a domain, smaller ones where that pays.

    Parameters
    ----------
    domain : BoolArray
        Shape (variables, most options): options still open.
    recipe : Recipe
        Whether draws that can no longer pass, or whose passing is worth nothing, are left out.
    """
    if not recipe.drop_lost:
        return bounds
    live = still_passing(domain, exact, bounds)
    if live.shape[0] > WORTHWHILE * bounds.top.shape[0]:
        return bounds
    return restrict(domain, live, exact.first_column, bounds)


@compiled
def still_passing(  # pragma: compiled
    domain: BoolArray, exact: Exact, bounds: Bounding
) -> IntArray:
    """Draws in which some plan in a domain may still pass, and be worth something."""
    rows, draws = bounds.high.shape
    high, low, top = bounds.high.copy(), bounds.low.copy(), bounds.top.copy()
    loss, rise, down = bounds.loss, bounds.rise, bounds.down
    for v in range(domain.shape[0]):
        if count_options(domain, v) != 1:
            continue
        c = exact.first_column[v]
        while not domain[v, c - exact.first_column[v]]:
            c += 1
        for r in range(rows):
            for d in range(draws):
                high[r, d] -= loss[c, r, d]
        for r in range(low.shape[0]):
            for d in range(draws):
                low[r, d] += rise[c, r, d]
        for d in range(draws):
            top[d] -= down[c, d]
    room = ledger(exact, bounds)
    who_passes(domain, high, low, exact, bounds, room)
    live = np.arange(draws)
    count = 0
    for d in range(draws):
        if room.passes[0, d] and (exact.need > 0 or top[d] > 0):
            live[count] = d
            count += 1
    return live[:count].copy()


@compiled
def restrict(  # pragma: compiled
    domain: BoolArray, live: IntArray, first_column: IntArray, bounds: Bounding
) -> Bounding:
    """Bounding numbers for some draws and the options in a domain."""
    rows, heard, columns = bounds.high.shape[0], bounds.low.shape[0], bounds.owner.shape[0]
    many = live.shape[0]
    high, low = take(bounds.high, live), take(bounds.low, live)
    top = np.empty(many)
    for j in range(many):
        top[j] = bounds.top[live[j]]
    loss = np.empty((columns, rows, many), dtype=np.float32)
    rise = np.empty((columns, heard, many), dtype=np.float32)
    down = np.empty((columns, many))
    least_loss = np.empty((rows, many), dtype=np.float32)
    least_rise = np.empty((heard, many), dtype=np.float32)
    for v in range(domain.shape[0]):
        first = first_column[v]
        least(domain, v, first, bounds.loss, live, least_loss)
        least(domain, v, first, bounds.rise, live, least_rise)
        for j in range(many):
            least_down = np.inf
            for k in range(domain.shape[1]):
                if domain[v, k]:
                    least_down = min(least_down, bounds.down[first + k, live[j]])
            top[j] -= least_down
            for k in range(domain.shape[1]):
                if domain[v, k]:
                    down[first + k, j] = bounds.down[first + k, live[j]] - least_down
        for r in range(rows):
            for j in range(many):
                high[r, j] -= least_loss[r, j]
        for r in range(heard):
            for j in range(many):
                low[r, j] += least_rise[r, j]
        for k in range(domain.shape[1]):
            if not domain[v, k]:
                continue
            c = first + k
            for r in range(rows):
                for j in range(many):
                    loss[c, r, j] = bounds.loss[c, r, live[j]] - least_loss[r, j]
            for r in range(heard):
                for j in range(many):
                    rise[c, r, j] = bounds.rise[c, r, live[j]] - least_rise[r, j]
    tests, cues = bounds.tests, bounds.cues
    return Bounding(
        bounds.owner,
        loss,
        rise,
        down,
        high,
        low,
        top,
        Tests(
            tests.row, take(tests.level, live), tests.first, tests.node, tests.weight, tests.start
        ),
        Cues(
            cues.leader,
            cues.follower,
            take(cues.plus, live),
            take(cues.minus, live),
            take(cues.for_level, live),
            take(cues.against_level, live),
        ),
        take(bounds.lift, live),
        bounds.pad,
        bounds.draws,
    )
