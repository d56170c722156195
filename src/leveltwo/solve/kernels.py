"""Compiled pieces of the search: the worth of a plan, its rules, and the step uphill."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.compiled import compiled
from leveltwo.core.kernels.votes import cross, group_passes, hear, tally
from leveltwo.solve.problem import Exact
from leveltwo.solve.rules import Rules

NOTHING = -1e300
DRIFT = 1e-12


class Desk(NamedTuple):
    """Room to work out one plan: sums and margins, scores, passes and red lines."""

    total: FloatArray
    margin: FloatArray
    own: FloatArray
    score: FloatArray
    passes: BoolArray
    crossed: BoolArray


@compiled
def desk(exact: Exact) -> Desk:  # pragma: compiled
    """An empty desk."""
    rows, draws = exact.base.shape
    return Desk(
        np.empty((rows, draws)),
        np.empty((rows, draws)),
        np.empty(draws),
        np.empty((exact.tests.start.shape[0], draws)),
        np.empty((1, draws), dtype=np.bool_),
        np.empty(rows, dtype=np.bool_),
    )


@compiled
def forbid(domain: BoolArray, rules: Rules, r: int) -> int:  # pragma: compiled
    """Apply one forbidden combination: −1 if it holds already, 1 if an option went, else 0."""
    width = domain.shape[1]
    loose = -1
    for e in range(rules.first[r], rules.first[r + 1]):
        v = rules.variable[e]
        inside = False
        outside = False
        for k in range(width):
            if domain[v, k]:
                inside |= rules.mask[e, k]
                outside |= not rules.mask[e, k]
        if not inside or (outside and loose >= 0):
            return 0
        if outside:
            loose = e
    if loose < 0:
        return -1
    for k in range(width):
        if rules.mask[loose, k]:
            domain[rules.variable[loose], k] = False
    return 1


@compiled
def ration(domain: BoolArray, rules: Rules, r: int) -> int:  # pragma: compiled
    """Apply one limit on resources: −1 if it is exceeded, 1 if a move went, else 0."""
    used = 0.0
    for v in range(domain.shape[0]):
        if rules.use[r, v] > 0 and domain[v, 1] and not domain[v, 0]:
            used += rules.use[r, v]
    if used > rules.limit[r]:
        return -1
    went = 0
    for v in range(domain.shape[0]):
        use = rules.use[r, v]
        if use > 0 and domain[v, 0] and domain[v, 1] and used + use > rules.limit[r]:
            domain[v, 1] = False
            went = 1
    return went


@compiled
def propagate(domain: BoolArray, rules: Rules) -> bool:  # pragma: compiled
    """Take out of the domains what the rules now exclude.

    Parameters
    ----------
    domain : BoolArray
        Shape (variables, most options), changed in place.
    rules : Rules
        The rules.

    Returns
    -------
    bool
        False if some rule can no longer be kept.
    """
    changed = True
    while changed:
        changed = False
        for r in range(rules.first.shape[0] - 1):
            went = forbid(domain, rules, r)
            if went < 0:
                return False
            changed |= went > 0
        for r in range(rules.limit.shape[0]):
            went = ration(domain, rules, r)
            if went < 0:
                return False
            changed |= went > 0
    return True


@compiled
def keeps_rules(chosen: IntArray, rules: Rules) -> bool:  # pragma: compiled
    """Whether a complete plan keeps every rule."""
    for r in range(rules.first.shape[0] - 1):
        broken = True
        for e in range(rules.first[r], rules.first[r + 1]):
            broken &= rules.mask[e, chosen[rules.variable[e]]]
        if broken:
            return False
    for r in range(rules.limit.shape[0]):
        used = 0.0
        for v in range(chosen.shape[0]):
            if rules.use[r, v] > 0 and chosen[v] == 1:
                used += rules.use[r, v]
        if used > rules.limit[r]:
            return False
    return True


@compiled
def outcome(chosen: IntArray, exact: Exact, room: Desk) -> tuple[float, int]:  # pragma: compiled
    """What a plan comes to, given its margins without cues and its worth if it passes.

    The objective is far below anything real (`NOTHING` or a little more) if the plan
    passes too seldom, so that a climb towards the floor still has a direction.
    """
    draws = exact.base.shape[1]
    columns = exact.first_column[: chosen.shape[0]] + chosen
    cross(columns, chosen, exact.lines, room.crossed)
    hear(room.margin, room.crossed, exact.cues)
    tally(room.margin, room.crossed, exact.tests, exact.wiring, room.score)
    group_passes(room.score, exact.wiring, room.passes)
    count = 0
    total = 0.0
    for d in range(draws):
        if room.passes[0, d]:
            count += 1
            total += room.own[d]
    if count < exact.need:
        return NOTHING * (1.0 - 0.5 * count / draws), count
    value = total / draws
    for v in range(columns.shape[0]):
        value -= exact.price[columns[v]]
    return value, count


@compiled
def worth(chosen: IntArray, exact: Exact, room: Desk) -> tuple[float, int]:  # pragma: compiled
    """The objective of a complete plan, and the number of draws in which it passes.

    Leaves the margins before cues in ``room.total``.
    """
    room.total[:] = exact.base
    room.own[:] = exact.own_base
    for v in range(chosen.shape[0]):
        c = exact.first_column[v] + chosen[v]
        for r in range(exact.base.shape[0]):
            for d in range(exact.base.shape[1]):
                room.total[r, d] += exact.gain[c, r, d]
        for d in range(exact.base.shape[1]):
            room.own[d] += exact.own[c, d]
    room.margin[:] = room.total
    return outcome(chosen, exact, room)


@compiled
def changed(  # pragma: compiled
    chosen: IntArray, v: int, k: int, exact: Exact, room: Desk
) -> float:
    """About what the plan would come to with another option of one variable.

    About: the difference is added to sums that ``room`` holds, which rounds.
    """
    rows, draws = exact.base.shape
    before = chosen[v]
    old = exact.first_column[v] + before
    new = exact.first_column[v] + k
    for r in range(rows):
        for d in range(draws):
            room.margin[r, d] = room.total[r, d] + (exact.gain[new, r, d] - exact.gain[old, r, d])
    for d in range(draws):
        room.own[d] += exact.own[new, d] - exact.own[old, d]
    chosen[v] = k
    value, _ = outcome(chosen, exact, room)
    chosen[v] = before
    for d in range(draws):
        room.own[d] -= exact.own[new, d] - exact.own[old, d]
    return value


@compiled
def climb(  # pragma: compiled
    budget: int,
    state: IntArray,
    chosen: IntArray,
    allowed: BoolArray,
    order: IntArray,
    exact: Exact,
    rules: Rules,
) -> float:
    """Change one variable at a time, in a given order, while that raises the objective.

    Parameters
    ----------
    budget : int
        Variables to try before returning.
    state : IntArray
        Shape (2,): where in the order to go on, and how many variables have been tried
        since the last change; the climb has ended when that is all of them. Changed.
    chosen : IntArray
        Shape (variables,): a plan that keeps the rules; overwritten with the plan reached.
    order : IntArray
        Shape (variables,): the order in which variables are tried.

    Returns
    -------
    float
        The objective reached.
    """
    room = desk(exact)
    best, _ = worth(chosen, exact, room)
    variables = order.shape[0]
    while budget > 0 and state[1] < variables:
        v = order[state[0]]
        state[0] = (state[0] + 1) % variables
        state[1] += 1
        budget -= 1
        keep = chosen[v]
        hope = best
        for k in range(exact.first_column[v + 1] - exact.first_column[v]):
            before = chosen[v]
            if k == before or not allowed[v, k]:
                continue
            chosen[v] = k
            kept = keeps_rules(chosen, rules)
            chosen[v] = before
            value = changed(chosen, v, k, exact, room) if kept else -np.inf
            if value > hope + DRIFT:
                hope = value
                keep = k
        if keep != chosen[v]:
            before = chosen[v]
            chosen[v] = keep
            value, _ = worth(chosen, exact, room)
            if value > best + DRIFT:
                best = value
                state[1] = 0
            else:
                chosen[v] = before
                worth(chosen, exact, room)
    return best
