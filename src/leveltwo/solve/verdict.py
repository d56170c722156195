"""What a search comes to, in the terms of what was asked."""

from __future__ import annotations

from leveltwo.core.arrays import IntArray
from leveltwo.core.evaluation import Score, evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.problem import EQUAL
from leveltwo.solve.recommendation import Fresh
from leveltwo.solve.result import Found, Status

FRESH_DRAWS = 16_384
FRESH_SEED = 1_000_003
WORTHLESS = 1e-6


def is_worthless(found: Found, objective: Objective) -> bool:
    """Whether nothing that was found is worth more than walking away."""
    return objective.goal is Goal.VALUE and found.score <= WORTHLESS


def verdict(found: Found, objective: Objective) -> Status:
    """The search's status, walking away included among the plans where nothing else is asked.

    Worthless plans, once proved the best, mean walking away.
    """
    if objective.goal is not Goal.VALUE:
        return found.status
    if found.chosen is not None and found.bound <= WORTHLESS:
        return Status.NO_DEAL
    if found.status is Status.UNKNOWN and objective.floor == 0:
        return Status.FEASIBLE
    return found.status


def bound(found: Found, objective: Objective, score: Score, status: Status) -> float:
    """What no plan's worth can exceed (or cost undercut), without the trifle charged for moves."""
    sign = -1.0 if objective.goal is Goal.COST else 1.0
    reached = score.cost if objective.goal is Goal.COST else score.value
    if status is Status.OPTIMAL:
        return reached
    return sign * max(found.bound + EQUAL, sign * reached)


def open_bound(found: Found, objective: Objective, status: Status) -> float:
    """The bound where nothing is advised; walking away is worth 0."""
    if objective.goal is Goal.COST:
        return -found.bound
    return 0.0 if status is Status.NO_DEAL else max(found.bound + EQUAL, 0.0)


def afresh(layout: Layout, sample: Sample, chosen: IntArray) -> Fresh | None:
    """A plan on draws that played no part in choosing it; None in the certain case."""
    if sample.certain:
        return None
    fresh = Sample(max(FRESH_DRAWS, sample.draws), (sample.seed + FRESH_SEED) % 2**31)
    return Fresh(fresh, evaluate(layout, fresh, [chosen])[0])
