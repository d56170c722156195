"""The table: what every choice adds to every margin, in every draw.

To the arithmetic a move is an issue with two options, not done and done. Every analysis is
a question to this one table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.layout import Layout


@dataclass(frozen=True)
class Table:
    """A negotiation in numbers.

    Parameters
    ----------
    layout : Layout
        What rows and columns stand for.
    draws : int
        Number of draws, S.
    base : FloatArray
        Shape (blocs, S): mood minus no deal, points.
    gain : FloatArray
        Shape (columns, blocs, S): what each option, and each move done or not, adds, points.
        Columns come first so that one choice is one contiguous block.
    band : FloatArray
        Shape (blocs, S): half-width of abstention, points.
    offset : FloatArray
        Shape (voters, S): a member's distance from its bloc, points; 0 for own votes.
    cue_for, cue_against : FloatArray
        Shape (links, S): points a follower gets from the leader's vote.
    mood : FloatArray
        Shape (blocs, S): the part of `base` that is mood, points.
    worth : dict
        By side: shape (columns, S), what each option is worth to its negotiator, points.
    no_deal : dict
        By side: shape (S,), what no deal is worth to its negotiator, points.
    cost : FloatArray
        Shape (variables, S): what doing a move costs its giver, points; 0 for issues.
    """

    layout: Layout
    draws: int
    base: FloatArray
    gain: FloatArray
    band: FloatArray
    offset: FloatArray
    cue_for: FloatArray
    cue_against: FloatArray
    mood: FloatArray
    worth: dict[str, FloatArray]
    no_deal: dict[str, FloatArray]
    cost: FloatArray

    def part(self, draws: slice) -> Table:
        """The same table with only some of its draws."""
        return self._cut(len(range(self.draws)[draws]), lambda rows: rows[..., draws])

    def among(self, draws: IntArray) -> Table:
        """The same table with the draws of some numbers, in arrays of its own.

        Compiled loops take such arrays as they are; for parts of others they are compiled anew.
        """
        return self._cut(len(draws), lambda rows: np.ascontiguousarray(rows.take(draws, axis=-1)))

    def _cut(self, size: int, cut: Callable[[FloatArray], FloatArray]) -> Table:
        return replace(
            self,
            draws=size,
            base=cut(self.base),
            gain=cut(self.gain),
            band=cut(self.band),
            offset=cut(self.offset),
            cue_for=cut(self.cue_for),
            cue_against=cut(self.cue_against),
            mood=cut(self.mood),
            worth={side: cut(worth) for side, worth in self.worth.items()},
            no_deal={side: cut(no_deal) for side, no_deal in self.no_deal.items()},
            cost=cut(self.cost),
        )
