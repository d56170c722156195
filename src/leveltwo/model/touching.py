"""Touching: whom a move reaches, and the gates at which it can count."""

from __future__ import annotations

from leveltwo.model.following import heard
from leveltwo.model.gate import Gate
from leveltwo.model.negotiation import Negotiation


def reached(case: Negotiation, key: str) -> set[str]:
    """Everybody whom a move touches, by effects or by lifting red lines."""
    lifted = {
        who
        for who, part in case.constituencies.items()
        if any(key in line.unless for line in part.red_lines)
    }
    return {*case.moves[key].effects, *case.moves[key].otherwise} | lifted


def asked(case: Negotiation, gate: Gate) -> set[str]:
    """Everybody whom a gate asks, and all whom these follow, directly or through others."""
    return set[str]().union(*(heard(case, who) for who in gate.members))


def gates_touched(case: Negotiation, key: str) -> list[Gate]:
    """The gates at which a move reaches somebody who is asked, or whom these follow.

    Whether it is made in time for them does not matter. Time grows with gates × followers.
    """
    audience = reached(case, key)
    gates = (gate for side in case.sides.values() for gate in side.gates.values())
    return [gate for gate in gates if audience & asked(case, gate)]
