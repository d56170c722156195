"""Offers: the moves of ours that could be added to a plan, and which of them go together."""

from __future__ import annotations

from collections.abc import Collection

from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan

ROUNDING = 1e-9


def offers(case: Negotiation, plan: Plan) -> tuple[str, ...]:
    """Moves of ours that might be added to a plan.

    Those that may be recommended, go with its deal and its moves, fit into what resources it
    leaves, and need only each other or moves that it holds. In alphabetical order.
    """
    found = {
        key
        for key in case.our_moves
        if key not in plan.moves and case.may_recommend(key) and _goes_with(case, plan, key)
    }
    while True:
        kept = {key for key in found if set(case.moves[key].needs) <= found | set(plan.moves)}
        if kept == found:
            return tuple(sorted(kept))
        found = kept


def _goes_with(case: Negotiation, plan: Plan, key: str) -> bool:
    move = case.moves[key]
    terms = all(plan.deal[issue] in options for issue, options in move.only_with.items())
    return terms and compatible(case, plan, [key])


def compatible(case: Negotiation, plan: Plan, added: Collection[str]) -> bool:
    """Whether some moves exclude neither each other nor a plan's, and resources suffice."""
    moves = [*plan.moves, *added]
    for key in added:
        clashing = set(case.moves[key].excludes) & set(moves)
        if clashing or any(key in case.moves[other].excludes for other in plan.moves):
            return False
    return all(
        sum(case.moves[m].resources.get(resource, 0.0) for m in moves) <= limit + ROUNDING
        for resource, limit in case.resources.items()
    )


def satisfied(
    case: Negotiation, plan: Plan, added: Collection[str], open_: Collection[str]
) -> bool:
    """Whether all that some moves need is there, or may still be added."""
    there = {*plan.moves, *added, *open_}
    return all(set(case.moves[key].needs) <= there for key in added)
