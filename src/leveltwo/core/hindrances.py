"""Hindrances: takes, over all draws, what keeps people from voting for."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import TOLERANCE, FloatArray, IntArray, SingleArray
from leveltwo.core.draws import Draws
from leveltwo.core.hearing import Hearing
from leveltwo.core.hindrance import Hindrance
from leveltwo.core.layout import Layout
from leveltwo.core.ordinary import OrdinaryGates
from leveltwo.core.sample import Sample
from leveltwo.core.stakes import NOTHING, Stakes, stakes
from leveltwo.core.swaps import Swap, Swaps
from leveltwo.core.table import Table
from leveltwo.core.tally import Tallies
from leveltwo.core.votes import Votes, crossed_issues

LIKELY = 0.9
"""Share of its votes that somebody is asked for before it counts as likely to agree."""
Parts = dict[str, FloatArray]
"""Means over draws, by name."""


class Hindrances:
    """Takes what hindrances need, a block of draws at a time.

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
        self.hearing = Hearing(layout, chosen)
        self.ordinary = OrdinaryGates(layout)
        self.tallies = Tallies(layout)
        self.crossed = crossed_issues(layout, chosen)
        self.seats = {
            bloc: list(gate.seats[who][1:] or gate.seats[who])
            for gate in layout.gates
            for who, bloc in gate.blocs.items()
        }
        self._slack: dict[int, list[SingleArray]] = {bloc: [] for bloc in self.seats}
        self._swaps: dict[int, Swap] = {}

    def block(self, draws: Draws, table: Table, votes: Votes) -> Parts:
        """Means of one block of draws; how far each vote is from being for is kept aside."""
        for bloc, seats in self.seats.items():
            own = votes.margin[bloc] - table.band[bloc]
            self._slack[bloc].append((own + table.offset[seats]).ravel().astype(np.float32))
        heard = zip(table.cue_for, table.cue_against, strict=True)
        return {
            **self.hearing.block(draws),
            "ordinary": self.ordinary.chances(votes),
            "tallies": self.tallies.block(votes),
            "no_deal": (table.base - table.mood).mean(axis=1),
            "worth": np.array([table.worth[s].mean(axis=1) for s in sorted(table.worth)]),
            "pardoned": (votes.margin >= table.band - TOLERANCE).mean(axis=1),
            "words": np.array([max(yes.mean(), no.mean(), 0.0) for yes, no in heard]),
        }

    def close(self, sample: Sample, parts: Parts) -> None:
        """Look for the best change of one term for everybody, once all draws are in."""
        found = Swaps(self.layout, self.chosen)
        options, ours = parts["options"], self._worth(parts, self.layout.case.viewpoint)
        best = {b: found.best(b, self._short(b), options, ours) for b in self.seats}
        wanted = {bloc: change for bloc, change in best.items() if change is not None}
        self._swaps = found.told(wanted, sample, options, ours)

    def of(self, parts: Parts, number: int, who: str) -> Hindrance:
        """What hinders somebody at the gate of a number, from the means over all draws."""
        bloc = self.layout.gates[number].blocs[who]
        return Hindrance(
            lacking=self._lacking(bloc),
            stakes=self._stakes(parts, who, bloc),
            crossed=self.crossed[bloc],
            pardoned=float(parts["pardoned"][bloc]),
            discounted=self.hearing.of(parts["discounted"], bloc),
            unsure=self.hearing.of(parts["unsure"], bloc),
            harmed=self.hearing.of(parts["harmed"], bloc),
            words=self._words(parts, bloc),
            swap=self._swaps.get(bloc),
            ordinary=float(parts["ordinary"][number]),
            tally=self.tallies.of(parts["tallies"], number, who),
        )

    def _lacking(self, bloc: int) -> float:
        """Points that would win nine in ten of a bloc's votes over all draws."""
        short = self._short(bloc)
        return short if short > TOLERANCE else 0.0

    def _short(self, bloc: int) -> float:
        """The same below zero where it has points to spare."""
        slack = np.concatenate(self._slack[bloc])
        allowed = int((1 - LIKELY) * len(slack) + 1e-9)
        return -float(np.partition(slack, allowed)[allowed])

    def _worth(self, parts: Parts, side: str) -> FloatArray:
        """Shape (columns,): what each option is worth to a side's negotiator on average."""
        return np.asarray(parts["worth"][sorted(self.layout.case.sides).index(side)])

    def _stakes(self, parts: Parts, who: str, bloc: int) -> Stakes:
        case = self.layout.case
        side = case.constituencies[who].side
        speaks = None if who == case.sides[side].negotiator else self._worth(parts, side)
        options, no_deal = parts["options"][:, bloc], float(parts["no_deal"][bloc])
        return stakes(self.layout, self.chosen, options, no_deal, speaks)

    def _words(self, parts: Parts, bloc: int) -> dict[str, float]:
        """What a different vote of each leader would add."""
        more = parts["words"] - parts["cues"]
        return {
            self.layout.blocs[link.leader].constituency: float(more[i])
            for i, link in enumerate(self.layout.cues)
            if link.follower == bloc and more[i] > NOTHING
        }
