"""Listening: how everybody votes on a plan when only some leaders are heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from leveltwo.core.arrays import TOLERANCE, BoolArray, FloatArray, IntArray
from leveltwo.core.choice import columns
from leveltwo.core.compile import compile_table
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.pivots import gate_passes
from leveltwo.core.sample import Sample
from leveltwo.core.votes import crossed_lines, leanings

Link = tuple[str, str]
"""A leader and a constituency that follows it."""


@dataclass(frozen=True)
class Ballots:
    """How everybody votes.

    Parameters
    ----------
    for_, against : BoolArray
        Shape (voters, draws).
    """

    for_: BoolArray
    against: BoolArray

    def only(self, draws: BoolArray) -> Ballots:
        """The same in some of the draws."""
        return Ballots(self.for_[:, draws], self.against[:, draws])

    def copy(self) -> Ballots:
        """The same, to be changed apart."""
        return Ballots(self.for_.copy(), self.against.copy())


@dataclass(frozen=True)
class Listening:
    """One plan in numbers, before anybody has heard anybody.

    Parameters
    ----------
    layout : Layout
        The structure.
    crossed : BoolArray
        Shape (blocs,): whether the plan crosses one of the bloc's red lines.
    own : FloatArray
        Shape (blocs, draws): margins without any cue, points.
    band : FloatArray
        Shape (blocs, draws): half-width of abstention, points.
    offset : FloatArray
        Shape (voters, draws): a member's distance from its bloc, points.
    plus, minus : FloatArray
        Shape (links, draws): points that a leader's vote for, or against, adds.
    """

    layout: Layout
    crossed: BoolArray
    own: FloatArray
    band: FloatArray
    offset: FloatArray
    plus: FloatArray
    minus: FloatArray

    @property
    def draws(self) -> int:
        """Number of draws."""
        return int(self.own.shape[1])

    def only(self, draws: BoolArray) -> Listening:
        """The same in some of the draws."""
        return replace(
            self,
            own=self.own[:, draws],
            band=self.band[:, draws],
            offset=self.offset[:, draws],
            plus=self.plus[:, draws],
            minus=self.minus[:, draws],
        )

    @cached_property
    def everybody(self) -> tuple[str, ...]:
        """All constituencies, leaders before those who follow them."""
        return tuple(dict.fromkeys(bloc.constituency for bloc in self.layout.blocs))

    @cached_property
    def blocs(self) -> dict[str, tuple[int, ...]]:
        """The blocs of each constituency."""
        found: dict[str, list[int]] = {who: [] for who in self.everybody}
        for i, bloc in enumerate(self.layout.blocs):
            found[bloc.constituency].append(i)
        return {who: tuple(rows) for who, rows in found.items()}

    @cached_property
    def seats(self) -> dict[str, IntArray]:
        """The voters of each constituency: own votes and members."""
        voters = [self.layout.blocs[v.bloc].constituency for v in self.layout.voters]
        return {who: np.array([i for i, v in enumerate(voters) if v == who]) for who in self.blocs}

    @cached_property
    def approvals(self) -> tuple[GateRow, ...]:
        """The gates that decide whether the deal passes."""
        return tuple(gate for gate in self.layout.gates if not gate.implementation)

    @cached_property
    def cues(self) -> dict[str, dict[str, list[int]]]:
        """By follower and leader: the numbers of the layout's cue links."""
        found: dict[str, dict[str, list[int]]] = {who: {} for who in self.everybody}
        blocs = self.layout.blocs
        for i, cue in enumerate(self.layout.cues):
            leader = blocs[cue.leader].constituency
            found[blocs[cue.follower].constituency].setdefault(leader, []).append(i)
        return found

    def nobody(self) -> Ballots:
        """Ballots not filled in."""
        shape = (len(self.layout.voters), self.draws)
        return Ballots(np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_))

    def fill_in(self, ballots: Ballots, who: str, heard: Collection[str]) -> None:
        """Fill in the ballots of a constituency that has heard some of its leaders.

        Parameters
        ----------
        ballots : Ballots
            Those of the leaders heard are filled in.
        who : str
            The constituency.
        heard : collection of str
            The leaders that it has heard.
        """
        margin = self.own[list(self.blocs[who])]
        row = {bloc: i for i, bloc in enumerate(self.blocs[who])}
        for leader in heard:
            for i in self.cues[who][leader]:
                cue = self.layout.cues[i]
                margin[row[cue.follower]] += np.where(ballots.for_[cue.leader], self.plus[i], 0.0)
                margin[row[cue.follower]] += np.where(
                    ballots.against[cue.leader], self.minus[i], 0.0
                )
        seats = self.seats[who]
        bloc = np.array([self.layout.voters[seat].bloc for seat in seats])
        height = margin[[row[b] for b in bloc]] + self.offset[seats]
        band, crossed = self.band[bloc], self.crossed[bloc][:, None]
        ballots.for_[seats] = (height >= band - TOLERANCE) & ~crossed
        ballots.against[seats] = (height < -band - TOLERANCE) | crossed

    def vote(self, heard: Collection[Link]) -> Ballots:
        """How everybody votes when just some links are heard; time grows with draws × voters."""
        ballots = self.nobody()
        for who in self.everybody:
            self.fill_in(ballots, who, [x for x in self.cues[who] if (x, who) in heard])
        return ballots

    def passing(self, ballots: Ballots) -> BoolArray:
        """Shape (draws,): whether all gates pass but those marked implementation."""
        return self._passing(self.approvals, ballots)

    def lasting(self, ballots: Ballots) -> BoolArray:
        """Shape (draws,): whether all gates pass, those marked implementation too."""
        return self._passing(self.layout.gates, ballots)

    def _passing(self, gates: Sequence[GateRow], ballots: Ballots) -> BoolArray:
        passes = np.ones(self.draws, dtype=np.bool_)
        for gate in gates:
            passes &= gate_passes(self.layout, gate, ballots.for_, ballots.against)
        return passes


def listening(layout: Layout, sample: Sample, chosen: IntArray) -> Listening:
    """The numbers of one plan; the whole table is held for a block of draws at a time."""
    parts: list[list[FloatArray]] = []
    for draws in sample.blocks(layout.case):
        table = compile_table(layout, draws, columns(layout, chosen).tolist())
        own = leanings(table, chosen)
        parts.append([own, table.band, table.offset, table.cue_for, table.cue_against])
    joined = [np.concatenate(rows, axis=1) for rows in zip(*parts, strict=True)]
    return Listening(layout, crossed_lines(layout, chosen), *joined)


def links(layout: Layout) -> tuple[Link, ...]:
    """Every leader and follower, by follower and leader."""
    constituencies = layout.case.constituencies
    return tuple(
        (leader, who)
        for who in sorted(constituencies)
        for leader in sorted(constituencies[who].follows)
    )


def heard_in(layout: Layout, order: Sequence[str]) -> frozenset[Link]:
    """The links that are heard when people are approached one after the other.

    Parameters
    ----------
    layout : Layout
        The structure.
    order : sequence of str
        Those approached, each once.

    Returns
    -------
    frozenset of Link
        Whoever is approached hears those leaders who were approached before. All others
        vote when everybody approached has spoken, leaders before followers, and hear all whom
        they follow.
    """
    place = {who: i for i, who in enumerate(order)}
    return frozenset(
        (leader, who)
        for leader, who in links(layout)
        if who not in place or (leader in place and place[leader] < place[who])
    )
