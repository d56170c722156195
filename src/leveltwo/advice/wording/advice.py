"""Sentences about what is advised, or why nothing is."""

from __future__ import annotations

from collections.abc import Mapping

from leveltwo.advice.guard_rails import grave
from leveltwo.advice.wording.assessment import durability_sentence
from leveltwo.advice.wording.figures import chance, chance_range, chance_shift, listed, points
from leveltwo.advice.wording.frontier import difference
from leveltwo.advice.wording.guard_rails import guard_rail_sentences
from leveltwo.advice.wording.names import (
    gate_name,
    gates_quoted,
    lifted_by,
    people,
    side_name,
)
from leveltwo.advice.wording.spillover import spill_lines
from leveltwo.core.assessment import Assessment
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.objective import Goal
from leveltwo.solve.recommendation import Reason, Recommendation
from leveltwo.solve.result import Status
from leveltwo.solve.timekeeper import Part

SLIM = 0.05
DOUBTFUL = 0.1
NO_MOVES = "No move of ours is worth adding: none brings more than it costs."


SEARCHING = "Looking for the best plan …"


def progress(best: float, bound: float, nodes: int) -> str:
    """How far the search has come."""
    held = f"best so far {points(best)}" if best > -1e100 else "nothing found yet"
    return (
        f"Looking for the best plan … {held}, proved none above {points(bound)} ({nodes:,} steps)"
    )


def headline(case: Negotiation, advice: Recommendation) -> str:
    """The answer in a sentence or two."""
    side = side_name(case, case.viewpoint)
    asked = f"{100 * advice.objective.floor:g} %"
    which = f"no plan with a chance of at least {asked}" if advice.objective.floor else "no plan"
    best = f"Proved: {which} is worth more to {side}, by these judgements."
    if advice.objective.goal is Goal.COST and advice.objective.floor == 0:
        best = "Proved: no help costs less; no chance was asked for."
    elif advice.objective.goal is Goal.COST:
        best = f"Proved: no help that costs less brings this deal to a chance of {asked}."
    refused = f"No: it is proved that no plan allowed here reaches a chance of {asked}."
    if advice.objective.floor == 0:
        refused = "No: the rules of the case leave no plan."
    return {
        Status.OPTIMAL: best,
        Status.FEASIBLE: _feasible(advice),
        Status.NO_DEAL: f"Walk away: it is proved that {which} is worth more to {side} than no "
        "deal.",
        Status.INFEASIBLE: refused,
        Status.UNKNOWN: "Stopped before any plan was found; give it more time.",
    }[advice.status]


def _feasible(advice: Recommendation) -> str:
    if advice.score is None:
        return (
            "Stopped before the proof: nothing found so far is worth more than walking away, and "
            f"it is proved that no plan is worth more than {points(advice.bound)} points."
        )
    if advice.objective.goal is Goal.COST:
        return (
            "Stopped before the proof: this is the least costly help found; it is proved that none "
            f"costs less than {points(advice.bound, signed=False)} points."
        )
    return (
        f"Stopped before the proof: the best plan found is worth {points(advice.score.value)} "
        f"points, and it is proved that none is worth more than {points(advice.bound)}."
    )


def worth_sentence(case: Negotiation, advice: Recommendation) -> str | None:
    """What the plan is worth against walking away."""
    if advice.score is None:
        return None
    score = advice.score
    us = people(case, [case.sides[case.viewpoint].negotiator])[0]
    cost = points(score.cost, signed=False)
    less = f", less {cost} for our moves" if cost != "0.0" else ""
    text = (
        f"By the values of {us} it is worth {points(score.value)} points, against 0 for walking "
        f"away (the gain where it passes{less})."
    )
    if score.chance < SLIM:
        text += " So slim a chance makes it hardly better than walking away."
    return text


def fresh_sentence(advice: Recommendation) -> str | None:
    """Its chance on draws that played no part in choosing it."""
    if advice.fresh is None:
        return _unchecked(advice)
    fresh = advice.fresh
    shown = chance(fresh.score.chance)
    text = (
        f"Chance that every gate passes: {shown} (sampling error: "
        f"{chance_range(*fresh.interval)}), on {fresh.sample.draws:,} fresh draws; the tables "
        f"below rest on the {advice.sample.draws:,} draws it was chosen on."
    )
    if fresh.interval[1] < advice.objective.floor:
        text += " That is below the chance asked for, which it met on the draws it was chosen on."
    return text


def _unchecked(advice: Recommendation) -> str | None:
    """Its chance where there was no time for fresh draws."""
    if advice.score is None or advice.sample.certain:
        return None
    share, sample = advice.score.chance, advice.sample
    return (
        f"Chance that every gate passes: {chance(share)} (sampling error: "
        f"{chance_range(*sample.interval(share))}), on the {sample.draws:,} draws it was chosen "
        "on, which flatters it; there was no time to check it on fresh ones."
    )


def advised_durability(case: Negotiation, advice: Recommendation) -> str | None:
    """What the implementation gates add to the chance given."""
    sample, score = advice.sample, advice.score
    if advice.fresh is not None:
        sample, score = advice.fresh.sample, advice.fresh.score
    if score is None:
        return None
    said = durability_sentence(case, score.durable, sample)
    if said is not None and score.durable < score.chance - DOUBTFUL:
        said += (
            " The figure for its worth ignores this: it treats every deal that is approved as kept."
        )
    return said


def certain_sentence(advice: Recommendation) -> str | None:
    """What the certain case supposes."""
    if not advice.sample.certain:
        return None
    return "This supposes that every best guess is right and that every move works."


NONE_ALLOWED = "No deal keeps the rules of the case together with any set of moves."
NONE_FOUND = "The search ended before it had found any plan; give it more time."


def stop_sentences(case: Negotiation, advice: Recommendation) -> list[str]:
    """Why nothing is advised: which gate is in the way, and whether it is ours."""
    if advice.best_chance is None or advice.obstacle is None:
        return [NONE_ALLOWED if advice.best_proved else NONE_FOUND]
    best = advice.obstacle
    carried = durability_sentence(case, best.durable, best.sample)
    lasting = [] if carried is None else [carried]
    if advice.status is Status.NO_DEAL and best.chance >= 0.5:
        return [_not_worth_it(case, best), *lasting]
    if advice.sample.certain:
        passes = "a plan can pass" if best.chance >= 0.5 else "no plan passes"
        said = [f"With every best guess right, {passes} every gate."]
    else:
        reach = "that any plan reaches" if advice.best_proved else "found so far"
        said = [f"The best chance {reach} is {chance(best.chance)}."]
    said += lasting
    stopped = advice.status is Status.FEASIBLE
    if best.chance < 0.5 or not (stopped or advice.sample.certain):
        said.append(_in_the_way(case, best))
    return [*said, *(_whose_gates(case, advice, best) if advice.best_proved else [])]


def _not_worth_it(case: Negotiation, best: Assessment) -> str:
    """Deals pass, but none is worth its price to us."""
    us = people(case, [case.sides[case.viewpoint].negotiator])[0]
    passes = "Deals can pass every gate"
    if not best.sample.certain:
        passes += f" (best chance {chance(best.chance)})"
    return f"{passes}, but none that does is worth more to {us} than no deal and its own cost."


def _whose_gates(case: Negotiation, advice: Recommendation, best: Assessment) -> list[str]:
    """Whether what they need lies outside our own win-set, or whether nothing helps."""
    if advice.theirs is None:
        return []
    others = min(p.chance for s, p in advice.theirs.sides.items() if s != case.viewpoint)
    ours = advice.theirs.sides[case.viewpoint].chance
    if others > best.chance + 0.05 and ours < others:
        how = "passed" if advice.sample.certain else f"carried further (up to {chance(others)})"
        refused = "what our own side refuses: what they need lies outside our win-set"
        return [f"Their gates could be {how}, but only with {refused}."]
    if others <= best.chance + 0.05 and best.chance < 0.5:
        return ["Nothing that we can offer or do moves their gates further."]
    return []


def _in_the_way(case: Negotiation, plan: Assessment) -> str:
    gates = [
        (p, s, g)
        for s, side in plan.sides.items()
        for g, p in side.gates.items()
        if not case.sides[s].gates[g].implementation
    ]
    worst, side, gate = min(gates)
    asked = [
        (standing.gates[side, gate][0], who)
        for who, standing in plan.constituencies.items()
        if (side, gate) in standing.gates
    ]
    against = people(case, [who for share, who in sorted(asked) if share < 0.5][:4])
    names = f"; likely against: {listed(against)}" if against else ""
    where = f"{gate_name(case, side, gate)} ({case.name('sides', side)})"
    if plan.sample.certain:
        return f"In the plan that comes nearest, the gate in the way is {where}{names}."
    return f"Even then the gate most in the way is {where}, at {chance(worst)}{names}."


def moved(case: Negotiation, reason: Reason, number: int = 3) -> list[str]:
    """Whom a move wins over most, the other sides' people first."""
    won = [(who, p) for who, p in reason.effects.items() if p > 0.05]
    ours = {who for who, _ in won if case.constituencies[who].side == case.viewpoint}
    ranked = sorted(won, key=lambda pair: (pair[0] in ours, -pair[1], pair[0]))
    names = people(case, [who for who, _ in ranked[:number]])
    pairs = zip(names, ranked, strict=False)
    more = [f"{len(ranked) - number} more"] if len(ranked) > number else []
    return [*(f"{name} {points(p)}" for name, (_, p) in pairs), *more]


def wins(case: Negotiation, reason: Reason, deal: Mapping[str, str]) -> str:
    """What a move does for us: whom it wins over, whose red line it lifts."""
    lifted = lifted_by(case, reason.move, deal)
    parts = [listed(moved(case, reason))]
    if lifted:
        parts.append(f"lifts the red line of {listed(lifted)}")
    return "; ".join(part for part in parts if part) or "nobody by itself"


def loss(reason: Reason, advice: Recommendation) -> str:
    """What is lost without a move, short."""
    if advice.score is None:
        return ""
    fall = chance_shift(advice.score.chance, reason.chance_without, advice.sample)
    return f"{fall}; worth {points(reason.value_without - advice.score.value)}"


def reason_lines(case: Negotiation, advice: Recommendation) -> list[str]:
    """Risk, dates and makers of the moves advised."""
    told = {reason.move: risks(case, reason) for reason in advice.reasons}
    named = [(case.name("moves", move), notes) for move, notes in told.items() if notes]
    found = [f"• {name}: {'; '.join(notes)}." for name, notes in named]
    return ["Mind:", *found] if found else []


def risks(case: Negotiation, reason: Reason) -> list[str]:
    """Risk, lateness and maker of a move."""
    notes = []
    works = case.moves[reason.move].chance.mean
    if reason.backfires > 1e-9:
        notes.append(f"works as meant with a chance of {chance(works)}")
    if reason.missed:
        notes.append(f"comes too late for {listed(gates_quoted(case, reason.missed))}")
    move = case.moves[reason.move]
    if move.by != case.viewpoint:
        notes.append(f"theirs to make ({case.name('sides', move.by)})")
    return notes


def advised_spill_lines(case: Negotiation, advice: Recommendation) -> list[str]:
    """For each move advised: who at home is annoyed, and who else hears it."""
    if advice.spillover is None:
        return []
    return spill_lines(case, advice.spillover, [reason.move for reason in advice.reasons])


def nearly_sentence(case: Negotiation, advice: Recommendation) -> str | None:
    """The plan that is much likelier to pass and worth hardly less."""
    near = advice.nearly_as_good
    if near is None or advice.plan is None or advice.score is None:
        return None
    worth = f"{points(near.score.value)} against {points(advice.score.value)} points"
    shift = chance_shift(advice.score.chance, near.score.chance, advice.sample)
    if case.has_implementation:
        carried = chance_shift(advice.score.durable, near.score.durable, advice.sample)
        shift += f", and that it is also carried out {carried}"
    return (
        "Decide first. Nearly as good, and far likelier to pass: "
        f"{difference(case, advice.plan, near.plan)}. Worth {worth}, which "
        f"judgements can hardly tell apart; chance on the same draws {shift}."
        f"{cautions(case, advice.plan, near.plan)}"
    )


SHORT = {
    Part.FRONTIER: "plans beside the one advised were not all looked for: what is said of them, if "
    "anything is, rests on those found until then",
    Part.SPILLOVER: "it was not worked out whom the plan's moves annoy and who else hears them, "
    "nor which moves are traps",
    Part.BEST_CHANCE: "it was not proved how far any plan can come",
}
"""What is missing beside the plan or the refusal itself, whose own words tell of the search,
and its chance on fresh draws."""


def short_sentence(advice: Recommendation) -> str | None:
    """What a time limit or an interrupt left out, or ended early."""
    missing = [said for part, said in SHORT.items() if part in advice.short]
    if not missing:
        return None
    why = "Stopped before all was done" if advice.interrupted else "The time given was too short"
    return f"{why}: {'; '.join(missing)}."


def cautions(case: Negotiation, plan: Plan, other: Plan) -> str:
    """The warnings about another plan that the one advised does not bring."""
    known = grave(case, plan)
    said = guard_rail_sentences(case, [w for w in grave(case, other) if w not in known])
    return "".join(f" {sentence}" for sentence in said)
