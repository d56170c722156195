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

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.solve.bounding import Bounding, Stack
from leveltwo.solve.kernels import Desk, desk, propagate, worth
from leveltwo.solve.problem import Exact
from leveltwo.solve.rules import Rules
from leveltwo.solve.search.bounds import Ledger, bound_of, least_price, ledger, settle

SLACK = 1e-9
"""Bounds this close to the best plan found count as no better."""
UNKNOWN_GAP = 100.0
"""Points supposed to lie between the bound and the best plan before one is known."""
NONE_OPEN = -1
DEAD = -2


@njit(cache=True, nogil=True)
def branch(  # pragma: compiled
    budget: int,
    width: int,
    state: IntArray,
    best: FloatArray,
    best_chosen: IntArray,
    order: IntArray,
    exact: Exact,
    bounds: Bounding,
    rules: Rules,
    stack: Stack,
) -> None:
    """Go on with a depth-first search for a number of nodes, or to its end.

    Parameters
    ----------
    budget : int
        Nodes to look at before returning.
    width : int
        How many open variables are compared before one is branched on.
    state : IntArray
        Shape (2,): depth (−1 when the search has ended) and nodes looked at; changed.
    best : FloatArray
        Shape (1,): objective of the best plan known; changed.
    best_chosen : IntArray
        Shape (variables,): that plan; changed.
    order : IntArray
        Variables, those to branch on first in front.
    exact, bounds, rules
        The problem.
    stack : Stack
        Partial plans from the root to here; changed.
    """
    room = ledger(exact, bounds)
    table = desk(exact)
    stop_at = state[1] + budget
    while state[0] >= 0 and state[1] < stop_at:
        depth = state[0]
        if stack.next_child[depth] < 0:
            state[1] += 1
            picked = DEAD
            if tighten(depth, best[0], exact, bounds, rules, stack, room):
                picked = look_ahead(depth, width, best[0], order, exact, bounds, stack, room)
            if picked == NONE_OPEN:
                finish(depth, best, best_chosen, exact, stack, table)
            if picked < 0:
                state[0] -= 1
                continue
            stack.variable[depth] = picked
            stack.next_child[depth] = 0
        at = stack.next_child[depth]
        over = at >= stack.child.shape[1] or stack.child[depth, at] < 0
        if over or stack.child_bound[depth, at] <= best[0] + SLACK:
            state[0] -= 1
            continue
        stack.next_child[depth] += 1
        descend(depth, stack.variable[depth], stack.child[depth, at], stack)
        stack.limit[depth + 1] = stack.child_bound[depth, at]
        stack.next_child[depth + 1] = -1
        state[0] += 1


@njit(cache=True, nogil=True)
def descend(depth: int, v: int, option: int, stack: Stack) -> None:  # pragma: compiled
    """Copy a partial plan one deeper, with one more variable down to one option."""
    below = depth + 1
    stack.domain[below] = stack.domain[depth]
    for k in range(stack.domain.shape[2]):
        stack.domain[below, v, k] = k == option
    stack.fixed[below] = stack.fixed[depth]
    stack.high[below] = stack.high[depth]
    stack.low[below] = stack.low[depth]
    stack.top[below] = stack.top[depth]
    stack.paid[below] = stack.paid[depth]


@njit(cache=True, nogil=True)
def tighten(  # pragma: compiled
    depth: int,
    best: float,
    exact: Exact,
    bounds: Bounding,
    rules: Rules,
    stack: Stack,
    room: Ledger,
) -> bool:
    """Take out what rules and prices exclude, and bound the rest; False if nothing is left."""
    again = True
    while again:
        if not propagate(stack.domain[depth], rules):
            return False
        settle(depth, stack, exact, bounds)
        bound = bound_of(depth, stack, exact, bounds, room)
        stack.limit[depth] = min(stack.limit[depth], bound)
        if stack.limit[depth] <= best + SLACK:
            return False
        again = drop_dear(depth, best, exact, stack)
    return True


@njit(cache=True, nogil=True)
def drop_dear(depth: int, best: float, exact: Exact, stack: Stack) -> bool:  # pragma: compiled
    """Take out options so dear that no plan with them can beat the best; whether any went."""
    dropped = False
    for v in range(stack.domain.shape[1]):
        if stack.fixed[depth, v]:
            continue
        first = exact.first_column[v]
        least = least_price(stack.domain[depth], v, exact.first_column, exact.price)
        for k in range(exact.first_column[v + 1] - first):
            extra = exact.price[first + k] - least
            if stack.domain[depth, v, k] and stack.limit[depth] - extra <= best + SLACK:
                stack.domain[depth, v, k] = False
                dropped = True
    return dropped


@njit(cache=True, nogil=True)
def look_ahead(  # pragma: compiled
    depth: int,
    width: int,
    best: float,
    order: IntArray,
    exact: Exact,
    bounds: Bounding,
    stack: Stack,
    room: Ledger,
) -> int:
    """Choose the variable to branch on: the one whose options leave least to hope for.

    The first open variables are tried, each option bounded one level deeper; options that
    cannot beat the best are taken out.

    Returns
    -------
    int
        The variable, its options put into ``stack.child``; `NONE_OPEN` if all are fixed, `DEAD`
        if one has no option left.
    """
    options = stack.domain.shape[2]
    limit = stack.limit[depth]
    known = best if best > -np.inf else limit - UNKNOWN_GAP
    found = np.empty(options)
    picked = NONE_OPEN
    least_hope = np.inf
    seen = 0
    for v in order:
        if stack.fixed[depth, v]:
            continue
        if seen == width:
            break
        seen += 1
        hope = 0.0
        alive = False
        for k in range(options):
            found[k] = -np.inf
            if not stack.domain[depth, v, k]:
                continue
            descend(depth, v, k, stack)
            settle(depth + 1, stack, exact, bounds)
            found[k] = bound_of(depth + 1, stack, exact, bounds, room)
            if found[k] > best + SLACK:
                alive = True
                hope += 1e-3 + max(found[k] - known, 0.0) / max(limit - known, 1e-12)
            else:
                found[k] = -np.inf
                stack.domain[depth, v, k] = False
        if not alive:
            return DEAD
        if hope < least_hope:
            least_hope = hope
            picked = v
            rank(depth, found, stack)
    return picked


@njit(cache=True, nogil=True)
def rank(depth: int, found: FloatArray, stack: Stack) -> None:  # pragma: compiled
    """Put options in order of falling bound; equal bounds in the order of options."""
    number = 0
    for k in range(found.shape[0]):
        stack.child[depth, k] = -1
        if found[k] > -np.inf:
            at = number
            while at > 0 and stack.child_bound[depth, at - 1] < found[k]:
                stack.child_bound[depth, at] = stack.child_bound[depth, at - 1]
                stack.child[depth, at] = stack.child[depth, at - 1]
                at -= 1
            stack.child_bound[depth, at] = found[k]
            stack.child[depth, at] = k
            number += 1


@njit(cache=True, nogil=True)
def finish(  # pragma: compiled
    depth: int,
    best: FloatArray,
    best_chosen: IntArray,
    exact: Exact,
    stack: Stack,
    table: Desk,
) -> None:
    """Look exactly at a plan in which everything is fixed; keep it if it is the best."""
    chosen = np.empty(stack.domain.shape[1], dtype=np.int64)
    for v in range(chosen.shape[0]):
        for k in range(stack.domain.shape[2]):
            if stack.domain[depth, v, k]:
                chosen[v] = k
    value, count = worth(chosen, exact, table)
    if count >= exact.need and value > best[0]:
        best[0] = value
        best_chosen[:] = chosen
