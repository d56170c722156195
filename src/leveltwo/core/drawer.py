"""Drawing the map: from numbered deals to options, chances and gains."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.bargaining import RULES, solutions
from leveltwo.core.choice import decode, encode
from leveltwo.core.layout import Layout
from leveltwo.core.map import Estimate, Map, Spot
from leveltwo.core.pareto import frontier
from leveltwo.core.partial import Partial, Picks, Ruler
from leveltwo.core.sample import Sample

FRONTIER_SHOWN = 50
BINS = 20
"""Equal parts of the chances by which deals are counted."""


class Drawer:
    """Puts a map together from what its blocks came to.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    ruler : Ruler
        What the map is drawn by.
    options : callable
        Given a deal's number, the option of each issue.
    """

    def __init__(
        self,
        layout: Layout,
        sample: Sample,
        ruler: Ruler,
        options: Callable[[int], Sequence[int]],
    ) -> None:
        self.layout = layout
        self.case = layout.case
        self.sample = sample
        self.ruler = ruler
        self.options = options
        self.place = {side: i for i, side in enumerate(sorted(layout.case.sides))}

    def map(self, whole: Partial, moves: Collection[str], confidence: float) -> Map:
        """The map of all deals."""
        histogram = whole.histogram
        edge = _on_frontier(whole.edge)
        likely = self._spots(self.ruler.ranked(whole.likely))
        return Map(
            sample=self.sample,
            moves=tuple(sorted(moves)),
            confidence=confidence,
            deals=whole.deals,
            winsets={
                side: int(histogram[self.place[side], self.ruler.least :].sum())
                for side in self.case.sides
            },
            overlap=whole.overlap,
            pareto=len(edge),
            frontier=self._first(edge),
            solutions=self._solve(whole.inside),
            at_the_table=self._solve(whole.edge),
            likeliest=likely[0] if likely else None,
            likely=likely,
            histogram=_binned(histogram[-1]),
            side_histograms={s: _binned(histogram[self.place[s]]) for s in self.case.sides},
        )

    def sketch(
        self,
        seen: Partial,
        edge: Picks | None,
        moves: Collection[str],
        confidence: float,
        estimate: Estimate,
    ) -> Map:
        """The map of which only some deals have been seen, and perhaps those of the frontier."""
        shown = None if edge is None else _on_frontier(edge)
        deals = round(estimate.allowed.share * estimate.combinations)
        likely = self._spots(self.ruler.ranked(seen.likely))
        return Map(
            sample=self.sample,
            moves=tuple(sorted(moves)),
            confidence=confidence,
            deals=deals,
            winsets={side: round(estimate.winsets[side].share * deals) for side in self.case.sides},
            overlap=round(estimate.overlap.share * deals),
            pareto=None if shown is None else len(shown),
            frontier=() if shown is None else self._first(shown),
            solutions=dict.fromkeys(RULES),
            at_the_table=dict.fromkeys(RULES) if edge is None else self._solve(edge),
            likeliest=likely[0],
            likely=likely,
            histogram=_binned(seen.histogram[-1]),
            side_histograms={s: _binned(seen.histogram[self.place[s]]) for s in self.case.sides},
            estimate=estimate,
        )

    def _first(self, edge: Picks) -> tuple[Spot, ...]:
        return self._spots(edge.take(np.arange(min(len(edge), FRONTIER_SHOWN))))

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
        options = self.options(number)
        issues = [v for v in self.layout.variables if not v.is_move]
        deal = {v.key: v.options[k] for v, k in zip(issues, options, strict=True)}
        return Spot(
            deal=decode(self.layout, encode(self.layout, deal)).deal,
            chance=chances[-1],
            sides={side: chances[self.place[side]] for side in self.case.sides},
            gains={side: gains[self.place[side]] for side in self.case.sides},
        )


def _on_frontier(edge: Picks) -> Picks:
    """The frontier among some deals, by falling value to the first negotiator."""
    return edge.take(frontier(edge.values)) if len(edge) else edge


def _binned(histogram: IntArray) -> tuple[int, ...]:
    """Deals by their chance, in equal parts; a chance of 1 belongs to the last."""
    draws = len(histogram) - 1
    part = np.minimum(np.arange(draws + 1) * BINS // draws, BINS - 1)
    return tuple(np.bincount(part, weights=histogram, minlength=BINS).astype(np.int64).tolist())
