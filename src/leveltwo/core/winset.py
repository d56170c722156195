"""Win-sets: how often each of some deals passes each side's gates."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.counting import Counter, approval, counter
from leveltwo.core.crew import Crew, Threads
from leveltwo.core.table import Table

__all__ = ["CHUNK", "Progress", "approval", "chances"]

CHUNK = 4096
"""Deals counted together."""
Progress = Callable[[int, int], None]


def chances(
    table: Table,
    deals: IntArray,
    moves: Collection[str],
    progress: Progress | None = None,
    crew: Crew | None = None,
) -> FloatArray:
    """Chance that each of some deals passes each side's gates, and all gates.

    Parameters
    ----------
    table : Table
        The numbers.
    deals : IntArray
        Shape (deals, issues): options chosen, in any order.
    moves : collection of str
        Moves in force.
    progress : callable or None
        Called with the number of deals done and of all deals.
    crew : Crew or None
        Who does it; threads of this process unless told.

    Returns
    -------
    FloatArray
        Shape (deals, sides + 1): sides in alphabetical order, then all together.
        Time grows with deals × draws × voters. To map all deals see `mapping`, which is
        faster, since its deals share their options.
    """
    found = np.empty((len(deals), len(table.layout.case.sides) + 1))
    first = np.array([v.first for v in table.layout.variables if not v.is_move], dtype=np.int64)
    columns = np.ascontiguousarray((deals + first).T)
    listed = _Listed(counter(table, moves), columns)
    starts = range(0, len(deals), CHUNK)
    for start, part in zip(starts, (crew or Threads()).each(listed, starts), strict=True):
        found[start : start + CHUNK] = part
        if progress is not None:
            progress(min(start + CHUNK, len(deals)), len(deals))
    return found


@dataclass(frozen=True)
class _Listed:
    """The task of counting a chunk of listed deals."""

    counter: Counter
    columns: IntArray

    def __call__(self, start: int) -> FloatArray:
        nothing = np.empty((1, 0), dtype=np.int64)
        lanes = np.ascontiguousarray(self.columns[:, start : start + CHUNK])
        return self.counter.count(nothing, lanes)[:, 0].T / self.counter.draws
