"""Law: the fields of general law that a move may touch, by its device and the bodies it reaches.

A reminder, not legal advice. What fits a body of another state does not fit a meeting of
shareholders; where a case does not say who is asked, everything that fits the device is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from enum import StrEnum

from leveltwo.model.approval import Body
from leveltwo.model.gate import Gate
from leveltwo.model.move import NEEDS_CONSENT, Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import Vote, walk
from leveltwo.model.side import Side


class Law(StrEnum):
    """A field of general law that a move may touch."""

    LABOUR = "labour"
    COUNSEL = "counsel"
    INTERFERENCE = "interference"
    BRIBERY = "bribery"
    SECURITIES = "securities"


BEHIND_THE_TABLE = NEEDS_CONSENT | {Device.OUTSIDE_PRESSURE}
OF_STATES = frozenset({Body.GOVERNMENTS, Body.PARLIAMENT, Body.REFERENDUM, Body.PUBLIC})
BY_BODY = {
    **dict.fromkeys(OF_STATES, frozenset({Law.INTERFERENCE})),
    Body.BOARD: frozenset({Law.COUNSEL}),
    Body.SHAREHOLDERS: frozenset({Law.COUNSEL, Law.SECURITIES}),
    Body.MEMBERS: frozenset({Law.LABOUR, Law.COUNSEL}),
}
"""What may apply to those whose body says by itself what they are; bribery may to anybody."""


def laws(case: Negotiation, move: str) -> Iterator[Law]:
    """Fields of law to look up before a move, in the order of `Law`.

    Those that fit its device, and the bodies on other sides that decide among those whom it
    touches; where none of them decides, all bodies of the sides touched, or of all other sides.
    """
    about = case.moves[move]
    paid = {who for who in about.pays if who in case.voters}
    behind, direct = about.device in BEHIND_THE_TABLE, about.device is Device.DIRECT_DEALING
    of_device = {
        Law.LABOUR: direct,
        Law.COUNSEL: direct,
        Law.INTERFERENCE: behind,
        Law.BRIBERY: bool(paid),
        Law.SECURITIES: behind or bool(paid) or bool(case.deceived_voters(move)),
    }
    of_bodies = _of_bodies(case, move, paid) | {Law.BRIBERY}
    yield from (law for law, fits in of_device.items() if fits and law in of_bodies)


def _of_bodies(case: Negotiation, move: str, paid: Set[str]) -> frozenset[Law]:
    """What may apply to the bodies that a move reaches."""
    about = case.moves[move]
    touched = {*about.effects, *about.otherwise, *about.deceives, *paid}
    reached = {who for who in touched if case.constituencies[who].side != about.by}
    sides = {case.constituencies[who].side for who in reached}
    sides = sides or {side for side in case.sides if side != about.by}
    gates = [(case.sides[side], gate) for side in sides for gate in case.sides[side].gates.values()]
    asked = [(side, gate) for side, gate in gates if not reached.isdisjoint(gate.members)]
    return frozenset(law for side, gate in asked or gates for law in _of_gate(side, gate, reached))


def _of_gate(side: Side, gate: Gate, reached: Set[str]) -> frozenset[Law]:
    """What may apply to those whom a gate asks.

    Whoever else is asked on a side with bodies of a state is of that state too; leaders beside a
    board, shareholders or members are private. Where a gate does not say who is asked, shareholders
    may be only those whose votes are counted.
    """
    bodies = {other.body for other in side.gates.values()}
    of_state = not bodies.isdisjoint(OF_STATES)
    if gate.body in BY_BODY and not (gate.body is Body.MEMBERS and of_state):
        return BY_BODY[gate.body]
    if of_state:
        return frozenset({Law.INTERFERENCE})
    if gate.body is not None and not bodies.isdisjoint(BY_BODY):
        return frozenset({Law.COUNSEL})
    every = frozenset(Law)
    return every if not reached.isdisjoint(_counted(gate)) else every - {Law.SECURITIES}


def _counted(gate: Gate) -> set[str]:
    """Those whose votes a gate counts, as those of shareholders are."""
    parts = (part for _, part in walk(gate.rule))
    return {voter for part in parts if isinstance(part, Vote) for voter in part.votes}
