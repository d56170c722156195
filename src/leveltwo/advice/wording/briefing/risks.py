"""What could go wrong with a plan."""

from __future__ import annotations

from leveltwo.advice.wording.assessment import bought
from leveltwo.advice.wording.figures import chance, listed, points
from leveltwo.advice.wording.names import gate_name, people, side_name
from leveltwo.core.assessment import Assessment
from leveltwo.core.safety import Safety
from leveltwo.model.negotiation import Negotiation

NOTICED = 0.02
"""A chance of being decisive, or of either vote, from which somebody is worth naming."""
HARDLY = 0.05
"""Points that print as 0.0."""


def weakest_gate(case: Negotiation, plan: Assessment) -> str:
    """The gate most likely to fail, and on whom it turns."""
    least, side, gate = min(
        (share, side, gate)
        for side, part in plan.sides.items()
        for gate, share in part.gates.items()
        if not case.sides[side].gates[gate].implementation
    )
    where = f"“{gate_name(case, side, gate)}” ({side_name(case, side)})"
    if plan.sample.certain:
        how = "passes" if least >= 0.5 else "fails"
        return f"If every best guess is right, {where} {how}."
    said = (
        f"The gate most likely to fail is {where}, which passes with a chance of {chance(least)}."
    )
    asked = [who for who, one in plan.constituencies.items() if (side, gate) in one.gates]
    turns = wavering(plan, asked)
    names = listed(people(case, turns[:3]))
    return f"{said} It turns most on {names}." if names else said


def decisive(plan: Assessment, among: list[str]) -> list[str]:
    """Those on whom most turns, first; nobody on whom next to nothing does."""
    found = [(plan.constituencies[who].pivotal, who) for who in among]
    return [who for share, who in sorted(found, key=lambda p: (-p[0], p[1])) if share >= NOTICED]


def wavering(plan: Assessment, among: list[str]) -> list[str]:
    """The same, without those whose vote is hardly in doubt."""
    found = decisive(plan, among)
    return [who for who in found if NOTICED <= plan.constituencies[who].chance <= 1 - NOTICED]


def cheapest_to_break(case: Negotiation, plan: Assessment) -> str | None:
    """The gate that a rival would break most cheaply."""
    known = [
        (part.points, part)
        for part in plan.safety
        if part.points is not None and not case.sides[part.side].gates[part.gate].implementation
    ]
    if not known:
        return None
    _, part = min(known, key=lambda pair: (pair[0], pair[1].side, pair[1].gate))
    return _broken(case, part)


def _broken(case: Negotiation, part: Safety) -> str:
    where = f"“{gate_name(case, part.side, part.gate)}” ({side_name(case, part.side)})"
    if (part.points or 0.0) < HARDLY:
        who = f": {listed(people(case, part.bought))}" if part.bought else ""
        return f"If every best guess is right, {where} passes by next to nothing{who}."
    lost = points(part.points or 0.0, signed=False)
    return (
        f"Even if every best guess is right, a rival breaks {where} by taking {lost} points of "
        f"margin: {bought(case, part)}."
    )


def crossed(case: Negotiation, plan: Assessment) -> str | None:
    """Whose red lines the plan crosses."""
    names = people(case, [who for who, s in plan.constituencies.items() if s.crossed])
    return f"The deal crosses a red line of {listed(names)}." if names else None
