"""What is said about insurance: how easily a rival breaks a plan's gates, and what helps."""

from __future__ import annotations

from leveltwo.advice.wording.assessment import bought
from leveltwo.advice.wording.figures import (
    chance,
    chance_range,
    chance_shift,
    listed,
    points,
)
from leveltwo.advice.wording.names import gate_name, people, person, side_name, within
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.insurance.coalition import Coalition, Coalitions, Unpriced
from leveltwo.solve.insurance.covering import MOST_WAYS
from leveltwo.solve.insurance.record import Guarded, Insurance
from leveltwo.solve.insurance.rival import Source

INSURING = "Looking for the cheapest insurance …"
NO_PLAN_TO_INSURE = (
    "No plan is advised, so there is nothing to insure; name a deal to ask about it."
)
GUARDED_RULE = (
    "Points to break a gate, and costs, are those if every best guess is right. Only moves count "
    "that may be recommended and go with the plan; none may lose a gate that passes then, or make "
    "it less likely that every gate passes."
)
COUNTED = "Whom to count on, if support could be won point by point, each point costing the same:"
NOT_COUNTED = {
    Unpriced.ABSTENTION: "not worked out, because somebody may abstain there, which counts neither "
    "as a no nor as a yes.",
    Unpriced.TOO_MANY: f"not worked out: it can be broken in more than {MOST_WAYS:,} ways, and no "
    "more are compared.",
}
SURE = 0.9
"""Chance from which a gate is not said to hold “only” so often."""
LEAST_GAIN = 0.05
"""Points below which nobody is called safer."""


def insuring(looked_at: int) -> str:
    """How far the search has come."""
    return f"{INSURING} ({looked_at:,} sets of moves looked at)"


def rival_sentence(case: Negotiation, found: Insurance) -> str:
    """Who the rival is, and where its points come from."""
    rival = found.rival
    many = points(rival.points, signed=False)
    if rival.source is Source.GIVEN:
        return (
            f"A rival has {many} points to take from people, spread as it likes, and it moves last."
        )
    said = (
        "Nobody has said how much a rival can do. So one is assumed that has "
        f"{many} points to take from people, spread as it likes, and moves last"
    )
    if rival.move is None or rival.person is None:
        why = "no move of the case moves anybody whom their gates ask"
        return f"{said}; {why}, so the number means little. Name another with --rival."
    move = case.name("moves", rival.move)
    return (
        f"{said}: as much as the strongest move of the case, “{move}”, does to one person whom "
        f"their gates ask ({within(person(case, rival.person))}). Name another number with --rival."
    )


def insurance_headline(case: Negotiation, found: Insurance) -> str:
    """What to add, or that nothing need be, or that nothing will do."""
    failing = failing_gates(case, found)
    if not found.is_needed:
        return (
            f"If every best guess is right, such a rival can break no gate of {_theirs(case)}: "
            f"no insurance is needed then.{_over_all(case, found)}"
        )
    if found.is_reached:
        added = _moves(case, found.added)
        return (
            f"The cheapest insurance{'' if found.proved else ' found'}: add {added}, at a cost of "
            f"{points(found.cost, signed=False)} points. Then, if every best guess is right, such "
            f"a rival can break no gate of {_theirs(case)}."
        )
    return " ".join(part for part in (failing, _out_of_reach(case, found)) if part)


def _over_all(case: Negotiation, found: Insurance) -> str:
    """How often the gates stand with all judgements in doubt, beside a rival and without one."""
    if found.sample.certain or not found.insured:
        return ""
    least = min(found.insured, key=lambda gate: gate.holds_before)
    only = "only " if least.holds_before < SURE else ""
    return (
        f" Over all your judgements {_gates(case, [least])} passes and stands against that rival "
        f"with a chance of {only}{chance(least.holds_before, found.sample)}; without a rival, "
        f"every gate passes with a chance of {chance(found.chance, found.sample)}. Where "
        "judgements turn out worse than the best guess, fewer points are enough to break it."
    )


def _theirs(case: Negotiation) -> str:
    return listed([side_name(case, side) for side in case.sides if side != case.viewpoint])


def _moves(case: Negotiation, moves: tuple[str, ...]) -> str:
    return listed([f"“{case.name('moves', move)}”" for move in moves])


def _gates(case: Negotiation, gates: list[Guarded]) -> str:
    return listed([f"“{gate_name(case, gate.side, gate.gate)}”" for gate in gates])


def failing_gates(case: Negotiation, found: Insurance) -> str | None:
    """Gates that fail without any rival, whatever is added."""
    failing = [gate for gate in found.insured if gate.points_after == 0]
    if not failing:
        return None
    verb = "fail" if len(failing) > 1 else "fails"
    return f"If every best guess is right, {_gates(case, failing)} {verb} without any rival."


def _out_of_reach(case: Negotiation, found: Insurance) -> str:
    """That no set will do, and what the safest one comes to."""
    if not found.offered:
        return (
            "No move of ours is left that may be recommended, goes with the plan and touches "
            "anybody, so no insurance can be bought with moves."
        )
    weak = [gate for gate in found.insured if not gate.holds(found.rival, insured=True)]
    tried = "No set of our moves keeps" if found.proved else "No set of our moves was found to keep"
    said = f"{tried} such a rival from breaking {_gates(case, weak)}."
    if not found.added:
        least = "No set makes" if found.proved else "None was found to make"
        return f"{said} {least} the least safe gate safer either."
    return (
        f"{said} The safest{'' if found.proved else ' found'} is to add "
        f"{_moves(case, found.added)}, at a cost of {points(found.cost, signed=False)} points."
    )


def insurance_proof(found: Insurance) -> str | None:
    """How sure it is that no other set is better."""
    if not found.offered or not (found.is_needed or found.added):
        return None
    said = []
    if found.interrupted:
        said.append("The search was stopped before the end: a better set may exist.")
    elif not found.proved:
        said.append("There were too many sets to look at all: a better one may exist.")
    elif found.added:
        said.append("No cheaper set is as safe: proved.")
    if found.refused:
        said.append(
            "Sets that would be cheaper or safer were passed over, because with them the plan is "
            "less likely to pass."
        )
    return " ".join(said) or None


def insured_chance(found: Insurance) -> str | None:
    """The chance that every gate passes, without and with the moves."""
    if found.fresh is None or not found.added:
        return None
    before, after = float(found.fresh_chance or 0), float(found.fresh_after or 0)
    low, high = found.fresh.interval(after)
    return (
        "Without a rival, the chance that every gate passes goes with them from "
        f"{chance_shift(before, after, found.fresh)} (sampling error: {chance_range(low, high)}; "
        f"{found.fresh.draws:,} fresh draws)."
    )


def guarded_rows(case: Negotiation, found: Insurance) -> list[tuple[str, str, str, str, str, str]]:
    """Each gate: name, side, points, who would be bought, points with the moves, share of draws."""
    return [
        (
            gate_name(case, gate.side, gate.gate),
            case.name("sides", gate.side),
            _to_break(gate.points),
            bought(case, gate.before) if gate.before and gate.before.bought else "—",
            _to_break(gate.points_after),
            _holds(found, gate),
        )
        for gate in found.gates
    ]


def _holds(found: Insurance, gate: Guarded) -> str:
    before, after = gate.holds_before, gate.holds_after
    if before == after:
        return chance(before, found.sample)
    return chance_shift(before, after, found.sample)


def _to_break(number: float | None) -> str:
    if number is None:
        return "cannot be"
    return "fails as it is" if number == 0 else points(number, signed=False)


def safer_lines(case: Negotiation, found: Insurance) -> list[str]:
    """Whom the moves make dearer to buy, gate by gate; and whom cheaper."""
    said = []
    for gate in found.gates:
        if gate.before is None or gate.after is None:
            continue
        shifts = [
            f"{within(person(case, who))} {points(old, signed=False)} → {points(new, signed=False)}"
            for who, old in gate.before.prices.items()
            for new in (gate.after.prices[who],)
            if abs(new - old) >= LEAST_GAIN
        ]
        if shifts:
            name = gate_name(case, gate.side, gate.gate)
            said.append(f"What each vote costs a rival at “{name}”: {'; '.join(shifts)}.")
    return said


def counted_lines(case: Negotiation, found: Insurance) -> list[str]:
    """Whether a larger coalition is cheaper to hold than a bare one, gate by gate."""
    told = [
        f"• “{gate_name(case, gate.side, gate.gate)}”: {_counted(case, found, gate.coalitions)}"
        for gate in found.gates
        if gate.coalitions is not None
    ]
    return [COUNTED, *told] if told else []


def _counted(case: Negotiation, found: Insurance, counted: Coalitions | Unpriced) -> str:
    if isinstance(counted, Unpriced):
        return NOT_COUNTED[counted]
    if counted.best is None:
        return "no points win enough people against such a rival; red lines stand in the way."
    return " ".join(
        part
        for part in (
            _best(case, counted, counted.best),
            _beside_bare(counted, counted.best),
            _sizes(counted),
            _hearing(found, counted),
        )
        if part
    )


def _best(case: Negotiation, counted: Coalitions, best: Coalition) -> str:
    if not best.added:
        return "nothing more is needed as long as all go on hearing what they hear now."
    given = [
        f"{who} {points(more, signed=False)}"
        for who, more in zip(people(case, best.added), best.added.values(), strict=True)
    ]
    whom = f" in all ({'; '.join(given)})" if len(given) > 1 else f", for {_only(case, best)}"
    return (
        f"at least {points(best.cost, signed=False)} points more are needed{whom}. "
        f"That counts on {len(best.standing)} of the {counted.people} who are asked."
    )


def _only(case: Negotiation, best: Coalition) -> str:
    return listed(people(case, best.added))


def _beside_bare(counted: Coalitions, best: Coalition) -> str | None:
    """A coalition in which nobody can be spared, beside the cheapest."""
    if not counted.bare_known or not best.added:
        return None
    if counted.bare is None:
        return "A bare coalition, each vote of which holds by itself, cannot be won."
    bare = points(counted.bare.cost, signed=False)
    if not counted.wider_is_cheaper:
        return "To spread support more widely than a bare coalition saves nothing."
    return (
        f"A bare coalition, each vote of which must hold by itself, would need {bare}: the larger "
        f"one saves {points(counted.bare.cost - best.cost, signed=False)}, for the rival then "
        "has to win over several at once."
    )


def _sizes(counted: Coalitions) -> str | None:
    """What each size of coalition takes, where votes are equal."""
    if len(counted.sizes) < 2 or not counted.wider_is_cheaper:
        return None
    sizes = [f"{size}: {points(cost, signed=False)}" for size, cost in counted.sizes.items()]
    return f"By how many are counted on, {'; '.join(sizes)}."


def _hearing(found: Insurance, counted: Coalitions) -> str | None:
    """What becomes of it once those who follow somebody hear other votes."""
    if counted.withstands is None:
        return None
    if counted.withstands >= found.rival.points - LEAST_GAIN:
        return "It holds even if the rival turns those whom others follow."
    needs = points(counted.withstands, signed=False)
    return (
        f"But a rival who turns those whom others follow still breaks it with {needs} points: "
        "those others are taken to hear what they hear now."
    )
