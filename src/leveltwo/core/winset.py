"""Win-sets: how often each deal passes each side's gates."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
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
    counter = _Counter(program, table, moves)
    order = counter.order(deals)
    counts = np.zeros((len(deals), len(groups) + 1), dtype=np.int64)
    starts = range(0, len(deals), CHUNK)
    with ThreadPoolExecutor(WORKERS) as pool:
        jobs = [
            pool.submit(counter.count, deals, order[start : start + CHUNK], counts)
            for start in starts
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


class _Counter:
    """Counts the draws in which deals pass, issues that change most votes settled first."""

    def __init__(self, program: Program, table: Table, moves: Collection[str]) -> None:
        variables = table.layout.variables
        self.program = program
        self.done = np.array([v.is_move and v.key in moves for v in variables], dtype=np.int64)
        added = [v.first + 1 for v, on in zip(variables, self.done, strict=True) if on]
        self.base = program.base + program.gain[added].sum(axis=0)
        issues = issue_variables(table.layout)
        touched = _touched(program, issues)
        votes = np.bincount(program.exact.row, minlength=len(program.rows))
        self.place = np.argsort(-(touched @ votes), kind="stable")
        self.issues = issues[self.place]
        ordered = touched[self.place]
        self.level = len(issues) - np.argmax(ordered[::-1], axis=0)
        self.level[~ordered.any(axis=0)] = 0

    def order(self, deals: IntArray) -> IntArray:
        """Deals in lexicographic order of the issues as they are settled."""
        return np.lexsort(deals[:, self.place[::-1]].T)

    def count(self, deals: IntArray, which: IntArray, counts: IntArray) -> None:
        """Count some of the deals."""
        from leveltwo.core.kernels import count_deals

        program = self.program
        found = np.zeros((len(which), counts.shape[1]), dtype=np.int64)
        count_deals(
            np.ascontiguousarray(deals[which][:, self.place]),
            self.issues,
            self.level,
            self.base,
            program.gain,
            program.first_column,
            self.done.copy(),
            program.exact,
            program.cues,
            program.wiring,
            program.red_lines,
            found,
        )
        counts[which] = found


def _touched(program: Program, issues: IntArray) -> BoolArray:
    """Shape (issues, rows): whether an issue can change a row's vote, cues included."""
    first, lines, cues = program.first_column, program.red_lines, program.cues
    found = np.array([program.gain[first[i] : first[i + 1]].any(axis=(0, 2)) for i in issues])
    for row, column in zip(lines.row, lines.column, strict=True):
        found[:, row] |= (first[issues] <= column) & (column < first[issues + 1])
    for leader, follower in zip(cues.leader, cues.follower, strict=True):
        found[:, follower] |= found[:, leader]
    return found
