"""Good plans fast: climbing one change at a time from many starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.solve.pace import Pace
from leveltwo.solve.problem import Problem

STARTS = 24
Known = tuple[float, IntArray]


def climbs(problem: Problem, starts: Iterable[IntArray], seed: int, pace: Pace) -> Iterator[Known]:
    """The plans that climbing reaches, each with its objective.

    Coordinate ascent: one issue or move is changed at a time while that helps, in a random
    order, from given starts and from random ones.

    Parameters
    ----------
    problem : Problem
        The problem.
    starts : iterable of IntArray
        Plans to start from; those that break a rule are left out.
    seed : int
        Seed of the random starts and orders.
    pace : Pace
        When to stop.

    Yields
    ------
    tuple
        Objective and plan, of the ends of climbs that pass often enough.
    """
    from leveltwo.solve.kernels import NOTHING, keeps_rules

    rng = np.random.default_rng(seed)
    given = (start for start in starts if _permitted(problem, start))
    for start in [*given, *_random_starts(problem, rng)]:
        if keeps_rules(start, problem.rules):
            chosen = start.copy()
            score = _climb(problem, chosen, rng.permutation(len(chosen)), pace)
            if score > NOTHING / 4:
                yield score, chosen
        if pace.over:
            break


def _climb(problem: Problem, chosen: IntArray, order: IntArray, pace: Pace) -> float:
    from leveltwo.solve.kernels import climb

    state, score = np.array([0, 0]), -np.inf
    while state[1] < len(order):
        with pace.look() as budget:
            score = climb(
                budget, state, chosen, problem.allowed, order, problem.exact, problem.rules
            )
        if pace.over:
            break
    return float(score)


def _permitted(problem: Problem, chosen: IntArray) -> bool:
    return bool(problem.allowed[np.arange(len(chosen)), chosen].all())


def _random_starts(problem: Problem, rng: np.random.Generator) -> Iterator[IntArray]:
    """Random plans that keep the rules: options drawn one by one, the rules applied after each."""
    from leveltwo.solve.kernels import propagate

    for _ in range(STARTS):
        domain = problem.allowed.copy()
        good = propagate(domain, problem.rules)
        for v in rng.permutation(len(domain)):
            options = np.flatnonzero(domain[v])
            if good and len(options) > 1:
                domain[v] = False
                domain[v, rng.choice(options)] = True
                good = propagate(domain, problem.rules)
        if good:
            yield domain.argmax(axis=1)
