"""The plain C loop over all deals (``map_loop.c``), compiled and called with the same table."""

from __future__ import annotations

import ctypes
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.counting import approval, counter, issue_columns
from leveltwo.core.program import flatten
from leveltwo.core.space import Space
from leveltwo.core.table import Table

SOURCE = Path(__file__).with_name("map_loop.c")
COMMAND = ("gcc", "-O3", "-march=native", "-shared", "-fPIC")
FIELDS = ("rows", "draws", "tests", "links", "nodes", "groups", "firsts", "lanes",
          "first_issues", "last_issues")  # fmt: skip


class Sizes(ctypes.Structure):
    """The sizes of the arrays, as the C loop takes them."""

    _fields_ = [(name, ctypes.c_int64) for name in FIELDS]


@contextmanager
def compiled() -> Iterator[ctypes.CDLL]:
    """The compiled loop, for as long as its folder lasts."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "map_loop.so"
        subprocess.run([*COMMAND, "-o", str(library), str(SOURCE)], check=True)
        yield ctypes.CDLL(str(library))


class Loop:
    """The C loop on one table, the issues split as it likes best: few lanes, that fit the cache."""

    def __init__(self, library: ctypes.CDLL, table: Table, space: Space) -> None:
        layout = table.layout
        groups = [approval(layout.gates, side) for side in sorted(layout.case.sides)]
        program = flatten(table, groups)
        columns = issue_columns(layout)
        exact, cues, wiring = program.exact, program.cues, program.wiring
        self.firsts = np.ascontiguousarray(space.first_columns(0, space.firsts))
        self.lanes = np.ascontiguousarray(space.lane_columns.T)
        self.counts = np.empty((len(groups) + 1, space.firsts, space.lanes), dtype=np.int32)
        refused = np.ascontiguousarray(counter(table, ()).refused.T, dtype=np.uint8)
        self.sizes = Sizes(
            len(program.rows), table.draws, len(exact.row), len(cues.leader), len(exact.start),
            len(groups), space.firsts, space.lanes, self.firsts.shape[1], self.lanes.shape[1],
        )  # fmt: skip
        self.base = program.base.copy()
        for variable in layout.variables:
            if variable.is_move:
                self.base += program.gain[variable.first]
        self.arrays = [
            np.ascontiguousarray(a)
            for a in (
                program.gain[:columns], self.base, exact.level, exact.row, exact.first, exact.node,
                exact.weight, exact.start, cues.plus, cues.minus, cues.for_level,
                cues.against_level, cues.leader, cues.follower, wiring.first, wiring.part,
                wiring.weight, wiring.group_first, wiring.group_node, self.firsts, self.lanes,
                refused,
            )
        ]  # fmt: skip
        self.call = library.map_loop

    def seconds(self) -> float:
        """Count, and say how long it took."""
        self.counts[:] = 0
        pointers = [a.ctypes.data_as(ctypes.c_void_p) for a in [*self.arrays, self.counts]]
        began = time.thread_time()
        self.call(ctypes.byref(self.sizes), *pointers)
        return time.thread_time() - began

    def found(self) -> IntArray:
        """Shape (sides + 1, combinations): the counts."""
        return self.counts.reshape(len(self.counts), -1).astype(np.int64)


def bandwidth(library: ctypes.CDLL, size: int = 16_000_000, times: int = 7) -> float:
    """Bytes a second that one core moves in the triad of STREAM, at best of some runs."""
    arrays: list[FloatArray] = [np.ones(size) for _ in range(3)]
    pointers = [a.ctypes.data_as(ctypes.c_void_p) for a in arrays]
    best = np.inf
    for _ in range(times):
        began = time.perf_counter()
        library.triad(*pointers, ctypes.c_int64(size))
        best = min(best, time.perf_counter() - began)
    return 3 * 8 * size / best
