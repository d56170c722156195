"""Ordinary gates: what would become of a gate if a bare majority were enough."""

from __future__ import annotations

import numpy as np

from leveltwo.core.arrays import FloatArray
from leveltwo.core.layout import Layout
from leveltwo.core.thresholds import Roll, Thresholds, compile_rule
from leveltwo.core.votes import Votes
from leveltwo.model.rule import MAJORITY, All, AnyOf, AtLeast, Base, Rule, Unless, Vote


def ordinary(rule: Rule) -> Rule:
    """The same people asked for no more than a bare majority.

    Every count asks for more than half of the votes cast, without quorum or approval; every
    veto must find more than half of the votes cast; where three or more rules must all
    pass, or more than half of them, more than half are enough.
    """
    match rule:
        case Vote():
            return _bare(rule)
        case Unless():
            return Unless(unless=_bare(rule.unless))
        case All():
            return _most(rule.all, len(rule.all))
        case AtLeast():
            return _most(rule.of, rule.at_least)
        case AnyOf():
            return AnyOf(any=tuple(ordinary(part) for part in rule.any))
    return rule


def _bare(vote: Vote) -> Vote:
    return Vote(need=MAJORITY, votes=vote.votes, base=Base.CAST)


def _most(rules: tuple[Rule, ...], least: int) -> AtLeast:
    half = len(rules) // 2 + 1
    return AtLeast(at_least=min(least, half), of=tuple(ordinary(rule) for rule in rules))


class OrdinaryGates:
    """The gates of a case, each asking for no more than a bare majority.

    Parameters
    ----------
    layout : Layout
        The structure.
    """

    def __init__(self, layout: Layout) -> None:
        self.thresholds = Thresholds()
        self.nodes = [self._gate(layout, i) for i in range(len(layout.gates))]

    def _gate(self, layout: Layout, number: int) -> range:
        gate = layout.gates[number]
        seats = {who: list(voters[1:]) or [voters[0]] for who, voters in gate.seats.items()}
        start = len(self.thresholds.nodes)
        rule = ordinary(layout.case.sides[gate.side].gates[gate.key].rule)
        compile_rule(rule, Roll(gate.blocs, seats), self.thresholds)
        return range(start, len(self.thresholds.nodes))

    def chances(self, votes: Votes) -> FloatArray:
        """Shape (gates,): chance of each under the votes of some draws."""
        passes = [self.thresholds.passes(votes.for_, votes.against, n)[n[-1]] for n in self.nodes]
        return np.asarray(np.array(passes).mean(axis=1))
