"""Whether everybody agrees with brute force on small cases: our search and the general solvers.

Every plan of every case is evaluated. A solver must prove the value of the best one, and no
bound may lie below it; anything else fails the benchmark.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from benchmarks.markdown import table
from benchmarks.models.answer import assert_bound
from benchmarks.models.plain import Plain, plain
from benchmarks.models.solve import SOLVERS, solve
from benchmarks.questions import FAMILIES, Size, question
from benchmarks.rivals import OURS, ours
from leveltwo.core.arrays import IntArray
from leveltwo.solve.kernels import desk, worth
from leveltwo.solve.result import Status
from leveltwo.solve.warm import warm

SIZES = (Size(4, 3, 5, 8, 24), Size(5, 3, 4, 12, 1))
LIMIT = 60.0
NEAR = 1e-2
"""Points between values that count as the same: general solvers round."""


def report(*, quick: bool = False) -> str:
    """Compare and tell."""
    warm()
    seeds = range(3 if quick else 10)
    head = ("cases", "instances", "plans each", *(f"{s}: largest difference" for s in _solvers()))
    lines = [_line(family, size, seeds) for size in SIZES for family in FAMILIES]
    return "\n\n".join([INTRODUCTION, table(head, lines)])


INTRODUCTION = """\
Every plan is evaluated, and every solver proves its best. Differences are between that plan's
value by our arithmetic and the value of the best of all plans, in points."""


def _solvers() -> tuple[str, ...]:
    return (OURS, *SOLVERS)


def _line(family: str, size: Size, seeds: range) -> list[object]:
    worst = np.max([_differences(family, size, seed) for seed in seeds], axis=0)
    plans = size.options**size.issues * 2**size.moves
    return [f"{family}: {size}", len(seeds), f"{plans:,}", *(f"{x:.1e}" for x in worst)]


def _differences(family: str, size: Size, seed: int) -> list[float]:
    """How far each solver's proved best lies from the best of all plans, points."""
    asked = question(family, size, seed)
    plainly = plain(asked)
    best, chosen = _brute(plainly)
    found = ours(asked, LIMIT)
    assert found.status is Status.OPTIMAL, f"not proved: {family} {size} {seed}"
    values = [found.score]
    for name in SOLVERS:
        answer = solve(name, plainly, LIMIT)
        assert answer.proved, f"{name} has not proved {family} {size} {seed}"
        assert_bound(plainly, answer, chosen)
        values.append(answer.claimed)
    differences = [abs(value - best) for value in values]
    assert max(differences) < NEAR, f"{family} {size} {seed}: best {best}, found {values}"
    return differences


def _brute(asked: Plain) -> tuple[float, IntArray]:
    exact = asked.problem.exact
    room = desk(exact)
    return max(((worth(plan, exact, room)[0], plan) for plan in _plans(asked)), key=_value)


def _value(pair: tuple[float, IntArray]) -> float:
    return pair[0]


def _plans(asked: Plain) -> Iterator[IntArray]:
    options = (np.flatnonzero(allowed) for allowed in asked.problem.allowed)
    for plan in product(*options):
        yield np.array(plan, dtype=np.int64)


if __name__ == "__main__":
    print(report())
