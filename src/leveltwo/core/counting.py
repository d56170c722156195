"""Counting draws: in how many of them each deal passes each side's gates, and all gates."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray, WholeArray
from leveltwo.core.circuit import Circuit, Figures, circuit, figures
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.program import Program, flatten
from leveltwo.core.table import Table

AT_ONCE = 300_000_000
"""Deals × draws × tests between two looks whether to go on: a fraction of a second."""
MOST_DRAWS = 16_384
"""Draws that 16 bits can count."""


class GivenUp(Exception):
    """Nobody waits for this count any more."""


def approval(gates: Collection[GateRow], side: str | None = None) -> list[GateRow]:
    """The gates that approve a deal: those not marked implementation, of one side or of all."""
    return [g for g in gates if not g.implementation and side in (None, g.side)]


@dataclass(frozen=True)
class Counter:
    """Counts the draws in which deals pass, with some moves in force.

    Parameters
    ----------
    figures : Figures
        The numbers.
    circuit : Circuit
        How votes add up; one group of gates for each side, sides in alphabetical order.
    refused : BoolArray
        Shape (rows, columns): options that cross a red line.
    """

    figures: Figures
    circuit: Circuit
    refused: BoolArray

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.figures.base)

    @property
    def tests(self) -> int:
        """Votes tested for each deal in each draw."""
        return len(self.circuit.first) - 1

    def count(
        self,
        firsts: IntArray,
        lanes: IntArray,
        skip: BoolArray | None = None,
        wanted: Callable[[], bool] | None = None,
    ) -> WholeArray:
        """Count the draws in which the deals made of firsts and lanes pass.

        Parameters
        ----------
        firsts : IntArray
            Shape (firsts, first issues): columns chosen.
        lanes : IntArray
            Shape (last issues, lanes): columns chosen.
        skip : BoolArray or None
            Shape (firsts,): firsts that need not be counted.
        wanted : callable or None
            Asked now and then whether to go on.

        Returns
        -------
        WholeArray
            Shape (sides + 1, firsts, lanes): draws in which each side's gates pass,
            and in which all do. Time grows with deals × draws × tests that bounds leave
            open (see `kernels.block`).

        Raises
        ------
        GivenUp
            If told not to go on.
        """
        from leveltwo.core.kernels import block, bunch

        refused = np.ascontiguousarray(np.any(self.refused[:, lanes], axis=1), dtype=np.int16)
        crossed = np.where(
            np.any(self.refused[:, firsts], axis=2).T, 2, np.any(refused, axis=1)[None, :]
        ).astype(np.int64)
        room = bunch.rests(len(refused), lanes.shape[1]), bunch.bunch(self.circuit)
        scores = bunch.scores(self.circuit, lanes.shape[1])
        groups = len(self.circuit.group_first)
        found = np.zeros((groups, len(firsts), lanes.shape[1]), dtype=np.int32)
        for draws in self._spans(found[0].size):
            if wanted is not None and not wanted():
                raise GivenUp
            counts = bunch.counts(self.circuit, *found.shape[1:])
            block.count_block(
                draws,
                firsts,
                lanes,
                crossed,
                refused,
                np.zeros(len(firsts), dtype=np.bool_) if skip is None else skip,
                self.figures,
                self.circuit,
                *room,
                scores,
                counts,
            )
            found += counts.lane
            found += counts.whole[:, :, None].astype(np.int32)
        return found

    def _spans(self, deals: int) -> list[tuple[int, int]]:
        """Runs of draws that are counted in one go."""
        step = max(1, min(MOST_DRAWS, AT_ONCE // max(1, deals * self.tests)))
        return [(s, min(s + step, self.draws)) for s in range(0, self.draws, step)]


def counter(table: Table, moves: Collection[str], sides: Collection[str] = ()) -> Counter:
    """A counter of a table's draws.

    Parameters
    ----------
    table : Table
        The numbers.
    moves : collection of str
        Moves in force.
    sides : collection of str
        The sides whose gates matter; all unless told.
    """
    layout = table.layout
    groups = [approval(layout.gates, side) for side in sorted(sides or layout.case.sides)]
    program = flatten(table, groups)
    done = np.array([v.is_move and v.key in moves for v in layout.variables], dtype=np.bool_)
    columns = np.arange(issue_columns(layout))
    return Counter(
        figures(program, done, columns), circuit(program), _refused(program, done, len(columns))
    )


def issue_columns(layout: Layout) -> int:
    """Columns that belong to issues; they come before those of moves."""
    return sum(len(v.options) for v in layout.variables if not v.is_move)


def _refused(program: Program, done: BoolArray, columns: int) -> BoolArray:
    """Shape (rows, columns): options that a row refuses, no move in force lifting it."""
    lines = program.red_lines
    found = np.zeros((len(program.rows), columns), dtype=np.bool_)
    for i, (row, column) in enumerate(zip(lines.row, lines.column, strict=True)):
        lifters = lines.lifter[lines.first[i] : lines.first[i + 1]]
        found[row, column] |= not done[lifters].any()
    return found
