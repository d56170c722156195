"""The answer of a brief, in short."""

from __future__ import annotations

from leveltwo.advice.wording.advice import SLIM, headline
from leveltwo.advice.wording.figures import chance, chance_range, points
from leveltwo.advice.wording.names import people
from leveltwo.core.assessment import Assessment
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Goal
from leveltwo.solve.recommendation import Fresh, Recommendation
from leveltwo.solve.result import Status


def advised_lead(moves: int) -> str:
    """What to do."""
    if moves == 0:
        return "Offer the deal below. No move of ours is worth adding to it."
    return f"Offer the deal below, and make {'one move' if moves == 1 else f'{moves} moves'}."


def given_lead(moves: int) -> str:
    """What was asked about."""
    how = {0: "with no moves", 1: "with one move"}.get(moves, f"with {moves} moves")
    return f"This brief is about the deal below, {how}. Whether another is better was not asked."


def best(case: Negotiation, advice: Recommendation) -> str | None:
    """That no plan is better, and what it brings; None where less is proved, or more was asked."""
    goal, score = advice.objective, advice.score
    if advice.status is not Status.OPTIMAL or goal.goal is not Goal.VALUE or goal.floor:
        return None
    if score is None or score.chance < SLIM:
        return None
    us = people(case, [case.sides[case.viewpoint].negotiator])[0]
    return (
        "If your judgements are right, no other plan that the file allows is better for us: "
        f"proved. On the scale of {us}, from 0 for the worst deal to 100 for the best, it brings "
        f"{points(score.value)} points against no deal on average, failures and the cost of our "
        f"moves ({points(score.cost, signed=False)}) counted."
    )


def reading(sample: Sample) -> str:
    """What a gate, a point and a chance are."""
    said = (
        "A gate is one approval that the deal needs. A point is a hundredth of the way from "
        "somebody’s worst deal to their best."
    )
    if sample.certain:
        return said
    return (
        f"{said} A chance is the share of many ways in which the judgements may turn out, each "
        "drawn from its range."
    )


def stop_lead(advice: Recommendation) -> str:
    """That nothing is advised."""
    return {
        Status.NO_DEAL: "Walk away, unless something changes.",
        Status.FEASIBLE: "Nothing that was found is better than walking away.",
        Status.INFEASIBLE: "What was asked for cannot be had.",
    }.get(advice.status, "No plan was found.")


def stop_headline(case: Negotiation, advice: Recommendation) -> str:
    """What is proved, or why there is nothing, after the lead: it says once to walk away."""
    said = headline(case, advice).removeprefix("Walk away: ")
    return f"{said[:1].upper()}{said[1:]}"


def likelihood(plan: Assessment, fresh: Fresh | None) -> str:
    """The chance of a plan and its range, on fresh draws where there are some."""
    if plan.sample.certain:
        word = "passes" if plan.chance >= 0.5 else "fails"
        return f"If every best guess is right and every move works, the plan {word}."
    share, sample = plan.chance, plan.sample
    if fresh is not None:
        share, sample = fresh.score.chance, fresh.sample
    return (
        f"Chance that every gate passes: {chance(share)} (sampling error: "
        f"{chance_range(*sample.interval(share))}). How far wrong the judgements behind it may be "
        "is another matter; see below."
    )
