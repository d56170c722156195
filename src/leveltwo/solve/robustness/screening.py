"""Screening: which plans are worth comparing closely, and where to look for more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.draws import Draws
from leveltwo.core.table import Table
from leveltwo.core.tallies import BINS, Tallies, quantiles
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.robustness.candidates import Choice
from leveltwo.solve.robustness.choosing import WORTHLESS, Comparison

ASKED = 4
"""Judgements that are looked into for each of two reasons."""
NODES = 300
"""Partial plans that a search may look at."""
THIRDS = ((0.0, 1 / 3), (2 / 3, 1.0))


def worth_comparing(plans: Sequence[Choice], seen: Tallies, most: int) -> list[Choice]:
    """At most so many plans: the first, walking away, and those with the largest lead anywhere.

    Parameters
    ----------
    plans : sequence of IntArray or None
        All plans.
    seen : Tallies
        What they came to.
    most : int
        How many to keep.
    """
    mean, error = Comparison(seen.parts, 0).lead()
    anywhere = (mean - error).reshape(-1, len(plans)).max(axis=0, initial=-np.inf)
    overall = np.subtract(*Comparison(seen.plans, 0).lead())
    lead = np.maximum(anywhere, overall)
    kept = [i for i, plan in enumerate(plans) if i == 0 or plan is None]
    ranked = np.argsort(-lead, kind="stable").tolist()
    kept += [i for i in ranked if i not in kept and lead[i] > WORTHLESS][: most - len(kept)]
    return [plans[i] for i in sorted(kept)]


def influential(seen: Tallies) -> tuple[str, ...]:
    """Judgements by which the best of some plans, or the worth of the first, changes most."""
    comparison = Comparison(seen.parts, 0)
    lead = np.take_along_axis(comparison.lead()[0], comparison.choice()[..., None], -1)
    turning = lead.sum(axis=(1, 2))
    moving = (seen.parts[..., 0].mean(axis=0) * BINS).std(axis=1)
    found = [*_largest(turning), *_largest(moving)]
    return tuple(seen.paths[j] for j in dict.fromkeys(found))


def _largest(figures: IntArray) -> list[int]:
    ranked = np.argsort(-figures, kind="stable")[:ASKED]
    return [int(j) for j in ranked if figures[j] > WORTHLESS]


@dataclass(frozen=True)
class Thirds:
    """Looks for the plan that is best where a judgement is low, and where it is high.

    Parameters
    ----------
    table : Table
        The numbers.
    draws : Draws
        The draws behind them.
    objective : Objective
        What is wanted.
    starts : tuple of IntArray
        Plans to start from.
    """

    table: Table
    draws: Draws
    objective: Objective
    starts: tuple[IntArray, ...]

    def best(self, path: str, seconds: float | None) -> Iterator[IntArray]:
        """The best plan in the draws of the lowest third, then of the highest.

        Parameters
        ----------
        path : str
            The judgement.
        seconds : float or None
            Limit of each search.
        """
        quantile = quantiles(self.table.layout.case, self.draws, path)
        for low, high in THIRDS:
            inside = np.flatnonzero((quantile >= low) & (quantile <= high))
            if len(inside):
                yield from self._search(inside, seconds)

    def _search(self, inside: IntArray, seconds: float | None) -> Iterator[IntArray]:
        table = self.table.among(inside)
        found = optimise(table, self.objective, starts=self.starts, nodes=NODES, seconds=seconds)
        if found.interrupted:
            raise KeyboardInterrupt
        if found.chosen is not None:
            yield found.chosen
