"""What processes cost and bring against threads: starting, bytes moved, a map and a sweep."""

from __future__ import annotations

import pickle
import statistics
import time
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.markdown import seconds, table
from leveltwo.core.crew import Crew, Threads
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import map_deals
from leveltwo.core.sample import Sample
from leveltwo.io.catalog import open_case
from leveltwo.scale.cluster import Cluster
from leveltwo.scale.hiring import start
from leveltwo.scale.sweeps.run import run
from leveltwo.scale.sweeps.sweep import Sweep
from leveltwo.solve.warm import warm

MAPPED, MAP_DRAWS = "german-unification-1990", 512
SWEPT, SWEEP_DRAWS, POINTS = "metropcs-tmobile-2013", 1024, 128
EMPTY = 200
NOTE = """\
Medians of {times} runs in turn; ranges in brackets. Answers are asserted equal. Speed-up is against
one worker of the same kind. Bytes are those of the pickled task, once for each worker, of all items
and of all results; encryption and headers add little."""


@dataclass
class Weighed:
    """A crew that weighs what would move.

    Parameters
    ----------
    crew : Crew
        Who does the work.
    tasks, pieces : int
        Bytes of tasks, and of items and results.
    """

    crew: Crew
    tasks: int = 0
    pieces: int = 0
    count: int = field(default=0)

    def each(self, task: Callable[[Any], Any], items: Iterable[Any]) -> Generator[Any, None, None]:
        """Do a task for every item."""
        listed = list(items)
        self.tasks += len(pickle.dumps(task))
        self.count += len(listed)
        self.pieces += sum(len(pickle.dumps(item)) for item in listed)
        for result in self.crew.each(task, listed):
            self.pieces += len(pickle.dumps(result))
            yield result


def nothing(number: int) -> int:
    """An empty piece."""
    return number


def report(*, quick: bool = False) -> str:
    """Measure and tell."""
    warm()
    times = 3 if quick else 7
    began = time.perf_counter()
    with start(1) as one:
        first = time.perf_counter() - began
        began = time.perf_counter()
        with start(2) as two:
            starting = time.perf_counter() - began
            crews: dict[str, Crew] = {
                "1 thread": Threads(1),
                "2 threads": Threads(2),
                "1 process": one,
                "2 processes": two,
            }
            parts = [_start(first, starting, two)]
            for title, ask in (
                (f"A map of {MAPPED}, {MAP_DRAWS:,} draws", _map),
                (f"A sweep of {SWEPT}, {POINTS} points of {SWEEP_DRAWS:,} draws", _sweep),
            ):
                parts.append(f"**{title}.** {_compared(crews, ask, times)}")
    return "\n\n".join([*parts, NOTE.format(times=times)])


def _start(first: float, starting: float, crew: Cluster) -> str:
    list(crew.each(nothing, range(EMPTY)))
    began = time.perf_counter()
    list(crew.each(nothing, range(EMPTY)))
    each = (time.perf_counter() - began) / EMPTY
    return (
        f"Starting one process took {seconds(first)} with Dask's own import, two more "
        f"{seconds(starting)}. A piece that does nothing takes {1000 * each:.1f} ms on the way."
    )


def _map(crew: Crew) -> object:
    layout = Layout(open_case(MAPPED))
    return map_deals(layout, Sample(MAP_DRAWS, 1), (), 0.5, crew=crew)


def _sweep(crew: Crew) -> object:
    asked = Sweep(sample=POINTS, deal="history", moves=("history",), draws=SWEEP_DRAWS)
    return run(SWEPT, asked, crew=crew).rows


def _compared(crews: dict[str, Crew], ask: Callable[[Crew], object], times: int) -> str:
    weighed = Weighed(crews["1 thread"])
    expected = ask(weighed)
    cold = {name: _timed(ask, crew, expected) for name, crew in crews.items()}
    taken: dict[str, list[float]] = {name: [] for name in crews}
    for _ in range(times):
        for name, crew in crews.items():
            taken[name].append(_timed(ask, crew, expected))
    rows = [_row(name, cold[name], taken, weighed) for name in crews]
    head = ("who", "first time", "median", "speed-up", "bytes moved")
    return f"{weighed.count} pieces.\n\n{table(head, rows)}"


def _timed(ask: Callable[[Crew], object], crew: Crew, expected: object) -> float:
    began = time.perf_counter()
    found = ask(crew)
    took = time.perf_counter() - began
    assert found == expected, "the answer depends on who computes it"
    return took


def _row(name: str, cold: float, taken: dict[str, list[float]], weighed: Weighed) -> list[str]:
    workers, kind = name.split(" ", 1)
    median = statistics.median(taken[name])
    single = statistics.median(taken["1 thread" if kind.startswith("thread") else "1 process"])
    moved = int(workers) * weighed.tasks + weighed.pieces
    return [
        name,
        seconds(cold),
        f"{seconds(median)} [{seconds(min(taken[name]))} – {seconds(max(taken[name]))}]",
        f"{single / median:.2f}",
        "none" if kind.startswith("thread") else f"{moved / 1e6:.2f} MB",
    ]


def main() -> None:
    """Measure and print."""
    print(report())


if __name__ == "__main__":
    main()
