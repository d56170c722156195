"""Whether a gate's rule can pass, and be counted exactly."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

from leveltwo.errors import Path, Problem
from leveltwo.model.rule import MAJORITY, AtLeast, Rule, Vote, as_fraction, walk

MAX_UNITS = 2**53
SEATS = 18
"""Nine sub-blocs, and halves for majorities."""


def unreachable(rule: Rule, path: Path) -> Iterator[Problem]:
    """Problems of rules that ask for more than there is, or for too many decimals."""
    for step, part in walk(rule):
        here = (*path, *step)
        if isinstance(part, AtLeast) and part.at_least > len(part.of):
            yield Problem(
                (*here, "at_least"),
                f"{part.at_least} of {len(part.of)} rules can never pass; lower it",
            )
        if isinstance(part, Vote):
            yield from _vote(part, here)


def _vote(vote: Vote, here: Path) -> Iterator[Problem]:
    if not isinstance(vote.need, str) and as_fraction(vote.need) > vote.total:
        yield Problem(
            (*here, "need"),
            f"{vote.need} votes are needed but there are only {float(vote.total):.12g}; "
            "lower the need or add votes",
        )
    written = (vote.need, vote.quorum, vote.approval)
    shares = [as_fraction(share) for share in written if share is not None and share != MAJORITY]
    units = lcm(*(as_fraction(number).denominator for number in vote.votes.values()))
    for share in shares:
        units *= share.denominator
    if vote.total * units * SEATS >= MAX_UNITS:
        yield Problem(
            (*here, "votes"), "too many decimals to count these votes exactly; round them"
        )
