"""Surplus: the fewest votes that must be cast differently for a gate to fail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import ceil, inf

from leveltwo.core.arrays import BoolArray
from leveltwo.core.layout import GateRow, Layout
from leveltwo.model.rule import (
    MAJORITY,
    All,
    AtLeast,
    Base,
    Rule,
    Unless,
    Vote,
    as_fraction,
    parts,
    walk,
)


def fewest_votes(layout: Layout, gate: GateRow, for_: BoolArray, against: BoolArray) -> int | None:
    """The fewest votes whose change makes a gate fail.

    Parameters
    ----------
    layout : Layout
        The structure.
    gate : GateRow
        The gate.
    for_, against : BoolArray
        Votes, shape (voters,).

    Returns
    -------
    int or None
        0 if it fails as it is; None if it passes however votes are cast. Votes change one
        at a time, whoever holds them: 68 of 100, where 67 are needed, are two votes from
        failing, though one bloc holds all 68. Whoever is named without a number has one
        vote; votes in different counts are different votes. Part of a vote counts as a whole
        one. All in exact fractions; time grows with the rule, and doubles for each
        constituency that is named alone more than once.
    """
    rule = layout.case.sides[gate.side].gates[gate.key].rule
    found = _Surplus(rule, _Standing(gate, for_, against)).fewest()
    return None if found == inf else int(found)


@dataclass(frozen=True)
class _Standing:
    """How everybody in a gate votes."""

    gate: GateRow
    for_: BoolArray
    against: BoolArray

    def agrees(self, who: str) -> bool:
        """Whether somebody's own vote is for."""
        return bool(self.for_[self.gate.blocs[who]])

    def tally(self, vote: Vote) -> _Tally:
        """The votes of one count."""
        yes, no = self._sum(vote, self.for_), self._sum(vote, self.against)
        return _Tally(vote, yes, no, vote.total - yes - no)

    def _sum(self, vote: Vote, voting: BoolArray) -> Fraction:
        """Votes of those who vote in one way; members hold equal shares of a bloc's."""
        found = Fraction(0)
        for who, number in vote.votes.items():
            seats = list(self.gate.seats[who][1:] or self.gate.seats[who])
            found += as_fraction(number) * int(voting[seats].sum()) / len(seats)
        return found


@dataclass(frozen=True)
class _Tally:
    """Votes for, against and neither in one count."""

    vote: Vote
    for_: Fraction
    against: Fraction
    rest: Fraction

    def fails_after(self, changed: Fraction) -> bool:
        """Whether the count is missed once so many votes have changed in the worst way."""
        turned = min(changed, self.for_)
        joined = min(changed - turned, self.rest)
        cast = self.for_ + self.against
        return (
            not _enough(self.vote, self.for_ - turned, cast + joined)
            or cast - min(changed, cast) < _share(self.vote.quorum, self.vote)
            or self.for_ - turned < _share(self.vote.approval, self.vote)
        )

    def blocks_after(self, changed: Fraction) -> bool:
        """Whether votes against reach all that is asked once so many more are against.

        Those who abstain are asked first as far as a quorum lacks them, since turning them
        makes more votes cast as well; then supporters.
        """
        cast = self.for_ + self.against
        lacking = max(Fraction(0), _share(self.vote.quorum, self.vote) - cast)
        joined = min(max(lacking, changed - self.for_), self.rest, changed)
        turned = min(changed - joined, self.for_)
        against, cast = self.against + joined + turned, cast + joined
        return (
            _enough(self.vote, against, cast)
            and cast >= _share(self.vote.quorum, self.vote)
            and against >= _share(self.vote.approval, self.vote)
        )


def _share(share: float | str | None, vote: Vote) -> Fraction:
    return Fraction(0) if share is None else as_fraction(share) * vote.total


def _enough(vote: Vote, won: Fraction, cast: Fraction) -> bool:
    base = cast if vote.base is Base.CAST else vote.total
    if vote.need == MAJORITY:
        return won > base / 2
    need = as_fraction(vote.need)
    return won >= (need * base if isinstance(vote.need, str) else need)


class _Surplus:
    """The fewest votes to change in one rule."""

    def __init__(self, rule: Rule, standing: _Standing) -> None:
        self.rule = rule
        self.standing = standing
        named = Counter(part for _, part in walk(rule) if isinstance(part, str))
        self.shared = sorted(who for who, n in named.items() if n > 1 and standing.agrees(who))

    def fewest(self) -> float:
        """Over whom to turn of those named more than once, the least for all of it."""
        best = inf
        for size in range(len(self.shared) + 1):
            for turned in combinations(self.shared, size):
                if size < best:
                    best = min(best, size + self._fewest(self.rule, frozenset(turned)))
        return best

    def _fewest(self, rule: Rule, turned: frozenset[str]) -> float:
        if isinstance(rule, str):
            return self._of_one(rule, turned)
        if isinstance(rule, Vote):
            tally = self.standing.tally(rule)
            return _least(tally.fails_after, rule.total)
        if isinstance(rule, Unless):
            tally = self.standing.tally(rule.unless)
            return _least(tally.blocks_after, rule.unless.total)
        costs = sorted(self._fewest(part, turned) for _, part in parts(rule))
        return sum(costs[: len(costs) - _needed(rule, len(costs)) + 1])

    def _of_one(self, who: str, turned: frozenset[str]) -> float:
        if not self.standing.agrees(who) or who in turned:
            return 0
        return inf if who in self.shared else 1


def _needed(rule: Rule, inside: int) -> int:
    if isinstance(rule, AtLeast):
        return rule.at_least
    return inside if isinstance(rule, All) else 1


def _least(enough: Callable[[Fraction], bool], most: Fraction) -> float:
    """The least whole number that is enough, by halving; infinite if `most` is not enough."""
    if not enough(most):
        return inf
    low, high = 0, ceil(most)
    while low < high:
        middle = (low + high) // 2
        if enough(min(Fraction(middle), most)):
            high = middle
        else:
            low = middle + 1
    return low
