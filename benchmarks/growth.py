"""How the time of the search and of the map grows with the size of a case.

One dimension is changed at a time, the others staying as in `BASE` and `MAP_BASE`. A curve
ends where fewer than half of the instances are proved within the limit.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from benchmarks.fit import fit
from benchmarks.markdown import seconds, table
from benchmarks.plot import Curve, draw
from benchmarks.questions import FAMILIES, Size, question, sampled
from benchmarks.results import FOLDER, Rows, keep
from benchmarks.rivals import ours
from leveltwo.core.mapping import map_deals
from leveltwo.solve.result import Status
from leveltwo.solve.warm import warm

BASE = Size(8, 4, 10, 20, 64)
MAP_BASE = Size(9, 4, 2, 20, 256)
CONFIDENCE = 0.5
SEARCH_AXES: dict[str, tuple[int, ...]] = {
    "issues": (4, 6, 8, 10, 12, 16, 20),
    "options": (2, 3, 4, 5, 6, 8, 10),
    "moves": (5, 10, 15, 20, 30, 40, 60),
    "voters": (6, 10, 20, 40, 80, 160),
    "draws": (16, 64, 256, 1024, 4096),
}
MAP_AXES: dict[str, tuple[int, ...]] = {
    "issues": (6, 7, 8, 9, 10, 11),
    "voters": (10, 20, 40, 80),
    "draws": (64, 256, 1024, 4096),
}
Timing = tuple[float, bool]
"""Seconds, and whether it ended within the limit."""


def report(*, quick: bool = False) -> str:
    """Measure, keep, and tell."""
    return told(keep("growth", measure(quick=quick)))


def measure(*, quick: bool) -> Rows:
    """One record for each point of each curve."""
    warm()
    seeds, limit = (3, 5.0) if quick else (5, 20.0)
    rows: Rows = []
    for family in FAMILIES:
        for axis, values in SEARCH_AXES.items():
            points = _curve(BASE, axis, values, family, seeds, partial(_search, limit=limit))
            rows += [{"what": "search", "limit": limit} | point for point in points]
    for axis, values in MAP_AXES.items():
        points = _curve(MAP_BASE, axis, values, "judged", 3, _map)
        rows += [{"what": "map", "limit": None} | point for point in points]
    return rows


def _curve(
    base: Size,
    axis: str,
    values: tuple[int, ...],
    family: str,
    seeds: int,
    timed: Callable[[str, Size, int], Timing],
) -> Iterator[dict[str, Any]]:
    for value in values:
        size = base._replace(**{axis: value})
        timings = [timed(family, size, seed) for seed in range(seeds)]
        ended = sum(fine for _, fine in timings)
        yield {
            "family": family, "axis": axis, "at": value, "size": list(size),
            "times": [spent for spent, _ in timings], "proved": ended,
        }  # fmt: skip
        if 2 * ended < seeds:
            return


def _search(family: str, size: Size, seed: int, limit: float) -> Timing:
    found = ours(question(family, size, seed), limit)
    return found.seconds, found.status is Status.OPTIMAL


def _map(family: str, size: Size, seed: int) -> Timing:
    layout, sample = sampled(family, size, seed)
    began = time.perf_counter()
    map_deals(layout, sample, (), CONFIDENCE)
    return time.perf_counter() - began, True


def told(rows: Rows) -> str:
    """The records as Markdown, and their plots."""
    parts = [INTRODUCTION.format(search=BASE, map=MAP_BASE)]
    for what, title, bases in (("search", "time to proof", SEARCH_AXES), ("map", "map", MAP_AXES)):
        ours_ = [row for row in rows if row["what"] == what]
        lines = [
            _line(family, axis, [r for r in ours_ if (r["family"], r["axis"]) == (family, axis)])
            for axis in bases
            for family in FAMILIES
            if any(r["family"] == family for r in ours_)
        ]
        head = ("dimension", "family", "medians", "growth", "what breaks first")
        parts += [f"### {title.capitalize()}", table(head, lines)]
        parts.append("\n".join(_picture(what, title, axis, ours_) for axis in bases))
    return "\n\n".join(parts)


INTRODUCTION = """\
One dimension changes at a time. Search: around {search}; both families. Map: around {map};
family “judged”, all deals (options to the power of issues), everything a user waits for. A
power law n^k and an exponential (a factor for each one more) are fitted to the proved medians;
the better is told. A curve ends where fewer than half of the instances are proved within the
limit; that point counts at the limit, is hollow in the plot and left out of the fit."""


def _line(family: str, axis: str, rows: Rows) -> list[str]:
    proved = [row for row in rows if _mostly(row)]
    medians = [statistics.median(row["times"]) for row in rows]
    growth = fit([r["at"] for r in proved], [statistics.median(r["times"]) for r in proved])
    shown = [f"{row['at']:,}: {seconds(m)}{'' if _mostly(row) else ' (not proved)'}"
             for row, m in zip(rows, medians, strict=True)]  # fmt: skip
    last = rows[-1]
    limit = "" if last["limit"] is None else f" in {seconds(last['limit'])}"
    broken = (
        f"nothing up to {last['at']:,}"
        if _mostly(last)
        else f"at {last['at']:,}, {last['proved']} of {len(last['times'])} proved{limit}"
    )
    return [axis, family, ", ".join(shown), str(growth) if growth else "too few points", broken]


def _mostly(row: dict[str, Any]) -> bool:
    return bool(2 * row["proved"] >= len(row["times"]))


def _picture(what: str, title: str, axis: str, rows: Rows) -> str:
    curves = []
    for family in FAMILIES:
        mine = [row for row in rows if (row["family"], row["axis"]) == (family, axis)]
        times = [row["times"] for row in mine]
        if mine:
            curves.append(
                Curve(
                    family,
                    [row["at"] for row in mine],
                    [statistics.median(t) for t in times],
                    [min(t) for t in times],
                    [max(t) for t in times],
                    [_mostly(row) for row in mine],
                )
            )
    name = f"{what}-{axis}.svg"
    draw(FOLDER / name, f"{title.capitalize()} against {axis}", axis, curves)
    return f"![{title} against {axis}](results/{name})"


if __name__ == "__main__":
    print(report())
