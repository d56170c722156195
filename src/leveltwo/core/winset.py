"""Win-sets: how often each deal passes each side's gates."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.deals import issue_variables
from leveltwo.core.layout import GateRow
from leveltwo.core.program import Program, flatten
from leveltwo.core.table import Table

CHUNK = 4096
WORKERS = 2
Progress = Callable[[int, int], None]


def approval(layout_gates: Collection[GateRow], side: str | None = None) -> list[GateRow]:
    """The gates that approve a deal: those not marked implementation, of one side or of all."""
    return [g for g in layout_gates if not g.implementation and side in (None, g.side)]


def chances(
    table: Table, deals: IntArray, moves: Collection[str], progress: Progress | None = None
) -> FloatArray:
    """Chance that each deal passes each side's gates, and all gates.

    Parameters
    ----------
    table : Table
        The numbers.
    deals : IntArray
        Shape (deals, issues), in lexicographic order.
    moves : collection of str
        Moves in force.
    progress : callable or None
        Called with the number of deals done and of all deals.

    Returns
    -------
    FloatArray
        Shape (deals, sides + 1): sides in alphabetical order, then all together.
        Time grows with deals × draws × voters.
    """
    layout = table.layout
    groups = [approval(layout.gates, side) for side in sorted(layout.case.sides)]
    program = flatten(table, [*groups, approval(layout.gates)])
    counts = np.zeros((len(deals), len(groups) + 1), dtype=np.int64)
    starts = range(0, len(deals), CHUNK)
    with ThreadPoolExecutor(WORKERS) as pool:
        jobs = [
            pool.submit(_count, program, table, deals[s : s + CHUNK], moves, counts[s : s + CHUNK])
            for s in starts
        ]
        try:
            for n, job in enumerate(jobs):
                job.result()
                if progress is not None:
                    progress(min((n + 1) * CHUNK, len(deals)), len(deals))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return counts / table.draws


def _count(
    program: Program, table: Table, deals: IntArray, moves: Collection[str], counts: IntArray
) -> None:
    from leveltwo.core.kernels import count_deals

    variables = table.layout.variables
    done = np.array([int(v.is_move and v.key in moves) for v in variables], dtype=np.int64)
    added = [v.first + 1 for v, on in zip(variables, done, strict=True) if on]
    count_deals(
        np.ascontiguousarray(deals),
        issue_variables(table.layout),
        program.base + program.gain[added].sum(axis=0),
        program.gain,
        program.first_column,
        done,
        program.exact,
        program.cues,
        program.wiring,
        program.red_lines,
        counts,
    )
