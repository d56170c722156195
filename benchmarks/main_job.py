"""How long the main job takes: start-up, proofs on random cases, and maps.

Run with ``.venv/bin/python -m benchmarks.main_job``; prints a Markdown table of medians.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.instances import instance
from leveltwo.core.compile import compile_table
from leveltwo.core.deals import all_deals
from leveltwo.core.layout import Layout
from leveltwo.core.sample import sample_of
from leveltwo.core.winset import chances
from leveltwo.io.catalog import open_case
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from leveltwo.solve.warm import warm
from leveltwo.version import VERSION

LIMIT = 60.0
INSTANCES = 10


def main() -> None:
    """Measure and print."""
    warm()
    print(f"Level Two {VERSION}, Python {platform.python_version()}, {platform.machine()}\n")
    print("| what | median | range | note |\n|---|---|---|---|")
    for row in (_help(), _search(64), _search(256), _german(), _map()):
        print(row)


def _row(what: str, seconds: list[float], note: str) -> str:
    low, high = min(seconds), max(seconds)
    return f"| {what} | {statistics.median(seconds):.3f} s | {low:.3f}–{high:.3f} s | {note} |"


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _help() -> str:
    command = [sys.executable, "-m", "leveltwo.cli.main", "--help"]
    times = [_timed(lambda: subprocess.run(command, check=True, capture_output=True))
             for _ in range(9)]  # fmt: skip
    return _row("`leveltwo --help`", times, "bound: 0.5 s")


def _search(draws: int) -> str:
    times, proved = [], 0
    for seed in range(INSTANCES):
        case = Negotiation.model_validate(instance(seed, 10, 4, 15, 20, draws))
        table = compile_table(Layout(case), sample_of(case).all_at_once(case))
        found = optimise(table, Objective(), seconds=LIMIT)
        times.append(found.seconds)
        proved += found.status is Status.OPTIMAL
    what = f"proof: 10 issues × 4 options, 15 moves, 20 voters, {draws} draws"
    return _row(what, times, f"{proved} of {INSTANCES} proved within {LIMIT:.0f} s")


def _german() -> str:
    case = open_case("german-unification-1990")
    layout = Layout(case)
    table = compile_table(layout, sample_of(case).all_at_once(case))
    found = [optimise(table, Objective()) for _ in range(5)]
    note = f"{found[0].nodes} partial plans, {found[0].status.value}"
    return _row("proof: German unification, 1,024 draws", [f.seconds for f in found], note)


def _map() -> str:
    case = open_case("german-unification-1990")
    layout = Layout(case)
    deals = all_deals(layout)
    table = compile_table(layout, sample_of(case, draws=256).all_at_once(case))
    times = [_timed(lambda: chances(table, deals, ())) for _ in range(3)]
    cells = len(deals) * table.draws * len(layout.voters) / statistics.median(times)
    note = f"{len(deals):,} deals, {cells / 1e9:.1f}·10⁹ (deal × draw × voter) a second"
    return _row("map: German unification, 256 draws", times, note)


if __name__ == "__main__":
    main()
