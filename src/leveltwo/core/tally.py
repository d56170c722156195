"""Tallies: how many votes a count has and how many it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.votes import Votes
from leveltwo.model.rule import MAJORITY, Base, Unless, Vote, as_fraction, parts
from leveltwo.model.rule import Rule as AnyRule


@dataclass(frozen=True)
class Tally:
    """A count of votes, means over draws.

    Parameters
    ----------
    votes : float
        Votes for; for a veto, votes against.
    needed : float
        Votes for that pass, or votes against that block.
    bare : float
        The same if more than half of the votes cast were enough.
    cast, total : float
        Votes cast, and all votes.
    quorum : float or None
        Votes that must be cast.
    veto : bool
        Whether the count stops the deal rather than carries it.
    """

    votes: float
    needed: float
    bare: float
    cast: float
    total: float
    quorum: float | None
    veto: bool


class Tallies:
    """All counts of votes in the gates of a case.

    Parameters
    ----------
    layout : Layout
        The structure.
    """

    def __init__(self, layout: Layout) -> None:
        self.counts = [
            (number, gate, vote, veto)
            for number, gate in enumerate(layout.gates)
            for vote, veto in _counts(layout.case.sides[gate.side].gates[gate.key].rule)
        ]

    def block(self, votes: Votes) -> FloatArray:
        """Shape (counts, 2): mean votes for and against in some draws."""
        both = votes.for_.mean(axis=1), votes.against.mean(axis=1)
        found = [[_cast(gate, vote, part) for part in both] for _, gate, vote, _ in self.counts]
        return np.array(found).reshape(len(self.counts), 2)

    def of(self, parts: FloatArray, number: int, who: str) -> Tally | None:
        """The first count of a gate in which somebody votes; None if there is none.

        Parameters
        ----------
        parts : FloatArray
            Shape (counts, 2), means over all draws as `block` takes them.
        number : int
            The gate's number in the layout.
        who : str
            The constituency.
        """
        for (gate, _, vote, veto), (yes, no) in zip(self.counts, parts.tolist(), strict=True):
            if gate == number and who in vote.votes:
                return _tally(vote, yes, no, veto=veto)
        return None


def _counts(rule: AnyRule, *, veto: bool = False) -> Iterator[tuple[Vote, bool]]:
    if isinstance(rule, Vote):
        yield rule, veto
    for _, part in parts(rule):
        yield from _counts(part, veto=isinstance(rule, Unless))


def _cast(gate: GateRow, vote: Vote, shares: FloatArray) -> float:
    """Votes that come to a count, from the share of draws in which each voter casts one."""
    total = 0.0
    for who, number in vote.votes.items():
        seats = list(gate.seats[who][1:] or gate.seats[who])
        total += float(as_fraction(number)) * float(shares[seats].mean())
    return total


def _tally(vote: Vote, yes: float, no: float, *, veto: bool) -> Tally:
    return Tally(
        votes=no if veto else yes,
        needed=_needed(vote, yes + no),
        bare=_more_than(Fraction(1, 2) * Fraction(yes + no), vote),
        cast=yes + no,
        total=float(vote.total),
        quorum=None if vote.quorum is None else float(as_fraction(vote.quorum) * vote.total),
        veto=veto,
    )


def _needed(vote: Vote, cast: float) -> float:
    """Votes that the rule asks for, its approval quorum included."""
    least = float(as_fraction(vote.approval) * vote.total) if vote.approval is not None else 0.0
    whole = Fraction(cast) if vote.base is Base.CAST else vote.total
    if vote.need == MAJORITY:
        return max(_more_than(whole / 2, vote), least)
    share = as_fraction(vote.need)
    return max(_at_least(share * whole if isinstance(vote.need, str) else share, vote), least)


def _whole(vote: Vote) -> bool:
    return all(as_fraction(number).denominator == 1 for number in vote.votes.values())


def _at_least(level: Fraction, vote: Vote) -> float:
    """The fewest votes that reach a level: a whole number where all hold whole numbers."""
    return float(ceil(level)) if _whole(vote) else float(level)


def _more_than(level: Fraction, vote: Vote) -> float:
    return float(floor(level) + 1) if _whole(vote) else float(level)
