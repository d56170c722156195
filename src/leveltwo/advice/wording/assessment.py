"""Sentences about one plan, and about a map of deals."""

from __future__ import annotations

from leveltwo.advice.wording.figures import about, chance, chance_range, listed, points
from leveltwo.advice.wording.names import (
    gate_name,
    gates_quoted,
    people,
    person,
    side_name,
    term,
)
from leveltwo.core.assessment import Assessment
from leveltwo.core.contributions import Contributions
from leveltwo.core.map import Estimate, Map
from leveltwo.core.safety import Safety
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan

RULES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "Egalitarian",
    "utilitarian": "Utilitarian",
}


def interval_sentence(assessment: Assessment) -> str:
    """The headline of an assessment."""
    if assessment.sample.certain:
        word = "passes" if assessment.chance >= 0.5 else "fails"
        return f"If every best guess is right and every move works, the plan {word}."
    low, high = assessment.sample.interval(assessment.chance)
    return (
        f"Chance that every gate passes: {chance(assessment.chance)} "
        f"(sampling error: {chance_range(low, high)}; {assessment.sample.draws:,} draws)."
    )


def durability_sentence(case: Negotiation, durable: float, sample: Sample) -> str | None:
    """What the implementation gates add, if there are any."""
    gates = [
        gate_name(case, s, g)
        for s, side in case.sides.items()
        for g, gate in side.gates.items()
        if gate.implementation
    ]
    if not gates:
        return None
    shown = chance(durable, sample)
    return f"Chance that it is also carried out ({listed(gates)}): {shown}."


def consent_sentence(case: Negotiation, plan: Plan) -> str | None:
    """A warning about moves whose consent has not been granted."""
    waiting = [f"“{case.name('moves', m)}”" for m in plan.moves if case.moves[m].lacks_consent]
    if not waiting:
        return None
    needs = "need" if len(waiting) > 1 else "needs"
    return f"{listed(waiting)} {needs} the counterpart’s consent, which has not been granted."


def late_sentence(case: Negotiation, found: Assessment) -> str | None:
    """Moves of a plan that come after some gate at which they would help."""
    late = [(m, listed(gates_quoted(case, gates))) for m, gates in found.missed.items()]
    told = [f"“{case.name('moves', move)}” comes too late for {gates}" for move, gates in late]
    return "; ".join(told) + "." if told else None


def largest_parts(case: Negotiation, plan: Plan, parts: Contributions, number: int = 3) -> str:
    """The terms, moves and cues that weigh most in a margin."""
    found = [(p, term(case, issue, plan.deal[issue])) for issue, p in parts.terms.items()]
    found += [(p, case.name("moves", move)) for move, p in parts.moves.items()]
    found += [(p, f"the word of {people(case, [who])[0]}") for who, p in parts.cues.items()]
    largest = sorted(found, key=lambda part: (-abs(part[0]), part[1]))[:number]
    return "; ".join(f"{name} {points(p)}" for p, name in largest if abs(p) >= 0.05)


def gain_cell(gain: float) -> str:
    """What a side's negotiator gains."""
    return f"negotiator’s gain over no deal: {points(gain)} points"


def votes_to_lose(found: Safety) -> str:
    """The fewest votes whose change breaks a gate."""
    return "none would" if found.votes is None else f"{found.votes:,}"


def points_to_lose(found: Safety) -> str:
    """The fewest points that break a gate."""
    return "none would" if found.points is None else points(found.points, signed=False)


def bought(case: Negotiation, found: Safety, number: int = 3) -> str:
    """Whose points break a gate, the dearest first."""
    named = [f"{person(case, who)} {points(p, signed=False)}" for who, p in found.bought.items()]
    more = len(named) - number
    return "; ".join(named[:number]) + (f"; {more} more" if more > 0 else "")


def blocking_title(result: Assessment) -> str:
    """The heading of the smallest groups that stop a gate: how many there are, if not all."""
    first = "likeliest" if result.blocking_proved else "likeliest found (there may be likelier)"
    title = f"Smallest groups whose opposition stops a gate, {first} first"
    counts = result.blocking_groups.values()
    known = sum(count for count in counts if count is not None)
    if None not in counts and known == len(result.blocking):
        return title
    least = "more than " if None in counts else ""
    return f"{title} ({len(result.blocking)} of {least}{known:,})"


def _estimated(found: Estimate, pareto: int | None) -> str:
    """That sizes are estimates, what they rest on, and what is exact all the same."""
    known = "The frontier and what would be picked at the table are exact; no fair solution among "
    known += "deals that pass is sought"
    if pareto is None:
        known = "No frontier and no fair solution is sought"
    exact = any(share.exact for share in found.winsets.values())
    counted = ", but for those without an interval, which are counted exactly," if exact else ""
    return (
        f"There are {found.combinations:,} combinations of options, too many to look at each: "
        f"sizes are estimated{counted} from {found.looked_at:,} deals drawn at random (seed "
        f"{found.seed}). {known}; `advise` finds the best plan among all deals."
    )


def map_sentence(case: Negotiation, result: Map) -> str:
    """The headline of a map."""
    names = [side_name(case, side) for side in case.sides]
    many = f"{result.overlap:,} of {result.deals:,} deal{'' if result.deals == 1 else 's'}"
    if (found := result.estimate) is not None:
        deals = about(result.deals, exact=found.allowed.exact)
        many = f"{about(result.overlap, exact=found.overlap.exact)} of {deals} deals"
    moves = [case.name("moves", m) for m in result.moves]
    force = f"With {listed([f'“{m}”' for m in moves])} in force, " if moves else ""
    if result.sample.certain:
        how = "would pass every gate if every best guess were right"
    else:
        how = f"pass the gates of {listed(names)} with a chance of at least "
        how += f"{chance(result.confidence)} each, one side at a time"
    said = f"{force}{many} {how}."
    if found is not None:
        return f"{said[0].upper()}{said[1:]} {_estimated(found, result.pareto)}"
    if result.overlap == 0:
        said += " There is no zone of possible agreement."
    if result.likeliest is not None and not result.sample.certain:
        best = chance(result.likeliest.chance)
        said += f" The deal likeliest to pass all gates together does so with a chance of {best}."
    return said
