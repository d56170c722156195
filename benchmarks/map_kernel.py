"""The map's inner loop against a plain C loop, on one core, and two threads against one.

Both count, for every combination of options, the draws in which each side's gates pass and in
which all do, on the same table; their counts are compared, number by number.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from ctypes import CDLL
from dataclasses import replace

import numpy as np

from benchmarks.c_loop import Loop, bandwidth, compiled
from benchmarks.markdown import seconds, table
from benchmarks.plain_map import count_plainly
from benchmarks.questions import Size, question
from leveltwo.core.blocks import lanes_for
from leveltwo.core.compile import compile_table
from leveltwo.core.counting import Counter, counter
from leveltwo.core.crew import Threads
from leveltwo.core.kernels import block, bunch
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import map_deals
from leveltwo.core.sample import sample_of
from leveltwo.core.space import Space, space
from leveltwo.core.table import Table
from leveltwo.io.catalog import open_case
from leveltwo.solve.warm import warm

BUNDLED = {
    "german-unification-1990": 64,
    "brexit-withdrawal-2019": 1024,
    "metropcs-tmobile-2013": 1024,
}
"""Bundled cases, and draws such that a run takes a second or so in C."""
RANDOM = {"wide": Size(7, 4, 2, 20, 256), "judged": Size(7, 4, 2, 20, 256)}
C_LANES = 32
RUNS = 5
THREADS_CASE = "german-unification-1990"


def report(*, quick: bool = False) -> str:
    """Measure and tell."""
    warm()
    runs = 3 if quick else RUNS
    with compiled() as library:
        rows = [_row(name, _bundled(name, draws), library, runs) for name, draws in BUNDLED.items()]
        rows += [_row(f"random, {name}: {size}", question(name, size, 1), library, runs)
                 for name, size in RANDOM.items()]  # fmt: skip
        speed = bandwidth(library)
    head = ("case", "deals × draws", "C", "ours, plain", "ours", "C ÷ ours, plain", "C ÷ ours",
            "cells left by bounds", "cells a second: C", "ours, plain", "ours")  # fmt: skip
    return "\n\n".join((table(head, rows), _threads(runs), _roofline(speed), EXPLAINED))


EXPLAINED = """\
A cell is a deal, a draw and a vote tested; seconds are of processor time. The C loop (`map_loop.c`,
`gcc -O3 -march=native`) sums each half of the issues once, keeps the sums in the cache, and runs
over draws side by side in double precision. “Plain” is our loop without its bounds
(`plain_map.py`): it works out every cell too. With bounds, only the share named is left."""


def _bundled(name: str, draws: int) -> Table:
    case = open_case(name)
    return compile_table(Layout(case), sample_of(case, draws=draws).all_at_once(case))


def _row(name: str, of: Table, library: CDLL, runs: int) -> list[str]:
    one = counter(of, ())
    ours = Ours(one, space(of.layout, (), lanes_for(of.draws, one.tests)))
    deals = ours.space
    depth = len(deals.sizes) - 1
    while depth > 1 and np.prod(deals.sizes[depth - 1 :]) <= C_LANES:
        depth -= 1
    theirs = Loop(library, of, replace(deals, depth=depth))
    ways: list[Callable[[], float]] = [theirs.seconds, ours.plain_seconds, ours.seconds]
    theirs.seconds()
    for way in ways[1:]:
        way()
        assert (theirs.found() == ours.found()).all()
    runs_of = [[way() for way in ways] for _ in range(runs)]
    times = [statistics.median(each) for each in zip(*runs_of, strict=True)]
    ratios = [statistics.median(each[0] / each[w] for each in runs_of) for w in (1, 2)]
    combinations = deals.firsts * deals.lanes
    cells = combinations * of.draws * one.tests
    left = ours.done * deals.lanes
    return [
        name, f"{combinations:,} × {of.draws:,}", *map(seconds, times),
        *(f"{ratio:.2f}" for ratio in ratios), f"{100 * left / cells:.0f} %",
        *(f"{cells / spent / 1e9:.1f}·10⁹" for spent in times),
    ]  # fmt: skip


class Ours:
    """Our loop on one table, all firsts in one block."""

    def __init__(self, one: Counter, deals: Space) -> None:
        self.counter = one
        self.space = deals
        self.firsts = deals.first_columns(0, deals.firsts)
        self.lanes = deals.lane_columns
        refused = np.any(one.refused[:, self.lanes], axis=1)
        self.refused = np.ascontiguousarray(refused, dtype=np.int16)
        crosses = np.any(one.refused[:, self.firsts], axis=2).T
        self.crossed = np.where(crosses, 2, np.any(refused, axis=1)[None]).astype(np.int64)
        self.counts = bunch.counts(one.circuit, deals.firsts, deals.lanes)
        self.done = 0

    def seconds(self, count: Callable[..., int] = block.count_block) -> float:
        """Count in some way, and say how long it took."""
        one, lanes = self.counter, self.space.lanes
        self.counts.whole[:] = 0
        self.counts.lane[:] = 0
        room = bunch.rests(len(self.refused), lanes), bunch.bunch(one.circuit)
        scores = bunch.scores(one.circuit, lanes)
        skip = np.zeros(len(self.firsts), dtype=np.bool_)
        began = time.thread_time()
        self.done = count(
            (0, one.draws), self.firsts, self.lanes, self.crossed, self.refused, skip,
            one.figures, one.circuit, *room, scores, self.counts,
        )  # fmt: skip
        return time.thread_time() - began

    def plain_seconds(self) -> float:
        """The same without bounds."""
        return self.seconds(count_plainly)

    def found(self) -> np.ndarray:
        """Shape (sides + 1, combinations): the counts."""
        whole = self.counts.lane + self.counts.whole[:, :, None]
        return whole.reshape(len(whole), -1)


def _threads(runs: int) -> str:
    """Two threads against one, on a whole map."""
    case = open_case(THREADS_CASE)
    layout, sample = Layout(case), sample_of(case)
    spent: dict[int, list[list[float]]] = {1: [], 2: []}
    clocks = time.perf_counter, time.process_time, time.thread_time
    for _ in range(runs):
        for workers, times in spent.items():
            began = [clock() for clock in clocks]
            map_deals(layout, sample, (), 0.5, crew=Threads(workers))
            times.append([clock() - start for clock, start in zip(clocks, began, strict=True)])
    ratio = statistics.median(a[0] / b[0] for a, b in zip(spent[1], spent[2], strict=True))
    medians = {n: [statistics.median(m) for m in zip(*spent[n], strict=True)] for n in spent}
    (one, work, alone), (two, work_of_two, _) = medians[1], medians[2]
    return (
        f"A whole map of {THREADS_CASE} with {sample.draws:,} draws takes {seconds(one)} with one "
        f"thread and {seconds(two)} with two, which is {ratio:.2f} times as fast (medians of "
        f"{runs}). It takes {seconds(work)} of processor time with one and {seconds(work_of_two)} "
        f"with two; {seconds(alone)} of it cannot be shared out. So two processors that do nothing "
        f"else would be {work / (alone + (work_of_two - alone) / 2):.2f} times as fast."
    )


def _roofline(speed: float) -> str:
    """What a cell costs, and what bounds the loop."""
    return (
        "**Roofline.** A cell that is left costs two operations: a comparison, and an addition "
        "under a mask. It reads 2 bytes, the bucket of a rest, and reads and writes 4, a score. "
        "All that lies in the first two caches: what a draw needs takes less than a megabyte. "
        "Asked of main memory are the gains of each draw, once a block, and now and then the "
        "counts, 2 bytes for a deal and side, read and written once a draw where the gates are "
        "open: some twentieth of a byte for each cell, or less. One core gets "
        f"{speed / 1e9:.0f} GB/s here (the triad of McCalpin’s STREAM), enough for "
        f"{speed / 0.05 / 1e9:,.0f}·10⁹ cells a second. So operations bound the loop, not memory."
    )


def main() -> None:
    """Measure and print."""
    print(report())


if __name__ == "__main__":
    main()
