"""The table: what every choice adds to every margin, in every draw.

To the arithmetic a move is an issue with two options, not done and done. Every analysis is
a question to this one table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from leveltwo.core.arrays import FloatArray
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
        return replace(
            self,
            draws=len(range(self.draws)[draws]),
            base=self.base[:, draws],
            gain=self.gain[..., draws],
            band=self.band[:, draws],
            offset=self.offset[:, draws],
            cue_for=self.cue_for[:, draws],
            cue_against=self.cue_against[:, draws],
            mood=self.mood[:, draws],
            worth={side: worth[:, draws] for side, worth in self.worth.items()},
            no_deal={side: no_deal[draws] for side, no_deal in self.no_deal.items()},
            cost=self.cost[:, draws],
        )
