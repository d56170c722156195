"""Compiled pieces of the search: the worth of a plan, its rules, and the step uphill."""

from __future__ import annotations

import numpy as np
from numba import njit

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.kernels import cross, group_passes, hear, tally

NOTHING = -1e300


@njit(cache=True, nogil=True)
def propagate(  # pragma: compiled
    domain: BoolArray,
    first: IntArray,
    variable: IntArray,
    mask: BoolArray,
    use: FloatArray,
    limit: FloatArray,
) -> bool:
    """Take out of the domains what the rules now exclude.

    Parameters
    ----------
    domain : BoolArray
        Shape (variables, most options), changed in place.

    Returns
    -------
    bool
        False if some rule can no longer be kept.
    """
    width = domain.shape[1]
    changed = True
    while changed:
        changed = False
        for r in range(first.shape[0] - 1):
            loose = -1
            number = 0
            broken_off = False
            for e in range(first[r], first[r + 1]):
                v = variable[e]
                inside = False
                outside = False
                for k in range(width):
                    if domain[v, k]:
                        if mask[e, k]:
                            inside = True
                        else:
                            outside = True
                if not inside:
                    broken_off = True
                    break
                if outside:
                    number += 1
                    loose = e
                    if number > 1:
                        break
            if broken_off or number > 1:
                continue
            if number == 0:
                return False
            v = variable[loose]
            for k in range(width):
                if mask[loose, k] and domain[v, k]:
                    domain[v, k] = False
                    changed = True
        for r in range(limit.shape[0]):
            used = 0.0
            for v in range(domain.shape[0]):
                if use[r, v] > 0 and domain[v, 1] and not domain[v, 0]:
                    used += use[r, v]
            if used > limit[r]:
                return False
            for v in range(domain.shape[0]):
                if use[r, v] > 0 and domain[v, 0] and domain[v, 1] and used + use[r, v] > limit[r]:
                    domain[v, 1] = False
                    changed = True
    return True


@njit(cache=True, nogil=True)
def keeps_rules(  # pragma: compiled
    chosen: IntArray,
    first: IntArray,
    variable: IntArray,
    mask: BoolArray,
    use: FloatArray,
    limit: FloatArray,
) -> bool:
    """Whether a complete plan keeps every rule."""
    for r in range(first.shape[0] - 1):
        broken = True
        for e in range(first[r], first[r + 1]):
            if not mask[e, chosen[variable[e]]]:
                broken = False
                break
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


@njit(cache=True, nogil=True)
def worth(  # pragma: compiled
    chosen: IntArray,
    base: FloatArray,
    gain: FloatArray,
    first_column: IntArray,
    own: FloatArray,
    own_base: FloatArray,
    price: FloatArray,
    need: int,
    tests: tuple,  # type: ignore[type-arg]
    cues: tuple,  # type: ignore[type-arg]
    wiring: tuple,  # type: ignore[type-arg]
    lines: tuple,  # type: ignore[type-arg]
    margin: FloatArray,
    score: FloatArray,
    passes: BoolArray,
    crossed: BoolArray,
) -> tuple[float, int]:
    """The objective of a complete plan, and the number of draws in which it passes.

    The objective is far below anything real (`NOTHING` plus the draws passed) if the plan
    passes too seldom, so that a climb towards the floor still has a direction.
    """
    draws = base.shape[1]
    columns = first_column[: chosen.shape[0]] + chosen
    margin[:] = base
    for v in range(columns.shape[0]):
        c = columns[v]
        for r in range(base.shape[0]):
            for d in range(draws):
                margin[r, d] += gain[c, r, d]
    cross(columns, chosen, lines[0], lines[1], lines[2], lines[3], crossed)
    hear(margin, crossed, cues[0], cues[1], cues[2], cues[3], cues[4], cues[5])
    tally(
        margin, crossed, tests[0], tests[1], tests[2], tests[3], tests[4], tests[5],
        wiring[0], wiring[1], wiring[2], score,
    )  # fmt: skip
    group_passes(score, wiring[3], wiring[4], passes)
    count = 0
    total = 0.0
    for d in range(draws):
        if passes[0, d]:
            count += 1
            total += own_base[d]
            for v in range(columns.shape[0]):
                total += own[columns[v], d]
    value = total / draws
    for v in range(columns.shape[0]):
        value -= price[columns[v]]
    if count < need:
        return NOTHING * (1.0 - 0.5 * count / draws), count
    return value, count


@njit(cache=True, nogil=True)
def climb(  # pragma: compiled
    chosen: IntArray,
    allowed: BoolArray,
    order: IntArray,
    base: FloatArray,
    gain: FloatArray,
    first_column: IntArray,
    own: FloatArray,
    own_base: FloatArray,
    price: FloatArray,
    need: int,
    tests: tuple,  # type: ignore[type-arg]
    cues: tuple,  # type: ignore[type-arg]
    wiring: tuple,  # type: ignore[type-arg]
    lines: tuple,  # type: ignore[type-arg]
    rules: tuple,  # type: ignore[type-arg]
) -> float:
    """Change one variable at a time, in a given order, while that raises the objective.

    Parameters
    ----------
    chosen : IntArray
        Shape (variables,): a plan that keeps the rules; overwritten with the plan reached.
    order : IntArray
        Shape (variables,): the order in which variables are tried.

    Returns
    -------
    float
        The objective reached.
    """
    margin = np.empty_like(base)
    score = np.empty((tests[5].shape[0], base.shape[1]))
    passes = np.empty((1, base.shape[1]), dtype=np.bool_)
    crossed = np.zeros(base.shape[0], dtype=np.bool_)
    best, _ = worth(
        chosen, base, gain, first_column, own, own_base, price, need, tests, cues, wiring, lines,
        margin, score, passes, crossed,
    )  # fmt: skip
    improved = True
    while improved:
        improved = False
        for i in range(order.shape[0]):
            v = order[i]
            before = chosen[v]
            keep = before
            for k in range(first_column[v + 1] - first_column[v]):
                if k == before or not allowed[v, k]:
                    continue
                chosen[v] = k
                if not keeps_rules(chosen, rules[0], rules[1], rules[2], rules[3], rules[4]):
                    continue
                value, _ = worth(
                    chosen, base, gain, first_column, own, own_base, price, need, tests, cues,
                    wiring, lines, margin, score, passes, crossed,
                )  # fmt: skip
                if value > best + 1e-12:
                    best = value
                    keep = k
                    improved = True
            chosen[v] = keep
    return best
