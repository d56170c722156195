"""The Pareto frontier and bargaining solutions against NegMAS, on the same values.

Both get the negotiators' gains from every deal of a random case of additive values. NegMAS
(`pareto_frontier_active`, which it recommends, then `nash_points`, `kalai_points` and
`max_welfare_points` on that frontier) and Level Two (`pareto.frontier`, then `bargaining.solutions`
from all gains again) must give the same points. The Kalai–Smorodinsky rule is left out: NegMAS
picks the point whose shares of the ideal differ least, Level Two the one whose least share is
largest, and on finite sets these differ.
"""

from __future__ import annotations

import statistics
import time
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from benchmarks.markdown import table
from benchmarks.results import Rows, keep
from leveltwo.core.arrays import FloatArray
from leveltwo.core.bargaining import solutions
from leveltwo.core.pareto import frontier
from leveltwo.solve.warm import warm

ISSUES = (3, 4, 5, 6)
OPTIONS = 10
RUNS = 7
LIMIT = 60.0
"""Seconds after which a side is not run again."""


def report(*, quick: bool = False) -> str:
    """Measure, keep, and tell."""
    return told(keep("negmas_peer", measure(quick=quick)))


def main() -> None:
    """Measure and print."""
    print(report())


def measure(*, quick: bool) -> Rows:
    """One record for each number of negotiators and of deals."""
    warm()
    rows: Rows = []
    for sides in (2, 3, 4):
        for issues in ISSUES[:3] if quick else ISSUES:
            gains = additive(issues, sides)
            ours, found = timed(partial(level_two, gains))
            theirs, expected = timed(partial(negmas, gains))
            assert_same(found, expected)
            rows.append({
                "sides": sides, "deals": len(gains), "frontier": len(found["frontier"]),
                "ours": ours, "theirs": theirs,
            })  # fmt: skip
    return rows


def additive(issues: int, sides: int, seed: int = 1) -> FloatArray:
    """Shape (deals, negotiators): gains from all deals, weights and ratings at random."""
    rng = np.random.default_rng(seed)
    total = np.zeros((1, sides))
    weights = rng.dirichlet(np.ones(issues), size=sides).T
    for weight in weights:
        options = rng.uniform(0, 100, size=(OPTIONS, sides)) * weight
        total = (total[:, None] + options).reshape(-1, sides)
    return np.round(total - 35.0, 6)


Points = dict[str, set[tuple[float, ...]]]


def level_two(gains: FloatArray) -> Points:
    """What Level Two finds."""
    edge = frontier(gains)
    picked = solutions(gains)
    return {"frontier": _set(gains[edge])} | {
        rule: set() if i is None else _set(gains[i : i + 1]) for rule, i in picked.items()
    }


def negmas(gains: FloatArray) -> Points:
    """What NegMAS finds."""
    from negmas.preferences import ops

    edge = gains[ops.pareto_frontier_active(gains)]
    points = [tuple(row) for row in edge.tolist()]
    ufuns: Any = [_Reserved()] * gains.shape[1]
    ranges = list(zip(gains.min(axis=0).tolist(), gains.max(axis=0).tolist(), strict=True))
    fair = [p for p in points if min(p) >= 0]
    return {
        "frontier": set(points),
        "nash": {p for p, _ in ops.nash_points(ufuns, fair, list(ranges))},
        "egalitarian": {p for p, _ in ops.kalai_points(ufuns, fair, list(ranges))},
        "utilitarian": {p for p, _ in ops.max_welfare_points(ufuns, points, list(ranges))},
    }


class _Reserved:
    """All that NegMAS asks of a negotiator here: gains are measured from no deal."""

    reserved_value = 0.0


def _set(points: FloatArray) -> set[tuple[float, ...]]:
    return {tuple(row) for row in points.tolist()}


def assert_same(found: Points, expected: Points) -> None:
    """The same frontier, and of each rule a point that NegMAS names too."""
    assert found["frontier"] == expected["frontier"]
    for rule in ("nash", "egalitarian", "utilitarian"):
        assert found[rule] <= expected[rule], rule
        assert bool(found[rule]) == bool(expected[rule]), rule


def timed(work: Callable[[], Points]) -> tuple[list[float], Points]:
    """Times of some runs, the first left out unless it took long; and the answer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        times: list[float] = []
        while True:
            began = time.perf_counter()
            found = work()
            times.append(time.perf_counter() - began)
            if len(times) > RUNS or sum(times) > LIMIT:
                return times[1:] or times, found


def told(rows: Rows) -> str:
    """Kept measurements in Markdown."""
    cells = [
        [
            str(row["sides"]),
            f"{row['deals']:,}",
            f"{row['frontier']:,}",
            _milliseconds(row["ours"]),
            _milliseconds(row["theirs"]),
            f"{statistics.median(row['theirs']) / statistics.median(row['ours']):.0f} ×",
        ]
        for row in rows
    ]
    from negmas import __version__

    head = ["negotiators", "deals", "frontier", "Level Two", f"NegMAS {__version__}", "ratio"]
    return f"{__doc__.partition(chr(10))[2].strip()}\n\n{table(head, cells)}"


def _milliseconds(times: list[float]) -> str:
    return f"{1000 * statistics.median(times):,.2f} ms"


if __name__ == "__main__":
    main()
