"""What each ingredient of the search is worth: all of it, against all but one.

The parts are those of `leveltwo.solve.recipe.Recipe`, and the second core.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from benchmarks.markdown import seconds, table
from benchmarks.questions import FAMILIES, Size, question
from benchmarks.results import Rows, keep
from benchmarks.rivals import NEAR
from leveltwo.core.crew import Threads
from leveltwo.core.table import Table
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.recipe import FULL as WHOLE
from leveltwo.solve.recipe import Recipe
from leveltwo.solve.result import Found, Status
from leveltwo.solve.warm import warm

Way = Callable[[Table, Objective], Found]
SIZES = {"wide": Size(10, 4, 15, 20, 64), "judged": Size(12, 4, 25, 30, 256)}
LIMIT = 20.0
FULL = "full search"


def report(*, quick: bool = False) -> str:
    """Measure, keep, and tell."""
    seeds, limit = (range(3), 10.0) if quick else (range(10), LIMIT)
    return told(keep("ablation", compare(ways(limit), SIZES, seeds)))


def ways(limit: float) -> dict[str, Way]:
    """The full search, and it with one ingredient off, each with a time limit in seconds."""

    def way(recipe: Recipe = WHOLE, workers: int = 2) -> Way:
        return lambda asked, objective: optimise(
            asked, objective, seconds=limit, recipe=recipe, crew=Threads(workers)
        )

    return {
        FULL: way(),
        "no plans to begin with (incumbent)": way(WHOLE._replace(climb=False)),
        "issues and moves in the case’s own order": way(WHOLE._replace(order=False)),
        "dear options stay (cost bound)": way(WHOLE._replace(drop_dear=False)),
        "help still needed is free (help bound)": way(WHOLE._replace(price_help=False)),
        "one core": way(workers=1),
    }


def compare(ways: Mapping[str, Way], sizes: Mapping[str, Size], seeds: Sequence[int]) -> Rows:
    """One record for each question and way.

    Parameters
    ----------
    ways : mapping
        By name, how to search; the first is the full search.
    sizes : mapping
        By family, the size of its cases.
    seeds : sequence of int
        Which cases.

    Raises
    ------
    AssertionError
        If two ways prove different values.
    """
    warm()
    return [
        row
        for family, size in sizes.items()
        for seed in seeds
        for row in _each_way(ways, family, size, seed)
    ]


def _each_way(
    ways: Mapping[str, Way], family: str, size: Size, seed: int
) -> Iterator[dict[str, Any]]:
    asked = question(family, size, seed)
    found = {name: way(asked, Objective()) for name, way in ways.items()}
    proved = [f.score for f in found.values() if f.status is Status.OPTIMAL]
    assert max(proved, default=0) - min(proved, default=0) < NEAR, f"proofs differ: {proved}"
    for name, answer in found.items():
        yield {
            "way": name, "family": family, "size": list(size), "seed": seed,
            "proved": answer.status is Status.OPTIMAL,
            "seconds": answer.seconds, "nodes": answer.nodes,
        }  # fmt: skip


def told(rows: Rows) -> str:
    """The records as Markdown."""
    parts = [INTRODUCTION]
    for family in FAMILIES:
        mine = [row for row in rows if row["family"] == family]
        if mine:
            lines = [_line(way, mine) for way in dict.fromkeys(row["way"] for row in mine)]
            parts += [f"### {Size(*mine[0]['size'])}: family “{family}”", table(HEAD, lines)]
    return "\n\n".join(parts)


INTRODUCTION = """\
Each line is the search with one ingredient off, on the same cases in the same run. Ratios are to
the full search, instance by instance, and their geometric mean is told; where a proof was
not reached within the limit, the time at the limit counts, so the true ratio is larger (“≥”)."""

HEAD = ("search", "proved", "median time", "slowest", "time ×", "median nodes", "nodes ×")


def _line(way: str, rows: Rows) -> list[object]:
    mine = {row["seed"]: row for row in rows if row["way"] == way}
    full = {row["seed"]: row for row in rows if row["way"] == rows[0]["way"]}
    least = "" if all(row["proved"] for row in mine.values()) else "≥ "
    times = [row["seconds"] for row in mine.values()]
    return [
        way,
        f"{sum(row['proved'] for row in mine.values())} of {len(mine)}",
        seconds(statistics.median(times)),
        seconds(max(times)),
        f"{least}{_ratio(mine, full, 'seconds'):.2f}",
        f"{statistics.median(row['nodes'] for row in mine.values()):,.0f}",
        f"{least}{_ratio(mine, full, 'nodes'):.2f}",
    ]


def _ratio(mine: dict[int, Any], full: dict[int, Any], what: str) -> float:
    """Geometric mean of one quantity over what it is in the full search."""
    return statistics.geometric_mean(
        max(mine[seed][what], 1e-9) / max(full[seed][what], 1e-9) for seed in full
    )


if __name__ == "__main__":
    print(report())
