"""How long the main job takes: start-up, proofs on random cases and bundled ones, and maps."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.markdown import seconds, table
from benchmarks.questions import Size, question
from leveltwo.core.compile import compile_table
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import map_deals
from leveltwo.core.sample import sample_of
from leveltwo.io.catalog import open_case
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from leveltwo.solve.warm import warm

LIMIT = 60.0
INSTANCES = 10
CONFIDENCE = 0.5
CASES = ("german-unification-1990", "brexit-withdrawal-2019", "metropcs-tmobile-2013")


def report(*, quick: bool = False) -> str:
    """Measure and tell."""
    warm()
    limit = 10.0 if quick else LIMIT
    sizes = [Size(10, 4, 15, 20, draws) for draws in (64, 256)]
    rows = [
        _help(),
        *(_search(family, size, limit) for size in sizes for family in ("wide", "judged")),
        *map(_bundled, CASES),
        _map(),
    ]
    return table(("what", "median", "range", "note"), rows)


def _row(what: str, times: list[float], note: str) -> list[str]:
    low, high = seconds(min(times)), seconds(max(times))
    return [what, seconds(statistics.median(times)), f"{low} – {high}", note]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _help() -> list[str]:
    command = [sys.executable, "-m", "leveltwo.cli.main", "--help"]
    times = [_timed(lambda: subprocess.run(command, check=True, capture_output=True))
             for _ in range(9)]  # fmt: skip
    return _row("`leveltwo --help`", times, "wanted: at most 500 ms")


def _search(family: str, size: Size, limit: float) -> list[str]:
    found = [
        optimise(question(family, size, seed), Objective(), seconds=limit)
        for seed in range(INSTANCES)
    ]
    proved = sum(f.status is Status.OPTIMAL for f in found)
    note = f"{proved} of {INSTANCES} proved within {limit:.0f} s"
    return _row(f"proof: {size}, family “{family}”", [f.seconds for f in found], note)


def _bundled(name: str) -> list[str]:
    case = open_case(name)
    compiled = compile_table(Layout(case), sample_of(case).all_at_once(case))
    found = [optimise(compiled, Objective()) for _ in range(5)]
    note = f"{found[0].nodes:,} partial plans, {found[0].status.value}"
    return _row(f"proof: {name}, {compiled.draws:,} draws", [f.seconds for f in found], note)


def _map() -> list[str]:
    case = open_case("german-unification-1990")
    layout, sample = Layout(case), sample_of(case, draws=256)
    found = map_deals(layout, sample, (), CONFIDENCE)
    times = [_timed(lambda: map_deals(layout, sample, (), CONFIDENCE)) for _ in range(3)]
    cells = found.deals * sample.draws * len(layout.voters) / statistics.median(times)
    note = f"{found.deals:,} deals, {cells / 1e9:.1f}·10⁹ (deal × draw × voter) a second"
    return _row("map: German unification, 256 draws", times, note)


if __name__ == "__main__":
    print(report())
