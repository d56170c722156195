"""One general solver's answer to one question, exact and checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from benchmarks.models import cp_sat, highs, scip
from benchmarks.models.answer import Answer, checked, losses
from benchmarks.models.plain import Plain
from leveltwo.core.arrays import BoolArray

Attempt = Callable[[Plain, BoolArray, float], Answer]
SOLVERS: dict[str, Attempt] = {
    "CP-SAT": cp_sat.attempt,
    "HiGHS": highs.attempt,
    "SCIP": scip.attempt,
}


def solve(solver: str, asked: Plain, seconds: float) -> Answer:
    """Ask a general solver.

    Its model at first may leave out draws that would pass at a loss to us: that is smaller, much
    easier for it, and its bound holds all the same. Only if the plan proved best in that
    model passes at a loss somewhere is the loss counted there, and the model solved again.
    Every plan is judged by our own arithmetic; the best is kept.

    Parameters
    ----------
    solver : str
        One of `SOLVERS`.
    asked : Plain
        The question.
    seconds : float
        Time limit for solving, building not counted.
    """
    counted = np.zeros(asked.draws, dtype=np.bool_)
    best: Answer | None = None
    building = solving = 0.0
    while True:
        answer = checked(asked, counted, SOLVERS[solver](asked, counted, seconds - solving))
        building, solving = building + answer.building, solving + answer.seconds
        kept = answer if best is None or answer.claimed > best.claimed else best
        best = replace(
            kept, bound=answer.bound, proved=answer.proved, building=building, seconds=solving
        )
        uncounted = _uncounted(asked, answer) & ~counted
        if not answer.proved or not uncounted.any():
            return best
        if solving >= seconds:
            return replace(best, proved=False)
        counted |= uncounted


def _uncounted(asked: Plain, answer: Answer) -> BoolArray:
    if answer.chosen is None:
        return np.zeros(asked.draws, dtype=np.bool_)
    return losses(asked, answer.chosen)
