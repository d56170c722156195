"""Our search against general solvers: the same random questions, time limits and threads.

Three sizes, two families of cases, seeds counted from 0 with none left out. General solvers get
exact models (`benchmarks.models`), two threads, and the time to build their models for nothing.
Every plan is judged by our arithmetic; claims and bounds are checked against each other, and a
contradiction fails the run.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.markdown import points, seconds, table
from benchmarks.questions import FAMILIES, Size
from benchmarks.results import Rows, keep
from benchmarks.rivals import ask
from leveltwo.solve.warm import warm


class Round(NamedTuple):
    """Questions of one size: how many seeds and seconds for us, and for each rival."""

    size: Size
    seeds: int
    limit: float
    rivals: dict[str, int]
    rivals_limit: float


SMALL = Size(10, 4, 15, 20, 64)
MIDDLE = Size(12, 4, 25, 30, 256)
CERTAIN = Size(30, 6, 60, 60, 1)
FULL = (
    Round(SMALL, 10, 60, {"CP-SAT": 10, "HiGHS": 2}, 60),
    Round(MIDDLE, 10, 60, {"CP-SAT": 1, "HiGHS": 1}, 60),
    Round(CERTAIN, 3, 10, {"CP-SAT": 3, "HiGHS": 3, "SCIP": 3}, 60),
)
QUICK = (
    Round(SMALL, 10, 10, {"CP-SAT": 2, "HiGHS": 2}, 10),
    Round(MIDDLE, 3, 10, {"CP-SAT": 1, "HiGHS": 1}, 10),
    Round(CERTAIN, 2, 10, {"CP-SAT": 2, "HiGHS": 2, "SCIP": 2}, 10),
)


def report(*, quick: bool = False) -> str:
    """Measure, keep, and tell."""
    return told(keep("search_peers", measure(QUICK if quick else FULL)))


def measure(rounds: tuple[Round, ...]) -> Rows:
    """One record for each question and solver."""
    warm()
    return [row for each in rounds for family in FAMILIES for row in _asked(each, family)]


def _asked(each: Round, family: str) -> Iterator[dict[str, Any]]:
    for seed in range(each.seeds):
        rivals = [name for name, seeds in each.rivals.items() if seed < seeds]
        yield from ask(family, each.size, seed, each.limit, rivals, each.rivals_limit)


def told(rows: Rows) -> str:
    """The records as Markdown."""
    sizes = list(dict.fromkeys(tuple(row["size"]) for row in rows))
    parts = [INTRODUCTION]
    for size in sizes:
        for family in FAMILIES:
            own = [r for r in rows if tuple(r["size"]) == size and r["family"] == family]
            parts += [f"### {Size(*size)}: family “{family}”", _summary(own), _each(own)]
    return "\n\n".join(parts)


INTRODUCTION = """\
*wide*: every number a wide range, moves that help many people (`benchmarks/instances.py`); the
best plans often pass in a minority of draws. *judged*: words, ranges, numbers of people addressed,
costs and chances in the shares in which they occur in the bundled cases (`benchmarks/judged.py`).
Seeds count from 0; none is left out. Our time is everything from the table on, arrays and bounds
included; that of others leaves out the building of their models (in brackets). *Gap* is bound
less value, in points (0 when proved); *best* is the highest value that anybody found for that
seed, walking away (0) included. “3.1 ≤ 9.8” is a value without a proof, and its bound."""


def _summary(rows: Rows) -> str:
    solvers = list(dict.fromkeys(row["solver"] for row in rows))
    head = ("solver", "limit", "proved", "median time", "slowest", "mean gap", "value, % of best")
    lines = [_line(s, [row for row in rows if row["solver"] == s], _best(rows)) for s in solvers]
    return table(head, lines)


def _line(solver: str, rows: Rows, best: dict[int, float]) -> list[object]:
    times = [row["seconds"] for row in rows]
    gaps = [row["bound"] - (row["value"] or 0.0) for row in rows if row["bound"] is not None]
    most = sum(best[row["seed"]] for row in rows)
    got = sum(max(row["value"] or 0.0, 0.0) for row in rows)
    return [
        solver,
        seconds(rows[0]["limit"]),
        f"{sum(row['proved'] for row in rows)} of {len(rows)}",
        seconds(statistics.median(times)),
        seconds(max(times)),
        points(statistics.mean(gaps)) if gaps else "–",
        f"{100 * got / most:.1f}" if most else "–",
    ]


def _best(rows: Rows) -> dict[int, float]:
    """By seed, the highest value found; walking away is worth 0."""
    seeds = {row["seed"] for row in rows}
    return {s: max(0.0, *(r["value"] or 0.0 for r in rows if r["seed"] == s)) for s in seeds}


def _each(rows: Rows) -> str:
    solvers = list(dict.fromkeys(row["solver"] for row in rows))
    asked = {(row["seed"], row["solver"]): row for row in rows}
    lines = [
        [seed, *(_cell(asked.get((seed, solver))) for solver in solvers)]
        for seed in sorted({row["seed"] for row in rows})
    ]
    return table(("seed", *solvers), lines)


def _cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return ""
    building = f" (+ {seconds(row['building'])})" if "building" in row else ""
    value = points(row["value"])
    what = value if row["proved"] else f"{value} ≤ {points(row['bound'])}"
    return f"{what} in {seconds(row['seconds'])}{building}"


if __name__ == "__main__":
    print(report())
