"""Simulated annealing over plans, each change worked out from the margins it touches.

Named tuples of arrays are taken apart once: handing them to functions called for every change
would cost more than the change itself.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.compiled import compiled
from leveltwo.solve.kernels import propagate
from leveltwo.solve.rules import Rules
from leveltwo.solve.schedule import Schedule
from leveltwo.solve.search.trial import accept, attempt, begin, count, cross, hear, shift, sum_up
from leveltwo.solve.terrain import Terrain

RandomState = NDArray[np.uint64]
TASTE = 200
"""Changes made whatever they do, to learn how much changes matter."""


@compiled
def random_state(seed: int) -> RandomState:  # pragma: compiled
    """A state of the random numbers, well mixed."""
    state = np.empty(1, dtype=np.uint64)
    state[0] = (np.uint64(seed) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    for _ in range(8):
        toss(state)
    return state


@compiled
def toss(state: RandomState) -> float:  # pragma: compiled
    """A random number in [0, 1): xorshift64* (Vigna 2016)."""
    x = state[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    state[0] = x
    return float((x * np.uint64(2685821657736338717)) >> np.uint64(11)) * 2.0**-53


@compiled
def scatter(seed: int, domain: BoolArray, rules: Rules) -> bool:  # pragma: compiled
    """A random plan that keeps the rules: options drawn one by one, the rules applied after each.

    Parameters
    ----------
    domain : BoolArray
        Shape (variables, most options), options allowed; left with one for each variable.

    Returns
    -------
    bool
        False if the options drawn led to a dead end.
    """
    state = random_state(seed)
    variables = domain.shape[0]
    order = np.arange(variables)
    for i in range(variables - 1, 0, -1):
        j = int(toss(state) * (i + 1))
        order[i], order[j] = order[j], order[i]
    if not propagate(domain, rules):
        return False
    for v in order:
        left = 0
        for k in range(domain.shape[1]):
            left += domain[v, k]
        if left > 1:
            pick = int(toss(state) * left)
            for k in range(domain.shape[1]):
                if domain[v, k]:
                    domain[v, k] = pick == 0
                    pick -= 1
            if not propagate(domain, rules):
                return False
    return True


@compiled
def propose(  # pragma: compiled
    state: RandomState,
    pairs: float,
    open_: IntArray,
    option: IntArray,
    option_first: IntArray,
    chosen: IntArray,
    who: IntArray,
    new: IntArray,
) -> int:
    """Draw one or two open variables and another option of each; how many were drawn."""
    number = 1
    who[0] = open_[int(toss(state) * open_.shape[0])]
    if toss(state) < pairs:
        who[1] = open_[int(toss(state) * open_.shape[0])]
        number += who[1] != who[0]
    for j in range(number):
        first = option_first[who[j]]
        others = option_first[who[j] + 1] - first - 1
        at = first + int(toss(state) * others)
        new[j] = option[at] if option[at] < chosen[who[j]] else option[at + 1]
    return number


@compiled
def permitted(  # pragma: compiled
    number: int,
    who: IntArray,
    chosen: IntArray,
    rule_first: IntArray,
    rule: IntArray,
    first: IntArray,
    variable: IntArray,
    mask: BoolArray,
    use: FloatArray,
    limit: FloatArray,
) -> bool:
    """Whether a plan still keeps the rules after some variables have changed."""
    for j in range(number):
        for i in range(rule_first[who[j]], rule_first[who[j] + 1]):
            broken = True
            for e in range(first[rule[i]], first[rule[i] + 1]):
                broken &= mask[e, chosen[variable[e]]]
            if broken:
                return False
    for r in range(limit.shape[0]):
        used = 0.0
        for v in range(chosen.shape[0]):
            if use[r, v] > 0 and chosen[v] == 1:
                used += use[r, v]
        if used > limit[r]:
            return False
    return True


@compiled
def between(begin: float, end: float, share: float) -> float:  # pragma: compiled
    """A number part of the way from one to another, geometrically."""
    return float(begin * (end / begin) ** share)


@compiled
def copy_plan(chosen: IntArray, into: IntArray) -> None:  # pragma: compiled
    """Copy a plan."""
    for v in range(chosen.shape[0]):
        into[v] = chosen[v]


@compiled
def anneal(  # pragma: compiled
    seed: int,
    steps: int,
    plan: Schedule,
    chosen: IntArray,
    best_chosen: IntArray,
    halt: BoolArray,
    land: Terrain,
    rules: Rules,
) -> float:
    """Anneal from a plan that keeps the rules (Kirkpatrick, Gelatt & Vecchi 1983).

    Where gates fail the objective has a slope: a draw counts partly, the less the more it is
    short of votes, and voters count partly, the less the more they are short of points. Both
    fade to nothing, so that at the end what is maximised is nearly the objective itself.

    Parameters
    ----------
    seed : int
        Seed of the random numbers.
    steps : int
        Changes to try. Each takes time proportional to the rows it touches times draws.
    plan : Schedule
        How they are taken.
    chosen : IntArray
        Shape (variables,): where to start; changed.
    best_chosen : IntArray
        Overwritten with the best plan passed that reaches the floor, or the last plan.
    halt : BoolArray
        Shape (1,): looked at now and then; the annealing ends if true.
    land, rules
        The problem.

    Returns
    -------
    float
        About the objective of the best plan; minus infinity if none reached the floor.
    """
    base, gain, own_gain, own_base, price = (
        land.base,
        land.gain,
        land.own,
        land.own_base,
        land.price,
    )
    first_column, open_, touched = land.first_column, land.open_, land.touched
    option, option_first, need = land.option, land.option_first, land.need
    level, test_first, entry_first = land.level, land.test_first, land.entry_first
    node, weight, start, scale = land.node, land.weight, land.start, land.scale
    link_first, leader, plus, minus = land.link_first, land.leader, land.plus, land.minus
    for_level, against_level = land.for_level, land.against_level
    line_first, line_column = land.line_first, land.line_column
    lifter_first, lifter = land.lifter_first, land.lifter
    part_first, part, part_weight = land.part_first, land.part, land.part_weight
    goal, rule_first, rule = land.goal, land.rule_first, land.rule
    rules_first, rules_variable, mask = rules.first, rules.variable, rules.mask
    use, limit = rules.use, rules.limit

    rows, draws = base.shape
    nodes = start.shape[0]
    margin = np.empty((rows, draws), dtype=np.float32)
    trial_margin = np.empty((rows, draws), dtype=np.float32)
    own = np.empty(draws, dtype=np.float32)
    trial_own = np.empty(draws, dtype=np.float32)
    score = np.empty((2, nodes, draws), dtype=np.float32)
    trial_score = np.empty((2, nodes, draws), dtype=np.float32)
    room = np.empty((2, nodes, draws), dtype=np.float32)
    sums = np.empty((2, draws), dtype=np.float32)
    flag = np.ones(rows, dtype=np.bool_)
    out = np.ones(rows, dtype=np.bool_)
    crossed = np.zeros(rows, dtype=np.bool_)
    trial_crossed = np.zeros(rows, dtype=np.bool_)
    who, new, old = np.zeros(2, np.int64), np.zeros(2, np.int64), np.zeros(2, np.int64)
    state = random_state(seed)
    best, heat, tasted = -np.inf, 0.0, 0
    for at in range(-1, plan.levels):
        share = max(at, 0) / max(plan.levels - 1, 1)
        width = between(plan.wide, plan.narrow, share)
        sharp = 1.0 / between(plan.soft, plan.firm, share)
        slope = between(plan.steep, plan.flat, share)
        heat = heat / max(tasted, 1) if at == 0 else heat
        temperature = np.inf if at < 0 else heat * between(plan.hot, plan.cold, share)

        # From scratch, so that rounding does not add up.
        begin(chosen, first_column, base, gain, own_base, own_gain, start, flag, margin, own,
              score)  # fmt: skip
        cross(flag, chosen, first_column, line_first, line_column, lifter_first, lifter, crossed)
        hear(1, flag, margin, crossed, link_first, leader, plus, minus, for_level, against_level,
             margin)  # fmt: skip
        count(flag, margin, out, margin, crossed, level, test_first, entry_first, node, weight,
              sharp, score)  # fmt: skip
        paid = 0.0
        for v in range(chosen.shape[0]):
            paid += price[first_column[v] + chosen[v]]
        hope, real, passed = sum_up(
            score, own, scale, goal, part_first, part, part_weight, width, slope, plan.lure,
            need, room, sums,
        )  # fmt: skip
        now = hope - paid
        if passed >= need and real - paid > best:
            best = real - paid
            copy_plan(chosen, best_chosen)
        if halt[0] or open_.shape[0] == 0:
            break

        for _ in range(TASTE if at < 0 else max(steps // plan.levels, 1)):
            number = propose(state, plan.pairs, open_, option, option_first, chosen, who, new)
            for j in range(number):
                old[j] = chosen[who[j]]
                chosen[who[j]] = new[j]
            if not permitted(
                number, who, chosen, rule_first, rule, rules_first, rules_variable, mask, use, limit
            ):
                for j in range(number):
                    chosen[who[j]] = old[j]
                continue
            extra = 0.0
            for j in range(number):
                extra += price[first_column[who[j]] + new[j]] - price[first_column[who[j]] + old[j]]
            attempt(number, who, new, old, first_column, touched, own_gain, own, score, flag,
                    trial_own, trial_score)  # fmt: skip
            shift(number, who, new, old, flag, first_column, gain, margin, trial_margin)
            if line_column.shape[0]:
                cross(flag, chosen, first_column, line_first, line_column, lifter_first, lifter,
                      trial_crossed)  # fmt: skip
            if leader.shape[0]:
                hear(-1, flag, margin, crossed, link_first, leader, plus, minus, for_level,
                     against_level, trial_margin)  # fmt: skip
                hear(1, flag, trial_margin, trial_crossed, link_first, leader, plus, minus,
                     for_level, against_level, trial_margin)  # fmt: skip
            count(flag, margin, crossed, trial_margin, trial_crossed, level, test_first,
                  entry_first, node, weight, sharp, trial_score)  # fmt: skip
            hope, real, passed = sum_up(
                trial_score, trial_own, scale, goal, part_first, part, part_weight, width, slope,
                plan.lure, need, room, sums,
            )  # fmt: skip
            rise = hope - paid - extra - now
            if at < 0 and rise != 0.0:
                heat += abs(rise)
                tasted += 1
            if rise < 0.0 and rise < temperature * np.log(toss(state) + 1e-300):
                for j in range(number):
                    chosen[who[j]] = old[j]
                continue
            now = hope - paid - extra
            paid += extra
            accept(flag, trial_margin, trial_crossed, trial_own, trial_score, margin, crossed, own,
                   score)  # fmt: skip
            if passed >= need and real - paid > best:
                best = real - paid
                copy_plan(chosen, best_chosen)
    if best == -np.inf:
        copy_plan(chosen, best_chosen)
    return best
