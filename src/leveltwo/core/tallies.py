"""Tallies: what plans are worth where a judgement turns out low, middling or high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.memory import reserve
from leveltwo.core.pert import pert
from leveltwo.core.returns import returns
from leveltwo.core.sample import Sample
from leveltwo.core.survey import survey
from leveltwo.model.negotiation import Negotiation

BINS = 8
"""Equal parts of a judgement's distribution; a power of two, so that each holds as many draws."""
MOOD = "mood."
REMEDY = "use fewer draws"


@dataclass(frozen=True)
class Tallies:
    """What some plans are worth in several independent samples, by parts of every judgement.

    Parameters
    ----------
    paths : tuple of str
        Document paths of the judgements that are uncertain, and ``mood.`` with a side's id.
    plans : FloatArray
        Shape (samples, plans): mean return, points.
    parts : FloatArray
        Shape (samples, paths, `BINS`, plans): what the draws in each part of a judgement's
        distribution contribute to that mean.
    best : FloatArray
        Shape (samples,): mean of the best plan's return, the best in every draw.
    """

    paths: tuple[str, ...]
    plans: FloatArray
    parts: FloatArray
    best: FloatArray


@dataclass(frozen=True)
class Tally:
    """The task of tallying one sample.

    Parameters
    ----------
    layout : Layout
        The structure.
    plans : sequence of IntArray or None
        Encoded plans; None for walking away.
    paths : tuple of str
        What to sort by.
    draws : int
        Draws of the sample.
    """

    layout: Layout
    plans: Sequence[IntArray | None]
    paths: tuple[str, ...]
    draws: int

    def __call__(self, seed: int) -> tuple[FloatArray, FloatArray, float]:
        """Mean return of every plan, the same by path and part, and that of the best in every draw.

        Shapes (plans,) and (paths, `BINS`, plans).
        """
        case = self.layout.case
        draws = Sample(self.draws, seed).all_at_once(case)
        made = [plan for plan in self.plans if plan is not None]
        wanted = sorted({int(c) for plan in made for c in columns(self.layout, plan)})
        found = returns(compile_table(self.layout, draws, wanted), self.plans)
        part = np.array([_part(case, draws, path) for path in self.paths])
        part = part.reshape(len(self.paths), self.draws)
        parts = np.stack([(part == n) @ found.T for n in range(BINS)], axis=1) / self.draws
        return found.mean(axis=1), parts, float(found.max(axis=0).mean())


def tallies(
    layout: Layout,
    plans: Sequence[IntArray | None],
    draws: int,
    seeds: Sequence[int],
    crew: Crew,
) -> Iterator[Tallies]:
    """Tally samples one after another, so that it can be stopped between them.

    Parameters
    ----------
    layout : Layout
        The structure.
    plans : sequence of IntArray or None
        Encoded plans; None for walking away.
    draws : int
        Draws of each sample.
    seeds : sequence of int
        Seed of each; the samples are scrambled independently (Owen 1995), so that the
        scatter of their means shows the error of the mean of all.
    crew : Crew
        Who does the work.

    Yields
    ------
    Tallies
        Of all samples so far. Time grows with draws × (plans × voters + judgements).

    Raises
    ------
    TooLarge
        If the sums would take too much memory.
    """
    paths = uncertain(layout.case)
    size = len(seeds) * len(paths) * BINS * len(plans)
    reserve("sums of all judgements", 3 * 8 * size, REMEDY)
    parts = np.empty((len(seeds), len(paths), BINS, len(plans)))
    means, best = np.empty((len(seeds), len(plans))), np.empty(len(seeds))
    work = crew.each(Tally(layout, plans, paths, draws), seeds)
    try:
        for i, (mean, part, top) in enumerate(work):
            means[i], parts[i], best[i] = mean, part, top
            yield Tallies(paths, means[: i + 1], parts[: i + 1], best[: i + 1])
    finally:
        work.close()


def uncertain(case: Negotiation) -> tuple[str, ...]:
    """What is not known and could be asked about: judgements with a range, and moods."""
    ranges = [path for path, (low, _, high) in survey(case).items() if low < high]
    moods = [f"{MOOD}{side}" for side in sorted(case.sides) if case.uncertainty.mood_of(side) > 0]
    return *ranges, *moods


def value_at(case: Negotiation, path: str, quantile: float) -> float:
    """The value that a judgement or a mood falls below with some chance, in (0, 1)."""
    if path.startswith(MOOD):
        return float(ndtri(quantile) * case.uncertainty.mood_of(path.removeprefix(MOOD)))
    return float(pert(np.array(quantile), *survey(case)[path]))


def quantiles(case: Negotiation, draws: Draws, path: str) -> FloatArray:
    """Shape (draws,): what share of its distribution lies below a judgement or a mood as drawn."""
    if path.startswith(MOOD):
        side = path.removeprefix(MOOD)
        return np.asarray(ndtr(draws.moods[side] / case.uncertainty.mood_of(side)))
    return draws.quantiles[path]


def _part(case: Negotiation, draws: Draws, path: str) -> IntArray:
    """Shape (draws,): in which part of a distribution each draw lies."""
    return np.minimum((quantiles(case, draws, path) * BINS).astype(np.int64), BINS - 1)
