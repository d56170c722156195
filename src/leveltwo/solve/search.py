"""Branch and bound over plans (Land & Doig 1960), made for the table.

For a partial plan the search keeps *optimistic margins*: the fixed choices plus, for every open
choice, the best it could still do for that row in that draw. Where the gates fail even
then, the draw is lost for every plan below. The bound is the mean over the draws that are
not lost of our negotiator's best possible gain, less the price of the moves already made.
Choosing an option only takes away a difference worked out beforehand.
"""

from __future__ import annotations

import numpy as np
from numba import njit

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.kernels import group_passes, tally
from leveltwo.solve.kernels import propagate, worth

SLACK = 1e-9
"""Bounds this close to the best plan found count as no better."""
PAD = 1e-3
"""Points by which bounding margins are raised, far above the error of single precision."""


@njit(cache=True, nogil=True)
def bounded_cues(  # pragma: compiled
    high: FloatArray,
    low: FloatArray,
    surely: BoolArray,
    maybe: BoolArray,
    leader: IntArray,
    follower: IntArray,
    plus: FloatArray,
    minus: FloatArray,
    for_level: FloatArray,
    against_level: FloatArray,
) -> None:
    """Add to followers' highest and lowest margins the most and least they may still hear."""
    for i in range(leader.shape[0]):
        up = leader[i]
        down = follower[i]
        for d in range(high.shape[1]):
            can_for = not surely[up] and high[up, d] >= for_level[up, d]
            can_against = maybe[up] or low[up, d] < against_level[up, d]
            can_abstain = (
                not surely[up]
                and high[up, d] >= against_level[up, d]
                and low[up, d] < for_level[up, d]
                and for_level[up, d] - against_level[up, d] > 3 * PAD
            )
            most = -np.inf
            least = np.inf
            if can_for:
                most = max(most, plus[i, d])
                least = min(least, plus[i, d])
            if can_against:
                most = max(most, minus[i, d])
                least = min(least, minus[i, d])
            if can_abstain or not (can_for or can_against):
                most = max(most, 0.0)
                least = min(least, 0.0)
            high[down, d] += most
            low[down, d] += least


@njit(cache=True, nogil=True)
def red_line_states(  # pragma: compiled
    domain: BoolArray,
    first_column: IntArray,
    owner: IntArray,
    row: IntArray,
    column: IntArray,
    first: IntArray,
    lifter: IntArray,
    surely: BoolArray,
    maybe: BoolArray,
) -> None:
    """Rows whose red lines are crossed for certain, and those where they may still be."""
    surely[:] = False
    maybe[:] = False
    for i in range(row.shape[0]):
        v = owner[column[i]]
        k = column[i] - first_column[v]
        if not domain[v, k]:
            continue
        only = True
        for other in range(domain.shape[1]):
            if other != k and domain[v, other]:
                only = False
        lifted_surely = False
        lifted_maybe = False
        for j in range(first[i], first[i + 1]):
            if domain[lifter[j], 1]:
                lifted_maybe = True
                if not domain[lifter[j], 0]:
                    lifted_surely = True
        if not lifted_surely:
            maybe[row[i]] = True
        if only and not lifted_maybe:
            surely[row[i]] = True


@njit(cache=True, nogil=True)
def count_options(domain: BoolArray, v: int) -> int:  # pragma: compiled
    """How many options of a variable are still open."""
    number = 0
    for k in range(domain.shape[1]):
        number += domain[v, k]
    return number


@njit(cache=True, nogil=True)
def settle(  # pragma: compiled
    domain: BoolArray,
    fixed: BoolArray,
    high: FloatArray,
    low: FloatArray,
    top: FloatArray,
    first_column: IntArray,
    loss: FloatArray,
    rise: FloatArray,
    down: FloatArray,
    price: FloatArray,
) -> float:
    """Apply every variable whose domain has shrunk to one option; return the price added."""
    paid = 0.0
    for v in range(domain.shape[0]):
        if fixed[v] or count_options(domain, v) != 1:
            continue
        fixed[v] = True
        for k in range(domain.shape[1]):
            if domain[v, k]:
                c = first_column[v] + k
                paid += price[c]
                for r in range(high.shape[0]):
                    for d in range(high.shape[1]):
                        high[r, d] -= loss[c, r, d]
                for r in range(low.shape[0]):
                    for d in range(high.shape[1]):
                        low[r, d] += rise[c, r, d]
                for d in range(high.shape[1]):
                    top[d] -= down[c, d]
    return paid


@njit(cache=True, nogil=True)
def bound_of(  # pragma: compiled
    domain: BoolArray,
    high: FloatArray,
    low: FloatArray,
    top: FloatArray,
    paid: float,
    first_column: IntArray,
    owner: IntArray,
    price: FloatArray,
    fixed: BoolArray,
    need: int,
    tests: tuple,  # type: ignore[type-arg]
    cues: tuple,  # type: ignore[type-arg]
    wiring: tuple,  # type: ignore[type-arg]
    lines: tuple,  # type: ignore[type-arg]
    heard: FloatArray,
    heard_low: FloatArray,
    surely: BoolArray,
    maybe: BoolArray,
    score: FloatArray,
    passes: BoolArray,
) -> float:
    """The most that any plan in the domains can come to; minus infinity if none can do."""
    draws = high.shape[1]
    red_line_states(
        domain, first_column, owner, lines[0], lines[1], lines[2], lines[3], surely, maybe
    )
    if cues[0].shape[0] > 0:
        heard[:] = high
        heard_low[:] = low
        bounded_cues(
            heard, heard_low, surely, maybe, cues[0], cues[1], cues[2], cues[3], cues[4], cues[5]
        )
        tally(
            heard, surely, tests[0], tests[1], tests[2], tests[3], tests[4], tests[5],
            wiring[0], wiring[1], wiring[2], score,
        )  # fmt: skip
    else:
        tally(
            high, surely, tests[0], tests[1], tests[2], tests[3], tests[4], tests[5],
            wiring[0], wiring[1], wiring[2], score,
        )  # fmt: skip
    group_passes(score, wiring[3], wiring[4], passes)
    count = 0
    total = 0.0
    for d in range(draws):
        if passes[0, d]:
            count += 1
            if top[d] > 0:
                total += top[d]
    if count < need:
        return -np.inf
    value = total / draws - paid
    for v in range(domain.shape[0]):
        if not fixed[v]:
            least = np.inf
            for k in range(first_column[v + 1] - first_column[v]):
                if domain[v, k]:
                    least = min(least, price[first_column[v] + k])
            value -= least
    return value


@njit(cache=True, nogil=True)
def branch(  # pragma: compiled
    budget: int,
    state: IntArray,
    best: FloatArray,
    best_chosen: IntArray,
    order: IntArray,
    width: int,
    # exact numbers
    base: FloatArray,
    gain: FloatArray,
    first_column: IntArray,
    own: FloatArray,
    own_base: FloatArray,
    price: FloatArray,
    need: int,
    exact: tuple,  # type: ignore[type-arg]
    cues: tuple,  # type: ignore[type-arg]
    # bounding numbers
    owner: IntArray,
    loss: FloatArray,
    rise: FloatArray,
    down: FloatArray,
    hopeful: tuple,  # type: ignore[type-arg]
    hopeful_cues: tuple,  # type: ignore[type-arg]
    wiring: tuple,  # type: ignore[type-arg]
    lines: tuple,  # type: ignore[type-arg]
    rules: tuple,  # type: ignore[type-arg]
    # the stack
    domain: BoolArray,
    fixed: BoolArray,
    high: FloatArray,
    low: FloatArray,
    top: FloatArray,
    paid: FloatArray,
    limit: FloatArray,
    variable: IntArray,
    child: IntArray,
    child_bound: FloatArray,
    next_child: IntArray,
) -> None:
    """Go on with a depth-first search for a number of nodes, or to its end.

    Parameters
    ----------
    budget : int
        Nodes to look at before returning.
    state : IntArray
        Shape (2,): depth (−1 when the search has ended) and nodes looked at; changed.
    best : FloatArray
        Shape (1,): objective of the best plan known; changed.
    best_chosen : IntArray
        Shape (variables,): that plan; changed.
    order : IntArray
        Variables, those to branch on first in front.
    width : int
        How many open variables are compared before one is branched on.
    """
    rows, draws = base.shape
    variables = domain.shape[1]
    heard = np.empty((rows, draws), dtype=high.dtype)
    heard_low = np.empty((rows, draws), dtype=high.dtype)
    score = np.empty((exact[5].shape[0], draws))
    passes = np.empty((1, draws), dtype=np.bool_)
    surely = np.zeros(rows, dtype=np.bool_)
    maybe = np.zeros(rows, dtype=np.bool_)
    margin = np.empty((rows, draws))
    trial = np.empty((variables, domain.shape[2]), dtype=np.bool_)
    trial_fixed = np.empty(variables, dtype=np.bool_)
    trial_high = np.empty((rows, draws), dtype=high.dtype)
    trial_low = np.empty((low.shape[1], draws), dtype=high.dtype)
    trial_top = np.empty(draws)
    bounds = np.empty(domain.shape[2])
    chosen = np.empty(variables, dtype=np.int64)
    stop_at = state[1] + budget
    while state[0] >= 0 and state[1] < stop_at:
        depth = state[0]
        if next_child[depth] < 0:
            # A node seen for the first time: tighten it, then choose what to branch on.
            state[1] += 1
            while True:
                if not propagate(domain[depth], rules[0], rules[1], rules[2], rules[3], rules[4]):
                    limit[depth] = -np.inf
                    break
                paid[depth] += settle(
                    domain[depth], fixed[depth], high[depth], low[depth], top[depth],
                    first_column, loss, rise, down, price,
                )  # fmt: skip
                limit[depth] = min(limit[depth], bound_of(
                    domain[depth], high[depth], low[depth], top[depth], paid[depth],
                    first_column, owner, price, fixed[depth], need, hopeful, hopeful_cues,
                    wiring, lines, heard, heard_low, surely, maybe, score, passes,
                ))  # fmt: skip
                if limit[depth] <= best[0] + SLACK:
                    break
                # An option so dear that no plan with it can beat the best is taken out.
                tightened = False
                for v in range(variables):
                    if fixed[depth, v]:
                        continue
                    least = np.inf
                    for k in range(first_column[v + 1] - first_column[v]):
                        if domain[depth, v, k]:
                            least = min(least, price[first_column[v] + k])
                    for k in range(first_column[v + 1] - first_column[v]):
                        if domain[depth, v, k]:
                            extra = price[first_column[v] + k] - least
                            if limit[depth] - extra <= best[0] + SLACK:
                                domain[depth, v, k] = False
                                tightened = True
                if not tightened:
                    break
            if limit[depth] <= best[0] + SLACK:
                state[0] -= 1
                continue
            seen = 0
            picked = -1
            picked_score = np.inf
            dead = False
            for i in range(variables):
                v = order[i]
                if fixed[depth, v]:
                    continue
                if seen == width or dead:
                    break
                seen += 1
                alive = 0
                spread = 0.0
                for k in range(domain.shape[2]):
                    bounds[k] = -np.inf
                    if not domain[depth, v, k]:
                        continue
                    trial[:] = domain[depth]
                    for other in range(domain.shape[2]):
                        trial[v, other] = other == k
                    trial_fixed[:] = fixed[depth]
                    trial_high[:] = high[depth]
                    trial_low[:] = low[depth]
                    trial_top[:] = top[depth]
                    price_ = settle(
                        trial, trial_fixed, trial_high, trial_low, trial_top, first_column, loss,
                        rise, down, price,
                    )  # fmt: skip
                    bounds[k] = bound_of(
                        trial, trial_high, trial_low, trial_top, paid[depth] + price_,
                        first_column, owner, price, trial_fixed, need, hopeful, hopeful_cues,
                        wiring, lines, heard, heard_low, surely, maybe, score, passes,
                    )  # fmt: skip
                    if bounds[k] > best[0] + SLACK:
                        alive += 1
                        spread += (bounds[k] - best[0]) / max(limit[depth] - best[0], 1e-12)
                    else:
                        domain[depth, v, k] = False
                if alive == 0:
                    dead = True
                elif alive * 1e-3 + spread < picked_score:
                    picked_score = alive * 1e-3 + spread
                    picked = v
                    number = 0
                    for k in range(domain.shape[2]):
                        if bounds[k] > best[0] + SLACK:
                            # Insert by falling bound; equal bounds in the order of options.
                            at = number
                            while at > 0 and child_bound[depth, at - 1] < bounds[k]:
                                child_bound[depth, at] = child_bound[depth, at - 1]
                                child[depth, at] = child[depth, at - 1]
                                at -= 1
                            child_bound[depth, at] = bounds[k]
                            child[depth, at] = k
                            number += 1
                    for k in range(number, domain.shape[2]):
                        child[depth, k] = -1
            if dead:
                state[0] -= 1
                continue
            if picked < 0:
                # Everything is fixed: an exact look at the plan.
                for v in range(variables):
                    for k in range(domain.shape[2]):
                        if domain[depth, v, k]:
                            chosen[v] = k
                value, count = worth(
                    chosen, base, gain, first_column, own, own_base, price, need, exact, cues,
                    wiring, lines, margin, score, passes, surely,
                )  # fmt: skip
                if count >= need and value > best[0]:
                    best[0] = value
                    best_chosen[:] = chosen
                state[0] -= 1
                continue
            variable[depth] = picked
            next_child[depth] = 0
        at = next_child[depth]
        if at >= domain.shape[2] or child[depth, at] < 0:
            state[0] -= 1
            continue
        next_child[depth] += 1
        if child_bound[depth, at] <= best[0] + SLACK:
            state[0] -= 1
            continue
        domain[depth + 1] = domain[depth]
        for k in range(domain.shape[2]):
            domain[depth + 1, variable[depth], k] = k == child[depth, at]
        fixed[depth + 1] = fixed[depth]
        high[depth + 1] = high[depth]
        low[depth + 1] = low[depth]
        top[depth + 1] = top[depth]
        paid[depth + 1] = paid[depth]
        limit[depth + 1] = child_bound[depth, at]
        next_child[depth + 1] = -1
        state[0] += 1
