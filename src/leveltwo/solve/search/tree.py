"""Branch and bound over plans (Land & Doig 1960), made for the table.

For a partial plan the search keeps *optimistic margins*: the fixed choices plus, for every open
choice, the best it could still do for that row in that draw. Where the gates fail even
then, the draw is lost for every plan below. The bound is the mean over the draws that are
not lost of our negotiator's best possible gain, less the price of the moves already made.
Choosing an option only takes away a difference worked out beforehand.
"""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray, SingleArray
from leveltwo.core.compiled import compiled
from leveltwo.solve.aids import Aids
from leveltwo.solve.bounding import Bounding
from leveltwo.solve.kernels import Desk, desk, propagate, worth
from leveltwo.solve.problem import Exact
from leveltwo.solve.recipe import Recipe
from leveltwo.solve.rules import Rules
from leveltwo.solve.search.bounds import (
    Ledger,
    least_price,
    ledger,
    passing_worth,
    who_passes,
)
from leveltwo.solve.search.help import Purse, could_help, purse
from leveltwo.solve.search.stack import Stack, descend, new_stack, open_plans, settle

SLACK = 1e-9
"""Bounds this close to the best plan found count as no better."""
NONE_OPEN = -1
DEAD = -2


@compiled
def explore(  # pragma: compiled
    domain: BoolArray,
    limit: float,
    budget: int,
    best: FloatArray,
    best_chosen: IntArray,
    order: IntArray,
    recipe: Recipe,
    exact: Exact,
    bounds: Bounding,
    aids: Aids,
    rules: Rules,
) -> tuple[int, BoolArray, FloatArray]:
    """Search the plans in a domain, depth first, for a number of nodes or to the end.

    Parameters
    ----------
    domain : BoolArray
        Shape (variables, most options): options still open.
    limit : float
        What no plan in it can exceed, as far as known.
    budget : int
        Nodes to look at.
    best, best_chosen : FloatArray, IntArray
        Shapes (1,) and (variables,): the best plan known and its objective; changed.
    order : IntArray
        Variables, those to branch on first in front.
    recipe : Recipe
        What the search uses.
    exact, bounds, aids, rules
        The problem.

    Returns
    -------
    tuple
        Nodes looked at; and what is left: domains, shape (left, variables, most options),
        each with what no plan in it can exceed.
    """
    stack = new_stack(domain, limit, bounds)
    room, table = ledger(exact, bounds), desk(exact)
    money = purse(bounds.tests.start.shape[0], bounds.top.shape[0], aids)
    depth = nodes = 0 * budget  # a plain 0 would have every loop compiled twice
    while depth >= 0 and nodes < budget:
        if stack.next_child[depth] < 0:
            nodes += 1
            picked = DEAD
            if tighten(depth, best[0], recipe, exact, bounds, aids, rules, stack, room, money):
                picked = look_ahead(depth, best[0], order, exact, bounds, stack, room)
            if picked == NONE_OPEN:
                finish(depth, best, best_chosen, exact, stack, table)
            if picked < 0:
                depth -= 1
                continue
            stack.variable[depth] = picked
            stack.next_child[depth] = 0
        at = stack.next_child[depth]
        over = at >= stack.child.shape[1] or stack.child[depth, at] < 0
        if over or stack.child_bound[depth, at] <= best[0] + SLACK:
            depth -= 1
            continue
        stack.next_child[depth] += 1
        descend(depth, stack.variable[depth], stack.child[depth, at], stack)
        stack.limit[depth + 1] = stack.child_bound[depth, at]
        stack.next_child[depth + 1] = -1
        depth += 1
    left, limits = open_plans(depth, best[0] + SLACK, stack)
    return nodes, left, limits


@compiled
def tighten(  # pragma: compiled
    depth: int,
    best: float,
    recipe: Recipe,
    exact: Exact,
    bounds: Bounding,
    aids: Aids,
    rules: Rules,
    stack: Stack,
    room: Ledger,
    money: Purse,
) -> bool:
    """Take out what rules and prices exclude, and bound the rest; False if nothing is left."""
    top = stack.top[depth]
    price = 0.0
    again = True
    while again:
        if not propagate(stack.domain[depth], rules):
            return False
        settle(depth, stack, exact, bounds)
        price = price_of_rest(depth, exact, stack)
        who_passes(stack.domain[depth], stack.high[depth], stack.low[depth], exact, bounds, room)
        bound = passing_worth(room.passes, top, exact.need, bounds.draws) - price
        stack.limit[depth] = min(stack.limit[depth], bound)
        if stack.limit[depth] <= best + SLACK:
            return False
        again = recipe.drop_dear and drop_dear(depth, bound, best, exact, stack)
    aim = best + SLACK + price
    return not recipe.price_help or could_help(
        room.high, top, room.surely, stack.fixed[depth], aim, exact, bounds, aids, money
    )


@compiled
def price_of_rest(depth: int, exact: Exact, stack: Stack) -> float:  # pragma: compiled
    """What is paid already, and the cheapest options of what is open."""
    price = stack.paid[depth]
    for v in range(stack.domain.shape[1]):
        if not stack.fixed[depth, v]:
            price += least_price(stack.domain[depth], v, exact.first_column, exact.price)
    return float(price)


@compiled
def drop_dear(  # pragma: compiled
    depth: int, bound: float, best: float, exact: Exact, stack: Stack
) -> bool:
    """Take out options so dear that no plan with them can beat the best; whether any went."""
    dropped = False
    for v in range(stack.domain.shape[1]):
        if stack.fixed[depth, v]:
            continue
        first = exact.first_column[v]
        least = least_price(stack.domain[depth], v, exact.first_column, exact.price)
        for k in range(exact.first_column[v + 1] - first):
            extra = exact.price[first + k] - least
            if stack.domain[depth, v, k] and bound - extra <= best + SLACK:
                stack.domain[depth, v, k] = False
                dropped = True
    return dropped


@compiled
def look_ahead(  # pragma: compiled
    depth: int,
    best: float,
    order: IntArray,
    exact: Exact,
    bounds: Bounding,
    stack: Stack,
    room: Ledger,
) -> int:
    """Bound every option of the next open variable; those that cannot beat the best go.

    Returns
    -------
    int
        The variable, its options put into ``stack.child``; `NONE_OPEN` if all are fixed, `DEAD`
        if it has no option left.
    """
    v = first_open(depth, order, stack.fixed)
    if v == NONE_OPEN:
        return NONE_OPEN
    plain = bounds.cues.leader.shape[0] == 0 and exact.lines.row.shape[0] == 0
    price = price_of_rest(depth, exact, stack)
    cheapest = least_price(stack.domain[depth], v, exact.first_column, exact.price)
    found = np.full(stack.domain.shape[2], -np.inf)
    alive = False
    for k in range(found.shape[0]):
        if not stack.domain[depth, v, k]:
            continue
        c = exact.first_column[v] + k
        if plain:
            most = option_worth(c, depth, stack.high, stack.top, exact, bounds, room)
        else:
            most = child_worth(depth, v, k, exact, bounds, stack, room)
        bound = min(most - price - (exact.price[c] - cheapest), stack.limit[depth])
        if bound > best + SLACK:
            found[k] = bound
            alive = True
        else:
            stack.domain[depth, v, k] = False
    rank(depth, found, stack)
    return v if alive else DEAD


@compiled
def first_open(depth: int, order: IntArray, fixed: BoolArray) -> int:  # pragma: compiled
    """The first variable in order that is not fixed yet, or `NONE_OPEN`."""
    for v in order:
        if not fixed[depth, v]:
            return int(v)
    return NONE_OPEN


@compiled
def child_worth(  # pragma: compiled
    depth: int, v: int, k: int, exact: Exact, bounds: Bounding, stack: Stack, room: Ledger
) -> float:
    """What passing may be worth with one more option chosen."""
    below = depth + 1
    descend(depth, v, k, stack)
    settle(below, stack, exact, bounds)
    who_passes(stack.domain[below], stack.high[below], stack.low[below], exact, bounds, room)
    return passing_worth(room.passes, stack.top[below], exact.need, bounds.draws)


@compiled
def option_worth(  # pragma: compiled
    c: int,
    depth: int,
    high: SingleArray,
    top: FloatArray,
    exact: Exact,
    bounds: Bounding,
    room: Ledger,
) -> float:
    """The same where nobody follows anybody and there are no red lines: without a copy."""
    score, passes, loss, down = room.score, room.passes, bounds.loss, bounds.down
    row, level, first = bounds.tests.row, bounds.tests.level, bounds.tests.first
    node, weight, start = bounds.tests.node, bounds.tests.weight, bounds.tests.start
    draws = score.shape[1]
    for n in range(score.shape[0]):
        for d in range(draws):
            score[n, d] = np.float32(start[n])
    for t in range(row.shape[0]):
        r = row[t]
        for e in range(first[t], first[t + 1]):
            n = node[e]
            w = np.float32(weight[e])
            for d in range(draws):
                passed = high[depth, r, d] - loss[c, r, d] >= level[t, d]
                score[n, d] += w if passed else np.float32(0)
    parts, part, part_weight = exact.wiring.first, exact.wiring.part, exact.wiring.weight
    for i in range(score.shape[0]):
        for j in range(parts[i], parts[i + 1]):
            w = np.float32(part_weight[j])
            for d in range(draws):
                score[i, d] += w if score[part[j], d] >= 0 else np.float32(0)
    count = 0
    total = 0.0
    nodes = exact.wiring.group_node
    for d in range(draws):
        passes[0, d] = True
    for g in range(nodes.shape[0]):
        for d in range(draws):
            passes[0, d] &= score[nodes[g], d] >= 0
    for d in range(draws):
        if passes[0, d]:
            count += 1
            total += max(top[depth, d] - down[c, d], 0.0)
    return total / bounds.draws if count >= exact.need else -np.inf


@compiled
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


@compiled
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
        for v in range(chosen.shape[0]):
            best_chosen[v] = chosen[v]
