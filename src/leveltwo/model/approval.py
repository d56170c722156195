"""Approvals by their kind: who is asked, and what sort of rule they decide by."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from leveltwo.model.rule import (
    MAJORITY,
    All,
    AnyOf,
    AtLeast,
    Rule,
    Unless,
    Vote,
    as_fraction,
    parts,
)

LARGE = Fraction(3, 5)
"""The share from which a count asks for more than a plain majority."""


class Body(StrEnum):
    """Who is asked."""

    LEADERS = "leaders"
    GOVERNMENTS = "governments"
    PARLIAMENT = "parliament"
    BOARD = "board"
    SHAREHOLDERS = "shareholders"
    MEMBERS = "members"
    REFERENDUM = "referendum"
    PUBLIC = "public"


class RuleKind(StrEnum):
    """The sort of rule by which they decide."""

    ONE = "one person"
    EVERYBODY = "everybody"
    MAJORITY = "majority"
    SUPERMAJORITY = "supermajority"
    INVERTED = "inverted"
    TURNOUT = "turnout quorum"
    FLOOR = "approval floor"
    ROUTES = "more than one route"


def rule_kinds(rule: Rule) -> frozenset[RuleKind]:
    """The sorts of rule that a gate's rule is made of.

    A count of which nobody may be missing is *everybody*, so is a veto that each holds alone;
    from three-fifths up a count is a *supermajority*, below that a *majority*. Time grows with
    the number of rules inside.
    """
    if isinstance(rule, str):
        return frozenset({RuleKind.ONE})
    if isinstance(rule, Vote):
        return frozenset({_count(rule), *_quorums(rule)})
    if isinstance(rule, Unless):
        alone = _share(rule.unless) * rule.unless.total <= min(_weights(rule.unless))
        return frozenset({RuleKind.EVERYBODY if alone else RuleKind.INVERTED})
    return _combined(rule)


def _combined(rule: All | AnyOf | AtLeast) -> frozenset[RuleKind]:
    inside = [part for _, part in parts(rule)]
    found = {kind for part in inside if not isinstance(part, str) for kind in rule_kinds(part)}
    people = sum(isinstance(part, str) for part in inside)
    if not isinstance(rule, All):
        found.add(RuleKind.ROUTES)
    elif people:
        found.add(RuleKind.EVERYBODY if people > 1 else RuleKind.ONE)
    return frozenset(found)


def _count(vote: Vote) -> RuleKind:
    share = _share(vote)
    if share >= 1:
        return RuleKind.EVERYBODY
    return RuleKind.SUPERMAJORITY if share >= LARGE else RuleKind.MAJORITY


def _quorums(vote: Vote) -> set[RuleKind]:
    asked = {RuleKind.TURNOUT: vote.quorum, RuleKind.FLOOR: vote.approval}
    return {kind for kind, share in asked.items() if share is not None}


def _share(vote: Vote) -> Fraction:
    """What a count needs, as a share of its votes."""
    if vote.need == MAJORITY:
        return Fraction(1, 2)
    need = as_fraction(vote.need)
    return need if isinstance(vote.need, str) else need / vote.total


def _weights(vote: Vote) -> list[Fraction]:
    return [as_fraction(n) for n in vote.votes.values()]
