"""Good plans fast: climbing one change at a time from many starts."""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.program import tuple_of
from leveltwo.solve.problem import Problem

STARTS = 24


def climbs(
    problem: Problem, starts: Iterable[IntArray], seed: int, seconds: float | None = None
) -> tuple[float, IntArray] | None:
    """The best plan that climbing reaches.

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
    seconds : float or None
        Half of it may be spent here.

    Returns
    -------
    tuple or None
        Objective and plan; None if no climb ended at a plan that passes often enough.
    """
    from leveltwo.solve.kernels import NOTHING, climb, keeps_rules

    rng = np.random.default_rng(seed)
    rules, program = tuple_of(problem.rules), problem.program
    tests, cues, wiring, lines = program.arrays()
    began, best = time.monotonic(), None
    tries = [*(start.copy() for start in starts), *_random_starts(problem, rng)]
    for chosen in tries:
        if not keeps_rules(chosen, *rules) or not _permitted(problem, chosen):
            continue
        score = climb(
            chosen, problem.allowed, rng.permutation(len(chosen)), program.base, program.gain,
            program.first_column, problem.own, problem.own_base, problem.price, problem.need,
            tests, cues, wiring, lines, rules,
        )  # fmt: skip
        if score > NOTHING / 4 and (best is None or score > best[0] + 1e-12):
            best = float(score), chosen
        if seconds is not None and time.monotonic() - began > seconds / 2:
            break
    return best


def _permitted(problem: Problem, chosen: IntArray) -> bool:
    return bool(problem.allowed[np.arange(len(chosen)), chosen].all())


def _random_starts(problem: Problem, rng: np.random.Generator) -> Iterable[IntArray]:
    """Random plans that keep the rules: options drawn one by one, the rules applied after each."""
    from leveltwo.solve.kernels import propagate

    rules = tuple_of(problem.rules)
    for _ in range(STARTS):
        domain = problem.allowed.copy()
        if not propagate(domain, *rules):
            return
        good = True
        for v in rng.permutation(len(domain)):
            options = np.flatnonzero(domain[v])
            if len(options) > 1:
                domain[v] = False
                domain[v, rng.choice(options)] = True
                good = propagate(domain, *rules)
            if not good:
                break
        if good:
            yield domain.argmax(axis=1)
