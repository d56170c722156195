"""Backward mapping: from the yes that matters most back to whom to ask first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from leveltwo.core.listening import Listening, heard_in
from leveltwo.core.pivots import pivots
from leveltwo.core.votes import Votes


def backward_mapping(listening: Listening, people: Sequence[str]) -> tuple[str, ...]:
    """The order that backward mapping suggests.

    Parameters
    ----------
    listening : Listening
        The plan in numbers.
    people : sequence of str
        Those to be approached.

    Returns
    -------
    tuple of str
        Lax & Sebenius 2006, chapter 7, put into numbers: the target is who is pivotal most
        often; just before it comes the person whose yes adds most to it, before that one the
        person whose yes adds most to that one, and so on; then whose yes adds less. Those left
        follow, the most pivotal first, each after those whose yes it needs. Of
        equals, the one named first. A heuristic: it asks what a yes adds, not how likely it is.
        Time grows with links × draws, and with the votes of the gates.
    """
    weight = _pivotal(listening, people)
    found: list[str] = []

    def ask(who: str) -> None:
        needed = {leader: _worth(listening, leader, who) for leader in listening.cues[who]}
        for leader in sorted(needed, key=lambda one: needed[one]):
            if leader in weight and leader not in found and needed[leader] > 0:
                ask(leader)
        found.append(who)

    for target in sorted(weight, key=lambda one: -weight[one]):
        if target not in found:
            ask(target)
    return tuple(found)


def _pivotal(listening: Listening, people: Sequence[str]) -> dict[str, float]:
    """Share of draws in which a gate turns on each, when all hear all whom they follow."""
    ballots = listening.vote(heard_in(listening.layout, ()))
    votes = Votes(listening.own, ballots.for_, ballots.against, listening.crossed)
    turns = {who: np.zeros(listening.draws, dtype=np.bool_) for who in people}
    for gate in listening.approvals:
        for who, decides in pivots(listening.layout, votes, gate).items():
            if who in turns:
                turns[who] |= decides
    return {who: float(decides.mean()) for who, decides in turns.items()}


def _worth(listening: Listening, leader: str, follower: str) -> float:
    """Mean points that a leader's yes adds to a follower."""
    return float(listening.plus[listening.cues[follower][leader]].mean())
