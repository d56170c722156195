"""Swaps: the one term whose change would do most for somebody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import TOLERANCE, FloatArray, IntArray
from leveltwo.core.choice import decode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.means import weighted
from leveltwo.core.sample import Sample
from leveltwo.core.votes import cast, crossed_lines
from leveltwo.model.compatibility import conflicts
from leveltwo.model.plan import Plan

FELT = 0.5
"""Points below which a change of terms does nothing worth naming."""
Change = tuple[int, int]
"""A variable of the layout, and the option that it would have."""


@dataclass(frozen=True)
class Swap:
    """Another option for one issue, the rest of the plan as it is.

    Parameters
    ----------
    issue, option : str
        The change.
    points : float
        Mean points that it adds for somebody.
    ours : float
        Mean points that it adds for our negotiator.
    chance : float
        Chance that they would then vote for, everybody else hearing of it too.
    """

    issue: str
    option: str
    points: float
    ours: float
    chance: float


class Swaps:
    """Changes of one term that the case allows beside the rest of a plan.

    Parameters
    ----------
    layout : Layout
        The structure.
    chosen : IntArray
        Shape (variables,), the plan.
    """

    def __init__(self, layout: Layout, chosen: IntArray) -> None:
        self.layout = layout
        self.chosen = chosen
        self.allowed = list(self._allowed())
        self.refused = {c: crossed_lines(layout, self.changed(c)) for c in self.allowed}
        self.refuses = crossed_lines(layout, chosen)

    def _allowed(self) -> Iterator[Change]:
        layout, plan = self.layout, decode(self.layout, self.chosen)
        for i, variable in enumerate(layout.variables):
            for k, option in enumerate(variable.options):
                if not variable.is_move and k != self.chosen[i]:
                    changed = Plan({**plan.deal, variable.key: option}, plan.moves)
                    if next(conflicts(layout.case, changed), None) is None:
                        yield i, k

    def best(self, bloc: int, short: float, options: FloatArray, ours: FloatArray) -> Change | None:
        """The change that gives a bloc what it lacks and costs our negotiator least.

        Parameters
        ----------
        bloc : int
            The bloc.
        short : float
            Points that it lacks, below zero if it has some to spare.
        options : FloatArray
            Shape (columns, blocs), mean points that each option adds.
        ours : FloatArray
            Shape (columns,), what each option is worth to our negotiator on average.

        Returns
        -------
        tuple or None
            Where no change gives enough, the one that gives most; None if none gives anything, or
            if the bloc refuses an option of the plan and no single change takes it out.
        """
        found = []
        for change in self.allowed:
            points, gain = (self._more(change, worth) for worth in (options[:, bloc], ours))
            if self._accepts(bloc, change, points):
                enough = points + TOLERANCE >= short
                found.append((enough, gain if enough else points, points, gain, change))
        return max(found)[-1] if found else None

    def _more(self, change: Change, worth: FloatArray) -> float:
        variable, option = change
        first = self.layout.variables[variable].first
        return float(worth[first + option] - worth[first + self.chosen[variable]])

    def _accepts(self, bloc: int, change: Change, points: float) -> bool:
        """Whether a change helps a bloc: it gives points, or takes out what it refuses."""
        return not self.refused[change][bloc] and bool(self.refuses[bloc] or points >= FELT)

    def changed(self, change: Change) -> IntArray:
        """The plan with a change."""
        new = self.chosen.copy()
        new[change[0]] = change[1]
        return new

    def told(
        self,
        wanted: Mapping[int, Change],
        sample: Sample,
        options: FloatArray,
        ours: FloatArray,
    ) -> dict[int, Swap]:
        """By bloc, the changes wanted with what they come to.

        Time grows with changes × draws × voters.
        """
        changes = sorted(set(wanted.values()))
        if not changes:
            return {}
        blocks = sample.blocks(self.layout.case)
        for_ = weighted(self._block(draws, changes) for draws in blocks)["for"]
        return {
            bloc: Swap(
                issue=self.layout.variables[change[0]].key,
                option=self.layout.variables[change[0]].options[change[1]],
                points=self._more(change, options[:, bloc]),
                ours=self._more(change, ours),
                chance=float(for_[changes.index(change), bloc]),
            )
            for bloc, change in wanted.items()
        }

    def _block(self, draws: Draws, changes: list[Change]) -> tuple[int, dict[str, FloatArray]]:
        table = compile_table(self.layout, draws)
        blocs = len(self.layout.blocs)
        voted = [cast(table, self.changed(change)).for_[:blocs] for change in changes]
        return draws.size, {"for": np.array([for_.mean(axis=1) for for_ in voted])}
