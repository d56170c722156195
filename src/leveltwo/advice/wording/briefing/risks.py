"""What could go wrong with a plan."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.guard_rails import Kind as Rail
from leveltwo.advice.guard_rails import Warned
from leveltwo.advice.traps import Trap
from leveltwo.advice.wording.advice import risks as move_risks
from leveltwo.advice.wording.assessment import bought
from leveltwo.advice.wording.figures import chance, listed, points, some
from leveltwo.advice.wording.guard_rails import guard_rail_sentences
from leveltwo.advice.wording.names import gate_name, people, side_name
from leveltwo.advice.wording.spillover import trap_sentence
from leveltwo.core.assessment import Assessment
from leveltwo.core.safety import Safety
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Reason

NOTICED = 0.02
"""A chance of being decisive, or of either vote, from which somebody is worth naming."""
CROSSED = 4
"""Those with a crossed red line who are named."""
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
    whom = f": {bought(case, part)}"
    if len(part.bought) == 1:
        whom = f" from {people(case, part.bought)[0]}"
    return (
        f"Even if every best guess is right, a rival breaks {where} by taking {lost} points of "
        f"margin{whom}."
    )


def crossed(case: Negotiation, plan: Assessment) -> str | None:
    """Whose red lines the plan crosses."""
    names = people(case, [who for who, s in plan.constituencies.items() if s.crossed])
    return f"The deal crosses a red line of {some(names, CROSSED)}." if names else None


def of_move(case: Negotiation, reason: Reason) -> tuple[str, str] | None:
    """A move and what may become of it; None if there is nothing to fear."""
    notes = move_risks(case, reason)
    return (f"{case.name('moves', reason.move)}:", f"{'; '.join(notes)}.") if notes else None


def guarded(case: Negotiation, warned: Iterable[Warned], most: int) -> list[str]:
    """The guard-rails that the principal is told of: not form and law, which the annex has.

    Those gone round stand with the answer.
    """
    told = [w for w in warned if w.kind not in (Rail.FORM, Rail.LAW, Rail.BYPASS)]
    said = guard_rail_sentences(case, told)
    return [*said[:most], *more_warnings(len(said) - most)]


def more_warnings(number: int) -> list[str]:
    """That there are more warnings than those told of."""
    if number <= 0:
        return []
    are = "One more warning is" if number == 1 else f"{number} more warnings are"
    return [f"{are} in the annex."]


def trapped(case: Negotiation, found: Iterable[Trap], sample: Sample, most: int) -> list[str]:
    """Traps that the plan is in, then those that it leaves, a few of them."""
    ranked = sorted(found, key=lambda trap: not trap.spill.made)
    return [
        f"{'Take this out' if trap.spill.made else 'Leave this'}: "
        f"{trap_sentence(case, trap, sample)}"
        for trap in ranked[:most]
    ]
