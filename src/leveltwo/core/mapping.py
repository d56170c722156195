"""Map: which deals each side could get approved, and which of them negotiators would pick."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.bargaining import solutions
from leveltwo.core.blocks import BlockTask, lanes_for, refuse_endless
from leveltwo.core.choice import decode, encode
from leveltwo.core.compile import compile_table
from leveltwo.core.counting import counter
from leveltwo.core.crew import Crew, Threads
from leveltwo.core.layout import Layout
from leveltwo.core.pareto import frontier
from leveltwo.core.partial import Partial, Picks, Ruler
from leveltwo.core.sample import Sample
from leveltwo.core.space import Space, space
from leveltwo.model.deal import Deal

Progress = Callable[[int, int], None]
CLOSE = 1e-9
FRONTIER_SHOWN = 50
BINS = 20
"""Equal parts of the chances by which deals are counted."""


@dataclass(frozen=True)
class Spot:
    """A deal on the map.

    Parameters
    ----------
    deal : dict
        The deal.
    chance : float
        Chance that it passes all gates.
    sides : dict
        Chance at each side's gates.
    gains : dict
        Mean gain of each side's negotiator over no deal, points.
    """

    deal: Deal
    chance: float
    sides: dict[str, float]
    gains: dict[str, float]


@dataclass(frozen=True)
class Map:
    """The deal space mapped.

    Parameters
    ----------
    sample : Sample
        The draws.
    moves : tuple of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing.
    deals : int
        Deals that the rules allow.
    winsets : dict
        Size of each side's win-set.
    overlap : int
        Deals in every side's win-set.
    pareto : int
        Points on the frontier of the negotiators' values, gates apart.
    frontier : tuple of Spot
        Deals of the frontier (the first 50 if there are more).
    solutions : dict
        What each rule picks within the overlap; None where there is nothing to pick.
    at_the_table : dict
        What each rule would pick if only the negotiators had to agree.
    likeliest : Spot or None
        The deal with the best chance at all gates, of equals the best for our negotiator.
    likely : tuple of Spot
        The ten likeliest deals, best first.
    histogram : tuple of int
        Deals by their chance at all gates, in twentieths: below .05, below .1, … and from .95.
    side_histograms : dict
        The same for each side's gates.
    """

    sample: Sample
    moves: tuple[str, ...]
    confidence: float
    deals: int
    winsets: dict[str, int]
    overlap: int
    pareto: int
    frontier: tuple[Spot, ...]
    solutions: dict[str, Spot | None]
    at_the_table: dict[str, Spot | None]
    likeliest: Spot | None
    likely: tuple[Spot, ...]
    histogram: tuple[int, ...]
    side_histograms: dict[str, tuple[int, ...]]


def map_deals(
    layout: Layout,
    sample: Sample,
    moves: Collection[str],
    confidence: float,
    progress: Progress | None = None,
    crew: Crew | None = None,
) -> Map:
    """Map every allowed deal.

    Time grows with deals × draws × voters, less what bounds decide; memory with draws, not
    with deals, which are taken a block at a time and forgotten.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    moves : collection of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing.
    progress : callable or None
        Called with the combinations of options looked at, and with all there are.
    crew : Crew or None
        Who does it; threads of this process unless told. The map is the same.

    Raises
    ------
    TooLarge
        If it could not be finished in reasonable time.
    """
    task = block_task(layout, sample, moves, confidence)
    parts = (crew or Threads()).each(task, task.each())
    whole = task.ruler.merged(_told(parts, task, progress), task.nothing())
    return _Drawer(layout, sample, task, whole).map(tuple(sorted(moves)), confidence)


def block_task(
    layout: Layout, sample: Sample, moves: Collection[str], confidence: float
) -> BlockTask:
    """The task of mapping blocks of a case's deals; see `map_deals`."""
    sizes = [len(v.options) for v in layout.variables if not v.is_move]
    tests = sum(len(seats) for gate in layout.gates for seats in gate.seats.values())
    refuse_endless(prod(sizes), sample.draws, tests)
    table = compile_table(layout, sample.all_at_once(layout.case))
    counts = counter(table, moves)
    sides = sorted(layout.case.sides)
    return BlockTask(
        counts,
        space(layout, moves, lanes_for(table.draws, counts.tests)),
        np.stack([table.worth[side].mean(axis=1) for side in sides]),
        Ruler(
            no_deal=np.array([np.mean(table.no_deal[side]) for side in sides]),
            ours=sides.index(layout.case.viewpoint),
            least=_least(confidence, table.draws),
            draws=table.draws,
        ),
    )


def _least(confidence: float, draws: int) -> int:
    """Draws in which a deal must pass for its chance to reach the confidence."""
    return int(np.argmax(np.arange(draws + 1) / draws >= confidence - CLOSE))


def _told(
    parts: Iterator[Partial], task: BlockTask, progress: Progress | None
) -> Iterator[Partial]:
    """The parts, telling how many combinations have been looked at."""
    for (_, stop), part in zip(task.each(), parts, strict=True):
        if progress is not None:
            progress(stop * task.space.lanes, task.space.firsts * task.space.lanes)
        yield part


class _Drawer:
    """Puts a map together from what its blocks came to."""

    def __init__(self, layout: Layout, sample: Sample, task: BlockTask, whole: Partial) -> None:
        self.layout = layout
        self.case = layout.case
        self.sample = sample
        self.space: Space = task.space
        self.ruler = task.ruler
        self.whole = whole
        self.place = {side: i for i, side in enumerate(sorted(layout.case.sides))}

    def map(self, moves: tuple[str, ...], confidence: float) -> Map:
        """The map."""
        whole, histogram = self.whole, self.whole.histogram
        edge = whole.edge.take(frontier(whole.edge.values)) if len(whole.edge) else whole.edge
        likely = self._spots(self.ruler.ranked(whole.likely))
        return Map(
            sample=self.sample,
            moves=moves,
            confidence=confidence,
            deals=whole.deals,
            winsets={
                side: int(histogram[self.place[side], self.ruler.least :].sum())
                for side in self.case.sides
            },
            overlap=whole.overlap,
            pareto=len(edge),
            frontier=self._spots(edge.take(np.arange(min(len(edge), FRONTIER_SHOWN)))),
            solutions=self._solve(whole.inside),
            at_the_table=self._solve(whole.edge),
            likeliest=likely[0] if likely else None,
            likely=likely,
            histogram=_binned(histogram[-1]),
            side_histograms={s: _binned(histogram[self.place[s]]) for s in self.case.sides},
        )

    def _solve(self, among: Picks) -> dict[str, Spot | None]:
        """The deal each rule picks; none off the frontier is better by any of them."""
        picked = solutions(among.values - self.ruler.no_deal)
        which = np.array([i for i in picked.values() if i is not None], dtype=np.int64)
        found = iter(self._spots(among.take(which)))
        return {rule: None if i is None else next(found) for rule, i in picked.items()}

    def _spots(self, picks: Picks) -> tuple[Spot, ...]:
        rows = zip(
            picks.number.tolist(),
            (picks.values - self.ruler.no_deal).tolist(),
            (picks.counts / self.sample.draws).tolist(),
            strict=True,
        )
        return tuple(self._spot(*row) for row in rows)

    def _spot(self, number: int, gains: Sequence[float], chances: Sequence[float]) -> Spot:
        options = self.space.options(number)
        issues = [v for v in self.layout.variables if not v.is_move]
        deal = {v.key: v.options[k] for v, k in zip(issues, options, strict=True)}
        return Spot(
            deal=decode(self.layout, encode(self.layout, deal)).deal,
            chance=chances[-1],
            sides={side: chances[self.place[side]] for side in self.case.sides},
            gains={side: gains[self.place[side]] for side in self.case.sides},
        )


def _binned(histogram: IntArray) -> tuple[int, ...]:
    """Deals by their chance, in equal parts; a chance of 1 belongs to the last."""
    draws = len(histogram) - 1
    part = np.minimum(np.arange(draws + 1) * BINS // draws, BINS - 1)
    return tuple(np.bincount(part, weights=histogram, minlength=BINS).astype(np.int64).tolist())
