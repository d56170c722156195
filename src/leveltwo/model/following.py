"""Follow-links: who is heard, and links that lead back to where they began."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.errors import Problem
from leveltwo.model.negotiation import Negotiation

MOST_NAMED = 12


def heard(case: Negotiation, who: str) -> set[str]:
    """A constituency and all whom it follows, directly or through others."""
    found, open_ = {who}, [who]
    while open_:
        for leader in case.constituencies[open_.pop()].follows:
            if leader not in found:
                found.add(leader)
                open_.append(leader)
    return found


def cycles(case: Negotiation) -> Iterator[Problem]:
    """Rings of constituencies that follow each other, each once, whatever the file's order."""
    done: set[str] = set()
    for start in sorted(case.constituencies):
        if start not in done:
            for ring in _rings(case, start, done):
                yield _problem(ring)


def _rings(case: Negotiation, start: str, done: set[str]) -> Iterator[list[str]]:
    """Search from one constituency, depth first; ``done`` takes those that are finished."""
    trail = {start: _leaders(case, start)}
    while trail:
        who = next(reversed(trail))
        leader = next(trail[who], None)
        if leader is None:
            trail.popitem()
            done.add(who)
        elif leader in trail:
            names = list(trail)
            yield names[names.index(leader) :]
        elif leader not in done:
            trail[leader] = _leaders(case, leader)


def _leaders(case: Negotiation, who: str) -> Iterator[str]:
    return iter(sorted(f for f in case.constituencies[who].follows if f in case.constituencies))


def _problem(ring: list[str]) -> Problem:
    if len(ring) == 1:
        path = ("constituencies", ring[0], "follows", ring[0])
        return Problem(path, f"“{ring[0]}” follows itself: remove this link")
    first = ring.index(min(ring))
    names = [*ring[first:], *ring[: first + 1]]
    shown = names if len(names) <= MOST_NAMED else [*names[: MOST_NAMED - 1], "…", names[-1]]
    chain = f"“{shown[0]}” follows “{shown[1]}”"
    chain += "".join(f", which follows “{name}”" for name in shown[2:])
    path = ("constituencies", names[0], "follows", names[1])
    return Problem(path, f"{chain}: remove one of these links")
