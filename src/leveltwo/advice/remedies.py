"""Remedies: which devices fit which kind of barrier, and which of our moves are at hand."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.assessment import Assessment
from leveltwo.core.conversion import Conversion
from leveltwo.core.explained import HEARD
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.binding import Binding
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation

DEVICES: dict[Kind, tuple[Device, ...]] = {
    Kind.RED_LINE: (Device.TERMS, Device.AGREEMENT_FORM, Device.FRAMING),
    Kind.TIMING: (Device.PROCESS_FORM, Device.STATEMENTS, Device.TABLE_CONDUCT),
    Kind.TRUST: (Device.AGREEMENT_FORM, Device.TERMS, Device.PROCESS_FORM),
    Kind.ARBITER: (
        Device.DIRECT_DEALING,
        Device.AGREEMENT_FORM,
        Device.STATEMENTS,
        Device.ACCEPTANCE_SPEECH,
    ),
    Kind.INSTITUTION: (
        Device.AGREEMENT_FORM,
        Device.PROCESS_FORM,
        Device.OUTSIDE_PRESSURE,
        Device.JOINT_ACTION,
    ),
    Kind.STANDING: (Device.PROCESS_FORM, Device.AGREEMENT_FORM, Device.DIRECT_DEALING),
    Kind.PERCEPTION: (
        Device.FRAMING,
        Device.ACCEPTANCE_SPEECH,
        Device.STATEMENTS,
        Device.TABLE_CONDUCT,
    ),
    Kind.INTERESTS: (Device.TERMS, Device.AGREEMENT_FORM, Device.OUTSIDE_PRESSURE),
}
"""Classes of moves (Sebenius 2014) that answer each kind of barrier, the usual first one first.

The pairing is ours. It suggests where to look; a move's effects, not its class, say what it does.
"""


@dataclass(frozen=True)
class Help:
    """One of our moves as it touches a barrier.

    Parameters
    ----------
    move : str
        The move.
    points : float
        Mean points it would add.
    late : bool
        Whether it comes too late for the gate.
    consent : bool
        Whether it waits for a consent not yet granted.
    lifts : bool
        Whether it lifts a red line that the deal crosses.
    turns : bool
        Whether it alone would do: it comes in time, may be recommended, and lifts the red line or
        brings all that is lacking. Whether it is a trap is not looked at here.
    fits : bool
        Whether it is of a class that answers the first kind of this barrier; trust in delivery
        is answered, too, by what is in writing or binds in law.
    deceives : bool
        Whether it deceives somebody who decides, so that it is never advised.
    binding : Binding or None
        How it binds, if the file says so.
    """

    move: str
    points: float
    late: bool
    consent: bool
    lifts: bool = False
    turns: bool = False
    fits: bool = False
    deceives: bool = False
    binding: Binding | None = None


def helps(case: Negotiation, c: Conversion, plan: Assessment, kind: Kind) -> tuple[Help, ...]:
    """Our moves not in the plan that touch somebody, by what they would do.

    Those in time come first, then those that lift a red line, then the strongest.
    """
    gate = case.sides[c.side].gates[c.gate]
    lifting = _lifting(case, c, plan)
    found = []
    for key in case.our_moves:
        move = case.moves[key]
        late = move.date is not None and gate.date is not None and move.date > gate.date
        points = (c.late if late else c.effects).get(key, 0.0)
        if key in plan.plan.moves or not (points >= HEARD or key in lifting):
            continue
        enough = c.hindrance.met_by(points)
        able = not late and case.may_recommend(key)
        lifts = key in lifting
        found.append(
            Help(
                move=key,
                points=points,
                late=late,
                consent=move.lacks_consent,
                lifts=lifts,
                turns=able and enough and (lifts or not c.hindrance.crossed),
                deceives=bool(case.deceived_voters(key)),
                fits=move.device in DEVICES[kind] or (kind is Kind.TRUST and move.is_firm),
                binding=move.binding,
            )
        )
    return tuple(sorted(found, key=lambda h: (h.late, not h.lifts, -h.points, h.move)))


def _lifting(case: Negotiation, c: Conversion, plan: Assessment) -> set[str]:
    """Moves that lift a red line which the deal crosses."""
    return {
        move
        for line in case.constituencies[c.who].red_lines
        if line.issue in c.hindrance.crossed
        if plan.plan.deal[line.issue] in line.options
        for move in line.unless
    }
