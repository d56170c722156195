"""Gates as weighted thresholds in topological order.

Each threshold adds up integer weights of votes for, votes against and earlier thresholds
that passed, and passes when the sum reaches its level. Whole numbers below 2**53 are exact in
double precision, so no rounding decides a vote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray
from leveltwo.model.rule import (
    MAJORITY,
    All,
    AnyOf,
    AtLeast,
    Base,
    Rule,
    Unless,
    Vote,
    as_fraction,
    parts,
)


@dataclass(frozen=True)
class Threshold:
    """One weighted sum and its level.

    Parameters
    ----------
    for_, against, passed : dict
        Integer weights of voters for, voters against, and earlier thresholds, by index. Those
        of earlier thresholds are positive.
    level : int
        The sum at which it passes.
    """

    for_: dict[int, int]
    against: dict[int, int]
    passed: dict[int, int]
    level: int


@dataclass
class Thresholds:
    """A growing list of thresholds over numbered voters."""

    nodes: list[Threshold] = field(default_factory=list)

    def add(self, node: Threshold) -> int:
        """Append a threshold; return its index."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def passes(self, for_: BoolArray, against: BoolArray, nodes: range | None = None) -> BoolArray:
        """Which thresholds pass.

        Parameters
        ----------
        for_, against : BoolArray
            Votes, shape (voters, draws).
        nodes : range or None
            The thresholds to work out, whose parts lie among them; all of them if None.

        Returns
        -------
        BoolArray
            Shape (thresholds, draws); False where not worked out.
        """
        which = nodes if nodes is not None else range(len(self.nodes))
        found = np.zeros((len(self.nodes), for_.shape[1]), dtype=np.bool_)
        found[which.start : which.stop] = self.settled(self.sums(for_, against, which), which)
        return found

    def sums(self, for_: BoolArray, against: BoolArray, nodes: range) -> FloatArray:
        """What votes alone add to some thresholds.

        Parameters
        ----------
        for_, against : BoolArray
            Votes, shape (voters, draws).
        nodes : range
            The thresholds.

        Returns
        -------
        FloatArray
            Shape (nodes, draws).
        """
        found = np.zeros((len(nodes), for_.shape[1]))
        for row, i in enumerate(nodes):
            node = self.nodes[i]
            for weights, votes in ((node.for_, for_), (node.against, against)):
                if weights:
                    rows = np.fromiter(weights.keys(), dtype=np.int64)
                    factors = np.fromiter(weights.values(), dtype=np.float64)
                    found[row] += factors @ votes[rows]
        return found

    def settled(self, sums: FloatArray, nodes: range) -> BoolArray:
        """Which of some thresholds pass, whose parts lie among them.

        Parameters
        ----------
        sums : FloatArray
            Shape (nodes, draws): what votes add to them.
        nodes : range
            The thresholds.

        Returns
        -------
        BoolArray
            Shape (nodes, draws).
        """
        found = np.zeros(sums.shape, dtype=np.bool_)
        for row, i in enumerate(nodes):
            score = sums[row]
            for part, weight in self.nodes[i].passed.items():
                score = score + weight * found[part - nodes.start]
            found[row] = score >= self.nodes[i].level
        return found


Seats = dict[str, list[int]]
"""The voters that share a constituency's votes equally, by constituency."""


@dataclass(frozen=True)
class Roll:
    """Who votes in a gate.

    Parameters
    ----------
    own : dict
        The voter that is each constituency's own vote.
    seats : dict
        The voters that share each constituency's votes (itself, or its nine sub-blocs).
    """

    own: dict[str, int]
    seats: Seats


def compile_rule(rule: Rule, roll: Roll, into: Thresholds) -> int:
    """Turn a rule into thresholds.

    Parameters
    ----------
    rule : Rule
        The rule.
    roll : Roll
        Who votes.
    into : Thresholds
        Where the thresholds go.

    Returns
    -------
    int
        Index of the threshold that says whether the rule passes.
    """
    if isinstance(rule, str):
        return into.add(Threshold({roll.own[rule]: 1}, {}, {}, 1))
    if isinstance(rule, Vote):
        return _vote(rule, roll, into)
    if isinstance(rule, Unless):
        return _veto(rule.unless, roll, into)
    inside = [compile_rule(part, roll, into) for _, part in parts(rule)]
    return _count(inside, _least(rule), into)


def _least(rule: All | AnyOf | AtLeast) -> int:
    """How many of the rules inside must pass."""
    if isinstance(rule, AtLeast):
        return rule.at_least
    return len(rule.all) if isinstance(rule, All) else 1


def _count(parts: list[int], least: int, into: Thresholds) -> int:
    return into.add(Threshold({}, {}, dict.fromkeys(parts, 1), least))


def _vote(vote: Vote, roll: Roll, into: Thresholds) -> int:
    nodes = [into.add(part) for part in _Count(vote, roll).parts()]
    return nodes[0] if len(nodes) == 1 else _count(nodes, len(nodes), into)


def _veto(vote: Vote, roll: Roll, into: Thresholds) -> int:
    """Passes unless the votes against reach all that the count asks: some part must fail.

    A whole-number sum fails to reach its level just when its negative reaches one minus the
    level, so that every threshold stays one that more votes for can only help.
    """
    nodes = [into.add(_negated(part)) for part in _Count(vote, roll).swapped()]
    return nodes[0] if len(nodes) == 1 else _count(nodes, 1, into)


def _negated(node: Threshold) -> Threshold:
    return Threshold(
        {voter: -n for voter, n in node.for_.items()},
        {voter: -n for voter, n in node.against.items()},
        {},
        1 - node.level,
    )


class _Count:
    """The weighted sums of one count, scaled to whole numbers."""

    def __init__(self, vote: Vote, roll: Roll) -> None:
        self.vote = vote
        self.votes = {
            seat: as_fraction(n) / len(roll.seats[who])
            for who, n in vote.votes.items()
            for seat in roll.seats[who]
        }

    def parts(self) -> list[Threshold]:
        """The sums that must all be reached."""
        found = [self._need()]
        if self.vote.quorum is not None:
            found.append(self._share(self.vote.quorum, cast=True))
        if self.vote.approval is not None:
            found.append(self._share(self.vote.approval, cast=False))
        return found

    def swapped(self) -> list[Threshold]:
        """The same sums with votes against in the place of votes for."""
        return [Threshold(part.against, part.for_, {}, part.level) for part in self.parts()]

    def _need(self) -> Threshold:
        need = self.vote.need
        if isinstance(need, str) and self.vote.base is Base.CAST:
            share = Fraction(1, 2) if need == MAJORITY else as_fraction(need)
            return self._scaled(1 - share, -share, Fraction(0), strict=need == MAJORITY)
        level = as_fraction(need) if need != MAJORITY else Fraction(1, 2)
        if isinstance(need, str):
            level *= self.vote.total
        return self._scaled(Fraction(1), Fraction(0), level, strict=need == MAJORITY)

    def _share(self, share: float | str, *, cast: bool) -> Threshold:
        level = as_fraction(share) * self.vote.total
        return self._scaled(Fraction(1), Fraction(int(cast)), level, strict=False)

    def _scaled(self, yes: Fraction, no: Fraction, level: Fraction, *, strict: bool) -> Threshold:
        terms = [factor * n for n in self.votes.values() for factor in (yes, no)]
        scale = lcm(level.denominator, *(term.denominator for term in terms))

        def weigh(factor: Fraction) -> dict[int, int]:
            return {seat: int(factor * n * scale) for seat, n in self.votes.items() if factor}

        return Threshold(weigh(yes), weigh(no), {}, int(level * scale) + strict)
